//! The encoding of a web page: its mark, what it states, what its bytes are. Statements are often wrong.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

use crate::decode::decode;
use crate::fault::Fault;

/// How far into a page its statement is looked for, in bytes.
const HEAD: usize = 4096;
/// One damaged character in so many is borne: pages carry broken bytes in what nobody reads.
const SOUND_PER_DAMAGED: usize = 500;

/// Decodes a page.
pub(super) fn decode_page(bytes: &[u8]) -> Result<String, Fault> {
    let stated = stated(bytes);
    let by_statement =
        stated.and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    if let Some(text) = by_statement.filter(|_| Encoding::for_bom(bytes).is_none()) {
        return Ok(text.into_owned());
    }
    let fault = match decode(bytes) {
        Ok(decoded) => return Ok(decoded.text),
        Err(Fault::Empty) => return Err(Fault::Empty),
        Err(fault) => fault,
    };
    let Some(encoding) = stated else { return Err(fault) };
    let (text, _, _) = encoding.decode(bytes);
    let damaged = text.chars().filter(|c| *c == '\u{FFFD}').count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    if damaged * SOUND_PER_DAMAGED <= foreign { Ok(text.into_owned()) } else { Err(fault) }
}

/// What the page states in its head, as browsers take it: GB2312 and GBK are read as GB18030.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> = bytes.iter().take(HEAD).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head);
    let at = ["charset=", "encoding="].into_iter().find_map(|key| Some(head.split_once(key)?.1))?;
    let label: String = at
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    if encoding == GBK {
        return Some(GB18030);
    }
    // A page that could state UTF-16 in ASCII is not UTF-16.
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}
