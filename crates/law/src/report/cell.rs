//! What a cell holds. A blank is missing data, never zero.

/// How a cell's figure is counted and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Whole things (件, 项), printed bare.
    Items,
    /// A signed change in a number of things; a decrease is negative.
    Change,
    /// Money, printed bare in 万元 because the label names the unit.
    MoneyWan,
    /// Money, printed with its unit because the label names none; a bare figure is read as 万元.
    MoneyNamed,
}

/// The content of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing there: data are missing.
    Blank,
    /// A number of things. Negative only if somebody wrote so; K-T3-4 finds it.
    Count(i64),
    /// A signed change.
    Delta(i64),
    /// Money in fen.
    Money(i64),
    /// A text that is no number of the cell's unit, kept as written.
    NotANumber(String),
}

impl Cell {
    /// The number inside (things, change, or fen); none for a blank or a text.
    #[must_use]
    pub const fn amount(&self) -> Option<i64> {
        match self {
            Self::Count(n) | Self::Delta(n) | Self::Money(n) => Some(*n),
            Self::Blank | Self::NotANumber(_) => None,
        }
    }

    /// The cell of this unit that holds an amount (things, change, or fen).
    #[must_use]
    pub const fn of(unit: Unit, amount: i64) -> Self {
        match unit {
            Unit::Items => Self::Count(amount),
            Unit::Change => Self::Delta(amount),
            Unit::MoneyWan | Unit::MoneyNamed => Self::Money(amount),
        }
    }
}
