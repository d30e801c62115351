//! The page of one record: what stands in it, its clock day by day, its history.

use askama::Template;
use axum::extract::Path;
use casework::Capability;
use casework::record::record_with_history;
use law::register::{FieldKind, Indicator, Register, Value, value_to_text};
use store::{Condition, Filter, Order, Page, RecordId, RecordRow, Struck};

use super::address;
use super::clock::{Clock, clock};
use super::history::{Told, told};
use super::list::{cut, name};
use super::public::{Public, public};
use super::shape::shape;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, page};

/// Other records shown beside one.
const OTHERS_MAX: u32 = 50;
/// A longer name is cut in the heading.
const HEADING_CHARS: usize = 120;

#[derive(Template)]
#[template(path = "desk/register/record.html")]
struct RecordPage {
    look: Look,
    frame: Frame,
    register: Register,
    name: String,
    struck: bool,
    done: Option<&'static str>,
    groups: Vec<Shown>,
    /// Labels of the fields in which nothing is written.
    empty: String,
    clock: Option<Clock>,
    /// 信息发布 alone: what citizens see of it.
    public: Option<Public>,
    others: Option<Others>,
    history: Vec<Told>,
    here: String,
    /// Whether the post may correct and strike.
    edits: bool,
    /// Whether the post may look at what was imported.
    sees_imports: bool,
    /// Where a declared figure is declared anew.
    again: Option<String>,
    list: String,
}

/// A group of filled fields.
struct Shown {
    title: &'static str,
    facts: Vec<Fact>,
    texts: Vec<Fact>,
}

struct Fact {
    label: &'static str,
    text: String,
}

/// Records that belong to this one.
struct Others {
    title: &'static str,
    rows: Vec<Other>,
}

struct Other {
    href: String,
    name: String,
    said: String,
    current: bool,
}

/// The register and the identifier in an address.
pub(super) fn address_of(key: &str, id: &str) -> Result<(Register, RecordId), Fault> {
    Ok((Register::from_key(key).ok_or(Fault::NotFound)?, RecordId::new(id)))
}

/// `GET /desk/registers/{key}/{id}`.
pub(in crate::desk) async fn show_record(
    Path((key, id)): Path<(String, String)>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let (register, id) = address_of(&key, &id)?;
    let (row, events) = record_with_history(state.store(), &signed.seat.organ_id, register, &id).await?;
    let own = signed.seat.unit_seen()?;
    // Another unit's record looks like one that does not exist.
    if own.is_some() && row.unit_id.as_ref() != own {
        return Err(Fault::NotFound);
    }
    let mut read = state.store().read().await?;
    let organ = read.organ(&signed.seat.organ_id).await?;
    let history = told(&mut read, &organ.id, register, &events).await?;
    let others = others(&mut read, (&organ.id, own), &row).await?;
    drop(read);
    let may = |capability| signed.seat.kind.may(capability);
    let name = name(&row);
    let crumbs = vec![
        Crumb::to("台账", address::REGISTERS),
        Crumb::to(register.label(), address::list(register)),
        Crumb::here(cut(&name)),
    ];
    let declares = register == Register::DeclaredFigure && may(Capability::DeclareFigures);
    let view = RecordPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Register(register), crumbs),
        register,
        // A whole complaint is no heading; its words stand below.
        name: if name.chars().count() > HEADING_CHARS { cut(&name) } else { name },
        struck: row.struck,
        done: done(sent.text("done")),
        groups: groups(&row),
        empty: empty(&row),
        clock: clock(&row, &state.calendar().get(), &organ.region, state.today()).filter(|_| !row.struck),
        public: public(&state, &organ, &row),
        others,
        history,
        here: address::record(register, &id),
        edits: may(Capability::EditRecords),
        sees_imports: may(Capability::SeeReports),
        again: declares.then(|| again(&row)),
        list: address::list(register),
    };
    page(&view)
}

/// What a page says after an act, by the word that the act put into the address.
fn done(word: &str) -> Option<&'static str> {
    Some(match word {
        "added" => "已登记。登记有误的，可以在本页更正或者作废，原内容都会留在办理记录里。",
        "declared" => "已报送。数据有误的，重新报送一次，以最后一次为准。",
        "corrected" => "已更正。更正前的内容留在办理记录里；改错了可以再更正一次。",
        "same" => "内容与原来一样，没有改动。",
        "struck" => "已作废，不再计入统计。作废错了，可以在本页恢复。",
        "restored" => "已恢复，重新计入统计。",
        _ => return None,
    })
}

