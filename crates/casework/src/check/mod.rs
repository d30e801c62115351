//! Checking published reports: one at once, or a batch in the background; what people decide about the findings; the
//! letters to the agencies; a year's reports beside each other.

mod again;
mod approved;
mod batch;
mod decide;
mod decide_many;
mod examine;
mod finding;
mod letter;
mod order;
mod sheet;
mod work;
mod year;

use std::sync::Arc;

use inspect::Reader;

pub use batch::{BatchOrder, FILES_MAX, UNPACKED_MAX_BYTES, open_batch};
pub use decide::{Decided, decide, decided};
pub use decide_many::{CheckScope, decide_all, undo_all};
pub use letter::{LetterText, draft_letter, print_letter, send_letter, write_letter};
pub use order::{CheckOrder, check_report};
pub use sheet::batch_sheet;
pub use work::{WorkHands, work_off};
pub use year::{Body, YearSight, year_sight};

use crate::ports::Typesetter;

/// The engines that checking works with.
#[derive(Clone)]
pub struct Checker {
    /// Reads the files.
    pub reader: Arc<dyn Reader + Send + Sync>,
    /// Prints our own approved version, to lay it beside the published file; without one that is left out.
    pub typesetter: Option<Arc<dyn Typesetter>>,
}

impl std::fmt::Debug for Checker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Checker").finish_non_exhaustive()
    }
}
