//! Writes XML: elements that close themselves, texts that cannot break out.

/// One attribute.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// A part being written.
pub(super) struct Xml {
    out: String,
}

impl Xml {
    /// An empty part with its declaration.
    pub(super) fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// An element with what `inner` writes.
    pub(super) fn within(&mut self, name: &str, attributes: &[Attribute<'_>], inner: impl FnOnce(&mut Self)) {
        self.start(name, attributes);
        self.out.push('>');
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// An element that has nothing but the attribute `w:val`.
    pub(super) fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// A text inside an element.
    pub(super) fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.within(name, attributes, |xml| xml.text(text));
    }

    /// The finished part.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.escaped(value);
            self.out.push('"');
        }
    }

    /// Leaves out what XML 1.0 cannot hold at all: control characters and the two noncharacters.
    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.out.push(character),
                '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.out.push(character),
            }
        }
    }
}
