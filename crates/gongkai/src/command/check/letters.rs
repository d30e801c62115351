//! Letters of comments, one for each report that has any: as text, or set as official letters in a PDF or Word file.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use casework::ports::{Paper, Typesetter as _};
use inspect::{Checked, Correspondence, County, Finding, Letter};

use super::{Done, outputs::Output, page::Shown, row::Row, stream::Stream};
use crate::{clock, config::Config, output, printer::Printer};

/// Writes the letters.
pub(super) struct Letters {
    shown: Shown,
    place: Place,
    count: usize,
}

enum Place {
    Text(Stream),
    /// A file that is made when all letters are there.
    Paper {
        paper: Paper,
        path: PathBuf,
        printer: Box<Printer>,
        letters: Vec<Letter>,
    },
}

impl Letters {
    /// The ending of the path tells the kind of file; text unless it is `.docx` or `.pdf`.
    ///
    /// # Errors
    /// When the file cannot be made; without fonts for a PDF.
    pub(super) fn new(shown: Shown, path: Option<&Path>, config: &Config) -> anyhow::Result<Self> {
        let ending = path.and_then(Path::extension).and_then(|ending| ending.to_str());
        let paper = ending.and_then(|ending| Paper::from_extension(&ending.to_ascii_lowercase()));
        let place = match (paper, path) {
            (Some(paper @ (Paper::Pdf | Paper::Docx)), Some(path)) => {
                let printer = Box::new(Printer::new(config));
                printer.ready(paper).map_err(|sentence| anyhow!(sentence))?;
                Place::Paper { paper, path: path.to_owned(), printer, letters: Vec::new() }
            }
            _ => Place::Text(Stream::to(path)?),
        };
        Ok(Self { shown, place, count: 0 })
    }
}

impl Output for Letters {
    fn report(&mut self, done: &Done) -> anyhow::Result<()> {
        let findings: Vec<&Finding> = done
            .checked
            .findings
            .iter()
            .filter(|finding| self.shown.verdicts().contains(&finding.verdict))
            .collect();
        if findings.is_empty() {
            return Ok(());
        }
        let between = if self.count == 0 { "" } else { "\n\n" };
        self.count += 1;
        let letter = letter(&done.checked, findings);
        match &mut self.place {
            Place::Text(stream) => stream.write(&format!("{between}{}", letter.to_text())),
            Place::Paper { letters, .. } => {
                letters.push(letter);
                Ok(())
            }
        }
    }

    fn finish(self: Box<Self>, _: &[Row], _: Option<&County>) -> anyhow::Result<()> {
        match self.place {
            Place::Text(mut stream) => {
                if self.count == 0 {
                    stream.write(&format!("{NONE}\n"))?;
                }
                stream.finish()
            }
            Place::Paper { letters, .. } if letters.is_empty() => {
                output::tell(&format!("{NONE}没有写文件。"));
                Ok(())
            }
            Place::Paper { paper, path, printer, letters } => {
                let bytes = printer.letters(paper, &letters, clock::today()).map_err(|why| anyhow!(why))?;
                output::document(&bytes, Some(&path))
            }
        }
    }
}

const NONE: &str = "没有需要提出意见的报告。";

fn letter(checked: &Checked, findings: Vec<&Finding>) -> Letter {
    let about = Correspondence {
        agency: checked.agency.as_deref().unwrap_or("（机关名称）"),
        year: checked.year,
        sender: None,
        on: None,
        answer_by: None,
    };
    inspect::letter(findings, &about)
}
