//! The files that pages need: one stylesheet, one picture. Their names carry a hash of their content, so
//! that a browser keeps them for ever and still sees a new one at once.

use std::sync::LazyLock;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest as _, Sha256};

use crate::fault::{Answer, Fault};
use crate::packed::Packed;

/// A file inside the program.
pub(crate) struct Asset {
    stem: &'static str,
    extension: &'static str,
    media_type: &'static str,
    pub(crate) content: &'static str,
    name: LazyLock<String>,
    packed: LazyLock<Packed>,
}

/// The stylesheet.
pub(crate) static CSS: Asset = Asset {
    stem: "app",
    extension: "css",
    media_type: "text/css; charset=utf-8",
    content: include_str!("../static/app.css"),
    name: LazyLock::new(|| CSS.hashed_name()),
    packed: LazyLock::new(|| CSS.pack()),
};

/// The picture in the browser's tab.
pub(crate) static ICON: Asset = Asset {
    stem: "icon",
    extension: "svg",
    media_type: "image/svg+xml",
    content: include_str!("../static/favicon.svg"),
    name: LazyLock::new(|| ICON.hashed_name()),
    packed: LazyLock::new(|| ICON.pack()),
};

static ALL: [&Asset; 2] = [&CSS, &ICON];

impl Asset {
    /// The name with the hash: `app.0123456789ab.css`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn hashed_name(&self) -> String {
        let mut hash = hex::encode(Sha256::digest(self.content));
        hash.truncate(12);
        format!("{}.{hash}.{}", self.stem, self.extension)
    }

    fn pack(&self) -> Packed {
        Packed::new(HeaderValue::from_static(self.media_type), Bytes::from_static(self.content.as_bytes()))
    }
}

/// Serves a file by its full name; any other name, an older hash too, does not exist.
pub(crate) async fn show_asset(Path(name): Path<String>, asked: HeaderMap) -> Answer {
    let asset = ALL.into_iter().find(|asset| asset.name() == name).ok_or(Fault::NotFound)?;
    let mut response = asset.packed.answer(&asked);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    Ok(response)
}
