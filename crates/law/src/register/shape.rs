//! Whether each value has the shape that its field asks for, before the law looks at the record.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::fault::Faults;
use super::field::{Field, FieldKind, Value, Values};
use super::text::trim;

/// Adds a fault for each value that is missing, of the wrong type, too long or not in its list, and
/// for each value that no field of the register asked for.
pub(super) fn check(fields: &'static [Field], values: &Values, faults: &mut Faults) {
    for field in fields {
        match values.get(field.key).unwrap_or(&Value::Null) {
            Value::Null if field.required => faults.add(field.key, "不能为空，请填写"),
            Value::Null => {}
            Value::Text(text) => {
                if let Err(message) = check_text(field, text) {
                    faults.add(field.key, message);
                }
            }
            Value::Int(number) => {
                if let Err(message) = check_number(field, *number) {
                    faults.add(field.key, message);
                }
            }
        }
    }
    for key in values.keys() {
        faults.expect(fields.iter().any(|field| field.key == *key), key, "这个台账没有这一项，请删去");
    }
}

fn check_text(field: &Field, text: &str) -> Result<(), String> {
    match field.kind {
        FieldKind::Text { max } => {
            if text.contains(['\n', '\r']) {
                return Err("只能写一行，请去掉换行".into());
            }
            check_length(text, max)
        }
        FieldKind::LongText { max } => check_length(text, max),
        FieldKind::Date => match text.parse::<Date>() {
            Ok(date) if date.to_string() == text && !(1949..=2200).contains(&date.year()) => {
                Err(format!("“{text}”的年份不对，请核对"))
            }
            Ok(date) if date.to_string() == text => Ok(()),
            _ => Err(format!("“{text}”不是日期，请写成 2020-01-05")),
        },
        FieldKind::Choice(choices) => {
            let is_listed = choices.iter().any(|choice| choice.key == text);
            if is_listed {
                Ok(())
            } else {
                Err(format!("“{text}”不在可选范围内，请从列表中选择"))
            }
        }
        FieldKind::Choices(choices) => {
            let mut seen = BTreeSet::new();
            for key in text.split(',') {
                if !choices.iter().any(|choice| choice.key == key) {
                    return Err(format!("“{key}”不在可选范围内，请从列表中选择"));
                }
                if !seen.insert(key) {
                    return Err("同一项写了两次，请删去一个".into());
                }
            }
            Ok(())
        }
        FieldKind::Count | FieldKind::Signed | FieldKind::Money => {
            Err(format!("“{text}”不是数字，请填写数字"))
        }
    }
}

fn check_length(text: &str, max: usize) -> Result<(), String> {
    if trim(text).is_empty() {
        return Err("不能只写空格，请填写内容或留空".into());
    }
    if trim(text) != text {
        return Err("前后有空格，请删去".into());
    }
    let length = text.chars().count();
    if length > max {
        return Err(format!("共 {length} 字，最多 {max} 字，请缩短"));
    }
    if text.chars().any(|character| character.is_control() && !matches!(character, '\n' | '\t')) {
        return Err("含有看不见的控制字符，请重新输入".into());
    }
    Ok(())
}

fn check_number(field: &Field, number: i64) -> Result<(), String> {
    match field.kind {
        FieldKind::Count | FieldKind::Money if number < 0 => Err("不能是负数，请改正".into()),
        FieldKind::Count | FieldKind::Signed | FieldKind::Money if number.unsigned_abs() > LARGEST => {
            Err("数字过大，请核对单位和位数".into())
        }
        FieldKind::Count | FieldKind::Signed | FieldKind::Money => Ok(()),
        _ => Err("这里应当是文字，请改正".into()),
    }
}

/// Ten thousand billion: sums of a hundred thousand such figures still fit in 64 bits.
const LARGEST: u64 = 10_000_000_000_000;
