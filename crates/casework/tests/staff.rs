//! The people of an organ: what its administrator may do with their accounts, and with nobody else's.

use casework::account::{
    Appointment, NewAccount, add_account, add_colleague, appoint_colleague, choose_seat, colleague,
    disable_account, disable_colleague, enable_account, enable_colleague, relieve_colleague,
    reset_colleague_password, sign_in, signed_in, staff,
};
use casework::{Error, PostKind, Result};
use jiff::{SignedDuration, Timestamp};
use law::calendar::Region;
use store::testing::engines;
use store::{
    Act, NewTenure, Organ, OrganId, OrganKind, PersonId, Post, PostId, TenureId, Unit, UnitId, UnitKind,
};

use crate::world::{World, new_id};

const PASSWORD: &str = "Correct-horse-1";

fn account(login: &str, kind: PostKind) -> NewAccount {
    let (login, name) = (login.to_owned(), format!("演示{login}"));
    NewAccount { login, name, password: PASSWORD.to_owned(), kind, unit_id: None }
}

/// A township with an administrator and a clerk, and another one with an administrator.
struct County {
    world: World,
    neighbour: OrganId,
    admin: PersonId,
    clerk: PersonId,
    foreigner: PersonId,
}

impl County {
    async fn on(engine: store::Engine) -> Self {
        let world = World::on(engine, "2026-11-23").await;
        let neighbour = OrganId::new("model-town");
        let described = Organ {
            id: neighbour.clone(),
            parent_id: None,
            kind: OrganKind::Township,
            name: "示范乡人民政府".to_owned(),
            code: None,
            region: Region::CN,
            portal: serde_json::json!({}),
        };
        let mut write = world.store.begin(&OrganId::system()).await.unwrap();
        write.add_organ(&world.act(), &described, &"1".repeat(64)).await.unwrap();
        write.commit().await.unwrap();
        let add = async |organ: &OrganId, login: &str, kind| {
            add_account(&world.store, organ, &world.act(), account(login, kind), &new_id).await.unwrap()
        };
        let admin = add(&world.organ, "admin", PostKind::Administrator).await;
        let clerk = add(&world.organ, "clerk", PostKind::Clerk).await;
        let foreigner = add(&neighbour, "foreigner", PostKind::Administrator).await;
        Self { world, neighbour, admin, clerk, foreigner }
    }

    /// What the administrator of 示例镇 does.
    fn act(&self) -> Act {
        Act { person: Some(self.admin.clone()), ..self.world.act() }
    }

    async fn disable(&self, act: &Act, id: &PersonId) -> Result<()> {
        disable_colleague(&self.world.store, &self.world.organ, act, id).await
    }

    async fn reset(&self, id: &PersonId, password: &str) -> Result<()> {
        let secrets = (password.to_owned(), new_id());
        reset_colleague_password(&self.world.store, &self.world.organ, &self.act(), id, secrets).await
    }

    async fn can_sign_in(&self, login: &str, password: &str) -> bool {
        let secrets = (new_id(), new_id());
        sign_in(&self.world.store, self.world.now, (login, password.to_owned()), secrets).await.is_ok()
    }

    /// Lets somebody hold a post of that organ.
    async fn appoint(&self, organ: &OrganId, person: &PersonId) {
        let (post, act) = (PostId::new(new_id()), self.world.act());
        let mut write = self.world.store.begin(organ).await.unwrap();
        let new = Post {
            id: post.clone(),
            unit_id: None,
            kind: "clerk".to_owned(),
            name: "经办岗".to_owned(),
            closed: false,
        };
        write.add_post(&act, &new).await.unwrap();
        let tenure = NewTenure {
            id: TenureId::new(new_id()),
            post_id: post,
            person_id: person.clone(),
            from_on: act.on,
            until_on: None,
        };
        write.begin_tenure(&act, &tenure).await.unwrap();
        write.commit().await.unwrap();
    }
}

fn refusal(result: Result<()>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Refused(_)), "{error:?}");
    error.to_string()
}

