//! A register as a spreadsheet or on paper, and the empty form for an import.

use std::sync::Arc;

use axum::extract::{Path, State as Shared};
use axum::http::Uri;
use casework::export::export_register;
use casework::ports::{Paper, RegisterCopy, Unprinted};
use law::register::Register;

use super::filter::Asked;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::download;
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/registers/{key}/export.xlsx`, `export.pdf`, `export.docx`: the records of the same filter.
pub(in crate::desk) async fn show_export(
    Path(key): Path<String>,
    uri: Uri,
    Visit { state, signed, sent, .. }: Visit,
) -> Answer {
    let register = Register::from_key(&key).ok_or(Fault::NotFound)?;
    let extension = uri.path().rsplit_once('.').map_or("", |(_, extension)| extension);
    let paper = Paper::from_extension(extension).ok_or(Fault::NotFound)?;
    let (organ, organ_name) = (&signed.seat.organ_id, &signed.seat.organ_name);
    let units = state.store().read().await?.units(organ).await?;
    let asked = Asked::new(register, sent, &units).limited_to(signed.seat.unit_seen()?);
    let (act, filter) = (signed.act(state.now()), asked.filter());
    let copy = RegisterCopy {
        paper,
        register,
        organ: organ_name.clone(),
        filter: asked.in_words(&units),
        on: state.today(),
    };
    let typesetter = Arc::clone(&state.engines().typesetter);
    let exported = export_register(state.store(), organ, &act, &filter, (copy, typesetter)).await?;
    let year = filter.year.map(|year| format!(" {} 年", year.get())).unwrap_or_default();
    let name = format!("{organ_name} {}{year}.{}", register.label(), paper.extension());
    download(paper.media_type(), &name, exported.bytes)
}

/// `GET /desk/registers/{key}/template.xlsx`.
pub(in crate::desk) async fn show_template(
    Shared(state): Shared<State>,
    _: Signed,
    Path(key): Path<String>,
) -> Answer {
    let register = Register::from_key(&key).ok_or(Fault::NotFound)?;
    let bytes = state.engines().typesetter.template(register).map_err(|why| match why {
        Unprinted::Refused(sentence) => Fault::Refused(sentence),
        Unprinted::Broken(words) => Fault::Internal(words),
    })?;
    download(Paper::Xlsx.media_type(), &format!("{} 导入模板.xlsx", register.label()), bytes)
}
