//! Random access requests.

use jiff::civil::Date;
use proptest::option;
use proptest::prelude::*;

use super::{after, day, gap, line, member, note, unit};
use crate::decision::DecisionKind;
use crate::register::{AccessRequest, ApplicantKind, RequestChannel};

/// Any valid access request: unconfirmed, open in every stage, and replied to with every decision.
pub fn access_request() -> impl Strategy<Value = AccessRequest> {
    let texts = (line(), unit(), option::of(line()), line(), note());
    let kinds = (member::<ApplicantKind>(), option::of(member::<RequestChannel>()), member::<DecisionKind>());
    let stages = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), option::of(1_i64..=20));
    let gaps = [gap(), gap(), gap(), gap(), gap(), gap(), gap()];
    let confirmed = prop::bool::weighted(0.9);
    (texts, kinds, stages, (day(), confirmed), gaps).prop_map(
        |(texts, kinds, stages, (arrived_on, confirmed), gaps)| {
            let (source_no, unit, form_no, subject, note) = texts;
            let (applicant_kind, channel, decision) = kinds;
            let blank = AccessRequest {
                source_no,
                unit,
                form_no,
                applicant_kind,
                channel,
                arrived_on: Some(arrived_on),
                received_on: None,
                subject,
                supplement_notified_on: None,
                supplemented_on: None,
                consultation_sent_on: None,
                consultation_ended_on: None,
                extended_on: None,
                extension_working_days: None,
                fee_noticed_on: None,
                fee_paid_on: None,
                fee_fen: None,
                decision: None,
                replied_on: None,
                reply_no: None,
                note,
            };
            if confirmed { unfold(blank, arrived_on, decision, stages, gaps) } else { blank }
        },
    )
}

/// Lets the acts happen one after another from receipt on.
fn unfold(
    mut matter: AccessRequest,
    arrived_on: Date,
    decision: DecisionKind,
    (supplement, consultation, fee, reply, extension): (bool, bool, bool, bool, Option<i64>),
    [to_receipt, to_notice, to_supplement, to_consultation, to_fee, to_extension, to_reply]: [i64; 7],
) -> AccessRequest {
    let is_immediate = matter.channel.is_some_and(RequestChannel::arrival_is_receipt);
    let received_on = if is_immediate { arrived_on } else { after(arrived_on, to_receipt.min(10)) };
    matter.received_on = Some(received_on);
    let mut last = received_on;
    let mut next = |days: i64| {
        last = after(last, days);
        Some(last)
    };
    let is_closing = |kind| reply && decision == kind;
    if supplement || is_closing(DecisionKind::D3) || is_closing(DecisionKind::F1) {
        matter.supplement_notified_on = next(to_notice);
        if !is_closing(DecisionKind::F1) {
            matter.supplemented_on = next(to_supplement);
        }
    }
    if consultation {
        matter.consultation_sent_on = next(1);
        matter.consultation_ended_on = next(to_consultation);
    }
    if fee || is_closing(DecisionKind::F2) {
        matter.fee_noticed_on = next(1);
        if !is_closing(DecisionKind::F2) {
            matter.fee_paid_on = next(to_fee);
            matter.fee_fen = Some(to_fee * 100 + 50);
        }
    }
    if extension.is_some() {
        matter.extension_working_days = extension;
        matter.extended_on = next(to_extension);
    }
    if reply {
        matter.replied_on = next(to_reply);
        matter.decision = Some(decision);
        if decision == DecisionKind::F3 {
            matter.note = Some("演示：申请人撤回".to_owned());
        }
    }
    matter
}
