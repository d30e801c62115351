//! What is entered with a day of release is public at once, so it is looked through first.

#![expect(clippy::panic, reason = "an answer of another kind fails the test")]

use casework::{
    Error,
    record::{correct_record, record_with_history, restore_record, strike_record},
};
use law::register::{FieldFault, Record, Register, Values};
use store::{NewRecord, RecordId, testing::engines};

use crate::world::{World, new_id, values};

const ID: &str = "11010519491231002X";

fn release(body: &'static str) -> Values {
    values([
        ("source_no", "P-1"),
        ("title", "（演示）救助名单"),
        ("content_kind", "statutory"),
        ("category", "20-09"),
        ("channels", "portal"),
        ("first_released_on", "2026-11-02"),
        ("body", body),
    ])
}

fn with(mut values: Values, changes: &[(&'static str, &str)]) -> Values {
    for (key, text) in changes {
        values.insert(key, law::register::Value::Text((*text).to_owned()));
    }
    values
}

fn faults(error: Error) -> Vec<FieldFault> {
    match error {
        Error::Invalid(faults) => faults,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_number_of_a_person_is_not_published_but_named_with_its_place() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let add = async |values: &Values| world.add(Register::Publication, values).await;
        let body = "名单如下：\n张三　１１０１０５ 19491231 002X　低保\n李四　6222021234567890128\n王五　13912345678";
        let found = faults(add(&release(body)).await.unwrap_err());
        let told: Vec<(&str, &str)> =
            found.iter().map(|fault| (fault.field, fault.message.as_str())).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        for (at, (words, tail)) in
            [("第2行有公民身份号码", "002X"), ("第3行有银行卡号", "0128"), ("第4行有个人手机号码", "5678")]
                .iter()
                .enumerate()
        {
            assert_eq!(told[at].0, "body");
            assert!(told[at].1.starts_with(words) && told[at].1.contains(tail), "{told:?}");
            assert!(told[at].1.contains("公开栏目"), "{told:?}");
        }
        let in_title = with(release("正文"), &[("title", ID), ("channels", "board")]);
        assert_eq!(faults(add(&in_title).await.unwrap_err())[0].field, "title");
        // Not online, no release, no statutory content: nobody outside sees it.
        add(&with(release(ID), &[("channels", "board")])).await.unwrap();
        add(&with(release(ID), &[("source_no", "P-2"), ("content_kind", "news")])).await.unwrap();
        let mut draft = with(release(ID), &[("source_no", "P-3")]);
        draft.remove("first_released_on");
        let id = add(&draft).await.unwrap();
        // A correction that would release it is refused like an entry.
        let (row, _) =
            record_with_history(&world.store, &world.organ, Register::Publication, &id).await.unwrap();
        let act = world.act().because("发布");
        let released = with(release(ID), &[("source_no", "P-3")]);
        let of = (Register::Publication, &released);
        let refused =
            correct_record(&world.store, &world.organ, &act, of, (&id, row.changed_seq), &world.calendar)
                .await;
        assert_eq!(faults(refused.unwrap_err())[0].field, "body");
        // Taking something down is never refused for what it holds.
        let down = with(released, &[("withdrawn_on", "2026-11-23"), ("withdrawn_reason", "含个人信息")]);
        let of = (Register::Publication, &down);
        correct_record(&world.store, &world.organ, &act, of, (&id, row.changed_seq), &world.calendar)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_offices_publish_of_themselves_is_no_secret() {
    let world = World::on(store::Engine::Sqlite, "2026-11-23").await;
    let body = "联系人：张三，电话13912345678\n监督电话：0951-1234567\n高台村网格员 马六 13812345678\n\
                统一社会信用代码11640122010012345A\n索引号640122010/2020-00001\n来电13912345678";
    world.add(Register::Publication, &release(body)).await.unwrap();
}

#[tokio::test]
async fn what_was_entered_before_and_struck_is_not_shown_again() {
    let world = World::on(store::Engine::Sqlite, "2026-11-23").await;
    let (register, id) = (Register::Publication, RecordId::new(new_id()));
    let record = Record::parse(register, &release(ID)).unwrap();
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.add_record(&world.act(), NewRecord { id: id.clone(), record }).await.unwrap();
    write.commit().await.unwrap();
    let act = world.act().because("含个人信息");
    strike_record(&world.store, &world.organ, &act, register, &id).await.unwrap();
    let refused = restore_record(&world.store, &world.organ, &act, register, &id).await.unwrap_err();
    assert!(refused.to_string().contains("“正文”第1行有公民身份号码（尾号002X）"), "{refused}");
}
