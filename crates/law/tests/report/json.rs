//! The JSON form reads back to the same report.

use law::report::{Cell, CellKey, Form, JsonFault, Report, Section, from_json, to_json};
use proptest::prelude::*;

use super::fixture::{consistent, key, zero};

fn cell(form: Form, key: CellKey) -> impl Strategy<Value = Cell> {
    let unit = form.unit(key).unwrap();
    prop_oneof![
        2 => Just(Cell::Blank),
        6 => any::<i64>().prop_map(move |amount| Cell::of(unit, amount)),
        1 => "\\PC{1,6}".prop_map(Cell::NotANumber),
    ]
}

fn any_report() -> impl Strategy<Value = Report> {
    let forms = prop::sample::select(vec![Form::F2019, Form::F2021]);
    forms.prop_flat_map(|form| {
        let cells: Vec<_> = form.cells().into_iter().map(|key| cell(form, key)).collect();
        let prose =
            prop::collection::btree_map(prop::sample::select(Section::ALL.to_vec()), "\\PC{0,20}", 0..6);
        (cells, prose, any::<i16>(), "\\PC{0,10}").prop_map(move |(cells, prose, year, agency)| Report {
            agency,
            year,
            form,
            cells: form.cells().into_iter().zip(cells).collect(),
            prose,
        })
    })
}

proptest! {
    #[test]
    fn a_report_survives_json(report in any_report()) {
        let text = to_json(&report).to_string();
        prop_assert_eq!(from_json(&text), Ok(report));
    }

    #[test]
    fn consistent_reports_survive_json(report in consistent()) {
        prop_assert_eq!(from_json(&to_json(&report).to_string()), Ok(report));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}") {
        prop_assert!(from_json(&text).is_err());
    }
}

#[test]
fn keys_are_in_printed_order_and_blanks_are_null() {
    let mut report = zero(Form::F2021);
    report.cells.insert(key("t3.new.nat"), Cell::Blank);
    report.cells.insert(key("t2.shoufei.amount_wan"), Cell::Money(75_926_000));
    let json = to_json(&report);
    let members: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["form", "agency", "year", "units", "cells", "prose"]);
    let cells = json["cells"].as_object().unwrap();
    let keys: Vec<String> = cells.keys().cloned().collect();
    let printed: Vec<String> = Form::F2021.cells().iter().map(ToString::to_string).collect();
    assert_eq!(keys, printed);
    assert!(json["cells"]["t3.new.nat"].is_null());
    assert_eq!(json["cells"]["t3.new.total"], 0);
    assert_eq!(json["cells"]["t2.shoufei.amount_wan"], 75_926_000);
    assert_eq!(json["units"]["t2.shoufei.amount_wan"], "fen");
    assert_eq!(json["form"], "F2021");
}

#[test]
fn what_is_no_report_is_refused_in_chinese() {
    let whole = to_json(&zero(Form::F2021)).to_string();
    let cases = [
        ("{", "不是有效的 JSON"),
        ("[]", "“form”缺少或不是应有的类型"),
        (&whole.replace("F2021", "F2022"), "“form”缺少"),
        (&whole.replace("\"year\":2024", "\"year\":20240000"), "“year”缺少"),
        (&whole.replace("t3.f1.nat", "t3.f.nat"), "F2021没有名为“t3.f.nat”的单元格"),
        (&whole.replace("t3.f1.nat", "t9.x.y"), "F2021没有名为“t9.x.y”的单元格"),
        (&whole.replace("\"t3.new.nat\":0", "\"t3.new.nat\":0.5"), "单元格“t3.new.nat”应当是整数"),
        (&whole.replace("\"six\"", "\"seven\""), "没有名为“seven”的部分"),
    ];
    for (text, message) in cases {
        let fault = from_json(text).unwrap_err();
        assert!(fault.to_string().starts_with(message), "{fault}");
    }
    assert_eq!(from_json("[]"), Err(JsonFault::Member("form")));
}
