//! The gate of the desk, route by route.

use axum::http::{Method, StatusCode};
use casework::PostKind;

use crate::browser::Browser;
use crate::world::World;

/// A path of the table with something in its placeholders.
fn filled_in(path: &str) -> String {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        segments.push(match segment {
            "{register}" => "publication",
            "{year}" => "2020",
            other if other.starts_with('{') => "none",
            other => other,
        });
    }
    segments.join("/")
}

async fn knock(browser: &mut Browser, method: &Method, path: &str) -> crate::browser::Page {
    match *method {
        Method::GET => browser.get(path).await,
        _ => browser.post(path, &[]).await,
    }
}

#[tokio::test]
async fn without_a_session_no_route_of_the_desk_answers() {
    let world = World::new().await;
    let routes = web::desk_routes(&world.state);
    assert!(routes.len() >= 7);
    for route in routes {
        let page = knock(&mut world.visitor(), &route.method, &filled_in(route.path)).await;
        match route.method {
            Method::GET => assert!(page.leads_to().starts_with("/desk/sign-in?next="), "{}", route.path),
            _ => assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", route.path),
        }
    }
}

#[tokio::test]
async fn a_post_without_the_capability_is_refused_at_every_route() {
    let world = World::new().await;
    for kind in PostKind::all() {
        let mut browser = world.at_work(kind).await;
        for route in web::desk_routes(&world.state).into_iter().filter(|route| !kind.may(route.capability)) {
            let page = knock(&mut browser, &route.method, &filled_in(route.path)).await;
            page.says_with(StatusCode::FORBIDDEN, &["没有权限"]);
        }
    }
}

#[tokio::test]
async fn no_act_is_accepted_without_the_token_of_the_session() {
    let world = World::new().await;
    for kind in PostKind::all() {
        let mut browser = world.at_work(kind).await;
        let routes = web::desk_routes(&world.state);
        let acts =
            routes.into_iter().filter(|route| route.method == Method::POST && kind.may(route.capability));
        for route in acts {
            for fields in [&[] as &[(&str, &str)], &[("token", "")], &[("token", "guess")]] {
                let page = browser.post_as_is(&filled_in(route.path), fields).await;
                page.says_with(StatusCode::FORBIDDEN, &["表单已经失效"]);
            }
        }
    }
}

#[tokio::test]
async fn another_sites_form_is_refused_even_with_the_token() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for lie in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
        clerk.headers = vec![(lie.0, lie.1.to_owned())];
        let page = clerk.post("/desk/sign-out", &[]).await;
        page.says_with(StatusCode::FORBIDDEN, &["表单已经失效"]);
    }
    clerk.headers =
        vec![("sec-fetch-site", "same-origin".to_owned()), ("origin", "http://gk.example".to_owned())];
    assert_eq!(clerk.post("/desk/sign-out", &[]).await.leads_to(), "/desk/sign-in");
}

#[tokio::test]
async fn an_act_is_never_done_by_following_a_link() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let page = clerk.get("/desk/sign-out").await;
    page.says_with(StatusCode::METHOD_NOT_ALLOWED, &["这一页不能这样打开"]);
    clerk.get("/desk/").await.says(&["今天"]);
}

#[tokio::test]
async fn what_is_too_large_is_refused_in_chinese() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let long = "长".repeat(1_000_000);
    let page = clerk.post("/desk/sign-out", &[("note", &long)]).await;
    page.says_with(StatusCode::PAYLOAD_TOO_LARGE, &["文件太大", "没有保存"]);
    let page = world.visitor().post_as_is("/desk/sign-in", &[("login", &long)]).await;
    page.says_with(StatusCode::PAYLOAD_TOO_LARGE, &["文件太大"]);
}

#[tokio::test]
async fn another_organs_records_do_not_exist_here() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [("subject", "示范乡的申请"), ("applicant_kind", "nat"), ("received_on", "2020-12-28")];
    let id = world.add_to(&world.neighbour, law::register::Register::AccessRequest, &texts).await;
    let page = clerk.get(&format!("/desk/registers/access_request/{id}")).await;
    page.says_with(StatusCode::NOT_FOUND, &["没有找到这一页"]);
    page.hides(&["示范乡的申请"]);
    clerk.get("/desk/").await.hides(&["示范乡的申请"]);
}
