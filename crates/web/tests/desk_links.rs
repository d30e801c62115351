//! Whatever post somebody holds: every link that the desk offers them opens.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use casework::PostKind;
use law::register::Register;

use crate::browser::Browser;
use crate::world::World;

/// Every address of the desk that links lead to from its first page, each path once, with the page that offered it
/// when it did not open.
async fn crawl(browser: &mut Browser) -> (usize, Vec<String>) {
    let mut open = vec![("/desk/".to_owned(), String::new())];
    let (mut seen, mut shut) = (BTreeSet::new(), Vec::new());
    while let Some((address, from)) = open.pop() {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_owned();
        if !path.starts_with("/desk/") || !seen.insert(path) {
            continue;
        }
        let page = browser.get(&address).await;
        if page.status != StatusCode::OK {
            shut.push(format!("{from} offers {address}, which answers {}", page.status));
        }
        open.extend(page.links().into_iter().map(|link| (link, address.clone())));
        assert!(seen.len() < 1000, "the desk has no end");
    }
    (seen.len(), shut)
}

#[tokio::test]
async fn no_post_is_offered_a_page_that_is_shut_to_it() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let mut browsers = Vec::new();
    for kind in PostKind::all().filter(|kind| *kind != PostKind::Clerk) {
        browsers.push((kind, world.at_work(kind).await));
    }
    let order = [
        ("source", "hotline_12345"),
        ("category", "complaint"),
        ("subject", "村里的路灯"),
        ("unit", "演示村"),
        ("dispatched_on", "2020-12-30"),
    ];
    world.add(Register::WorkOrder, &order).await;
    let table = "来源编号,内容性质,公开类别,标题,首次发布日期,发布渠道,单位\n\
                 P-1,法定主动公开,财政预算、决算,二〇二〇年预算,2020-02-11,政府网站,演示村\n";
    clerk.get("/desk/imports/new").await;
    let fields = [("register", "publication"), ("year", "2020")];
    let told = clerk.upload("/desk/imports/new", &fields, ("file", "公开.csv", table.as_bytes())).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    clerk.get("/desk/reports").await;
    let opened = clerk.post("/desk/reports", &[("year", "2020")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    browsers.push((PostKind::Clerk, clerk));

    for (kind, mut browser) in browsers {
        let (pages, shut) = crawl(&mut browser).await;
        assert!(shut.is_empty(), "{}: {shut:#?}", kind.label());
        assert!(pages > 5, "{}: {pages} pages", kind.label());
    }
}
