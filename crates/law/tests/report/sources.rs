//! Every cell has exactly one source.

use std::collections::BTreeSet;

use law::measure::{self, Measure};
use law::register::Chosen;
use law::report::{
    Cell, CellKey, Counts, Filled, Form, Registers, RequestColumn, RequestRow, Source, fill, needs, source,
};

use super::fixture::key;

const FORMS: [Form; 2] = [Form::F2019, Form::F2021];

/// All measures of a form counted, nothing found, the given groups put in.
fn counted(form: Form, groups: &[(&'static Measure, &[&str], i64)]) -> Counts {
    let mut counts = Counts::default();
    for (measure, _) in needs(form) {
        counts.put(measure, []);
    }
    for (measure, values, amount) in groups {
        counts.put(measure, [(values.iter().map(|value| (*value).to_owned()).collect(), *amount)]);
    }
    counts
}

fn filled(form: Form, groups: &[(&'static Measure, &[&str], i64)]) -> Filled {
    fill("示例镇人民政府", 2024, form, &counted(form, groups))
}

#[test]
fn every_cell_has_one_source() {
    for form in FORMS {
        let mut seen = BTreeSet::new();
        for cell in form.cells() {
            let found = source(form, cell).unwrap_or_else(|| panic!("{cell} has no source"));
            if !matches!(found, Source::Sum(_)) {
                assert!(seen.insert(format!("{found:?}")), "{cell} is counted twice");
            }
        }
    }
    assert_eq!(source(Form::F2021, key("t2.caigou.count")), None);
}

#[test]
fn sources_name_measures_and_dimensions_that_exist() {
    for form in FORMS {
        for cell in form.cells() {
            match source(form, cell).unwrap() {
                Source::Measured { measure, filters } => {
                    assert!(measure::by_key(measure.key).is_some());
                    for filter in filters {
                        assert_eq!(measure.dimension(filter.dimension.key), Some(filter.dimension), "{cell}");
                        assert!(!filter.values.is_empty(), "{cell}");
                        let choices = measure.register.field(filter.dimension.field).unwrap().kind.choices();
                        for value in filter.values {
                            assert!(choices.iter().any(|choice| choice.key == value), "{cell}: {value}");
                        }
                    }
                }
                Source::Declared { measure } => {
                    assert!(measure.definition.contains("本年") || measure.definition.contains("上一年"));
                    let unit = form.unit(cell).unwrap();
                    let is_money = matches!(Cell::of(unit, 0), Cell::Money(_));
                    assert_eq!(measure.is_money(), is_money, "{cell}");
                    let condition = format!("{:?}", measure.conditions);
                    assert!(condition.contains(&cell.to_string()), "{cell} is filled by {}", measure.key);
                }
                Source::Sum(parts) => assert!(parts.len() > 1 && parts.iter().all(|part| form.has(*part))),
            }
        }
    }
}

#[test]
fn each_decision_counts_in_the_row_of_its_table() {
    for form in FORMS {
        let mut placed = Vec::new();
        for row in form.result_rows() {
            let cell = CellKey::Request(row, RequestColumn::NaturalPerson);
            let Some(Source::Measured { filters, .. }) = source(form, cell) else { panic!("{cell}") };
            placed.extend(filters[1].values.iter().map(|value| (*value, row)));
        }
        assert_eq!(placed.len(), law::decision::DecisionKind::ALL.len(), "{form:?}");
        for (code, row) in
            [("A1", RequestRow::Granted), ("D1b", RequestRow::NotHeld), ("E5", RequestRow::Reissue)]
        {
            assert!(placed.contains(&(code, row)), "{code}");
        }
    }
}

#[test]
fn each_measure_is_needed_with_one_grouping() {
    for form in FORMS {
        let needs = needs(form);
        let keys: BTreeSet<_> = needs.iter().map(|(measure, _)| measure.key).collect();
        assert_eq!(keys.len(), needs.len());
        for cell in form.cells() {
            if let Some(Source::Measured { measure, filters }) = source(form, cell) {
                let (_, grouping) = needs.iter().find(|(known, _)| known.key == measure.key).unwrap();
                let named: Vec<_> = filters.iter().map(|filter| filter.dimension).collect();
                assert_eq!(&named, grouping, "{cell}");
            }
        }
    }
}

#[test]
fn nothing_found_is_zero_but_nothing_declared_is_blank() {
    for form in FORMS {
        let report = filled(form, &[]).report;
        for cell in form.cells() {
            let expected = match source(form, cell) {
                Some(Source::Declared { .. }) => Cell::Blank,
                _ => Cell::of(form.unit(cell).unwrap(), 0),
            };
            assert_eq!(report.cells.get(&cell), Some(&expected), "{cell}");
        }
    }
}

#[test]
fn what_was_never_counted_is_blank() {
    let report = fill("示例镇人民政府", 2024, Form::F2021, &Counts::default()).report;
    assert!(report.cells.values().all(|cell| *cell == Cell::Blank));
}

#[test]
fn counts_land_in_their_cells_and_totals_follow() {
    let report = filled(
        Form::F2021,
        &[
            (&measure::REQUEST_NEW, &["nat"], 5),
            (&measure::REQUEST_NEW, &["leg"], 2),
            (&measure::REQUEST_CONCLUDED, &["nat", "A1"], 1),
            (&measure::REQUEST_CONCLUDED, &["nat", "A2"], 2),
            (&measure::REQUEST_CONCLUDED, &["leg", "F3"], 2),
            (&measure::REQUEST_CARRIED_OUT, &["nat"], 2),
            (&measure::DISPUTE_CONCLUDED, &["direct_suit", "corrected"], 1),
            (&measure::DISPUTE_PENDING, &["direct_suit"], 3),
            (&measure::NORMATIVE_VALID, &[], 4),
            (&measure::LICENSE_DECISIONS, &[], 349),
            (&measure::CHARGE_AMOUNT, &[], 75_926_000),
        ],
    )
    .report;
    let cells = [
        ("t3.new.nat", 5),
        ("t3.new.leg", 2),
        ("t3.new.total", 7),
        ("t3.a.nat", 3),
        ("t3.f3.leg", 2),
        ("t3.total.nat", 3),
        ("t3.total.total", 5),
        ("t3.carried_out.total", 2),
        ("t4.ss_direct.correct", 1),
        ("t4.ss_direct.pending", 3),
        ("t4.ss_direct.total", 4),
        ("t4.fy.total", 0),
        ("t2.guifan.valid", 4),
        ("t2.xuke.decisions", 349),
        ("t2.shoufei.amount_wan", 75_926_000),
    ];
    for (cell, amount) in cells {
        assert_eq!(report.amount(key(cell)), Some(amount), "{cell}");
    }
}

#[test]
fn a_figure_declared_by_hand_stands_beside_what_the_records_give() {
    let filled = filled(
        Form::F2021,
        &[
            (&measure::REQUEST_NEW, &["nat"], 5),
            (&measure::REQUEST_NEW, &["com"], 1),
            (&measure::DECLARED_FIGURE, &["t3.new.nat"], 9),
            (&measure::DECLARED_FIGURE, &["t2.xuke.decisions"], 12),
            (&measure::LICENSE_DECISIONS, &[], 12),
            (&measure::DECLARED_FIGURE, &["t3.f.nat"], 4),
        ],
    );
    let by_hand: Vec<String> = filled.by_hand.iter().map(ToString::to_string).collect();
    assert_eq!(by_hand, ["t3.new.nat"], "business figures are no exception, other forms' cells no cells");
    assert_eq!(filled.report.amount(key("t3.new.nat")), Some(9));
    assert_eq!(filled.report.amount(key("t3.new.total")), Some(10));
    assert_eq!(filled.recorded.get(&key("t3.new.nat")), Some(&Cell::Count(5)));
    assert_eq!(filled.recorded.get(&key("t3.new.total")), Some(&Cell::Count(6)));
    assert_eq!(filled.report.amount(key("t2.xuke.decisions")), Some(12));

    let registers = Registers::from(&filled);
    assert_eq!(registers.declared, filled.by_hand);
    assert_eq!(registers.cells.unwrap().get(&key("t3.new.total")), Some(&6));
}

#[test]
fn counts_that_no_report_could_hold_do_not_overflow() {
    let report = filled(
        Form::F2021,
        &[(&measure::REQUEST_NEW, &["nat"], i64::MAX), (&measure::REQUEST_NEW, &["com"], i64::MAX)],
    )
    .report;
    assert_eq!(report.amount(key("t3.new.total")), Some(i64::MAX));
}
