//! A grid of drawn lines as cells. Two fields without a line between them are one cell.

use super::ruled::Line;

/// Lines nearer than this are one line, in points.
const SAME: f64 = 3.0;
/// How far a line reaches beyond the outermost crossing one where the table's side is not drawn, in points.
const OPEN_SIDE: f64 = 12.0;

/// More fields than this on one page are a drawing.
const MAX_FIELDS: usize = 20_000;

/// A cell: where it begins and how many rows and columns it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GridCell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// The cells between lines.
#[derive(Debug)]
pub(super) struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    cells: Vec<GridCell>,
    /// Which cell each field belongs to, row by row.
    owners: Vec<usize>,
}

impl Grid {
    /// The grid of lines that touch one another; none if they are a mere box or frame.
    pub(super) fn of(mut across: Vec<Line>, mut down: Vec<Line>) -> Option<Self> {
        for lines in [&mut across, &mut down] {
            lines.sort_by(|one, other| one.at.total_cmp(&other.at));
        }
        let (across, down) = (across.as_slice(), down.as_slice());
        let xs = edges(down, across);
        let ys = edges(across, down);
        let (columns, rows) = (xs.len().saturating_sub(1), ys.len().saturating_sub(1));
        if rows == 0 || columns == 0 || rows * columns < 2 {
            return None;
        }
        if rows.saturating_mul(columns) > MAX_FIELDS {
            return None;
        }
        let mut grid = Self { xs, ys, cells: Vec::new(), owners: vec![usize::MAX; rows * columns] };
        for row in 0..rows {
            for column in 0..columns {
                if grid.owner(row, column).is_none() {
                    grid.claim(row, column, across, down);
                }
            }
        }
        (grid.cells.len() > 1).then_some(grid)
    }

    /// Makes a cell that begins here: as far to the right as no line stands, then as far down.
    fn claim(&mut self, row: usize, column: usize, across: &[Line], down: &[Line]) {
        let mut columns = 1;
        while column + columns < self.column_count()
            && self.owner(row, column + columns).is_none()
            && !is_drawn(down, self.x(column + columns), (self.y(row), self.y(row + 1)))
        {
            columns += 1;
        }
        let mut rows = 1;
        while row + rows < self.row_count()
            && (column..column + columns).all(|column| {
                self.owner(row + rows, column).is_none()
                    && !is_drawn(across, self.y(row + rows), (self.x(column), self.x(column + 1)))
            })
        {
            rows += 1;
        }
        let cell = self.cells.len();
        self.cells.push(GridCell { row, column, rows, columns });
        let width = self.column_count();
        for row in row..row + rows {
            for column in column..column + columns {
                if let Some(owner) = self.owners.get_mut(row * width + column) {
                    *owner = cell;
                }
            }
        }
    }

    fn owner(&self, row: usize, column: usize) -> Option<usize> {
        self.owners.get(row * self.column_count() + column).copied().filter(|owner| *owner != usize::MAX)
    }

    fn x(&self, index: usize) -> f64 {
        self.xs.get(index).copied().unwrap_or(f64::INFINITY)
    }

    fn y(&self, index: usize) -> f64 {
        self.ys.get(index).copied().unwrap_or(f64::INFINITY)
    }

    /// How many rows.
    pub(super) fn row_count(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    fn column_count(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    /// Its cells, row by row, from left to right.
    pub(super) fn cells(&self) -> &[GridCell] {
        &self.cells
    }

    /// How many cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The edges of its columns.
    pub(super) fn columns(&self) -> &[f64] {
        &self.xs
    }

    /// Its upper edge.
    pub(super) fn top(&self) -> f64 {
        self.y(0)
    }

    /// The cell around a point.
    pub(super) fn cell_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let place = |edges: &[f64], at: f64| edges.partition_point(|edge| *edge <= at).checked_sub(1);
        let (column, row) = (place(&self.xs, x)?, place(&self.ys, y)?);
        if column >= self.column_count() || row >= self.row_count() {
            return None;
        }
        self.owner(row, column)
    }
}

/// The places of lines, and the ends of the lines that cross them where a side is not drawn.
fn edges(lines: &[Line], crossing: &[Line]) -> Vec<f64> {
    let mut places: Vec<f64> = lines.iter().map(|line| line.at).collect();
    places.sort_by(f64::total_cmp);
    let first = crossing.iter().map(|line| line.from).fold(f64::INFINITY, f64::min);
    let last = crossing.iter().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
    if places.first().is_some_and(|place| *place - first > OPEN_SIDE) {
        places.insert(0, first);
    }
    if places.last().is_some_and(|place| last - *place > OPEN_SIDE) {
        places.push(last);
    }
    let mut edges: Vec<f64> = Vec::new();
    for place in places {
        if edges.last().is_none_or(|last| place - last > SAME) {
            edges.push(place);
        }
    }
    edges
}

/// Whether a line is drawn here, over the middle of this stretch. The lines are sorted by their places.
fn is_drawn(lines: &[Line], at: f64, (from, to): (f64, f64)) -> bool {
    let middle = f64::midpoint(from, to);
    let first = lines.partition_point(|line| line.at < at - SAME);
    let near = lines.iter().skip(first).take_while(|line| line.at <= at + SAME);
    { near }.any(|line| line.from <= middle && line.to >= middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: f64, from: f64, to: f64) -> Line {
        Line { at, from, to }
    }

    #[test]
    fn fields_without_a_line_between_them_are_one_cell() {
        // A head over two columns, then two cells.
        let across = [line(0.0, 0.0, 100.0), line(20.0, 0.0, 100.0), line(40.0, 0.0, 100.0)];
        let down = [line(0.0, 0.0, 40.0), line(50.0, 20.0, 40.0), line(100.0, 0.0, 40.0)];
        let grid = Grid::of(across.to_vec(), down.to_vec()).unwrap();
        assert_eq!(
            grid.cells(),
            [
                GridCell { row: 0, column: 0, rows: 1, columns: 2 },
                GridCell { row: 1, column: 0, rows: 1, columns: 1 },
                GridCell { row: 1, column: 1, rows: 1, columns: 1 }
            ]
        );
        assert_eq!((grid.cell_at((70.0, 30.0)), grid.cell_at((70.0, 50.0))), (Some(2), None));
    }

    #[test]
    fn a_box_is_no_table_and_a_side_that_is_not_drawn_is_no_loss() {
        let frame = [line(0.0, 0.0, 100.0), line(20.0, 0.0, 100.0)];
        assert!(Grid::of(frame.to_vec(), vec![line(0.0, 0.0, 20.0), line(100.0, 0.0, 20.0)]).is_none());
        let open = Grid::of(frame.to_vec(), vec![line(30.0, 0.0, 20.0), line(60.0, 0.0, 20.0)]).unwrap();
        assert_eq!(open.len(), 3);
    }
}
