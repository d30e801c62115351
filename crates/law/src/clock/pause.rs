//! What takes days out of a period: restarts and pauses.

use jiff::civil::Date;

use super::article;

/// An event after which the whole period is counted anew, from the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restart {
    /// The day of the event; not counted, the first day of the new count is the next.
    pub on: Date,
    /// What happened on it; decides the provision and the name of the days before.
    pub cause: RestartCause,
}

/// Why a period begins again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RestartCause {
    /// the applicant supplemented the application (补正).
    Supplement,
    /// FEE-8: the applicant paid the processing fee.
    FeePaid,
}

impl RestartCause {
    /// The name of the days before the restart.
    pub fn label(self) -> &'static str {
        match self {
            RestartCause::Supplement => "补正前",
            RestartCause::FeePaid => "缴费前",
        }
    }

    /// The provision that starts the clock anew.
    pub fn article(self) -> &'static str {
        match self {
            RestartCause::Supplement => article::SUPPLEMENT,
            RestartCause::FeePaid => article::FEE,
        }
    }
}

/// A run of days that do not count; `from` and `to` are the first and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The first day taken out.
    pub from: Date,
    /// The last day taken out, not before `from`.
    pub to: Date,
    /// Who was asked meanwhile.
    pub cause: PauseCause,
}

impl Pause {
    /// Whether the day lies in the pause.
    pub fn covers(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }
}

/// Why days are taken out of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PauseCause {
    /// Asking the third party whose rights disclosure may harm.
    ThirdParty,
    /// Asking another organ, in particular a co-author.
    OtherOrgan,
    /// Asking one of them; the record does not say which.
    Consultation,
}

impl PauseCause {
    /// The name of a day in the pause.
    pub fn label(self) -> &'static str {
        match self {
            PauseCause::ThirdParty => "征求第三方意见",
            PauseCause::OtherOrgan => "征求其他机关意见",
            PauseCause::Consultation => "征求意见",
        }
    }

    /// The provision that takes the days out.
    pub fn article(self) -> &'static str {
        article::PAUSE
    }
}
