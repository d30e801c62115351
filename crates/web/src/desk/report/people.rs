//! Who did something, and when, in words.

use std::collections::BTreeMap;

use jiff::Timestamp;
use store::{PersonId, Read};

use crate::day;
use crate::fault::Fault;

/// The names of people, each looked up once.
#[derive(Debug, Default)]
pub(super) struct People(BTreeMap<PersonId, String>);

impl People {
    /// `演示经办，2021-01-05 10:00`; the system if it was nobody.
    pub(super) async fn say(
        &mut self,
        read: &mut Read,
        person: Option<&PersonId>,
        at: Timestamp,
    ) -> Result<String, Fault> {
        let when = day::minute(at);
        let Some(person) = person else { return Ok(format!("系统，{when}")) };
        if !self.0.contains_key(person) {
            let name = read.person(person).await?.name;
            self.0.insert(person.clone(), name);
        }
        Ok(format!("{}，{when}", self.0.get(person).map_or("", String::as_str)))
    }
}
