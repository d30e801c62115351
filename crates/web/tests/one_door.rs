//! The one door: what is not public is on no page of the portal, and nothing personal or internal is.

use axum::http::StatusCode;
use law::register::Register;

use crate::browser::Browser;
use crate::world::World;

/// Every page of the portal that can be reached by links from the first one, with its text.
async fn crawl(browser: &mut Browser) -> Vec<(String, String)> {
    let mut open = vec!["/".to_owned()];
    let mut seen = Vec::new();
    while let Some(address) = open.pop() {
        if seen.iter().any(|(known, _)| *known == address) || address.starts_with("/mode/") {
            continue;
        }
        let page = browser.get(&address).await;
        assert!(page.status == StatusCode::OK, "{address}: {}\n{}", page.status, page.text());
        let links = page.links().into_iter().filter(|link| link.starts_with('/'));
        open.extend(links.filter(|link| !link.starts_with("/static/")));
        seen.push((address, page.text()));
        assert!(seen.len() < 500, "the portal has no end");
    }
    seen
}

#[tokio::test]
async fn the_portal_has_no_dead_link_and_says_nothing_that_is_not_public() {
    let world = World::new().await;
    world.publish("公开的文件", &[("document_no", "示镇发〔2020〕1号")]).await;
    world.publish("失效的文件", &[("validity", "lapsed"), ("ceased_on", "2020-06-30")]).await;
    world.publish("秘密草稿", &[("first_released_on", ""), ("channels", "")]).await;
    world.publish("秘密明天", &[("first_released_on", "2021-01-06")]).await;
    world.publish("秘密动态", &[("content_kind", "news"), ("category", "")]).await;
    world.publish("秘密撤下", &[("withdrawn_on", "2020-12-01"), ("withdrawn_reason", "秘密原因")]).await;
    world
        .publish("村里的名单", &[("channels", "board"), ("body", "秘密名单"), ("summary", "秘密概述")])
        .await;
    world.publish("来源", &[("source_no", "秘密编号"), ("note", "秘密备注")]).await;
    let request = [
        ("subject", "秘密申请"),
        ("applicant_kind", "nat"),
        ("received_on", "2020-12-28"),
        ("note", "秘密备注"),
    ];
    world.add(Register::AccessRequest, &request).await;
    let order = [
        ("subject", "秘密诉求"),
        ("source", "hotline_12345"),
        ("category", "complaint"),
        ("dispatched_on", "2020-12-28"),
    ];
    world.add(Register::WorkOrder, &order).await;
    let pages = crawl(&mut world.visitor()).await;
    assert!(pages.len() > 30, "{} pages", pages.len());
    for (address, text) in &pages {
        assert!(!text.contains("秘密"), "{address} tells a secret:\n{text}");
        assert!(!text.contains("内部备注"), "{address} tells what is internal:\n{text}");
    }
    for public in ["公开的文件", "失效的文件", "村里的名单"] {
        assert!(pages.iter().any(|(_, text)| text.contains(public)), "{public}");
    }
}

#[tokio::test]
async fn a_hidden_document_answers_like_one_that_never_was() {
    let world = World::new().await;
    let draft = world.publish("草稿", &[("first_released_on", ""), ("channels", "")]).await;
    let news = world.publish("动态", &[("content_kind", "news"), ("category", "")]).await;
    let shown = world.publish("公开的文件", &[]).await;
    let mut visitor = world.visitor();
    let never = visitor.get("/shilizhen/d/never").await;
    assert_eq!(never.status, StatusCode::NOT_FOUND);
    for id in [draft, news] {
        for address in [format!("/shilizhen/d/{id}"), format!("/shilizhen/d/{id}/text")] {
            let page = visitor.get(&address).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            assert_eq!(page.text().replace(&address, ""), never.text().replace("/shilizhen/d/never", ""));
        }
    }
    // Nor does it stand in the column of another organ.
    assert_eq!(visitor.get(&format!("/shifanxiang/d/{shown}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_withdrawn_document_leaves_number_title_reason_and_day() {
    let world = World::new().await;
    let changes = [
        ("withdrawn_on", "2020-12-01"),
        ("withdrawn_reason", "含有不宜公开的内容"),
        ("index_no", "640000000/2020-00009"),
        ("body", "原来的正文"),
        ("summary", "原来的概述"),
    ];
    let id = world.publish("低保名单", &changes).await;
    let mut visitor = world.visitor();
    let page = visitor.get(&format!("/shilizhen/d/{id}")).await;
    let left = ["640000000/2020-00009", "低保名单", "含有不宜公开的内容", "2020年12月1日", "noindex"];
    page.says_with(StatusCode::GONE, &left);
    page.hides(&["原来的正文", "原来的概述"]);
    assert_eq!(visitor.get(&format!("/shilizhen/d/{id}/text")).await.status, StatusCode::NOT_FOUND);
    visitor.get("/shilizhen/c/").await.hides(&["低保名单"]);
}

#[tokio::test]
async fn a_struck_record_is_gone_from_the_portal_at_once() {
    let world = World::new().await;
    let id = world.publish("登记错了的文件", &[]).await;
    let mut visitor = world.visitor();
    visitor.get("/shilizhen/").await.says(&["登记错了的文件"]);
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.strike_record(&world.act().because("登记错了"), Register::Publication, &id).await.unwrap();
    write.commit().await.unwrap();
    visitor.get("/shilizhen/").await.hides(&["登记错了的文件"]);
    assert_eq!(visitor.get(&format!("/shilizhen/d/{id}")).await.status, StatusCode::NOT_FOUND);
}
