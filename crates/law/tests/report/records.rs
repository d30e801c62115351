//! Random years of random events: what the measures count fills a report that keeps its identities.

use law::measure::{DECLARED_FIGURE, Year};
use law::register::testing::records;
use law::register::{Record, Register};
use law::report::identity::check;
use law::report::{Context, Counts, Form, Report, Verdict, fill, needs};
use proptest::prelude::*;

/// Counts by the predicates: the definition of what SQL must count.
fn counts(form: Form, records: &[Record], year: Year) -> Counts {
    let mut counts = Counts::default();
    for (measure, dimensions) in needs(form) {
        let counted = records.iter().filter(|record| measure.includes(record, year));
        let groups = counted.map(|record| {
            let values = dimensions.iter().map(|dimension| dimension.values(record).remove(0)).collect();
            (values, measure.amount(record))
        });
        counts.put(measure, groups.collect::<Vec<_>>());
    }
    counts
}

fn report(records: &[Record], year: i16) -> Report {
    let form = Form::for_year(year);
    fill("示例镇人民政府", year, form, &counts(form, records, Year::new(year.into()).unwrap())).report
}

fn of_a_desk() -> impl Strategy<Value = Vec<Record>> {
    let registers = [Register::AccessRequest, Register::Dispute, Register::NormativeDocument];
    registers.map(|register| records(register, 30)).prop_map(|lists| lists.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn identities_hold_for_random_years_of_random_events(records in of_a_desk(), year in 2019_i16..=2026) {
        let (now, last) = (report(&records, year), report(&records, year - 1));
        let found = check(&now, &Context { last_year: Some(&last), ..Context::default() });
        for rule in ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T3-5", "K-T4-1"] {
            let wrong: Vec<_> = found.iter().filter(|f| f.rule == rule && f.verdict != Verdict::Pass).collect();
            prop_assert!(wrong.is_empty(), "{:?}", wrong);
        }
        // A document may lapse or a lawful correction come late, but nothing is in force out of nowhere.
        prop_assert!(found.iter().all(|f| f.rule != "K-T2-1" || f.verdict != Verdict::Fail));
        prop_assert!(found.iter().all(|f| f.rule != "K-X-10" || f.verdict != Verdict::Fail));
    }

    #[test]
    fn declared_figures_fill_their_cells(records in records(Register::DeclaredFigure, 20), year in 2019_i16..=2025) {
        let form = Form::for_year(year);
        let counted = counts(form, &records, Year::new(year.into()).unwrap());
        let filled = fill("示例镇人民政府", year, form, &counted);
        for record in &records {
            let Record::DeclaredFigure(figure) = record else { continue };
            let Ok(cell) = figure.indicator.key().parse() else { continue };
            if figure.year == i64::from(year) && form.has(cell) && DECLARED_FIGURE.includes(record, Year::new(year.into()).unwrap()) {
                prop_assert!(filled.report.amount(cell).is_some(), "{}", cell);
            }
        }
    }
}
