//! K-X-2 and K-X-3: parts and their wholes in the prose.

use super::super::prose::{Amount, Breakdown, Dimension, Figure, Scope, Subset, Told};
use super::case::{Case, Outcome, quoted};
use super::finding::Mark;
use super::percent::Percent;

/// A gap that looks like a slip rather than like what was left out on purpose.
const SLIP: i128 = 2;
/// From how many parts on a list looks as if it were meant to be complete.
const LONG_LIST: usize = 5;
const NO_PROSE: &str = "没有读到正文中的数字，未评估。";

/// K-X-2 — parts of one dimension sum to their whole.
pub(super) fn parts_sum_to_the_whole(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let read: Vec<Sum<'_>> = told.breakdowns.iter().filter_map(|each| Sum::read(told, each)).collect();
    let faults: Vec<Outcome> = read.iter().flat_map(Sum::faults).collect();
    match (faults.is_empty(), read.len()) {
        (false, _) => faults,
        (true, 0) => vec![Outcome::not_assessable("正文没有把总数分成几部分的说法，未评估。")],
        (true, n) => vec![Outcome::pass(format!("正文中{n}处分项与总数相符。"))],
    }
}

/// K-X-3 — what is part of something is not more than it, and percentages are right.
pub(super) fn a_part_is_not_more_than_its_whole(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let (mut faults, mut compared) = (Vec::new(), 0_usize);
    for subset in &told.subsets {
        let Some(pair) = Pair::read(told, subset) else { continue };
        compared += 1;
        faults.extend(pair.fault());
    }
    match (faults.is_empty(), compared) {
        (false, _) => faults,
        (true, 0) => vec![Outcome::not_assessable("正文没有可以比较的“其中”数，未评估。")],
        (true, n) => vec![Outcome::pass(format!("正文中{n}处“其中”数都不大于所属的总数。"))],
    }
}

