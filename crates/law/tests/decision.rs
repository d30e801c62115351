//! Decisions: every kind has its rows, its letter and its remedies, in one table.

use std::collections::BTreeSet;

use jiff::civil::date;
use law::decision;
use law::decision::{
    DecisionKind, HearingBodies, RECONSIDERATION_FIRST_SINCE, Remedies, RemediesFault, TABLE,
    remedies_for_silence,
};
use law::register::Chosen;
use law::report::{Form, RequestRow, table_three};

const BODIES: HearingBodies<'static> =
    HearingBodies {
        reconsideration_organ: "示例县人民政府", court: "示例县人民法院", online_filing: None
    };

#[test]
fn the_table_holds_every_kind_once_and_in_order() {
    let kinds: Vec<_> = TABLE.iter().map(|decision| decision.kind).collect();
    assert_eq!(kinds, DecisionKind::ALL);
    assert_eq!(kinds.len(), 23);
    for kind in kinds {
        assert_eq!(DecisionKind::from_key(kind.key()), Some(kind));
    }
}

#[test]
fn every_result_row_of_both_forms_is_filled_by_some_kind_and_every_kind_fills_one_row() {
    for form in Form::ALL {
        let rows: BTreeSet<_> = TABLE.iter().map(|decision| decision.kind.row(*form)).collect();
        let printed = match form {
            Form::F2019 => table_three::F2019,
            Form::F2021 => table_three::F2021,
        };
        let results: BTreeSet<_> =
            printed.iter().map(|line| line.row).filter(|row| row.is_result()).collect();
        assert_eq!(rows, results, "{form:?}");
        for row in rows {
            assert!(DecisionKind::in_row(*form, row).count() >= 1);
        }
    }
    let granted: Vec<_> = DecisionKind::in_row(Form::F2021, RequestRow::Granted).collect();
    assert_eq!(granted, [DecisionKind::A1, DecisionKind::A2]);
    assert_eq!(DecisionKind::in_row(Form::F2019, RequestRow::OtherDisposal).count(), 3);
    assert_eq!(DecisionKind::in_row(Form::F2021, RequestRow::New).count(), 0);
}

#[test]
fn every_kind_but_the_last_has_a_letter() {
    for decision in TABLE {
        let has_letter = decision.letter.is_some();
        assert_eq!(has_letter, decision.kind != DecisionKind::F3, "{:?}", decision.kind);
        assert_eq!(has_letter, decision.kind.remedies(date(2025, 1, 1)).is_some());
        if let Some(letter) = decision.letter {
            assert!(letter.title.ends_with("告知书") && letter.id.starts_with('L'));
        }
    }
}

#[test]
fn reconsideration_comes_first_only_for_refusals_since_2024() {
    let before = date(2023, 12, 31);
    for kind in DecisionKind::ALL.iter().copied().filter(|kind| *kind != DecisionKind::F3) {
        assert_eq!(kind.remedies(before), Some(Remedies::EitherWay));
        let expected = match kind.key().as_bytes() {
            [b'C', b'1'..=b'7'] => Remedies::ReconsiderationFirst,
            b"B" => Remedies::ReconsiderationFirstForWithheld,
            _ => Remedies::EitherWay,
        };
        assert_eq!(kind.remedies(RECONSIDERATION_FIRST_SINCE), Some(expected), "{kind:?}");
    }
    assert_eq!(remedies_for_silence(before), Remedies::EitherWay);
    assert_eq!(remedies_for_silence(RECONSIDERATION_FIRST_SINCE), Remedies::LegalOfficer);
}

#[test]
fn the_block_names_both_bodies_and_the_periods_of_its_regime() {
    let either = Remedies::EitherWay.text(BODIES).unwrap();
    assert!(either.contains("六十日内") && either.contains("或者") && either.contains("六个月内"));
    let first = Remedies::ReconsiderationFirst.text(BODIES).unwrap();
    assert!(first.contains("先向示例县人民政府") && first.contains("十五日内向示例县人民法院"));
    assert!(!first.contains("六个月"), "the old sentence is wrong for refusals");
    let part = Remedies::ReconsiderationFirstForWithheld.text(BODIES).unwrap();
    assert!(part.contains("不予公开的部分") && part.contains("其余部分"));
    let online = HearingBodies { online_filing: Some("https://example.invalid/复议"), ..BODIES };
    assert!(Remedies::EitherWay.text(online).unwrap().contains("https://example.invalid/复议"));
}

#[test]
fn a_letter_without_organ_or_court_is_refused() {
    let blank_court = HearingBodies { court: " ", ..BODIES };
    let blank_organ = HearingBodies { reconsideration_organ: "", ..BODIES };
    for remedies in
        [Remedies::EitherWay, Remedies::ReconsiderationFirst, Remedies::ReconsiderationFirstForWithheld]
    {
        assert_eq!(remedies.text(blank_court), Err(RemediesFault::NoCourt));
        assert_eq!(remedies.text(blank_organ), Err(RemediesFault::NoReconsiderationOrgan));
    }
    assert_eq!(decision::Remedies::LegalOfficer.text(BODIES), Err(RemediesFault::LegalOfficer));
}
