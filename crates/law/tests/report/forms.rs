//! The forms as data: exact labels, keys, grids that line up.

use std::collections::BTreeSet;

use law::report::{CellKey, Content, Form, Grid, Section, Unit};

use super::fixture::{key, unit};

fn labels(grid: &Grid) -> Vec<&'static str> {
    let cells = grid.rows.iter().flatten();
    cells
        .filter_map(|cell| match cell.content {
            Content::Label(label) => Some(label),
            Content::Figure(_) => None,
        })
        .collect()
}

#[test]
fn the_form_follows_the_year() {
    for (year, form) in [(2019, Form::F2019), (2020, Form::F2019), (2021, Form::F2021), (2025, Form::F2021)] {
        assert_eq!(Form::for_year(year), form, "{year}");
    }
}

#[test]
fn forms_have_as_many_cells_as_the_notices_print() {
    for (form, business, rows) in [(Form::F2019, 22, 23), (Form::F2021, 10, 25)] {
        let cells = form.cells();
        let business_cells = cells.iter().filter(|key| matches!(key, CellKey::Business(..))).count();
        assert_eq!(business_cells, business, "{form:?}");
        assert_eq!(form.request_rows().len(), rows, "{form:?}");
        assert_eq!(cells.len(), business + rows * 7 + 15, "{form:?}");
        let distinct: BTreeSet<_> = cells.iter().collect();
        assert_eq!(distinct.len(), cells.len(), "{form:?} names a cell twice");
    }
}

#[test]
fn cells_stand_in_printed_order_and_their_keys_sort_so() {
    for form in [Form::F2019, Form::F2021] {
        let mut sorted = form.cells();
        sorted.sort();
        assert_eq!(sorted, form.cells());
    }
}

#[test]
fn keys_are_those_of_the_dossier_and_read_back() {
    let named = [
        "t2.guizhang.made",
        "t2.guifan.published",
        "t2.guifan.total",
        "t2.guizhang.issued",
        "t2.guifan.repealed",
        "t2.guifan.valid",
        "t2.xuke.prev",
        "t2.qita.delta",
        "t2.chufa.decisions",
        "t2.qiangzhi.decisions",
        "t2.shoufei.prev",
        "t2.shoufei.delta",
        "t2.shoufei.amount_wan",
        "t2.caigou.count",
        "t2.caigou.amount",
        "t3.new.nat",
        "t3.carried_in.com",
        "t3.a.res",
        "t3.b.soc",
        "t3.c1.leg",
        "t3.c8.oth",
        "t3.d3.total",
        "t3.e5.nat",
        "t3.f.nat",
        "t3.f1.nat",
        "t3.f3.nat",
        "t3.total.total",
        "t3.carried_out.total",
        "t4.fy.maintain",
        "t4.ss_direct.correct",
        "t4.ss_after.pending",
        "t4.fy.other",
        "t4.fy.total",
    ];
    for text in named {
        assert_eq!(key(text).to_string(), text);
    }
    for form in [Form::F2019, Form::F2021] {
        for cell in form.cells() {
            assert_eq!(cell.to_string().parse(), Ok(cell));
        }
    }
}

#[test]
fn a_key_of_no_form_is_refused_by_name() {
    for text in [
        "",
        "t3",
        "t3.new",
        "t3.new.nat.x",
        "t5.new.nat",
        "t2.guizhang.amount_wan",
        "t2.caigou.issued",
        "t3.g.nat",
    ] {
        let fault = text.parse::<CellKey>().unwrap_err();
        assert_eq!(fault.to_string(), format!("没有名为“{text}”的单元格"));
    }
}

#[test]
fn what_the_form_of_2021_dropped_is_not_in_it() {
    for text in ["t2.qita.decisions", "t2.caigou.count", "t2.xuke.prev", "t2.guifan.made", "t3.f.nat"] {
        assert!(Form::F2019.has(key(text)) && !Form::F2021.has(key(text)), "{text}");
    }
    for text in ["t2.guifan.valid", "t2.shoufei.amount_wan", "t3.f2.nat"] {
        assert!(!Form::F2019.has(key(text)) && Form::F2021.has(key(text)), "{text}");
    }
}

#[test]
fn units_are_those_of_the_labels() {
    assert_eq!(unit(Form::F2019, "t2.xuke.delta"), Some(Unit::Change));
    assert_eq!(unit(Form::F2019, "t2.caigou.amount"), Some(Unit::MoneyNamed));
    assert_eq!(unit(Form::F2021, "t2.shoufei.amount_wan"), Some(Unit::MoneyWan));
    assert_eq!(unit(Form::F2021, "t3.new.nat"), Some(Unit::Items));
}

#[test]
fn headings_are_exact() {
    let headings: Vec<String> = Section::ALL.iter().map(|section| section.heading()).collect();
    let expected = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ];
    assert_eq!(headings, expected);
    for section in Section::ALL {
        assert_eq!(section.accepted_titles().first(), Some(&section.title()));
    }
}

