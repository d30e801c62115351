//! An annual report beside that of the year before: the main counts as a picture (G11), every figure as a table.

use askama::Template;
use axum::extract;
use axum::extract::Path;
use casework::report::document_in;

use super::layout::{Column, Frame};
use super::organ::Opened;
use super::report::in_force;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Here, Look, page};
use crate::picture::{Picture, year_on_year};
use crate::report::{Compared, compare, main_counts};
use crate::state::State;

#[derive(Template)]
#[template(path = "portal/comparison.html")]
struct Comparison {
    look: Look,
    frame: Frame,
    year: i16,
    before: String,
    after: String,
    picture: Picture,
    tables: Vec<Compared>,
    /// Whether the two years are written on different forms.
    is_across_forms: bool,
}

/// Both years. Without a published report of the year before there is nothing to compare.
pub(super) async fn show_comparison(
    Opened { organ, mut read }: Opened,
    Path((_, year)): Path<(String, String)>,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let year: i16 = year.parse().map_err(|_| Fault::NotFound)?;
    let year_before = year.checked_sub(1).ok_or(Fault::NotFound)?;
    let reports = read.reports(&organ.organ.id).await?;
    let after = in_force(&reports, year).ok_or(Fault::NotFound)?;
    let before = in_force(&reports, year_before).ok_or(Fault::NotFound)?;
    let after = document_in(&mut read, &organ.organ.id, &after.id).await?.report;
    let before = document_in(&mut read, &organ.organ.id, &before.id).await?.report;
    let path = vec![Crumb::to(format!("{year}年"), organ.links.report(year)), Crumb::here("与上年比较")];
    page(&Comparison {
        look: Look::of(&state, &here),
        year,
        picture: year_on_year(year, &main_counts(&before, &after)),
        tables: compare(&before, &after),
        is_across_forms: before.form != after.form,
        before: organ.links.report(year_before),
        after: organ.links.report(year),
        frame: Frame::within(organ, Column::Annual, path),
    })
}
