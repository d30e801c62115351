//! PDF with a text layer (ISO 32000-1): what is drawn on each page, then [`crate::pages`].
//!
//! lopdf takes the file apart; the drawing operations are followed here, since only their places tell which words
//! stand in one line and which in one column. A page that is a picture is reported as one.

mod cmap;
mod codes;
mod content;
mod font;
mod matrix;
mod names;
mod page;
mod path;
mod widths;

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use inspect::Document;
use lopdf::{Dictionary, Document as Pdf, LoadOptions, Object, ObjectId};

use super::fault::Fault;
use super::limits::{MAX_DEPTH, MAX_PAGES};
use super::pages::Pages;

/// The most one stream may unpack to, in bytes.
pub(crate) const MAX_STREAM: usize = 16 * 1024 * 1024;

/// Reads a whole file.
///
/// # Errors
/// A [`Fault`] for a damaged file, one with a password, or one beyond the limits.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    // A library fed with untrusted bytes: a panic in it is a damaged file, not the end of the program.
    catch_unwind(AssertUnwindSafe(|| whole(bytes)))
        .unwrap_or_else(|_| Err(Fault::Damaged("PDF 的内部结构自相矛盾".to_owned())))
}

fn whole(bytes: &[u8]) -> Result<Document, Fault> {
    let pdf = Pdf::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_STREAM))
        .map_err(|error| refusal(&error))?;
    if pdf.is_encrypted() {
        return Err(Fault::Locked);
    }
    let found = page_ids(&pdf)?;
    if found.is_empty() {
        return Err(Fault::Damaged("PDF 里没有页".to_owned()));
    }
    let mut pages = Pages::new();
    let mut budget = content::Budget::default();
    let mut fonts = font::Fonts::default();
    for (number, id) in (1..).zip(found) {
        if let Ok(dictionary) = pdf.get_dictionary(id) {
            pages.add(number, page::draw(&pdf, dictionary, &mut fonts, &mut budget)?)?;
        }
    }
    if pages.is_empty() {
        return Err(Fault::Empty);
    }
    pages.finish()
}

fn refusal(error: &lopdf::Error) -> Fault {
    match error {
        lopdf::Error::InvalidPassword
        | lopdf::Error::Decryption(_)
        | lopdf::Error::UnsupportedSecurityHandler(_) => Fault::Locked,
        _ => Fault::Damaged("PDF 的内部结构读不通".to_owned()),
    }
}

/// The pages in order. The tree may be a loop or a chain in a hostile file.
fn page_ids(pdf: &Pdf) -> Result<Vec<ObjectId>, Fault> {
    let root = pdf.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok()?.as_reference().ok());
    let Some(root) = root else { return Err(Fault::Damaged("PDF 缺少页目录".to_owned())) };
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    let mut open = vec![(root, 0)];
    while let Some((id, depth)) = open.pop() {
        if depth > MAX_DEPTH {
            return Err(Fault::TooDeep);
        }
        if !seen.insert(id) {
            return Err(Fault::Damaged("PDF 的页目录自相循环".to_owned()));
        }
        let Ok(node) = pdf.get_dictionary(id) else { continue };
        match node.get_deref(b"Kids", pdf).and_then(Object::as_array) {
            Ok(kids) => {
                open.extend(kids.iter().rev().filter_map(|kid| Some((kid.as_reference().ok()?, depth + 1))))
            }
            Err(_) => found.push(id),
        }
        if found.len() > MAX_PAGES {
            return Err(Fault::TooMuch { what: "PDF ", unit: "页", limit: MAX_PAGES });
        }
    }
    Ok(found)
}

/// An object, followed through references.
pub(super) fn follow<'a>(pdf: &'a Pdf, object: &'a Object) -> Option<&'a Object> {
    pdf.dereference(object).ok().map(|(_, object)| object)
}

/// An entry of a dictionary, followed.
pub(super) fn entry<'a>(pdf: &'a Pdf, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    follow(pdf, dictionary.get(key).ok()?)
}

/// The dictionary of a dictionary or a stream.
pub(super) fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A number.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(number) => {
            // Beyond this nothing on a page has its place.
            let small = i32::try_from(*number).ok()?;
            Some(f64::from(small))
        }
        Object::Real(number) => Some(f64::from(*number)).filter(|number| number.is_finite()),
        _ => None,
    }
}

/// Numbers of an array.
pub(super) fn numbers(pdf: &Pdf, object: &Object) -> Vec<f64> {
    let items = follow(pdf, object).and_then(|object| object.as_array().ok());
    items.into_iter().flatten().filter_map(|item| number(follow(pdf, item)?)).collect()
}
