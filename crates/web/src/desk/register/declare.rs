//! Declaring figures (业务数据报送): the business figures of a year's report on one page. Nothing is edited: what is
//! declared again replaces what stood before, and both stay.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use casework::Capability;
use casework::declare::{Declaration, declare_figures};
use law::register::{
    FieldKind, INDICATORS, Indicator, IndicatorKind, Record, Register, Value, text_to_value, value_to_text,
};
use law::report::{CellKey, Form};
use store::{Condition, Filter, Order, Page, Unit};

use super::address;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{Choosable, FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const REGISTER: Register = Register::DeclaredFigure;
/// Declarations of one unit and year that are looked through for the figures in force.
const KNOWN_MAX: u32 = 2_000;
/// From this month on the year's own figures are gathered; before it, last year's.
const GATHERED_FROM_MONTH: i8 = 11;

#[derive(Template)]
#[template(path = "desk/register/declare.html")]
struct DeclarePage {
    look: Look,
    frame: Frame,
    years: Vec<Choosable>,
    units: Vec<Choosable>,
    /// The unit of the post, for which alone it declares.
    own_unit: Option<String>,
    year: i16,
    unit: String,
    notice: &'static str,
    figures: Vec<Figure>,
    by_hand: Vec<FormField>,
    /// Whether the part for tables 三 and 四 stands open.
    by_hand_open: bool,
    common: Vec<FormField>,
    problems: Vec<Problem>,
    /// How many figures were just declared.
    done: Option<u32>,
    list: String,
    action: String,
}

/// One figure of table 二.
struct Figure {
    field: FormField,
    /// What is in force now.
    now: Option<String>,
}

/// For which year and unit.
struct Scope {
    year: i16,
    form: Form,
    unit: String,
    units: Vec<Unit>,
    own: Option<String>,
    /// Whether the post may replace what the registers count.
    by_hand: bool,
}

/// `GET /desk/registers/declared_figure/new`.
pub(in crate::desk) async fn show_declare(Visit { state, here, signed, sent }: Visit) -> Answer {
    let scope = scope(&state, &signed, &sent).await?;
    draw(StatusCode::OK, &state, (&here, &signed), &scope, (&sent, Vec::new())).await
}

/// `POST /desk/registers/declared_figure/new`.
pub(in crate::desk) async fn submit_declare(Visit { state, here, signed, sent }: Visit) -> Answer {
    let scope = scope(&state, &signed, &sent).await?;
    let at = (&here, &signed);
    let declarations = match read(&scope, &sent) {
        Ok(declarations) => declarations,
        Err(faults) => {
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &scope, (&sent, faults)).await;
        }
    };
    let count = declarations.len();
    let new_id = || state.new_id();
    match declare_figures(state.store(), &signed, state.now(), declarations, &new_id).await {
        Ok(ids) => match ids.as_slice() {
            [only] => see_other(&format!("{}?done=declared", address::record(REGISTER, only))),
            _ => {
                let pairs =
                    [("year", scope.year.to_string()), ("unit", scope.unit), ("done", count.to_string())];
                let pairs = pairs.map(|(name, value)| (name.to_owned(), value));
                see_other(&format!("{}?{}", address::new(REGISTER), address::query(&pairs)))
            }
        },
        Err(casework::Error::Refused(sentence)) => {
            let faults = vec![(String::new(), sentence)];
            draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &scope, (&sent, faults)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn scope(state: &State, signed: &Signed, sent: &Sent) -> Result<Scope, Fault> {
    let units = state.store().read().await?.units(&signed.seat.organ_id).await?;
    let today = state.today();
    let usual = if today.month() >= GATHERED_FROM_MONTH { today.year() } else { today.year() - 1 };
    let year =
        sent.text("year").parse().ok().filter(|year| (2008..=today.year()).contains(year)).unwrap_or(usual);
    let own = signed.seat.post.unit_id.as_ref().and_then(|id| units.iter().find(|unit| unit.id == *id));
    let own = own.map(|unit| unit.name.clone());
    let unit = own.clone().unwrap_or_else(|| sent.text("unit").to_owned());
    let by_hand = signed.seat.kind.may(Capability::EditRecords);
    Ok(Scope { year, form: Form::for_year(year), unit, units, own, by_hand })
}

impl Scope {
    /// The indicators of the year's form: business figures, or the cells that are else counted from records, which
    /// only those who keep the records declare.
    fn indicators(&self, replaces_records: bool) -> impl Iterator<Item = &'static Indicator> {
        let form = self.form;
        let fits = move |indicator: &&Indicator| {
            indicator.replaces_records() == replaces_records
                && (self.by_hand || !replaces_records)
                && indicator.key().parse::<CellKey>().is_ok_and(|key| form.has(key))
        };
        INDICATORS.iter().filter(fits)
    }

    fn declaration(&self, indicator: &Indicator, text: &str, sent: &Sent) -> Result<Declaration, String> {
        let holder = if indicator.kind == IndicatorKind::Money { "amount_fen" } else { "figure" };
        let field = REGISTER.field(holder).ok_or("没有这一项")?;
        let value = |key: &str| match sent.text(key) {
            "" => Value::Null,
            text => Value::Text(text.to_owned()),
        };
        let unit = if self.unit.is_empty() { Value::Null } else { Value::Text(self.unit.clone()) };
        Ok(Declaration::from([
            ("unit", unit),
            ("year", Value::Int(self.year.into())),
            ("indicator", Value::Text(indicator.key().to_owned())),
            (holder, text_to_value(field, text)?),
            ("source_document", value("source_document")),
            ("note", value("note")),
        ]))
    }
}

/// The declarations of a form, or every fault by the name of its input.
fn read(scope: &Scope, sent: &Sent) -> Result<Vec<Declaration>, Vec<(String, String)>> {
    let (mut declarations, mut faults) = (Vec::new(), Vec::new());
    for indicator in scope.indicators(false) {
        let text = sent.text(indicator.key());
        if text.is_empty() {
            continue;
        }
        match scope
            .declaration(indicator, text, sent)
            .map(|values| (law_faults(&values, indicator.key()), values))
        {
            Err(message) => faults.push((indicator.key().to_owned(), message)),
            Ok((found, values)) if found.is_empty() => declarations.push(values),
            Ok((found, _)) => faults.extend(found),
        }
    }
    let chosen = scope.indicators(true).find(|indicator| indicator.key() == sent.text("by_hand"));
    let value = sent.text("by_hand_value");
    match (chosen, value) {
        (None, "") => {}
        (None, _) => faults.push(("by_hand".to_owned(), "请选择手工填报的栏目".to_owned())),
        (Some(_), "") => faults.push(("by_hand_value".to_owned(), "请填写数值；没有的填 0".to_owned())),
        (Some(indicator), value) => match scope.declaration(indicator, value, sent) {
            Err(message) => faults.push(("by_hand_value".to_owned(), message)),
            Ok(mut values) => {
                let reason = Some(sent.text("reason")).filter(|reason| !reason.is_empty());
                values.insert("reason", reason.map_or(Value::Null, |reason| Value::Text(reason.to_owned())));
                faults.extend(law_faults(&values, "by_hand_value"));
                declarations.push(values);
            }
        },
    }
    // The evidence stands once for all, and so does its fault.
    faults.sort();
    faults.dedup();
    if faults.is_empty() { Ok(declarations) } else { Err(faults) }
}

/// What the law says of one declaration, each fault at the input that can mend it.
fn law_faults(values: &Declaration, input: &str) -> Vec<(String, String)> {
    let mut values = values.clone();
    values.insert("source_no", Value::Text("报".to_owned()));
    let faults = Record::parse(REGISTER, &values).err().unwrap_or_default();
    let at = |field: &str| match field {
        "figure" | "amount_fen" | "year" | "indicator" | "unit" => input.to_owned(),
        other => other.to_owned(),
    };
    faults.into_iter().map(|fault| (at(fault.field), fault.message)).collect()
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    scope: &Scope,
    (sent, faults): (&Sent, Vec<(String, String)>),
) -> Answer {
    let known = known(state, signed, scope).await?;
    let dress = |field: FormField| {
        let fault = faults.iter().find(|(input, _)| *input == field.key).map(|(_, words)| words.clone());
        let text = sent.text(&field.key).to_owned();
        field.holding(&text).wrong(fault)
    };
    let figures: Vec<Figure> = scope
        .indicators(false)
        .map(|indicator| Figure {
            field: dress(figure_field(indicator)),
            now: known.get(indicator.key()).cloned(),
        })
        .collect();
    let by_hand = if scope.by_hand { by_hand_fields(scope, sent) } else { Vec::new() };
    let by_hand: Vec<FormField> = by_hand.into_iter().map(&dress).collect();
    let common: Vec<FormField> = common_fields().into_iter().map(&dress).collect();
    let of_form = faults.iter().filter(|(input, _)| input.is_empty());
    let mut all: Vec<Problem> = of_form.map(|(_, words)| Problem::of_form(words.clone())).collect();
    all.extend(figures.iter().flat_map(|figure| problems(std::slice::from_ref(&figure.field))));
    all.extend(problems(&by_hand));
    all.extend(problems(&common));
    let crumbs = vec![
        Crumb::to("台账", address::REGISTERS),
        Crumb::to(REGISTER.label(), address::list(REGISTER)),
        Crumb::here("报送"),
    ];
    let last = state.today().year();
    let years = (last - 9..=last)
        .rev()
        .map(|year| chosen(year.to_string(), format!("{year} 年"), year == scope.year));
    let open = scope.units.iter().filter(|unit| !unit.closed);
    let units = open.map(|unit| chosen(unit.name.clone(), unit.name.clone(), unit.name == scope.unit));
    let by_hand_open = !sent.text("by_hand").is_empty() || !sent.text("by_hand_value").is_empty();
    html(
        status,
        &DeclarePage {
            look: look_at(state, here, &address::new(REGISTER)),
            frame: Frame::new(signed, Place::Registers, crumbs),
            years: years.collect(),
            units: units.collect(),
            own_unit: scope.own.clone(),
            year: scope.year,
            unit: scope.unit.clone(),
            notice: scope.form.notice(),
            figures,
            by_hand,
            by_hand_open,
            common,
            problems: all,
            done: sent.text("done").parse().ok(),
            list: address::list(REGISTER),
            action: address::new(REGISTER),
        },
    )
}

fn chosen(key: String, label: String, chosen: bool) -> Choosable {
    Choosable { key, label, chosen }
}

fn figure_field(indicator: &Indicator) -> FormField {
    let (label, help, mode) = match indicator.kind {
        IndicatorKind::Count => (indicator.choice.label.to_owned(), "", "numeric"),
        IndicatorKind::Signed => (indicator.choice.label.to_owned(), "增加填正数，减少填负数", "text"),
        IndicatorKind::Money => (format!("{}（元）", indicator.choice.label), "", "decimal"),
    };
    let input = Input::Line { short: true, mode };
    FormField { input, required: false, ..FormField::line(indicator.key(), &label, help) }
}

fn by_hand_fields(scope: &Scope, sent: &Sent) -> Vec<FormField> {
    let now = sent.text("by_hand");
    let choices = scope.indicators(true).map(|indicator| {
        chosen(indicator.key().to_owned(), indicator.choice.label.to_owned(), indicator.key() == now)
    });
    let optional = |key: &str, label: &str, help: &str, input: Input| FormField {
        input,
        required: false,
        ..FormField::line(key, label, help)
    };
    vec![
        optional("by_hand", "栏目", "", Input::Select(choices.collect())),
        optional("by_hand_value", "数值", "", Input::Line { short: true, mode: "numeric" }),
        optional(
            "reason",
            "为什么不由台账统计",
            "例如“2025 年 6 月启用本系统，1 至 5 月的申请未录入”",
            Input::Lines { rows: 2 },
        ),
    ]
}

/// Evidence and note, once for everything on the page.
fn common_fields() -> Vec<FormField> {
    let fields = ["source_document", "note"].into_iter().filter_map(|key| REGISTER.field(key));
    let field = |field: &law::register::Field| {
        let input = match field.kind {
            FieldKind::LongText { .. } => Input::Lines { rows: 2 },
            _ => Input::Line { short: false, mode: "text" },
        };
        FormField { input, required: false, ..FormField::line(field.key, field.label, field.help) }
    };
    fields.map(field).collect()
}

/// The figures in force for the unit and year, by indicator.
async fn known(state: &State, signed: &Signed, scope: &Scope) -> Result<BTreeMap<String, String>, Fault> {
    let unit = if scope.unit.is_empty() { Value::Null } else { Value::Text(scope.unit.clone()) };
    let conditions = vec![
        Condition::Is("year".to_owned(), Value::Int(scope.year.into())),
        Condition::Is("unit".to_owned(), unit),
    ];
    let filter = Filter { conditions, ..Filter::default() };
    let mut read = state.store().read().await?;
    let organ = &signed.seat.organ_id;
    let rows = read.records(organ, REGISTER, &filter, &Order::newest_first(), Page::first(KNOWN_MAX)).await?;
    let mut known = BTreeMap::new();
    for row in rows {
        let Some(indicator) = row.value("indicator").as_text() else { continue };
        let written = ["figure", "amount_fen"].into_iter().find(|key| !row.value(key).is_null());
        let Some(field) = written.and_then(|key| REGISTER.field(key)) else { continue };
        let unit = if field.kind == FieldKind::Money { " 元" } else { "" };
        let text = format!("{}{unit}", value_to_text(field, row.value(field.key)));
        known.entry(indicator.to_owned()).or_insert(text);
    }
    Ok(known)
}
