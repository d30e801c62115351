//! One line of a list of documents.

use law::register::{Chosen as _, Validity};

use crate::links::OrganLinks;
use crate::visible::Document;

/// A document as lists show it: title, numbers in small print, day.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) index_no: String,
    pub(super) document_no: String,
    pub(super) released_on: String,
    /// 废止 or 失效, if the document no longer holds.
    pub(super) ended: &'static str,
}

impl Row {
    pub(super) fn of(document: Document, links: &OrganLinks) -> Self {
        let ended = document.validity.filter(|validity| *validity != Validity::InForce);
        Self {
            href: links.document(document.id.as_str()),
            title: document.title,
            index_no: document.index_no.unwrap_or_default(),
            document_no: document.document_no.unwrap_or_default(),
            released_on: document.released_on.to_string(),
            ended: ended.map_or("", Validity::label),
        }
    }
}
