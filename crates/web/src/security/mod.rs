//! What every answer carries and every question must pass, whichever page it is for.

pub(crate) mod cookie;
pub(crate) mod csrf;
mod headers;
mod origin;
mod panic;
mod throttle;

pub(crate) use headers::harden;
pub(crate) use origin::same_site_only;
pub(crate) use panic::contain;
pub(crate) use throttle::{Caller, Throttle};
