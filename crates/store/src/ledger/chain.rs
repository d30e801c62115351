//! Leaves and chain: what makes a lost, changed or back-dated event show.
//!
//! ```text
//! salt  = SHA-256("gongkai.salt.1"  ‖ ledger key ‖ organ ‖ seq)
//! words = SHA-256("gongkai.words.1" ‖ salt ‖ person ‖ reason ‖ content)
//! leaf  = SHA-256("gongkai.leaf.1"  ‖ organ ‖ seq ‖ kind ‖ subject ‖ id ‖ happened_on ‖ recorded_at ‖ post ‖ words)
//! chain = SHA-256("gongkai.chain.1" ‖ chain before ‖ leaf)
//! ```
//! Each part is preceded by its length. The salt hides the words: somebody who is shown a leaf cannot
//! try out names or texts against it, so leaves may be published without personal data.

use sha2::{Digest as _, Sha256};

use super::hex;
use crate::ids::OrganId;

/// Where an organ's ledger ends, while a transaction holds it.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) chain: String,
    pub(crate) key: String,
}

/// The parts of an event that its leaf binds, as stored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound<'a> {
    pub(super) kind: &'a str,
    pub(super) subject: Option<(&'a str, &'a str)>,
    pub(super) happened_on: &'a str,
    pub(super) recorded_at: &'a str,
    pub(super) person: Option<&'a str>,
    pub(super) post: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
    pub(super) content: &'a str,
}

/// What is stored beside an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) seq: i64,
    pub(super) leaf: String,
    pub(super) chain: String,
}

impl Head {
    /// The head before the first event.
    pub(super) fn start(key: String) -> Self {
        Self { seq: 0, chain: String::new(), key }
    }

    /// Moves on by one event.
    pub(super) fn advance(&mut self, organ: &OrganId, event: Bound<'_>) -> Link {
        self.seq += 1;
        let seq = self.seq.to_string();
        let organ = organ.as_str();
        let salt = hash("gongkai.salt.1", &[&self.key, organ, &seq]);
        // An absent part and an empty one must not look alike.
        let given = |part: Option<&str>| part.map_or_else(|| "-".to_owned(), |text| format!("+{text}"));
        let (person, post, reason) = (given(event.person), given(event.post), given(event.reason));
        let (subject, id) = (given(event.subject.map(|s| s.0)), given(event.subject.map(|s| s.1)));
        let words = hash("gongkai.words.1", &[&salt, &person, &reason, event.content]);
        let leaf = hash(
            "gongkai.leaf.1",
            &[organ, &seq, event.kind, &subject, &id, event.happened_on, event.recorded_at, &post, &words],
        );
        self.chain = hash("gongkai.chain.1", &[&self.chain, &leaf]);
        Link { seq: self.seq, leaf, chain: self.chain.clone() }
    }
}

fn hash(purpose: &str, parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in std::iter::once(&purpose).chain(parts) {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: Bound<'_> = Bound {
        kind: "record_added",
        subject: Some(("publication", "r1")),
        happened_on: "2020-01-05",
        recorded_at: "2020-01-05T02:03:04.000000Z",
        person: Some("p1"),
        post: None,
        reason: None,
        content: "{}",
    };

    fn chain_of(events: &[Bound<'_>]) -> String {
        let mut head = Head::start("key".to_owned());
        for event in events {
            head.advance(&OrganId::new("o"), *event);
        }
        head.chain
    }

    #[test]
    fn every_part_of_an_event_is_bound() {
        let variants = [
            Bound { kind: "record_struck", ..EVENT },
            Bound { subject: None, ..EVENT },
            Bound { subject: Some(("publication", "r2")), ..EVENT },
            Bound { happened_on: "2020-01-06", ..EVENT },
            Bound { recorded_at: "2020-01-05T02:03:04.000001Z", ..EVENT },
            Bound { person: Some("p2"), ..EVENT },
            Bound { post: Some(""), ..EVENT },
            Bound { reason: Some(""), ..EVENT },
            Bound { content: "{ }", ..EVENT },
        ];
        let mut seen = vec![chain_of(&[EVENT])];
        for variant in variants {
            let chain = chain_of(&[variant]);
            assert!(!seen.contains(&chain), "{variant:?}");
            seen.push(chain);
        }
    }

    #[test]
    fn order_and_number_are_bound() {
        let other = Bound { content: "{\"a\":1}", ..EVENT };
        assert_ne!(chain_of(&[EVENT, other]), chain_of(&[other, EVENT]));
        assert_ne!(chain_of(&[EVENT]), chain_of(&[EVENT, EVENT]));
    }
}
