//! Integration tests of `casework`, one binary.
