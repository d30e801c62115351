//! The remedies block (救济告知) of a letter: which road is open depends on the ground and on the day
//! of the decision. Since 2024-01-01 the reconsideration law (行政复议法第二十三条) demands
//! reconsideration first where information was withheld under Articles 14 to 16.

use jiff::civil::{Date, date};

use super::DecisionKind;

/// The day on which the reconsideration law of 2023 came into force.
pub const RECONSIDERATION_FIRST_SINCE: Date = date(2024, 1, 1);

/// Which road is open to the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remedies {
    /// Reconsideration within 60 natural days, or a suit within six months.
    EitherWay,
    /// Reconsideration within 60 natural days first; a suit within 15 natural days of its decision.
    ReconsiderationFirst,
    /// Partial disclosure: reconsideration first for what was withheld under Articles 14 to 16
    /// (inferred: no text says so of a part), either way for the rest.
    ReconsiderationFirstForWithheld,
    /// No text fixes the road; a legal officer decides.
    LegalOfficer,
}

/// Who hears the applicant. The court is configured, because some places have concentrated jurisdiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HearingBodies<'a> {
    /// The government one level up (行政复议法第二十四条).
    pub reconsideration_organ: &'a str,
    /// The court that has jurisdiction.
    pub court: &'a str,
    /// Where an application for reconsideration may be filed on the internet; must be told when the
    /// letter itself is served on the internet (行政复议法第二十二条).
    pub online_filing: Option<&'a str>,
}

/// Why a remedies block cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RemediesFault {
    /// The reconsideration organ is not configured.
    #[error("尚未设置行政复议机关，请先在机关设置中填写")]
    NoReconsiderationOrgan,
    /// The court is not configured.
    #[error("尚未设置有管辖权的人民法院，请先在机关设置中填写")]
    NoCourt,
    /// A legal officer decides first.
    #[error("逾期未答复的救济途径法律没有明确规定，请法制人员确定")]
    LegalOfficer,
}

impl DecisionKind {
    /// The road open against a decision made that day; none where no letter is prescribed (撤回、并案).
    #[must_use]
    pub fn remedies(self, decided_on: Date) -> Option<Remedies> {
        use DecisionKind::{B, C1, C2, C3, C4, C5, C6, C7, F3};
        match self {
            F3 => None,
            _ if decided_on < RECONSIDERATION_FIRST_SINCE => Some(Remedies::EitherWay),
            C1 | C2 | C3 | C4 | C5 | C6 | C7 => Some(Remedies::ReconsiderationFirst),
            B => Some(Remedies::ReconsiderationFirstForWithheld),
            _ => Some(Remedies::EitherWay),
        }
    }
}

/// The road open against a failure to answer in time, seen on that day.
#[must_use]
pub fn remedies_for_silence(on: Date) -> Remedies {
    if on < RECONSIDERATION_FIRST_SINCE { Remedies::EitherWay } else { Remedies::LegalOfficer }
}

impl Remedies {
    /// The block as it stands in the letter.
    ///
    /// # Errors
    /// Where a body that must be named is blank, or the road is not settled: no letter may go out so.
    pub fn text(self, bodies: HearingBodies<'_>) -> Result<String, RemediesFault> {
        let organ = bodies.reconsideration_organ.trim();
        let court = bodies.court.trim();
        if self == Self::LegalOfficer {
            return Err(RemediesFault::LegalOfficer);
        }
        if organ.is_empty() {
            return Err(RemediesFault::NoReconsiderationOrgan);
        }
        if court.is_empty() {
            return Err(RemediesFault::NoCourt);
        }
        let either = format!(
            "可以自收到本告知书之日起六十日内向{organ}申请行政复议，或者自收到本告知书之日起六个月内向{court}提起行政诉讼。"
        );
        let first = format!(
            "应当自收到本告知书之日起六十日内先向{organ}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向{court}提起行政诉讼。"
        );
        let mut block = match self {
            Self::ReconsiderationFirst => format!("如对本答复不服，{first}"),
            Self::ReconsiderationFirstForWithheld => {
                format!("如对本答复中不予公开的部分不服，{first}如对其余部分不服，{either}")
            }
            Self::EitherWay | Self::LegalOfficer => format!("如对本答复不服，{either}"),
        };
        if let Some(address) = bodies.online_filing {
            block.push_str(&format!("行政复议申请也可以通过互联网提交：{address}。"));
        }
        Ok(block)
    }
}
