//! Which blocks are menus: lists of links with hardly a word beside.

use super::tree::{Id, Tree};
use super::walk::is_shown;

/// A list of links has at least so many.
const LINKS: usize = 5;

/// For every element what it says and how much of that are links, counted once for the whole page: blocks stand in
/// one another, and each of them is asked.
pub(super) struct Links {
    counts: Vec<Count>,
}

/// What stands in an element that is shown.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    links: usize,
    /// Letters and digits inside links.
    linked: usize,
    /// Letters and digits.
    all: usize,
}

impl Links {
    /// Counts the page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut links = Self { counts: vec![Count::default(); tree.len()] };
        // Parents before children; counted from the end, children before parents.
        let mut order = Vec::with_capacity(tree.len());
        let mut open = vec![0];
        while let Some(id) = open.pop() {
            if tree.name(id).is_empty() || is_shown(tree, id) {
                order.push(id);
                open.extend(tree.children(id).iter().copied());
            }
        }
        for id in order.into_iter().rev() {
            links.count(tree, id);
        }
        links
    }

    fn count(&mut self, tree: &Tree, id: Id) {
        let Some(node) = tree.get(id) else { return };
        let mut count =
            Count { all: node.text.chars().filter(|c| c.is_alphanumeric()).count(), ..Count::default() };
        for inner in node.children.iter().filter_map(|child| self.counts.get(*child)) {
            count.links += inner.links;
            count.linked += inner.linked;
            count.all += inner.all;
        }
        if node.name == "a" && tree.attribute(id, "href").is_some() {
            count.links += 1;
            count.linked = count.all;
        }
        if let Some(place) = self.counts.get_mut(id) {
            *place = count;
        }
    }

    /// Whether nearly all a block says are links, as in menus: many of them, and hardly a word beside.
    pub(super) fn is_list(&self, tree: &Tree, id: Id) -> bool {
        let is_block = matches!(tree.name(id), "ul" | "ol" | "dl" | "div" | "td" | "table" | "section" | "p");
        let count = self.counts.get(id).copied().unwrap_or_default();
        is_block && count.links >= LINKS && count.linked * 10 >= count.all * 9
    }
}
