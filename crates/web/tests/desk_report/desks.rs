//! The desks between which a report goes: clerk and approver of 示例镇, and the county office above it.

use axum::http::StatusCode;
use casework::PostKind;
use law::calendar::Region;
use law::report::{Form, Source, source};
use store::{Organ, OrganId, OrganKind};

use crate::browser::{Browser, Page, value};
use crate::world::{PASSWORD, World};

/// Words without a number typed by hand, about each part of the report on 2020.
pub(crate) const WORDS: [(&str, &str); 3] = [
    ("one", "本年度主动公开政府信息{{主动公开总数|零}}条。新收政府信息公开申请{{依申请新收数|零}}件。"),
    ("five", "公开不够及时。针对上年度提出的问题，已经改进。"),
    ("six", "本年度收取信息处理费{{信息处理费收取金额|零}}元。"),
];

pub(crate) const REPORT: &str = "/desk/reports/2020";
pub(crate) const BELOW: &str = "/desk/county/example-town/reports/2020";

pub(crate) struct Desks {
    pub(crate) world: World,
    pub(crate) clerk: Browser,
    pub(crate) approver: Browser,
    pub(crate) county: Browser,
}

impl Desks {
    /// 示例县 above 示例镇 but not above 示范乡, on 2021-01-05.
    pub(crate) async fn new() -> Self {
        let world = World::new().await;
        let county = OrganId::new("example-county");
        let described = Organ {
            id: county.clone(),
            parent_id: None,
            kind: OrganKind::County,
            name: "示例县人民政府".to_owned(),
            code: None,
            region: Region::CN,
            portal: serde_json::json!({}),
        };
        let mut town = world.store.read().await.unwrap().organ(&world.organ).await.unwrap();
        town.parent_id = Some(county.clone());
        let mut write = world.store.begin(&OrganId::system()).await.unwrap();
        write.add_organ(&world.act(), &described, &"0".repeat(64)).await.unwrap();
        write.commit().await.unwrap();
        let mut write = world.store.begin(&OrganId::system()).await.unwrap();
        write.change_organ(&world.act(), &town).await.unwrap();
        write.commit().await.unwrap();
        world.employ(&county, "county", PostKind::Supervisor).await;
        let clerk = world.at_work(PostKind::Clerk).await;
        let approver = world.at_work(PostKind::Approver).await;
        let mut supervisor = world.visitor();
        supervisor.sign_in("county", PASSWORD).await;
        Self { world, clerk, approver, county: supervisor }
    }

    /// The same with the report on 2020 opened.
    pub(crate) async fn with_report() -> Self {
        let mut desks = Self::new().await;
        desks.clerk.get("/desk/reports").await;
        let page = desks.clerk.post("/desk/reports", &[("year", "2020")]).await;
        assert_eq!(page.leads_to(), "/desk/reports/2020?done=opened#main");
        desks
    }

    /// The same with nothing in the way of 定稿.
    pub(crate) async fn ready() -> Self {
        let mut desks = Self::with_report().await;
        desks.declare_all(&[]).await;
        desks.write_all().await;
        desks.explain_all().await;
        desks
    }

    /// Declares every business figure of 2020 as 0, but for those left out.
    pub(crate) async fn declare_all(&mut self, but: &[&str]) {
        let keys = Form::F2019
            .cells()
            .into_iter()
            .filter(|key| matches!(source(Form::F2019, *key), Some(Source::Declared { .. })));
        let keys: Vec<String> = keys.map(|key| key.to_string()).collect();
        let mut fields = vec![("year", "2020"), ("unit", ""), ("source_document", "（演示）权责清单")];
        fields.extend(keys.iter().map(|key| (key.as_str(), "0")).filter(|(key, _)| !but.contains(key)));
        self.declare(&fields).await;
    }

    /// Declares for 2019 what 2020 does not follow from, which asks for a reason.
    pub(crate) async fn differ_from_last_year(&mut self) {
        let figures = [("t2.chufa.prev", "7"), ("t2.chufa.delta", "0")];
        let about = [("year", "2019"), ("unit", ""), ("source_document", "（演示）权责清单")];
        self.declare(&[about.as_slice(), &figures].concat()).await;
    }

    /// Sends the form of declarations.
    pub(crate) async fn declare(&mut self, fields: &[(&str, &str)]) {
        let form = "/desk/registers/declared_figure/new";
        self.clerk.get(&format!("{form}?year=2020")).await;
        let page = self.clerk.post(form, fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }

    /// Fills in a cell by hand.
    pub(crate) async fn declare_by_hand(&mut self, key: &str, value: &str) {
        let fields = [
            ("year", "2020"),
            ("unit", ""),
            ("by_hand", key),
            ("by_hand_value", value),
            ("reason", "（演示）年中启用系统"),
            ("source_document", "（演示）登记本"),
        ];
        self.declare(&fields).await;
    }

    /// Writes a part as somebody who has just read it.
    pub(crate) async fn write(&mut self, part: &str, words: &str) -> Page {
        let address = format!("{REPORT}/parts/{part}");
        let seen = value(&self.clerk.get(&address).await.text(), "seen");
        self.clerk.post(&address, &[("seen", &seen), ("words", words)]).await
    }

    pub(crate) async fn write_all(&mut self) {
        for (part, words) in WORDS {
            assert!(self.write(part, words).await.leads_to().contains("done=saved"));
        }
    }

    /// Gives a reason for everything that asks for one.
    pub(crate) async fn explain_all(&mut self) {
        let text = self.clerk.get(REPORT).await.text();
        for form in text.split("<form").filter(|form| form.contains("name=\"rule\"")) {
            let (rule, place) = (value(form, "rule"), value(form, "place"));
            let fields = [("rule", rule.as_str()), ("place", &place), ("reason", "（演示）已核对，情况属实")];
            let page = self.clerk.post(&format!("{REPORT}/reasons"), &fields).await;
            assert_eq!(page.leads_to(), "/desk/reports/2020?done=explained#reasons");
        }
    }

    /// The clerk hands the report in.
    pub(crate) async fn submit(&mut self) {
        self.clerk.get(REPORT).await;
        let page = self.clerk.post(&format!("{REPORT}/submit"), &[]).await;
        assert_eq!(page.leads_to(), "/desk/reports/2020?done=submitted#main");
    }

    /// The approver presses 定稿 on what stands there.
    pub(crate) async fn finalise(&mut self) -> Page {
        let address = format!("{REPORT}/finalise");
        let seen = value(&self.approver.get(&address).await.text(), "seen");
        self.approver.post(&address, &[("seen", &seen)]).await
    }
}

/// Fails unless the page that a link leads to has the place that it names.
pub(crate) async fn lands(browser: &mut Browser, link: &str) {
    let (address, place) = link.split_once('#').unwrap_or((link, ""));
    let page = browser.get(address).await;
    page.says(&[]);
    assert!(place.is_empty() || page.text().contains(&format!(" id=\"{place}\"")), "{link} leads nowhere");
}
