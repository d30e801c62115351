//! A PDF file with a sound frame around whatever is to be drawn.

use crate::SEPARATOR;

/// One page that draws the first part of the input, with a font whose map of signs is the second part, whose entries
/// are the third and those of the font below it the fourth. The page's drawing is a form too, which may call itself.
#[must_use]
pub fn framed(input: &[u8]) -> Vec<u8> {
    let mut parts = input.splitn(4, |byte| *byte == SEPARATOR);
    let mut part = || parts.next().unwrap_or_default();
    let (drawing, map, font, below) = (part(), part(), part(), part());
    let resources = "/Resources<</Font<</F 6 0 R>>/XObject<</X 8 0 R/P 9 0 R>>>>";
    with_places(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R{resources}>>").into_bytes(),
        stream("", drawing),
        stream("", map),
        [b"<</Type/Font/ToUnicode 5 0 R/DescendantFonts[7 0 R]".as_slice(), font, b">>"].concat(),
        [b"<</Type/Font".as_slice(), below, b">>"].concat(),
        stream(&format!("/Type/XObject/Subtype/Form{resources}"), drawing),
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1", b"0"),
    ])
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>stream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// The objects with their table of places behind them.
fn with_places(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        places += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{number} 0 obj\n").into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (count, start) = (objects.len() + 1, bytes.len());
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    );
    bytes.extend(end.into_bytes());
    bytes
}
