//! Records made up for measuring, each a function of its number, spread over everything that is counted by.

use law::register::{Record, Register, Value};
use store::{NewRecord, RecordId};

/// The year that all of them belong to.
pub(crate) const YEAR: i16 = 2025;

const CATEGORIES: [&str; 8] = ["20-01", "20-07", "20-10", "20-11", "20-12", "21-1", "21-4", "21-8"];
const CHANNELS: [&str; 4] = ["portal", "wechat", "board", "portal,board"];
const APPLICANTS: [&str; 6] = ["nat", "com", "res", "soc", "leg", "oth"];
const DECISIONS: [&str; 8] = ["A2", "A1", "B", "C4", "C6", "D1a", "D2", "E2"];
const SOURCES: [&str; 3] = ["hotline_12345", "message", "phone"];
const ORDERS: [&str; 4] = ["complaint", "question", "help", "suggestion"];
const ENDS: [&str; 3] = ["satisfied", "fair", "dissatisfied"];

/// What one of many records is: of ten, four publications, two access requests and four work orders.
pub(crate) fn register_of(number: usize) -> Register {
    match number % 10 {
        0..4 => Register::Publication,
        4..6 => Register::AccessRequest,
        _ => Register::WorkOrder,
    }
}

/// The record of a register with that number.
pub(crate) fn record(register: Register, number: usize) -> anyhow::Result<NewRecord> {
    let fields = match register {
        Register::Publication => publication(number),
        Register::AccessRequest => access_request(number),
        _ => work_order(number),
    };
    let values = fields.into_iter().map(|(key, text)| (key, Value::Text(text))).collect();
    let Ok(record) = Record::parse(register, &values) else {
        anyhow::bail!("record {number} is not valid");
    };
    Ok(NewRecord { id: RecordId::new(format!("b-{number:08}")), record })
}

/// A publication as it is written into a file to be imported: the columns' names and the cells.
pub(crate) fn publication_columns() -> [&'static str; 7] {
    ["来源编号", "标题", "内容性质", "公开类别", "生成日期", "首次发布日期", "发布渠道"]
}

pub(crate) fn publication_cells(number: usize) -> [String; 7] {
    let kind = if number % 5 == 4 { "工作动态" } else { "法定主动公开" };
    let channels = one_of(&["政府网站", "微信公众号", "公告栏", "政府网站、公告栏"], number);
    let category = one_of(&CATEGORIES, number);
    [
        format!("GK-{number:07}"),
        title(number),
        kind.to_owned(),
        if number % 5 == 4 { String::new() } else { category.to_owned() },
        day(number),
        day(number),
        channels.to_owned(),
    ]
}

fn publication(number: usize) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("source_no", format!("GK-{number:07}")),
        ("title", title(number)),
        ("content_kind", if number % 5 == 4 { "news" } else { "statutory" }.to_owned()),
        ("formed_on", day(number)),
        ("first_released_on", day(number)),
        ("channels", one_of(&CHANNELS, number).to_owned()),
        ("summary", format!("第{number}条信息的概述。（测量用，内容虚构）")),
        ("body", body(number)),
    ];
    if number % 5 != 4 {
        fields.push(("category", one_of(&CATEGORIES, number).to_owned()));
    }
    fields
}

fn access_request(number: usize) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("source_no", format!("SQ-{number:07}")),
        ("applicant_kind", one_of(&APPLICANTS, number / 3).to_owned()),
        ("channel", "counter".to_owned()),
        ("arrived_on", day(number)),
        ("received_on", day(number)),
        ("subject", format!("第{number}件申请所要的材料（测量用，内容虚构）")),
    ];
    // One in twenty is still open.
    if number % 200 >= 10 {
        fields.push(("decision", one_of(&DECISIONS, number / 10).to_owned()));
        fields.push(("replied_on", later_day(number)));
    }
    fields
}

fn work_order(number: usize) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("source_no", format!("GD-{number:07}")),
        ("source", one_of(&SOURCES, number / 2).to_owned()),
        ("category", one_of(&ORDERS, number / 3).to_owned()),
        ("subject", format!("第{number}件诉求（测量用，内容虚构）")),
        ("dispatched_on", day(number)),
        ("signed_on", day(number)),
    ];
    if number % 200 >= 10 {
        fields.push(("replied_on", later_day(number)));
        fields.push(("closed_on", later_day(number)));
        fields.push(("result", "已办理并答复。（测量用）".to_owned()));
        fields.push(("satisfaction", one_of(&ENDS, number / 5).to_owned()));
    }
    fields
}

fn one_of(choices: &[&'static str], number: usize) -> &'static str {
    choices.get(number % choices.len()).copied().unwrap_or_default()
}

fn title(number: usize) -> String {
    format!("示例镇第{number}号公开事项的通知（测量用）")
}

/// Ten paragraphs, as a notice has.
fn body(number: usize) -> String {
    let paragraph = |at: usize| {
        format!(
            "第{at}段：本镇第{number}号事项依照有关规定办理，办理情况、标准和结果向社会公开，接受监督，联系人和电话见公开指南。"
        )
    };
    (1..=10).map(paragraph).collect::<Vec<_>>().join("\n")
}

/// A day of January to October.
fn day(number: usize) -> String {
    format!("{YEAR}-{:02}-{:02}", 1 + number % 10, 1 + number / 10 % 28)
}

/// The same day two months later.
fn later_day(number: usize) -> String {
    format!("{YEAR}-{:02}-{:02}", 3 + number % 10, 1 + number / 10 % 28)
}
