//! The registers side by side.

use askama::Template;
use law::register::Register;
use store::Filter;

use super::address;
use super::list::years;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/register/index.html")]
struct IndexPage {
    look: Look,
    frame: Frame,
    registers: Vec<Tile>,
    imports: bool,
    /// Whether the post may look at what was imported.
    sees_imports: bool,
}

struct Tile {
    label: &'static str,
    href: String,
    count: i64,
    /// The latest years with their numbers: `2025 年 12 条`.
    years: String,
}

/// `GET /desk/registers`.
pub(in crate::desk) async fn show_registers(Visit { state, here, signed, .. }: Visit) -> Answer {
    let organ = &signed.seat.organ_id;
    let own = signed.seat.unit_seen()?;
    let filter = Filter { unit: own.cloned(), ..Filter::default() };
    let mut read = state.store().read().await?;
    let mut registers = Vec::new();
    for register in Register::ALL.iter().copied() {
        let count = read.count_records(organ, register, &filter).await?;
        let years = years(&mut read, organ, register, own).await?;
        let years: Vec<String> =
            years.iter().take(3).map(|(year, count)| format!("{year} 年 {count} 条")).collect();
        registers.push(Tile {
            label: register.label(),
            href: address::list(register),
            count,
            years: years.join("，"),
        });
    }
    page(&IndexPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Registers, vec![Crumb::here("台账")]),
        registers,
        imports: signed.seat.kind.may(casework::Capability::ImportRecords),
        sees_imports: signed.seat.kind.may(casework::Capability::SeeReports),
    })
}
