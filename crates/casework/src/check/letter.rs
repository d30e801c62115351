//! The letter of comments to a body: drafted from the confirmed findings, edited by people, sent on a day.

use std::sync::Arc;

use inspect::{Correspondence, Finding, Letter};
use store::{Act, CheckLetter, CheckStanding, OrganId, ReportId, Store};

use super::{decide::decided, finding::kept};
use crate::ports::{Paper, Typesetter};
use crate::{Error, Result};

/// The longest title and text, in characters.
const TITLE_MAX: usize = 200;
const WORDS_MAX: usize = 50_000;

/// A letter: title, and its paragraphs one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    /// Its title.
    pub title: String,
    /// Everything below.
    pub words: String,
}

/// Drafts the letter from the findings that were confirmed: what fails is asked to be put right, what is in doubt to be
/// looked up. The draft and how many findings are in it.
///
/// # Errors
/// `NotFound`.
pub async fn draft_letter(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    report: &ReportId,
) -> Result<(LetterText, usize)> {
    let mut read = store.read().await?;
    let sender = read.organ(organ).await?.name;
    let checked = read.checked_report(organ, report).await?;
    let decisions = decided(&mut read, organ, &checked).await?;
    let all = checked.findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let is_confirmed =
        |at: &usize| decisions.get(at).is_some_and(|decision| decision.standing == CheckStanding::Confirmed);
    let confirmed = all.iter().enumerate().filter(|(at, _)| is_confirmed(at));
    let confirmed: Vec<Finding> = confirmed.filter_map(|(_, finding)| kept(finding)).collect();
    let about = Correspondence {
        agency: checked.summary.agency.as_deref().unwrap_or("（机关名称）"),
        year: checked.summary.year,
        sender: Some(&sender),
        on: Some(act.on),
        answer_by: None,
    };
    let letter = inspect::letter(&confirmed, &about);
    let words: Vec<&str> = letter.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    Ok((LetterText { title: letter.title, words: words.join("\n") }, confirmed.len()))
}

/// Keeps the letter as written.
///
/// # Errors
/// `Invalid` for an empty or too long text; a refusal when it has been sent.
pub async fn write_letter(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    report: &ReportId,
    letter: &LetterText,
) -> Result<()> {
    let (title, words) = (letter.title.trim(), letter.words.replace("\r\n", "\n"));
    let words = words.trim();
    for (key, label, text, max) in [("title", "标题", title, TITLE_MAX), ("words", "正文", words, WORDS_MAX)]
    {
        if text.is_empty() {
            return Err(Error::field(key, format!("请填写{label}。")));
        }
        if text.chars().count() > max {
            return Err(Error::field(key, format!("{label}最多 {max} 个字。")));
        }
    }
    let mut write = store.begin(organ).await?;
    write.checked_report(organ, report).await?;
    match write.write_check_letter(act, report, (title, words)).await {
        Err(store::Error::AlreadyDone(_)) => Err(Error::refused("这份意见已经发出，不能再改。")),
        written => {
            written?;
            Ok(write.commit().await?)
        }
    }
}

/// Marks the letter as sent on the act's day. Sending itself happens outside.
///
/// # Errors
/// A refusal when there is none, or it has been sent before.
pub async fn send_letter(store: &Store, organ: &OrganId, act: &Act, report: &ReportId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    match write.send_check_letter(act, report).await {
        Err(store::Error::NotFound(_)) => Err(Error::refused("没有等待发出的意见，或者已经发出了。")),
        sent => {
            sent?;
            Ok(write.commit().await?)
        }
    }
}

/// The letter as kept, as PDF or DOCX, and the name of the file. It bears the day on which it was sent, or written.
///
/// # Errors
/// `NotFound` when nothing has been kept; when the file cannot be made.
pub async fn print_letter(
    store: &Store,
    organ: &OrganId,
    report: &ReportId,
    paper: Paper,
    typesetter: Arc<dyn Typesetter>,
) -> Result<(String, Vec<u8>)> {
    let kept = store.read().await?.check_letter(organ, report).await?;
    let Some(CheckLetter { title, words, written_at, sent_on, .. }) = kept else {
        return Err(store::Error::NotFound("check_letter").into());
    };
    let on = sent_on.unwrap_or_else(|| law::legal_day(written_at));
    let letter = Letter::of_words(&title, &words);
    let made = tokio::task::spawn_blocking(move || typesetter.letters(paper, &[letter], on)).await;
    let bytes = made.map_err(|error| Error::Unmade(error.to_string()))??;
    Ok((format!("{title}.{}", paper.extension()), bytes))
}
