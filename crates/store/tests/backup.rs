//! Backups: written while others write, restored into either engine, refused when damaged.

use law::register::Register;
use store::testing::{engines, fresh_store};
use store::{Error, OrganId, Store};

use crate::support::{add, everything, organ, publication, random_records, today, with_organ};

/// Something in most tables, a child organ that sorts before its parent among them.
async fn filled(store: &Store) -> OrganId {
    let id = with_organ(store).await;
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    let mut child = organ(&OrganId::new("a-child"), "示例镇财政所");
    child.parent_id = Some(id.clone());
    write.add_organ(&today(), &child, &"7c".repeat(32)).await.unwrap();
    write.commit().await.unwrap();
    for (seed, register) in Register::ALL.iter().copied().enumerate() {
        add(store, &id, random_records(register, 700, seed as u8 + 51)).await;
    }
    id
}

async fn dumped(store: &Store) -> Vec<u8> {
    let mut bytes = Vec::new();
    store.dump(&mut bytes).await.unwrap();
    bytes
}

#[tokio::test]
async fn a_backup_restores_into_every_engine() {
    for from in engines() {
        let source = fresh_store(from).await;
        let organ = filled(&source).await;
        let mut bytes = Vec::new();
        let written = source.dump(&mut bytes).await.unwrap();
        assert_eq!(written["organ"], 3);
        for to in engines() {
            let target = fresh_store(to).await;
            let restored = target.load(bytes.as_slice()).await.unwrap();
            assert_eq!(restored, written, "{from:?} to {to:?}");
            for register in Register::ALL.iter().copied() {
                let (before, after) = (
                    everything(&source, &organ, register).await,
                    everything(&target, &organ, register).await,
                );
                assert_eq!(after, before, "{from:?} to {to:?}");
            }
            assert_eq!(dumped(&target).await, bytes, "{from:?} to {to:?}");
            // And the restored ledger goes on.
            add(&target, &organ, vec![publication("新", "新")]).await;
            target.read().await.unwrap().verify_chain(&organ).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_one_moment_although_writing_goes_on() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = filled(&store).await;
        let writer = {
            let (store, organ) = (Store::clone(&store), organ.clone());
            tokio::spawn(async move {
                for number in 0..40 {
                    add(&store, &organ, vec![publication(&format!("W{number}"), "甲")]).await;
                }
            })
        };
        let bytes = dumped(&store).await;
        writer.await.unwrap();
        // Restoring verifies every ledger: a torn backup would not pass.
        fresh_store(engine).await.load(bytes.as_slice()).await.unwrap();
    }
}

#[tokio::test]
async fn a_backup_is_not_restored_over_data() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        filled(&store).await;
        let bytes = dumped(&store).await;
        let before = bytes.clone();
        assert!(matches!(store.load(bytes.as_slice()).await, Err(Error::NotEmpty)), "{engine:?}");
        assert_eq!(dumped(&store).await, before);
    }
}

#[tokio::test]
async fn damage_anywhere_is_found_and_nothing_is_restored() {
    let engine = *engines().last().unwrap();
    let source = fresh_store(engine).await;
    let organ = with_organ(&source).await;
    add(&source, &organ, vec![publication("1", "甲"), publication("2", "乙")]).await;
    let whole = String::from_utf8(dumped(&source).await).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let mut damaged: Vec<(String, String)> = vec![
        ("empty".into(), String::new()),
        ("cut off".into(), whole[..whole.len() * 2 / 3].into()),
        ("without its last line".into(), lines[..lines.len() - 1].join("\n") + "\n"),
        ("another word".into(), whole.replacen("甲", "丁", 1)),
        ("no JSON".into(), "这不是备份\n".into()),
        ("another program's".into(), "{\"a\":1}\n".into()),
        ("another table first".into(), whole.replacen("\"organ_head\"", "\"organ\"", 1)),
        ("an unknown column".into(), whole.replacen("\"parent_id\"", "\"parent; DROP TABLE event\"", 1)),
    ];
    for line in 2..lines.len() - 1 {
        let kept: Vec<&str> =
            lines.iter().enumerate().filter(|(number, _)| *number != line).map(|(_, line)| *line).collect();
        damaged.push((format!("without line {line}"), kept.join("\n") + "\n"));
    }
    let target = fresh_store(engine).await;
    for (what, bytes) in damaged {
        let error = target.load(bytes.as_bytes()).await.unwrap_err();
        assert!(matches!(error, Error::DamagedBackup(_)), "{what}: {error}");
    }
    assert_eq!(target.read().await.unwrap().organs().await.unwrap().len(), 0);
    assert_eq!(target.load(whole.as_bytes()).await.unwrap()["publication"], 2);
}

#[tokio::test]
async fn a_backup_of_another_schema_is_refused() {
    let engine = engines()[0];
    let whole = String::from_utf8(dumped(&*fresh_store(engine).await).await).unwrap();
    let (_, rest) = whole.split_once('\n').unwrap();
    for (schema, code) in [(999, "newer_schema"), (1, "older_schema")] {
        let bytes = format!("{{\"gongkai_backup\":1,\"schema\":{schema}}}\n{rest}");
        let error = fresh_store(engine).await.load(bytes.as_bytes()).await.unwrap_err();
        assert_eq!(error.code(), code);
    }
}

#[tokio::test]
async fn a_ledger_that_was_tampered_with_before_the_backup_is_found_at_restoring() {
    use sha2::{Digest as _, Sha256};
    let engine = engines()[0];
    let source = fresh_store(engine).await;
    let organ = with_organ(&source).await;
    add(&source, &organ, vec![publication("1", "甲")]).await;
    let whole = String::from_utf8(dumped(&source).await).unwrap().replace("甲", "丁");
    // Somebody clever mends the digest as well.
    let body: String =
        whole.lines().filter(|line| !line.contains("\"sha256\"")).map(|line| format!("{line}\n")).collect();
    let digest = hex::encode(Sha256::digest(&body));
    let last = whole.lines().last().unwrap();
    let (counts, _) = last.split_once(",\"sha256\"").unwrap();
    let forged = format!("{body}{counts},\"sha256\":\"{digest}\"}}\n");
    let error = fresh_store(engine).await.load(forged.as_bytes()).await.unwrap_err();
    assert!(matches!(error, Error::BrokenLedger { seq: 3, .. }), "{error}");
}
