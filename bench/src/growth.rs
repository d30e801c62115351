//! What a page costs with a thousand publications and with a hundred times as many.

use crate::Bench;
use crate::county::{self, TOWN_ID};
use crate::http;
use crate::load::requests;
use crate::pages::document_in;
use crate::place::Engine;
use crate::program::Server;
use crate::table::{Aim, Line};
use crate::time::median;

const FEW: usize = 1_000;

/// One connection: the time of an answer, not how many wait.
pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let many = if bench.quick { 10_000 } else { 100_000 };
    let mut lines = Vec::new();
    for engine in Engine::ALL {
        let few = county::town_of_publications(bench, engine, "few", FEW)?;
        let more = county::town_of_publications(bench, engine, "many", many)?;
        let (few, more) = (bench.program.serve_forgetful(&few)?, bench.program.serve_forgetful(&more)?);
        for (name, page) in PAGES {
            let growth = growth(bench, (name, *page), &few, &more)?;
            let what = format!("{name}: cost with {many} publications against {FEW}, {}", engine.name());
            lines.push(Line::new(what, growth, Aim::AtMost(1.3)));
        }
    }
    Ok(lines)
}

/// A page's name and how its address is found on a server.
type Page = (&'static str, fn(&Server) -> anyhow::Result<String>);

const PAGES: &[Page] = &[
    ("home page", |_| Ok(format!("/{TOWN_ID}/"))),
    ("column page", |_| Ok(format!("/{TOWN_ID}/c/"))),
    ("category page", |_| Ok(format!("/{TOWN_ID}/c/20-07/"))),
    ("tenth page of the column", |_| Ok(format!("/{TOWN_ID}/c/?page=10"))),
    ("document page", |server| {
        document_in(&http::page(server.port, &format!("/{TOWN_ID}/c/"))?, &format!("/{TOWN_ID}/d/"))
    }),
];

fn growth(bench: &Bench, (name, page): Page, few: &Server, more: &Server) -> anyhow::Result<f64> {
    let (rounds, seconds) = if bench.quick { (3, 1) } else { (5, 2) };
    let (short, long) = (few.url(&page(few)?), more.url(&page(more)?));
    let mut growths = Vec::new();
    for _ in 0..rounds {
        let (with_few, with_many) = (requests(&short, 1, seconds)?, requests(&long, 1, seconds)?);
        eprintln!("   {name}: {with_few:.0}/s with few, {with_many:.0}/s with many");
        growths.push(with_few / with_many);
    }
    Ok(median(growths))
}
