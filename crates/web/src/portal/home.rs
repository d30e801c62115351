//! P1, the home page of an organ's column: choose a job in one look.

use askama::Template;
use axum::extract;
use law::register::Register;
use store::{Order, OrderBy, Page};

use super::layout::Frame;
use super::organ::PublicOrgan;
use super::row::Row;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;
use crate::visible::{Sight, shown, sight};

/// How many of the newest documents the page shows.
const LATEST: u32 = 6;
/// 财政预算、决算 among the categories.
const BUDGET: &str = "20-07";

/// One of the jobs. Without an address it is done by telephone or at the counter, and says so.
struct Tile {
    title: &'static str,
    words: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "portal/home.html")]
struct Home {
    look: Look,
    frame: Frame,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    total: i64,
    all: String,
}

/// The home page.
pub(super) async fn show_home(
    organ: PublicOrgan,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let today = state.today();
    let mut read = state.store().read().await?;
    let (filter, order) = (shown(today), newest_first());
    let id = &organ.organ.id;
    let total = read.count_records(id, Register::Publication, &filter).await?;
    let found = read.records(id, Register::Publication, &filter, &order, Page::first(LATEST)).await?;
    let rows = found.iter().filter_map(|row| match sight(row, today) {
        Sight::Shown(document) => Some(Row::of(*document, &organ.links)),
        Sight::Withdrawn(_) | Sight::Hidden => None,
    });
    page(&Home {
        look: Look::of(&state, &here),
        tiles: tiles(&organ),
        rows: rows.collect(),
        total,
        all: organ.links.column(),
        frame: Frame::home(organ),
    })
}

/// The newest release first.
pub(super) fn newest_first() -> Order {
    Order { by: OrderBy::Field("first_released_on".to_owned()), descending: true }
}

fn tiles(organ: &PublicOrgan) -> Vec<Tile> {
    let phone = &organ.settings.phone;
    let call = |what: &str| match phone.is_empty() {
        true => format!("请到{}办公地点{what}", organ.short_name()),
        false => format!("请打电话 {phone} {what}"),
    };
    let link = |title, words: &str, href: String| Tile { title, words: words.to_owned(), href: Some(href) };
    vec![
        link("找文件", "按类别、年份找", organ.links.column()),
        link("财政预决算", "预算、决算", organ.links.category(BUDGET)),
        link("申请公开", "没找到？依法申请", organ.links.apply()),
        Tile { title: "反映问题", words: call("反映，也可以打 12345"), href: None },
        Tile {
            title: "申请进度查询", words: call("查询，报申请人姓名和提交日期"), href: None
        },
    ]
}
