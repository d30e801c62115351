//! The list of one register.

use askama::Template;
use axum::extract::Path;
use law::calendar::{Region, WorkCalendar};
use law::register::{Field, FieldKind, Register, Value, value_to_text};
use store::{Filter, Read, RecordRow, UnitId};

use super::address;
use super::clock::{Clock, clock};
use super::filter::{Asked, has_clock};
use super::pace::pace;
use super::shape::shape;
use super::unread::Unread;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{FormField, Input, Problem};
use crate::frame::{Crumb, Look, page};
use crate::pager::{Pager, Step};
use crate::picture::Picture;
use crate::report::{Offer, offers};

/// Records on one page.
const SIZE: u32 = 50;
/// A name in a list is cut after so many characters; the record's page shows all of it.
const NAME_CHARS: usize = 60;

#[derive(Template)]
#[template(path = "desk/register/list.html")]
struct ListPage {
    look: Look,
    frame: Frame,
    register: Register,
    empty: &'static str,
    open: Vec<FormField>,
    more: Vec<FormField>,
    /// Whether one of the conditions behind 更多条件 is in force.
    more_in_use: bool,
    narrowed: bool,
    /// Conditions that cannot be read.
    unread: Vec<Problem>,
    /// Conditions that no field of the form shows.
    hidden: Vec<(String, String)>,
    import: Option<String>,
    columns: Vec<Heading>,
    clocked: bool,
    rows: Vec<Line>,
    pager: Pager,
    list: String,
    /// The same records as files.
    exports: Vec<Offer>,
    template: String,
    new: Option<String>,
    imports: bool,
    /// 信息发布 alone: how evenly something new was published.
    rhythm: Option<Picture>,
}

/// The head of a column.
struct Heading {
    label: &'static str,
    number: bool,
}

/// One record of the list.
struct Line {
    href: String,
    name: String,
    small: String,
    cells: Vec<Cell>,
    clock: Option<Clock>,
    struck: bool,
}

struct Cell {
    label: &'static str,
    text: String,
    class: &'static str,
}

/// `GET /desk/registers/{key}`.
pub(in crate::desk) async fn show_list(
    Path(key): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let register = Register::from_key(&key).ok_or(Fault::NotFound)?;
    let own = signed.seat.unit_seen()?;
    let mut read = state.store().read().await?;
    let organ = read.organ(&signed.seat.organ_id).await?;
    let units = read.units(&organ.id).await?;
    let asked = Asked::new(register, sent, &units).limited_to(own);
    let filter = asked.filter();
    let total = read.count_records(&organ.id, register, &filter).await?;
    let pager = Pager::sized(total, SIZE, asked.page(), |number| {
        let mut pairs = asked.pairs();
        pairs.push(("page".to_owned(), number.to_string()));
        address::filtered(register, &pairs)
    });
    let found = read.records(&organ.id, register, &filter, &asked.order(), pager.slice()).await?;
    let years = years(&mut read, &organ.id, register, own).await?;
    let (open, more) = asked.form(&years, &units);
    let scale = Scale { calendar: &state.calendar().get(), region: &organ.region, today: state.today() };
    let may = |capability| signed.seat.kind.may(capability);
    let adds = match register {
        Register::DeclaredFigure => may(casework::Capability::DeclareFigures),
        _ => may(casework::Capability::EditRecords),
    };
    let crumbs = vec![Crumb::to("台账", address::REGISTERS), Crumb::here(register.label())];
    let view = ListPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Register(register), crumbs),
        register,
        empty: shape(register).empty,
        more_in_use: more.iter().any(in_use),
        open,
        more,
        narrowed: asked.narrows(),
        unread: asked.unread().iter().map(Unread::problem).collect(),
        hidden: asked.pairs().into_iter().filter(|(name, _)| name == "import").collect(),
        import: file_of(&mut read, &organ.id, &asked).await?,
        columns: headings(register),
        clocked: has_clock(register),
        rows: found.iter().map(|row| line(row, &scale)).collect(),
        pager,
        list: address::list(register),
        exports: offers(&state, |extension| address::export(register, extension, &asked.pairs())),
        template: address::template(register),
        new: adds.then(|| address::new(register)),
        imports: may(casework::Capability::ImportRecords),
        rhythm: match register {
            Register::Publication if total > 0 && !asked.narrows() && own.is_none() => {
                Some(pace(&mut read, &organ.id, state.today()).await?)
            }
            _ => None,
        },
    };
    page(&view)
}

