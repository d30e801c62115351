//! The history of a record: every event with who, when and why, and what changed.

use std::collections::BTreeMap;

use law::register::{Register, Value, value_to_text};
use serde_json::Value as Json;
use store::{Event, EventKind, OrganId, PersonId, PostId, Read};

use super::list::cut;
use crate::day;
use crate::fault::Fault;

/// One event as the page tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) what: &'static str,
    /// `2021-01-31 09:05`.
    pub(super) when: String,
    pub(super) who: String,
    pub(super) reason: Option<String>,
    pub(super) changes: Vec<Change>,
    /// The import that the event belongs to.
    pub(super) import: Option<String>,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) label: &'static str,
    pub(super) before: String,
    pub(super) after: String,
}

/// Tells the events of a record, the latest first.
pub(super) async fn told(
    read: &mut Read,
    organ: &OrganId,
    register: Register,
    events: &[Event],
) -> Result<Vec<Told>, Fault> {
    let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
    for id in events.iter().filter_map(|event| event.person.as_ref()) {
        if !names.contains_key(id) {
            names.insert(id.clone(), read.person(id).await?.name);
        }
    }
    let posts: BTreeMap<PostId, String> =
        read.posts(organ).await?.into_iter().map(|post| (post.id, post.name)).collect();
    let tell = |event: &Event| Told {
        what: event.kind.label(),
        when: day::minute(event.recorded_at),
        who: who(event, &names, &posts),
        reason: event.reason.clone(),
        changes: changes(register, event),
        import: event.content.get("import_id").and_then(Json::as_str).map(str::to_owned),
    };
    Ok(events.iter().rev().map(tell).collect())
}

fn who(event: &Event, names: &BTreeMap<PersonId, String>, posts: &BTreeMap<PostId, String>) -> String {
    let name = event.person.as_ref().and_then(|id| names.get(id));
    let post = event.post.as_ref().and_then(|id| posts.get(id));
    match (name, post) {
        (Some(name), Some(post)) => format!("{name}（{post}）"),
        (Some(name), None) => name.clone(),
        _ => day::BY_COMMAND.to_owned(),
    }
}

fn changes(register: Register, event: &Event) -> Vec<Change> {
    if !matches!(event.kind, EventKind::RecordCorrected | EventKind::RecordUndone) {
        return Vec::new();
    }
    let Some(changed) = event.content.get("changed") else { return Vec::new() };
    let mut told = Vec::new();
    for field in register.fields() {
        let Some(pair) = changed.get(field.key) else { continue };
        let side = |position: usize| match pair.get(position).map_or(Value::Null, value) {
            Value::Null => "（空）".to_owned(),
            value => cut(&value_to_text(field, &value)),
        };
        told.push(Change { label: field.label, before: side(0), after: side(1) });
    }
    told
}

fn value(json: &Json) -> Value {
    match json {
        Json::String(text) => Value::Text(text.clone()),
        other => other.as_i64().map_or(Value::Null, Value::Int),
    }
}
