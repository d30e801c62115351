//! PDF and Word documents: how long the first takes and those after it, and how large they are.

use law::report::Report;
use paper::Press;

use crate::Bench;
use crate::reports;
use crate::table::{Aim, Line};
use crate::time::{count, median, timed};

const PDF_LIMIT: f64 = 0.1;

pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let reports: Vec<Report> = (0..if bench.quick { 6 } else { 41 }).map(reports::report).collect();
    let on = "2026-01-20".parse()?;
    let press = Press::new(None);
    let (mut pdf, mut docx) = (Vec::new(), Vec::new());
    for report in &reports {
        let title = reports::title(report);
        pdf.push(timed(|| Ok(press.report(report, &title, false, on)?.len()))?);
        docx.push(timed(|| Ok(paper::report_docx(report, &title, false, on)?.len()))?);
    }
    let times = |made: &[(usize, f64)]| {
        let first = made.first().map_or(0.0, |made| made.1);
        (first, median(made.iter().skip(1).map(|made| made.1).collect()))
    };
    let size = |made: &[(usize, f64)]| median(made.iter().map(|made| count(made.0)).collect()) / 1024.0;
    let ((pdf_first, pdf_next), (docx_first, docx_next)) = (times(&pdf), times(&docx));
    let (pdf_size, docx_size) = (size(&pdf), size(&docx));
    eprintln!("   PDF: first {:.0} ms, next {:.1} ms, {pdf_size:.0} KiB", pdf_first * 1e3, pdf_next * 1e3);
    eprintln!(
        "   DOCX: first {:.1} ms, next {:.1} ms, {docx_size:.0} KiB",
        docx_first * 1e3,
        docx_next * 1e3
    );
    Ok(vec![
        Line::new("PDF after the first against 100 ms", pdf_next / PDF_LIMIT, Aim::AtMost(1.0)),
        Line::new("PDF: the first against those after it", pdf_first / pdf_next, Aim::None),
        Line::new("DOCX against PDF after the first: time", docx_next / pdf_next, Aim::None),
        Line::new("DOCX against PDF: size", docx_size / pdf_size, Aim::None),
    ])
}
