//! The imports of the organ, the latest first.

use askama::Template;
use casework::import::imports;
use store::{Import, Page};

use super::{IMPORTS, address};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

/// Imports on one page.
const SIZE: u32 = 50;

#[derive(Template)]
#[template(path = "desk/import/list.html")]
struct ImportsPage {
    look: Look,
    frame: Frame,
    rows: Vec<Line>,
    imports: bool,
    earlier: Option<String>,
    later: Option<String>,
}

struct Line {
    href: String,
    file: String,
    register: &'static str,
    year: i16,
    when: String,
    counts: String,
    undone: Option<String>,
}

/// `GET /desk/imports`.
pub(in crate::desk) async fn show_imports(Visit { state, here, signed, sent }: Visit) -> Answer {
    let number: u32 = sent.text("page").parse().unwrap_or(1).max(1);
    let slice = Page { limit: SIZE + 1, ..Page::number(number, SIZE) };
    let mut found = imports(state.store(), &signed.seat.organ_id, slice).await?;
    let more = found.len() > SIZE as usize;
    found.truncate(SIZE as usize);
    let crumbs = vec![Crumb::to("台账", registers::REGISTERS), Crumb::here("导入记录")];
    page(&ImportsPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Registers, crumbs),
        rows: found.iter().map(line).collect(),
        imports: signed.seat.kind.may(casework::Capability::ImportRecords),
        earlier: more.then(|| format!("{IMPORTS}?page={}", number + 1)),
        later: (number > 1).then(|| format!("{IMPORTS}?page={}", number - 1)),
    })
}

fn line(import: &Import) -> Line {
    Line {
        href: address(&import.id),
        file: import.file_name.clone(),
        register: import.register.label(),
        year: import.year,
        when: day::minute(import.imported_at),
        counts: counts(import),
        undone: import.undone_at.map(day::minute),
    }
}

/// What an import did: `新增 120 条，更正 2 条，相同跳过 3 条`.
pub(super) fn counts(import: &Import) -> String {
    let parts = [("新增", import.added), ("更正", import.corrected), ("相同跳过", import.skipped)];
    let told = parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what} {count} 条"));
    told.collect::<Vec<_>>().join("，")
}
