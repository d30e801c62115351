//! `gongkai check --rules`: every rule there is.

use law::report::Severity;

use super::{width, words};
use crate::output;

/// Prints the catalogue.
pub(super) fn print(as_json: bool) -> anyhow::Result<()> {
    if as_json {
        return output::print_json(&inspect::catalogue().collect::<Vec<_>>());
    }
    output::print(&list(width::of_screen()))
}

fn list(screen: Option<usize>) -> String {
    let mut text = String::new();
    for rule in inspect::catalogue() {
        text.push_str(&format!("{:<9} {}\n", rule.id, rule.name));
        let weight = words::severity(rule.severity);
        let mark = if rule.severity == Severity::Error { "" } else { "，不作为硬性错误" };
        let about = format!("{weight}{mark}；需要：{}；依据：{}", rule.needs.label(), rule.basis);
        text.push_str(&width::wrapped(&about, 10, screen));
    }
    text + &format!("共 {} 条\n", inspect::catalogue().count())
}
