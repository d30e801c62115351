//! The report as one HTML file that needs nothing else.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use law::report::Report;

use super::sheet::Sheet;
use super::table::plain;
use crate::assets;

/// Our own stylesheet inside its element. Safe, because it is a constant of the program.
pub(super) struct Style;

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<style>\n{}</style>", assets::CSS.content)
    }
}

impl HtmlSafe for Style {}

/// The stylesheet of a document: one that office programs understand too. Safe, because it is a constant.
struct DocumentStyle;

impl fmt::Display for DocumentStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<style>\n{}</style>", include_str!("../../static/document.css"))
    }
}

impl HtmlSafe for DocumentStyle {}

#[derive(Template)]
#[template(path = "report/file.html")]
struct File {
    style: DocumentStyle,
    sheet: Sheet,
}

/// A report as a standalone HTML file. Its words must be resolved: placeholders are printed as they stand.
/// `draft` prints 草稿 on the page and on every page of paper. A blank cell stays empty; every figure's cell
/// carries its key in `data-cell`.
///
/// # Errors
/// Only when memory runs out in the middle of the text.
pub fn report_html(report: &Report, title: &str, draft: bool) -> Result<String, askama::Error> {
    File { style: DocumentStyle, sheet: Sheet::new(report, title, draft, plain) }.render()
}
