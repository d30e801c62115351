//! Why a deadline cannot be stated or an act is not lawful. Each names its rule.

use jiff::civil::Date;

use crate::calendar::CalendarGap;

/// The closed list of refusals. The texts are for the people at the desk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    /// Invariant 2: a year nobody arranged is never guessed.
    #[error(transparent)]
    Gap(#[from] CalendarGap),
    /// The period runs past the last day that can be written (9999-12-31).
    #[error("日期超出可以计算的范围")]
    DateOutOfRange,
    /// An event is dated before the one it follows.
    #[error("{later}（{later_on}）不能早于{earlier}（{earlier_on}）")]
    OutOfOrder {
        /// What has to come first, in Chinese: `收到申请`.
        earlier: &'static str,
        /// The day it is dated.
        earlier_on: Date,
        /// What follows it, in Chinese: `收到补正`.
        later: &'static str,
        /// The day it is dated, before `earlier_on`.
        later_on: Date,
    },
    /// the applicant is asked to supplement once.
    #[error("已于{asked_on}要求补正；补正只能一次性告知，不能再次要求（条例第三十条）")]
    SupplementAlreadyAsked {
        /// The day of the first supplement notice.
        asked_on: Date,
    },
    /// at most twenty working days; a work order at most what the county has set.
    #[error("延长了{working_days}个工作日，最长不得超过{limit}个工作日")]
    ExtensionTooLong {
        /// The working days asked for.
        working_days: u32,
        /// The most working days that may be asked for.
        limit: u32,
    },
    /// An extension of no day.
    #[error("延长的天数应当是1个工作日以上")]
    ExtensionEmpty,
    /// one extension.
    #[error("答复期限已经延长过，不能再次延长（条例第三十三条）")]
    AlreadyExtended,
    /// approved and notified before the period ends.
    #[error("答复期限{due}已过，延期应当在此之前批准并告知申请人（条例第三十三条）")]
    PastReplyDue {
        /// The last day on which the extension was possible.
        due: Date,
    },
    /// No reply period runs while the applicant is to supplement or to pay.
    #[error("正在等待申请人{awaited}，答复期限没有起算，不能延长")]
    NotRunning {
        /// What the applicant is to do, in Chinese: `补正` or `缴纳信息处理费`.
        awaited: &'static str,
    },
}

impl ClockError {
    /// The missing year, if that is what is wrong.
    pub fn gap(&self) -> Option<&CalendarGap> {
        match self {
            ClockError::Gap(gap) => Some(gap),
            _ => None,
        }
    }
}
