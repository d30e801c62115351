//! The ChromeDriver process, its browser's profile, and the promise that neither outlives a test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::json;

/// How long ChromeDriver may take to start, and to stop its browser.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where distributions put the browser; the first that exists is used, else ChromeDriver looks itself.
const BROWSERS: &[&str] = &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// Headless; as root in a container (no sandbox, small `/dev/shm`); silent towards the network; and
/// with pictures that are the same on every machine.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--window-size=1200,800",
    "--lang=zh-CN",
];

/// A running ChromeDriver. Dropping it stops it and its browser, then removes the profile.
pub(super) struct Driver {
    process: Child,
    port: u16,
    profile: tempfile::TempDir,
}

impl Driver {
    /// Starts ChromeDriver on a port that the system picks and waits for its word that it listens.
    pub(super) fn start() -> Self {
        let profile = tempfile::tempdir().expect("a folder for the browser's profile");
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("ChromeDriver starts; if it is not installed, run `cargo xtask setup test`");
        let output = process.stdout.take().expect("its output is piped");
        let (send, receive) = mpsc::channel();
        // Reads to the end, because a full or closed pipe would stop ChromeDriver.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(port) = announced_port(&line) {
                    // The receiver is gone only when the wait below has already failed the test.
                    send.send(port).ok();
                }
            }
        });
        let mut driver = Self { process, port: 0, profile };
        driver.port = receive.recv_timeout(PATIENCE).expect("ChromeDriver says on which port it listens");
        driver
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The profile folder, which exists as long as the browser.
    pub(super) fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// What the browser is asked to be.
    pub(super) fn capabilities(&self) -> Capabilities {
        let profile = format!("--user-data-dir={}", self.profile().display());
        let arguments: Vec<&str> = ARGUMENTS.iter().copied().chain([profile.as_str()]).collect();
        let mut options = json!({ "args": arguments });
        if let Some(browser) = BROWSERS.iter().find(|path| Path::new(path).is_file()) {
            options["binary"] = json!(browser);
        }
        Capabilities::from_iter([
            ("goog:chromeOptions".to_owned(), options),
            ("goog:loggingPrefs".to_owned(), json!({"browser": "WARNING"})),
        ])
    }

    /// Asks ChromeDriver to close its browser and end; it answers when the browser is gone.
    fn ask_to_stop(&self) -> std::io::Result<()> {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        connection.set_read_timeout(Some(PATIENCE))?;
        connection.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        connection.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Each of these fails only if the process is gone already, which is what is wanted.
        self.ask_to_stop().ok();
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The port in `ChromeDriver was started successfully on port 43211.`
fn announced_port(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
