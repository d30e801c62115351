//! Maps from codes to characters or glyph numbers (ISO 32000-1, 9.7.5 and 9.10.3).

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use lopdf::Stream;

/// The most entries of all maps of a document: a font has at most 65,536, and most have some hundred.
const MAX_ENTRIES: usize = 500_000;
/// The longest map, in bytes: 65,536 entries of a line each take one and a half million.
const MAX_MAP: usize = 4 * 1024 * 1024;
/// All maps of a document together, in bytes.
const MAX_MAPS: usize = 32 * 1024 * 1024;
/// The most ranges of one map.
const MAX_RANGES: usize = 10_000;

/// The maps met so far, by the place of their stream in memory of the file: fonts may share one.
#[derive(Debug)]
pub(super) struct Maps {
    known: HashMap<usize, Option<Rc<CMap>>>,
    /// Entries that may still be read.
    entries: usize,
    /// Bytes that may still be unpacked.
    bytes: usize,
}

/// A map.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Length in bytes, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    texts: HashMap<(usize, u32), String>,
    text_ranges: Vec<Range<String>>,
    cids: HashMap<(usize, u32), u32>,
    cid_ranges: Vec<Range<u32>>,
    /// What ranges were found to say.
    found: RefCell<HashMap<u32, Option<String>>>,
    /// Entries that may still come.
    left: usize,
}

#[derive(Debug)]
struct Range<T> {
    length: usize,
    first: u32,
    last: u32,
    to: T,
}

/// What a map is written in.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Hex(Vec<u8>),
    Number(u32),
    Open,
    Close,
    Word(String),
}

impl Default for Maps {
    fn default() -> Self {
        Self { known: HashMap::new(), entries: MAX_ENTRIES, bytes: MAX_MAPS }
    }
}

impl Maps {
    /// The map in a stream; none if it is damaged or beyond the limits, and its signs then say nothing.
    pub(super) fn get(&mut self, stream: &Stream) -> Option<Rc<CMap>> {
        // Streams stay where they are while the file is read.
        let place = std::ptr::from_ref(stream).addr();
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let limit = MAX_MAP.min(self.bytes);
        let content =
            stream.get_plain_content_with_limit(limit).ok().filter(|content| content.len() <= limit);
        self.bytes -= content.as_ref().map_or(limit, Vec::len);
        let map = content.map(|content| Rc::new(CMap::parse(&content, &mut self.entries)));
        self.known.insert(place, map.clone());
        map
    }
}

impl CMap {
    /// Reads a map, of at most so many entries, which are taken off; what makes no sense in it is passed over.
    pub(super) fn parse(content: &[u8], left: &mut usize) -> Self {
        let mut map = Self { left: *left, ..Self::default() };
        let mut since: Vec<Token> = Vec::new();
        for token in tokens(content) {
            let Token::Word(word) = &token else {
                since.push(token);
                continue;
            };
            match word.as_str() {
                "endcodespacerange" => map.spaces(&since),
                "endbfchar" => map.characters(&since),
                "endbfrange" => map.character_ranges(&since),
                "endcidchar" => map.glyphs(&since),
                "endcidrange" => map.glyph_ranges(&since),
                _ => {}
            }
            since.clear();
        }
        *left = map.left;
        map
    }

    /// Takes one entry off; false if there are none left.
    const fn take(&mut self) -> bool {
        let any = self.left > 0;
        self.left = self.left.saturating_sub(1);
        any
    }

    fn spaces(&mut self, tokens: &[Token]) {
        for pair in tokens.chunks_exact(2) {
            if let [Token::Hex(first), Token::Hex(last)] = pair
                && self.spaces.len() < MAX_RANGES
            {
                self.spaces.push((first.len(), value(first), value(last)));
            }
        }
    }

    fn characters(&mut self, tokens: &[Token]) {
        for pair in tokens.chunks_exact(2) {
            if let [Token::Hex(code), Token::Hex(to)] = pair
                && self.take()
            {
                self.texts.insert((code.len(), value(code)), text(to));
            }
        }
    }

    fn character_ranges(&mut self, tokens: &[Token]) {
        let mut rest = tokens.iter();
        while let (Some(Token::Hex(first)), Some(Token::Hex(last)), Some(to)) =
            (rest.next(), rest.next(), rest.next())
        {
            let (length, first, last) = (first.len(), value(first), value(last));
            match to {
                Token::Hex(to) if self.text_ranges.len() < MAX_RANGES => {
                    self.text_ranges.push(Range { length, first, last, to: text(to) })
                }
                Token::Open => {
                    let mut code = first;
                    for item in rest.by_ref() {
                        match item {
                            Token::Hex(to) if self.take() => {
                                self.texts.insert((length, code), text(to));
                            }
                            Token::Close => break,
                            _ => {}
                        }
                        code = code.saturating_add(1);
                    }
                }
                _ => {}
            }
        }
    }

    fn glyphs(&mut self, tokens: &[Token]) {
        for pair in tokens.chunks_exact(2) {
            if let [Token::Hex(code), Token::Number(cid)] = pair
                && self.take()
            {
                self.cids.insert((code.len(), value(code)), *cid);
            }
        }
    }

