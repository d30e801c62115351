//! Numbers as people write them: thousands separators, a unit behind, money in 元 or 万元.

/// The unit of money that a header or a cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyUnit {
    /// 元: at most two decimals.
    Yuan,
    /// 万元: at most six decimals.
    TenThousandYuan,
}

impl MoneyUnit {
    /// How many decimals a fen has in this unit.
    const fn decimals(self) -> usize {
        match self {
            Self::Yuan => 2,
            Self::TenThousandYuan => 6,
        }
    }
}

/// Reads a whole number; `12.0`, as a spreadsheet may hold it, is one.
pub(super) fn read_integer(text: &str) -> Result<i64, String> {
    let bare = text.trim_end_matches(['件', '条', '项', '个', '次', '份', '年', ' ']);
    let (whole, fraction) =
        split(bare).ok_or_else(|| format!("“{text}”不是数字，请填写整数；没有的填 0 或留空"))?;
    if fraction.bytes().any(|digit| digit != b'0') {
        return Err(format!("“{text}”不是整数，请改正"));
    }
    whole.parse().map_err(|_| format!("“{text}”过大，请核对"))
}

/// Reads an amount into fen. A unit in the cell outweighs the one in the header.
pub(super) fn read_money(text: &str, unit: MoneyUnit) -> Result<i64, String> {
    let bare = text.trim_start_matches(['¥', '￥', ' ']).trim_end();
    let (bare, unit) = match (bare.strip_suffix("万元"), bare.strip_suffix('元')) {
        (Some(bare), _) => (bare, MoneyUnit::TenThousandYuan),
        (None, Some(bare)) => (bare, MoneyUnit::Yuan),
        (None, None) => (bare, unit),
    };
    let (whole, fraction) =
        split(bare.trim()).ok_or_else(|| format!("“{text}”不是金额，请写成 1234.56，单位元"))?;
    let (kept, beyond) = fraction.split_at_checked(unit.decimals()).unwrap_or((&fraction, ""));
    if beyond.bytes().any(|digit| digit != b'0') {
        return Err(format!("“{text}”精确到了分以下，请写到分为止"));
    }
    let digits = format!("{whole}{kept:0<width$}", width = unit.decimals());
    digits.parse().map_err(|_| format!("“{text}”过大，请核对"))
}

/// An amount in yuan with two decimals: `-0.05`, `1234.50`.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let amount = fen.unsigned_abs();
    format!("{sign}{}.{:02}", amount / 100, amount % 100)
}

/// Sign and whole digits, and the digits behind the point; none if it is no number. Separators of
/// thousands must separate thousands, so that `1,5` is not read as fifteen.
fn split(text: &str) -> Option<(String, String)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    if first.is_empty() || (is_grouped && first.len() > 3) {
        return None;
    }
    let mut joined = format!("{sign}{first}");
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
    }
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_complete = !digits.ends_with('.');
    (is_number(joined.trim_start_matches('-')) && is_number(fraction) && is_complete)
        .then(|| (joined, fraction.to_owned()))
}
