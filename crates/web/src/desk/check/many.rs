//! Deciding at once about all open findings of a report, or of one rule in a batch; and taking that back.

use axum::extract::Path;
use casework::check::{CheckScope, decide_all, undo_all};
use jiff::Timestamp;
use store::{CheckBatchId, CheckStanding, ReportId};

use super::findings::{self, KEYS, filter};
use super::{address, batch_address};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::see_other;
use crate::gate::Signed;
use crate::links::query_value;
use crate::state::State;

/// Open findings that may be decided on at once, with what is sent along.
pub(super) struct Many {
    pub(super) count: i64,
    /// The conditions by which they were chosen.
    pub(super) chosen: Vec<(&'static str, String)>,
    pub(super) reason: String,
    pub(super) error: Option<String>,
}

impl Many {
    /// None if nothing is open.
    pub(super) fn of(count: i64, sent: &Sent, error: Option<String>) -> Option<Self> {
        let reason = sent.text("reason").to_owned();
        (count > 0).then(|| Self { count, chosen: chosen(sent), reason, error })
    }
}

/// What was decided at once a moment ago and can be taken back.
pub(super) struct Undoable {
    pub(super) count: String,
    /// The instant of the decision.
    pub(super) at: String,
    pub(super) chosen: Vec<(&'static str, String)>,
}

impl Undoable {
    /// None unless the page is shown after such a decision.
    pub(super) fn of(sent: &Sent) -> Option<Self> {
        let (count, at) = (sent.text("count"), sent.text("at"));
        let fits =
            !count.is_empty() && count.chars().all(|c| c.is_ascii_digit()) && at.parse::<Timestamp>().is_ok();
        fits.then(|| Self { count: count.to_owned(), at: at.to_owned(), chosen: chosen(sent) })
    }
}

fn chosen(sent: &Sent) -> Vec<(&'static str, String)> {
    let text = |key: &&'static str| (*key, sent.text(key).to_owned());
    KEYS.iter().map(text).filter(|(key, value)| *key != "standing" && !value.is_empty()).collect()
}

/// What was asked: a decision, or that the one of an instant be taken back.
enum Asked {
    Decide(CheckStanding),
    Undo(Timestamp),
}

impl Asked {
    fn of(sent: &Sent) -> Result<Self, Fault> {
        match sent.text("undo") {
            "" => CheckStanding::from_key(sent.text("standing")).map(Self::Decide).ok_or(Fault::BadRequest),
            at => at.parse().map(Self::Undo).map_err(|_| Fault::BadRequest),
        }
    }
}

/// Does it; the query that the next page is shown with.
async fn act(
    state: &State,
    signed: &Signed,
    sent: &Sent,
    scope: &CheckScope,
) -> Result<Result<String, String>, Fault> {
    let organ = &signed.seat.organ_id;
    let act = signed.act(state.now()).because(sent.text("reason"));
    let done = match Asked::of(sent)? {
        Asked::Decide(standing) => decide_all(state.store(), organ, &act, scope, standing)
            .await
            .map(|count| format!("count={count}&at={}", query_value(&act.at.to_string()))),
        Asked::Undo(at) => {
            undo_all(state.store(), organ, &act, scope, at).await.map(|_| "done=undone".to_owned())
        }
    };
    match done {
        Ok(query) => Ok(Ok(query)),
        Err(casework::Error::Invalid(faults)) => {
            Ok(Err(faults.into_iter().next().map(|fault| fault.message).unwrap_or_default()))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/checks/{id}/all`: every open finding of a report is confirmed, or that is taken back.
pub(in crate::desk) async fn submit_all_of_report(
    Path(id): Path<String>,
    Visit { state, signed, sent, .. }: Visit,
) -> Answer {
    let id = ReportId::new(id);
    match act(&state, &signed, &sent, &CheckScope::Report(id.clone())).await? {
        Ok(query) => see_other(&format!("{}?{query}", address(&id))),
        Err(_) => Err(Fault::BadRequest),
    }
}

/// `POST /desk/checks/batches/{id}/findings/all`: every open finding of the rule chosen.
pub(in crate::desk) async fn submit_all_of_rule(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let id = CheckBatchId::new(id);
    let scope = CheckScope::Batch(id.clone(), filter(&sent));
    match act(&state, &signed, &sent, &scope).await? {
        Ok(query) => {
            let chosen =
                chosen(&sent).into_iter().map(|(key, value)| format!("&{key}={}", query_value(&value)));
            see_other(&format!("{}/findings?{query}{}", batch_address(&id), chosen.collect::<String>()))
        }
        Err(sentence) => {
            let kept = sent.pairs().iter().filter(|(key, _)| key != "standing").cloned();
            let chosen = Sent::from(kept.collect::<Vec<_>>());
            findings::draw(&state, (&here, &signed), &id, &chosen, Some(sentence)).await
        }
    }
}
