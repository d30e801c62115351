//! What an administrator does with somebody's account: asked on a page of its own, done, and told on the page of the
//! person.

use axum::extract::Path;
use casework::account::{Colleague, colleague};
use jiff::civil::Date;
use law::register::FieldFault;
use store::{PersonId, Unit};

use super::ask::{Ask, Refused, answer, draw};
use super::people::post_name;
use super::{address, person_crumbs, salt};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;

/// One of these acts.
pub(in crate::desk) trait Deed {
    /// What its form gives.
    type Wish: Send;
    /// Its page, below the page of the person.
    const PLACE: &'static str;
    /// What the page of the person is told afterwards.
    const DONE: &'static str;

    /// What was asked for, or what is missing from the form.
    fn wish(sent: &Sent) -> Result<Self::Wish, Vec<FieldFault>>;

    /// The page that asks.
    fn ask(about: &About, sent: &Sent, refused: &Refused) -> Ask;

    /// Does it.
    fn perform(doing: Doing<'_>, wish: Self::Wish) -> impl Future<Output = casework::Result<()>> + Send;
}

/// Whom it is about.
pub(in crate::desk) struct About {
    pub(super) id: PersonId,
    pub(super) known: Colleague,
    /// The units of the organ.
    pub(super) units: Vec<Unit>,
    today: Date,
}

impl About {
    async fn find(visit: &Visit, id: String) -> Result<Self, Fault> {
        let (id, organ, today) = (PersonId::new(id), visit.organ(), visit.state.today());
        let mut read = visit.state.store().read().await?;
        let known = colleague(&mut read, organ, &id, today).await?;
        let units = read.units(organ).await?;
        Ok(Self { id, known, units, today })
    }

    /// The page of an act on this account, without what differs; `act` names it in the path and on the button.
    pub(super) fn ask<D: Deed>(&self, title: String, act: &'static str) -> Ask {
        let page = address(&self.id);
        Ask {
            title,
            crumbs: person_crumbs(&self.id, self.name(), act),
            facts: vec![("登录名", self.known.person.login.clone())],
            words: Vec::new(),
            fields: Vec::new(),
            button: act,
            danger: false,
            action: format!("{page}/{}", D::PLACE),
            back: ("不办了", page),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.known.person.name
    }

    /// The posts of today.
    pub(super) fn posts(&self) -> (&'static str, String) {
        let held = self.known.posts_on(self.today);
        let posts: Vec<String> = held.map(|(post, _)| post_name(post, &self.units)).collect();
        ("现任岗位", if posts.is_empty() { "无".to_owned() } else { posts.join("、") })
    }
}

/// Who does it, to whom.
pub(in crate::desk) struct Doing<'a> {
    pub(super) visit: &'a Visit,
    pub(super) id: &'a PersonId,
    /// For a new password.
    pub(super) salt: String,
}

/// `GET /desk/people/{id}/…`.
pub(in crate::desk) async fn show_deed<D: Deed>(Path(id): Path<String>, visit: Visit) -> Answer {
    let (about, refused) = (About::find(&visit, id).await?, Refused::default());
    draw(&visit, D::ask(&about, &visit.sent, &refused), &refused)
}

/// `POST /desk/people/{id}/…`.
pub(in crate::desk) async fn submit_deed<D: Deed>(Path(id): Path<String>, visit: Visit) -> Answer {
    let about = About::find(&visit, id).await?;
    let outcome = match D::wish(&visit.sent) {
        Ok(wish) => {
            let doing = Doing { visit: &visit, id: &about.id, salt: salt(&visit.state)? };
            D::perform(doing, wish).await
        }
        Err(faults) => Err(casework::Error::Invalid(faults)),
    };
    let done = format!("{}?done={}", address(&about.id), D::DONE);
    answer(&visit, outcome, &done, |refused| D::ask(&about, &visit.sent, refused))
}
