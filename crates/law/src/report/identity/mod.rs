//! Identities and cross-checks (勾稽关系) K-T2-1 … K-X-11, the same for our report and for anybody's.

mod context;
mod finding;

pub use context::{Context, DisputeFlow, Level, Origin, Registers};
pub use finding::{Finding, Mark, Severity, Verdict};
