//! Whatever the layout, the same cells are found and a sound report is not blamed.

use inspect::Verdict;
use law::report::Form;
use proptest::prelude::*;

use super::printed::{LAYOUTS, Layout, Printed};
use super::{checked, failures, of, verdicts};

/// The rules that a whole and sound report passes.
const PASSED: [&str; 9] =
    ["K-X-5", "K-T2-2", "K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T4-1", "K-X-7", "K-X-8"];

#[test]
fn a_report_without_any_activity_passes_in_every_layout() {
    for (form, year) in [(Form::F2019, 2020), (Form::F2021, 2024)] {
        for layout in LAYOUTS {
            let checked = checked(&Printed::of(form, year, &[0]).text(layout));
            assert_eq!(checked.agency.as_deref(), Some("示例镇人民政府"), "{layout:?}");
            assert_eq!(checked.year, Some(year));
            for rule in PASSED {
                assert_eq!(
                    verdicts(&checked, rule),
                    [Verdict::Pass],
                    "{layout:?} {form:?} {:?}",
                    of(&checked, rule)
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sound_numbers_are_never_blamed(
        numbers in prop::collection::vec(0_u16..3000, 40..200),
        is_old in any::<bool>(),
        layout in prop::sample::select(LAYOUTS.to_vec()),
    ) {
        let (form, year) = if is_old { (Form::F2019, 2019) } else { (Form::F2021, 2025) };
        let checked = checked(&Printed::of(form, year, &numbers).text(layout));
        prop_assert_eq!(failures(&checked), Vec::<String>::new());
        for rule in PASSED {
            prop_assert_eq!(verdicts(&checked, rule), [Verdict::Pass], "{:?} {}", layout, rule);
        }
    }
}

#[test]
fn every_quoted_cell_stands_where_the_evidence_says() {
    for layout in LAYOUTS {
        let text = Printed::of(Form::F2021, 2024, &[3, 1, 4, 1, 5, 9, 2, 6]).text(layout);
        let lines: Vec<&str> = text.lines().collect();
        for finding in checked(&text).findings {
            for evidence in finding.evidence {
                let line = lines[evidence.place.line as usize - 1];
                assert!(line.contains(&evidence.text), "{layout:?}: {} in {line}", evidence.text);
                let Some(cell) = evidence.place.cell else { continue };
                if matches!(layout, Layout::Tabs | Layout::TabsWithoutLabels) {
                    let cells: Vec<&str> = line.split('\t').collect();
                    assert_eq!(cells[cell as usize - 1].trim(), evidence.text);
                }
            }
        }
    }
}
