//! An import is taken back as a whole or not at all.

use law::measure::Year;
use law::register::{Record, Register};
use store::testing::{engines, fresh_store};
use store::{Act, Error, EventKind, Import, ImportId, NewImport, OrganId, RecordId, Store, Subject, Undone};

use crate::support::{add, everything, new_id, new_record, publication, today, with_organ};

struct Plan {
    add: Vec<Record>,
    correct: Vec<(RecordId, Record)>,
}

async fn import(store: &Store, organ: &OrganId, plan: Plan) -> Import {
    let new = NewImport {
        id: ImportId::new(new_id()),
        register: Register::Publication,
        year: Year::new(2024).unwrap(),
        file_name: "主动公开.xlsx".to_owned(),
        digest: "00".repeat(32),
    };
    let mut write = store.begin(organ).await.unwrap();
    write.begin_import(&today(), new).await.unwrap();
    let records = plan.add.into_iter().map(new_record).collect();
    write.add_records(&today(), Register::Publication, records).await.unwrap();
    write.correct_records(&today(), Register::Publication, plan.correct).await.unwrap();
    let import = write.end_import(&today(), 3).await.unwrap();
    write.commit().await.unwrap();
    import
}

async fn undo(store: &Store, organ: &OrganId, import: &ImportId) -> store::Result<Undone> {
    let mut write = store.begin(organ).await.unwrap();
    let undone = write.undo_import(&Act::because(today(), "导错了文件"), import).await?;
    write.commit().await.unwrap();
    Ok(undone)
}

async fn titles(store: &Store, organ: &OrganId) -> String {
    let rows = everything(store, organ, Register::Publication).await;
    rows.iter().map(|row| row.value("title").as_text().unwrap().to_owned()).collect()
}

async fn fold_is_projection(store: &Store, organ: &OrganId) {
    let folded = store.read().await.unwrap().fold_records(organ, Register::Publication).await.unwrap();
    assert_eq!(folded, everything(store, organ, Register::Publication).await);
    store.read().await.unwrap().verify_chain(organ).await.unwrap();
}

#[tokio::test]
async fn an_import_knows_its_file_and_its_numbers() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let ids = add(&store, &organ, vec![publication("1", "甲")]).await;
        let plan = Plan {
            add: vec![publication("2", "乙"), publication("3", "丙")],
            correct: vec![(ids["1"].clone(), publication("1", "丁"))],
        };
        let made = import(&store, &organ, plan).await;
        assert_eq!((made.added, made.corrected, made.skipped), (2, 1, 3), "{engine:?}");
        assert_eq!(made.last_seq - made.first_seq, 3);
        let mut read = store.read().await.unwrap();
        assert_eq!(read.imports(&organ, store::Page::first(9)).await.unwrap(), std::slice::from_ref(&made));
        let same = read.imports_of_file(&organ, Register::Publication, &made.digest).await.unwrap();
        assert_eq!(same, [made]);
        assert_eq!(titles(&store, &organ).await, "丁乙丙");
        fold_is_projection(&store, &organ).await;
    }
}

#[tokio::test]
async fn undoing_brings_back_what_stood_before() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let ids = add(&store, &organ, vec![publication("1", "甲")]).await;
        let before = everything(&store, &organ, Register::Publication).await;
        let plan = Plan {
            add: vec![publication("2", "乙"), publication("3", "丙")],
            correct: vec![(ids["1"].clone(), publication("1", "丁"))],
        };
        let made = import(&store, &organ, plan).await;
        let undone = undo(&store, &organ, &made.id).await.unwrap();
        assert_eq!(undone, Undone { removed: 2, taken_back: 1 }, "{engine:?}");
        assert_eq!(everything(&store, &organ, Register::Publication).await, before, "{engine:?}");
        fold_is_projection(&store, &organ).await;
        let mut read = store.read().await.unwrap();
        let made = read.import(&organ, &made.id).await.unwrap();
        assert!(made.undone_at.is_some());
        let events =
            read.events_of(&organ, &Subject::record(Register::Publication, &ids["1"])).await.unwrap();
        let kinds: Vec<EventKind> = events.iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::RecordAdded, EventKind::RecordCorrected, EventKind::RecordUndone]);
        drop(read);
        let again = undo(&store, &organ, &made.id).await.unwrap_err();
        assert!(matches!(again, Error::AlreadyDone("import")), "{engine:?} {again}");
        // The numbers are free again.
        add(&store, &organ, vec![publication("2", "乙")]).await;
    }
}

#[tokio::test]
async fn an_import_whose_records_were_changed_stays_and_says_which() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let plan = Plan { add: vec![publication("1", "甲"), publication("2", "乙")], correct: Vec::new() };
        let made = import(&store, &organ, plan).await;
        let rows = everything(&store, &organ, Register::Publication).await;
        let mut write = store.begin(&organ).await.unwrap();
        write.correct_record(&today(), &rows[1].id, &publication("2", "改")).await.unwrap();
        write.commit().await.unwrap();
        let before = everything(&store, &organ, Register::Publication).await;
        let error = undo(&store, &organ, &made.id).await.unwrap_err();
        let Error::ChangedSince(changed) = &error else { panic!("{engine:?} {error}") };
        assert_eq!(changed, &[rows[1].reference()]);
        assert_eq!(everything(&store, &organ, Register::Publication).await, before);
    }
}

#[tokio::test]
async fn imports_are_undone_one_after_the_other_from_the_last() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let first =
            import(&store, &organ, Plan { add: vec![publication("1", "甲")], correct: Vec::new() }).await;
        let id = everything(&store, &organ, Register::Publication).await[0].id.clone();
        let plan = Plan { add: Vec::new(), correct: vec![(id, publication("1", "乙"))] };
        let second = import(&store, &organ, plan).await;
        assert!(matches!(undo(&store, &organ, &first.id).await, Err(Error::ChangedSince(_))), "{engine:?}");
        undo(&store, &organ, &second.id).await.unwrap();
        assert_eq!(titles(&store, &organ).await, "甲", "{engine:?}");
        undo(&store, &organ, &first.id).await.unwrap();
        assert_eq!(titles(&store, &organ).await, "", "{engine:?}");
        fold_is_projection(&store, &organ).await;
    }
}

#[tokio::test]
async fn a_large_import_is_undone_whole() {
    const RECORDS: usize = 2_500;
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let add = (0..RECORDS).map(|number| publication(&number.to_string(), "甲")).collect();
        let made = import(&store, &organ, Plan { add, correct: Vec::new() }).await;
        let undone = undo(&store, &organ, &made.id).await.unwrap();
        assert_eq!(undone, Undone { removed: RECORDS as u64, taken_back: 0 }, "{engine:?}");
        assert!(everything(&store, &organ, Register::Publication).await.is_empty());
        fold_is_projection(&store, &organ).await;
    }
}

#[tokio::test]
async fn an_import_that_was_not_ended_is_not_kept() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let new = NewImport {
            id: ImportId::new(new_id()),
            register: Register::Publication,
            year: Year::new(2024).unwrap(),
            file_name: "a.csv".to_owned(),
            digest: "00".to_owned(),
        };
        let mut write = store.begin(&organ).await.unwrap();
        write.begin_import(&today(), new).await.unwrap();
        write.add_record(&today(), new_record(publication("1", "甲"))).await.unwrap();
        assert!(write.commit().await.is_err(), "{engine:?}");
        assert!(everything(&store, &organ, Register::Publication).await.is_empty());
        assert!(store.read().await.unwrap().imports(&organ, store::Page::first(1)).await.unwrap().is_empty());
    }
}
