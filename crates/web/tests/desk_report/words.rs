//! Writing the parts: what is typed is never lost, and every number has an origin.

use axum::http::StatusCode;

use super::desks::{Desks, REPORT};
use crate::browser::value;

const ONE: &str = "/desk/reports/2020/parts/one";

#[tokio::test]
async fn the_panel_shows_every_measure_with_its_definition_and_the_words_as_printed() {
    let mut desks = Desks::with_report().await;
    desks.world.publish("预算公开", &[]).await;
    desks.clerk.get(ONE).await.says(&["还没有写", "草稿文本（按台账的事实起草）", "其他可用的口径"]);
    desks.write("one", "本年主动公开{{主动公开总数}}条，上年{{上年·主动公开总数}}条。").await;
    let page = desks.clerk.get(&format!("{ONE}?done=saved")).await;
    page.says(&[
        "文字已经保存",
        "<p>本年主动公开1条，上年0条。</p>",
        "<code>{{主动公开总数}}</code>",
        "<code>{{上年·主动公开总数}}</code>",
        "<code>{{依申请新收数}}</code>",
        "首次发布日期",
        "演示经办岗，2021-01-05 10:00",
    ]);
}

#[tokio::test]
async fn a_draft_is_taken_at_once_only_into_an_empty_part() {
    let mut desks = Desks::with_report().await;
    let seen = value(&desks.clerk.get(ONE).await.text(), "seen");
    let page = desks.clerk.post(&format!("{ONE}/draft"), &[("seen", &seen)]).await;
    assert_eq!(page.leads_to(), "/desk/reports/2020/parts/one?done=drafted#words");
    let page = desks.clerk.get(ONE).await;
    page.says(&["还没写完的地方", "{{主动公开总数"]);
    desks.write("one", "自己写的文字。").await;
    let seen = value(&desks.clerk.get(ONE).await.text(), "seen");
    let page = desks.clerk.post(&format!("{ONE}/draft"), &[("seen", &seen)]).await;
    page.says_with(StatusCode::UNPROCESSABLE_ENTITY, &["请先勾选确认", "自己写的文字。"]);
    // Consent is to the words that were seen: others written since are not thrown away.
    desks.write("one", "别人刚写的文字。").await;
    let page = desks.clerk.post(&format!("{ONE}/draft"), &[("seen", &seen), ("replace", "1")]).await;
    page.says_with(StatusCode::CONFLICT, &["已被别人修改", "别人刚写的文字。"]);
    let seen = value(&desks.clerk.get(ONE).await.text(), "seen");
    desks.clerk.post(&format!("{ONE}/draft"), &[("seen", &seen), ("replace", "1")]).await.leads_to();
    desks.clerk.get(ONE).await.hides(&["别人刚写的文字。"]);
}

#[tokio::test]
async fn two_writers_see_each_others_words_and_lose_none() {
    let mut desks = Desks::with_report().await;
    let seen = value(&desks.clerk.get(ONE).await.text(), "seen");
    desks.write("one", "甲写的文字。").await;
    let page = desks.clerk.post(ONE, &[("seen", &seen), ("words", "乙写的文字。")]).await;
    page.says_with(
        StatusCode::CONFLICT,
        &["已被别人修改", "别人刚保存的文字", "甲写的文字。", "乙写的文字。</textarea>"],
    );
    let seen = value(&page.text(), "seen");
    let page = desks.clerk.post(ONE, &[("seen", &seen), ("words", "甲写的文字。乙写的文字。")]).await;
    assert!(page.leads_to().contains("done=saved"));
    desks.clerk.get(ONE).await.says(&["甲写的文字。乙写的文字。</textarea>"]);
}

#[tokio::test]
async fn what_was_typed_survives_a_report_that_was_handed_in_meanwhile() {
    let mut desks = Desks::with_report().await;
    let seen = value(&desks.clerk.get(ONE).await.text(), "seen");
    desks.submit().await;
    let page = desks.clerk.post(ONE, &[("seen", &seen), ("words", "来不及保存的文字。")]).await;
    page.says_with(StatusCode::CONFLICT, &["请先由县级退回", "来不及保存的文字。"]);
    desks.clerk.get(ONE).await.hides(&["来不及保存的文字。", "<textarea"]);
}

#[tokio::test]
async fn a_number_typed_by_hand_is_replaced_by_a_measure_or_confirmed() {
    let mut desks = Desks::with_report().await;
    desks.world.publish("预算公开", &[]).await;
    desks.write("one", "主动公开1条，培训3次。").await;
    let page = desks.clerk.get(ONE).await;
    page.says(&["手工填写的数字", "id=\"number-1\"", "id=\"number-2\"", "还有 2 处要处理"]);
    let text = page.text();
    let number = |text: &str, at: usize| text.split("id=\"number-").nth(at).unwrap().to_owned();
    // The measures with the same value stand first.
    let first = number(&text, 1);
    assert!(first.split("<option").nth(2).unwrap().contains("（1 条）"), "{first}");
    let address = format!("{ONE}/numbers");
    let mark = value(&first, "mark");
    let unsure = desks.clerk.post(&address, &[("mark", &mark), ("act", "replace"), ("name", "")]).await;
    unsure.says_with(StatusCode::CONFLICT, &["请选择用哪个口径代替“1”"]);
    let fields = [("mark", mark.as_str()), ("act", "replace"), ("name", "主动公开总数")];
    assert!(desks.clerk.post(&address, &fields).await.leads_to().ends_with("done=replaced#numbers"));
    let stale = desks.clerk.post(&address, &fields).await;
    stale.says_with(StatusCode::CONFLICT, &["已经改过"]);
    let page = desks.clerk.get(ONE).await;
    page.says(&["主动公开{{主动公开总数}}条，培训3次。</textarea>", "<p>主动公开1条，培训3次。</p>"]);
    let mark = value(&number(&page.text(), 1), "mark");
    let confirm = |act| [("mark", mark.as_str()), ("act", act)];
    assert!(
        desks.clerk.post(&address, &confirm("confirm")).await.leads_to().ends_with("done=confirmed#numbers")
    );
    desks.clerk.get(ONE).await.says(&["不是统计数字</span>", "演示经办岗，2021-01-05 10:00确认"]);
    assert!(
        desks.clerk.post(&address, &confirm("undo")).await.leads_to().ends_with("done=unconfirmed#numbers")
    );
    desks.clerk.get(ONE).await.says(&["要处理</span>"]);
}

#[tokio::test]
async fn words_are_shown_as_text_and_tables_are_not_written() {
    let mut desks = Desks::with_report().await;
    desks.write("one", "<script>alert(1)</script> {{<b>}} </textarea>").await;
    let page = desks.clerk.get(ONE).await;
    page.says(&["没有名为“"]);
    page.hides(&["<script>", "<b>", "alert(1)</script>"]);
    let page = desks.clerk.post(&format!("{REPORT}/parts/two"), &[("words", "三件"), ("seen", "")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(desks.clerk.get(&format!("{REPORT}/parts/seven")).await.status, StatusCode::NOT_FOUND);
}
