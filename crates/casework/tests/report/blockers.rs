//! Everything that must stop 定稿 does, and says where; what may stand with a reason passes with one.

use casework::{
    Error,
    report::{self, Mend},
};
use law::{register::Register, report::Section};
use store::testing::engines;

use super::desk::{only, publication, request, town};

fn key(text: &str) -> law::report::CellKey {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_blank_cell_stops_and_is_declared() {
    for engine in engines() {
        let town = town(engine).await;
        town.declare_all(2025, &["t2.xuke.decisions"]).await;
        let id = town.open(2025).await;
        town.write_all(&id).await;
        town.explain_all(&id).await;
        let stopped = town.stopped(&id).await;
        let (message, mend) = only(&stopped);
        assert!(message.contains("表二“行政许可”的“本年处理决定数量”空白，空白不等于0"), "{message}");
        assert_eq!(*mend, Mend::Declare(key("t2.xuke.decisions")));
        town.declare(2025, "t2.xuke.decisions", 0).await;
        town.explain_all(&id).await;
        town.finalise(&id).await;
    }
}

#[tokio::test]
async fn failed_arithmetic_stops_and_leads_to_what_was_declared() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", Some("2025-03-20"))).await;
        let id = town.ready(2025).await;
        town.declare(2025, "t3.new.nat", 5).await;
        let view = town.view(&id).await;
        assert_eq!(view.report.amount(key("t3.new.nat")), Some(5));
        assert_eq!(view.recorded[&key("t3.new.nat")].amount(), Some(1));
        assert!(view.by_hand.contains(&key("t3.new.nat")));
        let stopped = town.stopped(&id).await;
        let broken = stopped.iter().find(|blocker| blocker.rule == Some("K-T3-1")).unwrap();
        assert!(broken.message.contains("自然人"), "{}", broken.message);
        assert_eq!(broken.mend, Mend::Declare(key("t3.new.nat")));
        assert!(broken.mend.label(law::report::Form::F2021).starts_with("业务数据报送：表三"));
    }
}

#[tokio::test]
async fn words_follow_a_cell_declared_by_hand() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", Some("2025-03-20"))).await;
        let id = town.ready(2025).await;
        town.declare(2025, "t3.new.nat", 5).await;
        town.declare(2025, "t3.a.nat", 5).await;
        town.write(
            &id,
            Section::One,
            "新收申请{{依申请新收数}}件，予以公开{{依申请予以公开数}}件，办结{{依申请办结数}}件。",
        )
        .await;
        let view = town.view(&id).await;
        assert_eq!(view.report.prose[&Section::One], "新收申请5件，予以公开5件，办结5件。");
        assert_eq!(view.report.amount(key("t3.new.total")), Some(5));
    }
}

#[tokio::test]
async fn an_unconfirmed_number_stops_until_it_is_confirmed_or_replaced() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.ready(2025).await;
        town.write(&id, Section::Five, "针对上年度的问题作了改进，组织培训3次，参加120人次。").await;
        let stopped = town.stopped(&id).await;
        assert_eq!(stopped.len(), 2, "{stopped:#?}");
        assert!(stopped[0].message.contains("“五、存在的主要问题及改进情况”中"), "{}", stopped[0].message);
        let numbers = town.view(&id).await.part(Section::Five).unwrap().numbers.clone();
        for number in &numbers {
            let mark = (Section::Five, number.mark.as_str());
            report::confirm_number(&town.store, &town.organ, &town.act(), &id, mark).await.unwrap();
        }
        assert_eq!(town.view(&id).await.blockers, []);

        let mark = (Section::Five, numbers[0].mark.as_str());
        report::unconfirm_number(&town.store, &town.organ, &town.act(), &id, mark).await.unwrap();
        let stopped = town.stopped(&id).await;
        assert_eq!(*only(&stopped).1, Mend::Number(Section::Five, numbers[0].mark.clone()));

        // Another sentence is another claim: the confirmation does not move to it.
        town.write(&id, Section::Five, "针对上年度的问题作了改进，组织检查3次，参加120人次。").await;
        assert_eq!(town.stopped(&id).await.len(), 2);
        let stale = report::confirm_number(&town.store, &town.organ, &town.act(), &id, mark).await;
        assert!(stale.unwrap_err().to_string().contains("请刷新页面"));
    }
}

