//! Texts recognised as row labels of the forms, whole, shortened, explained or torn.

use std::sync::LazyLock;

use law::report::table_three::RowLabel;
use law::report::table_two::{Block, BusinessLabel};
use law::report::{BusinessRow, Form, RequestRow};

use crate::text::squeezed;

/// How much of a torn label must be there to know it, in characters.
const ENOUGH: usize = 4;

/// The words by which a row of table 三 is known.
struct RequestWords {
    row: RequestRow,
    /// The printed label without blanks.
    printed: String,
    /// The same without number and notes.
    core: String,
    /// The core and the shorter labels that are accepted beside it.
    accepted: Vec<String>,
}

impl RequestWords {
    fn of(form: Form) -> Vec<Self> {
        let words = |label: &RowLabel| {
            let printed = squeezed(label.label);
            let core = core(&printed);
            let mut accepted = vec![core.clone()];
            accepted.extend(label.row.accepted_labels().iter().map(|label| squeezed(label)));
            Self { row: label.row, printed, core, accepted }
        };
        form.request_rows().iter().map(words).collect()
    }

    fn name(&self, label: &str, last: &str) -> bool {
        if self.core.chars().count() < ENOUGH {
            // `3.其他`, `(七)总计`: too short to be known without its number.
            return unpunctuated(label).ends_with(&unpunctuated(&self.printed));
        }
        self.accepted.iter().any(|core| label.contains(core.as_str()))
            || (last.chars().count() >= ENOUGH && self.core.starts_with(last))
    }
}

/// The longest label cell, in characters.
const LONGEST: usize = 80;

/// The row of table 三 that a label cell names, if it names exactly one. `label` is squeezed.
pub(super) fn request_row(form: Form, label: &str) -> Option<RequestRow> {
    static WORDS: LazyLock<[Vec<RequestWords>; 2]> =
        LazyLock::new(|| [RequestWords::of(Form::F2019), RequestWords::of(Form::F2021)]);
    let [old, new] = &*WORDS;
    let words = match form {
        Form::F2019 => old,
        Form::F2021 => new,
    };
    if label.is_empty() || label.len() > LONGEST * 4 || label.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let last = core(tail(label));
    let mut named = words.iter().filter(|words| words.name(label, &last));
    let first = named.next()?.row;
    named.next().is_none().then_some(first)
}

/// A label without its number and without the note in brackets: `(二)部分公开(区分…)` is `部分公开`.
fn core(label: &str) -> String {
    let bare =
        label.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十()、.,".contains(c));
    bare.split('(').next().unwrap_or_default().replace(['"', '\''], "")
}

/// The last numbered label in a cell that holds several: `(三)不予公开1.属于国家秘密`.
fn tail(label: &str) -> &str {
    let digit = label.char_indices().rev().find(|(at, c)| {
        c.is_ascii_digit() && label.get(at + 1..).is_some_and(|rest| rest.starts_with(['.', '、', ',']))
    });
    digit.and_then(|(at, _)| label.get(at..)).unwrap_or(label)
}

fn unpunctuated(label: &str) -> String {
    label.chars().filter(|c| !matches!(c, '(' | ')' | '.' | '、' | ',')).collect()
}

/// A row of table 二 with its block.
#[derive(Debug, Clone, Copy)]
pub(super) struct BusinessMatch {
    pub(super) block: &'static Block,
    pub(super) row: &'static BusinessLabel,
    /// Whether the cell holds only the beginning of the label.
    pub(super) torn: bool,
}

/// Rows of table 二 with their labels squeezed.
struct BusinessWords {
    block: &'static Block,
    row: &'static BusinessLabel,
    printed: String,
}

impl BusinessWords {
    fn of(form: Form) -> Vec<Self> {
        let rows = form.blocks().iter().flat_map(|block| block.rows.iter().map(move |row| (block, row)));
        rows.map(|(block, row)| Self { block, row, printed: squeezed(row.label) }).collect()
    }

    /// Exactly, or a normative document without the word by which the forms differ.
    fn is(&self, bare: &str) -> bool {
        self.printed == bare || (bare == "规范性文件" && self.row.row == BusinessRow::NormativeDocument)
    }
}

