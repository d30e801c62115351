//! Drawn paths: which of them are lines that can rule a table.

use super::matrix::Matrix;
use crate::limits::MAX_ON_PAGE;
use crate::pages::{Area, THIN};

/// A filled part with more corners than this is a drawing.
const MAX_CORNERS: usize = 12;

/// The path under construction, its points already on the page.
#[derive(Debug, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
    points: usize,
}

#[derive(Debug, Default)]
struct Part {
    points: Vec<(f64, f64)>,
    has_curves: bool,
}

/// A path with more points is a drawing.
const MAX_POINTS: usize = 100_000;

impl Path {
    pub(super) fn move_to(&mut self, matrix: Matrix, point: (f64, f64)) {
        if self.is_small() {
            self.points += 1;
            self.parts.push(Part { points: vec![matrix.point(point)], has_curves: false });
        }
    }

    pub(super) fn line_to(&mut self, matrix: Matrix, point: (f64, f64)) {
        if !self.is_small() {
            return;
        }
        if let Some(part) = self.parts.last_mut() {
            self.points += 1;
            part.points.push(matrix.point(point));
        }
    }

    pub(super) fn curve(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.has_curves = true;
        }
    }

    pub(super) fn rectangle(&mut self, matrix: Matrix, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.move_to(matrix, (x, y));
        for corner in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
            self.line_to(matrix, corner);
        }
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.points.first().copied()
        {
            part.points.push(first);
        }
    }

    fn is_small(&self) -> bool {
        self.points < MAX_POINTS
    }

    /// Ends the path. A stroke rules along its sides; a filled area rules only where it is thin.
    pub(super) fn end(&mut self, is_stroked: bool, is_filled: bool, rules: &mut Vec<Area>) {
        self.points = 0;
        for part in std::mem::take(&mut self.parts) {
            if part.has_curves || rules.len() > MAX_ON_PAGE {
                continue;
            }
            if is_stroked {
                let sides =
                    part.points.windows(2).filter_map(|side| Some(Area::of(*side.first()?, *side.last()?)));
                rules.extend(sides.filter(|side| is_thin(*side)));
            } else if is_filled && part.points.len() <= MAX_CORNERS {
                let points = part.points.iter().map(|point| Area::of(*point, *point));
                rules.extend(points.reduce(Area::around).filter(|area| is_thin(*area)));
            }
        }
    }
}

fn is_thin(area: Area) -> bool {
    (area.right - area.left).min(area.bottom - area.top) <= THIN
}
