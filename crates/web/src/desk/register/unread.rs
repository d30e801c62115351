//! What was asked of a list and cannot be read: told above the list, and kept in its field.

use crate::form::{Choosable, FormField, Input, Problem};

/// More of what cannot be read is not repeated.
const CHARS: usize = 40;

/// A condition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) name: &'static str,
    label: &'static str,
    text: String,
}

impl Unread {
    /// The text that stands in the address for this condition.
    pub(super) fn new(name: &'static str, label: &'static str, text: &str) -> Self {
        let end = text.char_indices().nth(CHARS).map(|(end, _)| end);
        let text =
            end.and_then(|end| text.get(..end)).map_or_else(|| text.to_owned(), |part| format!("{part}…"));
        Self { name, label, text }
    }

    /// `年度“二〇”认不出来，没有按它筛选。请写四位数的年份，如 2025。`
    pub(super) fn told(&self) -> String {
        let Self { name, label, text } = self;
        match *name {
            "year" => format!("{label}“{text}”认不出来，没有按它筛选。请写四位数的年份，如 2025。"),
            "sort" => format!("{label}“{text}”认不出来，仍按日期排列。请重新选择。"),
            _ => format!("{label}“{text}”认不出来，没有按它筛选。请重新选择。"),
        }
    }

    /// The line above the list, which leads to the field.
    pub(super) fn problem(&self) -> Problem {
        Problem { field: Some(self.name.to_owned()), text: self.told() }
    }
}

/// Leaves what was asked for in its field, marked as wrong.
pub(super) fn keep(field: &mut FormField, unread: &[Unread]) {
    let Some(bad) = unread.iter().find(|bad| bad.name == field.key) else { return };
    field.error = Some("认不出来，请重新选择。".to_owned());
    if let Input::Select(choices) = &mut field.input {
        choices.push(Choosable {
            key: bad.text.clone(),
            label: format!("认不出：{}", bad.text),
            chosen: true,
        });
    }
}
