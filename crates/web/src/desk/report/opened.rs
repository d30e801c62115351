//! The way into every page and act of one report.

use axum::extract::{FromRequest, FromRequestParts as _, RawPathParams, Request};

use super::subject::Subject;
use crate::desk::visit::Visit;
use crate::fault::Fault;
use crate::state::State;

/// The report that an address leads to: our own or, where the address names an organ, that of an organ below.
#[derive(Debug)]
pub(in crate::desk) struct Opened {
    pub(super) visit: Visit,
    pub(super) subject: Subject,
    params: Vec<(String, String)>,
}

impl Opened {
    /// A part of the address beyond organ and year.
    pub(super) fn param(&self, name: &str) -> Result<&str, Fault> {
        named(&self.params, name).ok_or(Fault::NotFound)
    }
}

impl FromRequest<State> for Opened {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &State) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let params =
            RawPathParams::from_request_parts(&mut parts, state).await.map_err(|_| Fault::NotFound)?;
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let params: Vec<(String, String)> = params.iter().map(owned).collect();
        let visit = Visit::from_request(Request::from_parts(parts, body), state).await?;
        let year = named(&params, "year").ok_or(Fault::NotFound)?;
        let subject = match named(&params, "organ") {
            None => Subject::own(&visit, year).await?,
            Some(organ) => Subject::below(&visit, organ, year).await?,
        };
        Ok(Self { visit, subject, params })
    }
}

fn named<'a>(params: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
    params.iter().find_map(|(name, value)| (name == wanted).then_some(value.as_str()))
}
