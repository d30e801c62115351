//! What a hundred thousand records cost on each engine: `cargo bench -p store --bench import`. Seconds are printed and
//! judged by nobody; the README quotes them.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement: it fails by panicking, prints, and reads the clock"
)]

use std::time::Instant;

use law::measure::{PUBLICATION_RELEASED, Year};
use law::register::{Record, Register, Value};
use store::testing::{engines, fresh_store};
use store::{Act, Engine, ImportId, NewImport, NewRecord, Organ, OrganId, OrganKind, RecordId, Store};

const RECORDS: usize = 100_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for engine in engines() {
        runtime.block_on(measure(engine));
    }
}

async fn measure(engine: Engine) {
    let store = fresh_store(engine).await;
    let organ = with_organ(&store).await;
    let (id, year) = (ImportId::new("i-1"), Year::new(2024).unwrap());
    let records = (0..RECORDS).map(record).collect();
    let (register, file_name) = (Register::Publication, "a.csv".to_owned());
    let new = NewImport { id: id.clone(), register, year, file_name, digest: String::new() };
    let mut step = Step::first(engine);
    let mut write = store.begin(&organ).await.unwrap();
    write.begin_import(&act(), new).await.unwrap();
    write.add_records(&act(), register, records).await.unwrap();
    write.end_import(&act(), 0).await.unwrap();
    write.commit().await.unwrap();
    step.ends("import");
    let mut read = store.read().await.unwrap();
    read.count(&organ, &PUBLICATION_RELEASED, year, PUBLICATION_RELEASED.dimensions).await.unwrap();
    step.ends("count by all dimensions");
    read.verify_chain(&organ).await.unwrap();
    drop(read);
    step.ends("verify the ledger");
    let mut bytes = Vec::new();
    store.dump(&mut bytes).await.unwrap();
    step.ends("backup");
    fresh_store(engine).await.load(bytes.as_slice()).await.unwrap();
    step.ends("restore, verified");
    let mut write = store.begin(&organ).await.unwrap();
    write.undo_import(&act(), &id).await.unwrap();
    write.commit().await.unwrap();
    step.ends("undo the import");
}

/// Prints how long each step took.
struct Step {
    engine: Engine,
    begun: Instant,
}

impl Step {
    fn first(engine: Engine) -> Self {
        Self { engine, begun: Instant::now() }
    }

    fn ends(&mut self, name: &str) {
        println!("{:?}\t{name}\t{:.1} s", self.engine, self.begun.elapsed().as_secs_f64());
        self.begun = Instant::now();
    }
}

fn act() -> Act {
    Act::of_the_system("2025-03-03T02:00:00Z".parse().unwrap(), "2025-03-03".parse().unwrap())
}

async fn with_organ(store: &Store) -> OrganId {
    let id = OrganId::new("o-shili");
    let organ = Organ {
        id: id.clone(),
        parent_id: None,
        kind: OrganKind::Township,
        name: "示例镇人民政府".to_owned(),
        code: None,
        region: "CN".parse().unwrap(),
        portal: serde_json::json!({}),
    };
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    write.add_organ(&act(), &organ, &"5a".repeat(32)).await.unwrap();
    write.commit().await.unwrap();
    id
}

fn record(number: usize) -> NewRecord {
    let source_no = format!("GK-{number}");
    let texts = [
        ("source_no", source_no.as_str()),
        ("title", "关于防汛的通知"),
        ("content_kind", "statutory"),
        ("category", "20-12"),
        ("channels", "portal"),
        ("first_released_on", "2024-05-06"),
    ];
    let values = texts.map(|(key, text)| (key, Value::Text(text.to_owned()))).into();
    let record = Record::parse(Register::Publication, &values).unwrap();
    NewRecord { id: RecordId::new(format!("r-{number:06}")), record }
}
