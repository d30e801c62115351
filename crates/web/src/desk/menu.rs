//! The menu of the desk: only pages that exist, in the order of a clerk's day.

use casework::Capability;
use casework::account::SignedIn;
use law::register::Register;

/// A part of the desk, for marking where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// 今天.
    Today,
    /// One register; those of every day have an entry of their own.
    Register(Register),
    /// 台账, imports among them.
    Registers,
    /// 年报.
    Reports,
    /// 报告核对.
    Checks,
    /// 设置: people and holiday arrangements.
    Settings,
    /// 我的账号: not in the menu.
    Account,
    /// 帮助: a link of the frame, not in the menu.
    Help,
}

/// One entry: where, word, address, what a post needs to see it.
type Entry = (Place, &'static str, &'static str, Capability);

const MENU: &[Entry] = &[
    (Place::Today, "今天", "/desk/", Capability::SeeDesk),
    (
        Place::Register(Register::Publication),
        "信息发布",
        "/desk/registers/publication",
        Capability::EditRecords,
    ),
    (
        Place::Register(Register::AccessRequest),
        "申请",
        "/desk/registers/access_request",
        Capability::EditRecords,
    ),
    (Place::Register(Register::WorkOrder), "工单", "/desk/registers/work_order", Capability::EditRecords),
    (Place::Registers, "台账", "/desk/registers", Capability::SeeRecords),
    (Place::Reports, "年报", "/desk/reports", Capability::SeeReports),
    (Place::Checks, "报告核对", "/desk/checks", Capability::CheckReports),
    (Place::Settings, "设置", "/desk/people", Capability::ManagePeople),
];

/// An entry as the layout draws it.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) label: &'static str,
    pub(crate) href: &'static str,
    pub(crate) current: bool,
}

/// The entries that the person's post may open.
pub(super) fn menu(person: &SignedIn, current: Place) -> Vec<Item> {
    let may: Vec<&Entry> = MENU.iter().filter(|(.., capability)| person.seat.kind.may(*capability)).collect();
    // A register without an entry of its own is one of the 台账.
    let current = match current {
        Place::Register(_) if !may.iter().any(|(place, ..)| *place == current) => Place::Registers,
        other => other,
    };
    let item = |(place, label, href, _): &&Entry| Item { label, href, current: *place == current };
    may.iter().map(item).collect()
}
