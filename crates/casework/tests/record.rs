//! Records at the desk: added, corrected, struck; what they make due.

use casework::{
    Error,
    deadlines::{self, DeadlineStanding},
    record::{correct_record, record_with_history, restore_record, strike_record},
    today::{About, Urgency, due_items},
};
use law::{
    calendar::{Arrangement, Notice, NoticeDay, Region, WorkCalendar},
    register::{Record, Register, Values},
};
use store::{EventKind, NewRecord, Organ, OrganId, OrganKind, RecordId, testing::engines};

use crate::world::{World, new_id, values};

fn request(number: &str, received_on: &str) -> Values {
    values([
        ("source_no", number),
        ("applicant_kind", "nat"),
        ("channel", "counter"),
        ("arrived_on", received_on),
        ("received_on", received_on),
        ("subject", "（演示）某村道路工程的验收材料"),
    ])
}

fn order(number: &str, dispatched_on: &str) -> Values {
    values([
        ("source_no", number),
        ("source", "hotline_12345"),
        ("category", "complaint"),
        ("subject", "（演示）路灯不亮"),
        ("dispatched_on", dispatched_on),
    ])
}

#[tokio::test]
async fn every_change_of_a_record_is_an_event_with_its_reason() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let register = Register::AccessRequest;
        let id = world.add(register, &request("S-1", "2026-11-02")).await.unwrap();
        let (row, _) = record_with_history(&world.store, &world.organ, register, &id).await.unwrap();
        let mut corrected = request("S-1", "2026-11-02");
        corrected.extend(values([("note", "补记")]));
        let act = world.act().because("漏填备注");
        let of = (register, &corrected);
        let seen = (&id, row.changed_seq);
        assert!(correct_record(&world.store, &world.organ, &act, of, seen, &world.calendar).await.unwrap());
        let act = world.act().because("重复登记");
        strike_record(&world.store, &world.organ, &act, register, &id).await.unwrap();
        let act = world.act().because("并非重复");
        restore_record(&world.store, &world.organ, &act, register, &id).await.unwrap();
        let (row, events) = record_with_history(&world.store, &world.organ, register, &id).await.unwrap();
        assert_eq!(row.value("note").as_text(), Some("补记"));
        let told: Vec<_> = events.iter().map(|event| (event.kind, event.reason.as_deref())).collect();
        assert_eq!(
            told,
            [
                (EventKind::RecordAdded, None),
                (EventKind::RecordCorrected, Some("漏填备注")),
                (EventKind::RecordStruck, Some("重复登记")),
                (EventKind::RecordRestored, Some("并非重复")),
            ]
        );
    }
}

#[tokio::test]
async fn a_change_without_a_reason_or_over_somebody_elses_change_is_refused() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let register = Register::AccessRequest;
        let id = world.add(register, &request("S-1", "2026-11-02")).await.unwrap();
        let (row, _) = record_with_history(&world.store, &world.organ, register, &id).await.unwrap();
        let other = request("S-1", "2026-11-03");
        let of = (register, &other);
        let correct = async |act: store::Act, seen| {
            correct_record(&world.store, &world.organ, &act, of, (&id, seen), &world.calendar).await
        };
        let silent = correct(world.act(), row.changed_seq).await;
        assert!(matches!(silent, Err(Error::Invalid(faults)) if faults[0].field == "reason"));
        assert!(correct(world.act().because("日期有误"), row.changed_seq).await.unwrap());
        let late = correct(world.act().because("日期有误"), row.changed_seq).await;
        assert!(matches!(late, Err(Error::Refused(sentence)) if sentence.contains("别人改过")));
        let struck = strike_record(&world.store, &world.organ, &world.act(), register, &id).await;
        assert!(matches!(struck, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn a_taken_number_is_a_fault_of_its_field() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        world.add(Register::WorkOrder, &order("G-1", "2026-11-02")).await.unwrap();
        let again = world.add(Register::WorkOrder, &order("G-1", "2026-11-03")).await;
        assert!(matches!(again, Err(Error::Invalid(faults)) if faults[0].field == "source_no"));
    }
}

#[tokio::test]
async fn today_lists_what_is_due_the_most_pressing_first() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        // 20 working days after 2 November are over on 30 November; ten after 2 November on 16 November.
        world.add(Register::AccessRequest, &request("S-1", "2026-11-02")).await.unwrap();
        world.add(Register::WorkOrder, &order("G-1", "2026-11-02")).await.unwrap();
        // Twenty working days from here run into 2027, which nobody has arranged yet.
        world.add(Register::AccessRequest, &request("S-2", "2026-12-18")).await.unwrap();
        let items = due_items(&world.store, &world.organ, &world.calendar, world.today()).await.unwrap();
        let told: Vec<_> = items
            .iter()
            .filter_map(|item| match &item.about {
                About::Record(_, _, number) => {
                    let due = item.deadline.standing.due_on().map(|day| day.to_string());
                    Some((number.as_str(), item.urgency(world.today()), due))
                }
                About::AnnualReport(_) => None,
            })
            .collect();
        assert_eq!(
            told,
            [
                ("S-2", Urgency::Uncertain, None),
                ("G-1", Urgency::Overdue, Some("2026-11-16".to_owned())),
                ("S-1", Urgency::ThisWeek, Some("2026-11-30".to_owned())),
            ]
        );
        assert!(matches!(items[0].deadline.standing, DeadlineStanding::Gap(_)));
    }
}

