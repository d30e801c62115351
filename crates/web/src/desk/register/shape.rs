//! How each register is laid out: what names a record, which columns a list has, how fields are grouped.
//! Labels, kinds and help come from the table of fields in `law`; only the arrangement stands here.

use law::register::{Field, Register};

/// A heading with the fields below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) title: &'static str,
    keys: &'static [&'static str],
}

/// The layout of one register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    register: Register,
    /// The fields that name a record, the first that is filled.
    title: &'static [&'static str],
    /// Numbers and places in small print below the name.
    small: &'static [&'static str],
    /// The columns beside the name.
    columns: &'static [&'static str],
    groups: &'static [Group],
    /// The day on which the clock of a record stopped: the first of these that is filled.
    pub(super) done: &'static [&'static str],
    /// What to say when the register is empty.
    pub(super) empty: &'static str,
}

const fn group(title: &'static str, keys: &'static [&'static str]) -> Group {
    Group { title, keys }
}

/// The layout of a register.
pub(super) const fn shape(register: Register) -> &'static Shape {
    match register {
        Register::Publication => &PUBLICATION,
        Register::AccessRequest => &ACCESS_REQUEST,
        Register::WorkOrder => &WORK_ORDER,
        Register::Dispute => &DISPUTE,
        Register::NormativeDocument => &NORMATIVE_DOCUMENT,
        Register::DeclaredFigure => &DECLARED_FIGURE,
    }
}

const PUBLICATION: Shape = Shape {
    register: Register::Publication,
    title: &["title"],
    small: &["source_no", "index_no", "document_no"],
    columns: &["category", "unit", "first_released_on"],
    groups: &[
        group(
            "信息",
            &[
                "source_no",
                "unit",
                "title",
                "index_no",
                "document_no",
                "content_kind",
                "category",
                "basis",
                "topic",
            ],
        ),
        group("发布", &["formed_on", "first_released_on", "channels", "is_electronic"]),
        group("效力与撤下", &["validity", "ceased_on", "withdrawn_on", "withdrawn_reason"]),
        group("内容", &["summary", "body", "note"]),
    ],
    done: &["first_released_on"],
    empty: "还没有登记主动公开信息。可以导入台账，也可以逐条新增。",
};

const ACCESS_REQUEST: Shape = Shape {
    register: Register::AccessRequest,
    title: &["subject"],
    small: &["source_no", "reply_no"],
    columns: &["applicant_kind", "received_on", "decision", "replied_on"],
    groups: &[
        group(
            "申请",
            &[
                "source_no",
                "unit",
                "form_no",
                "applicant_kind",
                "channel",
                "arrived_on",
                "received_on",
                "subject",
            ],
        ),
        group("补正", &["supplement_notified_on", "supplemented_on"]),
        group(
            "征求意见和延期",
            &["consultation_sent_on", "consultation_ended_on", "extended_on", "extension_working_days"],
        ),
        group("信息处理费", &["fee_noticed_on", "fee_paid_on", "fee_fen"]),
        group("答复", &["decision", "replied_on", "reply_no", "note"]),
    ],
    done: &["replied_on"],
    empty: "还没有收到申请。没有申请的年度，年报表三填 0。",
};

const WORK_ORDER: Shape = Shape {
    register: Register::WorkOrder,
    title: &["subject"],
    small: &["source_no", "place"],
    columns: &["category", "unit", "dispatched_on", "closed_on"],
    groups: &[
        group("诉求", &["source_no", "unit", "source", "category", "subject", "place"]),
        group(
            "办理",
            &["dispatched_on", "signed_on", "due_on", "extension_working_days", "returned_on", "replied_on"],
        ),
        group("结果", &["closed_on", "result", "satisfaction", "note"]),
    ],
    done: &["closed_on", "returned_on"],
    empty: "还没有登记工单。可以从 12345 平台导出后导入，也可以逐条新增。",
};

const DISPUTE: Shape = Shape {
    register: Register::Dispute,
    title: &["case_no", "source_no"],
    small: &["source_no", "heard_by"],
    columns: &["kind", "filed_on", "concluded_on", "outcome"],
    groups: &[
        group("案件", &["source_no", "unit", "kind", "access_request_no", "case_no", "heard_by"]),
        group("审理", &["filed_on", "concluded_on", "outcome", "note"]),
    ],
    done: &[],
    empty: "还没有登记行政复议或者行政诉讼案件。没有案件的年度，年报表四填 0。",
};

const NORMATIVE_DOCUMENT: Shape = Shape {
    register: Register::NormativeDocument,
    title: &["title"],
    small: &["source_no", "document_no", "filing_no"],
    columns: &["unit", "issued_on", "valid_until", "repealed_on"],
    groups: &[
        group("文件", &["source_no", "unit", "kind", "title", "document_no", "filing_no"]),
        group("效力", &["issued_on", "published_on", "valid_until", "repealed_on", "note"]),
    ],
    done: &[],
    empty: "还没有登记规范性文件。以前年度制发、现在仍然有效的也要登记，年报才能算出现行有效件数。",
};

const DECLARED_FIGURE: Shape = Shape {
    register: Register::DeclaredFigure,
    title: &["indicator"],
    small: &["source_no", "source_document"],
    columns: &["year", "unit", "figure", "amount_fen"],
    groups: &[
        group("数据", &["source_no", "unit", "year", "indicator", "figure", "amount_fen"]),
        group("依据", &["source_document", "declared_by", "reason", "note"]),
    ],
    done: &[],
    empty: "还没有报送业务数据。年报表二的许可、处罚、收费等数据由这里报送。",
};

impl Shape {
    /// The fields that name a record.
    pub(super) fn title(&self) -> impl Iterator<Item = &'static Field> {
        fields(self.register, self.title)
    }

    /// The fields in small print.
    pub(super) fn small(&self) -> impl Iterator<Item = &'static Field> {
        fields(self.register, self.small)
    }

    /// The columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static Field> {
        fields(self.register, self.columns)
    }

    /// The groups with their fields.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&'static str, Vec<&'static Field>)> {
        let register = self.register;
        self.groups.iter().map(move |group| (group.title, fields(register, group.keys).collect()))
    }
}

fn fields(register: Register, keys: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
    keys.iter().filter_map(move |key| register.field(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_register_stands_in_exactly_one_group() {
        for register in Register::ALL {
            let mut grouped: Vec<&str> =
                shape(*register).groups.iter().flat_map(|group| group.keys).copied().collect();
            let mut known: Vec<&str> = register.fields().iter().map(|field| field.key).collect();
            grouped.sort_unstable();
            known.sort_unstable();
            assert_eq!(grouped, known, "{}", register.key());
        }
    }

    #[test]
    fn every_key_of_a_layout_is_a_field() {
        for register in Register::ALL {
            let shape = shape(*register);
            for key in [shape.title, shape.small, shape.columns, shape.done].concat() {
                assert!(register.field(key).is_some(), "{} {key}", register.key());
            }
        }
    }
}
