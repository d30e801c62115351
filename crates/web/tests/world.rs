//! A small county to look at: 示例镇 and 示范乡, their people, a clock that a test turns, ids that count up.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use casework::PostKind;
use casework::account::{NewAccount, add_account};
use casework::ports::{
    Paper, RegisterCopy, RowReader, SourceFile, SourceRow, TableCell, TableCopy, Typesetter, Unpacker,
    Unprinted,
};
use casework::report::ReportDocument;
use inspect::{Document, Reader, Unreadable};
use jiff::Timestamp;
use law::calendar::{Region, WorkCalendar};
use law::register::{Record, Register, Value, Values};
use law::{Date, legal_day};
use store::testing::{Fresh, fresh_store};
use store::{Act, Engine, NewRecord, Organ, OrganId, OrganKind, RecordId, Unit, UnitId, UnitKind};
use web::{BasePath, CalendarHandle, Config, Engines, Hands, Parts, PortalSettings, Site, State};

use crate::browser::Browser;

/// The password of everybody.
pub(crate) const PASSWORD: &str = "Example-2021";

pub(crate) struct World {
    pub(crate) store: Fresh,
    pub(crate) state: State,
    /// 示例镇人民政府, at `/shilizhen/`.
    pub(crate) organ: OrganId,
    /// 示范乡人民政府, at `/shifanxiang/`.
    pub(crate) neighbour: OrganId,
    clock: Arc<Mutex<Timestamp>>,
    router: axum::Router,
}

static NEXT: AtomicU64 = AtomicU64::new(1);

fn next() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Ids that no other test has.
pub(crate) fn new_id() -> String {
    format!("id-{:08}", next())
}

impl World {
    /// The county on SQLite on 2021-01-05 at ten o'clock.
    pub(crate) async fn new() -> Self {
        Self::with(Engine::Sqlite, Config::loopback()).await
    }

    pub(crate) async fn with(engine: Engine, config: Config) -> Self {
        let store = fresh_store(engine).await;
        let clock = Arc::new(Mutex::new("2021-01-05T02:00:00Z".parse::<Timestamp>().unwrap()));
        let state = State::new(Parts {
            store: store.clone(),
            calendar: CalendarHandle::new(WorkCalendar::built_in()),
            hands: hands(Arc::clone(&clock)),
            engines: engines(),
            config,
        });
        let router = web::router(state.clone());
        let (organ, neighbour) = (OrganId::new("example-town"), OrganId::new("model-town"));
        let world = Self { store, state, organ, neighbour, clock, router };
        world.add_organ(&world.organ, "示例镇人民政府", "shilizhen", "示例镇").await;
        world.add_organ(&world.neighbour, "示范乡人民政府", "shifanxiang", "示范乡").await;
        world
    }

