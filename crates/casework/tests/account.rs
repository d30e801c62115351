//! Accounts: who may come in, and when that ends.

use casework::{
    Error, PostKind,
    account::{
        NewAccount, Trace, add_account, change_password, disable_account, note_refusal, reset_password,
        sign_in, sign_out, signed_in, trace_of,
    },
    password::PasswordFault,
};
use jiff::{SignedDuration, Timestamp};
use store::testing::engines;
use store::{EventKind, OrganId, Subject};

use crate::world::{World, new_id};

const PASSWORD: &str = "Correct-horse-1";

async fn with_clerk(engine: store::Engine) -> World {
    let world = World::on(engine, "2026-11-23").await;
    let account = NewAccount {
        login: "clerk".to_owned(),
        name: "演示经办".to_owned(),
        password: PASSWORD.to_owned(),
        kind: PostKind::Clerk,
        unit_id: None,
    };
    add_account(&world.store, &world.organ, &world.act(), account, &new_id).await.unwrap();
    world
}

async fn come_in(world: &World, password: &str, now: Timestamp) -> casework::Result<String> {
    let secrets = (new_id(), new_id());
    sign_in(&world.store, now, ("clerk", password.to_owned()), secrets).await.map(|opened| opened.token)
}

async fn is_in(world: &World, token: &str, now: Timestamp) -> bool {
    signed_in(&world.store, now, token).await.unwrap().is_some()
}

#[tokio::test]
async fn a_clerk_signs_in_and_sits_at_the_clerks_post() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let token = come_in(&world, PASSWORD, world.now).await.unwrap();
        let person = signed_in(&world.store, world.now, &token).await.unwrap().unwrap();
        assert_eq!((person.seat.kind, person.seat.organ_id.clone()), (PostKind::Clerk, world.organ.clone()));
        assert_eq!(person.act(world.now).person.as_ref(), Some(&person.session.person_id));
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_get_the_same_answer() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let wrong = come_in(&world, "Wrong-horse-11", world.now).await.unwrap_err().to_string();
        let secrets = (new_id(), new_id());
        let unknown = sign_in(&world.store, world.now, ("nobody", PASSWORD.to_owned()), secrets).await;
        assert_eq!(wrong, unknown.unwrap_err().to_string());
    }
}

#[tokio::test]
async fn who_came_who_left_and_who_was_turned_away_stays_in_the_ledger() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let token = come_in(&world, PASSWORD, world.now).await.unwrap();
        let person = signed_in(&world.store, world.now, &token).await.unwrap().unwrap();
        sign_out(&world.store, world.now, &person).await.unwrap();
        for login in ["clerk", "clerk", "nobody"] {
            note_refusal(&world.store, world.now, login).await.unwrap();
        }
        let id = person.session.person_id;
        let mut read = world.store.read().await.unwrap();
        let trace = trace_of(&mut read, &id).await.unwrap();
        assert_eq!(trace, Trace { signed_in: Some(world.now), refused_since: 2 });
        let events = read.events_of(&OrganId::system(), &Subject::person(&id)).await.unwrap();
        let kinds: Vec<EventKind> = events.iter().map(|event| event.kind).collect();
        let refused = EventKind::SignInRefused;
        let last = [EventKind::SignedIn, EventKind::SignedOut, refused, refused];
        assert!(kinds.ends_with(&last), "{kinds:?}");
    }
}

#[tokio::test]
async fn a_session_ends_at_logout_disabling_and_change_of_password() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let now = world.now;
        let token = come_in(&world, PASSWORD, now).await.unwrap();
        let person = signed_in(&world.store, now, &token).await.unwrap().unwrap();
        sign_out(&world.store, now, &person).await.unwrap();
        assert!(!is_in(&world, &token, now).await, "after logout");

        let (here, there) =
            (come_in(&world, PASSWORD, now).await.unwrap(), come_in(&world, PASSWORD, now).await.unwrap());
        let person = signed_in(&world.store, now, &here).await.unwrap().unwrap();
        let change = (PASSWORD.to_owned(), "Another-horse-2".to_owned());
        change_password(&world.store, &person, &person.act(now), change, new_id()).await.unwrap();
        assert!(
            !is_in(&world, &here, now).await && !is_in(&world, &there, now).await,
            "after a change of password"
        );

        let token = come_in(&world, "Another-horse-2", now).await.unwrap();
        reset_password(&world.store, &world.act(), "clerk", "Third-horse-33".to_owned(), new_id())
            .await
            .unwrap();
        assert!(!is_in(&world, &token, now).await, "after a reset");

        let token = come_in(&world, "Third-horse-33", now).await.unwrap();
        disable_account(&world.store, &world.act(), "clerk").await.unwrap();
        assert!(!is_in(&world, &token, now).await, "after disabling");
        assert!(come_in(&world, "Third-horse-33", now).await.is_err(), "a disabled account cannot come in");
    }
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_after_twelve_hours_in_any_case() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let after = |minutes: i64| world.now + SignedDuration::from_mins(minutes);
        let token = come_in(&world, PASSWORD, world.now).await.unwrap();
        assert!(!is_in(&world, &token, after(31)).await, "half an hour unused");
        let token = come_in(&world, PASSWORD, world.now).await.unwrap();
        for minutes in (20..12 * 60).step_by(20) {
            assert!(is_in(&world, &token, after(minutes)).await, "{minutes} minutes, in use");
        }
        assert!(!is_in(&world, &token, after(12 * 60)).await, "twelve hours");
    }
}

#[tokio::test]
async fn weak_passwords_strange_logins_and_wrong_old_passwords_are_refused_in_words() {
    for engine in engines() {
        let world = with_clerk(engine).await;
        let account = |login: &str, password: &str| NewAccount {
            login: login.to_owned(),
            name: "某人".to_owned(),
            password: password.to_owned(),
            kind: PostKind::Approver,
            unit_id: None,
        };
        let add = async |login: &str, password: &str| {
            add_account(&world.store, &world.organ, &world.act(), account(login, password), &new_id).await
        };
        assert!(matches!(add("b", "short").await, Err(Error::Password(PasswordFault::TooShort))));
        assert!(matches!(add("有 空格", PASSWORD).await, Err(Error::Invalid(_))));
        assert!(matches!(add("clerk", PASSWORD).await, Err(Error::Store(store::Error::Conflict(_)))));
        let token = come_in(&world, PASSWORD, world.now).await.unwrap();
        let person = signed_in(&world.store, world.now, &token).await.unwrap().unwrap();
        let change = ("Wrong-horse-11".to_owned(), "Another-horse-2".to_owned());
        let refused = change_password(&world.store, &person, &world.act(), change, new_id()).await;
        assert!(matches!(refused, Err(Error::Invalid(faults)) if faults[0].field == "old"));
    }
}
