//! The normative documents as publications, each with its explanation (解读).

use law::register::ReleaseChannel::{Board, Gazette, Portal, Wechat};
use law::register::{Category, ContentKind, Validity};

use super::super::county::OFFICE;
use super::super::days::Days;
use super::super::normative::{DOCUMENTS, Document};
use super::item::{Item, Number};

/// Two items for each document: the text and what it means.
pub(super) fn items(days: &Days<'_>) -> Vec<Item> {
    DOCUMENTS.iter().flat_map(|document| [text(days, document), explanation(days, document)]).collect()
}

fn text(days: &Days<'_>, document: &Document) -> Item {
    // A document in force on its last day has lapsed on the next.
    let lapsed = document.valid_until().map(|last| (Validity::Lapsed, super::super::days::later(last, 1)));
    let repealed = document.repealed_on().map(|day| (Validity::Repealed, day));
    Item {
        released: document.published_on(days),
        formed: document.issued_on(),
        kind: ContentKind::Statutory,
        category: Some(Category::Normative),
        title: document.title.to_owned(),
        body: format!("{}\n本文件自公布之日起施行，由示例镇人民政府负责解释。", document.gist),
        unit: None,
        channels: vec![Portal, Gazette, Board],
        number: Number::Given(document.document_no()),
        basis: None,
        ended: repealed.or(lapsed),
        withdrawn: None,
    }
}

fn explanation(days: &Days<'_>, document: &Document) -> Item {
    let released = days.after(document.published_on(days), 1);
    Item {
        released,
        formed: document.published_on(days),
        kind: ContentKind::Statutory,
        category: Some(Category::Normative),
        title: format!("《{}》政策解读", document.title),
        body: "为方便群众理解，现就文件制定的背景、主要内容和办理要点作出说明。\n文件起草过程中征求了各村和有关单位的意见，并按程序进行了合法性审核和备案。\n执行中遇到问题的，可以向党政综合办公室咨询，办公室将汇总后统一答复。".to_owned(),
        unit: Some(OFFICE),
        channels: vec![Portal, Wechat],
        number: Number::None,
        basis: None,
        ended: None,
        withdrawn: None,
    }
}
