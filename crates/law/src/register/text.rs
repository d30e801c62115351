//! Between what a person writes in a table or a form and what a record holds. Export followed by
//! import gives the same value; import takes more spellings than export writes.

use jiff::civil::Date;

use super::choice::Choice;
use super::field::{Field, FieldKind, Value};
use super::number::{self, MoneyUnit};

/// Reads what was written into a field: labels, keys or other names of choices, dates in the usual
/// spellings, full-width digits, money in yuan. Nothing but blanks is [`Value::Null`].
///
/// # Errors
/// A Chinese sentence that quotes what was written and says how to write it.
pub fn text_to_value(field: &Field, text: &str) -> Result<Value, String> {
    text_to_value_in(field, text, MoneyUnit::Yuan)
}

/// [`text_to_value`] for a column whose header gives the unit of its money.
///
/// # Errors
/// As [`text_to_value`].
pub(super) fn text_to_value_in(field: &Field, text: &str, unit: MoneyUnit) -> Result<Value, String> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(Value::Null);
    }
    match field.kind {
        FieldKind::Text { .. } | FieldKind::LongText { .. } => Ok(Value::Text(unify_lines(text))),
        FieldKind::Date if is_dash(text) => Ok(Value::Null),
        FieldKind::Date => read_date(text).map(|day| Value::Text(day.to_string())),
        FieldKind::Choice(_) | FieldKind::Choices(_) if is_dash(text) => Ok(Value::Null),
        FieldKind::Choice(choices) => {
            read_choice(choices, text).map(|choice| Value::Text(choice.key.to_owned()))
        }
        FieldKind::Choices(choices) => read_choices(choices, text).map(Value::Text),
        FieldKind::Count => number::read_integer(&narrow(text)).map(Value::Int),
        FieldKind::Signed => number::read_integer(&narrow(text)).map(Value::Int),
        FieldKind::Money => number::read_money(&narrow(text), unit).map(Value::Int),
    }
}

/// Writes a value for export: ISO dates, labels of choices joined by 、, money in yuan with two
/// decimals, nothing for [`Value::Null`].
#[must_use]
pub fn value_to_text(field: &Field, value: &Value) -> String {
    match (field.kind, value) {
        (_, Value::Null) => String::new(),
        (FieldKind::Choice(choices), Value::Text(key)) => label_of(choices, key).to_owned(),
        (FieldKind::Choices(choices), Value::Text(keys)) => {
            keys.split(',').map(|key| label_of(choices, key)).collect::<Vec<_>>().join("、")
        }
        (FieldKind::Money, Value::Int(fen)) => number::yuan(*fen),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Text(text)) => text.clone(),
    }
}

fn label_of<'a>(choices: &[Choice], key: &'a str) -> &'a str {
    choices.iter().find(|choice| choice.key == key).map_or(key, |choice| choice.label)
}

/// Cuts blanks of every kind from both ends, those that office programs leave invisible too.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

fn unify_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A dash or a stroke in a cell means that there is nothing to write.
fn is_dash(text: &str) -> bool {
    matches!(text, "/" | "／" | "-" | "－" | "—" | "——" | "–")
}

/// Full-width letters, digits and signs as their ASCII forms.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{3000}' => ' ',
            '！'..='～' => {
                char::from_u32(u32::from(character) - u32::from('！') + u32::from('!')).unwrap_or(character)
            }
            '−' | '–' => '-',
            _ => character,
        })
        .collect()
}

/// What two spellings of the same word have in common: width, case, blanks and quotation marks aside.
pub(super) fn fold(text: &str) -> String {
    narrow(text)
        .chars()
        .filter(|character| {
            !character.is_whitespace() && !matches!(character, '"' | '“' | '”' | '\u{feff}' | '\u{200b}')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn read_choice<'a>(choices: &'a [Choice], text: &str) -> Result<&'a Choice, String> {
    let find = |is_meant: &dyn Fn(&str) -> bool| {
        choices.iter().find(|choice| {
            is_meant(choice.key) || is_meant(choice.label) || choice.aliases.iter().any(|name| is_meant(name))
        })
    };
    // Nearly every cell is written exactly; folding each name of each choice is for the rest.
    let exact = find(&|name| name == text);
    let wanted = fold(text);
    exact.or_else(|| find(&|name| fold(name) == wanted)).ok_or_else(|| {
        let labels: Vec<_> = choices.iter().take(10).map(|choice| choice.label).collect();
        let more = if choices.len() > labels.len() { "等" } else { "" };
        format!("“{text}”不在可选范围内，可填：{}{more}", labels.join("、"))
    })
}

fn read_choices(choices: &[Choice], text: &str) -> Result<String, String> {
    let mut keys: Vec<&str> = Vec::new();
    for part in text.split(['、', '，', ',', '；', ';', '|', '\n', '\r']) {
        let part = trim(part);
        if part.is_empty() {
            continue;
        }
        let key = read_choice(choices, part)?.key;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        Err(format!("“{text}”中没有可用的内容，请重新填写"))
    } else {
        Ok(keys.join(","))
    }
}

/// `2020-01-05`, `2020-1-5`, `2020/1/5`, `2020.1.5`, `2020年1月5日`, `20200105`, each with or without a time of day.
fn read_date(text: &str) -> Result<Date, String> {
    let fault = || format!("“{text}”不是完整的日期，请写成 2020-01-05");
    let plain = narrow(text).replace(['年', '月', '/', '.'], "-").replace(['日', 'T'], " ");
    let plain = plain.trim();
    let (day, time) = plain.split_once(' ').unwrap_or((plain, ""));
    if !time.chars().all(|character| character.is_ascii_digit() || matches!(character, ':' | '-' | ' ')) {
        return Err(fault());
    }
    let parts: Vec<&str> = match day.len() {
        8 if day.bytes().all(|byte| byte.is_ascii_digit()) => {
            [day.get(..4), day.get(4..6), day.get(6..)].into_iter().flatten().collect()
        }
        _ => day.split('-').collect(),
    };
    let [year, month, day] = parts.as_slice() else { return Err(fault()) };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return Err(fault());
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(fault());
    };
    Date::new(year, month, day).map_err(|_| format!("“{text}”这一天不存在，请核对"))
}
