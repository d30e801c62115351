//! From the open draft to the correction, by those whose work it is.

use axum::http::StatusCode;

use super::desks::{BELOW, Desks, REPORT};
use crate::browser::value;

#[tokio::test]
async fn a_report_is_opened_for_last_year_by_default_and_once() {
    let mut desks = Desks::new().await;
    let page = desks.clerk.get("/desk/reports").await;
    page.says(&["还没有年度报告", "<option value=\"2020\" selected>2020年</option>"]);
    assert_eq!(desks.clerk.get(REPORT).await.leads_to(), "/desk/reports?year=2020");
    desks.clerk.get("/desk/reports").await;
    desks.clerk.post("/desk/reports", &[("year", "2020")]).await.leads_to();
    desks.clerk.get(&format!("{REPORT}?done=opened")).await.says(&[
        "报告已经新建",
        "2020年政府信息公开工作年度报告",
        "aria-current=\"step\"><b>草稿</b>",
        "国办公开办函〔2019〕60号",
        "2021年1月31日（还有 26 天）",
        "一、总体情况",
        "还没有写",
        "空白 16 格",
        "已填好",
    ]);
    let again = desks.clerk.post("/desk/reports", &[("year", "2020")]).await;
    again.says_with(StatusCode::CONFLICT, &["2020年度的报告已经有了"]);
    let page = desks.clerk.post("/desk/reports", &[("year", "千年")]).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请选择年度"]);
    desks.clerk.get("/desk/reports").await.says(&["2020年度报告", "草稿"]);
    assert!(desks.clerk.get("/desk/").await.links().contains(&REPORT.to_owned()));
}

