//! 索引号 (《政府信息公开目录系统实施指引（试行）》): twenty characters, nine for the publisher, `/`, the year, `-`, a serial of five digits.
//!
//! Where the county's system assigns index numbers, its number is kept as given; only a body without
//! one generates its own.

use crate::measure::Year;

/// How a body comes by its index numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexScheme {
    /// Somebody else assigns them; any text of 1 to 64 visible characters is one.
    Assigned,
    /// Ours: the nine characters of the publisher before the stroke.
    National(IndexPrefix),
}

/// The nine characters that name the publisher: organisation code or the county's own code, `[0-9A-Z]{9}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexPrefix(String);

impl IndexPrefix {
    /// Reads the nine characters.
    ///
    /// # Errors
    /// A Chinese sentence if they are not nine digits and capital letters.
    pub fn parse(text: &str) -> Result<Self, String> {
        let is_code =
            text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        if is_code {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("“{text}”不能作索引号的机构代码，应为九位数字或大写字母"))
        }
    }
}

impl IndexScheme {
    /// The index number with that serial; none where somebody else assigns, or the five digits are used up.
    #[must_use]
    pub fn generate(&self, year: Year, serial: u32) -> Option<String> {
        match self {
            Self::National(prefix) if (1..=99_999).contains(&serial) => {
                Some(format!("{}/{:04}-{serial:05}", prefix.0, year.get()))
            }
            _ => None,
        }
    }

    /// Whether the text may stand as an index number.
    ///
    /// # Errors
    /// A Chinese sentence that says what one looks like.
    pub fn check(&self, text: &str) -> Result<(), String> {
        match self {
            Self::Assigned => {
                let length = text.chars().count();
                let is_visible =
                    !text.chars().any(|character| character.is_whitespace() || character.is_control());
                if (1..=64).contains(&length) && is_visible {
                    Ok(())
                } else {
                    Err("索引号应为一至六十四个字，不能有空格".into())
                }
            }
            Self::National(prefix) => {
                let expected = format!("{}/2025-00001", prefix.0);
                let is_ours = text
                    .strip_prefix(prefix.0.as_str())
                    .and_then(|rest| rest.strip_prefix('/'))
                    .and_then(|rest| rest.split_once('-'))
                    .is_some_and(|(year, serial)| {
                        year.len() == 4
                            && serial.len() == 5
                            && year.parse().ok().and_then(Year::new).is_some()
                            && serial.bytes().all(|byte| byte.is_ascii_digit())
                    });
                if is_ours {
                    Ok(())
                } else {
                    Err(format!("“{text}”不是本机关的索引号，应如 {expected}"))
                }
            }
        }
    }
}
