//! Transformations of the plane (ISO 32000-1, 8.3).

use crate::pages::Heading;

/// `[a b c d e f]`: a point becomes `(a x + c y + e, b x + d y + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    /// A shift.
    pub(super) const fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Where a point comes to lie.
    pub(super) fn point(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long a unit along the line of text becomes.
    pub(super) fn along(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How high a unit across the line of text becomes.
    pub(super) fn across(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// Which way text runs, y pointing downwards.
    pub(super) fn heading(self) -> Heading {
        let [a, b, ..] = self.0;
        let least = 0.1 * a.hypot(b);
        match (a, b) {
            _ if b.abs() <= least => {
                if a >= 0.0 {
                    Heading::Right
                } else {
                    Heading::Left
                }
            }
            _ if a.abs() <= least => {
                if b > 0.0 {
                    Heading::Down
                } else {
                    Heading::Up
                }
            }
            _ => Heading::Aslant,
        }
    }
}
