//! Measures (指标口径): each number that the system ever states is defined here once, in words and as
//! conditions on records. The report's cells, the placeholders of its prose,
//! the counts of the store and the drill-down lists all read this table.

mod condition;
pub mod dimension;
mod table;
mod year;

pub use condition::{Condition, DUE_CACHE};
pub use dimension::{Dimension, Reading};
pub use table::access_requests::*;
pub use table::declared_figures::*;
pub use table::disputes::*;
pub use table::normative_documents::*;
pub use table::publications::*;
pub use table::work_orders::*;
pub use year::Year;

use jiff::civil::Date;

use crate::register::{FieldKind, Record, Register};

/// One number that can be asked of a register for a year.
///
/// It is taken over the records that stand: neither struck nor, for declared figures, replaced by a
/// newer row with the same [`crate::register::DeclaredFigure::REPLACED_BY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// English name, stable: it stands in stored reports and in addresses.
    pub key: &'static str,
    /// Chinese name, unique; prose writes it as `{{主动公开总数}}`.
    pub label: &'static str,
    /// 件, 条, 项, 元.
    pub unit: &'static str,
    /// What is counted, in words that a reader of the report understands.
    pub definition: &'static str,
    /// The provision or practice that defines it so.
    pub basis: &'static str,
    /// The register it is taken over.
    pub register: Register,
    /// What a record must meet, all of it.
    pub conditions: &'static [Condition],
    /// What it may be split by.
    pub dimensions: &'static [Dimension],
    /// What is added up.
    pub counts: Counts,
    /// Whether the number means something without a dimension, so that prose may name it.
    pub is_whole: bool,
    /// The sentence for zero, without the full stop.
    pub zero: &'static str,
    /// For a number of late things, the number of those whose lateness is unknown: while it is not
    /// zero, this number is a lower bound and must not be stated as the whole truth.
    pub unknown: Option<&'static Measure>,
}

/// What a measure adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// One for each record.
    Rows,
    /// A column of numbers.
    Sum(&'static str),
}

impl Measure {
    /// Whether the record counts in that year, by its fields alone. A measure of lateness needs
    /// [`Self::includes_with_due`].
    #[must_use]
    pub fn includes(&self, record: &Record, year: Year) -> bool {
        self.includes_with_due(record, None, year)
    }

    /// Whether the record counts in that year, where `due` is its deadline, `None` if unknown ([`DUE_CACHE`]).
    #[must_use]
    pub fn includes_with_due(&self, record: &Record, due: Option<Date>, year: Year) -> bool {
        record.register() == self.register
            && self.conditions.iter().all(|condition| condition.is_met(record, due, year))
    }

    /// What one record adds: 1, or the number in the summed column (nothing written adds nothing).
    #[must_use]
    pub fn amount(&self, record: &Record) -> i64 {
        match self.counts {
            Counts::Rows => 1,
            Counts::Sum(column) => record.value(column).as_int().unwrap_or(0),
        }
    }

    /// The number over some records, without lateness.
    #[must_use]
    pub fn total<'a>(&self, records: impl IntoIterator<Item = &'a Record>, year: Year) -> i64 {
        records
            .into_iter()
            .filter(|record| self.includes(record, year))
            .map(|record| self.amount(record))
            .sum()
    }

    /// Whether the number is an amount of money in fen.
    #[must_use]
    pub fn is_money(&self) -> bool {
        match self.counts {
            Counts::Rows => false,
            Counts::Sum(column) => {
                self.register.field(column).is_some_and(|field| field.kind == FieldKind::Money)
            }
        }
    }

    /// Whether it looks at [`DUE_CACHE`].
    #[must_use]
    pub fn needs_due(&self) -> bool {
        self.conditions.iter().any(|condition| condition.columns().contains(&DUE_CACHE))
    }

    /// The dimension with that key.
    #[must_use]
    pub fn dimension(&self, key: &str) -> Option<&'static Dimension> {
        self.dimensions.iter().find(|dimension| dimension.key == key)
    }
}

/// Every measure, register by register.
pub static MEASURES: &[&[&Measure]] = &[
    table::publications::TABLE,
    table::access_requests::TABLE,
    table::work_orders::TABLE,
    table::disputes::TABLE,
    table::normative_documents::TABLE,
    table::declared_figures::TABLE,
];

/// Every measure, in the order of [`MEASURES`].
pub fn all() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().flat_map(|table| table.iter().copied())
}

/// The measure with that English key.
#[must_use]
pub fn by_key(key: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.key == key)
}

/// The measure that prose names by that Chinese label; none that needs a dimension.
#[must_use]
pub fn by_label(label: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.is_whole && measure.label == label)
}
