//! The frame around every page: mode, title, addresses, crumbs.

use std::convert::Infallible;

use askama::Template;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use crate::config::Site;
use crate::fault::{Answer, Fault};
use crate::links::Links;
use crate::mode::{Theme, Wish};
use crate::security::cookie;
use crate::state::State;

/// Where the reader is and how the pages shall look.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    /// Path and query, to come back to.
    pub(crate) address: String,
    /// Whether the elder mode is on.
    pub(crate) elder: bool,
    pub(crate) theme: Theme,
}

impl Here {
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let address = uri.path_and_query().map_or("/", |address| address.as_str()).to_owned();
        Self { address, elder: cookie::is_elder(headers), theme: cookie::theme(headers) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

/// What `layout/base.html` needs of every page.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) links: Links,
    pub(crate) elder: bool,
    theme: Theme,
    pub(crate) site: Site,
    /// Where the switches of modes come back to.
    back: String,
}

/// A link of the switch of sizes or of colours.
pub(crate) struct Switch {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

impl Look {
    pub(crate) fn of(state: &State, here: &Here) -> Self {
        Self {
            links: state.links(),
            elder: here.elder,
            theme: here.theme,
            site: state.config().site.clone(),
            back: here.address.clone(),
        }
    }

    /// The colours for `data-theme`, unless the system decides.
    pub(crate) fn theme_chosen(&self) -> Option<&'static str> {
        (self.theme != Theme::Auto).then(|| self.theme.name())
    }

    /// Switches between the standard and the elder mode, and comes back.
    pub(crate) fn switch(&self) -> String {
        self.links.mode(if self.elder { Wish::Standard } else { Wish::Elder }, &self.back)
    }

    /// Both sizes of text.
    pub(crate) fn sizes(&self) -> [Switch; 2] {
        [(Wish::Standard, "标准", !self.elder), (Wish::Elder, "大字", self.elder)]
            .map(|(wish, label, current)| Switch { label, href: self.links.mode(wish, &self.back), current })
    }

    /// The colours there are.
    pub(crate) fn themes(&self) -> [Switch; 3] {
        [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| Switch {
            label: theme.label(),
            href: self.links.mode(Wish::Theme(theme), &self.back),
            current: self.theme == theme,
        })
    }
}

/// One step of 当前位置; the last has no address.
#[derive(Debug, Clone)]
pub(crate) struct Crumb {
    pub(crate) label: String,
    pub(crate) href: Option<String>,
}

impl Crumb {
    /// A step that leads somewhere.
    pub(crate) fn to(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()) }
    }

    /// Where the reader is.
    pub(crate) fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None }
    }
}

/// A template as a page.
pub(crate) fn page(template: &impl Template) -> Answer {
    html(StatusCode::OK, template)
}

/// A template as a page with another status.
pub(crate) fn html(status: StatusCode, template: &impl Template) -> Answer {
    let text = template.render()?;
    let mut response = (status, text).into_response();
    let media_type = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    Ok(response)
}

/// Sends the browser to another address of ours, to be fetched with GET.
pub(crate) fn see_other(address: &str) -> Answer {
    let location = HeaderValue::from_str(address)
        .map_err(|_| Fault::Internal(format!("not an address: {address:?}")))?;
    let mut response: Response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// Bytes to be saved as a file. The name is given twice, for old and for new browsers (RFC 6266).
pub(crate) fn download(media_type: &'static str, name: &str, bytes: impl Into<Body>) -> Answer {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' }).collect();
    let full = crate::links::query_value(name).replace('/', "%2F");
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}");
    let disposition = HeaderValue::from_str(&disposition)
        .map_err(|_| Fault::Internal(format!("not a file name: {name:?}")))?;
    let mut response = Response::new(bytes.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_names_itself_in_chinese_and_in_ascii() {
        let response = download("application/json", "示例镇 2020.json", Vec::new()).unwrap();
        let text = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(
            text.starts_with("attachment; filename=\"____2020.json\"; filename*=UTF-8''%E7%A4%BA"),
            "{text}"
        );
        assert!(text.ends_with("%202020.json"), "{text}");
    }
}
