//! From the start of the server to its first answer, and the memory that it holds, with 50,000 publications.

use crate::Bench;
use crate::county::{self, TOWN_ID};
use crate::http;
use crate::load::requests;
use crate::pages::document_in;
use crate::place::Engine;
use crate::table::{Aim, Line};
use crate::time::median;

const START_LIMIT: f64 = 0.3;
const MEMORY_LIMIT: f64 = 120.0 * 1024.0 * 1024.0;
const STARTS: usize = 7;

pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let number = if bench.quick { 2_000 } else { 50_000 };
    let mut lines = Vec::new();
    for engine in Engine::ALL {
        let place = county::town_of_publications(bench, engine, "start", number)?;
        let starts: anyhow::Result<Vec<f64>> =
            (0..STARTS).map(|_| Ok(bench.program.serve(&place)?.ready_after)).collect();
        let ready = median(starts?);
        let server = bench.program.serve(&place)?;
        let column = format!("/{TOWN_ID}/c/");
        let document = document_in(&http::page(server.port, &column)?, &format!("/{TOWN_ID}/d/"))?;
        for path in [format!("/{TOWN_ID}/"), column, document] {
            requests(&server.url(&path), 16, 2)?;
        }
        let memory = server.memory();
        eprintln!("   {}: ready after {:.0} ms, {:.0} MiB", engine.name(), ready * 1e3, memory / 1_048_576.0);
        let name = engine.name();
        lines.push(Line::new(
            format!("cold start against 300 ms, {name}"),
            ready / START_LIMIT,
            Aim::AtMost(1.0),
        ));
        let what = format!("memory after load against 120 MiB, {name}");
        lines.push(Line::new(what, memory / MEMORY_LIMIT, Aim::AtMost(1.0)));
    }
    Ok(lines)
}
