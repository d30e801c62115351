//! The one door (invariant 8): what of the ledger anybody may see. Everything is hidden unless this file
//! shows it, and the portal's pages are made from the types here, never from a row.
//!
//! - A publication is shown when it is statutory content, was released on or before today, and is neither
//!   struck nor withdrawn. News and village affairs have their own places (P-61-1).
//! - A day to come is not acted on before it is there: of a withdrawal, of an end of validity.
//! - What was withdrawn leaves number, title, reason and day behind, and nothing else.
//! - Summary and text are shown only of what was released on the internet (条例第二十三条). A list that was
//!   posted on a village board was not meant for the whole world; its entry says where it can be read.
//! - Of the corrections after release, the day and the names of the fields that the page prints are shown.
//! - A report is shown once it has been published; older published versions stay readable.

use jiff::civil::Date;
use law::register::{
    Category, Chosen as _, ContentKind, Publication, Record, Register, ReleaseChannel, Validity,
};
use store::{Condition, Event, EventKind, Filter, RecordId, RecordRow, Report, ReportState};

/// A publication as the portal may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) id: RecordId,
    pub(crate) title: String,
    pub(crate) index_no: Option<String>,
    pub(crate) document_no: Option<String>,
    pub(crate) category: Option<Category>,
    pub(crate) topic: Option<String>,
    pub(crate) formed_on: Option<Date>,
    pub(crate) released_on: Date,
    pub(crate) channels: Vec<ReleaseChannel>,
    pub(crate) validity: Option<Validity>,
    pub(crate) ceased_on: Option<Date>,
    /// `None` too for what was not released on the internet.
    pub(crate) summary: Option<String>,
    /// `None` too for what was not released on the internet.
    pub(crate) body: Option<String>,
    /// Whether summary and text are kept back because the item was never on the internet.
    pub(crate) kept_to_channels: bool,
}

/// A correction of a document after its release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Revision {
    pub(crate) on: Date,
    /// The fields that changed, by their labels.
    pub(crate) fields: Vec<&'static str>,
}

/// What is left of a withdrawn publication (P4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Withdrawn {
    pub(crate) title: String,
    pub(crate) index_no: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) withdrawn_on: Date,
}

/// What the public sees of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All that is public of it.
    Shown(Box<Document>),
    /// It was public and is no more.
    Withdrawn(Withdrawn),
    /// Nothing, not even that it exists.
    Hidden,
}

/// What the public sees of a record of the register of publications on that day.
pub(crate) fn sight(row: &RecordRow, today: Date) -> Sight {
    let Ok(Record::Publication(publication)) = row.record() else { return Sight::Hidden };
    let Some(released_on) = publication.first_released_on.filter(|day| *day <= today) else {
        return Sight::Hidden;
    };
    if row.struck || publication.content_kind != ContentKind::Statutory {
        return Sight::Hidden;
    }
    if let Some(withdrawn_on) = publication.withdrawn_on.filter(|day| *day <= today) {
        let Publication { title, index_no, withdrawn_reason: reason, .. } = publication;
        return Sight::Withdrawn(Withdrawn { title, index_no, reason, withdrawn_on });
    }
    Sight::Shown(Box::new(document(row.id.clone(), (released_on, today), publication)))
}

fn document(id: RecordId, (released_on, today): (Date, Date), publication: Publication) -> Document {
    let is_online = publication.is_online();
    let is_in_force_yet = publication.ceased_on.is_some_and(|day| day > today);
    let text = |text: Option<String>| text.filter(|_| is_online);
    let kept_to_channels = !is_online && (publication.body.is_some() || publication.summary.is_some());
    Document {
        id,
        released_on,
        kept_to_channels,
        summary: text(publication.summary),
        body: text(publication.body),
        title: publication.title,
        index_no: publication.index_no,
        document_no: publication.document_no,
        category: publication.category,
        topic: publication.topic,
        formed_on: publication.formed_on,
        channels: publication.channels,
        validity: if is_in_force_yet { Some(Validity::InForce) } else { publication.validity },
        ceased_on: publication.ceased_on.filter(|_| !is_in_force_yet),
    }
}

/// What the page of a document prints besides its text.
const PRINTED: [&str; 8] =
    ["title", "index_no", "document_no", "category", "topic", "formed_on", "validity", "ceased_on"];
/// What it prints only of what was released on the internet.
const PRINTED_ONLINE: [&str; 2] = ["summary", "body"];

/// The corrections of a document since its release, latest first.
pub(crate) fn revisions(document: &Document, events: &[Event]) -> Vec<Revision> {
    let revision = |event: &Event| {
        let changed = event.content.get("changed")?;
        let is_correction =
            event.kind == EventKind::RecordCorrected && event.happened_on >= document.released_on;
        // What changes together with the day of release is the release itself.
        if !is_correction || changed.get("first_released_on").is_some() {
            return None;
        }
        let texts: &[&str] = if document.kept_to_channels { &[] } else { &PRINTED_ONLINE };
        let printed = PRINTED.iter().chain(texts).filter(|key| changed.get(**key).is_some());
        let fields: Vec<&'static str> =
            printed.filter_map(|key| Some(Register::Publication.field(key)?.label)).collect();
        (!fields.is_empty()).then_some(Revision { on: event.happened_on, fields })
    };
    events.iter().rev().filter_map(revision).collect()
}