#[tokio::test]
async fn people_of_other_organs_do_not_exist_here() {
    for engine in engines() {
        let county = County::on(engine).await;
        for id in [&county.foreigner, &PersonId::new("nobody")] {
            assert!(county.disable(&county.act(), id).await.unwrap_err().is_not_found());
            assert!(county.reset(id, "Another-horse-2").await.unwrap_err().is_not_found());
            let mut read = county.world.store.read().await.unwrap();
            let seen = colleague(&mut read, &county.world.organ, id, county.world.today()).await;
            assert!(seen.unwrap_err().is_not_found());
        }
        let mut read = county.world.store.read().await.unwrap();
        let known = staff(&mut read, &county.world.organ, county.world.today()).await.unwrap();
        let logins: Vec<&str> = known.iter().map(|known| known.person.login.as_str()).collect();
        assert_eq!(logins, ["admin", "clerk"]);
        drop(read);
        assert!(county.can_sign_in("foreigner", PASSWORD).await);
    }
}

#[tokio::test]
async fn whoever_has_a_post_elsewhere_too_is_not_taken_over() {
    for engine in engines() {
        let county = County::on(engine).await;
        county.appoint(&county.world.organ, &county.foreigner).await;
        let told = refusal(county.reset(&county.foreigner, "Another-horse-2").await);
        assert!(told.contains("示范乡人民政府"), "{told}");
        refusal(county.disable(&county.act(), &county.foreigner).await);
        assert!(county.can_sign_in("foreigner", PASSWORD).await);
    }
}

#[tokio::test]
async fn a_forgotten_password_is_reset_and_ones_own_is_not() {
    for engine in engines() {
        let county = County::on(engine).await;
        county.reset(&county.clerk, "Another-horse-2").await.unwrap();
        assert!(county.can_sign_in("clerk", "Another-horse-2").await);
        assert!(!county.can_sign_in("clerk", PASSWORD).await);
        let weak = county.reset(&county.clerk, "short").await;
        assert!(matches!(weak, Err(Error::Invalid(faults)) if faults[0].field == "password"));
        assert!(refusal(county.reset(&county.admin, "Another-horse-2").await).contains("我的账号"));
    }
}

#[tokio::test]
async fn a_disabled_colleague_leaves_the_post_to_a_successor() {
    for engine in engines() {
        let county = County::on(engine).await;
        let (store, organ, today) = (&county.world.store, &county.world.organ, county.world.today());
        let act = county.act().because("调离本镇");
        county.disable(&act, &county.clerk).await.unwrap();
        assert!(!county.can_sign_in("clerk", PASSWORD).await);
        assert!(refusal(county.disable(&act, &county.clerk).await).contains("已经停用"));
        assert!(refusal(county.reset(&county.clerk, "Another-horse-2").await).contains("已经停用"));
        let mut read = store.read().await.unwrap();
        let gone = colleague(&mut read, organ, &county.clerk, today).await.unwrap();
        assert!(gone.person.disabled);
        assert_eq!(gone.tenures[0].1.until_on, Some(today));
        drop(read);
        let next = account("successor", PostKind::Clerk);
        let next = add_colleague(store, organ, &county.act(), next, &new_id).await.unwrap();
        let mut read = store.read().await.unwrap();
        let next = colleague(&mut read, organ, &next, today).await.unwrap();
        assert_eq!(next.tenures[0].0.id, gone.tenures[0].0.id, "the same post, with its cases");
        let events = read.latest_events(organ, 20).await.unwrap();
        let why = events.iter().find(|event| event.kind == store::EventKind::PersonDisabled).unwrap();
        assert_eq!(why.reason.as_deref(), Some("调离本镇"));
        assert_eq!(why.person.as_ref(), Some(&county.admin));
    }
}

