//! 业务数据报送: figures that no register of this system can give. Append-only: of several rows with
//! the same unit, year and indicator the one recorded last is valid, and the others stay for the file.

use super::fault::Faults;
use super::field::FieldKind::{Choice, Count, LongText, Money, Signed, Text};
use super::indicator::{self, Indicator, IndicatorKind};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};

register! {
    /// 业务数据.
    pub struct DeclaredFigure {
        source_no: String = "来源编号", Text { max: 64 }, "报送编号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "报送的村或部门，镇本级可不填";
        year: i64 = "年度", Count, "统计年度，如 2025";
        indicator: &'static Indicator = "指标", Choice(indicator::CHOICES), "年度报告的栏目";
        figure: Option<i64> = "数值", Signed, "件数或项数；增减数为减少时填负数；金额类指标不填";
        amount_fen: Option<i64> = "金额", Money, "金额类指标填写，单位元";
        source_document: Option<String> = "依据材料", Text { max: 300 }, "数据出自哪份材料、哪个系统";
        declared_by: Option<String> = "报送人岗位", Text { max: 100 }, "报送的岗位";
        reason: Option<String> = "手工填报原因", LongText { max: 500 }, "手工填报表三、表四的栏目时必填";
        note: Option<String> = "备注", LongText { max: 2_000 }, "需要说明的情况，可不填";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("unit", "便民服务中心"),
    ("year", "2025"),
    ("indicator", "行政许可处理决定数量"),
    ("figure", "36"),
    ("source_document", "（演示）许可审批台账"),
    ("declared_by", "报送岗"),
];

impl DeclaredFigure {
    /// A newer row replaces an older one with the same values in these fields (an empty unit is a value).
    pub const REPLACED_BY: [&'static str; 3] = ["unit", "year", "indicator"];

    /// Cross-field checks: one figure of the indicator's kind; a reason and evidence for a cell of tables 三 and 四.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        faults.expect((2008..=2100).contains(&self.year), "year", "请填写四位数的统计年度，如 2025");
        let name = self.indicator.choice.label;
        if self.indicator.kind == IndicatorKind::Money {
            faults.expect(
                self.amount_fen.is_some(),
                "amount_fen",
                format!("“{name}”是金额，请填在这一项，单位元"),
            );
            faults.expect(
                self.figure.is_none(),
                "figure",
                format!("“{name}”是金额，请填在“金额”一项，这里不填"),
            );
        } else {
            faults.expect(self.figure.is_some(), "figure", format!("请填写“{name}”的数值；没有的填 0"));
            faults.expect(
                self.amount_fen.is_none(),
                "amount_fen",
                format!("“{name}”不是金额，请填在“数值”一项，这里不填"),
            );
        }
        if self.indicator.kind == IndicatorKind::Count {
            faults.expect(
                self.figure.is_none_or(|figure| figure >= 0),
                "figure",
                format!("“{name}”不能是负数，请改正"),
            );
        }
        if self.indicator.replaces_records() {
            faults.expect(
                self.reason.is_some(),
                "reason",
                "手工填报表三、表四的栏目，请写明为什么不由台账统计",
            );
            faults.expect(
                self.source_document.is_some(),
                "source_document",
                "手工填报表三、表四的栏目，请写明依据的材料",
            );
        }
    }
}
