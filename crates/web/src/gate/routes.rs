//! The only way to add a page to the desk: with the capability that it needs.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};
use casework::Capability;

use super::check::{Needs, check};
use crate::state::State;

/// The largest form without a file, in bytes; the longest text of a register fits.
const FORM_MAX_BYTES: usize = 2 * 1024 * 1024;

/// One row of the table, for tests and for the matrix of rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskRoute {
    /// GET or POST.
    pub method: Method,
    /// The path with its placeholders: `/desk/record/{register}`.
    pub path: &'static str,
    /// What the post must be able to do.
    pub capability: Capability,
}

/// Collects the routes of the desk. Each stands behind the gate with its capability.
#[derive(Debug)]
pub(crate) struct DeskRoutes {
    state: State,
    router: Router<State>,
    table: Vec<DeskRoute>,
}

impl DeskRoutes {
    pub(crate) fn new(state: &State) -> Self {
        Self { state: state.clone(), router: Router::new(), table: Vec::new() }
    }

    /// A page or a file to look at; changes nothing.
    pub(crate) fn page<H, T>(self, path: &'static str, capability: Capability, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add(Method::GET, path, Needs { capability, body_max_bytes: 0 }, get(handler))
    }

    /// An act, asked for by a form.
    pub(crate) fn act<H, T>(self, path: &'static str, capability: Capability, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add(Method::POST, path, Needs { capability, body_max_bytes: FORM_MAX_BYTES }, post(handler))
    }

    /// An act, asked for by a form with a file.
    pub(crate) fn upload<H, T>(self, path: &'static str, capability: Capability, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        let body_max_bytes = self.state.config().upload_max_bytes;
        self.upload_of(body_max_bytes, path, capability, handler)
    }

    /// The same with a limit of its own, in bytes.
    pub(crate) fn upload_of<H, T>(
        self,
        body_max_bytes: usize,
        path: &'static str,
        capability: Capability,
        handler: H,
    ) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add(Method::POST, path, Needs { capability, body_max_bytes }, post(handler))
    }

    fn add(mut self, method: Method, path: &'static str, needs: Needs, route: MethodRouter<State>) -> Self {
        self.table.push(DeskRoute { method, path, capability: needs.capability });
        let route = route.route_layer(from_fn_with_state((self.state.clone(), needs), check));
        // The gate measures the body, by the limit of this route. It looks for the token in a form with a file
        // the way a handler does, so the site's own limit must be lifted around it, not only behind it.
        let route = route.route_layer(DefaultBodyLimit::disable());
        self.router = self.router.route(path, route);
        self
    }

    /// The routes, and the table of them.
    pub(crate) fn finish(self) -> (Router<State>, Vec<DeskRoute>) {
        (self.router, self.table)
    }
}
