//! Which days are worked: national arrangements as data, regional layers over them, imported notices on top.
//!
//! A day is decided by the uppermost layer that names it (region over nation); a day nobody names is
//! decided by its weekday. Two things are never guessed: a year without a national notice is a
//! [`CalendarGap`], and a year without a regional notice is the national day marked *provisional*.
//!
//! A notice for year Y may name days of December Y-1 (2018-12-31 stands in the notice for 2019), so the
//! last days of a year are settled only by the next year's notice; importing it recomputes deadlines.

mod built_in;
mod coverage;
pub mod csv;
mod day;
mod narrow;
mod national;
mod ningxia;
mod notice;
mod region;
mod version;
mod work_calendar;

pub use coverage::{Change, Coverage, DayState, changes};
pub use day::{CalendarGap, Day, DayKind};
pub use notice::{Arrangement, Notice, NoticeDay};
pub use region::{Region, UnknownRegion};
pub use work_calendar::WorkCalendar;

pub(crate) use work_calendar::RegionView;
