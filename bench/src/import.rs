//! A register out of a file, as `gongkai import` brings it in: read, checked, written with its events, deadlines
//! computed.

use std::path::Path;

use crate::Bench;
use crate::county;
use crate::place::Engine;
use crate::records::{YEAR, publication_cells, publication_columns};
use crate::table::{Aim, Line};
use crate::time::{count, timed};

pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let (few, many) = if bench.quick { (1_000, 5_000) } else { (5_000, 50_000) };
    let mut lines = Vec::new();
    let mut rates = Vec::new();
    for engine in Engine::ALL {
        let short = rate(bench, engine, few)?;
        let long = rate(bench, engine, many)?;
        let what = format!("import: cost of a row, {many} rows against {few}, {}", engine.name());
        lines.push(Line::new(what, short / long, Aim::AtMost(1.3)));
        rates.push(long);
    }
    if let [sqlite, postgres] = rates.as_slice() {
        lines.push(Line::new("import: rows/s, PostgreSQL against SQLite", postgres / sqlite, Aim::None));
    }
    Ok(lines)
}

/// Rows a second.
fn rate(bench: &Bench, engine: Engine, rows: usize) -> anyhow::Result<f64> {
    let place = county::empty_town(bench, engine, &format!("import{rows}"))?;
    let file = bench.places.folder("files")?.join(format!("{rows}.csv"));
    write(&file, rows)?;
    let year = YEAR.to_string();
    let mut import = bench.program.command(&["import", "publication"], Some(&place));
    import.arg(&file).args(["--organ", county::TOWN, "--year", &year]);
    let ((), took) = timed(|| bench.program.run(&mut import))?;
    let rate = count(rows) / took;
    eprintln!("   {rows} rows into {}: {rate:.0} rows/s", engine.name());
    Ok(rate)
}

fn write(file: &Path, rows: usize) -> anyhow::Result<()> {
    let mut text = publication_columns().join(",");
    for number in 0..rows {
        text.push('\n');
        text.push_str(&publication_cells(number).join(","));
    }
    Ok(std::fs::write(file, text)?)
}
