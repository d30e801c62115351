//! A document in, findings out.

use law::report::identity::{self, Context, Mark, RULES};
use law::report::{CellKey, Section, Verdict};

use crate::beside::Examined;
use crate::checked::{Checked, Evidence, Finding, Format, Options};
use crate::document::Document;
use crate::evidence::{evidence, of_wrong_form, whole_line};
use crate::pictures;
use crate::rules;
use crate::tables::Unaligned;
use crate::understood::Understood;

/// Rules about the words alone, which hold for reports of every time.
const FOR_EVERY_FORM: [&str; 4] = ["K-X-2", "K-X-3", "K-X-7", "K-X-8"];
/// Rules that cannot be applied without knowing the year.
const NEED_YEAR: [&str; 6] = ["K-T2-1", "K-T2-4", "K-T3-5", "K-T4-4", "K-X-5", "K-X-7"];
/// How many quotations a finding without a fault carries.
const SAMPLE: usize = 8;

/// Applies every rule to a report by anybody.
///
/// The file counts as a converted copy: what is absent or blank may be the copy's fault and is `UNCERTAIN`
/// (待核对原件), never `FAIL`.
#[must_use]
pub fn check(document: &Document, options: &Options) -> Checked {
    of_understood(&Understood::of(document), options, None)
}

/// As [`check`], of a document already understood, with the same body's report of the year before beside it.
pub(crate) fn of_understood(
    understood: &Understood<'_>,
    options: &Options,
    last: Option<&Examined>,
) -> Checked {
    let findings = if understood.is_report() {
        applied(understood, options, last)
    } else {
        all_not_assessable(understood.why_no_report())
    };
    Checked {
        file: options.file.clone(),
        agency: understood.agency.clone(),
        year: understood.year,
        format: understood.format,
        findings,
        confidence: understood.confidence.clone(),
        not_understood: understood.remainder.lines.clone(),
        not_understood_count: understood.remainder.count,
        error: None,
    }
}

fn all_not_assessable(message: &str) -> Vec<Finding> {
    let of_form = RULES.iter().map(|rule| not_assessable(rule.id, message));
    of_form.chain(rules::all_not_assessable(message)).collect()
}

fn not_assessable(rule: &'static str, message: &str) -> Finding {
    finding(rule, Verdict::NotAssessable, message.to_owned(), Vec::new())
}

/// A finding with the weight that its rule has in general.
fn finding(rule: &'static str, verdict: Verdict, message: String, evidence: Vec<Evidence>) -> Finding {
    Finding { rule, verdict, severity: rules::severity(rule), message, evidence }
}

fn applied(understood: &Understood<'_>, options: &Options, last: Option<&Examined>) -> Vec<Finding> {
    let year = understood.year.unwrap_or_default();
    let report = understood.report(year);
    let context = Context {
        origin: understood.origin(options),
        level: understood.level,
        told: Some(&understood.told),
        last_year: last.map(Examined::report),
        ..Context::default()
    };
    let mut findings: Vec<Finding> = Vec::new();
    for found in identity::check(&report, &context) {
        let found = match last {
            Some(last) => last.weigh(&report, found),
            None => found,
        };
        let found = pictures::weigh(understood, found);
        if is_explained_by_unaligned_rows(understood, &found) {
            continue;
        }
        match inapplicable(understood, found.rule) {
            Some(_) if has_finding(&findings, found.rule) => {}
            Some(reason) => findings.push(not_assessable(found.rule, reason)),
            None => findings.push(quoted(understood, found, last)),
        }
    }
    findings.extend(unaligned(understood));
    let silent: Vec<&str> =
        RULES.iter().map(|rule| rule.id).filter(|id| !has_finding(&findings, id)).collect();
    findings
        .extend(silent.into_iter().map(|rule| not_assessable(rule, "有的表格数字未能对应到列，未评估。")));
    findings.sort_by_key(|finding| RULES.iter().position(|rule| rule.id == finding.rule));
    findings.extend(rules::findings(understood));
    findings
}

