//! How far a report has come.

/// How far a version of a report has come. Which step may follow which is decided by the use cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportState {
    /// 草稿.
    Draft,
    /// 已报县级.
    Submitted,
    /// 退回修改.
    Returned,
    /// 定稿: nothing in it changes any more.
    Finalised,
    /// 已公布.
    Published,
}

impl ReportState {
    /// Every state, in order.
    pub const ALL: &'static [Self] =
        &[Self::Draft, Self::Submitted, Self::Returned, Self::Finalised, Self::Published];

    /// The stored key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Finalised => "finalised",
            Self::Published => "published",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Submitted => "已报县级",
            Self::Returned => "退回修改",
            Self::Finalised => "定稿",
            Self::Published => "已公布",
        }
    }

    /// The state with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.key() == key)
    }

    /// Whether cells and prose stand for good.
    #[must_use]
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::Finalised | Self::Published)
    }
}
