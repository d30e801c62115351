//! One story, told on both engines: an installation from the first organ to a published report.

use jiff::Timestamp;
use law::calendar::{Arrangement, Notice, NoticeDay};
use law::measure::Year;
use law::register::Register;
use law::report::{Cell, CellKey, Form, Section};
use store::testing::{engines, fresh_store};
use store::{
    CellOrigin, Error, EventKind, Freeze, NewCheckedReport, NewNotice, NewPerson, NewReport, NewSession,
    NewTenure, NoticeId, OrganId, Page, PersonId, Post, PostId, RemarkId, ReportCell, ReportId, ReportState,
    Store, Subject, TenureId,
};

use crate::support::{act, organ, publication, record, text, unit};

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_township_from_its_founding_to_its_published_report() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let (county, town) = found(&store).await;
        let (clerk, post) = staff(&store, &town).await;
        sign_in_and_out(&store, &town, &clerk, &post).await;
        import_calendar(&store, &clerk).await;
        keep_registers(&store, &town).await;
        let report = write_report(&store, &town, &clerk).await;
        county_comments(&store, &county, &town, &report).await;
        publish_and_correct(&store, &town, &report).await;
        check_the_neighbour(&store, &town).await;
        let mut read = store.read().await.unwrap();
        // The county itself did nothing; its remarks stand in the ledger of the town.
        for (organ, is_empty) in [(county, true), (town, false), (OrganId::system(), false)] {
            assert_eq!(read.verify_chain(&organ).await.unwrap() == 0, is_empty, "{engine:?} {organ}");
        }
    }
}

async fn found(store: &Store) -> (OrganId, OrganId) {
    let (county, town) = (OrganId::new("o-county"), OrganId::new("o-town"));
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    let above = organ(&county, "示例县人民政府");
    let mut below = organ(&town, "示例镇人民政府");
    below.parent_id = Some(county.clone());
    write.add_organ(&act("2024-01-02"), &above, "aa").await.unwrap();
    write.add_organ(&act("2024-01-02"), &below, "bb").await.unwrap();
    below.portal = serde_json::json!({ "base_path": "/slz" });
    write.change_organ(&act("2024-01-03"), &below).await.unwrap();
    write.commit().await.unwrap();

    let mut read = store.read().await.unwrap();
    assert_eq!(read.organ(&town).await.unwrap(), below);
    assert_eq!(read.organs_below(&county).await.unwrap(), [below.clone()]);
    assert_eq!(read.organs().await.unwrap().len(), 2);
    assert_eq!(read.organs_named("示例镇人民政府").await.unwrap(), [below]);
    assert_eq!(read.organs_named("示例").await.unwrap().len(), 2);
    assert!(read.organs_named("%").await.unwrap().is_empty());
    assert!(read.organs_named("system").await.unwrap().is_empty());
    assert!(matches!(read.organ(&OrganId::system()).await, Err(Error::NotFound("organ"))));
    (county, town)
}

async fn staff(store: &Store, town: &OrganId) -> (PersonId, PostId) {
    let clerk = PersonId::new("p-clerk");
    let new = NewPerson {
        id: clerk.clone(),
        login: "clerk".to_owned(),
        name: "经办人".to_owned(),
        password_hash: "$argon2id$v=19$one".to_owned(),
    };
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    write.add_person(&act("2024-01-04"), &new).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    let twin = NewPerson { id: PersonId::new("p-twin"), ..new.clone() };
    let error = write.add_person(&act("2024-01-04"), &twin).await.unwrap_err();
    assert!(matches!(&error, Error::Conflict(what) if what == "person.login"), "{error}");
    drop(write);

    let post = Post {
        id: PostId::new("post-clerk"),
        unit_id: None,
        kind: "clerk".to_owned(),
        name: "党政办经办".to_owned(),
        closed: false,
    };
    let tenure = NewTenure {
        id: TenureId::new("t-1"),
        post_id: post.id.clone(),
        person_id: clerk.clone(),
        from_on: "2024-01-04".parse().unwrap(),
        until_on: None,
    };
    let mut write = store.begin(town).await.unwrap();
    write.add_unit(&act("2024-01-04"), &unit("u-1", "示例村")).await.unwrap();
    write.add_post(&act("2024-01-04"), &post).await.unwrap();
    write.begin_tenure(&act("2024-01-04"), &tenure).await.unwrap();
    write.commit().await.unwrap();

    let mut read = store.read().await.unwrap();
    let day = |day: &str| day.parse().unwrap();
    assert!(read.posts_held(&clerk, day("2024-01-03")).await.unwrap().is_empty());
    let held = read.posts_held(&clerk, day("2024-01-04")).await.unwrap();
    assert_eq!((held.len(), &held[0].post, &held[0].organ_id), (1, &post, town));
    assert_eq!(read.tenures(town).await.unwrap()[0].person_name, "经办人");
    assert_eq!(read.person_by_login("clerk").await.unwrap().unwrap().id, clerk);
    assert_eq!(read.person_by_login("nobody").await.unwrap(), None);
    assert!(!format!("{:?}", read.person(&clerk).await.unwrap()).contains("argon2"));
    (clerk, post.id)
}

