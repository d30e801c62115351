//! Random publications.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::{after, day, gap, line, member, note, unit};
use crate::register::{Category, Chosen, ContentKind, Publication, ReleaseChannel, Validity};

/// Any valid publication: drafts, released and withdrawn ones, of all three kinds of content.
pub fn publication() -> impl Strategy<Value = Publication> {
    let texts = (line(), line(), unit(), option::of(line()), note());
    let kinds = (
        member::<ContentKind>(),
        member::<Category>(),
        option::of(member()),
        option::of(member::<Validity>()),
    );
    let days = (day(), gap(), option::of(gap()), any::<bool>());
    (texts, kinds, days, channels()).prop_map(|(texts, kinds, days, channels)| {
        let (source_no, title, unit, document_no, summary) = texts;
        let (content_kind, category, is_electronic, validity) = kinds;
        let (formed_on, to_release, to_withdrawal, is_released) = days;
        let first_released_on = is_released.then(|| after(formed_on, to_release));
        let withdrawn_on = first_released_on.zip(to_withdrawal).map(|(day, days)| after(day, days));
        Publication {
            source_no,
            unit,
            title,
            index_no: None,
            document_no,
            content_kind,
            category: (content_kind != ContentKind::News).then_some(category),
            basis: (category == Category::OtherRequired).then(|| "演示规定第三条".to_owned()),
            topic: None,
            formed_on: Some(formed_on),
            first_released_on,
            channels: if is_released { channels } else { Vec::new() },
            is_electronic,
            validity,
            ceased_on: validity
                .filter(|validity| *validity != Validity::InForce)
                .map(|_| after(formed_on, to_release)),
            withdrawn_on,
            withdrawn_reason: withdrawn_on.map(|_| "演示：内容有误".to_owned()),
            summary,
            body: None,
            note: None,
        }
    })
}

/// One channel at least, in any order.
fn channels() -> impl Strategy<Value = Vec<ReleaseChannel>> {
    subsequence(ReleaseChannel::ALL, 1..=ReleaseChannel::ALL.len()).prop_shuffle()
}
