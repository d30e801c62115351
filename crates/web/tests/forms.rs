//! What pages must have so that everybody can use them, and must not have so that the policy holds.

use casework::PostKind;

use crate::browser::Page;
use crate::world::World;

async fn pages(world: &World) -> Vec<(String, Page)> {
    let id = world.publish("预算公开", &[]).await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let addresses = [
        "/".to_owned(),
        "/shilizhen/".to_owned(),
        "/shilizhen/c/".to_owned(),
        format!("/shilizhen/d/{id}"),
        "/shilizhen/guide".to_owned(),
        "/shilizhen/rules".to_owned(),
        "/shilizhen/apply".to_owned(),
        "/shilizhen/annual/".to_owned(),
        "/shilizhen/none".to_owned(),
        "/desk/sign-in".to_owned(),
        "/desk/".to_owned(),
        "/desk/account".to_owned(),
        "/desk/account/password".to_owned(),
    ];
    let mut pages = Vec::new();
    for address in addresses {
        let page = clerk.get(&address).await;
        pages.push((address, page));
    }
    let page = clerk.post("/desk/account/password", &[("old", ""), ("new", "a"), ("again", "b")]).await;
    pages.push(("a form with errors".to_owned(), page));
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
async fn every_page_has_its_language_its_title_one_heading_and_a_way_to_the_text() {
    let world = World::new().await;
    for (address, page) in pages(&world).await {
        let text = page.text();
        assert!(text.starts_with("<!doctype html>\n<html lang=\"zh-CN\""), "{address}");
        for one in ["<title>", "<h1>", "<main id=\"main\"", "href=\"#main\"", "name=\"viewport\""] {
            assert_eq!(count(&text, one), 1, "{address}: {one}");
        }
        assert!(!text.contains("<title></title>"), "{address}");
    }
}

#[tokio::test]
async fn no_page_has_anything_inline_or_from_elsewhere() {
    let world = World::new().await;
    for (address, page) in pages(&world).await {
        let text = page.text();
        for banned in [
            "<script",
            "<style",
            " style=",
            " onclick=",
            " onload=",
            "javascript:",
            "http://",
            "https://",
            "src=",
        ] {
            assert!(!text.contains(banned), "{address} has {banned}");
        }
        assert!(page.body.len() < 40_000, "{address}: {} bytes", page.body.len());
    }
}

#[tokio::test]
async fn every_name_in_a_page_is_its_own_and_every_reference_meets_one() {
    let world = World::new().await;
    for (address, page) in pages(&world).await {
        let text = page.text();
        let ids = values(&text, "id");
        let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
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
    }
}

#[tokio::test]
async fn every_table_says_what_it_is_and_what_heads_what() {
    let world = World::new().await;
    for (address, page) in pages(&world).await {
        let text = page.text();
        assert_eq!(count(&text, "<table"), count(&text, "<caption"), "{address}");
        for table in text.split("<table").skip(1) {
            // A table that may be wider than the page scrolls in a region of its own; one that becomes cards does not.
            let is_cards = table.split('>').next().unwrap().contains("stack");
            assert!(!is_cards || table.contains(" data-label=\""), "{address}: cards without labels");
        }
        let (tables, cards) = (count(&text, "<table"), count(&text, "<table class=\"stack"));
        let regions = count(&text, "class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=");
        assert!(
            (tables - cards..=tables).contains(&regions),
            "{address}: {regions} regions for {tables} tables"
        );
        assert_eq!(count(&text, "<th>"), 0, "{address}: a heading without a scope");
    }
}

#[tokio::test]
async fn every_form_that_acts_carries_the_token() {
    let world = World::new().await;
    for (address, page) in pages(&world).await {
        let text = page.text();
        for form in text.split("<form").skip(1).filter(|form| form.contains("method=\"post\"")) {
            let form = form.split("</form>").next().unwrap();
            assert!(form.contains("name=\"token\" value=\""), "{address}: {form}");
        }
    }
}
