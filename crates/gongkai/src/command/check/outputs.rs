//! The ways in which results are handed over. Each takes the reports one by one, in order, and keeps no more of them
//! than it must.

use indicatif::ProgressBar;
use inspect::County;

use super::{Done, county, page, page::Shown, row::Row, stream::Stream, summary};

/// Takes results.
pub(super) trait Output {
    /// One report.
    fn report(&mut self, done: &Done) -> anyhow::Result<()>;
    /// After the last report.
    fn finish(self: Box<Self>, rows: &[Row], county: Option<&County>) -> anyhow::Result<()>;
}

/// Up to so many reports are shown one by one; more are summed up.
const FEW: usize = 12;

/// Text for people.
pub(super) struct Screen {
    pub(super) shown: Shown,
    pub(super) bar: ProgressBar,
    pub(super) stream: Stream,
    /// Pages not yet printed: whether there are few reports is known only after the last.
    pub(super) pages: Vec<String>,
    pub(super) count: usize,
}

impl Screen {
    pub(super) fn new(shown: Shown, bar: ProgressBar, stream: Stream) -> Self {
        Self { shown, bar, stream, pages: Vec::new(), count: 0 }
    }
}

impl Output for Screen {
    fn report(&mut self, done: &Done) -> anyhow::Result<()> {
        self.count += 1;
        if self.shown.all {
            let page = page::page(&done.checked, self.shown);
            return self.bar.suspend(|| self.stream.write(&format!("{page}\n")));
        }
        if self.count > FEW {
            self.pages.clear();
        } else {
            self.pages.push(page::page(&done.checked, self.shown));
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, rows: &[Row], county: Option<&County>) -> anyhow::Result<()> {
        let mut text = String::new();
        for page in &self.pages {
            text.push_str(&format!("{page}\n"));
        }
        if self.count > FEW && !self.shown.all {
            text.push_str(&summary::summary(rows, self.shown.screen));
        } else if self.count > 1 {
            text.push_str(&summary::total(rows));
        }
        if let Some(county) = county {
            text.push_str(&format!("\n{}", county::page(county, self.shown.screen)));
        }
        self.stream.write(&format!("{}\n", text.trim_end()))?;
        self.stream.finish()
    }
}

/// Data for programs: a list of reports, or with a county `{"reports": […], "county": {…}}`.
pub(super) struct Json {
    pub(super) stream: Stream,
    pub(super) with_county: bool,
    pub(super) is_first: bool,
}

impl Json {
    pub(super) fn new(stream: Stream, with_county: bool) -> Self {
        Self { stream, with_county, is_first: true }
    }
}

impl Output for Json {
    fn report(&mut self, done: &Done) -> anyhow::Result<()> {
        let before = match (self.is_first, self.with_county) {
            (true, true) => "{\"reports\": [\n",
            (true, false) => "[\n",
            (false, _) => ",\n",
        };
        self.is_first = false;
        self.stream.write(before)?;
        self.stream.write(&serde_json::to_string_pretty(&done.checked)?)
    }

    fn finish(mut self: Box<Self>, _: &[Row], county: Option<&County>) -> anyhow::Result<()> {
        if self.is_first {
            self.stream.write(if self.with_county { "{\"reports\": [" } else { "[" })?;
        }
        self.stream.write("\n]")?;
        if let Some(county) = county.filter(|_| self.with_county) {
            self.stream.write(&format!(",\n\"county\": {}}}", serde_json::to_string_pretty(county)?))?;
        }
        self.stream.write("\n")?;
        self.stream.finish()
    }
}