/// The years of a register with their numbers, as far as the reader sees it.
pub(super) async fn years(
    read: &mut Read,
    organ: &store::OrganId,
    register: Register,
    own: Option<&UnitId>,
) -> Result<Vec<(i16, i64)>, Fault> {
    let mut years = read.years_of(organ, register).await?;
    if let Some(unit) = own {
        for (year, count) in &mut years {
            let year = law::measure::Year::new((*year).into());
            let filter = Filter { year, unit: Some(unit.clone()), ..Filter::default() };
            *count = read.count_records(organ, register, &filter).await?;
        }
        years.retain(|(_, count)| *count > 0);
    }
    Ok(years)
}

/// What a clock is read by.
struct Scale<'a> {
    calendar: &'a WorkCalendar,
    region: &'a Region,
    today: jiff::civil::Date,
}

/// The file of the import that the list is of.
async fn file_of(read: &mut Read, organ: &store::OrganId, asked: &Asked) -> Result<Option<String>, Fault> {
    let Some(import) = asked.import() else { return Ok(None) };
    match read.import(organ, &import).await {
        Ok(import) => Ok(Some(import.file_name)),
        Err(store::Error::NotFound(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn in_use(field: &FormField) -> bool {
    match &field.input {
        Input::Select(choices) | Input::Boxes(choices) => choices.iter().any(|choice| choice.chosen),
        _ => !field.text.is_empty(),
    }
}

fn headings(register: Register) -> Vec<Heading> {
    let heading =
        |field: &Field| Heading { label: field.label, number: field.kind.is_number() && field.key != "year" };
    shape(register).columns().map(heading).collect()
}

fn line(row: &RecordRow, scale: &Scale<'_>) -> Line {
    let shape = shape(row.register);
    let cells = shape.columns().map(|field| Cell {
        label: field.label,
        text: value_to_text(field, row.value(field.key)),
        class: class(field),
    });
    let small: Vec<String> = shape.small().filter_map(|field| written(row, field)).collect();
    Line {
        href: address::record(row.register, &row.id),
        name: cut(&name(row)),
        small: small.join("　"),
        cells: cells.collect(),
        clock: clock(row, scale.calendar, scale.region, scale.today).filter(|_| !row.struck),
        struck: row.struck,
    }
}

fn class(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Date => "nowrap",
        FieldKind::Signed | FieldKind::Money => "num nowrap",
        FieldKind::Count if field.key == "year" => "nowrap",
        FieldKind::Count => "num nowrap",
        FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Text { .. } => "words",
        _ => "",
    }
}

fn written(row: &RecordRow, field: &Field) -> Option<String> {
    Some(row.value(field.key)).filter(|value| **value != Value::Null).map(|value| value_to_text(field, value))
}

/// What names a record to a person.
pub(in crate::desk) fn name(row: &RecordRow) -> String {
    let named = shape(row.register).title().find_map(|field| written(row, field));
    named.unwrap_or_else(|| row.source_no().to_owned())
}

pub(in crate::desk) fn cut(text: &str) -> String {
    let one_line = text.replace('\n', " ");
    if one_line.chars().count() <= NAME_CHARS {
        return one_line;
    }
    let kept: String = one_line.chars().take(NAME_CHARS).collect();
    format!("{kept}…")
}
