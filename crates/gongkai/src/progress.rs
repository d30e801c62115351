//! Progress bars on standard error; nothing where standard error is no terminal.

use std::sync::Arc;

use casework::import::{OnProgress, Progress};
use indicatif::{ProgressBar, ProgressStyle};

/// A bar for an import: rows read, then records written.
pub(crate) fn of_import() -> (ProgressBar, OnProgress) {
    let bar = ProgressBar::new_spinner();
    let style = |template: &str| {
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
    };
    bar.set_style(style("{spinner} 已读 {pos} 行 {elapsed}"));
    let shown = bar.clone();
    let writing = style("写入 {bar:40} {pos}/{len} 剩余 {eta}");
    let on_progress: OnProgress = Arc::new(move |progress| match progress {
        Progress::Read(rows) => shown.set_position(rows as u64),
        Progress::Written(written, total) => {
            if shown.length() != Some(total as u64) {
                shown.set_style(writing.clone());
                shown.set_length(total as u64);
            }
            shown.set_position(written as u64);
        }
    });
    (bar, on_progress)
}

/// A bar for a check: files done of files found.
pub(crate) fn of_check(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    let style = ProgressStyle::with_template("检查 {bar:40} {pos}/{len} 剩余 {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
