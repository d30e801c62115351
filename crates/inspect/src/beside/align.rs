//! Two sequences of sentences put side by side.

/// How one place of the two goes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Only in the first.
    Gone(usize),
    /// Only in the second.
    New(usize),
    /// In both, worded differently.
    Changed(usize, usize),
}

/// The largest table of comparisons; longer texts are compared without regard to order.
const LARGEST: usize = 4_000_000;
/// More pairs than these are not tried for likeness: everything was rewritten.
const TRIED: usize = 40_000;
/// Two sentences with as many pairs of characters in common (in percent) are one sentence changed.
const CHANGED: usize = 40;

/// What differs between two sequences, in order.
pub(super) fn differences(one: &[String], two: &[String]) -> Vec<Step> {
    let same = |(a, b): &(&String, &String)| a == b;
    let head = one.iter().zip(two).take_while(same).count();
    let (one_rest, two_rest) = (one.get(head..).unwrap_or_default(), two.get(head..).unwrap_or_default());
    let tail = one_rest.iter().rev().zip(two_rest.iter().rev()).take_while(same).count();
    let (a, b) = (head..one.len() - tail, head..two.len() - tail);
    let (inner_a, inner_b) = (one.get(a.clone()).unwrap_or_default(), two.get(b.clone()).unwrap_or_default());
    let kept = if inner_a.len().saturating_mul(inner_b.len()) <= LARGEST {
        longest_common(inner_a, inner_b)
    } else {
        Vec::new()
    };
    let mut steps = Vec::new();
    let (mut at, mut bt) = (0, 0);
    for (next_a, next_b) in kept.into_iter().chain([(inner_a.len(), inner_b.len())]) {
        let gone: Vec<usize> = (at..next_a).map(|index| index + head).collect();
        let new: Vec<usize> = (bt..next_b).map(|index| index + head).collect();
        steps.extend(pair_up(one, two, &gone, &new));
        (at, bt) = (next_a + 1, next_b + 1);
    }
    steps
}

/// The longest common subsequence, as pairs of places.
fn longest_common(one: &[String], two: &[String]) -> Vec<(usize, usize)> {
    let width = two.len() + 1;
    let mut lengths = vec![0_u32; (one.len() + 1) * width];
    let at = |lengths: &[u32], a: usize, b: usize| lengths.get(a * width + b).copied().unwrap_or_default();
    for (a, left) in one.iter().enumerate().rev() {
        for (b, right) in two.iter().enumerate().rev() {
            let length = if left == right {
                at(&lengths, a + 1, b + 1) + 1
            } else {
                at(&lengths, a + 1, b).max(at(&lengths, a, b + 1))
            };
            if let Some(place) = lengths.get_mut(a * width + b) {
                *place = length;
            }
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while let (Some(left), Some(right)) = (one.get(a), two.get(b)) {
        if left == right {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if at(&lengths, a + 1, b) >= at(&lengths, a, b + 1) {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// Sentences that were taken out and put in at the same place: the similar ones are changes.
fn pair_up(one: &[String], two: &[String], gone: &[usize], new: &[usize]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut left: Vec<usize> = new.to_vec();
    if gone.len().saturating_mul(new.len()) > TRIED {
        steps.extend(gone.iter().copied().map(Step::Gone));
        steps.extend(left.into_iter().map(Step::New));
        return steps;
    }
    for a in gone {
        let likeness = |b: &usize| Some(likeness(one.get(*a)?, two.get(*b)?));
        let best = left
            .iter()
            .enumerate()
            .filter_map(|(place, b)| Some((likeness(b)?, place)))
            .max_by_key(|(likeness, place)| (*likeness, std::cmp::Reverse(*place)));
        match best.filter(|(likeness, _)| *likeness >= CHANGED) {
            Some((_, place)) => {
                let b = left.remove(place);
                steps.push(Step::Changed(*a, b));
            }
            None => steps.push(Step::Gone(*a)),
        }
    }
    steps.extend(left.into_iter().map(Step::New));
    steps
}

/// How many pairs of neighbouring characters two texts share, 0 to 100.
pub(super) fn likeness(one: &str, two: &str) -> usize {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        let mut pairs: Vec<(char, char)> =
            chars.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
        pairs.sort_unstable();
        pairs
    };
    let (one, two) = (pairs(one), pairs(two));
    let mut rest = two.iter().peekable();
    let mut shared = 0_usize;
    for pair in &one {
        while rest.next_if(|other| *other < pair).is_some() {}
        if rest.next_if(|other| *other == pair).is_some() {
            shared += 1;
        }
    }
    (200 * shared).checked_div(one.len() + two.len()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(one: &str, two: &str) -> Vec<Step> {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        differences(&words(one), &words(two))
    }

    #[test]
    fn what_was_taken_out_put_in_and_changed_is_told_in_order() {
        assert!(steps("甲乙丙 丁戊己", "甲乙丙 丁戊己").is_empty());
        assert_eq!(steps("一句 二句 三句", "一句 三句"), [Step::Gone(1)]);
        assert_eq!(steps("一句 三句", "一句 二句 三句"), [Step::New(1)]);
        assert_eq!(
            steps("全年公开信息12条 其他的句子", "全年公开信息13条 其他的句子"),
            [Step::Changed(0, 0)]
        );
        assert_eq!(
            steps("甲子乙丑 全年受理申请三件 完", "全年受理申请四件 丙寅丁卯 完"),
            [Step::Gone(0), Step::Changed(1, 0), Step::New(1)]
        );
    }

    #[test]
    fn likeness_counts_shared_pairs() {
        assert_eq!(likeness("全年公开", "全年公开"), 100);
        assert_eq!(likeness("全年公开", "其他事项"), 0);
        assert_eq!(likeness("", ""), 0);
    }
}
