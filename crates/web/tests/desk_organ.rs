//! 设置: units, what the organ says about itself, the day of its report, posts taken and given up.

use axum::http::StatusCode;
use casework::PostKind;
use law::register::Register;

use crate::browser::Browser;
use crate::world::{PASSWORD, World};

const NEW_PASSWORD: &str = "Another-2021";

/// The first link of the page whose address ends so.
fn link(links: &[String], end: &str) -> String {
    links.iter().find(|link| link.ends_with(end)).unwrap().clone()
}

async fn village(admin: &mut Browser, name: &str) {
    admin.get("/desk/units/new").await;
    let fields = [("name", name), ("kind", "village"), ("code", "")];
    assert_eq!(admin.post("/desk/units/new", &fields).await.leads_to(), "/desk/units?done=added");
}

#[tokio::test]
async fn only_an_administrator_keeps_units_and_settings() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for page in
        ["/desk/units", "/desk/units/new", "/desk/organ", "/desk/organ/portal", "/desk/organ/report-day"]
    {
        assert_eq!(clerk.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
}

#[tokio::test]
async fn a_village_is_entered_declares_is_renamed_in_vain_closed_and_opened_again() {
    for engine in store::testing::engines() {
        village_story(World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn village_story(world: World) {
    let mut admin = world.at_work(PostKind::Administrator).await;
    admin.get("/desk/units").await.says(&["还没有单位", "新建单位"]);
    let empty = admin.post("/desk/units/new", &[("name", "河西村"), ("kind", "")]).await;
    empty
        .says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请选择类别", "href=\"#f-kind\"", "value=\"河西村\""]);
    village(&mut admin, "河西村").await;
    let again = admin.post("/desk/units/new", &[("name", "河西村"), ("kind", "village")]).await;
    again.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["已经用了“河西村”"]);
    let page = admin.get("/desk/units").await;
    page.says(&["河西村", "空缺", "村（社区） <small class=\"soft\">1 个"]);

    let hire = page.links().into_iter().find(|link| link.contains("kind=submitter")).unwrap();
    admin.get(&hire.replace("&#38;", "&")).await.says(&["河西村</option>", "submitter\" selected"]);
    let unit = link(&page.links(), "/close").trim_end_matches("/close").to_owned();
    let id = unit.rsplit('/').next().unwrap().to_owned();
    let fields = [
        ("login", "cun"),
        ("name", "李村"),
        ("kind", "submitter"),
        ("unit", &id),
        ("password", NEW_PASSWORD),
        ("again", NEW_PASSWORD),
    ];
    let person = admin.post("/desk/people/new", &fields).await.leads_to().replace("?done=added", "");
    admin.get("/desk/units").await.says(&["李村"]);

    let close = format!("{unit}/close");
    admin.get(&close).await.says(&["停用“河西村”？"]);
    let silent = admin.post(&close, &[("reason", "")]).await;
    silent.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明停用的原因"]);
    let refused = admin.post(&close, &[("reason", "合并")]).await;
    refused.says_with(StatusCode::CONFLICT, &["李村还在替“河西村”报送数据", "合并"]);
    let end = link(&admin.get(&person).await.links(), "/end");
    admin.get(&end).await.says(&["免去李村的报送岗（河西村）？"]);
    admin
        .post(&end, &[("reason", "")])
        .await
        .says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明免去的原因"]);
    let done = admin.post(&end, &[("reason", "村合并")]).await;
    let page = admin.get(done.leads_to()).await;
    page.says(&["已免去", "2021-01-05 至 2021-01-05"]);
    assert_eq!(admin.get(&end).await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.post(&close, &[("reason", "合并")]).await.leads_to(), "/desk/units?done=closed");
    admin.get("/desk/units?done=closed").await.says(&["单位已停用", "已停用 <small class=\"soft\">1 个"]);
    admin.get(&format!("{unit}/reopen")).await.says(&["恢复“河西村”？"]);
    let opened = admin.post(&format!("{unit}/reopen"), &[]).await;
    assert_eq!(opened.leads_to(), "/desk/units?done=reopened");

    admin.get(&unit).await.says(&["修改单位：河西村", "value=\"河西村\""]);
    let renamed = admin.post(&unit, &[("name", "河西社区"), ("kind", "village")]).await;
    assert_eq!(renamed.leads_to(), "/desk/units?done=changed");
    admin.get("/desk/units").await.says(&["河西社区"]);
    assert_eq!(admin.get("/desk/units/nobody").await.status, StatusCode::NOT_FOUND);
}

/// The settings of a column as a form sends them.
const COLUMN: [(&str, &str); 9] = [
    ("slug", "shilizhen"),
    ("short_name", "示例镇"),
    ("address", "示例县示例路2号"),
    ("postcode", "756000"),
    ("phone", "0954-2061234"),
    ("hours", "工作日 8:30—12:00"),
    ("email", "xxgk@example.gov.cn"),
    ("office", "示例镇党政办公室"),
    ("supervisor", "示例县政府办公室"),
];

fn but(name: &'static str, text: &'static str) -> Vec<(&'static str, &'static str)> {
    COLUMN.into_iter().map(|pair| if pair.0 == name { (name, text) } else { pair }).collect()
}

#[tokio::test]
async fn what_citizens_read_about_the_organ_is_changed_at_the_desk() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    admin.get("/desk/organ").await.says(&[
        "示例镇人民政府",
        "0000-1234567",
        "还没有填写：电子邮箱、公开工作机构",
    ]);
    admin.get("/desk/organ/portal").await.says(&["value=\"shilizhen\"", "value=\"0000-1234567\""]);
    let wrong = admin.post("/desk/organ/portal", &but("phone", "没有电话")).await;
    wrong.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["电话里没有数字", "value=\"没有电话\"", "示例路2号"]);
    let taken = admin.post("/desk/organ/portal", &but("slug", "shifanxiang")).await;
    taken.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["别的机关正在用", "href=\"#f-slug\""]);
    let done = admin.post("/desk/organ/portal", &COLUMN).await;
    let page = admin.get(done.leads_to()).await;
    page.says(&["公开栏目的设置已保存"]);
    page.hides(&["还没有填写"]);
    world.visitor().get("/shilizhen/guide").await.says(&[
        "示例县示例路2号",
        "0954-2061234",
        "xxgk@example.gov.cn",
    ]);
}

