//! Finished public pages: kept while nothing is written, and never a moment longer than told.

use axum::http::{StatusCode, header};
use law::register::{Record, Register, Value};
use store::Store;

use crate::world::World;

/// Whether the list shows the title.
async fn shows(world: &World, title: &str) -> bool {
    world.visitor().get("/shilizhen/c/").await.text().contains(title)
}

#[tokio::test]
async fn what_is_published_here_is_there_for_the_next_reader_and_what_is_withdrawn_is_gone() {
    let world = World::new().await;
    assert!(!shows(&world, "示例镇2020年预算公开").await);
    let id = world.publish("示例镇2020年预算公开", &[]).await;
    assert!(shows(&world, "示例镇2020年预算公开").await);
    let mut write = world.store.begin(&world.organ).await.unwrap();
    let row = write.record(&world.organ, Register::Publication, &id).await.unwrap();
    let mut values = row.record().unwrap().values();
    values.insert("withdrawn_on", Value::Text("2020-12-01".to_owned()));
    values.insert("withdrawn_reason", Value::Text("有误".to_owned()));
    let record = Record::parse(Register::Publication, &values).unwrap();
    assert!(write.correct_record(&world.act(), &id, &record).await.unwrap());
    write.commit().await.unwrap();
    assert!(!shows(&world, "示例镇2020年预算公开").await);
    assert_eq!(world.visitor().get(&format!("/shilizhen/d/{id}")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn what_another_process_wrote_is_there_after_a_moment() {
    let world = World::new().await;
    assert!(world.visitor().get("/shilizhen/").await.text().contains("示例镇人民政府"));
    let another = Store::open(world.store.location()).await.unwrap();
    let mut write = another.begin(&world.organ).await.unwrap();
    let mut organ = write.organ(&world.organ).await.unwrap();
    organ.name = "示例镇人民政府（新）".to_owned();
    write.change_organ(&world.act(), &organ).await.unwrap();
    write.commit().await.unwrap();
    world.wait_minutes(1);
    assert!(world.visitor().get("/shilizhen/").await.text().contains("示例镇人民政府（新）"));
}

#[tokio::test]
async fn each_reader_gets_the_page_in_the_mode_of_their_own() {
    let world = World::new().await;
    let plain = world.visitor().get("/shilizhen/").await.text();
    let mut elder = world.visitor();
    elder.get("/mode/elder?to=/shilizhen/").await;
    assert_ne!(elder.get("/shilizhen/").await.text(), plain);
    assert_eq!(world.visitor().get("/shilizhen/").await.text(), plain);
}

#[tokio::test]
async fn a_page_that_the_reader_has_is_not_sent_again_until_it_changes() {
    let world = World::new().await;
    let mut reader = world.visitor();
    let tag = reader.get("/shilizhen/c/").await.headers[header::ETAG].to_str().unwrap().to_owned();
    reader.headers.push(("if-none-match", tag));
    let again = reader.get("/shilizhen/c/").await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(again.headers[header::CACHE_CONTROL], "no-cache");
    world.publish("示例镇2020年预算公开", &[]).await;
    assert_eq!(reader.get("/shilizhen/c/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn public_pages_are_packed_for_those_who_take_it_and_pages_of_the_desk_never() {
    let world = World::new().await;
    let mut reader = world.visitor();
    reader.headers.push(("accept-encoding", "gzip".to_owned()));
    for address in ["/shilizhen/", "/shilizhen/c/"] {
        for _ in 0..2 {
            assert_eq!(reader.get(address).await.headers[header::CONTENT_ENCODING], "gzip", "{address}");
        }
    }
    assert!(!reader.get("/desk/sign-in").await.headers.contains_key(header::CONTENT_ENCODING));
}
