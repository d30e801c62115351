//! 人员: the posts of the organ with whoever holds them, and the accounts.

use askama::Template;
use casework::account::{Colleague, staff};
use jiff::civil::Date;
use store::{Post, Tenure, Unit};

use super::address;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/settings/people.html")]
struct PeoplePage {
    look: Look,
    frame: Frame,
    posts: Vec<PostLine>,
    people: Vec<PersonLine>,
    /// Whether a second administrator is missing.
    alone: bool,
}

/// A post with its holders.
struct PostLine {
    name: String,
    holders: Vec<Holder>,
}

struct Holder {
    name: String,
    href: String,
    since: String,
}

/// An account.
struct PersonLine {
    login: String,
    name: String,
    href: String,
    posts: String,
    disabled: bool,
    current: bool,
}

/// `GET /desk/people`.
pub(in crate::desk) async fn show_people(Visit { state, here, signed, .. }: Visit) -> Answer {
    let (organ, today) = (&signed.seat.organ_id, state.today());
    let mut read = state.store().read().await?;
    let people = staff(&mut read, organ, today).await?;
    let posts = read.posts(organ).await?;
    let units = read.units(organ).await?;
    drop(read);
    let posts = posts.iter().filter(|post| !post.closed).map(|post| PostLine {
        name: post_name(post, &units),
        holders: people.iter().filter_map(|known| holder(known, post, today)).collect(),
    });
    let lines = people.iter().map(|known| PersonLine {
        login: known.person.login.clone(),
        name: known.person.name.clone(),
        href: address(&known.person.id),
        posts: posts_of(known, &units, today),
        disabled: known.person.disabled,
        current: known.person.id == signed.session.person_id,
    });
    page(&PeoplePage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Settings, vec![Crumb::here("人员")]),
        posts: posts.collect(),
        people: lines.collect(),
        alone: people.iter().filter(|known| known.administers_on(today)).count() < 2,
    })
}

fn holder(known: &Colleague, post: &Post, today: Date) -> Option<Holder> {
    let (_, tenure) = known.posts_on(today).find(|(held, _)| held.id == post.id)?;
    (!known.person.disabled).then(|| Holder {
        name: known.person.name.clone(),
        href: address(&known.person.id),
        since: tenure.from_on.to_string(),
    })
}

fn posts_of(known: &Colleague, units: &[Unit], today: Date) -> String {
    let names: Vec<String> = known.posts_on(today).map(|(post, _)| post_name(post, units)).collect();
    if names.is_empty() || known.person.disabled { "无".to_owned() } else { names.join("、") }
}

/// 报送岗（河西村）.
pub(super) fn post_name(post: &Post, units: &[Unit]) -> String {
    let unit = post.unit_id.as_ref().and_then(|id| units.iter().find(|unit| unit.id == *id));
    unit.map_or_else(|| post.name.clone(), |unit| format!("{}（{}）", post.name, unit.name))
}

/// 2023-01-01 至今.
pub(super) fn term(tenure: &Tenure) -> String {
    match tenure.until_on {
        Some(until) => format!("{} 至 {until}", tenure.from_on),
        None => format!("{} 至今", tenure.from_on),
    }
}
