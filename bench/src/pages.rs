//! Pages of the portal in requests a second, against nginx giving out the same bytes from files.

use crate::Bench;
use crate::county::{self, TOWN_ID};
use crate::http;
use crate::load::{nginx, requests};
use crate::table::{Aim, Line};
use crate::time::median;

const CONNECTIONS: u32 = 16;

/// One server on one processor, the load on the other, the two servers by turns.
pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let place = county::demonstration(bench)?;
    let ours = bench.program.serve(&place)?;
    let files = bench.places.folder("pages")?;
    let theirs = nginx(&bench.places.folder("nginx")?, &files)?;
    let (rounds, seconds) = if bench.quick { (3, 1) } else { (7, 3) };

    let column = format!("/{TOWN_ID}/c/");
    let document = document_in(&http::page(ours.port, &column)?, &format!("/{TOWN_ID}/d/"))?;
    let report = format!("/{TOWN_ID}/annual/2024");
    let mut lines = Vec::new();
    for (name, path) in [("document page", document), ("column page", column), ("report page", report)] {
        let body = http::page(ours.port, &path)?;
        let file = name.replace(' ', "-");
        std::fs::write(files.join(&file), &body)?;
        let mut ratios = Vec::new();
        let mut told = Vec::new();
        for _ in 0..rounds {
            let us = requests(&ours.url(&path), CONNECTIONS, seconds)?;
            let them = requests(&theirs.url(&format!("/{file}")), CONNECTIONS, seconds)?;
            ratios.push(us / them);
            told.push((us, them));
        }
        let us = median(told.iter().map(|pair| pair.0).collect());
        let them = median(told.iter().map(|pair| pair.1).collect());
        eprintln!("   {name}: {us:.0}/s, nginx {them:.0}/s, {} bytes, of {rounds} rounds", body.len());
        lines.push(Line::new(format!("{name}: requests/s against nginx"), median(ratios), Aim::AtLeast(0.2)));
    }
    Ok(lines)
}

/// The address of the first document that a list leads to.
pub(crate) fn document_in(list: &[u8], begins: &str) -> anyhow::Result<String> {
    let text = String::from_utf8_lossy(list);
    let found = text.split('"').find(|part| part.starts_with(begins));
    found.map(str::to_owned).ok_or_else(|| anyhow::anyhow!("no document in the list"))
}
