//! The gate of the desk: a session, a post that may, and for every act a form of our own.

mod check;
mod routes;
mod signed;

pub use routes::DeskRoute;
pub(crate) use routes::DeskRoutes;
pub(crate) use signed::Signed;
