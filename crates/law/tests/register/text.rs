//! What people write is read; what is exported comes back the same.

use law::register::testing::record;
use law::register::{Field, FieldKind, Register, Value, text_to_value, value_to_text};
use proptest::prelude::*;

use super::field;

const fn of_kind(kind: FieldKind) -> Field {
    Field { key: "x", label: "某项", kind, required: false, help: "" }
}

fn read(kind: FieldKind, text: &str) -> Result<Value, String> {
    text_to_value(&of_kind(kind), text)
}

fn text(text: &str) -> Result<Value, String> {
    Ok(Value::Text(text.to_owned()))
}

#[test]
fn a_date_is_read_in_every_usual_spelling() {
    for written in [
        "2020-01-05",
        "2020-1-5",
        "2020/1/5",
        "2020.1.5",
        "2020年1月5日",
        "２０２０年１月５日",
        " 2020-01-05 ",
        "20200105",
        "2020-01-05 00:00:00",
        "2020/1/5 9:30",
        "2020-01-05T00:00:00",
        "2020－01－05",
    ] {
        assert_eq!(read(FieldKind::Date, written), text("2020-01-05"), "{written}");
    }
}

#[test]
fn what_is_no_date_is_named_and_not_guessed() {
    for written in [
        "2020年1月",
        "1月5日",
        "20-1-5",
        "2020-02-30",
        "2020-13-01",
        "去年",
        "43835",
        "2020-1-5-6",
        "2020-01-05 上午",
        "--",
    ] {
        let fault = read(FieldKind::Date, written).unwrap_err();
        assert!(fault.contains(written), "{written}: {fault}");
    }
}

#[test]
fn blanks_are_nothing_and_never_zero() {
    for kind in
        [FieldKind::Text { max: 9 }, FieldKind::Date, FieldKind::Count, FieldKind::Signed, FieldKind::Money]
    {
        for written in ["", " ", "\u{3000}", "\u{feff}", "\u{a0}\n"] {
            assert_eq!(read(kind, written), Ok(Value::Null));
        }
    }
    assert_eq!(read(FieldKind::Date, "—"), Ok(Value::Null));
    assert!(
        read(FieldKind::Count, "—").is_err(),
        "a dash is no number, and whether it is zero only the clerk knows"
    );
}

#[test]
fn whole_numbers_are_read_with_separators_units_and_full_width_digits() {
    for (written, number) in [
        ("12", 12),
        ("１２", 12),
        ("1,234", 1_234),
        ("1，234", 1_234),
        ("12件", 12),
        ("12.0", 12),
        ("+3", 3),
        ("-3", -3),
        ("－３", -3),
    ] {
        assert_eq!(read(FieldKind::Signed, written), Ok(Value::Int(number)), "{written}");
    }
    for written in [
        "1.5",
        "1,5",
        "1234,567",
        "十二",
        "12 3",
        "1e3",
        ".",
        "5.",
        "-",
        "--1",
        "99999999999999999999",
        "",
        "件",
    ] {
        if !written.is_empty() {
            assert!(read(FieldKind::Signed, written).is_err(), "{written}");
        }
    }
}

#[test]
fn money_is_read_into_fen_without_rounding() {
    for (written, fen) in [
        ("1234.56", 123_456),
        ("1,234.5", 123_450),
        ("¥12", 1_200),
        ("￥１２．３４", 1_234),
        ("12元", 1_200),
        ("1.5万元", 1_500_000),
        ("0.000001万元", 1),
        ("12.300", 1_230),
        ("-0.05", -5),
        ("0", 0),
    ] {
        assert_eq!(read(FieldKind::Money, written), Ok(Value::Int(fen)), "{written}");
    }
    for written in ["12.345", "0.0000001万元", "一百元", "元", "92233720368547758.08"] {
        assert!(read(FieldKind::Money, written).is_err(), "{written}");
    }
}

#[test]
fn a_choice_is_known_by_label_key_alias_width_and_case() {
    let category = field(Register::Publication, "category");
    for written in ["20-07", "２０－０７", "财政预算、决算", "财政预决算", " 财政预算、 决算 "]
    {
        assert_eq!(text_to_value(category, written), text("20-07"), "{written}");
    }
    let channel = field(Register::AccessRequest, "channel");
    for written in ["邮寄(签收)", "邮寄（签收）", "ems", "POST_SIGNED"] {
        assert_eq!(text_to_value(channel, written), text("post_signed"), "{written}");
    }
    for (register, key, ambiguous) in [
        (Register::AccessRequest, "channel", "邮寄"),
        (Register::AccessRequest, "decision", "不予公开"),
        (Register::Dispute, "kind", "行政诉讼"),
    ] {
        assert!(
            text_to_value(field(register, key), ambiguous).is_err(),
            "{ambiguous} may mean several things"
        );
    }
    let decision = field(Register::AccessRequest, "decision");
    for (written, key) in
        [("D1a", "D1a"), ("信息不存在", "D1a"), ("危及三安全一稳定", "C3"), ("部分公开", "B")]
    {
        assert_eq!(text_to_value(decision, written), text(key), "{written}");
    }
    let fault = text_to_value(category, "旅游").unwrap_err();
    assert!(fault.contains("旅游") && fault.contains("统计信息"), "{fault}");
}

#[test]
fn a_list_keeps_its_order_and_forgets_repetition() {
    let channels = field(Register::Publication, "channels");
    for (written, keys) in [
        ("公众号、网站", "wechat,portal"),
        ("网站；公告栏;微信", "portal,board,wechat"),
        ("网站，门户网站", "portal"),
        ("board,portal", "board,portal"),
        ("网站\n电视、", "portal,broadcast"),
    ] {
        assert_eq!(text_to_value(channels, written), text(keys), "{written}");
    }
    assert!(text_to_value(channels, "网站、旗语").unwrap_err().contains("旗语"));
    assert!(text_to_value(channels, "、").is_err());
}

#[test]
fn lines_are_kept_and_their_ends_made_equal() {
    assert_eq!(read(FieldKind::LongText { max: 9 }, "一\r\n二\r三\n"), text("一\n二\n三"));
}

proptest! {
    #[test]
    fn what_is_exported_is_imported_the_same(record in proptest::sample::select(Register::ALL).prop_flat_map(record)) {
        for field in record.register().fields() {
            let value = record.value(field.key);
            let written = value_to_text(field, &value);
            prop_assert_eq!(text_to_value(field, &written), Ok(value), "{}: {}", field.key, written);
        }
    }

    #[test]
    fn whatever_can_be_read_can_be_written_and_read_again(written in "\\PC{0,20}|[-0-9,./年月日元万 ]{0,12}") {
        for register in Register::ALL {
            prop_assert!(register.column(&written).is_none() || !written.is_empty());
            for field in register.fields() {
                if let Ok(value) = text_to_value(field, &written) {
                    let again = value_to_text(field, &value);
                    prop_assert_eq!(text_to_value(field, &again), Ok(value), "{}: {}", field.key, written);
                }
            }
        }
    }

    #[test]
    fn money_comes_back_to_the_fen(fen in -10_000_000_000_000_i64..10_000_000_000_000) {
        let field = of_kind(FieldKind::Money);
        prop_assert_eq!(text_to_value(&field, &value_to_text(&field, &Value::Int(fen))), Ok(Value::Int(fen)));
    }
}
