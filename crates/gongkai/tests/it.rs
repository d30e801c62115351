//! Integration tests of the binary.

mod barriers;
mod browser;
mod cli;
mod demo;
mod journey;
mod papers;
mod pictures;
mod roundtrip;
mod served;
