//! The decision on an access request: one table of kinds, from which the form, the letter, the
//! remedies and the report are read (条例第三十六条 and the rows of table 三).

mod remedies;
mod table;

pub use remedies::{
    HearingBodies, RECONSIDERATION_FIRST_SINCE, Remedies, RemediesFault, remedies_for_silence,
};
pub use table::{Decision, DecisionKind, Letter, TABLE};

use crate::report::{Form, RequestRow};

impl DecisionKind {
    /// The row of table 三 in which it counts.
    #[must_use]
    pub const fn row(self, form: Form) -> RequestRow {
        let decision = self.decision();
        match form {
            Form::F2019 => decision.row_2019,
            Form::F2021 => decision.row_2021,
        }
    }

    /// The kinds that count in a row of table 三; empty for rows that are no result.
    pub fn in_row(form: Form, row: RequestRow) -> impl Iterator<Item = Self> {
        TABLE.iter().map(|decision| decision.kind).filter(move |kind| kind.row(form) == row)
    }
}
