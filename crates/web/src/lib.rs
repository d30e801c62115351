#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod assets;
mod config;
mod day;
mod desk;
mod fault;
mod form;
mod frame;
mod gate;
mod health;
mod kept;
mod links;
mod mode;
mod packed;
mod pager;
mod picture;
mod portal;
mod report;
mod router;
mod security;
mod state;
mod visible;

pub use casework::portal::PortalSettings;
pub use config::{BadBasePath, BasePath, Config, Site};
pub use gate::DeskRoute;
pub use report::{annotated_html, report_html};
pub use router::{desk_routes, router};
pub use state::{CalendarHandle, Engines, Hands, NewSecret, Parts, State};
