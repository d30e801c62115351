//! Clocks of reconsideration and litigation, seen by the organ that is attacked.
//!
//! 行政复议法第八十八条: its periods of three, five, seven and ten days are working days; all longer ones,
//! and those of the courts, are natural days.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};

use super::article;
use super::due::Due;
use super::error::ClockError;
use super::period::{Clock, Period};
use super::walk::deadline;

/// The procedure of a reconsideration. Disclosure cases may go the simplified way (第五十三条第一款第四项).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Procedure {
    /// 普通程序.
    Ordinary,
    /// 简易程序.
    Simplified,
}

impl Procedure {
    fn article(self) -> &'static str {
        match self {
            Procedure::Ordinary => article::RECONSIDERATION_ORDINARY,
            Procedure::Simplified => article::RECONSIDERATION_SIMPLIFIED,
        }
    }
}

/// The reconsideration organ sends the copy: 7 working days from acceptance, 3 in the simplified procedure.
pub fn copy_due(
    accepted_on: Date,
    procedure: Procedure,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    let n = match procedure {
        Procedure::Ordinary => 7,
        Procedure::Simplified => 3,
    };
    working(accepted_on, n, procedure.article(), calendar, region)
}

/// Our written reply with the evidence: 10 working days from the copy, 5 in the simplified procedure.
///
/// Without it the act counts as made without evidence (第七十条).
pub fn reconsideration_reply_due(
    copy_received_on: Date,
    procedure: Procedure,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    let n = match procedure {
        Procedure::Ordinary => 10,
        Procedure::Simplified => 5,
    };
    working(copy_received_on, n, procedure.article(), calendar, region)
}

/// The decision: 60 natural days from acceptance (30 more if extended), 30 in the simplified procedure,
/// which cannot be extended.
pub fn reconsideration_decision_due(
    accepted_on: Date,
    procedure: Procedure,
    extended: bool,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    let n = match (procedure, extended) {
        (Procedure::Ordinary, true) => 90,
        (Procedure::Ordinary, false) => 60,
        (Procedure::Simplified, _) => 30,
    };
    let article = article::RECONSIDERATION_DECISION;
    deadline(&Clock::under(article, accepted_on, Period::NaturalDays(n)), calendar, region)
}

/// Our answer to the court: 15 natural days from the copy of the complaint (行政诉讼法第六十七条).
pub fn court_answer_due(
    copy_received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    let clock = Clock::under(article::COURT_ANSWER, copy_received_on, Period::NaturalDays(15));
    deadline(&clock, calendar, region)
}

fn working(
    event: Date,
    n: u32,
    article: &'static str,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    deadline(&Clock::under(article, event, Period::WorkingDays(n)), calendar, region)
}
