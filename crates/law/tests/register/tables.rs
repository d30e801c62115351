//! The tables agree with themselves and with the report.

use std::collections::BTreeSet;

use law::register::testing::{record, records};
use law::register::{Category, Chosen, FieldKind, INDICATORS, Record, Register, Value};
use law::report::CellKey;
use proptest::prelude::*;

use super::changed_example;

#[test]
fn every_register_begins_with_its_number_and_its_unit() {
    for register in Register::ALL {
        let keys: Vec<_> = register.fields().iter().take(2).map(|field| field.key).collect();
        assert_eq!(keys, ["source_no", "unit"], "{}", register.key());
        assert_eq!(Register::from_key(register.key()), Some(*register));
    }
}

#[test]
fn keys_and_labels_are_unique_within_a_register() {
    for register in Register::ALL {
        let fields = register.fields();
        let keys: BTreeSet<_> = fields.iter().map(|field| field.key).collect();
        let labels: BTreeSet<_> = fields.iter().map(|field| field.label).collect();
        assert_eq!(keys.len(), fields.len());
        assert_eq!(labels.len(), fields.len());
        for field in fields {
            assert!(field.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", field.key);
            assert!(!field.help.is_empty());
        }
    }
}

#[test]
fn no_two_choices_of_a_list_are_known_by_the_same_word() {
    for register in Register::ALL {
        for field in register.fields() {
            let mut names = BTreeSet::new();
            for choice in field.kind.choices() {
                for name in [choice.key, choice.label].iter().chain(choice.aliases) {
                    assert!(names.insert(name.to_lowercase()), "{}.{}: {name}", register.key(), field.key);
                }
            }
        }
    }
}

#[test]
fn keys_and_labels_of_lists_hold_no_separator_and_no_wildcard() {
    let lists =
        Register::ALL.iter().flat_map(|register| register.fields()).filter_map(|field| match field.kind {
            FieldKind::Choices(choices) => Some(choices),
            _ => None,
        });
    for choice in lists.flatten() {
        assert!(!choice.key.contains(['_', '%', ',']), "{}", choice.key);
        assert!(!choice.label.contains(['、', '，', ',', '；', ';', '|']), "{}", choice.label);
    }
}

#[test]
fn every_indicator_is_a_cell_of_some_form_and_no_total() {
    for indicator in INDICATORS {
        let cell: CellKey = indicator.key().parse().unwrap();
        assert_eq!(cell.to_string(), indicator.key());
        assert!(!indicator.key().contains("total"));
        assert!(
            !indicator.key().starts_with("t2.guifan"),
            "normative documents have a register of their own"
        );
    }
}

#[test]
fn a_value_of_another_kind_or_for_another_register_is_a_fault_not_a_panic() {
    for register in Register::ALL {
        for field in register.fields() {
            for value in [
                Value::Int(i64::MIN),
                Value::Int(-1),
                Value::Text(String::new()),
                Value::Text(" ,x\n".into()),
            ] {
                let mut values = changed_example(*register, &[]).unwrap().values();
                values.insert(field.key, value.clone());
                let faults =
                    Record::parse(*register, &values).expect_err(&format!("{} = {value:?}", field.key));
                assert!(faults.iter().any(|fault| fault.field == field.key), "{faults:?}");
            }
        }
        let faults = Record::parse(*register, &[("no_such_field", Value::Int(1))].into()).unwrap_err();
        assert!(faults.iter().any(|fault| fault.field == "no_such_field"));
    }
}

#[test]
fn every_category_names_the_provision_that_obliges() {
    for (category, article) in [
        (Category::Normative, "条例第二十条第（一）项"),
        (Category::Budget, "条例第二十条第（七）项"),
        (Category::OtherRequired, "条例第二十条第（十五）项"),
        (Category::AgriculturalPolicy, "条例第二十一条"),
        (Category::SocialAssistance, "条例第二十一条"),
    ] {
        assert_eq!(category.article(), article);
        assert!(category.key().starts_with(if article.ends_with('项') { "20-" } else { "21-" }));
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    proptest::sample::select(Register::ALL).prop_flat_map(record)
}

proptest! {
    #[test]
    fn a_record_is_what_its_values_say(record in any_record()) {
        let values = record.values();
        prop_assert_eq!(Record::parse(record.register(), &values), Ok(record.clone()));
        for field in record.register().fields() {
            prop_assert_eq!(&record.value(field.key), &values[field.key]);
        }
    }

    #[test]
    fn numbered_records_share_no_number(records in records(Register::Dispute, 20)) {
        let numbers: BTreeSet<_> = records.iter().map(Record::source_no).collect();
        prop_assert_eq!(numbers.len(), records.len());
    }
}
