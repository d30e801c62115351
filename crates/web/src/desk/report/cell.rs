//! What stands behind a figure: its definition in words, the records, the parts of a total, the declarations.

use askama::Template;
use casework::report::{CellMembers, CellSource, Compiled, cell_members};
use law::measure::Measure;
use law::report::{CellKey, Source, source};
use store::{Page, RecordRow};

use super::address;
use super::declared::{Declared, declarations, print, unit};
use super::opened::Opened;
use super::people::People;
use super::subject::Subject;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::register;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, page};
use crate::pager::{Pager, Step};
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/report/cell.html")]
struct CellPage {
    look: Look,
    frame: Frame,
    name: String,
    year: i16,
    /// As printed; empty for a blank.
    printed: String,
    is_final: bool,
    by_hand: bool,
    faulty: bool,
    /// What the records alone give, where something else is printed.
    recorded: Option<String>,
    /// The same cell in the report of the year before.
    last_year: Option<String>,
    measure: Option<&'static Measure>,
    /// Which part of the measure: `办理结果：予以公开；申请人类别：自然人`.
    scope: String,
    parts: Vec<(String, String, String)>,
    records: Option<Records>,
    declarations: Vec<Declared>,
    /// Where it is declared, and whether that means filling in by hand what records give.
    declare: Option<String>,
    is_declared: bool,
    /// Rules that are broken here.
    broken: Vec<String>,
    table: String,
    section: String,
    pager: Pager,
}

/// The records behind a figure.
struct Records {
    label: &'static str,
    total: i64,
    /// What they add up to in the registers of today.
    amount: String,
    lines: Vec<Line>,
    /// Whether the reader is of another organ, which is told the number only.
    hidden: bool,
}

struct Line {
    name: String,
    source_no: String,
    href: String,
}

/// `GET /desk/reports/{year}/cells/{key}`, and the same below `/desk/county/{organ}`.
pub(in crate::desk) async fn show_cell(at: Opened) -> Answer {
    let key = at.param("key")?.parse::<CellKey>().map_err(|_| Fault::NotFound)?;
    let Opened { visit: Visit { state, here, signed, sent }, subject, .. } = &at;
    let compiled = subject.compiled(state).await?;
    let form = compiled.report.form;
    let cell_source = source(form, key).ok_or(Fault::NotFound)?;
    let (behind, pager) = behind(state, subject, &compiled, (key, sent.text("page"))).await?;
    let shown = match &behind.source {
        CellSource::Declared { rows, .. } => rows.as_slice(),
        _ => behind.by_hand.as_slice(),
    };
    let declarations = declarations(state, &mut People::default(), subject, shown).await?;
    let broken = compiled.findings.iter().filter(|checked| {
        (checked.finding.blocks() || checked.finding.needs_reason()) && checked.finding.cells.contains(&key)
    });
    let broken: Vec<String> = broken.map(|checked| checked.finding.message.clone()).collect();
    let table = match subject.below {
        Some(_) => format!("{}#{}", subject.at.below_it("whole"), key.section().code()),
        None => subject.at.part(key.section()),
    };
    let section = key.section().heading();
    let may_declare =
        subject.rights.declares && compiled.is_draft() && !matches!(cell_source, Source::Sum(_));
    let crumbs = vec![Crumb::to(section.clone(), table.clone()), Crumb::here(behind.name.clone())];
    let printed = print(&compiled, key);
    page(&CellPage {
        look: Look::of(state, here),
        frame: Frame::new(signed, Place::Reports, subject.crumbs(crumbs)),
        year: compiled.report.year,
        is_final: !compiled.is_draft(),
        by_hand: compiled.by_hand.contains(&key),
        faulty: !broken.is_empty(),
        recorded: recorded(&compiled, key, &printed),
        last_year: last_year(&compiled, key),
        printed,
        measure: measure(&behind.source),
        scope: scope(&cell_source),
        parts: parts(subject, &compiled, &behind.source),
        records: records(subject, &compiled, key, &behind.source),
        declarations,
        declare: may_declare.then(|| address::declare(compiled.report.year, key)),
        is_declared: matches!(cell_source, Source::Declared { .. }),
        broken,
        table,
        section,
        pager,
        name: behind.name,
    })
}

/// The page of records that is asked for, or the first.
async fn behind(
    state: &State,
    subject: &Subject,
    compiled: &Compiled,
    (key, wanted): (CellKey, &str),
) -> Result<(CellMembers, Pager), Fault> {
    let of = (compiled.report.form, subject.year);
    let at = |page: Page| cell_members(state.store(), &subject.organ, of, key, page);
    let first = at(Page::first(crate::pager::SIZE)).await?;
    let total = match &first.source {
        CellSource::Records { records, .. } => *records,
        CellSource::Declared { records, .. } => *records,
        CellSource::Sum(_) => 0,
    };
    let pager = Pager::new(total, wanted, |page| format!("{}#records", subject.at.cell_page(key, page)));
    let behind = if pager.page == 1 { first } else { at(pager.slice()).await? };
    Ok((behind, pager))
}

fn measure(source: &CellSource) -> Option<&'static Measure> {
    match source {
        CellSource::Records { measure, .. } | CellSource::Declared { measure, .. } => Some(measure),
        CellSource::Sum(_) => None,
    }
}

/// The restrictions under which the measure is counted for this cell.
fn scope(source: &Source) -> String {
    let Source::Measured { measure, filters } = source else { return String::new() };
    let words = filters.iter().map(|filter| {
        let values = filter.values.iter().map(|value| filter.dimension.label_of(measure.register, value));
        format!("{}：{}", filter.dimension.label, values.collect::<Vec<_>>().join("、"))
    });
    words.collect::<Vec<_>>().join("；")
}

/// What the records give, if it is not what is printed.
fn recorded(compiled: &Compiled, key: CellKey, printed: &str) -> Option<String> {
    let recorded = compiled.recorded.get(&key)?.print(unit(compiled, key));
    (compiled.by_hand.contains(&key) || recorded != printed).then_some(recorded)
}

/// The same cell a year before, where that year's form has it and it is not blank.
fn last_year(compiled: &Compiled, key: CellKey) -> Option<String> {
    let last = &compiled.last_year.as_ref()?.report;
    let text = last.cells.get(&key)?.print(last.form.unit(key)?);
    (!text.is_empty()).then_some(text)
}

/// The cells of a total: name, figure, address.
fn parts(subject: &Subject, compiled: &Compiled, source: &CellSource) -> Vec<(String, String, String)> {
    let CellSource::Sum(parts) = source else { return Vec::new() };
    let part =
        |key: &CellKey| (compiled.report.form.cell_name(*key), print(compiled, *key), subject.at.cell(*key));
    parts.iter().map(part).collect()
}

fn records(subject: &Subject, compiled: &Compiled, key: CellKey, source: &CellSource) -> Option<Records> {
    let CellSource::Records { measure, records, amount, rows } = source else { return None };
    let hidden = subject.below.is_some();
    let line = |row: &RecordRow| Line {
        name: register::cut(&register::name(row)),
        source_no: row.source_no().to_owned(),
        href: register::address::record(row.register, &row.id),
    };
    Some(Records {
        label: measure.register.label(),
        total: *records,
        amount: law::report::Cell::of(unit(compiled, key), *amount).print(unit(compiled, key)),
        lines: if hidden { Vec::new() } else { rows.iter().map(line).collect() },
        hidden,
    })
}
