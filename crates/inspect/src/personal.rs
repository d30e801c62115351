//! Numbers of persons in a text that is about to be published: what nobody may put before the public unmasked.
//!
//! The rules I-PRIV-1 to 3 say what a published report should not hold; here stands what is certain enough to refuse
//! a text for: a check digit, or a mobile number beside a name.

use std::ops::Range;

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalKind {
    /// 公民身份号码, with the right check digit (GB 11643).
    Identity,
    /// A bank card of China UnionPay, with the right check digit.
    BankCard,
    /// A mobile number behind what looks like a person's name, on a line that names no office or duty.
    Mobile,
}

impl PersonalKind {
    /// The Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Identity => "公民身份号码",
            Self::BankCard => "银行卡号",
            Self::Mobile => "个人手机号码",
        }
    }
}

/// A number found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalNumber {
    /// What it is.
    pub kind: PersonalKind,
    /// The line of the text, from 1.
    pub line: usize,
    /// Its last four signs, by which it can be found without being spread.
    pub tail: String,
}

/// The numbers of persons in a text, in its order. Digits may be of full width, and numbers printed in groups.
#[must_use]
pub fn personal_numbers(text: &str) -> Vec<PersonalNumber> {
    text.lines().zip(1..).flat_map(|(line, number)| in_line(line, number)).collect()
}

/// How identity numbers and cards are printed in groups.
const ID_GROUPS: &[usize] = &[6, 8, 4];
const CARD_GROUPS: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 4, 4, 4, 1], &[4, 4, 4, 4, 2], &[4, 4, 4, 4, 3]];

fn in_line(line: &str, number: usize) -> Vec<PersonalNumber> {
    let chars: Vec<char> = line.chars().map(half_width).collect();
    let words = words(&chars);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let solid = text_of(&chars, word);
        let id = grouped(&chars, rest, ID_GROUPS);
        let card =
            CARD_GROUPS.iter().filter_map(|groups| grouped(&chars, rest, groups)).find(|card| is_card(card));
        let hit = if is_identity_number(&solid) && !touches(&chars, word, "-") {
            Some((PersonalKind::Identity, solid))
        } else if let Some(id) = id.filter(|id| is_identity_number(id)) {
            Some((PersonalKind::Identity, id))
        } else if is_card(&solid) && !touches(&chars, word, "-/_.") {
            Some((PersonalKind::BankCard, solid))
        } else if let Some(card) = card {
            Some((PersonalKind::BankCard, card))
        } else if is_mobile(&solid) && !touches(&chars, word, "-/_.@") && has_owner(&chars, word.start) {
            Some((PersonalKind::Mobile, solid))
        } else {
            None
        };
        let named = |(kind, number_text): (PersonalKind, String)| {
            let skipped = number_text.chars().count().saturating_sub(4);
            PersonalNumber { kind, line: number, tail: number_text.chars().skip(skipped).collect() }
        };
        found.extend(hit.map(named));
    }
    found
}

/// Letters and digits of full width as the plain ones; every blank but the tab as a space.
fn half_width(sign: char) -> char {
    match sign {
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign)
        }
        '\u{3000}' | '\u{A0}' | '\u{2009}' => ' ',
        other => other,
    }
}

/// The runs of ASCII letters and digits.
fn words(chars: &[char]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, sign) in chars.iter().enumerate() {
        if !sign.is_ascii_alphanumeric() {
            continue;
        }
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    words
}

fn text_of(chars: &[char], word: &Range<usize>) -> String {
    chars.get(word.clone()).unwrap_or_default().iter().collect::<String>().to_ascii_uppercase()
}

/// Whether the word hangs on another by one of these signs, and so is part of a file number or an address.
fn touches(chars: &[char], word: &Range<usize>, signs: &str) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| chars.get(place)).copied();
    let hangs = |sign: Option<char>, beyond: Option<char>| {
        sign.is_some_and(|sign| signs.contains(sign))
            && beyond.is_some_and(|sign| sign.is_ascii_alphanumeric())
    };
    hangs(at(word.start.checked_sub(1)), at(word.start.checked_sub(2)))
        || hangs(at(Some(word.end)), at(Some(word.end + 1)))
}

