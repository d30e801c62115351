//! The face of the portal: what pages weigh, what they tell crawlers, how they look to whom, and what stands on
//! them when something is missing.

use std::io::Write as _;

use axum::http::StatusCode;
use law::register::{Register, Value};
use law::report::{Cell, Form};
use store::RecordId;

use crate::browser::{Browser, Page};
use crate::report::{lay_down, sample};
use crate::world::{World, behind_the_county};

/// What a page and the stylesheet may weigh after gzip.
const PAGE_MOST: usize = 14 * 1024;
const CSS_MOST: usize = 8 * 1024;

fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// A county with pages of every kind, and their addresses.
async fn every_page(world: &World) -> Vec<String> {
    for number in 1..=45 {
        let title = format!("示例镇人民政府关于印发第{number}号工作方案的通知");
        let (index_no, document_no) =
            (format!("640000000/2020-{number:05}"), format!("示镇发〔2020〕{number}号"));
        world.publish(&title, &[("index_no", &index_no), ("document_no", &document_no)]).await;
    }
    let body = "为做好今年的防汛工作，现将有关事项通知如下，请各村、各单位认真执行。\n".repeat(60);
    let body = body.trim_end();
    let long = world
        .publish(
            "关于防汛工作的通知",
            &[("body", body), ("validity", "repealed"), ("ceased_on", "2020-12-01")],
        )
        .await;
    let gone =
        world.publish("错误的名单", &[("withdrawn_on", "2020-12-01"), ("withdrawn_reason", "有误")]).await;
    for (form, year) in [(Form::F2019, 2018), (Form::F2019, 2019), (Form::F2021, 2021)] {
        lay_down(world, &sample(form, year), true).await;
    }
    let base = world.state.config().base_path.to_string();
    let paths = [
        "shilizhen/",
        "shilizhen/c/",
        "shilizhen/c/?page=2",
        "shilizhen/c/20-07/?year=2020",
        "shilizhen/c/20-01/",
        "shilizhen/guide",
        "shilizhen/rules",
        "shilizhen/apply",
        "shilizhen/annual/",
        "shilizhen/annual/2019",
        "shilizhen/annual/2021",
        "shilizhen/annual/2019/compare",
        "shilizhen/d/none",
        "",
    ];
    let mut addresses: Vec<String> = paths.map(|path| format!("{base}{path}")).into();
    addresses.extend([&long, &gone].map(|id| format!("{base}shilizhen/d/{id}")));
    addresses
}

#[tokio::test]
async fn no_page_is_heavier_than_a_slow_telephone_can_bear() {
    let world = World::with(store::Engine::Sqlite, behind_the_county()).await;
    let mut visitor = world.visitor();
    for address in every_page(&world).await {
        let page = visitor.get(&address).await;
        let bytes = gzipped(&page.body);
        println!("{bytes:>6} bytes after gzip, {:>6} before: {address}", page.body.len());
        assert!(bytes <= PAGE_MOST, "{address} is {bytes} bytes");
        page.hides(&["<script", " style=\"", "http://", "https://"]);
    }
    let links = visitor.get("/zfxxgk/shilizhen/").await.links();
    let css = visitor.get(links.iter().find(|link| link.ends_with(".css")).unwrap()).await;
    let bytes = gzipped(&css.body);
    println!("{bytes:>6} bytes after gzip, {:>6} before: the stylesheet", css.body.len());
    assert!(bytes <= CSS_MOST, "the stylesheet is {bytes} bytes");
}

/// The content of a `<meta>`.
fn meta<'p>(text: &'p str, name: &str) -> Option<&'p str> {
    let (_, rest) = text.split_once(&format!("<meta name=\"{name}\" content=\""))?;
    rest.split('"').next()
}

