//! Integration tests of the binary.

mod browser;
mod cli;
mod demo;
mod journey;
mod papers;
mod pictures;
