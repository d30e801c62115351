//! The frame of the desk's pages: who, in which post, where.

use super::help;
use super::menu::{Item, Place, menu};
use crate::frame::{Crumb, Here, Look};
use crate::gate::Signed;
use crate::state::State;

/// What `layout/desk.html` needs beside [`Look`].
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) menu: Vec<Item>,
    pub(crate) crumbs: Vec<Crumb>,
    pub(crate) organ: String,
    /// 演示经办（经办岗）.
    pub(crate) person: String,
    /// The page of the handbook about this part of the desk.
    pub(crate) help: String,
    /// The token that every form carries.
    pub(crate) token: String,
}

impl Frame {
    /// The frame of a page at that place of the menu; `crumbs` lead to it from 今天.
    pub(crate) fn new(signed: &Signed, place: Place, crumbs: Vec<Crumb>) -> Self {
        let crumbs = match crumbs.is_empty() {
            true => Vec::new(),
            false => [Crumb::to("今天", "/desk/")].into_iter().chain(crumbs).collect(),
        };
        Self {
            menu: menu(signed, place),
            crumbs,
            organ: signed.seat.organ_name.clone(),
            help: help::about(signed, place),
            person: format!("{}（{}）", signed.session.person_name, signed.seat.kind.label()),
            token: signed.session.csrf.clone(),
        }
    }
}

/// The look of a page of the desk. A page that answers a form is not an address to come back to, so the
/// switch of modes leads to `page` instead.
pub(crate) fn look_at(state: &State, here: &Here, page: &str) -> Look {
    Look::of(state, &Here { address: page.to_owned(), ..here.clone() })
}
