//! A register as a spreadsheet, and the empty form for an import.

use axum::extract::{Path, State as Shared};
use casework::export::export_register;
use law::register::Register;

use super::filter::Asked;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::download;
use crate::gate::Signed;
use crate::state::State;

/// The media type of XLSX.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /desk/registers/{key}/export.xlsx`: the records of the same filter.
pub(in crate::desk) async fn show_export(
    Shared(state): Shared<State>,
    signed: Signed,
    Path(key): Path<String>,
    sent: Sent,
) -> Answer {
    let register = Register::from_key(&key).ok_or(Fault::NotFound)?;
    let asked = Asked::new(register, sent);
    let (act, filter) = (signed.act(state.now()), asked.filter());
    let organ = &signed.seat.organ_id;
    let sheets = state.engines().sheets.clone();
    let exported = export_register(state.store(), organ, &act, (register, &filter), sheets).await?;
    let year = filter.year.map(|year| format!(" {} 年", year.get())).unwrap_or_default();
    download(XLSX, &format!("{} {}{year}.xlsx", signed.seat.organ_name, register.label()), exported.bytes)
}

/// `GET /desk/registers/{key}/template.xlsx`.
pub(in crate::desk) async fn show_template(
    Shared(state): Shared<State>,
    _: Signed,
    Path(key): Path<String>,
) -> Answer {
    let register = Register::from_key(&key).ok_or(Fault::NotFound)?;
    let bytes = state.engines().sheets.template(register).map_err(Fault::Refused)?;
    download(XLSX, &format!("{} 导入模板.xlsx", register.label()), bytes)
}
