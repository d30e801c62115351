//! The ledger: no gaps under any number of writers, and nothing in it changes unnoticed.

use law::register::Register;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use store::testing::{Fresh, engines, fresh_store};
use store::{Engine, Error, EventKind, Location, NewEvent, OrganId, Store, Subject};

use crate::support::{add, new_record, organ, publication, today, with_organ};

async fn straight_into(location: &Location, sql: &str) {
    let url = match location {
        Location::Sqlite(path) => format!("sqlite://{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn verified(store: &Store, organ: &OrganId) -> store::Result<i64> {
    store.read().await.unwrap().verify_chain(organ).await
}

/// Adds a record and rewrites another one out of what it reads, as a lost update would.
async fn add_and_count(store: &Store, organ: &OrganId, name: String) {
    let mut write = store.begin(organ).await.unwrap();
    write.add_record(&today(), new_record(publication(&name, &name))).await.unwrap();
    let id = organ.clone();
    let mut about = write.organ(&id).await.unwrap();
    let count = about.portal["count"].as_i64().unwrap_or(0);
    about.portal = serde_json::json!({ "count": count + 1 });
    write.change_organ(&today(), &about).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_writers_leave_no_gap_and_lose_no_update() {
    const WRITERS: usize = 16;
    const EACH: usize = 6;
    for engine in engines() {
        let fresh = fresh_store(engine).await;
        let organ = with_organ(&fresh).await;
        let before = verified(&fresh, &organ).await.unwrap();
        // Half of them come through a second opening, as another process would.
        let second = Store::open(fresh.location()).await.unwrap();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let store = if writer % 2 == 0 { Store::clone(&fresh) } else { second.clone() };
                let organ = organ.clone();
                tokio::spawn(async move {
                    for round in 0..EACH {
                        add_and_count(&store, &organ, format!("{writer}-{round}")).await;
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let total = (WRITERS * EACH) as i64;
        assert_eq!(verified(&fresh, &organ).await.unwrap(), before + 2 * total, "{engine:?}");
        let mut read = fresh.read().await.unwrap();
        assert_eq!(read.organ(&organ).await.unwrap().portal["count"], total, "{engine:?}");
        let events = read.events_after(&organ, 0, 10_000).await.unwrap();
        let numbers: Vec<i64> = events.iter().map(|event| event.seq).collect();
        assert_eq!(numbers, (1..=before + 2 * total).collect::<Vec<_>>(), "{engine:?}");
    }
}

#[tokio::test]
async fn what_is_not_committed_leaves_no_number_behind() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let before = verified(&store, &organ).await.unwrap();
        let mut write = store.begin(&organ).await.unwrap();
        write.add_record(&today(), new_record(publication("1", "甲"))).await.unwrap();
        drop(write);
        let mut write = store.begin(&organ).await.unwrap();
        write.add_record(&today(), new_record(publication("2", "乙"))).await.unwrap();
        write.rollback().await.unwrap();
        add(&store, &organ, vec![publication("3", "丙")]).await;
        assert_eq!(verified(&store, &organ).await.unwrap(), before + 1, "{engine:?}");
    }
}

async fn three_records(engine: Engine) -> (Fresh, OrganId) {
    let store = fresh_store(engine).await;
    let organ = with_organ(&store).await;
    add(&store, &organ, ["1", "2", "3"].map(|number| publication(number, "甲")).into()).await;
    (store, organ)
}

#[tokio::test]
async fn a_changed_lost_moved_or_added_event_shows() {
    let tampering = [
        "UPDATE event SET content = '{}' WHERE organ_id = 'o-shili' AND seq = 4",
        "UPDATE event SET happened_on = '2024-12-31' WHERE organ_id = 'o-shili' AND seq = 4",
        "UPDATE event SET reason = '' WHERE organ_id = 'o-shili' AND seq = 4",
        "UPDATE event SET seq = 40 WHERE organ_id = 'o-shili' AND seq = 4",
        "DELETE FROM event WHERE organ_id = 'o-shili' AND seq = 4",
        "UPDATE event SET subject_id = 'other' WHERE organ_id = 'o-shili' AND seq = 4",
        "UPDATE event SET leaf = chain WHERE organ_id = 'o-shili' AND seq = 4",
    ];
    for engine in engines() {
        for sql in tampering {
            let (store, organ) = three_records(engine).await;
            assert_eq!(verified(&store, &organ).await.unwrap(), 5);
            straight_into(store.location(), sql).await;
            let error = verified(&store, &organ).await.unwrap_err();
            assert!(matches!(error, Error::BrokenLedger { seq: 4, .. }), "{engine:?} {sql}: {error}");
        }
    }
}

#[tokio::test]
async fn a_ledger_cut_off_at_its_end_shows() {
    for engine in engines() {
        let (store, organ) = three_records(engine).await;
        straight_into(store.location(), "DELETE FROM event WHERE organ_id = 'o-shili' AND seq = 5").await;
        let error = verified(&store, &organ).await.unwrap_err();
        assert!(matches!(error, Error::BrokenLedger { seq: 5, .. }), "{engine:?} {error}");
    }
}

#[tokio::test]
async fn the_ledgers_of_two_organs_do_not_touch() {
    for engine in engines() {
        let (store, first) = three_records(engine).await;
        let second = OrganId::new("o-lin");
        let mut write = store.begin(&OrganId::system()).await.unwrap();
        write.add_organ(&today(), &organ(&second, "邻镇人民政府"), &"6b".repeat(32)).await.unwrap();
        write.commit().await.unwrap();
        add(&store, &second, vec![publication("1", "甲")]).await;
        assert_eq!(verified(&store, &first).await.unwrap(), 5, "{engine:?}");
        assert_eq!(verified(&store, &second).await.unwrap(), 1, "{engine:?}");
        let mut read = store.read().await.unwrap();
        let filter = store::Filter::default();
        assert_eq!(read.count_records(&second, Register::Publication, &filter).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn nobody_writes_for_an_organ_that_is_not_there() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let error = store.begin(&OrganId::new("nowhere")).await.unwrap_err();
        assert!(matches!(error, Error::NotFound("organ")), "{engine:?} {error}");
    }
}

#[tokio::test]
async fn events_are_read_back_as_they_were_written() {
    for engine in engines() {
        let (store, organ) = three_records(engine).await;
        let act = today().because("按来信更正");
        let content = serde_json::json!({ "a": [1, "二", null], "b": { "c": true } });
        let subject = Subject { kind: "report", id: "r-1".to_owned() };
        let event = NewEvent {
            kind: EventKind::ReportSubmitted,
            subject: Some(subject.clone()),
            content: content.clone(),
        };
        let mut write = store.begin(&organ).await.unwrap();
        let seq = write.append(&act, event).await.unwrap();
        write.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        let events = read.events_of(&organ, &subject).await.unwrap();
        assert_eq!(events.len(), 1);
        assert_eq!(read.latest_events(&organ, 1).await.unwrap(), events);
        let event = &events[0];
        assert_eq!((event.seq, event.kind), (seq, EventKind::ReportSubmitted));
        assert_eq!(event.content, content);
        assert_eq!(event.reason.as_deref(), Some("按来信更正"));
        assert_eq!((event.happened_on, event.recorded_at), (act.on, act.at));
    }
}
