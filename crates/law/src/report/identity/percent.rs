//! Percentages as people write them: so many digits, rounded or cut off.

use super::super::prose::Amount;

/// A percentage as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Percent {
    value: i128,
    decimals: u32,
}

impl Percent {
    /// None if the amount is no percentage or has more decimals than anybody writes.
    pub(super) fn of(amount: Amount) -> Option<Self> {
        match amount {
            Amount::Percent { value, decimals } if decimals <= 9 => {
                Some(Self { value: value.into(), decimals })
            }
            _ => None,
        }
    }

    /// Whether it says `part` of `whole`, rounded or cut off at its last digit. `whole` must not be zero.
    pub(super) fn is_ratio(self, part: i128, whole: i128) -> bool {
        let exact = part * self.scale();
        (exact - self.value * whole).abs() < whole.abs()
    }

    /// The ratio with one digit more than was written, so that the difference shows: `105.6%`.
    pub(super) fn ratio_in_words(self, part: i128, whole: i128) -> String {
        let doubled = 20 * part * self.scale();
        let rounded = (doubled + whole).div_euclid(2 * whole);
        let unit = 10_i128.pow(self.decimals + 1);
        let sign = if rounded < 0 { "-" } else { "" };
        let (int, fraction) = (rounded.abs() / unit, rounded.abs() % unit);
        let digits = usize::try_from(self.decimals).unwrap_or_default() + 1;
        format!("{sign}{int}.{fraction:0digits$}%")
    }

    fn scale(self) -> i128 {
        100 * 10_i128.pow(self.decimals)
    }
}