#[tokio::test]
async fn crawlers_are_told_whose_page_it_is_which_column_and_when_it_was_published() {
    let world = World::with(store::Engine::Sqlite, behind_the_county()).await;
    let id =
        world.publish("关于预算的通知", &[("topic", "财政"), ("document_no", "示镇发〔2020〕1号")]).await;
    lay_down(&world, &sample(Form::F2019, 2019), true).await;
    let mut visitor = world.visitor();
    let site =
        [("SiteName", "示例县人民政府"), ("SiteDomain", "www.example.gov.cn"), ("SiteIDCode", "0000000000")];
    for path in
        ["", "guide", "rules", "apply", "c/", "c/20-07/", "annual/", "annual/2019", &format!("d/{id}")]
    {
        let text = visitor.get(&format!("/zfxxgk/shilizhen/{path}")).await.text();
        for (name, content) in site {
            assert_eq!(meta(&text, name), Some(content), "{path}");
        }
        for name in ["ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"] {
            assert!(meta(&text, name).is_some_and(|content| !content.is_empty()), "{path} has no {name}");
        }
    }
    let text = visitor.get(&format!("/zfxxgk/shilizhen/d/{id}")).await.text();
    let expected = [
        ("ArticleTitle", "关于预算的通知"),
        ("ContentSource", "示例镇人民政府"),
        ("Keywords", "示例镇,财政预算、决算,财政,示镇发〔2020〕1号"),
        ("Url", &format!("/zfxxgk/shilizhen/d/{id}")),
    ];
    for (name, content) in expected {
        assert_eq!(meta(&text, name), Some(content));
    }
    let shown = text.split("<dt>发布日期</dt><dd>").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(meta(&text, "PubDate"), Some(shown));
    let text = visitor.get("/zfxxgk/shilizhen/annual/2019").await.text();
    let day: jiff::civil::Date = meta(&text, "PubDate").unwrap().parse().unwrap();
    assert!(text.contains(&format!("发布日期：{}年{}月{}日", day.year(), day.month(), day.day())));
}

#[tokio::test]
async fn a_reader_chooses_the_colours_and_the_choice_stays() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    let page = visitor.get("/shilizhen/c/").await;
    page.says(&["跟随系统", "浅色", "深色", "标准", "大字"]);
    page.hides(&["data-theme"]);
    let dark = page.links().into_iter().find(|link| link.starts_with("/mode/dark")).unwrap();
    assert_eq!(visitor.get(&dark).await.leads_to(), "/shilizhen/c/");
    visitor.get("/mode/elder?to=/").await;
    visitor.get("/shilizhen/").await.says(&["<html lang=\"zh-CN\" data-mode=\"elder\" data-theme=\"dark\">"]);
    visitor.get("/shilizhen/d/none").await.says_with(StatusCode::NOT_FOUND, &["data-theme=\"dark\""]);
    visitor.get("/mode/light?to=/").await;
    visitor.get("/desk/sign-in").await.says(&["data-theme=\"light\""]);
    visitor.get("/mode/auto?to=/").await;
    visitor.get("/shilizhen/").await.hides(&["data-theme"]);
}

#[tokio::test]
async fn years_and_categories_say_how_much_they_hold_and_follow_what_is_written() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    world.publish("甲", &[]).await;
    world
        .publish(
            "乙",
            &[("category", "21-5"), ("formed_on", "2019-05-01"), ("first_released_on", "2019-05-06")],
        )
        .await;
    let page = visitor.get("/shilizhen/c/").await;
    page.says(&[
        "全部年份<small>2 条",
        "2020年<small>1 条",
        "2019年<small>1 条",
        "条例第二十一条",
        "土地征收<small>1 条",
    ]);
    page.says(&["政府集中采购<small>0 条"]);
    visitor.get("/shilizhen/c/21-5/").await.hides(&["2020年<small>"]);
    let third = world.publish("丙", &[]).await;
    visitor.get("/shilizhen/c/").await.says(&["全部年份<small>3 条", "2020年<small>2 条", "共 3 条"]);
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.strike_record(&world.act(), Register::Publication, &third).await.unwrap();
    write.commit().await.unwrap();
    visitor.get("/shilizhen/c/").await.says(&["全部年份<small>2 条"]);
    visitor.get("/shilizhen/").await.says(&["共 2 条"]);
}

