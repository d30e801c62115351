//! 停用单位, 恢复单位: out of use and back. Nothing is deleted.

use axum::extract::Path;
use casework::unit::{close_unit, reopen_unit};
use store::Unit;

use super::UNITS;
use super::ask::{Ask, Refused, answer, draw, reason, reason_given};
use super::unit::unit_of;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::Crumb;

/// `GET /desk/units/{id}/close`.
pub(in crate::desk) async fn show_close(Path(id): Path<String>, visit: Visit) -> Answer {
    let (unit, refused) = (unit_of(&visit, &id).await?, Refused::default());
    draw(&visit, close_form(&unit, &visit.sent, &refused), &refused)
}

/// `POST /desk/units/{id}/close`.
pub(in crate::desk) async fn submit_close(Path(id): Path<String>, visit: Visit) -> Answer {
    let unit = unit_of(&visit, &id).await?;
    let outcome = match reason_given(&visit.sent, "请写明停用的原因。") {
        Ok(()) => close_unit(visit.state.store(), visit.organ(), &visit.act_with_reason(), &unit.id).await,
        Err(faults) => Err(casework::Error::Invalid(faults)),
    };
    let form = |refused: &Refused| close_form(&unit, &visit.sent, refused);
    answer(&visit, outcome, &format!("{UNITS}?done=closed"), form)
}

/// `GET /desk/units/{id}/reopen`.
pub(in crate::desk) async fn show_reopen(Path(id): Path<String>, visit: Visit) -> Answer {
    draw(&visit, reopen_form(&unit_of(&visit, &id).await?), &Refused::default())
}

/// `POST /desk/units/{id}/reopen`.
pub(in crate::desk) async fn submit_reopen(Path(id): Path<String>, visit: Visit) -> Answer {
    let unit = unit_of(&visit, &id).await?;
    let outcome = reopen_unit(visit.state.store(), visit.organ(), &visit.act(), &unit.id).await;
    answer(&visit, outcome, &format!("{UNITS}?done=reopened"), |_| reopen_form(&unit))
}

fn close_form(unit: &Unit, sent: &Sent, refused: &Refused) -> Ask {
    Ask {
        title: format!("停用“{}”？", unit.name),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("停用单位")],
        facts: vec![("类别", unit.kind.label().to_owned())],
        words: vec![
            "停用以后，登记和报送时不能再选它。以前的记录照常保留，照样计入统计，也照样能按它筛选。停用错了可以恢复。"
                .to_owned(),
        ],
        fields: vec![reason("停用的原因", "例如“并入河东村”。会留在办理记录里", sent.text("reason"), refused)],
        button: "停用单位",
        danger: true,
        action: format!("{UNITS}/{}/close", unit.id),
        back: ("不停用了", UNITS.to_owned()),
    }
}

fn reopen_form(unit: &Unit) -> Ask {
    Ask {
        title: format!("恢复“{}”？", unit.name),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("恢复单位")],
        facts: vec![("类别", unit.kind.label().to_owned())],
        words: vec!["恢复以后，登记和报送时又可以选它。报送岗要在“人员”里另外安排。".to_owned()],
        fields: Vec::new(),
        button: "恢复单位",
        danger: false,
        action: format!("{UNITS}/{}/reopen", unit.id),
        back: ("不恢复了", UNITS.to_owned()),
    }
}