/// The row of table 二 that a label cell names: exactly, with an explanation in brackets behind it, or by
/// its beginning.
pub(super) fn business_row(form: Form, label: &str) -> Option<BusinessMatch> {
    static WORDS: LazyLock<[Vec<BusinessWords>; 2]> =
        LazyLock::new(|| [BusinessWords::of(Form::F2019), BusinessWords::of(Form::F2021)]);
    let [old, new] = &*WORDS;
    let words = match form {
        Form::F2019 => old,
        Form::F2021 => new,
    };
    let bare = label.split('(').next().unwrap_or_default();
    if let Some(words) = words.iter().find(|words| words.is(bare)) {
        return Some(BusinessMatch { block: words.block, row: words.row, torn: false });
    }
    let is_torn = bare.chars().count() >= ENOUGH;
    let mut torn = words.iter().filter(|words| is_torn && words.printed.starts_with(bare));
    let first = torn.next()?;
    torn.next().is_none().then_some(BusinessMatch { block: first.block, row: first.row, torn: true })
}

/// Whether a text is the whole label of a row, or the title of a block, of either form.
pub(super) fn is_row_label(label: &str) -> bool {
    let is_row = |form: Form| {
        request_row(form, label).is_some() || business_row(form, label).is_some_and(|found| !found.torn)
    };
    label.chars().count() <= LONGEST && (block_item(label).is_some() || Form::ALL.iter().copied().any(is_row))
}

/// The item of Article 20 that a block's title names: `第二十条第(五)项` is 5.
pub(super) fn block_item(label: &str) -> Option<u8> {
    if !label.starts_with("第二十条") {
        return None;
    }
    let blocks = Form::ALL.iter().flat_map(|form| form.blocks());
    let label = unpunctuated(label);
    blocks.into_iter().find(|block| unpunctuated(&squeezed(block.title)) == label).map(|block| block.item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_whole_shortened_and_torn() {
        let cases = [
            ("一、本年新收政府信息公开申请数量", "new"),
            ("二、上年结转", "carried_in"),
            ("（一）予以公开", "a"),
            ("三 （一）予以公开", "a"),
            ("（二）部分公开（区分处理的，只计这一情", "b"),
            ("（三）不予公开1.属于国家秘密", "c1"),
            ("2.其他法律行政法规禁止公", "c2"),
            ("3.危及“三安全一稳定”", "c3"),
            ("1、本机关不掌握相关政府信息", "d1"),
            ("5.要求行政机关确认或重新", "e5"),
            ("1.逾期不补正", "f1"),
            ("2.申请人逾期未按收费通知要", "f2"),
            ("3、其他", "f3"),
            ("（七）总计", "total"),
            ("四、结转下年度继续办理", "carried_out"),
        ];
        for (label, code) in cases {
            let row = request_row(Form::F2021, &squeezed(label));
            assert_eq!(row.map(RequestRow::code), Some(code), "{label}");
        }
        assert_eq!(request_row(Form::F2019, "(六)其他处理"), Some(RequestRow::OtherDisposal));
    }

    #[test]
    fn headings_of_groups_and_columns_are_no_rows() {
        for label in
            ["三、本年度办理结果", "(三)不予公开", "(六)其他处理", "总计", "其他", "自然人", "0", "", "果"]
        {
            assert_eq!(request_row(Form::F2021, label), None, "{label}");
        }
    }

    #[test]
    fn rows_of_table_two_are_known_with_explanations() {
        let code = |form, label: &str| business_row(form, &squeezed(label)).map(|found| found.row.row.code());
        assert_eq!(code(Form::F2019, "规范性文件（有文号的文件）"), Some("guifan"));
        assert_eq!(code(Form::F2021, "规范性文件"), Some("guifan"));
        assert_eq!(code(Form::F2021, "行政规范性文件"), Some("guifan"));
        assert_eq!(code(Form::F2019, "其他对外管理服"), Some("qita"));
        assert_eq!(code(Form::F2021, "本单位未制作规章"), None);
        assert_eq!(code(Form::F2021, "行政"), None);
        assert_eq!(block_item(&squeezed("第二十条 第（八）项")), Some(8));
    }
}
