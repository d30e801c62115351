//! What a finding is about, as a short stable text: the cells, or the words. A reason is kept under it.

use law::report::{Finding, Mark, Section, prose::Told};
use sha2::{Digest as _, Sha256};

/// Bytes up to which a text may be part of a key in every database.
const LONGEST: usize = 600;

/// The place of a finding.
pub(super) fn place(finding: &Finding, told: &Told) -> String {
    let cells = finding.cells.iter().map(ToString::to_string);
    let words = finding.marks.iter().filter_map(|mark| words(*mark, told));
    let mut parts: Vec<String> = if finding.cells.is_empty() { words.collect() } else { cells.collect() };
    parts.dedup();
    bounded(&parts.join(","))
}

/// The part whose words a finding is about; none where it is about cells alone.
pub(super) fn words_of(finding: &Finding, told: &Told) -> Option<Section> {
    finding.marks.iter().find_map(|mark| match *mark {
        Mark::Section(_) | Mark::Block(_) => None,
        Mark::Figure(index) => told.figures.get(index)?.place.section,
        Mark::Claim(index) => told.claims.get(index)?.place.section,
        Mark::Year(index) => told.years.get(index)?.place.section,
    })
}

fn words(mark: Mark, told: &Told) -> Option<String> {
    match mark {
        Mark::Section(section) => Some(section.code().to_owned()),
        Mark::Block(item) => Some(format!("block{item}")),
        Mark::Figure(index) => told.figures.get(index).map(|figure| figure.text.clone()),
        Mark::Claim(index) => told.claims.get(index).map(|claim| claim.text.clone()),
        Mark::Year(index) => told.years.get(index).map(|year| year.text.clone()),
    }
}

/// The text, or its beginning and a digest of the whole if it is long.
pub(super) fn bounded(text: &str) -> String {
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST / 4).collect();
    format!("{beginning}…{}", digest(text))
}

/// The first 16 hexadecimal digits of the SHA-256 of a text.
pub(super) fn digest(text: &str) -> String {
    let mut digest = hex::encode(Sha256::digest(text.as_bytes()));
    digest.truncate(16);
    digest
}