fn has_finding(findings: &[Finding], rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

/// A finding with its quotations.
fn quoted(understood: &Understood<'_>, found: identity::Finding, last: Option<&Examined>) -> Finding {
    let mut evidence = evidence(understood, &found.cells, &found.marks);
    if evidence.is_empty() && found.verdict == Verdict::Fail {
        evidence = of_wrong_form(understood);
    }
    evidence.extend(last.into_iter().flat_map(|last| last.beside(&found)));
    if matches!(found.verdict, Verdict::Pass | Verdict::NotAssessable) {
        evidence.truncate(SAMPLE);
    }
    let (rule, verdict, severity) = (found.rule, found.verdict, found.severity);
    Finding { rule, verdict, severity, message: found.message, evidence }
}

/// Whether a finding says that something is absent which stands in the file, but could not be aligned: then
/// [`unaligned`] says so better.
fn is_explained_by_unaligned_rows(understood: &Understood<'_>, found: &identity::Finding) -> bool {
    let unaligned: Vec<CellKey> =
        understood.tables.unaligned.iter().flat_map(|row| row.cells.iter().copied()).collect();
    let stands = |key: &CellKey| unaligned.contains(key);
    let has = |section: Section| unaligned.iter().any(|key| section_of(*key) == section);
    match found.rule {
        "K-X-5" if !found.cells.is_empty() => found.cells.iter().all(stands),
        "K-X-5" => {
            let [Mark::Section(section)] = found.marks.as_slice() else { return false };
            has(*section) && understood.parts.heading(*section).is_some()
        }
        "K-T4-1" => found.verdict == Verdict::NotAssessable && has(Section::Four),
        "K-T3-4" => matches!(found.verdict, Verdict::Pass | Verdict::NotAssessable) && has(Section::Three),
        _ => false,
    }
}

const fn section_of(key: CellKey) -> Section {
    match key {
        CellKey::Business(..) => Section::Two,
        CellKey::Request(..) => Section::Three,
        CellKey::Dispute(..) => Section::Four,
    }
}

/// Why a rule does not apply to this report at all.
fn inapplicable(understood: &Understood<'_>, rule: &str) -> Option<&'static str> {
    let for_every_form = FOR_EVERY_FORM.contains(&rule);
    match understood.format {
        Some(Format::F2008) if !for_every_form => Some("2019年以前的年度报告没有规定统一式样，本条不适用。"),
        None if !for_every_form => Some("未能认出报告的式样，未评估。"),
        _ if understood.year.is_none() && NEED_YEAR.contains(&rule) => Some("未能认出报告年度，未评估。"),
        _ => None,
    }
}

/// Rows whose figures cannot be put into columns: said, not guessed. Too few or too many figures are
/// something to look up in the original; as many as there should be, only out of order, are nothing amiss.
fn unaligned(understood: &Understood<'_>) -> Vec<Finding> {
    let rows = |section: Section, is_short: bool| -> Vec<&Unaligned> {
        let wanted = |row: &&Unaligned| {
            let is_there = row.cells.first().is_some_and(|key| section_of(*key) == section);
            is_there && (row.figures != row.cells.len()) == is_short
        };
        understood.tables.unaligned.iter().filter(wanted).collect()
    };
    let tables = [("K-X-5", Section::Two), ("K-T3-4", Section::Three), ("K-T4-1", Section::Four)];
    let mut findings = Vec::new();
    for (rule, section) in tables {
        for is_short in [true, false] {
            let rows = rows(section, is_short);
            findings.extend(rows.first().map(|first| unclear(understood, rule, first, &rows, is_short)));
        }
    }
    findings
}

/// How many rows are named in one message.
const NAMED: usize = 5;

fn unclear(
    understood: &Understood<'_>,
    rule: &'static str,
    first: &Unaligned,
    rows: &[&Unaligned],
    is_short: bool,
) -> Finding {
    let named: Vec<String> = rows.iter().take(NAMED).map(|row| row_name(understood, row)).collect();
    let named = named.join("、");
    let named = if rows.len() > NAMED { format!("{named}等{}行", rows.len()) } else { named };
    let (expected, figures) = (first.cells.len(), first.figures);
    let (verdict, what) = if is_short {
        let count = if rows.len() == 1 {
            format!("应有{expected}个数字，找到{figures}个")
        } else {
            format!("的数字不是每行{expected}个")
        };
        (Verdict::Uncertain, format!("{count}，无法确定各属哪一列，未评估。待核对原件。"))
    } else {
        (Verdict::NotAssessable, format!("的{expected}个数字与表头错开，无法确定各属哪一列，未评估。"))
    };
    let evidence = rows.iter().filter_map(|row| whole_line(understood, row.line)).collect();
    finding(rule, verdict, format!("{named}{what}"), evidence)
}

fn row_name(understood: &Understood<'_>, row: &Unaligned) -> String {
    let form = understood.form();
    match row.cells.first() {
        Some(CellKey::Request(row, _)) => format!("表三“{}”行", form.row_name(*row)),
        Some(key @ CellKey::Business(..)) => format!("{}一行", form.cell_name(*key)),
        Some(CellKey::Dispute(..)) | None => "表四".to_owned(),
    }
}
