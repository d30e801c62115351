//! How the work orders of a year are spread over days, topics, villages and fates, by index arithmetic.

use law::Date;
use law::register::{OrderCategory, OrderSource, Satisfaction, Values};

use super::super::county::village;
use super::super::days::{Days, date, later};
use super::super::row::Row;
use super::topics::{TOPICS, Topic};

/// A year of work orders.
pub(super) struct Plan {
    year: i16,
    count: usize,
    /// Only complaints over the hotline, all closed in time, none after mid-December: the year of the seed.
    is_seed: bool,
}

/// The years that have work orders.
pub(super) const YEARS: &[Plan] = &[
    Plan { year: 2020, count: 280, is_seed: true },
    Plan { year: 2024, count: 192, is_seed: false },
    Plan { year: 2025, count: 236, is_seed: false },
];

/// What becomes of an order. The numbers are chosen so that they meet neither each other nor a rhythm of topics.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Closed,
    Late,
    Returned,
    Extended,
    DoneTwice,
}

impl Fate {
    fn of(index: usize, category: OrderCategory) -> Self {
        match index {
            _ if category == OrderCategory::Praise => Self::Closed,
            _ if index % 61 == 17 => Self::Late,
            _ if index % 37 == 9 => Self::Returned,
            _ if index % 29 == 3 => Self::Extended,
            _ if index % 41 == 11 => Self::DoneTwice,
            _ => Self::Closed,
        }
    }
}

const SOURCES: [OrderSource; 20] = {
    use OrderSource::{Hotline, Message, Other, Phone, Superior, Visit};
    [
        Hotline, Hotline, Message, Hotline, Phone, Hotline, Hotline, Visit, Hotline, Message, Hotline,
        Superior, Hotline, Phone, Hotline, Hotline, Message, Other, Hotline, Visit,
    ]
};

const RETURN_VISITS: [Satisfaction; 10] = {
    use Satisfaction::{Dissatisfied, Fair, Satisfied, Unreached};
    [Satisfied, Satisfied, Fair, Satisfied, Satisfied, Unreached, Satisfied, Fair, Satisfied, Dissatisfied]
};

impl Plan {
    /// The orders of the year, as far as they have come by today.
    pub(super) fn rows(&self, days: &Days<'_>) -> Vec<Values> {
        let topics: Vec<&Topic> = TOPICS
            .iter()
            .filter(|topic| !self.is_seed || topic.category == OrderCategory::Complaint)
            .collect();
        topics
            .iter()
            .cycle()
            .take(self.count)
            .enumerate()
            .map(|(index, topic)| self.order(days, (index, index + index / topics.len()), topic))
            .collect()
    }

    /// `spot` moves on by one village at each round of the topics, so that a topic visits all of them.
    fn order(&self, days: &Days<'_>, (index, spot): (usize, usize), topic: &Topic) -> Values {
        let fate = if self.is_seed { Fate::Closed } else { Fate::of(index, topic.category) };
        let source = if self.is_seed { Some(OrderSource::Hotline) } else { pick(&SOURCES, index) };
        let place = place(spot, topic);
        let subject = topic.subject.replace("{place}", &place).replace("来电", source.map_or("来电", way));
        let dispatched = self.dispatched_on(days, index);
        let limit = limit(topic.category);
        let row = Row::new(format!("RX-{}-{:04}", self.year, index + 1))
            .text("unit", topic.unit.unwrap_or_else(|| village(spot)))
            .choice_if("source", source)
            .choice("category", topic.category)
            .text("subject", format!("{subject}（演示）"))
            .text("place", place)
            .day("dispatched_on", dispatched)
            .day_if("signed_on", days.past(days.after(dispatched, u32::from(index % 3 == 0))));
        // Only a platform gives a day; for the organ's own mailbox and counter the system reckons it.
        let row = if matches!(source, Some(OrderSource::Hotline | OrderSource::Superior)) {
            row.day("due_on", days.after(dispatched, limit))
        } else {
            row
        };
        ended(row, days, (dispatched, limit), (index, fate), topic)
    }

    fn dispatched_on(&self, days: &Days<'_>, index: usize) -> Date {
        let span = if self.is_seed { 340 } else { 360 };
        let offset = i32::try_from(index * span / self.count).unwrap_or_default();
        days.on_or_after(later(date(self.year, 1, 2), offset))
    }
}

/// How the order ended, if it has by today.
fn ended(
    row: Row,
    days: &Days<'_>,
    (dispatched, limit): (Date, u32),
    (index, fate): (usize, Fate),
    topic: &Topic,
) -> Values {
    if fate == Fate::Returned {
        return match days.past(days.after(dispatched, 1)) {
            Some(day) => row
                .day("returned_on", day)
                .text("note", "所述事项由县级部门负责，说明理由后经平台同意退单。")
                .done(),
            None => row.done(),
        };
    }
    let spread = u32::try_from(index * 5 % 7).unwrap_or_default();
    let replied = match fate {
        Fate::Late => limit + 2,
        Fate::Extended => limit + 3,
        _ => (1 + spread).min(limit.saturating_sub(1)).max(1),
    };
    let closed = replied + u32::from(fate != Fate::Late && replied < limit);
    let row = match fate {
        Fate::Extended => row.int("extension_working_days", 5).text("note", "需协调施工，经批准延期办理。"),
        Fate::DoneTwice => row.text("note", "首次回访反映未完全解决，退回重办一次后办结。"),
        Fate::Late => row.text("note", "因等待材料办结超期，已作书面说明。"),
        _ => row,
    };
    let is_visited = topic.category != OrderCategory::Praise;
    let row = row.day_if("replied_on", days.past(days.after(dispatched, replied)));
    match days.past(days.after(dispatched, closed)) {
        Some(day) => row
            .day("closed_on", day)
            .text_if("result", pick(&topic.results, index / 3))
            .choice_if("satisfaction", pick(&RETURN_VISITS, index * 3).filter(|_| is_visited))
            .done(),
        None => row.done(),
    }
}

/// Working days within which the demonstration county wants an order closed.
pub(super) const fn limit(category: OrderCategory) -> u32 {
    match category {
        OrderCategory::Question | OrderCategory::Praise => 2,
        OrderCategory::Help => 5,
        OrderCategory::Complaint | OrderCategory::Allegation | OrderCategory::Suggestion => 10,
    }
}

/// How the citizen came: the word in the place of 来电.
const fn way(source: OrderSource) -> &'static str {
    match source {
        OrderSource::Hotline | OrderSource::Phone => "来电",
        OrderSource::Message => "网上留言",
        OrderSource::Visit => "来访",
        OrderSource::Superior => "上级转来群众",
        OrderSource::Other => "来信",
    }
}

/// A group of a village, or the topic's own place.
fn place(spot: usize, topic: &Topic) -> String {
    const GROUPS: [&str; 5] = ["一组", "二组", "三组", "四组", "五组"];
    let group = pick(&GROUPS, spot / 2).unwrap_or_default();
    topic.place.map_or_else(|| format!("{}{group}", village(spot)), str::to_owned)
}

/// The member with that number, counted round.
fn pick<T: Copy>(list: &[T], number: usize) -> Option<T> {
    list.iter().cycle().nth(number.checked_rem(list.len())?).copied()
}
