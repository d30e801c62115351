//! What we print is read back by another library and is the same.

mod register;
mod report;
