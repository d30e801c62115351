//! The typesetter behind the port of `casework`: PDF, Word documents and spreadsheets, made by `paper`.

use std::path::Path;

use casework::{
    ports::{Paper, RegisterCopy, TableCell, TableCopy, Typesetter, Unprinted},
    report::ReportDocument,
};
use inspect::ParagraphKind;
use law::{
    Date,
    register::{Register, Values},
};
use paper::{Error, Ledger, LedgerHead, LetterLine, LetterLineKind, ListCell, ListColumn, ListSheet, Press};

use crate::config::Config;

/// Makes the files that go out.
#[derive(Debug)]
pub(crate) struct Printer {
    press: Press,
}

impl Printer {
    /// With the fonts of the folder that the configuration names, or those of the system.
    pub(crate) fn new(config: &Config) -> Self {
        Self { press: Press::new(config.font_dir.as_deref().map(Path::to_owned)) }
    }

    /// Gives memory back if nothing was printed since the last call.
    pub(crate) fn rest(&self) {
        self.press.rest();
    }
}

impl Typesetter for Printer {
    fn ready(&self, paper: Paper) -> Result<(), String> {
        match paper {
            Paper::Pdf => self.press.ready().map_err(|error| error.to_string()),
            Paper::Docx | Paper::Xlsx => Ok(()),
        }
    }

    fn report(&self, paper: Paper, document: &ReportDocument, on: Date) -> Result<Vec<u8>, Unprinted> {
        let ReportDocument { report, title, is_draft, .. } = document;
        let made = match paper {
            Paper::Pdf => self.press.report(report, title, *is_draft, on),
            Paper::Docx => paper::report_docx(report, title, *is_draft, on),
            Paper::Xlsx => paper::report_sheets(report, title, *is_draft, on),
        };
        made.map_err(why)
    }

    fn register(
        &self,
        copy: &RegisterCopy,
        rows: &mut dyn Iterator<Item = Values>,
    ) -> Result<Vec<u8>, Unprinted> {
        let head =
            LedgerHead { register: copy.register, organ: &copy.organ, filter: &copy.filter, on: copy.on };
        let made = match copy.paper {
            Paper::Pdf => Ledger::new(&head, rows).and_then(|ledger| self.press.register(&ledger)),
            Paper::Docx => paper::register_docx(&head, rows),
            Paper::Xlsx => paper::register_sheet(copy.register, rows, copy.on),
        };
        made.map_err(why)
    }

    fn tables(&self, tables: &[TableCopy]) -> Result<Vec<u8>, Unprinted> {
        let sheets: Vec<ListSheet> = tables.iter().map(sheet).collect();
        paper::list_sheets(&sheets).map_err(why)
    }

    fn letters(&self, paper: Paper, letters: &[inspect::Letter], on: Date) -> Result<Vec<u8>, Unprinted> {
        let letters: Vec<paper::Letter> = letters.iter().map(letter).collect();
        let made = match paper {
            Paper::Pdf => self.press.letters(&letters, on),
            Paper::Docx => paper::letters_docx(&letters, on),
            Paper::Xlsx => {
                return Err(Unprinted::Refused("意见只能做成 PDF 或者文档（DOCX）。".to_owned()));
            }
        };
        made.map_err(why)
    }

    fn template(&self, register: Register) -> Result<Vec<u8>, Unprinted> {
        paper::register_template(register).map_err(why)
    }
}

fn letter(letter: &inspect::Letter) -> paper::Letter {
    let line = |paragraph: &inspect::Paragraph| LetterLine {
        kind: match paragraph.kind {
            ParagraphKind::Address => LetterLineKind::Address,
            ParagraphKind::Text | ParagraphKind::Comment => LetterLineKind::Text,
            ParagraphKind::Heading => LetterLineKind::Heading,
            ParagraphKind::Quotation => LetterLineKind::Quotation,
            ParagraphKind::Signature => LetterLineKind::Signature,
        },
        text: paragraph.text.clone(),
    };
    paper::Letter { title: letter.title.clone(), lines: letter.paragraphs.iter().map(line).collect() }
}

fn sheet(table: &TableCopy) -> ListSheet {
    let column =
        |(heading, width): &(&str, u16)| ListColumn { heading: (*heading).to_owned(), width: *width };
    let cell = |cell: &TableCell| match cell {
        TableCell::Text(text) => ListCell::Text(text.clone()),
        TableCell::Number(number) => ListCell::Number(*number),
    };
    ListSheet {
        name: table.name.clone(),
        title: table.title.clone(),
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

/// What can be done about it is told; anything else is a defect.
fn why(error: Error) -> Unprinted {
    match error {
        Error::TooManyRows | Error::TooManyToPrint | Error::NoFonts => Unprinted::Refused(error.to_string()),
        other => Unprinted::Broken(other.to_string()),
    }
}
