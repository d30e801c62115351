//! `gongkai check`: anybody's published reports under the rules of the form, one or three thousand.

mod archive;
mod county;
mod html;
mod letters;
mod list;
mod outputs;
mod page;
mod row;
mod rules;
mod sources;
mod stream;
mod summary;
mod width;
mod words;
mod work;

use std::{path::Path, sync::Arc};

use indicatif::ProgressBar;
use inspect::{Beside, Checked, County, Examined, Known, Member, Options, Reader, Shelf};
use reading::limits::MAX_FILE_BYTES;

pub(crate) use self::sources::{Source, unpacked};
use self::{
    html::Pages,
    letters::Letters,
    list::List,
    outputs::{Json, Output, Screen},
    page::Shown,
    row::Row,
    sources::Sources,
    stream::Stream,
};
use crate::{
    cli::{
        Outcome, Usage,
        args::{Check, CheckFormat},
    },
    config::Config,
    input, output, progress, reader,
};

type AnyReader = Arc<dyn Reader + Send + Sync>;

/// A report that was checked.
struct Done {
    checked: Checked,
    /// The lines of the file, for an annotated copy.
    words: Option<String>,
    /// What a county's comparison needs of it.
    member: Option<Member>,
}

/// Checks every file; one that cannot be read does not keep the others from being checked.
pub(super) fn run(order: &Check, config: &Config) -> anyhow::Result<Outcome> {
    let format = if order.json { CheckFormat::Json } else { order.format.unwrap_or(CheckFormat::Terminal) };
    if order.rules {
        rules::print(format == CheckFormat::Json)?;
        return Ok(Outcome::Good);
    }
    let reader: AnyReader = reader::reader();
    let last_year = shelf(order.last_year.as_deref(), order, &reader)?;
    let approved = shelf(order.approved.as_deref(), order, &reader)?;
    let agencies = order.agencies.as_deref().map(agencies).transpose()?.unwrap_or_default();
    let sources = Sources::of(&order.files);
    let bar = progress::of_check(sources.count());
    let mut output = output_of((order, config), format, &bar)?;
    let beside = Beside { last_year: last_year.as_ref(), approved: approved.as_ref() };
    let check = |source: Source| {
        let done = checked(source, order, format, &reader, beside);
        bar.inc(1);
        done
    };
    let broken = |file: String| {
        let sentence = "检查这个文件时程序出了错，没有检查。请把文件发给维护人员。";
        Done { checked: Checked::unreadable(file.as_str(), sentence), words: None, member: None }
    };
    let (mut rows, mut members) = (Vec::new(), Vec::new());
    let more = |files: usize| bar.inc_length(files as u64);
    work::each(sources, &more, &check, &broken, &mut |mut done: Done| {
        rows.push(Row::of(&done.checked));
        members.extend(done.member.take());
        output.report(&done)
    })?;
    bar.finish_and_clear();
    let known = Known { agencies: &agencies, last_year: last_year.as_ref() };
    let county = order.county.then(|| inspect::county(&members, known));
    output.finish(&rows, county.as_ref())?;
    tell_unread(&rows);
    tell_strangers(&rows);
    Ok(outcome(&rows, county.as_ref()))
}

fn output_of(
    (order, config): (&Check, &Config),
    format: CheckFormat,
    bar: &ProgressBar,
) -> anyhow::Result<Box<dyn Output>> {
    let path = order.output.as_deref();
    let screen = if path.is_none() { width::of_screen() } else { None };
    let shown = Shown { screen, only: order.only, all: order.all };
    Ok(match format {
        CheckFormat::Terminal => Box::new(Screen::new(shown, bar.clone(), Stream::to(path)?)),
        CheckFormat::Json => Box::new(Json::new(Stream::to(path)?, order.county)),
        CheckFormat::Xlsx => Box::new(List::new(shown, order.output.clone())),
        CheckFormat::Letter => Box::new(Letters::new(shown, path, config)?),
        CheckFormat::Html => Box::new(Pages::new(shown, path, is_one_file(order))?),
    })
}

/// Whether there is exactly one report, so that its page is a file and last year's belongs to it.
fn is_one_file(order: &Check) -> bool {
    let [path] = order.files.as_slice() else { return false };
    let is_archive = || std::fs::File::open(path).is_ok_and(|file| archive::is_archive(&file));
    path.as_os_str() == "-" || !(path.is_dir() || is_archive())
}

