//! Parts 二, 三 and 四: the statutory table, what is blank in it, what was filled in by hand, what does not add up.

use askama::Template;
use casework::report::{Compiled, LastYear, ReportDocument};
use law::report::{CellKey, Section, Source, source};

use super::address;
use super::declared::{ByHand, by_hand};
use super::opened::Opened;
use super::parts::{blanks, of_table};
use super::people::People;
use super::subject::Subject;
use super::whole::Marks;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};
use crate::report::{Sheet, plain};

#[derive(Template)]
#[template(path = "desk/report/table.html")]
struct TablePage {
    look: Look,
    frame: Frame,
    heading: String,
    /// The status in words and its colour.
    status: (String, &'static str),
    sheet: Sheet,
    code: &'static str,
    blanks: Vec<Blank>,
    broken: Vec<Broken>,
    by_hand: Vec<ByHand>,
    /// The same table of the year before.
    before: Option<Before>,
    back: String,
}

/// Last year's table.
struct Before {
    year: i16,
    /// Where its figures come from.
    said: &'static str,
    sheet: Sheet,
}

/// A blank cell and what to do.
struct Blank {
    name: String,
    cell: String,
    advice: &'static str,
    href: Option<String>,
}

/// A rule that is broken within the table.
struct Broken {
    rule: &'static str,
    message: String,
    cells: Vec<(String, String)>,
}

pub(super) async fn draw(
    Opened { visit: Visit { state, here, signed, .. }, subject, .. }: &Opened,
    section: Section,
) -> Answer {
    let compiled = subject.compiled(state).await?;
    let mut by_hand = by_hand(state, &mut People::default(), subject, &compiled).await?;
    by_hand.retain(|cell| cell.key.section() == section);
    let marks = Marks::of(subject, &compiled);
    let document = ReportDocument::from(compiled.clone());
    let mut sheet = Sheet::new(&document.report, &document.title, document.is_draft, |key| marks.mark(key));
    sheet.parts.retain(|part| part.id == section.code());
    page(&TablePage {
        look: Look::of(state, here),
        frame: Frame::new(signed, Place::Reports, subject.crumbs(vec![Crumb::here(section.heading())])),
        heading: section.heading(),
        status: of_table(&compiled, section),
        sheet,
        code: section.code(),
        blanks: blanks(&compiled, section).into_iter().map(|key| blank(subject, &compiled, key)).collect(),
        broken: broken(subject, &compiled, section),
        by_hand,
        before: compiled.last_year.as_ref().map(|last| before(last, section)),
        back: subject.at.page(),
    })
}

fn before(last: &LastYear, section: Section) -> Before {
    let mut sheet = Sheet::new(&last.report, "", false, plain);
    sheet.parts.retain(|part| part.id == section.code());
    let said = match last.version {
        Some(_) => "取自上年定稿的报告。",
        None => "上年没有定稿的报告，按上年的台账统计。",
    };
    Before { year: last.report.year, said, sheet }
}

fn blank(subject: &Subject, compiled: &Compiled, key: CellKey) -> Blank {
    let form = compiled.report.form;
    let declared = matches!(source(form, key), Some(Source::Declared { .. }));
    Blank {
        name: form.cell_name(key),
        cell: subject.at.cell(key),
        advice: if declared {
            "没有人报送。没有发生的，也要报 0。"
        } else {
            "它由别的栏目算出，先填好那些栏目。"
        },
        href: (declared && subject.rights.declares && compiled.is_draft())
            .then(|| address::declare(compiled.report.year, key)),
    }
}

fn broken(subject: &Subject, compiled: &Compiled, section: Section) -> Vec<Broken> {
    let form = compiled.report.form;
    let blank = blanks(compiled, section);
    let of_section = compiled.findings.iter().filter(|checked| {
        let cells = &checked.finding.cells;
        checked.finding.blocks()
            && cells.iter().any(|key| key.section() == section)
            && !cells.iter().all(|key| blank.contains(key))
    });
    let tell = |checked: &casework::report::CheckedFinding| Broken {
        rule: checked.finding.rule,
        message: checked.finding.message.clone(),
        cells: checked
            .finding
            .cells
            .iter()
            .map(|key| (form.cell_name(*key), subject.at.cell(*key)))
            .collect(),
    };
    of_section.map(tell).collect()
}
