//! Limits of work orders (12345 and online messages). No law fixes them: configuration with defaults.
//!
//! The defaults were chosen among the published rules of several provinces (2 to 15 working days).

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::calendar::{Region, WorkCalendar};
use crate::register::OrderCategory;

use super::article;
use super::due::Due;
use super::error::ClockError;
use super::period::{Clock, Period};
use super::walk::deadline;

/// The most working days by which an order may be extended, whoever gave it its day: the one limit, which the
/// register holds too.
pub const MAX_EXTENSION: u32 = 10;

/// How urgent a matter is beyond its category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Urgency {
    /// 紧急: water, heating, danger on a road.
    Urgent,
    /// 突发: danger to life.
    Emergency,
}

/// The limits of one county. Working days unless the name says hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Signing for an order after dispatch.
    pub sign_for: u32,
    /// Sending back an order that is not ours.
    pub give_back: u32,
    /// Replying to [`OrderCategory::Question`], from dispatch, as for the four categories below.
    pub question: u32,
    /// Replying to [`OrderCategory::Help`].
    pub help: u32,
    /// Replying to [`OrderCategory::Complaint`].
    pub complaint: u32,
    /// Replying to [`OrderCategory::Allegation`].
    pub allegation: u32,
    /// Replying to [`OrderCategory::Suggestion`].
    pub suggestion: u32,
    /// Calling the citizen back after the reply.
    pub return_visit: u32,
    /// The most working days by which an order may be extended.
    pub max_extension: u32,
    /// Dealing with [`Urgency::Urgent`], hours by the clock from dispatch, days off included.
    pub urgent_hours: u32,
    /// Dealing with [`Urgency::Emergency`], counted likewise.
    pub emergency_hours: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            sign_for: 1,
            give_back: 2,
            question: 2,
            help: 5,
            complaint: 10,
            allegation: 10,
            suggestion: 10,
            return_visit: 3,
            max_extension: MAX_EXTENSION,
            urgent_hours: 24,
            emergency_hours: 2,
        }
    }
}

impl Limits {
    /// Working days for the reply; none for praise, which asks for nothing.
    pub fn reply(&self, category: OrderCategory) -> Option<u32> {
        match category {
            OrderCategory::Question => Some(self.question),
            OrderCategory::Help => Some(self.help),
            OrderCategory::Complaint => Some(self.complaint),
            OrderCategory::Allegation => Some(self.allegation),
            OrderCategory::Suggestion => Some(self.suggestion),
            OrderCategory::Praise => None,
        }
    }

    /// When the reply to an order is due; `None` for praise.
    ///
    /// # Errors
    /// [`ClockError::ExtensionTooLong`] beyond `max_extension`, and as [`deadline`].
    pub fn reply_due(
        &self,
        category: OrderCategory,
        dispatched_on: Date,
        extension_working_days: u32,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Option<Due>, ClockError> {
        if extension_working_days > self.max_extension {
            return Err(ClockError::ExtensionTooLong {
                working_days: extension_working_days,
                limit: self.max_extension,
            });
        }
        let Some(n) = self.reply(category) else { return Ok(None) };
        let mut clock = configured(dispatched_on, n);
        clock.extension_working_days = extension_working_days;
        deadline(&clock, calendar, region).map(Some)
    }

    /// When an order must be signed for.
    ///
    /// # Errors
    /// As [`deadline`].
    pub fn sign_for_due(
        &self,
        dispatched_on: Date,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Due, ClockError> {
        deadline(&configured(dispatched_on, self.sign_for), calendar, region)
    }

    /// When an order that is not ours must be sent back.
    ///
    /// # Errors
    /// As [`deadline`].
    pub fn give_back_due(
        &self,
        dispatched_on: Date,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Due, ClockError> {
        deadline(&configured(dispatched_on, self.give_back), calendar, region)
    }

    /// When the citizen must be called back.
    ///
    /// # Errors
    /// As [`deadline`].
    pub fn return_visit_due(
        &self,
        replied_on: Date,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Due, ClockError> {
        deadline(&configured(replied_on, self.return_visit), calendar, region)
    }

    /// When an urgent matter must be dealt with: hours by the clock, days off included.
    ///
    /// # Errors
    /// [`ClockError::DateOutOfRange`].
    pub fn urgent_due(&self, urgency: Urgency, dispatched_at: Timestamp) -> Result<Timestamp, ClockError> {
        let hours = match urgency {
            Urgency::Urgent => self.urgent_hours,
            Urgency::Emergency => self.emergency_hours,
        };
        dispatched_at
            .checked_add(SignedDuration::from_hours(hours.into()))
            .map_err(|_| ClockError::DateOutOfRange)
    }
}

fn configured(event: Date, working_days: u32) -> Clock {
    Clock::under(article::CONFIGURED, event, Period::WorkingDays(working_days))
}
