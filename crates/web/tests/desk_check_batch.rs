//! Many reports at once: an upload waits, is worked off in the background, and people decide about what was found.

use axum::http::{StatusCode, header};
use casework::PostKind;

use crate::browser::{Browser, Page, escaped, value};
use crate::world::World;

/// A short report of our own, whose table and prose disagree.
fn report(agency: &str, year: i16) -> String {
    format!(
        "{agency}{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年，我镇主动公开信息125条。\n\
         二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\
         全文电子化132条，占主动公开信息的100%。\n"
    )
}

/// An archive of the tests' kind with two reports of 2020 and a file that is none.
fn archive() -> Vec<u8> {
    let mut archive =
        format!("== 甲镇.txt\n{}== 乙镇.txt\n{}", report("甲镇人民政府", 2020), report("乙镇人民政府", 2020));
    archive.push_str("== 扫描件.txt\n不是报告\n");
    archive.into_bytes()
}

const LIST: &str = "甲镇\n乙镇人民政府\n丙镇人民政府";

async fn begin(clerk: &mut Browser) -> String {
    clerk.get("/desk/checks/new").await;
    let fields = [("title", "各镇年报"), ("year", "2020"), ("agencies", LIST)];
    let sent = clerk.upload("/desk/checks/new", &fields, ("file", "各镇.zip", &archive())).await;
    sent.leads_to().to_owned()
}

/// A clerk, and the batch of the two reports after it was worked off.
async fn checked(world: &World) -> (Browser, String) {
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let address = begin(&mut clerk).await;
    world.state.work_off_checks(2).await.unwrap();
    (clerk, address)
}

fn first_report(page: &Page) -> String {
    let is_report = |link: &&String| {
        link.starts_with("/desk/checks/")
            && !["new", "batches", "years"].iter().any(|part| link.contains(part))
    };
    page.links().iter().find(is_report).unwrap().split('#').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_upload_answers_at_once_and_is_worked_off_in_the_background() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let address = begin(&mut clerk).await;
    let waiting = clerk.get(&address).await;
    waiting.says(&["正在核对", "3 个文件", "还有 3 份"]);
    assert_eq!(waiting.headers[header::REFRESH], "3");
    assert_eq!(world.state.work_off_checks(2).await.unwrap(), 3);
    assert_eq!(world.state.work_off_checks(2).await.unwrap(), 0, "nothing is checked twice");
    let done = clerk.get(&address).await;
    done.says(&["各镇年报", "甲镇人民政府", "各镇.zip/甲镇.txt", "还缺 1 个机关", "丙镇人民政府"]);
    done.hides(&["正在核对"]);
    assert!(!done.headers.contains_key(header::REFRESH));
    clerk.get("/desk/checks").await.says(&["各镇年报", "2020 年度 2 份"]);
    let mut reviewer = world.at_work(PostKind::Submitter).await;
    assert_eq!(reviewer.get(&address).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn findings_of_a_batch_are_chosen_and_handed_over_as_a_spreadsheet() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let number = |page: &Page| {
        let text = page.text();
        let rest = text.split("<caption>共 ").nth(1).map(str::to_owned).unwrap_or_default();
        rest.split(' ').next().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0)
    };
    let findings = format!("{address}/findings");
    let all = number(&clerk.get(&findings).await);
    let failed = number(&clerk.get(&format!("{findings}?verdict=FAIL")).await);
    let unsure = number(&clerk.get(&format!("{findings}?verdict=UNCERTAIN")).await);
    assert!(all > 0 && all == failed + unsure, "{all} {failed} {unsure}");
    let agency = escaped("甲镇人民政府");
    let one = number(&clerk.get(&format!("{findings}?agency={agency}")).await);
    let open = number(&clerk.get(&format!("{findings}?agency={agency}&standing=open")).await);
    assert!(one > 0 && one < all && open == one);
    clerk.get(&format!("{findings}?rule=K-NO-1")).await.says(&["没有符合条件的问题"]);
    let sheet = clerk.get(&format!("{findings}.xlsx")).await;
    assert!(sheet.text().contains("甲镇人民政府|2020|各镇.zip/甲镇.txt|"));
}

