//! What every handler works with: the store, the calendar, the clock and the dice that the binary hands down.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use casework::ports::{RowReader, Sheets};
use jiff::Timestamp;
use jiff::civil::Date;
use law::calendar::WorkCalendar;
use law::report::Report;
use store::Store;

use crate::config::Config;
use crate::links::Links;

/// Draws a secret: 64 hexadecimal digits. The error is for the log.
pub type NewSecret = dyn Fn() -> Result<String, String> + Send + Sync;

/// Makes a report's spreadsheet from the report, its title and whether 草稿 stands on it. The error is for the log.
pub type ReportSheets = dyn Fn(&Report, &str, bool) -> Result<Vec<u8>, String> + Send + Sync;

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
    /// Writes registers and templates as spreadsheets.
    pub sheets: Arc<dyn Sheets>,
    /// Writes reports as spreadsheets.
    pub report_sheets: Arc<ReportSheets>,
    /// Reads reports that are to be checked.
    pub reader: Arc<dyn inspect::Reader + Send + Sync>,
}

/// Everything a page may use. Cheap to clone.
#[derive(Clone)]
pub struct State(Arc<Parts>);

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
        Self(Arc::new(parts))
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The handle on the calendar.
    #[must_use]
    pub fn calendar(&self) -> &CalendarHandle {
        &self.0.calendar
    }

    /// Readers and writers of files.
    #[must_use]
    pub fn engines(&self) -> &Engines {
        &self.0.engines
    }

    /// The operator's settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// This instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0.hands.now)()
    }

    /// Today in Asia/Shanghai.
    #[must_use]
    pub fn today(&self) -> Date {
        law::legal_day(self.now())
    }

    /// A new record id.
    #[must_use]
    pub fn new_id(&self) -> String {
        (self.0.hands.new_id)()
    }

    /// A new secret.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn new_secret(&self) -> Result<String, String> {
        (self.0.hands.new_secret)()
    }

    pub(crate) fn links(&self) -> Links {
        Links::new(self.0.config.base_path.clone())
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("config", &self.0.config).finish_non_exhaustive()
    }
}
