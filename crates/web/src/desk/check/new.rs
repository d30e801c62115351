//! Handing in reports to be checked: one pasted or as a file is checked at once; several, or an archive, wait as a batch
//! for the work in the background.

use std::sync::Arc;

use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use casework::check::{BatchOrder, CheckOrder, check_report, open_batch};
use law::register::FieldFault;
use store::{CheckBatchId, ReportId};

use super::{CHECKS, address, batch_address};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::upload::{Upload, UploadedFile};
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/checks/new";
/// The name of a text that came without a file.
const PASTED: &str = "粘贴的文字";
/// The largest upload: a county's reports as PDF, in bytes.
pub(in crate::desk) const UPLOAD_MAX_BYTES: usize = 64 * 1024 * 1024;

#[derive(Template)]
#[template(path = "desk/check/new.html")]
struct NewPage {
    look: Look,
    frame: Frame,
    action: &'static str,
    words: FormField,
    file_fault: Option<String>,
    batch: Vec<FormField>,
    batch_in_use: bool,
    excerpt: bool,
    max_megabytes: usize,
    max_files: usize,
    problems: Vec<Problem>,
}

/// `GET /desk/checks/new`.
pub(in crate::desk) async fn show_new_check(Visit { state, here, signed, .. }: Visit) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), (&Sent::default(), &[]))
}

/// `POST /desk/checks/new`.
pub(in crate::desk) async fn submit_check(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    upload: Upload,
) -> Answer {
    let (at, sent) = ((&here, &signed), upload.sent);
    let files: Vec<UploadedFile> = upload.file.into_iter().chain(upload.more).collect();
    let outcome = match take(&sent, files) {
        Ok(Taken::One(order)) => check_one(&state, &signed, order).await,
        Ok(Taken::Many(order)) => begin_batch(&state, &signed, order).await,
        Err(fault) => Err(casework::Error::Invalid(vec![fault])),
    };
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    match outcome {
        Ok(address) => see_other(&address),
        Err(casework::Error::Invalid(faults)) => draw(refused, &state, at, (&sent, &faults)),
        Err(casework::Error::Refused(message)) => {
            draw(refused, &state, at, (&sent, &[FieldFault { field: "", message }]))
        }
        Err(other) => Err(other.into()),
    }
}

enum Taken {
    One(CheckOrder),
    Many(BatchOrder),
}

/// One report, or a batch: more than one file, an archive, or anything for which a list of bodies was given.
fn take(sent: &Sent, mut files: Vec<UploadedFile>) -> Result<Taken, FieldFault> {
    let fault = |field: &'static str, words: &str| FieldFault { field, message: words.to_owned() };
    if let Some(words) = sent.first("words").filter(|words| !words.trim().is_empty()) {
        if !files.is_empty() {
            return Err(fault("", "又粘贴了文字，又选择了文件，不知道核对哪一个。请只留一个。"));
        }
        files.push(UploadedFile { name: PASTED.to_owned(), bytes: words.as_bytes().to_vec() });
    }
    let year = match sent.text("year") {
        "" => None,
        text => match text.trim_end_matches(['年', '度']).trim().parse::<i16>() {
            Ok(year) if (2008..=2100).contains(&year) => Some(year),
            _ => return Err(fault("year", "请填写四位数的年度，例如 2025；不限年度的，留空。")),
        },
    };
    let excerpt = !sent.text("excerpt").is_empty();
    let is_archive = |file: &UploadedFile| file.name.to_lowercase().ends_with(".zip");
    let has_list = !sent.text("agencies").is_empty() || !sent.text("title").is_empty();
    let is_one = files.len() == 1 && !has_list && !files.iter().any(is_archive);
    if let Some(UploadedFile { name: file_name, bytes }) = files.pop_if(|_| is_one) {
        return Ok(Taken::One(CheckOrder { file_name, bytes, excerpt }));
    }
    if files.is_empty() {
        return Err(fault("file", "请粘贴年度报告的文字，或者选择文件。"));
    }
    Ok(Taken::Many(BatchOrder {
        title: sent.text("title").to_owned(),
        year,
        agencies: sent.first("agencies").unwrap_or_default().to_owned(),
        excerpt,
        files: files.into_iter().map(|file| (file.name, file.bytes)).collect(),
    }))
}

async fn check_one(state: &State, signed: &Signed, order: CheckOrder) -> casework::Result<String> {
    let (id, act) = (ReportId::new(state.new_id()), signed.act(state.now()));
    check_report(state.store(), &signed.seat.organ_id, &act, order, &state.checker(), id.clone()).await?;
    Ok(format!("{}?done=checked", address(&id)))
}

async fn begin_batch(state: &State, signed: &Signed, order: BatchOrder) -> casework::Result<String> {
    let (id, act) = (CheckBatchId::new(state.new_id()), signed.act(state.now()));
    let unpacker = Arc::clone(&state.engines().unpacker);
    open_batch(state.store(), &signed.seat.organ_id, &act, order, unpacker, id.clone()).await?;
    state.tell_of_checks();
    Ok(batch_address(&id))
}

fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    (sent, faults): (&Sent, &[FieldFault]),
) -> Answer {
    let fault = |key: &str| faults.iter().find(|fault| fault.field == key).map(|fault| fault.message.clone());
    let help = "从网页或者 Word 里全选、复制，粘贴到这里。表格粘贴过来一格一行或者用制表符隔开都可以";
    let words = FormField::line("words", "报告的文字", help);
    let words = FormField { input: Input::Lines { rows: 8 }, required: false, ..words };
    let file_fault = fault("file");
    let of_form = faults.iter().filter(|fault| fault.field.is_empty());
    let mut told: Vec<Problem> = of_form.map(|fault| Problem::of_form(fault.message.clone())).collect();
    told.extend(
        file_fault
            .clone()
            .map(|text| Problem { field: Some("file".to_owned()), text: format!("文件：{text}") }),
    );
    let batch = batch_fields(sent, &fault);
    told.extend(problems(&batch));
    html(
        status,
        &NewPage {
            look: look_at(state, here, PATH),
            frame: Frame::new(
                signed,
                Place::Checks,
                vec![Crumb::to("报告核对", CHECKS), Crumb::here("核对报告")],
            ),
            action: PATH,
            words: words.holding(sent.first("words").unwrap_or_default()),
            file_fault,
            batch_in_use: batch.iter().any(|field| !field.text.is_empty() || field.error.is_some()),
            batch,
            excerpt: !sent.text("excerpt").is_empty(),
            max_megabytes: UPLOAD_MAX_BYTES / (1024 * 1024),
            max_files: casework::check::FILES_MAX,
            problems: told,
        },
    )
}

fn batch_fields(sent: &Sent, fault: &dyn Fn(&str) -> Option<String>) -> Vec<FormField> {
    let field = |key: &str, label: &str, help: &str, input: Input| {
        let field = FormField { required: false, input, ..FormField::line(key, label, help) };
        field.holding(sent.first(key).unwrap_or_default()).wrong(fault(key))
    };
    let line = |short: bool, mode: &'static str| Input::Line { short, mode };
    vec![
        field("title", "这一批的名称", "例如：2025 年度各乡镇年报。不填就用文件名", line(false, "text")),
        field("year", "应当是哪个年度", "例如 2025。别的年度的报告会另外指出", line(true, "numeric")),
        field(
            "agencies",
            "应当报送的机关",
            "一行一个。核对完会指出还缺哪些，也用在年度汇总里",
            Input::Lines { rows: 5 },
        ),
    ]
}
