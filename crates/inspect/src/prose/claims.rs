//! Sentences that claim something without a figure.

use law::report::Section;
use law::report::prose::{Claim, ClaimKind, Place};

use super::figures::is_whole_year;
use crate::text::{Passage, Pattern, Span};

static NO_REQUESTS: Pattern = Pattern::new(
    r"(?:未|没有|无|尚未|没)(?:收到|接到|接收|受理|发生|产生)(?:和处理|到|过|任何(?:形式的)?|公民、法人(?:和|或)其他组织(?:的|提出的)?|群众主动要求公开|群众(?:的)?)*(?:政府|政务)?(?:信息)?(?:公开)?(?:的)?(?:政府|政务)?(?:信息)?(?:依申请公开|公开)?(?:政府信息|信息)?(?:的)?(?:申请|请求|来信)",
);
static ZERO_REQUESTS: Pattern = Pattern::new(
    r"(?:收到|受理)(?:政府信息公开|信息公开|依申请公开(?:政府信息)?)(?:申请)?(?:为)?0件|收到0件(?:政府)?信息公开申请",
);
static NO_DISPUTES: Pattern = Pattern::new(
    r"(?:未|没有|无|均未|未有|从未|尚未|也没有|没)(?:发生|产生|出现|收到|引发|因|被|有|提起|涉及|接到)[^。;\n]{0,40}?(?:复议|诉讼)",
);
static ALL_CONCLUDED: Pattern = Pattern::new(
    r"公开[^。;\n]{0,12}?申请[^。;\n]{0,30}?(?:已?全部|均已|都已)(?:按时|按期|依法|及时|按规定)?(?:办结|办理完毕|答复完毕)",
);
/// A unit where its number should stand before it; and the label of a column of table 二 for a sentence.
static NUMBER_MISSING: Pattern = Pattern::new(
    r"(?:主动公开|公开|发布|更新|推送|转载)了?(?:各类|各种|各项)?(?:政府|政务|动态)?信息(?:共|共计|总数|总计|达|约|为)?余?条(?:[,。;\n]|$)|(?:收到|受理|办理|新收)(?:政府)?信息公开申请(?:共|共计|为)?件(?:[,。;\n]|$)|行政(?:复议|诉讼)(?:案件)?(?:共|共计|为)件(?:[,。;\n]|$)|(?:处理费|费用)(?:共|共计|为|合计)(?:万)?元(?:[,。;\n]|$)|(?:占比|占)(?:为|达)?%|(?:同比|比上年|较上年)(?:增长|增加|上升|下降|减少)%|(?:^|[,。;\n])(?:截[至止][^,。;\n]{0,12},)?(?:我[镇乡局县市区]|全[镇乡县市区]|本[镇乡局机])?(?:关|街道)?(?:目前|现有|共有|共)?现行有效的?(?:行政)?规范性文件[。;\n]|规范性文件(?:共|共计)?件(?:[,。;\n]|$)|信息(?:共计|总数为|数量为|总量为)[,。;\n]",
);
static NO_FEE: Pattern = Pattern::new(
    r"(?:未|没有|不|无|没)(?:对[^。;\n]{0,20}?)?(?:发生|收取|产生|存在)?[^。;\n]{0,16}?(?:收费|处理费|费用|收取)|(?:处理费|收费)[^。;\n]{0,8}?(?:为|计|共)?0元|收取[^。;\n]{0,20}?0元",
);
static FOLLOW_UP: Pattern = Pattern::new(r"上年|上一年|去年|往年|整改|改进|针对|下一步|加强|完善");
static OTHER_BODY: Pattern = Pattern::new(
    r"向([省市县区](?:人民)?政府)[^。;\n,]{0,14}?提出的?(?:政府)?信息公开申请|在(省(?:人民)?政府办公厅)[^。;\n,]{0,14}?领导下",
);
/// `202020年12月31日`; five digits alone may be the hotline (`12345年度考核`).
static BROKEN_YEAR: Pattern = Pattern::new(r"(20\d{3,6})年\d{1,2}月\d{1,2}日");
/// `本报告包括…等五个部分`.
static MAKE_UP: Pattern = Pattern::new(
    r"(?:报告|全文|内容)(?:主要)?(?:内容)?(?:包括|由|分为|共分|包含)([^。;\n]{20,200}?)(?:共|等)*([一二三四五])个?部分",
);
/// The notice of 2019 by its number, or by its whole title without any.
static SUPERSEDED: Pattern = Pattern::new(
    r"国办公开办?函〔2019〕60号|国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
);

