//! The schema comes about on both engines by the same text, and a strange one is refused.

use law::register::Register;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use store::testing::{empty_location, engines};
use store::{Column, Engine, Error, EventKind, LEFT_OUT, Location, Store, TABLES};

async fn columns(location: &Location) -> Vec<Column> {
    let store = Store::open(location).await.unwrap();
    let mut columns = store.read().await.unwrap().columns().await.unwrap();
    columns.sort();
    columns
}

async fn tamper(location: &Location, sql: &str) {
    let url = match location {
        Location::Sqlite(path) => format!("sqlite://{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn the_first_opening_migrates_and_the_second_changes_nothing() {
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        let pending = Store::pending(&location).await.unwrap();
        assert!(pending.len() >= 5, "{engine:?}");
        assert!(matches!(
            Store::open_as_is(&location).await,
            Err(Error::OlderSchema { .. } | Error::Unreachable(_))
        ));
        Store::open(&location).await.unwrap().close().await;
        assert!(Store::pending(&location).await.unwrap().is_empty());
        Store::open_as_is(&location).await.unwrap().close().await;
        Store::open(&location).await.unwrap().close().await;
    }
}

#[tokio::test]
async fn both_engines_get_the_same_columns_of_two_types() {
    let mut schemas = Vec::new();
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        let columns = columns(&location).await;
        for column in &columns {
            assert!(["TEXT", "BIGINT"].contains(&column.kind.as_str()), "{column:?}");
        }
        schemas.push(columns);
    }
    assert!(schemas.windows(2).all(|pair| pair[0] == pair[1]));
    let mut tables: Vec<&str> = schemas[0].iter().map(|column| column.table.as_str()).collect();
    tables.dedup();
    let mut named: Vec<&str> =
        TABLES.iter().map(|table| table.name).chain(LEFT_OUT.iter().copied()).collect();
    named.sort_unstable();
    assert_eq!(tables, named);
}

#[tokio::test]
async fn the_tables_of_the_registers_are_the_fields_of_the_law() {
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        let store = Store::open(&location).await.unwrap();
        let live = store.read().await.unwrap().columns().await.unwrap();
        for register in Register::ALL {
            let found: Vec<(&str, &str)> = live
                .iter()
                .filter(|column| column.table == register.key())
                .map(|column| (column.name.as_str(), column.kind.as_str()))
                .collect();
            let mut expected = vec![("organ_id", "TEXT"), ("id", "TEXT")];
            expected.extend(
                register
                    .fields()
                    .iter()
                    .map(|field| (field.key, if field.kind.is_number() { "BIGINT" } else { "TEXT" })),
            );
            expected.extend([("unit_id", "TEXT"), ("import_id", "TEXT"), ("struck", "BIGINT")]);
            expected.extend([("recorded_seq", "BIGINT"), ("changed_seq", "BIGINT")]);
            if matches!(register, Register::AccessRequest | Register::WorkOrder) {
                expected.extend([("due_cache", "TEXT"), ("calendar_version", "TEXT")]);
            }
            assert_eq!(found, expected, "{engine:?} {register:?}");
        }
    }
}

#[tokio::test]
async fn the_kinds_of_events_are_the_same_in_code_and_table() {
    use sqlx::Row as _;
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        Store::open(&location).await.unwrap().close().await;
        let url = match &location {
            Location::Sqlite(path) => format!("sqlite://{}", path.display()),
            Location::Postgres(url) => url.clone(),
        };
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        let rows = sqlx::query("SELECT kind, label FROM event_kind ORDER BY kind")
            .fetch_all(&mut connection)
            .await
            .unwrap();
        let stored: Vec<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let mut coded: Vec<(String, String)> =
            EventKind::ALL.iter().map(|kind| (kind.key().to_owned(), kind.label().to_owned())).collect();
        coded.sort();
        assert_eq!(stored, coded, "{engine:?}");
    }
}

