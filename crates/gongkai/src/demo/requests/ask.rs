//! One line of a table of requests, and the record that follows from it.

use law::Date;
use law::decision::DecisionKind;
use law::register::{ApplicantKind, RequestChannel, Values};

use super::super::days::{Days, date};
use super::super::row::Row;
use super::source_no;

/// One request: when it came, who asked in what way, how and after how many working days it ended.
#[derive(Clone, Copy)]
pub(super) struct Ask {
    /// Month and day of arrival.
    arrived: (i8, i8),
    kind: ApplicantKind,
    channel: RequestChannel,
    decision: DecisionKind,
    /// Working days from the start of the last clock to the reply.
    replied_after: u32,
    /// What was asked for, without the mark of the demonstration.
    subject: &'static str,
    /// Requests on one form share its number.
    form: Option<u8>,
    /// A supplement was asked for; `true` if it came.
    supplement: Option<bool>,
    /// Working days that a consultation took.
    consultation: Option<u32>,
    /// Working days by which the reply was put off.
    extension: Option<u32>,
    /// A fee was asked for; fen if it was paid.
    fee: Option<Option<i64>>,
    note: Option<&'static str>,
}

/// A request that ends without further acts.
pub(super) const fn ask(
    arrived: (i8, i8),
    (kind, channel): (ApplicantKind, RequestChannel),
    (decision, replied_after): (DecisionKind, u32),
    subject: &'static str,
) -> Ask {
    Ask {
        arrived,
        kind,
        channel,
        decision,
        replied_after,
        subject,
        form: None,
        supplement: None,
        consultation: None,
        extension: None,
        fee: None,
        note: None,
    }
}

impl Ask {
    /// One of several matters on a form.
    pub(super) const fn on_form(mut self, number: u8) -> Self {
        self.form = Some(number);
        self
    }

    /// A supplement was asked for and came.
    pub(super) const fn supplemented(mut self) -> Self {
        self.supplement = Some(true);
        self
    }

    /// A supplement was asked for and never came.
    pub(super) const fn unsupplemented(mut self) -> Self {
        self.supplement = Some(false);
        self
    }

    /// A third party or another organ was consulted for so many working days.
    pub(super) const fn consulted(mut self, working_days: u32) -> Self {
        self.consultation = Some(working_days);
        self
    }

    /// The reply was put off by so many working days.
    pub(super) const fn extended(mut self, working_days: u32) -> Self {
        self.extension = Some(working_days);
        self
    }

    /// A fee was asked for and paid, in fen.
    pub(super) const fn paid(mut self, fen: i64) -> Self {
        self.fee = Some(Some(fen));
        self
    }

    /// A fee was asked for and never paid.
    pub(super) const fn unpaid(mut self) -> Self {
        self.fee = Some(None);
        self
    }

    /// A note, such as how an F3 ended.
    pub(super) const fn noted(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    /// The day of reply.
    pub(super) fn reply_day(&self, days: &Days<'_>, year: i16) -> Date {
        self.acts(days, year).replied
    }

    /// The record, as far as it has come by today.
    pub(super) fn values(&self, days: &Days<'_>, year: i16, number: usize) -> Values {
        let acts = self.acts(days, year);
        let replied = days.past(acts.replied);
        let past = |day: Option<Date>| day.and_then(|day| days.past(day));
        let extended = past(acts.extended);
        let paid = past(acts.paid);
        Row::new(source_no(year, number))
            .text_if("form_no", self.form.map(|form| format!("SQB-{year}-{form:02}")))
            .choice("applicant_kind", self.kind)
            .choice("channel", self.channel)
            .day("arrived_on", acts.arrived)
            .day_if("received_on", past(Some(acts.received)))
            .text("subject", format!("{}（演示）", self.subject))
            .day_if("supplement_notified_on", past(acts.supplement_notified))
            .day_if("supplemented_on", past(acts.supplemented))
            .day_if("consultation_sent_on", past(acts.consultation_sent))
            .day_if("consultation_ended_on", past(acts.consultation_ended))
            .day_if("extended_on", extended)
            .int_if("extension_working_days", extended.and(self.extension).map(i64::from))
            .day_if("fee_noticed_on", past(acts.fee_noticed))
            .day_if("fee_paid_on", paid)
            .int_if("fee_fen", paid.and(self.fee.flatten()))
            .choice_if("decision", replied.map(|_| self.decision))
            .day_if("replied_on", replied)
            .text_if("reply_no", replied.map(|_| format!("示政公开〔{year}〕{number}号")))
            .text_if("note", self.note)
            .done()
    }

    fn acts(&self, days: &Days<'_>, year: i16) -> Acts {
        let arrived = days.on_or_after(date(year, self.arrived.0, self.arrived.1));
        // Whoever writes over the network is called back the next day (第三十一条第（三）项).
        let received = if self.channel.arrival_is_receipt() { arrived } else { days.after(arrived, 1) };
        let supplement_notified = self.supplement.map(|_| days.after(received, 4));
        let supplemented = match (self.supplement, supplement_notified) {
            (Some(true), Some(notified)) => Some(days.after(notified, 6)),
            _ => None,
        };
        let from = supplemented.unwrap_or(received);
        let consultation_sent = self.consultation.map(|_| days.after(from, 3));
        let consultation_ended =
            consultation_sent.zip(self.consultation).map(|(sent, length)| days.after(sent, length));
        let fee_noticed = self.fee.map(|_| days.after(from, 8));
        let paid = match (self.fee, fee_noticed) {
            (Some(Some(_)), Some(noticed)) => Some(days.after(noticed, 6)),
            _ => None,
        };
        Acts {
            arrived,
            received,
            supplement_notified,
            supplemented,
            consultation_sent,
            consultation_ended,
            extended: self.extension.map(|_| days.after(from, 17 + self.consultation.unwrap_or(0))),
            fee_noticed,
            paid,
            replied: days.after(paid.unwrap_or(from), self.replied_after),
        }
    }
}

/// The days of a request's acts.
struct Acts {
    arrived: Date,
    received: Date,
    supplement_notified: Option<Date>,
    supplemented: Option<Date>,
    consultation_sent: Option<Date>,
    consultation_ended: Option<Date>,
    extended: Option<Date>,
    fee_noticed: Option<Date>,
    paid: Option<Date>,
    replied: Date,
}
