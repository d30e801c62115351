//! A notice (放假通知): who arranged which days of one year.

use jiff::civil::Date;

use super::region::Region;

/// One arrangement of days off and make-up days, for one region and one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whose days it arranges.
    pub region: Region,
    /// The year it is made for; it may also name days of the December before.
    pub year: i16,
    /// Its title, e.g. `国务院办公厅关于2020年部分节假日安排的通知`.
    pub name: String,
    /// Its document number (文号), where known.
    pub source: Option<String>,
    /// The day it was issued, where known.
    pub issued_on: Option<Date>,
    /// The days it names, in the order of the notice.
    pub days: Vec<NoticeDay>,
}

/// One day named by a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeDay {
    /// In the notice's year, or in the December before it.
    pub date: Date,
    /// Off or worked, whatever the weekday.
    pub arrangement: Arrangement,
    /// The holiday the day belongs to, also for a make-up day: `春节`.
    pub name: String,
}

/// What a notice says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// 放假.
    Off,
    /// 上班.
    Work,
}

impl Arrangement {
    /// `off` or `work`, as in the import file.
    pub fn key(self) -> &'static str {
        match self {
            Arrangement::Off => "off",
            Arrangement::Work => "work",
        }
    }
}

impl Notice {
    /// The notice as it is quoted beside a day: title, then the document number in brackets.
    pub fn citation(&self) -> String {
        match &self.source {
            Some(number) => format!("{}（{number}）", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether this notice takes the place of what was known of its year and region.
    ///
    /// A national notice that names New Year's Day arranges the whole year. One that does not is an
    /// amendment (the victory day of 2015, Labour Day 2019, the longer Spring Festival of 2020) and is
    /// laid over the year day by day; taking it for the year would turn every other holiday into a
    /// working day. A regional notice always states all of the region's own days.
    pub fn replaces_its_year(&self) -> bool {
        !self.region.is_national() || self.names_off(1, 1)
    }

    /// The fixed statutory holidays that this national notice leaves out, as (month, day, name).
    ///
    /// 《全国年节及纪念日放假办法》第二条: 1 January, 1 May and 1 to 3 October are off every year, so a
    /// notice for a whole year without them was probably typed in part. Empty for regional notices.
    pub fn missing_fixed_holidays(&self) -> Vec<(i8, i8, &'static str)> {
        const FIXED: [(i8, i8, &str); 5] =
            [(1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")];
        if !self.region.is_national() {
            return Vec::new();
        }
        FIXED.into_iter().filter(|(month, day, _)| !self.names_off(*month, *day)).collect()
    }

    fn names_off(&self, month: i8, day: i8) -> bool {
        self.days.iter().any(|d| {
            d.arrangement == Arrangement::Off
                && (d.date.year(), d.date.month(), d.date.day()) == (self.year, month, day)
        })
    }
}
