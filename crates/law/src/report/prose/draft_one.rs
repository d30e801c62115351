//! Draft of part 一: the five headings that the form of 2021 asks for, fit for the form of 2019 too.

use super::draft::{Occasion, number, or_zero};
use crate::measure::dimension::{CATEGORY, FIRST_CHANNEL};
use crate::measure::{
    HOTLINE_CLOSED, HOTLINE_CLOSED_LATE, HOTLINE_RECEIVED, LITIGATION_NEW, MESSAGE_CLOSED, MESSAGE_RECEIVED,
    NORMATIVE_ISSUED, PUBLICATION_RELEASED, RECONSIDERATION_NEW, REQUEST_CARRIED_IN, REQUEST_CARRIED_OUT,
    REQUEST_CONCLUDED, REQUEST_GRANTED, REQUEST_GRANTED_IN_PART, REQUEST_NEW, REQUEST_NOT_PROCESSED,
    REQUEST_OTHER_DISPOSAL, REQUEST_UNAVAILABLE, REQUEST_WITHHELD,
};

pub(super) fn text(occasion: &Occasion<'_>) -> String {
    let opening = format!(
        "{}年，{}依照《中华人民共和国政府信息公开条例》开展政府信息公开工作，情况如下。",
        occasion.year, occasion.body
    );
    let paragraphs = [
        opening,
        format!("（一）主动公开。{}", publications(occasion)),
        format!("（二）依申请公开。{}", requests(occasion)),
        "（三）政府信息管理。【请填写：公开属性认定、公开前审核和保密审查、公开目录和指南更新、规范性文件清理等情况】".to_owned(),
        format!("（四）政府信息公开平台建设。{}", platforms(occasion)),
        "（五）监督保障。【请填写：人员和制度、业务培训、监督检查情况，以及工作考核、社会评议、责任追究结果】".to_owned(),
    ];
    paragraphs.join("\n")
}

fn publications(occasion: &Occasion<'_>) -> String {
    let mut text = format!("本年度主动公开政府信息{}条。", or_zero(&PUBLICATION_RELEASED));
    if let Some(parts) = occasion.split(&PUBLICATION_RELEASED, &FIRST_CHANNEL) {
        text.push_str(&format!("按首发渠道统计，{parts}。"));
    }
    if let Some(parts) = occasion.split(&PUBLICATION_RELEASED, &CATEGORY) {
        text.push_str(&format!("按公开类别统计，{parts}。"));
    }
    text.push_str(&format!("本年度制发规范性文件{}件。", or_zero(&NORMATIVE_ISSUED)));
    text
}

fn requests(occasion: &Occasion<'_>) -> String {
    let mut text = format!(
        "本年度新收政府信息公开申请{}件。上年结转{}件。",
        or_zero(&REQUEST_NEW),
        or_zero(&REQUEST_CARRIED_IN)
    );
    if occasion.has(&REQUEST_CONCLUDED) {
        let results = [
            ("予以公开", &REQUEST_GRANTED),
            ("部分公开", &REQUEST_GRANTED_IN_PART),
            ("不予公开", &REQUEST_WITHHELD),
            ("无法提供", &REQUEST_UNAVAILABLE),
            ("不予处理", &REQUEST_NOT_PROCESSED),
            ("其他处理", &REQUEST_OTHER_DISPOSAL),
        ];
        let parts = results.map(|(words, measure)| format!("{words}{}件", number(measure)));
        text.push_str(&format!("本年度办结{}件，其中{}。", number(&REQUEST_CONCLUDED), parts.join("、")));
    }
    text.push_str(&format!(
        "结转下年度继续办理{}件。因政府信息公开工作新发生行政复议{}件。因政府信息公开工作新发生行政诉讼{}件。",
        or_zero(&REQUEST_CARRIED_OUT),
        or_zero(&RECONSIDERATION_NEW),
        or_zero(&LITIGATION_NEW)
    ));
    text
}

fn platforms(occasion: &Occasion<'_>) -> String {
    let mut text = "【请填写：网站专栏、政务新媒体、信息公告栏、查阅点的建设和维护情况】".to_owned();
    if occasion.has(&MESSAGE_RECEIVED) {
        text.push_str(&format!(
            "本年度收到网上留言{}件，办结{}件。",
            number(&MESSAGE_RECEIVED),
            number(&MESSAGE_CLOSED)
        ));
    }
    if occasion.has(&HOTLINE_RECEIVED) {
        text.push_str(&format!(
            "本年度受理12345热线工单{}件。办结{}件，其中超期办结{}件。",
            number(&HOTLINE_RECEIVED),
            number(&HOTLINE_CLOSED),
            number(&HOTLINE_CLOSED_LATE)
        ));
    }
    text
}
