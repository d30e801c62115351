//! 新建单位, 修改单位: name, kind and code.

use axum::extract::Path;
use casework::unit::{UnitDraft, add_unit, change_unit};
use law::register::FieldFault;
use store::{Unit, UnitId, UnitKind};

use super::ask::{Ask, Refused, answer, draw};
use super::{UNITS, fault_of};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{Choosable, FormField, Input, Sent};
use crate::frame::Crumb;

/// `GET /desk/units/new`.
pub(in crate::desk) async fn show_new_unit(visit: Visit) -> Answer {
    let refused = Refused::default();
    draw(&visit, new_form(&visit.sent, &refused), &refused)
}

/// `POST /desk/units/new`.
pub(in crate::desk) async fn submit_new_unit(visit: Visit) -> Answer {
    let (act, id) = (visit.act(), UnitId::new(visit.state.new_id()));
    let outcome = match draft(&visit.sent) {
        Ok(draft) => add_unit(visit.state.store(), visit.organ(), &act, draft, id).await,
        Err(fault) => Err(casework::Error::Invalid(vec![fault])),
    };
    answer(&visit, outcome, &format!("{UNITS}?done=added"), |refused| new_form(&visit.sent, refused))
}

/// `GET /desk/units/{id}`.
pub(in crate::desk) async fn show_unit(Path(id): Path<String>, visit: Visit) -> Answer {
    let (unit, refused) = (unit_of(&visit, &id).await?, Refused::default());
    let code = unit.code.clone().unwrap_or_default();
    let pairs = [("name", unit.name.clone()), ("kind", unit.kind.key().to_owned()), ("code", code)];
    let known: Vec<(String, String)> = pairs.map(|(name, text)| (name.to_owned(), text)).into();
    draw(&visit, edit_form(&unit, &Sent::from(known), &refused), &refused)
}

/// `POST /desk/units/{id}`.
pub(in crate::desk) async fn submit_unit(Path(id): Path<String>, visit: Visit) -> Answer {
    let unit = unit_of(&visit, &id).await?;
    let outcome = match draft(&visit.sent) {
        Ok(draft) => change_unit(visit.state.store(), visit.organ(), &visit.act(), draft, &unit.id).await,
        Err(fault) => Err(casework::Error::Invalid(vec![fault])),
    };
    let form = |refused: &Refused| edit_form(&unit, &visit.sent, refused);
    answer(&visit, outcome, &format!("{UNITS}?done=changed"), form)
}

/// The unit of the organ with that identifier.
pub(super) async fn unit_of(visit: &Visit, id: &str) -> Result<Unit, Fault> {
    let units = visit.state.store().read().await?.units(visit.organ()).await?;
    units.into_iter().find(|unit| unit.id.as_str() == id).ok_or(Fault::NotFound)
}

fn draft(sent: &Sent) -> Result<UnitDraft, FieldFault> {
    let missing = || FieldFault { field: "kind", message: "请选择类别。".to_owned() };
    let kind = UnitKind::from_key(sent.text("kind")).ok_or_else(missing)?;
    Ok(UnitDraft { kind, name: sent.text("name").to_owned(), code: sent.text("code").to_owned() })
}

fn new_form(sent: &Sent, refused: &Refused) -> Ask {
    Ask {
        title: "新建单位".to_owned(),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("新建单位")],
        facts: Vec::new(),
        words: Vec::new(),
        fields: fields(sent, &refused.faults),
        button: "新建单位",
        danger: false,
        action: format!("{UNITS}/new"),
        back: ("不建了", UNITS.to_owned()),
    }
}

fn edit_form(unit: &Unit, sent: &Sent, refused: &Refused) -> Ask {
    Ask {
        title: format!("修改单位：{}", unit.name),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("修改单位")],
        facts: Vec::new(),
        words: vec!["改名以后，以前的记录仍写着当时的名称；按单位筛选时，新旧记录都能找到。".to_owned()],
        fields: fields(sent, &refused.faults),
        button: "保存",
        danger: false,
        action: format!("{UNITS}/{}", unit.id),
        back: ("不改了", UNITS.to_owned()),
    }
}

fn fields(sent: &Sent, faults: &[FieldFault]) -> Vec<FormField> {
    let line = |key, label, help| {
        FormField::line(key, label, help).holding(sent.text(key)).wrong(fault_of(faults, key))
    };
    let kinds = [UnitKind::Village, UnitKind::Department].map(|kind| Choosable {
        key: kind.key().to_owned(),
        label: kind.label().to_owned(),
        chosen: kind.key() == sent.text("kind"),
    });
    vec![
        line("name", "名称", "与台账里写的一致，如“河西村”。导入台账时按名称认单位"),
        FormField { input: Input::Select(kinds.into()), ..line("kind", "类别", "") },
        FormField {
            required: false,
            ..line("code", "编码", "有统一编码的可以填，如统计用区划代码。台账里写编码的，也认得出")
        },
    ]
}
