//! What is wrong with a record, field by field, in words that say what to do.

use jiff::civil::Date;

use super::field::Field;

/// One fault of one field. `message` is a plain Chinese sentence that says what to do; it does not
/// repeat the field's label, which the caller prints beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Key of the field in its register.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

/// The faults gathered while one record is read or checked.
#[derive(Debug)]
pub(super) struct Faults {
    fields: &'static [Field],
    found: Vec<FieldFault>,
}

impl Faults {
    pub(super) const fn new(fields: &'static [Field]) -> Self {
        Self { fields, found: Vec::new() }
    }

    pub(super) fn add(&mut self, field: &'static str, message: impl Into<String>) {
        self.found.push(FieldFault { field, message: message.into() });
    }

    /// Adds the fault when `holds` is false.
    pub(super) fn expect(&mut self, holds: bool, field: &'static str, message: impl Into<String>) {
        if !holds {
            self.add(field, message);
        }
    }

    /// Demands `earlier ≤ later` where both days are given; the fault stands at the later one.
    pub(super) fn in_order(
        &mut self,
        (earlier_key, earlier): (&'static str, Option<Date>),
        (later_key, later): (&'static str, Option<Date>),
    ) {
        if let (Some(first), Some(second)) = (earlier, later)
            && second < first
        {
            let name = self.label(earlier_key);
            self.add(later_key, format!("不能早于“{name}”（{first}），请核对这两个日期"));
        }
    }

    /// Demands that whoever writes `given` also writes `needed`.
    pub(super) fn needs(
        &mut self,
        (given_key, given): (&'static str, bool),
        (needed_key, needed): (&'static str, bool),
    ) {
        if given && !needed {
            let name = self.label(given_key);
            self.add(needed_key, format!("已填“{name}”，请同时填写这一项"));
        }
    }

    pub(super) fn label(&self, key: &str) -> &'static str {
        self.fields.iter().find(|field| field.key == key).map_or("", |field| field.label)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn into_found(self) -> Vec<FieldFault> {
        self.found
    }
}
