//! What a rule finds, and how it is told.

use std::fmt;

/// One breach of a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Path from the root of the repository.
    pub(crate) path: String,
    /// Counted from 1; 0 where no single line is to blame.
    pub(crate) line: usize,
    pub(crate) what: String,
    pub(crate) remedy: &'static str,
}

impl Fault {
    pub(crate) fn new(path: &str, line: usize, what: impl Into<String>, remedy: &'static str) -> Self {
        Self { path: path.to_owned(), line, what: what.into(), remedy }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, what, remedy } = self;
        if *line == 0 {
            write!(out, "{path}: {what}")?
        } else {
            write!(out, "{path}:{line}: {what}")?
        }
        write!(out, "\n    do: {remedy}")
    }
}

/// Fails with every fault, one after another.
#[track_caller]
pub(crate) fn assert_none(faults: &[Fault]) {
    let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(faults.is_empty(), "{} untidy:\n{}", faults.len(), told.join("\n"));
}

/// Fails unless the rule found exactly these places, as `path:line`. For tests with a bad sample.
#[track_caller]
pub(crate) fn assert_places(faults: &[Fault], expected: &[&str]) {
    let places: Vec<String> = faults.iter().map(|fault| format!("{}:{}", fault.path, fault.line)).collect();
    assert_eq!(places, expected, "{faults:#?}");
}
