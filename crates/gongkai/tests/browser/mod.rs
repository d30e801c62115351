//! A real browser for journeys: Debian's Chromium behind ChromeDriver, without a window.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_clerk_signs_in() {
//!     let mut browser = Browser::open().await;
//!     browser.goto(&format!("{address}/desk/sign-in")).await;   // the page is loaded
//!     browser.fill("name", "示例").await;                       // <input name="name">
//!     browser.submit("form.sign-in button").await;              // clicked, and the next page is loaded
//!     browser.wait_for_text("今日").await;
//!     browser.screenshot("today", Width::Desktop).await;        // target/tmp/screenshots/today-1200.png
//!     browser.assert_no_complaints().await;                     // no CSP violation, no missing file
//! }
//! ```
//!
//! * **One browser, one profile, one driver for each [`Browser`]**: nothing is shared between
//!   tests, so they run side by side in any order. Starting one takes about a second.
//! * **Nothing sleeps.** A step waits by asking the browser again until it says yes, and fails
//!   after [`PATIENCE`] with the address and the text of the page it was stuck on.
//! * **Nothing is left running.** Dropping a `Browser`, also by a panic, stops the browser and the
//!   driver and removes the profile.
//! * Elements are named by CSS selectors, form fields by their `name`. What is not wrapped here is
//!   reached through [`Browser::client`].
//!
//! `cargo xtask setup test` installs what this needs.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a journey that cannot go on fails its test; clippy exempts only functions marked #[test]"
)]

mod commands;
mod driver;
mod self_test;

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use commands::{ConsoleLog, Devtools};
use driver::Driver;

/// How long a step may wait before it fails; generous, because test machines are slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait before the browser is asked again.
const BETWEEN_QUESTIONS: Duration = Duration::from_millis(20);

/// The two widths at which pages are looked at, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Width {
    /// A small telephone.
    Phone = 375,
    /// An office screen.
    Desktop = 1200,
}

/// A running browser with one window.
pub(crate) struct Browser {
    client: Client,
    /// Everything the console said so far that is a complaint; the browser hands each line out once.
    complaints: Vec<String>,
    /// Stops both processes and removes the profile when dropped.
    _driver: Driver,
}