#[tokio::test]
async fn an_old_address_leads_to_the_same_page_of_the_new_one() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    admin.get("/desk/organ/portal").await;
    admin.post("/desk/organ/portal", &but("slug", "shili")).await;
    let mut visitor = world.visitor();
    let moved = visitor.get("/shilizhen/c/20-07/?year=2020").await;
    assert_eq!(
        (moved.status, moved.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/shili/c/20-07/?year=2020")
    );
    visitor.get("/shili/guide").await.says(&["政府信息公开指南"]);
    assert_eq!(visitor.get("/nobody/guide").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_column_that_is_closed_is_not_found() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    admin.get("/desk/organ/portal").await;
    let mut fields = COLUMN.to_vec();
    fields.push(("hidden", "yes"));
    admin.post("/desk/organ/portal", &fields).await;
    admin.get("/desk/organ").await.says(&["没有开设"]);
    assert_eq!(world.visitor().get("/shilizhen/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_day_of_the_countys_notice_stands_where_the_end_of_january_stood() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/").await.says(&["2021-01-31"]);
    admin.get("/desk/organ").await.says(&["没有填写，暂按次年 1 月 31 日以前公布"]);
    admin.get("/desk/organ/report-day").await.says(&["次年哪一天以前公布"]);
    for (bad, words) in
        [("下旬", "请写成“1 月 28 日”"), ("4月1日", "1 月 1 日到 3 月 31 日"), ("2-30", "1 月 1 日到")]
    {
        let page = admin.post("/desk/organ/report-day", &[("report_day", bad)]).await;
        page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &[words, &format!("value=\"{bad}\"")]);
    }
    let done = admin.post("/desk/organ/report-day", &[("report_day", "1月28日")]).await;
    admin
        .get(done.leads_to())
        .await
        .says(&["公布日期已保存", "次年 1 月 28 日以前公布，是本机关按县级通知填的"]);
    admin.get("/desk/organ/report-day").await.says(&["value=\"1 月 28 日\""]);
    clerk.get("/desk/").await.says(&["2021-01-28"]);
    world.visitor().get("/shilizhen/annual/").await.says(&["2020 年度报告将于 2021年1月28日 前公布"]);
    admin.post("/desk/organ/report-day", &[("report_day", "")]).await;
    clerk.get("/desk/").await.says(&["2021-01-31"]);
}

#[tokio::test]
async fn a_disabled_account_is_taken_into_use_again_with_another_password() {
    let world = World::new().await;
    world.employ(&world.organ, "li.ming", PostKind::Clerk).await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let text = admin.get("/desk/people").await.text();
    let (before, _) = text.split_once("\">li.ming</a>").unwrap();
    let person = before.rsplit("href=\"").next().unwrap().to_owned();

    let appoint = format!("{person}/posts/new");
    admin.get(&appoint).await.says(&["再任一个岗位", "经办岗"]);
    admin.post(&appoint, &[("kind", "")]).await.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请选择岗位"]);
    let twice = admin.post(&appoint, &[("kind", "clerk")]).await;
    twice.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["已经在这个岗位上了", "href=\"#f-kind\""]);
    let done = admin.post(&appoint, &[("kind", "reviewer")]).await;
    admin.get(done.leads_to()).await.says(&["已任新的岗位", "初审岗"]);

    let enable = format!("{person}/enable");
    let early =
        admin.post(&enable, &[("kind", "clerk"), ("password", NEW_PASSWORD), ("again", NEW_PASSWORD)]).await;
    early.says_with(StatusCode::CONFLICT, &["没有停用，不用恢复"]);
    admin.post(&format!("{person}/disable"), &[("reason", "借调")]).await;
    let page = admin.get(&person).await;
    page.says(&["恢复账号"]);
    page.hides(&["/end\""]);
    admin.get(&enable).await.says(&["恢复演示经办岗的账号？", "初始密码"]);
    let bare = admin.post(&enable, &[("kind", ""), ("password", "a"), ("again", "b")]).await;
    bare.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请选择岗位", "两次填写的密码不一样"]);
    let weak = admin.post(&enable, &[("kind", "clerk"), ("password", "a"), ("again", "a")]).await;
    weak.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["密码至少要 10 个字符"]);
    let done =
        admin.post(&enable, &[("kind", "clerk"), ("password", NEW_PASSWORD), ("again", NEW_PASSWORD)]).await;
    admin.get(done.leads_to()).await.says(&["账号已恢复", "经办岗，2021-01-05 至今"]);
    world.visitor().sign_in("li.ming", NEW_PASSWORD).await;
    world.visitor().get("/desk/sign-in").await;
    let mut old = world.visitor();
    old.get("/desk/sign-in").await;
    let page = old.post("/desk/sign-in", &[("login", "li.ming"), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_filter_that_cannot_be_read_is_told_of_and_kept() {
    let world = World::new().await;
    world.publish("公开的文件", &[]).await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let list = format!("/desk/registers/{}", Register::Publication.key());
    let page = clerk.get(&format!("{list}?year=abc&content_kind=nonsense&words=%E6%96%87%E4%BB%B6")).await;
    page.says(&[
        "年度“abc”认不出来，没有按它筛选。请写四位数的年份，如 2025。",
        "认不出：abc",
        "认不出：nonsense",
        "公开的文件",
        "清除条件",
    ]);
    let links = page.links();
    assert!(!links.iter().any(|link| link.contains("abc") && link.contains("export")), "{links:?}");
    clerk.get(&format!("{list}?year=1999")).await.says(&["1999 年（0 条）", "没有符合条件的记录"]);
    clerk.get("/desk/?month=13").await.says(&["没有“13”这个月份"]);
    clerk.get(&format!("{list}?year=2021")).await.hides(&["认不出"]);
}
