//! Web pages saved as one file (MHT, RFC 2557): the first part that is a page.

use inspect::Document;

use super::fault::Fault;
use super::html;

/// Parts that are looked at.
const MAX_PARTS: usize = 1000;

/// Reads the page; its pictures are left alone.
///
/// # Errors
/// [`Fault::Damaged`] when it holds no page, and what reading a page may say.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let (head, _) = parts_of(bytes);
    let Some(boundary) = parameter(&head, "boundary") else { return Err(no_page()) };
    let mark = format!("--{boundary}").into_bytes();
    let starts = find_all(bytes, &mark);
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(bytes.len());
        let part = bytes.get(start + mark.len()..end).unwrap_or_default();
        let (head, body) = parts_of(part.trim_ascii_start());
        if !head.to_ascii_lowercase().contains("text/html") {
            continue;
        }
        let mut page = decoded(&head, body);
        if let Some(charset) = parameter(&head, "charset") {
            // What the page itself states may be left over from before it was saved.
            page.splice(0..0, format!("<meta charset=\"{charset}\">").into_bytes());
        }
        return html::read(&page);
    }
    Err(no_page())
}

fn no_page() -> Fault {
    Fault::Damaged("单文件网页里没有网页".to_owned())
}

/// The lines before the first blank one, unfolded, and what follows.
fn parts_of(bytes: &[u8]) -> (String, &[u8]) {
    let found =
        |mark: &[u8]| bytes.windows(mark.len()).position(|window| window == mark).map(|at| (at, mark.len()));
    let (at, length) = match (found(b"\r\n\r\n"), found(b"\n\n")) {
        (Some(one), Some(other)) => {
            if one.0 < other.0 {
                one
            } else {
                other
            }
        }
        (one, other) => one.or(other).unwrap_or((bytes.len(), 0)),
    };
    let head = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let head = head.replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ");
    (head, bytes.get(at + length..).unwrap_or_default())
}

fn parameter(head: &str, name: &str) -> Option<String> {
    let at = head.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let rest = head.get(at..)?;
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split(|c: char| c.is_whitespace() || c == ';').next(),
    };
    value.map(str::to_owned).filter(|value| !value.is_empty() && !value.contains(['<', '>']))
}

fn find_all(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    let hits = bytes.windows(mark.len()).enumerate().filter(|(_, window)| *window == mark);
    hits.map(|(at, _)| at).take(MAX_PARTS).collect()
}

fn decoded(head: &str, body: &[u8]) -> Vec<u8> {
    let encoding = head.to_ascii_lowercase();
    if encoding.contains("quoted-printable") {
        quoted_printable(body)
    } else if encoding.contains("base64") {
        base64(body)
    } else {
        body.to_vec()
    }
}

/// RFC 2045, 6.7: `=E4` is a byte, `=` at the end of a line joins it to the next.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            out.push(*first);
            continue;
        }
        let nibble = |at: usize| after.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        if let (Some(high), Some(low)) = (nibble(0), nibble(1)) {
            out.extend(u8::try_from(high * 16 + low));
            rest = after.get(2..).unwrap_or_default();
        } else if let Some(next) = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")) {
            rest = next;
        } else {
            out.push(b'=');
        }
    }
    out
}

/// RFC 2045, 6.8.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xFF_FFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.extend(u8::try_from(bits >> count & 0xFF));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_undone() {
        assert_eq!(quoted_printable(b"=E7=94=B2=\r\n1=3D2"), "甲1=2".as_bytes());
        assert_eq!(base64("55SyMg==".as_bytes()), "甲2".as_bytes());
    }
}
