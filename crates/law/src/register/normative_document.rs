//! 规范性文件: issued, published, in force until a day, repealed (table 二, first block).

use jiff::civil::Date;

use super::choice::{Chosen, choices};
use super::fault::Faults;
use super::field::FieldKind::{Choice, Date as Day, LongText, Text};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};

choices! {
    /// 文件种类: the two rows of the block. A township has no rule-making power, so its rules are always 0 (K-T2-2).
    pub enum NormativeKind {
        /// 规章.
        Rule = "rule", "规章", [];
        /// 规范性文件 (行政规范性文件 in the form of 2021).
        NormativeDocument = "normative_document", "规范性文件", ["行政规范性文件"];
    }
}

register! {
    /// 规范性文件.
    pub struct NormativeDocument {
        source_no: String = "来源编号", Text { max: 64 }, "台账编号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "起草的部门，可不填";
        kind: NormativeKind = "文件种类", Choice(NormativeKind::CHOICES), "乡镇没有规章制定权，一般为规范性文件";
        title: String = "标题", Text { max: 300 }, "文件标题";
        document_no: Option<String> = "文号", Text { max: 64 }, "发文字号";
        filing_no: Option<String> = "备案号", Text { max: 64 }, "向上级备案的编号";
        issued_on: Date = "制发日期", Day, "签发的日期";
        published_on: Option<Date> = "公开日期", Day, "对外公开的日期；未公开的不填";
        valid_until: Option<Date> = "有效期至", Day, "有效的最后一日；没有规定有效期的不填";
        repealed_on: Option<Date> = "废止日期", Day, "决定废止的日期；期满失效的不填";
        note: Option<String> = "备注", LongText { max: 2_000 }, "需要说明的情况，可不填";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("kind", "规范性文件"),
    ("title", "（演示）示例镇农村公益设施管护办法"),
    ("document_no", "示镇规〔2025〕1号"),
    ("issued_on", "2025-06-02"),
    ("published_on", "2025-06-05"),
    ("valid_until", "2030-06-01"),
];

impl NormativeDocument {
    /// Cross-field checks: nothing ends before it was issued, and what has lapsed is not repealed again,
    /// so that 现行有效 = last year's + 制发 − 废止 − 失效.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        let issued = ("issued_on", Some(self.issued_on));
        for later in [
            ("published_on", self.published_on),
            ("valid_until", self.valid_until),
            ("repealed_on", self.repealed_on),
        ] {
            faults.in_order(issued, later);
        }
        if let (Some(end), Some(repealed)) = (self.valid_until, self.repealed_on) {
            faults.expect(
                repealed <= end,
                "repealed_on",
                format!("该文件有效期至 {end}，期满已经失效，不能再废止；请核对日期，或不填废止日期"),
            );
        }
    }
}
