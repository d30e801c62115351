//! 单位: the villages and departments of the organ, with whoever hands in figures for them.

use askama::Template;
use casework::account::staff;
use casework::unit::speaks_for;
use store::{Unit, UnitKind};

use super::{UNITS, address};
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/settings/units.html")]
struct UnitsPage {
    look: Look,
    frame: Frame,
    done: Option<&'static str>,
    groups: Vec<Group>,
}

/// The units of one kind in use, or those no longer in use.
struct Group {
    title: &'static str,
    closed: bool,
    units: Vec<Line>,
}

struct Line {
    name: String,
    kind: &'static str,
    code: String,
    href: String,
    /// Name and page of whoever hands in figures for it.
    speakers: Vec<(String, String)>,
    /// Where somebody is taken on to do so.
    hire: String,
}

/// `GET /desk/units`.
pub(in crate::desk) async fn show_units(Visit { state, here, signed, sent }: Visit) -> Answer {
    let (organ, today) = (&signed.seat.organ_id, state.today());
    let mut read = state.store().read().await?;
    let people = staff(&mut read, organ, today).await?;
    let units = read.units(organ).await?;
    drop(read);
    let line = |unit: &Unit| Line {
        name: unit.name.clone(),
        kind: unit.kind.label(),
        code: unit.code.clone().unwrap_or_default(),
        href: format!("{UNITS}/{}", unit.id),
        speakers: people
            .iter()
            .filter(|known| speaks_for(known, &unit.id, today))
            .map(|known| (known.person.name.clone(), address(&known.person.id)))
            .collect(),
        hire: format!("{}/new?kind=submitter&unit={}", super::PEOPLE, unit.id),
    };
    let group = |title, closed, is_in: &dyn Fn(&Unit) -> bool| Group {
        title,
        closed,
        units: units.iter().filter(|unit| unit.closed == closed && is_in(unit)).map(line).collect(),
    };
    let groups = vec![
        group("村（社区）", false, &|unit| unit.kind == UnitKind::Village),
        group("部门", false, &|unit| unit.kind == UnitKind::Department),
        group("已停用", true, &|_| true),
    ];
    page(&UnitsPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Settings, vec![Crumb::here("单位")]),
        done: match sent.text("done") {
            "added" => Some("单位已新建，登记和筛选时都可以选它了。"),
            "changed" => Some("单位已修改。以前的记录仍写着当时的名称，按单位筛选时照样找得到。"),
            "closed" => Some("单位已停用，以前的记录照常保留，也照样能按它筛选。停用错了，可以在下面恢复。"),
            "reopened" => Some("单位已恢复使用。"),
            _ => None,
        },
        groups: groups.into_iter().filter(|group| !group.units.is_empty()).collect(),
    })
}
