//! Writing together, and the draft that the facts suggest.

use casework::{
    Error,
    report::{self, ProseEdit},
};
use law::{
    register::{Register, Value},
    report::Section,
};
use store::testing::engines;

use super::desk::{publication, request, town};
use crate::world::values;

#[tokio::test]
async fn two_writers_do_not_overwrite_each_other_unseen() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.open(2025).await;
        let seen = town.view(&id).await.part(Section::One).unwrap().token.clone();
        let edit =
            |words: &str| ProseEdit { section: Section::One, words: words.to_owned(), seen: seen.clone() };
        let write = async |words: &str| {
            report::write_prose(&town.store, &town.organ, &town.act(), &id, edit(words)).await
        };
        write("甲写的。").await.unwrap();
        let overtaken = write("乙写的。").await.unwrap_err();
        assert!(matches!(overtaken, Error::Overtaken(_)), "{overtaken:?}");
        assert!(overtaken.to_string().contains("没有保存"));
        write("甲写的。").await.unwrap();
        assert_eq!(town.view(&id).await.part(Section::One).unwrap().words, "甲写的。");
    }
}

#[tokio::test]
async fn tables_are_not_written() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.open(2025).await;
        let edit = ProseEdit { section: Section::Three, words: "三件".to_owned(), seen: String::new() };
        let refused = report::write_prose(&town.store, &town.organ, &town.act(), &id, edit).await;
        assert!(matches!(refused, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn a_draft_is_offered_from_the_facts_and_resolves() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::Publication, &publication("P-1", "2025-03-04")).await;
        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", Some("2025-03-20"))).await;
        let id = town.open(2025).await;
        for section in Section::PROSE {
            let words = report::offer_draft(&town.store, &town.organ, &id, section).await.unwrap();
            town.write(&id, section, &words).await;
        }
        let view = town.view(&id).await;
        for part in &view.parts {
            assert!(part.faults.is_empty(), "{:?} {:?}", part.section, part.faults);
            assert!(part.numbers.is_empty(), "{:?} {:?}", part.section, part.numbers);
        }
        let one = &view.report.prose[&Section::One];
        assert!(one.contains("2025年，我镇") && one.contains("主动公开政府信息1条"), "{one}");
        assert!(one.contains("办结1件，其中予以公开1件"), "{one}");
        assert!(one.contains("本年度未发生因政府信息公开引起的行政复议。"), "{one}");
        assert!(view.report.prose[&Section::Six].contains("未收取信息处理费"));
        let released = view.figures.iter().find(|figure| figure.name.to_string() == "主动公开总数").unwrap();
        assert_eq!(released.amount, Some(1));
        assert!(released.measure.definition.contains("首次发布日期"));
        assert!(view.blockers.iter().any(|blocker| blocker.message.contains("【请填写：")));
    }
}

#[tokio::test]
async fn words_may_name_the_year_before_as_its_report_has_it() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::AccessRequest, &request("S-1", "2024-03-04", Some("2024-03-20"))).await;
        let last = town.ready(2024).await;
        town.finalise(&last).await;
        town.record(Register::AccessRequest, &request("S-2", "2024-03-05", Some("2024-03-20"))).await;
        let id = town.open(2025).await;
        town.write(&id, Section::One, "新收{{依申请新收数}}件，上年{{上年·依申请新收数}}件。").await;
        assert_eq!(town.view(&id).await.report.prose[&Section::One], "新收0件，上年1件。");
    }
}

#[tokio::test]
async fn one_order_of_praise_leaves_the_late_orders_countable() {
    for engine in engines() {
        let town = town(engine).await;
        let order = |number, category, dispatched_on, closed_on: Option<&'static str>| {
            let mut order = values([
                ("source_no", number),
                ("source", "hotline_12345"),
                ("category", category),
                ("subject", "（演示）诉求"),
                ("dispatched_on", dispatched_on),
            ]);
            order.extend(closed_on.map(|day| ("closed_on", Value::Text(day.to_owned()))));
            order
        };
        town.record(Register::WorkOrder, &order("G-1", "praise", "2025-03-03", Some("2025-03-04"))).await;
        town.record(Register::WorkOrder, &order("G-2", "praise", "2025-12-30", None)).await;
        town.record(Register::WorkOrder, &order("G-3", "complaint", "2025-03-03", Some("2025-04-30"))).await;
        let id = town.open(2025).await;
        town.write(&id, Section::One, "超期办结{{12345超期办结数}}件，年末超期{{12345年末超期未办结数}}件。")
            .await;
        let view = town.view(&id).await;
        assert_eq!(view.part(Section::One).unwrap().faults, []);
        assert_eq!(view.report.prose[&Section::One], "超期办结1件，年末超期0件。");
    }
}