    async fn add_organ(&self, id: &OrganId, name: &str, slug: &str, short_name: &str) {
        let settings = PortalSettings {
            slug: slug.to_owned(),
            short_name: short_name.to_owned(),
            phone: "0000-1234567".to_owned(),
            address: "示例县示例路1号".to_owned(),
            hours: "工作日 8:30–12:00，14:30–18:00".to_owned(),
            ..PortalSettings::default()
        };
        let organ = Organ {
            id: id.clone(),
            parent_id: None,
            kind: OrganKind::Township,
            name: name.to_owned(),
            code: None,
            region: Region::CN,
            portal: serde_json::to_value(settings).unwrap(),
        };
        let mut write = self.store.begin(&OrganId::system()).await.unwrap();
        write.add_organ(&self.act(), &organ, &"0".repeat(64)).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Gives somebody an account and a post from today.
    pub(crate) async fn employ(&self, organ: &OrganId, login: &str, kind: PostKind) {
        let account = NewAccount {
            login: login.to_owned(),
            name: format!("演示{}", kind.label()),
            password: PASSWORD.to_owned(),
            kind,
            unit_id: match kind.sees_own_unit_only() {
                true => Some(self.add_unit(organ, "演示村").await),
                false => None,
            },
        };
        add_account(&self.store, organ, &self.act(), account, &new_id).await.unwrap();
    }

    /// A village of an organ.
    pub(crate) async fn add_unit(&self, organ: &OrganId, name: &str) -> UnitId {
        let (id, kind, name) = (UnitId::new(new_id()), UnitKind::Village, name.to_owned());
        let unit = Unit { id: id.clone(), kind, name, code: None, closed: false };
        let mut write = self.store.begin(organ).await.unwrap();
        write.add_unit(&self.act(), &unit).await.unwrap();
        write.commit().await.unwrap();
        id
    }

    /// Somebody without an account.
    pub(crate) fn visitor(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Somebody with a post of that kind at 示例镇, signed in.
    pub(crate) async fn at_work(&self, kind: PostKind) -> Browser {
        self.employ(&self.organ, kind.key(), kind).await;
        let mut browser = self.visitor();
        browser.sign_in(kind.key(), PASSWORD).await;
        browser
    }

    /// Lets time pass.
    pub(crate) fn wait_minutes(&self, minutes: i64) {
        let mut now = self.clock.lock().unwrap();
        *now = now.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap();
    }

    /// Turns the clock to ten in the morning of that day.
    pub(crate) fn go_to(&self, day: &str) {
        *self.clock.lock().unwrap() = format!("{day}T02:00:00Z").parse().unwrap();
    }

    pub(crate) fn today(&self) -> Date {
        legal_day(self.state.now())
    }

    pub(crate) fn act(&self) -> Act {
        Act::of_the_system(self.state.now(), self.today())
    }

    /// Adds a record to a register of 示例镇.
    pub(crate) async fn add(&self, register: Register, texts: &[(&'static str, &str)]) -> RecordId {
        self.add_to(&self.organ, register, texts).await
    }

    pub(crate) async fn add_to(
        &self,
        organ: &OrganId,
        register: Register,
        texts: &[(&'static str, &str)],
    ) -> RecordId {
        let text = |(key, text): &(&'static str, &str)| (*key, Value::Text((*text).to_owned()));
        let mut values: Values = texts.iter().map(text).collect();
        values.entry("source_no").or_insert_with(|| Value::Text(new_id()));
        let record = Record::parse(register, &values).unwrap();
        let id = RecordId::new(new_id());
        let mut write = self.store.begin(organ).await.unwrap();
        write.add_record(&self.act(), NewRecord { id: id.clone(), record }).await.unwrap();
        write.commit().await.unwrap();
        id
    }

    /// Publishes a document of 示例镇 with what differs from an ordinary one.
    pub(crate) async fn publish(&self, title: &str, changes: &[(&'static str, &str)]) -> RecordId {
        let mut texts = vec![
            ("title", title),
            ("content_kind", "statutory"),
            ("category", "20-07"),
            ("formed_on", "2020-02-03"),
            ("first_released_on", "2020-02-11"),
            ("channels", "portal"),
            ("body", "第一段。\n第二段。"),
            ("note", "内部备注"),
        ];
        for change in changes {
            texts.retain(|(key, _)| *key != change.0);
            texts.push(*change);
        }
        texts.retain(|(_, text)| !text.is_empty());
        self.add(Register::Publication, &texts).await
    }
}

/// A county office's settings behind an encrypted connection.
pub(crate) fn behind_the_county() -> Config {
    Config {
        base_path: BasePath::parse("/zfxxgk").unwrap(),
        secure_cookies: true,
        site: Site {
            name: "示例县人民政府".to_owned(),
            domain: "www.example.gov.cn".to_owned(),
            id_code: "0000000000".to_owned(),
            ..Site::default()
        },
        ..Config::loopback()
    }
}

fn hands(clock: Arc<Mutex<Timestamp>>) -> Hands {
    Hands {
        now: Arc::new(move || *clock.lock().unwrap()),
        new_id: Arc::new(new_id),
        new_secret: Arc::new(|| Ok(format!("{:064x}", next()))),
    }
}

fn engines() -> Engines {
    Engines {
        rows: Arc::new(Commas),
        typesetter: Arc::new(Commas),
        reader: Arc::new(Commas),
        unpacker: Arc::new(Commas),
    }
}

/// Files of the simplest kind: lines with commas.
struct Commas;

impl RowReader for Commas {
    fn each_row(
        &self,
        _: &str,
        bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String> {
        let text = String::from_utf8(bytes).map_err(|_| "文件的编码认不出来。".to_owned())?;
        for (number, line) in (1..).zip(text.lines()) {
            let cells = line.split(',').map(str::to_owned).collect();
            if receive(SourceRow { sheet: String::new(), number, cells }).is_break() {
                break;
            }
        }
        Ok(())
    }
}

impl Typesetter for Commas {
    fn ready(&self, paper: Paper) -> Result<(), String> {
        (paper != Paper::Docx).then_some(()).ok_or_else(|| "请安装示例软件。".to_owned())
    }

    fn report(&self, paper: Paper, document: &ReportDocument, on: Date) -> Result<Vec<u8>, Unprinted> {
        self.ready(paper).map_err(Unprinted::Refused)?;
        let (title, draft, year) = (&document.title, document.is_draft, document.report.year);
        Ok(format!("{} {title} {draft} {year} {on}", paper.extension()).into_bytes())
    }

    fn register(
        &self,
        copy: &RegisterCopy,
        rows: &mut dyn Iterator<Item = Values>,
    ) -> Result<Vec<u8>, Unprinted> {
        let mut text = match copy.paper {
            Paper::Xlsx => String::new(),
            _ => format!("{}|{}|{}\n", copy.organ, copy.filter, copy.on),
        };
        text.push_str(&labels(copy.register));
        for row in rows {
            text.push_str(row.get("source_no").and_then(Value::as_text).unwrap_or_default());
            text.push('\n');
        }
        Ok(text.into_bytes())
    }

    fn tables(&self, tables: &[TableCopy]) -> Result<Vec<u8>, Unprinted> {
        let mut text = String::new();
        for row in tables.iter().flat_map(|table| &table.rows) {
            let cell = |cell: &TableCell| match cell {
                TableCell::Text(text) => text.clone(),
                TableCell::Number(number) => number.to_string(),
            };
            text.push_str(&format!("{}\n", row.iter().map(cell).collect::<Vec<_>>().join("|")));
        }
        Ok(text.into_bytes())
    }

    fn letters(&self, paper: Paper, letters: &[inspect::Letter], on: Date) -> Result<Vec<u8>, Unprinted> {
        let texts: Vec<String> = letters.iter().map(inspect::Letter::to_text).collect();
        Ok(format!("{} {on}\n{}", paper.extension(), texts.join("\n")).into_bytes())
    }

    fn template(&self, register: Register) -> Result<Vec<u8>, Unprinted> {
        Ok(labels(register).into_bytes())
    }
}

fn labels(register: Register) -> String {
    let labels: Vec<&str> = register.fields().iter().map(|field| field.label).collect();
    format!("{}\n", labels.join(","))
}

impl Reader for Commas {
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        let text = std::str::from_utf8(bytes).map_err(|_| Unreadable("文件的编码认不出来。".to_owned()))?;
        Ok(Document::from_text(text))
    }
}

/// An archive is a text in which each member begins with `== name`.
impl Unpacker for Commas {
    fn unpack(
        &self,
        file: SourceFile,
        receive: &mut dyn FnMut(SourceFile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = file.content.clone().ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text.filter(|text| text.starts_with("== ")) else { return receive(file) };
        for member in text.split("== ").skip(1) {
            let (name, words) = member.split_once('\n').unwrap_or((member, ""));
            let name = format!("{}/{name}", file.name);
            receive(SourceFile { name, content: Ok(words.as_bytes().to_vec()) })?;
        }
        ControlFlow::Continue(())
    }
}
