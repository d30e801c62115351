//! Texts recognised as row labels of the forms, whole, shortened, explained or torn.

use law::report::table_two::{Block, BusinessLabel};
use law::report::{Form, RequestRow};

use crate::text::squeezed;

/// How much of a torn label must be there to know it, in characters.
const ENOUGH: usize = 4;

/// The row of table 三 that a label cell names, if it names exactly one. `label` is squeezed.
pub(super) fn request_row(form: Form, label: &str) -> Option<RequestRow> {
    let mut named = form.request_rows().iter().filter(|row| names_request_row(row.row, row.label, label));
    let first = named.next()?.row;
    named.next().is_none().then_some(first)
}

fn names_request_row(row: RequestRow, printed: &str, label: &str) -> bool {
    let printed = squeezed(printed);
    let core = core(&printed);
    if core.chars().count() < ENOUGH {
        // `3.其他`, `(七)总计`: too short to be known without its number.
        return unpunctuated(label).ends_with(&unpunctuated(&printed));
    }
    let accepted = row.accepted_labels().iter().map(|label| squeezed(label));
    let whole = std::iter::once(core.clone()).chain(accepted).any(|core| label.contains(&core));
    let last = self::core(tail(label));
    whole || (last.chars().count() >= ENOUGH && core.starts_with(&last))
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

/// The row of table 二 that a label cell names: exactly, with an explanation in brackets behind it, or by
/// its beginning.
pub(super) fn business_row(form: Form, label: &str) -> Option<BusinessMatch> {
    let bare = label.split('(').next().unwrap_or_default();
    let rows = || form.blocks().iter().flat_map(|block| block.rows.iter().map(move |row| (block, row)));
    let is_same = |row: &BusinessLabel| {
        let printed = squeezed(row.label);
        printed == bare
            || printed.strip_prefix("行政").is_some_and(|short| short == bare && bare == "规范性文件")
    };
    if let Some((block, row)) = rows().find(|(_, row)| is_same(row)) {
        return Some(BusinessMatch { block, row, torn: false });
    }
    let is_torn = bare.chars().count() >= ENOUGH;
    let mut torn = rows().filter(|(_, row)| is_torn && row.label.starts_with(bare));
    let (block, row) = torn.next()?;
    torn.next().is_none().then_some(BusinessMatch { block, row, torn: true })
}

/// The item of Article 20 that a block's title names: `第二十条第(五)项` is 5.
pub(super) fn block_item(label: &str) -> Option<u8> {
    let blocks = Form::ALL.iter().flat_map(|form| form.blocks());
    let plain = |text: &str| unpunctuated(&squeezed(text));
    let label = unpunctuated(label);
    blocks.into_iter().find(|block| plain(block.title) == label).map(|block| block.item)
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
