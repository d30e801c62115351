//! One import: what it did, and the way back.

use askama::Template;
use axum::extract::Path;
use law::register::Register;
use store::{Import, ImportId, Read};

use super::list::counts;
use super::{IMPORTS, address};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/import/one.html")]
struct ImportPage {
    look: Look,
    frame: Frame,
    told: Told,
    done: Option<&'static str>,
    records: String,
    /// Where it can be undone, for whoever may.
    undo: Option<String>,
}

/// An import in words.
pub(super) struct Told {
    pub(super) file: String,
    pub(super) register: Register,
    pub(super) year: i16,
    pub(super) when: String,
    pub(super) who: String,
    pub(super) counts: String,
    pub(super) digest: String,
    pub(super) undone: Option<String>,
}

impl Told {
    pub(super) async fn of(read: &mut Read, import: &Import) -> Result<Self, Fault> {
        let who = match &import.person_id {
            Some(id) => read.person(id).await?.name,
            None => day::BY_COMMAND.to_owned(),
        };
        let undone = match (import.undone_at, &import.undone_by) {
            (Some(at), Some(by)) => Some(format!("{}，{}", day::minute(at), read.person(by).await?.name)),
            (Some(at), None) => Some(day::minute(at)),
            (None, _) => None,
        };
        Ok(Self {
            file: import.file_name.clone(),
            register: import.register,
            year: import.year,
            when: day::minute(import.imported_at),
            who,
            counts: counts(import),
            digest: import.digest.clone(),
            undone,
        })
    }
}

/// `GET /desk/imports/{id}`.
pub(in crate::desk) async fn show_import(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let mut read = state.store().read().await?;
    let import = read.import(&signed.seat.organ_id, &ImportId::new(id)).await?;
    let told = Told::of(&mut read, &import).await?;
    let crumbs = vec![
        Crumb::to("台账", registers::REGISTERS),
        Crumb::to("导入记录", IMPORTS),
        Crumb::here(told.file.clone()),
    ];
    let may_undo = signed.seat.kind.may(casework::Capability::ImportRecords) && import.undone_at.is_none();
    page(&ImportPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Registers, crumbs),
        told,
        done: match sent.text("done") {
            "imported" => Some("已导入。核对后发现整份表格有误的，可以撤销这次导入。"),
            "undone" => Some("已撤销。新增的记录已移出台账，被更正的已恢复原样；事件记录仍然保留。"),
            _ => None,
        },
        records: registers::of_import(import.register, &import.id),
        undo: may_undo.then(|| format!("{}/undo", address(&import.id))),
    })
}
