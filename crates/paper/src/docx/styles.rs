//! The named styles: whoever goes on writing changes a style, not every paragraph.
//!
//! Built-in styles keep their built-in names, which every program shows in its own language and from which it makes
//! the outline; the Chinese name stands beside it.

use super::fonts::{HEADING, LATIN, NUMBERS, SUBHEADING, TEXT, TITLE, faces};
use super::package::W;
use super::xml::Xml;

/// How a paragraph stands on the line.
#[derive(Debug, Clone, Copy)]
enum Align {
    Both,
    Left,
    Center,
    Right,
}

/// A paragraph style. Lengths in twentieths of a point.
#[derive(Debug, Clone, Copy)]
struct Style {
    id: &'static str,
    /// The name in the file; a built-in style has its English one.
    name: &'static str,
    /// The Chinese name beside a built-in one; empty if the name is Chinese already.
    alias: &'static str,
    face: &'static str,
    /// In half points: 3号 is 32, 2号 is 44.
    size: &'static str,
    align: Align,
    /// A fixed distance of lines; 0 is as much as the face needs.
    line: u32,
    before: u32,
    after: u32,
    /// The indent of the first line, in characters.
    first_line: u32,
    /// The indent of all lines, in characters.
    left: u32,
    /// How much farther the characters stand apart, in twentieths of a point.
    apart: &'static str,
    /// Stays on the page of the next paragraph.
    with_next: bool,
    /// Its rank in the outline, from 1; 0 is text.
    outline: u32,
}

/// 仿宋_GB2312 3号, lines of 28 pt.
const BODY: Style = Style {
    id: "Normal",
    name: "Normal",
    alias: "正文",
    face: TEXT,
    size: "32",
    align: Align::Both,
    line: 560,
    before: 0,
    after: 0,
    first_line: 0,
    left: 0,
    apart: "0",
    with_next: false,
    outline: 0,
};

/// 五号 in a cell.
const IN_TABLE: Style = Style {
    id: "TableFigure",
    name: "表格数据",
    alias: "",
    size: "21",
    align: Align::Center,
    line: 280,
    ..BODY
};

/// 8.5 pt in a ledger.
const IN_LEDGER: Style =
    Style { id: "LedgerText", name: "台账内容", size: "17", align: Align::Left, line: 240, ..IN_TABLE };

/// 4号 digits on the outer side.
const NUMBER: Style = Style {
    id: "PageNumber",
    name: "页码",
    alias: "",
    face: NUMBERS,
    size: "28",
    align: Align::Right,
    line: 0,
    ..BODY
};

const STYLES: &[Style] = &[
    BODY,
    // 28 characters a line (GB/T 9704-2012, 5.2.3): in 156 mm each has 15.79 pt, a little less than its 16.
    Style { id: "BodyText", name: "Body Text", alias: "正文段落", first_line: 2, apart: "-5", ..BODY },
    Style {
        id: "Title",
        name: "Title",
        alias: "标题",
        face: TITLE,
        size: "44",
        align: Align::Center,
        line: 720,
        before: 560,
        after: 280,
        with_next: true,
        ..BODY
    },
    Style {
        id: "Subtitle",
        name: "Subtitle",
        alias: "副标题",
        face: SUBHEADING,
        align: Align::Center,
        after: 280,
        ..BODY
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        alias: "一级标题",
        face: HEADING,
        before: 140,
        after: 60,
        first_line: 2,
        with_next: true,
        outline: 1,
        ..BODY
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        alias: "二级标题",
        face: SUBHEADING,
        first_line: 2,
        with_next: true,
        outline: 2,
        ..BODY
    },
    Style { id: "Salutation", name: "Salutation", alias: "称谓", align: Align::Left, ..BODY },
    // 4号, so that the words of another are told from one's own at a glance.
    Style {
        id: "Quote",
        name: "Quote",
        alias: "引用",
        face: SUBHEADING,
        size: "28",
        line: 480,
        left: 3,
        ..BODY
    },
    // 落款 below an empty line (GB/T 9704-2012, 7.3.5).
    Style {
        id: "Signature",
        name: "Signature",
        alias: "落款",
        align: Align::Right,
        before: 560,
        with_next: true,
        ..BODY
    },
    Style { id: "Date", name: "Date", alias: "成文日期", align: Align::Right, ..BODY },
    IN_TABLE,
    Style { id: "TableHead", name: "表头", face: HEADING, ..IN_TABLE },
    Style { id: "TableLabel", name: "表格项目", align: Align::Left, ..IN_TABLE },
    Style {
        id: "LedgerTitle",
        name: "台账标题",
        alias: "",
        face: TITLE,
        size: "36",
        align: Align::Center,
        line: 0,
        after: 120,
        outline: 1,
        ..BODY
    },
    Style { id: "LedgerNote", name: "台账说明", before: 60, after: 60, ..IN_LEDGER },
    Style { id: "LedgerHead", name: "台账表头", face: HEADING, align: Align::Center, ..IN_LEDGER },
    IN_LEDGER,
    Style { id: "LedgerFigure", name: "台账数字", align: Align::Right, ..IN_LEDGER },
    NUMBER,
    Style { id: "PageNumberEven", name: "双页页码", align: Align::Left, ..NUMBER },
    Style { id: "DraftMark", name: "草稿标记", face: HEADING, ..NUMBER },
];