#[tokio::test]
async fn what_was_corrected_after_release_is_told_by_day_and_field_and_nothing_internal_is() {
    let world = World::new().await;
    let id = world.publish("关于预算的通知", &[]).await;
    let mut visitor = world.visitor();
    let address = format!("/shilizhen/d/{id}");
    visitor.get(&address).await.hides(&["更正记录"]);
    world.go_to("2021-01-06");
    correct(&world, &id, "note", "新的内部备注").await;
    visitor.get(&address).await.hides(&["更正记录", "备注"]);
    correct(&world, &id, "title", "关于2020年预算的通知").await;
    visitor.get(&address).await.says(&["更正记录", "2021-01-06", "更正了"]);
    visitor.get(&address).await.hides(&["备注"]);
}

async fn correct(world: &World, id: &RecordId, key: &'static str, text: &str) {
    let mut read = world.store.read().await.unwrap();
    let row = read.record(&world.organ, Register::Publication, id).await.unwrap();
    drop(read);
    let mut values = row.values.clone();
    values.insert(key, Value::Text(text.to_owned()));
    let record = law::register::Record::parse(Register::Publication, &values).unwrap();
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.correct_record(&world.act(), id, &record).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn two_years_stand_beside_each_other_once_both_are_published() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    let mut before = sample(Form::F2019, 2018);
    before.cells.insert("t3.new.total".parse().unwrap(), Cell::Count(4));
    lay_down(&world, &before, true).await;
    let mut after = before.clone();
    after.year = 2019;
    after.cells.insert("t3.new.total".parse().unwrap(), Cell::Count(7));
    after.cells.insert("t4.fy.total".parse().unwrap(), Cell::Count(0));
    lay_down(&world, &after, true).await;
    visitor.get("/shilizhen/annual/").await.says(&["/shilizhen/annual/2019/compare"]);
    visitor.get("/shilizhen/annual/2018").await.hides(&["与上年比较"]);
    visitor.get("/shilizhen/annual/2019").await.says(&["与上年比较"]);
    let page = visitor.get("/shilizhen/annual/2019/compare").await;
    page.says(&[
        "2019年与2018年比较",
        "role=\"img\" aria-labelledby=\"years-caption years-sentence\"",
        "新收公开申请7件，多3件",
    ]);
    page.says(&[
        "data-label=\"2018年\">4</td>",
        "data-label=\"2019年\">7</td>",
        "data-label=\"增减\">+3</td>",
    ]);
    page.hides(&["不同的国家格式"]);
    for none in ["2018", "2020", "x", "-32768"] {
        let address = format!("/shilizhen/annual/{none}/compare");
        assert_eq!(visitor.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    lay_down(&world, &sample(Form::F2021, 2020), true).await;
    visitor.get("/shilizhen/annual/2020/compare").await.says(&["不同的国家格式"]);
}

#[tokio::test]
async fn who_is_lost_finds_the_five_jobs_and_the_telephone() {
    let world = World::new().await;
    let page = world.visitor().get("/shilizhen/nothing/here").await;
    page.says_with(
        StatusCode::NOT_FOUND,
        &[
            "找文件",
            "财政预决算",
            "申请公开",
            "反映问题",
            "申请进度查询",
            "0000-1234567",
            "工作日 8:30",
            "示例镇首页",
        ],
    );
}

#[tokio::test]
async fn a_database_that_is_away_leaves_a_page_with_the_telephone() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    visitor.get("/shilizhen/").await.says(&["示例镇"]);
    world.store.close().await;
    // Finished pages are believed for a moment only.
    world.wait_minutes(1);
    for address in ["/shilizhen/", "/shilizhen/c/20-07/", "/shilizhen/annual/"] {
        let page = visitor.get(address).await;
        page.says_with(
            StatusCode::SERVICE_UNAVAILABLE,
            &["暂时不能使用", "0000-1234567", "示例县示例路1号", "lang=\"zh-CN\""],
        );
        page.hides(&["class=\"tiles\"", "SQL", "pool"]);
        assert_styled(&mut visitor, &page).await;
    }
    visitor.get("/desk/sign-in").await;
}

/// The stylesheet comes even then.
async fn assert_styled(visitor: &mut Browser, page: &Page) {
    let css = page.links().into_iter().find(|link| link.ends_with(".css")).unwrap();
    visitor.get(&css).await.says(&["--page:"]);
}
