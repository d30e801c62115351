//! What citizens see of a publication: said on its page at the desk, with the way there or with what is missing.

use casework::portal::PortalSettings;
use jiff::civil::Date;
use law::register::{Register, Value};
use store::{Organ, RecordRow};

use crate::day;
use crate::state::State;
use crate::visible::{Sight, sight};

/// What citizens see of a record.
pub(super) struct Public {
    /// The colour of the note.
    pub(super) class: &'static str,
    pub(super) words: String,
    /// The public page.
    pub(super) href: Option<String>,
}

/// What citizens see of a publication today; nothing is said of other registers and of struck records.
pub(super) fn public(state: &State, organ: &Organ, row: &RecordRow) -> Option<Public> {
    if row.register != Register::Publication || row.struck {
        return None;
    }
    let settings = PortalSettings::of(organ);
    let page = || state.links().organ(&settings.slug_of(organ)).document(row.id.as_str());
    let hidden = |class, words: &str| Public { class, words: words.to_owned(), href: None };
    if settings.hidden {
        return Some(hidden("", "本机关没有开设公开栏目，公众在这里看不到。"));
    }
    Some(match sight(row, state.today()) {
        Sight::Shown(document) => Public {
            class: "ok",
            words: match document.kept_to_channels {
                true => {
                    "公众在公开栏目能看到标题和公开途径。发布渠道没有政府网站或微信公众号，概述和正文不上网。"
                }
                false => "公众在公开栏目能看到。要撤下的，点“更正”，填写撤下日期和撤下原因。",
            }
            .to_owned(),
            href: Some(page()),
        },
        Sight::Withdrawn(withdrawn) => Public {
            class: "warn",
            words: format!(
                "{}撤下，公开栏目里只留标题、索引号、撤下日期和原因。",
                day::in_words(withdrawn.withdrawn_on)
            ),
            href: Some(page()),
        },
        Sight::Hidden => hidden("", &unseen(row, state.today())),
    })
}

/// Why nobody sees it yet, and what to do.
fn unseen(row: &RecordRow, today: Date) -> String {
    if row.value("content_kind").as_text() != Some("statutory") {
        return "公众在公开栏目看不到：这里只列法定主动公开的信息，工作动态和村务公开不在内。".to_owned();
    }
    let released = match row.value("first_released_on") {
        Value::Text(text) => text.parse::<Date>().ok(),
        _ => None,
    };
    match released.filter(|day| *day > today) {
        Some(day) => format!("{}起公众在公开栏目能看到。", day::in_words(day)),
        None => "还没有公开。发布以后点“更正”，填写首次发布日期和发布渠道，公开栏目就会列出。".to_owned(),
    }
}