#[test]
fn no_wording_of_a_heading_means_two_parts() {
    let all: Vec<_> = Section::ALL.iter().flat_map(|section| section.accepted_titles()).collect();
    let distinct: BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
}

/// Every row covers the same width, counting cells that reach down from above; nothing overlaps or gapes.
#[test]
fn grids_line_up() {
    for grid in [Form::F2019, Form::F2021].iter().flat_map(|form| form.grids()) {
        let mut covered = BTreeSet::new();
        for (row, column, cell) in grid.placed() {
            for at in
                (row..row + cell.rowspan).flat_map(|r| (column..column + cell.colspan).map(move |c| (r, c)))
            {
                assert!(covered.insert(at), "{:?}: {at:?} is covered twice", grid.section);
            }
        }
        let whole: BTreeSet<_> =
            (0..grid.rows.len()).flat_map(|row| (0..grid.columns).map(move |column| (row, column))).collect();
        assert_eq!(covered, whole, "{:?}", grid.section);
        assert!(grid.header_rows < grid.rows.len());
    }
}

#[test]
fn every_cell_stands_in_one_grid_once() {
    for form in [Form::F2019, Form::F2021] {
        let printed: Vec<CellKey> = form
            .grids()
            .iter()
            .flat_map(|grid| grid.rows.iter().flatten())
            .filter_map(|cell| match cell.content {
                Content::Figure(key) => Some(key),
                Content::Label(_) => None,
            })
            .collect();
        assert_eq!(printed, form.cells());
    }
}

#[test]
fn labels_of_table_two_are_exact() {
    let [two, ..] = Form::F2019.grids();
    let expected = [
        "第二十条第（一）项",
        "信息内容",
        "本年新制作数量",
        "本年新公开数量",
        "对外公开总数量",
        "规章",
        "规范性文件",
        "第二十条第（五）项",
        "信息内容",
        "上一年项目数量",
        "本年增/减",
        "处理决定数量",
        "行政许可",
        "其他对外管理服务事项",
        "第二十条第（六）项",
        "信息内容",
        "上一年项目数量",
        "本年增/减",
        "处理决定数量",
        "行政处罚",
        "行政强制",
        "第二十条第（八）项",
        "信息内容",
        "上一年项目数量",
        "本年增/减",
        "行政事业性收费",
        "第二十条第（九）项",
        "信息内容",
        "采购项目数量",
        "采购总金额",
        "政府集中采购",
    ];
    assert_eq!(labels(&two), expected);

    let [two, ..] = Form::F2021.grids();
    let expected = [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "行政规范性文件",
        "第二十条第（五）项",
        "信息内容",
        "本年处理决定数量",
        "行政许可",
        "第二十条第（六）项",
        "信息内容",
        "本年处理决定数量",
        "行政处罚",
        "行政强制",
        "第二十条第（八）项",
        "信息内容",
        "本年收费金额（单位：万元）",
        "行政事业性收费",
    ];
    assert_eq!(labels(&two), expected);
}

#[test]
fn labels_of_table_three_are_exact() {
    let heads = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开",
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
        "（四）无法提供",
        "1.本机关不掌握相关政府信息",
        "2.没有现成信息需要另行制作",
        "3.补正后申请内容仍不明确",
        "（五）不予处理",
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ];
    let ends = ["（七）总计", "四、结转下年度继续办理"];
    let other_2021 = [
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ];
    let [_, three, _] = Form::F2019.grids();
    let mut expected = heads.to_vec();
    expected.push("（六）其他处理");
    expected.extend(ends);
    assert_eq!(labels(&three), expected);

    let [_, three, _] = Form::F2021.grids();
    let mut expected = heads.to_vec();
    expected.extend(other_2021);
    expected.extend(ends);
    assert_eq!(labels(&three), expected);
}

#[test]
fn labels_of_table_four_are_exact() {
    let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let mut expected = vec!["行政复议", "行政诉讼"];
    expected.extend(outcomes);
    expected.extend(["未经复议直接起诉", "复议后起诉"]);
    expected.extend(outcomes);
    expected.extend(outcomes);
    for form in [Form::F2019, Form::F2021] {
        let [_, _, four] = form.grids();
        assert_eq!(labels(&four), expected);
    }
}

#[test]
fn cells_are_named_in_the_forms_own_words() {
    let name = |text| Form::F2021.cell_name(key(text));
    assert_eq!(name("t2.shoufei.amount_wan"), "表二“行政事业性收费”的“本年收费金额（单位：万元）”");
    assert_eq!(name("t3.c1.nat"), "表三“（三）不予公开 1.属于国家秘密”的“自然人”列");
    assert_eq!(name("t4.ss_after.pending"), "表四“复议后起诉”的“尚未审结”");
}
