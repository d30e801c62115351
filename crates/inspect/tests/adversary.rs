//! An adversary's reports: forty that are sound, in the shapes and habits of published ones, and must not fail; and
//! faults put into them, one at a time, that must be found. Each in every layout.

use std::collections::BTreeMap;

use law::report::{CellKey, DisputeOutcome, DisputeRoute, Form, RequestColumn, RequestRow, Section};

use super::printed::{LAYOUTS, Printed};
use super::readings::{HARD, Hard, text as hard_text};
use super::{checked, failures};

/// Reports parted by blank lines; the lines of one begin with what they are:
/// `#` its point, `@year`, `@title`, `@above` and `@below` (the page around it, `|` for a new line), `@intro`,
/// `@cells` (result row or `in`/`out` by applicant, dispute, row of table 二; sums are filled in), `@1 @5 @6` (words).
const SOUND: &str = include_str!("fixtures/sound_reports.txt");
/// `point of a sound report | rule | words in it | words instead`; with `cell` for the words: `key=value`.
const FAULTY: &str = include_str!("fixtures/faulty_reports.txt");

struct Shape {
    point: &'static str,
    printed: Printed,
    fields: BTreeMap<&'static str, String>,
}

fn shapes() -> Vec<Shape> {
    SOUND.trim().split("\n\n").map(shape).collect()
}

fn shape(block: &'static str) -> Shape {
    let mut fields: BTreeMap<&str, String> = BTreeMap::new();
    let mut point = "";
    for line in block.lines() {
        if let Some(words) = line.strip_prefix("# ") {
            point = words;
            continue;
        }
        let (name, words) = line.split_once(' ').unwrap_or((line, ""));
        let field = fields.entry(name).or_default();
        field.push_str(words);
        field.push('\n');
    }
    let year: i16 = fields["@year"].trim().parse().unwrap();
    let mut printed = Printed::of(Form::for_year(year), year, &[0]);
    fill(&mut printed, &fields["@cells"]);
    Shape { point, printed, fields }
}

/// Puts the stated cells in and adds them up.
fn fill(printed: &mut Printed, stated: &str) {
    for (key, value) in stated.split_whitespace().map(|each| each.split_once('=').unwrap()) {
        printed.cells.insert(key_of(key), value.to_owned());
    }
    for route in DisputeRoute::ALL {
        let total =
            DisputeOutcome::ALL[..4].iter().map(|each| printed.number(CellKey::Dispute(*route, *each))).sum();
        put(printed, CellKey::Dispute(*route, DisputeOutcome::Total), total);
    }
    let columns = &RequestColumn::ALL[..6];
    for column in columns {
        let of = |printed: &Printed, row| printed.number(CellKey::Request(row, *column));
        let total = printed.form.result_rows().map(|row| of(printed, row)).sum();
        let new = total + of(printed, RequestRow::CarriedOut) - of(printed, RequestRow::CarriedIn);
        put(printed, CellKey::Request(RequestRow::Total, *column), total);
        put(printed, CellKey::Request(RequestRow::New, *column), new);
    }
    for label in printed.form.request_rows() {
        let sum = columns.iter().map(|column| printed.number(CellKey::Request(label.row, *column))).sum();
        put(printed, CellKey::Request(label.row, RequestColumn::Total), sum);
    }
}

fn put(printed: &mut Printed, key: CellKey, number: i64) {
    printed.cells.insert(key, number.to_string());
}

/// `a.nat`, `in.nat`, `fy.maintain`, `xuke`, `shoufei`, `guifan.issued`.
fn key_of(short: &str) -> CellKey {
    let full = match short {
        "xuke" | "chufa" | "qiangzhi" => format!("t2.{short}.decisions"),
        "shoufei" => "t2.shoufei.amount_wan".to_owned(),
        _ if short.starts_with("in.") => short.replacen("in.", "t3.carried_in.", 1),
        _ if short.starts_with("out.") => short.replacen("out.", "t3.carried_out.", 1),
        _ => ["t2", "t3", "t4"]
            .iter()
            .map(|table| format!("{table}.{short}"))
            .find(|key| key.parse::<CellKey>().is_ok())
            .unwrap(),
    };
    full.parse().unwrap()
}

impl Shape {
    fn field(&self, name: &str) -> String {
        self.fields.get(name).map(|words| words.trim_end().replace('|', "\n")).unwrap_or_default()
    }

    /// The report in every layout, with the words of this shape for those of the printer.
    fn texts(&self) -> Vec<(String, String)> {
        let mut printed = self.printed.clone();
        printed.one = self.field("@1");
        let easy = LAYOUTS.iter().map(|layout| (format!("{layout:?}"), printed.text(*layout)));
        // Money has another unit than the one that this layout writes behind every figure.
        let hard = HARD
            .iter()
            .filter(|hard| **hard != Hard::Units)
            .map(|hard| (format!("{hard:?}"), hard_text(&printed, *hard)));
        easy.chain(hard).map(|(layout, text)| (layout, self.worded(&printed, &text))).collect()
    }

