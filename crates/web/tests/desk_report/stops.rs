//! Everything that stops 定稿 is said, with a link to the very place to mend it.

use axum::http::StatusCode;
use law::register::Register;

use super::desks::{BELOW, Desks, REPORT, lands};
use crate::browser::{Page, value};

/// The links of the list “还不能定稿”.
fn stops(page: &Page) -> Vec<String> {
    let text = page.text();
    let list = text.split_once("id=\"stops\"").map_or("", |(_, rest)| rest);
    let list = list.split("</ol>").next().unwrap();
    let links = list.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| link.replace("&#38;", "&").replace("&amp;", "&")).collect()
}

#[tokio::test]
async fn every_stop_leads_to_the_place_where_it_is_mended() {
    let mut desks = Desks::with_report().await;
    let request = |received| [("subject", "验收材料"), ("applicant_kind", "nat"), ("received_on", received)];
    desks.world.add(Register::AccessRequest, &request("2020-03-04")).await;
    desks.declare_all(&["t2.xuke.prev"]).await;
    desks.differ_from_last_year().await;
    desks.declare_by_hand("t3.a.nat", "5").await;
    desks.write("one", "公开{{主动公开总量}}条。【请填写：培训情况】").await;
    desks.write("five", "公开不够及时，组织培训3次，参加120人次。").await;
    desks.submit().await;
    desks.county.get(BELOW).await;
    desks.county.post(&format!("{BELOW}/remarks"), &[("words", "请再核对。")]).await.leads_to();

    let page = desks.clerk.get(REPORT).await;
    page.says(&[
        "相近的有“主动公开总数”",
        "【请填写：培训情况】",
        "“120”是手工填写的数字",
        "县级对全文的意见还没有处理",
    ]);
    let links = stops(&page);
    let starts = [
        "/desk/registers/declared_figure/new?year=2020#f-t2.xuke.prev",
        "/desk/registers/declared_figure/new?year=2020&by_hand=t3.a.nat#f-by_hand",
        "/desk/reports/2020/parts/one#words",
        "/desk/reports/2020/parts/five#number-1",
        "/desk/reports/2020/parts/five#number-2",
        "/desk/reports/2020/parts/six#words",
        "/desk/reports/2020#comment-1",
        "/desk/reports/2020#reason-1",
    ];
    for start in starts {
        assert!(links.iter().any(|link| link == start), "{start} is not among {links:#?}");
    }
    for link in links {
        lands(&mut desks.clerk, &link).await;
    }
    // Who may not declare is led to where the figure is seen; so is the county, to its own pages.
    for link in stops(&desks.approver.get(REPORT).await) {
        assert!(!link.contains("declared_figure/new"), "{link}");
        lands(&mut desks.approver, &link).await;
    }
    for link in stops(&desks.county.get(BELOW).await) {
        assert!(link.starts_with(BELOW), "{link}");
        lands(&mut desks.county, &link).await;
    }
    let page = desks.approver.get(&format!("{REPORT}/finalise")).await;
    page.says(&["还不能定稿"]);
    page.hides(&["<button class=\"button\">定稿"]);
    let seen = ("seen", "");
    let forced = desks.approver.post(&format!("{REPORT}/finalise"), &[seen]).await;
    forced.says_with(StatusCode::CONFLICT, &["没有定稿"]);
}

#[tokio::test]
async fn forcing_a_stopped_report_writes_nothing() {
    let mut desks = Desks::with_report().await;
    let before = desks.approver.get(&format!("{REPORT}/report.json")).await.text();
    let digest = {
        use sha2::{Digest as _, Sha256};
        let report = law::report::from_json(&before).unwrap();
        let content = law::report::to_json(&report).to_string();
        hex::encode(Sha256::digest(content.as_bytes()))
    };
    desks.approver.get(REPORT).await;
    let forced = desks.approver.post(&format!("{REPORT}/finalise"), &[("seen", &digest)]).await;
    forced.says_with(StatusCode::CONFLICT, &["还不能定稿，没有写入任何内容", "空白不等于0"]);
    assert_eq!(desks.approver.get(&format!("{REPORT}/report.json")).await.text(), before);
}

#[tokio::test]
async fn a_reason_is_asked_for_kept_and_shown_to_the_county() {
    let mut desks = Desks::with_report().await;
    desks.declare_all(&[]).await;
    desks.write_all().await;
    desks.differ_from_last_year().await;
    let page = desks.clerk.get(REPORT).await;
    let text = page.text();
    let form = text.split("<form").find(|form| form.contains("name=\"rule\"")).unwrap();
    let (rule, place) = (value(form, "rule"), value(form, "place"));
    let address = format!("{REPORT}/reasons");
    let silent = desks.clerk.post(&address, &[("rule", &rule), ("place", &place), ("reason", " ")]).await;
    silent.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明原因", "aria-invalid=\"true\""]);
    let stale =
        desks.clerk.post(&address, &[("rule", "K-T3-5"), ("place", "nowhere"), ("reason", "因为")]).await;
    stale.says_with(StatusCode::CONFLICT, &["不再需要说明原因"]);
    desks
        .clerk
        .post(&address, &[("rule", &rule), ("place", &place), ("reason", "去年手工统计")])
        .await
        .leads_to();
    desks.clerk.get(REPORT).await.says(&["去年手工统计", "演示经办岗，2021-01-05 10:00"]);
    desks.submit().await;
    desks.county.get(BELOW).await.says(&["去年手工统计", "演示经办岗"]);
    desks.explain_all().await;
    desks.finalise().await.leads_to();
    desks.clerk.get(REPORT).await.says(&["已说明原因的", "演示经办岗，2021-01-05 10:00"]);
}
