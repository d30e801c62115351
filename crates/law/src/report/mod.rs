//! The annual report (政府信息公开工作年度报告): forms as data, cells, sources, identities, prose, JSON.

mod annual;
mod cell;
mod cell_text;
mod code;
mod fill;
mod form;
mod grid;
pub mod identity;
mod json;
mod key;
pub mod prose;
mod section;
mod source;
pub mod table_four;
pub mod table_three;
pub mod table_two;

pub use annual::Report;
pub use cell::{Cell, Unit};
pub use cell_text::{CellText, Remark, yuan};
pub use fill::{Counts, Filled, fill};
pub use form::Form;
pub use grid::{Content, Grid, GridCell};
pub use identity::{Context, Finding, Level, Mark, Origin, Registers, Severity, Verdict};
pub use json::{JsonFault, from_json, to_json};
pub use key::{
    BusinessColumn, BusinessRow, CellKey, DisputeOutcome, DisputeRoute, RequestColumn, RequestRow,
    UnknownCell,
};
pub use section::Section;
pub use source::{Filter, Source, needs, source};
