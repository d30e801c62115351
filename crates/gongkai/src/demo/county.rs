//! Who is who in 示例县: organs, units, people and posts. All of it is invented.

use casework::PostKind;
use store::OrganKind;

use super::build::PASSWORD;

/// A body that reports or supervises.
#[derive(Debug, Clone, Copy)]
pub(super) struct Organ {
    /// Short key, unique among the organs.
    pub(super) key: &'static str,
    /// Full name.
    pub(super) name: &'static str,
    /// Its level.
    pub(super) kind: OrganKind,
    /// The nine characters before the stroke of its index numbers; of a body that does not exist.
    pub(super) code: Option<&'static str>,
    /// Key of the organ above it.
    pub(super) above: Option<&'static str>,
    /// Its villages, stations and offices.
    pub(super) units: &'static [&'static str],
}

/// The government whose site the columns hang on.
pub(super) const GOVERNMENT: &str = "示例县人民政府";

/// 示例县人民政府办公室, which supervises.
pub(super) const COUNTY: Organ = Organ {
    key: "shilixian",
    name: "示例县人民政府办公室",
    kind: OrganKind::County,
    code: None,
    above: None,
    units: &[],
};

/// 示例镇, the busy one.
pub(super) const TOWN: Organ = Organ {
    key: "shilizhen",
    name: "示例镇人民政府",
    kind: OrganKind::Township,
    code: Some("SLX000001"),
    above: Some(COUNTY.key),
    units: &[
        "示东村",
        "示西村",
        "示南村",
        "示北村",
        "示中村",
        "示新村",
        OFFICE,
        SERVICE,
        FARMING,
        ENFORCEMENT,
        FINANCE,
    ],
};

/// 示范乡, whose name begins like the town's, so that 示 alone is ambiguous.
pub(super) const NEIGHBOUR: Organ = Organ {
    key: "shifanxiang",
    name: "示范乡人民政府",
    kind: OrganKind::Township,
    code: Some("SLX000002"),
    above: Some(COUNTY.key),
    units: &["范上村", "范下村"],
};

/// Every organ, the one above before those below it.
pub(super) const ORGANS: &[Organ] = &[COUNTY, TOWN, NEIGHBOUR];

/// 党政综合办公室, the town's 政府信息公开工作机构.
pub(super) const OFFICE: &str = "党政综合办公室";
/// 便民服务中心.
pub(super) const SERVICE: &str = "便民服务中心";
/// 农业综合服务中心.
pub(super) const FARMING: &str = "农业综合服务中心";
/// 综合执法队.
pub(super) const ENFORCEMENT: &str = "综合执法队";
/// 财政所.
pub(super) const FINANCE: &str = "财政所";

/// The six villages of 示例镇.
pub(super) const VILLAGES: [&str; 6] = ["示东村", "示西村", "示南村", "示北村", "示中村", "示新村"];

/// The village with that number, counted round.
pub(super) fn village(number: usize) -> &'static str {
    VILLAGES.iter().cycle().nth(number % VILLAGES.len()).copied().unwrap_or(OFFICE)
}

/// Somebody who may sign in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// Name for signing in.
    pub(super) sign_in: &'static str,
    /// Name that screens show; says that it is no real person.
    pub(super) name: &'static str,
    /// Key of the organ.
    pub(super) organ: &'static str,
    /// The post held.
    pub(super) post: PostKind,
    /// The village or office, for a submitter.
    pub(super) unit: Option<&'static str>,
}

const fn person(sign_in: &'static str, name: &'static str, organ: Organ, post: PostKind) -> Person {
    Person { sign_in, name, organ: organ.key, post, unit: None }
}

/// The accounts of the demonstration.
pub(super) const PEOPLE: &[Person] = &[
    person("jingban", "演示经办", TOWN, PostKind::Clerk),
    person("chushen", "演示初审", TOWN, PostKind::Reviewer),
    person("baomi", "演示保密审查", TOWN, PostKind::SecrecyReviewer),
    person("shending", "演示审定", TOWN, PostKind::Approver),
    Person { unit: Some("示东村"), ..person("shidong", "演示报送", TOWN, PostKind::Submitter) },
    person("guanli", "演示管理", TOWN, PostKind::Administrator),
    person("xianban", "演示县办监督", COUNTY, PostKind::Supervisor),
    person("shifan", "演示乡经办", NEIGHBOUR, PostKind::Clerk),
];

/// The accounts as a person reads them at the start, one a line.
pub(super) fn accounts() -> String {
    let mut told = format!("演示账号（密码都是 {PASSWORD}）：");
    for person in PEOPLE {
        let organ = ORGANS.iter().find(|organ| organ.key == person.organ).map_or("", |organ| organ.name);
        let unit = person.unit.unwrap_or_default();
        told.push_str(&format!(
            "\n  {:<10}{}，{organ}{unit}{}",
            person.sign_in,
            person.name,
            person.post.label()
        ));
    }
    told
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_town_has_six_villages_and_five_offices() {
        assert_eq!(TOWN.units.len(), 11);
        assert_eq!(&TOWN.units[..6], &VILLAGES);
        assert_eq!(TOWN.units.iter().collect::<BTreeSet<_>>().len(), 11);
    }

    #[test]
    fn two_towns_begin_alike_so_that_a_short_name_is_ambiguous() {
        assert!(ORGANS.iter().filter(|organ| organ.name.starts_with('示')).count() >= 2);
    }

    #[test]
    fn every_post_of_a_town_is_held_and_every_name_says_that_it_is_invented() {
        for post in PostKind::all() {
            assert!(PEOPLE.iter().any(|person| person.post == post), "{}", post.label());
        }
        for person in PEOPLE {
            assert!(person.name.starts_with("演示"), "{}", person.name);
            assert!(person.sign_in.bytes().all(|byte| byte.is_ascii_lowercase()));
            assert!(ORGANS.iter().any(|organ| organ.key == person.organ));
        }
    }
}
