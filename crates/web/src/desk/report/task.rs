//! A year's report as a page of tasks: where it stands, six parts, what stops 定稿 and where to mend it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::report::{Step, report_due};
use law::report::Section;
use store::EventKind;

use super::address::REPORTS;
use super::declared::{ByHand, by_hand};
use super::opened::Opened;
use super::parts::{PartLine, parts};
use super::people::People;
use super::standing::{VersionLine, standing, versions, warnings, way};
use super::subject::{Subject, year_of};
use super::todo::{Comment, Reason, Stop, Tried, comments, kept_reasons, reasons, stops};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Look, html, see_other};
use crate::picture::Picture;
use crate::report::{Offer, offers};

#[derive(Template)]
#[template(path = "desk/report/task.html")]
struct TaskPage {
    look: Look,
    frame: Frame,
    /// The reporting organ, where it is not the reader's own.
    below: Option<String>,
    year: i16,
    version: i64,
    done: Option<&'static str>,
    /// What went wrong with an act that has no form of its own.
    problem: Option<String>,
    way: Picture,
    standing: Vec<(&'static str, String)>,
    warnings: Vec<&'static str>,
    may: May,
    parts: Vec<PartLine>,
    stops: Vec<Stop>,
    reasons: Vec<Reason>,
    reasons_title: &'static str,
    comments: Vec<Comment>,
    by_hand: Vec<ByHand>,
    sections: Vec<(&'static str, String)>,
    /// The county's comment that was not accepted.
    comment: Tried,
    versions: Vec<VersionLine>,
    at: Links,
    /// The files for the hand.
    offers: Vec<Offer>,
}

/// What the reader may do now.
struct May {
    submit: bool,
    finalise: bool,
    publish: bool,
    reopen: bool,
    correct: bool,
    explain: bool,
    settle: bool,
    remark: bool,
    send_back: bool,
}

/// Where the links and forms of the page lead.
struct Links {
    whole: String,
    html: String,
    json: String,
    finalise: String,
    publish: String,
    reopen: String,
    correct: String,
    submit: String,
    explain: String,
    settle: String,
    remark: String,
    send_back: String,
}

/// `GET /desk/reports/{year}`. A year without a report leads to where one is opened.
pub(in crate::desk) async fn show_task(Path(year): Path<String>, visit: Visit) -> Answer {
    let subject = match Subject::own(&visit, &year).await {
        Err(Fault::NotFound) if visit.sent.text("version").is_empty() => {
            return see_other(&format!("{}?year={}", REPORTS, year_of(&year)?));
        }
        found => found?,
    };
    draw(StatusCode::OK, &visit, &subject, (done(&visit.sent), Tried::default())).await
}

/// `GET /desk/county/{organ}/reports/{year}`.
pub(in crate::desk) async fn show_task_below(Opened { visit, subject, .. }: Opened) -> Answer {
    draw(StatusCode::OK, &visit, &subject, (done(&visit.sent), Tried::default())).await
}

/// The words about an act that has just been done.
fn done(sent: &Sent) -> Option<&'static str> {
    Some(match sent.text("done") {
        "opened" => "报告已经新建，表格已按台账填好。下面逐部分核对、填写。",
        "submitted" => "已经报送县级。县级提出意见之前，还可以说明原因、确认数字；文字要修改的，请县级退回。",
        "explained" => "原因已经保存，县级也能看到。",
        "settled" => "这条意见已标为已处理。",
        "remarked" => "意见已经提出，报告单位能看到。",
        "returned" => "已经退回修改。",
        "reopened" => "已经撤回定稿，报告回到草稿。改好以后再定稿。",
        "finalised" => "已经定稿。内容从现在起不再变动，校验码见下。",
        "published" => "已经公布，公开栏目里可以看到。",
        "corrected" => "更正版本已经新建。原来的版本在新版本公布之前仍然有效。",
        _ => return None,
    })
}

/// Draws the page, with what was typed into a form that was not accepted.
pub(super) async fn draw(
    status: StatusCode,
    Visit { state, here, signed, .. }: &Visit,
    subject: &Subject,
    (done, tried): (Option<&'static str>, Tried),
) -> Answer {
    let compiled = subject.compiled(state).await?;
    let mut people = People::default();
    let by_hand = by_hand(state, &mut people, subject, &compiled).await?;
    let mut read = state.store().read().await?;
    let mut reasons = reasons(&mut read, &mut people, &compiled, &tried).await?;
    reasons.extend(kept_reasons(&mut read, &mut people, &compiled).await?);
    let comments = comments(&mut read, &mut people, &compiled).await?;
    let parts = parts(&mut read, &mut people, subject, &compiled).await?;
    let events = read.events_of(&subject.organ, &store::Subject::report(subject.id())).await?;
    let handed_in = events.iter().rfind(|event| event.kind == EventKind::ReportSubmitted);
    let submitted = handed_in.map(|event| event.happened_on);
    let due = report_due(&mut read, &compiled.organ, subject.version.year).await?;
    let is_own = |form: &str| form.is_empty() || form == "act";
    let problem = tried.error.clone().filter(|_| is_own(&tried.form));
    let view = TaskPage {
        look: look_at(state, here, &subject.at.page()),
        frame: Frame::new(signed, Place::Reports, subject.crumbs(Vec::new())),
        below: subject.below.clone(),
        year: subject.version.year,
        version: subject.version.version,
        done,
        problem,
        way: way(&compiled, &subject.version, &comments, submitted)?,
        standing: standing(subject, &compiled, (due, state.today())),
        warnings: warnings(&compiled),
        may: may(subject, &comments),
        parts,
        stops: stops(subject, &compiled),
        reasons_title: match (subject.may(Step::Explain), compiled.is_draft()) {
            (true, _) => "需要说明原因的",
            (false, true) => "与上年或台账对不上的",
            (false, false) => "已说明原因的",
        },
        reasons,
        comments,
        by_hand,
        sections: Section::ALL.iter().map(|section| (section.code(), section.heading())).collect(),
        comment: if tried.form == "remark" { tried } else { Tried::default() },
        versions: versions(subject),
        at: links(subject),
        offers: offers(state, |extension| subject.at.below_it(&format!("report.{extension}"))),
    };
    html(status, &view)
}

fn may(subject: &Subject, comments: &[Comment]) -> May {
    let open = comments.iter().any(|comment| comment.settled.is_none());
    May {
        submit: subject.may(Step::Submit),
        finalise: subject.may(Step::Finalise),
        publish: subject.may(Step::Publish),
        reopen: subject.may(Step::Reopen),
        correct: subject.may(Step::Correct),
        explain: subject.may(Step::Explain),
        settle: open && subject.may(Step::SettleRemark),
        remark: subject.may(Step::Remark),
        send_back: subject.may(Step::SendBack),
    }
}

fn links(subject: &Subject) -> Links {
    let at = &subject.at;
    Links {
        whole: at.below_it("whole"),
        html: at.below_it("report.html"),
        json: at.below_it("report.json"),
        finalise: at.below_it("finalise"),
        publish: at.below_it("publish"),
        reopen: at.below_it("reopen"),
        correct: at.below_it("correct"),
        submit: at.act("submit"),
        explain: at.act("reasons"),
        settle: at.act("settle"),
        remark: at.act("remarks"),
        send_back: at.act("send-back"),
    }
}
