//! Handing in a report to be checked: pasted, or as a text file.

use std::sync::Arc;

use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use casework::check::{CheckOrder, check_report};
use store::ReportId;

use super::{CHECKS, address};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::upload::Upload;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/checks/new";
/// The name of a text that came without a file.
const PASTED: &str = "粘贴的文字";

#[derive(Template)]
#[template(path = "desk/check/new.html")]
struct NewPage {
    look: Look,
    frame: Frame,
    action: &'static str,
    words: FormField,
    excerpt: bool,
    problems: Vec<Problem>,
}

/// `GET /desk/checks/new`.
pub(in crate::desk) async fn show_new_check(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), &Sent::default(), None)
}

/// `POST /desk/checks/new`.
pub(in crate::desk) async fn submit_check(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    upload: Upload,
) -> Answer {
    let (at, sent) = ((&here, &signed), upload.sent);
    let pasted = sent.first("words").filter(|words| !words.trim().is_empty());
    let (file_name, bytes) = match (upload.file, pasted) {
        (Some(_), Some(_)) => {
            let words = "又粘贴了文字，又选择了文件，不知道核对哪一个。请只留一个。".to_owned();
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &sent, Some(words));
        }
        (Some(file), None) => (file.name, file.bytes),
        (None, Some(words)) => (PASTED.to_owned(), words.as_bytes().to_vec()),
        (None, None) => {
            let words = "请粘贴年度报告的文字，或者选择一个文本文件。".to_owned();
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &sent, Some(words));
        }
    };
    let order = CheckOrder { file_name, bytes, excerpt: !sent.text("excerpt").is_empty() };
    let (id, act) = (ReportId::new(state.new_id()), signed.act(state.now()));
    let reader = Arc::clone(&state.engines().reader);
    match check_report(state.store(), &signed.seat.organ_id, &act, order, reader, id.clone()).await {
        Ok(_) => see_other(&format!("{}?done=checked", address(&id))),
        Err(casework::Error::Refused(sentence)) => {
            draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &sent, Some(sentence))
        }
        Err(other) => Err(other.into()),
    }
}

fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    sent: &Sent,
    problem: Option<String>,
) -> Answer {
    let help = "从网页或者 Word 里全选、复制，粘贴到这里。表格粘贴过来一格一行或者用制表符隔开都可以";
    let words = FormField::line("words", "报告的文字", help);
    let words = FormField { input: Input::Lines { rows: 12 }, required: false, ..words };
    html(
        status,
        &NewPage {
            look: look_at(state, here, PATH),
            frame: Frame::new(
                signed,
                Place::Checks,
                vec![Crumb::to("报告核对", CHECKS), Crumb::here("核对一份报告")],
            ),
            action: PATH,
            words: words.holding(sent.first("words").unwrap_or_default()),
            excerpt: !sent.text("excerpt").is_empty(),
            problems: problem.into_iter().map(Problem::of_form).collect(),
        },
    )
}