#[tokio::test]
async fn neither_oneself_nor_the_last_administrator_is_disabled() {
    for engine in engines() {
        let county = County::on(engine).await;
        let system = county.world.act();
        assert!(refusal(county.disable(&county.act(), &county.admin).await).contains("不能停用自己"));
        assert!(refusal(county.disable(&system, &county.admin).await).contains("最后一位系统管理员"));
        let second = account("second", PostKind::Administrator);
        let store = &county.world.store;
        add_colleague(store, &county.world.organ, &county.act(), second, &new_id).await.unwrap();
        disable_account(store, &system, "second").await.unwrap();
        assert!(
            refusal(county.disable(&system, &county.admin).await).contains("最后一位"),
            "disabled ones do not count"
        );
        let third = account("third", PostKind::Administrator);
        add_colleague(store, &county.world.organ, &county.act(), third, &new_id).await.unwrap();
        county.disable(&system, &county.admin).await.unwrap();
    }
}

#[tokio::test]
async fn a_new_colleague_is_checked_field_by_field() {
    for engine in engines() {
        let county = County::on(engine).await;
        let (store, organ) = (&county.world.store, &county.world.organ);
        let unit = async |organ: &OrganId, name: &str| {
            let id = UnitId::new(new_id());
            let mut write = store.begin(organ).await.unwrap();
            let new = Unit {
                id: id.clone(),
                kind: UnitKind::Village,
                name: name.to_owned(),
                code: None,
                closed: false,
            };
            write.add_unit(&county.world.act(), &new).await.unwrap();
            write.commit().await.unwrap();
            id
        };
        let village = unit(organ, "示例村").await;
        let foreign = unit(&county.neighbour, "外乡村").await;
        let add = async |new: NewAccount| match add_colleague(store, organ, &county.act(), new, &new_id).await
        {
            Ok(_) => "added",
            Err(Error::Invalid(faults)) => faults[0].field,
            Err(other) => panic!("{other:?}"),
        };
        let of_unit =
            |login, kind, unit: &UnitId| NewAccount { unit_id: Some(unit.clone()), ..account(login, kind) };
        assert_eq!(add(account("clerk", PostKind::Approver)).await, "login");
        assert_eq!(add(account("有空格", PostKind::Approver)).await, "login");
        assert_eq!(add(NewAccount { name: " ".to_owned(), ..account("a", PostKind::Clerk) }).await, "name");
        let weak = NewAccount { password: "short".to_owned(), ..account("a", PostKind::Clerk) };
        assert_eq!(add(weak).await, "password");
        assert_eq!(add(account("a", PostKind::Submitter)).await, "unit");
        assert_eq!(add(of_unit("a", PostKind::Submitter, &foreign)).await, "unit");
        assert_eq!(add(of_unit("a", PostKind::Clerk, &village)).await, "unit");
        assert_eq!(
            add(of_unit("a", PostKind::Submitter, &village)).await,
            "added",
            "a refused login is free"
        );
    }
}

async fn take(county: &County, id: &PersonId, kind: PostKind) -> Result<()> {
    let (store, organ) = (&county.world.store, &county.world.organ);
    let new = Appointment { kind, unit_id: None };
    appoint_colleague(store, organ, &county.act(), (id, new), &new_id).await
}

async fn lose(county: &County, id: &PersonId, kind: PostKind) -> Result<()> {
    let (world, act) = (&county.world, county.act());
    let known = colleague(&mut world.store.read().await.unwrap(), &world.organ, id, world.today()).await?;
    let term = known.tenures.iter().find(|(post, _)| post.kind == kind.key()).unwrap().1.id.clone();
    relieve_colleague(&world.store, &world.organ, &act, (id, &term)).await
}

