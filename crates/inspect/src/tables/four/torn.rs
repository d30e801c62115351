//! Fifteen figures with headings slipped between them, put together again by what they must add up to.
//!
//! A converter that tears table 四 apart keeps the four outcomes of a road together and their order, and may
//! carry the total elsewhere. If there is exactly one way to make three roads of four outcomes and their
//! total, that is how they belong. If a sum does not hold there is none, and nothing is assigned: so no error
//! is ever read into such a table.

use std::collections::BTreeSet;

use law::report::DisputeRoute;
use law::report::table_four::route_label;

use super::super::grid::Token;
use super::is_value;
use crate::text::squeezed;

/// The figures of a road.
const OUTCOMES: usize = 4;
/// All figures.
const FIGURES: usize = 15;

/// A figure with the run of figures it stands in.
struct Figure<'t> {
    token: &'t Token,
    run: usize,
    amount: i64,
}

/// The places of the figures of a road among all figures: four outcomes from `first` on, and the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Road {
    first: usize,
    total: usize,
}

/// The fifteen cells in the form's order.
pub(super) fn put_together<'t>(tokens: &[&'t Token]) -> Option<Vec<&'t Token>> {
    let runs: Vec<&[&Token]> = tokens.chunk_by(|a, b| is_value(a) == is_value(b)).collect();
    let mut figures = Vec::new();
    let mut labels: Vec<Vec<DisputeRoute>> = Vec::new();
    let mut words: &[&Token] = &[];
    for run in runs {
        if run.first().is_some_and(|token| is_value(token)) {
            for token in run.iter().copied() {
                figures.push(Figure { token, run: labels.len(), amount: token.label.parse().ok()? });
            }
            labels.push(routes_in(words));
        } else {
            words = run;
        }
    }
    if figures.len() != FIGURES {
        return None;
    }
    let found: Vec<Vec<&Token>> =
        partitions(&figures).iter().filter_map(|roads| in_order(&figures, &labels, roads)).collect();
    let distinct: BTreeSet<Vec<&str>> =
        found.iter().map(|cells| cells.iter().map(|cell| cell.label.as_str()).collect()).collect();
    found.into_iter().next().filter(|_| distinct.len() == 1)
}

/// The roads that words between two runs of figures name.
fn routes_in(words: &[&Token]) -> Vec<DisputeRoute> {
    let named = |route: &&DisputeRoute| {
        let label = squeezed(route_label(**route));
        words.iter().any(|word| word.label == label)
    };
    DisputeRoute::ALL.iter().filter(named).copied().collect()
}

/// All ways to make three roads, in the order of their outcomes.
fn partitions(figures: &[Figure<'_>]) -> Vec<[Road; 3]> {
    let starts: Vec<usize> = (0..figures.len()).filter(|first| is_in_one_run(figures, *first)).collect();
    let mut found = Vec::new();
    for a in &starts {
        for b in starts.iter().filter(|b| **b >= a + OUTCOMES) {
            for c in starts.iter().filter(|c| **c >= b + OUTCOMES) {
                let free: Vec<usize> = (0..figures.len())
                    .filter(|at| [a, b, c].iter().all(|first| !(**first..**first + OUTCOMES).contains(at)))
                    .collect();
                found.extend(with_totals(figures, [*a, *b, *c], &free));
            }
        }
    }
    found
}

fn is_in_one_run(figures: &[Figure<'_>], first: usize) -> bool {
    let outcomes = figures.get(first..first + OUTCOMES);
    outcomes.is_some_and(|outcomes| outcomes.windows(2).all(|pair| matches!(pair, [a, b] if a.run == b.run)))
}

/// The roads with each a total of its own behind its outcomes.
fn with_totals(figures: &[Figure<'_>], firsts: [usize; 3], free: &[usize]) -> Vec<[Road; 3]> {
    let fits = |first: usize, total: usize| {
        let sum: i64 = figures.iter().skip(first).take(OUTCOMES).map(|figure| figure.amount).sum();
        total > first && figures.get(total).is_some_and(|figure| figure.amount == sum)
    };
    let [a, b, c] = firsts;
    let road = |first: usize, total: usize| Road { first, total };
    let mut found = Vec::new();
    for x in free.iter().copied().filter(|x| fits(a, *x)) {
        for y in free.iter().copied().filter(|y| *y != x && fits(b, *y)) {
            for z in free.iter().copied().filter(|z| *z != x && *z != y && fits(c, *z)) {
                found.push([road(a, x), road(b, y), road(c, z)]);
            }
        }
    }
    found
}

/// The cells road by road. Words that name one road alone say that the figures behind them are its; the
/// others follow in the form's order.
fn in_order<'t>(
    figures: &[Figure<'t>],
    labels: &[Vec<DisputeRoute>],
    roads: &[Road; 3],
) -> Option<Vec<&'t Token>> {
    let named = |road: &Road| match labels.get(figures.get(road.first)?.run)?.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let names: Vec<Option<DisputeRoute>> = roads.iter().map(named).collect();
    let mut rest = DisputeRoute::ALL.iter().filter(|route| !names.contains(&Some(**route)));
    let names: Vec<DisputeRoute> =
        names.iter().map(|name| name.or_else(|| rest.next().copied())).collect::<Option<_>>()?;
    let mut cells = Vec::with_capacity(FIGURES);
    for route in DisputeRoute::ALL {
        let road = roads.get(names.iter().position(|name| name == route)?)?;
        cells.extend(figures.get(road.first..road.first + OUTCOMES)?.iter().map(|figure| figure.token));
        cells.push(figures.get(road.total)?.token);
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Place;

    fn read(text: &str) -> Option<String> {
        let token = |(line, text): (usize, &str)| Token {
            line,
            place: Place { line: 1, page: None, cell: None },
            address: None,
            text: text.to_owned(),
            label: text.to_owned(),
        };
        let tokens: Vec<Token> = text.split_whitespace().enumerate().map(token).collect();
        let cells = put_together(&tokens.iter().collect::<Vec<_>>())?;
        Some(cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn outcomes_and_totals_find_each_other() {
        let text = "行政复议 未经复议直接起诉 结果 5 6 7 8 结果 复议后起诉 维持 1 0 2 6 总计 26 维持 3 4 8 1 16 总计 9";
        assert_eq!(read(text).as_deref(), Some("5 6 7 8 26 3 4 8 1 16 1 0 2 6 9"));
        let text = "行政复议 0 0 0 0 复议后起诉 0 0 0 0 总计 0 维持 0 0 0 0 0 总计 0";
        assert_eq!(read(text).as_deref(), Some("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"));
    }

    #[test]
    fn what_does_not_add_up_or_adds_up_in_two_ways_is_not_assigned() {
        for text in [
            "行政复议 5 6 7 8 结果 1 0 2 6 总计 27 维持 3 4 8 1 16 总计 9",
            "行政复议 5 6 7 8 结果 1 0 2 6 总计 26 维持 3 4 8 1 16",
            "结果 1 1 1 1 4 维持 1 1 1 1 1 总计 4 4 4 1 1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
