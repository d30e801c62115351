//! Every column of the live schema is classified, and nothing else is.

use std::collections::BTreeMap;

use store::testing::{engines, fresh_store};

const CLASSIFIED: &str = include_str!("../../../visibility.toml");

#[tokio::test]
async fn every_column_is_public_internal_or_personal() {
    let classified: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(CLASSIFIED).unwrap();
    for engine in engines() {
        let store = fresh_store(engine).await;
        let mut live: Vec<String> = Vec::new();
        for column in store.read().await.unwrap().columns().await.unwrap() {
            // The migrator's own book, in no migration, and about nobody.
            if column.table == "schema_migration" {
                continue;
            }
            live.push(format!("{}.{}", column.table, column.name));
        }
        let mut named: Vec<String> = Vec::new();
        for (table, columns) in &classified {
            for (column, class) in columns {
                let is_known = ["public", "internal", "personal"].contains(&class.as_str());
                assert!(is_known, "{table}.{column} is classified as {class:?}");
                named.push(format!("{table}.{column}"));
            }
        }
        let missing: Vec<&String> = live.iter().filter(|column| !named.contains(column)).collect();
        let stray: Vec<&String> = named.iter().filter(|column| !live.contains(column)).collect();
        assert!(missing.is_empty(), "not classified in visibility.toml: {missing:?}");
        assert!(stray.is_empty(), "in visibility.toml, but in no table: {stray:?}");
    }
}

#[test]
fn whoever_is_named_is_personal_and_secrets_are_never_public() {
    let classified: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(CLASSIFIED).unwrap();
    let class = |table: &str, column: &str| classified[table][column].as_str();
    assert_eq!(class("person", "name"), "personal");
    assert_eq!(class("person", "login"), "personal");
    for (table, column) in [
        ("person", "password_hash"),
        ("session", "token_hash"),
        ("session", "csrf"),
        ("organ", "ledger_key"),
        ("event", "content"),
        ("event", "reason"),
    ] {
        assert_ne!(class(table, column), "public", "{table}.{column}");
    }
}
