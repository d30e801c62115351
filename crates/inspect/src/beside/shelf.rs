//! Reports of other years or versions, found by the body that reports.

use super::examined::Examined;
use super::names::{AgencyName, ByAgency};

/// Reports laid ready for comparison.
#[derive(Debug, Default)]
pub struct Shelf {
    reports: ByAgency<Examined>,
    /// The only report was given for the only file: it belongs to it whatever its body is called.
    only: bool,
}

impl Shelf {
    /// A shelf with a report that belongs to whatever is checked, even under another name.
    #[must_use]
    pub fn of_one(report: Examined) -> Self {
        let mut shelf = Self::default();
        shelf.add(report);
        Self { only: true, ..shelf }
    }

    /// Adds a report under the name of its body.
    pub fn add(&mut self, report: Examined) {
        self.reports.add(report.name(), report);
    }

    /// How many reports there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all().count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every report, in the order of adding.
    pub fn all(&self) -> impl Iterator<Item = &Examined> {
        self.reports.all().map(|(_, report)| report)
    }

    /// The report of a body: that of `year` if there is one, otherwise any, so that its year can be named.
    #[must_use]
    pub fn of_body(&self, agency: &str, year: Option<i16>) -> Option<&Examined> {
        let found = match agency {
            _ if self.only => self.all().collect(),
            "" => Vec::new(),
            name => self.reports.find(&AgencyName::of(name)),
        };
        let of_year = found.iter().find(|report| report.checked.year == year && year.is_some());
        of_year.or(found.first()).copied()
    }
}
