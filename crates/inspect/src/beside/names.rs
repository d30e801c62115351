//! Bodies told apart by their names, across years and files that spell them differently.

use std::collections::BTreeMap;

use crate::text::squeezed;

/// What a name leaves out or spells out without meaning another body.
const OFFICES: [(&str, &str); 5] =
    [("人民政府", ""), ("街道办事处", "街道"), ("办事处", ""), ("镇政府", "镇"), ("乡政府", "乡")];
/// Where the name of a superior place ends: `甲省乙市丙县`.
const PLACES: [char; 7] = ['省', '市', '县', '区', '旗', '州', '盟'];
/// Ranks that a place may exchange.
const RANKS: [&str; 3] = ["街道", "镇", "乡"];
/// The shortest name that is left when its places are taken off, in characters.
const SHORTEST: usize = 3;

/// A body's name made comparable: `甲县示例镇人民政府`, `示例镇政府` and `示例镇` are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyName {
    /// With its places, without its office: `甲县示例镇`.
    whole: String,
    /// Where in `whole` the body's own name begins.
    own: usize,
}

impl AgencyName {
    /// Reads a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let plain: String =
            squeezed(name).chars().filter(|c| !matches!(c, '(' | ')' | '〔' | '〕')).collect();
        let office = OFFICES.iter().find_map(|(long, short)| Some((plain.strip_suffix(long)?, short)));
        let whole = match office {
            // `人民政府` alone is no name.
            Some((rest, short)) if !rest.is_empty() => format!("{rest}{short}"),
            _ => plain,
        };
        let own = own_part(&whole);
        Self { whole, own }
    }

    /// The name without the places above it: `示例镇`.
    #[must_use]
    pub fn own(&self) -> &str {
        self.whole.get(self.own..).unwrap_or(&self.whole)
    }

    /// Whether both are the same body's: one may name the places above it and the other not.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.own() == other.own()
            && (self.whole.ends_with(&other.whole) || other.whole.ends_with(&self.whole))
    }

    /// Whether the names look like one body under two names: 示例乡 and 示例镇, 甲乙局 and 甲局.
    #[must_use]
    pub fn resembles(&self, other: &Self) -> bool {
        let place = |name: &'_ Self| {
            let end = RANKS.iter().find_map(|rank| name.own().strip_suffix(rank));
            end.map(str::to_owned)
        };
        if place(self).is_some_and(|own| Some(own) == place(other)) {
            return true;
        }
        let (one, two) = (pairs(self.own()), pairs(other.own()));
        let shared = one.iter().filter(|pair| two.contains(pair)).count();
        !one.is_empty() && !two.is_empty() && 4 * shared >= one.len() + two.len()
    }
}

/// The byte at which the body's own name begins: behind the last place that leaves a name of its own.
fn own_part(whole: &str) -> usize {
    let left = |from: usize| whole.get(from..).map_or(0, |rest| rest.chars().count());
    let mut ends = whole.char_indices().filter(|(_, c)| PLACES.contains(c)).map(|(at, c)| at + c.len_utf8());
    // `城区街道`, `开发区管委会`: what is left must still be a name.
    ends.rfind(|end| left(*end) >= SHORTEST).unwrap_or(0)
}

fn pairs(name: &str) -> Vec<[char; 2]> {
    let chars: Vec<char> = name.chars().collect();
    chars.windows(2).filter_map(|pair| <[char; 2]>::try_from(pair).ok()).collect()
}

/// Things found by the body they belong to.
#[derive(Debug, Clone)]
pub struct ByAgency<T> {
    entries: Vec<(AgencyName, T)>,
    /// Entries by the body's own name.
    own: BTreeMap<String, Vec<usize>>,
}

impl<T> Default for ByAgency<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), own: BTreeMap::new() }
    }
}

impl<T> ByAgency<T> {
    /// Adds a thing.
    pub fn add(&mut self, name: AgencyName, thing: T) {
        self.own.entry(name.own().to_owned()).or_default().push(self.entries.len());
        self.entries.push((name, thing));
    }

    /// Everything of the body of this name. Of several bodies whose names fit equally (`水务局`) none is meant.
    #[must_use]
    pub fn find(&self, name: &AgencyName) -> Vec<&T> {
        let named = self.own.get(name.own()).map(Vec::as_slice).unwrap_or_default();
        let entries = || named.iter().filter_map(|index| self.entries.get(*index));
        let exact: Vec<&T> = entries().filter(|(each, _)| each == name).map(|(_, thing)| thing).collect();
        if !exact.is_empty() {
            return exact;
        }
        let same: Vec<&(AgencyName, T)> = entries().filter(|(each, _)| each.is_same(name)).collect();
        let is_one = same.windows(2).all(|two| matches!(two, [(one, _), (other, _)] if one == other));
        if is_one { same.into_iter().map(|(_, thing)| thing).collect() } else { Vec::new() }
    }

    /// Everything, in the order of adding.
    pub fn all(&self) -> impl Iterator<Item = &(AgencyName, T)> {
        self.entries.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_the_same_with_and_without_its_places_and_its_office() {
        for (one, two) in [
            ("甲县示例镇人民政府", "示例镇"),
            ("示例镇政府", "示例镇人民政府"),
            ("甲市乙区丙街道办事处", "丙街道"),
            ("甲县水务局", "甲县水务局"),
            ("甲省乙市丙县水利局", "丙县水利局"),
            ("甲市（乙区）丙街道", "乙区丙街道办事处"),
        ] {
            assert!(AgencyName::of(one).is_same(&AgencyName::of(two)), "{one} {two}");
        }
        for (one, two) in [
            ("甲县示例镇", "乙县示例镇"),
            ("示例镇", "示范镇"),
            ("甲县水务局", "甲县水利局"),
            ("甲县", "甲市"),
        ] {
            assert!(!AgencyName::of(one).is_same(&AgencyName::of(two)), "{one} {two}");
        }
    }

    #[test]
    fn a_new_name_of_the_same_body_resembles_the_old_one() {
        for (one, two, resembles) in [
            ("甲县示例乡人民政府", "甲县示例镇人民政府", true),
            ("甲县自然资源局", "甲县自然资源和规划局", true),
            ("甲乡", "甲街道办事处", true),
            ("示例镇", "示范镇", false),
            ("甲县水务局", "甲县教育局", false),
        ] {
            assert_eq!(AgencyName::of(one).resembles(&AgencyName::of(two)), resembles, "{one} {two}");
        }
    }

    #[test]
    fn a_short_name_finds_its_body_only_if_there_is_one() {
        let mut bodies = ByAgency::default();
        for name in ["甲县水务局", "乙县水务局", "甲县示例镇人民政府"] {
            bodies.add(AgencyName::of(name), name);
        }
        assert_eq!(bodies.find(&AgencyName::of("示例镇")), [&"甲县示例镇人民政府"]);
        assert_eq!(bodies.find(&AgencyName::of("乙县水务局")), [&"乙县水务局"]);
        assert!(bodies.find(&AgencyName::of("水务局")).is_empty());
    }
}
