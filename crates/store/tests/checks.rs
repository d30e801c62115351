//! Batches of checks on both engines: files wait, are taken once, and their content goes with the last that needs it.

use store::testing::{engines, fresh_store};
use store::{
    CheckBatchId, CheckFilter, CheckStanding, Error, NewCheckBatch, NewCheckFile, NewCheckedReport,
    NewFinding, OrganId, Page, ReportId, Store,
};

use crate::support::{act, today, with_organ};

fn file(name: &str, content: &str) -> NewCheckFile {
    let (file_name, digest) = (name.to_owned(), format!("digest of {content}"));
    NewCheckFile { file_name, digest, content: Ok(content.as_bytes().to_vec()) }
}

fn batch(id: &str) -> NewCheckBatch {
    NewCheckBatch {
        id: CheckBatchId::new(id),
        title: "各镇".to_owned(),
        year: Some(2025),
        agencies: vec!["甲镇".to_owned(), "乙镇".to_owned()],
        excerpt: false,
    }
}

async fn opened(store: &Store, organ: &OrganId, files: Vec<NewCheckFile>) -> CheckBatchId {
    let new = batch("batch");
    let mut write = store.begin(organ).await.unwrap();
    write.open_check_batch(&today(), &new, files).await.unwrap();
    write.commit().await.unwrap();
    new.id
}

fn report(id: &str, batch: &CheckBatchId) -> NewCheckedReport {
    let found = |number: i64, verdict: &str| NewFinding {
        number,
        rule: "K-T3-1".to_owned(),
        verdict: verdict.to_owned(),
        severity: "error".to_owned(),
        message: "不符。".to_owned(),
        mark: format!("mark {number}"),
    };
    NewCheckedReport {
        id: ReportId::new(id),
        file_name: "甲.txt".to_owned(),
        digest: "d".to_owned(),
        agency: Some("甲镇".to_owned()),
        year: Some(2025),
        form: None,
        words: "甲".to_owned(),
        findings: serde_json::json!([]),
        found: vec![found(0, "FAIL"), found(3, "UNCERTAIN")],
        batch: Some(batch.clone()),
    }
}

#[tokio::test]
async fn files_wait_until_they_are_checked_and_content_is_kept_once_and_no_longer() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let unread = NewCheckFile { content: Err("打不开。".to_owned()), ..file("丙.txt", "") };
        let id = opened(&store, &organ, vec![file("甲.txt", "同"), file("乙.txt", "同"), unread]).await;
        let open = store.read().await.unwrap().open_checks(9).await.unwrap();
        assert_eq!(open.len(), 2, "{engine:?}");
        let seen = store.read().await.unwrap().check_batch(&organ, &id).await.unwrap();
        assert_eq!((seen.files, seen.checked, seen.faulty, seen.waiting()), (3, 0, 1, 2));
        for (number, file) in open.iter().enumerate() {
            let content = store.read().await.unwrap().check_content(&organ, &file.digest).await.unwrap();
            assert_eq!(content, "同".as_bytes());
            let report = report(&format!("report {number}"), &id);
            let mut write = store.begin(&organ).await.unwrap();
            write.begin_check(&file.file).await.unwrap();
            write.end_check(&file.file, Ok(&report.id)).await.unwrap();
            let twice = write.end_check(&file.file, Err("again")).await;
            assert!(matches!(twice, Err(Error::NotFound(_))));
            write.add_checked_report(&today(), &report).await.unwrap();
            write.commit().await.unwrap();
        }
        let ended = store.read().await.unwrap().ended_batches().await.unwrap();
        assert_eq!(ended, [(organ.clone(), id.clone())], "{engine:?}");
        let files = store.read().await.unwrap().checked_files(&organ, &id).await.unwrap();
        assert_eq!(
            files.iter().map(|(file, _)| file.file_name.as_str()).collect::<Vec<_>>(),
            ["甲.txt", "乙.txt"]
        );
        let mut write = store.begin(&organ).await.unwrap();
        write.drop_check_contents(&id).await.unwrap();
        write.commit().await.unwrap();
        assert!(store.read().await.unwrap().ended_batches().await.unwrap().is_empty());
        let mut read = store.read().await.unwrap();
        let gone = read.check_content(&organ, &open[0].digest).await;
        assert!(matches!(gone, Err(Error::NotFound(_))), "{engine:?}");
        let seen = read.check_batch(&organ, &id).await.unwrap();
        assert_eq!((seen.checked, seen.waiting(), seen.with_fail), (2, 0, 2));
        assert_eq!((seen.failed, seen.uncertain), (2, 2));
        assert_eq!(read.reports_of_batch(&organ, &id, Page::first(9)).await.unwrap().len(), 2);
        assert_eq!(read.checked_reports(&organ, Page::first(9)).await.unwrap().len(), 0);
        assert_eq!(read.faulty_checks(&organ, &id).await.unwrap()[0].fault, "打不开。");
    }
}

#[tokio::test]
async fn decisions_and_letters_stand_beside_the_reports_and_survive_a_backup() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let id = opened(&store, &organ, vec![file("甲.txt", "甲")]).await;
        let report = report("report", &id);
        let mut write = store.begin(&organ).await.unwrap();
        write.add_checked_report(&today(), &report).await.unwrap();
        let (why, about) = (today().because("原件如此"), (&report.id, "K-T3-1", "mark 0"));
        write.decide_check(&why, about, Some(CheckStanding::Dismissed)).await.unwrap();
        write.write_check_letter(&today(), &report.id, ("意见", "一段")).await.unwrap();
        write.send_check_letter(&act("2025-03-05"), &report.id).await.unwrap();
        let late = write.write_check_letter(&today(), &report.id, ("意见", "二段")).await;
        assert!(matches!(late, Err(Error::AlreadyDone(_))));
        write.commit().await.unwrap();
        let mut bytes = Vec::new();
        store.dump(&mut bytes).await.unwrap();
        let restored = fresh_store(engine).await;
        restored.load(bytes.as_slice()).await.unwrap();
        for store in [&store, &restored] {
            let mut read = store.read().await.unwrap();
            let of = |standing| CheckFilter { standing: Some(standing), ..CheckFilter::default() };
            let dismissed = of(Some(CheckStanding::Dismissed));
            let found = read.check_findings(&organ, &id, &dismissed, Page::first(9)).await.unwrap();
            assert_eq!((found.len(), found[0].reason.as_deref()), (1, Some("原件如此")));
            assert_eq!(read.count_check_findings(&organ, &id, &of(None)).await.unwrap(), 1);
            assert_eq!(read.rules_of_batch(&organ, &id).await.unwrap(), [("K-T3-1".to_owned(), 2)]);
            assert_eq!(read.agencies_of_batch(&organ, &id).await.unwrap(), [("甲镇".to_owned(), 2)]);
            let year = read.checked_of_year(&organ, 2025).await.unwrap();
            assert_eq!((year[0].confirmed, year[0].dismissed, year[0].has_letter), (0, 1, true));
            assert_eq!(year[0].sent_on, Some("2025-03-05".parse().unwrap()));
            assert_eq!(read.checked_years(&organ).await.unwrap(), [(2025, 1)]);
            assert_eq!(read.check_agencies(&organ, 2025).await.unwrap(), ["甲镇", "乙镇"]);
        }
        let mut write = store.begin(&organ).await.unwrap();
        write.decide_check(&today(), (&report.id, "K-T3-1", "mark 0"), None).await.unwrap();
        let again = write.decide_check(&today(), (&report.id, "K-T3-1", "mark 0"), None).await;
        assert!(matches!(again, Err(Error::AlreadyDone(_))));
    }
}
