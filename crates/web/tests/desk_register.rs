//! Registers at the desk: listed, filtered, added to, corrected, struck, declared; by whoever may, and nobody else.

use axum::http::StatusCode;
use casework::PostKind;
use law::register::{Register, Value};
use store::{RecordId, Unit, UnitId, UnitKind};

use crate::world::{PASSWORD, World, new_id};

const ORDER: [(&str, &str); 5] = [
    ("source_no", "R-1"),
    ("source", "hotline_12345"),
    ("category", "complaint"),
    ("subject", "路灯不亮"),
    ("dispatched_on", "2020-12-28"),
];

async fn unit(world: &World, name: &str) -> UnitId {
    let id = UnitId::new(new_id());
    let unit =
        Unit { id: id.clone(), kind: UnitKind::Village, name: name.to_owned(), code: None, closed: false };
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.add_unit(&world.act(), &unit).await.unwrap();
    write.commit().await.unwrap();
    id
}

/// The record's address after an act, without what the act says.
fn record_of(leads_to: &str) -> String {
    leads_to.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_empty_register_says_what_it_is_for() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for register in Register::ALL {
        let page = clerk.get(&format!("/desk/registers/{}", register.key())).await;
        page.says(&[register.label(), "还没有", "筛选", "下载导入模板"]);
        page.hides(&["<table"]);
    }
    clerk.get("/desk/registers").await.says(&["主动公开信息", "业务数据报送", "共 0 条", "导入表格"]);
    assert_eq!(clerk.get("/desk/registers/person").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_list_is_filtered_by_year_words_unit_choice_and_strike() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let village = unit(&world, "示例村").await;
    world.publish("二〇二〇年预算", &[("unit", "示例村"), ("source_no", "P-1")]).await;
    world.publish("上一年的决算", &[("formed_on", "2019-03-01"), ("first_released_on", "2019-03-02")]).await;
    world.publish("文化活动", &[("content_kind", "news"), ("category", "")]).await;
    let list = "/desk/registers/publication";
    clerk.get(list).await.says(&["共 3 条", "二〇二〇年预算", "2019 年（1 条）"]);
    let page = clerk.get(&format!("{list}?year=2019")).await;
    page.says(&["共 1 条", "上一年的决算", "清除条件", "export.xlsx?year=2019", "selected>2019 年"]);
    page.hides(&["二〇二〇年预算"]);
    clerk.get(&format!("{list}?words=预算")).await.says(&["共 1 条", "value=\"预算\""]);
    clerk.get(&format!("{list}?unit={village}")).await.says(&["共 1 条", "二〇二〇年预算"]);
    clerk.get(&format!("{list}?content_kind=news")).await.says(&["共 1 条", "文化活动", "<details open>"]);
    clerk.get(&format!("{list}?struck=only")).await.says(&["没有符合条件的记录"]);
    clerk.get(&format!("{list}?year=1&kind=x&page=99")).await.says(&["没有这一页"]);
}

#[tokio::test]
async fn fifty_records_stand_on_a_page_and_the_filter_goes_along() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for number in 0..51 {
        world.publish(&format!("第{number:02}号公告"), &[]).await;
    }
    let page = clerk.get("/desk/registers/publication?words=公告").await;
    page.says(&["共 51 条，第 1 页，共 2 页", "下一页"]);
    assert_eq!(page.text().matches("scope=\"row\"").count(), 50);
    let next = page.links().into_iter().find(|link| link.ends_with("page=2")).unwrap();
    assert!(next.contains("words=%E5%85%AC%E5%91%8A"), "{next}");
    assert_eq!(clerk.get(&next).await.text().matches("scope=\"row\"").count(), 1);
}

