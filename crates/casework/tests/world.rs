//! A small county to act in: one township, its clerk's act, ids that count up, the built-in calendar.

use std::sync::atomic::{AtomicU64, Ordering};

use law::{
    Date,
    calendar::{Region, WorkCalendar},
    legal_day,
    register::{Register, Value, Values},
};
use store::{
    Act, Engine, Organ, OrganId, OrganKind, Post, PostId, RecordId,
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

    /// The act of the supervisor of the county above, which is made with it.
    pub(crate) async fn county_act(&self) -> Act {
        let county = OrganId::new("example-county");
        let mut write = self.store.begin(&OrganId::system()).await.unwrap();
        let town = write.organ(&self.organ).await.unwrap();
        let above =
            Organ {
                id: county.clone(), kind: OrganKind::County, name: "示例县".to_owned(), ..town.clone()
            };
        write.add_organ(&self.act(), &above, &"1".repeat(64)).await.unwrap();
        write.commit().await.unwrap();
        let mut write = self.store.begin(&self.organ).await.unwrap();
        write.change_organ(&self.act(), &Organ { parent_id: Some(county), ..town }).await.unwrap();
        write.commit().await.unwrap();
        self.act_in_county("supervisor").await
    }

    /// The act of a post of the county that may not comment.
    pub(crate) async fn county_clerk_act(&self) -> Act {
        self.act_in_county("clerk").await
    }

    async fn act_in_county(&self, kind: &str) -> Act {
        let county = OrganId::new("example-county");
        let (id, name) = (PostId::new(new_id()), kind.to_owned());
        let post = Post { id: id.clone(), unit_id: None, kind: kind.to_owned(), name, closed: false };
        let mut write = self.store.begin(&county).await.unwrap();
        write.add_post(&self.act(), &post).await.unwrap();
        write.commit().await.unwrap();
        Act { post: Some(id), ..self.act() }
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
