//! The two counties that the pages are of, and what stands in the braces of an address.

use std::path::PathBuf;

use law::register::{Register, Values};
use store::{Filter, Location, Order, Page, Store};

use super::visits::County;
use crate::cli::Desk;
use crate::served::{PASSWORD, Served};

/// Both counties, served.
pub(super) struct Stage {
    full: Served,
    empty: Served,
    /// Names in braces with what stands for them.
    names: Vec<(&'static str, String)>,
    desks: [Desk; 2],
}

impl Stage {
    pub(super) async fn set() -> Self {
        let desk = Desk::empty();
        desk.good("demo --data county --no-serve");
        let withdrawn = withdrawn(&desk).await;
        desk.good("report --data county --organ 示例镇 --year 2024 --format html -o report.html");
        desk.put("checked.txt", "示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n主动公开信息132条，其中政策9条、动态125条。\n");
        let checked = desk.run("check checked.txt --format html");
        desk.put("annotated.html", checked.out);
        let bare = Desk::new();
        for (login, post) in [("kong", "clerk"), ("kongguan", "administrator")] {
            let line = format!("user add {login} --name 空空 --organ 示例镇 --post {post}");
            let added = bare.run_with_input(&line, &format!("{PASSWORD}\n"));
            assert_eq!(added.code, 0, "{added:?}");
        }
        let file = |name: &str| format!("file://{}", desk.path(name).display());
        let names = vec![
            ("{withdrawn}", withdrawn),
            ("{report}", file("report.html")),
            ("{annotated}", file("annotated.html")),
        ];
        let full = Served::demonstration(&desk);
        let empty = Served::by(&bare, "serve --listen 127.0.0.1:0");
        Self { full, empty, names, desks: [desk, bare] }
    }

    pub(super) fn served(&self, county: County) -> &Served {
        match county {
            County::Full => &self.full,
            County::Empty => &self.empty,
        }
    }

    /// The address of a page with what stands in the braces.
    pub(super) fn address(&self, county: County, at: &str) -> String {
        let path = self.names.iter().fold(at.to_owned(), |path, (name, value)| path.replace(name, value));
        if path.starts_with("file:") { path } else { self.served(county).at(&path) }
    }

    /// A file to upload.
    pub(super) fn file(&self, content: &str) -> PathBuf {
        let name = format!("upload-{}.csv", content.len());
        self.desks[0].put(&name, content);
        self.desks[0].path(&name)
    }
}

async fn open(desk: &Desk, folder: &str) -> Store {
    Store::open_as_is(&Location::Sqlite(desk.path(folder).join("gongkai.db"))).await.unwrap()
}

/// The identifier of a document that was withdrawn.
async fn withdrawn(desk: &Desk) -> String {
    let store = open(desk, "county").await;
    let mut read = store.read().await.unwrap();
    let organ = read.organs_named("示例镇人民政府").await.unwrap()[0].id.clone();
    let page = Page { limit: 1000, offset: 0 };
    let all = read
        .records(&organ, Register::Publication, &Filter::default(), &Order::default(), page)
        .await
        .unwrap();
    drop(read);
    store.close().await;
    let is_withdrawn = |values: &Values| values.get("withdrawn_on").is_some_and(|day| !day.is_null());
    all.iter().find(|row| is_withdrawn(&row.values)).unwrap().id.to_string()
}