#[tokio::test]
async fn a_record_is_added_corrected_struck_and_restored_and_remembers_all_of_it() {
    for engine in store::testing::engines() {
        record_story(World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn record_story(world: World) {
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/registers/work_order/new").await.says(&["新增工单与留言", "来源编号", "12345热线"]);
    let added = clerk.post("/desk/registers/work_order/new", &ORDER).await;
    let added = added.leads_to().to_owned();
    let record = record_of(&added);
    let page = clerk.get(&added).await;
    page.says(&["已登记", "路灯不亮", "办结工单的期限", "2021-01-12", "还剩 5 个工作日", "没有填写："]);
    page.says(&["逐日看怎么算的", "元旦", "第 10 日", "演示经办岗", "登记"]);

    let page = clerk.get(&format!("{record}/edit")).await;
    page.says(&["更正工单与留言", "value=\"R-1\"", "更正的原因"]);
    let seen = hidden(&page.text(), "seen");
    let mut changed = ORDER.to_vec();
    changed[3].1 = "两盏路灯不亮";
    changed.extend([("seen", seen.as_str())]);
    let refused = clerk.post(&format!("{record}/edit"), &changed).await;
    refused.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["有误：", "请写明更正的原因", "两盏路灯不亮"]);
    changed.push(("reason", "核实为两盏"));
    let corrected = clerk.post(&format!("{record}/edit"), &changed).await;
    let page = clerk.get(corrected.leads_to()).await;
    page.says(&["已更正", "两盏路灯不亮", "诉求内容：路灯不亮 → 两盏路灯不亮", "核实为两盏"]);

    clerk.get(&format!("{record}/strike")).await.says(&["作废这条记录？", "不再计入任何统计"]);
    let refused = clerk.post(&format!("{record}/strike"), &[("reason", " ")]).await;
    refused.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明作废的原因"]);
    let struck = clerk.post(&format!("{record}/strike"), &[("reason", "重复登记")]).await;
    let page = clerk.get(struck.leads_to()).await;
    page.says(&["已作废", "重复登记", "/restore"]);
    page.hides(&["办结工单的期限"]);
    let edit = clerk.get(&format!("{record}/edit")).await;
    edit.says_with(StatusCode::CONFLICT, &["请先恢复"]);
    let again = clerk.post(&format!("{record}/strike"), &[("reason", "重复登记")]).await;
    again.says_with(StatusCode::CONFLICT, &["已经作废过了"]);
    clerk.get("/desk/registers/work_order").await.says(&["还没有登记工单"]);
    clerk.get("/desk/registers/work_order?struck=shown").await.says(&["共 1 条", "已作废"]);
    let restored = clerk.post(&format!("{record}/restore"), &[("reason", "作废错了")]).await;
    clerk.get(restored.leads_to()).await.says(&["已恢复", "作废错了"]);
}

#[tokio::test]
async fn a_faulty_form_names_every_fault_and_loses_nothing() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/registers/work_order/new").await;
    let mut fields = ORDER;
    fields[2].1 = "";
    fields[4].1 = "二〇二〇年十二月";
    let page = clerk.post("/desk/registers/work_order/new", &fields).await;
    page.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &[
            "<title>有误：",
            "有 2 处需要修改",
            "href=\"#f-category\"",
            "不是完整的日期",
            "二〇二〇年十二月",
            "路灯不亮",
        ],
    );
    clerk.post("/desk/registers/work_order/new", &ORDER).await;
    let page = clerk.post("/desk/registers/work_order/new", &ORDER).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["已有这个编号"]);
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten_blindly() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/registers/work_order/new").await;
    let record = record_of(clerk.post("/desk/registers/work_order/new", &ORDER).await.leads_to());
    let seen = hidden(&clerk.get(&format!("{record}/edit")).await.text(), "seen");
    let mut first = ORDER.to_vec();
    first[3].1 = "甲的改法";
    first.extend([("seen", seen.as_str()), ("reason", "甲")]);
    clerk.post(&format!("{record}/edit"), &first).await.leads_to();
    let mut second = first.clone();
    second[3].1 = "乙的改法";
    let page = clerk.post(&format!("{record}/edit"), &second).await;
    page.says_with(StatusCode::CONFLICT, &["别人改过这条记录", "诉求内容：甲的改法", "乙的改法"]);
    let fresh = hidden(&page.text(), "seen");
    second[5].1 = &fresh;
    let accepted = clerk.post(&format!("{record}/edit"), &second).await;
    clerk.get(accepted.leads_to()).await.says(&["甲的改法 → 乙的改法"]);
}

