//! The findings of a batch, chosen by rule, body, verdict and standing.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use store::{CheckBatchId, CheckFilter, CheckStanding, FoundFinding};

use super::finding::{listed_standing, verdict_words};
use super::many::{Many, Undoable};
use super::{CHECKS, address, agency_words, batch_address};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{Choosable, FormField, Input, Sent};
use crate::frame::{Crumb, Here, Look, html};
use crate::gate::Signed;
use crate::links::query_value;
use crate::pager::{Pager, Step};
use crate::state::State;

pub(super) const KEYS: [&str; 4] = ["rule", "agency", "verdict", "standing"];

#[derive(Template)]
#[template(path = "desk/check/findings.html")]
struct FindingsPage {
    look: Look,
    frame: Frame,
    title: String,
    address: String,
    fields: Vec<FormField>,
    narrowed: bool,
    rows: Vec<Line>,
    pager: Pager,
    /// The open findings of the rule chosen, which may be decided on at once.
    many: Option<Many>,
    undoable: Option<Undoable>,
    /// Whether that was just taken back.
    undone: bool,
}

struct Line {
    href: String,
    agency: String,
    file: String,
    rule: String,
    name: &'static str,
    verdict: (&'static str, &'static str),
    message: String,
    standing: (&'static str, &'static str),
    reason: Option<String>,
}

impl Line {
    fn of(found: FoundFinding) -> Self {
        Self {
            href: format!("{}#K{}", address(&found.report), found.finding.number),
            agency: agency_words(found.agency.as_deref()),
            file: found.file_name,
            name: inspect::rule(&found.finding.rule).map_or("", |rule| rule.name),
            verdict: verdict_words(&found.finding.verdict),
            rule: found.finding.rule,
            message: found.finding.message,
            standing: listed_standing(found.standing, found.is_remembered),
            reason: found.reason,
        }
    }
}

/// `GET /desk/checks/batches/{id}/findings`.
pub(in crate::desk) async fn show_findings(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let id = CheckBatchId::new(id);
    draw(&state, (&here, &signed), &id, &sent, None).await
}

/// The page, after a decision that was not taken with the sentence why.
pub(super) async fn draw(
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &CheckBatchId,
    sent: &Sent,
    refused: Option<String>,
) -> Answer {
    let organ = &signed.seat.organ_id;
    let filter = filter(sent);
    let mut read = state.store().read().await?;
    let batch = read.check_batch(organ, id).await?;
    let total = read.count_check_findings(organ, id, &filter).await?;
    let address = format!("{}/findings", batch_address(id));
    let chosen: Vec<String> = KEYS
        .iter()
        .filter(|key| !sent.text(key).is_empty())
        .map(|key| format!("&{key}={}", query_value(sent.text(key))))
        .collect();
    let chosen = chosen.concat();
    let pager = Pager::new(total, sent.text("page"), |page| format!("{address}?page={page}{chosen}"));
    let found = read.check_findings(organ, id, &filter, pager.slice()).await?;
    let open_only = CheckFilter { standing: Some(None), ..filter.clone() };
    let open = match &filter.rule {
        Some(_) if !matches!(filter.standing, Some(Some(_))) => {
            read.count_check_findings(organ, id, &open_only).await?
        }
        _ => 0,
    };
    let rules = read.rules_of_batch(organ, id).await?;
    let agencies = read.agencies_of_batch(organ, id).await?;
    drop(read);
    let crumbs = vec![
        Crumb::to("报告核对", CHECKS),
        Crumb::to(batch.title.clone(), batch_address(id)),
        Crumb::here("问题"),
    ];
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = FindingsPage {
        look: if refused.is_some() { look_at(state, here, &address) } else { Look::of(state, here) },
        frame: Frame::new(signed, Place::Checks, crumbs),
        title: batch.title,
        many: Many::of(open, sent, refused),
        undoable: Undoable::of(sent),
        undone: sent.text("done") == "undone",
        address,
        fields: fields(sent, &rules, &agencies),
        narrowed: !chosen.is_empty(),
        rows: found.into_iter().map(Line::of).collect(),
        pager,
    };
    html(status, &shown)
}

pub(super) fn filter(sent: &Sent) -> CheckFilter {
    let text = |key: &str| Some(sent.text(key).to_owned()).filter(|text| !text.is_empty());
    CheckFilter {
        rule: text("rule"),
        agency: text("agency"),
        verdict: text("verdict"),
        standing: match sent.text("standing") {
            "open" => Some(None),
            key => CheckStanding::from_key(key).map(Some),
        },
    }
}

fn fields(sent: &Sent, rules: &[(String, i64)], agencies: &[(String, i64)]) -> Vec<FormField> {
    let select = |key: &str, label: &str, choices: Vec<(String, String)>| {
        let chosen = sent.text(key);
        let choose = |(key, label): (String, String)| Choosable { chosen: key == chosen, key, label };
        FormField {
            required: false,
            blank: "不限",
            input: Input::Select(choices.into_iter().map(choose).collect()),
            ..FormField::line(key, label, "")
        }
    };
    let pair = |(key, label): (&str, &str)| (key.to_owned(), label.to_owned());
    let rule = |(id, count): &(String, i64)| {
        let name = inspect::rule(id).map_or("", |rule| rule.name);
        (id.clone(), format!("{id} {name}（{count}）"))
    };
    vec![
        select("verdict", "结论", [("FAIL", "不符"), ("UNCERTAIN", "存疑")].map(pair).to_vec()),
        select(
            "standing",
            "处理",
            [("open", "待处理"), ("confirmed", "已确认"), ("dismissed", "已排除")].map(pair).to_vec(),
        ),
        select("rule", "规则", rules.iter().map(rule).collect()),
        select(
            "agency",
            "机关",
            agencies.iter().map(|(name, count)| (name.clone(), format!("{name}（{count}）"))).collect(),
        ),
    ]
}
