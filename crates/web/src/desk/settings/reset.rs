//! 重置密码: a new password for a colleague who forgot theirs.

use casework::account::reset_colleague_password;
use law::register::FieldFault;

use super::ask::{Ask, Refused};
use super::deed::{About, Deed, Doing};
use super::{password_fields, typed_twice};
use crate::form::Sent;

/// `/desk/people/{id}/password`.
pub(in crate::desk) struct Reset;

impl Deed for Reset {
    type Wish = String;
    const PLACE: &'static str = "password";
    const DONE: &'static str = "reset";

    fn wish(sent: &Sent) -> Result<String, Vec<FieldFault>> {
        typed_twice(sent).map_err(|fault| vec![fault])
    }

    fn ask(about: &About, _: &Sent, refused: &Refused) -> Ask {
        Ask {
            words: vec![
                "重置后，本人在所有设备上的登录都会退出，旧密码作废。请先确认是本人要求重置。".to_owned(),
            ],
            fields: password_fields(&refused.faults).into(),
            ..about.ask::<Self>(format!("重置{}的密码？", about.name()), "重置密码")
        }
    }

    async fn perform(doing: Doing<'_>, password: String) -> casework::Result<()> {
        let Doing { visit, id, salt } = doing;
        let secrets = (password, salt);
        reset_colleague_password(visit.state.store(), visit.organ(), &visit.act(), id, secrets).await
    }
}
