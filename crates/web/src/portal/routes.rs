//! The route table of the portal. Every page is open to everybody and changes nothing; what it may show is
//! decided by [`crate::visible`].

use axum::Router;
use axum::handler::Handler;
use axum::http::Uri;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::{annual, apply, column, comparison, document, guide, home, mode, organs, report, rules};
use crate::config::BasePath;
use crate::fault::Fault;
use crate::frame::see_other;
use crate::state::State;

/// The portal under its base path.
pub(crate) fn routes(base: &BasePath) -> Router<State> {
    let base = base.as_str();
    let organ = format!("{base}{{organ}}/");
    let mut routes = Router::new()
        // 各机关, 文字大小和颜色
        .route(base, get(organs::show_organs))
        .route(&format!("{base}mode/{{mode}}"), get(mode::show_mode))
        // 政府信息公开指南, 政府信息公开制度, 依申请公开
        .route(&format!("{organ}guide"), get(guide::show_guide))
        .route(&format!("{organ}rules"), get(rules::show_rules))
        .route(&format!("{organ}apply"), get(apply::show_apply))
        // 一条信息
        .route(&format!("{organ}d/{{id}}"), get(document::show_document))
        .route(&format!("{organ}d/{{id}}/text"), get(document::show_text))
        // 年度报告
        .route(&format!("{organ}annual/{{year}}"), get(report::show_report))
        .route(&format!("{organ}annual/{{year}}/compare"), get(comparison::show_comparison))
        .route(&format!("{organ}annual/{{year}}/report.json"), get(report::show_json))
        .route(&format!("{organ}annual/{{year}}/{{file}}"), get(report::show_file));
    // 首页, 法定主动公开内容, 政府信息公开年报
    routes = list(routes, &organ, home::show_home);
    routes = list(routes, &format!("{organ}c/"), column::show_column);
    routes = list(routes, &format!("{organ}c/{{category}}/"), column::show_column);
    list(routes, &format!("{organ}annual/"), annual::show_annual)
}

/// A page whose address ends with a stroke; without it, one is led to it.
fn list<H, T>(routes: Router<State>, path: &str, handler: H) -> Router<State>
where
    H: Handler<T, State>,
    T: 'static,
{
    let routes = routes.route(path, get(handler));
    match path.strip_suffix('/') {
        Some(bare) if !bare.is_empty() => routes.route(bare, get(with_stroke)),
        _ => routes,
    }
}

async fn with_stroke(uri: Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    match crate::links::is_local(uri.path()) {
        true => see_other(&format!("{}/{query}", uri.path())).into_response(),
        false => Fault::NotFound.into_response(),
    }
}
