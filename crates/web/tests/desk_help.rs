//! The handbook at the desk.

use axum::http::StatusCode;
use casework::PostKind;

use crate::world::World;

#[tokio::test]
async fn everybody_who_is_signed_in_reads_every_page_and_finds_the_next() {
    let world = World::new().await;
    for kind in PostKind::all() {
        let mut person = world.at_work(kind).await;
        let front = person.get("/desk/help").await;
        front.says(&["公开工作台使用手册", "经办人的第一天", "运维手册"]);
        let mut pages: Vec<String> =
            front.links().into_iter().filter(|l| l.starts_with("/desk/help/")).collect();
        pages.retain(|page| !page.contains('#'));
        pages.sort();
        pages.dedup();
        assert_eq!(pages.len(), 12, "{pages:?}");
        for page in pages {
            person.get(&page).await.says(&["aria-current=\"page\"", "帮助的各页"]);
        }
    }
}

#[tokio::test]
async fn each_page_of_the_desk_leads_to_the_help_about_itself() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    for (page, help) in [
        ("/desk/", "/desk/help/first-day"),
        ("/desk/registers/work_order", "/desk/help/registers"),
        ("/desk/reports", "/desk/help/annual-report"),
        ("/desk/checks", "/desk/help/checking"),
    ] {
        assert!(clerk.get(page).await.links().contains(&help.to_owned()), "{page}");
    }
    let mut supervisor = world.at_work(PostKind::Supervisor).await;
    assert!(supervisor.get("/desk/reports").await.links().contains(&"/desk/help/county".to_owned()));
    let mut administrator = world.at_work(PostKind::Administrator).await;
    assert!(
        administrator.get("/desk/people").await.links().contains(&"/desk/help/administration".to_owned())
    );
}

#[tokio::test]
async fn a_page_that_is_not_there_is_not_there() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/help/none").await.says_with(StatusCode::NOT_FOUND, &["没有找到这一页"]);
}
