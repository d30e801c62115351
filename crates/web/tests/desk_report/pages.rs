//! The report's pages can be used by everybody: names, references, labels, headings, tokens.

use std::collections::BTreeSet;

use super::desks::{BELOW, Desks, REPORT};
use crate::browser::Page;
use crate::browser::value;

/// The report's pages in the states that draw most of them.
async fn pages() -> Vec<(String, Page)> {
    let mut desks = Desks::with_report().await;
    desks.declare_all(&["t2.xuke.prev"]).await;
    desks.declare_by_hand("t3.a.nat", "5").await;
    desks.differ_from_last_year().await;
    desks.write("one", "公开{{主动公开总量}}条，培训3次。【请填写：培训情况】").await;
    let mut pages = Vec::new();
    let own = [
        "",
        "/whole",
        "/parts/one",
        "/parts/two",
        "/parts/three",
        "/cells/t3.a.nat",
        "/cells/t3.a.total",
        "/cells/t2.xuke.prev",
    ];
    let addresses = own.map(|page| format!("{REPORT}{page}"));
    for address in [vec!["/desk/reports".to_owned()], addresses.to_vec()].concat() {
        let page = desks.clerk.get(&address).await;
        pages.push((address, page));
    }
    let seen = value(&desks.clerk.get(&format!("{REPORT}/parts/one")).await.text(), "seen");
    let draft = desks.clerk.post(&format!("{REPORT}/parts/one/draft"), &[("seen", &seen)]).await;
    pages.push(("a draft refused".to_owned(), draft));
    let overtaken =
        desks.clerk.post(&format!("{REPORT}/parts/one"), &[("seen", "x"), ("words", "我的")]).await;
    pages.push(("overtaken".to_owned(), overtaken));
    desks.submit().await;
    desks.county.get(BELOW).await;
    let silent = desks.county.post(&format!("{BELOW}/remarks"), &[("words", "")]).await;
    pages.push(("a silent comment".to_owned(), silent));
    for address in ["/desk/reports".to_owned(), BELOW.to_owned(), format!("{BELOW}/cells/t3.a.nat")] {
        let page = desks.county.get(&address).await;
        pages.push((format!("county {address}"), page));
    }
    let finalise = desks.approver.get(&format!("{REPORT}/finalise")).await;
    pages.push(("finalise".to_owned(), finalise));
    pages
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

/// The values of an attribute in a page.
fn values(text: &str, attribute: &str) -> Vec<String> {
    let opening = format!(" {attribute}=\"");
    text.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_page_of_the_report_is_sound() {
    for (address, page) in pages().await {
        let text = page.text();
        for one in ["<title>", "<h1>", "<main id=\"main\""] {
            assert_eq!(count(&text, one), 1, "{address}: {one}");
        }
        for banned in ["<script", "<style", " style=", " onclick=", "http://", "https://", "<th>"] {
            assert!(!text.contains(banned), "{address} has {banned}");
        }
        assert_eq!(count(&text, "<table"), count(&text, "<caption"), "{address}: a table without a caption");
        let ids = values(&text, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{address}: {ids:?}");
        let pointed =
            ["aria-labelledby", "aria-describedby", "for"].map(|attribute| values(&text, attribute));
        for target in pointed.iter().flatten().flat_map(|list| list.split(' ')) {
            assert!(ids.iter().any(|id| id == target), "{address}: nothing is called {target}");
        }
        for link in page.links().iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(ids.iter().any(|id| id == link), "{address}: nothing is called {link}");
        }
        let inputs = count(&text, "<input id=") + count(&text, "<select id=") + count(&text, "<textarea id=");
        assert_eq!(inputs, count(&text, "<label for="), "{address}: an input without a label");
        for form in text.split("<form").skip(1).filter(|form| form.contains("method=\"post\"")) {
            let form = form.split("</form>").next().unwrap();
            assert!(form.contains("name=\"token\" value=\""), "{address}: {form}");
        }
    }
}
