//! The six parts of an annual report and the wordings of their headings.

use super::code::codes;

codes! {
    /// A part of the report; both forms have the same six (F2019, F2021 §2.1).
    pub enum Section {
        /// 一、总体情况 (prose).
        One = "one",
        /// 二、主动公开政府信息情况 (table).
        Two = "two",
        /// 三、收到和处理政府信息公开申请情况 (table).
        Three = "three",
        /// 四、政府信息公开行政复议、行政诉讼情况 (table).
        Four = "four",
        /// 五、存在的主要问题及改进情况 (prose).
        Five = "five",
        /// 六、其他需要报告的事项 (prose).
        Six = "six",
    }
}

impl Section {
    /// The parts that are written, not counted.
    pub const PROSE: [Self; 3] = [Self::One, Self::Five, Self::Six];

    /// The Chinese numeral that opens the heading: `一` … `六`.
    #[must_use]
    pub const fn numeral(self) -> &'static str {
        match self {
            Self::One => "一",
            Self::Two => "二",
            Self::Three => "三",
            Self::Four => "四",
            Self::Five => "五",
            Self::Six => "六",
        }
    }

    /// The title without its numeral, exactly as the forms print it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::One => "总体情况",
            Self::Two => "主动公开政府信息情况",
            Self::Three => "收到和处理政府信息公开申请情况",
            Self::Four => "政府信息公开行政复议、行政诉讼情况",
            Self::Five => "存在的主要问题及改进情况",
            Self::Six => "其他需要报告的事项",
        }
    }

    /// The whole heading as printed: `一、总体情况`.
    #[must_use]
    pub fn heading(self) -> String {
        format!("{}、{}", self.numeral(), self.title())
    }

    /// Titles met in published reports that mean this part, the exact one first. Without numeral,
    /// in full-width punctuation; a reader compares after folding punctuation and blanks.
    #[must_use]
    pub const fn accepted_titles(self) -> &'static [&'static str] {
        match self {
            Self::One => &["总体情况", "总体工作情况", "工作概况", "概述", "基本情况"],
            Self::Two => &[
                "主动公开政府信息情况",
                "行政机关主动公开政府信息情况",
                "政府信息主动公开情况",
                "主动公开政府信息的情况",
            ],
            Self::Three => &[
                "收到和处理政府信息公开申请情况",
                "行政机关收到和处理政府信息公开申请情况",
                "收到和处理政府信息公开申请的情况",
                "政府信息依申请公开情况",
            ],
            Self::Four => &[
                "政府信息公开行政复议、行政诉讼情况",
                "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "政府信息公开行政复议和行政诉讼情况",
                "政府信息公开行政复议、提起行政诉讼情况",
            ],
            Self::Five => &[
                "存在的主要问题及改进情况",
                "政府信息公开工作存在的主要问题及改进情况",
                "存在的主要问题和改进情况",
                "存在的问题及改进情况",
                "存在的主要问题及改进措施",
                "存在问题及改进措施",
            ],
            Self::Six => {
                &["其他需要报告的事项", "其他需要报告的情况", "其他需要说明的事项", "其他需报告的事项"]
            }
        }
    }
}
