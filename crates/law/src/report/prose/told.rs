//! What the words of a report say, as data: figures, how they belong together, claims, years.
//!
//! Recognising them in text is the work of `inspect`; the rules K-X read only these types.

use super::super::key::CellKey;
use super::super::section::Section;

/// Where words stand: characters (not bytes) from the beginning of a part's text.
/// Whoever reads a file keeps the way from here back to its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The part of the report; none for what stands before the first heading.
    pub section: Option<Section>,
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Things: 件, 条, 项, 次.
    Count(i64),
    /// Money in fen.
    Money(i64),
    /// A percentage as written: 98.5% is `value` 985 with `decimals` 1.
    Percent {
        /// The digits without the point.
        value: i64,
        /// How many of them stand behind the point.
        decimals: u32,
    },
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The sum of these cells (usually one): 新收 is `t3.new.total`, 行政诉讼 the totals of two blocks.
    Cells(Vec<CellKey>),
    /// A measure by its placeholder name: `主动公开总数`.
    Measure(String),
    /// The information processing fee (信息处理费) collected in the year.
    HandlingFee,
    /// Anything else, in the report's own words.
    Other(String),
}

/// The time a figure speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The year reported on.
    ReportYear,
    /// Since some beginning: 历年累计, 截至…共.
    Cumulative,
    /// Another year.
    OtherYear(i16),
}

/// A number in the prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub what: What,
    /// How much.
    pub amount: Amount,
    /// Written with 余, 多, 近, 约: never an error by itself.
    pub approximate: bool,
    /// The time it speaks of.
    pub scope: Scope,
    /// Where it stands.
    pub place: Place,
    /// The words around it, quoted.
    pub text: String,
}

/// By what a part was split off from its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 按内容: each thing belongs to one class.
    Topic,
    /// 按渠道: one thing may go through several channels.
    Channel,
    /// 按办理结果 and the like: each case has one outcome.
    Outcome,
    /// Not told; taken as a dimension of its own in which each thing counts once.
    Untold,
}

/// A part of a declared whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Index into [`Told::figures`].
    pub figure: usize,
    /// By what it was split off.
    pub dimension: Dimension,
}

/// A whole and its parts, as one sentence declares them (其中…).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// Index of the whole in [`Told::figures`].
    pub whole: usize,
    /// The parts.
    pub parts: Vec<Part>,
    /// False where 主要包括, 等 and their like leave the list open.
    pub exhaustive: bool,
}

/// A figure that can only be part of another: 全文电子化 of 主动公开总数.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subset {
    /// Index of the part in [`Told::figures`].
    pub part: usize,
    /// Index of the whole.
    pub whole: usize,
    /// Index of the percentage that the text gives for part of whole.
    pub percent: Option<usize>,
}

/// A rise or fall against last year's figure of the same thing: 同比增长1.05%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    /// Index of this year's figure in [`Told::figures`].
    pub now: usize,
    /// Index of the percentage.
    pub percent: usize,
    /// Grown (增长) or fallen (下降).
    pub rises: bool,
}

/// What a sentence claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimKind {
    /// 未收到政府信息公开申请.
    NoRequests,
    /// 未发生行政复议.
    NoReconsideration,
    /// 未发生行政诉讼.
    NoLitigation,
    /// 全部办结.
    AllConcluded,
    /// A sentence that announces a number and gives none.
    NumberMissing,
    /// Says that no processing fee was collected.
    NoFee,
    /// Speaks of what became of last year's problems.
    FollowUp,
    /// Names a body that is not the reporting one where the reporting one should stand.
    OtherBody(String),
    /// Rests on a notice that was superseded for this year, by its number.
    SupersededNotice(String),
    /// Writes a year that is none, by its digits: `202020` of 202020年12月31日.
    BrokenYear(String),
    /// Says of the report that it has fewer than the six parts; these are left out.
    PartsLeftOut(Vec<Section>),
}

/// A sentence without a figure that a rule can test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What it claims.
    pub kind: ClaimKind,
    /// Where it stands.
    pub place: Place,
    /// The sentence, quoted.
    pub text: String,
}

/// In what office a year is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearRole {
    /// In the title.
    Title,
    /// As the beginning or end of the statistical period.
    Period,
    /// As the time of something stated: “2024年，我镇未收到……”.
    Statement,
    /// As comparison, plan, document number, quotation: any year may stand.
    Mention,
}

/// A year named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearNamed {
    /// The year.
    pub year: i16,
    /// Its office.
    pub role: YearRole,
    /// Where it stands.
    pub place: Place,
    /// The words around it, quoted.
    pub text: String,
}

/// Everything the words of one report say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The numbers.
    pub figures: Vec<Figure>,
    /// Wholes and parts.
    pub breakdowns: Vec<Breakdown>,
    /// Parts that may not exceed their wholes.
    pub subsets: Vec<Subset>,
    /// Rises and falls against last year.
    pub growths: Vec<Growth>,
    /// Claims.
    pub claims: Vec<Claim>,
    /// Years.
    pub years: Vec<YearNamed>,
}
