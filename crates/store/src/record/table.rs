//! How a register stands in the database: its table has the register's key for a name, its fields for
//! columns, and the fixed columns around them.

use law::register::{Field, Register};

/// Columns after the fields, in the order of the migration.
pub(super) const FIXED: [&str; 5] = ["unit_id", "import_id", "struck", "recorded_seq", "changed_seq"];

/// The columns that an INSERT fills.
pub(super) fn columns(register: Register) -> Vec<&'static str> {
    let fields = register.fields().iter().map(|field| field.key);
    ["organ_id", "id"].into_iter().chain(fields).chain(FIXED).collect()
}

/// `SELECT … FROM register`, in the order in which [`super::RecordRow::of`] reads it.
pub(crate) fn select(register: Register) -> String {
    let fields: Vec<&str> = register.fields().iter().map(|field| field.key).collect();
    let due = if has_due(register) { ", due_cache, calendar_version" } else { "" };
    format!("SELECT id, {}, {}{due} FROM {}", fields.join(", "), FIXED.join(", "), register.key())
}

/// Whether the register's records have a deadline, and so the columns that cache it.
pub(crate) const fn has_due(register: Register) -> bool {
    matches!(register, Register::AccessRequest | Register::WorkOrder)
}

/// The days that decide in which year a record is listed: the first of them that is written. None for
/// declared figures, which have a column `year`.
#[must_use]
pub const fn date_fields(register: Register) -> &'static [&'static str] {
    match register {
        Register::Publication => &["first_released_on", "formed_on"],
        Register::AccessRequest => &["received_on", "arrived_on"],
        Register::WorkOrder => &["dispatched_on"],
        Register::Dispute => &["filed_on"],
        Register::NormativeDocument => &["issued_on"],
        Register::DeclaredFigure => &[],
    }
}

/// The field with that key, which may come from outside.
pub(super) fn field(register: Register, key: &str) -> crate::Result<&'static Field> {
    register.field(key).ok_or_else(|| crate::Error::UnknownField(key.to_owned()))
}
