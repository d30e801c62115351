//! `gongkai user`: accounts.

use casework::{
    PostKind,
    account::{NewAccount, add_account, disable_account, enable_account, reset_password},
    organ::find_organ,
};
use serde_json::json;
use store::{Held, Organ, Person, Read, Store, UnitId};

use super::act;
use crate::{
    cli::{Outcome, Usage, args::User},
    clock,
    config::Config,
    fault::told,
    input, output, place,
};

/// Runs whichever was asked for.
pub(super) async fn run(order: &User, config: &Config) -> anyhow::Result<Outcome> {
    match order {
        User::Add { sign_in_name, name, organ, post, unit, place } => {
            let kind = kind_of(post)?;
            let store = place::store(place, config).await?;
            let mut read = store.read().await.map_err(told)?;
            let organ = find_organ(&mut read, organ).await.map_err(told)?;
            let unit_id = match unit {
                Some(unit) => Some(unit_named(&mut read, &organ, unit).await?),
                None if kind.sees_own_unit_only() => {
                    anyhow::bail!("{}要写明代表哪个单位，请加上 --unit 和单位名称。", kind.label())
                }
                None => None,
            };
            drop(read);
            let password = input::password("请输入密码：")?;
            let (login, name) = (sign_in_name.clone(), name.clone());
            let account = NewAccount { login, name, password, kind, unit_id };
            let added = add_account(&store, &organ.id, &act(), account, &clock::new_id).await;
            added.map_err(|error| match error {
                casework::Error::Store(store::Error::Conflict(_)) => {
                    anyhow::anyhow!("登录名“{sign_in_name}”已经有人用了，请换一个。")
                }
                other => told(other),
            })?;
            output::print(&format!("已新建账号“{sign_in_name}”：{}，{}。", organ.name, kind.label()))?;
        }
        User::Reset { sign_in_name, place } => {
            let store = place::store(place, config).await?;
            let password = input::password("请输入新密码：")?;
            let salt =
                clock::new_secret().map_err(|_| anyhow::anyhow!("系统没有给出随机数，请再试一次。"))?;
            reset_password(&store, &act(), sign_in_name, password, salt).await.map_err(told)?;
            output::print(&format!("已重置“{sign_in_name}”的密码，原有登录全部失效。"))?;
        }
        User::Disable { sign_in_name, place } => {
            let store = place::store(place, config).await?;
            disable_account(&store, &act(), sign_in_name).await.map_err(told)?;
            output::print(&format!("已停用“{sign_in_name}”，登录立即失效。"))?;
        }
        User::Enable { sign_in_name, place } => {
            let store = place::store(place, config).await?;
            let held = enable_account(&store, &act(), sign_in_name).await.map_err(told)?;
            output::print(&format!("已恢复“{sign_in_name}”，密码不变。"))?;
            if held.is_empty() {
                output::tell(
                    "这个账号现在没有岗位，还不能登录。请本机关的系统管理员在“设置”“人员”里打开这个账号，点“再任一个岗位”。",
                );
            }
        }
        User::List { place, json } => list(&place::store(place, config).await?, *json).await?,
    }
    Ok(Outcome::Good)
}

async fn unit_named(read: &mut Read, organ: &Organ, name: &str) -> anyhow::Result<UnitId> {
    let units = read.units(&organ.id).await.map_err(told)?;
    let open = units.iter().filter(|unit| !unit.closed);
    if let Some(unit) = open.clone().find(|unit| unit.name == name) {
        return Ok(unit.id.clone());
    }
    let known: Vec<&str> = open.map(|unit| unit.name.as_str()).collect();
    match known.is_empty() {
        true => anyhow::bail!("{}还没有单位。请系统管理员先在“设置”“单位”里新建“{name}”。", organ.name),
        false => anyhow::bail!("{}没有叫“{name}”的单位；现有：{}。", organ.name, known.join("、")),
    }
}

async fn list(store: &Store, json: bool) -> anyhow::Result<()> {
    let mut read = store.read().await.map_err(told)?;
    let mut people: Vec<(Person, Vec<Held>)> = Vec::new();
    for person in read.people().await.map_err(told)? {
        let held = read.posts_held(&person.id, clock::today()).await.map_err(told)?;
        people.push((person, held));
    }
    if json {
        let rows = people.iter().map(|(person, held)| {
            let posts: Vec<_> = held
                .iter()
                .map(|held| json!({ "organ": held.organ_name, "post": held.post.kind, "name": held.post.name }))
                .collect();
            json!({ "login": person.login, "name": person.name, "disabled": person.disabled, "posts": posts })
        });
        return output::print_json(&rows.collect::<Vec<_>>());
    }
    if people.is_empty() {
        output::tell("还没有账号。");
    }
    for (person, held) in people {
        let posts: Vec<String> =
            held.iter().map(|held| format!("{} {}", held.organ_name, held.post.name)).collect();
        let disabled = if person.disabled { "（已停用）" } else { "" };
        output::print(&format!("{}\t{}{disabled}\t{}", person.login, person.name, posts.join("、")))?;
    }
    Ok(())
}

fn kind_of(words: &str) -> Result<PostKind, Usage> {
    PostKind::all().find(|kind| kind.key() == words || kind.label() == words).ok_or_else(|| {
        let all: Vec<String> =
            PostKind::all().map(|kind| format!("{}（{}）", kind.key(), kind.label())).collect();
        Usage(format!("没有“{words}”这种岗位。可以是：{}。", all.join("、")))
    })
}
