//! One record into one day, or into the faults of its cells.

use jiff::civil::Date;

use super::super::narrow::narrow;
use super::super::notice::Arrangement;
use super::super::region::Region;
use super::fault::RowFault;
use super::header::{Columns, DATE, KIND, NAME, NOTICE, REGION};
use super::records::Record;

/// A row that makes sense by itself.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) region: Region,
    pub(super) date: Date,
    pub(super) arrangement: Arrangement,
    pub(super) name: String,
    pub(super) notice: String,
}

/// Reads a record.
///
/// # Errors
/// All faults of the row at once, so that a file is mended in one go.
pub(super) fn read(record: &Record, columns: &Columns) -> Result<Row, Vec<RowFault>> {
    let mut faults = Vec::new();
    let mut note = |column, message: String| faults.push(RowFault::cell(record.line, column, message));
    let cell = |column| columns.cell(record, column);

    let region = Region::parse(cell(REGION)).map_err(|e| note(REGION, e.to_string())).ok();
    let date = date(cell(DATE)).map_err(|e| note(DATE, e)).ok();
    let arrangement = arrangement(cell(KIND)).map_err(|e| note(KIND, e)).ok();
    let name = match (cell(NAME), arrangement) {
        // The holiday that a day is worked for is often left out.
        ("", Some(Arrangement::Work)) => "调休".to_owned(),
        ("", _) => {
            note(NAME, "没有写节日名称".to_owned());
            String::new()
        }
        (name, _) => name.to_owned(),
    };
    let notice = cell(NOTICE).to_owned();
    if notice.is_empty() {
        note(NOTICE, "没有写依据的通知".to_owned());
    }
    match (region, date, arrangement) {
        (Some(region), Some(date), Some(arrangement)) if faults.is_empty() => {
            Ok(Row { line: record.line, region, date, arrangement, name, notice })
        }
        _ => Err(faults),
    }
}

fn arrangement(text: &str) -> Result<Arrangement, String> {
    match narrow(text).to_lowercase().as_str() {
        "off" | "休" | "放假" | "休息" | "假" => Ok(Arrangement::Off),
        "work" | "班" | "上班" | "补班" | "调休上班" => Ok(Arrangement::Work),
        "" => Err("没有写 off（放假）或 work（上班）".to_owned()),
        _ => Err(format!("“{text}”看不懂，只能写 off（放假）或 work（上班）")),
    }
}

/// `2027-01-01`, `2027-1-1`, `2027/1/1`, `2027.1.1`, `2027年1月1日`, `20270101`, `2027-01-01 00:00:00`,
/// also in full-width digits.
fn date(text: &str) -> Result<Date, String> {
    if text.is_empty() {
        return Err("没有写日期".to_owned());
    }
    let narrow = narrow(text);
    // A spreadsheet may add the midnight.
    let date = narrow.strip_suffix("00:00:00").map_or(narrow.as_str(), |d| d.trim_end_matches([' ', 'T']));
    let plain = date.replace(['/', '.', '年', '月'], "-").replace([' ', '日'], "");
    let parts: Vec<&str> = match (plain.get(..4), plain.get(4..6), plain.get(6..)) {
        (Some(year), Some(month), Some(day)) if plain.len() == 8 && !plain.contains('-') => {
            vec![year, month, day]
        }
        _ => plain.split('-').collect(),
    };
    let [year, month, day] = parts.as_slice() else {
        return Err(format!("“{text}”不是日期，请写成 2027-01-01"));
    };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(format!("“{text}”不是日期，请写成 2027-01-01"));
    };
    if !(2000..=2100).contains(&year) {
        return Err(format!("“{text}”的年份不对"));
    }
    Date::new(year, month, day).map_err(|_| format!("“{text}”这一天不存在"))
}