#[tokio::test]
async fn a_colleague_takes_one_more_post_and_gives_it_up_again() {
    for engine in engines() {
        let county = County::on(engine).await;
        take(&county, &county.clerk, PostKind::Approver).await.unwrap();
        assert!(matches!(take(&county, &county.clerk, PostKind::Approver).await, Err(Error::Invalid(_))));
        refusal(take(&county, &county.admin, PostKind::Clerk).await);
        assert!(take(&county, &county.foreigner, PostKind::Clerk).await.unwrap_err().is_not_found());
        // Ten minutes before the last day in the post is over, and ten after.
        let store = &county.world.store;
        let [now, tomorrow] = [county.world.today(), county.world.today().tomorrow().unwrap()]
            .map(|day| format!("{day}T00:00:00+08:00").parse::<Timestamp>().unwrap())
            .map(|midnight| midnight + SignedDuration::from_mins(10));
        let now = now + SignedDuration::from_mins(23 * 60 + 40);
        let secrets = (new_id(), new_id());
        let token = sign_in(store, now, ("clerk", PASSWORD.to_owned()), secrets).await.unwrap().token;
        let person = signed_in(store, now, &token).await.unwrap().unwrap();
        let second = person.seats.iter().find(|seat| seat.kind == PostKind::Approver).unwrap();
        choose_seat(store, &person, (&second.organ_id, second.post.id.as_str()), &new_id()).await.unwrap();
        lose(&county, &county.clerk, PostKind::Approver).await.unwrap();
        assert!(signed_in(store, now, &token).await.unwrap().is_some(), "the last day counts");
        assert!(signed_in(store, tomorrow, &token).await.unwrap().is_none(), "no other post takes its place");
        assert!(
            lose(&county, &county.clerk, PostKind::Approver).await.unwrap_err().is_not_found(),
            "it ended"
        );
        assert!(county.can_sign_in("clerk", PASSWORD).await, "the other post is left");
    }
}

#[tokio::test]
async fn the_last_administrators_post_is_not_taken_away_even_by_two_who_relieve_each_other() {
    for engine in engines() {
        let county = County::on(engine).await;
        refusal(lose(&county, &county.admin, PostKind::Administrator).await);
        take(&county, &county.clerk, PostKind::Administrator).await.unwrap();
        lose(&county, &county.clerk, PostKind::Administrator).await.unwrap();
        let by_clerk = Act { person: Some(county.clerk.clone()), ..county.world.act() };
        let world = &county.world;
        let known =
            colleague(&mut world.store.read().await.unwrap(), &world.organ, &county.admin, world.today())
                .await;
        let term = known.unwrap().tenures[0].1.id.clone();
        let refused = relieve_colleague(&world.store, &world.organ, &by_clerk, (&county.admin, &term)).await;
        assert!(refusal(refused).contains("最后一位"));
    }
}

#[tokio::test]
async fn a_disabled_colleague_comes_back_with_a_new_password_in_a_post_from_today() {
    for engine in engines() {
        let county = County::on(engine).await;
        let back = async |id: &PersonId, kind| {
            let secrets = ("Another-horse-2".to_owned(), new_id());
            let new = Appointment { kind, unit_id: None };
            let (world, act) = (&county.world, county.act());
            enable_colleague(&world.store, &world.organ, &act, (id, new, secrets), &new_id).await
        };
        refusal(back(&county.clerk, PostKind::Clerk).await);
        county.disable(&county.act(), &county.clerk).await.unwrap();
        assert!(!county.can_sign_in("clerk", PASSWORD).await);
        back(&county.clerk, PostKind::Reviewer).await.unwrap();
        assert!(!county.can_sign_in("clerk", PASSWORD).await, "the old password is gone");
        assert!(county.can_sign_in("clerk", "Another-horse-2").await);
        let world = &county.world;
        let mut read = world.store.read().await.unwrap();
        let known = colleague(&mut read, &world.organ, &county.clerk, world.today()).await.unwrap();
        let posts: Vec<&str> =
            known.posts_beyond(world.today()).map(|(post, _)| post.kind.as_str()).collect();
        assert_eq!(posts, ["reviewer"], "the old post is not back by itself");
    }
}

#[tokio::test]
async fn what_the_command_line_disabled_it_enables_and_names_the_posts_that_are_left() {
    for engine in engines() {
        let county = County::on(engine).await;
        let (store, act) = (&county.world.store, county.world.act());
        refusal(enable_account(store, &act, "clerk").await.map(drop));
        refusal(enable_account(store, &act, "nobody").await.map(drop));
        disable_account(store, &act, "clerk").await.unwrap();
        let held = enable_account(store, &act, "clerk").await.unwrap();
        assert_eq!(held.len(), 1);
        assert!(county.can_sign_in("clerk", PASSWORD).await);
    }
}
