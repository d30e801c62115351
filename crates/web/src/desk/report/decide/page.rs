//! The page on which a step is decided, with what it means.

use askama::Template;
use axum::http::StatusCode;
use casework::report::Step;

use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::report::opened::Opened;
use crate::desk::report::todo::{Stop, stops};
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Look, html};

#[derive(Template)]
#[template(path = "desk/report/decide.html")]
struct DecidePage {
    look: Look,
    frame: Frame,
    year: i16,
    version: i64,
    step: Step,
    /// What stops 定稿.
    stops: Vec<Stop>,
    problems: Vec<Problem>,
    /// Digest of exactly what the reader has before them.
    seen: String,
    /// The hash under which the version was frozen.
    hash: Option<String>,
    reason: FormField,
    action: String,
    whole: String,
    back: String,
}

/// What came of an attempt.
#[derive(Debug, Default)]
pub(super) struct Tried {
    pub(super) problem: Option<String>,
    pub(super) reason_fault: Option<String>,
}

/// Draws it.
pub(super) async fn draw(
    status: StatusCode,
    Opened { visit, subject, .. }: &Opened,
    step: Step,
    tried: Tried,
) -> Answer {
    let compiled = subject.compiled(&visit.state).await?;
    let (name, why) = match step {
        Step::Finalise => ("finalise", ""),
        Step::Publish => ("publish", ""),
        Step::Reopen => ("reopen", "为什么要撤回定稿"),
        _ => ("correct", "为什么要更正"),
    };
    let help = "例如“漏报一件申请”。会留在办理记录里，不印在报告里";
    let line = FormField::line("reason", why, help);
    let reason = FormField { input: Input::Lines { rows: 3 }, ..line }
        .holding(visit.sent.text("reason"))
        .wrong(tried.reason_fault);
    let mut found = problems(std::slice::from_ref(&reason));
    found.extend(tried.problem.map(Problem::of_form));
    let view = DecidePage {
        look: look_at(&visit.state, &visit.here, &subject.at.below_it(name)),
        frame: Frame::new(&visit.signed, Place::Reports, subject.crumbs(vec![Crumb::here(step.label())])),
        year: subject.version.year,
        version: subject.version.version,
        step,
        stops: stops(subject, &compiled),
        problems: found,
        seen: compiled.digest(),
        hash: subject.version.frozen_hash.clone(),
        reason,
        action: subject.at.act(name),
        whole: subject.at.below_it("whole"),
        back: subject.at.page(),
    };
    html(status, &view)
}
