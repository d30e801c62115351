//! P4, one document: what it is, its text, whether it still holds; and what is left of a withdrawn one.

use askama::Template;
use axum::extract;
use axum::extract::Path;
use axum::http::StatusCode;
use jiff::civil::Date;
use law::register::{Category, Chosen as _, Register, ReleaseChannel, Validity};
use store::{Read, RecordId, Subject};

use super::layout::{Column, Frame};
use super::organ::{Opened, PublicOrgan};
use crate::day;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Here, Look, download, html, page};
use crate::state::State;
use crate::visible::{Document, Revision, Sight, Withdrawn, revisions, sight};

/// A line of the block above the text.
struct Fact {
    label: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "portal/document.html")]
struct DocumentPage {
    look: Look,
    frame: Frame,
    title: String,
    released_on: String,
    summary: String,
    facts: Vec<Fact>,
    /// 本文件已于…废止, if the document no longer holds.
    ended: String,
    paragraphs: Vec<String>,
    /// Where it can be read, if not here.
    elsewhere: String,
    text: Option<String>,
    revisions: Vec<Revision>,
    keywords: String,
    address: String,
}

#[derive(Template)]
#[template(path = "portal/withdrawn.html")]
struct WithdrawnPage {
    look: Look,
    frame: Frame,
    left: Withdrawn,
    day: String,
}

/// The document, or 410 with what is left of it.
pub(super) async fn show_document(
    Opened { organ, mut read }: Opened,
    Path((_, id)): Path<(String, String)>,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let look = Look::of(&state, &here);
    match find(&mut read, &organ, id, state.today()).await? {
        Sight::Shown(document) => {
            let subject = Subject::record(Register::Publication, &document.id);
            let events = read.events_of(&organ.organ.id, &subject).await?;
            let revisions = revisions(&document, &events);
            page(&document_page(look, organ, *document, revisions, here.address))
        }
        Sight::Withdrawn(left) => {
            let day = day::in_words(left.withdrawn_on);
            let frame = Frame::within(organ, Column::Content, vec![Crumb::here("已撤下的信息")]);
            html(StatusCode::GONE, &WithdrawnPage { look, frame, left, day })
        }
        Sight::Hidden => Err(Fault::NotFound),
    }
}

/// The text as a plain file, for readers aloud and for keeping.
pub(super) async fn show_text(
    Opened { organ, mut read }: Opened,
    Path((_, id)): Path<(String, String)>,
    extract::State(state): extract::State<State>,
) -> Answer {
    let Sight::Shown(document) = find(&mut read, &organ, id, state.today()).await? else {
        return Err(Fault::NotFound);
    };
    let body = document.body.ok_or(Fault::NotFound)?;
    let text = format!("{}\n\n{}\n", document.title, body.trim_end());
    download("text/plain; charset=utf-8", &format!("{}.txt", document.title), text.into_bytes())
}

async fn find(read: &mut Read, organ: &PublicOrgan, id: String, today: Date) -> Result<Sight, Fault> {
    let row = read.record(&organ.organ.id, Register::Publication, &RecordId::new(id)).await?;
    Ok(sight(&row, today))
}

fn document_page(
    look: Look,
    organ: PublicOrgan,
    document: Document,
    revisions: Vec<Revision>,
    address: String,
) -> DocumentPage {
    let path =
        document.category.map(|category| Crumb::to(category.label(), organ.links.category(category.key())));
    let path = path.into_iter().chain([Crumb::here("正文")]).collect();
    DocumentPage {
        facts: facts(&organ, &document),
        keywords: keywords(&organ, &document),
        ended: ended(&document),
        revisions,
        elsewhere: elsewhere(&organ, &document),
        text: document.body.as_ref().map(|_| format!("{}/text", organ.links.document(document.id.as_str()))),
        released_on: document.released_on.to_string(),
        paragraphs: paragraphs(document.body.as_deref().unwrap_or_default()),
        summary: document.summary.unwrap_or_default(),
        title: document.title,
        frame: Frame::within(organ, Column::Content, path),
        address,
        look,
    }
}

/// Lines with something on them.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The fields that government sites print above a document; those that are empty are left out.
fn facts(organ: &PublicOrgan, document: &Document) -> Vec<Fact> {
    let given = |label, text: Option<String>| text.map(|text| Fact { label, text });
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let category = |category: Category| format!("{}（{}）", category.label(), category.article());
    let channels: Vec<&str> = document.channels.iter().copied().map(ReleaseChannel::label).collect();
    let facts = [
        given("索引号", document.index_no.clone()),
        given("公开类别", document.category.map(category)),
        given("主题分类", document.topic.clone()),
        given("发布机构", Some(organ.organ.name.clone())),
        given("发文字号", document.document_no.clone()),
        given("生成日期", day(document.formed_on)),
        given("发布日期", Some(document.released_on.to_string())),
        given("有效性", document.validity.map(|validity| validity.label().to_owned())),
        given("公开方式", Some("主动公开".to_owned())),
        given("发布渠道", (!channels.is_empty()).then(|| channels.join("、"))),
    ];
    facts.into_iter().flatten().collect()
}

/// For crawlers: whose, what kind, about what.
fn keywords(organ: &PublicOrgan, document: &Document) -> String {
    let category = document.category.map(Category::label);
    let words =
        [Some(organ.short_name()), category, document.topic.as_deref(), document.document_no.as_deref()];
    words.into_iter().flatten().collect::<Vec<_>>().join(",")
}

fn ended(document: &Document) -> String {
    let Some(validity @ (Validity::Repealed | Validity::Lapsed)) = document.validity else {
        return String::new();
    };
    let when = document.ceased_on.map(|day| format!("于{}", day::in_words(day))).unwrap_or_default();
    format!("本文件已{when}{}，原文留存，仅供查阅。", validity.label())
}

fn elsewhere(organ: &PublicOrgan, document: &Document) -> String {
    if document.body.is_some() {
        return String::new();
    }
    let channels: Vec<&str> = document.channels.iter().copied().map(ReleaseChannel::label).collect();
    let ask = match organ.settings.phone.as_str() {
        "" => "也可以到本机关查阅。".to_owned(),
        phone => format!("也可以打电话 {phone} 询问。"),
    };
    if document.kept_to_channels {
        return format!(
            "这条信息通过{}公开，没有在网上发布全文。请到张贴或发布的地方查看，{ask}",
            channels.join("、")
        );
    }
    format!("这条信息已通过{}公开，本栏目没有收录全文。{ask}", channels.join("、"))
}
