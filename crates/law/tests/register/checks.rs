//! The law's checks: each line changes the template's valid example and says which field is at fault.

use law::register::Register::{self, *};

use super::changed_example;

/// Register, what is written otherwise, the field that must be named.
type Case = (Register, &'static [(&'static str, &'static str)], &'static str);

const FAULTY: &[Case] = &[
    (Publication, &[("category", "")], "category"),
    (Publication, &[("category", "20-15")], "basis"),
    (Publication, &[("first_released_on", "2025-02-09")], "first_released_on"),
    (Publication, &[("channels", "")], "channels"),
    (Publication, &[("withdrawn_on", "2025-03-01")], "withdrawn_reason"),
    (Publication, &[("withdrawn_reason", "有误")], "withdrawn_on"),
    (Publication, &[("withdrawn_on", "2025-02-17"), ("withdrawn_reason", "有误")], "withdrawn_on"),
    (Publication, &[("ceased_on", "2025-03-01")], "validity"),
    (Publication, &[("title", "")], "title"),
    (AccessRequest, &[("received_on", "2025-03-02")], "received_on"),
    (AccessRequest, &[("received_on", "2025-03-04")], "received_on"),
    (
        AccessRequest,
        &[("arrived_on", ""), ("received_on", ""), ("decision", ""), ("replied_on", ""), ("reply_no", "")],
        "received_on",
    ),
    (AccessRequest, &[("received_on", "")], "received_on"),
    (AccessRequest, &[("replied_on", "2025-03-02")], "replied_on"),
    (AccessRequest, &[("replied_on", "")], "replied_on"),
    (AccessRequest, &[("decision", "")], "decision"),
    (AccessRequest, &[("supplemented_on", "2025-03-10")], "supplement_notified_on"),
    (AccessRequest, &[("supplement_notified_on", "2025-03-02")], "supplement_notified_on"),
    (
        AccessRequest,
        &[("supplement_notified_on", "2025-03-05"), ("supplemented_on", "2025-03-04")],
        "supplemented_on",
    ),
    (AccessRequest, &[("supplement_notified_on", "2025-03-21")], "replied_on"),
    (AccessRequest, &[("consultation_ended_on", "2025-03-10")], "consultation_sent_on"),
    (AccessRequest, &[("extension_working_days", "5")], "extended_on"),
    (AccessRequest, &[("extended_on", "2025-03-10")], "extension_working_days"),
    (
        AccessRequest,
        &[("extended_on", "2025-03-10"), ("extension_working_days", "21")],
        "extension_working_days",
    ),
    (
        AccessRequest,
        &[("extended_on", "2025-03-10"), ("extension_working_days", "0")],
        "extension_working_days",
    ),
    (AccessRequest, &[("fee_paid_on", "2025-03-10")], "fee_noticed_on"),
    (AccessRequest, &[("fee_fen", "380")], "fee_paid_on"),
    (AccessRequest, &[("decision", "D3")], "supplement_notified_on"),
    (AccessRequest, &[("decision", "D3"), ("supplement_notified_on", "2025-03-05")], "supplemented_on"),
    (AccessRequest, &[("decision", "F1")], "supplement_notified_on"),
    (
        AccessRequest,
        &[("decision", "F1"), ("supplement_notified_on", "2025-03-05"), ("supplemented_on", "2025-03-06")],
        "supplemented_on",
    ),
    (AccessRequest, &[("decision", "F2")], "fee_noticed_on"),
    (
        AccessRequest,
        &[("decision", "F2"), ("fee_noticed_on", "2025-03-05"), ("fee_paid_on", "2025-03-06")],
        "fee_paid_on",
    ),
    (AccessRequest, &[("decision", "F3")], "note"),
    (AccessRequest, &[("received_on", "2205-03-03")], "received_on"),
    (WorkOrder, &[("signed_on", "2025-04-06")], "signed_on"),
    (WorkOrder, &[("due_on", "2025-04-01")], "due_on"),
    (WorkOrder, &[("closed_on", "2025-04-09")], "closed_on"),
    (WorkOrder, &[("returned_on", "2025-04-09")], "closed_on"),
    (WorkOrder, &[("closed_on", ""), ("replied_on", "")], "closed_on"),
    (WorkOrder, &[("extension_working_days", "0")], "extension_working_days"),
    (WorkOrder, &[("extension_working_days", "11")], "extension_working_days"),
    (WorkOrder, &[("extension_working_days", "11"), ("due_on", "")], "extension_working_days"),
    (Dispute, &[("outcome", "")], "outcome"),
    (Dispute, &[("concluded_on", "")], "concluded_on"),
    (Dispute, &[("concluded_on", "2025-05-05")], "concluded_on"),
    (NormativeDocument, &[("published_on", "2025-06-01")], "published_on"),
    (NormativeDocument, &[("valid_until", "2025-06-01")], "valid_until"),
    (NormativeDocument, &[("repealed_on", "2030-06-02")], "repealed_on"),
    (DeclaredFigure, &[("year", "25")], "year"),
    (DeclaredFigure, &[("figure", "")], "figure"),
    (DeclaredFigure, &[("figure", "-1")], "figure"),
    (DeclaredFigure, &[("amount_fen", "3.5")], "amount_fen"),
    (DeclaredFigure, &[("indicator", "t2.caigou.amount")], "amount_fen"),
    (DeclaredFigure, &[("indicator", "t3.new.nat")], "reason"),
    (
        DeclaredFigure,
        &[("indicator", "t4.fy.pending"), ("reason", "年中启用"), ("source_document", "")],
        "source_document",
    ),
];

