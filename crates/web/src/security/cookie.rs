//! Cookies: the session, the token of the sign-in form, and how the reader wants the pages.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::mode::{Theme, Wish};

/// A cookie that holds a secret. It is out of reach of scripts and is not sent from other sites' forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secret {
    /// The session of a signed-in person.
    Session,
    /// The token that binds the sign-in form to the browser that asked for it.
    SignIn,
}

impl Secret {
    /// The name. The prefix makes browsers refuse the cookie unless it is encrypted and of this very host.
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-gongkai",
            (Self::Session, false) => "gongkai",
            (Self::SignIn, true) => "__Host-gongkai-sign-in",
            (Self::SignIn, false) => "gongkai-sign-in",
        }
    }

    /// The value the browser sent.
    pub(crate) fn read(self, headers: &HeaderMap, secure: bool) -> Option<&str> {
        find(headers, self.name(secure))
    }

    /// The header that sets it, until the browser is closed. `None` for a value that no cookie can hold.
    pub(crate) fn set(self, value: &str, secure: bool) -> Option<HeaderValue> {
        let name = self.name(secure);
        let encrypted = if secure { "; Secure" } else { "" };
        let plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric());
        plain
            .then(|| format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{encrypted}").parse().ok())
            .flatten()
    }

    /// The header that takes it away.
    pub(crate) fn clear(self, secure: bool) -> Option<HeaderValue> {
        let name = self.name(secure);
        let encrypted = if secure { "; Secure" } else { "" };
        format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{encrypted}").parse().ok()
    }
}

const MODE: &str = "gongkai-mode";
const THEME: &str = "gongkai-theme";

/// Whether the reader chose the elder mode.
pub(crate) fn is_elder(headers: &HeaderMap) -> bool {
    find(headers, MODE) == Some("elder")
}

/// The colours the reader chose.
pub(crate) fn theme(headers: &HeaderMap) -> Theme {
    match find(headers, THEME) {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// The header that remembers a wish for a year; it says nothing about the person. What is as it would be
/// without a cookie takes the cookie away.
pub(crate) const fn remember(wish: Wish) -> HeaderValue {
    HeaderValue::from_static(match wish {
        Wish::Elder => "gongkai-mode=elder; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
        Wish::Standard => "gongkai-mode=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        Wish::Theme(Theme::Auto) => "gongkai-theme=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        Wish::Theme(Theme::Light) => "gongkai-theme=light; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
        Wish::Theme(Theme::Dark) => "gongkai-theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
    })
}

fn find<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(known, value)| (known == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; gongkai=abc".parse().unwrap());
        headers.append(header::COOKIE, "gongkai-mode=elder; gongkai-theme=dark".parse().unwrap());
        assert_eq!(Secret::Session.read(&headers, false), Some("abc"));
        assert_eq!(Secret::Session.read(&headers, true), None);
        assert!(is_elder(&headers));
        assert_eq!(theme(&headers), Theme::Dark);
    }

    #[test]
    fn an_encrypted_cookie_keeps_the_promises_of_its_prefix() {
        let value = Secret::Session.set("0a", true).unwrap();
        assert_eq!(value, "__Host-gongkai=0a; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(Secret::Session.set("a;b", true), None);
    }
}
