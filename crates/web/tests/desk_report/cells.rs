//! From each figure to what stands behind it.

use axum::http::StatusCode;
use law::register::Register;
use law::report::Form;

use super::desks::{BELOW, Desks, REPORT, lands};

#[tokio::test]
async fn every_figure_of_the_tables_opens() {
    let mut desks = Desks::with_report().await;
    for part in ["two", "three", "four"] {
        let page = desks.clerk.get(&format!("{REPORT}/parts/{part}")).await;
        let links = page.links();
        let keys = Form::F2019.cells().into_iter().filter(|key| key.section().code() == part);
        for key in keys {
            assert!(links.contains(&format!("{REPORT}/cells/{key}")), "{key}");
        }
    }
    for key in Form::F2019.cells() {
        let page = desks.clerk.get(&format!("{REPORT}/cells/{key}")).await;
        page.says(&[&Form::F2019.cell_name(key), "怎么算的"]);
    }
    for key in ["t3.f1.nat", "t9.a.b", "none"] {
        assert_eq!(
            desks.clerk.get(&format!("{REPORT}/cells/{key}")).await.status,
            StatusCode::NOT_FOUND,
            "{key}"
        );
    }
}

#[tokio::test]
async fn a_figure_leads_to_its_records_page_by_page() {
    let mut desks = Desks::with_report().await;
    for number in 1..=23 {
        let subject = format!("第{number}件申请");
        let texts = [("subject", subject.as_str()), ("applicant_kind", "nat"), ("received_on", "2020-03-04")];
        let texts = texts.map(|(key, text)| (key, text));
        desks.world.add(Register::AccessRequest, &texts).await;
    }
    let page = desks.clerk.get(&format!("{REPORT}/cells/t3.new.nat")).await;
    page.says(&[
        "<strong>23</strong>",
        "上年报告是 0",
        "申请人类别：自然人",
        "依申请公开 23 条",
        "第20件申请",
        "下一页",
        "依据",
    ]);
    page.hides(&["第21件申请"]);
    let record =
        page.links().into_iter().find(|link| link.starts_with("/desk/registers/access_request/id-")).unwrap();
    lands(&mut desks.clerk, &record).await;
    let page = desks.clerk.get(&format!("{REPORT}/cells/t3.new.nat?page=2")).await;
    page.says(&["第23件申请"]);
    page.hides(&["第20件申请"]);
    desks.clerk.get(&format!("{REPORT}/cells/t3.new.nat?page=9")).await.says(&["没有这一页", "第1件申请"]);
    desks
        .clerk
        .get(&format!("{REPORT}/cells/t3.new.total"))
        .await
        .says(&["下面各栏之和", "/cells/t3.new.nat\""]);
}

#[tokio::test]
async fn a_blank_says_what_to_do_and_a_declaration_stands_beside_the_records() {
    let mut desks = Desks::with_report().await;
    let two = format!("{REPORT}/parts/two");
    desks.clerk.get(&two).await.says(&[
        "<span class=\"tag bad\">空</span>",
        "没有发生的，也要报 0",
        "去报送",
    ]);
    let declare = "/desk/registers/declared_figure/new?year=2020#f-t2.xuke.prev".to_owned();
    assert!(desks.clerk.get(&two).await.links().contains(&declare));
    let page = desks.clerk.get(&format!("{REPORT}/cells/t2.xuke.prev")).await;
    page.says(&["空白", "还没有人报送", "报送这项数据"]);
    assert!(page.links().contains(&declare));
    desks.approver.get(&format!("{REPORT}/cells/t2.xuke.prev")).await.hides(&["报送这项数据"]);
    desks.declare_all(&[]).await;
    desks
        .clerk
        .get(&format!("{REPORT}/cells/t2.xuke.prev"))
        .await
        .says(&["本级报送 0", "依据：（演示）权责清单"]);

    desks.declare_by_hand("t3.new.nat", "5").await;
    let told = [
        "手工填报",
        "<strong>5</strong>",
        "台账统计",
        "（演示）年中启用系统",
        "（演示）登记本",
        "演示经办岗，2021-01-05 10:00",
    ];
    desks.clerk.get(&format!("{REPORT}/cells/t3.new.nat")).await.says(&told);
    desks.clerk.get(&format!("{REPORT}/parts/three")).await.says(&told);
    desks.clerk.get(REPORT).await.says(&["手工填报的 1 格", "其中手工填报 1 格"]);
    desks.submit().await;
    desks.county.get(BELOW).await.says(&told);
    desks.county.get(&format!("{BELOW}/cells/t3.new.nat")).await.says(&told);
}
