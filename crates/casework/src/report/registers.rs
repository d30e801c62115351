//! Facts from the registers against which our own report is held (K-T2-3, K-T3-6 … K-T4-4, K-X-1, K-X-10).

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use law::{
    decision::DecisionKind,
    measure::{self, Measure, Year, dimension::DISPUTE_KIND},
    register::{Chosen as _, DisputeKind, Record, Register, Value},
    report::{CellKey, DisputeRoute, Filled, Registers, RequestColumn, RequestRow, identity::DisputeFlow},
};
use store::{Condition, Filter, Members, OrganId, Page, Read, RecordRow};

use crate::Result;

/// Records looked at by one rule; more than any body has of the kind.
const MOST: u32 = 10_000;
/// 行政复议法: decided within 60 days of acceptance.
const RECONSIDERATION_DAYS: i64 = 60;
/// From this day on refusals go to reconsideration first (行政复议法 of 2023).
const FIRST_RECONSIDERED: Date = jiff::civil::date(2024, 1, 1);
/// Refusals on the grounds C1 to C7.
const REFUSALS: [DecisionKind; 7] = [
    DecisionKind::C1,
    DecisionKind::C2,
    DecisionKind::C3,
    DecisionKind::C4,
    DecisionKind::C5,
    DecisionKind::C6,
    DecisionKind::C7,
];

/// Reads the facts for a year. `measures` are the numbers of the prose by name.
pub(super) async fn registers(
    read: &mut Read,
    organ: &OrganId,
    year: Year,
    filled: &Filled,
    measures: BTreeMap<String, i64>,
) -> Result<Registers> {
    let recorded = |key: &CellKey| filled.recorded.get(key).and_then(law::report::Cell::amount);
    let counted = filled.recorded.iter().filter_map(|(key, cell)| Some((*key, cell.amount()?))).collect();
    let open = RequestColumn::ALL.iter().filter(|column| **column != RequestColumn::Total);
    let open = open
        .filter_map(|column| Some((*column, recorded(&CellKey::Request(RequestRow::CarriedOut, *column))?)));
    let requests_last_year = match year.previous() {
        Some(before) => Some(read.total(organ, &measure::REQUEST_NEW, before).await?),
        None => None,
    };
    Ok(Registers {
        cells: Some(counted),
        declared: filled.by_hand.clone(),
        measures: Some(measures),
        // A record has one decision, so that it cannot stand in two rows.
        in_several_rows: Some(Vec::new()),
        unanswered: Some(open.collect()),
        overdue_carried_out: overdue(read, organ, year).await?,
        disputes: flows(read, organ, year).await?,
        reconsiderations_ended: Some(reconsiderations_ended(read, organ, year).await?),
        direct_suits_against_refusals: Some(direct_suits(read, organ, year).await?),
        normative_issued: Some(read.total(organ, &measure::NORMATIVE_ISSUED, year).await?),
        normative_unpublished: Some(unpublished(read, organ, year).await?),
        requests_last_year,
    })
}

async fn all(read: &mut Read, organ: &OrganId, measure: &Measure, year: Year) -> Result<Members> {
    Ok(read.members(organ, measure, year, &[], Page::first(MOST)).await?)
}

/// Source numbers of what was carried out late; none where lateness cannot be judged.
async fn overdue(read: &mut Read, organ: &OrganId, year: Year) -> Result<Option<Vec<String>>> {
    let late = all(read, organ, &measure::REQUEST_OPEN_LATE, year).await?;
    if late.records == 0 && read.total(organ, &measure::REQUEST_OPEN_DUE_UNKNOWN, year).await? > 0 {
        return Ok(None);
    }
    Ok(Some(late.rows.iter().map(|row| row.source_no().to_owned()).collect()))
}

