//! Text and tables in, findings out: checks of published annual reports. Pure.
//!
//! ```text
//! Document ─ lines ─▶ parts, tables, words ─▶ law::report::{Report, prose::Told} ─ rules K-* ─▶ findings ─▶ evidence
//! ```
//! Recognising is done here; what a rule means is in `law::report::identity`. Whatever cannot be read with
//! certainty is left out and so not assessed; no rule ever works on a guess.

#![warn(missing_docs)]

mod beside;
mod check;
mod checked;
mod confidence;
mod document;
mod evidence;
mod letter;
mod own_words;
mod personal;
mod pictures;
mod prose;
mod recognise;
mod remainder;
mod rules;
mod tables;
mod text;
mod understood;

pub use beside::{
    AgencyName, Beside, ByAgency, CellSum, Change, County, Dated, Examined, Known, Late, Listed, Member,
    Missing, Pair, Sentence, Shelf, county, examine,
};
pub use check::check;
pub use checked::{Checked, Evidence, Finding, Format, Options};
pub use confidence::{Confidence, ConfidenceLevel};
pub use document::{Document, DocumentCell, DocumentTable, FileKind, Line, Place, Reader, Unreadable};
pub use law::report::{Severity, Verdict};
pub use letter::{Correspondence, Letter, Paragraph, ParagraphKind, letter};
pub use own_words::read_words;
pub use personal::{PersonalKind, PersonalNumber, personal_numbers};
pub use rules::{Needs, RuleEntry, catalogue, rule};
