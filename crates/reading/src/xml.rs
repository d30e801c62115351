//! XML as a tree of borrowed elements: what DOCX and OFD need, and no more.
//!
//! No document type is accepted: entities of a file's own making are how a small file becomes a large one, and
//! how a parser is made to fetch things. Names are local; the few prefixes in use never clash.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use super::fault::Fault;
use super::limits::{MAX_DEPTH, MAX_NODES};

/// A whole part.
#[derive(Debug)]
pub(crate) struct Xml<'a> {
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    /// Local name; empty for text.
    name: &'a str,
    /// The attributes as written, or the text.
    rest: Cow<'a, str>,
    children: Vec<u32>,
}

/// One element, or a piece of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'t, 'a> {
    xml: &'t Xml<'a>,
    index: u32,
}

impl<'a> Xml<'a> {
    /// Parses a part.
    ///
    /// # Errors
    /// [`Fault::Damaged`], [`Fault::TooDeep`], [`Fault::TooMuch`].
    pub(crate) fn parse(text: &'a str) -> Result<Self, Fault> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = false;
        let mut xml = Self { nodes: vec![Node { name: "/", rest: Cow::Borrowed(""), children: Vec::new() }] };
        let mut open: Vec<u32> = vec![0];
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = reader.read_event().map_err(|_| Fault::Damaged("XML 的写法有错".to_owned()))?;
            let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let written = text.get(start..end).unwrap_or_default();
            match event {
                Event::Start(_) => {
                    let index = xml.element(&open, written)?;
                    open.push(index);
                    if open.len() > MAX_DEPTH {
                        return Err(Fault::TooDeep);
                    }
                }
                Event::Empty(_) => drop(xml.element(&open, written)?),
                Event::End(_) => drop(open.pop()),
                Event::Text(_) => xml.text(&open, Cow::Borrowed(written))?,
                Event::CData(data) => xml.text(&open, Cow::Owned(data.to_string()))?,
                Event::GeneralRef(_) => xml.text(&open, unescape(written).unwrap_or_default())?,
                Event::DocType(_) => return Err(Fault::Damaged("含有不接受的 DOCTYPE 声明".to_owned())),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        if open.len() > 1 {
            return Err(Fault::Damaged("内容不完整".to_owned()));
        }
        Ok(xml)
    }

    /// `written` is the tag with its angle brackets.
    fn element(&mut self, open: &[u32], written: &'a str) -> Result<u32, Fault> {
        let inner = written.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let (name, rest) =
            inner.split_at(inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len()));
        let name = name.rsplit_once(':').map_or(name, |(_, local)| local);
        self.push(open, Node { name, rest: Cow::Borrowed(rest), children: Vec::new() })
    }

    fn text(&mut self, open: &[u32], text: Cow<'a, str>) -> Result<(), Fault> {
        if text.is_empty() {
            return Ok(());
        }
        self.push(open, Node { name: "", rest: text, children: Vec::new() }).map(drop)
    }

    fn push(&mut self, open: &[u32], node: Node<'a>) -> Result<u32, Fault> {
        if self.nodes.len() >= MAX_NODES {
            return Err(Fault::TooMuch { what: "内容", unit: "个元素", limit: MAX_NODES });
        }
        let index = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(node);
        let parent = open.last().and_then(|parent| self.nodes.get_mut(*parent as usize));
        if let Some(parent) = parent {
            parent.children.push(index);
        }
        Ok(index)
    }

    /// What stands above all elements.
    pub(crate) const fn root(&self) -> Element<'_, 'a> {
        Element { xml: self, index: 0 }
    }
}

impl<'t, 'a> Element<'t, 'a> {
    fn node(self) -> Option<&'t Node<'a>> {
        self.xml.nodes.get(self.index as usize)
    }

    /// Its local name; empty for text.
    pub(crate) fn name(self) -> &'a str {
        self.node().map_or("", |node| node.name)
    }

    /// The elements and texts directly in it.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> + 't {
        let children = self.node().map(|node| node.children.as_slice()).unwrap_or_default();
        let xml = self.xml;
        children.iter().map(move |index| Element { xml, index: *index })
    }

    /// The first element of this name directly in it.
    pub(crate) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The element at the end of these names, each directly in the one before.
    pub(crate) fn path(self, names: &[&str]) -> Option<Self> {
        names.iter().try_fold(self, |at, name| at.child(name))
    }

    /// Every element of this name at any depth, in order; those inside one another too.
    pub(crate) fn all(self, name: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let mut open: Vec<Self> = self.children().collect();
        open.reverse();
        while let Some(next) = open.pop() {
            if next.name() == name {
                found.push(next);
            }
            let from = open.len();
            open.extend(next.children());
            if let Some(added) = open.get_mut(from..) {
                added.reverse();
            }
        }
        found
    }

    /// The elements of this name at any depth that stand in no other one of these names, in order.
    pub(crate) fn outermost(self, name: &str, but_not_in: &[&str]) -> Vec<Self> {
        let mut found = Vec::new();
        let mut open: Vec<Self> = self.children().collect();
        open.reverse();
        while let Some(next) = open.pop() {
            if next.name() == name {
                found.push(next);
            } else if !but_not_in.contains(&next.name()) {
                let from = open.len();
                open.extend(next.children());
                if let Some(added) = open.get_mut(from..) {
                    added.reverse();
                }
            }
        }
        found
    }

    /// The value of the attribute of this local name.
    pub(crate) fn attribute(self, name: &str) -> Option<String> {
        let mut rest = self.node()?.rest.as_ref();
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = after.get(1..)?.split_once(quote)?;
            let key = key.trim();
            if key.rsplit_once(':').map_or(key, |(_, local)| local) == name && !key.starts_with("xmlns") {
                return Some(unescape(value).map_or_else(|_| value.to_owned(), Cow::into_owned));
            }
            rest = next;
        }
    }

    /// The attribute as a number.
    pub(crate) fn number(self, name: &str) -> Option<f64> {
        self.attribute(name)?.trim().parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// All text in it, at any depth.
    pub(crate) fn text(self) -> String {
        if self.name().is_empty() {
            return self.node().map(|node| node.rest.to_string()).unwrap_or_default();
        }
        self.all("").into_iter().filter_map(Element::node).map(|node| node.rest.as_ref()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_local_and_references_are_resolved() {
        let xml = Xml::parse(
            "<?xml version='1.0'?><w:p w:a='1 &lt; 2' b=\"丙\"><w:t>甲&amp;乙&#x4E00;</w:t><x/></w:p>",
        )
        .unwrap();
        let p = xml.root().child("p").unwrap();
        assert_eq!(p.attribute("a").unwrap(), "1 < 2");
        assert_eq!(p.attribute("b").unwrap(), "丙");
        assert_eq!(p.text(), "甲&乙一");
        assert_eq!(p.all("x").len(), 1);
    }

    #[test]
    fn entities_and_depth_are_refused() {
        assert!(Xml::parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_err());
        let deep = "<a>".repeat(MAX_DEPTH + 1);
        assert!(matches!(Xml::parse(&deep), Err(Fault::TooDeep)));
    }
}
