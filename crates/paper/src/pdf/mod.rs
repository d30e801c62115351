//! Reports, ledgers and letters as PDF: typeset by typst, tagged, fit for archives (PDF/A-2a) and for readers aloud (PDF/UA-1).

mod fonts;
mod ledger;
mod letter;
mod report;
mod text;
mod typeset;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use law::Date;
use law::report::Report;
use typst::Library;
use typst::utils::LazyHash;

use crate::{Error, Ledger, Letter};
use fonts::{Chosen, Fonts};
use text::Printable;

/// Makes PDFs, one at a time: documents that are asked for at once wait for one another, so that a crowd cannot
/// take all of the machine. Fonts are looked for when they are first needed and stay in memory (about 75 MB with
/// Debian's `fonts-noto-cjk`) until [`Press::rest`] finds that nobody prints.
#[derive(Debug)]
pub struct Press {
    folder: Option<PathBuf>,
    library: OnceLock<LazyHash<Library>>,
    at_hand: Mutex<AtHand>,
    at_work: Mutex<()>,
    /// Whether something was printed since the press was last told to rest.
    in_use: AtomicBool,
}

/// A day as the templates take it.
fn day(day: Date) -> serde_json::Value {
    serde_json::json!({ "year": day.year(), "month": day.month(), "day": day.day() })
}

/// What has been found of the fonts so far.
#[derive(Debug, Default)]
struct AtHand {
    chosen: Option<Chosen>,
    fonts: Option<Arc<Fonts>>,
}

impl Press {
    /// A press that takes its fonts from this folder, or from where the system keeps them.
    #[must_use]
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            library: OnceLock::new(),
            at_hand: Mutex::new(AtHand { chosen: None, fonts: None }),
            at_work: Mutex::new(()),
            in_use: AtomicBool::new(false),
        }
    }

    /// Whether there are fonts. As long as there are none they are looked for again at each call, so that nobody
    /// has to restart anything after installing them.
    ///
    /// # Errors
    /// `NoFonts`, which says what to install.
    pub fn ready(&self) -> Result<(), Error> {
        let mut at_hand = self.at_hand.lock().unwrap_or_else(PoisonError::into_inner);
        if at_hand.chosen.is_none() {
            at_hand.chosen = fonts::find(self.folder.as_deref());
        }
        at_hand.chosen.is_some().then_some(()).ok_or(Error::NoFonts)
    }

    /// The annual report. Prose must be resolved: placeholders are printed as they stand.
    ///
    /// `draft` prints 草稿 on every page and leaves the signature out; `on` is the document's day: that of 定稿, or
    /// for a draft that of printing. A blank cell stays empty.
    ///
    /// # Errors
    /// `NoFonts`; `Pdf` when the typesetter refuses, which it should not.
    pub fn report(&self, report: &Report, title: &str, draft: bool, on: Date) -> Result<Vec<u8>, Error> {
        let fonts = self.fonts()?;
        let data = report::data(&mut Printable::new(&fonts), report, title, (draft, on));
        self.print(&fonts, concat!(include_str!("official.typ"), include_str!("report.typ")), data)
    }

    /// A register as a ledger: landscape, header repeated, pages counted.
    ///
    /// # Errors
    /// As [`Press::report`].
    pub fn register(&self, ledger: &Ledger) -> Result<Vec<u8>, Error> {
        let fonts = self.fonts()?;
        let data = ledger::data(&mut Printable::new(&fonts), ledger);
        self.print(&fonts, include_str!("ledger.typ"), data)
    }

    /// Letters in one file, each beginning on a page of its own. `on` is the document's day.
    ///
    /// # Errors
    /// As [`Press::report`].
    pub fn letters(&self, letters: &[Letter], on: Date) -> Result<Vec<u8>, Error> {
        let fonts = self.fonts()?;
        let data = letter::data(&mut Printable::new(&fonts), letters, on);
        self.print(&fonts, concat!(include_str!("official.typ"), include_str!("letter.typ")), data)
    }

    /// Gives the memory of fonts and of finished work back, if nothing was printed since the last call. The next
    /// document reads its fonts again.
    pub fn rest(&self) {
        if !self.in_use.swap(false, Ordering::Relaxed) {
            self.at_hand.lock().unwrap_or_else(PoisonError::into_inner).fonts = None;
            comemo::evict(0);
        }
    }

    fn print(&self, fonts: &Fonts, template: &str, mut data: serde_json::Value) -> Result<Vec<u8>, Error> {
        if let Some(members) = data.as_object_mut() {
            let families =
                serde_json::json!({ "body": fonts.body, "title": fonts.title, "heading": fonts.heading });
            members.insert("fonts".to_owned(), families);
        }
        self.in_use.store(true, Ordering::Relaxed);
        let library = self.library.get_or_init(typeset::library);
        let _one_at_a_time = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        typeset::typeset(library, fonts, template, data.to_string())
    }

    fn fonts(&self) -> Result<Arc<Fonts>, Error> {
        self.ready()?;
        let mut at_hand = self.at_hand.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fonts) = &at_hand.fonts {
            return Ok(Arc::clone(fonts));
        }
        match at_hand.chosen.as_ref().and_then(Fonts::read) {
            Some(read) => {
                let fonts = Arc::new(read);
                at_hand.fonts = Some(Arc::clone(&fonts));
                Ok(fonts)
            }
            None => {
                // The files went away since they were found.
                at_hand.chosen = None;
                Err(Error::NoFonts)
            }
        }
    }
}
