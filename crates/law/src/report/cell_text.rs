//! Cells as text: read from what people write, printed as the form prints.

use super::cell::{Cell, Unit};

/// A cell read from text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    /// What the text says.
    pub cell: Cell,
    /// What a person should know about how it was read.
    pub remark: Option<Remark>,
}

/// Something unusual in the writing of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A sign that stands for “nothing here” (`/`, `—`, `空`): read as a blank, never as zero.
    Marker(String),
    /// A unit written inside the cell: `3件`, `1.5万元`.
    UnitWritten(String),
}

/// Signs that people write into a cell they leave empty.
const MARKERS: [&str; 7] = ["/", "//", "-", "--", "---", "空", "空白"];
/// Units of things that people write behind a number.
const THINGS: [&str; 7] = ["件", "项", "条", "个", "宗", "次", "起"];
/// Fen in 万元, 亿元 and 元.
const WAN: i64 = 1_000_000;
const YI: i64 = 10_000_000_000;
const YUAN: i64 = 100;

impl Cell {
    /// Reads a cell. Nothing is lost: what is no number of this unit is kept as `NotANumber`.
    #[must_use]
    pub fn parse(text: &str, unit: Unit) -> CellText {
        let plain = fold(text);
        if plain.is_empty() {
            return CellText { cell: Self::Blank, remark: None };
        }
        if MARKERS.contains(&plain.as_str()) {
            let remark = Some(Remark::Marker(text.trim().to_owned()));
            return CellText { cell: Self::Blank, remark };
        }
        let read = match unit {
            Unit::Items => things(&plain, Self::Count),
            Unit::Change => things(&plain, Self::Delta),
            Unit::MoneyWan | Unit::MoneyNamed => money(&plain),
        };
        read.unwrap_or_else(|| CellText { cell: Self::NotANumber(text.trim().to_owned()), remark: None })
    }

    /// Prints a cell as the form does: a blank is empty, money is in 万元, exact to the fen.
    #[must_use]
    pub fn print(&self, unit: Unit) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Count(n) | Self::Delta(n) => n.to_string(),
            Self::NotANumber(text) => text.clone(),
            Self::Money(fen) if unit == Unit::MoneyNamed && *fen != 0 => format!("{}万元", wan(*fen)),
            Self::Money(fen) => wan(*fen),
        }
    }
}

/// Fen as 万元 without needless zeros: 75926000 is `75.926`.
fn wan(fen: i64) -> String {
    decimal(fen, WAN, 6)
}

/// Fen as 元: 38000 is `380`, 38050 is `380.5`.
#[must_use]
pub fn yuan(fen: i64) -> String {
    decimal(fen, YUAN, 2)
}

fn decimal(amount: i64, scale: i64, digits: usize) -> String {
    let (scale, size) = (scale.unsigned_abs(), amount.unsigned_abs());
    let sign = if amount < 0 { "-" } else { "" };
    let fraction = format!("{:0digits$}", size % scale);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", size / scale)
}

/// Trimmed, with full-width digits, signs and blanks made half-width and all dashes made `-`.
fn fold(text: &str) -> String {
    let folded: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '−' | '–' | '—' | '─' | '﹣' => '-',
            _ => c,
        })
        .collect();
    folded.trim().to_owned()
}

fn things(plain: &str, cell: fn(i64) -> Cell) -> Option<CellText> {
    let (digits, remark) = match THINGS.iter().find_map(|thing| plain.strip_suffix(thing)) {
        Some(digits) => (digits.trim_end(), Some(Remark::UnitWritten(plain.to_owned()))),
        None => (plain, None),
    };
    let number = signed(digits)?;
    (number.fraction.is_empty())
        .then(|| number.scaled(1))
        .flatten()
        .map(|n| CellText { cell: cell(n), remark })
}

fn money(plain: &str) -> Option<CellText> {
    const SUFFIXES: [(&str, i64); 5] = [("亿元", YI), ("万元", WAN), ("亿", YI), ("万", WAN), ("元", YUAN)];
    let written =
        SUFFIXES.iter().find_map(|(suffix, scale)| Some((plain.strip_suffix(suffix)?.trim_end(), *scale)));
    let (digits, scale) = written.unwrap_or((plain, WAN));
    let fen = signed(digits)?.scaled(scale)?;
    let remark = written.map(|_| Remark::UnitWritten(plain.to_owned()));
    Some(CellText { cell: Cell::Money(fen), remark })
}

/// A decimal number taken apart.
struct Decimal {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Decimal {
    /// The number times `scale` (a power of ten), if that is a whole number of 64 bits.
    fn scaled(&self, scale: i64) -> Option<i64> {
        let places = usize::try_from(scale.ilog10()).ok()?;
        let fraction = self.fraction.trim_end_matches('0');
        if fraction.len() > places {
            return None;
        }
        let digits = format!("{}{fraction:0<places$}", self.whole);
        let size: i64 = digits.parse().ok()?;
        Some(if self.negative { -size } else { size })
    }
}

/// Reads `-1,234.50`, `+3`, `增加3`, `减少3`; thousands separators must stand in the right places.
fn signed(text: &str) -> Option<Decimal> {
    const SIGNS: [(&str, bool); 6] =
        [("-", true), ("减少", true), ("减", true), ("+", false), ("增加", false), ("增", false)];
    let (negative, digits) = SIGNS
        .iter()
        .find_map(|(sign, negative)| Some((*negative, text.strip_prefix(sign)?.trim_start())))
        .unwrap_or((false, text));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let whole = ungrouped(whole)?;
    let fraction = fraction.unwrap_or_default();
    let written_well = is_digits(&whole) && (is_digits(fraction) || !digits.contains('.'));
    written_well.then(|| Decimal { negative, whole, fraction: fraction.to_owned() })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Takes thousands separators out; none if they do not stand every three digits.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let in_place =
        rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    in_place.then(|| whole.replace(',', ""))
}
