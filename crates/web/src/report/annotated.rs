//! A checked report as one HTML file: its findings, and its text with each of them marked at its place.

use askama::Template;
use inspect::{Checked, Format};
use serde_json::Value as Json;

use super::file::Style;
use super::marked::{Marked, mark};
use super::told::{Told, VERDICTS, told};

#[derive(Template)]
#[template(path = "report/annotated.html")]
struct Annotated<'c> {
    style: Style,
    about: &'c About<'c>,
    agency: &'c str,
    year: String,
    /// How many findings of each verdict: word, class, number.
    counts: Vec<(&'static str, &'static str, usize)>,
    /// What somebody must look at.
    grave: Vec<Told>,
    /// What holds, and what could not be assessed.
    rest: Vec<Told>,
    marked: Marked,
}

/// What is told of a checked file above its findings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'c> {
    pub(crate) file: &'c str,
    pub(crate) agency: Option<&'c str>,
    pub(crate) year: Option<i16>,
    /// The form in words.
    pub(crate) form: &'static str,
    /// What was met with while the file was read, a sentence each.
    pub(crate) reasons: &'c [String],
    /// Why it could not be read.
    pub(crate) error: Option<&'c str>,
}

/// An annotated copy of a checked report as a standalone HTML file. `words` is the text as the reader gave it, one
/// line of the document a line, so that the places of the evidence hold in it. Marked are findings that fail or are
/// in doubt; every word of file and findings is escaped.
///
/// # Errors
/// Only when memory runs out in the middle of the text.
pub fn annotated_html(words: &str, checked: &Checked) -> Result<String, askama::Error> {
    let json =
        serde_json::to_value(&checked.findings).map_err(|error| askama::Error::Custom(Box::new(error)))?;
    let about = About {
        file: &checked.file,
        agency: checked.agency.as_deref(),
        year: checked.year,
        form: form_words(checked.format),
        reasons: &checked.confidence.reasons,
        error: checked.error.as_deref(),
    };
    annotated(words, &json, &about)
}

/// As [`annotated_html`], of findings as they are kept.
///
/// # Errors
/// As [`annotated_html`].
pub(crate) fn annotated(words: &str, findings: &Json, about: &About<'_>) -> Result<String, askama::Error> {
    let all = told(findings);
    let counts = VERDICTS
        .map(|(code, word, class)| (word, class, all.iter().filter(|told| told.verdict == code).count()));
    let (mut grave, rest): (Vec<Told>, Vec<Told>) = all.into_iter().partition(Told::is_grave);
    let marked = mark(words, &mut grave);
    let page = Annotated {
        style: Style,
        about,
        agency: about.agency.unwrap_or("认不出机关"),
        year: about.year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度")),
        counts: counts.into_iter().filter(|(.., count)| *count > 0).collect(),
        grave,
        rest,
        marked,
    };
    page.render()
}

/// The form of a report in words.
const fn form_words(format: Option<Format>) -> &'static str {
    match format {
        Some(Format::F2008) => "2019 年以前的格式",
        Some(Format::F2019) => "2019 年格式",
        Some(Format::F2021) => "2021 年格式",
        None => "认不出格式",
    }
}

#[cfg(test)]
mod tests {
    use inspect::{Document, Options, check};

    use super::*;

    /// A short report of our own, whose parts disagree.
    const WORDS: &str = "示例镇2020年政府信息公开工作年度报告\n一、总体情况\n<b>主动公开</b>信息125条。\n\
二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n全文电子化132条，占主动公开信息的100%。\n";

    #[test]
    fn an_annotated_copy_stands_alone_and_each_link_leads_somewhere() {
        let options = Options { file: "报告.txt".to_owned(), excerpt: false };
        let html = annotated_html(WORDS, &check(&Document::from_text(WORDS), &options)).unwrap();
        assert!(html.contains("报告.txt") && html.contains("<mark") && html.contains("示例镇"), "{html}");
        assert!(html.contains("&#60;b&#62;") && !html.contains("<b>"), "the words are escaped");
        assert!(!html.contains("<link") && !html.contains("<script") && !html.contains("src="));
        for link in html.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
    }

    #[test]
    fn a_file_that_could_not_be_read_says_why() {
        let html = annotated_html("", &Checked::unreadable("坏.pdf", "这个文件打不开。")).unwrap();
        assert!(html.contains("这个文件打不开。") && html.contains("坏.pdf"));
    }
}
