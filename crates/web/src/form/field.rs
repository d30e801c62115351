//! One field of a form as the template `form/field.html` draws it.

use law::register::{Choice, Field, FieldFault, FieldKind};

use super::read::Typed;

/// How the reader fills a field in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// One line; `short` for days and numbers.
    Line { short: bool, mode: &'static str },
    /// Several lines.
    Lines { rows: u8 },
    /// One of a list.
    Select(Vec<Choosable>),
    /// Any of a list.
    Boxes(Vec<Choosable>),
    /// A password: never shown again.
    Password { autocomplete: &'static str },
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choosable {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// A field with what was typed and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormField {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) help: String,
    pub(crate) error: Option<String>,
    pub(crate) required: bool,
    /// What the list of a field that may stay empty offers for that.
    pub(crate) blank: &'static str,
    pub(crate) input: Input,
    /// The text of the lines and passwords.
    pub(crate) text: String,
}

impl FormField {
    /// A line that is no field of a register.
    pub(crate) fn line(key: &str, label: &str, help: &str) -> Self {
        Self {
            key: key.to_owned(),
            label: label.to_owned(),
            help: help.to_owned(),
            error: None,
            required: true,
            blank: "不填",
            input: Input::Line { short: false, mode: "text" },
            text: String::new(),
        }
    }

    /// A password; `autocomplete` tells the browser's keeper of passwords which one.
    pub(crate) fn password(key: &str, label: &str, help: &str, autocomplete: &'static str) -> Self {
        Self { input: Input::Password { autocomplete }, ..Self::line(key, label, help) }
    }

    /// The same with a text in it.
    pub(crate) fn holding(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    /// The same with what is wrong with it, if anything.
    pub(crate) fn wrong(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// A field of a register for adding or correcting a record.
    pub(crate) fn of(field: &Field, typed: &Typed, faults: &[FieldFault]) -> Self {
        let texts = typed.of(field.key);
        let found: Vec<&str> = faults
            .iter()
            .filter(|fault| fault.field == field.key)
            .map(|fault| fault.message.as_str())
            .collect();
        Self {
            key: field.key.to_owned(),
            label: field.label.to_owned(),
            help: help(field),
            error: (!found.is_empty()).then(|| found.join("；")),
            required: field.required,
            blank: "不填",
            input: input(field, texts),
            text: texts.first().cloned().unwrap_or_default(),
        }
    }

    /// The same field as a filter: nothing is required, and long texts are looked for by one line.
    pub(crate) fn filter(field: &Field, typed: &Typed) -> Self {
        let texts = typed.of(field.key);
        let input = match field.kind {
            FieldKind::Choices(choices) => Input::Select(choosable(choices, texts)),
            FieldKind::LongText { .. } => Input::Line { short: false, mode: "text" },
            _ => input(field, texts),
        };
        Self { help: String::new(), required: false, blank: "不限", input, ..Self::of(field, typed, &[]) }
    }

    /// What the input points to for those who cannot see: help, then error.
    pub(crate) fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.help.is_empty() {
            ids.push(format!("h-{}", self.key));
        }
        if self.error.is_some() {
            ids.push(format!("e-{}", self.key));
        }
        ids.join(" ")
    }
}

fn help(field: &Field) -> String {
    match field.kind {
        FieldKind::Date => format!("{}。写成 2020-01-05 或 2020年1月5日", field.help.trim_end_matches('。')),
        FieldKind::Money => format!("{}。单位：元，最多两位小数", field.help.trim_end_matches('。')),
        _ => field.help.to_owned(),
    }
}

fn input(field: &Field, texts: &[String]) -> Input {
    match field.kind {
        FieldKind::Text { .. } => Input::Line { short: false, mode: "text" },
        FieldKind::LongText { max } => Input::Lines { rows: if max > 5_000 { 12 } else { 4 } },
        FieldKind::Date => Input::Line { short: true, mode: "text" },
        FieldKind::Count | FieldKind::Signed => Input::Line { short: true, mode: "numeric" },
        FieldKind::Money => Input::Line { short: true, mode: "decimal" },
        FieldKind::Choice(choices) => Input::Select(choosable(choices, texts)),
        FieldKind::Choices(choices) => Input::Boxes(choosable(choices, texts)),
    }
}

fn choosable(choices: &[Choice], texts: &[String]) -> Vec<Choosable> {
    let choosable = choices.iter().map(|choice| Choosable {
        key: choice.key.to_owned(),
        label: choice.label.to_owned(),
        chosen: texts.iter().any(|text| text == choice.key || text == choice.label),
    });
    choosable.collect()
}

/// One line of the summary above a form with errors; it leads to the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The key of the field; `None` for what concerns the form as a whole.
    pub(crate) field: Option<String>,
    /// The words.
    pub(crate) text: String,
}

impl Problem {
    /// Something wrong with the form as a whole.
    pub(crate) fn of_form(text: impl Into<String>) -> Self {
        Self { field: None, text: text.into() }
    }
}

/// The summary of a form: the same words as beside the fields.
pub(crate) fn problems(fields: &[FormField]) -> Vec<Problem> {
    let faulty = fields.iter().filter_map(|field| Some((field, field.error.as_ref()?)));
    faulty
        .map(|(field, error)| Problem {
            field: Some(field.key.clone()),
            text: format!("{}：{error}", field.label),
        })
        .collect()
}
