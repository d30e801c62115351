//! A desk to write reports at: short ways to declare, open, write and finalise.

#![expect(clippy::panic, reason = "a desk that cannot do its work fails the test that sits at it")]

use casework::report::{self, Blocker, Compiled, Finalised, Mend, ProseEdit};
use law::{
    measure::Year,
    register::{INDICATORS, IndicatorKind, Register, Value, Values},
    report::{Form, Section, Source, source},
};
use store::{Engine, RecordId, ReportId};

use crate::world::{World, new_id, values};

/// Words without any number, about each part.
const WORDS: [(Section, &str); 3] = [
    (
        Section::One,
        "本年度主动公开政府信息{{主动公开总数|零}}条。新收政府信息公开申请{{依申请新收数|零}}件。",
    ),
    (Section::Five, "公开不够及时。针对上年度提出的问题，已经改进。"),
    (Section::Six, "本年度收取信息处理费{{信息处理费收取金额|零}}元。"),
];

pub(super) fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

pub(super) async fn town(engine: Engine) -> World {
    World::on(engine, "2026-01-12").await
}

/// A request of a natural person, replied to (granted) if a day is given.
pub(super) fn request(number: &str, received_on: &str, replied_on: Option<&str>) -> Values {
    let mut request = values([
        ("source_no", number),
        ("applicant_kind", "nat"),
        ("channel", "counter"),
        ("arrived_on", received_on),
        ("received_on", received_on),
        ("subject", "（演示）道路工程验收材料"),
    ]);
    if let Some(day) = replied_on {
        request.extend(values([("replied_on", day), ("decision", "A1")]));
    }
    request
}

pub(super) fn publication(number: &str, released_on: &str) -> Values {
    values([
        ("source_no", number),
        ("title", "（演示）公告"),
        ("content_kind", "statutory"),
        ("category", "20-01"),
        ("channels", "portal"),
        ("first_released_on", released_on),
    ])
}

impl World {
    /// Adds a record and fails the test if it is refused.
    pub(super) async fn record(&self, register: Register, values: &Values) -> RecordId {
        self.add(register, values).await.unwrap_or_else(|error| panic!("{error:?} {values:?}"))
    }

    /// Declares a figure of the year.
    pub(super) async fn declare(&self, year: i64, indicator: &str, amount: i64) -> RecordId {
        let known = INDICATORS.iter().find(|known| known.key() == indicator).unwrap();
        let column = if known.kind == IndicatorKind::Money { "amount_fen" } else { "figure" };
        let mut figure = values([
            ("indicator", indicator),
            ("reason", "（演示）台账自年中开始"),
            ("source_document", "（演示）手工登记本"),
        ]);
        figure.insert("source_no", Value::Text(new_id()));
        figure.insert("year", Value::Int(year));
        figure.insert(column, Value::Int(amount));
        self.record(Register::DeclaredFigure, &figure).await
    }

    /// Declares every business figure of the year's form as 0, but for those left out.
    pub(super) async fn declare_all(&self, year: i64, but: &[&str]) {
        let form = Form::for_year(i16::try_from(year).unwrap());
        for key in form.cells() {
            let name = key.to_string();
            if matches!(source(form, key), Some(Source::Declared { .. })) && !but.contains(&name.as_str()) {
                self.declare(year, &name, 0).await;
            }
        }
    }

    pub(super) async fn open(&self, number: i64) -> ReportId {
        let id = ReportId::new(new_id());
        report::open(&self.store, &self.organ, &self.act(), year(number), id.clone()).await.unwrap();
        id
    }

    /// Writes a part as somebody who has just read it.
    pub(super) async fn write(&self, id: &ReportId, section: Section, words: &str) {
        let seen = self.view(id).await.part(section).unwrap().token.clone();
        let edit = ProseEdit { section, words: words.to_owned(), seen };
        report::write_prose(&self.store, &self.organ, &self.act(), id, edit).await.unwrap();
    }

    pub(super) async fn write_all(&self, id: &ReportId) {
        for (section, words) in WORDS {
            self.write(id, section, words).await;
        }
    }

    pub(super) async fn view(&self, id: &ReportId) -> Compiled {
        report::view(&self.store, &self.organ, id).await.unwrap()
    }

    /// Gives a reason for everything that asks for one.
    pub(super) async fn explain_all(&self, id: &ReportId) {
        for needed in self.view(id).await.needs_reason {
            let reason = (needed.rule, needed.place.as_str(), "（演示）已核对，情况属实");
            report::explain(&self.store, &self.organ, &self.act(), id, reason).await.unwrap();
        }
    }

    /// Makes it final; the hash.
    pub(super) async fn finalise(&self, id: &ReportId) -> String {
        match self.try_to_finalise(id).await {
            Finalised::Done(hash) => hash,
            other => panic!("{other:#?}"),
        }
    }

    /// What stops it.
    pub(super) async fn stopped(&self, id: &ReportId) -> Vec<Blocker> {
        match self.try_to_finalise(id).await {
            Finalised::Stopped(blockers) => blockers,
            other => panic!("{other:#?}"),
        }
    }

    async fn try_to_finalise(&self, id: &ReportId) -> Finalised {
        let seen = self.view(id).await.digest();
        report::finalise(&self.store, &self.organ, &self.act(), id, &seen).await.unwrap()
    }

    /// A report of the year with nothing in its way.
    pub(super) async fn ready(&self, number: i64) -> ReportId {
        self.declare_all(number, &[]).await;
        let id = self.open(number).await;
        self.write_all(&id).await;
        self.explain_all(&id).await;
        id
    }
}

/// The only blocker, its message and where to mend it.
pub(super) fn only(blockers: &[Blocker]) -> (&str, &Mend) {
    assert_eq!(blockers.len(), 1, "{blockers:#?}");
    (&blockers[0].message, &blockers[0].mend)
}
