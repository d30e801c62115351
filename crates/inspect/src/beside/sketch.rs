//! The wording of a report as a set of short pieces, and as a sketch that finds similar sets without comparing all.

use std::collections::BTreeMap;

use super::examined::Sentence;
use super::names::AgencyName;
use super::wording::{own_words, written};

/// Characters in a piece.
const PIECE: usize = 5;
/// Reports with fewer pieces of their own say too little to be compared.
const FEWEST: usize = 120;
/// From here on a pair is listed, in percent.
pub(super) const LISTED: usize = 70;
/// Numbers in a sketch, and how many of them make a band. Two texts that share 70 % of their pieces have a band in
/// common with a probability of 95 %, two that share 20 % with one of 0.5 %.
const SKETCH: usize = 128;
const BAND: usize = 4;
/// Of more bodies than this a piece that stands in more than half of them is a shared phrase.
const MANY: usize = 10;

/// The pieces of a report's own wording, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pieces(Vec<u32>);

impl Pieces {
    pub(super) fn of(sentences: &[Sentence], agency: &AgencyName) -> Self {
        let mut pieces = Vec::new();
        for sentence in written(sentences) {
            let chars: Vec<char> = own_words(&sentence.text, agency).chars().collect();
            pieces.extend(chars.windows(PIECE).map(hash));
        }
        pieces.sort_unstable();
        pieces.dedup();
        pieces.shrink_to_fit();
        Self(pieces)
    }

    /// Whether there is enough wording to compare. Bodies without activity have none.
    pub(super) fn is_enough(&self) -> bool {
        self.0.len() >= FEWEST
    }

    /// How much two wordings share, 0 to 100.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0_usize;
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(one.next()),
                std::cmp::Ordering::Greater => drop(two.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    one.next();
                    two.next();
                }
            }
        }
        (200 * shared).checked_div(self.0.len() + other.0.len()).unwrap_or_default()
    }

    /// One number for each of the sketch's places: the least of the pieces that fall there; an empty place takes
    /// its neighbour's.
    fn sketch(&self) -> [u32; SKETCH] {
        let mut sketch = [u32::MAX; SKETCH];
        for piece in &self.0 {
            let mixed = mix(*piece);
            let place = (mixed >> 57) as usize % SKETCH;
            if let Some(least) = sketch.get_mut(place) {
                *least = (*least).min((mixed & 0xFFFF_FFFF) as u32);
            }
        }
        let filled = sketch;
        for (place, value) in sketch.iter_mut().enumerate() {
            let mut next = filled.iter().cycle().skip(place).take(SKETCH);
            *value = next.find(|value| **value != u32::MAX).copied().unwrap_or_default();
        }
        sketch
    }
}

/// A text as one number.
pub(super) fn fingerprint(text: &str) -> u64 {
    mix_word(text.chars().fold(BASIS, step))
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// A step of FNV-1a.
fn step(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

fn hash(chars: &[char]) -> u32 {
    (mix_word(chars.iter().copied().fold(BASIS, step)) >> 32) as u32
}

fn mix(piece: u32) -> u64 {
    mix_word(u64::from(piece).wrapping_add(0x9e37_79b9_7f4a_7c15))
}

/// The finaliser of SplitMix64: every bit of the result depends on every bit given.
const fn mix_word(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// Two texts that are alike, by their places in the list, and how much, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alike {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) percent: usize,
}

/// The pairs that are alike, the most alike first. The work grows with the number of texts, not with its square:
/// only texts with a band of their sketches in common are compared, and of many with the same band each with the
/// first and with its neighbour.
pub(super) fn pairs(texts: &[Pieces]) -> Vec<Alike> {
    let texts = without_shared_phrases(texts);
    let mut bands: BTreeMap<(usize, [u32; BAND]), Vec<usize>> = BTreeMap::new();
    for (index, text) in texts.iter().enumerate().filter(|(_, text)| text.is_enough()) {
        let sketch = text.sketch();
        for (number, band) in sketch.as_chunks::<BAND>().0.iter().enumerate() {
            bands.entry((number, *band)).or_default().push(index);
        }
    }
    let mut candidates: Vec<(usize, usize)> = Vec::new();
    for members in bands.values() {
        let Some(first) = members.first().copied() else { continue };
        candidates.extend(members.iter().skip(1).map(|other| (first, *other)));
        candidates.extend(members.windows(2).filter_map(|two| Some((*two.first()?, *two.get(1)?))));
    }
    candidates.sort_unstable();
    candidates.dedup();
    let alike = |(one, other): (usize, usize)| {
        let percent = texts.get(one)?.likeness(texts.get(other)?);
        (percent >= LISTED).then_some(Alike { one, other, percent })
    };
    let mut found: Vec<Alike> = candidates.into_iter().filter_map(alike).collect();
    found.sort_by_key(|pair| (std::cmp::Reverse(pair.percent), pair.one, pair.other));
    found
}

/// What more than half of many bodies write is nobody's own.
fn without_shared_phrases(texts: &[Pieces]) -> Vec<Pieces> {
    let mut all: Vec<u32> = texts.iter().flat_map(|text| text.0.iter().copied()).collect();
    if texts.len() <= MANY {
        return texts.to_vec();
    }
    all.sort_unstable();
    let half = texts.len() / 2;
    let shared: Vec<u32> = all
        .chunk_by(|one, other| one == other)
        .filter(|same| same.len() > half)
        .filter_map(|same| same.first().copied())
        .collect();
    let own = |text: &Pieces| {
        Pieces(text.0.iter().copied().filter(|piece| shared.binary_search(piece).is_err()).collect())
    };
    texts.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look like nothing, always the same.
    fn text(seed: u64, shared: u32, own: u32) -> Pieces {
        let piece = |seed: u64, n: u32| (mix_word(seed.wrapping_mul(1_000_003) + u64::from(n)) >> 32) as u32;
        let mut pieces: Vec<u32> = (0..shared).map(|n| piece(7, n)).collect();
        pieces.extend((0..own).map(|n| piece(seed + 1000, n)));
        pieces.sort_unstable();
        pieces.dedup();
        Pieces(pieces)
    }

    #[test]
    fn a_copied_text_is_found_among_strangers() {
        let mut texts: Vec<Pieces> = (0..300).map(|seed| text(seed, 0, 400)).collect();
        texts.push(text(5000, 330, 60));
        texts.push(text(5001, 330, 60));
        let found = pairs(&texts);
        assert_eq!(found.iter().map(|pair| (pair.one, pair.other)).collect::<Vec<_>>(), [(300, 301)]);
        assert!(found[0].percent >= 80);
    }

    #[test]
    fn many_copies_of_one_text_cost_two_comparisons_each() {
        let mut texts: Vec<Pieces> = (0..100).map(|_| text(1, 0, 300)).collect();
        texts.extend((2..200).map(|seed| text(seed, 0, 300)));
        let found = pairs(&texts);
        assert!((99..=200).contains(&found.len()), "{}", found.len());
    }

    #[test]
    fn what_most_bodies_write_and_what_is_too_short_is_not_compared() {
        let phrases: Vec<Pieces> = (0..40).map(|seed| text(seed, 400, 150)).collect();
        assert!(pairs(&phrases).is_empty(), "shared phrases are nobody's");
        let short: Vec<Pieces> = (0..5).map(|_| text(1, 0, 50)).collect();
        assert!(pairs(&short).is_empty(), "bodies without activity all resemble each other");
    }
}
