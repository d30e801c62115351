//! What stands around a run of digits, and what that makes of it.

use super::number::{digit, digits_end};

/// A run of digits with the letters before and after it.
pub(super) struct Surroundings<'a> {
    letters: &'a [char],
    start: usize,
    end: usize,
    /// The number, if it is short enough to be a year, month, day or ordinal.
    value: Option<u32>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(letters: &'a [char], start: usize, end: usize) -> Self {
        let digits: Option<Vec<u32>> =
            letters.iter().skip(start).take(end - start).map(|letter| digit(*letter)).collect();
        let value = digits
            .filter(|digits| digits.len() <= 6)
            .map(|digits| digits.iter().fold(0, |value, digit| value * 10 + digit));
        Self { letters, start, end, value }
    }

    /// Dates, document numbers, articles, ordinals, enumerators and the hotline's name are no statistics.
    pub(super) fn is_no_statistic(&self) -> bool {
        self.is_year()
            || self.is_month_or_day()
            || self.is_document_number()
            || self.is_ordinal()
            || self.is_enumerator()
            || self.is_hotline()
    }

    fn before(&self) -> Option<char> {
        self.letters.iter().take(self.start).rfind(|letter| !is_blank(**letter)).copied()
    }

    fn after(&self) -> Option<char> {
        self.after_nth(0)
    }

    /// The n-th letter after the digits, blanks left out.
    fn after_nth(&self, n: usize) -> Option<char> {
        self.letters.iter().skip(self.end).filter(|letter| !is_blank(**letter)).nth(n).copied()
    }

    /// The number that a connector joins to this one: 2020—2022, 1至3.
    fn joined(&self) -> Option<Self> {
        let connector = self
            .after()
            .filter(|letter| matches!(letter, '-' | '－' | '—' | '–' | '~' | '至' | '到' | '、' | '和'));
        connector?;
        let skipped = |letter: &&char| is_blank(**letter) || Some(**letter) == connector;
        let start = self.end + self.letters.iter().skip(self.end).take_while(skipped).count();
        let end = digits_end(self.letters, start)?;
        Some(Self::of(self.letters, start, end))
    }

    fn is_year(&self) -> bool {
        self.value.is_some_and(|value| (1900..2200).contains(&value))
            && (self.after() == Some('年') || self.joined().is_some_and(|next| next.is_year()))
    }

    fn is_month_or_day(&self) -> bool {
        let is_month = self.value.is_some_and(|value| (1..=12).contains(&value))
            && (self.after() == Some('月') || self.joined().is_some_and(|next| next.after() == Some('月')));
        let is_day = self.value.is_some_and(|value| (1..=31).contains(&value))
            && matches!(self.after(), Some('日' | '号'))
            && self.follows_date();
        is_month || is_day
    }

    /// Behind a month, or behind 日至, 日、 and the like.
    fn follows_date(&self) -> bool {
        let mut backwards = self.letters.iter().take(self.start).rev().filter(|letter| !is_blank(**letter));
        match backwards.next() {
            Some('月') => true,
            Some('至' | '到' | '、' | '和' | '-' | '—') => {
                matches!(backwards.next(), Some('日' | '号'))
            }
            _ => false,
        }
    }

    /// `〔2021〕30号`: the year in its brackets and the number behind them.
    fn is_document_number(&self) -> bool {
        let is_year = matches!(self.before(), Some('〔' | '[' | '［' | '(' | '（' | '【'))
            && self.after().is_some_and(is_closing)
            && self.after_nth(1).is_some_and(|letter| digit(letter).is_some() || letter == '第');
        let is_number = self.after() == Some('号') && self.before().is_some_and(is_closing);
        is_year || is_number
    }

    /// 第20条, 第3季度, 第711号.
    fn is_ordinal(&self) -> bool {
        self.before() == Some('第')
    }

    /// `1.`, `2、`, `（3）` at the beginning of a sentence.
    fn is_enumerator(&self) -> bool {
        let is_short = self.value.is_some_and(|value| value < 100);
        let at_start = |letter: Option<char>| {
            letter.is_none_or(|letter| matches!(letter, '\n' | '。' | '；' | '：' | ':' | ';' | '！' | '？'))
        };
        let raw_before =
            self.letters.iter().take(self.start).rfind(|letter| !matches!(letter, ' ' | '　' | '\t'));
        let marked = matches!(self.after(), Some('.' | '．' | '、' | ')' | '）'));
        let in_brackets =
            matches!(self.before(), Some('(' | '（')) && matches!(self.after(), Some(')' | '）'));
        let before_bracket = || {
            let before =
                self.letters.iter().take(self.start).rposition(|letter| matches!(letter, '(' | '（'));
            before.and_then(|at| {
                self.letters.iter().take(at).rfind(|letter| !matches!(letter, ' ' | '　' | '\t'))
            })
        };
        is_short
            && ((marked && at_start(raw_before.copied()))
                || (in_brackets && at_start(before_bracket().copied())))
    }

    /// 12345热线, “12345”便民服务平台.
    fn is_hotline(&self) -> bool {
        const NAMED: [&str; 9] = ["热线", "便民", "政务", "平台", "市民", "服务", "工单", "民生", "投诉"];
        let rest =
            self.letters.iter().skip(self.end).filter(|letter| !matches!(letter, '”' | '"' | '’' | '」'));
        let rest: String = rest.take(2).collect();
        self.value == Some(12345) && NAMED.contains(&rest.as_str())
    }
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '　' | '\t')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '〕' | ']' | '］' | ')' | '）' | '】')
}
