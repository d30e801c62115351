//! The publications of a year out of the templates.

use law::Date;
use law::register::{ContentKind, ReleaseChannel, Validity};

use super::super::county::VILLAGES;
use super::super::days::{Days, date, later};
use super::item::{Item, Number, some_weeks_after};
use super::template::Template;
use super::{governance, land, money, news, people, safety, services};

const TEMPLATES: [&[Template]; 7] =
    [governance::LIST, services::LIST, money::LIST, people::LIST, safety::LIST, land::LIST, news::LIST];

/// The year of the seed.
const SEED: i16 = 2020;

const REASONS: [&str; 3] = [
    "附件表格中有需要进一步隐去的内容，撤下整理后重新公开。",
    "正文数字与附表不一致，撤下核对后重新公开。",
    "公示期满，按规定撤下含有个人信息的公示名单。",
];

/// One occurrence of a template: month and village.
type Occasion = (i8, Option<&'static str>);

/// Everything of a busy year.
pub(super) fn items(days: &Days<'_>, year: i16) -> Vec<Item> {
    let all = TEMPLATES
        .iter()
        .flat_map(|list| list.iter())
        .flat_map(|template| occasions(template).into_iter().map(move |occasion| (template, occasion)));
    all.enumerate()
        .map(|(index, (template, occasion))| {
            let mut item = item(days, year, index, template, occasion);
            if index % 67 == 40 && template.kind == ContentKind::Statutory {
                let reason = REASONS.get(index % REASONS.len()).copied().unwrap_or_default();
                item.withdrawn = Some((some_weeks_after(item.released, index), reason));
            }
            item
        })
        .collect()
}

/// The year of the seed: from each template as many as it says, evenly spread over its occasions, and
/// on the portal only where it says so.
pub(super) fn seed_items(days: &Days<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for template in TEMPLATES.iter().flat_map(|list| list.iter()) {
        let occasions = occasions(template);
        let (wanted, offered) = (template.in_2020, occasions.len().max(1));
        for (at, occasion) in occasions.into_iter().enumerate() {
            if (at + 1) * wanted / offered > at * wanted / offered {
                let mut item = item(days, SEED, items.len(), template, occasion);
                item.channels = seed_channels(template);
                items.push(item);
            }
        }
    }
    items
}

fn seed_channels(template: &Template) -> Vec<ReleaseChannel> {
    if template.is_portal_2020 {
        return vec![ReleaseChannel::Portal];
    }
    let others: Vec<_> =
        template.channels.iter().copied().filter(|channel| *channel != ReleaseChannel::Portal).collect();
    if others.is_empty() { vec![ReleaseChannel::Wechat] } else { others }
}

fn occasions(template: &Template) -> Vec<Occasion> {
    let villages: Vec<Option<&'static str>> =
        if template.is_per_village { VILLAGES.into_iter().map(Some).collect() } else { vec![None] };
    template.months.iter().flat_map(|month| villages.iter().map(move |village| (*month, *village))).collect()
}

fn item(days: &Days<'_>, year: i16, index: usize, template: &Template, occasion: Occasion) -> Item {
    let (month, village) = occasion;
    // Villages follow one another by a working day, so that not everything falls on one date.
    let place = VILLAGES.iter().position(|name| Some(*name) == village).unwrap_or_default();
    let start = days.on_or_after(date(year, month, template.day));
    let released = within(days, year, days.after(start, u32::try_from(place).unwrap_or_default()));
    let age = if template.is_same_day { 0 } else { 1 + index % 6 };
    let formed = days.before(released, u32::try_from(age).unwrap_or_default());
    let texts = Texts { year, month, village, released, seed: index, numbers: template.numbers };
    Item {
        released,
        formed,
        kind: template.kind,
        category: template.category,
        title: texts.fill(template.title),
        body: texts.fill(template.body),
        unit: village.or(template.unit),
        channels: template.channels.to_vec(),
        number: if template.is_document { Number::Next } else { Number::None },
        basis: template.basis,
        ended: template.lapses.then(|| (Validity::Lapsed, date(year, 12, 31))),
        withdrawn: None,
    }
}

/// The day, or the last working day of the year if the count has run over its end.
fn within(days: &Days<'_>, year: i16, day: Date) -> Date {
    if day.year() > year { days.before(date(year, 12, 31), 1) } else { day }
}

/// What stands for the placeholders of one item.
struct Texts {
    year: i16,
    month: i8,
    village: Option<&'static str>,
    released: Date,
    seed: usize,
    numbers: &'static [(u32, u32)],
}

impl Texts {
    fn fill(&self, text: &str) -> String {
        let until = later(self.released, 7);
        let quarter = match self.month {
            1..=3 => "一",
            4..=6 => "二",
            7..=9 => "三",
            _ => "四",
        };
        let mut filled = text
            .replace("{year}", &self.year.to_string())
            .replace("{last}", &(self.year - 1).to_string())
            .replace("{next}", &(self.year + 1).to_string())
            .replace("{month}", &self.month.to_string())
            .replace("{past}", &self.month_before())
            .replace("{quarter}", quarter)
            .replace("{half}", if self.month <= 6 { "上半年" } else { "下半年" })
            .replace("{village}", self.village.unwrap_or_default())
            .replace("{until}", &format!("{}月{}日", until.month(), until.day()));
        for (place, (low, span)) in ["{a}", "{b}", "{c}", "{d}"].into_iter().zip(self.numbers) {
            filled = filled.replace(place, &self.number(place, *low, *span).to_string());
        }
        filled
    }

    fn month_before(&self) -> String {
        if self.month > 1 {
            format!("{}年{}月", self.year, self.month - 1)
        } else {
            format!("{}年12月", self.year - 1)
        }
    }

    /// A number within its range that differs from item to item and from year to year.
    fn number(&self, place: &str, low: u32, span: u32) -> u32 {
        let mixed = self.seed * 37
            + usize::from(self.year.unsigned_abs()) * 11
            + place.len() * 5
            + usize::from(place.as_bytes().get(1).copied().unwrap_or_default()) * 53;
        let span = usize::try_from(span).unwrap_or(1).max(1);
        low + u32::try_from(mixed % span).unwrap_or_default()
    }
}