fn hidden(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_year_without_a_calendar_is_said_and_never_guessed() {
    let world = World::new().await;
    world.go_to("2026-12-21");
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [("subject", "跨年的申请"), ("applicant_kind", "nat"), ("received_on", "2026-12-14")];
    let id = world.add(Register::AccessRequest, &texts).await;
    let list = clerk.get("/desk/registers/access_request?state=open&sort=due").await;
    list.says(&["跨年的申请", "算不出期限", "2027年"]);
    list.hides(&["2027-01"]);
    let page = clerk.get(&format!("/desk/registers/access_request/{id}")).await;
    page.says(&["算不出期限", "2027年"]);
    page.hides(&["2027-01"]);
}

#[tokio::test]
async fn a_late_reply_is_told_as_late_and_the_dispute_over_it_is_linked() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [
        ("source_no", "S-1"),
        ("subject", "征地补偿方案"),
        ("applicant_kind", "nat"),
        ("received_on", "2020-06-01"),
        ("decision", "A1"),
        ("replied_on", "2020-07-03"),
    ];
    let id = world.add(Register::AccessRequest, &texts).await;
    let case = [("kind", "reconsideration"), ("access_request_no", "S-1"), ("filed_on", "2020-08-03")];
    let dispute = world.add(Register::Dispute, &case).await;
    let page = clerk.get(&format!("/desk/registers/access_request/{id}")).await;
    page.says(&[
        "2020-06-30",
        "超期 3 天",
        "《政府信息公开条例》第三十三条",
        "因这件申请引起的争议",
        "尚未审结",
    ]);
    let page = clerk.get(&format!("/desk/registers/dispute/{dispute}")).await;
    page.says(&["所涉的申请", "征地补偿方案"]);
}

#[tokio::test]
async fn figures_are_declared_anew_and_never_edited() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let new = "/desk/registers/declared_figure/new";
    let page = clerk.get(&format!("{new}?year=2020")).await;
    page.says(&["2020 年 · 本级", "行政许可上一年项目数量", "国办公开办函〔2019〕60号"]);
    clerk.get(&format!("{new}?year=2019")).await.says(&["2019 年"]);
    let empty = clerk.post(new, &[("year", "2020")]).await;
    empty.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["没有填写任何数据"]);
    let bad = clerk.post(new, &[("year", "2020"), ("t2.xuke.decisions", "三十六")]).await;
    bad.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["有 1 处需要修改", "三十六"]);
    let sent = [("year", "2020"), ("t2.xuke.decisions", "36"), ("t2.chufa.decisions", "0")];
    let both = clerk.post(new, &sent).await;
    let page = clerk.get(both.leads_to()).await;
    page.says(&["已报送 2 项", "已报送：<strong>36</strong>", "已报送：<strong>0</strong>"]);
    let one = clerk
        .post(new, &[("year", "2020"), ("t2.xuke.decisions", "38"), ("source_document", "许可台账")])
        .await;
    let one = one.leads_to().to_owned();
    let page = clerk.get(&one).await;
    page.says(&[
        "已报送",
        "报2020-0003",
        "38",
        "报2020-0001",
        "以此为准",
        "已被后来的报送替代",
        "重新报送这项数据",
    ]);
    page.hides(&["/edit\""]);
    let edit = clerk.get(&format!("{}/edit", record_of(&one))).await;
    edit.says_with(StatusCode::CONFLICT, &["只能重新报送"]);
}

#[tokio::test]
async fn a_figure_that_replaces_records_needs_reason_and_evidence() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let new = "/desk/registers/declared_figure/new";
    clerk.get(new).await;
    let mut sent = vec![("year", "2020"), ("by_hand", "t3.new.nat"), ("by_hand_value", "3")];
    let refused = clerk.post(new, &sent).await;
    refused.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["请写明为什么不由台账统计", "请写明依据的材料", "<details open>", "value=\"3\""],
    );
    sent.extend([("reason", "年中启用系统"), ("source_document", "纸质登记簿")]);
    let declared = clerk.post(new, &sent).await;
    clerk.get(declared.leads_to()).await.says(&[
        "表三 本年新收·自然人",
        "年中启用系统",
        "纸质登记簿",
        "by_hand=t3.new.nat#f-by_hand",
    ]);
}

