//! Addresses of the registers' pages.

use law::register::Register;
use store::{ImportId, RecordId};

use crate::links::query_value;

/// All registers.
pub(in crate::desk) const REGISTERS: &str = "/desk/registers";

/// The list of one register.
pub(in crate::desk) fn list(register: Register) -> String {
    format!("{REGISTERS}/{}", register.key())
}

/// The list with a filter.
pub(in crate::desk) fn filtered(register: Register, pairs: &[(String, String)]) -> String {
    match query(pairs) {
        query if query.is_empty() => list(register),
        query => format!("{}?{query}", list(register)),
    }
}

/// The same records as a file with that ending.
pub(in crate::desk) fn export(register: Register, extension: &str, pairs: &[(String, String)]) -> String {
    match query(pairs) {
        query if query.is_empty() => format!("{}/export.{extension}", list(register)),
        query => format!("{}/export.{extension}?{query}", list(register)),
    }
}

/// The empty form for an import.
pub(in crate::desk) fn template(register: Register) -> String {
    format!("{}/template.xlsx", list(register))
}

/// The form for a new record.
pub(in crate::desk) fn new(register: Register) -> String {
    format!("{}/new", list(register))
}

/// One record.
pub(in crate::desk) fn record(register: Register, id: &RecordId) -> String {
    format!("{}/{id}", list(register))
}

/// The records of one import.
pub(in crate::desk) fn of_import(register: Register, import: &ImportId) -> String {
    filtered(
        register,
        &[("import".to_owned(), import.to_string()), ("struck".to_owned(), "shown".to_owned())],
    )
}

/// Name and value pairs as a query, empty values left out.
pub(in crate::desk) fn query(pairs: &[(String, String)]) -> String {
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let parts: Vec<String> =
        filled.map(|(name, value)| format!("{}={}", query_value(name), query_value(value))).collect();
    parts.join("&")
}
