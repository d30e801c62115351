//! From typed texts to the values of a record, and back.

use std::collections::BTreeMap;

use law::register::{Field, FieldFault, FieldKind, Register, Value, Values, text_to_value, value_to_text};

use super::sent::Sent;

/// The texts that stand in a form, by the key of the field; a field of boxes has several.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(BTreeMap<&'static str, Vec<String>>);

impl Typed {
    /// What was sent.
    pub(crate) fn from_sent(fields: &'static [Field], sent: &Sent) -> Self {
        let texts = |field: &Field| match field.kind {
            FieldKind::Choices(_) => sent.all(field.key).into_iter().map(str::to_owned).collect(),
            _ => sent.first(field.key).map(|text| vec![text.to_owned()]).unwrap_or_default(),
        };
        Self(fields.iter().map(|field| (field.key, texts(field))).collect())
    }

    /// What a record holds, as a person would type it.
    pub(crate) fn from_values(fields: &'static [Field], values: &Values) -> Self {
        let texts = |field: &Field| match (&field.kind, values.get(field.key)) {
            (_, None | Some(Value::Null)) => Vec::new(),
            (FieldKind::Choice(_) | FieldKind::Choices(_), Some(Value::Text(keys))) => {
                keys.split(',').map(str::to_owned).collect()
            }
            (_, Some(value)) => vec![value_to_text(field, value)],
        };
        Self(fields.iter().map(|field| (field.key, texts(field))).collect())
    }

    pub(super) fn of(&self, key: &str) -> &[String] {
        self.0.get(key).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The values of a register's record as they were sent. What cannot be read is a fault of its field; the law
/// of the record is checked by whoever records it.
pub(crate) fn read_values(register: Register, sent: &Sent) -> (Values, Vec<FieldFault>) {
    let (mut values, mut faults) = (Values::new(), Vec::new());
    for field in register.fields() {
        let text = match field.kind {
            FieldKind::Choices(_) => sent.all(field.key).join("、"),
            _ => sent.text(field.key).to_owned(),
        };
        match text_to_value(field, &text) {
            Ok(value) => {
                values.insert(field.key, value);
            }
            Err(message) => faults.push(FieldFault { field: field.key, message }),
        }
    }
    (values, faults)
}
