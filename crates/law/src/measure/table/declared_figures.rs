//! Measures over 业务数据报送: table 二 other than normative documents, and declared cells of tables 三
//! and 四. Each sums over the units; of several rows of one unit, year and indicator only the newest stands.

use super::measures;
use crate::measure::Condition::{Is, IsYear};
use crate::measure::dimension::{INDICATOR, UNIT};

measures! { DeclaredFigure;
    /// One figure by its indicator, the report's cell key: `t3.new.nat`. Amounts of money are not among them.
    DECLARED_FIGURE = "declared_figure", "手工填报数", "件" {
        definition: "各单位报送的本年度该指标数值之和",
        basis: "业务数据报送",
        when: [IsYear("year")],
        by: [INDICATOR, UNIT],
        sum: "figure",
        part_only: true,
        zero: "该指标报送为零",
    }
    /// Cell `t2.xuke.prev`.
    LICENSE_PREVIOUS = "license_previous", "行政许可上一年项目数", "项" {
        definition: "上一年年末的行政许可项目数",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.xuke.prev"])],
        by: [UNIT],
        sum: "figure",
        zero: "没有行政许可项目",
    }
    /// Cell `t2.xuke.delta`.
    LICENSE_DELTA = "license_delta", "行政许可项目增减数", "项" {
        definition: "本年度行政许可项目的增减数，减少为负",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.xuke.delta"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度行政许可项目没有增减",
    }
    /// Cell `t2.xuke.decisions`.
    LICENSE_DECISIONS = "license_decisions", "行政许可处理决定数", "件" {
        definition: "本年度作出的行政许可处理决定，包括依法不公开的",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.xuke.decisions"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度未作出行政许可决定",
    }
    /// Cell `t2.qita.prev`.
    OTHER_SERVICE_PREVIOUS = "other_service_previous", "其他对外管理服务上一年项目数", "项" {
        definition: "上一年年末的其他对外管理服务事项项目数",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qita.prev"])],
        by: [UNIT],
        sum: "figure",
        zero: "没有其他对外管理服务事项",
    }
    /// Cell `t2.qita.delta`.
    OTHER_SERVICE_DELTA = "other_service_delta", "其他对外管理服务项目增减数", "项" {
        definition: "本年度其他对外管理服务事项的增减数，减少为负",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qita.delta"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度其他对外管理服务事项没有增减",
    }
    /// Cell `t2.qita.decisions`.
    OTHER_SERVICE_DECISIONS = "other_service_decisions", "其他对外管理服务处理决定数", "件" {
        definition: "本年度其他对外管理服务事项的处理决定",
        basis: "年度报告表二第二十条第（五）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qita.decisions"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度未作出其他对外管理服务事项的处理决定",
    }
    /// Cell `t2.chufa.prev`.
    PENALTY_PREVIOUS = "penalty_previous", "行政处罚上一年项目数", "项" {
        definition: "上一年年末的行政处罚项目数",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.chufa.prev"])],
        by: [UNIT],
        sum: "figure",
        zero: "没有行政处罚项目",
    }
    /// Cell `t2.chufa.delta`.
    PENALTY_DELTA = "penalty_delta", "行政处罚项目增减数", "项" {
        definition: "本年度行政处罚项目的增减数，减少为负",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.chufa.delta"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度行政处罚项目没有增减",
    }
    /// Cell `t2.chufa.decisions`.
    PENALTY_DECISIONS = "penalty_decisions", "行政处罚处理决定数", "件" {
        definition: "本年度作出的行政处罚决定，包括依法不公开的",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.chufa.decisions"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度未作出行政处罚决定",
    }
    /// Cell `t2.qiangzhi.prev`.
    COERCION_PREVIOUS = "coercion_previous", "行政强制上一年项目数", "项" {
        definition: "上一年年末的行政强制项目数",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qiangzhi.prev"])],
        by: [UNIT],
        sum: "figure",
        zero: "没有行政强制项目",
    }
    /// Cell `t2.qiangzhi.delta`.
    COERCION_DELTA = "coercion_delta", "行政强制项目增减数", "项" {
        definition: "本年度行政强制项目的增减数，减少为负",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qiangzhi.delta"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度行政强制项目没有增减",
    }
    /// Cell `t2.qiangzhi.decisions`.
    COERCION_DECISIONS = "coercion_decisions", "行政强制处理决定数", "件" {
        definition: "本年度作出的行政强制决定，包括依法不公开的",
        basis: "年度报告表二第二十条第（六）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.qiangzhi.decisions"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度未作出行政强制决定",
    }
    /// Cell `t2.shoufei.prev`.
    CHARGE_PREVIOUS = "charge_previous", "行政事业性收费上一年项目数", "项" {
        definition: "上一年年末的行政事业性收费项目数",
        basis: "年度报告表二第二十条第（八）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.shoufei.prev"])],
        by: [UNIT],
        sum: "figure",
        zero: "没有行政事业性收费项目",
    }
    /// Cell `t2.shoufei.delta`.
    CHARGE_DELTA = "charge_delta", "行政事业性收费项目增减数", "项" {
        definition: "本年度行政事业性收费项目的增减数，减少为负",
        basis: "年度报告表二第二十条第（八）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.shoufei.delta"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度行政事业性收费项目没有增减",
    }
    /// Cell `t2.shoufei.amount_wan`.
    CHARGE_AMOUNT = "charge_amount", "行政事业性收费金额", "元" {
        definition: "本年度行政事业性收费的收费金额，报告中以万元为单位",
        basis: "年度报告表二第二十条第（八）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.shoufei.amount_wan"])],
        by: [UNIT],
        sum: "amount_fen",
        zero: "本年度没有行政事业性收费",
    }
    /// Cell `t2.caigou.count`.
    PROCUREMENT_COUNT = "procurement_count", "政府集中采购项目数", "项" {
        definition: "本年度政府集中采购的项目",
        basis: "年度报告表二第二十条第（九）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.caigou.count"])],
        by: [UNIT],
        sum: "figure",
        zero: "本年度没有政府集中采购项目",
    }
    /// Cell `t2.caigou.amount`.
    PROCUREMENT_AMOUNT = "procurement_amount", "政府集中采购金额", "元" {
        definition: "本年度政府集中采购的总金额",
        basis: "年度报告表二第二十条第（九）项；业务数据报送",
        when: [IsYear("year"), Is("indicator", &["t2.caigou.amount"])],
        by: [UNIT],
        sum: "amount_fen",
        zero: "本年度没有政府集中采购支出",
    }
}
