//! The open-government desk of a township: command line, configuration, wiring.
fn main() {}
