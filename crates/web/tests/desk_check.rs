//! Checking a published report at the desk: findings with evidence beside the numbered text.

use axum::http::StatusCode;
use casework::PostKind;

use crate::browser::{Browser, Page};
use crate::world::World;

/// A short report of our own, whose table and prose disagree.
const REPORT: &str = "示例镇2020年政府信息公开工作年度报告\n一、总体情况\n2020年，我镇主动公开信息125条。\n\
二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\
全文电子化132条，占主动公开信息的100%。\n";

async fn paste(clerk: &mut Browser, words: &str) -> Page {
    clerk.get("/desk/checks/new").await;
    clerk.upload("/desk/checks/new", &[("words", words)], ("file", "", b"")).await
}

#[tokio::test]
async fn a_pasted_report_is_checked_kept_and_shown_with_its_lines() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/checks").await.says(&["还没有核对过报告"]);
    let checked = paste(&mut clerk, REPORT).await;
    let page = clerk.get(checked.leads_to()).await;
    page.says(&["核对完了", "2020 年度", "需要处理的", "id=\"L3\"", "粘贴的文字", "演示经办岗"]);
    page.says(&["<mark", "需要处理的"]);
    for link in page.links().iter().filter(|link| link.starts_with("#Q") || link.starts_with("#F")) {
        let id = format!("id=\"{}\"", link.trim_start_matches('#'));
        assert!(page.text().contains(&id), "{link} leads nowhere");
    }
    clerk.get("/desk/checks").await.says(&["2020 年度", "粘贴的文字"]);
}

#[tokio::test]
async fn findings_are_chosen_by_their_verdict() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let address = paste(&mut clerk, REPORT).await.leads_to().split('?').next().unwrap().to_owned();
    let number = |page: &Page| page.text().matches("<article class=\"card finding").count();
    let (grave, all) = (clerk.get(&address).await, clerk.get(&format!("{address}?show=all")).await);
    let failed = clerk.get(&format!("{address}?show=FAIL")).await;
    let unsure = clerk.get(&format!("{address}?show=UNCERTAIN")).await;
    assert_eq!(number(&failed) + number(&unsure), number(&grave));
    assert!(number(&all) > number(&grave));
    let unknown = clerk.get(&format!("{address}?show=nonsense")).await;
    assert_eq!(number(&unknown), number(&grave), "an unknown choice shows what must be looked at");
}

#[tokio::test]
async fn a_text_file_is_checked_under_its_own_name() {
    let world = World::new().await;
    let mut reviewer = world.at_work(PostKind::Reviewer).await;
    reviewer.get("/desk/checks/new").await;
    let file = ("file", "报告.txt", REPORT.as_bytes());
    let checked = reviewer.upload("/desk/checks/new", &[("words", ""), ("excerpt", "yes")], file).await;
    reviewer.get(checked.leads_to()).await.says(&["报告.txt"]);
    let garbled = reviewer.upload("/desk/checks/new", &[], ("file", "乱.txt", b"\xff\xfe\x00")).await;
    garbled.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["编码认不出来"]);
}

#[tokio::test]
async fn neither_nothing_nor_two_things_are_checked() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let nothing = paste(&mut clerk, " \n").await;
    nothing.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请粘贴年度报告的文字"]);
    let file = ("file", "报告.txt", REPORT.as_bytes());
    let both = clerk.upload("/desk/checks/new", &[("words", "别的文字")], file).await;
    both.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请只留一个", "别的文字"]);
    assert_eq!(clerk.get("/desk/checks/none").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn markup_in_a_report_stays_text() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let checked = paste(&mut clerk, &format!("<script>alert(1)</script>\n{REPORT}")).await;
    clerk.get(checked.leads_to()).await.hides(&["<script>alert"]);
}