/// Register and what is written otherwise, still valid.
const SOUND: &[(Register, &[(&str, &str)])] = &[
    (Publication, &[("first_released_on", ""), ("channels", "")]),
    (Publication, &[("content_kind", "工作动态"), ("category", "")]),
    (Publication, &[("first_released_on", "2025-02-10")]),
    (AccessRequest, &[("received_on", ""), ("decision", ""), ("replied_on", ""), ("reply_no", "")]),
    (AccessRequest, &[("channel", "平信"), ("received_on", "2025-03-05")]),
    (AccessRequest, &[("replied_on", "2025-03-03")]),
    (AccessRequest, &[("extended_on", "2025-03-10"), ("extension_working_days", "20")]),
    (AccessRequest, &[("decision", "F3"), ("note", "演示：申请人撤回")]),
    (AccessRequest, &[("decision", "F1"), ("supplement_notified_on", "2025-03-05")]),
    (
        WorkOrder,
        &[("closed_on", ""), ("replied_on", ""), ("satisfaction", ""), ("returned_on", "2025-04-09")],
    ),
    (WorkOrder, &[("closed_on", "2026-04-11")]),
    (WorkOrder, &[("extension_working_days", "10")]),
    (Dispute, &[("concluded_on", ""), ("outcome", "")]),
    (Dispute, &[("outcome", "撤销")]),
    (NormativeDocument, &[("repealed_on", "2030-06-01")]),
    (DeclaredFigure, &[("indicator", "行政许可本年增减"), ("figure", "-3")]),
    (DeclaredFigure, &[("indicator", "t2.caigou.amount"), ("figure", ""), ("amount_fen", "3.5万元")]),
];

#[test]
fn every_fault_is_found_at_its_field_and_says_something() {
    for (register, changes, expected) in FAULTY {
        let faults = changed_example(*register, changes).expect_err(&format!("{changes:?}"));
        assert!(faults.iter().any(|fault| fault.field == *expected), "{changes:?}: {faults:?}");
        for fault in &faults {
            assert!(register.field(fault.field).is_some(), "{fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.contains("“”"), "{fault:?}");
        }
    }
}

#[test]
fn what_the_law_allows_is_no_fault() {
    for (register, changes) in SOUND {
        assert_eq!(changed_example(*register, changes).err(), None, "{changes:?}");
    }
}

#[test]
fn all_faults_of_a_row_are_told_at_once() {
    let changes = [("title", ""), ("category", ""), ("summary", &*"长".repeat(301))];
    let faults = changed_example(Publication, &changes).unwrap_err();
    let named: Vec<_> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(named, ["title", "summary"], "the law looks at a record once it can be read");
    let faults =
        changed_example(AccessRequest, &[("extended_on", "2025-03-01"), ("decision", "F3")]).unwrap_err();
    assert!(faults.len() >= 3, "{faults:?}");
}
