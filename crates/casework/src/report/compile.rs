//! Putting an open version together from registers and words.

use std::collections::BTreeSet;

use law::{
    measure::{Measure, PUBLICATION_ELECTRONIC, PUBLICATION_RELEASED, Year},
    report::{
        Context, Filled, Finding, Form, Level, Origin, Report, Section, fill,
        identity::check,
        prose::{Amounts, Fault, Name, Slot, Told, slots},
    },
};
use store::{Confirmed, Explanation, Organ, OrganKind, Read, Remark, WrittenPart};

use super::{
    amounts::follow_cells,
    blocker::{blockers, reasons},
    compiled::{CheckedFinding, Compiled, LastYear, NamedFigure},
    counting::{self, Named},
    neighbours,
    part::Part,
    place::{place, words_of},
    registers::registers,
    told::told,
};
use crate::Result;

/// Counted even if no placeholder names them: words that state these by hand are held against them (K-X-1).
const ALWAYS: [&Measure; 2] = [&PUBLICATION_RELEASED, &PUBLICATION_ELECTRONIC];

pub(super) const fn whole(measure: &Measure) -> Name {
    Name { measure: measure.key, part: None, last_year: false }
}

/// What people wrote into a version.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) parts: Vec<WrittenPart>,
    pub(super) confirmed: Vec<Confirmed>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) remarks: Vec<Remark>,
}

impl Written {
    pub(super) async fn of(read: &mut Read, organ: &Organ, version: &store::Report) -> Result<Self> {
        Ok(Self {
            parts: read.report_prose(&organ.id, &version.id).await?,
            confirmed: read.confirmed_numbers(&organ.id, &version.id).await?,
            explanations: read.explanations(&organ.id, &version.id).await?,
            remarks: read.remarks(&organ.id, &version.id).await?,
        })
    }

    pub(super) fn take(&mut self, section: Section) -> Option<WrittenPart> {
        let at = self.parts.iter().position(|part| part.section == section)?;
        Some(self.parts.swap_remove(at))
    }
}

/// Compiles an open version, or the year for which nobody has opened one.
pub(super) async fn compile(
    read: &mut Read,
    organ: Organ,
    year: Year,
    version: Option<store::Report>,
) -> Result<Compiled> {
    let mut written = match &version {
        Some(version) => Written::of(read, &organ, version).await?,
        None => Written::default(),
    };
    let form = version.as_ref().map_or(Form::for_year(year.get()), |version| version.form);
    let counts = counting::counts(read, &organ.id, year, form).await?;
    let mut filled = fill(&organ.name, year.get(), form, &counts);
    let last_year = neighbours::last_year(read, &organ, year).await?;
    let names = names_in(&written.parts);
    let asked: BTreeSet<Name> = names.iter().cloned().chain(ALWAYS.map(whole)).collect();
    let named = named(read, &organ, year, &asked, &filled, last_year.as_ref()).await?;

    let parts = Section::PROSE.map(|section| {
        let mut part = Part::open(section, written.take(section), &named.amounts, &written.confirmed);
        explain_uncertain(&mut part.faults, &part.words, &named);
        filled.report.prose.insert(section, part.printed.clone());
        part
    });
    let findings =
        findings(read, &organ, year, (&filled, &parts, &named.amounts), last_year.as_ref()).await?;
    let findings = with_reasons(findings, &written.explanations);
    let blockers = blockers(form, &filled.by_hand, &findings, &parts, &written.remarks);
    Ok(Compiled {
        needs_reason: reasons(&findings),
        figures: figures(names, &named.amounts),
        organ,
        version,
        report: filled.report,
        recorded: filled.recorded,
        by_hand: filled.by_hand,
        last_year,
        parts: parts.to_vec(),
        findings,
        remarks: written.remarks,
        explanations: written.explanations,
        blockers,
        intact: true,
    })
}

/// The names in the stored words; what cannot be read is a fault of its part.
fn names_in(parts: &[WrittenPart]) -> BTreeSet<Name> {
    parts.iter().flat_map(|part| slots(&part.words).unwrap_or_default()).map(|slot| slot.name).collect()
}

