//! A report lives: stopped, mended, submitted, commented, returned, final, published, corrected.

use casework::report::{self, Finalised, Step, document, document_of};
use law::{
    register::Register,
    report::{Cell, Section, from_json},
};
use store::{Engine, EventKind, RemarkId, ReportId, ReportState, Subject, testing::engines};

use super::desk::{publication, request, town, year};
use crate::world::new_id;

fn key(text: &str) -> law::report::CellKey {
    text.parse().unwrap()
}

#[tokio::test]
async fn from_draft_to_published() {
    for engine in engines() {
        let town = town(engine).await;
        let (store, organ, act) = (&town.store, &town.organ, town.act());
        town.record(Register::Publication, &publication("P-1", "2025-03-04")).await;
        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", Some("2025-03-20"))).await;
        let id = town.open(2025).await;

        let stopped = town.stopped(&id).await;
        let says = |words: &str| stopped.iter().any(|blocker| blocker.message.contains(words));
        assert!(says("表二“行政许可”的“本年处理决定数量”空白"), "{stopped:#?}");
        assert!(says("“一、总体情况”下面没有内容") && says("“六、其他需要报告的事项”下面没有内容"));
        assert_eq!(town.view(&id).await.state(), ReportState::Draft);

        town.declare_all(2025, &[]).await;
        town.write_all(&id).await;
        town.explain_all(&id).await;
        assert_eq!(town.view(&id).await.blockers, []);

        report::submit(store, organ, &act, &id).await.unwrap();
        let refused = report::submit(store, organ, &act, &id).await.unwrap_err();
        assert!(refused.to_string().contains("已报县级"), "{refused}");
        let remark = RemarkId::new(new_id());
        let words = (remark.clone(), Some(Section::One), "请写明政策解读情况。");
        let county = town.county_act().await;
        let from_below = report::remark(store, organ, &act, &id, words.clone()).await.unwrap_err();
        assert!(from_below.is_not_found(), "the town does not comment on itself: {from_below}");
        assert!(report::send_back(store, organ, &act, &id).await.unwrap_err().is_not_found());
        let other_post =
            report::remark(store, organ, &town.county_clerk_act().await, &id, words.clone()).await;
        assert!(matches!(other_post, Err(casework::Error::NotAllowed(_))));
        report::remark(store, organ, &county, &id, words).await.unwrap();
        report::send_back(store, organ, &county, &id).await.unwrap();
        let refused = report::finalise(store, organ, &act, &id, "").await.unwrap_err();
        assert!(refused.to_string().contains("重新报送县级"), "{refused}");

        town.write(&id, Section::One, "本年度主动公开政府信息{{主动公开总数}}条，开展了政策解读。").await;
        report::submit(store, organ, &act, &id).await.unwrap();
        let stopped = town.stopped(&id).await;
        assert!(
            stopped.iter().any(|blocker| blocker.message.contains("县级对“一、总体情况”的意见还没有处理"))
        );
        report::settle_remark(store, organ, &act, &id, &remark).await.unwrap();

        let hash = town.finalise(&id).await;
        report::publish(store, organ, &act, &id).await.unwrap();
        let view = town.view(&id).await;
        assert_eq!((view.state(), view.intact), (ReportState::Published, true));
        assert_eq!(document(store, organ, &id).await.unwrap().hash, Some(hash));
        let events = store.read().await.unwrap().events_of(organ, &Subject::report(&id)).await.unwrap();
        let kinds: Vec<EventKind> = events.iter().map(|event| event.kind).collect();
        assert_eq!(kinds.first(), Some(&EventKind::ReportOpened));
        assert_eq!(kinds.last(), Some(&EventKind::ReportPublished));
        assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::ReportSubmitted).count(), 2);
    }
}

#[tokio::test]
async fn what_is_final_does_not_move_with_the_records() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::Publication, &publication("P-1", "2025-03-04")).await;
        let id = town.ready(2025).await;
        let hash = town.finalise(&id).await;
        let before = town.view(&id).await.report;
        assert!(before.prose[&Section::One].contains("主动公开政府信息1条"));

        town.record(Register::Publication, &publication("P-2", "2025-03-05")).await;
        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", None)).await;
        town.declare(2025, "t2.xuke.decisions", 9).await;
        let after = town.view(&id).await;
        assert_eq!(after.report, before);
        assert!(after.intact);
        assert_eq!(after.version.unwrap().frozen_hash, Some(hash));
        for step in [Step::WriteProse, Step::Explain, Step::Submit, Step::Finalise] {
            assert!(!step.is_allowed(ReportState::Finalised));
        }
    }
}

#[tokio::test]
async fn what_was_made_final_can_be_taken_back_until_it_is_published() {
    for engine in engines() {
        let town = town(engine).await;
        let (store, organ) = (&town.store, &town.organ);
        let id = town.ready(2025).await;
        let first = town.finalise(&id).await;
        let silent = report::reopen(store, organ, &town.act(), &id).await;
        assert!(matches!(silent, Err(casework::Error::Invalid(_))));
        let act = town.act().because("地名写错一个字");
        report::reopen(store, organ, &act, &id).await.unwrap();
        let version = town.view(&id).await.version.unwrap();
        assert_eq!((version.state, version.frozen_hash, version.agency), (ReportState::Draft, None, None));
        let events = store.read().await.unwrap().events_of(organ, &Subject::report(&id)).await.unwrap();
        let last = events.last().unwrap();
        assert_eq!((last.kind, last.reason.as_deref()), (EventKind::ReportReopened, Some("地名写错一个字")));
        assert_eq!(last.content["hash"], first);

        town.record(Register::Publication, &publication("P-9", "2025-03-04")).await;
        assert_ne!(town.finalise(&id).await, first, "figures follow the records again");
        report::publish(store, organ, &town.act(), &id).await.unwrap();
        let late = report::reopen(store, organ, &act, &id).await.unwrap_err();
        assert!(late.to_string().contains("更正版本"), "{late}");
    }
}