/// What claims are read against.
pub(super) struct Circumstances {
    pub(super) year: Option<i16>,
    pub(super) is_township: bool,
}

pub(super) fn claims(
    passage: &Passage,
    section: Option<Section>,
    circumstances: &Circumstances,
) -> Vec<Claim> {
    let reader = Reader { passage, section };
    let mut claims = Vec::new();
    let own_year = |claim: &Claim| {
        let other = names_other_year(&claim.text, circumstances.year);
        !other && !reader.is_told_of_other_year(claim, circumstances.year)
    };
    let of_requests = reader.all(&NO_REQUESTS, &ClaimKind::NoRequests).into_iter();
    claims
        .extend(of_requests.filter(|claim| is_about_requests(claim) && !reader.is_about_what_follows(claim)));
    claims.extend(reader.all(&ZERO_REQUESTS, &ClaimKind::NoRequests));
    for (word, kind) in [("复议", ClaimKind::NoReconsideration), ("诉讼", ClaimKind::NoLitigation)] {
        claims.extend(reader.denials(word, &kind));
    }
    claims.retain(|claim| own_year(claim) && reader.is_of_the_whole_year(claim));
    claims.extend(reader.all(&ALL_CONCLUDED, &ClaimKind::AllConcluded));
    claims.extend(reader.all(&NUMBER_MISSING, &ClaimKind::NumberMissing));
    claims.extend(reader.all(&NO_FEE, &ClaimKind::NoFee));
    if section == Some(Section::Five) {
        claims.extend(reader.all(&FOLLOW_UP, &ClaimKind::FollowUp).into_iter().take(1));
    }
    claims.extend(reader.broken_years());
    if section.is_none() || section == Some(Section::One) {
        claims.extend(reader.parts_left_out());
    }
    if circumstances.is_township {
        claims.extend(reader.other_bodies());
    }
    if circumstances.year.is_some_and(|year| year > 2020) {
        let number = law::report::Form::F2019.notice().to_owned();
        claims.extend(reader.all(&SUPERSEDED, &ClaimKind::SupersededNotice(number)).into_iter().take(1));
    }
    claims
}

struct Reader<'r> {
    passage: &'r Passage,
    section: Option<Section>,
}

