//! 免去岗位: somebody holds a post no longer; the account stays.

use axum::extract::Path;
use casework::account::{colleague, relieve_colleague};
use store::{PersonId, TenureId};

use super::ask::{Ask, Refused, answer, draw, reason, reason_given};
use super::people::{post_name, term};
use super::{address, person_crumbs};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};

/// Whose post, and since when they hold it.
type Held = (PersonId, TenureId);

/// `GET /desk/people/{id}/posts/{term}/end`.
pub(in crate::desk) async fn show_relieve(Path((id, term)): Path<(String, String)>, visit: Visit) -> Answer {
    let (of, refused) = ((PersonId::new(id), TenureId::new(term)), Refused::default());
    let ask = form(&visit, &of).await?;
    draw(&visit, ask(&refused), &refused)
}

/// `POST /desk/people/{id}/posts/{term}/end`.
pub(in crate::desk) async fn submit_relieve(
    Path((id, term)): Path<(String, String)>,
    visit: Visit,
) -> Answer {
    let of = (PersonId::new(id), TenureId::new(term));
    let ask = form(&visit, &of).await?;
    let outcome = match reason_given(&visit.sent, "请写明免去的原因。") {
        Ok(()) => {
            let act = visit.act_with_reason();
            relieve_colleague(visit.state.store(), visit.organ(), &act, (&of.0, &of.1)).await
        }
        Err(faults) => Err(casework::Error::Invalid(faults)),
    };
    answer(&visit, outcome, &format!("{}?done=relieved", address(&of.0)), ask)
}

async fn form<'a>(
    visit: &'a Visit,
    (id, wanted): &'a Held,
) -> Result<impl FnOnce(&Refused) -> Ask + 'a, Fault> {
    let (organ, today) = (visit.organ(), visit.state.today());
    let mut read = visit.state.store().read().await?;
    let known = colleague(&mut read, organ, id, today).await?;
    let units = read.units(organ).await?;
    drop(read);
    let found = known.posts_beyond(today).find(|(_, tenure)| tenure.id == *wanted);
    let (post, tenure) = found.ok_or(Fault::NotFound)?;
    let (post, term, person) = (post_name(post, &units), term(tenure), known.person.clone());
    Ok(move |refused: &Refused| {
        Ask {
        title: format!("免去{}的{post}？", person.name),
        crumbs: person_crumbs(id, &person.name, "免去岗位"),
        facts: vec![("登录名", person.login), ("任期", term)],
        words: vec![
            "任职到今天为止，从明天起岗位空出，由接任的人继续办理。账号和以前的办理记录不变；没有别的岗位的，明天起不能登录。"
                .to_owned(),
        ],
        fields: vec![reason("免去的原因", "例如“换岗”。会留在办理记录里", visit.sent.text("reason"), refused)],
        button: "免去这个岗位",
        danger: true,
        action: format!("{}/posts/{wanted}/end", address(id)),
        back: ("不免了", address(id)),
    }
    })
}
