//! The portal as a citizen finds it.

use axum::http::StatusCode;

use crate::world::{World, behind_the_county};

#[tokio::test]
async fn the_home_page_offers_five_jobs_the_newest_documents_and_the_national_columns() {
    let world = World::new().await;
    for number in 1..=8 {
        let (title, day) = (format!("第{number}号文件"), format!("2020-03-0{number}"));
        world.publish(&title, &[("first_released_on", &day)]).await;
    }
    let page = world.visitor().get("/shilizhen/").await;
    page.says(&[
        "您想办什么",
        "找文件",
        "财政预决算",
        "申请公开",
        "反映问题",
        "申请进度查询",
        "最新 6 条，共 8 条",
    ]);
    page.says(&[
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "政府信息公开年报",
        "依申请公开",
    ]);
    page.says(&["第8号文件", "第3号文件", "0000-1234567", "href=\"tel:00001234567\""]);
    page.hides(&["第2号文件"]);
    let text = page.text();
    assert!(text.find("第8号文件") < text.find("第7号文件"));
}

#[tokio::test]
async fn an_empty_column_is_never_a_blank_list() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    visitor.get("/shilizhen/").await.says(&["本栏目暂无信息", "/shilizhen/guide"]);
    visitor.get("/shilizhen/c/").await.says(&["没有公开的信息", "/shilizhen/apply", "0000-1234567"]);
    visitor.get("/shilizhen/annual/").await.says(&["2020 年度报告将于 2021年1月31日 前公布"]);
    world.go_to("2021-02-01");
    visitor.get("/shilizhen/annual/").await.says(&["还没有在本栏目发布年度报告"]);
}

