//! Figures filled in by hand (手工填报): who declared them, why, and what the records give beside them.

use casework::report::{Compiled, cell_members};
use law::register::{Register, Value, value_to_text};
use law::report::{Cell, CellKey, Unit};
use store::{OrganId, Page, Read, RecordRow};

use super::people::People;
use super::subject::Subject;
use crate::desk::register::address;
use crate::fault::Fault;
use crate::state::State;

/// A cell filled in by hand.
#[derive(Debug)]
pub(super) struct ByHand {
    pub(super) key: CellKey,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) printed: String,
    /// What the records give; none for a final version, whose records have gone on.
    pub(super) recorded: Option<String>,
    pub(super) declarations: Vec<Declared>,
}

/// One declaration.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) unit: String,
    pub(super) value: String,
    pub(super) reason: String,
    pub(super) document: String,
    pub(super) note: String,
    pub(super) who: String,
    /// Its record; none for a reader from another organ.
    pub(super) href: Option<String>,
}

/// Every cell filled in by hand, in the order of the form.
pub(super) async fn by_hand(
    state: &State,
    people: &mut People,
    subject: &Subject,
    compiled: &Compiled,
) -> Result<Vec<ByHand>, Fault> {
    let form = compiled.report.form;
    let mut cells = Vec::new();
    for key in &compiled.by_hand {
        let of = (form, subject.year);
        let behind = cell_members(state.store(), &subject.organ, of, *key, Page::first(1)).await?;
        cells.push(ByHand {
            key: *key,
            name: behind.name,
            href: subject.at.cell(*key),
            printed: print(compiled, *key),
            recorded: compiled.recorded.get(key).map(|cell| cell.print(unit(compiled, *key))),
            declarations: declarations(state, people, subject, &behind.by_hand).await?,
        });
    }
    Ok(cells)
}

/// Declarations as the page tells them.
pub(super) async fn declarations(
    state: &State,
    people: &mut People,
    subject: &Subject,
    rows: &[RecordRow],
) -> Result<Vec<Declared>, Fault> {
    let mut read = state.store().read().await?;
    let mut declarations = Vec::new();
    for row in rows {
        let text = |key: &str| row.value(key).as_text().unwrap_or_default().to_owned();
        let unit = text("unit");
        declarations.push(Declared {
            unit: if unit.is_empty() { "本级".to_owned() } else { unit },
            value: value(row),
            reason: text("reason"),
            document: text("source_document"),
            note: text("note"),
            who: who(&mut read, people, &subject.organ, row).await?,
            href: subject.below.is_none().then(|| address::record(row.register, &row.id)),
        });
    }
    Ok(declarations)
}

async fn who(
    read: &mut Read,
    people: &mut People,
    organ: &OrganId,
    row: &RecordRow,
) -> Result<String, Fault> {
    let events = read.events_of(organ, &store::Subject::record(row.register, &row.id)).await?;
    match events.first() {
        Some(event) => people.say(read, event.person.as_ref(), event.recorded_at).await,
        None => Ok(String::new()),
    }
}

/// The figure of a declaration: things, or 元.
fn value(row: &RecordRow) -> String {
    let register = Register::DeclaredFigure;
    let holder = ["figure", "amount_fen"].into_iter().find(|key| *row.value(key) != Value::Null);
    let Some(field) = holder.and_then(|key| register.field(key)) else { return String::new() };
    let unit = if field.key == "amount_fen" { " 元" } else { "" };
    format!("{}{unit}", value_to_text(field, row.value(field.key)))
}

/// A cell as the form prints it.
pub(super) fn print(compiled: &Compiled, key: CellKey) -> String {
    compiled.report.cells.get(&key).map(|cell: &Cell| cell.print(unit(compiled, key))).unwrap_or_default()
}

/// The unit of a cell.
pub(super) fn unit(compiled: &Compiled, key: CellKey) -> Unit {
    compiled.report.form.unit(key).unwrap_or(Unit::Items)
}
