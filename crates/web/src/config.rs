//! What the operator decides: where the pages hang and whose site they belong to.

use std::fmt;
use std::sync::Arc;

/// The settings of the web part. Read once by the binary and handed down.
#[derive(Debug, Clone)]
pub struct Config {
    /// The path under which the portal hangs on the superior government's site.
    pub base_path: BasePath,
    /// Whether the browser may send the session only over an encrypted connection. `false` on loopback only.
    pub secure_cookies: bool,
    /// The site that the pages are part of.
    pub site: Site,
    /// The largest file that the desk accepts, in bytes.
    pub upload_max_bytes: usize,
    /// How many bytes of finished public pages are kept in memory; 0 keeps none.
    pub page_memory_bytes: usize,
}

impl Config {
    /// Settings for this machine only: portal at `/`, plain cookies, no site around it.
    #[must_use]
    pub fn loopback() -> Self {
        Self {
            base_path: BasePath::default(),
            secure_cookies: false,
            site: Site::default(),
            upload_max_bytes: 32 * 1024 * 1024,
            page_memory_bytes: 16 * 1024 * 1024,
        }
    }
}

/// The identity of the site on which the column hangs (R-P1: a township runs no site of its own).
/// Empty values are left out of the pages.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// 网站名称, e.g. 示例县人民政府.
    pub name: String,
    /// The site's host name.
    pub domain: String,
    /// 网站标识码.
    pub id_code: String,
    /// ICP备案号.
    pub icp: String,
    /// 公安备案号.
    pub police: String,
}

/// A path that begins and ends with a stroke: `/`, `/zfxxgk/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(Arc<str>);

/// Why a text is no base path; a Chinese sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "栏目路径“{0}”不能用：要以“/”开头，各段只含小写字母、数字和短横，并且不能在 /desk 之下。例如 /zfxxgk/"
)]
pub struct BadBasePath(String);

impl BasePath {
    /// Reads a base path; the last stroke may be left out.
    ///
    /// # Errors
    /// A text without the first stroke, with an empty or strange segment, or below the desk.
    pub fn parse(text: &str) -> Result<Self, BadBasePath> {
        let bad = || BadBasePath(text.to_owned());
        if text == "/" {
            return Ok(Self::default());
        }
        let inner = text.strip_prefix('/').ok_or_else(bad)?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if !inner.split('/').all(is_segment) || inner.split('/').next() == Some("desk") {
            return Err(bad());
        }
        Ok(Self(format!("/{inner}/").into()))
    }

    /// The path, with both strokes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BasePath {
    fn default() -> Self {
        Self("/".into())
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text may stand between two strokes of our addresses.
pub(crate) fn is_segment(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_gets_both_strokes() {
        let read = |text: &str| BasePath::parse(text).map(|path| path.to_string());
        assert_eq!(read("/").unwrap(), "/");
        assert_eq!(read("/zfxxgk").unwrap(), "/zfxxgk/");
        assert_eq!(read("/a/b-2/").unwrap(), "/a/b-2/");
        for bad in ["", "zfxxgk", "//", "/a//b", "/公开/", "/a b", "/{x}/", "/desk/", "/desk/x"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