fn groups(row: &RecordRow) -> Vec<Shown> {
    let group = |(title, fields): (&'static str, Vec<&'static law::register::Field>)| {
        let mut shown = Shown { title, facts: Vec::new(), texts: Vec::new() };
        for field in fields {
            let value = row.value(field.key);
            if value.is_null() {
                continue;
            }
            let text = value_to_text(field, value);
            let text = if field.kind == FieldKind::Money { format!("{text} 元") } else { text };
            let fact = Fact { label: field.label, text };
            match field.kind {
                FieldKind::LongText { .. } => shown.texts.push(fact),
                _ => shown.facts.push(fact),
            }
        }
        shown
    };
    let groups = shape(row.register).groups().map(group);
    groups.filter(|shown| !shown.facts.is_empty() || !shown.texts.is_empty()).collect()
}

fn empty(row: &RecordRow) -> String {
    let fields = row.register.fields().iter().filter(|field| row.value(field.key).is_null());
    fields.map(|field| field.label).collect::<Vec<_>>().join("、")
}

/// The address that declares the same figure anew, with unit and year filled in, at the input of its indicator.
fn again(row: &RecordRow) -> String {
    let text = |key: &str| match row.value(key) {
        Value::Text(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Null => String::new(),
    };
    let indicator = text("indicator");
    let mut pairs = vec![("year".to_owned(), text("year")), ("unit".to_owned(), text("unit"))];
    let mut input = indicator.clone();
    if Indicator::from_key(&indicator).is_some_and(Indicator::replaces_records) {
        pairs.push(("by_hand".to_owned(), indicator));
        "by_hand".clone_into(&mut input);
    }
    format!("{}?{}#f-{input}", address::new(Register::DeclaredFigure), address::query(&pairs))
}

/// What belongs to a record: earlier declarations of the same figure, the disputes over a request, the request
/// that a dispute is over.
async fn others(
    read: &mut store::Read,
    (organ, own): (&store::OrganId, Option<&store::UnitId>),
    row: &RecordRow,
) -> Result<Option<Others>, Fault> {
    let is = |key: &str, of: &str| Condition::Is(key.to_owned(), row.value(of).clone());
    let (title, register, conditions) = match row.register {
        Register::DeclaredFigure => {
            let same = law::register::DeclaredFigure::REPLACED_BY.map(|key| is(key, key));
            ("这项数据的历次报送", Register::DeclaredFigure, same.to_vec())
        }
        Register::AccessRequest => {
            ("因这件申请引起的争议", Register::Dispute, vec![is("access_request_no", "source_no")])
        }
        Register::Dispute if !row.value("access_request_no").is_null() => {
            ("所涉的申请", Register::AccessRequest, vec![is("source_no", "access_request_no")])
        }
        _ => return Ok(None),
    };
    let filter = Filter { struck: Struck::Shown, conditions, unit: own.cloned(), ..Filter::default() };
    let rows =
        read.records(organ, register, &filter, &Order::newest_first(), Page::first(OTHERS_MAX)).await?;
    let alone = register == row.register && rows.len() < 2;
    if rows.is_empty() || alone {
        return Ok(None);
    }
    let in_force = rows.iter().find(|other| !other.struck).map(|other| other.id.clone());
    let rows = rows.iter().map(|other| Other {
        href: address::record(register, &other.id),
        current: register == row.register && other.id == row.id,
        said: said(other, in_force.as_ref()),
        name: if register == row.register { other.source_no().to_owned() } else { cut(&name(other)) },
    });
    Ok(Some(Others { title, rows: rows.collect() }))
}

/// What a line about another record adds to its name.
fn said(other: &RecordRow, in_force: Option<&RecordId>) -> String {
    if other.struck {
        return "已作废".to_owned();
    }
    let text = |key: &str| {
        let field = other.register.field(key)?;
        let value = other.value(key);
        (!value.is_null()).then(|| value_to_text(field, value))
    };
    match other.register {
        Register::DeclaredFigure => {
            let figure = text("figure").or_else(|| text("amount_fen").map(|yuan| format!("{yuan} 元")));
            let state =
                if in_force == Some(&other.id) { "以此为准" } else { "已被后来的报送替代" };
            format!("{}，{state}", figure.unwrap_or_default())
        }
        Register::Dispute => text("outcome").unwrap_or_else(|| "尚未审结".to_owned()),
        _ => text("decision").unwrap_or_else(|| "尚未答复".to_owned()),
    }
}
