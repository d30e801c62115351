//! The table agrees with itself and with the registers.

use std::collections::BTreeSet;

use law::measure::{self, Condition, Counts, DUE_CACHE, Reading, dimension};
use law::register::{Chosen, FieldKind, INDICATORS, Register, ReleaseChannel};

#[test]
fn keys_and_labels_are_unique() {
    let count = measure::all().count();
    assert_eq!(measure::all().map(|measure| measure.key).collect::<BTreeSet<_>>().len(), count);
    assert_eq!(measure::all().map(|measure| measure.label).collect::<BTreeSet<_>>().len(), count);
}

#[test]
fn every_measure_looks_only_at_columns_of_its_register() {
    for measure in measure::all() {
        for column in measure.conditions.iter().flat_map(Condition::columns) {
            assert!(
                column == DUE_CACHE || measure.register.field(column).is_some(),
                "{}: {column}",
                measure.key
            );
        }
        for dimension in measure.dimensions {
            let field = measure.register.field(dimension.field).unwrap();
            let is_list = matches!(field.kind, FieldKind::Choices(_));
            assert_eq!(is_list, dimension.reading != Reading::Whole, "{}: {}", measure.key, dimension.key);
        }
        if let Counts::Sum(column) = measure.counts {
            assert!(measure.register.field(column).unwrap().kind.is_number());
        }
        assert_eq!(measure.is_money(), measure.unit == "元", "{}", measure.key);
    }
}

#[test]
fn every_key_that_a_condition_asks_for_is_a_choice_of_its_column() {
    for measure in measure::all() {
        for condition in measure.conditions {
            let Condition::Is(column, keys) = condition else { continue };
            let choices = measure.register.field(column).unwrap().kind.choices();
            for key in *keys {
                assert!(choices.iter().any(|choice| choice.key == *key), "{}: {column} = {key}", measure.key);
            }
        }
    }
}

#[test]
fn every_measure_is_said_in_words_fit_for_prose() {
    for measure in measure::all() {
        for words in [measure.label, measure.definition, measure.basis, measure.zero, measure.unit] {
            assert!(!words.is_empty() && !words.contains(['{', '}', '。']), "{}: {words}", measure.key);
        }
        assert_eq!(measure::by_key(measure.key), Some(measure));
        assert_eq!(measure::by_label(measure.label), measure.is_whole.then_some(measure));
    }
    assert_eq!(measure::by_label("主动公开总数").map(|measure| measure.key), Some("publication_released"));
}

#[test]
fn every_business_indicator_has_a_measure_of_its_own() {
    for indicator in INDICATORS.iter().filter(|indicator| !indicator.replaces_records()) {
        let has_measure = measure::all().any(|measure| {
            measure.register == Register::DeclaredFigure
                && measure.conditions.iter().any(|condition| match condition {
                    Condition::Is("indicator", keys) => *keys == [indicator.key()],
                    _ => false,
                })
        });
        assert!(has_measure, "{}", indicator.key());
    }
}

#[test]
fn every_number_of_late_things_names_the_number_of_unknown_ones() {
    for measure in measure::all().filter(|measure| measure.needs_due()) {
        let counts_unknown = measure.conditions.contains(&Condition::Missing(DUE_CACHE));
        assert_eq!(measure.unknown.is_none(), counts_unknown, "{}", measure.key);
        if let Some(unknown) = measure.unknown {
            let but_lateness = |measure: &measure::Measure| -> Vec<Condition> {
                let conditions = measure.conditions.iter().copied();
                // Where something is awaited there is no deadline, so a late thing never waits; nor has praise one.
                let is_of_lateness = |condition: &Condition| {
                    condition.columns().contains(&DUE_CACHE)
                        || matches!(condition, Condition::NotAwaited(..))
                        || matches!(condition, Condition::Is("category", [_, _, ..]))
                };
                conditions.filter(|condition| !is_of_lateness(condition)).collect()
            };
            assert_eq!(but_lateness(measure), but_lateness(unknown), "{}", measure.key);
            assert_eq!(measure.dimensions, unknown.dimensions, "{}", measure.key);
            assert!(unknown.conditions.contains(&Condition::Missing(DUE_CACHE)));
        }
    }
}

#[test]
fn values_of_dimensions_are_shown_by_their_chinese_names() {
    assert_eq!(dimension::CATEGORY.label_of(Register::Publication, "20-07"), "财政预算、决算");
    assert_eq!(dimension::ORDER_CATEGORY.label_of(Register::WorkOrder, "complaint"), "投诉");
    assert_eq!(dimension::UNIT.label_of(Register::WorkOrder, "示例村"), "示例村");
    assert_eq!(dimension::UNIT.label_of(Register::WorkOrder, ""), "未填");
    for channel in ReleaseChannel::ALL {
        assert_eq!(dimension::CHANNEL.label_of(Register::Publication, channel.key()), channel.label());
    }
}
