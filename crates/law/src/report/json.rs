//! A report as JSON, and back.
//!
//! ```json
//! {"form": "F2021", "agency": "…", "year": 2024,
//!  "units": {"t2.shoufei.amount_wan": "fen"},
//!  "cells": {"t2.guizhang.issued": 0, "t3.new.nat": null, "t2.shoufei.amount_wan": 75926000, …},
//!  "prose": {"one": "…", "two": "", …}}
//! ```
//! Cells stand in printed order. A blank is `null`, a text that is no number a string. Counts and changes
//! are numbers of things; money is in fen, whatever unit the form prints, and named under `units`.

use serde_json::{Map, Value};

use super::annual::Report;
use super::cell::{Cell, Unit};
use super::form::Form;
use super::key::CellKey;
use super::section::Section;

/// Why a text is no report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonFault {
    /// The text is no JSON.
    #[error("不是有效的 JSON：{0}")]
    Syntax(String),
    /// A member is missing or of the wrong kind.
    #[error("“{0}”缺少或不是应有的类型")]
    Member(&'static str),
    /// A cell that the form does not have.
    #[error("{form}没有名为“{key}”的单元格", form = .form.code())]
    UnknownCell {
        /// The form named in the text.
        form: Form,
        /// The key as written.
        key: String,
    },
    /// A cell that holds neither a whole number, a text nor null.
    #[error("单元格“{0}”应当是整数、文字或 null")]
    BadCell(String),
    /// A part of the prose that no report has.
    #[error("没有名为“{0}”的部分")]
    UnknownSection(String),
}

/// The report as a JSON value with a stable order of keys.
#[must_use]
pub fn to_json(report: &Report) -> Value {
    let form = report.form;
    let mut units = Map::new();
    for key in form.cells() {
        if matches!(form.unit(key), Some(Unit::MoneyWan | Unit::MoneyNamed)) {
            units.insert(key.to_string(), "fen".into());
        }
    }
    let cells: Map<String, Value> =
        report.cells.iter().map(|(key, cell)| (key.to_string(), cell_value(cell))).collect();
    let prose: Map<String, Value> = report
        .prose
        .iter()
        .map(|(section, text)| (section.code().to_owned(), text.as_str().into()))
        .collect();
    let mut all = Map::new();
    all.insert("form".into(), form.code().into());
    all.insert("agency".into(), report.agency.as_str().into());
    all.insert("year".into(), report.year.into());
    all.insert("units".into(), units.into());
    all.insert("cells".into(), cells.into());
    all.insert("prose".into(), prose.into());
    Value::Object(all)
}

/// Reads a report from JSON text.
///
/// # Errors
/// A text that is no JSON, lacks a member, or names cells or parts that the form does not have.
pub fn from_json(text: &str) -> Result<Report, JsonFault> {
    let value: Value = serde_json::from_str(text).map_err(|fault| JsonFault::Syntax(fault.to_string()))?;
    let member = |name: &'static str| value.get(name).ok_or(JsonFault::Member(name));
    let form = member("form")?.as_str().and_then(Form::from_code).ok_or(JsonFault::Member("form"))?;
    let agency = member("agency")?.as_str().ok_or(JsonFault::Member("agency"))?;
    let year = member("year")?.as_i64().and_then(|year| i16::try_from(year).ok());
    let cells = member("cells")?.as_object().ok_or(JsonFault::Member("cells"))?;
    let prose = member("prose")?.as_object().ok_or(JsonFault::Member("prose"))?;
    Ok(Report {
        agency: agency.to_owned(),
        year: year.ok_or(JsonFault::Member("year"))?,
        form,
        cells: cells.iter().map(|(key, value)| read_cell(form, key, value)).collect::<Result<_, _>>()?,
        prose: prose.iter().map(|(code, text)| read_section(code, text)).collect::<Result<_, _>>()?,
    })
}

fn cell_value(cell: &Cell) -> Value {
    match cell {
        Cell::Blank => Value::Null,
        Cell::Count(n) | Cell::Delta(n) | Cell::Money(n) => (*n).into(),
        Cell::NotANumber(text) => text.as_str().into(),
    }
}

fn read_cell(form: Form, key: &str, value: &Value) -> Result<(CellKey, Cell), JsonFault> {
    let unknown = || JsonFault::UnknownCell { form, key: key.to_owned() };
    let cell_key: CellKey = key.parse().map_err(|_| unknown())?;
    let unit = form.unit(cell_key).ok_or_else(unknown)?;
    let bad = || JsonFault::BadCell(key.to_owned());
    let cell = match value {
        Value::Null => Cell::Blank,
        Value::String(text) => Cell::NotANumber(text.clone()),
        Value::Number(number) => Cell::of(unit, number.as_i64().ok_or_else(bad)?),
        _ => return Err(bad()),
    };
    Ok((cell_key, cell))
}

fn read_section(code: &str, text: &Value) -> Result<(Section, String), JsonFault> {
    let section = Section::from_code(code).ok_or_else(|| JsonFault::UnknownSection(code.to_owned()))?;
    let text = text.as_str().ok_or(JsonFault::Member("prose"))?;
    Ok((section, text.to_owned()))
}
