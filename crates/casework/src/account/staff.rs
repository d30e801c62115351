//! The people of an organ: whoever holds a post of it or held one. Nobody else's account is any of its business.

use jiff::civil::Date;
use store::{OrganId, Person, PersonId, Post, Read, Tenure};

use crate::{PostKind, Result};

/// Somebody who holds or held a post of the organ.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Who.
    pub person: Person,
    /// The posts of this organ that they hold and held, the latest first.
    pub tenures: Vec<(Post, Tenure)>,
    /// The other organs in which they hold a post today, by name.
    pub elsewhere: Vec<String>,
}

impl Colleague {
    /// The posts of this organ in use that they hold on that day.
    pub fn posts_on(&self, day: Date) -> impl Iterator<Item = &(Post, Tenure)> {
        self.tenures.iter().filter(move |(post, tenure)| !post.closed && holds_on(tenure, day))
    }

    /// The posts of this organ in use that they hold on that day and beyond it.
    pub fn posts_beyond(&self, day: Date) -> impl Iterator<Item = &(Post, Tenure)> {
        self.posts_on(day).filter(move |(_, tenure)| tenure.until_on.is_none_or(|until| until > day))
    }

    /// Whether they may sign in as an administrator of this organ on that day and beyond it.
    pub fn administers_on(&self, day: Date) -> bool {
        let mut posts = self.posts_beyond(day);
        !self.person.disabled && posts.any(|(post, _)| post.kind == PostKind::Administrator.key())
    }
}

/// Everybody who holds or held a post of the organ, by login.
///
/// # Errors
/// Failures of the store.
pub async fn staff(read: &mut Read, organ: &OrganId, today: Date) -> Result<Vec<Colleague>> {
    let posts = read.posts(organ).await?;
    let mut found: Vec<Colleague> = Vec::new();
    for tenure in read.tenures(organ).await? {
        let Some(post) = posts.iter().find(|post| post.id == tenure.post_id).cloned() else { continue };
        match found.iter_mut().find(|known| known.person.id == tenure.person_id) {
            Some(known) => known.tenures.push((post, tenure)),
            None => found.push(Colleague {
                person: read.person(&tenure.person_id).await?,
                elsewhere: elsewhere(read, organ, &tenure.person_id, today).await?,
                tenures: vec![(post, tenure)],
            }),
        }
    }
    found.sort_by(|a, b| a.person.login.cmp(&b.person.login));
    Ok(found)
}

/// One of them.
///
/// # Errors
/// `NotFound` for whoever never held a post of this organ, whether such a person exists or not.
pub async fn colleague(read: &mut Read, organ: &OrganId, id: &PersonId, today: Date) -> Result<Colleague> {
    let found = staff(read, organ, today).await?.into_iter().find(|known| known.person.id == *id);
    Ok(found.ok_or(store::Error::NotFound("person"))?)
}

/// Whether somebody holds the post on that day.
pub(super) fn holds_on(tenure: &Tenure, day: Date) -> bool {
    tenure.from_on <= day && tenure.until_on.is_none_or(|until| until >= day)
}

async fn elsewhere(read: &mut Read, organ: &OrganId, id: &PersonId, today: Date) -> Result<Vec<String>> {
    let held = read.posts_held(id, today).await?.into_iter().filter(|held| held.organ_id != *organ);
    let mut names: Vec<String> = held.map(|held| held.organ_name).collect();
    names.dedup();
    Ok(names)
}
