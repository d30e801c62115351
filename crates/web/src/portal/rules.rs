//! 政府信息公开制度: the rules by which the organ works.

use askama::Template;
use axum::extract;

use super::layout::{Column, Frame};
use super::organ::PublicOrgan;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;

/// A rule by title, number and what it governs.
struct Rule {
    title: &'static str,
    number: &'static str,
    governs: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        title: "中华人民共和国政府信息公开条例",
        number: "国务院令第711号，2019年5月15日起施行",
        governs: "公开什么、怎样申请、多久答复、怎样监督",
    },
    Rule {
        title: "政府信息公开信息处理费管理办法",
        number: "国办函〔2020〕109号，2021年1月1日起施行",
        governs: "申请数量明显超过合理范围时的收费",
    },
    Rule {
        title: "中华人民共和国政府信息公开工作年度报告格式",
        number: "国办公开办函〔2021〕30号",
        governs: "年度报告写什么、怎样填",
    },
    Rule {
        title: "关于规范政府信息公开平台有关事项的通知",
        number: "国办公开办函〔2019〕61号",
        governs: "本栏目怎样设置",
    },
];

#[derive(Template)]
#[template(path = "portal/rules.html")]
struct Rules {
    look: Look,
    frame: Frame,
    rules: &'static [Rule],
}

/// The rules that hold for every organ.
pub(super) async fn show_rules(
    organ: PublicOrgan,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let frame = Frame::within(organ, Column::Rules, Vec::new());
    page(&Rules { look: Look::of(&state, &here), frame, rules: &RULES })
}
