//! Organs: making one, and finding the one that somebody means.

use law::calendar::Region;
use serde_json::json;
use store::{Act, Organ, OrganId, OrganKind, Read, Store};

use crate::{Error, Result};

/// Candidates named to somebody whose words fit no organ, or several.
const CANDIDATES: usize = 10;
/// What a full name of a government ends with and everybody leaves out.
const ENDING: &str = "人民政府";

/// An organ to be made.
#[derive(Debug)]
pub struct NewOrgan {
    /// Its full name, as the report prints it.
    pub name: String,
    /// Its level.
    pub kind: OrganKind,
    /// The region whose working days count there.
    pub region: Region,
    /// The organ above it.
    pub parent_id: Option<OrganId>,
    /// The nine characters before the stroke of its index numbers, if it has them.
    pub code: Option<String>,
}

/// Makes an organ. `id` is a fresh identifier, `ledger_key` a fresh secret of 64 hexadecimal digits.
///
/// # Errors
/// An empty or a taken name.
pub async fn add_organ(
    store: &Store,
    act: &Act,
    new: NewOrgan,
    (id, ledger_key): (String, String),
) -> Result<OrganId> {
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Error::field("name", "请填写机关名称。"));
    }
    let organ = Organ {
        id: OrganId::new(id),
        parent_id: new.parent_id,
        kind: new.kind,
        name,
        code: new.code,
        region: new.region,
        portal: json!({}),
    };
    let mut write = store.begin(&OrganId::system()).await?;
    let is_same = |known: &Organ| known.name == organ.name && known.parent_id == organ.parent_id;
    if write.organs().await?.iter().any(is_same) {
        return Err(Error::refused(format!("已经有“{}”这个机关了。", organ.name)));
    }
    write.add_organ(act, &organ, &ledger_key).await?;
    write.commit().await?;
    Ok(organ.id)
}

/// The organ that somebody means who writes these words: identifier, code, full name, the name without 人民政府, or a
/// part that only one name has.
///
/// # Errors
/// A refusal that lists candidates when the words fit none or several.
pub async fn find_organ(read: &mut Read, words: &str) -> Result<Organ> {
    let words = words.trim();
    let found = read.organs_named(words).await?;
    if let [only] = found.as_slice() {
        return Ok(only.clone());
    }
    let mut short = found.iter().filter(|organ| organ.name.strip_suffix(ENDING) == Some(words));
    if let (Some(only), None) = (short.next(), short.next()) {
        return Ok(only.clone());
    }
    if !found.is_empty() && !words.is_empty() {
        let names = listed(&found);
        return Err(Error::refused(format!("“{words}”可以是好几个机关，请写全名：{names}。")));
    }
    let mut all = read.organs().await?;
    if all.is_empty() {
        return Err(Error::refused("这里还没有机关。请先运行 gongkai organ add 建立。"));
    }
    all.sort_by_key(|organ| {
        strsim::levenshtein(organ.name.strip_suffix(ENDING).unwrap_or(&organ.name), words)
    });
    Err(Error::refused(format!("没有“{words}”这个机关。现有的机关：{}。", listed(&all))))
}

fn listed(organs: &[Organ]) -> String {
    let names: Vec<&str> = organs.iter().take(CANDIDATES).map(|organ| organ.name.as_str()).collect();
    let more = if organs.len() > CANDIDATES { format!("等 {} 个", organs.len()) } else { String::new() };
    format!("{}{more}", names.join("、"))
}
