//! The name of a calendar: a hash of everything it was built from.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::notice::Notice;

/// SHA-256, in hex, of the notices in the order in which they are laid.
///
/// Every field is written with its length, so no two sets of notices write the same bytes.
pub(super) fn version(notices: &[Arc<Notice>]) -> String {
    let mut hash = Sha256::new();
    let mut field = |text: &str| {
        hash.update(text.len().to_be_bytes());
        hash.update(text.as_bytes());
    };
    for notice in notices {
        field(notice.region.code());
        field(&notice.year.to_string());
        field(&notice.name);
        field(notice.source.as_deref().unwrap_or_default());
        field(&notice.issued_on.map(|d| d.to_string()).unwrap_or_default());
        field(&notice.days.len().to_string());
        for day in &notice.days {
            field(&day.date.to_string());
            field(day.arrangement.key());
            field(&day.name);
        }
    }
    hex::encode(hash.finalize())
}
