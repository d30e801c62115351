//! A web page as a tree, built by html5ever's tree builder as a browser would build it.
//!
//! Only what reading needs is kept: no comments, no document type. Depth and size are watched while the page is
//! fed in pieces, so that a page made of opening tags is given up before it costs anything.

use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

use crate::fault::Fault;
use crate::limits::{MAX_DEPTH, MAX_NODES};

/// How much is fed to the parser at a time, in bytes.
const PIECE: usize = 16 * 1024;

/// More attributes are not taken from tags that add to one element again and again.
const MAX_ATTRIBUTES: usize = 100;

/// A node's number; 0 is the page.
pub(super) type Id = usize;

/// The page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
pub(super) struct Node {
    /// Lower-case name; empty for text and for the page.
    pub(super) name: String,
    /// The text of a text node.
    pub(super) text: String,
    pub(super) children: Vec<Id>,
    attributes: Vec<(String, String)>,
    parent: Option<Id>,
}

impl Tree {
    /// Parses a page.
    ///
    /// # Errors
    /// [`Fault::TooDeep`], [`Fault::TooMuch`].
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let sink = Sink::new();
        let mut parser = parse_document(sink, ParseOpts::default());
        let mut rest = text;
        while !rest.is_empty() {
            let at = rest.floor_char_boundary(PIECE.min(rest.len()));
            let (piece, next) = rest.split_at(at);
            parser.process(StrTendril::from(piece));
            parser.tokenizer.sink.sink.within_limits()?;
            rest = next;
        }
        let sink = parser.finish();
        sink.within_limits()?;
        let tree = Self { nodes: sink.nodes.into_inner() };
        // Elements that were moved while the page was built may have come deeper than where they were put.
        let mut open = vec![(0, 0)];
        while let Some((id, depth)) = open.pop() {
            if depth > MAX_DEPTH {
                return Err(Fault::TooDeep);
            }
            open.extend(tree.children(id).iter().map(|child| (*child, depth + 1)));
        }
        Ok(tree)
    }

    /// How many nodes there are.
    pub(super) const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of this number.
    pub(super) fn get(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The nodes directly in this one.
    pub(super) fn children(&self, id: Id) -> &[Id] {
        self.get(id).map(|node| node.children.as_slice()).unwrap_or_default()
    }

    /// Its name; empty for text.
    pub(super) fn name(&self, id: Id) -> &str {
        self.get(id).map_or("", |node| node.name.as_str())
    }

    /// An attribute by its lower-case name.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let attributes = &self.get(id)?.attributes;
        attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What the tree builder writes into.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// Names as the tree builder asks for them, by node.
    names: RefCell<Vec<QualName>>,
    is_too_deep: Cell<bool>,
    is_too_large: Cell<bool>,
}

/// A name handed back to the tree builder.
#[derive(Debug)]
struct Name(QualName);

impl html5ever::interface::ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    fn new() -> Self {
        let sink = Self {
            nodes: RefCell::default(),
            names: RefCell::default(),
            is_too_deep: Cell::new(false),
            is_too_large: Cell::new(false),
        };
        sink.add(nameless(), Node::default());
        sink
    }

    fn within_limits(&self) -> Result<(), Fault> {
        if self.is_too_deep.get() {
            return Err(Fault::TooDeep);
        }
        if self.is_too_large.get() {
            return Err(Fault::TooMuch { what: "网页", unit: "个元素", limit: MAX_NODES });
        }
        Ok(())
    }

    fn add(&self, name: QualName, node: Node) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        self.names.borrow_mut().push(name);
        self.is_too_large.set(self.is_too_large.get() || nodes.len() > MAX_NODES);
        nodes.len() - 1
    }

    fn text(&self, text: &str) -> Id {
        self.add(nameless(), Node { text: text.to_owned(), ..Node::default() })
    }

    /// Places a node among the children of another one.
    fn place(&self, parent: Id, at: Option<usize>, child: Id) {
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = nodes.get_mut(child) {
            node.parent = Some(parent);
        }
        if let Some(node) = nodes.get_mut(parent) {
            let at = at.unwrap_or(node.children.len()).min(node.children.len());
            node.children.insert(at, child);
        }
        let mut depth = 0;
        let mut above = Some(parent);
        while let Some(id) = above {
            depth += 1;
            if depth > MAX_DEPTH {
                self.is_too_deep.set(true);
                break;
            }
            above = nodes.get(id).and_then(|node| node.parent);
        }
    }

    fn detach(&self, child: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let parent = nodes.get_mut(child).and_then(|node| node.parent.take());
        if let Some(node) = parent.and_then(|parent| nodes.get_mut(parent))
            && let Some(at) = node.children.iter().rposition(|id| *id == child)
        {
            node.children.remove(at);
        }
    }

    /// Adds text after the child at `at`, joining it to a text that stands there.
    fn place_text(&self, parent: Id, at: Option<usize>, text: &str) {
        {
            let mut nodes = self.nodes.borrow_mut();
            let before = nodes.get(parent).and_then(|node| match at {
                Some(at) => node.children.get(at.checked_sub(1)?).copied(),
                None => node.children.last().copied(),
            });
            if let Some(node) = before.and_then(|before| nodes.get_mut(before))
                && node.name.is_empty()
            {
                node.text.push_str(text);
                return;
            }
        }
        let child = self.text(text);
        self.place(parent, at, child);
    }

    fn parent_of(&self, id: Id) -> Option<Id> {
        self.nodes.borrow().get(id).and_then(|node| node.parent)
    }
}

fn nameless() -> QualName {
    QualName::new(None, Namespace::default(), LocalName::default())
}

fn pairs(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes
        .into_iter()
        .map(|a| (a.name.local.to_ascii_lowercase().to_string(), a.value.to_string()))
        .collect()
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _message: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name {
        Name(self.names.borrow().get(*target).cloned().unwrap_or_else(nameless))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Id {
        let local = name.local.to_ascii_lowercase().to_string();
        self.add(name, Node { name: local, attributes: pairs(attributes), ..Node::default() })
    }

    // A comment or instruction is a text that says nothing.
    fn create_comment(&self, _text: StrTendril) -> Id {
        self.text("")
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.text("")
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(child) => self.place(*parent, None, child),
            NodeOrText::AppendText(text) => self.place_text(*parent, None, &text),
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.parent_of(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    // What stands in a template is not shown: it is kept apart under no parent.
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let Some(parent) = self.parent_of(*sibling) else { return };
        if let NodeOrText::AppendNode(child) = &child {
            self.detach(*child);
        }
        let at = self
            .nodes
            .borrow()
            .get(parent)
            .and_then(|node| node.children.iter().rposition(|id| id == sibling));
        match child {
            NodeOrText::AppendNode(child) => self.place(parent, at, child),
            NodeOrText::AppendText(text) => self.place_text(parent, at, &text),
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(*target) {
            for (key, value) in pairs(attributes) {
                if node.attributes.len() < MAX_ATTRIBUTES
                    && node.attributes.iter().all(|(known, _)| *known != key)
                {
                    node.attributes.push((key, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let children = self
            .nodes
            .borrow_mut()
            .get_mut(*node)
            .map(|node| std::mem::take(&mut node.children))
            .unwrap_or_default();
        for child in children {
            if let Some(node) = self.nodes.borrow_mut().get_mut(child) {
                node.parent = None;
            }
            self.place(*new_parent, None, child);
        }
    }
}
