//! What must hold for every picture, for the tests of each.

use std::io::Write as _;

use super::contract::{LEAST_LABEL, NARROWEST, Narrow, Picture};

/// The narrowest a drawing is shown that is the same everywhere: a phone of 360 px without its margins.
const NARROWEST_PHONE: u32 = 296;
/// What a picture may weigh after gzip, in bytes.
const MOST_BYTES: usize = 12 * 1024;

/// Fails unless the picture keeps the contract; gives its size after gzip.
#[track_caller]
pub(super) fn assert_holds(picture: &Picture) -> usize {
    let html = picture.to_string();
    let drawing = picture.drawing.as_str();
    assert!(!picture.caption.is_empty() && !picture.sentence.is_empty());
    assert!(html.contains(&format!("<figcaption id=\"{}-caption\">", picture.id)), "{html}");
    assert!(html.contains(&format!("<p id=\"{}-sentence\">", picture.id)), "{html}");
    for banned in [" style=", "<script", "http", "NaN", "<image"] {
        assert!(!html.contains(banned), "{banned} stands in a picture");
    }
    if drawing.starts_with("<svg") {
        let named = format!("role=\"img\" aria-labelledby=\"{0}-caption {0}-sentence\"", picture.id);
        assert!(drawing.contains(&named), "{drawing}");
        assert!(picture.numbers.is_some(), "a drawing is nothing without its numbers");
        assert_labels(drawing, if picture.narrow == Narrow::Same { NARROWEST_PHONE } else { NARROWEST });
    } else {
        assert!(
            picture.numbers.is_some()
                || drawing.contains("<table")
                || drawing.contains("<ul")
                || drawing.contains("<ol")
        );
    }
    if let Some(numbers) = &picture.numbers {
        for row in &numbers.rows {
            assert_eq!(row.values.len() + 1, numbers.head.len(), "{}", row.label);
        }
    }
    let bytes = gzipped(&html);
    assert!(bytes <= MOST_BYTES, "{} is {bytes} bytes after gzip", picture.id);
    bytes
}

/// The smallest label, in CSS pixels where the drawing is narrowest.
#[track_caller]
fn assert_labels(svg: &str, narrowest: u32) {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let width: u32 = rest.split(' ').next().unwrap().parse().unwrap();
    let labels = svg.split("<text ").skip(1).map(|label| {
        let (_, rest) = label.split_once("font-size=\"").unwrap();
        rest.split('"').next().unwrap().parse::<u32>().unwrap()
    });
    let smallest = labels.min().unwrap_or(LEAST_LABEL);
    assert!(smallest * narrowest >= LEAST_LABEL * width, "{smallest} of {width} units are too small");
}

/// The size of a text after gzip, in bytes.
pub(super) fn gzipped(text: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}
