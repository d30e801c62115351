//! The main job in a real browser: sign in, import a register, follow a cell of the report to its records, write the
//! prose, 定稿; and that no hand can make the report of 125 items say 132.

use crate::browser::{Browser, Width};
use crate::cli::Desk;
use crate::served::PASSWORD;
pub(crate) use crate::served::Served;

/// Two requests of 2020: one received and answered, one still open at the end of the year.
const REQUESTS: &str = "来源编号,申请人类别,提交方式,到达日期,收到申请之日,申请内容,办理结果,答复日期\n\
    旅程-1,自然人,当面提交,2020-05-06,2020-05-06,（演示）某村道路硬化工程的验收材料,予以公开，提供信息,2020-05-20\n\
    旅程-2,商业企业,当面提交,2020-12-28,2020-12-28,（演示）农贸市场摊位招租结果,,\n";

/// The prose of each part, in words of our own; the figures are measures.
const PROSE: [(&str, &str); 3] = [
    (
        "one",
        "本年度主动公开政府信息{{主动公开总数}}条。{{依申请新收数|零}}本年度新收政府信息公开申请{{依申请新收数}}件。",
    ),
    ("five", "公开内容的时效还不够好。下一步健全村级报送机制，由专人按月催办。"),
    ("six", "无其他需要报告的事项。"),
];

/// Signs in from the address that asks for it.
pub(crate) async fn sign_in(browser: &Browser, county: &Served, login: &str) {
    browser.goto(&county.at("/desk/")).await;
    assert_eq!(browser.text_of("h1").await, "登录", "nobody comes in without signing in");
    browser.fill("login", login).await;
    browser.fill("password", PASSWORD).await;
    browser.submit("main button").await;
    browser.wait_for_text("今天").await;
}

#[tokio::test]
async fn a_clerk_imports_a_register_writes_the_report_and_the_approver_makes_it_final() {
    let desk = Desk::empty();
    desk.put("requests.csv", REQUESTS);
    let county = Served::demonstration(&desk);
    let mut browser = Browser::open().await;
    sign_in(&browser, &county, "jingban").await;

    browser.goto(&county.at("/desk/imports/new")).await;
    browser.choose("register", "依申请公开").await;
    browser.fill("year", "2020").await;
    browser.upload("file", &desk.path("requests.csv")).await;
    browser.submit("main form button").await;
    browser.wait_for_text("新增 2 条").await;

    browser.goto(&county.at("/desk/reports")).await;
    browser.follow("2020年度报告").await;
    browser.follow("三、收到和处理政府信息公开申请情况").await;
    browser.screenshot("report-table", Width::Desktop).await;
    browser.submit("a[href$='/cells/t3.carried_out.com']").await;
    assert_eq!(browser.text_of("#figure").await, "1");
    browser.follow("（演示）农贸市场摊位招租结果").await;
    browser.wait_for_text("旅程-2").await;

    let part_one = county.at("/desk/reports/2020/parts/one");
    let claims = "本年度主动公开政府信息{{主动公开总数}}条，其中全文电子化主动公开信息132条。";
    browser.goto(&part_one).await;
    browser.fill("words", claims).await;
    browser.submit("main form button").await;
    browser.submit("button[value='confirm']").await;
    browser.goto(&county.at("/desk/reports/2020")).await;
    let stopped = browser.text_of("main").await;
    assert!(stopped.contains("还不能定稿") && stopped.contains("132"), "132 of 125 stays stopped: {stopped}");

    for (part, words) in PROSE {
        browser.goto(&county.at(&format!("/desk/reports/2020/parts/{part}"))).await;
        browser.fill("words", words).await;
        browser.submit("main form button").await;
    }
    browser.goto(&county.at("/desk/reports/2020")).await;
    assert!(!browser.text_of("main").await.contains("还不能定稿"), "{}", browser.text_of("main").await);
    browser.screenshot("report-tasks", Width::Phone).await;
    browser.submit("form[action='/desk/sign-out'] button").await;

    sign_in(&browser, &county, "shending").await;
    browser.goto(&county.at("/desk/reports/2020")).await;
    browser.follow("定稿").await;
    browser.submit("main form button").await;
    browser.wait_for_text("已定稿").await;
    browser.screenshot("report-final", Width::Desktop).await;
    browser.assert_no_complaints().await;

    let line = "report --data county --organ 示例镇 --year 2020 --format json";
    let printed: serde_json::Value = serde_json::from_str(&desk.good(line)).unwrap();
    assert_eq!(printed["cells"]["t3.new.total"], 2);
    let one = printed["prose"]["one"].as_str().unwrap();
    assert!(one.contains("125条") && one.contains("新收政府信息公开申请2件"), "{one}");
}
