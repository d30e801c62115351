//! What the words of a report say: figures, how they belong together, claims, years.

mod breakdown;
mod claims;
mod disputes;
mod extent;
mod figures;
mod numbers;
mod requests;
mod words;
mod years;

use std::collections::BTreeMap;

use law::report::prose::{Amount, Breakdown, Figure, Growth, Part, Scope, Subset, Told, What};
use law::report::{CellKey, Form, RequestColumn, RequestRow, Section};

use crate::text::Passage;
use breakdown::List;
use claims::Circumstances;
pub(crate) use claims::part_words;
use figures::{ELECTRONIC, Setting};
pub(crate) use figures::{PUBLISHED, is_whole_scope};

/// What is known of the report before its words are read.
pub(crate) struct Known<'k> {
    pub(crate) year: Option<i16>,
    pub(crate) form: Form,
    pub(crate) is_township: bool,
    /// The numbers in the tables.
    pub(crate) cells: &'k BTreeMap<CellKey, i64>,
}

/// Reads passages, each with its part of the report.
pub(crate) fn told<'p>(
    passages: impl IntoIterator<Item = (Option<Section>, &'p Passage)>,
    known: &Known<'_>,
) -> Told {
    let mut told = Told::default();
    let setting =
        Setting { year: known.year, cells: known.cells, form: known.form, is_township: known.is_township };
    let circumstances = Circumstances { year: known.year, is_township: known.is_township };
    for (section, passage) in passages {
        let numbers = numbers::numbers(passage);
        let first = told.figures.len();
        let read = (0..numbers.len())
            .filter_map(|index| figures::figure(passage, section, &numbers, index, &setting));
        told.figures.extend(read);
        let lists = breakdown::lists(passage, &numbers);
        told.subsets.extend(shares(passage, &numbers, &lists, first));
        let own = told.figures.get(first..).unwrap_or_default();
        let lists = lists.into_iter().filter(|list| is_plain(list, own, known));
        told.breakdowns.extend(lists.map(|list| shifted(&list.breakdown(), first)));
        told.growths.extend(growths(passage, &numbers, first));
        told.claims.extend(claims::claims(passage, section, &circumstances));
        told.years.extend(years::years(passage, section, known.year));
    }
    told.subsets.extend(electronic(&told.figures));
    told
}

fn shifted(breakdown: &Breakdown, by: usize) -> Breakdown {
    let parts = breakdown.parts.iter().map(|part| Part { figure: part.figure + by, ..*part }).collect();
    Breakdown { whole: breakdown.whole + by, parts, exhaustive: breakdown.exhaustive }
}

/// Results of requests may add up to what came in plus what was carried in. Such a list is held against
/// its whole only if it agrees or nothing was carried in.
fn is_plain(list: &List, figures: &[Figure], known: &Known<'_>) -> bool {
    let count = |index: &usize| match figures.get(*index).map(|figure| figure.amount) {
        Some(Amount::Count(n)) => Some(n),
        _ => None,
    };
    let about_requests = list.labels.iter().any(|label| words::is_outcome(label) && !label.contains("结果"));
    let sum = list.parts.iter().map(count).try_fold(0_i64, |sum, n| sum.checked_add(n?));
    let carried_in = known.cells.get(&CellKey::Request(RequestRow::CarriedIn, RequestColumn::Total));
    !about_requests || sum == count(&list.whole) || carried_in == Some(&0)
}

/// `其中甲3条,占20%`: a part with its percentage of the whole.
fn shares(passage: &Passage, numbers: &[numbers::Number], lists: &[List], first: usize) -> Vec<Subset> {
    let share = |list: &List, part: usize| {
        let percent = part + 1;
        let is_percent = matches!(numbers.get(percent)?.amount, Amount::Percent { .. });
        let label = breakdown::label(passage, numbers, percent);
        let is_share = is_percent && is_share_of_the_whole(&label);
        is_share.then_some(Subset {
            part: part + first,
            whole: list.whole + first,
            percent: Some(percent + first),
        })
    };
    lists.iter().flat_map(|list| list.parts.iter().filter_map(move |part| share(list, *part))).collect()
}

/// `占`, `占比`, `占总数的`: of the whole of the list; `占网站信息的` would be of something else.
fn is_share_of_the_whole(label: &str) -> bool {
    let bare = label.trim_start_matches('约').trim_end_matches(['约', '为', '达', '的']);
    let bare = bare.trim_end_matches("比例").trim_end_matches('的');
    let bare = bare.trim_start_matches("占比").trim_start_matches('占').trim_start_matches("全年");
    let begins = label.trim_start_matches('约').starts_with('占');
    begins
        && [
            "",
            "总数",
            "总量",
            "总条数",
            "公开总数",
            "公开总量",
            "主动公开总数",
            "信息总数",
            "信息总量",
            "总体",
        ]
        .contains(&bare)
}

/// `…3646件,同比增长1.05%`.
fn growths(passage: &Passage, numbers: &[numbers::Number], first: usize) -> Vec<Growth> {
    let growth = |percent: usize| {
        let is_percent = matches!(numbers.get(percent)?.amount, Amount::Percent { .. });
        let label = breakdown::label(passage, numbers, percent);
        let rest = label.strip_prefix("同比").or_else(|| label.strip_prefix("比上年"))?;
        let rises = ["增长", "上升", "增加"].contains(&rest);
        let falls = ["下降", "减少", "降低"].contains(&rest);
        let depth = numbers.get(percent)?.depth;
        let now = (0..percent)
            .rev()
            .find(|index| numbers.get(*index).is_some_and(|number| number.depth == depth))?;
        (is_percent && (rises || falls)).then_some(Growth {
            now: now + first,
            percent: percent + first,
            rises,
        })
    };
    (0..numbers.len()).filter_map(growth).collect()
}

/// 全文电子化 is counted within 主动公开总数 (the pre-2019 statistic says 其中). The percentage that follows
/// belongs to the two.
fn electronic(figures: &[Figure]) -> Vec<Subset> {
    let is = |figure: &Figure, name: &str| figure.what == What::Measure(name.to_owned());
    let subset = |part: usize| {
        let figure = figures.get(part).filter(|figure| is(figure, ELECTRONIC))?;
        let same_part = |other: &Figure| other.place.section == figure.place.section && is(other, PUBLISHED);
        let whole = (0..part).rev().find(|index| figures.get(*index).is_some_and(same_part))?;
        // `历年累计公开592条,其中全文电子化592条`: another whole stands between.
        let between = figures.get(whole + 1..part).unwrap_or_default();
        let is_whole = |figure: &Figure| figure.scope != Scope::ReportYear || figure.text.contains("累计");
        if between.iter().any(is_whole) {
            return None;
        }
        let percent = figures.get(part + 1).filter(|next| {
            let is_percent = matches!(next.amount, Amount::Percent { .. });
            is_percent && matches!(&next.what, What::Other(label) if label.contains("电子化") || label.contains('占'))
        });
        Some(Subset { part, whole, percent: percent.map(|_| part + 1) })
    };
    (0..figures.len()).filter_map(subset).collect()
}
