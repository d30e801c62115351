//! Reports in which every identity holds and the words say what the tables say.

use std::collections::BTreeMap;

use law::report::table_four::OUTCOMES;
use law::report::table_three::APPLICANTS;
use law::report::{
    BusinessColumn, BusinessRow, Cell, CellKey, DisputeOutcome, DisputeRoute, Form, Report, RequestColumn,
    RequestRow, Section,
};

/// Numbers that look random and are the same again (splitmix64).
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`, which is not 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    /// A number from 0 to `last`.
    pub(super) fn up_to(&mut self, last: i64) -> i64 {
        i64::try_from(self.below(usize::try_from(last).unwrap() + 1)).unwrap()
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// A sound report, and what its words say in numbers.
#[derive(Debug, Clone)]
pub(super) struct Sound {
    pub(super) report: Report,
    pub(super) told: Vec<Told>,
}

/// A number in the words of part 一.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// What stands before it, and behind it.
    pub(super) before: &'static str,
    pub(super) behind: &'static str,
    pub(super) number: i64,
    /// The cells that it says again.
    pub(super) cells: Vec<CellKey>,
}

const BODIES: [&str; 4] =
    ["示例镇人民政府", "青山县白杨乡人民政府", "甲市乙区长河街道办事处", "南岭县石桥镇人民政府"];

/// The report of a seed. Half of them are of a body where little happened.
pub(super) fn report(form: Form, seed: u64) -> Sound {
    let mut dice = Dice::new(seed);
    let year = match form {
        Form::F2019 => dice.pick(&[2019, 2020]),
        Form::F2021 => dice.pick(&[2021, 2022, 2023, 2024, 2025]),
    };
    let mut report = Report::blank(dice.pick(&BODIES), year, form);
    report.cells = cells(form, &mut dice);
    let told = told(&report, &mut dice);
    let mut sound = Sound { report, told };
    sound.write(year);
    sound
}

impl Sound {
    /// Writes the parts; `period` is the year that part 一 says it reports on.
    pub(super) fn write(&mut self, period: i16) {
        let year = self.report.year;
        let numbers: String =
            self.told.iter().map(|told| format!("{}{}{}", told.before, told.number, told.behind)).collect();
        let one = format!(
            "本报告所列数据的统计期限自{period}年1月1日起至{year}年12月31日止。\n（一）公开情况。{numbers}\n（二）监督保障。各项制度逐步健全，全年未发生失泄密事件。"
        );
        self.report.prose.insert(Section::One, one);
        let five = "（一）存在的主要问题。公开内容与群众关心的事项结合不够紧密。\n（二）上年度问题的改进情况。上年度村级公开栏更新不及时的问题，已经由专人负责，每月更换。\n（三）下一步改进措施。把补贴发放、工程建设放在公开栏醒目位置。";
        self.report.prose.insert(Section::Five, five.to_owned());
        let six = format!("{year}年未收取信息处理费。没有其他需要报告的事项。");
        self.report.prose.insert(Section::Six, six);
    }
}

fn cells(form: Form, dice: &mut Dice) -> BTreeMap<CellKey, Cell> {
    let most = dice.pick(&[0, 3, 40, 900]);
    let mut sums = BTreeMap::new();
    requests(form, most, dice, &mut sums);
    for route in DisputeRoute::ALL {
        let mut total = 0;
        for outcome in OUTCOMES {
            let number = dice.up_to(most.min(30));
            total += number;
            sums.insert(CellKey::Dispute(*route, outcome), number);
        }
        sums.insert(CellKey::Dispute(*route, DisputeOutcome::Total), total);
    }
    for key in form.cells() {
        let CellKey::Business(row, column) = key else { continue };
        sums.insert(key, if row == BusinessRow::Rule { 0 } else { business(column, dice) });
    }
    order_documents(&mut sums);
    sums.into_iter().map(|(key, number)| (key, Cell::of(form.unit(key).unwrap(), number))).collect()
}

fn requests(form: Form, most: i64, dice: &mut Dice, sums: &mut BTreeMap<CellKey, i64>) {
    for column in APPLICANTS {
        let mut total = 0;
        for row in form.result_rows() {
            let number = dice.up_to(most);
            total += number;
            sums.insert(CellKey::Request(row, column), number);
        }
        let (carried_in, carried_out) = (dice.up_to(most).min(total), dice.up_to(most));
        sums.insert(CellKey::Request(RequestRow::Total, column), total);
        sums.insert(CellKey::Request(RequestRow::CarriedIn, column), carried_in);
        sums.insert(CellKey::Request(RequestRow::CarriedOut, column), carried_out);
        sums.insert(CellKey::Request(RequestRow::New, column), total + carried_out - carried_in);
    }
    for label in form.request_rows() {
        let sum = APPLICANTS.iter().map(|column| sums[&CellKey::Request(label.row, *column)]).sum();
        sums.insert(CellKey::Request(label.row, RequestColumn::Total), sum);
    }
}

/// A figure of table 二; money in fen.
fn business(column: BusinessColumn, dice: &mut Dice) -> i64 {
    match column {
        BusinessColumn::AmountWan | BusinessColumn::Amount => dice.up_to(9_000_000),
        BusinessColumn::Delta => dice.up_to(12) - 6,
        _ => dice.up_to(60),
    }
}

/// F2019: no more is published than made, and the stock holds what was published.
fn order_documents(sums: &mut BTreeMap<CellKey, i64>) {
    let key = |column| CellKey::Business(BusinessRow::NormativeDocument, column);
    let columns = [BusinessColumn::Published, BusinessColumn::Made, BusinessColumn::Total].map(key);
    let mut numbers: Vec<i64> = columns.iter().filter_map(|key| sums.get(key).copied()).collect();
    numbers.sort_unstable();
    if numbers.len() == columns.len() {
        sums.extend(columns.into_iter().zip(numbers));
    }
}

fn told(report: &Report, dice: &mut Dice) -> Vec<Told> {
    let (news, notices, others) = (dice.up_to(300), dice.up_to(200), dice.up_to(90));
    let mut told = Vec::new();
    let mut say = |before, behind, number, cells: &[CellKey]| {
        told.push(Told { before, behind, number, cells: cells.to_vec() });
    };
    say("全年主动公开政府信息", "条", news + notices + others, &[]);
    say("，其中政务动态", "条、", news, &[]);
    say("通知公告", "条、", notices, &[]);
    say("其他信息", "条。", others, &[]);
    let request = |row| CellKey::Request(row, RequestColumn::Total);
    let mut cell = |before, behind, keys: &[CellKey]| {
        let number = keys.iter().map(|key| report.amount(*key).unwrap()).sum();
        say(before, behind, number, keys);
    };
    cell("新收政府信息公开申请", "件，", &[request(RequestRow::New)]);
    cell("上年结转", "件，", &[request(RequestRow::CarriedIn)]);
    cell("办结", "件，", &[request(RequestRow::Total)]);
    cell("结转下年度继续办理", "件。", &[request(RequestRow::CarriedOut)]);
    let dispute = |route| CellKey::Dispute(route, DisputeOutcome::Total);
    cell("全年行政复议案件", "件，", &[dispute(DisputeRoute::Reconsideration)]);
    let suits = [dispute(DisputeRoute::DirectSuit), dispute(DisputeRoute::SuitAfterReconsideration)];
    cell("行政诉讼案件", "件。", &suits);
    let decisions = |row| CellKey::Business(row, BusinessColumn::Decisions);
    cell("作出行政许可决定", "件，", &[decisions(BusinessRow::License)]);
    cell("作出行政处罚决定", "件。", &[decisions(BusinessRow::Penalty)]);
    told
}
