//! The demonstration county 示例县: invented organs, people and records for trying everything out.
//!
//! Hundreds of invented records under a real town's name would look like a forged ledger, so nothing
//! here is real and every text says so. The registers are pure functions of the calendar and of
//! today: the year 2020 has the counts of a real report (the seed), 2023 is quiet, 2024 and
//! 2025 are busy, and what is open today is reckoned backwards from today.

mod build;
mod checks;
mod command;
mod county;
mod days;
mod disputes;
mod figures;
mod folder;
mod normative;
mod orders;
mod portal;
mod prose;
mod publications;
mod reports;
mod requests;
mod row;

#[cfg(test)]
mod build_tests;
#[cfg(test)]
mod folder_tests;
#[cfg(test)]
mod retold_tests;
#[cfg(test)]
mod tests;

use law::register::{Register, Values};

pub(crate) use command::run;

use county::{COUNTY, NEIGHBOUR, TOWN};
use days::Days;
use prose::PROSE;

/// The published figures of a real report retold in our own words, for the page of checked reports: it
/// gives the same findings as the original.
const RETOLD_REPORT: &str = include_str!("kaicheng_2020_retold.txt");

/// The registers of 示例镇, in the order in which they should be written: what is referred to comes first.
fn town_records(days: &Days<'_>) -> Vec<(Register, Vec<Values>)> {
    vec![
        (Register::NormativeDocument, normative::rows(days)),
        (Register::Publication, publications::rows(days)),
        (Register::AccessRequest, requests::rows(days)),
        (Register::Dispute, disputes::rows(days)),
        (Register::WorkOrder, orders::rows(days)),
        (Register::DeclaredFigure, figures::rows()),
    ]
}

/// The registers of 示范乡, which only shows that there are neighbours.
fn neighbour_records(days: &Days<'_>) -> Vec<(Register, Vec<Values>)> {
    vec![(Register::Publication, publications::neighbour_rows(days))]
}
