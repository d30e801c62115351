//! What may be declared: the cells of table 二 that are business figures, and, where records begin
//! mid-year, single cells of tables 三 and 四. The key is the report's own cell key.

use super::choice::Choice;
use super::field::Value;
use super::table::Stored;

/// One figure that may be declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    /// Key (a report cell key such as `t2.xuke.decisions`, `t3.new.nat`) and Chinese name.
    pub choice: Choice,
    /// What kind of number it is, and so which field holds it.
    pub kind: IndicatorKind,
}

/// What kind of number an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorKind {
    /// 件 or 项, 0 or more; stands in `figure`.
    Count,
    /// 本年增/减, may be negative; stands in `figure`.
    Signed,
    /// Fen, 0 or more; stands in `amount_fen`.
    Money,
}

impl Indicator {
    /// The report cell that it fills.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.choice.key
    }

    /// Whether it stands in the place of records (tables 三 and 四) and so needs reason and evidence.
    #[must_use]
    pub fn replaces_records(&self) -> bool {
        !self.key().starts_with("t2.")
    }

    /// The indicator with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<&'static Self> {
        INDICATORS.iter().find(|indicator| indicator.key() == key)
    }
}

impl Stored for &'static Indicator {
    const REQUIRED: bool = true;

    fn from_value(value: &Value) -> Option<Self> {
        Indicator::from_key(value.as_text()?)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.key().to_owned())
    }
}

const fn indicator(key: &'static str, label: &'static str, kind: IndicatorKind) -> Indicator {
    Indicator { choice: Choice { key, label, aliases: &[] }, kind }
}

/// Rows × columns of tables 三 and 四, without the totals, which are sums.
macro_rules! indicators {
    (
        business { $($key:literal $label:literal $kind:ident;)+ }
        requests { $($row:literal $row_label:literal;)+ }
        disputes { $($block:literal $block_label:literal;)+ }
    ) => {
        [
            $(indicator($key, $label, IndicatorKind::$kind),)+
            $(
                indicator(concat!("t3.", $row, ".nat"), concat!("表三 ", $row_label, "·自然人"), IndicatorKind::Count),
                indicator(concat!("t3.", $row, ".com"), concat!("表三 ", $row_label, "·商业企业"), IndicatorKind::Count),
                indicator(concat!("t3.", $row, ".res"), concat!("表三 ", $row_label, "·科研机构"), IndicatorKind::Count),
                indicator(concat!("t3.", $row, ".soc"), concat!("表三 ", $row_label, "·社会公益组织"), IndicatorKind::Count),
                indicator(concat!("t3.", $row, ".leg"), concat!("表三 ", $row_label, "·法律服务机构"), IndicatorKind::Count),
                indicator(concat!("t3.", $row, ".oth"), concat!("表三 ", $row_label, "·其他"), IndicatorKind::Count),
            )+
            $(
                indicator(concat!("t4.", $block, ".maintain"), concat!("表四 ", $block_label, "·结果维持"), IndicatorKind::Count),
                indicator(concat!("t4.", $block, ".correct"), concat!("表四 ", $block_label, "·结果纠正"), IndicatorKind::Count),
                indicator(concat!("t4.", $block, ".other"), concat!("表四 ", $block_label, "·其他结果"), IndicatorKind::Count),
                indicator(concat!("t4.", $block, ".pending"), concat!("表四 ", $block_label, "·尚未审结"), IndicatorKind::Count),
            )+
        ]
    };
}

/// Every indicator: business figures of both forms first, then the cells of tables 三 and 四.
pub static INDICATORS: &[Indicator] = &LIST;

/// The indicators as a closed list, for the register's field.
pub(super) const CHOICES: &[Choice] = &{
    let mut choices = [Choice { key: "", label: "", aliases: &[] }; LIST.len()];
    let mut index = 0;
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler; the bound is the length")]
    while index < LIST.len() {
        choices[index] = LIST[index].choice;
        index += 1;
    }
    choices
};

const LIST: [Indicator; 17 + 25 * 6 + 3 * 4] = indicators! {
    business {
        "t2.xuke.prev" "行政许可上一年项目数量" Count;
        "t2.xuke.delta" "行政许可本年增减" Signed;
        "t2.xuke.decisions" "行政许可处理决定数量" Count;
        "t2.qita.prev" "其他对外管理服务事项上一年项目数量" Count;
        "t2.qita.delta" "其他对外管理服务事项本年增减" Signed;
        "t2.qita.decisions" "其他对外管理服务事项处理决定数量" Count;
        "t2.chufa.prev" "行政处罚上一年项目数量" Count;
        "t2.chufa.delta" "行政处罚本年增减" Signed;
        "t2.chufa.decisions" "行政处罚处理决定数量" Count;
        "t2.qiangzhi.prev" "行政强制上一年项目数量" Count;
        "t2.qiangzhi.delta" "行政强制本年增减" Signed;
        "t2.qiangzhi.decisions" "行政强制处理决定数量" Count;
        "t2.shoufei.prev" "行政事业性收费上一年项目数量" Count;
        "t2.shoufei.delta" "行政事业性收费本年增减" Signed;
        "t2.shoufei.amount_wan" "行政事业性收费本年收费金额" Money;
        "t2.caigou.count" "政府集中采购项目数量" Count;
        "t2.caigou.amount" "政府集中采购总金额" Money;
    }
    requests {
        "new" "本年新收";
        "carried_in" "上年结转";
        "a" "予以公开";
        "b" "部分公开";
        "c1" "不予公开·属于国家秘密";
        "c2" "不予公开·其他法律行政法规禁止公开";
        "c3" "不予公开·危及“三安全一稳定”";
        "c4" "不予公开·保护第三方合法权益";
        "c5" "不予公开·属于三类内部事务信息";
        "c6" "不予公开·属于四类过程性信息";
        "c7" "不予公开·属于行政执法案卷";
        "c8" "不予公开·属于行政查询事项";
        "d1" "无法提供·本机关不掌握相关政府信息";
        "d2" "无法提供·没有现成信息需要另行制作";
        "d3" "无法提供·补正后申请内容仍不明确";
        "e1" "不予处理·信访举报投诉类申请";
        "e2" "不予处理·重复申请";
        "e3" "不予处理·要求提供公开出版物";
        "e4" "不予处理·无正当理由大量反复申请";
        "e5" "不予处理·要求行政机关确认或重新出具已获取信息";
        "f" "其他处理";
        "f1" "其他处理·逾期不补正";
        "f2" "其他处理·逾期未缴费";
        "f3" "其他处理·其他";
        "carried_out" "结转下年度继续办理";
    }
    disputes {
        "fy" "行政复议";
        "ss_direct" "未经复议直接起诉";
        "ss_after" "复议后起诉";
    }
};