#[tokio::test]
async fn a_submitter_declares_for_the_own_unit_and_touches_nothing_else() {
    let world = World::new().await;
    let village = unit(&world, "示例村").await;
    unit(&world, "另一村").await;
    let account = casework::account::NewAccount {
        login: "village".to_owned(),
        name: "演示报送".to_owned(),
        password: PASSWORD.to_owned(),
        kind: PostKind::Submitter,
        unit_id: Some(village),
    };
    casework::account::add_account(&world.store, &world.organ, &world.act(), account, &new_id).await.unwrap();
    let mut submitter = world.visitor();
    submitter.sign_in("village", PASSWORD).await;
    let new = "/desk/registers/declared_figure/new";
    let page = submitter.get(&format!("{new}?year=2020&unit=另一村")).await;
    page.says(&["2020 年 · 示例村"]);
    page.hides(&["另一村"]);
    let declared =
        submitter.post(new, &[("year", "2020"), ("unit", "另一村"), ("t2.xuke.decisions", "5")]).await;
    submitter.get(declared.leads_to()).await.says(&["示例村", "5"]);
    for forbidden in ["/desk/registers/publication/new", "/desk/imports/new", "/desk/checks"] {
        assert_eq!(submitter.get(forbidden).await.status, StatusCode::FORBIDDEN, "{forbidden}");
    }
    let page = submitter.get("/desk/registers/publication").await;
    page.hides(&["新增一条", "导入表格"]);
}

