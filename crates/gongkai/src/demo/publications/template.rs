//! What a demonstration publication is made from: a title and a body with placeholders, and when it recurs.
//!
//! Placeholders: `{year}` `{last}` `{next}` `{month}` `{past}` (year and month before) `{quarter}` `{half}` `{village}` `{until}` (seven days
//! after release), and the numbers `{a}` … `{d}`, each drawn from the template's own range.

use law::register::{Category, ContentKind, ReleaseChannel};

/// A recurring publication.
#[derive(Debug, Clone, Copy)]
pub(super) struct Template {
    pub(super) kind: ContentKind,
    pub(super) category: Option<Category>,
    pub(super) title: &'static str,
    /// Paragraphs, one a line.
    pub(super) body: &'static str,
    /// The office that hands it in; `None` for the town itself.
    pub(super) unit: Option<&'static str>,
    /// One item for each village.
    pub(super) is_per_village: bool,
    /// The months of release.
    pub(super) months: &'static [i8],
    /// The day of the month, or the next working day.
    pub(super) day: i8,
    /// First channel first.
    pub(super) channels: &'static [ReleaseChannel],
    /// Lowest value and how many values there are, for `{a}`, `{b}` ….
    pub(super) numbers: &'static [(u32, u32)],
    /// Carries a 文号.
    pub(super) is_document: bool,
    /// Loses force when the year ends.
    pub(super) lapses: bool,
    /// Released on the day it was formed, such as a warning.
    pub(super) is_same_day: bool,
    /// The provision that asks for it, for category 20-15.
    pub(super) basis: Option<&'static str>,
    /// How many items of 2020 come from it: the counts of the seed are exact.
    pub(super) in_2020: usize,
    /// Whether those of 2020 were first released on the portal.
    pub(super) is_portal_2020: bool,
}

/// The twelve months.
pub(super) const EVERY_MONTH: &[i8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/// The last month of each quarter.
pub(super) const QUARTERLY: &[i8] = &[3, 6, 9, 12];

const fn of_kind(
    kind: ContentKind,
    category: Option<Category>,
    title: &'static str,
    body: &'static str,
) -> Template {
    Template {
        kind,
        category,
        title,
        body,
        unit: None,
        is_per_village: false,
        months: &[],
        day: 1,
        channels: &[ReleaseChannel::Portal],
        numbers: &[],
        is_document: false,
        lapses: false,
        is_same_day: false,
        basis: None,
        in_2020: 0,
        is_portal_2020: false,
    }
}

/// Content that Articles 20 and 21 require.
pub(super) const fn statutory(category: Category, title: &'static str, body: &'static str) -> Template {
    of_kind(ContentKind::Statutory, Some(category), title, body)
}

/// 工作动态.
pub(super) const fn news(title: &'static str, body: &'static str) -> Template {
    of_kind(ContentKind::News, None, title, body)
}

/// 村务公开, one item a village.
pub(super) const fn village_affairs(title: &'static str, body: &'static str) -> Template {
    let mut template = of_kind(ContentKind::VillageAffairs, None, title, body);
    template.is_per_village = true;
    template
}

impl Template {
    pub(super) const fn when(mut self, months: &'static [i8], day: i8) -> Self {
        self.months = months;
        self.day = day;
        self
    }

    pub(super) const fn from(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    pub(super) const fn per_village(mut self) -> Self {
        self.is_per_village = true;
        self
    }

    pub(super) const fn on(mut self, channels: &'static [ReleaseChannel]) -> Self {
        self.channels = channels;
        self
    }

    pub(super) const fn numbers(mut self, ranges: &'static [(u32, u32)]) -> Self {
        self.numbers = ranges;
        self
    }

    pub(super) const fn document(mut self) -> Self {
        self.is_document = true;
        self
    }

    pub(super) const fn lapsing(mut self) -> Self {
        self.lapses = true;
        self
    }

    pub(super) const fn same_day(mut self) -> Self {
        self.is_same_day = true;
        self
    }

    pub(super) const fn based_on(mut self, provision: &'static str) -> Self {
        self.basis = Some(provision);
        self
    }

    pub(super) const fn in_2020(mut self, count: usize) -> Self {
        self.in_2020 = count;
        self
    }

    pub(super) const fn portal_2020(mut self, count: usize) -> Self {
        self.is_portal_2020 = true;
        self.in_2020(count)
    }
}
