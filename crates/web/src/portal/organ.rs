//! The organ whose column is open.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use casework::portal::PortalSettings;
use store::{Organ, Read};

use crate::fault::Fault;
use crate::links::OrganLinks;
use crate::state::State;

/// An organ that has a column, with its addresses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PublicOrgan {
    pub(crate) organ: Organ,
    pub(crate) settings: PortalSettings,
    pub(crate) links: OrganLinks,
}

impl PublicOrgan {
    /// The organ's column, unless it has none.
    fn of(state: &State, organ: Organ) -> Option<Self> {
        let settings = PortalSettings::of(&organ);
        let links = state.links().organ(&settings.slug_of(&organ));
        (!settings.hidden).then_some(Self { organ, settings, links })
    }

    /// The organ in whose column an address lies, if there is one.
    pub(crate) async fn at(state: &State, path: &str) -> Option<Self> {
        let slug = path.strip_prefix(state.config().base_path.as_str())?.split('/').next()?;
        Self::named(state, &mut state.store().read().await.ok()?, slug).await.ok()
    }

    async fn named(state: &State, read: &mut Read, slug: &str) -> Result<Self, Fault> {
        let columns = Self::all(state, read).await?;
        let home = state.links().organ(slug);
        if let Some(column) = columns.iter().find(|column| column.links == home) {
            return Ok(column.clone());
        }
        let moved = columns.iter().find(|column| column.settings.former_slugs.iter().any(|old| old == slug));
        Err(moved.map_or(Fault::NotFound, |column| Fault::Moved {
            from: home.home().to_owned(),
            to: column.links.home().to_owned(),
        }))
    }

    /// Every column of this instance.
    pub(super) async fn all(state: &State, read: &mut Read) -> Result<Vec<Self>, Fault> {
        let columns: Vec<Self> =
            read.organs().await?.into_iter().filter_map(|organ| Self::of(state, organ)).collect();
        state.remember_columns(columns.clone());
        Ok(columns)
    }

    /// What people call it.
    pub(crate) fn short_name(&self) -> &str {
        if self.settings.short_name.is_empty() { &self.organ.name } else { &self.settings.short_name }
    }

    /// The telephone as a link; digits only, so that a phone dials it.
    pub(crate) fn dial(&self) -> String {
        let digits: String = self.settings.phone.chars().filter(char::is_ascii_digit).collect();
        format!("tel:{digits}")
    }
}

/// The organ named by `{organ}` in the path, and the snapshot in which it was found: what else a page asks for is of
/// the same moment.
pub(super) struct Opened {
    pub(super) organ: PublicOrgan,
    pub(super) read: Read,
}

impl FromRequestParts<State> for Opened {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Fault> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Fault::NotFound)?;
        let slug = params.iter().find_map(|(name, slug)| (name == "organ").then_some(slug));
        let mut read = state.store().read().await?;
        let found = PublicOrgan::named(state, &mut read, slug.ok_or(Fault::NotFound)?).await;
        let organ = found.map_err(|fault| match (fault, parts.uri.path_and_query()) {
            // Whoever linked to a page of the column is led to that page, not to the column's beginning.
            (Fault::Moved { from, to }, Some(asked)) => {
                let rest = asked.as_str().strip_prefix(from.as_str()).unwrap_or_default();
                Fault::Moved { to: format!("{to}{rest}"), from }
            }
            (other, _) => other,
        })?;
        Ok(Self { organ, read })
    }
}

/// The organ alone, for pages that ask for nothing else.
impl FromRequestParts<State> for PublicOrgan {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Fault> {
        Opened::from_request_parts(parts, state).await.map(|opened| opened.organ)
    }
}
