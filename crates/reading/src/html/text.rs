//! White space as browsers treat it.

/// Words of one block while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    /// A blank or line end stands in the source between the last word and the next one.
    gap: Option<Gap>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Blank,
    LineEnd,
}

impl Words {
    /// Adds text; runs of white space become one blank, and nothing at all where a line of the source was broken
    /// between two Chinese characters. Other blanks, such as the wide one, stay.
    pub(super) fn add(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\r' => self.gap = Some(Gap::LineEnd),
                ' ' | '\t' | '\u{C}' => self.gap = self.gap.or(Some(Gap::Blank)),
                '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' => {}
                c => {
                    self.close_gap(c);
                    self.text.push(if c == '\u{A0}' { ' ' } else { c });
                }
            }
        }
    }

    /// Adds text whose line ends and blanks count.
    pub(super) fn add_as_it_is(&mut self, text: &str) {
        self.text.push_str(text);
        self.gap = None;
    }

    /// Begins a new line.
    pub(super) fn line_end(&mut self) {
        self.text.push('\n');
        self.gap = None;
    }

    fn close_gap(&mut self, next: char) {
        let Some(gap) = self.gap.take() else { return };
        let Some(last) = self.text.chars().next_back().filter(|c| *c != '\n') else { return };
        if !(gap == Gap::LineEnd && is_wide(last) && is_wide(next)) {
            self.text.push(' ');
        }
    }

    /// What was gathered, if it says anything; nothing is left behind.
    pub(super) fn take(&mut self) -> Option<String> {
        self.gap = None;
        let text = std::mem::take(&mut self.text);
        let text = text.trim_matches('\n').trim_end();
        (!text.trim().is_empty()).then(|| text.to_owned())
    }
}

/// Chinese characters and punctuation, set without blanks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{2014}'..='\u{2026}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_line_broken_within_chinese_leaves_no_blank() {
        let mut words = Words::default();
        words.add("  全年公开\n   信息 12\n 条 ");
        assert_eq!(words.take().unwrap(), "全年公开信息 12 条");
        assert_eq!(words.take(), None);
    }
}