#[tokio::test]
async fn words_cannot_be_made_to_say_another_number_than_the_records() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::Publication, &publication("P-1", "2025-03-04")).await;
        let id = town.ready(2025).await;
        town.write(&id, Section::One, "本年度主动公开政府信息132条。").await;
        let numbers = town.view(&id).await.part(Section::One).unwrap().numbers.clone();
        let mark = (Section::One, numbers[0].mark.as_str());
        report::confirm_number(&town.store, &town.organ, &town.act(), &id, mark).await.unwrap();
        let stopped = town.stopped(&id).await;
        let (message, mend) = only(&stopped);
        assert!(message.contains("132") && message.contains("台账中的“主动公开总数”是1"), "{message}");
        assert_eq!(*mend, Mend::Prose(Section::One));
    }
}

#[tokio::test]
async fn an_empty_part_stops_and_names_itself() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.ready(2025).await;
        town.write(&id, Section::Five, "  \n").await;
        let stopped = town.stopped(&id).await;
        let empty: Vec<_> =
            stopped.iter().filter(|blocker| blocker.message.contains("下面没有内容")).collect();
        assert_eq!(empty.len(), 1, "{stopped:#?}");
        assert_eq!(empty[0].mend, Mend::Prose(Section::Five));
    }
}

#[tokio::test]
async fn an_unknown_placeholder_and_an_open_point_stop() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.ready(2025).await;
        town.write(&id, Section::One, "主动公开{{主动公开总量}}条。【请填写：培训情况】").await;
        let view = town.view(&id).await;
        assert_eq!(view.report.prose[&Section::One], "主动公开{{主动公开总量}}条。【请填写：培训情况】");
        let stopped = town.stopped(&id).await;
        let says = |words: &str| stopped.iter().any(|blocker| blocker.message.contains(words));
        assert!(says("相近的有“主动公开总数”") && says("【请填写：培训情况】"), "{stopped:#?}");
        assert!(stopped.iter().all(|blocker| blocker.mend == Mend::Prose(Section::One)));
    }
}

#[tokio::test]
async fn a_mismatch_across_years_asks_for_a_reason_and_passes_with_one() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::AccessRequest, &request("S-1", "2024-12-20", Some("2025-01-10"))).await;
        let last = town.ready(2024).await;
        town.finalise(&last).await;
        let id = town.ready(2025).await;
        assert_eq!(town.view(&id).await.report.amount(key("t3.carried_in.nat")), Some(1));
        assert_eq!(town.view(&id).await.blockers, []);

        // One more case of last year turns up after last year's report was made final.
        town.record(Register::AccessRequest, &request("S-2", "2024-12-24", Some("2025-01-12"))).await;
        let stopped = town.stopped(&id).await;
        assert!(
            !stopped.is_empty() && stopped.iter().all(|blocker| blocker.rule == Some("K-T3-5")),
            "{stopped:#?}"
        );
        let Mend::Explain(rule, place) = &stopped[0].mend else { panic!("{stopped:#?}") };
        assert!(stopped[0].message.contains("2024年报告"));
        let explain = async |reason: &str| {
            report::explain(&town.store, &town.organ, &town.act(), &id, (rule, place, reason)).await
        };
        assert!(matches!(explain("  ").await, Err(Error::Invalid(_))));
        explain("上年漏登一件，已补登").await.unwrap();
        town.explain_all(&id).await;
        town.finalise(&id).await;
        let kept = town.view(&id).await.explanations;
        assert!(kept.iter().any(|kept| kept.rule == "K-T3-5" && kept.explained_at == town.now));
    }
}

#[tokio::test]
async fn a_reason_for_nothing_is_refused() {
    for engine in engines() {
        let town = town(engine).await;
        let id = town.ready(2025).await;
        let for_nothing = ("K-T3-5", "t3.carried_in.leg", "无");
        let refused = report::explain(&town.store, &town.organ, &town.act(), &id, for_nothing).await;
        assert!(refused.unwrap_err().to_string().contains("不再需要说明原因"));
    }
}
