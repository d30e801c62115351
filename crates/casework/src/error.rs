//! Why an act was not done, in words for the person who asked for it.

use law::register::FieldFault;

use crate::{password::PasswordFault, ports::Unprinted, post::Capability};

/// Result of an act.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an act was not done. Nothing of it was written. `Display` is a plain Chinese sentence.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store refused or failed.
    #[error("{}", sentence(.0))]
    Store(#[from] store::Error),
    /// The person's post does not allow it.
    #[error("您的岗位没有这项权限。需要的话，请与本机关的管理员联系。")]
    NotAllowed(Capability),
    /// The act does not fit the state of the thing, or the law forbids it; the text says which and what to do.
    #[error("{0}")]
    Refused(String),
    /// Something that must be filled in is missing or wrong, field by field.
    #[error("填写的内容有误，请按提示修改。")]
    Invalid(Vec<FieldFault>),
    /// Somebody else changed the same text after this person began to edit it; the text names the place.
    #[error("{0}在您打开之后已被别人修改，您的修改没有保存。请先复制自己的文字，再打开最新的内容合并。")]
    Overtaken(String),
    /// The password is not acceptable.
    #[error(transparent)]
    Password(#[from] PasswordFault),
    /// A file was not made because of a defect; the words inside are for the log.
    #[error("文件没有生成。请再试一次；还是不行的，请与管理员联系。")]
    Unmade(String),
    /// A law of counting refuses.
    #[error("{0}。")]
    Clock(#[from] law::clock::ClockError),
}

impl Error {
    /// A refusal with its sentence.
    pub fn refused(sentence: impl Into<String>) -> Self {
        Self::Refused(sentence.into())
    }

    /// One field is missing or wrong; the sentence says what to do.
    pub fn field(field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldFault { field, message: message.into() }])
    }

    /// Whether the thing asked for does not exist.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Store(store::Error::NotFound(_)))
    }
}

impl From<Unprinted> for Error {
    fn from(why: Unprinted) -> Self {
        match why {
            Unprinted::Refused(sentence) => Self::Refused(sentence),
            Unprinted::Broken(words) => Self::Unmade(words),
        }
    }
}

/// What a failure of the store means to the person at the desk or at the command line.
pub fn sentence(error: &store::Error) -> String {
    use store::Error as E;
    match error {
        E::NotFound(_) => "没有找到。可能已经被撤销，或者地址有误。".to_owned(),
        E::Conflict(_) => "编号或名称已经有了，请换一个。".to_owned(),
        E::ChangedSince(records) => {
            format!("不能撤销：这次导入的记录中有 {} 条后来改过。请先核对这些记录。", records.len())
        }
        E::AlreadyDone(_) => "已经做过了，不能再做一次。".to_owned(),
        E::UnknownField(field) => format!("这本登记簿没有“{field}”这一项。"),
        E::Busy(_) => "系统正忙，没有写入。请稍后再试。".to_owned(),
        E::Unreachable(cause) => {
            format!("数据库打不开：请检查数据目录是否存在、是否可写，或数据库服务是否启动。（{cause}）")
        }
        E::Unsuitable(what) => format!("这个数据库不合要求：{what}。需要 PostgreSQL 15 以上、UTF-8 编码。"),
        E::NewerSchema { found, known } => {
            format!(
                "数据库是新版本程序建的（第 {found} 版，本程序只认识到第 {known} 版）。请用新版本程序打开，数据没有改动。"
            )
        }
        E::OlderSchema { found, known } => {
            format!("数据库是旧版本（第 {found} 版，需要第 {known} 版）。请先运行 gongkai migrate。")
        }
        E::AlteredSchema(version) => {
            format!("数据库第 {version} 版结构与程序不一致，不能打开。请从备份恢复。")
        }
        E::NotEmpty => "目标数据库里已有数据。备份只能恢复到空的地方。".to_owned(),
        E::DamagedBackup(what) => {
            let line = what.strip_prefix("line ").and_then(|rest| rest.split(':').next());
            let place = line.map_or_else(String::new, |line| format!("（第 {line} 行）"));
            format!("备份文件损坏、不完整，或者不是本程序的备份{place}。没有写入。")
        }
        E::BrokenLedger { organ, seq } => {
            format!("机关 {organ} 的台账第 {seq} 号事件与原始记录不符，请立即核查。")
        }
        E::BadText => "文字里有不能保存的字符（空字符），请删除后再试。".to_owned(),
        E::Storage(cause) => format!("存储失败，没有写入：磁盘可能已满或不可写。（{cause}）"),
        other => format!("数据库出错，没有写入。（{other}）"),
    }
}
