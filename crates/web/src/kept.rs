//! Public pages that are finished, kept as long as nothing was written.
//!
//! A page holds for an [`Edition`]: the number of writes to the database and the day. What somebody publishes,
//! corrects or withdraws through this process is seen by the next reader; what another process wrote (the command
//! line, a second server) within [`LOOK_AGAIN`]. Only what the portal shows to everybody passes here.

use axum::body::to_bytes;
use axum::extract;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::fault::{Answer, Fault};
use crate::frame::Here;
use crate::mode::Theme;
use crate::packed::Packed;
use crate::state::State;

/// For how long the number of writes is believed without asking the database again.
pub(crate) const LOOK_AGAIN: SignedDuration = SignedDuration::from_millis(250);
/// The longest address under which a page is kept, in bytes; ours are far shorter.
const ADDRESS_MAX: usize = 256;
/// What a page takes on average, packed and plain, in bytes.
const USUAL: usize = 16 * 1024;

/// What a page holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Edition {
    /// How often somebody has written, over all organs.
    pub(crate) writes: i64,
    pub(crate) today: Date,
}

/// The number of writes as it was seen last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) at: Timestamp,
    /// Writes that this process had finished before it looked.
    pub(crate) commits: u64,
    pub(crate) writes: i64,
}

impl Seen {
    /// Whether it may be believed at `now`, after so many writes of our own.
    pub(crate) fn holds(&self, now: Timestamp, commits: u64) -> bool {
        let age = now.duration_since(self.at);
        self.commits == commits && !age.is_negative() && age < LOOK_AGAIN
    }
}

/// Everything that a page depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    edition: Edition,
    address: String,
    elder: bool,
    theme: Theme,
}

#[derive(Debug, Clone)]
struct Size;

impl Weighter<Key, Packed> for Size {
    fn weight(&self, key: &Key, page: &Packed) -> u64 {
        let bytes = page.len() + key.address.len() + size_of::<Key>();
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

/// The pages that are kept; those that nobody asks for make room.
#[derive(Debug)]
pub(crate) struct Pages(Option<Cache<Key, Packed, Size>>);

impl Pages {
    /// Room for so many bytes; none at all if it is 0.
    pub(crate) fn new(bytes: usize) -> Self {
        let room = u64::try_from(bytes).unwrap_or(u64::MAX);
        Self((bytes > 0).then(|| Cache::with_weighter(bytes / USUAL, room, Size)))
    }
}

/// Answers with the page that is kept, or keeps the one that is made now.
pub(crate) async fn keep(
    extract::State(state): extract::State<State>,
    request: Request,
    next: Next,
) -> Answer {
    let here = Here::of(request.uri(), request.headers());
    let Some(pages) = state.pages().0.as_ref().filter(|_| is_kept(&request, &here)) else {
        return Ok(next.run(request).await);
    };
    // Asked before the page is made: what is written meanwhile makes it one of an edition that is over.
    let Some(edition) = state.edition().await else { return Ok(next.run(request).await) };
    let key = Key { edition, address: here.address, elder: here.elder, theme: here.theme };
    if let Some(page) = pages.get(&key) {
        return Ok(page.answer(request.headers()));
    }
    let asked: HeaderMap = request.headers().clone();
    let response = next.run(request).await;
    let Some(media_type) = page_type(&response) else { return Ok(response) };
    let bytes = to_bytes(response.into_body(), usize::MAX).await;
    let bytes = bytes.map_err(|error| Fault::Internal(format!("a page has no end: {error}")))?;
    let page = Packed::new(media_type, bytes);
    let answer = page.answer(&asked);
    pages.insert(key, page);
    Ok(answer)
}

fn is_kept(request: &Request, here: &Here) -> bool {
    request.method() == Method::GET && here.address.len() <= ADDRESS_MAX
}

/// The media type of a page that everybody may have: shown, not saved, and setting nothing.
fn page_type(response: &Response) -> Option<HeaderValue> {
    let headers = response.headers();
    let own = [header::SET_COOKIE, header::CONTENT_DISPOSITION, header::CACHE_CONTROL];
    if response.status() != StatusCode::OK || own.iter().any(|name| headers.contains_key(name)) {
        return None;
    }
    headers.get(header::CONTENT_TYPE).filter(|kind| kind.as_bytes().starts_with(b"text/html")).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_writes_is_believed_for_a_moment_and_until_we_write_ourselves() {
        let at: Timestamp = "2021-01-05T02:00:00Z".parse().unwrap();
        let seen = Seen { at, commits: 3, writes: 7 };
        let after = |milliseconds| at.checked_add(SignedDuration::from_millis(milliseconds)).unwrap();
        assert!(seen.holds(at, 3) && seen.holds(after(249), 3));
        assert!(!seen.holds(after(250), 3), "it is old");
        assert!(!seen.holds(after(-1), 3), "the clock was set back");
        assert!(!seen.holds(at, 4), "we wrote");
    }
}
