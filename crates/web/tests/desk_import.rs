//! Importing at the desk: every bad row named, nothing half written, and a way back.

use axum::http::{Method, StatusCode};
use casework::PostKind;
use law::register::Register;
use store::Filter;

use crate::browser::{Browser, Page};
use crate::world::World;

const HEAD: &str = "来源编号,内容性质,公开类别,标题,首次发布日期,发布渠道\n";

async fn send(clerk: &mut Browser, table: &str, boxes: &[(&str, &str)]) -> Page {
    clerk.get("/desk/imports/new").await;
    let mut fields = vec![("register", "publication"), ("year", "2020")];
    fields.extend(boxes);
    clerk.upload("/desk/imports/new", &fields, ("file", "主动公开.csv", table.as_bytes())).await
}

fn table(rows: &[&str]) -> String {
    format!("{HEAD}{}\n", rows.join("\n"))
}

async fn count(world: &World) -> i64 {
    let mut read = world.store.read().await.unwrap();
    read.count_records(&world.organ, Register::Publication, &Filter::default()).await.unwrap()
}

const GOOD: [&str; 2] = [
    "P-1,法定主动公开,财政预算、决算,二〇二〇年预算,2020-02-11,政府网站",
    "P-2,工作动态,,文化活动,2020-05-01,微信公众号",
];

#[tokio::test]
async fn a_table_is_checked_imported_looked_at_and_undone() {
    for engine in store::testing::engines() {
        import_story(World::with(engine, web::Config::loopback()).await).await;
    }
}

async fn import_story(world: World) {
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/imports").await.says(&["还没有导入过表格"]);
    let checked = send(&mut clerk, &table(&GOOD), &[("dry_run", "yes")]).await;
    checked.says(&["检查通过，还没有写入", "新增 2 条"]);
    assert_eq!(count(&world).await, 0);
    let imported = send(&mut clerk, &table(&GOOD), &[]).await;
    let import = imported.leads_to().to_owned();
    let page = clerk.get(&import).await;
    page.says(&["已导入", "主动公开.csv", "新增 2 条", "撤销这次导入", "演示经办岗"]);
    assert_eq!(count(&world).await, 2);
    let records = page.links().into_iter().find(|link| link.contains("import=")).unwrap();
    let list = clerk.get(&records).await;
    list.says(&["这里只列出导入文件“主动公开.csv”带来的记录", "共 2 条"]);
    let record =
        list.links().into_iter().find(|link| link.starts_with("/desk/registers/publication/id")).unwrap();
    clerk.get(&record).await.says(&["表格导入"]);
    send(&mut clerk, &table(&GOOD), &[]).await.says(&["都已经有了", "没有要写入的"]);

    let undo = page.links().into_iter().find(|link| link.ends_with("/undo")).unwrap();
    clerk.get(&undo).await.says(&["撤销这次导入？", "新增 2 条"]);
    let refused = clerk.post(&undo, &[("reason", "")]).await;
    refused.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请写明撤销的原因"]);
    assert_eq!(count(&world).await, 2);
    let undone = clerk.post(&undo, &[("reason", "导错了年度")]).await;
    clerk.get(undone.leads_to()).await.says(&["已撤销"]);
    assert_eq!(count(&world).await, 0);
    clerk.get("/desk/imports").await.says(&["已撤销"]);
    let again = clerk.post(&undo, &[("reason", "再来")]).await;
    again.says_with(StatusCode::CONFLICT, &["已经撤销"]);
}

#[tokio::test]
async fn every_bad_row_is_named_and_nothing_is_written() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let bad = table(&[
        GOOD[0],
        "P-3,法定主动公开,,没有类别,2020-02-30,政府网站",
        "P-1,工作动态,,重复,2020-05-01,微信公众号",
    ]);
    let page = send(&mut clerk, &bad, &[]).await;
    page.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &[
            "有误：",
            "一条也没有写入",
            "第 3 行",
            "首次发布日期",
            "这一天不存在",
            "第 4 行",
            "重复",
            "selected>主动公开信息",
        ],
    );
    assert_eq!(count(&world).await, 0);
    let strange = send(&mut clerk, "编号,标题\n1,a\n", &[]).await;
    strange.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["没有这一列", "缺少这一列"]);
}

#[tokio::test]
async fn an_import_whose_records_were_changed_is_not_undone() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let import = send(&mut clerk, &table(&GOOD), &[]).await.leads_to().split('?').next().unwrap().to_owned();
    let list = clerk.get("/desk/registers/publication?words=预算").await;
    let record =
        list.links().into_iter().find(|link| link.starts_with("/desk/registers/publication/id")).unwrap();
    clerk.get(&format!("{record}/strike")).await;
    clerk.post(&format!("{record}/strike"), &[("reason", "不该公开")]).await.leads_to();
    clerk.get(&format!("{import}/undo")).await;
    let refused = clerk.post(&format!("{import}/undo"), &[("reason", "导错了")]).await;
    refused.says_with(StatusCode::CONFLICT, &["不能撤销", "后来改过的记录", "P-1", "导错了"]);
    assert_eq!(count(&world).await, 1);
}

#[tokio::test]
async fn what_is_missing_from_the_form_is_said() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    clerk.get("/desk/imports/new?register=dispute").await.says(&["selected>复议诉讼"]);
    let nothing =
        clerk.upload("/desk/imports/new", &[("register", ""), ("year", "二〇")], ("file", "", b"")).await;
    nothing.says_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &["有 3 处需要修改", "请选择导入哪一本台账", "请填写四位数的年度", "请选择文件", "href=\"#f-file\""],
    );
    let fields = [("register", "publication"), ("year", "2020")];
    let empty = clerk.upload("/desk/imports/new", &fields, ("file", "空.csv", b"")).await;
    empty.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["文件里没有表头"]);
    let garbled = clerk.upload("/desk/imports/new", &fields, ("file", "乱.csv", b"\xff\xfe\x00")).await;
    garbled.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["编码认不出来"]);
}

#[tokio::test]
async fn a_broken_or_endless_upload_is_refused_in_a_sentence() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let token = {
        let text = clerk.get("/desk/imports/new").await.text();
        let (_, rest) = text.split_once("name=\"token\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let cut_off = format!(
        "--EDGE\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n--EDGE\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n来源编号"
    );
    let media_type = Some("multipart/form-data; boundary=EDGE");
    let page = clerk.send(Method::POST, "/desk/imports/new", media_type, cut_off.into_bytes()).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["上传没有完成", "再传一次"]);
    let large = vec![b'x'; world.state.config().upload_max_bytes + 1];
    let page = clerk.upload("/desk/imports/new", &[], ("file", "大.csv", &large)).await;
    page.says_with(StatusCode::PAYLOAD_TOO_LARGE, &["文件太大"]);
    let plain = clerk.post("/desk/imports/new", &[("register", "publication")]).await;
    plain.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["上传没有完成"]);
}

#[tokio::test]
async fn a_file_of_several_megabytes_reaches_the_import() {
    let world = World::new().await;
    let mut clerk = world.at_work(PostKind::Clerk).await;
    let large = format!("编号,标题\n{}", "1,甲\n".repeat(600_000));
    let page = send(&mut clerk, &large, &[]).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["没有这一列"]);
}