    fn worded(&self, printed: &Printed, text: &str) -> String {
        let is_one_line = !text.contains('\n');
        let flat = |words: String| if is_one_line { words.replace('\n', " ") } else { words };
        let head = [self.field("@above"), self.field("@title"), self.field("@intro")].join("\n");
        let mut text = text.to_owned();
        for line in printed.introduction().lines().filter(|line| !line.is_empty()) {
            text = text.replacen(line, "", 1);
        }
        for (section, field) in [(Section::Five, "@5"), (Section::Six, "@6")] {
            text = text.replacen(printed.words(section).trim(), &flat(self.field(field)), 1);
        }
        flat(format!("{head}\n")) + if is_one_line { " " } else { "" } + &text + &flat(self.field("@below"))
    }
}

#[test]
fn no_sound_report_fails_in_any_layout_and_each_is_recognised() {
    let (mut checks, mut blamed, mut wrong) = (0, 0, Vec::new());
    for shape in shapes() {
        let title = shape.field("@title").replace('\n', "");
        let year = shape.printed.year;
        let agency = title.split(&year.to_string()).next().unwrap().replace('縣', "县");
        for (layout, text) in shape.texts() {
            let checked = checked(&text);
            let failed = failures(&checked);
            checks += 1;
            blamed += usize::from(!failed.is_empty());
            if !failed.is_empty() || checked.agency.as_deref() != Some(&agency) || checked.year != Some(year)
            {
                wrong.push(format!(
                    "{} {layout}: {:?} {:?} {failed:?}",
                    shape.point, checked.agency, checked.year
                ));
            }
        }
    }
    println!("{} sound reports, {checks} checks, {blamed} with a false alarm", shapes().len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A sound report with one fault, and the rules one of which must find it.
struct Faulty {
    shape: Shape,
    rules: Vec<&'static str>,
    from: &'static str,
    to: &'static str,
}

fn faulty(line: &'static str) -> Faulty {
    let [point, rules, from, to] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
    let mut shape = shapes().into_iter().find(|shape| shape.point == point).unwrap();
    if from == "fill" {
        fill(&mut shape.printed, to);
    } else if from == "cell" {
        let (key, value) = to.split_once('=').unwrap();
        shape.printed.cells.insert(key.parse().unwrap(), value.to_owned());
    } else {
        let found = shape.fields.values_mut().find(|words| words.contains(from)).unwrap();
        *found = found.replacen(from, to, 1);
    }
    Faulty { shape, rules: rules.split('/').collect(), from, to }
}

/// Where faults are looked for: what can be seen in these can be seen in the others.
const FAULTY_LAYOUTS: [&str; 4] = ["Tabs", "CellALine", "PagesOfBlanks", "OneLine"];
/// What a wrong cell breaks besides the rule that is asked for.
const BROKEN_TOGETHER: [&str; 4] = ["K-T3-1", "K-T3-2", "K-T3-3", "K-X-1"];

#[test]
fn every_fault_is_found_and_nothing_beside_it() {
    let (mut wanted, mut found, mut named, mut right) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for line in FAULTY.lines() {
        let faulty = faulty(line);
        let texts = faulty.shape.texts();
        for (layout, text) in
            texts.into_iter().filter(|(layout, _)| FAULTY_LAYOUTS.contains(&layout.as_str()))
        {
            let failed = failures(&checked(&text));
            let is_of = |rules: &[&str], failure: &String| {
                rules.iter().any(|rule| failure.split(' ').next() == Some(*rule))
            };
            let is_found = failed.iter().any(|failure| is_of(&faulty.rules, failure));
            let in_table = ["cell", "fill"].contains(&faulty.from);
            let is_right = |failure: &&String| {
                is_of(&faulty.rules, failure)
                    || (in_table && is_of(&BROKEN_TOGETHER, failure))
                    || (is_of(&["I-NUM-1"], failure) && faulty.rules.contains(&"K-X-1"))
            };
            let so_many = failed.iter().filter(is_right).count();
            (wanted, found) = (wanted + 1, found + usize::from(is_found));
            (named, right) = (named + failed.len(), right + so_many);
            if !is_found || so_many < failed.len() {
                wrong.push(format!("{line} {layout} → {}: {failed:?}", faulty.to));
            }
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!(
        "{} faults: recall {found} of {wanted} ({:.1} %), precision {right} of {named} ({:.1} %)",
        FAULTY.lines().count(),
        percent(found, wanted),
        percent(right, named)
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