#[tokio::test]
async fn a_submitter_sees_and_takes_out_the_own_units_records_alone() {
    let world = World::new().await;
    let mut submitter = world.at_work(PostKind::Submitter).await;
    unit(&world, "另一村").await;
    let order = |unit, subject| {
        [
            ("source", "hotline_12345"),
            ("category", "complaint"),
            ("subject", subject),
            ("unit", unit),
            ("dispatched_on", "2020-12-30"),
        ]
    };
    let own = world.add(Register::WorkOrder, &order("演示村", "本村的诉求")).await;
    let other = world.add(Register::WorkOrder, &order("另一村", "别村的诉求")).await;
    let whole: Vec<_> = order("", "镇里的诉求").into_iter().filter(|(key, _)| *key != "unit").collect();
    let whole = world.add(Register::WorkOrder, &whole).await;
    let hidden = ["别村的诉求", "镇里的诉求"];
    let list = "/desk/registers/work_order";
    for address in ["/desk/", list, "/desk/registers/work_order?unit=none&struck=shown"] {
        let page = submitter.get(address).await;
        page.says(&["本村的诉求"]);
        page.hides(&hidden);
    }
    // The stand-in of a typesetter writes a head and a line for each record.
    let taken = submitter.get("/desk/registers/work_order/export.xlsx").await;
    assert_eq!(String::from_utf8(taken.body).unwrap().trim_end().lines().count(), 2);
    submitter.get("/desk/registers").await.says(&["2020 年 1 条"]);
    submitter.get(&format!("{list}/{own}")).await.says(&["本村的诉求"]);
    for id in [other, whole] {
        assert_eq!(submitter.get(&format!("{list}/{id}")).await.status, StatusCode::NOT_FOUND);
    }
    for forbidden in
        ["/desk/imports", "/desk/reports", "/desk/reports/2020", "/desk/reports/2020/cells/t3.new.nat"]
    {
        submitter.get(forbidden).await.says_with(StatusCode::FORBIDDEN, &["没有权限", "报送岗"]);
    }
    let by_hand = [("year", "2020"), ("by_hand", "t3.new.nat"), ("by_hand_value", "0"), ("reason", "演示")];
    let new = "/desk/registers/declared_figure/new";
    submitter.get(new).await.hides(&["手工填报表三"]);
    assert_eq!(submitter.post(new, &by_hand).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_keeps_accounts_opens_no_register_and_no_report() {
    let world = World::new().await;
    let order = [
        ("source", "hotline_12345"),
        ("category", "complaint"),
        ("subject", "镇里的诉求"),
        ("dispatched_on", "2020-12-30"),
    ];
    let id = world.add(Register::WorkOrder, &order).await;
    let mut administrator = world.at_work(PostKind::Administrator).await;
    let desk = administrator.get("/desk/").await;
    desk.says(&["今天"]);
    desk.hides(&["镇里的诉求", "/desk/registers", "/desk/reports"]);
    let record = format!("/desk/registers/work_order/{id}");
    for forbidden in ["/desk/registers", "/desk/registers/work_order/export.xlsx", &record, "/desk/reports"] {
        administrator.get(forbidden).await.says_with(StatusCode::FORBIDDEN, &["没有权限", "系统管理岗"]);
    }
}

#[tokio::test]
async fn who_may_only_look_cannot_write() {
    let world = World::new().await;
    let id = world.publish("预算", &[]).await;
    let mut reviewer = world.at_work(PostKind::Reviewer).await;
    let record = format!("/desk/registers/publication/{id}");
    let page = reviewer.get(&record).await;
    page.says(&["预算", "内部备注"]);
    page.hides(&["/edit\"", "/strike\""]);
    for address in
        [format!("{record}/edit"), format!("{record}/strike"), "/desk/registers/publication/new".to_owned()]
    {
        assert_eq!(reviewer.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(
            reviewer.post(&address, &[("reason", "x")]).await.status,
            StatusCode::FORBIDDEN,
            "{address}"
        );
    }
}

#[tokio::test]
async fn the_records_of_another_organ_do_not_exist_here() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [("title", "邻乡的"), ("content_kind", "news")];
    let id: RecordId = world.add_to(&world.neighbour, Register::Publication, &texts).await;
    for address in ["", "/edit", "/strike"] {
        let page = clerk.get(&format!("/desk/registers/publication/{id}{address}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
    clerk.get("/desk/registers/publication").await.hides(&["邻乡的"]);
}

#[tokio::test]
async fn a_register_goes_out_as_a_file_with_the_filter_and_the_ledger_remembers() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    world.publish("预算", &[("source_no", "P-1")]).await;
    world.publish("动态", &[("source_no", "P-2"), ("content_kind", "news"), ("category", "")]).await;
    let file = clerk.get("/desk/registers/publication/export.xlsx?content_kind=news").await;
    file.says(&["来源编号", "P-2"]);
    file.hides(&["P-1"]);
    assert!(file.header("content-disposition").contains("filename*=UTF-8''"));
    let mut read = world.store.read().await.unwrap();
    let latest = read.latest_events(&world.organ, 1).await.unwrap();
    assert_eq!(latest[0].kind, store::EventKind::RegisterExported);
    let file = clerk.get("/desk/registers/publication/export.pdf?content_kind=news").await;
    file.says(&["示例镇人民政府|内容性质：工作动态|2021-01-05", "P-2"]);
    assert_eq!(file.header("content-type"), "application/pdf");
    let page = clerk.get("/desk/registers/publication?content_kind=news").await;
    page.says(&[
        "export.xlsx?content_kind=news",
        "export.pdf?content_kind=news",
        "文档（DOCX）：请安装示例软件。",
    ]);
    page.hides(&["export.docx"]);
    assert_eq!(clerk.get("/desk/registers/dispute/export.exe").await.status, StatusCode::NOT_FOUND);
    clerk.get("/desk/registers/dispute/template.xlsx").await.says(&["来源编号", "案号"]);
    assert_eq!(clerk.get("/desk/registers/person/template.xlsx").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn markup_in_a_record_stays_text() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let id = world.publish("<script>alert(1)</script>", &[("body", "<img src=x>")]).await;
    for address in ["/desk/registers/publication".to_owned(), format!("/desk/registers/publication/{id}")] {
        clerk.get(&address).await.hides(&["<script>alert", "<img src=x>"]);
    }
    let row =
        world.store.read().await.unwrap().record(&world.organ, Register::Publication, &id).await.unwrap();
    assert_eq!(row.value("title"), &Value::Text("<script>alert(1)</script>".to_owned()));
}

#[tokio::test]
async fn a_publication_tells_what_citizens_see_of_it_and_leads_there() {
    let world = World::new().await;
    let shown = world.publish("公开的文件", &[]).await;
    let board = world.publish("村里的名单", &[("channels", "board"), ("body", "名单")]).await;
    let draft = world.publish("还没有发的", &[("first_released_on", ""), ("channels", "")]).await;
    let tomorrow = world.publish("明天发的", &[("first_released_on", "2021-01-06")]).await;
    let news = world.publish("动态", &[("content_kind", "news"), ("category", "")]).await;
    let gone = world.publish("撤下的", &[("withdrawn_on", "2020-12-01"), ("withdrawn_reason", "有误")]).await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for (id, words) in [
        (&shown, "公众在公开栏目能看到。要撤下的"),
        (&board, "概述和正文不上网"),
        (&draft, "还没有公开"),
        (&tomorrow, "2021年1月6日起公众在公开栏目能看到"),
        (&news, "只列法定主动公开的信息"),
        (&gone, "2020年12月1日撤下"),
    ] {
        clerk.get(&format!("/desk/registers/publication/{id}")).await.says(&[words]);
    }
    let page = clerk.get(&format!("/desk/registers/publication/{shown}")).await;
    let public = format!("/shilizhen/d/{shown}");
    assert!(page.links().contains(&public), "{:?}", page.links());
    world.visitor().get(&public).await.says(&["公开的文件"]);
}
