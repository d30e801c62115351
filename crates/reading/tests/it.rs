//! Integration tests of `reading`, one binary.
