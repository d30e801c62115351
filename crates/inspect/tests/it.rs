//! Integration tests of `inspect`, one binary.
