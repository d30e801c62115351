//! Cells of a report as stored.

use law::report::{Cell, CellKey};
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{OrganId, ReportId};
use crate::ledger::{Act, EventKind};
use crate::read::Read;
use crate::row::Row;
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// Where a cell's figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellOrigin {
    /// Counted from records.
    Measure,
    /// Declared (业务数据报送, 手工填报).
    Declared,
    /// A sum of other cells, or typed in when the report was taken over from elsewhere.
    Typed,
}

impl CellOrigin {
    /// The stored key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Declared => "declared",
            Self::Typed => "typed",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        [Self::Measure, Self::Declared, Self::Typed].into_iter().find(|origin| origin.key() == key)
    }
}

/// A cell as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCell {
    /// Which cell.
    pub key: CellKey,
    /// What it holds.
    pub cell: Cell,
    /// Where that comes from.
    pub origin: CellOrigin,
}

impl ReportCell {
    fn of(row: &Row) -> Result<Self> {
        let key = row.text("cell")?;
        let figure = || row.opt_int("figure")?.ok_or_else(|| Error::damaged("a cell without its figure"));
        let cell = match row.text("kind")?.as_str() {
            "blank" => Cell::Blank,
            "count" => Cell::Count(figure()?),
            "delta" => Cell::Delta(figure()?),
            "money" => Cell::Money(figure()?),
            _ => Cell::NotANumber(row.opt_text("words")?.unwrap_or_default()),
        };
        Ok(Self {
            key: key.parse().map_err(|_| Error::damaged(format!("cell {key:?}")))?,
            cell,
            origin: row.key("origin", CellOrigin::from_key)?,
        })
    }

    fn args(&self, organ: &OrganId, report: &ReportId) -> Vec<Arg> {
        let (kind, figure, words) = match &self.cell {
            Cell::Blank => ("blank", None, None),
            Cell::Count(figure) => ("count", Some(*figure), None),
            Cell::Delta(figure) => ("delta", Some(*figure), None),
            Cell::Money(fen) => ("money", Some(*fen), None),
            Cell::NotANumber(words) => ("text", None, Some(words.clone())),
        };
        vec![
            organ.into(),
            report.into(),
            self.key.to_string().into(),
            kind.into(),
            figure.into(),
            words.into(),
            self.origin.key().into(),
        ]
    }
}

impl Read {
    /// The stored cells of a version, in the order of the form; empty before they were stored.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn report_cells(&mut self, organ: &OrganId, report: &ReportId) -> Result<Vec<ReportCell>> {
        let sql = "SELECT cell, kind, figure, words, origin FROM report_cell WHERE organ_id = $1 AND report_id = $2";
        let mut cells = self.all(Sql::new(sql).arg(organ).arg(report), ReportCell::of).await?;
        cells.sort_by_key(|cell| cell.key);
        Ok(cells)
    }
}

impl Write {
    /// Stores the cells of a version in the place of those stored before.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` after 定稿.
    pub async fn store_cells(&mut self, act: &Act, report: &ReportId, cells: &[ReportCell]) -> Result<()> {
        self.touch_report(act, report).await?;
        let organ = self.organ_id().clone();
        let sql = "DELETE FROM report_cell WHERE organ_id = $1 AND report_id = $2";
        self.execute(Sql::new(sql).arg(&organ).arg(report)).await?;
        let columns = ["organ_id", "report_id", "cell", "kind", "figure", "words", "origin"];
        let rows = cells.iter().map(|cell| cell.args(&organ, report)).collect();
        self.insert("report_cell", &columns, rows).await?;
        self.report_event(act, EventKind::ReportFilled, report, json!({ "cells": cells.len() })).await
    }
}
