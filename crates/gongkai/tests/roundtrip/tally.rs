//! Many faults of each kind on each paper, and the table of how they were dealt with.

use std::sync::Mutex;

use super::faults::{Fault, Outcome, try_one};
use super::printed::Kind;

const KINDS: [Kind; 5] = [Kind::Text, Kind::Html, Kind::Docx, Kind::Xlsx, Kind::Pdf];

/// How many faults of a kind on a paper were dealt with how.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    made: usize,
    breaking: usize,
    found: usize,
    wrong: usize,
}

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        self.made += 1;
        self.breaking += usize::from(outcome.is_breaking);
        self.found += usize::from(outcome.is_found);
        self.wrong += usize::from(outcome.is_false);
    }
}

/// Makes so many faults of each kind on each paper, seeded from 1; prints the table; everything that went wrong fails.
fn faults_are_found(kinds: &[Kind], times: u64) {
    let wrong = Mutex::new(Vec::new());
    let rows = Mutex::new(Vec::new());
    let jobs = Mutex::new(Fault::ALL.iter().flat_map(|fault| kinds.iter().map(|kind| (*fault, *kind))));
    let work = || {
        loop {
            let job = jobs.lock().unwrap().find(|(fault, kind)| fault.fits(*kind));
            let Some((fault, kind)) = job else { return };
            let (mut tally, mut said) = (Tally::default(), Vec::new());
            for seed in 1..=times {
                tally.add(try_one(fault, kind, seed, &mut said));
            }
            rows.lock().unwrap().push((fault, kind, tally));
            wrong.lock().unwrap().extend(said);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
    let mut rows = rows.into_inner().unwrap();
    rows.sort_unstable_by_key(|(fault, kind, _)| (*fault, *kind));
    println!("{:16}{:6}{:>10}{:>10}{:>8}{:>8}", "fault", "paper", "made", "breaking", "found", "false");
    for (fault, kind, tally) in rows {
        let (fault, kind) = (format!("{fault:?}"), format!("{kind:?}"));
        println!(
            "{fault:16}{kind:6}{:>10}{:>10}{:>8}{:>8}",
            tally.made, tally.breaking, tally.found, tally.wrong
        );
    }
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} went wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Seven kinds of fault, so a little more than five hundred on each paper.
#[test]
fn five_hundred_faults_on_each_paper_are_found_by_their_rules_and_nothing_else_is_blamed() {
    faults_are_found(&KINDS[..4], 72);
}

/// Four kinds of fault can be made before a page is drawn.
#[test]
fn five_hundred_faults_in_pdf_files_are_found() {
    faults_are_found(&[Kind::Pdf], 125);
}
