//! Every address that a page links to, made in one place: under the base path, relative to the host.

use std::sync::Arc;

use crate::assets;
use crate::config::BasePath;
use crate::mode::Wish;

/// Makes addresses. All are paths without a host, so that the pages work behind any name and any protocol.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    base: BasePath,
}

impl Links {
    pub(crate) const fn new(base: BasePath) -> Self {
        Self { base }
    }

    /// The stylesheet, with the hash of its content in the name.
    pub(crate) fn css(&self) -> String {
        format!("{}static/{}", self.base, assets::CSS.name())
    }

    /// The picture in the browser's tab.
    pub(crate) fn icon(&self) -> String {
        format!("{}static/{}", self.base, assets::ICON.name())
    }

    /// Where the portal begins: the list of organs, or the only one.
    pub(crate) fn portal(&self) -> &str {
        self.base.as_str()
    }

    /// Fulfils a wish and comes back to `to`.
    pub(crate) fn mode(&self, wish: Wish, to: &str) -> String {
        format!("{}mode/{wish}?to={}", self.base, query_value(to))
    }

    /// The column of one organ.
    pub(crate) fn organ(&self, slug: &str) -> OrganLinks {
        OrganLinks { root: format!("{}{slug}/", self.base).into() }
    }
}

/// Addresses within the column of one organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganLinks {
    root: Arc<str>,
}

impl OrganLinks {
    pub(crate) fn home(&self) -> &str {
        &self.root
    }

    /// 政府信息公开指南.
    pub(crate) fn guide(&self) -> String {
        format!("{}guide", self.root)
    }

    /// 政府信息公开制度.
    pub(crate) fn rules(&self) -> String {
        format!("{}rules", self.root)
    }

    /// 法定主动公开内容.
    pub(crate) fn column(&self) -> String {
        format!("{}c/", self.root)
    }

    /// One category of it, `20-07`.
    pub(crate) fn category(&self, key: &str) -> String {
        format!("{}c/{key}/", self.root)
    }

    /// One document.
    pub(crate) fn document(&self, id: &str) -> String {
        format!("{}d/{id}", self.root)
    }

    /// 政府信息公开年报.
    pub(crate) fn annual(&self) -> String {
        format!("{}annual/", self.root)
    }

    /// The report of one year as it is in force.
    pub(crate) fn report(&self, year: i16) -> String {
        format!("{}annual/{year}", self.root)
    }

    /// One version of it.
    pub(crate) fn report_version(&self, year: i16, version: i64) -> String {
        format!("{}annual/{year}?version={version}", self.root)
    }

    /// The report beside that of the year before.
    pub(crate) fn comparison(&self, year: i16) -> String {
        format!("{}annual/{year}/compare", self.root)
    }

    /// The report as a file, `xlsx` or `json`.
    pub(crate) fn report_file(&self, year: i16, version: i64, extension: &str) -> String {
        format!("{}annual/{year}/report.{extension}?version={version}", self.root)
    }

    /// 依申请公开.
    pub(crate) fn apply(&self) -> String {
        format!("{}apply", self.root)
    }
}

/// A text as the value of a query: everything but unreserved characters is `%XX`.
pub(crate) fn query_value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            value.push(char::from(byte));
        } else {
            value.push_str(&format!("%{byte:02X}"));
        }
    }
    value
}

/// Whether a path belongs to the desk.
pub(crate) fn is_desk(path: &str) -> bool {
    path == "/desk" || path.starts_with("/desk/")
}

/// Whether a text is a path on this host and nothing else, so that one may be sent there: no other host
/// (`//x`, `/\x`), no control character, not endless.
pub(crate) fn is_local(path: &str) -> bool {
    let mut bytes = path.bytes();
    bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && path.len() <= 2_000
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_on_this_host_is_local() {
        for good in ["/", "/desk/", "/desk/record?a=b&c=%E5%BC%80#x"] {
            assert!(is_local(good), "{good}");
        }
        for bad in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/a b",
            "/开",
        ] {
            assert!(!is_local(bad), "{bad}");
        }
    }

    #[test]
    fn a_query_value_survives_every_character() {
        assert_eq!(query_value("/desk/?a=1&b=开"), "/desk/%3Fa%3D1%26b%3D%E5%BC%80");
    }
}
