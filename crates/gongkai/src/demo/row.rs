//! One row of a register, written field by field.

use law::Date;
use law::register::{Chosen, Value, Values};

/// Gathers the values of one record. What is `None` stays empty.
pub(super) struct Row(Values);

impl Row {
    /// A row with its 来源编号.
    pub(super) fn new(source_no: impl Into<String>) -> Self {
        Self([("source_no", Value::Text(source_no.into()))].into())
    }

    /// Text.
    pub(super) fn text(self, key: &'static str, text: impl Into<String>) -> Self {
        self.with(key, Value::Text(text.into()))
    }

    /// Text, if there is any.
    pub(super) fn text_if(self, key: &'static str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    /// A member of a closed list.
    pub(super) fn choice(self, key: &'static str, member: impl Chosen) -> Self {
        self.text(key, member.key())
    }

    /// A member of a closed list, if there is one.
    pub(super) fn choice_if(self, key: &'static str, member: Option<impl Chosen>) -> Self {
        self.text_if(key, member.map(Chosen::key))
    }

    /// A legal day.
    pub(super) fn day(self, key: &'static str, day: Date) -> Self {
        self.text(key, day.to_string())
    }

    /// A legal day, if there is one.
    pub(super) fn day_if(self, key: &'static str, day: Option<Date>) -> Self {
        self.text_if(key, day.map(|day| day.to_string()))
    }

    /// A count, or an amount in fen.
    pub(super) fn int(self, key: &'static str, number: i64) -> Self {
        self.with(key, Value::Int(number))
    }

    /// A count or an amount, if there is one.
    pub(super) fn int_if(self, key: &'static str, number: Option<i64>) -> Self {
        match number {
            Some(number) => self.int(key, number),
            None => self,
        }
    }

    /// The values.
    pub(super) fn done(self) -> Values {
        self.0
    }

    fn with(mut self, key: &'static str, value: Value) -> Self {
        self.0.insert(key, value);
        self
    }
}