#[tokio::test]
async fn the_column_list_is_narrowed_by_category_and_year_and_paged_on_both_engines() {
    for engine in store::testing::engines() {
        the_column_list_is_narrowed_and_paged(&World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn the_column_list_is_narrowed_and_paged(world: &World) {
    for number in 1..=25 {
        let title = format!("预算文件{number:02}");
        world.publish(&title, &[("first_released_on", &format!("2020-04-{number:02}"))]).await;
    }
    world
        .publish(
            "前年的预案",
            &[("category", "20-12"), ("formed_on", "2018-05-01"), ("first_released_on", "2018-05-04")],
        )
        .await;
    let mut visitor = world.visitor();
    visitor.get("/shilizhen/c/").await.says(&[
        "共 26 条，第 1 页，共 2 页",
        "预算文件25",
        "href=\"/shilizhen/c/?page=2\"",
    ]);
    visitor.get("/shilizhen/c/?page=2").await.says(&["第 2 页", "前年的预案", "上一页"]);
    let budget = visitor.get("/shilizhen/c/20-07/").await;
    budget.says(&[
        "财政预算、决算",
        "条例第二十条第（七）项",
        "共 25 条",
        "href=\"/shilizhen/c/20-07/?year=2020\"",
    ]);
    budget.hides(&["前年的预案", "2018年"]);
    visitor.get("/shilizhen/c/?year=2018").await.says(&["2018年共 1 条", "前年的预案"]);
    visitor
        .get("/shilizhen/c/20-07/?year=2018")
        .await
        .says(&["2018年在“财政预算、决算”下没有公开的信息", "换一个年份"]);
    for page in ["0", "3", "x", "99999999999999999999"] {
        visitor
            .get(&format!("/shilizhen/c/?page={page}"))
            .await
            .says(&["没有这一页，下面是第一页", "预算文件25"]);
    }
    visitor.get("/shilizhen/c/?year=x%27--").await.says(&["共 26 条"]);
    assert_eq!(visitor.get("/shilizhen/c/20-99/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_document_shows_its_particulars_its_text_and_whether_it_still_holds() {
    let world = World::new().await;
    let changes = [
        ("index_no", "640000000/2020-00001"),
        ("document_no", "示镇发〔2020〕1号"),
        ("topic", "财政"),
        ("validity", "repealed"),
        ("ceased_on", "2020-11-05"),
        ("channels", "portal,board"),
        ("body", "第一段。\n\n  第二段<b>不加粗</b>。"),
    ];
    let id = world.publish("关于\"<script>\"的通知", &changes).await;
    let mut visitor = world.visitor();
    let page = visitor.get(&format!("/shilizhen/d/{id}")).await;
    page.says(&[
        "索引号",
        "640000000/2020-00001",
        "财政预算、决算（条例第二十条第（七）项）",
        "示例镇人民政府",
        "示镇发〔2020〕1号",
    ]);
    page.says(&["2020-02-03", "2020-02-11", "政府网站、公告栏", "本文件已于2020年11月5日废止"]);
    page.says(&[
        "<p>第一段。</p>",
        "第二段&#60;b&#62;不加粗",
        "<meta name=\"PubDate\" content=\"2020-02-11\">",
    ]);
    page.hides(&["<script>", "<b>不加粗", "内部备注"]);
    let file = visitor.get(&format!("/shilizhen/d/{id}/text")).await;
    file.says(&["第一段。"]);
    assert!(file.header("content-disposition").starts_with("attachment; filename="));
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
}

#[tokio::test]
async fn a_text_that_was_posted_on_a_board_is_named_but_not_put_on_the_internet() {
    let world = World::new().await;
    let id = world.publish("低保公示", &[("channels", "board"), ("body", "张某某")]).await;
    let page = world.visitor().get(&format!("/shilizhen/d/{id}")).await;
    page.says(&["低保公示", "这条信息通过公告栏公开，没有在网上发布全文"]);
    page.hides(&["张某某", "下载文字版"]);
}

#[tokio::test]
async fn several_organs_share_one_portal_and_an_address_without_its_stroke_leads_on() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    visitor.get("/").await.says(&["示例镇", "示范乡", "href=\"/shifanxiang/\""]);
    assert_eq!(visitor.get("/shilizhen").await.leads_to(), "/shilizhen/");
    assert_eq!(visitor.get("/desk").await.leads_to(), "/desk/");
    assert_eq!(visitor.get("/shilizhen/c/20-07?year=2020").await.leads_to(), "/shilizhen/c/20-07/?year=2020");
    for address in ["/static/", "/shixian/", "/system/"] {
        assert_eq!(visitor.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn the_portal_hangs_under_any_path_and_every_link_stays_below_it() {
    let world = World::with(store::Engine::Sqlite, behind_the_county()).await;
    let id = world.publish("预算公开", &[]).await;
    let mut visitor = world.visitor();
    for address in
        ["/zfxxgk/", "/zfxxgk/shilizhen/", "/zfxxgk/shilizhen/c/", &format!("/zfxxgk/shilizhen/d/{id}")]
    {
        let page = visitor.get(address).await;
        page.says(&["示例县人民政府", "<meta name=\"SiteIDCode\" content=\"0000000000\">"]);
        for link in page.links() {
            let below = link.starts_with("/zfxxgk/") || link.starts_with("tel:") || link.starts_with('#');
            assert!(below, "{address} links to {link}");
        }
    }
    assert_eq!(visitor.get("/shilizhen/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_elder_mode_is_the_same_page_and_comes_back_to_where_one_was() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    let page = visitor.get("/shilizhen/c/?year=2020").await;
    page.hides(&["data-mode"]);
    let switch = page.links().into_iter().find(|link| link.starts_with("/mode/elder")).unwrap();
    assert_eq!(visitor.get(&switch).await.leads_to(), "/shilizhen/c/?year=2020");
    visitor.get("/shilizhen/").await.says(&["<html lang=\"zh-CN\" data-mode=\"elder\">", "标准版"]);
    visitor.get("/mode/standard?to=/shilizhen/").await;
    visitor.get("/shilizhen/").await.hides(&["data-mode"]);
    for away in ["//evil.example", "https://evil.example", "/%0d%0aSet-Cookie:a=b", ""] {
        assert_eq!(visitor.get(&format!("/mode/elder?to={away}")).await.leads_to(), "/", "{away}");
    }
    assert_eq!(visitor.get("/mode/purple?to=/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_that_is_not_there_leads_on_within_the_organs_column() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    let page = visitor.get("/shilizhen/d/none").await;
    page.says_with(
        StatusCode::NOT_FOUND,
        &["href=\"/shilizhen/\"", "href=\"/shilizhen/c/\"", "0000-1234567"],
    );
    let page = visitor.get("/nowhere/d/none").await;
    page.says_with(StatusCode::NOT_FOUND, &["政府信息公开首页"]);
    page.hides(&["0000-1234567"]);
}
