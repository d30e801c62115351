//! A form of the settings: what it is about, what will happen, the fields, one button. Most acts here need no page of
//! their own kind.

use askama::Template;
use axum::http::StatusCode;
use law::register::FieldFault;

use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Here, Look, html};
use crate::gate::Signed;
use crate::state::State;

/// What a form asks.
pub(super) struct Ask {
    pub(super) title: String,
    pub(super) crumbs: Vec<Crumb>,
    pub(super) facts: Vec<(&'static str, String)>,
    /// What will happen, a paragraph each.
    pub(super) words: Vec<String>,
    pub(super) fields: Vec<FormField>,
    pub(super) button: &'static str,
    /// Whether the button takes something away.
    pub(super) danger: bool,
    pub(super) action: String,
    /// The way out: words and address.
    pub(super) back: (&'static str, String),
}

#[derive(Template)]
#[template(path = "desk/settings/form.html")]
struct AskPage {
    look: Look,
    frame: Frame,
    ask: Ask,
    problems: Vec<Problem>,
}

/// Why a form was not accepted.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) faults: Vec<FieldFault>,
    pub(super) sentence: Option<String>,
}

impl Refused {
    /// What an act answered, with the status of the page; other failures are no matter of the form.
    pub(super) fn of(error: casework::Error) -> Result<(StatusCode, Self), casework::Error> {
        match error {
            casework::Error::Invalid(faults) => {
                Ok((StatusCode::UNPROCESSABLE_ENTITY, Self { faults, sentence: None }))
            }
            casework::Error::Refused(sentence) => {
                Ok((StatusCode::CONFLICT, Self { faults: Vec::new(), sentence: Some(sentence) }))
            }
            other => Err(other),
        }
    }

    /// One field that the page itself finds wrong.
    pub(super) fn field(field: &'static str, message: &str) -> Self {
        Self { faults: vec![FieldFault { field, message: message.to_owned() }], sentence: None }
    }
}

/// The page of a form.
pub(super) fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    mut ask: Ask,
    sentence: Option<String>,
) -> Answer {
    let mut all: Vec<Problem> = sentence.into_iter().map(Problem::of_form).collect();
    all.extend(problems(&ask.fields));
    let crumbs = std::mem::take(&mut ask.crumbs);
    html(
        status,
        &AskPage {
            look: look_at(state, here, &ask.action),
            frame: Frame::new(signed, Place::Settings, crumbs),
            ask,
            problems: all,
        },
    )
}

/// A short text of several lines: why something is done.
pub(super) fn reason(label: &str, help: &str, typed: &str, refused: &Refused) -> FormField {
    FormField { input: Input::Lines { rows: 2 }, ..FormField::line("reason", label, help) }
        .holding(typed)
        .wrong(super::fault_of(&refused.faults, "reason"))
}
