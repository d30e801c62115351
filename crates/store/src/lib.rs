#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod backup;
mod calendar;
mod check;
mod checked_report;
mod engine;
mod error;
mod ids;
mod import;
mod instant;
mod ledger;
mod location;
mod measure;
mod migrate;
mod organ;
mod person;
mod post;
mod read;
mod record;
mod report;
mod row;
mod schema;
mod session;
mod sql;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod unit;
mod write;

pub use backup::Counts;
pub use calendar::{ImportedNotice, NewNotice};
pub use check::{
    CheckBatch, CheckDecision, CheckFaulty, CheckFile, CheckFilter, CheckLetter, CheckStanding, FoundFinding,
    NewCheckBatch, NewCheckFile, NewFinding, OpenCheck, ReportOfYear,
};
pub use checked_report::{CheckedReport, CheckedSummary, NewCheckedReport};
pub use engine::Engine;
pub use error::{Error, Result, Source};
pub use ids::{
    CheckBatchId, ImportId, NoticeId, OrganId, PersonId, PostId, RecordId, RemarkId, ReportId, TenureId,
    UnitId,
};
pub use import::{Import, NewImport, Undone};
pub use ledger::{Act, Event, EventKind, NewEvent, Subject};
pub use location::Location;
pub use measure::{Count, Members};
pub use migrate::Migration;
pub use organ::{Organ, OrganKind};
pub use person::{NewPerson, Person};
pub use post::{Held, NewTenure, Post, Tenure};
pub use read::Read;
pub use record::{
    Condition, DueCache, Filter, HeldAgainst, NewRecord, Order, OrderBy, Page, RecordRef, RecordRow, Struck,
    YearCount, date_fields,
};
pub use report::{
    CellOrigin, Confirmed, Explanation, Freeze, NewReport, Remark, Report, ReportCell, ReportState,
    WrittenPart,
};
pub use schema::{Column, LEFT_OUT, TABLES, Table};
pub use session::{NewSession, Session};
pub use store::Store;
pub use unit::{Unit, UnitKind};
pub use write::Write;
