//! The desk's own pages: today, the explanation of a deadline, the account.

use axum::http::StatusCode;
use casework::PostKind;
use casework::account::{Appointment, appoint_colleague};
use law::register::Register;

use crate::browser::value;
use crate::world::{World, new_id};

#[tokio::test]
async fn today_lists_what_is_due_the_most_pressing_first() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/").await.says(&["今天没有到期事项", "2021年1月5日　星期二"]);
    let request =
        |subject, received| [("subject", subject), ("applicant_kind", "nat"), ("received_on", received)];
    world.add(Register::AccessRequest, &request("征地补偿方案", "2020-12-07")).await;
    world.add(Register::AccessRequest, &request("早就该答复的", "2020-11-02")).await;
    world.add(Register::AccessRequest, &request("还早的", "2021-01-04")).await;
    let page = clerk.get("/desk/").await;
    page.says(&["今天要办 2 件", "答复申请：征地补偿方案", "今天到期", "就是今天", "已超期", "还剩"]);
    let text = page.text();
    let order = ["早就该答复的", "征地补偿方案", "还早的"].map(|title| text.find(title).unwrap());
    assert!(order.is_sorted(), "{order:?}");
}

#[tokio::test]
async fn a_deadline_explains_every_day_it_counted() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [("subject", "征地补偿方案"), ("applicant_kind", "nat"), ("received_on", "2020-12-28")];
    let id = world.add(Register::AccessRequest, &texts).await;
    let page = clerk.get("/desk/").await;
    let why = format!("/desk/registers/access_request/{id}#clock");
    assert!(page.links().contains(&why), "{:?}", page.links());
    let page = clerk.get(why.trim_end_matches("#clock")).await;
    page.says(&["id=\"clock\"", "2021-01-26", "从 2020-12-28 起算", "《政府信息公开条例》第三十三条第二款"]);
    page.says(&["元旦", "不计", "第 20 日", "逐日"]);
}

#[tokio::test]
async fn a_missing_calendar_year_is_said_first_and_no_day_is_guessed() {
    let world = World::new().await;
    world.go_to("2026-12-21");
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let request =
        |subject, received| [("subject", subject), ("applicant_kind", "nat"), ("received_on", received)];
    world.add(Register::AccessRequest, &request("跨年的申请", "2026-12-14")).await;
    world.add(Register::AccessRequest, &request("今年的申请", "2026-12-01")).await;
    let page = clerk.get("/desk/").await;
    page.says(&["2027 年放假安排没有导入，1 件的期限无法计算", "期限待定"]);
    page.hides(&["2027-01-"]);
    let text = page.text();
    assert!(text.find("跨年的申请") < text.find("今年的申请"));
    let why = page.links().into_iter().find(|link| link.ends_with("#clock")).unwrap();
    clerk.get(why.trim_end_matches("#clock")).await.says(&["还没有2027年"]);
}

#[tokio::test]
async fn whoever_holds_two_posts_changes_between_them() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/account").await.says(&["演示经办岗", "示例镇人民政府　经办岗（现在）"]);
    let forged = clerk.post("/desk/account/seat", &[("organ", "model-town"), ("post", "none")]).await;
    forged.says_with(StatusCode::CONFLICT, &["您现在不在这个岗位上"]);

    let person = world.store.read().await.unwrap().person_by_login("clerk").await.unwrap().unwrap().id;
    let new = Appointment { kind: PostKind::Approver, unit_id: None };
    appoint_colleague(&world.store, &world.organ, &world.act(), (&person, new), &new_id).await.unwrap();
    let page = clerk.get("/desk/account").await;
    let (organ, post) = (value(&page.text(), "organ"), value(&page.text(), "post"));
    // Another window of the same browser holds a form of the first post.
    let mut other = clerk.clone();
    other.get("/desk/account").await;
    clerk.post("/desk/account/seat", &[("organ", &organ), ("post", &post)]).await;
    clerk.get("/desk/account").await.says(&["审定岗（现在）"]);
    let late = other.post("/desk/account/seat", &[("organ", &organ), ("post", &post)]).await;
    late.says_with(StatusCode::FORBIDDEN, &["表单已经失效", "岗位已经换过"]);
}

#[tokio::test]
async fn the_month_shows_what_falls_due_on_which_day_and_which_days_are_worked() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let texts = [("subject", "征地补偿方案"), ("applicant_kind", "nat"), ("received_on", "2020-12-28")];
    world.add(Register::AccessRequest, &texts).await;
    let page = clerk.get("/desk/").await;
    page.says(&[
        "2021年1月的期限",
        "元旦",
        "26日 答复 1 件",
        "id=\"d-2021-01-26\"",
        "href=\"#d-2021-01-26\"",
    ]);
    let february = clerk.get("/desk/?month=2021-02").await;
    february.says(&["2021年2月的期限", "春节", "调休上班", "回到本月", "2021年3月"]);
    clerk.get("/desk/?month=2027-01").await.says(&["没有导入"]);
    for nonsense in ["2021-13", "x", "9999-12", "-9999-01", "2021-02-01"] {
        let page = clerk.get(&format!("/desk/?month={nonsense}")).await;
        assert_eq!(page.status, StatusCode::OK, "{nonsense}");
    }
}
