//! What every handler works with: the store, the calendar, the clock and the dice that the binary hands down.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use casework::check::{Checker, WorkHands, work_off};
use casework::ports::{RowReader, Typesetter, Unpacker};
use jiff::Timestamp;
use jiff::civil::Date;
use law::calendar::WorkCalendar;
use store::{OrganId, Store};
use tokio::sync::Notify;

use crate::config::Config;
use crate::kept::{Edition, Pages, Seen};
use crate::links::Links;
use crate::portal::{Counts, PublicOrgan};
use crate::report::Shelf;
use crate::security::Throttle;

/// Draws a secret: 64 hexadecimal digits. The error is for the log.
pub type NewSecret = dyn Fn() -> Result<String, String> + Send + Sync;

/// The calendar in force. Clones share it, so that an import is seen by all at once.
#[derive(Debug, Clone)]
pub struct CalendarHandle(Arc<RwLock<Arc<WorkCalendar>>>);

impl CalendarHandle {
    /// A handle on this calendar.
    #[must_use]
    pub fn new(calendar: WorkCalendar) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(calendar))))
    }

    /// The calendar as it is now; what is computed with it stays consistent while another replaces it.
    #[must_use]
    pub fn get(&self) -> Arc<WorkCalendar> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another calendar in force.
    pub fn replace(&self, calendar: WorkCalendar) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(calendar);
    }
}

/// What the binary hands down because nothing else may reach for it (invariant 1).
#[derive(Clone)]
pub struct Hands {
    /// The clock.
    pub now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// New record ids.
    pub new_id: Arc<dyn Fn() -> String + Send + Sync>,
    /// New secrets: tokens of sessions and forms.
    pub new_secret: Arc<NewSecret>,
}

/// The engines that the pages of registers, imports and checks work with; the binary brings the adapters.
#[derive(Clone)]
pub struct Engines {
    /// Reads the tables that people import.
    pub rows: Arc<dyn RowReader>,
    /// Makes the files that go out: reports, registers, templates.
    pub typesetter: Arc<dyn Typesetter>,
    /// Reads reports that are to be checked.
    pub reader: Arc<dyn inspect::Reader + Send + Sync>,
    /// Takes archives of such reports apart.
    pub unpacker: Arc<dyn Unpacker>,
}

/// Everything a page may use. Cheap to clone.
#[derive(Clone)]
pub struct State(Arc<Inner>);

/// Numbers of public documents, and what they hold for: so many writes, this day.
struct Known {
    writes: i64,
    today: Date,
    counts: Arc<Counts>,
}

struct Inner {
    parts: Parts,
    /// The columns as they were read last, for the page that says that the database is away.
    columns: RwLock<Vec<PublicOrgan>>,
    counts: RwLock<BTreeMap<OrganId, Known>>,
    shelf: Shelf,
    pages: Pages,
    seen: Mutex<Option<Seen>>,
    /// Sign-ins that did not succeed.
    sign_ins: Throttle,
    /// Told when reports wait to be checked.
    checks: Notify,
}

/// The parts of a [`State`].
pub struct Parts {
    /// Reads; writes go through casework.
    pub store: Store,
    /// The calendar in force.
    pub calendar: CalendarHandle,
    /// Clock, ids, secrets.
    pub hands: Hands,
    /// Readers and writers of files.
    pub engines: Engines,
    /// The operator's settings.
    pub config: Config,
}