#[tokio::test]
async fn a_decision_is_remembered_when_the_same_report_is_checked_again_and_can_be_taken_back() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let one = first_report(&clerk.get(&address).await);
    let page = clerk.get(&one).await;
    page.says(&["待处理", "排除"]);
    let text = page.text();
    let place = text.split("/findings/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let act = format!("{one}/findings/{place}");
    let refused = clerk.post(&act, &[("standing", "dismissed"), ("reason", " ")]).await;
    refused.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明为什么不作为问题"]);
    let done = clerk.post(&act, &[("standing", "dismissed"), ("reason", "原件如此")]).await;
    clerk.get(done.leads_to().split('#').next().unwrap()).await.says(&["已排除", "原件如此", "处理已经记下"]);
    // The same files once more.
    let again = begin(&mut clerk).await;
    world.state.work_off_checks(2).await.unwrap();
    let dismissed = clerk.get(&format!("{again}/findings?standing=dismissed")).await;
    dismissed.says(&["原件如此", "已排除"]);
    let undone = clerk.post(&act, &[("standing", "open")]).await;
    clerk.get(undone.leads_to().split('#').next().unwrap()).await.hides(&["原件如此"]);
    clerk.get(&format!("{again}/findings?standing=dismissed")).await.says(&["没有符合条件的问题"]);
    let nothing = clerk.post(&format!("{one}/findings/99999"), &[("standing", "confirmed")]).await;
    assert_eq!(nothing.status, StatusCode::CONFLICT);
    let strange = clerk.post(&act, &[("standing", "perhaps")]).await;
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_letter_is_drafted_from_what_was_confirmed_edited_and_sent_once() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let one = first_report(&clerk.get(&address).await);
    let page = clerk.get(&one).await;
    let text = page.text();
    let place = text.split("/findings/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    clerk.post(&format!("{one}/findings/{place}"), &[("standing", "confirmed"), ("reason", "")]).await;
    let letter = format!("{one}/letter");
    clerk.get(&letter).await.says(&["已确认的问题 1 条", "的核对意见", "收悉", "示例镇人民政府"]);
    let empty = clerk.post(&letter, &[("title", "意见"), ("words", " ")]).await;
    empty.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请填写正文"]);
    let kept = clerk.post(&letter, &[("title", "意见"), ("words", "改好的一段。\r\n<b>另一段")]).await;
    clerk.get(kept.leads_to()).await.says(&["已经保存", "<p>改好的一段。</p>", "&#60;b&#62;另一段"]);
    let pdf = clerk.get(&format!("{letter}/letter.pdf")).await;
    pdf.says(&["pdf 2021-01-05\n意见\n", "改好的一段。", "<b>另一段"]);
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    for nothing in ["letter.xlsx", "letter.doc", "brief.pdf"] {
        assert_eq!(
            clerk.get(&format!("{letter}/{nothing}")).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
    let sent = clerk.post(&format!("{letter}/sent"), &[]).await;
    clerk.get(sent.leads_to()).await.says(&["2021年1月5日 发出"]);
    let late = clerk.post(&letter, &[("title", "意见"), ("words", "改")]).await;
    late.says_with(StatusCode::CONFLICT, &["已经发出"]);
    assert_eq!(clerk.post(&format!("{letter}/sent"), &[]).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_letter_that_nobody_kept_is_no_file() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let one = first_report(&clerk.get(&address).await);
    assert_eq!(clerk.get(&format!("{one}/letter/letter.docx")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_annotated_copy_is_taken_along_without_what_was_dismissed() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let one = first_report(&clerk.get(&address).await);
    let page = clerk.get(&one).await;
    page.says(&["下载标注本"]);
    let copy = clerk.get(&format!("{one}/annotated.html")).await;
    copy.says(&["<!doctype html>", "<mark", "报告原文"]);
    let text = page.text();
    let places = text.split("/findings/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    for place in places.collect::<std::collections::BTreeSet<String>>() {
        let fields = [("standing", "dismissed"), ("reason", "原件如此")];
        clerk.post(&format!("{one}/findings/{place}"), &fields).await;
    }
    clerk.get(&format!("{one}/annotated.html")).await.hides(&["<mark", "原件如此"]);
}

#[tokio::test]
async fn a_year_shows_every_body_with_last_year_beside_it_and_names_the_missing() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/checks/new").await;
    let before = report("甲镇人民政府", 2019);
    clerk.upload("/desk/checks/new", &[], ("file", "甲镇2019.txt", before.as_bytes())).await;
    begin(&mut clerk).await;
    world.state.work_off_checks(2).await.unwrap();
    let year = clerk.get("/desk/checks/years/2020").await;
    year.says(&["甲镇", "乙镇人民政府", "2019 年度", "没有核对", "还缺 1 个", "丙镇人民政府"]);
    assert_eq!(clerk.get("/desk/checks/years/1066").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cannot_be_a_batch_is_refused_beside_the_field() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/checks/new").await;
    let file = ("file", "各镇.zip", archive());
    let bad = clerk.upload("/desk/checks/new", &[("year", "二零")], (file.0, file.1, &file.2)).await;
    bad.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请填写四位数的年度"]);
    let empty = clerk.upload("/desk/checks/new", &[], ("file", "空.zip", b"== ")).await;
    assert!(empty.status.is_redirection(), "a member without a name is a file that cannot be read");
    assert_eq!(clerk.get("/desk/checks/batches/none").await.status, StatusCode::NOT_FOUND);
}

/// Last year carried three out; this year carries none in: a fault that only both reports together show.
fn carried(agency: &str, year: i16, row: &str, number: u8) -> String {
    let cells = |number: u8| format!("{number} | 0 | 0 | 0 | 0 | 0 | {number}");
    let rows =
        ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"];
    let rows = rows.map(|label| {
        let number = if label.contains(row) { number } else { 0 };
        format!("{label} | {}\n", cells(number))
    });
    format!(
        "{agency}{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年，我镇公开工作平稳。\n\
         三、收到和处理政府信息公开申请情况\n{}",
        rows.concat()
    )
}

#[tokio::test]
async fn last_years_report_of_the_same_batch_lies_beside_this_years_in_whatever_order_they_come() {
    for this_year_first in [true, false] {
        let world = World::new().await;
        let mut clerk = world.at_work(PostKind::Clerk).await;
        clerk.get("/desk/checks/new").await;
        let last = carried("甲镇人民政府", 2019, "结转下年度", 3);
        let now = carried("甲镇人民政府", 2020, "本年新收", 0);
        let files = if this_year_first {
            [("甲.txt", &now), ("乙.txt", &last)]
        } else {
            [("甲.txt", &last), ("乙.txt", &now)]
        };
        let archive: String = files.map(|(name, text)| format!("== {name}\n{text}")).concat();
        let sent = clerk.upload("/desk/checks/new", &[], ("file", "两年.zip", archive.as_bytes())).await;
        let address = sent.leads_to().to_owned();
        assert_eq!(world.state.work_off_checks(1).await.unwrap(), 2);
        let found = clerk.get(&format!("{address}/findings?rule=K-T3-5")).await;
        found.says(&["2019年报告的“结转下年度继续办理”是3"]);
        assert_eq!(world.state.work_off_checks(1).await.unwrap(), 0);
        clerk.get(&format!("{address}/findings?rule=K-T3-5")).await.says(&["“结转下年度继续办理”是3"]);
    }
}

#[tokio::test]
async fn all_open_findings_of_a_rule_or_a_report_are_decided_at_once_and_that_is_taken_back() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let findings = format!("{address}/findings");
    clerk.get(&findings).await.hides(&["一次处理待处理的"]);
    let page = clerk.get(&format!("{findings}?rule=K-X-5")).await;
    page.says(&["一次处理待处理的 12 条", "全部写入意见", "全部排除"]);
    let all = format!("{findings}/all");
    let refused = clerk.post(&all, &[("rule", "K-X-5"), ("standing", "dismissed"), ("reason", "")]).await;
    refused
        .says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明为什么不作为问题", "一次处理待处理的 12 条"]);
    let without = clerk.post(&all, &[("standing", "confirmed")]).await;
    assert_eq!(without.status, StatusCode::CONFLICT);
    let done =
        clerk.post(&all, &[("rule", "K-X-5"), ("standing", "dismissed"), ("reason", "原件如此")]).await;
    let done = clerk.get(done.leads_to()).await;
    done.says(&["已经一次处理 12 条", "撤回这次处理", "原件如此"]);
    done.hides(&["一次处理待处理的"]);
    let at = value(&done.text(), "undo");
    let undone = clerk.post(&all, &[("rule", "K-X-5"), ("undo", &at)]).await;
    clerk.get(undone.leads_to()).await.says(&["一次处理待处理的 12 条", "已经撤回"]);
    assert_eq!(clerk.post(&all, &[("rule", "K-X-5"), ("undo", &at)]).await.status, StatusCode::CONFLICT);

    let one = first_report(&clerk.get(&address).await);
    let open = clerk.get(&one).await;
    open.says(&["全部写入意见"]);
    let done = clerk.post(&format!("{one}/all"), &[("standing", "confirmed")]).await;
    let done = clerk.get(done.leads_to()).await;
    done.says(&["已经一次确认", "待处理 0 条"]);
    let at = value(&done.text(), "undo");
    let undone = clerk.post(&format!("{one}/all"), &[("undo", &at)]).await;
    clerk.get(undone.leads_to()).await.says(&["已确认 0 条", "刚才的处理已经撤回"]);
    let strange = clerk.post(&format!("{one}/all"), &[("standing", "perhaps")]).await;
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_was_decided_at_an_earlier_check_is_told_to_be_remembered() {
    let world = World::new().await;
    let (mut clerk, address) = checked(&world).await;
    let fields = [("rule", "K-X-5"), ("standing", "dismissed"), ("reason", "原件如此")];
    clerk.post(&format!("{address}/findings/all"), &fields).await;
    let here = clerk.get(&format!("{address}/findings?rule=K-X-5")).await;
    here.says(&["已排除", "原件如此"]);
    here.hides(&["沿用"]);
    world.wait_minutes(5);
    let again = begin(&mut clerk).await;
    world.state.work_off_checks(2).await.unwrap();
    clerk.get(&format!("{again}/findings?rule=K-X-5")).await.says(&["沿用：已排除", "原件如此"]);
    let one = first_report(&clerk.get(&again).await);
    clerk.get(&one).await.says(&["沿用上次核对时的处理（"]);
}
