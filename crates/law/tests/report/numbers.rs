//! Numbers typed by hand are found; dates, articles and document numbers are not numbers.

use law::report::prose::numbers;
use proptest::prelude::*;

fn found(text: &str) -> Vec<String> {
    numbers(text).into_iter().map(|number| number.text).collect()
}

#[test]
fn numbers_typed_by_hand_are_found() {
    let cases: [(&str, &[&str]); 16] = [
        ("公开信息125条", &["125"]),
        ("公开信息１２５条", &["１２５"]),
        ("共1,234件", &["1,234"]),
        ("率为98.5%", &["98.5%"]),
        ("达100％", &["100％"]),
        ("访问14万余次，浏览1.2亿次", &["14万", "1.2亿"]),
        ("共3、5两类", &["3", "5"]),
        ("举办培训三次、印发通知十二份", &["三", "十二"]),
        ("约占百分之五", &["五"]),
        ("用时15日", &["15"]),
        ("12个月内", &["12"]),
        ("24小时值守", &["24"]),
        ("2020条信息", &["2020"]),
        ("受理12345件", &["12345"]),
        ("收到50余件", &["50"]),
        ("收费两千元", &["两千"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn dates_and_years_are_no_statistics() {
    for text in [
        "2020年1月1日起至2020年12月31日止",
        "2020 年 1 月 1 日",
        "2019—2021年",
        "2019、2020和2021年度",
        "1至11月",
        "5月",
        "2020-01-05印发",
        "2020.1.5",
        "2020/01/05",
        "2020年3月1日至5日",
        "2020年3月1日、3日和5日",
        "３月８日",
        "5月1号",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn document_numbers_articles_and_ordinals_are_no_statistics() {
    for text in [
        "示政办发〔2020〕60号",
        "国办公开办函〔2021〕30号",
        "示政〔2021〕 第5号",
        "示政(2020)12号",
        "示政【2019】3号",
        "国令第711号",
        "第二十条第（七）项",
        "第20条第1款",
        "第3季度",
        "第十四条至第十六条",
        "第 5 届",
        "十九届四次全会",
        "党的二十大",
        "两个方面",
        "高效办成一件事",
        "一次性告知",
        "逐项、每一项落实",
        "统一",
        "十分重视",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn enumerators_are_no_statistics_but_only_where_a_sentence_begins() {
    for text in [
        "1.主动公开。",
        "1、主动公开。\n2、依申请公开。",
        "（1）登记；（2）答复；",
        "措施：1.培训；2.检查。",
        "　　3. 平台",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    assert_eq!(found("共公开1、2两类"), ["1", "2"]);
    assert_eq!(found("增长3.5倍"), ["3.5"]);
    assert_eq!(found("预算公开（2）条"), ["2"]);
}

#[test]
fn the_hotline_is_a_name() {
    for text in ["12345热线", "“12345”便民服务热线", "12345政务服务平台"] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    assert_eq!(found("12345热线投诉280件"), ["280"]);
}

#[test]
fn placeholders_are_no_numbers_but_their_sentences_for_zero_are_looked_at() {
    assert_eq!(found("受理{{12345受理数}}件"), [""; 0]);
    assert_eq!(found("新收{{依申请新收数|零：共0件}}件"), ["0"]);
    assert_eq!(found("新收{{依申请新收数|零}}件，比上年多5件"), ["5"]);
}

#[test]
fn places_are_characters_and_the_sentence_is_quoted() {
    let text = "第一句。我镇公开信息125条，占90%。\n下一句5件。";
    let numbers = numbers(text);
    let letters: Vec<char> = text.chars().collect();
    for number in &numbers {
        let there: String = letters[number.start..number.end].iter().collect();
        assert_eq!(there, number.text);
    }
    assert_eq!(numbers.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["125", "90%", "5"]);
    assert_eq!(numbers[0].sentence, "我镇公开信息125条，占90%。");
    assert_eq!(numbers[2].sentence, "下一句5件。");
}

proptest! {
    #[test]
    fn any_text_is_searched_without_a_panic(text in "[0-9０-９.,，、第〔〕（）()年月日号条{}|零一件 \\n“”12345热线]{0,40}") {
        let length = text.chars().count();
        let numbers = numbers(&text);
        prop_assert!(numbers.iter().all(|number| number.start < number.end && number.end <= length));
        prop_assert!(numbers.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
