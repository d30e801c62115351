//! The route table of the desk: path, capability, handler, grouped by page. There is no other place.

use axum::Router;
use axum::routing::get;
use casework::Capability::SeeDesk;

use super::{account, deadline, password, sign_in, sign_out, today};
use crate::gate::{DeskRoute, DeskRoutes};
use crate::state::State;

/// The desk, and the table of what each path needs.
pub(crate) fn routes(state: &State) -> (Router<State>, Vec<DeskRoute>) {
    let desk = DeskRoutes::new(state)
        // 今天
        .page("/desk/", SeeDesk, today::show_today)
        .page("/desk/deadline/{register}/{id}", SeeDesk, deadline::show_deadline)
        // 我的账号
        .page("/desk/account", SeeDesk, account::show_account)
        .act("/desk/account/seat", SeeDesk, account::submit_seat)
        .page("/desk/account/password", SeeDesk, password::show_password)
        .act("/desk/account/password", SeeDesk, password::submit_password)
        .act("/desk/sign-out", SeeDesk, sign_out::submit_sign_out);
    let (router, table) = desk.finish();
    // 登录: whoever signs in has no post yet.
    let router = router.route("/desk/sign-in", get(sign_in::show_sign_in).post(sign_in::submit_sign_in));
    (router, table)
}
