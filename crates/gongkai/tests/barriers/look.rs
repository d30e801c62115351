//! One page at every width in every colour and size: what is in a reader's way, and what it weighs.

use std::fmt::Write as _;
use std::io::Write as _;

use serde_json::Value;

use super::stage::Stage;
use super::visits::{Group, State, Step, Visit};
use crate::browser::Browser;

/// In CSS pixels: the narrowest that must do, a telephone, an office screen.
const WIDTHS: [u32; 3] = [320, 375, 1200];

/// Name, whether the reader's system is dark, whether the reader chose large letters.
const MODES: [(&str, bool, bool); 3] =
    [("light", false, false), ("dark", true, false), ("elder", false, true)];

/// The width at which the smallest letters are measured, and how small they may be, in CSS pixels.
const LETTERS_AT: u32 = 360;
const LETTERS_LEAST: f64 = 14.0;

/// What a page may weigh after gzip; only lists of a whole register or a long report may need more, and none does.
const PAGE_MOST: usize = 14 * 1024;

/// What axe-core cannot decide: rule, part of its words, how often at most on one page, and why it is no barrier.
const UNDECIDED: &[(&str, &str, usize, &str)] = &[
    ("color-contrast", "overlapped by another element", 60, "a cell over several rows; all share one ground"),
    (
        "color-contrast",
        "partially obscured by another element",
        60,
        "a quoted line; the sign of a finding stands in it",
    ),
    ("color-contrast", "partially overlaps other elements", 12, "a link over two lines of text"),
    ("color-contrast", "background gradient", 12, "a day off is hatched in two colours of the palette test"),
    ("color-contrast", "too short", 12, "the number of a day off, as above"),
    (
        "color-contrast",
        "contains an image node",
        60,
        "words over a drawing; the palette test judges their colours",
    ),
    ("th-has-data-cells", "missing or empty", 1, "the head of a group of rows spans the table"),
];

/// What was found on one page.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) runs: usize,
    pub(super) passes: u64,
    pub(super) undecided: usize,
    pub(super) problems: Vec<String>,
    pub(super) bytes: usize,
    pub(super) letters: f64,
}

impl Found {
    /// A line of the table at the end of the test.
    pub(super) fn line(&self) -> String {
        let Self { runs, undecided, bytes, letters, .. } = self;
        format!(
            "{:>6} {letters:>5.1} {runs:>3} {undecided:>4} {:>3}  {}",
            bytes,
            self.problems.len(),
            self.name
        )
    }
}

/// Opens the pages of a group one after the other and looks at each.
pub(super) async fn look_at(stage: &Stage, browser: &Browser, group: &Group) -> Vec<Found> {
    if !group.login.is_empty() {
        stage.served(group.county).sign_in(browser, group.login).await;
    }
    let mut all = Vec::new();
    for visit in group.visits {
        browser.look(1200, false).await;
        go(stage, browser, group, visit).await;
        all.push(look(browser, group, visit).await);
    }
    if !group.login.is_empty() {
        browser.client().delete_all_cookies().await.unwrap();
    }
    all
}

async fn go(stage: &Stage, browser: &Browser, group: &Group, visit: &Visit) {
    browser.goto(&stage.address(group.county, visit.at)).await;
    for step in visit.then {
        match step {
            Step::Follow(css) => {
                let href = browser.find(css).await.prop("href").await.unwrap().unwrap();
                browser.goto(&href).await;
            }
            Step::Set(name, value) => {
                let script = format!(
                    "const field = document.querySelector('[name=\"{name}\"]'); \
                     if (field.type === 'checkbox') field.checked = true; else field.value = {};",
                    Value::from(*value)
                );
                browser.script(&script).await;
            }
            Step::File(content) => browser.upload("file", &stage.file(content)).await,
            Step::Send(css) => browser.submit(css).await,
        }
    }
}

async fn look(browser: &Browser, group: &Group, visit: &Visit) -> Found {
    let path = browser.script("return location.pathname.split('/').slice(-4).join('/')").await;
    let state = if visit.state == State::Normal { String::new() } else { format!(" ({:?})", visit.state) };
    let name = format!("{:?} {} {}{state}", group.county, group.login, path.as_str().unwrap_or_default());
    let bytes = gzipped(browser.script("return document.documentElement.outerHTML").await.as_str().unwrap());
    let mut found =
        Found { name, runs: 0, passes: 0, undecided: 0, problems: Vec::new(), bytes, letters: 0.0 };
    found.expect(browser, visit).await;
    for (mode, dark, elder) in MODES {
        for width in WIDTHS {
            browser.look(width, dark).await;
            let once = mode == "light" && width == 375;
            let focused = width == 375;
            let enlarged = !dark && (width == 1200 || width == 375 && !elder);
            let call = format!("looks.everything({elder}, {once}, {focused}, {enlarged})");
            found.add(&format!("{width} {mode}"), &browser.promise(&call).await);
        }
    }
    browser.look(LETTERS_AT, false).await;
    let smallest = browser.script("return looks.smallest()").await;
    found.letters = smallest["size"].as_f64().unwrap_or_default();
    if found.letters < LETTERS_LEAST {
        found.problems.push(format!("letters of {} px: {}", found.letters, smallest["text"]));
    }
    if found.bytes > PAGE_MOST {
        found.problems.push(format!("{} bytes after gzip", found.bytes));
    }
    found
}

