//! Writing, reading and verifying events.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value as Json;

use super::chain::{Bound, Head, Link};
use super::kind::EventKind;
use super::subject::Subject;
use crate::error::{Error, Result};
use crate::ids::{OrganId, PersonId, PostId};
use crate::instant;
use crate::read::Read;
use crate::row::Row;
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// Who does something, in which post, when and why; handed to every call that writes events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The instant of recording.
    pub at: Timestamp,
    /// The legal day on which it happened.
    pub on: Date,
    /// Who; none for the program itself and for the command line.
    pub person: Option<PersonId>,
    /// In which post.
    pub post: Option<PostId>,
    /// Why, in the person's words.
    pub reason: Option<String>,
}

impl Act {
    /// An act of the program or of the operator at the command line.
    #[must_use]
    pub const fn of_the_system(at: Timestamp, on: Date) -> Self {
        Self { at, on, person: None, post: None, reason: None }
    }

    /// The same act with a reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// An event to be written; who, when and why come from the [`Act`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// What happened.
    pub kind: EventKind,
    /// To what.
    pub subject: Option<Subject>,
    /// What changed, a JSON object.
    pub content: Json,
}

/// An event as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Number within the organ: 1, 2, 3 … without gaps.
    pub seq: i64,
    /// What happened.
    pub kind: EventKind,
    /// Key of the register, or the kind of thing, with its identifier ([`Subject`]).
    pub subject: Option<(String, String)>,
    /// The legal day.
    pub happened_on: Date,
    /// The instant of recording.
    pub recorded_at: Timestamp,
    /// Who.
    pub person: Option<PersonId>,
    /// In which post.
    pub post: Option<PostId>,
    /// Why.
    pub reason: Option<String>,
    /// What changed.
    pub content: Json,
}

pub(crate) const EVENT: &str = "SELECT seq, kind, subject, subject_id, happened_on, recorded_at, person_id, \
    post_id, reason, content, leaf, chain FROM event";
const COLUMNS: [&str; 13] = [
    "organ_id",
    "seq",
    "kind",
    "subject",
    "subject_id",
    "happened_on",
    "recorded_at",
    "person_id",
    "post_id",
    "reason",
    "content",
    "leaf",
    "chain",
];
/// Events read at a time where all of them are needed.
const CHUNK: i64 = 2_000;

/// An event whose content is text already, as the bulk paths make it.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) kind: EventKind,
    pub(crate) subject: Option<(&'static str, String)>,
    pub(crate) content: String,
}

impl Event {
    pub(crate) fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            seq: row.int("seq")?,
            kind: row.key("kind", EventKind::from_key)?,
            subject: row.opt_text("subject")?.zip(row.opt_text("subject_id")?),
            happened_on: row.day("happened_on")?,
            recorded_at: row.instant("recorded_at")?,
            person: row.opt_id("person_id")?,
            post: row.opt_id("post_id")?,
            reason: row.opt_text("reason")?,
            content: row.json("content")?,
        })
    }
}

impl Write {
    /// Appends an event to the organ's ledger; its number.
    ///
    /// # Errors
    /// `BadText`, `Storage`.
    pub async fn append(&mut self, act: &Act, event: NewEvent) -> Result<i64> {
        let draft = Draft {
            kind: event.kind,
            subject: event.subject.map(|subject| (subject.kind, subject.id)),
            content: event.content.to_string(),
        };
        self.append_all(act, vec![draft]).await
    }

    /// Appends events in order; the number of the last.
    pub(crate) async fn append_all(&mut self, act: &Act, drafts: Vec<Draft>) -> Result<i64> {
        let (on, at) = (act.on.to_string(), instant::to_text(act.at));
        let organ = self.organ_id().clone();
        let rows = drafts.into_iter().map(|draft| {
            let bound = Bound {
                kind: draft.kind.key(),
                subject: draft.subject.as_ref().map(|(kind, id)| (*kind, id.as_str())),
                happened_on: &on,
                recorded_at: &at,
                person: act.person.as_ref().map(PersonId::as_str),
                post: act.post.as_ref().map(PostId::as_str),
                reason: act.reason.as_deref(),
                content: &draft.content,
            };
            let link = self.head.advance(&organ, bound);
            row_of(&organ, act, draft, link)
        });
        let rows = rows.collect();
        self.insert("event", &COLUMNS, rows).await?;
        Ok(self.head.seq)
    }
}

fn row_of(organ: &OrganId, act: &Act, draft: Draft, link: Link) -> Vec<Arg> {
    let (subject, id) = draft.subject.unzip();
    vec![
        organ.into(),
        link.seq.into(),
        draft.kind.key().into(),
        subject.into(),
        id.into(),
        act.on.into(),
        act.at.into(),
        act.person.as_ref().into(),
        act.post.as_ref().into(),
        act.reason.as_deref().into(),
        draft.content.into(),
        link.leaf.into(),
        link.chain.into(),
    ]
}

