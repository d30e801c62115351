//! `gongkai organ`: the bodies that report.

use casework::organ::{NewOrgan, add_organ, find_organ};
use law::calendar::Region;
use serde_json::json;
use store::OrganKind;

use super::act;
use crate::{
    cli::{Outcome, Usage, args::Organ},
    clock,
    config::Config,
    fault::told,
    output, place,
};

/// Runs whichever was asked for.
pub(super) async fn run(order: &Organ, config: &Config) -> anyhow::Result<Outcome> {
    match order {
        Organ::Add { name, kind, region, parent, place } => {
            let kind = kind_of(kind)?;
            let region: Region = region.parse().map_err(|error| Usage(format!("--region：{error}")))?;
            let store = place::store(place, config).await?;
            let parent_id = match parent {
                Some(words) => {
                    let mut read = store.read().await.map_err(told)?;
                    Some(find_organ(&mut read, words).await.map_err(told)?.id)
                }
                None => None,
            };
            let key = clock::new_secret().map_err(|_| anyhow::anyhow!("系统没有给出随机数，请再试一次。"))?;
            let new = NewOrgan { name: name.clone(), kind, region, parent_id, code: None };
            let id = add_organ(&store, &act(), new, (clock::new_id(), key)).await.map_err(told)?;
            output::print(&format!("已建立机关“{}”，编号 {id}", name.trim()))?;
        }
        Organ::List { place, json } => {
            let store = place::store(place, config).await?;
            let organs = store.read().await.map_err(told)?.organs().await.map_err(told)?;
            if *json {
                let rows = organs.iter().map(|organ| {
                    json!({
                        "id": organ.id.as_str(), "name": organ.name, "kind": organ.kind.key(),
                        "region": organ.region.code(), "parent_id": organ.parent_id.as_ref().map(store::OrganId::as_str),
                    })
                });
                output::print_json(&rows.collect::<Vec<_>>())?;
            } else if organs.is_empty() {
                output::tell("还没有机关。");
            } else {
                for organ in organs {
                    output::print(&format!(
                        "{}\t{}\t{}",
                        organ.name,
                        organ.kind.label(),
                        organ.region.label()
                    ))?;
                }
            }
        }
    }
    Ok(Outcome::Good)
}

fn kind_of(words: &str) -> Result<OrganKind, Usage> {
    let known = OrganKind::ALL.iter().find(|kind| kind.key() == words || kind.label() == words);
    known.copied().ok_or_else(|| {
        let all: Vec<String> =
            OrganKind::ALL.iter().map(|kind| format!("{}（{}）", kind.key(), kind.label())).collect();
        Usage(format!("没有“{words}”这个级别。可以是：{}。", all.join("、")))
    })
}
