//! Pages: paper, margins, the running header of a draft, page numbers.

use law::Date;

use super::package::{R, W};
use super::xml::Xml;

/// What a page looks like. Lengths in twentieths of a point (twips); 1 mm is 56.7.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    /// The short and the long side.
    pub(super) paper: (u32, u32),
    /// Whether the long side lies below.
    pub(super) landscape: bool,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
    pub(super) left: u32,
    /// From the lower edge of the paper to the page number.
    pub(super) footer: u32,
}

const A4: (u32, u32) = (11_906, 16_838);
const A3: (u32, u32) = (16_838, 23_811);

/// GB/T 9704-2012, 5.2: margins of 37, 26, 35 and 28 mm; the page number 7 mm below the text.
pub(super) const OFFICIAL: Page =
    Page { paper: A4, landscape: false, top: 2_098, right: 1_474, bottom: 1_984, left: 1_587, footer: 1_304 };

/// A ledger: A4 across, margins of 18 and 15 mm.
pub(super) const LEDGER: Page =
    Page { paper: A4, landscape: true, top: 1_020, right: 850, bottom: 1_020, left: 850, footer: 454 };

/// A ledger of many columns: A3 across.
pub(super) const WIDE_LEDGER: Page = Page { paper: A3, ..LEDGER };

/// The references by which the section finds its headers and footers: relation, kind of page.
pub(super) const RUNNING: [Running; 4] = [
    Running { id: "rIdHeader", tag: "header", even: false },
    Running { id: "rIdHeaderEven", tag: "header", even: true },
    Running { id: "rIdFooter", tag: "footer", even: false },
    Running { id: "rIdFooterEven", tag: "footer", even: true },
];

/// A running header or footer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Running {
    pub(super) id: &'static str,
    /// `header` or `footer`.
    pub(super) tag: &'static str,
    /// For pages with even numbers.
    pub(super) even: bool,
}

impl Running {
    /// The part's name within `word/`.
    pub(super) fn file(self) -> String {
        format!("{}{}.xml", self.tag, if self.even { "-even" } else { "" })
    }

    /// The part itself. `mark` is the running header's text, empty for a final document.
    pub(super) fn part(self, mark: &str) -> String {
        let mut xml = Xml::new();
        let is_header = self.tag == "header";
        let root = if is_header { "w:hdr" } else { "w:ftr" };
        xml.within(root, &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
            xml.within("w:p", &[], |xml| {
                if is_header {
                    xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "DraftMark"));
                    run(xml, mark);
                } else {
                    number(xml, self.even);
                }
            });
        });
        xml.finish()
    }
}

impl Page {
    /// The width between the margins.
    pub(super) const fn text_width(&self) -> u32 {
        let (short, long) = self.paper;
        (if self.landscape { long } else { short }) - self.left - self.right
    }

    /// `w:sectPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        let (short, long) = self.paper;
        let (width, height) = if self.landscape { (long, short) } else { (short, long) };
        xml.within("w:sectPr", &[], |xml| {
            for running in RUNNING {
                let kind = if running.even { "even" } else { "default" };
                let name = format!("w:{}Reference", running.tag);
                xml.empty(&name, &[("w:type", kind), ("r:id", running.id)]);
            }
            let (width, height) = (width.to_string(), height.to_string());
            let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
            if self.landscape {
                size.push(("w:orient", "landscape"));
            }
            xml.empty("w:pgSz", &size);
            self.margins(xml);
            xml.empty("w:cols", &[("w:space", "425")]);
        });
    }

    fn margins(&self, xml: &mut Xml) {
        let [top, right, bottom, left, footer] =
            [self.top, self.right, self.bottom, self.left, self.footer].map(|length| length.to_string());
        let margins = [
            ("w:top", top.as_str()),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "851"),
            ("w:footer", &footer),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
    }
}

/// What stands at the head of each page of a draft.
pub(super) fn draft_mark(on: Date) -> String {
    format!("草稿　{}年{}月{}日", on.year(), on.month(), on.day())
}

/// A text in the paragraph's own style.
pub(super) fn run(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.within("w:r", &[], |xml| xml.leaf("w:t", &[("xml:space", "preserve")], text));
    }
}

/// `— 1 —` on the outer side, one character in (GB/T 9704-2012, 7.5).
fn number(xml: &mut Xml, even: bool) {
    xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", if even { "PageNumberEven" } else { "PageNumber" }));
    run(xml, "— ");
    let field = |xml: &mut Xml, kind| {
        xml.within("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]))
    };
    field(xml, "begin");
    xml.within("w:r", &[], |xml| xml.leaf("w:instrText", &[("xml:space", "preserve")], " PAGE "));
    field(xml, "separate");
    run(xml, "1");
    field(xml, "end");
    run(xml, " —");
}
