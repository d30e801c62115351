//! Writing a part, without overwriting unseen what somebody else wrote meanwhile.

use law::report::Section;
use store::{Act, OrganId, ReportId, Store};

use super::{
    part::token,
    step::{Step, checked},
};
use crate::{Error, Result};

/// The most characters of one part; a report is a few thousand.
const LONGEST: usize = 50_000;

/// An edit of a written part.
#[derive(Debug, Clone)]
pub struct ProseEdit {
    /// Which part: 一, 五 or 六.
    pub section: Section,
    /// The whole new text.
    pub words: String,
    /// [`super::Part::token`] of the text that the writer had before them.
    pub seen: String,
}

/// Writes a part of a draft or returned report.
///
/// # Errors
/// `Overtaken` when the part was changed since the writer saw it; `Invalid` for a part that is a table or a
/// text that is too long; a refusal in another state.
pub async fn write_prose(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    edit: ProseEdit,
) -> Result<()> {
    let heading = edit.section.heading();
    if !Section::PROSE.contains(&edit.section) {
        let message = format!("“{heading}”是表格，由数据生成，不能填写文字。");
        return Err(Error::field("section", message));
    }
    let words = edit.words.replace("\r\n", "\n").replace('\r', "\n");
    let words = words.trim_end();
    if words.chars().count() > LONGEST {
        return Err(Error::field("words", format!("“{heading}”最多 {LONGEST} 字，请压缩。")));
    }
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::WriteProse).await?;
    let parts = write.report_prose(organ, id).await?;
    let known = parts.into_iter().find(|part| part.section == edit.section);
    let known_words = known.as_ref().map_or("", |part| part.words.as_str());
    if known_words == words {
        return Ok(());
    }
    if token(known_words) != edit.seen {
        return Err(Error::Overtaken(format!("“{heading}”")));
    }
    write.write_prose(act, id, edit.section, words).await?;
    Ok(write.commit().await?)
}