/// A breakdown with its figures looked up, all counts of the same scope.
struct Sum<'a> {
    whole: (usize, &'a Figure, i128),
    parts: Vec<(usize, &'a Figure, i128, Dimension)>,
    exhaustive: bool,
}

fn count(told: &Told, index: usize) -> Option<(&Figure, i128)> {
    let figure = told.figures.get(index)?;
    match figure.amount {
        Amount::Count(n) | Amount::Money(n) => Some((figure, i128::from(n))),
        Amount::Percent { .. } => None,
    }
}

impl<'a> Sum<'a> {
    /// None if a figure is missing, is a percentage, or speaks of another time than the whole.
    fn read(told: &'a Told, breakdown: &Breakdown) -> Option<Self> {
        let (whole, amount) = count(told, breakdown.whole)?;
        let mut parts = Vec::new();
        for part in &breakdown.parts {
            let (figure, amount) = count(told, part.figure)?;
            if figure.scope != whole.scope {
                return None;
            }
            parts.push((part.figure, figure, amount, part.dimension));
        }
        let whole = (breakdown.whole, whole, amount);
        (!parts.is_empty()).then_some(Self { whole, parts, exhaustive: breakdown.exhaustive })
    }

    fn faults(&self) -> Vec<Outcome> {
        let single = self.larger_single();
        if !single.is_empty() {
            return single;
        }
        let first = self.parts.first().map(|part| part.3);
        if self.parts.iter().any(|part| Some(part.3) != first) {
            return self.mixed().into_iter().collect();
        }
        self.uneven(first == Some(Dimension::Channel)).into_iter().collect()
    }

    /// One part alone larger than the whole: wrong in any dimension.
    fn larger_single(&self) -> Vec<Outcome> {
        let (whole_index, whole, amount) = self.whole;
        let larger = self.parts.iter().filter(|part| part.2 > amount);
        let outcome = |(index, part, _, _): &(usize, &Figure, i128, Dimension)| {
            let message = format!("“{}”大于它所属的总数“{}”。请核对。", part.text, whole.text);
            let outcome = if self.is_rough() { Outcome::uncertain(message) } else { Outcome::fail(message) };
            outcome.marks([Mark::Figure(whole_index), Mark::Figure(*index)])
        };
        larger.map(outcome).collect()
    }

    /// Parts of two ways of dividing. Nothing is amiss where the list may leave something out, nor where the sum is
    /// right and all but one part are channels: that one may be called by its subject and be a channel too.
    fn mixed(&self) -> Option<Outcome> {
        let names = |wanted: fn(Dimension) -> bool| {
            quoted(self.parts.iter().filter(|part| wanted(part.3)).map(|part| part.1.text.as_str()))
        };
        let (sum, total) = (self.sum(), self.whole.2);
        let subjects = self.parts.iter().filter(|part| part.3 != Dimension::Channel).count();
        let is_right = self.is_within_the_rough_whole(sum) && (subjects < 2 || self.is_rough());
        if is_right || (sum < total && !self.exhaustive) {
            return None;
        }
        let arithmetic = if sum == total {
            format!("各项相加虽等于{total}，")
        } else {
            format!("各项相加是{sum}，总数是{total}，")
        };
        Some(self.marked(Outcome::uncertain(format!(
            "总数“{}”的分项把两种分法混在一起：{}按渠道分，{}不是按渠道分。{arithmetic}但同一条信息可能既属某类又经某渠道公开，\
             不能这样相加。请分别按内容、按渠道列出。",
            self.whole.1.text,
            names(|dimension| dimension == Dimension::Channel),
            names(|dimension| dimension != Dimension::Channel),
        ))))
    }

    /// The sum against the whole, all parts being of one dimension.
    fn uneven(&self, by_channel: bool) -> Option<Outcome> {
        let (sum, total) = (self.sum(), self.whole.2);
        let whole = &self.whole.1.text;
        if self.is_within_the_rough_whole(sum) || (by_channel && sum > total) {
            return None;
        }
        if !self.exhaustive && sum < total {
            return self.nearly_even(sum);
        }
        let message = format!("“{whole}”的各分项之和是{sum}，与总数{total}不等");
        let outcome = if by_channel {
            Outcome::uncertain(format!("{message}，各渠道合计比总数还少。请核对是否漏列渠道。"))
        } else if self.is_rough() {
            Outcome::uncertain(format!("{message}，其中有约数。请核对。"))
        } else if self.exhaustive {
            Outcome::fail(format!("{message}。请改正分项或总数。"))
        } else {
            Outcome::uncertain(format!("{message}，而分项并未列全。请核对是否重复计算。"))
        };
        Some(self.marked(outcome))
    }

    /// A long list that says it is not complete, but lacks only one or two: a hint that one part is wrong.
    fn nearly_even(&self, sum: i128) -> Option<Outcome> {
        let gap = self.whole.2 - sum;
        let is_hint = gap <= SLIP && self.parts.len() >= LONG_LIST && !self.is_rough();
        is_hint.then(|| {
            let whole = &self.whole.1.text;
            self.marked(Outcome::uncertain(format!(
                "“{whole}”列出的{}项之和是{sum}，只差{gap}，而分项并未说列全。请核对是漏列还是写错。",
                self.parts.len()
            )))
        })
    }

    /// Whether the sum is the whole, or one that the whole may round: `300余条` is anything up to 399.
    fn is_within_the_rough_whole(&self, sum: i128) -> bool {
        let total = self.whole.2;
        let mut step = 1;
        while self.whole.1.approximate && total != 0 && total % (step * 10) == 0 {
            step *= 10;
        }
        (total..total + step).contains(&sum)
    }

    fn sum(&self) -> i128 {
        self.parts.iter().map(|part| part.2).sum()
    }

    fn is_rough(&self) -> bool {
        self.whole.1.approximate || self.parts.iter().any(|part| part.1.approximate)
    }

    fn marked(&self, outcome: Outcome) -> Outcome {
        let parts = self.parts.iter().map(|part| Mark::Figure(part.0));
        outcome.marks([Mark::Figure(self.whole.0)]).marks(parts)
    }
}

/// A subset with its figures looked up.
struct Pair<'a> {
    part: (usize, &'a Figure, i128),
    whole: (usize, &'a Figure, i128),
    percent: Option<(usize, &'a Figure, Percent)>,
}

impl<'a> Pair<'a> {
    /// None if a figure is missing or speaks of another time: what was gathered over years is no part of a year.
    fn read(told: &'a Told, subset: &Subset) -> Option<Self> {
        let (part, part_amount) = count(told, subset.part)?;
        let (whole, whole_amount) = count(told, subset.whole)?;
        if part.scope != whole.scope || part.scope == Scope::Cumulative {
            return None;
        }
        let percent = subset.percent.and_then(|index| {
            let figure = told.figures.get(index)?;
            Some((index, figure, Percent::of(figure.amount)?))
        });
        Some(Self {
            part: (subset.part, part, part_amount),
            whole: (subset.whole, whole, whole_amount),
            percent,
        })
    }

    fn fault(&self) -> Option<Outcome> {
        let (part, whole) = (self.part.2, self.whole.2);
        let wrong_percent = self.percent.filter(|(_, figure, percent)| {
            whole != 0 && !figure.approximate && !percent.is_ratio(part, whole)
        });
        let ratio = |percent: Percent| percent.ratio_in_words(part, whole);
        let message = match (part > whole, wrong_percent) {
            (false, None) => return None,
            (true, None) => format!(
                "“{}”是“{}”的一部分，{part}却大于{whole}。请核对。",
                self.part.1.text, self.whole.1.text
            ),
            (true, Some((_, figure, percent))) => format!(
                "“{}”是“{}”的一部分，{part}却大于{whole}；“{}”也不成立，{part}÷{whole}是{}。请核对这两个数字。",
                self.part.1.text,
                self.whole.1.text,
                figure.text,
                ratio(percent)
            ),
            (false, Some((_, figure, percent))) => {
                format!("“{}”不成立：{part}÷{whole}是{}。请改正。", figure.text, ratio(percent))
            }
        };
        let is_rough = self.part.1.approximate || self.whole.1.approximate;
        let outcome = if is_rough { Outcome::uncertain(message) } else { Outcome::fail(message) };
        let percent = wrong_percent.map(|(index, _, _)| Mark::Figure(index));
        Some(outcome.marks([Mark::Figure(self.part.0), Mark::Figure(self.whole.0)]).marks(percent))
    }
}
