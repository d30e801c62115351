//! What the events of a record say, as JSON.
//!
//! * `record_added`: `{"values": {…}, "unit_id": …, "import_id": …}`, fields in which nothing is written left out
//! * `record_corrected`: `{"changed": {key: [before, after]}, "unit_id": …, "previous": seq}`
//! * `record_undone`: `{}` if the record left the register, else as `record_corrected` with `"back_to": seq`
//! * `record_struck`, `record_restored`: `{}`

use std::collections::BTreeMap;

use law::register::{Register, Value, Values};
use serde_json::{Map, Value as Json, json};

use crate::error::{Error, Result};

/// Fields that differ, each with what stood before and what stands after.
pub(super) type Changed = BTreeMap<&'static str, (Value, Value)>;

pub(super) fn added(values: &Values, unit_id: Option<&str>, import_id: Option<&str>) -> String {
    let values: Map<String, Json> = values
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| ((*key).to_owned(), to_json(value)))
        .collect();
    json!({ "values": values, "unit_id": unit_id, "import_id": import_id }).to_string()
}

pub(super) fn corrected(changed: &Changed, unit_id: Option<&str>, previous: i64) -> String {
    json!({ "changed": pairs(changed), "unit_id": unit_id, "previous": previous }).to_string()
}

pub(super) fn undone(changed: &Changed, unit_id: Option<&str>, back_to: i64) -> String {
    json!({ "changed": pairs(changed), "unit_id": unit_id, "back_to": back_to }).to_string()
}

fn pairs(changed: &Changed) -> Map<String, Json> {
    changed
        .iter()
        .map(|(key, (before, after))| ((*key).to_owned(), json!([to_json(before), to_json(after)])))
        .collect()
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Text(text) => Json::String(text.clone()),
        Value::Int(number) => Json::from(*number),
    }
}

fn from_json(json: &Json) -> Result<Value> {
    match json {
        Json::Null => Ok(Value::Null),
        Json::String(text) => Ok(Value::Text(text.clone())),
        Json::Number(number) if number.is_i64() => Ok(Value::Int(number.as_i64().unwrap_or_default())),
        other => Err(Error::damaged(format!("an event holds the value {other}"))),
    }
}

/// The fields in which two sets of values differ.
pub(super) fn difference(register: Register, before: &Values, after: &Values) -> Changed {
    let at = |values: &Values, key| values.get(key).cloned().unwrap_or_default();
    register
        .fields()
        .iter()
        .map(|field| (field.key, (at(before, field.key), at(after, field.key))))
        .filter(|(_, (before, after))| before != after)
        .collect()
}

/// The values of a `record_added`, every field present.
pub(super) fn read_values(register: Register, content: &Json) -> Result<Values> {
    let values = content.get("values").unwrap_or(&Json::Null);
    register
        .fields()
        .iter()
        .map(|field| Ok((field.key, values.get(field.key).map_or(Ok(Value::Null), from_json)?)))
        .collect()
}

/// The changes of a `record_corrected` or `record_undone`.
pub(super) fn read_changed(register: Register, content: &Json) -> Result<Changed> {
    let mut changed = Changed::new();
    for field in register.fields() {
        let Some(pair) = content.get("changed").and_then(|all| all.get(field.key)) else { continue };
        let side = |position: usize| pair.get(position).map_or(Ok(Value::Null), from_json);
        changed.insert(field.key, (side(0)?, side(1)?));
    }
    Ok(changed)
}

/// A text or number beside the values.
pub(super) fn read_text(content: &Json, key: &str) -> Option<String> {
    content.get(key).and_then(Json::as_str).map(str::to_owned)
}

pub(super) fn read_number(content: &Json, key: &str) -> Option<i64> {
    content.get(key).and_then(Json::as_i64)
}
