//! Checking what waits, file by file, several at a time. What the program leaves unfinished when it stops waits on and
//! is taken up at the next start.

use std::sync::Arc;

use jiff::Timestamp;
use law::legal_day;
use store::{Act, OpenCheck, ReportId, Store};
use tokio::task::JoinSet;

use super::{Checker, again::look_again, examine::examine, order::CheckOrder, order::keep};
use crate::{Error, Result};

/// A file that has ended the program so often is not tried again.
const TRIES_MAX: i64 = 3;
/// Files begun together, for each that is checked at once.
const AHEAD: u32 = 4;

/// What working off needs of the outside.
#[derive(Clone)]
pub struct WorkHands {
    /// The clock.
    pub now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// Fresh identifiers.
    pub new_id: Arc<dyn Fn() -> String + Send + Sync>,
    /// How many files are checked at once.
    pub at_once: u32,
}

impl std::fmt::Debug for WorkHands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WorkHands").field("at_once", &self.at_once).finish_non_exhaustive()
    }
}

/// Checks files of all organs until none waits, and then lays last year's reports that came later beside this year's;
/// how many files it was. A file that cannot be read gets its sentence and does
/// not keep the others.
///
/// # Errors
/// When the store fails. What was not finished waits on.
pub async fn work_off(store: &Store, checker: &Checker, hands: &WorkHands) -> Result<usize> {
    let mut done = 0;
    loop {
        let open = store.read().await?.open_checks(hands.at_once.max(1) * AHEAD).await?;
        if open.is_empty() {
            look_again(store, checker, hands).await?;
            return Ok(done);
        }
        let mut tasks = JoinSet::new();
        for file in open {
            done += 1;
            let (store, checker, hands) = (store.clone(), checker.clone(), hands.clone());
            tasks.spawn(async move { one(&store, &checker, &hands, file).await });
        }
        while let Some(ended) = tasks.join_next().await {
            ended.map_err(|error| Error::Unmade(format!("a check broke off: {error}")))??;
        }
    }
}

async fn one(store: &Store, checker: &Checker, hands: &WorkHands, open: OpenCheck) -> Result<()> {
    let at = (hands.now)();
    let act = Act { at, on: legal_day(at), person: open.opened_by.clone(), post: None, reason: None };
    if open.tries >= TRIES_MAX {
        return refused(store, &open, "核对这个文件时程序几次中断，不再自动重试。请另存一份，重新上传。")
            .await;
    }
    let mut write = store.begin(&open.file.organ).await?;
    match write.begin_check(&open.file).await {
        // Another process was faster.
        Err(store::Error::NotFound(_)) => return Ok(()),
        begun => begun?,
    }
    write.commit().await?;
    let bytes = match store.read().await?.check_content(&open.file.organ, &open.digest).await {
        Err(store::Error::NotFound(_)) => {
            return refused(store, &open, "文件的内容没有保存下来。请重新上传。").await;
        }
        bytes => bytes?,
    };
    let order = CheckOrder { file_name: open.file_name.clone(), bytes, excerpt: open.excerpt };
    let outcome = match examine(store, &open.file.organ, &act, order, checker).await {
        Err(Error::Refused(sentence)) => return refused(store, &open, &sentence).await,
        outcome => outcome?,
    };
    let id = ReportId::new((hands.new_id)());
    let mut write = store.begin(&open.file.organ).await?;
    match write.end_check(&open.file, Ok(&id)).await {
        Err(store::Error::NotFound(_)) => return Ok(()),
        ended => ended?,
    }
    keep(&mut write, &act, &outcome, (id, Some(open.file.batch.clone()))).await?;
    Ok(write.commit().await?)
}

async fn refused(store: &Store, open: &OpenCheck, sentence: &str) -> Result<()> {
    let mut write = store.begin(&open.file.organ).await?;
    match write.end_check(&open.file, Err(sentence)).await {
        Err(store::Error::NotFound(_)) => Ok(()),
        ended => {
            ended?;
            Ok(write.commit().await?)
        }
    }
}
