//! Coming in and going out.

use axum::http::StatusCode;
use casework::PostKind;
use casework::account::trace_of;

use crate::world::{PASSWORD, World, behind_the_county};

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    let mut visitor = world.visitor();
    let page = visitor.get("/desk/account?a=1&b=2").await;
    assert_eq!(page.leads_to(), "/desk/sign-in?next=/desk/account%3Fa%3D1%26b%3D2");
    let form = visitor.get(page.leads_to()).await;
    form.says(&["登录名", "value=\"/desk/account?a=1&#38;b=2\""]);
    let fields = [("login", "clerk"), ("password", PASSWORD), ("next", "/desk/account?a=1&b=2")];
    let page = visitor.post("/desk/sign-in", &fields).await;
    assert_eq!(page.leads_to(), "/desk/account?a=1&b=2");
    visitor.get("/desk/account").await.says(&["演示经办岗", "示例镇人民政府"]);
}

#[tokio::test]
async fn nobody_is_led_away_from_the_desk_after_signing_in() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    for next in
        ["https://evil.example/", "//evil.example", "/\\evil.example", "/desk/../x y", "/shilizhen/", ""]
    {
        let mut visitor = world.visitor();
        visitor.get("/desk/sign-in").await;
        let fields = [("login", "clerk"), ("password", PASSWORD), ("next", next)];
        assert_eq!(visitor.post("/desk/sign-in", &fields).await.leads_to(), "/desk/", "{next}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_get_the_same_answer() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    let mut visitor = world.visitor();
    for login in ["clerk", "nobody"] {
        visitor.get("/desk/sign-in").await;
        let page = visitor.post("/desk/sign-in", &[("login", login), ("password", "wrong-Wrong-1")]).await;
        let words = ["有误：登录", "登录名或密码不对", &format!("value=\"{login}\"")];
        page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &words);
        page.hides(&["wrong-Wrong-1"]);
    }
    let page = visitor.post("/desk/sign-in", &[("login", ""), ("password", "")]).await;
    page.says_with(StatusCode::FORBIDDEN, &["再登录一次"]);
}

#[tokio::test]
async fn a_refused_sign_in_is_written_down_behind_the_answer() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    let mut visitor = world.visitor();
    visitor.get("/desk/sign-in").await;
    visitor.post("/desk/sign-in", &[("login", "clerk"), ("password", "wrong-Wrong-1")]).await;
    let noted = async {
        let mut read = world.store.read().await.unwrap();
        let person = read.person_by_login("clerk").await.unwrap().unwrap().id;
        drop(read);
        // Each look lets the writer run.
        while trace_of(&mut world.store.read().await.unwrap(), &person).await.unwrap().refused_since == 0 {}
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), noted).await.unwrap();
}

#[tokio::test]
async fn a_form_without_the_token_of_this_browser_does_not_sign_in() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    let fields = [("login", "clerk"), ("password", PASSWORD)];
    let mut visitor = world.visitor();
    let page = visitor.post_as_is("/desk/sign-in", &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    visitor.get("/desk/sign-in").await;
    let page = visitor.post_as_is("/desk/sign-in", &[fields[0], fields[1], ("token", "guess")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!visitor.cookies.contains_key("gongkai"));
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let mut copy = clerk.clone();
    let page = clerk.post("/desk/sign-out", &[]).await;
    assert_eq!(page.leads_to(), "/desk/sign-in");
    assert!(!clerk.cookies.contains_key("gongkai"));
    assert!(copy.get("/desk/").await.leads_to().starts_with("/desk/sign-in"));
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_when_the_account_is_disabled() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for _ in 0..3 {
        world.wait_minutes(20);
        clerk.get("/desk/").await.says(&["今天"]);
    }
    world.wait_minutes(31);
    assert!(clerk.get("/desk/").await.leads_to().starts_with("/desk/sign-in"));
    clerk.sign_in("clerk", PASSWORD).await;
    casework::account::disable_account(&world.store, &world.act(), "clerk").await.unwrap();
    assert!(clerk.get("/desk/").await.leads_to().starts_with("/desk/sign-in"));
}

#[tokio::test]
async fn changing_the_password_ends_every_session() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let mut elsewhere = world.visitor();
    elsewhere.sign_in("clerk", PASSWORD).await;
    clerk.get("/desk/account/password").await.says(&["新密码", "至少 10 个字符"]);
    let wrong = [("old", PASSWORD), ("new", "Another-2021"), ("again", "Another-2022")];
    let page = clerk.post("/desk/account/password", &wrong).await;
    page.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["有误：", "两次填写的新密码不一样", "href=\"#f-again\"", "id=\"f-again\""],
    );
    let weak = [("old", PASSWORD), ("new", "short"), ("again", "short")];
    let page = clerk.post("/desk/account/password", &weak).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["密码至少要 10 个字符", "href=\"#f-new\""]);
    let good = [("old", PASSWORD), ("new", "Another-2021"), ("again", "Another-2021")];
    assert_eq!(clerk.post("/desk/account/password", &good).await.leads_to(), "/desk/sign-in");
    for browser in [&mut clerk, &mut elsewhere] {
        assert!(browser.get("/desk/").await.leads_to().starts_with("/desk/sign-in"));
    }
    clerk.sign_in("clerk", "Another-2021").await;
}

#[tokio::test]
async fn behind_encryption_the_session_cookie_cannot_leave_it() {
    let world = World::with(store::Engine::Sqlite, behind_the_county()).await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    let mut visitor = world.visitor();
    let page = visitor.get("/desk/sign-in").await;
    assert!(page.header("strict-transport-security").starts_with("max-age="));
    let page = visitor.post("/desk/sign-in", &[("login", "clerk"), ("password", PASSWORD)]).await;
    let cookie = page.headers.get_all("set-cookie").iter().next().unwrap().to_str().unwrap();
    assert!(cookie.starts_with("__Host-gongkai="), "{cookie}");
    for promise in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(promise), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn whoever_guesses_waits_and_the_right_password_after_the_wait_still_fits() {
    let world = World::new().await;
    world.employ(&world.organ, "clerk", PostKind::Clerk).await;
    for login in ["clerk", "nobody"] {
        let mut visitor = world.visitor();
        let wrong = [("login", login), ("password", "wrong-Wrong-1")];
        for _ in 0..5 {
            visitor.get("/desk/sign-in").await;
            assert_eq!(visitor.post("/desk/sign-in", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        visitor.get("/desk/sign-in").await;
        let page = visitor.post("/desk/sign-in", &[("login", login), ("password", PASSWORD)]).await;
        page.says_with(
            StatusCode::TOO_MANY_REQUESTS,
            &["连续输错多次，请过 30 秒再试", &format!("value=\"{login}\"")],
        );
    }
    world.wait_minutes(1);
    world.visitor().sign_in("clerk", PASSWORD).await;
}
