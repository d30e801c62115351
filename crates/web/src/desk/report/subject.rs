//! The report that a page or an act is about: found, seen with the rights of whoever asks.

use casework::Capability;
use casework::report::{Compiled, Step, is_seen_from_above, organ_below, view};
use law::measure::Year;
use store::{OrganId, Report, ReportId};

use super::address::Address;
use crate::desk::visit::Visit;
use crate::fault::Fault;
use crate::form::Sent;
use crate::frame::Crumb;
use crate::state::State;

/// What the reader may do with the report, whatever its state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Rights {
    pub(super) writes: bool,
    pub(super) decides: bool,
    /// Comments on it from the organ above.
    pub(super) comments: bool,
    pub(super) declares: bool,
}

/// One version of a year's report.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) organ: OrganId,
    pub(super) year: Year,
    pub(super) version: Report,
    /// Every version of the year that the reader may see, the latest first.
    pub(super) versions: Vec<Report>,
    pub(super) at: Address,
    pub(super) rights: Rights,
    /// Its name, where it is the report of an organ below.
    pub(super) below: Option<String>,
}

impl Subject {
    /// Our own report of a year in the version that is asked for. `NotFound` where there is none.
    pub(super) async fn own(visit: &Visit, year: &str) -> Result<Self, Fault> {
        let organ = visit.organ().clone();
        let year = year_of(year)?;
        let versions = versions(&visit.state, &organ, year).await?;
        let may = |capability| visit.signed.seat.kind.may(capability);
        let rights = Rights {
            writes: may(Capability::WriteReport),
            decides: may(Capability::FinaliseReport),
            comments: false,
            declares: may(Capability::DeclareFigures),
        };
        Self {
            version: chosen(&versions, &visit.sent)?,
            versions,
            at: Address::own(year),
            organ,
            year,
            rights,
            below: None,
        }
        .settled()
    }

    /// The report of an organ directly below ours, once it has been handed in. Any other organ, and a draft,
    /// does not exist from here.
    pub(super) async fn below(visit: &Visit, organ: &str, year: &str) -> Result<Self, Fault> {
        if !visit.signed.seat.kind.may(Capability::CommentReport) {
            return Err(Fault::Forbidden(None));
        }
        let organ = organ_below(visit.state.store(), visit.organ(), &OrganId::new(organ)).await?;
        let year = year_of(year)?;
        let mut versions = versions(&visit.state, &organ.id, year).await?;
        versions.retain(|version| is_seen_from_above(version.state));
        let rights = Rights { comments: true, ..Rights::default() };
        let at = Address::below(&organ.id, year);
        let version = chosen(&versions, &visit.sent)?;
        Self { version, versions, at, organ: organ.id, year, rights, below: Some(organ.name) }.settled()
    }

    /// Addresses keep to an older version when one was asked for.
    fn settled(mut self) -> Result<Self, Fault> {
        if self.versions.first().is_some_and(|latest| latest.id != self.version.id) {
            self.at = self.at.version(self.version.version);
        }
        Ok(self)
    }

    /// The version with everything known about it.
    pub(super) async fn compiled(&self, state: &State) -> Result<Compiled, Fault> {
        Ok(view(state.store(), &self.organ, &self.version.id).await?)
    }

    pub(super) const fn id(&self) -> &ReportId {
        &self.version.id
    }

    /// Whether the reader may take the step now.
    pub(super) fn may(&self, step: Step) -> bool {
        let allowed = match step {
            Step::WriteProse | Step::ConfirmNumber | Step::Explain | Step::Submit | Step::SettleRemark => {
                self.rights.writes
            }
            Step::Remark | Step::SendBack => self.rights.comments,
            Step::Finalise | Step::Reopen | Step::Publish => self.rights.decides,
            // Older versions are corrected by what came after them.
            Step::Correct => self.rights.decides && self.is_latest(),
        };
        allowed && step.is_allowed(self.version.state)
    }

    fn is_latest(&self) -> bool {
        self.versions.first().is_some_and(|latest| latest.id == self.version.id)
    }

    /// The way to the report's pages; `rest` goes on from the report.
    pub(super) fn crumbs(&self, rest: Vec<Crumb>) -> Vec<Crumb> {
        let name = match &self.below {
            Some(organ) => format!("{organ} {}年", self.year),
            None => format!("{}年", self.year),
        };
        let report = match rest.is_empty() {
            true => Crumb::here(name),
            false => Crumb::to(name, self.at.page()),
        };
        [Crumb::to("年报", super::address::REPORTS), report].into_iter().chain(rest).collect()
    }
}

/// The year in an address.
pub(super) fn year_of(text: &str) -> Result<Year, Fault> {
    text.parse().ok().and_then(Year::new).ok_or(Fault::NotFound)
}

async fn versions(state: &State, organ: &OrganId, year: Year) -> Result<Vec<Report>, Fault> {
    let mut versions = state.store().read().await?.reports(organ).await?;
    versions.retain(|version| version.year == year.get());
    Ok(versions)
}

/// The version that the address or the form names, the latest if it names none.
fn chosen(versions: &[Report], sent: &Sent) -> Result<Report, Fault> {
    let wanted = sent.text("version");
    let mut fitting =
        versions.iter().filter(|version| wanted.is_empty() || version.version.to_string() == wanted);
    fitting.next().cloned().ok_or(Fault::NotFound)
}
