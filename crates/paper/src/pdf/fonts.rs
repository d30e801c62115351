//! The fonts of a PDF: found in a folder or on the system, read when the first document needs them.
//!
//! An office's own faces (方正小标宋, 仿宋_GB2312) are not free; their stand-ins are Noto Serif CJK and Noto Sans CJK,
//! which are the same designs as 思源宋体 and 思源黑体.

use std::fs;
use std::path::{Path, PathBuf};

use fontdb::{Database, FaceInfo, Source, Style, Weight};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Names under which the serif face goes: the first that is found is taken.
const SERIF: &[&str] = &[
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "思源宋体",
    "思源宋体 CN",
];
/// Names under which the sans-serif face goes.
const SANS: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "思源黑体 CN",
];

/// The fonts of a document, in memory.
#[derive(Debug)]
pub(super) struct Fonts {
    book: LazyHash<FontBook>,
    /// Text, title, headings; in the order of the book.
    fonts: Vec<Font>,
    /// The family of the text.
    pub(super) body: String,
    /// The family of the title.
    pub(super) title: String,
    /// The family of the headings.
    pub(super) heading: String,
}

/// Where a face is: a file, and its number in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Face {
    file: PathBuf,
    index: u32,
}

/// The faces that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    body: Face,
    title: Face,
    heading: Face,
}

/// Looks for the faces in the folder, or where the system keeps its fonts. Only the files' heads are read.
pub(super) fn find(folder: Option<&Path>) -> Option<Chosen> {
    let mut known = Database::new();
    match folder {
        Some(folder) => known.load_fonts_dir(folder),
        None => known.load_system_fonts(),
    }
    let serif = |weight| family(&known, SERIF, weight);
    let sans = |weight| family(&known, SANS, weight);
    let body = serif(Weight::NORMAL).or_else(|| sans(Weight::NORMAL))?;
    let title = serif(Weight::BOLD).or_else(|| sans(Weight::BOLD)).unwrap_or_else(|| body.clone());
    let heading = sans(Weight::BOLD).unwrap_or_else(|| title.clone());
    Some(Chosen { body, title, heading })
}

/// The upright face of the first family there is whose weight is nearest.
fn family(known: &Database, names: &[&str], weight: Weight) -> Option<Face> {
    let of_name = |name: &&str| {
        let named =
            |face: &&FaceInfo| face.style == Style::Normal && face.families.iter().any(|(n, _)| n == name);
        let nearest = known.faces().filter(named).min_by_key(|face| face.weight.0.abs_diff(weight.0))?;
        let file = match &nearest.source {
            Source::File(path) | Source::SharedFile(path, _) => path.clone(),
            Source::Binary(_) => return None,
        };
        Some(Face { file, index: nearest.index })
    };
    names.iter().find_map(of_name)
}

impl Fonts {
    /// Reads the faces. None if a file is gone or is no font any more.
    pub(super) fn read(chosen: &Chosen) -> Option<Self> {
        let mut faces = vec![&chosen.body];
        for face in [&chosen.title, &chosen.heading] {
            if !faces.contains(&face) {
                faces.push(face);
            }
        }
        let mut fonts: Vec<(&Face, Font)> = Vec::new();
        for face in faces {
            let read = fonts.iter().find(|(other, _)| other.file == face.file);
            let bytes = match read {
                Some((_, font)) => font.data().clone(),
                None => Bytes::new(fs::read(&face.file).ok()?),
            };
            fonts.push((face, Font::new(bytes, face.index)?));
        }
        let name = |face: &Face| {
            let found = fonts.iter().find(|(other, _)| *other == face);
            found.map(|(_, font)| font.info().family.clone()).unwrap_or_default()
        };
        let (body, title, heading) = (name(&chosen.body), name(&chosen.title), name(&chosen.heading));
        let fonts: Vec<Font> = fonts.into_iter().map(|(_, font)| font).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Some(Self { book, fonts, body, title, heading })
    }

    /// What typst looks the fonts up in.
    pub(super) const fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// A font by its number in the book.
    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether any of the fonts can print the character.
    pub(super) fn covers(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
    }
}
