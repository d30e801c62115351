//! The small world that typst sees: one template, one file of data, the fonts. No files, no packages, no clock.

use comemo::evict;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fonts::Fonts;
use crate::Error;

/// For how many documents a result of layout that was not used again is kept.
const KEPT: usize = 4;

/// The typesetter's own library.
pub(super) fn library() -> LazyHash<Library> {
    // Header cells of rows are told to readers aloud through this.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
}

/// Typesets the template with the data (JSON) as PDF/A-2a and PDF/UA-1. The same input gives the same bytes.
///
/// # Errors
/// The typesetter's own words, for the log: with our templates and clean texts there should be none.
pub(super) fn typeset(
    library: &LazyHash<Library>,
    fonts: &Fonts,
    template: &str,
    data: String,
) -> Result<Vec<u8>, Error> {
    let [main, data_id] = [file("report.typ")?, file("data.json")?];
    let source = Source::new(main, template.to_owned());
    let world = Sheet { library, fonts, source, data_id, data: Bytes::from_string(data) };
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| Error::Pdf(error.message().to_string()))?;
    let made = typst::compile::<PagedDocument>(&world).output.and_then(|document| {
        let creator = Smart::Custom(Some("gongkai".to_owned()));
        typst_pdf::pdf(&document, &PdfOptions { standards, creator, ..PdfOptions::default() })
    });
    evict(KEPT);
    made.map_err(|faults| Error::Pdf(faults.iter().map(words).collect::<Vec<_>>().join("; ")))
}

fn words(fault: &SourceDiagnostic) -> String {
    let hints: Vec<&str> = fault.hints.iter().map(|hint| hint.v.as_str()).collect();
    format!("{} {}", fault.message, hints.join(" ")).trim_end().to_owned()
}

fn file(name: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(name).map_err(|error| Error::Pdf(format!("{name}: {error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One document on its way.
struct Sheet<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    source: Source,
    data_id: FileId,
    data: Bytes,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
