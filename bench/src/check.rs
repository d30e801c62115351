//! `gongkai check` over a folder: reports a second, memory, and whether the cost of one stays the same.

use std::path::{Path, PathBuf};

use paper::Press;

use crate::Bench;
use crate::program::Cost;
use crate::reports;
use crate::table::{Aim, Line};
use crate::time::{count, median};

/// Reports a second that a county needs on two processors.
const TEXTS: f64 = 300.0;
const PDFS: f64 = 60.0;

const FEW: usize = 30;

pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let (many, pdfs) = if bench.quick { (300, 30) } else { (3_000, 600) };
    let few = check(bench, &texts(bench, FEW)?, FEW, 9)?;
    let more = check(bench, &texts(bench, many)?, many, 3)?;
    let printed = check(bench, &prints(bench, pdfs)?, pdfs, 3)?;
    let each = |cost: &Cost, files: usize| cost.seconds / count(files);
    Ok(vec![
        Line::new("check: text reports/s against 300", count(many) / more.seconds / TEXTS, Aim::AtLeast(1.0)),
        Line::new("check: PDF reports/s against 60", count(pdfs) / printed.seconds / PDFS, Aim::AtLeast(1.0)),
        Line::new(
            format!("check: cost of a report, {many} against {FEW}"),
            each(&more, many) / each(&few, FEW),
            Aim::AtMost(1.3),
        ),
        Line::new(format!("check: peak memory, {many} against {FEW}"), more.memory / few.memory, Aim::None),
    ])
}

/// The median of several runs; the memory is the most of all.
fn check(bench: &Bench, folder: &Path, files: usize, times: usize) -> anyhow::Result<Cost> {
    let mut costs = Vec::new();
    for _ in 0..times {
        costs.push(bench.program.watch(bench.program.command(&["check"], None).arg(folder))?);
    }
    let seconds = median(costs.iter().map(|cost| cost.seconds).collect());
    let memory = costs.iter().map(|cost| cost.memory).fold(0.0, f64::max);
    let (name, rate) = (folder.file_name().unwrap_or_default().to_string_lossy(), count(files) / seconds);
    eprintln!("   {name}: {rate:.0} reports/s, {:.0} MiB", memory / 1_048_576.0);
    Ok(Cost { seconds, memory })
}

fn texts(bench: &Bench, number: usize) -> anyhow::Result<PathBuf> {
    let folder = bench.places.folder(&format!("texts{number}"))?;
    for number in 0..number {
        std::fs::write(folder.join(format!("{number:04}.txt")), reports::text(&reports::report(number)))?;
    }
    Ok(folder)
}

fn prints(bench: &Bench, number: usize) -> anyhow::Result<PathBuf> {
    let folder = bench.places.folder(&format!("pdfs{number}"))?;
    let (press, on) = (Press::new(None), "2026-01-20".parse()?);
    for number in 0..number {
        let report = reports::report(number);
        let bytes = press.report(&report, &reports::title(&report), false, on)?;
        std::fs::write(folder.join(format!("{number:04}.pdf")), bytes)?;
    }
    Ok(folder)
}