/// `word/styles.xml`.
pub(super) fn part() -> String {
    let mut xml = Xml::new();
    xml.within("w:styles", &[("xmlns:w", W)], |xml| {
        defaults(xml);
        for style in STYLES {
            style.write(xml);
        }
        run_in_heading(xml);
        tables(xml);
    });
    xml.finish()
}

fn defaults(xml: &mut Xml) {
    xml.within("w:docDefaults", &[], |xml| {
        xml.within("w:rPrDefault", &[], |xml| {
            xml.within("w:rPr", &[], |xml| {
                faces(xml, TEXT, LATIN);
                xml.val("w:kern", "2");
                xml.val("w:sz", "32");
                xml.val("w:szCs", "32");
                xml.empty("w:lang", &[("w:val", "zh-CN"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
            });
        });
        xml.empty("w:pPrDefault", &[]);
    });
}

impl Style {
    fn write(&self, xml: &mut Xml) {
        let is_default = self.id == BODY.id;
        let mut attributes = vec![("w:type", "paragraph")];
        if is_default {
            attributes.push(("w:default", "1"));
        }
        attributes.push(("w:styleId", self.id));
        xml.within("w:style", &attributes, |xml| {
            xml.val("w:name", self.name);
            if !self.alias.is_empty() {
                xml.val("w:aliases", self.alias);
            }
            if !is_default {
                xml.val("w:basedOn", BODY.id);
            }
            if self.outline > 0 || self.id == "Title" || self.id == "Subtitle" {
                xml.val("w:next", "BodyText");
            }
            xml.empty("w:qFormat", &[]);
            xml.within("w:pPr", &[], |xml| self.paragraph(xml));
            xml.within("w:rPr", &[], |xml| {
                faces(xml, self.face, if self.face == NUMBERS { NUMBERS } else { LATIN });
                if self.apart != "0" {
                    xml.val("w:spacing", self.apart);
                }
                xml.val("w:sz", self.size);
                xml.val("w:szCs", self.size);
            });
        });
    }

    fn paragraph(&self, xml: &mut Xml) {
        if self.with_next {
            xml.empty("w:keepNext", &[]);
            xml.empty("w:keepLines", &[]);
        }
        let (line, rule) = if self.line == 0 { (240, "auto") } else { (self.line, "exact") };
        let [before, after, line] = [self.before, self.after, line].map(|length| length.to_string());
        let spacing =
            [("w:before", before.as_str()), ("w:after", &after), ("w:line", &line), ("w:lineRule", rule)];
        xml.empty("w:spacing", &spacing);
        self.indent(xml);
        xml.val("w:jc", self.align.code());
        if self.outline > 0 {
            xml.val("w:outlineLvl", &(self.outline - 1).to_string());
        }
    }

    /// The indent in hundredths of a character, and in lengths for programs that know no characters.
    fn indent(&self, xml: &mut Xml) {
        let half_points: u32 = self.size.parse().unwrap_or_default();
        let of =
            |characters: u32| ((characters * 100).to_string(), (characters * half_points * 10).to_string());
        let ((left_chars, left), (chars, length)) = (of(self.left), of(self.first_line));
        let mut indent = vec![("w:firstLineChars", chars.as_str()), ("w:firstLine", &length)];
        if self.left > 0 {
            indent.extend([("w:leftChars", left_chars.as_str()), ("w:left", &left)]);
        }
        xml.empty("w:ind", &indent);
    }
}

impl Align {
    const fn code(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
        }
    }
}

/// A heading of the second rank that opens a paragraph.
fn run_in_heading(xml: &mut Xml) {
    xml.within("w:style", &[("w:type", "character"), ("w:styleId", "RunInHeading")], |xml| {
        xml.val("w:name", "段首标题");
        xml.empty("w:qFormat", &[]);
        xml.within("w:rPr", &[], |xml| faces(xml, SUBHEADING, LATIN));
    });
}

/// Lines around every cell.
fn tables(xml: &mut Xml) {
    xml.within("w:style", &[("w:type", "table"), ("w:styleId", "StatisticalTable")], |xml| {
        xml.val("w:name", "统计表");
        xml.empty("w:qFormat", &[]);
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            xml.within("w:tblBorders", &[], |xml| {
                for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")];
                    xml.empty(&format!("w:{side}"), &line);
                }
            });
            xml.within("w:tblCellMar", &[], |xml| {
                for (side, width) in [("top", "28"), ("left", "57"), ("bottom", "28"), ("right", "57")] {
                    xml.empty(&format!("w:{side}"), &[("w:w", width), ("w:type", "dxa")]);
                }
            });
        });
    });
}
