//! A finished text for many readers: plain and packed with gzip, under a tag by which a browser that has it already
//! is spared the second copy. For public texts alone: packing a page that holds a secret would give its length away.

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};

/// Packing takes time once for each text, sending takes time for each reader: neither the quickest nor the tightest.
const EFFORT: Compression = Compression::new(4);

/// The text in both encodings.
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    media_type: HeaderValue,
    plain: Variant,
    gzip: Option<Variant>,
}

/// One encoding and its entity tag (RFC 9110 §8.8.3: each encoding has its own).
#[derive(Debug, Clone)]
struct Variant {
    bytes: Bytes,
    tag: HeaderValue,
}

impl Packed {
    /// Packs a text. Where gzip gains nothing, there is only the plain one.
    pub(crate) fn new(media_type: HeaderValue, plain: Bytes) -> Self {
        let mut digest = hex::encode(Sha256::digest(&plain));
        digest.truncate(16);
        let variant = |bytes: Bytes, mark: &str| {
            let tag = HeaderValue::try_from(format!("\"{digest}{mark}\"")).ok()?;
            Some(Variant { bytes, tag })
        };
        let gzip = gzip(&plain).filter(|packed| packed.len() < plain.len());
        let gzip = gzip.and_then(|packed| variant(packed, "-gzip"));
        let tag = HeaderValue::try_from(format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { media_type, plain: Variant { bytes: plain, tag }, gzip }
    }

    /// Bytes held in memory.
    pub(crate) fn len(&self) -> usize {
        self.plain.bytes.len() + self.gzip.as_ref().map_or(0, |gzip| gzip.bytes.len())
    }

    /// The text as this reader takes it: packed or not, or only word that it has not changed.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        let packed = self.gzip.as_ref().filter(|_| takes_gzip(asked));
        let variant = packed.unwrap_or(&self.plain);
        let known = has(asked, &variant.tag);
        let mut response = Response::new(if known { Body::empty() } else { variant.bytes.clone().into() });
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::ETAG, variant.tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if !known {
            headers.insert(header::CONTENT_TYPE, self.media_type.clone());
            if packed.is_some() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
        }
        response
    }
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), EFFORT);
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// Whether the reader named gzip and did not refuse it (RFC 9110 §12.5.3).
fn takes_gzip(asked: &HeaderMap) -> bool {
    let named = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    named.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        is_gzip && weight.is_none_or(|weight| weight > 0.0)
    })
}

/// Whether the reader has the text with this tag (RFC 9110 §13.1.2; weak comparison).
fn has(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|value| value.split(',')).map(str::trim).any(|one| one.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Packed {
        Packed::new(HeaderValue::from_static("text/plain"), Bytes::from("公开".repeat(200)))
    }

    fn asking(pairs: &[(header::HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_reader_gets_gzip_only_if_it_takes_it() {
        for (asks, expected) in [
            ("gzip, br", true),
            ("br;q=1.0, gzip;q=0.5", true),
            ("GZIP", true),
            ("gzip;q=0", false),
            ("br", false),
            ("identity", false),
        ] {
            let answer = packed().answer(&asking(&[(header::ACCEPT_ENCODING, asks)]));
            assert_eq!(answer.headers().contains_key(header::CONTENT_ENCODING), expected, "{asks}");
        }
    }

    #[test]
    fn what_the_reader_has_is_not_sent_again_and_each_encoding_has_its_own_tag() {
        let plain = packed().answer(&HeaderMap::new()).headers()[header::ETAG].clone();
        let gzip =
            packed().answer(&asking(&[(header::ACCEPT_ENCODING, "gzip")])).headers()[header::ETAG].clone();
        assert_ne!(plain, gzip);
        let mut asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, plain)]);
        assert_eq!(packed().answer(&asked).status(), StatusCode::NOT_MODIFIED);
        asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        assert_eq!(packed().answer(&asked).status(), StatusCode::OK);
    }

    #[test]
    fn a_text_too_short_to_gain_stays_plain() {
        let short = Packed::new(HeaderValue::from_static("text/plain"), Bytes::from_static(b"a"));
        let answer = short.answer(&asking(&[(header::ACCEPT_ENCODING, "gzip")]));
        assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
    }
}
