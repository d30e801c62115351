//! The annual report out of records: as `gongkai report` makes it, from the start of the process to the last byte.

use crate::Bench;
use crate::county;
use crate::place::Engine;
use crate::records::YEAR;
use crate::table::{Aim, Line};
use crate::time::{count, median_time};

/// The most that a report may take, in seconds.
const LIMIT: f64 = 2.0;
const TIMES: usize = 5;

pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let sizes: &[usize] = if bench.quick { &[1_000, 20_000] } else { &[1_000, 100_000, 1_000_000] };
    let mut lines = Vec::new();
    for engine in Engine::ALL {
        let mut before: Option<(usize, f64)> = None;
        for size in sizes {
            let place = county::town_of_records(bench, engine, &format!("records{size}"), *size)?;
            let words = ["report", "--organ", county::TOWN, "--year", &YEAR.to_string(), "--format", "json"];
            let took =
                median_time(TIMES, || bench.program.run(&mut bench.program.command(&words, Some(&place))))?;
            eprintln!("   {size} records on {}: {took:.3} s", engine.name());
            if let Some((fewer, then)) = before {
                let what = format!("report: cost of a record, {size} against {fewer}, {}", engine.name());
                let growth = (took / count(*size)) / (then / count(fewer));
                lines.push(Line::new(what, growth, Aim::AtMost(1.3)));
            }
            if *size == 1_000_000 {
                let what = format!("report of a million records against 2 s, {}", engine.name());
                lines.push(Line::new(what, took / LIMIT, Aim::AtMost(1.0)));
            }
            before = Some((*size, took));
        }
    }
    Ok(lines)
}
