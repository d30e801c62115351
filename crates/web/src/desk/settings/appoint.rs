//! 再任一个岗位: one more post for somebody who is here already.

use casework::account::{Appointment, appoint_colleague};
use law::register::FieldFault;

use super::add_person::{appointment, post_fields};
use super::ask::{Ask, Refused};
use super::deed::{About, Deed, Doing};
use crate::form::Sent;

/// `/desk/people/{id}/posts/new`.
pub(in crate::desk) struct Appoint;

impl Deed for Appoint {
    type Wish = Appointment;
    const PLACE: &'static str = "posts/new";
    const DONE: &'static str = "appointed";

    fn wish(sent: &Sent) -> Result<Appointment, Vec<FieldFault>> {
        appointment(sent).map_err(|fault| vec![fault])
    }

    fn ask(about: &About, sent: &Sent, refused: &Refused) -> Ask {
        let mut page = about.ask::<Self>(format!("{}再任一个岗位", about.name()), "再任岗位");
        page.facts.push(about.posts());
        Ask {
            words: vec![
                "从今天起任职。这个岗位有空缺的，由本人接任，办理中的事项随岗位移交。有几个岗位的，在“我的账号”里换。"
                    .to_owned(),
            ],
            fields: post_fields(sent, &refused.faults, &about.units).into(),
            button: "任这个岗位",
            ..page
        }
    }

    async fn perform(doing: Doing<'_>, wish: Appointment) -> casework::Result<()> {
        let Doing { visit, id, .. } = doing;
        let new_id = || visit.state.new_id();
        appoint_colleague(visit.state.store(), visit.organ(), &visit.act(), (id, wish), &new_id).await
    }
}
