//! People who sign in.

use jiff::Timestamp;
use serde_json::json;

use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A person to be entered.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// Made by the caller.
    pub id: PersonId,
    /// What they type to sign in, unique in the installation.
    pub login: String,
    /// Their name.
    pub name: String,
    /// argon2id in PHC form; opaque here.
    pub password_hash: String,
}

/// Somebody who signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// What they type to sign in.
    pub login: String,
    /// Their name.
    pub name: String,
    /// argon2id in PHC form; opaque here.
    pub password_hash: String,
    /// Whether they may no longer sign in.
    pub disabled: bool,
    /// When the account was made.
    pub created_at: Timestamp,
}

/// Without the password hash: it must not reach a log.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person")
            .field("id", &self.id)
            .field("login", &self.login)
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}

/// Without the password hash.
impl std::fmt::Debug for NewPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPerson").field("id", &self.id).field("login", &self.login).finish_non_exhaustive()
    }
}

const PERSON: &str = "SELECT id, login, name, password_hash, disabled, created_at FROM person";

impl Person {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            login: row.text("login")?,
            name: row.text("name")?,
            password_hash: row.text("password_hash")?,
            disabled: row.yes("disabled")?,
            created_at: row.instant("created_at")?,
        })
    }
}

impl Read {
    /// A person.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn person(&mut self, id: &PersonId) -> Result<Person> {
        self.one("person", Sql::new(format!("{PERSON} WHERE id = $1")).arg(id), Person::of).await
    }

    /// The person with that login, disabled or not.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn person_by_login(&mut self, login: &str) -> Result<Option<Person>> {
        let row = self.row(Sql::new(format!("{PERSON} WHERE login = $1")).arg(login)).await?;
        row.as_ref().map(Person::of).transpose()
    }

    /// Everybody, by login.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn people(&mut self) -> Result<Vec<Person>> {
        self.all(Sql::new(format!("{PERSON} ORDER BY login")), Person::of).await
    }
}

impl Write {
    /// Enters a person.
    ///
    /// # Errors
    /// `Conflict("person.login")`.
    pub async fn add_person(&mut self, act: &Act, person: &NewPerson) -> Result<()> {
        let sql = "INSERT INTO person (id, login, name, password_hash, disabled, created_at) \
                   VALUES ($1, $2, $3, $4, 0, $5)";
        let sql = Sql::new(sql)
            .arg(&person.id)
            .arg(&person.login)
            .arg(&person.name)
            .arg(&person.password_hash)
            .arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "login": person.login, "name": person.name });
        self.person_event(act, EventKind::PersonAdded, &person.id, content).await
    }

    /// Changes login and name.
    ///
    /// # Errors
    /// `NotFound`; `Conflict("person.login")`.
    pub async fn rename_person(&mut self, act: &Act, id: &PersonId, login: &str, name: &str) -> Result<()> {
        let sql = Sql::new("UPDATE person SET login = $1, name = $2 WHERE id = $3");
        self.change("person", sql.arg(login).arg(name).arg(id)).await?;
        let content = json!({ "login": login, "name": name });
        self.person_event(act, EventKind::PersonChanged, id, content).await
    }

    /// Changes the password and ends all sessions of the person.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn set_password(&mut self, act: &Act, id: &PersonId, password_hash: &str) -> Result<()> {
        let sql = Sql::new("UPDATE person SET password_hash = $1 WHERE id = $2");
        self.change("person", sql.arg(password_hash).arg(id)).await?;
        self.end_sessions_of(act, id).await?;
        self.person_event(act, EventKind::PasswordChanged, id, json!({})).await
    }

    /// Disables an account and ends its sessions.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn disable_person(&mut self, act: &Act, id: &PersonId) -> Result<()> {
        self.change("person", Sql::new("UPDATE person SET disabled = 1 WHERE id = $1").arg(id)).await?;
        self.end_sessions_of(act, id).await?;
        self.person_event(act, EventKind::PersonDisabled, id, json!({})).await
    }

    /// Enables an account again.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn enable_person(&mut self, act: &Act, id: &PersonId) -> Result<()> {
        self.change("person", Sql::new("UPDATE person SET disabled = 0 WHERE id = $1").arg(id)).await?;
        self.person_event(act, EventKind::PersonEnabled, id, json!({})).await
    }

    async fn person_event(
        &mut self,
        act: &Act,
        kind: EventKind,
        id: &PersonId,
        content: serde_json::Value,
    ) -> Result<()> {
        self.append(act, NewEvent { kind, subject: Some(Subject::person(id)), content }).await.map(drop)
    }
}
