//! Integration tests of `paper`, one binary.
