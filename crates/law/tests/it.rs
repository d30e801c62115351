//! Integration tests of `law`, one binary.
