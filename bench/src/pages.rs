//! Pages of the portal in requests a second, against nginx giving out the same bytes from files.

use crate::Bench;
use crate::county::{self, TOWN_ID};
use crate::http;
use crate::load::{nginx, requests};
use crate::table::{Aim, Line};
use crate::time::median;

const CONNECTIONS: u32 = 16;

/// One server on one processor, the load on the other, the servers by turns: ours making each page anew, ours as it
/// ships, nginx.
pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Vec<Line>> {
    let place = county::demonstration(bench)?;
    let (making, keeping) = (bench.program.serve_forgetful(&place)?, bench.program.serve(&place)?);
    let files = bench.places.folder("pages")?;
    let theirs = nginx(&bench.places.folder("nginx")?, &files)?;

    let column = format!("/{TOWN_ID}/c/");
    let document = document_in(&http::page(making.port, &column)?, &format!("/{TOWN_ID}/d/"))?;
    let report = format!("/{TOWN_ID}/annual/2024");
    let mut lines = Vec::new();
    for (name, path) in [("document page", document), ("column page", column), ("report page", report)] {
        let body = http::page(making.port, &path)?;
        let file = name.replace(' ', "-");
        std::fs::write(files.join(&file), &body)?;
        let urls = [making.url(&path), keeping.url(&path), theirs.url(&format!("/{file}"))];
        let [made, kept, nginx] = by_turns(bench, &urls)?;
        eprintln!("   {name}: made {made:.0}/s, kept {kept:.0}/s, nginx {nginx:.0}/s, {} bytes", body.len());
        lines.push(Line::new(format!("{name}, made anew: requests/s against nginx"), made / nginx, AIM));
        lines.push(Line::new(format!("{name}, as it ships: requests/s against nginx"), kept / nginx, AIM));
    }
    Ok(lines)
}

const AIM: Aim = Aim::AtLeast(0.2);

/// The median of requests a second for each address, over several rounds.
fn by_turns(bench: &Bench, urls: &[String; 3]) -> anyhow::Result<[f64; 3]> {
    let (rounds, seconds) = if bench.quick { (3, 1) } else { (7, 3) };
    let mut told = [const { Vec::new() }; 3];
    for _ in 0..rounds {
        for (url, told) in urls.iter().zip(&mut told) {
            told.push(requests(url, CONNECTIONS, seconds)?);
        }
    }
    Ok(told.map(median))
}

/// The address of the first document that a list leads to.
pub(crate) fn document_in(list: &[u8], begins: &str) -> anyhow::Result<String> {
    let text = String::from_utf8_lossy(list);
    let found = text.split('"').find(|part| part.starts_with(begins));
    found.map(str::to_owned).ok_or_else(|| anyhow::anyhow!("no document in the list"))
}
