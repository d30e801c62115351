//! What stands in a picture cannot be read, so nothing is said to be missing where a picture stands.

use std::ops::Range;

use law::report::identity::{Finding, Mark};
use law::report::{Section, Verdict};

use crate::understood::Understood;

/// A finding that a part, its table or its words are missing, weighed: where a picture stands in the place, it
/// is not assessable.
pub(crate) fn weigh(understood: &Understood<'_>, found: Finding) -> Finding {
    let blames = matches!(found.verdict, Verdict::Fail | Verdict::Uncertain);
    let [Mark::Section(section)] = found.marks.as_slice() else { return found };
    if !blames || found.rule != "K-X-5" || !found.cells.is_empty() || !is_pictured(understood, *section) {
        return found;
    }
    let what = match understood.parts.heading(*section) {
        None => format!("没有找到标题“{}”，该处是图片", section.heading()),
        Some(_) if Section::PROSE.contains(section) => format!("“{}”下面是图片", section.heading()),
        Some(_) => format!("第{}部分的表格是图片", section.numeral()),
    };
    let message = format!("{what}，图片里的内容没有读，未评估。请人工核对，或提供能选中文字的文件。");
    Finding { verdict: Verdict::NotAssessable, message, ..found }
}

/// Whether a picture stands where a part stands or should stand.
fn is_pictured(understood: &Understood<'_>, section: Section) -> bool {
    let lines = place_of(understood, section);
    understood.pictures.iter().any(|picture| lines.contains(&understood.source.of_line(picture.line)))
}

/// From the heading of the part, or of the last one found before it, to the next heading.
fn place_of(understood: &Understood<'_>, section: Section) -> Range<usize> {
    let heading = |section: &Section| understood.parts.heading(*section);
    let start = Section::ALL.iter().rev().filter(|each| **each <= section).find_map(heading);
    let end = Section::ALL.iter().filter(|each| **each > section).find_map(heading);
    // A picture behind the last line stands at the number after it.
    start.unwrap_or(0)..end.unwrap_or(understood.source.lines.len() + 1)
}
