//! Many reports checked at once: the batch and its files, what was found, what people decided, the letters.

mod batch;
mod decision;
mod file;
mod finding;
mod letter;
mod year;

pub use batch::{CheckBatch, NewCheckBatch};
pub use decision::{CheckDecision, CheckStanding};
pub use file::{CheckFaulty, CheckFile, NewCheckFile, OpenCheck};
pub use finding::{CheckFilter, FoundFinding, NewFinding};
pub use letter::CheckLetter;
pub use year::ReportOfYear;
