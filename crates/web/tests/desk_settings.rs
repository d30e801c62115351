//! 设置: the administrator's pages, people and holiday arrangements, told by actors against the real router.

use axum::http::StatusCode;
use casework::PostKind;
use law::register::Register;

use crate::browser::{Browser, Page};
use crate::world::{PASSWORD, World};

const NEW_PASSWORD: &str = "Another-2021";

/// The person with that login, as the list links to them.
async fn address(admin: &mut Browser, login: &str) -> String {
    let text = admin.get("/desk/people").await.text();
    let (before, _) = text.split_once(&format!("\">{login}</a>")).unwrap();
    before.rsplit("href=\"").next().unwrap().to_owned()
}

async fn hire(admin: &mut Browser, fields: &[(&str, &str)]) -> Page {
    admin.get("/desk/people/new").await;
    let mut all = vec![("name", "李明"), ("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
    all.retain(|(known, _)| fields.iter().all(|(key, _)| key != known));
    all.extend(fields);
    admin.post("/desk/people/new", &all).await
}

#[tokio::test]
async fn only_an_administrator_sees_the_settings() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/").await.hides(&["设置"]);
    for page in ["/desk/people", "/desk/people/new", "/desk/calendar", "/desk/calendar/new"] {
        assert_eq!(clerk.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    let mut admin = world.at_work(PostKind::Administrator).await;
    admin.get("/desk/").await.says(&["设置"]);
    let page = admin.get("/desk/people").await;
    page.says(&["经办岗", "演示经办岗", "2021-01-05 起", "clerk", "（您）", "只有一位系统管理员"]);
    assert!(page.links().contains(&"/desk/calendar".to_owned()));
}

#[tokio::test]
async fn a_colleague_is_taken_on_forgets_the_password_and_leaves() {
    for engine in store::testing::engines() {
        colleague_story(World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn colleague_story(world: World) {
    let mut admin = world.at_work(PostKind::Administrator).await;
    let added = hire(&mut admin, &[("login", "li.ming"), ("kind", "clerk")]).await;
    admin.get(added.leads_to()).await.says(&["账号已建好", "李明", "li.ming", "经办岗", "2021-01-05 至今"]);
    let mut clerk = world.visitor();
    clerk.sign_in("li.ming", NEW_PASSWORD).await;

    let person = address(&mut admin, "li.ming").await;
    let reset = format!("{person}/password");
    admin.get(&reset).await.says(&["重置李明的密码？"]);
    let unlike = admin.post(&reset, &[("password", PASSWORD), ("again", "x")]).await;
    unlike.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["两次填写的密码不一样"]);
    let weak = admin.post(&reset, &[("password", "short"), ("again", "short")]).await;
    weak.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["密码至少要 10 个字符", "href=\"#f-password\""]);
    let done = admin.post(&reset, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    admin.get(done.leads_to()).await.says(&["密码已重置"]);
    assert!(clerk.get("/desk/").await.leads_to().starts_with("/desk/sign-in"), "the old session has ended");
    clerk.sign_in("li.ming", PASSWORD).await;

    let disable = format!("{person}/disable");
    admin.get(&disable).await.says(&["停用李明的账号？", "经办岗"]);
    let refused = admin.post(&disable, &[("reason", "")]).await;
    refused.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明停用的原因"]);
    clerk.get("/desk/").await.says(&["今天"]);
    let done = admin.post(&disable, &[("reason", "调离本镇")]).await;
    let page = admin.get(done.leads_to()).await;
    page.says(&["账号已停用", "2021-01-05 至 2021-01-05"]);
    page.hides(&["/disable"]);
    assert!(clerk.get("/desk/").await.leads_to().starts_with("/desk/sign-in"));
    admin.get("/desk/people").await.says(&["已停用", "空缺"]);
    let again = admin.post(&disable, &[("reason", "再来")]).await;
    again.says_with(StatusCode::CONFLICT, &["已经停用", "再来"]);
}

#[tokio::test]
async fn people_of_another_organ_are_not_found() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    world.employ(&world.neighbour, "foreigner", PostKind::Clerk).await;
    let foreigner = world.store.read().await.unwrap().person_by_login("foreigner").await.unwrap().unwrap();
    admin.get("/desk/people").await.hides(&["foreigner"]);
    for id in [foreigner.id.as_str(), "nobody"] {
        let person = format!("/desk/people/{id}");
        for page in ["", "/password", "/disable"] {
            let page = admin.get(&format!("{person}{page}")).await;
            page.says_with(StatusCode::NOT_FOUND, &["没有找到这一页"]);
            page.hides(&["foreigner", "示范乡"]);
        }
        let fields = [("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
        admin.get("/desk/people/new").await;
        assert_eq!(admin.post(&format!("{person}/password"), &fields).await.status, StatusCode::NOT_FOUND);
        let weak = admin.post(&format!("{person}/password"), &[("password", "x"), ("again", "x")]).await;
        assert_eq!(weak.status, StatusCode::NOT_FOUND);
        let unlike = admin.post(&format!("{person}/password"), &[("password", "x"), ("again", "y")]).await;
        assert_eq!(unlike.status, StatusCode::NOT_FOUND);
        for reason in ["", "试试"] {
            let page = admin.post(&format!("{person}/disable"), &[("reason", reason)]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
        }
    }
    world.visitor().sign_in("foreigner", PASSWORD).await;
}

#[tokio::test]
async fn nobody_locks_the_own_account_or_resets_it_here() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let own = address(&mut admin, "administrator").await;
    let page = admin.get(&own).await;
    page.says(&["这是您自己的账号"]);
    page.hides(&["/disable\""]);
    let refused = admin.post(&format!("{own}/disable"), &[("reason", "试试")]).await;
    refused.says_with(StatusCode::CONFLICT, &["不能停用自己的账号"]);
    let fields = [("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
    let refused = admin.post(&format!("{own}/password"), &fields).await;
    refused.says_with(StatusCode::CONFLICT, &["我的账号"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_new_account_stands_beside_its_field() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let empty = hire(&mut admin, &[("name", ""), ("login", ""), ("again", "x")]).await;
    empty.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["有 4 处需要修改", "请填写登录名", "请填写姓名", "请选择岗位", "两次填写的密码不一样"],
    );
    empty.hides(&[NEW_PASSWORD]);
    let taken = hire(&mut admin, &[("login", "administrator"), ("kind", "clerk")]).await;
    taken.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["已经有人用了", "href=\"#f-login\"", "value=\"李明\""],
    );
    let village = hire(&mut admin, &[("login", "cun"), ("kind", "submitter")]).await;
    village.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["代表哪个单位", "href=\"#f-unit\""]);
    let foreign = hire(&mut admin, &[("login", "cun"), ("kind", "submitter"), ("unit", "none")]).await;
    foreign.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["本机关没有这个单位"]);
}

const YEAR: &str = "地区,日期,放假或上班,名称,通知\n\
    CN,2027-01-01,off,元旦,示例通知\nCN,2027-05-01,off,劳动节,示例通知\n\
    CN,2027-10-01,off,国庆节,示例通知\nCN,2027-10-02,off,国庆节,示例通知\n\
    CN,2027-10-03,放假,国庆节,示例通知\n";

async fn paste(admin: &mut Browser, rows: &str, boxes: &[(&str, &str)]) -> Page {
    admin.get("/desk/calendar/new").await;
    let mut fields = vec![("rows", rows)];
    fields.extend(boxes);
    admin.upload("/desk/calendar/new", &fields, ("file", "", b"")).await
}

#[tokio::test]
async fn a_missing_year_is_said_imported_and_in_force_at_once() {
    for engine in store::testing::engines() {
        calendar_story(World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn calendar_story(world: World) {
    world.go_to("2026-12-30");
    let mut admin = world.at_work(PostKind::Administrator).await;
    let request = [
        ("source_no", "YQ-1"),
        ("subject", "（演示）查询预算"),
        ("applicant_kind", "nat"),
        ("received_on", "2026-12-28"),
    ];
    let id = world.add(Register::AccessRequest, &request).await;
    let foreign = [("source_no", "外乡-9"), request[1], request[2], request[3]];
    world.add_to(&world.neighbour, Register::AccessRequest, &foreign).await;
    let page = admin.get("/desk/calendar").await;
    page.says(&["2027 年放假安排未导入，本机关有 1 件的期限因此算不出来", "编号 YQ-1", "随系统提供", "宁夏"]);
    page.says(&["任何一个机关的系统管理员都可以导入"]);
    page.hides(&["外乡-9"]);
    admin.get("/desk/").await.says(&["2027 年放假安排没有导入"]);

    let done = paste(&mut admin, YEAR, &[]).await;
    let href = format!("/desk/registers/access_request/{id}#clock");
    done.says(&[
        "已导入，并已立即生效",
        "全国 2027 年",
        "YQ-1",
        "无法计算",
        "国庆节：10月1日至3日放假",
        &href,
    ]);
    done.says(&["另有 1 个机关的 1 件期限有变动"]);
    done.hides(&["外乡-9"]);

    admin.get("/desk/").await.hides(&["2027 年放假安排没有导入", "期限待定"]);
    let page = admin.get("/desk/calendar").await;
    page.says(&["2026-12-30 10:00 导入", "示例通知"]);
    page.hides(&["2027 年放假安排未导入"]);
    let again = paste(&mut admin, YEAR, &[]).await;
    again.says(&["都已经有了", "没有事项的期限因此变动"]);
}

#[tokio::test]
async fn a_faulty_list_is_refused_whole_and_shown_for_mending() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let faulty = format!("{YEAR}CN,2027-02-30,off,春节,示例通知\n火星,2027-02-01,off,春节,示例通知\n");
    let page = paste(&mut admin, &faulty, &[]).await;
    page.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["有 2 处错误，没有导入任何安排", "第7行", "第8行", "没有地区“火星”", "2027-02-30,off,春节"],
    );
    let file = admin.upload("/desk/calendar/new", &[], ("file", "放假.csv", faulty.as_bytes())).await;
    file.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["第7行", "2027-02-30,off,春节"]);
    let garbled = admin.upload("/desk/calendar/new", &[], ("file", "乱.csv", b"\xff\xfe\x00")).await;
    garbled.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["编码认不出来"]);
    let nothing = paste(&mut admin, "  ", &[]).await;
    nothing.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请选择文件，或者把表格的内容粘贴"]);
    assert!(world.store.read().await.unwrap().notices().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_year_without_its_fixed_holidays_is_taken_only_when_confirmed() {
    let world = World::new().await;
    let mut admin = world.at_work(PostKind::Administrator).await;
    let partial = b"CN,2027-05-01,off,\xe5\x8a\xb3\xe5\x8a\xa8\xe8\x8a\x82,\xe9\x80\x9a\xe7\x9f\xa5\n";
    admin.get("/desk/calendar/new").await;
    let asked = admin.upload("/desk/calendar/new", &[], ("file", "放假.csv", partial)).await;
    asked.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["请先核对，还没有导入", "1月1日（元旦）", "name=\"confirmed\"", "CN,2027-05-01,off,劳动节,通知"],
    );
    assert!(world.store.read().await.unwrap().notices().await.unwrap().is_empty());
    let taken = paste(&mut admin, std::str::from_utf8(partial).unwrap(), &[("confirmed", "yes")]).await;
    taken.says(&["已导入", "1月1日（元旦）"]);
    admin.get("/desk/calendar").await.says(&["调整"]);
}
