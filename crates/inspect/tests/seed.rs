//! The town's own report of 2020, where the shared papers are present.

use std::path::PathBuf;

use inspect::Verdict::{Fail, NotAssessable, Pass, Uncertain};
use inspect::{Checked, Format};

use super::{checked, failures, of, quoted, verdicts};

/// The folder beside the project that holds the papers; tests that need it pass without it and say so.
pub(super) fn shared() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the shared papers are not here");
    None
}

fn seed() -> Option<Checked> {
    let mut files = std::fs::read_dir(shared()?.join("seed")).ok()?;
    let text = std::fs::read_to_string(files.next()?.ok()?.path()).ok()?;
    Some(checked(&text))
}

#[test]
fn it_is_recognised() {
    let Some(seed) = seed() else { return };
    assert!(seed.agency.unwrap().ends_with("开城镇人民政府"));
    assert_eq!((seed.year, seed.format, seed.error), (Some(2020), Some(Format::F2019), None));
}

#[test]
fn only_the_electronic_figure_fails_and_both_numbers_are_quoted() {
    let Some(seed) = seed() else { return };
    assert_eq!(failures(&seed).len(), 1);
    let [finding] = of(&seed, "K-X-3")[..] else { panic!("one finding") };
    assert_eq!(finding.verdict, Fail);
    let quoted = quoted(finding);
    assert!(quoted.iter().any(|text| text.contains("132")) && quoted.iter().any(|text| text.contains("125")));
    assert!(finding.message.contains("132÷125是105.6%"), "{}", finding.message);
}

#[test]
fn topic_and_channel_in_one_sum_are_doubtful() {
    let Some(seed) = seed() else { return };
    assert_eq!(verdicts(&seed, "K-X-2"), [Uncertain]);
}

#[test]
fn what_the_copy_lacks_is_to_be_compared_with_the_original() {
    let Some(seed) = seed() else { return };
    assert_eq!(verdicts(&seed, "K-X-5"), [Uncertain, Uncertain, Uncertain]);
    assert_eq!(verdicts(&seed, "K-T3-4"), [Uncertain]);
    let gaps = of(&seed, "K-X-5");
    for finding in gaps.iter().chain(&of(&seed, "K-T3-4")) {
        assert!(finding.message.contains("待核对原件"), "{}", finding.message);
        assert_eq!(finding.evidence.len(), 1);
    }
    let messages: Vec<&str> = gaps.iter().map(|finding| finding.message.as_str()).collect();
    for missing in ["三、收到和处理", "（五）", "（六）", "（八）", "（九）", "六、其他需要报告的事项"]
    {
        assert!(messages.iter().any(|message| message.contains(missing)), "{missing}");
    }
    let blank = of(&seed, "K-T3-4")[0];
    assert!(blank.message.contains("四、结转下年度继续办理") && blank.message.contains("总计"));
}

#[test]
fn whole_columns_pass_and_the_blank_one_is_named() {
    let Some(seed) = seed() else { return };
    let [identity] = of(&seed, "K-T3-1")[..] else { panic!("one finding") };
    assert_eq!(identity.verdict, Pass);
    assert!(identity.message.contains("6个完整的列") && identity.message.contains("“总计”列有空白"));
    for rule in ["K-T2-2", "K-T3-2", "K-T3-3", "K-T4-1", "K-X-4", "K-X-7", "K-X-8"] {
        assert_eq!(verdicts(&seed, rule), [Pass], "{rule}");
    }
}

#[test]
fn what_needs_registers_or_last_years_report_is_not_assessed() {
    let Some(seed) = seed() else { return };
    for rule in ["K-T2-4", "K-T3-5", "K-T3-6", "K-T3-7", "K-T3-8", "K-T3-9", "K-T4-2", "K-X-6"] {
        assert_eq!(verdicts(&seed, rule), [NotAssessable], "{rule}");
    }
}
