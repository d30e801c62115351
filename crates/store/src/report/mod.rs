//! Annual reports of our own: versions, cells, prose, confirmations, explanations, remarks.
//!
//! What the figures are is computed by the measures; what stands here is what people wrote, and, from
//! 定稿 on, the cells as they were.

mod cell;
mod number;
mod prose;
mod remark;
mod state;
mod version;

pub use cell::{CellOrigin, ReportCell};
pub use number::{Confirmed, Explanation};
pub use prose::WrittenPart;
pub use remark::Remark;
pub use state::ReportState;
pub use version::{Freeze, NewReport, Report};
