//! What every handler of the desk works with.

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use store::{Act, OrganId};

use crate::fault::Fault;
use crate::form::Sent;
use crate::frame::Here;
use crate::gate::Signed;
use crate::state::State;

/// One request at the desk: who asks, with what before them, and what they sent.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) state: State,
    pub(super) here: Here,
    pub(super) signed: Signed,
    /// The form, or what the address asks.
    pub(super) sent: Sent,
}

impl Visit {
    /// The organ in whose post they are.
    pub(super) fn organ(&self) -> &OrganId {
        &self.signed.seat.organ_id
    }

    /// Something they do now.
    pub(super) fn act(&self) -> Act {
        self.signed.act(self.state.now())
    }

    /// The same with the reason they typed, if they typed one.
    pub(super) fn act_with_reason(&self) -> Act {
        match self.sent.text("reason") {
            "" => self.act(),
            reason => self.act().because(reason),
        }
    }
}

impl FromRequest<State> for Visit {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &State) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let here = Here::of(&parts.uri, &parts.headers);
        let signed = Signed::from_request_parts(&mut parts, state).await?;
        let sent = Sent::from_request(Request::from_parts(parts, body), state).await?;
        Ok(Self { state: state.clone(), here, signed, sent })
    }
}
