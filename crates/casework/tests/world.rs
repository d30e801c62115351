//! A small county to act in: one township, its clerk's act, ids that count up, the built-in calendar.

use std::sync::atomic::{AtomicU64, Ordering};

use law::{
    Date,
    calendar::{Region, WorkCalendar},
    legal_day,
    register::{Register, Value, Values},
};
use store::{
    Act, Engine, Organ, OrganId, OrganKind, RecordId,
    testing::{Fresh, fresh_store},
};

pub(crate) struct World {
    pub(crate) store: Fresh,
    pub(crate) organ: OrganId,
    pub(crate) calendar: WorkCalendar,
    /// The instant at which everything happens.
    pub(crate) now: law::Timestamp,
}

static NEXT: AtomicU64 = AtomicU64::new(1);

/// Ids that no other test has.
pub(crate) fn new_id() -> String {
    format!("id-{:08}", NEXT.fetch_add(1, Ordering::Relaxed))
}

impl World {
    /// 示例镇人民政府 on that day.
    pub(crate) async fn on(engine: Engine, today: &str) -> Self {
        let store = fresh_store(engine).await;
        let organ = OrganId::new("example-town");
        let now = format!("{today}T02:00:00Z").parse().unwrap();
        let described = Organ {
            id: organ.clone(),
            parent_id: None,
            kind: OrganKind::Township,
            name: "示例镇人民政府".to_owned(),
            code: None,
            region: Region::CN,
            portal: serde_json::json!({}),
        };
        let act = Act::of_the_system(now, legal_day(now));
        let mut write = store.begin(&OrganId::system()).await.unwrap();
        write.add_organ(&act, &described, &"0".repeat(64)).await.unwrap();
        write.commit().await.unwrap();
        Self { store, organ, calendar: WorkCalendar::built_in(), now }
    }

    pub(crate) fn today(&self) -> Date {
        legal_day(self.now)
    }

    pub(crate) fn act(&self) -> Act {
        Act::of_the_system(self.now, self.today())
    }

    /// Adds a record as the desk does.
    pub(crate) async fn add(&self, register: Register, values: &Values) -> casework::Result<RecordId> {
        let id = RecordId::new(new_id());
        let of = (register, values);
        casework::record::add_record(&self.store, &self.organ, &self.act(), of, id.clone(), &self.calendar)
            .await?;
        Ok(id)
    }
}

/// Values of a record: texts as the store keeps them.
pub(crate) fn values<const N: usize>(texts: [(&'static str, &str); N]) -> Values {
    texts.into_iter().map(|(key, text)| (key, Value::Text(text.to_owned()))).collect()
}