impl Browser {
    /// Starts ChromeDriver on a free port of the loopback interface, and a browser with a fresh profile.
    pub(crate) async fn open() -> Self {
        let driver = Driver::start();
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(driver.capabilities())
            .connect(&driver.address())
            .await
            .expect("Chromium starts; if it is not installed, run `cargo xtask setup test`");
        let browser = Self { client, complaints: Vec::new(), _driver: driver };
        // Without a window nobody gives the page the focus; without the focus none is drawn in it.
        browser.devtools("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
        browser
    }

    /// The WebDriver client, for what is not wrapped here.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address and waits until the page is loaded.
    pub(crate) async fn goto(&self, url: &str) {
        let opened = self.client.goto(url).await;
        opened.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// The path of the page that is shown, with its query, as in `/desk/report?year=2025`.
    pub(crate) async fn path(&self) -> String {
        let url = self.client.current_url().await.expect("the browser tells its address");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// Waits for an element and returns it.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let mut found = None;
        self.until(&format!("an element {css}"), async || {
            found = self.client.find(Locator::Css(css)).await.ok();
            found.is_some()
        })
        .await;
        found.expect("found when the wait ended")
    }

    /// How many elements match now, without waiting.
    pub(crate) async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.expect("the browser counts elements").len()
    }

    /// The visible text of an element, waiting until it is there.
    pub(crate) async fn text_of(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("an element tells its text")
    }

    /// Waits until the page shows `text` somewhere.
    pub(crate) async fn wait_for_text(&self, text: &str) {
        self.until(&format!("the text {text}"), async || self.page_text().await.contains(text)).await;
    }

    /// Clicks an element that does not lead to another page.
    pub(crate) async fn click(&self, css: &str) {
        let clicked = self.find(css).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// Clicks a link or a submit button and waits until the page it leads to is loaded, even if
    /// that page has the same address.
    pub(crate) async fn submit(&self, css: &str) {
        self.script("window.leaving = true").await;
        self.click(css).await;
        self.until(&format!("the page behind {css}"), async || {
            let arrived = "return !window.leaving && document.readyState === 'complete'";
            self.client.execute(arrived, vec![]).await.is_ok_and(|answer| answer == Value::Bool(true))
        })
        .await;
    }

    /// Follows the link with exactly this text, as [`Self::submit`] does.
    pub(crate) async fn follow(&self, text: &str) {
        let mut href = None;
        self.until(&format!("a link {text}"), async || {
            if let Ok(link) = self.client.find(Locator::LinkText(text)).await {
                href = link.attr("href").await.ok().flatten();
            }
            href.is_some()
        })
        .await;
        let href = href.expect("found when the wait ended");
        self.submit(&format!("a[href={}]", json!(href))).await;
    }

    /// Empties a text field and types `value` into it.
    pub(crate) async fn fill(&self, name: &str, value: &str) {
        let field = self.field(name).await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(value).await.expect("a field can be typed into");
    }

    /// Sets a field whose keyboard input depends on the browser's language, such as `type="date"`.
    pub(crate) async fn set(&self, name: &str, value: &str) {
        let field = self.field(name).await;
        let field = serde_json::to_value(&field).expect("an element has a reference");
        let script = "arguments[0].value = arguments[1]; \
                      arguments[0].dispatchEvent(new Event('change', {bubbles: true}))";
        self.client.execute(script, vec![field, json!(value)]).await.expect("a field can be set");
    }

    /// Chooses the option with this label in a `<select>`.
    pub(crate) async fn choose(&self, name: &str, label: &str) {
        let chosen = self.field(name).await.select_by_label(label).await;
        chosen.unwrap_or_else(|error| panic!("{name} has no option {label}: {error}"));
    }

    /// Puts a file into an `<input type="file">`.
    pub(crate) async fn upload(&self, name: &str, file: &Path) {
        let file = file.canonicalize().expect("the file to upload exists");
        let typed = self.field(name).await.send_keys(&file.to_string_lossy()).await;
        typed.unwrap_or_else(|error| panic!("{name} takes no file: {error}"));
    }

    /// Saves a picture of the whole page, laid out `width` pixels wide, and returns its path.
    pub(crate) async fn screenshot(&self, name: &str, width: Width) -> PathBuf {
        self.lay_out(json!({"width": width as u32, "height": 800})).await;
        let height = self.script("return document.documentElement.scrollHeight").await;
        self.lay_out(json!({"width": width as u32, "height": height})).await;
        let picture = self.client.screenshot().await.expect("the browser takes a picture");
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
        std::fs::create_dir_all(&folder).expect("the folder of screenshots can be made");
        let path = folder.join(format!("{name}-{}.png", width as u32));
        std::fs::write(&path, picture).expect("a screenshot can be written");
        path
    }

    /// Whether the page can be read at this width without scrolling sideways.
    pub(crate) async fn fits(&self, width: Width) -> bool {
        self.lay_out(json!({"width": width as u32, "height": 800})).await;
        let widest = self.script("return document.documentElement.scrollWidth").await;
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
        widest.as_u64().is_some_and(|widest| widest <= width as u64)
    }

    /// Fails if the console complained since the browser was opened: about the content security
    /// policy, a file that is missing, a script that failed. An answer with an error status that
    /// the journey itself provoked is taken out first with [`Self::forgive`].
    pub(crate) async fn assert_no_complaints(&mut self) {
        self.listen().await;
        assert!(self.complaints.is_empty(), "the browser complains:\n{}", self.complaints.join("\n"));
    }

    /// Takes out the complaints that contain `words`; returns how many there were.
    pub(crate) async fn forgive(&mut self, words: &str) -> usize {
        self.listen().await;
        let before = self.complaints.len();
        self.complaints.retain(|line| !line.contains(words));
        before - self.complaints.len()
    }

    /// Runs a script in the page, whatever the page's content security policy, and returns its value.
    pub(crate) async fn script(&self, script: &str) -> Value {
        let value = self.client.execute(script, vec![]).await;
        value.unwrap_or_else(|error| panic!("the script {script:?} failed: {error}"))
    }

    /// Asks again until `question` is answered with yes.
    pub(crate) async fn until(&self, what: &str, mut question: impl AsyncFnMut() -> bool) {
        let asking = async {
            while !question().await {
                tokio::time::sleep(BETWEEN_QUESTIONS).await;
            }
        };
        if tokio::time::timeout(PATIENCE, asking).await.is_err() {
            let page: String = self.page_text().await.chars().take(600).collect();
            panic!("waited {PATIENCE:?} for {what} on {}, which shows:\n{page}", self.path().await);
        }
    }

    /// Lays the page out at this width, 800 pixels high, for a reader whose system is light or dark, until told otherwise.
    pub(crate) async fn look(&self, width: u32, dark: bool) {
        self.lay_out(json!({"width": width, "height": 800})).await;
        let value = if dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": value}]});
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Runs a script in each page from now on before anything else, whatever the page's content security policy.
    pub(crate) async fn prepare_pages(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    }

    /// Waits for the promise that an expression in the page gives, and returns what it gives.
    pub(crate) async fn promise(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             ({expression}).then(done, (error) => done({{failed: String(error)}}))"
        );
        let value = self.client.execute_async(&script, vec![]).await;
        value.unwrap_or_else(|error| panic!("the promise {expression:?} failed: {error}"))
    }

    /// Presses a key, as a reader without a mouse does.
    pub(crate) async fn press(&self, key: Key) {
        self.type_keys(&String::from(char::from(key))).await;
    }

    /// Types into whatever has the focus.
    pub(crate) async fn type_keys(&self, keys: &str) {
        let keyboard = keys.chars().fold(KeyActions::new("keyboard".to_owned()), |keyboard, value| {
            keyboard.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(keyboard).await.expect("keys can be pressed");
    }

    async fn field(&self, name: &str) -> Element {
        self.find(&format!("[name={}]", json!(name))).await
    }

    async fn page_text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    async fn lay_out(&self, mut size: Value) {
        size["deviceScaleFactor"] = json!(1);
        size["mobile"] = json!(false);
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    async fn devtools(&self, command: &'static str, parameters: Value) {
        let done = self.client.issue_cmd(Devtools { command, parameters }).await;
        done.unwrap_or_else(|error| panic!("{command} failed: {error}"));
    }

    async fn listen(&mut self) {
        let lines = self.client.issue_cmd(ConsoleLog).await.expect("the console can be read");
        let texts = lines.as_array().into_iter().flatten().filter_map(|line| line.get("message")?.as_str());
        self.complaints.extend(texts.map(str::to_owned));
    }
}
