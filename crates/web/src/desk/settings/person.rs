//! One person of the organ: the account, the posts, and what an administrator may do with them.

use askama::Template;
use axum::extract::Path;
use casework::account::{Colleague, Trace, colleague, trace_of};
use store::{PersonId, TenureId};

use super::people::{post_name, term};
use super::{PEOPLE, address};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};
use crate::gate::Signed;

#[derive(Template)]
#[template(path = "desk/settings/person.html")]
struct PersonPage {
    look: Look,
    frame: Frame,
    name: String,
    login: String,
    made: String,
    came: String,
    disabled: bool,
    /// The latest first.
    posts: Vec<PostLine>,
    done: Option<&'static str>,
    address: String,
    /// Why nothing can be done here.
    hindrance: Option<Hindrance>,
}

/// A post that they hold or held.
struct PostLine {
    name: String,
    term: String,
    /// Where it is taken from them; none for what has ended.
    end: Option<String>,
}

/// Why an account cannot be managed here.
enum Hindrance {
    /// It is one's own.
    Own,
    /// They hold a post of these organs too.
    Elsewhere(String),
    /// It is disabled.
    Disabled,
}

/// `GET /desk/people/{id}`.
pub(in crate::desk) async fn show_person(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let (organ, id) = (&signed.seat.organ_id, PersonId::new(id));
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, organ, &id, state.today()).await?;
    let units = read.units(organ).await?;
    let trace = trace_of(&mut read, &id).await?;
    drop(read);
    let today = state.today();
    let lasts = |wanted: &TenureId| known.posts_beyond(today).any(|(_, tenure)| tenure.id == *wanted);
    let is_other = known.person.id != signed.session.person_id && !known.person.disabled;
    let posts = known.tenures.iter().map(|(post, tenure)| PostLine {
        name: post_name(post, &units),
        term: term(tenure),
        end: (is_other && lasts(&tenure.id)).then(|| format!("{}/posts/{}/end", address(&id), tenure.id)),
    });
    let crumbs = vec![Crumb::to("人员", PEOPLE), Crumb::here(known.person.name.clone())];
    page(&PersonPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Settings, crumbs),
        name: known.person.name.clone(),
        login: known.person.login.clone(),
        made: day::minute(known.person.created_at),
        came: came(trace),
        disabled: known.person.disabled,
        posts: posts.collect(),
        done: match sent.text("done") {
            "added" => Some("账号已建好。请把登录名和初始密码当面告诉本人，并请本人登录后马上修改密码。"),
            "reset" => {
                Some("密码已重置，原有的登录全部退出。请把新密码当面告诉本人，并请本人登录后马上修改。")
            }
            "disabled" => {
                Some("账号已停用，登录立即失效。空出的岗位可以新建账号接任，办理中的事项由接任的人继续办。")
            }
            "enabled" => Some("账号已恢复。请把新密码当面告诉本人，并请本人登录后马上修改。"),
            "appointed" => Some("已任新的岗位，本人在“我的账号”里就能换过去。"),
            "relieved" => Some("已免去，任职到今天为止。空出的岗位可以由别人接任，办理中的事项随岗位移交。"),
            _ => None,
        },
        address: address(&id),
        hindrance: hindrance(&known, &signed),
    })
}

/// When they last signed in, and whether anybody has failed to since.
fn came(trace: Trace) -> String {
    let (when, since) = match trace.signed_in {
        Some(at) => (day::minute(at), "此后"),
        None => ("还没有登录过".to_owned(), ""),
    };
    match trace.refused_since {
        0 => when,
        times => format!("{when}；{since}输错密码 {times} 次"),
    }
}

fn hindrance(known: &Colleague, signed: &Signed) -> Option<Hindrance> {
    if known.person.disabled {
        return Some(Hindrance::Disabled);
    }
    if known.person.id == signed.session.person_id {
        return Some(Hindrance::Own);
    }
    (!known.elsewhere.is_empty()).then(|| Hindrance::Elsewhere(known.elsewhere.join("、")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sign_in_is_told_with_those_that_failed_since() {
        let at = Some("2026-11-24T01:00:00Z".parse().unwrap());
        let told = [(None, 0), (None, 2), (at, 0), (at, 1)]
            .map(|(signed_in, refused_since)| came(Trace { signed_in, refused_since }));
        let expected = [
            "还没有登录过",
            "还没有登录过；输错密码 2 次",
            "2026-11-24 09:00",
            "2026-11-24 09:00；此后输错密码 1 次",
        ];
        assert_eq!(told, expected);
    }
}
