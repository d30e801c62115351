//! Integration tests of `web`, one binary.
