//! Counting: one step a day, each with its reason.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::{Day, Region, RegionView, WorkCalendar};

use super::article;
use super::due::{CountedDay, CountedKind, Due};
use super::error::ClockError;
use super::pause::{Pause, Restart};
use super::period::{Clock, Period};

/// The last day of the clock, with every day on the way.
///
/// # Errors
/// [`ClockError::Gap`] at the first day whose year nobody arranged, however long the period;
/// [`ClockError::OutOfOrder`] if the restart is before the start; [`ClockError::DateOutOfRange`] at the
/// end of the calendar of all days.
pub fn deadline(clock: &Clock, calendar: &WorkCalendar, region: &Region) -> Result<Due, ClockError> {
    let mut walk = Walk::new(clock, calendar.view(region));
    if let Some(restart) = &clock.restart {
        walk.wait_for(clock.start, restart)?;
    }
    let counted_from = walk.today;
    match clock.period {
        Period::WorkingDays(n) => walk.count_working(n)?,
        Period::NaturalDays(n) => walk.count_natural(n)?,
        Period::Months(n) => walk.count_natural(days_in_months(counted_from, n))?,
    }
    walk.count_working(clock.extension_working_days)?;
    // A period of no day ends on the day of the event itself, whatever day that is.
    if walk.today > counted_from {
        walk.roll()?;
    }
    Ok(Due { counted_from, due: walk.today, provisional: walk.provisional, days: walk.days })
}

/// The natural days that so many months have from this day on (《民法典》第二百零二条).
///
/// Past the end of all dates there is no number; the walk then ends by itself with an error.
fn days_in_months(from: Date, months: u32) -> u32 {
    i32::try_from(months)
        .ok()
        .and_then(|n| 0.months().try_months(n).ok())
        .and_then(|span| from.checked_add(span).ok())
        .and_then(|to| u32::try_from(from.duration_until(to).as_hours() / 24).ok())
        .unwrap_or(u32::MAX)
}

struct Walk<'c> {
    view: RegionView<'c>,
    pauses: &'c [Pause],
    article: &'static str,
    today: Date,
    provisional: bool,
    days: Vec<CountedDay>,
}

impl<'c> Walk<'c> {
    fn new(clock: &'c Clock, view: RegionView<'c>) -> Walk<'c> {
        Walk {
            view,
            pauses: &clock.pauses,
            article: clock.article,
            today: clock.start,
            provisional: false,
            days: Vec::new(),
        }
    }

    fn wait_for(&mut self, start: Date, restart: &Restart) -> Result<(), ClockError> {
        if restart.on < start {
            return Err(ClockError::OutOfOrder {
                earlier: "起算",
                earlier_on: start,
                later: "重新起算",
                later_on: restart.on,
            });
        }
        while self.today < restart.on {
            let day = self.step()?;
            if day.works() {
                self.exclude(restart.cause.label(), restart.cause.article(), &day);
            } else {
                self.rest(&day);
            }
        }
        Ok(())
    }

    fn count_working(&mut self, n: u32) -> Result<(), ClockError> {
        let mut counted = 0;
        while counted < n {
            let day = self.step()?;
            if !day.works() {
                self.rest(&day);
            } else if let Some(pause) = self.pause() {
                self.exclude(pause.cause.label(), pause.cause.article(), &day);
            } else {
                self.count(&day);
                counted += 1;
            }
        }
        Ok(())
    }

    fn count_natural(&mut self, n: u32) -> Result<(), ClockError> {
        let mut counted = 0;
        while counted < n {
            let day = self.step()?;
            if let Some(pause) = self.pause() {
                self.exclude(pause.cause.label(), pause.cause.article(), &day);
            } else {
                self.count(&day);
                counted += 1;
            }
        }
        Ok(())
    }

    /// Moves on to a day that is worked (《民法典》第二百零三条).
    fn roll(&mut self) -> Result<(), ClockError> {
        while !self.view.day(self.today)?.works() {
            let day = self.step()?;
            self.note(&day, day.kind.into(), false, article::ROLL);
        }
        Ok(())
    }

    fn step(&mut self) -> Result<Day<'c>, ClockError> {
        self.today = self.today.tomorrow().map_err(|_| ClockError::DateOutOfRange)?;
        let day = self.view.day(self.today)?;
        self.provisional |= day.provisional;
        Ok(day)
    }

    fn pause(&self) -> Option<&'c Pause> {
        self.pauses.iter().find(|pause| pause.covers(self.today))
    }

    fn count(&mut self, day: &Day<'_>) {
        self.note(day, day.kind.into(), true, self.article);
    }

    fn rest(&mut self, day: &Day<'_>) {
        let named = day.source.is_some();
        let article = if named { article::HOLIDAY } else { article::WEEKEND };
        self.note(day, day.kind.into(), false, article);
    }

    fn exclude(&mut self, name: &str, article: &'static str, day: &Day<'_>) {
        self.note(day, CountedKind::Excluded, false, article);
        if let Some(last) = self.days.last_mut() {
            last.name = Some(name.to_owned());
        }
    }

    fn note(&mut self, day: &Day<'_>, kind: CountedKind, counted: bool, article: &'static str) {
        self.days.push(CountedDay {
            date: day.date,
            kind,
            name: day.name.map(str::to_owned),
            counted,
            article,
            source: day.source.map(|notice| notice.citation()),
        });
    }
}