/// Invariant 10: PostgreSQL can be sharded by organ later, because every key says whose row it is.
#[test]
fn keys_and_unique_indexes_begin_with_the_organ() {
    // One of a kind in the installation, whatever the organ.
    const EXEMPT: [&str; 7] =
        ["organ", "organ_head", "person", "session", "calendar_notice", "calendar_notice_day", "event_kind"];
    let mut met = 0;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let mut table = String::new();
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.split(' ').next().unwrap().to_owned();
            }
            let unique = line.strip_prefix("CREATE UNIQUE INDEX ").and_then(|rest| rest.split_once(" ON "));
            if let Some((_, target)) = unique {
                table = target.split(' ').next().unwrap().to_owned();
            }
            let is_key = line.contains("PRIMARY KEY") || unique.is_some();
            if is_key && !EXEMPT.contains(&table.as_str()) {
                assert!(line.contains("(organ_id, "), "{table}: {line}");
                met += 1;
            }
        }
    }
    assert!(met > 30, "{met}");
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        Store::open(&location).await.unwrap().close().await;
        tamper(&location, "INSERT INTO schema_migration (version, name, checksum) VALUES (999, 'x', 'x')")
            .await;
        for opened in [Store::open(&location).await, Store::open_as_is(&location).await] {
            let error = opened.unwrap_err();
            assert!(matches!(error, Error::NewerSchema { found: 999, .. }), "{engine:?} {error}");
            assert_eq!(error.code(), "newer_schema");
        }
    }
}

#[tokio::test]
async fn an_altered_schema_is_refused() {
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        Store::open(&location).await.unwrap().close().await;
        tamper(&location, "UPDATE schema_migration SET checksum = 'x' WHERE version = 2").await;
        let error = Store::open(&location).await.unwrap_err();
        assert!(matches!(error, Error::AlteredSchema(2)), "{engine:?} {error}");
    }
}

#[tokio::test]
async fn two_programs_may_migrate_at_once() {
    for engine in engines() {
        let (location, _folder) = empty_location(engine).await;
        let opened = futures_of(4, || Store::open(&location)).await;
        assert!(opened.iter().all(Result::is_ok), "{engine:?} {opened:?}");
    }
}

async fn futures_of<F, T>(count: usize, make: impl Fn() -> F) -> Vec<T>
where
    F: Future<Output = T>,
{
    let mut running: Vec<_> = (0..count).map(|_| Box::pin(make())).collect();
    let mut done = Vec::new();
    // Polled in turn, so that they interleave without threads.
    std::future::poll_fn(|context| {
        running.retain_mut(|future| match future.as_mut().poll(context) {
            std::task::Poll::Ready(value) => {
                done.push(value);
                false
            }
            std::task::Poll::Pending => true,
        });
        if running.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}

#[tokio::test]
async fn text_sorts_by_code_point_on_both_engines() {
    use crate::support::{add, everything, publication, with_organ};
    use store::testing::fresh_store;
    use store::{Filter, Order, OrderBy, Page};
    // Pinyin, case-blind and code-point orders of these differ.
    let words = ["示", "a", "B", "啊", "Z", "_", "东", "1"];
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        add(&store, &organ, words.iter().map(|word| publication(&format!("N{word}"), word)).collect()).await;
        let order = Order { by: OrderBy::Field("title".to_owned()), descending: false };
        let mut read = store.read().await.unwrap();
        let rows = read
            .records(&organ, Register::Publication, &Filter::default(), &order, Page::first(20))
            .await
            .unwrap();
        let titles: Vec<String> =
            rows.iter().map(|row| row.value("title").as_text().unwrap().to_owned()).collect();
        let mut expected: Vec<String> = words.iter().map(ToString::to_string).collect();
        expected.sort();
        assert_eq!(titles, expected, "{engine:?}");
        assert_eq!(everything(&store, &organ, Register::Publication).await.len(), words.len());
    }
}

#[tokio::test]
async fn a_place_without_a_database_is_unreachable_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Location::Sqlite(folder.path().join("no folder").join("gongkai.db"));
    assert_eq!(Store::open(&missing).await.unwrap_err().code(), "unreachable");
    let absent = Location::Sqlite(folder.path().join("gongkai.db"));
    assert_eq!(Store::open_as_is(&absent).await.unwrap_err().code(), "unreachable");
    assert_eq!(Store::pending(&absent).await.unwrap().len(), 8);
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
    let nobody = Location::Postgres("postgres://nobody@127.0.0.1:1/none".to_owned());
    assert_eq!(nobody.engine(), Engine::Postgres);
    assert_eq!(Store::open(&nobody).await.unwrap_err().code(), "unreachable");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let (location, folder) = empty_location(Engine::Sqlite).await;
    let _store = Store::open(&location).await.unwrap();
    for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", file.path());
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("示例 #1?.db");
    std::fs::write(&path, "这不是数据库。".repeat(300)).unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = Store::open(&Location::Sqlite(path.clone())).await.unwrap_err();
    assert_eq!(error.code(), "unreachable", "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