#[tokio::test]
async fn from_draft_over_the_county_to_publication_and_correction() {
    let mut desks = Desks::ready().await;
    desks.clerk.get(REPORT).await.hides(&["还不能定稿"]);
    desks.submit().await;
    desks.clerk.get(REPORT).await.says(&["aria-current=\"step\"><b>审定</b>", "已报县级"]);

    desks.county.get("/desk/reports").await.says(&["下级机关的年报", "示例镇人民政府", BELOW, "已报县级"]);
    desks.county.get(BELOW).await.says(&["示例镇人民政府 2020年", "提出意见"]);
    let silent = desks.county.post(&format!("{BELOW}/remarks"), &[("words", " ")]).await;
    silent.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明意见"]);
    let early = desks.county.post(&format!("{BELOW}/send-back"), &[]).await;
    early.says_with(StatusCode::CONFLICT, &["请先提出意见或写明退回的原因"]);
    let fields = [("section", "one"), ("words", "请写明政策解读情况。")];
    let page = desks.county.post(&format!("{BELOW}/remarks"), &fields).await;
    assert_eq!(page.leads_to(), format!("{BELOW}?done=remarked#comments"));
    let page = desks.county.post(&format!("{BELOW}/send-back"), &[]).await;
    assert_eq!(page.leads_to(), format!("{BELOW}?done=returned#main"));

    let page = desks.clerk.get(REPORT).await;
    page.says(&["退回修改", "请写明政策解读情况。", "还没有处理", "aria-current=\"step\"", "县级已退回"]);
    desks.clerk.get(&format!("{REPORT}/parts/one")).await.says(&["县级意见（一、总体情况）"]);
    let remark = value(&page.text(), "remark");
    let page = desks.clerk.post(&format!("{REPORT}/settle"), &[("remark", &remark)]).await;
    assert_eq!(page.leads_to(), "/desk/reports/2020?done=settled#comments");
    desks.clerk.get(REPORT).await.says(&["已处理"]);
    desks.submit().await;

    let page = desks.approver.get(REPORT).await;
    page.says(&["/desk/reports/2020/finalise"]);
    let page = desks.approver.get(&format!("{REPORT}/finalise")).await;
    page.says(&["数字和文字都不再变动", "看一遍全文"]);
    assert_eq!(desks.finalise().await.leads_to(), "/desk/reports/2020?done=finalised#main");
    let page = desks.approver.get(&format!("{REPORT}?done=finalised")).await;
    page.says(&["已经定稿", "校验码", "/desk/reports/2020/publish"]);
    page.hides(&["/desk/reports/2020/finalise", "没有经过"]);
    desks.approver.get(&format!("{REPORT}/publish")).await.says(&["公布不能撤回", "定稿校验码"]);
    let page = desks.approver.post(&format!("{REPORT}/publish"), &[]).await;
    assert_eq!(page.leads_to(), "/desk/reports/2020?done=published#main");
    desks
        .world
        .visitor()
        .get("/shilizhen/annual/2020")
        .await
        .says(&["示例镇人民政府2020年政府信息公开工作年度报告"]);

    desks.approver.get(&format!("{REPORT}/correct")).await.says(&["为什么要更正"]);
    let silent = desks.approver.post(&format!("{REPORT}/correct"), &[("reason", "")]).await;
    silent.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明为什么要更正"]);
    let page = desks.approver.post(&format!("{REPORT}/correct"), &[("reason", "漏报一件申请")]).await;
    assert_eq!(page.leads_to(), "/desk/reports/2020?done=corrected#main");
    let page = desks.clerk.get(REPORT).await;
    page.says(&["第2版", "各版本", "第1版（已公布）", "/desk/reports/2020?version=1", "首次公布"]);
    // A correction is not late: the report itself was published in time.
    page.hides(&["公布期限"]);
    desks
        .clerk
        .get(&format!("{REPORT}?version=1"))
        .await
        .says(&["第1版，已公布", "/desk/reports/2020/parts/one?version=1"]);
    desks.clerk.get(&format!("{REPORT}/parts/one?version=1")).await.hides(&["<textarea"]);
    let late = desks
        .clerk
        .post(&format!("{REPORT}/parts/one"), &[("version", "1"), ("words", "改"), ("seen", "")])
        .await;
    late.says_with(StatusCode::CONFLICT, &["不能修改文字"]);
    // The county goes on seeing what was published; the new draft is not handed in.
    desks.county.get(BELOW).await.says(&["第1版，已公布"]);
    assert_eq!(desks.clerk.get(&format!("{REPORT}?version=9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_made_final_by_mistake_goes_back_to_the_draft_until_it_is_published() {
    let mut desks = Desks::ready().await;
    desks.finalise().await;
    // Nobody handed it in to the county, and the way says so.
    desks.approver.get(REPORT).await.says(&["撤回定稿", "没有经过"]);
    let address = format!("{REPORT}/reopen");
    desks.approver.get(&address).await.says(&[
        "撤回2020年度报告（第1版）的定稿？",
        "为什么要撤回定稿",
        "校验码作废",
    ]);
    let silent = desks.approver.post(&address, &[("reason", "")]).await;
    silent.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明为什么要撤回定稿"]);
    let page = desks.approver.post(&address, &[("reason", "地名写错一个字")]).await;
    assert_eq!(page.leads_to(), "/desk/reports/2020?done=reopened#main");
    desks.approver.get(&format!("{REPORT}?done=reopened")).await.says(&["回到草稿", "第1版，草稿"]);
    desks.write("five", "公开不够及时。针对上年度提出的问题，已经着手改进。").await;
    desks.finalise().await;
    desks.approver.post(&format!("{REPORT}/publish"), &[]).await;
    let late = desks.approver.post(&address, &[("reason", "又错了")]).await;
    late.says_with(StatusCode::CONFLICT, &["已公布的内容不再改动"]);
}

#[tokio::test]
async fn what_is_made_final_is_what_was_shown() {
    let mut desks = Desks::ready().await;
    let address = format!("{REPORT}/finalise");
    let seen = value(&desks.approver.get(&address).await.text(), "seen");
    desks.write("five", "公开不够及时。针对上年度提出的问题，已经着手改进。").await;
    let page = desks.approver.post(&address, &[("seen", &seen)]).await;
    page.says_with(StatusCode::CONFLICT, &["您打开这一页以后", "没有定稿"]);
    desks.clerk.get(REPORT).await.says(&["第1版，草稿"]);
    assert!(desks.finalise().await.leads_to().contains("done=finalised"));
}

#[tokio::test]
async fn the_report_is_downloaded_and_a_draft_says_so() {
    let mut desks = Desks::ready().await;
    let page = desks.clerk.get(&format!("{REPORT}/report.html")).await;
    page.says(&["<p class=\"draft-mark\">草稿</p>"]);
    assert!(page.header("content-disposition").contains("%E8%8D%89%E7%A8%BF"));
    let json: serde_json::Value =
        serde_json::from_slice(&desks.clerk.get(&format!("{REPORT}/report.json")).await.body).unwrap();
    assert_eq!((&json["draft"], &json["year"]), (&true.into(), &2020.into()));
    let sheet = desks.clerk.get(&format!("{REPORT}/report.xlsx")).await;
    let draft = "xlsx 示例镇人民政府2020年政府信息公开工作年度报告 true 2020";
    assert!(sheet.text().starts_with(draft), "{}", sheet.text());
    assert!(sheet.header("content-disposition").contains("%E8%8D%89%E7%A8%BF"));
    let page = desks.clerk.get(REPORT).await;
    page.says(&["report.pdf", "report.xlsx", "文档（DOCX）：请安装示例软件。"]);
    page.hides(&["report.docx"]);
    let missing = desks.clerk.get(&format!("{REPORT}/report.docx")).await;
    missing.says_with(StatusCode::CONFLICT, &["请安装示例软件。"]);
    assert_eq!(desks.clerk.get(&format!("{REPORT}/report.exe")).await.status, StatusCode::NOT_FOUND);
    desks.finalise().await;
    desks.clerk.get(&format!("{REPORT}/report.html")).await.hides(&["<p class=\"draft-mark\">草稿</p>"]);
    desks.county.get(&format!("{BELOW}/report.html")).await.says(&["示例镇人民政府"]);
}
