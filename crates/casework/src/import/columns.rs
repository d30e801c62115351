//! The header row of an imported table: which column is which field.

use std::collections::BTreeSet;

use law::register::{Column, Register};

use super::RowFault;
use crate::ports::SourceRow;

/// Which cell of a row belongs to which field.
#[derive(Debug)]
pub(super) struct Columns {
    /// Cell index and column, in the order of the file.
    pub(super) columns: Vec<(usize, Column)>,
}

impl Columns {
    /// Reads a header: Chinese labels, or the English keys of the field table.
    ///
    /// # Errors
    /// Unknown, repeated and missing columns, each named, with the nearest known column for the unknown,
    /// if there is one.
    pub(super) fn of(register: Register, header: &SourceRow) -> Result<Self, Vec<RowFault>> {
        let fault = |column: &str, message: String| RowFault {
            sheet: header.sheet.clone(),
            row: header.number,
            column: column.to_owned(),
            message,
        };
        let mut columns = Vec::new();
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, cell) in header.cells.iter().enumerate() {
            let name = cell.trim();
            if name.is_empty() {
                continue;
            }
            match register.column(name) {
                Some(column) if seen.insert(column.field.key) => columns.push((index, column)),
                Some(_) => faults.push(fault(name, "这一列出现了两次，请去掉一列".to_owned())),
                None => faults.push(fault(name, unknown(register, name))),
            }
        }
        for field in register.fields().iter().filter(|field| field.required && !seen.contains(field.key)) {
            faults.push(fault(field.label, "缺少这一列；模板里必填的列都要有".to_owned()));
        }
        if faults.is_empty() { Ok(Self { columns }) } else { Err(faults) }
    }
}

fn unknown(register: Register, name: &str) -> String {
    // A label with no character in common is nobody's slip of the pen; naming it would lead astray.
    let nearest = register
        .fields()
        .iter()
        .map(|field| field.label)
        .filter(|label| label.chars().any(|sign| name.contains(sign)))
        .min_by_key(|label| strsim::levenshtein(label, name));
    let nearest = nearest.map(|nearest| format!("；最接近的是“{nearest}”")).unwrap_or_default();
    format!("“{}”没有这一列{nearest}。可以先下载模板，按模板的列名填写", register.label())
}
