//! Numbers that a list counts by itself and that the file therefore does not contain.

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// 1, 2, 3
    Arabic,
    /// 一, 二, 三
    Chinese,
    /// a, b, c
    Letter,
    /// A, B, C
    Capital,
    /// i, ii, iii
    Roman,
    /// I, II, III
    RomanCapital,
    /// ①, ②, ③
    Circled,
    /// Nothing is printed.
    None,
}

impl Numeral {
    /// By the attribute `type` of a list in HTML.
    pub(crate) fn of_html(kind: &str) -> Self {
        match kind.trim() {
            "a" => Self::Letter,
            "A" => Self::Capital,
            "i" => Self::Roman,
            "I" => Self::RomanCapital,
            _ => Self::Arabic,
        }
    }

    /// By `w:numFmt` of WordprocessingML (ECMA-376 part 1, 17.18.59).
    pub(crate) fn of_word(format: &str) -> Self {
        match format {
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "ideographDigital"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "japaneseDigitalTenThousand" => Self::Chinese,
            "lowerLetter" => Self::Letter,
            "upperLetter" => Self::Capital,
            "lowerRoman" => Self::Roman,
            "upperRoman" => Self::RomanCapital,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "none" | "bullet" => Self::None,
            _ => Self::Arabic,
        }
    }

    /// The number as this list prints it; what a way of counting does not reach is printed in digits.
    pub(crate) fn print(self, number: i64) -> String {
        let small = u32::try_from(number).ok().filter(|number| *number >= 1);
        let printed = match self {
            Self::None => Some(String::new()),
            Self::Arabic => None,
            Self::Chinese => small.and_then(chinese),
            Self::Letter => small.and_then(|number| letter(number, 'a')),
            Self::Capital => small.and_then(|number| letter(number, 'A')),
            Self::Roman => small.and_then(roman),
            Self::RomanCapital => small.and_then(roman).map(|text| text.to_ascii_uppercase()),
            Self::Circled => small
                .filter(|number| *number <= 20)
                .and_then(|n| char::from_u32(0x245F + n))
                .map(String::from),
        };
        printed.unwrap_or_else(|| number.to_string())
    }
}

fn chinese(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, number % 10);
    let digit = |index: u32| DIGITS.get(index as usize).copied();
    match tens {
        0 => digit(ones).map(str::to_owned),
        1 => Some(format!("十{}", digit(ones)?)),
        2..=9 => Some(format!("{}十{}", digit(tens)?, digit(ones)?)),
        _ => None,
    }
}

fn letter(number: u32, first: char) -> Option<String> {
    (number <= 26).then(|| char::from_u32(first as u32 + number - 1).map(String::from))?
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut left = (number < 400).then_some(number)?;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_as_their_readers_expect() {
        let cases = [
            (Numeral::Chinese, 1, "一"),
            (Numeral::Chinese, 10, "十"),
            (Numeral::Chinese, 21, "二十一"),
            (Numeral::Arabic, -3, "-3"),
            (Numeral::Roman, 14, "xiv"),
            (Numeral::Circled, 3, "③"),
            (Numeral::Letter, 27, "27"),
        ];
        for (numeral, number, text) in cases {
            assert_eq!(numeral.print(number), text);
        }
    }
}
