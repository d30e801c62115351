//! Measures over 规范性文件: the first block of table 二 in both forms.
//! 现行有效(Y) = 现行有效(Y−1) + 制发(Y) − 废止(Y) − 失效(Y); the form prints all but the last (K-T2-1).

use super::measures;
use crate::measure::Condition::{
    self, ByYearEnd, InYear, Is, LapsesInYear, LastsToYearEnd, Missing, OpenAtYearEnd,
};
use crate::measure::dimension::UNIT;

const RULE: Condition = Is("kind", &["rule"]);
const NORMATIVE_DOCUMENT: Condition = Is("kind", &["normative_document"]);

measures! { NormativeDocument;
    /// F2019 本年新制作数量, F2021 本年制发件数.
    NORMATIVE_ISSUED = "normative_issued", "规范性文件制发数", "件" {
        definition: "制发日期在本年度内的规范性文件",
        basis: "年度报告表二第二十条第（一）项",
        when: [NORMATIVE_DOCUMENT, InYear("issued_on")],
        by: [UNIT],
        zero: "本年度未制发规范性文件",
    }
    /// F2019 本年新公开数量: may include older documents.
    NORMATIVE_PUBLISHED = "normative_published", "规范性文件新公开数", "件" {
        definition: "公开日期在本年度内的规范性文件，包括以前年度制发的",
        basis: "年度报告表二第二十条第（一）项",
        when: [NORMATIVE_DOCUMENT, InYear("published_on")],
        by: [UNIT],
        zero: "本年度没有新公开的规范性文件",
    }
    /// F2019 对外公开总数量: the stock on 31 December; a repealed document stays on view, marked.
    NORMATIVE_PUBLIC = "normative_public", "规范性文件对外公开总数", "件" {
        definition: "到本年末已经公开的规范性文件，包括标明废止或失效的",
        basis: "年度报告表二第二十条第（一）项",
        when: [NORMATIVE_DOCUMENT, ByYearEnd("published_on")],
        by: [UNIT],
        zero: "到本年末没有对外公开的规范性文件",
    }
    /// F2021 本年废止件数.
    NORMATIVE_REPEALED = "normative_repealed", "规范性文件废止数", "件" {
        definition: "废止日期在本年度内的规范性文件，不含期满失效的",
        basis: "年度报告表二第二十条第（一）项",
        when: [NORMATIVE_DOCUMENT, InYear("repealed_on")],
        by: [UNIT],
        zero: "本年度未废止规范性文件",
    }
    /// Not printed: explains K-T2-1.
    NORMATIVE_LAPSED = "normative_lapsed", "规范性文件失效数", "件" {
        definition: "有效期在本年度内届满、未经废止而失效的规范性文件；有效期至12月31日的计入下一年度",
        basis: "年度报告表二勾稽关系",
        when: [NORMATIVE_DOCUMENT, LapsesInYear("valid_until"), Missing("repealed_on")],
        by: [UNIT],
        zero: "本年度没有期满失效的规范性文件",
    }
    /// F2021 现行有效件数.
    NORMATIVE_VALID = "normative_valid", "规范性文件现行有效数", "件" {
        definition: "到本年末已经制发、没有废止也没有失效的规范性文件",
        basis: "年度报告表二第二十条第（一）项",
        when: [NORMATIVE_DOCUMENT, ByYearEnd("issued_on"), OpenAtYearEnd("repealed_on"), LastsToYearEnd("valid_until")],
        by: [UNIT],
        zero: "到本年末没有现行有效的规范性文件",
    }
    /// The same six for 规章; a township's are 0 (K-T2-2).
    RULE_ISSUED = "rule_issued", "规章制发数", "件" {
        definition: "制发日期在本年度内的规章",
        basis: "年度报告表二第二十条第（一）项；乡镇没有规章制定权",
        when: [RULE, InYear("issued_on")],
        by: [UNIT],
        zero: "本年度未制发规章",
    }
    /// F2019.
    RULE_PUBLISHED = "rule_published", "规章新公开数", "件" {
        definition: "公开日期在本年度内的规章",
        basis: "年度报告表二第二十条第（一）项",
        when: [RULE, InYear("published_on")],
        by: [UNIT],
        zero: "本年度没有新公开的规章",
    }
    /// F2019.
    RULE_PUBLIC = "rule_public", "规章对外公开总数", "件" {
        definition: "到本年末已经公开的规章",
        basis: "年度报告表二第二十条第（一）项",
        when: [RULE, ByYearEnd("published_on")],
        by: [UNIT],
        zero: "到本年末没有对外公开的规章",
    }
    /// F2021.
    RULE_REPEALED = "rule_repealed", "规章废止数", "件" {
        definition: "废止日期在本年度内的规章",
        basis: "年度报告表二第二十条第（一）项",
        when: [RULE, InYear("repealed_on")],
        by: [UNIT],
        zero: "本年度未废止规章",
    }
    /// F2021.
    RULE_VALID = "rule_valid", "规章现行有效数", "件" {
        definition: "到本年末已经制发、没有废止也没有失效的规章",
        basis: "年度报告表二第二十条第（一）项",
        when: [RULE, ByYearEnd("issued_on"), OpenAtYearEnd("repealed_on"), LastsToYearEnd("valid_until")],
        by: [UNIT],
        zero: "到本年末没有现行有效的规章",
    }
}
