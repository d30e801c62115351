//! Files of our own printing that did not arrive whole, cut anywhere: what is there is read, or a sentence says why not.

use law::report::Form;
use reading::{Aids, document};

use super::printed::{Kind, Paper};
use super::sound::{self, Dice};

/// How many places each file is cut at.
const CUTS: usize = 60;

#[test]
fn a_file_cut_anywhere_is_read_as_far_as_it_goes_or_refused_in_a_sentence() {
    let mut dice = Dice::new(20_241_123);
    let printed = sound::report(Form::F2021, 7);
    for kind in [Kind::Text, Kind::Html, Kind::Docx, Kind::Xlsx, Kind::Pdf] {
        let whole = Paper::print(kind, &printed.report).bytes();
        let mut refused = 0;
        for cut in 0..CUTS {
            // Even steps, and within each a place by chance.
            let step = whole.len() / CUTS;
            let part = &whole[..cut * step + dice.below(step)];
            if let Err(fault) = document(part, &Aids::default()) {
                let sentence = fault.to_string();
                let is_chinese = sentence.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
                assert!(is_chinese && sentence.ends_with('。'), "{kind:?} {}: {sentence}", part.len());
                refused += 1;
            }
        }
        // An archive has its directory at its end: no part of it can be read.
        let is_archive = matches!(kind, Kind::Docx | Kind::Xlsx);
        assert!(!is_archive || refused == CUTS, "{kind:?}: {refused} of {CUTS} were refused");
    }
}
