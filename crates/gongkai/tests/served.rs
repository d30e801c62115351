//! A server that a test talks to, ended with the test.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use crate::browser::Browser;
use crate::cli::Desk;

/// The password of the accounts of the demonstration county.
pub(crate) const PASSWORD: &str = "Yanshi-2020";

/// A running `gongkai demo` or `gongkai serve`, stopped when dropped.
pub(crate) struct Served {
    child: Child,
    address: String,
}

impl Served {
    /// The demonstration county in the folder `county`.
    pub(crate) fn demonstration(desk: &Desk) -> Self {
        Self::by(desk, "demo --data county --port 0")
    }

    /// What a command serves on a port that the system picks.
    pub(crate) fn by(desk: &Desk, line: &str) -> Self {
        let mut child = desk.command(line).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.find_map(|line| line.ok().filter(|line| line.contains("http://"))).unwrap();
        let host = line.split("http://").nth(1).unwrap().split('/').next().unwrap();
        Self { child, address: format!("http://{host}") }
    }

    /// The address of a page.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Signs somebody in who has [`PASSWORD`].
    pub(crate) async fn sign_in(&self, browser: &Browser, login: &str) {
        browser.goto(&self.at("/desk/sign-in")).await;
        browser.fill("login", login).await;
        browser.fill("password", PASSWORD).await;
        browser.submit("main button").await;
        browser.wait_for_text("今天").await;
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        self.child.kill().and_then(|()| self.child.wait()).map(drop).unwrap_or_default();
    }
}
