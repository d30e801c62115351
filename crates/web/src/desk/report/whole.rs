//! The whole report as it is printed, each figure leading to what stands behind it.

use askama::Template;
use casework::report::{Compiled, ReportDocument};
use law::report::CellKey;

use super::opened::Opened;
use super::parts::faulty;
use super::subject::Subject;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};
use crate::report::{Mark, Sheet};

#[derive(Template)]
#[template(path = "desk/report/whole.html")]
struct WholePage {
    look: Look,
    frame: Frame,
    sheet: Sheet,
    back: String,
    hash: String,
}

/// `GET /desk/reports/{year}/whole`, and the same below `/desk/county/{organ}`.
pub(in crate::desk) async fn show_whole(Opened { visit, subject, .. }: Opened) -> Answer {
    let compiled = subject.compiled(&visit.state).await?;
    let marks = Marks::of(&subject, &compiled);
    let document = ReportDocument::from(compiled.clone());
    let sheet = Sheet::new(&document.report, &document.title, document.is_draft, |key| marks.mark(key));
    page(&WholePage {
        look: Look::of(&visit.state, &visit.here),
        frame: Frame::new(&visit.signed, Place::Reports, subject.crumbs(vec![Crumb::here("全文")])),
        sheet,
        back: subject.at.page(),
        hash: document.hash.unwrap_or_default(),
    })
}

/// What the desk adds to the figures of a report.
pub(super) struct Marks<'a> {
    subject: &'a Subject,
    compiled: &'a Compiled,
    faulty: Vec<CellKey>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(subject: &'a Subject, compiled: &'a Compiled) -> Self {
        Self { subject, compiled, faulty: faulty(compiled).collect() }
    }

    /// A link to what stands behind it, 手工填报, and whether a rule is broken there.
    pub(super) fn mark(&self, key: CellKey) -> Mark {
        Mark {
            href: Some(self.subject.at.cell(key)),
            by_hand: self.compiled.by_hand.contains(&key),
            faulty: self.faulty.contains(&key),
        }
    }
}
