//! Failures in the words of the person at the command line: one Chinese sentence each.

use std::{io, path::Path};

use anyhow::anyhow;

/// What a failed act of `casework` or the store means.
pub(crate) fn told(error: impl Into<casework::Error>) -> anyhow::Error {
    match error.into() {
        casework::Error::Invalid(faults) => {
            let words: Vec<&str> = faults.iter().map(|fault| fault.message.trim_end_matches('。')).collect();
            anyhow!("{}。", words.join("；"))
        }
        error @ casework::Error::Unmade(_) => {
            tracing::error!(?error, "a file was not made");
            anyhow!("{error}")
        }
        other => anyhow!("{other}"),
    }
}

/// A file or folder that could not be read or written.
pub(crate) fn file(what: &str, path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow!("{what} {}：{}。", path.display(), reason(error))
}

/// Why the operating system refused, as a Chinese phrase.
pub(crate) fn reason(error: &io::Error) -> String {
    use io::ErrorKind as K;
    let phrase = match error.kind() {
        K::NotFound => "没有这个文件或目录",
        K::PermissionDenied => "没有权限",
        K::AlreadyExists => "已经有了",
        K::IsADirectory => "它是目录，不是文件",
        K::NotADirectory => "路径中有一段是文件，不是目录",
        K::StorageFull | K::QuotaExceeded => "磁盘已满",
        K::ReadOnlyFilesystem => "磁盘是只读的",
        K::FileTooLarge => "文件太大",
        K::AddrInUse => "端口已被别的程序占用",
        K::AddrNotAvailable => "不是本机的地址",
        K::InvalidFilename => "文件名不能用",
        _ => return format!("系统报告“{error}”"),
    };
    phrase.to_owned()
}
