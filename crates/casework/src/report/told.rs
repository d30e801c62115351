//! What our own words say, as data for the rules: read by the same eye as anybody's report, but for the
//! numbers that measures put there. Of those we know what they count, whatever the words around them.

use law::{
    measure::FEE_CHARGED,
    report::{
        Level, Report,
        prose::{Figure, Told, What},
    },
};

use super::part::Part;

/// What the printed parts say. `report` holds them as printed.
pub(super) fn told(report: &Report, level: Level, parts: &[Part]) -> Told {
    let mut told = inspect::read_words(report, level);
    let measured: Vec<&Figure> = parts.iter().flat_map(|part| &part.figures).collect();
    for figure in &mut told.figures {
        let is_same =
            |known: &&&Figure| (known.place.section, known.amount) == (figure.place.section, figure.amount);
        if let Some(known) = measured.iter().find(is_same) {
            figure.what = meaning(&known.what);
        }
    }
    told
}

fn meaning(what: &What) -> What {
    match what {
        What::Measure(name) if name == FEE_CHARGED.label => What::HandlingFee,
        other => other.clone(),
    }
}
