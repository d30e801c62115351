//! The staff desk. Every page stands behind [`crate::gate`] and states its capability in [`mod@routes`];
//! handlers are named `show_*` and `submit_*`, one file a page.

mod account;
mod check;
mod help;
mod import;
mod layout;
mod menu;
mod password;
mod register;
mod report;
mod routes;
mod settings;
mod sign_in;
mod sign_out;
mod today;
mod upload;
mod visit;

pub(crate) use routes::routes;
