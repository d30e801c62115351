//! The import file: what it forgives and what it refuses.

use law::calendar::csv::{RowFault, parse};
use law::calendar::{Arrangement, DayKind, Notice, Region, WorkCalendar};

use crate::calendar_oracle::day;

const TITLE: &str = "国务院办公厅关于2027年部分节假日安排的通知";

fn one(text: &str) -> Notice {
    let mut notices = parse(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(notices.len(), 1);
    notices.remove(0)
}

fn faults(text: &str) -> Vec<String> {
    parse(text).unwrap_err().iter().map(RowFault::to_string).collect()
}

#[test]
fn a_file_with_a_header_becomes_a_notice() {
    let text = format!(
        "region,date,off|work,name,notice\n\
         CN,2026-12-31,off,元旦,{TITLE}（国办发明电〔2026〕1号）\n\
         CN,2027-01-01,off,元旦,{TITLE}（国办发明电〔2026〕1号）\n\
         CN,2027-01-03,work,元旦,{TITLE}（国办发明电〔2026〕1号）\n"
    );
    let notice = one(&text);
    assert_eq!((&notice.region, notice.year), (&Region::CN, 2027));
    assert_eq!(notice.name, TITLE);
    assert_eq!(notice.source.as_deref(), Some("国办发明电〔2026〕1号"));
    assert_eq!(notice.days.len(), 3);
    let calendar = WorkCalendar::built_in().with_notices(&[notice]);
    assert_eq!(calendar.day(&Region::CN, day("2026-12-31")).unwrap().kind, DayKind::Holiday);
    assert_eq!(calendar.day(&Region::CN, day("2027-01-03")).unwrap().kind, DayKind::Makeup);
}

#[test]
fn what_people_and_spreadsheets_do_is_forgiven() {
    let plain = one("CN,2027-01-01,off,元旦,通知甲\nCN,2027-01-03,work,元旦,通知甲");
    for text in [
        "\u{feff}CN,2027-01-01,off,元旦,通知甲\r\nCN,2027-01-03,work,元旦,通知甲\r\n",
        "地区,日期,类型,名称,通知\n全国,2027年1月1日,放假,元旦,通知甲\n全国,2027年01月03日,上班,元旦,通知甲",
        "通知,名称,安排,日期,地区\n通知甲,元旦,休,2027/1/1,cn\n通知甲,元旦,班,2027.1.3,CN",
        "ＣＮ，２０２７－０１－０１，ＯＦＦ，元旦，通知甲\nＣＮ，２０２７－１－３，ｗｏｒｋ，元旦，通知甲",
        "CN\t20270101\toff\t元旦\t通知甲\nCN\t20270103\twork\t元旦\t通知甲",
        "\"CN\",\"2027-01-01\",\"off\",\"元旦\",\"通知甲\"\n\n,,,,\nCN , 2027-01-03 ,work,元旦,通知甲",
        "Region,Date,Arranged as,Name,Notice\nCN,2027-01-01 00:00:00,off,元旦,通知甲\nCN,2027-01-03T00:00:00,work,元旦,通知甲",
        "地区,日期,类型,名称,通知,备注\nCN,2027-01-01,off,元旦,通知甲,\nCN,2027-01-03,work,元旦,通知甲,略",
    ] {
        assert_eq!(one(text), plain, "{text}");
    }
    assert_eq!(plain.days[1].arrangement, Arrangement::Work);
}

#[test]
fn a_day_worked_needs_no_name() {
    assert_eq!(one("CN,2027-01-03,work,,通知甲").days[0].name, "调休");
    assert_eq!(faults("CN,2027-01-01,off,,通知甲"), ["第1行“名称”列：没有写节日名称"]);
}

#[test]
fn a_quoted_cell_may_hold_commas_quotes_and_line_breaks() {
    let text = "CN,2027-01-01,off,元旦,\"甲,\"\"乙\"\"\n丙\"\nCN,2027-13-01,off,元旦,甲";
    assert_eq!(faults(text), ["第3行“日期”列：“2027-13-01”这一天不存在"]);
    assert_eq!(one("CN,2027-01-01,off,元旦,\"甲,\"\"乙\"\"\n丙\"").name, "甲,\"乙\"\n丙");
}

#[test]
fn one_file_may_hold_several_regions() {
    let notices = parse(
        "CN,2027-01-01,off,元旦,国办通知\nNX,2027-03-10,off,开斋节,宁夏通知\nNX,2027-05-17,off,古尔邦节,宁夏通知",
    )
    .unwrap();
    let listed: Vec<_> = notices.iter().map(|n| (n.region.code(), n.year, n.days.len())).collect();
    assert_eq!(listed, [("CN", 2027, 1), ("NX", 2027, 2)]);
}

#[test]
fn every_bad_row_is_named_with_its_column_and_reason() {
    let text = "region,date,kind,name,notice\n\
                ZZ,2027-01-01,off,元旦,通知\n\
                CN,2027-02-30,off,春节,通知\n\
                CN,元月一日,off,春节,通知\n\
                CN,2027-01-04,maybe,春节,通知\n\
                CN,2027-01-05,,,\n\
                CN,0027-01-05,off,春节,通知\n\
                CN\n";
    let found = faults(text);
    assert!(found[0].starts_with("第2行“地区”列：没有地区“ZZ”"), "{}", found[0]);
    assert_eq!(
        found[1..9],
        [
            "第3行“日期”列：“2027-02-30”这一天不存在",
            "第4行“日期”列：“元月一日”不是日期，请写成 2027-01-01",
            "第5行“放假或上班”列：“maybe”看不懂，只能写 off（放假）或 work（上班）",
            "第6行“放假或上班”列：没有写 off（放假）或 work（上班）",
            "第6行“名称”列：没有写节日名称",
            "第6行“通知”列：没有写依据的通知",
            "第7行“日期”列：“0027-01-05”的年份不对",
            "第8行“日期”列：没有写日期",
        ]
    );
}

#[test]
fn a_day_said_twice_is_refused() {
    let text = "CN,2027-01-01,off,元旦,通知\nCN,2027-01-01,off,元旦,通知\nCN,2027-01-01,work,元旦,通知";
    assert_eq!(
        faults(text),
        [
            "第2行“日期”列：2027-01-01重复，第1行已经写过",
            "第3行“日期”列：2027-01-01与第1行矛盾：一处放假，一处上班",
        ]
    );
}

#[test]
fn a_notice_is_for_one_year_with_the_december_before() {
    let text = "CN,2026-12-31,off,元旦,通知\nCN,2027-01-01,off,元旦,通知\nCN,2027-05-01,off,劳动节,通知\n";
    assert_eq!(one(text).year, 2027);
    let reason = "不在2027年；一份通知只管一个年份，可以带上年12月的日子";
    for d in ["2026-11-30", "2028-01-01", "2072-05-01"] {
        let found = faults(&format!("{text}CN,{d},off,节,通知"));
        assert_eq!(found, [format!("第4行“日期”列：{d}{reason}")]);
    }
}

#[test]
fn a_slip_in_the_name_of_a_notice_does_not_make_two_of_it() {
    let text = "NX,2027-03-10,off,开斋节,宁夏通知\nNX,2027-05-17,off,古尔邦节,宁夏通之";
    assert_eq!(
        faults(text),
        ["第2行“通知”列：同一地区2027年只能有一份通知：第1行写的是“宁夏通知”，这里写的是“宁夏通之”"]
    );
}

#[test]
fn a_file_that_says_nothing_is_refused() {
    assert_eq!(faults(""), ["文件是空的"]);
    assert_eq!(faults("\u{feff}\n ,, \n"), ["文件是空的"]);
    assert_eq!(faults("region,date,kind,name,notice\n"), ["文件里没有放假或上班的日期"]);
    assert_eq!(faults("region,date,name\nCN,2027-01-01,元旦"), ["第1行：表头缺少：放假或上班、通知"]);
    assert_eq!(faults("CN,2027-01-01,off,\"元旦,通知\n"), ["第1行：引号没有配对"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "[\\PC\r\n\t\",;]{0,200}") {
        // Whatever comes back, it came back.
        assert!(parse(&text).is_ok_and(|n| !n.is_empty()) || parse(&text).is_err_and(|f| !f.is_empty()));
    }
}
