//! Headers of imported and exported tables.

use super::Register;
use super::field::{Field, FieldKind, Value};
use super::number::MoneyUnit;
use super::text::{fold, text_to_value_in};

/// A column of an imported table, found by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The field it holds.
    pub field: &'static Field,
    /// The unit of its money, as the header says.
    pub unit: MoneyUnit,
}

impl Column {
    /// Reads a cell of the column, as [`super::text_to_value`] does.
    ///
    /// # Errors
    /// A Chinese sentence that says how to write it.
    pub fn read(&self, text: &str) -> Result<Value, String> {
        text_to_value_in(self.field, text, self.unit)
    }
}

impl Field {
    /// The header of template and export: the label, with its unit for money.
    #[must_use]
    pub fn header(&self) -> String {
        match self.kind {
            FieldKind::Money => format!("{}（元）", self.label),
            _ => self.label.to_owned(),
        }
    }
}

impl Register {
    /// Finds the field that a header means: its label or key, blanks and width aside, with or without
    /// a unit of money and a mark of obligation (`*`, （必填）) behind it.
    #[must_use]
    pub fn column(self, header: &str) -> Option<Column> {
        let folded = fold(header);
        let name =
            folded.trim_matches('*').trim_end_matches("(必填)").trim_end_matches("(选填)").trim_matches('*');
        let (name, unit) = match (name.strip_suffix("(万元)"), name.strip_suffix("(元)")) {
            (Some(name), _) => (name, Some(MoneyUnit::TenThousandYuan)),
            (None, Some(name)) => (name, Some(MoneyUnit::Yuan)),
            (None, None) => (name, None),
        };
        let field = self.fields().iter().find(|field| fold(field.label) == name || field.key == name)?;
        if unit.is_some() && field.kind != FieldKind::Money {
            return None;
        }
        Some(Column { field, unit: unit.unwrap_or(MoneyUnit::Yuan) })
    }
}
