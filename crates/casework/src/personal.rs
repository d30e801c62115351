//! Texts that anybody may read are looked through for numbers of persons before they are written: what is entered with
//! a day of release is on the portal from that day on, without anybody's further act (条例第十五条).

use inspect::{PersonalNumber, personal_numbers};
use jiff::civil::Date;
use law::register::{FieldFault, FieldKind, Record};

use crate::{Error, Result};

/// Faults told for one field; whoever put in a whole list sees enough of it.
const TOLD_MAX: usize = 5;

/// Every number of a person in a text of the record that the portal shows, by field.
pub(crate) fn personal_faults(record: &Record, today: Date) -> Vec<FieldFault> {
    let Record::Publication(publication) = record else { return Vec::new() };
    let of_text = |(field, text): (&'static str, &str)| {
        let is_long =
            record.register().field(field).is_some_and(|f| matches!(f.kind, FieldKind::LongText { .. }));
        let numbers = personal_numbers(text).into_iter().take(TOLD_MAX);
        numbers.map(move |number| FieldFault { field, message: words(&number, is_long) }).collect::<Vec<_>>()
    };
    publication.public_texts(today).into_iter().flat_map(of_text).collect()
}

/// The record, unless such a number would be shown.
///
/// # Errors
/// [`Error::Invalid`] with the place of each.
pub(crate) fn without_personal(record: Record, today: Date) -> Result<Record> {
    let faults = personal_faults(&record, today);
    if faults.is_empty() { Ok(record) } else { Err(Error::Invalid(faults)) }
}

fn words(number: &PersonalNumber, is_long: bool) -> String {
    let place = if is_long { format!("第{}行", number.line) } else { String::new() };
    let (kind, tail) = (number.kind.label(), &number.tail);
    let unless = match number.kind {
        inspect::PersonalKind::Mobile => "；是对外公布的工作电话的，请在同一行写明“联系人”",
        _ => "",
    };
    format!("{place}有{kind}（尾号{tail}），填了首次发布日期就会在公开栏目显示，请先隐去{unless}")
}
