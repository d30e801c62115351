//! The rules in one table: id, name, basis, weight, and the function that applies them.
//!
//! A check that the form itself prints is an error, except where the flow of a report says otherwise: a mismatch across years
//! (K-T3-5) or with the records (K-T3-6, K-T3-8, K-T2-3) does not block 定稿, it asks for a written
//! reason that is kept. What breaks arithmetic inside the report blocks.

use super::case::{Case, Outcome};
use super::finding::Severity;
use super::{
    across_years, claims, completeness, filled_in, likeness, parts, prose_figures, records, table_four,
    table_three, table_two, years,
};

/// A rule of the annual report.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The stable handle: `K-T3-1`.
    pub id: &'static str,
    /// What it says, in Chinese.
    pub name: &'static str,
    /// Why it is so, in Chinese.
    pub basis: &'static str,
    /// What a failure means for our own report.
    pub severity: Severity,
    pub(super) test: fn(&Case<'_>) -> Vec<Outcome>,
}

const fn rule(
    id: &'static str,
    severity: Severity,
    name: &'static str,
    basis: &'static str,
    test: fn(&Case<'_>) -> Vec<Outcome>,
) -> Rule {
    Rule { id, name, basis, severity, test }
}

const FORM: &str = "年度报告式样的勾稽关系";
const LOGIC: &str = "数据之间的逻辑关系";
const YEARS: &str = "上下两年报告的衔接";
const RECORDS: &str = "报告数字出自台账";
const PRACTICE: &str = "年度报告审核的通行做法";

use Severity::{Error, Warning};

/// Every rule, in the order of the report.
pub const RULES: &[Rule] = &[
    rule(
        "K-X-5",
        Error,
        "六个部分齐全、表格完整、没有空的部分",
        "年度报告式样规定六个部分及各表",
        completeness::nothing_is_missing,
    ),
    rule(
        "K-T2-1",
        Warning,
        "现行有效＝上年现行有效＋本年制发－本年废止",
        LOGIC,
        table_two::in_force_follows_from_last_year,
    ),
    rule(
        "K-T2-2",
        Error,
        "乡镇的“规章”一行都是0",
        "《立法法》：乡镇没有规章制定权",
        table_two::a_township_makes_no_rules,
    ),
    rule(
        "K-T2-3",
        Warning,
        "本年制发件数与台账一致，现行有效的都已公开",
        RECORDS,
        table_two::issued_documents_are_on_record,
    ),
    rule(
        "K-T2-4",
        Warning,
        "上一年项目数量＝上年报告的项目数量＋增减",
        YEARS,
        table_two::item_lists_follow_from_last_year,
    ),
    rule(
        "K-T2-5",
        Warning,
        "对外公开总数量不少于本年新公开数量",
        LOGIC,
        table_two::stock_holds_what_was_published,
    ),
    rule(
        "K-T3-1",
        Error,
        "各列：本年新收＋上年结转＝办理结果总计＋结转下年度",
        FORM,
        table_three::arrivals_equal_outcomes,
    ),
    rule("K-T3-2", Error, "各列：总计＝各项办理结果之和", FORM, table_three::total_is_sum_of_results),
    rule(
        "K-T3-3",
        Error,
        "各行：总计＝自然人＋各类法人或其他组织",
        FORM,
        table_three::total_is_sum_of_applicants,
    ),
    rule(
        "K-T3-4",
        Error,
        "表三各单元格都是不小于0的整数，没有空白",
        "年度报告式样：没有的填0",
        filled_in::cells_are_numbers,
    ),
    rule(
        "K-T3-5",
        Warning,
        "各列：上年结转＝上年报告的结转下年度",
        YEARS,
        across_years::carried_in_is_last_years_carried_out,
    ),
    rule("K-T3-6", Warning, "每个数字与台账计数一致", RECORDS, records::figures_equal_the_register),
    rule(
        "K-T3-7",
        Error,
        "一件申请只计入一种办理结果",
        "年度报告式样：区分处理的，只计这一情形",
        records::a_case_counts_once,
    ),
    rule(
        "K-T3-8",
        Warning,
        "结转下年度＝到12月31日尚未答复的申请",
        RECORDS,
        records::carried_out_is_what_was_open,
    ),
    rule(
        "K-T3-9",
        Warning,
        "结转的申请中超期的逐件列出",
        "《条例》第三十三条的答复期限",
        records::overdue_cases_are_listed,
    ),
    rule("K-T4-1", Error, "各组：总计＝维持＋纠正＋其他＋尚未审结", FORM, table_four::totals_add_up),
    rule(
        "K-T4-2",
        Error,
        "台账：上年未结＋本年新发生＝本年审结＋年末未结",
        LOGIC,
        table_four::disputes_do_not_vanish,
    ),
    rule(
        "K-T4-3",
        Warning,
        "复议后起诉不多于已结束的行政复议",
        LOGIC,
        table_four::suits_follow_reconsiderations,
    ),
    rule(
        "K-T4-4",
        Warning,
        "2024年起不予公开的决定先复议后诉讼",
        "《行政复议法》第二十三条",
        table_four::refusals_go_to_reconsideration_first,
    ),
    rule(
        "K-X-1",
        Error,
        "正文中的数字与表格、台账一致",
        "《条例》第五十条：同一事项的数字只有一个",
        prose_figures::figures_equal_tables,
    ),
    rule("K-X-2", Error, "同一分法的分项之和等于总数", LOGIC, parts::parts_sum_to_the_whole),
    rule("K-X-3", Error, "“其中”数不大于总数，百分比正确", LOGIC, parts::a_part_is_not_more_than_its_whole),
    rule("K-X-4", Error, "说没有申请、没有复议诉讼的，表中为0", LOGIC, claims::nothing_came_means_zeros),
    rule(
        "K-X-6",
        Warning,
        "文字不与上年或其他机关的报告雷同",
        "国办公开办函〔2021〕30号：内容雷同的要追究责任",
        likeness::wording_is_its_own,
    ),
    rule(
        "K-X-7",
        Error,
        "年份、式样、名称都属于本报告",
        "报告只反映本机关本年度的情况",
        years::years_and_names_belong,
    ),
    rule("K-X-8", Error, "该写数字的句子写了数字", PRACTICE, claims::announced_numbers_are_given),
    rule(
        "K-X-9",
        Error,
        "正文与表二的数字一致，信息处理费与收费金额相协调",
        PRACTICE,
        prose_figures::figures_equal_table_two,
    ),
    rule("K-X-10", Warning, "“全部办结”等说法与表格相协调", PRACTICE, claims::claims_go_with_the_tables),
    rule(
        "K-X-11",
        Warning,
        "写明信息处理费和上年问题的改进情况",
        "国办函〔2020〕109号；《条例》第五十条",
        claims::fee_and_follow_up_are_stated,
    ),
];

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
