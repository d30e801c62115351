//! Numbers written in Chinese numerals: 三件, 百分之五, 十二万元 — but not 第一项, 一件事, 十九届四次.

/// What makes a numeral a number of things.
const COUNTERS: [char; 13] = ['件', '条', '次', '份', '期', '场', '篇', '宗', '项', '元', '%', '％', '批'];
/// What makes a numeral an ordinal or an idiom when it stands before it.
const NOT_AFTER: [char; 9] = ['第', '届', '每', '逐', '统', '唯', '某', '初', '之'];
/// Phrases that count nothing.
const IDIOMS: [&str; 9] =
    ["一次性", "一件事", "一次办", "一次不", "一条龙", "一条心", "一条街", "一项项", "一场硬仗"];

/// A run of Chinese numerals that begins here: where it ends, and whether it counts something.
pub(super) fn chinese_numeral(letters: &[char], start: usize) -> Option<(usize, bool)> {
    let run = letters.iter().skip(start).take_while(|letter| is_numeral(**letter)).count();
    if run == 0 {
        return None;
    }
    let end = start + run;
    let before = start.checked_sub(1).and_then(|at| letters.get(at)).copied();
    let text = |from: usize, length: usize| letters.iter().skip(from).take(length).collect::<String>();
    if start >= 3 && text(start - 3, 3) == "百分之" {
        return Some((end, true));
    }
    let next = letters.iter().skip(end).find(|letter| !matches!(letter, '余' | '多' | '几')).copied();
    let counts = next.is_some_and(|letter| COUNTERS.contains(&letter))
        && !before.is_some_and(|letter| NOT_AFTER.contains(&letter))
        && !IDIOMS.iter().any(|idiom| text(start, idiom.chars().count()) == *idiom);
    Some((end, counts))
}

fn is_numeral(letter: char) -> bool {
    matches!(
        letter,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}
