//! 停用账号: first what will happen, then the reason.

use casework::account::disable_colleague;
use law::register::FieldFault;

use super::ask::{Ask, Refused, reason, reason_given};
use super::deed::{About, Deed, Doing};
use crate::form::Sent;

/// `/desk/people/{id}/disable`.
pub(in crate::desk) struct Disable;

impl Deed for Disable {
    type Wish = ();
    const PLACE: &'static str = "disable";
    const DONE: &'static str = "disabled";

    fn wish(sent: &Sent) -> Result<(), Vec<FieldFault>> {
        reason_given(sent, "请写明停用的原因。")
    }

    fn ask(about: &About, sent: &Sent, refused: &Refused) -> Ask {
        let why = reason("停用的原因", "例如“调离本镇”。会留在办理记录里", sent.text("reason"), refused);
        let mut page = about.ask::<Self>(format!("停用{}的账号？", about.name()), "停用账号");
        page.facts.push(about.posts());
        Ask {
            words: vec![
                "停用后，本人的登录立即退出，不能再登录，在本机关的岗位空出，由接任的人继续办理。以前的办理记录照常保留。本人以后重新上岗，可以恢复账号。"
                    .to_owned(),
            ],
            fields: vec![why],
            danger: true,
            ..page
        }
    }

    async fn perform(doing: Doing<'_>, (): ()) -> casework::Result<()> {
        let Doing { visit, id, .. } = doing;
        disable_colleague(visit.state.store(), visit.organ(), &visit.act_with_reason(), id).await
    }
}