/// The question to the store that finds nothing but what [`sight`] shows.
pub(crate) fn shown(today: Date) -> Filter {
    let statutory = law::register::Value::Text(ContentKind::Statutory.key().to_owned());
    Filter {
        conditions: vec![
            Condition::Is("content_kind".to_owned(), statutory),
            Condition::Until("first_released_on".to_owned(), today),
            Condition::NotBy("withdrawn_on".to_owned(), today),
        ],
        ..Filter::default()
    }
}

/// Whether anybody may read this version of a report.
pub(crate) fn is_public(report: &Report) -> bool {
    report.state == ReportState::Published
}

#[cfg(test)]
mod tests {
    use law::register::{Value, Values};

    use super::*;

    const TODAY: Date = jiff::civil::date(2021, 1, 5);

    fn row(changes: &[(&'static str, &str)]) -> RecordRow {
        let mut values: Values =
            Register::Publication.fields().iter().map(|f| (f.key, Value::Null)).collect();
        let plain = [
            ("source_no", "1"),
            ("title", "标题"),
            ("content_kind", "statutory"),
            ("category", "20-07"),
            ("first_released_on", "2020-02-03"),
            ("channels", "portal,board"),
            ("body", "正文"),
            ("note", "内部备注"),
        ];
        for (key, text) in plain.iter().chain(changes) {
            values.insert(key, if text.is_empty() { Value::Null } else { Value::Text((*text).to_owned()) });
        }
        RecordRow {
            register: Register::Publication,
            id: RecordId::new("id"),
            values,
            unit_id: None,
            import_id: None,
            struck: false,
            recorded_seq: 1,
            changed_seq: 1,
            due: None,
        }
    }

    #[test]
    fn what_is_released_is_shown_without_what_is_internal() {
        let Sight::Shown(document) = sight(&row(&[]), TODAY) else { panic!() };
        assert_eq!(document.body.as_deref(), Some("正文"));
        assert!(!format!("{document:?}").contains("内部备注"));
    }

    #[test]
    fn whatever_is_not_plainly_released_is_hidden() {
        let drafts: [&[(&str, &str)]; 4] = [
            &[("first_released_on", ""), ("channels", "")],
            &[("first_released_on", "2021-01-06")],
            &[("content_kind", "news"), ("category", "")],
            &[("content_kind", "village"), ("category", "")],
        ];
        for changes in drafts {
            assert_eq!(sight(&row(changes), TODAY), Sight::Hidden, "{changes:?}");
        }
        let struck = RecordRow { struck: true, ..row(&[]) };
        assert_eq!(sight(&struck, TODAY), Sight::Hidden);
        let other = RecordRow { register: Register::WorkOrder, ..row(&[]) };
        assert_eq!(sight(&other, TODAY), Sight::Hidden);
    }

    #[test]
    fn what_was_withdrawn_leaves_number_title_reason_and_day() {
        let changes =
            [("withdrawn_on", "2020-12-01"), ("withdrawn_reason", "内容有误"), ("index_no", "X/2020-00001")];
        let Sight::Withdrawn(left) = sight(&row(&changes), TODAY) else { panic!() };
        assert_eq!(
            (left.index_no.as_deref(), left.reason.as_deref()),
            (Some("X/2020-00001"), Some("内容有误"))
        );
        assert!(!format!("{left:?}").contains("正文"));
    }

    #[test]
    fn a_withdrawal_or_an_end_to_come_changes_nothing_before_its_day() {
        let to_come = |day| {
            let changes = [
                ("withdrawn_on", day),
                ("withdrawn_reason", "到期撤下"),
                ("validity", "repealed"),
                ("ceased_on", day),
            ];
            sight(&row(&changes), TODAY)
        };
        let Sight::Shown(document) = to_come("2021-01-06") else { panic!() };
        assert_eq!((document.validity, document.ceased_on), (Some(Validity::InForce), None));
        assert!(matches!(to_come("2021-01-05"), Sight::Withdrawn(_)));
        let ended = [("validity", "repealed"), ("ceased_on", "2021-01-05")];
        let Sight::Shown(document) = sight(&row(&ended), TODAY) else { panic!() };
        assert_eq!(document.validity, Some(Validity::Repealed));
    }

    #[test]
    fn whatever_free_text_is_shown_was_looked_through_for_persons() {
        let texts = [
            ("title", "文字甲"),
            ("index_no", "文字乙"),
            ("document_no", "文字丙"),
            ("topic", "文字丁"),
            ("summary", "文字戊"),
            ("body", "文字己"),
        ];
        let row = row(&texts);
        let Sight::Shown(document) = sight(&row, TODAY) else { panic!() };
        let Ok(Record::Publication(publication)) = row.record() else { panic!() };
        let looked_through: Vec<&str> =
            publication.public_texts(TODAY).into_iter().map(|(_, text)| text).collect();
        let shown = format!("{document:?}");
        for (key, text) in texts {
            assert!(shown.contains(text) && looked_through.contains(&text), "{key}");
        }
        // Every other free text of the register is hidden.
        for field in Register::Publication.fields() {
            let is_text = matches!(
                field.kind,
                law::register::FieldKind::Text { .. } | law::register::FieldKind::LongText { .. }
            );
            let is_shown = PRINTED.contains(&field.key) || PRINTED_ONLINE.contains(&field.key);
            assert_eq!(is_text && is_shown, texts.iter().any(|(key, _)| *key == field.key), "{}", field.key);
        }
    }

    #[test]
    fn a_text_that_was_only_posted_on_a_board_does_not_go_to_the_internet() {
        let Sight::Shown(document) = sight(&row(&[("channels", "board,broadcast")]), TODAY) else { panic!() };
        assert_eq!((document.body, document.kept_to_channels), (None, true));
    }
}
