//! Posts (岗位) and who holds them.

use jiff::civil::Date;
use serde_json::json;

use crate::error::Result;
use crate::ids::{OrganId, PersonId, PostId, TenureId, UnitId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A post of an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its identifier.
    pub id: PostId,
    /// The unit it speaks for, if not the organ.
    pub unit_id: Option<UnitId>,
    /// Key of its kind: clerk, reviewer, secrecy_reviewer, approver, submitter, supervisor, administrator.
    /// What a kind may do is the business of the use cases.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whether it is no longer in use.
    pub closed: bool,
}

/// A holding of a post to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTenure {
    /// Made by the caller.
    pub id: TenureId,
    /// The post.
    pub post_id: PostId,
    /// Who holds it.
    pub person_id: PersonId,
    /// First day.
    pub from_on: Date,
    /// Last day, if it is known.
    pub until_on: Option<Date>,
}

/// A person holds a post from one day until another, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenure {
    /// Its identifier.
    pub id: TenureId,
    /// The post.
    pub post_id: PostId,
    /// Who holds it.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// First day.
    pub from_on: Date,
    /// Last day; none for the time being.
    pub until_on: Option<Date>,
}

/// A post that a person holds on a day, with its organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The organ.
    pub organ_id: OrganId,
    /// Its name.
    pub organ_name: String,
    /// The post.
    pub post: Post,
}

const POST: &str = "SELECT id, unit_id, kind, name, closed FROM post";
/// A tenure of the day `$2` and a post in use.
const HELD: &str = "SELECT post.organ_id, organ.name AS organ_name, post.id, post.unit_id, post.kind, post.name, \
    post.closed FROM tenure \
    JOIN post ON post.organ_id = tenure.organ_id AND post.id = tenure.post_id \
    JOIN organ ON organ.id = post.organ_id \
    WHERE tenure.person_id = $1 AND tenure.from_on <= $2 AND (tenure.until_on IS NULL OR tenure.until_on >= $2) \
    AND post.closed = 0";

impl Post {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            unit_id: row.opt_id("unit_id")?,
            kind: row.text("kind")?,
            name: row.text("name")?,
            closed: row.yes("closed")?,
        })
    }
}

impl Tenure {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            post_id: row.id("post_id")?,
            person_id: row.id("person_id")?,
            person_name: row.text("person_name")?,
            from_on: row.day("from_on")?,
            until_on: row.opt_day("until_on")?,
        })
    }
}

impl Held {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self { organ_id: row.id("organ_id")?, organ_name: row.text("organ_name")?, post: Post::of(row)? })
    }
}

impl Read {
    /// The posts of an organ, closed ones included.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn posts(&mut self, organ: &OrganId) -> Result<Vec<Post>> {
        let sql = Sql::new(format!("{POST} WHERE organ_id = $1 ORDER BY kind, name, id")).arg(organ);
        self.all(sql, Post::of).await
    }

    /// A post.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn post(&mut self, organ: &OrganId, id: &PostId) -> Result<Post> {
        let sql = Sql::new(format!("{POST} WHERE organ_id = $1 AND id = $2")).arg(organ).arg(id);
        self.one("post", sql, Post::of).await
    }

    /// Who held and holds the posts of an organ, the latest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn tenures(&mut self, organ: &OrganId) -> Result<Vec<Tenure>> {
        let sql = "SELECT tenure.id, tenure.post_id, tenure.person_id, person.name AS person_name, \
                   tenure.from_on, tenure.until_on FROM tenure JOIN person ON person.id = tenure.person_id \
                   WHERE tenure.organ_id = $1 ORDER BY tenure.from_on DESC, tenure.id";
        self.all(Sql::new(sql).arg(organ), Tenure::of).await
    }

    /// The posts in use that a person holds on that day, in whatever organ.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn posts_held(&mut self, person: &PersonId, on: Date) -> Result<Vec<Held>> {
        let sql = format!("{HELD} ORDER BY organ.name, post.kind, post.id");
        self.all(Sql::new(sql).arg(person).arg(on), Held::of).await
    }
}

impl Write {
    /// Adds a post.
    ///
    /// # Errors
    /// `Conflict("post.id")`; `Other` if its unit does not exist.
    pub async fn add_post(&mut self, act: &Act, post: &Post) -> Result<()> {
        let sql =
            "INSERT INTO post (organ_id, id, unit_id, kind, name, closed) VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&post.id)
            .arg(post.unit_id.as_ref())
            .arg(&post.kind)
            .arg(&post.name)
            .arg(post.closed);
        self.execute(sql).await?;
        self.post_event(act, EventKind::PostAdded, post).await
    }

    /// Changes a post; its kind stays, because rights come from it.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn change_post(&mut self, act: &Act, post: &Post) -> Result<()> {
        let sql = "UPDATE post SET unit_id = $1, name = $2, closed = $3 WHERE organ_id = $4 AND id = $5";
        let sql = Sql::new(sql)
            .arg(post.unit_id.as_ref())
            .arg(&post.name)
            .arg(post.closed)
            .arg(self.organ_id())
            .arg(&post.id);
        self.change("post", sql).await?;
        self.post_event(act, EventKind::PostChanged, post).await
    }

    /// Lets a person hold a post.
    ///
    /// # Errors
    /// `Other` if post or person does not exist.
    pub async fn begin_tenure(&mut self, act: &Act, tenure: &NewTenure) -> Result<()> {
        let sql = "INSERT INTO tenure (organ_id, id, post_id, person_id, from_on, until_on) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&tenure.id)
            .arg(&tenure.post_id)
            .arg(&tenure.person_id)
            .arg(tenure.from_on)
            .arg(tenure.until_on);
        self.execute(sql).await?;
        let content = json!({
            "tenure": tenure.id.as_str(), "person_id": tenure.person_id.as_str(),
            "from_on": tenure.from_on.to_string(), "until_on": tenure.until_on.map(|day| day.to_string()),
        });
        let subject = Some(Subject::post(&tenure.post_id));
        self.append(act, NewEvent { kind: EventKind::TenureBegan, subject, content }).await.map(drop)
    }

    /// Ends the holding of a post with that last day.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn end_tenure(&mut self, act: &Act, id: &TenureId, until_on: Date) -> Result<()> {
        let sql =
            "UPDATE tenure SET until_on = $1 WHERE organ_id = $2 AND id = $3 RETURNING post_id, person_id";
        let sql = Sql::new(sql).arg(until_on).arg(self.organ_id()).arg(id);
        let (post, person) =
            self.one("tenure", sql, |row| Ok((row.id::<PostId>("post_id")?, row.text("person_id")?))).await?;
        let content = json!({ "tenure": id.as_str(), "person_id": person, "until_on": until_on.to_string() });
        let event = NewEvent { kind: EventKind::TenureEnded, subject: Some(Subject::post(&post)), content };
        self.append(act, event).await.map(drop)
    }

    async fn post_event(&mut self, act: &Act, kind: EventKind, post: &Post) -> Result<()> {
        let content = json!({
            "kind": post.kind, "name": post.name, "closed": post.closed,
            "unit_id": post.unit_id.as_ref().map(UnitId::as_str),
        });
        self.append(act, NewEvent { kind, subject: Some(Subject::post(&post.id)), content }).await.map(drop)
    }
}
