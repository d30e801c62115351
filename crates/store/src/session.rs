//! Signed-in browsers.

use jiff::Timestamp;

use crate::error::Result;
use crate::ids::{OrganId, PersonId, PostId};
use crate::ledger::Act;
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A session to be opened.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSession {
    /// SHA-256 of the token that the browser holds; the token itself is never stored.
    pub token_hash: String,
    /// Who signed in.
    pub person_id: PersonId,
    /// The post the person acts in, if it is clear.
    pub post: Option<(OrganId, PostId)>,
    /// The token that the session's forms carry.
    pub csrf: String,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// A live session.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the browser's token.
    pub token_hash: String,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// The post the person acts in, once chosen. Whether it is still held is asked of [`Read::posts_held`].
    pub post: Option<(OrganId, PostId)>,
    /// The token that the session's forms carry.
    pub csrf: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// Without the tokens: they must not reach a log.
impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("person_id", &self.person_id)
            .field("post", &self.post)
            .finish_non_exhaustive()
    }
}

impl Session {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            token_hash: row.text("token_hash")?,
            person_id: row.id("person_id")?,
            person_name: row.text("person_name")?,
            post: row.opt_id("organ_id")?.zip(row.opt_id("post_id")?),
            csrf: row.text("csrf")?,
            created_at: row.instant("created_at")?,
            expires_at: row.instant("expires_at")?,
        })
    }
}

impl Read {
    /// The session of that token hash, if it is live: neither ended nor expired, its person not disabled.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn session(&mut self, token_hash: &str, now: Timestamp) -> Result<Option<Session>> {
        let sql = "SELECT session.token_hash, session.person_id, person.name AS person_name, session.organ_id, \
                   session.post_id, session.csrf, session.created_at, session.expires_at FROM session \
                   JOIN person ON person.id = session.person_id \
                   WHERE session.token_hash = $1 AND session.ended_at IS NULL AND session.expires_at > $2 \
                   AND person.disabled = 0";
        let row = self.row(Sql::new(sql).arg(token_hash).arg(now)).await?;
        row.as_ref().map(Session::of).transpose()
    }
}

impl Write {
    /// Opens a session.
    ///
    /// # Errors
    /// `Conflict("session.id")` if the token was used before; `Other` if person or post does not exist.
    pub async fn open_session(&mut self, act: &Act, session: &NewSession) -> Result<()> {
        let sql = "INSERT INTO session (token_hash, person_id, organ_id, post_id, csrf, created_at, expires_at, \
                   ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
        let (organ, post) = session.post.as_ref().map(|(organ, post)| (organ, post)).unzip();
        let sql = Sql::new(sql)
            .arg(&session.token_hash)
            .arg(&session.person_id)
            .arg(organ)
            .arg(post)
            .arg(&session.csrf)
            .arg(act.at)
            .arg(session.expires_at);
        self.execute(sql).await.map(drop)
    }

    /// Lets a live session act in another post; forms of the post before carry a token that fits no more.
    ///
    /// # Errors
    /// `NotFound`; `Other` if the post does not exist.
    pub async fn choose_post(
        &mut self,
        token_hash: &str,
        (organ, post): (&OrganId, &PostId),
        csrf: &str,
    ) -> Result<()> {
        let sql = "UPDATE session SET organ_id = $1, post_id = $2, csrf = $3 \
                   WHERE token_hash = $4 AND ended_at IS NULL";
        self.change("session", Sql::new(sql).arg(organ).arg(post).arg(csrf).arg(token_hash)).await
    }

    /// Lets a live session last longer.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn extend_session(&mut self, token_hash: &str, expires_at: Timestamp) -> Result<()> {
        let sql = "UPDATE session SET expires_at = $1 WHERE token_hash = $2 AND ended_at IS NULL";
        self.change("session", Sql::new(sql).arg(expires_at).arg(token_hash)).await
    }

    /// Ends a session; nothing happens if it has ended.
    ///
    /// # Errors
    /// `Storage`.
    pub async fn end_session(&mut self, act: &Act, token_hash: &str) -> Result<()> {
        let sql = "UPDATE session SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL";
        self.execute(Sql::new(sql).arg(act.at).arg(token_hash)).await.map(drop)
    }

    /// Ends all sessions of a person; how many.
    ///
    /// # Errors
    /// `Storage`.
    pub async fn end_sessions_of(&mut self, act: &Act, person: &PersonId) -> Result<u64> {
        let sql = "UPDATE session SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL";
        self.execute(Sql::new(sql).arg(act.at).arg(person)).await
    }

    /// Forgets sessions that ended or expired before that instant; how many.
    ///
    /// # Errors
    /// `Storage`.
    pub async fn forget_sessions(&mut self, before: Timestamp) -> Result<u64> {
        let sql = "DELETE FROM session WHERE expires_at < $1 OR ended_at < $1";
        self.execute(Sql::new(sql).arg(before)).await
    }
}