#[tokio::test]
async fn a_new_calendar_moves_cached_deadlines_and_names_them() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        world.add(Register::AccessRequest, &request("S-1", "2026-11-02")).await.unwrap();
        world.add(Register::AccessRequest, &request("S-2", "2026-12-18")).await.unwrap();
        let unchanged = deadlines::refresh(&world.store, &world.organ, &world.calendar).await.unwrap();
        assert_eq!(unchanged, []);
        let new_year = NoticeDay {
            date: "2027-01-01".parse().unwrap(),
            arrangement: Arrangement::Off,
            name: "元旦".to_owned(),
        };
        let notice = Notice {
            region: Region::CN,
            year: 2027,
            name: "（演示）2027年放假安排".to_owned(),
            source: None,
            issued_on: None,
            days: vec![new_year],
        };
        let calendar = WorkCalendar::built_in().with_notices(&[notice]);
        let moved = deadlines::refresh(&world.store, &world.organ, &calendar).await.unwrap();
        let told: Vec<_> =
            moved.iter().map(|moved| (moved.source_no.as_str(), moved.before, moved.after)).collect();
        assert_eq!(told, [("S-2", None, Some("2027-01-18".parse().unwrap()))]);
    }
}

#[tokio::test]
async fn the_oldest_open_order_is_seen_however_many_came_after_it() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let mut write = world.store.begin(&world.organ).await.unwrap();
        for number in 0..=2_000 {
            let dispatched_on = if number == 0 { "2026-01-05" } else { "2026-11-20" };
            let values = order(&format!("G-{number}"), dispatched_on);
            let record = Record::parse(Register::WorkOrder, &values).unwrap();
            let id = RecordId::new(new_id());
            write.add_record(&world.act(), NewRecord { id, record }).await.unwrap();
        }
        write.commit().await.unwrap();
        deadlines::refresh(&world.store, &world.organ, &world.calendar).await.unwrap();
        let items = due_items(&world.store, &world.organ, &world.calendar, world.today()).await.unwrap();
        let oldest =
            items.iter().find(|item| matches!(&item.about, About::Record(_, _, number) if number == "G-0"));
        assert_eq!(oldest.map(|item| item.urgency(world.today())), Some(Urgency::Overdue));
    }
}

#[tokio::test]
async fn ordinary_post_is_confirmed_the_same_day_and_other_ways_the_next() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-20").await;
        for (number, channel) in [("P-1", "post_ordinary"), ("P-2", "online")] {
            let mut arrived = request(number, "2026-11-20");
            arrived.remove("received_on");
            arrived.extend(values([("channel", channel)]));
            world.add(Register::AccessRequest, &arrived).await.unwrap();
        }
        let items = due_items(&world.store, &world.organ, &world.calendar, world.today()).await.unwrap();
        let due: Vec<_> = items
            .iter()
            .filter_map(|item| match &item.about {
                About::Record(_, _, number) => Some((number.as_str(), item.deadline.standing.due_on())),
                About::AnnualReport(_) => None,
            })
            .collect();
        let day = |text: &str| Some(text.parse().unwrap());
        assert_eq!(due, [("P-1", day("2026-11-20")), ("P-2", day("2026-11-23"))]);
    }
}

#[tokio::test]
async fn a_government_reports_by_the_end_of_march_and_those_below_it_by_the_end_of_january() {
    for engine in engines() {
        let world = World::on(engine, "2026-02-10").await;
        let cases = [
            ("town", OrganKind::Township, "T15", "2026-01-31"),
            ("bureau", OrganKind::Department, "T13", "2026-01-31"),
            ("county", OrganKind::County, "T14", "2026-03-31"),
        ];
        for (id, kind, rule, due) in cases {
            let organ = OrganId::new(id);
            let described = Organ {
                id: organ.clone(),
                parent_id: None,
                kind,
                name: format!("示例{id}"),
                code: None,
                region: Region::CN,
                portal: serde_json::json!({}),
            };
            let mut write = world.store.begin(&OrganId::system()).await.unwrap();
            write.add_organ(&world.act(), &described, &"0".repeat(64)).await.unwrap();
            write.commit().await.unwrap();
            let items = due_items(&world.store, &organ, &world.calendar, world.today()).await.unwrap();
            let [report] = items.as_slice() else { panic!("one report is due") };
            let due_on = report.deadline.standing.due_on().map(|day| day.to_string());
            assert_eq!((report.deadline.rule, due_on.as_deref()), (rule, Some(due)), "{id}");
        }
    }
}

#[tokio::test]
async fn where_other_law_sets_a_shorter_period_the_record_says_so() {
    let world = World::on(store::Engine::Sqlite, "2026-11-23").await;
    for (category, words) in
        [("20-07", "预算、决算自批准之日起二十日内"), ("20-06", "七个工作日内"), ("20-03", "公开信息")]
    {
        let draft = values([
            ("source_no", category),
            ("title", "（演示）待公开"),
            ("content_kind", "statutory"),
            ("category", category),
            ("formed_on", "2026-11-02"),
        ]);
        let record = Record::parse(Register::Publication, &draft).unwrap();
        let deadline = deadlines::deadline_of(&record, &world.calendar, &Region::CN).unwrap();
        assert!(deadline.what.contains(words), "{}", deadline.what);
        assert_eq!(deadline.what == "公开信息", category == "20-03");
    }
}
