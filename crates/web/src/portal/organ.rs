//! The organ whose column is open.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use store::Organ;

use super::settings::PortalSettings;
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
        Self::named(state, slug).await.ok()
    }

    async fn named(state: &State, slug: &str) -> Result<Self, Fault> {
        let columns = Self::all(state).await?;
        let home = state.links().organ(slug);
        columns.into_iter().find(|column| column.links == home).ok_or(Fault::NotFound)
    }

    /// Every column of this instance.
    pub(super) async fn all(state: &State) -> Result<Vec<Self>, Fault> {
        let organs = state.store().read().await?.organs().await?;
        let columns: Vec<Self> = organs.into_iter().filter_map(|organ| Self::of(state, organ)).collect();
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

/// The organ named by `{organ}` in the path.
impl FromRequestParts<State> for PublicOrgan {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Fault> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Fault::NotFound)?;
        let slug = params.iter().find_map(|(name, slug)| (name == "organ").then_some(slug));
        Self::named(state, slug.ok_or(Fault::NotFound)?).await
    }
}
