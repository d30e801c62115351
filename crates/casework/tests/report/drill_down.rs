//! From each cell to what stands behind it.

use casework::report::{CellSource, cell_members};
use law::{
    register::Register,
    report::{Form, Source, source},
};
use store::{Page, testing::engines};

use super::desk::{request, town, year};
use crate::world::values;

fn key(text: &str) -> law::report::CellKey {
    text.parse().unwrap()
}

#[tokio::test]
async fn every_cell_opens_what_adds_up_to_it() {
    for engine in engines() {
        let town = town(engine).await;
        for (number, decision) in [("S-1", "A1"), ("S-2", "A2"), ("S-3", "A1"), ("S-4", "B")] {
            let mut request = request(number, "2025-03-04", Some("2025-03-20"));
            request.extend(values([("decision", decision)]));
            town.record(Register::AccessRequest, &request).await;
        }
        let id = town.ready(2025).await;
        town.declare(2025, "t3.b.nat", 2).await;
        town.declare(2025, "t2.shoufei.amount_wan", 12_345).await;
        let report = town.view(&id).await;
        let form = Form::F2021;
        for cell in form.cells() {
            let of = (form, year(2025));
            let members = cell_members(&town.store, &town.organ, of, cell, Page::first(50)).await.unwrap();
            let printed = report.report.amount(cell);
            match &members.source {
                CellSource::Records { amount, records, rows, .. } => {
                    assert_eq!(Some(*amount), report.recorded[&cell].amount(), "{cell}");
                    assert_eq!(*records, i64::try_from(rows.len()).unwrap(), "{cell}");
                }
                CellSource::Declared { amount, .. } => assert_eq!(*amount, printed, "{cell}"),
                CellSource::Sum(parts) => {
                    assert_eq!(Some(Source::Sum(parts.clone())), source(form, cell));
                    let sum: Option<i64> = parts.iter().map(|part| report.report.amount(*part)).sum();
                    assert_eq!(sum, printed, "{cell}");
                }
            }
            assert_eq!(members.by_hand.len(), usize::from(cell == key("t3.b.nat")), "{cell}");
        }
    }
}

#[tokio::test]
async fn pages_run_on_over_the_decisions_of_a_row() {
    for engine in engines() {
        let town = town(engine).await;
        for (number, decision) in [("S-1", "A1"), ("S-2", "A2"), ("S-3", "A1"), ("S-4", "A2")] {
            let mut request = request(number, "2025-03-04", Some("2025-03-20"));
            request.extend(values([("decision", decision)]));
            town.record(Register::AccessRequest, &request).await;
        }
        let mut seen = Vec::new();
        for page in 1..=3 {
            let of = (Form::F2021, year(2025));
            let page = Page::number(page, 2);
            let members = cell_members(&town.store, &town.organ, of, key("t3.a.nat"), page).await.unwrap();
            let CellSource::Records { records, rows, .. } = members.source else { panic!("counted") };
            assert_eq!(records, 4);
            seen.push(rows.iter().map(|row| row.source_no().to_owned()).collect::<Vec<_>>());
        }
        assert_eq!(seen, [vec!["S-1", "S-3"], vec!["S-2", "S-4"], vec![]]);
    }
}

#[tokio::test]
async fn a_cell_of_the_other_form_is_refused() {
    for engine in engines() {
        let town = town(engine).await;
        let of = (Form::F2021, year(2025));
        let refused = cell_members(&town.store, &town.organ, of, key("t3.f.nat"), Page::first(5)).await;
        assert!(refused.unwrap_err().to_string().contains("t3.f.nat"));
    }
}