impl Reader<'_> {
    fn all(&self, pattern: &Pattern, kind: &ClaimKind) -> Vec<Claim> {
        let found = pattern.all(self.passage.text());
        found.iter().filter_map(|found| Some(self.claim(found.get(0)?.range(), kind.clone()))).collect()
    }

    fn claim(&self, bytes: std::ops::Range<usize>, kind: ClaimKind) -> Claim {
        let span = self.passage.span(bytes);
        let clause = self.passage.back_to(span, &[',', '。', ';', '\n', ')']);
        let place = Place { section: self.section, start: clause.start, end: clause.end };
        Claim { kind, place, text: self.passage.written(Span { start: clause.start, end: clause.end }) }
    }

    /// `未发生行政复议、行政诉讼` denies both; `未经复议` denies nothing.
    fn denials(&self, word: &str, kind: &ClaimKind) -> Option<Claim> {
        let found = NO_DISPUTES.all(self.passage.text());
        found.iter().find_map(|found| {
            let denial = found.get(0)?;
            let sentence = self.passage.sentence(self.passage.span(denial.range()).start);
            let from = self.passage.span(denial.range()).start;
            let rest = self.passage.slice(Span { start: from, end: sentence.end });
            let at = rest.find(word)?;
            let between = rest.get(..at)?;
            // A comma ends the denial unless what follows is joined to it.
            let breaks = between.contains(',') && !between.contains(",也") && !between.contains(",未");
            if breaks || between.chars().any(|c| c.is_ascii_digit()) {
                return None;
            }
            let behind = rest.get(at + word.len()..)?;
            if is_about_the_outcome(behind) {
                return None;
            }
            let end = from + rest.get(..at + word.len())?.chars().count();
            let start = self.passage.back_to(Span { start: from, end }, &[',', '。', ';', '\n']).start;
            let text = self.passage.written(Span { start, end });
            Some(Claim { kind: kind.clone(), place: Place { section: self.section, start, end }, text })
        })
    }

    /// `未收到政府信息公开申请的投诉` speaks of complaints, not of requests.
    fn is_about_what_follows(&self, claim: &Claim) -> bool {
        let end = claim.place.end;
        let rest = self.passage.slice(Span { start: end, end: end.saturating_add(10) });
        let rest = rest.split([',', '。', ';', '\n', '、']).next().unwrap_or_default();
        ["投诉", "举报", "异议", "费", "复议", "诉讼", "纠纷"].iter().any(|word| rest.contains(word))
    }

    /// `2023年,我镇未收到…`: the time stands in front of the clause.
    fn is_told_of_other_year(&self, claim: &Claim, year: Option<i16>) -> bool {
        static TIME: Pattern = Pattern::new(r"(20\d\d)年度?(?:,|全年|我|本|全)");
        let Some(year) = year else { return false };
        let sentence = self.passage.sentence(claim.place.start);
        let before = self.passage.slice(Span { start: sentence.start, end: claim.place.end });
        let named = TIME.all(&before);
        let last = named.last().and_then(|found| found.get(1)?.as_str().parse::<i16>().ok());
        last.is_some_and(|last| last != year)
    }

    /// `上半年未收到…`, `12月,我镇未收到…`: a part of the year.
    fn is_of_the_whole_year(&self, claim: &Claim) -> bool {
        let sentence = self.passage.sentence(claim.place.start);
        let words = self.passage.slice(Span { start: sentence.start, end: claim.place.end });
        is_whole_year(&words)
    }

    fn broken_years(&self) -> Vec<Claim> {
        let claim = |found: &regex::Captures<'_>| {
            let digits = found.get(1)?.as_str().to_owned();
            Some(self.claim(found.get(0)?.range(), ClaimKind::BrokenYear(digits)))
        };
        BROKEN_YEAR.all(self.passage.text()).iter().filter_map(claim).collect()
    }

    /// A sentence that lists the parts of the report, says how many, and leaves some of the six out.
    fn parts_left_out(&self) -> Option<Claim> {
        let found = MAKE_UP.captures(self.passage.text())?;
        let listed = found.get(1)?.as_str();
        let names = |section: &Section| part_words(*section).iter().any(|word| listed.contains(word));
        let missing: Vec<Section> = Section::ALL.iter().copied().filter(|section| !names(section)).collect();
        let says_so = Section::ALL.get(missing.len()..)?.len() == number_of_parts(found.get(2)?.as_str())?;
        (says_so && !missing.is_empty()).then_some(())?;
        let whole = self.passage.span(found.get(0)?.range());
        let place = Place { section: self.section, start: whole.start, end: whole.end };
        Some(Claim { kind: ClaimKind::PartsLeftOut(missing), place, text: self.passage.written(whole) })
    }

    fn other_bodies(&self) -> Vec<Claim> {
        let found = OTHER_BODY.all(self.passage.text());
        let claim = |found: &regex::Captures<'_>| {
            let name = found.get(1).or_else(|| found.get(2))?.as_str().to_owned();
            Some(self.claim(found.get(0)?.range(), ClaimKind::OtherBody(name)))
        };
        found.iter().filter_map(claim).collect()
    }
}

/// `未发生被复议机关纠正、诉讼败诉的情况` denies an outcome, not that there were cases.
fn is_about_the_outcome(behind: &str) -> bool {
    let clause = behind.split([',', '。', ';', '\n']).next().unwrap_or_default();
    ["纠正", "败诉", "撤销", "变更", "确认违法"].iter().any(|word| clause.contains(word))
}

/// Words by which a list of parts names each of them.
pub(crate) const fn part_words(section: Section) -> &'static [&'static str] {
    match section {
        Section::One => &["总体", "概述", "概况", "基本情况"],
        Section::Two => &["主动公开"],
        Section::Three => &["申请公开", "处理政府信息公开", "公开申请"],
        Section::Four => &["复议", "诉讼"],
        Section::Five => &["问题"],
        Section::Six => &["其他", "其它"],
    }
}

fn number_of_parts(numeral: &str) -> Option<usize> {
    "一二三四五".chars().position(|c| numeral.starts_with(c)).map(|at| at + 1)
}

/// A request to disclose, not one to reconsider, and not only one channel's.
fn is_about_requests(claim: &Claim) -> bool {
    let text = &claim.text;
    (text.contains("公开") || text.contains("公開"))
        && !["复议", "通过", "不存在"].iter().any(|word| text.contains(word))
}

fn names_other_year(text: &str, year: Option<i16>) -> bool {
    static YEAR: Pattern = Pattern::new(r"(20\d\d)年");
    let Some(year) = year else { return false };
    let named = YEAR.all(text);
    let mut years = named.iter().filter_map(|found| found.get(1)?.as_str().parse::<i16>().ok());
    years.any(|named| named != year)
}