impl Found {
    /// That it is the page that was meant.
    async fn expect(&mut self, browser: &Browser, visit: &Visit) {
        let head = browser.text_of("h1").await;
        if !head.contains(visit.says) {
            self.problems.push(format!("the page of {visit:?} has the head {head}"));
        }
        for picture in visit.shows.iter().filter_map(|name| name.strip_prefix("picture/")) {
            let class = picture.trim_end_matches(".html").trim_end_matches("_list");
            if browser.count(&format!(".{class}")).await == 0 {
                self.problems.push(format!("no picture {class}"));
            }
        }
        let summary = "[role='alert'], .note.bad, .note.warn, .error-code, .soft.small";
        if visit.state == State::Error && !visit.then.is_empty() && browser.count(summary).await == 0 {
            self.problems.push("nothing says what is wrong".to_owned());
        }
    }

    fn add(&mut self, at: &str, told: &Value) {
        if let Some(failed) = told["failed"].as_str() {
            self.problems.push(format!("{at}: {failed}"));
            return;
        }
        self.runs += 1;
        self.passes += told["passes"].as_u64().unwrap_or_default();
        for (rule, nodes) in rules(&told["violations"]) {
            self.problems.extend(nodes.iter().map(|node| format!("{at}: {rule}: {node}")));
        }
        for (rule, nodes) in rules(&told["incomplete"]) {
            self.undecided += nodes.len();
            self.weigh(at, rule, &nodes);
        }
        let own = told["own"].as_array().into_iter().flatten().filter_map(Value::as_str);
        self.problems.extend(own.map(|problem| format!("{at}: {problem}")));
    }

    /// What axe-core could not decide is a problem unless it is on the list, and not more often than there.
    fn weigh(&mut self, at: &str, rule: &str, nodes: &[&str]) {
        let known: Vec<_> = UNDECIDED.iter().filter(|(known, ..)| *known == rule).collect();
        for (_, words, most, _) in &known {
            let count = nodes.iter().filter(|node| node.contains(words)).count();
            if count > *most {
                self.problems.push(format!("{at}: {rule}: {words}: {count} times, not {most}"));
            }
        }
        let unknown = nodes.iter().filter(|node| !known.iter().any(|(_, words, ..)| node.contains(words)));
        self.problems.extend(unknown.map(|node| format!("{at}: undecided: {rule}: {node}")));
    }
}

/// `[[rule, [node, …]], …]`.
fn rules(told: &Value) -> Vec<(&str, Vec<&str>)> {
    told.as_array().into_iter().flatten().filter_map(rule).collect()
}

fn rule(pair: &Value) -> Option<(&str, Vec<&str>)> {
    let nodes = pair[1].as_array()?.iter().filter_map(Value::as_str).collect();
    Some((pair[0].as_str()?, nodes))
}

/// What a text weighs after gzip, in bytes.
pub(super) fn gzipped(text: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// The table of all pages, with the sums.
pub(super) fn table(all: &[Found], css: usize) -> String {
    let mut text = String::from(" gzip letters runs undecided problems  page\n");
    for found in all {
        writeln!(text, "{}", found.line()).unwrap();
    }
    let runs: usize = all.iter().map(|found| found.runs).sum();
    let passes: u64 = all.iter().map(|found| found.passes).sum();
    let problems: usize = all.iter().map(|found| found.problems.len()).sum();
    let undecided: usize = all.iter().map(|found| found.undecided).sum();
    let heaviest = all.iter().map(|found| found.bytes).max().unwrap_or_default();
    let smallest = all.iter().map(|found| found.letters).fold(f64::INFINITY, f64::min);
    writeln!(
        text,
        "{} pages, {runs} runs of axe-core, {passes} rules passed, {undecided} elements undecided, {problems} problems; \
         heaviest page {heaviest} bytes, stylesheet {css} bytes after gzip; smallest letters {smallest} px",
        all.len()
    )
    .unwrap();
    text
}