async fn flows(
    read: &mut Read,
    organ: &OrganId,
    year: Year,
) -> Result<Option<BTreeMap<DisputeRoute, DisputeFlow>>> {
    let Some(before) = year.previous() else { return Ok(None) };
    let pending_before = by_kind(read, organ, &measure::DISPUTE_PENDING, before).await?;
    let opened = by_kind(read, organ, &measure::DISPUTE_NEW, year).await?;
    let closed = by_kind(read, organ, &measure::DISPUTE_CONCLUDED, year).await?;
    let pending = by_kind(read, organ, &measure::DISPUTE_PENDING, year).await?;
    let routes = [
        (DisputeRoute::Reconsideration, DisputeKind::Reconsideration),
        (DisputeRoute::DirectSuit, DisputeKind::DirectSuit),
        (DisputeRoute::SuitAfterReconsideration, DisputeKind::SuitAfterReconsideration),
    ];
    let flow = |kind: DisputeKind| {
        let of = |counts: &BTreeMap<String, i64>| counts.get(kind.key()).copied().unwrap_or_default();
        DisputeFlow {
            pending_before: of(&pending_before),
            opened: of(&opened),
            closed: of(&closed),
            pending: of(&pending),
        }
    };
    Ok(Some(routes.into_iter().map(|(route, kind)| (route, flow(kind))).collect()))
}

async fn by_kind(
    read: &mut Read,
    organ: &OrganId,
    measure: &Measure,
    year: Year,
) -> Result<BTreeMap<String, i64>> {
    let counts = read.count(organ, measure, year, &[DISPUTE_KIND]).await?;
    Ok(counts
        .into_iter()
        .filter_map(|count| Some((count.values.into_iter().next()?, count.amount)))
        .collect())
}

/// Decided by the end of the year, or left undecided until the period ran out.
async fn reconsiderations_ended(read: &mut Read, organ: &OrganId, year: Year) -> Result<i64> {
    let of_kind = |conditions: Vec<Condition>| {
        let kind = Value::Text(DisputeKind::Reconsideration.key().to_owned());
        let mut all = vec![Condition::Is("kind".to_owned(), kind)];
        all.extend(conditions);
        Filter { conditions: all, ..Filter::default() }
    };
    let decided = of_kind(vec![Condition::Until("concluded_on".to_owned(), year.end())]);
    let accepted_by = year.end().saturating_sub(RECONSIDERATION_DAYS.days());
    let run_out = |end: Condition| of_kind(vec![end, Condition::Until("filed_on".to_owned(), accepted_by)]);
    // What was decided only later had run out by then as well: last year's figure does not move.
    let later = Condition::From("concluded_on".to_owned(), year.end().saturating_add(1.day()));
    let open = Condition::Empty("concluded_on".to_owned());
    let mut ended = 0;
    for filter in [decided, run_out(open), run_out(later)] {
        ended += read.count_records(organ, Register::Dispute, &filter).await?;
    }
    Ok(ended)
}

/// Direct suits of the year against refusals that should have gone to reconsideration first.
async fn direct_suits(read: &mut Read, organ: &OrganId, year: Year) -> Result<Vec<String>> {
    let direct = [(DISPUTE_KIND, DisputeKind::DirectSuit.key().to_owned())];
    let suits = read.members(organ, &measure::DISPUTE_TOTAL, year, &direct, Page::first(MOST)).await?;
    let request_of = |row: &RecordRow| row.value("access_request_no").as_text().map(str::to_owned);
    let requests: Vec<String> = suits.rows.iter().filter_map(request_of).collect();
    let requests = read.records_by_source_no(organ, Register::AccessRequest, &requests).await?;
    let is_refusal = |row: &RecordRow| match row.record() {
        Ok(Record::AccessRequest(request)) => {
            request.decision.is_some_and(|decision| REFUSALS.contains(&decision))
                && request.replied_on.is_some_and(|day| day >= FIRST_RECONSIDERED)
        }
        _ => false,
    };
    let against_refusal =
        |row: &&RecordRow| request_of(row).and_then(|no| requests.get(&no)).is_some_and(is_refusal);
    Ok(suits.rows.iter().filter(against_refusal).map(|row| row.source_no().to_owned()).collect())
}

/// Document numbers of what is in force and not published by the end of the year.
async fn unpublished(read: &mut Read, organ: &OrganId, year: Year) -> Result<Vec<String>> {
    let valid = all(read, organ, &measure::NORMATIVE_VALID, year).await?;
    let is_unpublished = |row: &&RecordRow| match row.record() {
        Ok(Record::NormativeDocument(document)) => {
            document.published_on.is_none_or(|published| published > year.end())
        }
        _ => false,
    };
    let name = |row: &RecordRow| {
        let number = row.value("document_no").as_text().or_else(|| row.value("title").as_text());
        number.unwrap_or(row.source_no()).to_owned()
    };
    Ok(valid.rows.iter().filter(is_unpublished).map(name).collect())
}
