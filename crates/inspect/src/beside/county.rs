//! A county's reports of one year beside each other: who is missing or late, who changed, what they add up to, whose
//! words are alike. All of it is listed for a person; none of it is a verdict on a report.

use std::collections::BTreeMap;

use law::Date;
use serde::Serialize;

use super::changes::{self, Change};
use super::due;
use super::member::Member;
use super::names::{AgencyName, ByAgency};
use super::shelf::Shelf;
use super::sketch::{self, Pieces};
use super::sums::{self, CellSum};
use crate::checked::Evidence;

/// At most so many pairs of similar texts are listed.
const PAIRS: usize = 200;
/// How many sentences of a pair are quoted.
const QUOTED: usize = 3;

/// What the county knows beside the reports.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The bodies that have to report, one name each.
    pub agencies: &'a [String],
    /// The reports of the year before.
    pub last_year: Option<&'a Shelf>,
}

/// A body that has to report and of which there is no report of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// As the list names it.
    pub agency: String,
    /// What there is instead: a report of another year, or one of a body with a similar name.
    pub note: Option<String>,
}

/// A file that stands for a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The file.
    pub file: String,
    /// The body as the file names it, if it does.
    pub agency: Option<String>,
    /// The year reported on, if recognised.
    pub year: Option<i16>,
    /// What is to be said of it.
    pub note: String,
}

/// A report that bears a later day than it may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Late {
    /// The body.
    pub agency: String,
    /// The file.
    pub file: String,
    /// The day it bears.
    #[serde(serialize_with = "iso")]
    pub on: Date,
    /// The day it was due.
    #[serde(serialize_with = "iso")]
    pub due: Date,
    /// Where the day stands.
    pub evidence: Evidence,
}

/// As `2026-01-31`.
fn iso<S: serde::Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// Two bodies whose wording is alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// One body.
    pub one: String,
    /// The other.
    pub other: String,
    /// How much of the wording both have, 0 to 100, official phrases, names and figures left out.
    pub percent: usize,
    /// Sentences of both, quoted from both files.
    pub shared: Vec<[Evidence; 2]>,
}

/// A county's reports beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct County {
    /// The year most reports are about.
    pub year: Option<i16>,
    /// How many reports there are of that year.
    pub reports: usize,
    /// Bodies of the list without a report of the year.
    pub missing: Vec<Missing>,
    /// Reports that bear a day after the legal one.
    pub late: Vec<Late>,
    /// Files that could not be read or are no report.
    pub unread: Vec<Listed>,
    /// Reports of other years.
    pub other_years: Vec<Listed>,
    /// Further reports of a body that has one already.
    pub repeated: Vec<Listed>,
    /// Reports of bodies that the list does not name; empty without a list.
    pub unlisted: Vec<Listed>,
    /// Bodies that seem to have changed their name or merged since last year.
    pub changed: Vec<Change>,
    /// Every cell of the form, added up over the bodies.
    pub sums: Vec<CellSum>,
    /// Pairs of similar texts, the most similar first, at most 200.
    pub alike: Vec<Pair>,
    /// How many pairs there are in all.
    pub alike_count: usize,
    /// Reports with so little wording of their own that they were not compared.
    pub not_compared: usize,
}

/// Lays the reports of many bodies beside each other.
#[must_use]
pub fn county(members: &[Member], known: Known<'_>) -> County {
    let year = most_common_year(members);
    let (unread, read): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.error.is_some() || member.year.is_none());
    let (of_year, others): (Vec<&Member>, Vec<&Member>) =
        read.into_iter().partition(|member| member.year == year);
    let (first, repeated) = once_each(of_year);
    let (alike, alike_count, not_compared) = alike(&first);
    County {
        year,
        reports: first.len(),
        missing: missing(&first, &others, known.agencies),
        late: first.iter().filter_map(|member| late(member)).collect(),
        unread: unread.into_iter().map(|member| listed(member, not_read(member))).collect(),
        other_years: others.iter().map(|member| listed(member, other_year(member))).collect(),
        repeated,
        unlisted: unlisted(&first, known.agencies),
        changed: known.last_year.map(|shelf| changes::find(&first, shelf)).unwrap_or_default(),
        sums: year.map(|year| sums::sums(&first, year)).unwrap_or_default(),
        alike,
        alike_count,
        not_compared,
    }
}