async fn sign_in_and_out(store: &Store, town: &OrganId, clerk: &PersonId, post: &PostId) {
    let system = OrganId::system();
    let session = |token: &str| NewSession {
        token_hash: token.to_owned(),
        person_id: clerk.clone(),
        post: None,
        csrf: "c".to_owned(),
        expires_at: instant("2024-01-05T10:00:00Z"),
    };
    let mut write = store.begin(&system).await.unwrap();
    for token in ["t1", "t2", "t3"] {
        write.open_session(&act("2024-01-05"), &session(token)).await.unwrap();
    }
    write.choose_post("t1", (town, post), "d").await.unwrap();
    write.extend_session("t2", instant("2024-01-05T12:00:00Z")).await.unwrap();
    write.end_session(&act("2024-01-05"), "t3").await.unwrap();
    write.commit().await.unwrap();
    let live =
        async |token: &str, at: &str| store.read().await.unwrap().session(token, instant(at)).await.unwrap();
    let first = live("t1", "2024-01-05T09:59:59Z").await.unwrap();
    assert_eq!((first.post, first.csrf.as_str()), (Some((town.clone(), post.clone())), "d"));
    assert_eq!(first.person_name, "经办人");
    assert!(live("t1", "2024-01-05T10:00:00Z").await.is_none());
    assert!(live("t2", "2024-01-05T11:00:00Z").await.is_some());
    assert!(live("t3", "2024-01-05T03:00:00Z").await.is_none());
    assert!(live("unknown", "2024-01-05T03:00:00Z").await.is_none());

    let mut write = store.begin(&system).await.unwrap();
    write.set_password(&act("2024-01-05"), clerk, "$argon2id$v=19$two").await.unwrap();
    write.commit().await.unwrap();
    assert!(live("t1", "2024-01-05T03:00:00Z").await.is_none());
    let mut write = store.begin(&system).await.unwrap();
    write.open_session(&act("2024-01-05"), &session("t4")).await.unwrap();
    write.disable_person(&act("2024-01-05"), clerk).await.unwrap();
    write.commit().await.unwrap();
    assert!(live("t4", "2024-01-05T03:00:00Z").await.is_none());
    let mut write = store.begin(&system).await.unwrap();
    write.enable_person(&act("2024-01-05"), clerk).await.unwrap();
    assert_eq!(write.forget_sessions(instant("2024-02-01T00:00:00Z")).await.unwrap(), 4);
    write.commit().await.unwrap();
}

async fn import_calendar(store: &Store, clerk: &PersonId) {
    let day = |day: &str, arrangement, name: &str| NoticeDay {
        date: day.parse().unwrap(),
        arrangement,
        name: name.to_owned(),
    };
    let notice = Notice {
        region: "CN".parse().unwrap(),
        year: 2027,
        name: "关于2027年部分节假日安排的通知（演示）".to_owned(),
        source: None,
        issued_on: Some("2026-11-04".parse().unwrap()),
        days: vec![day("2027-01-01", Arrangement::Off, "元旦"), day("2027-02-07", Arrangement::Work, "春节")],
    };
    let mut by_clerk = act("2026-11-05");
    by_clerk.person = Some(clerk.clone());
    let new = NewNotice { id: NoticeId::new("n-1"), notice: notice.clone() };
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    write.add_notice(&by_clerk, &new).await.unwrap();
    write.commit().await.unwrap();
    let notices = store.read().await.unwrap().notices().await.unwrap();
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].notice, notice);
    assert_eq!(notices[0].imported_by.as_ref(), Some(clerk));
}

