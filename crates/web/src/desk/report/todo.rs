//! What still has to be done to a report: what stops 定稿 with the place to mend it, reasons to be written,
//! comments of the county to be dealt with.

use casework::report::{Blocker, Compiled, Mend};
use store::Read;

use super::address;
use super::people::People;
use super::subject::Subject;
use crate::fault::Fault;

/// Something that stops 定稿.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) message: String,
    /// `业务数据报送：表二…`.
    pub(super) label: String,
    pub(super) href: String,
}

/// A mismatch that may stand with a written reason.
#[derive(Debug)]
pub(super) struct Reason {
    pub(super) number: usize,
    pub(super) rule: String,
    pub(super) place: String,
    pub(super) message: String,
    /// The reason given, or what was just typed.
    pub(super) text: String,
    pub(super) error: Option<String>,
    /// Who gave it and when.
    pub(super) given: Option<String>,
}

/// A comment of the county.
#[derive(Debug)]
pub(super) struct Comment {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) about: String,
    pub(super) words: String,
    pub(super) who: String,
    /// When it was marked as dealt with.
    pub(super) settled: Option<String>,
}

/// What somebody typed into a small form that was not accepted.
#[derive(Debug, Default)]
pub(super) struct Tried {
    /// Which form: `reason-2`, `remark`; empty for none.
    pub(super) form: String,
    pub(super) text: String,
    pub(super) error: Option<String>,
}

impl Tried {
    /// What was typed into that form.
    pub(super) fn in_form(form: &str, text: &str) -> Self {
        Self { form: form.to_owned(), text: text.to_owned(), error: None }
    }

    fn at(&self, form: &str) -> Option<&Self> {
        (self.form == form).then_some(self)
    }
}

/// What stops 定稿, each with its place.
pub(super) fn stops(subject: &Subject, compiled: &Compiled) -> Vec<Stop> {
    let stop = |blocker: &Blocker| Stop {
        message: blocker.message.clone(),
        label: blocker.mend.label(compiled.report.form),
        href: mended_at(subject, compiled, &blocker.mend),
    };
    compiled.blockers.iter().map(stop).collect()
}

/// The very place at the desk where something is mended, or, for who may not mend it, where it is seen.
fn mended_at(subject: &Subject, compiled: &Compiled, mend: &Mend) -> String {
    let at = &subject.at;
    match mend {
        Mend::Declare(key) if subject.rights.declares => address::declare(compiled.report.year, *key),
        Mend::Declare(key) => format!("{}#figure", at.cell(*key)),
        Mend::Records(_, key) => format!("{}#records", at.cell(*key)),
        Mend::Prose(section) | Mend::Number(section, _) if subject.below.is_some() => {
            format!("{}#{}", at.below_it("whole"), section.code())
        }
        Mend::Prose(section) => format!("{}#words", at.part(*section)),
        Mend::Number(section, mark) => {
            let numbers = compiled.part(*section).map(|part| part.numbers.as_slice()).unwrap_or_default();
            let index = numbers.iter().position(|number| number.mark == *mark).unwrap_or_default();
            format!("{}#number-{}", at.part(*section), index + 1)
        }
        Mend::Explain(rule, place) => {
            let is_it =
                |reason: &casework::report::NeedsReason| reason.rule == *rule && reason.place == *place;
            let index = compiled.needs_reason.iter().position(is_it).unwrap_or_default();
            at.place(&format!("reason-{}", index + 1))
        }
        Mend::Remark(id) => {
            let index = compiled.remarks.iter().position(|remark| remark.id == *id).unwrap_or_default();
            at.place(&format!("comment-{}", index + 1))
        }
    }
}

/// Everything that asks for a reason, with the one given; for a final version the reasons that were kept.
pub(super) async fn reasons(
    read: &mut Read,
    people: &mut People,
    compiled: &Compiled,
    tried: &Tried,
) -> Result<Vec<Reason>, Fault> {
    let mut reasons = Vec::new();
    for (index, needed) in compiled.needs_reason.iter().enumerate() {
        let given = match &needed.explanation {
            Some(given) => Some(people.say(read, given.explained_by.as_ref(), given.explained_at).await?),
            None => None,
        };
        let typed = tried.at(&format!("reason-{}", index + 1));
        let stored = needed.explanation.as_ref().map(|given| given.reason.clone());
        reasons.push(Reason {
            number: index + 1,
            rule: needed.rule.to_owned(),
            place: needed.place.clone(),
            message: needed.message.clone(),
            text: typed.map(|typed| typed.text.clone()).or(stored).unwrap_or_default(),
            error: typed.and_then(|typed| typed.error.clone()),
            given,
        });
    }
    Ok(reasons)
}

/// The reasons of a final version, which asks for no more.
pub(super) async fn kept_reasons(
    read: &mut Read,
    people: &mut People,
    compiled: &Compiled,
) -> Result<Vec<Reason>, Fault> {
    let mut kept = Vec::new();
    for (index, given) in compiled.explanations.iter().enumerate().filter(|_| !compiled.is_draft()) {
        let finding = compiled
            .findings
            .iter()
            .find(|checked| checked.finding.rule == given.rule && checked.place == given.place);
        let rule = law::report::identity::find(&given.rule).map_or("", |rule| rule.name);
        kept.push(Reason {
            number: index + 1,
            rule: given.rule.clone(),
            place: given.place.clone(),
            message: finding.map_or_else(|| rule.to_owned(), |checked| checked.finding.message.clone()),
            text: given.reason.clone(),
            error: None,
            given: Some(people.say(read, given.explained_by.as_ref(), given.explained_at).await?),
        });
    }
    Ok(kept)
}

/// The county's comments, oldest first.
pub(super) async fn comments(
    read: &mut Read,
    people: &mut People,
    compiled: &Compiled,
) -> Result<Vec<Comment>, Fault> {
    let mut comments = Vec::new();
    for (index, remark) in compiled.remarks.iter().enumerate() {
        comments.push(Comment {
            number: index + 1,
            id: remark.id.to_string(),
            about: remark.section.map_or_else(|| "全文".to_owned(), |section| section.heading()),
            words: remark.words.clone(),
            who: people.say(read, remark.remarked_by.as_ref(), remark.remarked_at).await?,
            settled: remark.settled_at.map(crate::day::minute),
        });
    }
    Ok(comments)
}
