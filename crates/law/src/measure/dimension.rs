//! What a measure can be split by.

use crate::register::{Record, Register, Value};

/// One way of splitting a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimension {
    /// English name, in addresses of drill-down lists.
    pub key: &'static str,
    /// Chinese name.
    pub label: &'static str,
    /// The column whose value splits.
    pub field: &'static str,
    /// How the value is read from the column.
    pub reading: Reading,
}

/// How a dimension reads its column. Keys of lists hold no `,`, `%` or `_`, so that the store may test
/// the joined text with LIKE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The column itself; parts add up to the whole.
    Whole,
    /// The first of an ordered list: `list || ',' LIKE 'key,%'`; parts add up to the whole.
    First,
    /// Each of a list: `',' || list || ',' LIKE '%,key,%'`; parts may exceed the whole and are never added to it.
    Each,
}

impl Dimension {
    /// The values under which the record counts: one, or for [`Reading::Each`] one for each entry.
    /// A column in which nothing is written gives the empty string.
    #[must_use]
    pub fn values(&self, record: &Record) -> Vec<String> {
        let text = match record.value(self.field) {
            Value::Null => String::new(),
            Value::Text(text) => text,
            Value::Int(number) => number.to_string(),
        };
        match self.reading {
            Reading::Whole => vec![text],
            Reading::First => vec![text.split(',').next().unwrap_or_default().to_owned()],
            Reading::Each => text.split(',').map(str::to_owned).collect(),
        }
    }

    /// The Chinese name of one of its values in that register; `未填` for the empty string.
    #[must_use]
    pub fn label_of<'a>(&self, register: Register, value: &'a str) -> &'a str {
        if value.is_empty() {
            return "未填";
        }
        let choices = register.field(self.field).map(|field| field.kind.choices()).unwrap_or_default();
        choices.iter().find(|choice| choice.key == value).map_or(value, |choice| choice.label)
    }
}

const fn whole(key: &'static str, label: &'static str) -> Dimension {
    Dimension { key, label, field: key, reading: Reading::Whole }
}

/// 公开类别 of a publication.
pub const CATEGORY: Dimension = whole("category", "公开类别");
/// 首发渠道 of a publication.
pub const FIRST_CHANNEL: Dimension =
    Dimension { key: "first_channel", label: "首发渠道", field: "channels", reading: Reading::First };
/// 各发布渠道 of a publication: one item on several channels appears under each.
pub const CHANNEL: Dimension =
    Dimension { key: "channel", label: "各发布渠道", field: "channels", reading: Reading::Each };
/// 全文电子化.
pub const IS_ELECTRONIC: Dimension = whole("is_electronic", "全文电子化");
/// 申请人类别: the columns of table 三.
pub const APPLICANT_KIND: Dimension = whole("applicant_kind", "申请人类别");
/// 办理结果: the rows of table 三.
pub const DECISION: Dimension = whole("decision", "办理结果");
/// 工单来源.
pub const SOURCE: Dimension = whole("source", "来源");
/// 诉求类别 of a work order. The column has the name of the publications' one, but is another list.
pub const ORDER_CATEGORY: Dimension = whole("category", "诉求类别");
/// 回访结果.
pub const SATISFACTION: Dimension = whole("satisfaction", "回访结果");
/// 案件类型: the blocks of table 四.
pub const DISPUTE_KIND: Dimension = whole("kind", "案件类型");
/// 结果: the columns of table 四.
pub const OUTCOME: Dimension = whole("outcome", "结果");
/// 指标 of a declared figure.
pub const INDICATOR: Dimension = whole("indicator", "指标");
/// 单位 that answers for the record.
pub const UNIT: Dimension = whole("unit", "单位");
