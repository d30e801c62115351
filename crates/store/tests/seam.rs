//! Measurements of the seam, run by hand:
//! `cargo test -p store hundred_thousand -- --ignored --nocapture`.

use std::time::Instant;

use law::measure::Year;
use law::register::Register;
use store::testing::{engines, fresh_store};
use store::{ImportId, NewImport};

use crate::support::{new_record, publication, today, with_organ};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement, not a test"]
#[expect(clippy::disallowed_methods, reason = "it measures time")]
async fn a_hundred_thousand_records_are_imported_counted_and_undone() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let records = (0..100_000)
            .map(|number| new_record(publication(&format!("GK-{number}"), "关于防汛的通知")))
            .collect();
        let (id, year) = (ImportId::new("i-1"), Year::new(2024).unwrap());
        let new = NewImport {
            id: id.clone(),
            register: Register::Publication,
            year,
            file_name: "a.csv".to_owned(),
            digest: String::new(),
        };
        let begin = Instant::now();
        let mut write = store.begin(&organ).await.unwrap();
        write.begin_import(&today(), new).await.unwrap();
        write.add_records(&today(), Register::Publication, records).await.unwrap();
        write.end_import(&today(), 0).await.unwrap();
        write.commit().await.unwrap();
        println!("{engine:?} import {:?}", begin.elapsed());

        let begin = Instant::now();
        let mut read = store.read().await.unwrap();
        let measure = law::measure::all().find(|measure| measure.register == Register::Publication).unwrap();
        let counts = read.count(&organ, measure, year, measure.dimensions).await.unwrap();
        println!("{engine:?} count by all dimensions {:?} {counts:?}", begin.elapsed());
        let begin = Instant::now();
        read.verify_chain(&organ).await.unwrap();
        println!("{engine:?} verify {:?}", begin.elapsed());
        drop(read);

        let begin = Instant::now();
        let mut bytes = Vec::new();
        store.dump(&mut bytes).await.unwrap();
        println!("{engine:?} dump {:?}, {} MB", begin.elapsed(), bytes.len() / 1_000_000);
        let begin = Instant::now();
        fresh_store(engine).await.load(bytes.as_slice()).await.unwrap();
        println!("{engine:?} load {:?}", begin.elapsed());

        let begin = Instant::now();
        let mut write = store.begin(&organ).await.unwrap();
        write.undo_import(&today(), &id).await.unwrap();
        write.commit().await.unwrap();
        println!("{engine:?} undo {:?}", begin.elapsed());
    }
}