#[tokio::test]
async fn a_final_version_is_what_the_approver_had_seen() {
    let town = town(Engine::Sqlite).await;
    let id = town.ready(2025).await;
    let seen = town.view(&id).await.digest();
    town.record(Register::Publication, &publication("P-9", "2025-03-04")).await;
    let outcome = report::finalise(&town.store, &town.organ, &town.act(), &id, &seen).await.unwrap();
    assert_eq!(outcome, Finalised::Changed);
    assert_eq!(town.view(&id).await.state(), ReportState::Draft);
}

#[tokio::test]
async fn a_correction_stands_beside_what_it_corrects() {
    for engine in engines() {
        let town = town(engine).await;
        let (store, organ) = (&town.store, &town.organ);
        let id = town.ready(2025).await;
        town.finalise(&id).await;
        let early =
            report::correct(store, organ, &town.act().because("漏报"), &id, ReportId::new(new_id())).await;
        assert!(early.unwrap_err().to_string().contains("还没有公布，请撤回定稿"));
        report::publish(store, organ, &town.act(), &id).await.unwrap();

        town.record(Register::AccessRequest, &request("S-1", "2025-03-04", Some("2025-03-20"))).await;
        let silent = report::correct(store, organ, &town.act(), &id, ReportId::new(new_id())).await;
        assert!(matches!(silent, Err(casework::Error::Invalid(_))));
        let act = town.act().because("漏报一件申请");
        let second = report::correct(store, organ, &act, &id, ReportId::new(new_id())).await.unwrap();
        assert_eq!((second.version, second.state), (2, ReportState::Draft));
        let again = report::correct(store, organ, &act, &id, ReportId::new(new_id())).await.unwrap_err();
        assert!(again.to_string().contains("第2版"), "{again}");

        let view = town.view(&second.id).await;
        assert_eq!(view.report.amount(key("t3.new.nat")), Some(1));
        assert!(view.part(Section::One).unwrap().words.contains("{{主动公开总数|零}}"));
        let standing = document_of(store, organ, year(2025)).await.unwrap();
        assert_eq!((standing.version, standing.report.amount(key("t3.new.nat"))), (1, Some(0)));

        town.explain_all(&second.id).await;
        town.finalise(&second.id).await;
        report::publish(store, organ, &town.act(), &second.id).await.unwrap();
        let old = document(store, organ, &id).await.unwrap();
        assert!(old.superseded);
        assert_eq!(old.report.cells[&key("t3.new.nat")], Cell::Count(0));
        let published = store.read().await.unwrap().published_reports(organ).await.unwrap();
        assert_eq!(published.iter().map(|report| report.version).collect::<Vec<_>>(), [2]);
    }
}

#[tokio::test]
async fn a_report_is_opened_once_and_not_before_its_year() {
    for engine in engines() {
        let town = town(engine).await;
        let open = async |number| {
            report::open(&town.store, &town.organ, &town.act(), year(number), ReportId::new(new_id())).await
        };
        let early = open(2027).await.unwrap_err();
        assert!(early.to_string().contains("还没有开始"), "{early}");
        open(2020).await.unwrap();
        let twice = open(2020).await.unwrap_err();
        assert!(twice.to_string().contains("已经有了"), "{twice}");
    }
}

#[tokio::test]
async fn an_output_reads_back_to_the_same_report() {
    for engine in engines() {
        let town = town(engine).await;
        town.record(Register::Publication, &publication("P-1", "2020-03-04")).await;
        let nobody_opened = document_of(&town.store, &town.organ, year(2020)).await.unwrap();
        assert!(nobody_opened.is_draft && nobody_opened.version == 0);
        let id = town.ready(2020).await;
        let draft = document(&town.store, &town.organ, &id).await.unwrap();
        assert!(draft.is_draft && draft.hash.is_none());
        assert_eq!(draft.title, "示例镇人民政府2020年政府信息公开工作年度报告");
        assert_eq!(from_json(&draft.to_json().to_string()).unwrap(), draft.report);
        town.finalise(&id).await;
        let last = document(&town.store, &town.organ, &id).await.unwrap();
        assert!(!last.is_draft);
        assert_eq!(from_json(&last.to_json().to_string()).unwrap(), last.report);
        assert_eq!(last.report, draft.report);
    }
}

#[test]
fn an_illegal_step_is_refused_in_words_that_say_what_to_do() {
    for step in Step::ALL {
        for state in ReportState::ALL {
            let answer = step.check(*state);
            assert_eq!(answer.is_ok(), step.is_allowed(*state));
            let Err(refused) = answer else { continue };
            let words = refused.to_string();
            assert!(words.contains(state.label()) && words.contains(step.label()), "{words}");
            assert!(words.starts_with("报告现在是") && words.ends_with('。'), "{words}");
        }
    }
    // Nothing leaves the last state but a correction, and what is final goes out as it is or back to be made again.
    assert!(Step::ALL.iter().filter(|step| step.is_allowed(ReportState::Published)).eq([&Step::Correct]));
    assert!(
        Step::ALL
            .iter()
            .filter(|step| step.is_allowed(ReportState::Finalised))
            .eq([&Step::Reopen, &Step::Publish])
    );
}
