//! Two commands of ChromeDriver that the WebDriver standard does not have.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// Sends one command of the Chrome DevTools protocol.
#[derive(Debug)]
pub(super) struct Devtools {
    pub(super) command: &'static str,
    pub(super) parameters: Value,
}

/// Fetches, and so empties, the lines that the console has collected.
#[derive(Debug)]
pub(super) struct ConsoleLog;

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        session_endpoint(base, session, "goog/cdp/execute")
    }

    fn method_and_body(&self, _: &url::Url) -> (axum::http::Method, Option<String>) {
        let body = json!({"cmd": self.command, "params": self.parameters});
        (axum::http::Method::POST, Some(body.to_string()))
    }
}

impl WebDriverCompatibleCommand for ConsoleLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        session_endpoint(base, session, "se/log")
    }

    fn method_and_body(&self, _: &url::Url) -> (axum::http::Method, Option<String>) {
        (axum::http::Method::POST, Some(json!({"type": "browser"}).to_string()))
    }
}

fn session_endpoint(base: &url::Url, session: Option<&str>, tail: &str) -> Result<url::Url, url::ParseError> {
    base.join(&format!("session/{}/{tail}", session.unwrap_or_default()))
}