/// The numbers for names, agreeing with the tables of this year's report and of last year's.
pub(super) async fn named(
    read: &mut Read,
    organ: &Organ,
    year: Year,
    names: &BTreeSet<Name>,
    filled: &Filled,
    last_year: Option<&LastYear>,
) -> Result<Named> {
    let mut named = counting::named(read, &organ.id, year, names).await?;
    follow_cells(&mut named.amounts, false, &filled.report, &filled.recorded);
    if let Some(last) = last_year.filter(|_| names.iter().any(|name| name.last_year)) {
        let recorded = neighbours::recorded_last_year(read, organ, year).await?;
        follow_cells(&mut named.amounts, true, &last.report, &recorded);
    }
    Ok(named)
}

/// A number that is only a lower bound says so instead of “no number yet”.
fn explain_uncertain(faults: &mut [Fault], words: &str, named: &Named) {
    let slots = slots(words).unwrap_or_default();
    for fault in faults {
        let slot = slots.iter().find(|slot| slot.start == fault.start);
        if let Some(doubtful) = slot.and_then(|slot| named.uncertain.get(&slot.name)) {
            let name = fault_name(&slots, fault);
            fault.message = format!(
                "“{name}”现在还不能确定：有{doubtful}件因缺少放假安排或期限没有算出而无法判断是否逾期，请先补齐"
            );
        }
    }
}

fn fault_name(slots: &[Slot], fault: &Fault) -> String {
    slots.iter().find(|slot| slot.start == fault.start).map(|slot| slot.name.to_string()).unwrap_or_default()
}

pub(super) fn figures(names: BTreeSet<Name>, amounts: &Amounts) -> Vec<NamedFigure> {
    let figure = |name: Name| {
        let (measure, amount) = (name.measure()?, amounts.get(&name).copied());
        Some(NamedFigure { name, measure, amount })
    };
    names.into_iter().filter_map(figure).collect()
}

/// Applies the rules, with everything that they may look at beside the report.
async fn findings(
    read: &mut Read,
    organ: &Organ,
    year: Year,
    (filled, parts, amounts): (&Filled, &[Part], &Amounts),
    last_year: Option<&LastYear>,
) -> Result<Vec<CheckedFinding>> {
    let measures = amounts.iter().map(|(name, amount)| (name.to_string(), *amount)).collect();
    let registers = registers(read, &organ.id, year, filled, measures).await?;
    let siblings = neighbours::siblings(read, organ, year).await?;
    let level = level(organ);
    let told = told(&filled.report, level, parts);
    let context = Context {
        origin: Origin::Original,
        level,
        last_year: last_year.map(|last| &last.report),
        told: Some(&told),
        registers: Some(&registers),
        siblings: &siblings,
    };
    Ok(checked(&filled.report, &context))
}

/// Applies the rules, and says of each finding what it is about.
pub(super) fn checked(report: &Report, context: &Context<'_>) -> Vec<CheckedFinding> {
    let nothing = Told::default();
    let told = context.told.unwrap_or(&nothing);
    let placed = |finding: Finding| {
        let (place, words_of) = (place(&finding, told), words_of(&finding, told));
        CheckedFinding { finding, place, words_of, explanation: None }
    };
    check(report, context).into_iter().map(placed).collect()
}

/// Puts the given reasons beside their findings.
pub(super) fn with_reasons(
    findings: Vec<CheckedFinding>,
    explanations: &[Explanation],
) -> Vec<CheckedFinding> {
    let explained = |checked: CheckedFinding| {
        let is_its = |each: &&Explanation| each.rule == checked.finding.rule && each.place == checked.place;
        let explanation = explanations.iter().find(is_its).cloned();
        CheckedFinding { explanation, ..checked }
    };
    findings.into_iter().map(explained).collect()
}

/// What kind of body it is, for the rules that ask.
pub(super) const fn level(organ: &Organ) -> Level {
    match organ.kind {
        OrganKind::Township => Level::Township,
        _ => Level::Other,
    }
}
