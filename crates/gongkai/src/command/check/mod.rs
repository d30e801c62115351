//! `gongkai check`: anybody's published report under the rules of the form.

use std::{fmt::Write as _, path::Path};

use inspect::{Checked, Format, Options, Verdict};
use reading::{MAX_TEXT_BYTES, PlainText};

use crate::{
    cli::{Outcome, args::Check},
    input, output,
};

/// Checks every file; one that cannot be read does not keep the others from being checked.
pub(super) fn run(order: &Check) -> anyhow::Result<Outcome> {
    let checked: Vec<Checked> = order.files.iter().map(|file| check(file, order.excerpt)).collect();
    if order.json {
        output::print_json(&checked)?;
    } else {
        let pages: Vec<String> = checked.iter().map(page).collect();
        output::print(&pages.join("\n"))?;
    }
    for unread in &checked {
        if let Some(error) = &unread.error {
            let named =
                if error.contains(&unread.file) { String::new() } else { format!("{}：", unread.file) };
            output::tell(&format!("{named}{error}"));
        }
    }
    Ok(if checked.iter().any(|checked| checked.error.is_some()) {
        Outcome::Failed
    } else if checked.iter().any(Checked::has_failed) {
        Outcome::Findings
    } else {
        Outcome::Good
    })
}

fn check(path: &Path, excerpt: bool) -> Checked {
    let file = path.display().to_string();
    let read = input::read_file(path, MAX_TEXT_BYTES).and_then(|bytes| Ok(PlainText.document(&bytes)?));
    match read {
        Ok(document) => inspect::check(&document, &Options { file, excerpt }),
        Err(error) => Checked::unreadable(file, error.to_string()),
    }
}

/// The verdicts from the gravest, each with its Chinese word.
const VERDICTS: [(Verdict, &str); 4] = [
    (Verdict::Fail, "不符"),
    (Verdict::Uncertain, "存疑"),
    (Verdict::NotAssessable, "无法评估"),
    (Verdict::Pass, "通过"),
];

/// One file for a person: what it is, then the findings with their quotations, the gravest first.
fn page(checked: &Checked) -> String {
    let mut page = format!("{}\n", checked.file);
    if checked.error.is_some() {
        return page + "  没有检查\n";
    }
    let agency = checked.agency.as_deref().unwrap_or("认不出机关");
    let year = checked.year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度"));
    let format = match checked.format {
        Some(Format::F2008) => "2019 年以前的格式",
        Some(Format::F2019) => "2019 年格式",
        Some(Format::F2021) => "2021 年格式",
        None => "认不出格式",
    };
    let counts: Vec<String> = VERDICTS
        .iter()
        .map(|(verdict, word)| {
            let count = checked.findings.iter().filter(|finding| finding.verdict == *verdict).count();
            format!("{word} {count}")
        })
        .collect();
    put(&mut page, format_args!("  {agency}　{year}　{format}\n  {}\n", counts.join("　")));
    for (verdict, word) in VERDICTS {
        let is_grave = matches!(verdict, Verdict::Fail | Verdict::Uncertain);
        let found: Vec<_> = checked.findings.iter().filter(|finding| finding.verdict == verdict).collect();
        if !is_grave && !found.is_empty() {
            page.push('\n');
        }
        for finding in found {
            let gap = if is_grave { "\n" } else { "" };
            put(&mut page, format_args!("{gap}  {word}  {:<8}{}\n", finding.rule, finding.message));
            // What holds needs no proof on a screen; `--json` has it.
            for evidence in finding.evidence.iter().filter(|_| is_grave) {
                let cell = evidence.place.cell.map_or_else(String::new, |cell| format!("第 {cell} 格"));
                put(
                    &mut page,
                    format_args!("        第 {} 行{cell}：{}\n", evidence.place.line, evidence.text),
                );
            }
        }
    }
    page
}

/// Writing into a text cannot fail.
fn put(page: &mut String, words: std::fmt::Arguments<'_>) {
    if page.write_fmt(words).is_err() {
        tracing::error!("a text took no more words");
    }
}