impl Read {
    /// What happened to one thing, oldest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn events_of(&mut self, organ: &OrganId, subject: &Subject) -> Result<Vec<Event>> {
        let sql = format!("{EVENT} WHERE organ_id = $1 AND subject_id = $2 AND subject = $3 ORDER BY seq");
        self.all(Sql::new(sql).arg(organ).arg(&subject.id).arg(subject.kind), Event::of).await
    }

    /// The last event of a kind that happened to one thing.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn last_event_of(
        &mut self,
        organ: &OrganId,
        subject: &Subject,
        kind: EventKind,
    ) -> Result<Option<Event>> {
        let mut sql = Sql::new(EVENT);
        sql.push(" WHERE organ_id = ").bind(organ).push(" AND subject_id = ").bind(subject.id.as_str());
        sql.push(" AND subject = ").bind(subject.kind).push(" AND kind = ").bind(kind.key());
        sql.push(" ORDER BY seq DESC LIMIT 1");
        self.row(sql).await?.as_ref().map(Event::of).transpose()
    }

    /// How many events of a kind happened to one thing after that number.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn count_events_of(
        &mut self,
        organ: &OrganId,
        subject: &Subject,
        kind: EventKind,
        after: i64,
    ) -> Result<i64> {
        let mut sql = Sql::new("SELECT COUNT(*) AS n FROM event");
        sql.push(" WHERE organ_id = ").bind(organ).push(" AND subject_id = ").bind(subject.id.as_str());
        sql.push(" AND subject = ").bind(subject.kind).push(" AND kind = ").bind(kind.key());
        sql.push(" AND seq > ").bind(after);
        self.number(sql, "n").await
    }

    /// Events of an organ after that number, oldest first, at most `limit`.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn events_after(&mut self, organ: &OrganId, seq: i64, limit: u32) -> Result<Vec<Event>> {
        let sql = format!("{EVENT} WHERE organ_id = $1 AND seq > $2 ORDER BY seq LIMIT $3");
        self.all(Sql::new(sql).arg(organ).arg(seq).arg(i64::from(limit)), Event::of).await
    }

    /// The latest events of an organ, newest first, at most `limit`.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn latest_events(&mut self, organ: &OrganId, limit: u32) -> Result<Vec<Event>> {
        let sql = format!("{EVENT} WHERE organ_id = $1 ORDER BY seq DESC LIMIT $2");
        self.all(Sql::new(sql).arg(organ).arg(i64::from(limit)), Event::of).await
    }

    /// Computes the whole chain again from the stored events and compares it with what is stored; the
    /// number of events.
    ///
    /// # Errors
    /// `BrokenLedger` with the first event that does not verify; `NotFound` for an unknown organ.
    pub async fn verify_chain(&mut self, organ: &OrganId) -> Result<i64> {
        let sql = Sql::new(
            "SELECT organ.ledger_key, organ_head.seq, organ_head.chain FROM organ \
             JOIN organ_head ON organ_head.organ_id = organ.id WHERE organ.id = $1",
        );
        let stored = self
            .one("organ", sql.arg(organ), |row| {
                Ok(Head { seq: row.int("seq")?, chain: row.text("chain")?, key: row.text("ledger_key")? })
            })
            .await?;
        let mut head = Head::start(stored.key.clone());
        loop {
            let sql = format!("{EVENT} WHERE organ_id = $1 AND seq > $2 ORDER BY seq LIMIT $3");
            let rows = self.rows(Sql::new(sql).arg(organ).arg(head.seq).arg(CHUNK)).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                verify(&mut head, organ, row)?;
            }
        }
        if (head.seq, &head.chain) == (stored.seq, &stored.chain) {
            return Ok(head.seq);
        }
        Err(Error::BrokenLedger { organ: organ.to_string(), seq: head.seq + 1 })
    }
}

/// One step of the verification.
fn verify(head: &mut Head, organ: &OrganId, row: &Row) -> Result<()> {
    let (kind, content) = (row.text("kind")?, row.text("content")?);
    let subject = row.opt_text("subject")?.zip(row.opt_text("subject_id")?);
    let (happened_on, recorded_at) = (row.text("happened_on")?, row.text("recorded_at")?);
    let (person, post, reason) =
        (row.opt_text("person_id")?, row.opt_text("post_id")?, row.opt_text("reason")?);
    let link = head.advance(
        organ,
        Bound {
            kind: &kind,
            subject: subject.as_ref().map(|(kind, id)| (kind.as_str(), id.as_str())),
            happened_on: &happened_on,
            recorded_at: &recorded_at,
            person: person.as_deref(),
            post: post.as_deref(),
            reason: reason.as_deref(),
            content: &content,
        },
    );
    let stored = Link { seq: row.int("seq")?, leaf: row.text("leaf")?, chain: row.text("chain")? };
    if link == stored {
        return Ok(());
    }
    Err(Error::BrokenLedger { organ: organ.to_string(), seq: link.seq })
}
