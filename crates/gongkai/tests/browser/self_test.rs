//! The harness proves itself on a page of its own, under the content security policy of ours.

use axum::Router;
use axum::extract::Multipart;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use axum::routing::get;

use super::{Browser, Width};

const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'";

const FORM: &str = r#"<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>示例页面</title><h1>导入登记簿</h1>
<p><a href="/about">说明</a></p>
<form method="post" enctype="multipart/form-data">
<input name="title" value="旧值"><input type="date" name="released_on">
<select name="category"><option value="a">机构职能<option value="b">财政预算</select>
<input type="file" name="file"><button>提交</button></form>
<table width="900"><tr><td>宽表</table></html>"#;

/// Says back what the form sent, one `name=value` a line; a file by its name and length.
async fn say_back(mut form: Multipart) -> impl IntoResponse {
    let mut lines = String::new();
    while let Some(field) = form.next_field().await.unwrap() {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) => {
                let length = field.bytes().await.unwrap().len();
                lines.push_str(&format!("<li>{name}={file} {length}"));
            }
            None => lines.push_str(&format!("<li>{name}={}", field.text().await.unwrap())),
        }
    }
    page(format!("<!doctype html><meta charset=utf-8><title>已收到</title><h1>已收到</h1><ul>{lines}</ul>"))
}

fn page(html: String) -> impl IntoResponse {
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html))
}

/// Serves the pages on a free port of the loopback interface and returns the address.
async fn serve() -> String {
    let pages = Router::new()
        .route("/", get(async || page(FORM.to_owned())).post(say_back))
        .route("/about", get(async || page("<!doctype html><title>说明</title>说明文字".to_owned())))
        .route("/inline", get(async || page("<!doctype html><script>window.x = 1</script>脚本".to_owned())))
        .route("/favicon.ico", get(async || ""));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, pages).await });
    address
}

#[tokio::test]
async fn a_form_is_filled_a_file_goes_up_and_the_next_page_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("登记.csv");
    std::fs::write(&file, "来源编号\n甲1\n").unwrap();
    let mut browser = Browser::open().await;
    browser.goto(&serve().await).await;
    assert_eq!(browser.text_of("h1").await, "导入登记簿");
    browser.fill("title", "2025年预算").await;
    browser.set("released_on", "2025-01-20").await;
    browser.choose("category", "财政预算").await;
    browser.upload("file", &file).await;
    browser.submit("button").await;
    assert_eq!(browser.text_of("h1").await, "已收到");
    assert_eq!(browser.count("li").await, 4);
    let said = browser.text_of("ul").await;
    assert_eq!(said, "title=2025年预算\nreleased_on=2025-01-20\ncategory=b\nfile=登记.csv 18");
    browser.assert_no_complaints().await;
}

#[tokio::test]
async fn pages_are_followed_and_pictured_at_both_widths() {
    let browser = Browser::open().await;
    browser.goto(&serve().await).await;
    assert!(browser.fits(Width::Desktop).await);
    assert!(!browser.fits(Width::Phone).await, "a table of 900 pixels does not fit a telephone");
    for width in [Width::Phone, Width::Desktop] {
        let picture = std::fs::read(browser.screenshot("self-test", width).await).unwrap();
        let pixels = u32::from_be_bytes(picture[16..20].try_into().unwrap());
        assert_eq!(pixels, width as u32, "the width in the header of the PNG");
    }
    browser.follow("说明").await;
    browser.wait_for_text("说明文字").await;
    assert_eq!(browser.path().await, "/about");
    assert_eq!(browser.client().title().await.unwrap(), "说明");
}

#[tokio::test]
async fn a_breach_of_the_security_policy_is_a_complaint() {
    let mut browser = Browser::open().await;
    browser.goto(&format!("{}/inline", serve().await)).await;
    assert_eq!(browser.script("return window.x === undefined").await, true);
    assert_eq!(browser.forgive("Content Security Policy").await, 1);
    browser.assert_no_complaints().await;
}

#[tokio::test]
async fn a_browser_that_is_dropped_leaves_neither_process_nor_profile() {
    let browser = Browser::open().await;
    let profile = browser._driver.profile().to_path_buf();
    let driver = browser._driver.address();
    assert!(profile.is_dir());
    drop(browser);
    assert!(!profile.exists(), "the profile is removed, which a running browser would prevent or redo");
    let port = driver.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err(), "nobody listens any more");
}
