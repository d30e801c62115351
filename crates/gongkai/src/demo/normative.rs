//! 规范性文件 of 示例镇: none before 2021, so that table 二 of 2020 stands at zero as in the seed; in 2025
//! one lapses unrepealed, so that 现行有效 needs a written explanation (K-T2-1).

use law::Date;
use law::register::{NormativeKind, Values};

use super::days::{Days, date};
use super::row::Row;

/// A day as year, month, day.
type Ymd = (i16, i8, i8);

/// One document.
pub(super) struct Document {
    /// Number within its year.
    number: u8,
    /// Title without the mark of the demonstration.
    pub(super) title: &'static str,
    issued: Ymd,
    valid_until: Option<Ymd>,
    repealed: Option<Ymd>,
    /// What it regulates, in two paragraphs.
    pub(super) gist: &'static str,
}

impl Document {
    const fn new(number: u8, title: &'static str, issued: Ymd, gist: &'static str) -> Self {
        Self { number, title, issued, valid_until: None, repealed: None, gist }
    }

    const fn until(mut self, day: Ymd) -> Self {
        self.valid_until = Some(day);
        self
    }

    const fn repealed(mut self, day: Ymd) -> Self {
        self.repealed = Some(day);
        self
    }

    /// 文号.
    pub(super) fn document_no(&self) -> String {
        format!("示政规〔{}〕{}号", self.issued.0, self.number)
    }

    /// The day of issue.
    pub(super) fn issued_on(&self) -> Date {
        day(self.issued)
    }

    /// Five working days after issue.
    pub(super) fn published_on(&self, days: &Days<'_>) -> Date {
        days.after(self.issued_on(), 5)
    }

    /// The day of repeal.
    pub(super) fn repealed_on(&self) -> Option<Date> {
        self.repealed.map(day)
    }

    /// The last day in force.
    pub(super) fn valid_until(&self) -> Option<Date> {
        self.valid_until.map(day)
    }

    fn values(&self, days: &Days<'_>) -> Values {
        Row::new(format!("GFX-{}-{:02}", self.issued.0, self.number))
            .choice("kind", NormativeKind::NormativeDocument)
            .text("title", format!("{}（演示）", self.title))
            .text("document_no", self.document_no())
            .text("filing_no", format!("示例备〔{}〕{}号", self.issued.0, self.number))
            .day("issued_on", self.issued_on())
            .day("published_on", self.published_on(days))
            .day_if("valid_until", self.valid_until())
            .day_if("repealed_on", self.repealed_on())
            .done()
    }
}

fn day((year, month, day): Ymd) -> Date {
    date(year, month, day)
}

/// The documents in the order of issue.
pub(super) const DOCUMENTS: &[Document] = &[
    Document::new(
        1,
        "示例镇农村生活垃圾分类投放管理办法",
        (2021, 4, 20),
        "本办法适用于示例镇各村生活垃圾的分类、投放、收集和转运。各户按可回收物、厨余垃圾、有害垃圾和其他垃圾四类投放。\n村民委员会负责收集点的日常保洁，镇农业综合服务中心负责组织转运，每周不少于三次。",
    )
    .until((2026, 4, 19)),
    Document::new(
        2,
        "示例镇农村公路养护管理实施细则（试行）",
        (2021, 9, 6),
        "本细则规定村道的日常养护、小修和应急抢通。村道养护由所在村组织，镇里给予定额补助并每半年检查一次。\n任何单位和个人不得在路面堆放物料、擅自开口。损坏路面的，应当恢复原状。",
    )
    .until((2025, 9, 5)),
    Document::new(
        1,
        "示例镇农村集体聚餐食品安全管理规定",
        (2022, 3, 15),
        "举办五十人以上的集体聚餐，主办人应当提前三日向所在村报告，由村协管员登记。\n承办人员应当持有有效的健康证明，食材应当留存进货凭证，每餐留样不少于四十八小时。",
    )
    .repealed((2024, 11, 20)),
    Document::new(
        2,
        "示例镇村级公益设施管护办法",
        (2022, 8, 10),
        "村级公益设施包括路灯、健身器材、文化广场、公共厕所和小型桥涵。设施建成后应当登记，明确管护人。\n管护经费从村集体收入和上级补助中列支，每年向村民公布使用情况。",
    )
    .until((2027, 8, 9)),
    Document::new(
        1,
        "示例镇临时救助工作实施细则",
        (2023, 5, 18),
        "因突发事件、意外伤害、重大疾病等造成基本生活暂时困难的家庭，可以申请临时救助。\n申请由便民服务中心受理，入户核实后提出意见，在所在村公示。情况紧急的，可以先行救助。",
    )
    .repealed((2025, 10, 15)),
    Document::new(
        2,
        "示例镇农村宅基地审批和建房管理办法",
        (2023, 10, 12),
        "农村村民一户只能拥有一处宅基地。申请人向所在村民小组提出，经村民会议讨论并公示后报镇审批。\n镇里实行申请审查到场、批准后丈量放样到场、建成后核查到场，结果按月公开。",
    )
    .until((2028, 10, 11)),
    Document::new(
        1,
        "示例镇农田灌溉用水管理办法",
        (2024, 4, 9),
        "灌溉用水实行总量控制、轮灌供水。各村应当在灌溉期前报送用水计划，由农业综合服务中心统一编排。\n水费按方计收，收支情况在灌溉期结束后一个月内公布。渠道两侧不得倾倒杂物。",
    )
    .until((2029, 4, 8)),
    Document::new(
        2,
        "示例镇村级集体资产出租管理办法",
        (2024, 7, 16),
        "村集体的房屋、场地、机械和未承包到户的土地出租，应当经村民代表会议讨论，并公开招租。\n合同期限一般不超过五年，租金收入纳入村级财务统一核算，每季度公布。",
    )
    .until((2029, 7, 15)),
    Document::new(
        3,
        "示例镇农村集体聚餐食品安全管理办法",
        (2024, 11, 20),
        "本办法替代此前的管理规定，将报告的人数标准由五十人调整为三十人，增加现场指导的要求。\n村协管员接到报告后应当到场查看食材和操作条件，发现问题当场提出改进意见。",
    ),
    Document::new(
        1,
        "示例镇秸秆综合利用和禁烧管理规定",
        (2025, 3, 11),
        "全镇范围内禁止露天焚烧秸秆。鼓励秸秆还田、作饲料和打捆离田，符合条件的给予作业补助。\n各村在收获季节组织巡查，补助对象和金额在村公示栏公示。",
    )
    .until((2030, 3, 10)),
    Document::new(
        2,
        "示例镇临时救助实施办法",
        (2025, 10, 15),
        "本办法替代此前的实施细则，简化小额救助的申请材料，明确受理、核实和答复的期限。\n申请人对结果有异议的，可以在公示期内向便民服务中心提出复核。",
    )
    .until((2030, 10, 14)),
];

/// The register of normative documents.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    DOCUMENTS.iter().map(|document| document.values(days)).collect()
}