fn checked(
    source: Source,
    order: &Check,
    format: CheckFormat,
    reader: &AnyReader,
    beside: Beside<'_>,
) -> Done {
    let Source { name, content } = source;
    let read = content.and_then(|bytes| reader.read(&bytes).map_err(|unreadable| unreadable.0));
    match read {
        Ok(document) => {
            let options = Options { file: name, excerpt: order.excerpt };
            let examined = inspect::examine(&document, &options, beside);
            let member = order.county.then(|| Member::of(&examined));
            let words = (format == CheckFormat::Html).then(|| {
                let lines: Vec<String> = document.lines.into_iter().map(|line| line.text).collect();
                lines.join("\n")
            });
            Done { checked: examined.checked, words, member }
        }
        Err(sentence) => {
            let member = order.county.then(|| Member::unreadable(name.as_str(), sentence.as_str()));
            Done { checked: Checked::unreadable(name, sentence), words: None, member }
        }
    }
}

/// The reports to lay beside those checked. A single one belongs to a single file whatever its body is called.
fn shelf(path: Option<&Path>, order: &Check, reader: &AnyReader) -> anyhow::Result<Option<Shelf>> {
    let Some(path) = path else { return Ok(None) };
    let mut reports: Vec<Examined> = Vec::new();
    let options = |file| Options { file, excerpt: order.excerpt };
    let read = |Source { name, content }: Source| {
        let document = content.and_then(|bytes| reader.read(&bytes).map_err(|unreadable| unreadable.0));
        match document {
            Ok(document) => {
                let mut examined = inspect::examine(&document, &options(name), Beside::default());
                // What is wrong with that report is not asked now.
                examined.checked.findings = Vec::new();
                Ok(examined)
            }
            Err(sentence) => Err((name, sentence)),
        }
    };
    let broken = |name: String| Err((name, "读这个文件时程序出了错。".to_owned()));
    work::each(Sources::of(&[path.to_owned()]), &|_| {}, &read, &broken, &mut |report| {
        match report {
            Ok(report) => reports.push(report),
            Err((name, sentence)) => output::tell(&format!("{}没有用来比对。", unread(&name, &sentence))),
        }
        Ok(())
    })?;
    if reports.is_empty() {
        return Err(Usage(format!("{} 里没有可以用来比对的报告。", path.display())).into());
    }
    if let ([_], true) = (reports.as_slice(), is_one_file(order)) {
        return Ok(reports.pop().map(Shelf::of_one));
    }
    let mut shelf = Shelf::default();
    for report in reports {
        shelf.add(report);
    }
    Ok(Some(shelf))
}

/// The bodies that have to report: one name a line; what stands behind a comma or tab is not read.
fn agencies(path: &Path) -> anyhow::Result<Vec<String>> {
    let bytes = input::read_file(path, MAX_FILE_BYTES)?;
    let text =
        reading::decode(&bytes).map_err(|fault| Usage(format!("机关名单 {}：{fault}", path.display())))?.text;
    let names = text.lines().filter_map(|line| line.split([',', '，', '\t']).next()).map(str::trim);
    Ok(names.filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// `file：sentence`, unless the sentence names the file itself.
fn unread(file: &str, sentence: &str) -> String {
    if sentence.contains(file) { sentence.to_owned() } else { format!("{file}：{sentence}") }
}

/// Files of which it is told beside the result that they were not read.
const TOLD: usize = 20;

fn tell_unread(rows: &[Row]) {
    let errors: Vec<String> =
        rows.iter().filter_map(|row| Some(unread(&row.file, row.error.as_deref()?))).collect();
    for error in errors.iter().take(TOLD) {
        output::tell(error);
    }
    if errors.len() > TOLD {
        output::tell(&format!("另有 {} 个文件没有读成。", errors.len() - TOLD));
    }
}

/// What is no annual report is said beside every kind of output, so that nobody takes silence for praise.
fn tell_strangers(rows: &[Row]) {
    let strangers: Vec<&Row> = rows.iter().filter(|row| row.is_stranger()).collect();
    for stranger in strangers.iter().take(TOLD) {
        output::tell(&format!("{}：认不出年度报告，没有评估。", stranger.file));
    }
    if strangers.len() > TOLD {
        output::tell(&format!("另有 {} 个文件认不出年度报告。", strangers.len() - TOLD));
    }
}

fn outcome(rows: &[Row], county: Option<&County>) -> Outcome {
    if rows.iter().any(|row| row.error.is_some()) {
        Outcome::Failed
    } else if rows.iter().any(|row| row.fails() > 0)
        || county.is_some_and(|county| !county.missing.is_empty())
    {
        Outcome::Findings
    } else if !rows.is_empty() && rows.iter().all(Row::is_stranger) {
        Outcome::Unrecognised
    } else {
        Outcome::Good
    }
}