    fn glyph_ranges(&mut self, tokens: &[Token]) {
        for three in tokens.chunks_exact(3) {
            if let [Token::Hex(first), Token::Hex(last), Token::Number(to)] = three
                && self.cid_ranges.len() < MAX_RANGES
            {
                let (length, first, last) = (first.len(), value(first), value(last));
                self.cid_ranges.push(Range { length, first, last, to: *to });
            }
        }
    }

    /// The first code of a string that is not empty, and its length.
    pub(super) fn cut(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=4 {
            let Some(part) = bytes.get(..length) else { break };
            let code = value(part);
            if self
                .spaces
                .iter()
                .any(|(long, first, last)| *long == length && (*first..=*last).contains(&code))
            {
                return (code, length);
            }
        }
        let length = self.spaces.first().map_or(2, |space| space.0).clamp(1, 4).min(bytes.len());
        (bytes.get(..length).map_or(0, value), length)
    }

    /// What a code says. Some files state lengths that their strings do not have, so the length is a preference.
    pub(super) fn text(&self, code: u32, length: usize) -> Option<String> {
        let own = self.texts.get(&(length, code));
        if let Some(text) = own.or_else(|| (1..=4).find_map(|length| self.texts.get(&(length, code)))) {
            return Some(text.clone());
        }
        let known = self.found.borrow().get(&code).cloned();
        known.unwrap_or_else(|| {
            let text = self.by_range(code, length);
            self.found.borrow_mut().insert(code, text.clone());
            text
        })
    }

    fn by_range(&self, code: u32, length: usize) -> Option<String> {
        let fits = |range: &&Range<String>| (range.first..=range.last).contains(&code);
        let range = self.text_ranges.iter().find(|range| range.length == length && fits(range));
        let range = range.or_else(|| self.text_ranges.iter().find(fits))?;
        let mut text = range.to.clone();
        let last = text.pop()?;
        text.push(char::from_u32(u32::from(last).checked_add(code - range.first)?)?);
        Some(text)
    }

    /// The glyph number of a code.
    pub(super) fn cid(&self, code: u32, length: usize) -> Option<u32> {
        if let Some(cid) = self.cids.get(&(length, code)) {
            return Some(*cid);
        }
        let fits = |range: &&Range<u32>| range.length == length && (range.first..=range.last).contains(&code);
        let range = self.cid_ranges.iter().find(fits)?;
        range.to.checked_add(code - range.first)
    }
}

fn value(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |at, byte| at << 8 | u32::from(*byte))
}

fn text(bytes: &[u8]) -> String {
    if let [one] = bytes {
        return char::from(*one).to_string();
    }
    let units = bytes.chunks_exact(2).map(|unit| unit.iter().fold(0, |at, byte| at << 8 | u16::from(*byte)));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
}

fn tokens(content: &[u8]) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let first = *content.get(at)?;
            match first {
                b'%' => at += run(content, at, |byte| byte != b'\n' && byte != b'\r'),
                b'<' if content.get(at + 1) == Some(&b'<') => at += 2,
                b'<' => {
                    let length = run(content, at, |byte| byte != b'>');
                    let digits = content.get(at + 1..at + length).unwrap_or_default();
                    at += length + 1;
                    return Some(Token::Hex(hex(digits)));
                }
                b'[' | b']' => {
                    at += 1;
                    return Some(if first == b'[' { Token::Open } else { Token::Close });
                }
                byte if byte.is_ascii_alphanumeric() || byte == b'/' || byte == b'-' => {
                    let length = 1 + run(content, at + 1, |byte| {
                        byte.is_ascii_alphanumeric() || b"-._".contains(&byte)
                    });
                    let word = String::from_utf8_lossy(content.get(at..at + length).unwrap_or_default())
                        .into_owned();
                    at += length;
                    return Some(word.parse().map_or(Token::Word(word), Token::Number));
                }
                _ => at += 1,
            }
        }
    })
}

fn run(content: &[u8], from: usize, while_true: impl Fn(u8) -> bool) -> usize {
    content.iter().skip(from).take_while(|byte| while_true(**byte)).count()
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let mut nibbles: Vec<u32> = digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).collect();
    if nibbles.len() % 2 == 1 {
        nibbles.push(0);
    }
    nibbles
        .chunks_exact(2)
        .filter_map(|pair| u8::try_from(pair.iter().fold(0, |at, nibble| at * 16 + nibble)).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_read() {
        let map = CMap::parse(
            b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <4E00> <0004> <D840DC00>
            endbfchar 2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<4E8C> <4E09>] endbfrange endcmap",
            &mut MAX_ENTRIES.clone(),
        );
        let say = |code| map.text(code, 2);
        assert_eq!(say(3).as_deref(), Some("一"));
        assert_eq!(say(4).as_deref(), Some("\u{20000}"));
        assert_eq!(say(0x12).as_deref(), Some("2"));
        assert_eq!(say(0x21).as_deref(), Some("三"));
        assert_eq!(say(0x30), None);
        assert_eq!(map.cut(&[0, 3, 9]), (3, 2));
    }
}