impl State {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Inner {
            pages: Pages::new(parts.config.page_memory_bytes),
            seen: Mutex::default(),
            parts,
            columns: RwLock::default(),
            counts: RwLock::default(),
            shelf: Shelf::default(),
            sign_ins: Throttle::default(),
            checks: Notify::new(),
        }))
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.parts.store
    }

    /// The handle on the calendar.
    #[must_use]
    pub fn calendar(&self) -> &CalendarHandle {
        &self.0.parts.calendar
    }

    /// Readers and writers of files.
    #[must_use]
    pub fn engines(&self) -> &Engines {
        &self.0.parts.engines
    }

    /// The operator's settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.parts.config
    }

    /// This instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0.parts.hands.now)()
    }

    /// Today in Asia/Shanghai.
    #[must_use]
    pub fn today(&self) -> Date {
        law::legal_day(self.now())
    }

    /// A new record id.
    #[must_use]
    pub fn new_id(&self) -> String {
        (self.0.parts.hands.new_id)()
    }

    /// A new secret.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn new_secret(&self) -> Result<String, String> {
        (self.0.parts.hands.new_secret)()
    }

    /// What checking reports works with.
    pub(crate) fn checker(&self) -> Checker {
        let engines = self.engines();
        Checker { reader: Arc::clone(&engines.reader), typesetter: Some(Arc::clone(&engines.typesetter)) }
    }

    /// Says that reports wait to be checked.
    pub(crate) fn tell_of_checks(&self) {
        self.0.checks.notify_one();
    }

    /// Waits until [`State::work_off_checks`] has something to do again.
    pub async fn checks_arrived(&self) {
        self.0.checks.notified().await;
    }

    /// Checks every report that waits, so many at once; how many files it was.
    ///
    /// # Errors
    /// When the store fails; what was not finished waits on.
    pub async fn work_off_checks(&self, at_once: u32) -> Result<usize, casework::Error> {
        let hands = &self.0.parts.hands;
        let hands = WorkHands { now: Arc::clone(&hands.now), new_id: Arc::clone(&hands.new_id), at_once };
        work_off(self.store(), &self.checker(), &hands).await
    }

    /// The files of published reports that were asked for last.
    pub(crate) fn shelf(&self) -> &Shelf {
        &self.0.shelf
    }

    /// The finished public pages that are kept.
    pub(crate) fn pages(&self) -> &Pages {
        &self.0.pages
    }

    /// What pages of this moment hold for; `None` if the database does not say.
    pub(crate) async fn edition(&self) -> Option<Edition> {
        let (now, commits) = (self.now(), self.store().commits());
        let seen = *self.0.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let writes = match seen.filter(|seen| seen.holds(now, commits)) {
            Some(seen) => seen.writes,
            None => {
                let writes = self.store().read().await.ok()?.writes().await.ok()?;
                let seen = Seen { at: now, commits, writes };
                *self.0.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
                writes
            }
        };
        Some(Edition { writes, today: law::legal_day(now) })
    }

    /// Sign-ins that did not succeed.
    pub(crate) fn sign_ins(&self) -> &Throttle {
        &self.0.sign_ins
    }

    /// Remembers the columns there are.
    pub(crate) fn remember_columns(&self, columns: Vec<PublicOrgan>) {
        let known = self.0.columns.read().unwrap_or_else(PoisonError::into_inner);
        let changed = *known != columns;
        drop(known);
        if changed {
            *self.0.columns.write().unwrap_or_else(PoisonError::into_inner) = columns;
        }
    }

    /// The column at that address as it was read last; none if this process has read none yet.
    pub(crate) fn remembered_column(&self, path: &str) -> Option<PublicOrgan> {
        let known = self.0.columns.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|column| path.starts_with(column.links.home())).cloned()
    }

    /// The numbers of public documents, if nothing can have changed since they were counted.
    pub(crate) fn known_counts(&self, organ: &OrganId, writes: i64, today: Date) -> Option<Arc<Counts>> {
        let known = self.0.counts.read().unwrap_or_else(PoisonError::into_inner);
        let known = known.get(organ).filter(|known| known.writes == writes && known.today == today)?;
        Some(Arc::clone(&known.counts))
    }

    /// Keeps the numbers for as long as nothing changes.
    pub(crate) fn remember_counts(&self, organ: &OrganId, writes: i64, today: Date, counts: &Arc<Counts>) {
        let known = Known { writes, today, counts: Arc::clone(counts) };
        self.0.counts.write().unwrap_or_else(PoisonError::into_inner).insert(organ.clone(), known);
    }

    pub(crate) fn links(&self) -> Links {
        Links::new(self.0.parts.config.base_path.clone())
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("config", &self.0.parts.config).finish_non_exhaustive()
    }
}
