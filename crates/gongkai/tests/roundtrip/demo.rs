//! The demonstration's own reports, as the program prints them.

use law::report::from_json;

use super::{assert_read_back, read};
use crate::cli::Desk;

#[test]
fn the_reports_of_the_demonstration_are_read_back_from_every_format() {
    let desk = Desk::empty();
    desk.good("demo --data county --no-serve");
    for year in [2020, 2024, 2025] {
        let print = |format: &str| {
            let name = format!("{year}.{format}");
            let line =
                format!("report --data county --organ 示例镇 --year {year} --format {format} -o {name}");
            desk.good(&line);
            std::fs::read(desk.path(&name)).unwrap()
        };
        let report = from_json(&String::from_utf8(print("json")).unwrap()).unwrap();
        for format in ["html", "docx", "xlsx", "pdf"] {
            assert_read_back(&report, &read(&format!("{year}.{format}"), &print(format)));
        }
    }
}
