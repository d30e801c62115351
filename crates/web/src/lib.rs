//! HTML in, HTML out: the public portal and the staff desk.
//!
//! [`router`] takes a [`State`] and gives the whole site. `portal` shows what [`visible`] lets through; `desk`
//! stands behind [`gate`]; both are drawn by the templates in `templates/`, which mirror `src/`. Nothing here
//! writes: a handler calls an act of `casework`.

mod assets;
mod config;
mod day;
mod desk;
mod fault;
mod form;
mod frame;
mod gate;
mod health;
mod links;
mod pager;
mod portal;
mod report;
mod router;
mod security;
mod state;
mod visible;

pub use config::{BadBasePath, BasePath, Config, Site};
pub use gate::DeskRoute;
pub use portal::PortalSettings;
pub use report::report_html;
pub use router::{desk_routes, router};
pub use state::{CalendarHandle, Engines, Hands, NewSecret, Parts, ReportSheets, State};