/// The words put together, if they have these lengths and stand apart by one space or one stroke each.
fn grouped(chars: &[char], words: &[Range<usize>], lengths: &[usize]) -> Option<String> {
    let words = words.get(..lengths.len())?;
    let fits = words.iter().zip(lengths).all(|(word, length)| word.len() == *length);
    let stand_apart = words.windows(2).all(|pair| {
        let [before, behind] = pair else { return false };
        behind.start == before.end + 1 && matches!(chars.get(before.end), Some(' ' | '-'))
    });
    (fits && stand_apart).then(|| words.iter().map(|word| text_of(chars, word)).collect())
}

/// GB 11643: region, birthday, serial and a check digit modulo 11.
pub(crate) fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let chars: Vec<char> = text.to_ascii_uppercase().chars().collect();
    let digits: Vec<u32> = chars.iter().map_while(|c| c.to_digit(10)).take(WEIGHTS.len()).collect();
    let part = |from: usize, length: usize| {
        digits.iter().skip(from).take(length).fold(0_u32, |number, digit| number * 10 + digit)
    };
    let (year, month, day) = (part(6, 4), part(10, 2), part(12, 2));
    let is_birthday = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let is_region = (11..=82).contains(&part(0, 2));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = usize::try_from(sum % 11).ok().and_then(|rest| CHECK.get(rest));
    let is_long_enough = digits.len() == WEIGHTS.len() && chars.len() == WEIGHTS.len() + 1;
    is_long_enough && is_region && is_birthday && chars.last() == check
}

/// Cards of banks in China begin with 62 and have 16 to 19 digits; other runs of so many digits are serial numbers.
fn is_card(text: &str) -> bool {
    let is_number = (16..=19).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.starts_with("62") && has_check_digit(text)
}

/// Luhn's check digit.
pub(crate) fn has_check_digit(number: &str) -> bool {
    let digits = number.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 = digits
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_mobile(text: &str) -> bool {
    let mut digits = text.bytes();
    let is_number = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && digits.next() == Some(b'1')
        && digits.next().is_some_and(|second| (b'3'..=b'9').contains(&second))
}

/// A name stands at most so many signs before the number.
const NAME_WITHIN: usize = 16;
/// Words of a line whose number is there to be called: an office, a duty, a service.
const TO_BE_CALLED: &[&str] = &[
    "联系人",
    "咨询",
    "监督",
    "举报",
    "投诉",
    "值班",
    "热线",
    "办公",
    "报名",
    "负责",
    "责任",
    "经办",
    "接待",
    "服务",
    "河长",
    "林长",
    "网格",
    "书记",
    "主任",
    "所长",
    "站长",
    "镇长",
    "乡长",
    "村长",
    "干部",
    "专员",
    "医生",
    "医师",
    "律师",
    "调解员",
    "工作人员",
    "代理",
];
/// The surnames of nine people in ten.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤哈纳虎拜撒";
/// What ends the name of a place or a body, not of a person.
const NOT_OF_PERSONS: &[char] = &[
    '村', '组', '镇', '乡', '县', '市', '区', '站', '所', '办', '室', '局', '队', '社', '部', '院', '校',
    '会', '店', '厂', '场', '司', '心', '庄', '路', '街', '号', '话', '式', '机', '元', '人',
];

/// Whether a person's name stands shortly before the number, and nothing on the line says that it is there to be called.
fn has_owner(chars: &[char], at: usize) -> bool {
    let line: String = chars.iter().collect();
    if TO_BE_CALLED.iter().any(|word| line.contains(word)) {
        return false;
    }
    let before = chars.get(at.saturating_sub(NAME_WITHIN)..at).unwrap_or_default();
    before.split(|sign| !is_han(*sign)).any(is_name)
}

fn is_name(run: &[char]) -> bool {
    let is_surname = run.first().is_some_and(|sign| SURNAMES.contains(*sign));
    (2..=4).contains(&run.len())
        && is_surname
        && run.last().is_some_and(|sign| !NOT_OF_PERSONS.contains(sign))
}

const fn is_han(sign: char) -> bool {
    matches!(sign, '\u{4E00}'..='\u{9FFF}')
}
