//! 恢复账号: a disabled account may sign in again, in a post and with a new password.

use casework::account::{Appointment, enable_colleague};
use law::register::FieldFault;

use super::add_person::{appointment, post_fields};
use super::ask::{Ask, Refused, reason};
use super::deed::{About, Deed, Doing};
use super::{password_fields, typed_twice};
use crate::form::{FormField, Sent};

/// `/desk/people/{id}/enable`.
pub(in crate::desk) struct Enable;

impl Deed for Enable {
    type Wish = (Appointment, String);
    const PLACE: &'static str = "enable";
    const DONE: &'static str = "enabled";

    fn wish(sent: &Sent) -> Result<Self::Wish, Vec<FieldFault>> {
        match (appointment(sent), typed_twice(sent)) {
            (Ok(new), Ok(password)) => Ok((new, password)),
            (new, password) => Err([new.err(), password.err()].into_iter().flatten().collect()),
        }
    }

    fn ask(about: &About, sent: &Sent, refused: &Refused) -> Ask {
        let why = reason("恢复的原因", "例如“调回本镇”。会留在办理记录里", sent.text("reason"), refused);
        let mut fields: Vec<_> = post_fields(sent, &refused.faults, &about.units).into();
        fields.extend(password_fields(&refused.faults));
        fields.push(FormField { required: false, ..why });
        Ask {
            words: vec![
                "恢复后，本人用原来的登录名和下面的新密码登录，从今天起任所选的岗位。以前的办理记录仍在本人名下。"
                    .to_owned(),
            ],
            fields,
            ..about.ask::<Self>(format!("恢复{}的账号？", about.name()), "恢复账号")
        }
    }

    async fn perform(doing: Doing<'_>, (new, password): Self::Wish) -> casework::Result<()> {
        let Doing { visit, id, salt } = doing;
        let (act, new_id) = (visit.act_with_reason(), || visit.state.new_id());
        let wish = (id, new, (password, salt));
        enable_colleague(visit.state.store(), visit.organ(), &act, wish, &new_id).await
    }
}
