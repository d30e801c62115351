//! For random records and any year the numbers keep the identities that the report must keep.

use law::decision::DecisionKind;
use law::measure::{self, Year};
use law::register::testing::records;
use law::register::{
    ApplicantKind, Category, Chosen, DisputeKind, Outcome, Record, Register, ReleaseChannel,
};
use proptest::prelude::*;

use super::{part, year};

fn any_year() -> impl Strategy<Value = Year> {
    (2017_i64..=2030).prop_map(year)
}

fn next(year: Year) -> Year {
    year.next().unwrap()
}

fn all_years() -> impl Iterator<Item = Year> {
    (2015..=2045).map(year)
}

proptest! {
    /// K-T3-1, per column.
    #[test]
    fn new_and_carried_in_are_concluded_and_carried_out(records in records(Register::AccessRequest, 60), year in any_year()) {
        for kind in ApplicantKind::ALL {
            let count = |measure| part(measure, &records, year, "applicant_kind", kind.key());
            prop_assert_eq!(
                count(&measure::REQUEST_NEW) + count(&measure::REQUEST_CARRIED_IN),
                count(&measure::REQUEST_CONCLUDED) + count(&measure::REQUEST_CARRIED_OUT)
            );
        }
    }

    /// K-T3-5, per column.
    #[test]
    fn what_is_carried_out_is_carried_in_next_year(records in records(Register::AccessRequest, 60), year in any_year()) {
        for kind in ApplicantKind::ALL {
            prop_assert_eq!(
                part(&measure::REQUEST_CARRIED_OUT, &records, year, "applicant_kind", kind.key()),
                part(&measure::REQUEST_CARRIED_IN, &records, next(year), "applicant_kind", kind.key())
            );
        }
    }

    /// K-T3-2, K-T3-7: each matter counts in exactly one result row.
    #[test]
    fn the_results_add_up_to_what_was_concluded(records in records(Register::AccessRequest, 60), year in any_year()) {
        let concluded = measure::REQUEST_CONCLUDED.total(&records, year);
        let by_decision: i64 = DecisionKind::ALL
            .iter()
            .map(|kind| part(&measure::REQUEST_CONCLUDED, &records, year, "decision", kind.key()))
            .sum();
        let by_class: i64 = [
            &measure::REQUEST_GRANTED, &measure::REQUEST_GRANTED_IN_PART, &measure::REQUEST_WITHHELD,
            &measure::REQUEST_UNAVAILABLE, &measure::REQUEST_NOT_PROCESSED, &measure::REQUEST_OTHER_DISPOSAL,
        ]
        .iter()
        .map(|measure| measure.total(&records, year))
        .sum();
        prop_assert_eq!(by_decision, concluded);
        prop_assert_eq!(by_class, concluded);
    }

    /// K-T4-1, K-T4-2, per block.
    #[test]
    fn disputes_pending_and_new_are_concluded_and_pending(records in records(Register::Dispute, 60), year in any_year()) {
        for kind in DisputeKind::ALL {
            let count = |measure, year| part(measure, &records, year, "kind", kind.key());
            let later = next(year);
            prop_assert_eq!(
                count(&measure::DISPUTE_PENDING, year) + count(&measure::DISPUTE_NEW, later),
                count(&measure::DISPUTE_CONCLUDED, later) + count(&measure::DISPUTE_PENDING, later)
            );
            prop_assert_eq!(
                count(&measure::DISPUTE_TOTAL, year),
                count(&measure::DISPUTE_CONCLUDED, year) + count(&measure::DISPUTE_PENDING, year)
            );
        }
        let concluded = measure::DISPUTE_CONCLUDED.total(&records, year);
        let by_outcome: i64 = Outcome::ALL
            .iter()
            .map(|outcome| part(&measure::DISPUTE_CONCLUDED, &records, year, "outcome", outcome.key()))
            .sum();
        prop_assert_eq!(by_outcome, concluded);
        prop_assert_eq!(
            measure::RECONSIDERATION_NEW.total(&records, year) + measure::LITIGATION_NEW.total(&records, year),
            measure::DISPUTE_NEW.total(&records, year)
        );
    }

    /// K-T2-1 with the lapsed that the form does not print, and K-T2-5.
    #[test]
    fn documents_in_force_follow_from_last_years(records in records(Register::NormativeDocument, 60), year in any_year()) {
        let later = next(year);
        prop_assert_eq!(
            measure::NORMATIVE_VALID.total(&records, later),
            measure::NORMATIVE_VALID.total(&records, year) + measure::NORMATIVE_ISSUED.total(&records, later)
                - measure::NORMATIVE_REPEALED.total(&records, later)
                - measure::NORMATIVE_LAPSED.total(&records, later)
        );
        prop_assert_eq!(
            measure::NORMATIVE_PUBLIC.total(&records, later),
            measure::NORMATIVE_PUBLIC.total(&records, year) + measure::NORMATIVE_PUBLISHED.total(&records, later)
        );
    }

    /// Counted once; by category and by first channel the parts add up, by channel they need not.
    #[test]
    fn publications_are_counted_once_whatever_the_channels(records in records(Register::Publication, 60), year in any_year()) {
        let whole = measure::PUBLICATION_RELEASED.total(&records, year);
        let sum = |dimension: &str, keys: Vec<&str>| -> i64 {
            keys.iter().map(|key| part(&measure::PUBLICATION_RELEASED, &records, year, dimension, key)).sum()
        };
        let channels: Vec<_> = ReleaseChannel::ALL.iter().map(|channel| channel.key()).collect();
        prop_assert_eq!(sum("category", Category::ALL.iter().map(|category| category.key()).collect()), whole);
        prop_assert_eq!(sum("first_channel", channels.clone()), whole);
        prop_assert!(sum("channel", channels.clone()) >= whole);
        for channel in channels {
            prop_assert!(part(&measure::PUBLICATION_RELEASED, &records, year, "channel", channel) <= whole);
        }
        prop_assert!(measure::PUBLICATION_ELECTRONIC.total(&records, year) <= whole);
        for record in &records {
            let times = all_years().filter(|year| measure::PUBLICATION_RELEASED.includes(record, *year)).count();
            prop_assert!(times <= 1);
        }
    }

    /// Orders: nothing is lost between the years.
    #[test]
    fn open_orders_follow_from_last_years(records in records(Register::WorkOrder, 60), year in any_year()) {
        let later = next(year);
        let returned_of_earlier = records
            .iter()
            .filter(|record| measure::HOTLINE_OPEN.includes(record, year) && measure::HOTLINE_RETURNED.includes(record, later))
            .count();
        prop_assert_eq!(
            measure::HOTLINE_OPEN.total(&records, later),
            measure::HOTLINE_OPEN.total(&records, year) + measure::HOTLINE_RECEIVED.total(&records, later)
                - measure::HOTLINE_CLOSED.total(&records, later)
                - i64::try_from(returned_of_earlier).unwrap()
        );
        prop_assert!(measure::HOTLINE_SATISFIED.total(&records, year) <= measure::HOTLINE_REACHED.total(&records, year));
        prop_assert!(measure::HOTLINE_REACHED.total(&records, year) <= measure::HOTLINE_CLOSED.total(&records, year));
        prop_assert!(measure::ORDER_CLOSED.total(&records, year) >= measure::HOTLINE_CLOSED.total(&records, year));
    }

    /// A measure counts records of its own register only.
    #[test]
    fn no_measure_counts_a_record_of_another_register(records in records(Register::WorkOrder, 5), year in any_year()) {
        for measure in measure::all().filter(|measure| measure.register != Register::WorkOrder) {
            prop_assert!(!records.iter().any(|record: &Record| measure.includes(record, year)));
        }
    }
}
