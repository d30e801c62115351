//! The faces of official documents, named with what may stand for them where they are missing.

use super::xml::Xml;

/// A face as the font table states it.
struct Face {
    name: &'static str,
    /// What a machine without it should use, best first.
    substitutes: &'static str,
    /// The classification by which a program finds something similar.
    panose: &'static str,
    /// 86 = GB 2312, 00 = Latin.
    charset: &'static str,
    family: &'static str,
    pitch: &'static str,
}

/// Titles.
pub(super) const TITLE: &str = "方正小标宋简体";
/// Running text.
pub(super) const TEXT: &str = "仿宋_GB2312";
/// Headings of the first rank.
pub(super) const HEADING: &str = "黑体";
/// Headings of the second rank.
pub(super) const SUBHEADING: &str = "楷体_GB2312";
/// Page numbers.
pub(super) const NUMBERS: &str = "宋体";
/// Letters and digits beside Chinese text.
pub(super) const LATIN: &str = "Times New Roman";

const FACES: &[Face] = &[
    song(TITLE, "小标宋体,方正小标宋_GBK,华文中宋,宋体,SimSun,Noto Serif CJK SC,Source Han Serif SC"),
    song(TEXT, "仿宋,FangSong,华文仿宋,STFangsong,宋体,Noto Serif CJK SC,Source Han Serif SC"),
    Face {
        name: HEADING,
        substitutes: "SimHei,华文黑体,Noto Sans CJK SC,Source Han Sans SC",
        panose: "02010609060101010101",
        charset: "86",
        family: "modern",
        pitch: "fixed",
    },
    song(SUBHEADING, "楷体,KaiTi,华文楷体,STKaiti,宋体,Noto Serif CJK SC,Source Han Serif SC"),
    song(NUMBERS, "SimSun,Noto Serif CJK SC,Source Han Serif SC"),
    Face {
        name: LATIN,
        substitutes: "Liberation Serif",
        panose: "02020603050405020304",
        charset: "00",
        family: "roman",
        pitch: "variable",
    },
];

const fn song(name: &'static str, substitutes: &'static str) -> Face {
    Face {
        name,
        substitutes,
        panose: "02010600030101010101",
        charset: "86",
        family: "roman",
        pitch: "variable",
    }
}

/// `word/fontTable.xml`.
pub(super) fn table() -> String {
    let mut xml = Xml::new();
    xml.within("w:fonts", &[("xmlns:w", super::package::W)], |xml| {
        for face in FACES {
            xml.within("w:font", &[("w:name", face.name)], |xml| {
                xml.val("w:altName", face.substitutes);
                xml.val("w:panose1", face.panose);
                xml.val("w:charset", face.charset);
                xml.val("w:family", face.family);
                xml.val("w:pitch", face.pitch);
            });
        }
    });
    xml.finish()
}

/// `w:rFonts`: a Chinese face, and a Latin one for letters and digits.
pub(super) fn faces(xml: &mut Xml, chinese: &str, latin: &str) {
    let attributes = [
        ("w:ascii", latin),
        ("w:eastAsia", chinese),
        ("w:hAnsi", latin),
        ("w:cs", LATIN),
        ("w:hint", "eastAsia"),
    ];
    xml.empty("w:rFonts", &attributes);
}
