//! Identifiers. Each is a text made by the caller (UUIDv7); the types keep them from being mixed up.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The identifier with this text; whether such a thing exists, the store will say.
            #[must_use]
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&$name> for crate::sql::Arg {
            fn from(id: &$name) -> Self {
                Self::from(id.as_str())
            }
        }

        impl From<Option<&$name>> for crate::sql::Arg {
            fn from(id: Option<&$name>) -> Self {
                Self::from(id.map($name::as_str))
            }
        }
    )+};
}

ids! {
    /// A body that reports.
    OrganId;
    /// A village or department of an organ.
    UnitId;
    /// Somebody who signs in.
    PersonId;
    /// A post (岗位).
    PostId;
    /// One holding of a post.
    TenureId;
    /// A record of a register.
    RecordId;
    /// An import of a file into a register.
    ImportId;
    /// A version of an annual report, or a checked report.
    ReportId;
    /// Reports uploaded to be checked in one go.
    CheckBatchId;
    /// A remark of the county on a report.
    RemarkId;
    /// An imported holiday notice.
    NoticeId;
}

impl OrganId {
    /// The installation itself, whose ledger takes the acts that belong to no organ: the making of
    /// organs, people and sessions, the import of calendars.
    #[must_use]
    pub fn system() -> Self {
        Self("system".to_owned())
    }
}
