//! Who may not.

use axum::http::StatusCode;
use casework::PostKind;

use super::desks::{BELOW, Desks, REPORT};

#[tokio::test]
async fn each_post_does_its_own_work_and_no_others() {
    let mut desks = Desks::ready().await;
    let page = desks.clerk.get(REPORT).await;
    page.says(&["报送县级</button>"]);
    page.hides(&["/finalise", "/publish"]);
    for act in ["finalise", "reopen", "publish", "correct"] {
        let address = format!("{REPORT}/{act}");
        assert_eq!(desks.clerk.get(&address).await.status, StatusCode::FORBIDDEN, "{act}");
        desks.clerk.get(REPORT).await;
        assert_eq!(desks.clerk.post(&address, &[]).await.status, StatusCode::FORBIDDEN, "{act}");
    }
    let page = desks.approver.get(&format!("{REPORT}/parts/one")).await;
    page.says(&["您现在只能查看"]);
    page.hides(&["<textarea", "采用草稿文本</button>", "确认不是统计数字</button>"]);
    desks.approver.get(REPORT).await.hides(&["报送县级</button>", "保存原因", "新建年度报告"]);
    for act in ["parts/one", "parts/one/draft", "parts/one/numbers", "submit", "reasons", "settle"] {
        let page = desks.approver.post(&format!("{REPORT}/{act}"), &[("words", "改")]).await;
        page.says_with(StatusCode::FORBIDDEN, &["没有权限"]);
    }
    let mut reviewer = desks.world.at_work(PostKind::Reviewer).await;
    reviewer.get(REPORT).await.hides(&["<textarea", "<button class=\"button\">"]);
}

#[tokio::test]
async fn the_county_comments_and_does_not_write() {
    let mut desks = Desks::ready().await;
    // A draft is not seen before it is handed in.
    desks.county.get("/desk/reports").await.hides(&[BELOW]);
    assert_eq!(desks.county.get(BELOW).await.status, StatusCode::NOT_FOUND);
    desks.submit().await;
    let page = desks.county.get(BELOW).await;
    page.says(&["提出意见", "退回修改", "看全文"]);
    page.hides(&["报送县级</button>", "保存原因", "/finalise", "/parts/"]);
    for act in ["submit", "reasons", "settle", "finalise", "parts/one"] {
        let page = desks.county.post(&format!("{BELOW}/{act}"), &[]).await;
        assert!(
            matches!(page.status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED),
            "{act} {}",
            page.status
        );
        let page = desks.county.post(&format!("{REPORT}/{act}"), &[]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{act}");
    }
}

#[tokio::test]
async fn an_organ_that_is_not_below_does_not_exist() {
    let mut desks = Desks::ready().await;
    desks.submit().await;
    desks.county.get(BELOW).await.says(&["提出意见"]);
    for organ in ["model-town", "example-county", "none", "system"] {
        let root = format!("/desk/county/{organ}/reports/2020");
        for page in ["", "/whole", "/cells/t3.new.nat", "/report.json"] {
            assert_eq!(
                desks.county.get(&format!("{root}{page}")).await.status,
                StatusCode::NOT_FOUND,
                "{root}{page}"
            );
        }
        for act in ["remarks", "send-back"] {
            desks.county.get(BELOW).await;
            let page =
                desks.county.post(&format!("{root}/{act}"), &[("words", "意见"), ("reason", "退")]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{root}/{act}");
        }
    }
    // A supervisor of another organ is not above this one, and neither is a clerk of this one.
    desks.world.employ(&desks.world.neighbour, "other", PostKind::Supervisor).await;
    let mut other = desks.world.visitor();
    other.sign_in("other", crate::world::PASSWORD).await;
    assert_eq!(other.get(BELOW).await.status, StatusCode::NOT_FOUND);
    other.get("/desk/reports").await.hides(&["示例镇"]);
    let page = other.post(&format!("{BELOW}/remarks"), &[("words", "意见")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(desks.clerk.get(BELOW).await.status, StatusCode::FORBIDDEN);
    desks.clerk.get(REPORT).await.says(&["已报县级"]);
}
