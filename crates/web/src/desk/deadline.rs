//! A deadline, day by day: from which event, by which rule, which days count and which do not.

use askama::Template;
use axum::extract;
use axum::extract::Path;
use casework::deadlines::{Deadline, DeadlineStanding, deadline_of};
use jiff::civil::Date;
use law::clock::CountedDay;
use law::register::Register;
use store::RecordId;

use super::layout::Frame;
use super::menu::Place;
use super::today::due;
use crate::day;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Here, Look, page};
use crate::gate::Signed;
use crate::state::State;

/// A square of the strip.
struct Day {
    date: String,
    weekday: &'static str,
    /// The holiday, the reason, or the kind of the day.
    words: String,
    class: &'static str,
    /// 第几个工作日, for a day that counts.
    ordinal: Option<usize>,
}

/// A sentence of the explanation with its provision.
struct Ground {
    words: String,
    article: String,
}

#[derive(Template)]
#[template(path = "desk/deadline.html")]
struct DeadlinePage {
    look: Look,
    frame: Frame,
    title: String,
    number: String,
    what: &'static str,
    due: String,
    left: String,
    provisional: bool,
    counted_from: String,
    grounds: Vec<Ground>,
    days: Vec<Day>,
    /// The notices that made holidays and make-up days of some of them.
    notices: Vec<String>,
}

/// The explanation of one record's deadline.
pub(super) async fn show_deadline(
    signed: Signed,
    Path((register, id)): Path<(String, String)>,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let register = Register::from_key(&register).ok_or(Fault::NotFound)?;
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let row = read.record(organ, register, &RecordId::new(id)).await?;
    let region = read.organ(organ).await?.region;
    drop(read);
    let record = row.record().map_err(|_| Fault::Refused("这条记录的内容有误，算不出期限。请先更正。".to_owned()))?;
    let calendar = state.calendar().get();
    let deadline = deadline_of(&record, &calendar, &region).ok_or(Fault::NotFound)?;
    let named = ["title", "subject"].into_iter().find_map(|key| row.value(key).as_text());
    let title = named.unwrap_or_default().to_owned();
    let (due, left) = due(&deadline.standing, state.today());
    let counted = match &deadline.standing {
        DeadlineStanding::Due(due) => Some(due),
        _ => None,
    };
    let days = counted.map(|due| due.days.as_slice()).unwrap_or_default();
    page(&DeadlinePage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Today, vec![Crumb::here("期限说明")]),
        title,
        number: row.source_no().to_owned(),
        what: deadline.what,
        due,
        left,
        provisional: counted.is_some_and(|due| due.provisional),
        counted_from: counted.map(|due| day::in_words(due.counted_from)).unwrap_or_default(),
        grounds: grounds(&deadline),
        days: strip(days, counted.map(|due| due.due)),
        notices: notices(days),
    })
}

fn grounds(deadline: &Deadline) -> Vec<Ground> {
    let ground = |basis: &law::clock::access_request::Basis| Ground {
        words: basis.reason.clone(),
        article: basis.article.to_owned(),
    };
    deadline.basis.iter().map(ground).collect()
}

fn strip(days: &[CountedDay], due: Option<Date>) -> Vec<Day> {
    let mut count = 0;
    let square = |counted: &CountedDay| {
        if counted.counted {
            count += 1;
        }
        Day {
            date: counted.date.to_string(),
            weekday: day::weekday(counted.date),
            words: counted.name.clone().unwrap_or_else(|| counted.kind.label().to_owned()),
            class: match (Some(counted.date) == due, counted.counted) {
                (true, _) => "due",
                (false, true) => "counted",
                (false, false) => "",
            },
            ordinal: counted.counted.then_some(count),
        }
    };
    days.iter().map(square).collect()
}

fn notices(days: &[CountedDay]) -> Vec<String> {
    let mut notices: Vec<String> = Vec::new();
    for source in days.iter().filter_map(|day| day.source.as_ref()) {
        if !notices.contains(source) {
            notices.push(source.clone());
        }
    }
    notices
}
