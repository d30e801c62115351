//! Letters to another body, as an office prints and signs them.

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is about; a long one is broken where its words allow.
    pub title: String,
    /// Everything below, a paragraph each.
    pub lines: Vec<LetterLine>,
}

/// A paragraph of a letter, without indent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine {
    /// How it is set.
    pub kind: LetterLineKind,
    /// Its words.
    pub text: String,
}

/// What a paragraph is (GB/T 9704-2012, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterLineKind {
    /// The body addressed, at the margin.
    Address,
    /// Running text, its first line set in by two characters.
    Text,
    /// The heading of a part, in 黑体.
    Heading,
    /// Words of another document, smaller and set in.
    Quotation,
    /// Who signs and when, one line each, to the right.
    Signature,
}

/// What is set as one: a paragraph, or the lines of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Line(LetterLineKind, &'a str),
    Signature(Vec<&'a str>),
}

impl Letter {
    /// The paragraphs, those of a signature together.
    pub(crate) fn parts(&self) -> Vec<Part<'_>> {
        let mut parts: Vec<Part<'_>> = Vec::new();
        for LetterLine { kind, text } in &self.lines {
            match (parts.last_mut(), kind) {
                (Some(Part::Signature(lines)), LetterLineKind::Signature) => lines.push(text),
                (_, LetterLineKind::Signature) => parts.push(Part::Signature(vec![text])),
                _ => parts.push(Part::Line(*kind, text)),
            }
        }
        parts
    }
}

/// Who signs all of them; nobody if they are signed by several.
pub(crate) fn author(letters: &[Letter]) -> &str {
    let signer =
        |letter: &Letter| letter.lines.iter().position(|line| line.kind == LetterLineKind::Signature);
    let mut names = letters.iter().filter_map(|letter| letter.lines.get(signer(letter)?));
    let first = names.next().map_or("", |line| line.text.as_str());
    if names.all(|line| line.text == first) { first } else { "" }
}

/// A title's lines: what is too long for one breaks before the document's name, not inside it (GB/T 9704-2012, 7.3.1).
pub(crate) fn headline(title: &str) -> Vec<&str> {
    let broken = title.find(NAME).map(|at| title.split_at(at));
    match broken {
        Some((before, name)) if !fits(title) && fits(before) && fits(name) => vec![before, name],
        _ => vec![title],
    }
}

fn fits(line: &str) -> bool {
    let halves: usize = line.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum();
    (1..=LINE_HALVES).contains(&halves)
}

/// Before what a title is broken.
const NAME: &str = "政府信息公开工作年度报告";
/// The half-width characters of 2号 that stand on one line of 156 mm.
const LINE_HALVES: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_breaks_before_the_reports_name_and_a_short_one_not_at_all() {
        let long = "关于示例镇人民政府2025年政府信息公开工作年度报告的核对意见";
        assert_eq!(headline(long), ["关于示例镇人民政府2025年", "政府信息公开工作年度报告的核对意见"]);
        assert_eq!(headline("核对意见"), ["核对意见"]);
        let without = "关于做好下一年度各项工作的通知和需要各单位注意的若干事项的说明";
        assert_eq!(headline(without), [without]);
    }
}
