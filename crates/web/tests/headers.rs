//! What every response carries, whatever it is.

use axum::http::{Method, StatusCode};
use casework::PostKind;

use crate::browser::{Browser, Page};
use crate::world::{World, behind_the_county};

/// Addresses of every kind of response: pages, files, redirections and every error.
async fn everything(world: &World, browser: &mut Browser) -> Vec<(String, Page)> {
    let shown = world.publish("示例镇2020年预算公开", &[]).await;
    let gone =
        world.publish("错误的名单", &[("withdrawn_on", "2020-12-01"), ("withdrawn_reason", "有误")]).await;
    let base = world.state.config().base_path.to_string();
    let css = browser
        .get(&format!("{base}shilizhen/"))
        .await
        .links()
        .into_iter()
        .find(|link| link.ends_with(".css"));
    let mut addresses: Vec<String> =
        ["/healthz", "/readyz", "/desk/", "/desk/sign-in", "/desk/none", "/none/none", "/%FF"]
            .map(str::to_owned)
            .into();
    addresses.push(css.unwrap());
    let portal = [
        "",
        "static/app.000000000000.css",
        "mode/elder?to=/",
        "shilizhen",
        "shilizhen/",
        "shilizhen/guide",
        "shilizhen/rules",
        "shilizhen/apply",
        "shilizhen/c/",
        "shilizhen/c/20-07/?year=2020",
        "shilizhen/c/none/",
        "shilizhen/d/none",
        "shilizhen/annual/",
        "shilizhen/annual/2020",
        "shilizhen/annual/none",
        "none/",
    ];
    addresses.extend(portal.map(|path| format!("{base}{path}")));
    addresses.push(format!("{base}shilizhen/d/{shown}"));
    addresses.push(format!("{base}shilizhen/d/{shown}/text"));
    addresses.push(format!("{base}shilizhen/d/{gone}"));
    let mut pages = Vec::new();
    for address in addresses {
        let page = browser.get(&address).await;
        pages.push((address, page));
    }
    for (method, address) in [
        (Method::PUT, "/desk/"),
        (Method::POST, "/healthz"),
        (Method::DELETE, "/none"),
        (Method::POST, "/desk/sign-out"),
    ] {
        pages.push((address.to_owned(), browser.send(method, address, None, Vec::new()).await));
    }
    pages
}

#[tokio::test]
async fn every_response_carries_the_headers_of_the_house() {
    for config in [web::Config::loopback(), behind_the_county()] {
        let secure = config.secure_cookies;
        let world = World::with(store::Engine::Sqlite, config).await;
        let mut statuses = std::collections::BTreeSet::new();
        for (address, page) in everything(&world, &mut world.visitor()).await {
            statuses.insert(page.status.as_u16());
            let policy = page.header("content-security-policy");
            for part in
                ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]
            {
                assert!(policy.contains(part), "{address}: {policy}");
            }
            assert!(!policy.contains("unsafe"), "{policy}");
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{address}");
            assert_eq!(page.header("referrer-policy"), "same-origin", "{address}");
            assert_eq!(page.header("x-frame-options"), "DENY", "{address}");
            assert_eq!(!page.header("strict-transport-security").is_empty(), secure, "{address}");
            let kept = match address.as_str() {
                address if address.starts_with("/desk") => "no-store",
                address if address.ends_with(".css") && page.status == StatusCode::OK => {
                    "public, max-age=31536000, immutable"
                }
                _ => "no-cache",
            };
            assert_eq!(page.header("cache-control"), kept, "{address}");
        }
        for expected in [200, 303, 403, 404, 405, 410] {
            assert!(statuses.contains(&expected), "{expected} was not met among {statuses:?}");
        }
    }
}

#[tokio::test]
async fn every_error_is_a_chinese_page_that_leads_on() {
    let world = World::new().await;
    for (address, page) in everything(&world, &mut world.visitor()).await {
        if !(page.status.is_client_error() || page.status.is_server_error()) {
            continue;
        }
        let text = page.text();
        assert!(page.header("content-type").starts_with("text/html"), "{address}: {text}");
        assert!(text.contains("lang=\"zh-CN\"") && text.contains("<h1>"), "{address}: {text}");
        assert!(
            !page.links().iter().all(|link| link.ends_with(".css") || link.ends_with(".svg")),
            "{address}"
        );
        for foreign in ["Error", "error:", "panicked", "Not Found", "store::"] {
            assert!(!text.contains(foreign), "{address} says {foreign}: {text}");
        }
    }
}

#[tokio::test]
async fn pages_of_the_desk_are_kept_nowhere() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for address in ["/desk/", "/desk/account", "/desk/account/password", "/desk/registers/publication/none"] {
        assert_eq!(clerk.get(address).await.header("cache-control"), "no-store", "{address}");
    }
}

#[tokio::test]
async fn the_stylesheet_is_kept_for_ever_under_the_name_of_its_content() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    let links = visitor.get("/shilizhen/").await.links();
    let css = links.iter().find(|link| link.ends_with(".css")).unwrap();
    let page = visitor.get(css).await;
    page.says(&["--page:"]);
    assert_eq!(page.header("content-type"), "text/css; charset=utf-8");
}

#[tokio::test]
async fn the_service_says_whether_it_is_alive_and_ready() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    visitor.get("/healthz").await.says(&["ok"]);
    visitor.get("/readyz").await.says(&["\"ready\":true", "\"warnings\":[]"]);
    world.go_to("2026-11-20");
    visitor.get("/readyz").await.says(&["\"ready\":true", "2027年"]);
    world.store.close().await;
    visitor.get("/healthz").await.says(&["ok"]);
    visitor
        .get("/readyz")
        .await
        .says_with(StatusCode::SERVICE_UNAVAILABLE, &["\"ready\":false", "unreachable"]);
    let page = visitor.get("/shilizhen/").await;
    page.says_with(StatusCode::SERVICE_UNAVAILABLE, &["暂时不能使用", "请过几分钟再试"]);
    page.hides(&["pool", "sqlx"]);
}