async fn keep_registers(store: &Store, town: &OrganId) {
    let mut write = store.begin(town).await.unwrap();
    for (number, title) in [("1", "预算"), ("2", "决算")] {
        let new = store::NewRecord { id: format!("r-{number}").into(), record: publication(number, title) };
        write.add_record(&act("2024-05-06"), new).await.unwrap();
    }
    let request = record(Register::AccessRequest, &[("source_no", text("SQ-1"))]);
    let new = store::NewRecord { id: "r-3".into(), record: request };
    write.add_record(&act("2024-05-07"), new).await.unwrap();
    write.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    let year = Year::new(2024).unwrap();
    let measure = law::measure::all().find(|measure| measure.register == Register::Publication).unwrap();
    assert_eq!(read.total(town, measure, year).await.unwrap(), 2, "{}", measure.key);
}

fn cell(key: &str, cell: Cell) -> ReportCell {
    ReportCell { key: key.parse::<CellKey>().unwrap(), cell, origin: CellOrigin::Measure }
}

async fn write_report(store: &Store, town: &OrganId, clerk: &PersonId) -> ReportId {
    let mut by_clerk = act("2025-01-06");
    by_clerk.person = Some(clerk.clone());
    let id = ReportId::new("report-1");
    let new = NewReport { id: id.clone(), year: Year::new(2024).unwrap(), form: Form::F2021 };
    let mut write = store.begin(town).await.unwrap();
    let report = write.open_report(&by_clerk, &new).await.unwrap();
    assert_eq!((report.version, report.state), (1, ReportState::Draft));
    write.write_prose(&by_clerk, &id, Section::One, "旧").await.unwrap();
    write
        .write_prose(&by_clerk, &id, Section::One, "主动公开{{主动公开总数}}件，“十四五”第3年。")
        .await
        .unwrap();
    write.confirm_number(&by_clerk, &id, Section::One, "第3年").await.unwrap();
    write.confirm_number(&by_clerk, &id, Section::One, "五").await.unwrap();
    write.unconfirm_number(&by_clerk, &id, Section::One, "五").await.unwrap();
    write.explain(&by_clerk, &id, ("K-T3-5", "t3.carried_in.nat"), "初稿").await.unwrap();
    write.explain(&by_clerk, &id, ("K-T3-5", "t3.carried_in.nat"), "上年分类有误").await.unwrap();
    write.commit().await.unwrap();

    let mut read = store.read().await.unwrap();
    let prose = read.report_prose(town, &id).await.unwrap();
    assert_eq!((prose.len(), prose[0].section), (1, Section::One));
    assert!(prose[0].words.contains("{{主动公开总数}}"));
    assert_eq!(prose[0].written_by.as_ref(), Some(clerk));
    assert_eq!(read.confirmed_numbers(town, &id).await.unwrap()[0].mark, "第3年");
    let explanations = read.explanations(town, &id).await.unwrap();
    assert_eq!((explanations.len(), explanations[0].reason.as_str()), (1, "上年分类有误"));
    id
}

async fn county_comments(store: &Store, county: &OrganId, town: &OrganId, id: &ReportId) {
    let remark = RemarkId::new("remark-1");
    let mut write = store.begin(town).await.unwrap();
    let early = write.return_report(&act("2025-01-07"), id).await.unwrap_err();
    assert!(matches!(early, Error::WrongState(ReportState::Draft)), "{early}");
    write.submit_report(&act("2025-01-07"), id).await.unwrap();
    write.add_remark(&act("2025-01-08"), id, &remark, (Some(Section::One), "请补充解读情况")).await.unwrap();
    write.return_report(&act("2025-01-08"), id).await.unwrap();
    write.settle_remark(&act("2025-01-09"), id, &remark).await.unwrap();
    let again = write.settle_remark(&act("2025-01-09"), id, &remark).await.unwrap_err();
    assert!(matches!(again, Error::NotFound("remark")), "{again}");
    write.submit_report(&act("2025-01-09"), id).await.unwrap();
    write.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    let remarks = read.remarks(town, id).await.unwrap();
    assert_eq!((remarks.len(), remarks[0].section), (1, Some(Section::One)));
    assert!(remarks[0].settled_at.is_some());
    assert!(read.remarks(county, id).await.unwrap().is_empty());
}

