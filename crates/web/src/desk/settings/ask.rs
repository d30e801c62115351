//! A form of the settings: what it is about, what will happen, the fields, one button. Most acts here need no page of
//! their own kind.

use askama::Template;
use axum::http::StatusCode;
use law::register::FieldFault;

use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Look, html, see_other};

/// What a form asks.
pub(in crate::desk) struct Ask {
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

/// Why a form was not accepted; nothing, when it is shown for the first time.
#[derive(Default)]
pub(in crate::desk) struct Refused {
    pub(super) faults: Vec<FieldFault>,
    pub(super) sentence: Option<String>,
}

impl Refused {
    /// What an act answered; other failures are no matter of the form.
    fn of(error: casework::Error) -> Result<Self, casework::Error> {
        match error {
            casework::Error::Invalid(faults) => Ok(Self { faults, sentence: None }),
            casework::Error::Refused(sentence) => Ok(Self { faults: Vec::new(), sentence: Some(sentence) }),
            other => Err(other),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self { sentence: Some(_), .. } => StatusCode::CONFLICT,
            Self { faults, .. } if !faults.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
            Self { .. } => StatusCode::OK,
        }
    }
}

/// The page of a form.
pub(super) fn draw(visit: &Visit, mut ask: Ask, refused: &Refused) -> Answer {
    let mut all: Vec<Problem> = refused.sentence.clone().into_iter().map(Problem::of_form).collect();
    all.extend(problems(&ask.fields));
    let crumbs = std::mem::take(&mut ask.crumbs);
    html(
        refused.status(),
        &AskPage {
            look: look_at(&visit.state, &visit.here, &ask.action),
            frame: Frame::new(&visit.signed, Place::Settings, crumbs),
            ask,
            problems: all,
        },
    )
}

/// To the address when it was done; else the form again with what was refused.
pub(super) fn answer(
    visit: &Visit,
    outcome: casework::Result<()>,
    done: &str,
    form: impl FnOnce(&Refused) -> Ask,
) -> Answer {
    match outcome {
        Ok(()) => see_other(done),
        Err(error) => {
            let refused = Refused::of(error)?;
            draw(visit, form(&refused), &refused)
        }
    }
}

/// A reason must have been typed.
pub(super) fn reason_given(sent: &Sent, otherwise: &str) -> Result<(), Vec<FieldFault>> {
    match sent.text("reason") {
        "" => Err(vec![FieldFault { field: "reason", message: otherwise.to_owned() }]),
        _ => Ok(()),
    }
}

/// A short text of several lines: why something is done.
pub(super) fn reason(label: &str, help: &str, typed: &str, refused: &Refused) -> FormField {
    FormField { input: Input::Lines { rows: 2 }, ..FormField::line("reason", label, help) }
        .holding(typed)
        .wrong(super::fault_of(&refused.faults, "reason"))
}
