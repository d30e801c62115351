//! The two statutory forms and what they have in common: parts, cells, units, exact labels.
//!
//! F2019 = 国办公开办函〔2019〕60号 (report years up to 2020); F2021 = 国办公开办函〔2021〕30号 (from 2021).

use super::cell::Unit;
use super::code::codes;
use super::grid::Grid;
use super::key::{CellKey, RequestColumn, RequestRow};
use super::{table_four, table_three, table_two};

codes! {
    /// A version of the report form.
    pub enum Form {
        /// 国办公开办函〔2019〕60号, for the years 2019 and 2020.
        F2019 = "F2019",
        /// 国办公开办函〔2021〕30号, from the year 2021.
        F2021 = "F2021",
    }
}

impl Form {
    /// The form that the law prescribes for a report year.
    #[must_use]
    pub const fn for_year(year: i16) -> Self {
        if year <= 2020 { Self::F2019 } else { Self::F2021 }
    }

    /// The notice that set this form.
    #[must_use]
    pub const fn notice(self) -> &'static str {
        match self {
            Self::F2019 => "国办公开办函〔2019〕60号",
            Self::F2021 => "国办公开办函〔2021〕30号",
        }
    }

    /// The blocks of table 二, in printed order.
    #[must_use]
    pub const fn blocks(self) -> &'static [table_two::Block] {
        match self {
            Self::F2019 => table_two::F2019,
            Self::F2021 => table_two::F2021,
        }
    }

    /// The numeric rows of table 三, in printed order: 23 in F2019, 25 in F2021.
    #[must_use]
    pub const fn request_rows(self) -> &'static [table_three::RowLabel] {
        match self {
            Self::F2019 => table_three::F2019,
            Self::F2021 => table_three::F2021,
        }
    }

    /// The rows of table 三 that say how a case ended, without 总计.
    pub fn result_rows(self) -> impl Iterator<Item = RequestRow> {
        self.request_rows().iter().map(|label| label.row).filter(|row| row.is_result())
    }

    /// Every cell of the form, in printed order.
    #[must_use]
    pub fn cells(self) -> Vec<CellKey> {
        let mut cells = table_two::cells(self);
        cells.extend(table_three::cells(self));
        cells.extend(table_four::cells());
        cells
    }

    /// Whether the form has this cell.
    #[must_use]
    pub fn has(self, key: CellKey) -> bool {
        self.unit(key).is_some()
    }

    /// The unit a cell is printed in; none if the form has no such cell.
    #[must_use]
    pub fn unit(self, key: CellKey) -> Option<Unit> {
        match key {
            CellKey::Business(row, column) => table_two::unit(self, row, column),
            CellKey::Request(row, _) => {
                self.request_rows().iter().any(|label| label.row == row).then_some(Unit::Items)
            }
            CellKey::Dispute(..) => Some(Unit::Items),
        }
    }

    /// Where a cell stands, in the form's own words, for messages: `表三“（一）予以公开”的“自然人”列`.
    #[must_use]
    pub fn cell_name(self, key: CellKey) -> String {
        match key {
            CellKey::Business(row, column) => table_two::name(self, row, column),
            CellKey::Request(row, column) => {
                format!("表三“{}”的“{}”列", self.row_name(row), table_three::column_label(column))
            }
            CellKey::Dispute(route, outcome) => table_four::name(route, outcome),
        }
    }

    /// A row of table 三 in words that are unmistakable outside the table: `（三）不予公开 1.属于国家秘密`.
    #[must_use]
    pub fn row_name(self, row: RequestRow) -> String {
        table_three::row_name(self, row)
    }

    /// A column of table 三 in words.
    #[must_use]
    pub fn column_name(self, column: RequestColumn) -> &'static str {
        table_three::column_label(column)
    }

    /// Tables 二, 三 and 四 as grids with merged cells, from which every paper and page prints them.
    #[must_use]
    pub fn grids(self) -> [Grid; 3] {
        [table_two::grid(self), table_three::grid(self), table_four::grid()]
    }
}
