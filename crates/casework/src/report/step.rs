//! The closed state machine of a report version: which step may be taken in which state.

use store::{OrganId, Read, Report, ReportId, ReportState};

use crate::{Error, Result};

/// A step in the life of a report version, or a change to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Writing a part.
    WriteProse,
    /// Confirming a number as no statistic, or taking that back.
    ConfirmNumber,
    /// Giving the reason for a finding that may stand.
    Explain,
    /// Handing the report to the county.
    Submit,
    /// The county's comment.
    Remark,
    /// Marking a comment as dealt with.
    SettleRemark,
    /// The county gives it back.
    SendBack,
    /// 定稿.
    Finalise,
    /// 定稿 is taken back, as long as nobody outside has seen it.
    Reopen,
    /// Publication.
    Publish,
    /// A new version beside the published one.
    Correct,
}

use ReportState::{Draft, Finalised, Published, Returned, Submitted};

impl Step {
    /// Every step.
    pub const ALL: &'static [Self] = &[
        Self::WriteProse,
        Self::ConfirmNumber,
        Self::Explain,
        Self::Submit,
        Self::Remark,
        Self::SettleRemark,
        Self::SendBack,
        Self::Finalise,
        Self::Reopen,
        Self::Publish,
        Self::Correct,
    ];

    /// The states in which it may be taken. Reasons and confirmations may be given while the county reads,
    /// because the records behind the figures go on moving; the words may not.
    #[must_use]
    pub const fn allowed_in(self) -> &'static [ReportState] {
        match self {
            Self::WriteProse | Self::Submit => &[Draft, Returned],
            Self::ConfirmNumber | Self::Explain | Self::SettleRemark => &[Draft, Submitted, Returned],
            Self::Remark | Self::SendBack => &[Submitted],
            Self::Finalise => &[Draft, Submitted],
            Self::Reopen | Self::Publish => &[Finalised],
            Self::Correct => &[Published],
        }
    }

    /// Whether it may be taken in this state.
    #[must_use]
    pub fn is_allowed(self, state: ReportState) -> bool {
        self.allowed_in().contains(&state)
    }

    /// The step in words: `修改文字`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::WriteProse => "修改文字",
            Self::ConfirmNumber => "确认数字",
            Self::Explain => "说明原因",
            Self::Submit => "报送县级",
            Self::Remark => "提出意见",
            Self::SettleRemark => "处理意见",
            Self::SendBack => "退回修改",
            Self::Finalise => "定稿",
            Self::Reopen => "撤回定稿",
            Self::Publish => "公布",
            Self::Correct => "更正",
        }
    }

    /// Refuses an illegal step.
    ///
    /// # Errors
    /// A refusal that says where the report stands and what can be done instead.
    pub fn check(self, state: ReportState) -> Result<()> {
        if self.is_allowed(state) {
            return Ok(());
        }
        let advice = match (self, state) {
            (_, Published) => "已公布的内容不再改动；确有错误的，请由审定岗新建更正版本",
            (Self::Correct, Finalised) => "还没有公布，请撤回定稿后直接修改",
            (_, Finalised) => "定稿后内容不再改动；确有错误的，请由审定岗撤回定稿",
            (Self::Publish, _) => "请先定稿",
            (Self::Reopen, _) => "只有定稿后、公布前才能撤回",
            (Self::Correct, _) => "只有已公布的报告才需要更正，现在可以直接修改",
            (Self::Finalise, _) => "请按意见修改后重新报送县级",
            (Self::Remark | Self::SendBack, _) => "报告还没有报送，不能提出意见或退回",
            (_, Submitted) => "报告已报送县级，需要修改的请先由县级退回",
            (_, Draft | Returned) => "请刷新页面查看最新状态",
        };
        Err(Error::refused(format!("报告现在是“{}”，不能{}。{advice}。", state.label(), self.label())))
    }
}

/// The version, if the step may be taken now.
///
/// # Errors
/// `NotFound`; a refusal.
pub(super) async fn checked(read: &mut Read, organ: &OrganId, id: &ReportId, step: Step) -> Result<Report> {
    let report = read.report(organ, id).await?;
    step.check(report.state)?;
    Ok(report)
}