fn most_common_year(members: &[Member]) -> Option<i16> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for year in members.iter().filter_map(|member| member.year) {
        *years.entry(year).or_default() += 1;
    }
    years.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// The first report of each body, and the further ones. Reports without a name are each a body of their own.
fn once_each(members: Vec<&Member>) -> (Vec<&Member>, Vec<Listed>) {
    let mut known: ByAgency<&Member> = ByAgency::default();
    let (mut first, mut repeated) = (Vec::new(), Vec::new());
    for member in members {
        let before = known.find(&member.name).first().map(|before| before.file.clone());
        match before.filter(|_| !member.agency.is_empty()) {
            Some(file) => repeated.push(listed(member, format!("与 {file} 是同一机关、同一年度的报告"))),
            None => {
                known.add(member.name.clone(), member);
                first.push(member);
            }
        }
    }
    (first, repeated)
}

fn listed(member: &Member, note: String) -> Listed {
    let agency = Some(member.agency.clone()).filter(|agency| !agency.is_empty());
    Listed { file: member.file.clone(), agency, year: member.year, note }
}

fn not_read(member: &Member) -> String {
    member.error.clone().unwrap_or_else(|| "没有认出是哪一年的年度报告".to_owned())
}

fn other_year(member: &Member) -> String {
    member.year.map(|year| format!("是{year}年度的报告")).unwrap_or_default()
}

fn index<'m>(members: &[&'m Member]) -> ByAgency<&'m Member> {
    let mut index = ByAgency::default();
    for member in members.iter().filter(|member| !member.agency.is_empty()) {
        index.add(member.name.clone(), *member);
    }
    index
}

fn missing(members: &[&Member], others: &[&Member], agencies: &[String]) -> Vec<Missing> {
    let (index, other_years) = (index(members), self::index(others));
    let strangers: Vec<&Member> = strangers(members, agencies);
    let note = |name: &AgencyName| {
        if let Some(year) = other_years.find(name).first().and_then(|member| member.year) {
            return Some(format!("只有{year}年度的报告"));
        }
        let similar = strangers.iter().find(|member| member.name.resembles(name))?;
        Some(format!("有一份“{}”的报告，名称相近，请核对是否更名或合并", similar.agency))
    };
    let is_missing = |agency: &&String| index.find(&AgencyName::of(agency)).is_empty();
    let missing = agencies.iter().filter(is_missing);
    missing.map(|agency| Missing { agency: agency.clone(), note: note(&AgencyName::of(agency)) }).collect()
}

fn strangers<'m>(members: &[&'m Member], agencies: &[String]) -> Vec<&'m Member> {
    let mut named: ByAgency<()> = ByAgency::default();
    for agency in agencies {
        named.add(AgencyName::of(agency), ());
    }
    let is_stranger = |member: &&&Member| named.find(&member.name).is_empty();
    members.iter().filter(is_stranger).copied().collect()
}

fn unlisted(members: &[&Member], agencies: &[String]) -> Vec<Listed> {
    if agencies.is_empty() {
        return Vec::new();
    }
    let note = |member: &Member| {
        let word =
            if member.agency.is_empty() { "没有认出机关" } else { "名单里没有这个机关" };
        listed(member, word.to_owned())
    };
    strangers(members, agencies).into_iter().map(note).collect()
}

fn late(member: &Member) -> Option<Late> {
    let (dated, year) = (member.dated.as_ref()?, member.year?);
    let due = due::day(&member.agency, year)?;
    (dated.on > due).then(|| Late {
        agency: member.label(),
        file: member.file.clone(),
        on: dated.on,
        due,
        evidence: dated.evidence.clone(),
    })
}

fn alike(members: &[&Member]) -> (Vec<Pair>, usize, usize) {
    let texts: Vec<Pieces> = members.iter().map(|member| member.pieces.clone()).collect();
    let found = sketch::pairs(&texts);
    let pair = |alike: &sketch::Alike| {
        let (one, other) = (members.get(alike.one)?, members.get(alike.other)?);
        let shared = one.shared(other, QUOTED);
        Some(Pair { one: one.label(), other: other.label(), percent: alike.percent, shared })
    };
    let pairs = found.iter().take(PAIRS).filter_map(pair).collect();
    (pairs, found.len(), texts.iter().filter(|text| !text.is_enough()).count())
}