async fn publish_and_correct(store: &Store, town: &OrganId, id: &ReportId) {
    let year = Year::new(2024).unwrap();
    let cells = [
        cell("t2.guifan.issued", Cell::Count(2)),
        cell("t2.shoufei.amount_wan", Cell::Money(38_000)),
        cell("t3.new.nat", Cell::Blank),
        cell("t3.new.com", Cell::NotANumber("若干".to_owned())),
    ];
    let freeze = Freeze {
        agency: "示例镇人民政府".to_owned(),
        calendar_version: "c1".to_owned(),
        hash: "h1".to_owned(),
        printed: [(Section::One, "主动公开2件。".to_owned())].into(),
    };
    let mut write = store.begin(town).await.unwrap();
    write.store_cells(&act("2025-01-10"), id, &cells[..1]).await.unwrap();
    write.store_cells(&act("2025-01-10"), id, &cells).await.unwrap();
    write.finalise_report(&act("2025-01-10"), id, &freeze).await.unwrap();
    let late = write.write_prose(&act("2025-01-11"), id, Section::Five, "晚了").await.unwrap_err();
    assert!(matches!(late, Error::WrongState(ReportState::Finalised)), "{late}");
    assert!(write.store_cells(&act("2025-01-11"), id, &cells).await.is_err());
    write.publish_report(&act("2025-01-20"), id).await.unwrap();
    write.commit().await.unwrap();

    let second = ReportId::new("report-2");
    let mut write = store.begin(town).await.unwrap();
    let new = NewReport { id: second.clone(), year, form: Form::F2021 };
    assert_eq!(write.open_report(&act("2025-02-01"), &new).await.unwrap().version, 2);
    write.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    assert_eq!(read.published_reports(town).await.unwrap()[0].id, *id);
    assert_eq!(read.standing_report(town, year).await.unwrap().unwrap().id, *id);
    assert_eq!(read.latest_report(town, year).await.unwrap().unwrap().id, second);
    let mut stored = read.report_cells(town, id).await.unwrap();
    stored.sort_by_key(|cell| cell.key);
    let mut expected = cells.to_vec();
    expected.sort_by_key(|cell| cell.key);
    assert_eq!(stored, expected);
    assert_eq!(read.report_prose(town, id).await.unwrap()[0].printed.as_deref(), Some("主动公开2件。"));
    drop(read);

    let mut write = store.begin(town).await.unwrap();
    write.finalise_report(&act("2025-02-02"), &second, &freeze).await.unwrap();
    write.publish_report(&act("2025-02-03"), &second).await.unwrap();
    write.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    let published = read.published_reports(town).await.unwrap();
    assert_eq!((published.len(), &published[0].id), (1, &second));
    let first = read.report(town, id).await.unwrap();
    assert!(first.superseded && first.state == ReportState::Published);
    assert_eq!(first.published_on, Some("2025-01-20".parse().unwrap()));
    let events = read.events_of(town, &Subject::report(id)).await.unwrap();
    assert_eq!(events.last().unwrap().kind, EventKind::ReportSuperseded);
    assert_eq!(read.reports(town).await.unwrap().len(), 2);
}

async fn check_the_neighbour(store: &Store, town: &OrganId) {
    let new = NewCheckedReport {
        id: ReportId::new("checked-1"),
        file_name: "邻镇2020年度报告.txt".to_owned(),
        digest: "dd".to_owned(),
        agency: Some("邻镇人民政府".to_owned()),
        year: Some(2020),
        form: Some("F2019".to_owned()),
        words: "第一行\n第二行".to_owned(),
        findings: serde_json::json!([{ "rule": "K-T3-1", "verdict": "PASS" }]),
        found: Vec::new(),
        batch: None,
    };
    let mut write = store.begin(town).await.unwrap();
    write.add_checked_report(&act("2025-02-04"), &new).await.unwrap();
    write.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    let list = read.checked_reports(town, Page::first(10)).await.unwrap();
    let whole = read.checked_report(town, &list[0].id).await.unwrap();
    assert_eq!((whole.words, whole.findings), (new.words, new.findings));
    assert_eq!(whole.summary.known_form(), Some(Form::F2019));
}
