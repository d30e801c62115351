//! One publication of the demonstration, and the record it becomes.

use std::collections::BTreeMap;

use law::Date;
use law::register::{Category, ContentKind, ReleaseChannel, Validity, Values, YesNo};

use super::super::county::{Organ, TOWN};
use super::super::days::{Days, later};
use super::super::row::Row;

/// A publication that has been released.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) released: Date,
    pub(super) formed: Date,
    pub(super) kind: ContentKind,
    pub(super) category: Option<Category>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) unit: Option<&'static str>,
    pub(super) channels: Vec<ReleaseChannel>,
    pub(super) number: Number,
    pub(super) basis: Option<&'static str>,
    /// How and on which day it lost force.
    pub(super) ended: Option<(Validity, Date)>,
    pub(super) withdrawn: Option<(Date, &'static str)>,
}

/// 文号.
#[derive(Debug, Clone)]
pub(super) enum Number {
    /// None.
    None,
    /// The next of the year.
    Next,
    /// This one.
    Given(String),
}

/// The line at the end of every text.
pub(super) const INVENTED: &str = "（本文为演示内容，单位和数字均为虚构。）";

impl Item {
    /// Whether it speaks for the town and names no village or office of it.
    pub(super) fn is_of_the_town_itself(&self) -> bool {
        self.unit.is_none()
            && self.kind == ContentKind::Statutory
            && !TOWN.units.iter().any(|unit| self.title.contains(unit) || self.body.contains(unit))
    }

    /// The same item as 示范乡 would have published it.
    pub(super) fn renamed_for_the_neighbour(mut self) -> Self {
        for text in [&mut self.title, &mut self.body] {
            *text = text.replace("示例镇", "示范乡").replace("本镇", "本乡").replace("全镇", "全乡");
        }
        self
    }

    fn values(&self, days: &Days<'_>, organ: Organ, serial: usize, document_no: Option<String>) -> Values {
        let year = self.released.year();
        let ended = self.ended.and_then(|(how, day)| days.past(day).map(|day| (how, day)));
        let withdrawn = self.withdrawn.and_then(|(day, why)| days.past(day).map(|day| (day, why)));
        let validity = ended.map_or(Validity::InForce, |(how, _)| how);
        Row::new(format!("GK-{year}-{serial:04}"))
            .text_if("unit", self.unit)
            .text("title", format!("{}（演示）", self.title))
            .text_if("index_no", organ.code.map(|code| format!("{code}/{year}-{serial:05}")))
            .text_if("document_no", document_no)
            .choice("content_kind", self.kind)
            .choice_if("category", self.category)
            .text_if("basis", self.basis)
            .day("formed_on", self.formed)
            .day("first_released_on", self.released)
            .text("channels", joined(&self.channels))
            .choice("is_electronic", YesNo::Yes)
            .choice_if("validity", (self.kind == ContentKind::Statutory).then_some(validity))
            .day_if("ceased_on", ended.map(|(_, day)| day))
            .day_if("withdrawn_on", withdrawn.map(|(day, _)| day))
            .text_if("withdrawn_reason", withdrawn.map(|(_, why)| why))
            .text("summary", self.body.lines().next().unwrap_or_default())
            .text("body", format!("{}\n{INVENTED}", self.body))
            .done()
    }
}

/// Numbers the items by year in the order of first release; what is not yet released falls out.
pub(super) fn numbered(days: &Days<'_>, organ: Organ, mut items: Vec<Item>) -> Vec<Values> {
    items.retain(|item| item.released <= days.today());
    items.sort_by_key(|item| item.released);
    let mut serials = BTreeMap::<i16, usize>::new();
    let mut documents = BTreeMap::<i16, usize>::new();
    items
        .iter()
        .map(|item| {
            let serial = next(&mut serials, item.released.year());
            let document_no = match &item.number {
                Number::None => None,
                Number::Given(given) => Some(given.clone()),
                Number::Next => {
                    let year = item.formed.year();
                    Some(format!("示政发〔{year}〕{}号", next(&mut documents, year)))
                }
            };
            item.values(days, organ, serial, document_no)
        })
        .collect()
}

fn next(counters: &mut BTreeMap<i16, usize>, year: i16) -> usize {
    let counter = counters.entry(year).or_default();
    *counter += 1;
    *counter
}

/// The keys of the channels, first release first.
pub(super) fn joined(channels: &[ReleaseChannel]) -> String {
    use law::register::Chosen;
    channels.iter().map(|channel| channel.key()).collect::<Vec<_>>().join(",")
}

/// The same day one month later, roughly, for a withdrawal.
pub(super) fn some_weeks_after(day: Date, index: usize) -> Date {
    later(day, 12 + i32::try_from(index % 30).unwrap_or_default())
}
