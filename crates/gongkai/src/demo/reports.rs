//! The town's annual reports in different states: 2020 a draft, 2023 and 2024 published, 2025 given
//! back by the county with a comment and a reason still to be written. Beside them the checked report of another town.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use casework::PostKind;
use casework::check::{CheckOrder, Checker, check_report};
use casework::report::{
    Finalised, ProseEdit, explain, finalise, open, publish, remark, send_back, submit, view, write_prose,
};
use law::Date;
use law::measure::Year;
use reading::PlainText;
use store::{Act, OrganId, PersonId, PostId, RemarkId, ReportId, Store};

use super::build::Tools;
use super::county::{Organ, PEOPLE};
use super::days::date;
use super::prose::{Prose, REASON, REMARK, SETTLED_REMARK};
use super::{COUNTY, PROSE, RETOLD_REPORT, TOWN};

/// Writes the reports.
///
/// # Errors
/// When the store fails, or when a report of 2023 or 2024 cannot be made final.
pub(super) async fn write(store: &Store, tools: &Tools<'_>, town: &OrganId) -> anyhow::Result<()> {
    for prose in PROSE {
        let report = begin(store, tools, town, prose).await?;
        match prose.year {
            2023 | 2024 => finish(store, tools, town, (prose.year, &report)).await?,
            2025 => give_back(store, tools, town, &report).await?,
            _ => {}
        }
    }
    check_another(store, tools, town).await
}

/// The clerk checks the retold report of a real town.
async fn check_another(store: &Store, tools: &Tools<'_>, town: &OrganId) -> anyhow::Result<()> {
    let clerk = act(store, tools, TOWN, PostKind::Clerk, tools.today).await?;
    let order = CheckOrder {
        file_name: "开城镇2020年年度报告（转述）.txt".to_owned(),
        bytes: RETOLD_REPORT.as_bytes().to_vec(),
        excerpt: false,
    };
    let id = ReportId::new((tools.new_id)());
    let checker = Checker { reader: Arc::new(PlainText), typesetter: None };
    check_report(store, town, &clerk, order, &checker, id).await?;
    Ok(())
}

/// Opens a report in January of the next year and writes its parts.
async fn begin(store: &Store, tools: &Tools<'_>, town: &OrganId, prose: &Prose) -> anyhow::Result<ReportId> {
    let act = act(store, tools, TOWN, PostKind::Clerk, january(tools, prose.year, 6)).await?;
    let year = Year::new(prose.year.into()).context("演示报告的年度有误。")?;
    let id = ReportId::new((tools.new_id)());
    open(store, town, &act, year, id.clone()).await?;
    for (section, words) in prose.parts {
        let seen = view(store, town, &id).await?;
        let part = seen.parts.iter().find(|part| part.section == section);
        let edit = ProseEdit {
            section,
            words: words.to_owned(),
            seen: part.map(|part| part.token.clone()).unwrap_or_default(),
        };
        write_prose(store, town, &act, &id, edit).await?;
    }
    Ok(id)
}

/// Reasons, submission, 定稿, publication.
async fn finish(
    store: &Store,
    tools: &Tools<'_>,
    town: &OrganId,
    (year, id): (i16, &ReportId),
) -> anyhow::Result<()> {
    let clerk = act(store, tools, TOWN, PostKind::Clerk, january(tools, year, 13)).await?;
    for asked in view(store, town, id).await?.needs_reason {
        explain(store, town, &clerk, id, (asked.rule, &asked.place, REASON)).await?;
    }
    submit(store, town, &clerk, id).await?;
    let county = act(store, tools, COUNTY, PostKind::Supervisor, january(tools, year, 16)).await?;
    let said = RemarkId::new((tools.new_id)());
    remark(store, town, &county, id, (said.clone(), None, SETTLED_REMARK)).await?;
    casework::report::settle_remark(store, town, &clerk, id, &said).await?;
    let approver = act(store, tools, TOWN, PostKind::Approver, january(tools, year, 22)).await?;
    let seen = view(store, town, id).await?.digest();
    match finalise(store, town, &approver, id, &seen).await? {
        Finalised::Done(_) => {}
        Finalised::Changed => bail!("演示的{year}年度报告在定稿时变了。"),
        Finalised::Stopped(blockers) => {
            let why: Vec<_> = blockers.into_iter().map(|blocker| blocker.message).collect();
            bail!("演示的{year}年度报告不能定稿：{}", why.join(""));
        }
    }
    Ok(publish(store, town, &approver, id).await?)
}

/// Submission, the county's comment, back to the town.
async fn give_back(store: &Store, tools: &Tools<'_>, town: &OrganId, id: &ReportId) -> anyhow::Result<()> {
    let clerk = act(store, tools, TOWN, PostKind::Clerk, january(tools, 2025, 12)).await?;
    submit(store, town, &clerk, id).await?;
    let county = act(store, tools, COUNTY, PostKind::Supervisor, january(tools, 2025, 15)).await?;
    let said = RemarkId::new((tools.new_id)());
    remark(store, town, &county, id, (said, None, REMARK)).await?;
    Ok(send_back(store, town, &county, id).await?)
}

/// A day in January after the report year, or today if that still lies ahead.
fn january(tools: &Tools<'_>, year: i16, day: i8) -> Date {
    date(year + 1, 1, day).min(tools.today)
}

/// An act of the person who holds that post.
pub(super) async fn act(
    store: &Store,
    tools: &Tools<'_>,
    organ: Organ,
    post: PostKind,
    on: Date,
) -> anyhow::Result<Act> {
    let (person, post) = holder(store, tools, organ, post).await?;
    Ok(Act { on, person: Some(person), post: Some(post), ..tools.act() })
}

async fn holder(
    store: &Store,
    tools: &Tools<'_>,
    organ: Organ,
    post: PostKind,
) -> anyhow::Result<(PersonId, PostId)> {
    let known = PEOPLE.iter().find(|person| person.organ == organ.key && person.post == post);
    let known = known.context("演示县没有这个岗位的人员。")?;
    let mut read = store.read().await?;
    let person = read.person_by_login(known.sign_in).await?.context("演示账号没有建成。")?;
    let held = read.posts_held(&person.id, tools.today).await?;
    let post = held.into_iter().next().context("演示账号没有岗位。")?;
    Ok((person.id, post.post.id))
}
