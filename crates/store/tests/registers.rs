//! Records: added, corrected, struck, restored; and at every moment the fold of their events.

use law::register::{Record, Register};
use store::testing::{engines, fresh_store};
use store::{Error, EventKind, OrganId, RecordId, RecordRow, Store, Subject};

use crate::support::{
    add, everything, new_record, publication, random_records, record, text, today, with_organ,
};

/// The tables, cached deadlines aside.
async fn projection(store: &Store, organ: &OrganId, register: Register) -> Vec<RecordRow> {
    let mut rows = everything(store, organ, register).await;
    for row in &mut rows {
        row.due = None;
    }
    rows
}

async fn fold(store: &Store, organ: &OrganId, register: Register) -> Vec<RecordRow> {
    store.read().await.unwrap().fold_records(organ, register).await.unwrap()
}

#[tokio::test]
async fn what_was_written_is_read_back_as_the_same_record() {
    for engine in engines() {
        for register in Register::ALL.iter().copied() {
            let store = fresh_store(engine).await;
            let organ = with_organ(&store).await;
            let records = random_records(register, 60, 7);
            let ids = add(&store, &organ, records.clone()).await;
            for written in &records {
                let mut read = store.read().await.unwrap();
                let row = read.record(&organ, register, &ids[written.source_no()]).await.unwrap();
                assert_eq!(&row.record().unwrap(), written, "{engine:?}");
                let is_known = written.unit() == Some("示例村");
                assert_eq!(row.unit_id.is_some(), is_known, "{engine:?} {:?}", written.unit());
            }
        }
    }
}

/// A long random life: records added, corrected by others' values, struck, restored.
async fn live(store: &Store, organ: &OrganId, register: Register, seed: u8) {
    let first = random_records(register, 80, seed);
    let second = random_records(register, 80, seed + 1);
    let ids: Vec<(String, RecordId)> = add(store, organ, first).await.into_iter().collect();
    let mut write = store.begin(organ).await.unwrap();
    for (position, (source_no, id)) in ids.iter().enumerate() {
        if position % 3 == 0
            && let Some(other) = second.get(position)
        {
            let number = source_no.rsplit('-').next().unwrap().parse().unwrap();
            let other = law::register::testing::numbered(other.clone(), number);
            write.correct_record(&today(), id, &other).await.unwrap();
        }
        if position % 4 == 0 {
            write.strike_record(&today().because("重复登记"), register, id).await.unwrap();
        }
        if position % 8 == 0 {
            write.restore_record(&today(), register, id).await.unwrap();
        }
    }
    write.commit().await.unwrap();
}

#[tokio::test]
async fn the_fold_of_the_events_is_the_projection() {
    for engine in engines() {
        for (seed, register) in Register::ALL.iter().copied().enumerate() {
            let store = fresh_store(engine).await;
            let organ = with_organ(&store).await;
            live(&store, &organ, register, seed as u8 * 2 + 1).await;
            let projected = projection(&store, &organ, register).await;
            assert!(!projected.is_empty());
            assert_eq!(fold(&store, &organ, register).await, projected, "{engine:?} {register:?}");
        }
    }
}

#[tokio::test]
async fn registers_can_be_made_again_from_the_ledger() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        for (seed, register) in Register::ALL.iter().copied().enumerate() {
            live(&store, &organ, register, seed as u8 * 3 + 2).await;
        }
        let mut before = Vec::new();
        for register in Register::ALL.iter().copied() {
            before.extend(projection(&store, &organ, register).await);
        }
        let mut write = store.begin(&organ).await.unwrap();
        assert_eq!(write.rebuild().await.unwrap(), before.len() as u64);
        write.commit().await.unwrap();
        let mut after = Vec::new();
        for register in Register::ALL.iter().copied() {
            after.extend(projection(&store, &organ, register).await);
        }
        assert_eq!(after, before, "{engine:?}");
    }
}

#[tokio::test]
async fn a_number_is_taken_once_in_a_register_even_by_a_struck_record() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let ids = add(&store, &organ, vec![publication("GK-1", "甲"), publication("GK-2", "乙")]).await;
        let mut write = store.begin(&organ).await.unwrap();
        write.strike_record(&today(), Register::Publication, &ids["GK-1"]).await.unwrap();
        write.commit().await.unwrap();
        let mut write = store.begin(&organ).await.unwrap();
        let error = write.add_record(&today(), new_record(publication("GK-1", "丙"))).await.unwrap_err();
        assert!(
            matches!(&error, Error::Conflict(what) if what == "publication.source_no"),
            "{engine:?} {error}"
        );
        drop(write);
        let mut write = store.begin(&organ).await.unwrap();
        let error =
            write.correct_record(&today(), &ids["GK-2"], &publication("GK-1", "乙")).await.unwrap_err();
        assert!(
            matches!(&error, Error::Conflict(what) if what == "publication.source_no"),
            "{engine:?} {error}"
        );
        drop(write);
        // Another register may use it.
        let other = record(Register::Dispute, &[("source_no", text("GK-1"))]);
        add(&store, &organ, vec![other]).await;
    }
}

