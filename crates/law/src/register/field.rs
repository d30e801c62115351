//! What a column of a register is: its name, its kind, and the value that stands in it.

use std::collections::BTreeMap;

use super::choice::Choice;

/// One column of a register. The table of fields drives the SQL columns, the import template and
/// parser, the export headers, the desk form and the filters; nobody restates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// English name by the glossary: SQL column, form input and JSON key. ASCII, `snake_case`.
    pub key: &'static str,
    /// Chinese name: header of template and export, label of the form. Unique within a register.
    pub label: &'static str,
    /// What may stand in the column.
    pub kind: FieldKind,
    /// Whether an empty value is a fault in every record. Values that are needed only in some
    /// records are demanded by the law checks of the register.
    pub required: bool,
    /// One Chinese sentence that tells the clerk what to write.
    pub help: &'static str,
}

/// What may stand in a column, and so the SQL type: TEXT for all but the last three, which are BIGINT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of at most `max` characters.
    Text {
        /// Longest text in characters (Unicode scalar values).
        max: usize,
    },
    /// Several lines of at most `max` characters together.
    LongText {
        /// Longest text in characters (Unicode scalar values).
        max: usize,
    },
    /// A legal day, stored as `2020-01-05`.
    Date,
    /// One key of a closed list.
    Choice(&'static [Choice]),
    /// An ordered list of keys without repetition, stored joined by commas: `portal,wechat`.
    Choices(&'static [Choice]),
    /// A number of things, 0 or more.
    Count,
    /// A number that may be negative (本年增/减).
    Signed,
    /// An amount of money in fen, 0 or more; read and shown in yuan with two decimals.
    Money,
}

impl FieldKind {
    /// The closed list of a `Choice` or `Choices`; empty for the other kinds.
    #[must_use]
    pub fn choices(&self) -> &'static [Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// Whether the column holds numbers (BIGINT) rather than text.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Count | Self::Signed | Self::Money)
    }
}

/// What stands in a column: the three things that both databases can hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing was written. Never the same as zero.
    #[default]
    Null,
    /// Text, an ISO day, a choice's key, or a comma-joined list of keys.
    Text(String),
    /// A count, a signed number, a year, or an amount in fen.
    Int(i64),
}

impl Value {
    /// Whether nothing was written.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub const fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }
}

/// The columns of one record by [`Field::key`]. A missing key means [`Value::Null`].
pub type Values = BTreeMap<&'static str, Value>;
