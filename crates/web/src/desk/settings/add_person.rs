//! 新建账号: a person, and the post of the own organ that they take up today.

use askama::Template;
use axum::http::StatusCode;
use casework::PostKind;
use casework::account::{Appointment, NewAccount, add_colleague};
use law::register::FieldFault;
use store::{Unit, UnitId};

use super::{PEOPLE, address, fault_of, password_fields, typed_twice};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{Choosable, FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/people/new";

#[derive(Template)]
#[template(path = "desk/settings/add_person.html")]
struct NewPersonPage {
    look: Look,
    frame: Frame,
    action: &'static str,
    problems: Vec<Problem>,
    fields: Vec<FormField>,
}

/// `GET /desk/people/new`.
pub(in crate::desk) async fn show_new_person(Visit { state, here, signed, sent }: Visit) -> Answer {
    // The list of units leads here with post and unit chosen.
    draw(StatusCode::OK, &state, (&here, &signed), &sent, &[]).await
}

/// `POST /desk/people/new`.
pub(in crate::desk) async fn submit_person(Visit { state, here, signed, sent }: Visit) -> Answer {
    let at = (&here, &signed);
    let account = match account(&sent) {
        Ok(account) => account,
        Err(faults) => return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &sent, &faults).await,
    };
    let act = signed.act(state.now());
    let new_id = || state.new_id();
    match add_colleague(state.store(), &signed.seat.organ_id, &act, account, &new_id).await {
        Ok(id) => see_other(&format!("{}?done=added", address(&id))),
        Err(casework::Error::Invalid(faults)) => {
            draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &sent, &faults).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The account in a form, or what is missing from it.
fn account(sent: &Sent) -> Result<NewAccount, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut missing = |field, message: &str| faults.push(FieldFault { field, message: message.to_owned() });
    if sent.text("login").is_empty() {
        missing("login", "请填写登录名。");
    }
    if sent.text("name").is_empty() {
        missing("name", "请填写姓名。");
    }
    let post = appointment(sent);
    if let Err(fault) = &post {
        faults.push(fault.clone());
    }
    let password = typed_twice(sent);
    if let Err(fault) = &password {
        faults.push(fault.clone());
    }
    match (post, password) {
        (Ok(post), Ok(password)) if faults.is_empty() => Ok(NewAccount {
            login: sent.text("login").to_owned(),
            name: sent.text("name").to_owned(),
            password,
            kind: post.kind,
            unit_id: post.unit_id,
        }),
        _ => Err(faults),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    sent: &Sent,
    faults: &[FieldFault],
) -> Answer {
    let units = state.store().read().await?.units(&signed.seat.organ_id).await?;
    let fields = fields(sent, faults, &units);
    html(
        status,
        &NewPersonPage {
            look: look_at(state, here, PATH),
            frame: Frame::new(
                signed,
                Place::Settings,
                vec![Crumb::to("人员", PEOPLE), Crumb::here("新建账号")],
            ),
            action: PATH,
            problems: problems(&fields),
            fields,
        },
    )
}

fn fields(sent: &Sent, faults: &[FieldFault], units: &[Unit]) -> Vec<FormField> {
    let line = |key, label, help| {
        FormField::line(key, label, help).holding(sent.text(key)).wrong(fault_of(faults, key))
    };
    let mut fields = vec![
        line("login", "登录名", "英文字母、数字和 . - _，全系统不能重复，如 li.ming"),
        line("name", "姓名", "会显示在办理记录里"),
    ];
    fields.extend(post_fields(sent, faults, units));
    fields.extend(password_fields(faults));
    fields
}

/// The choice of a post, and of the unit that a submitter speaks for.
pub(super) fn post_fields(sent: &Sent, faults: &[FieldFault], units: &[Unit]) -> [FormField; 2] {
    let line = |key, label, help| FormField::line(key, label, help).wrong(fault_of(faults, key));
    let kinds = PostKind::all().map(|kind| Choosable {
        key: kind.key().to_owned(),
        label: format!("{}：{}", kind.label(), duty(kind)),
        chosen: kind.key() == sent.text("kind"),
    });
    let units = units.iter().filter(|unit| !unit.closed).map(|unit| Choosable {
        key: unit.id.to_string(),
        label: unit.name.clone(),
        chosen: unit.id.as_str() == sent.text("unit"),
    });
    [
        FormField { input: Input::Select(kinds.collect()), ..line("kind", "岗位", "") },
        FormField {
            input: Input::Select(units.collect()),
            required: false,
            ..line("unit", "代表的单位", "只有报送岗要选：代表哪个村（社区）或部门报送数据")
        },
    ]
}

/// The post that was chosen.
pub(super) fn appointment(sent: &Sent) -> Result<Appointment, FieldFault> {
    let fault = || FieldFault { field: "kind", message: "请选择岗位。".to_owned() };
    let kind = PostKind::from_key(sent.text("kind")).ok_or_else(fault)?;
    let unit = Some(sent.text("unit")).filter(|unit| !unit.is_empty());
    Ok(Appointment { kind, unit_id: unit.map(UnitId::new) })
}

/// What a post does, in a few words.
const fn duty(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Clerk => "登记台账，编写年报",
        PostKind::Reviewer => "初审，查看台账和年报",
        PostKind::SecrecyReviewer => "保密审查，查看台账和年报",
        PostKind::Approver => "年报定稿和公布",
        PostKind::Submitter => "替村或部门报送数据",
        PostKind::Supervisor => "县级监督，批注下级年报",
        PostKind::Administrator => "管理账号、单位、本机关设置和放假安排",
    }
}