#[tokio::test]
async fn a_correction_keeps_what_stood_before_and_nothing_else() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let ids = add(&store, &organ, vec![publication("GK-1", "甲")]).await;
        let id = &ids["GK-1"];
        let mut write = store.begin(&organ).await.unwrap();
        assert!(!write.correct_record(&today(), id, &publication("GK-1", "甲")).await.unwrap());
        let act = today().because("标题有误");
        assert!(write.correct_record(&act, id, &publication("GK-1", "乙")).await.unwrap());
        write.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        let events = read.events_of(&organ, &Subject::record(Register::Publication, id)).await.unwrap();
        let kinds: Vec<EventKind> = events.iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::RecordAdded, EventKind::RecordCorrected], "{engine:?}");
        assert_eq!(events[1].content["changed"], serde_json::json!({ "title": ["甲", "乙"] }));
        assert_eq!(events[1].reason.as_deref(), Some("标题有误"));
        let row = read.record(&organ, Register::Publication, id).await.unwrap();
        assert_eq!((row.recorded_seq, row.changed_seq), (events[0].seq, events[1].seq));
    }
}

#[tokio::test]
async fn striking_twice_and_restoring_what_stands_are_refused() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let ids = add(&store, &organ, vec![publication("GK-1", "甲")]).await;
        let id = &ids["GK-1"];
        let mut write = store.begin(&organ).await.unwrap();
        let restored = write.restore_record(&today(), Register::Publication, id).await;
        assert!(matches!(restored, Err(Error::AlreadyDone(_))), "{engine:?}");
        write.strike_record(&today(), Register::Publication, id).await.unwrap();
        let again = write.strike_record(&today(), Register::Publication, id).await;
        assert!(matches!(again, Err(Error::AlreadyDone(_))), "{engine:?}");
        let missing = RecordId::new("nobody");
        let error = write.strike_record(&today(), Register::Publication, &missing).await.unwrap_err();
        assert!(matches!(error, Error::NotFound("record")), "{engine:?}");
    }
}

#[tokio::test]
async fn a_cached_deadline_is_kept_until_the_record_changes() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let request = |subject: &str| {
            record(Register::AccessRequest, &[("source_no", text("SQ-1")), ("subject", text(subject))])
        };
        let ids = add(&store, &organ, vec![request("预算")]).await;
        let id = &ids["SQ-1"];
        let due = Some("2024-06-03".parse().unwrap());
        let mut write = store.begin(&organ).await.unwrap();
        write.cache_due(Register::AccessRequest, "v1", &[(id.clone(), due)]).await.unwrap();
        write.commit().await.unwrap();
        let cached = |row: &RecordRow| row.due.clone();
        let mut read = store.read().await.unwrap();
        let row = read.record(&organ, Register::AccessRequest, id).await.unwrap();
        assert_eq!(cached(&row).unwrap().due, due, "{engine:?}");
        assert_eq!(cached(&row).unwrap().calendar_version, "v1");
        drop(read);
        let mut write = store.begin(&organ).await.unwrap();
        write.correct_record(&today(), id, &request("决算")).await.unwrap();
        let organ_id = organ.clone();
        let row = write.record(&organ_id, Register::AccessRequest, id).await.unwrap();
        assert_eq!(cached(&row), None, "{engine:?}");
    }
}

#[tokio::test]
async fn many_records_come_in_at_once_and_go_out_in_order() {
    // How long a hundred thousand take is measured by hand (see the README).
    const RECORDS: usize = 10_000;
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let records: Vec<Record> =
            (0..RECORDS).map(|number| publication(&format!("GK-{number}"), "关于防汛的通知")).collect();
        let mut write = store.begin(&organ).await.unwrap();
        let new = records.into_iter().map(new_record).collect();
        write.add_records(&today(), Register::Publication, new).await.unwrap();
        write.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        assert_eq!(read.verify_chain(&organ).await.unwrap(), RECORDS as i64 + 2, "{engine:?}");
        let mut seen = 0;
        let mut after = 0;
        loop {
            let filter = store::Filter::default();
            let rows = read.records_after(&organ, Register::Publication, &filter, after, 999).await.unwrap();
            let Some(last) = rows.last() else { break };
            after = last.recorded_seq;
            seen += rows.len();
        }
        assert_eq!(seen, RECORDS, "{engine:?}");
    }
}

#[tokio::test]
async fn a_row_that_was_changed_behind_the_programs_back_is_named() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        live(&store, &organ, Register::WorkOrder, 3).await;
        let held = async || {
            store.read().await.unwrap().hold_against_ledger(&organ, Register::WorkOrder).await.unwrap()
        };
        let before = held().await;
        assert!(before.records > 0 && before.differing.is_empty(), "{engine:?} {before:?}");
        store::testing::alter_orders(store.location()).await;
        let after = held().await;
        assert_eq!(after.differing.len(), before.records, "{engine:?}");
        // The chain of events is whole all the same.
        store.read().await.unwrap().verify_chain(&organ).await.unwrap();
    }
}
