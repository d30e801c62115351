//! 本机关: what the organ is, what it says about itself in public, and by when its annual report is due.

use askama::Template;
use casework::portal::PortalSettings;
use casework::report::{ReportDay, day_set, report_day};
use store::{Organ, OrganKind};

use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/settings/organ.html")]
struct OrganPage {
    look: Look,
    frame: Frame,
    done: Option<&'static str>,
    facts: Vec<(&'static str, String)>,
    portal: Vec<(&'static str, String)>,
    /// The column's address, unless there is none.
    home: Option<String>,
    /// What the guide still lacks, `联系电话、办公时间`.
    missing: String,
    day: Day,
}

/// What the page says about the day for annual reports.
struct Day {
    words: String,
    why: &'static str,
    /// What can be changed here; none where another decides.
    change: Option<&'static str>,
}

/// `GET /desk/organ`.
pub(in crate::desk) async fn show_organ(Visit { state, here, signed, sent }: Visit) -> Answer {
    let mut read = state.store().read().await?;
    let organ = read.organ(&signed.seat.organ_id).await?;
    let above = match &organ.parent_id {
        Some(above) => read.organ(above).await?.name,
        None => "没有登记".to_owned(),
    };
    let day = report_day(&mut read, &organ).await?;
    drop(read);
    let settings = PortalSettings::of(&organ);
    let home = state.links().organ(&settings.slug_of(&organ)).home().to_owned();
    page(&OrganPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Settings, vec![Crumb::here("本机关")]),
        done: match sent.text("done") {
            "portal" => Some("公开栏目的设置已保存，网页上已经是新的内容。"),
            "day" => Some("公布日期已保存，“今天”和年报页面已按新日期计算。"),
            _ => None,
        },
        facts: vec![
            ("全称", organ.name.clone()),
            ("级别", organ.kind.label().to_owned()),
            ("上级机关", above),
            ("工作日地区", organ.region.label().to_owned()),
        ],
        portal: told(&settings, &home),
        missing: if settings.hidden { String::new() } else { settings.missing().join("、") },
        home: (!settings.hidden).then_some(home),
        day: told_day(&organ, &day),
    })
}

fn told(settings: &PortalSettings, home: &str) -> Vec<(&'static str, String)> {
    let or_none = |text: &str| if text.is_empty() { "没有填写".to_owned() } else { text.to_owned() };
    vec![
        ("公开栏目", if settings.hidden { "没有开设".to_owned() } else { "已开设".to_owned() }),
        ("网址", home.to_owned()),
        ("简称", or_none(&settings.short_name)),
        ("办公地址", or_none(&settings.address)),
        ("邮政编码", or_none(&settings.postcode)),
        ("联系电话", or_none(&settings.phone)),
        ("办公时间", or_none(&settings.hours)),
        ("电子邮箱", or_none(&settings.email)),
        ("公开工作机构", or_none(&settings.office)),
        ("主管部门", or_none(&settings.supervisor)),
    ]
}

/// `1 月 28 日`.
pub(super) fn in_words((month, day): (i8, i8)) -> String {
    format!("{month} 月 {day} 日")
}

fn told_day(organ: &Organ, found: &ReportDay) -> Day {
    let day = in_words(found.day);
    match (organ.kind, &found.set_by) {
        (OrganKind::Department, _) => Day {
            words: format!("次年 {day}以前公布。"),
            why: "条例第四十九条定的，不能另定。",
            change: None,
        },
        (OrganKind::Township, Some(above)) if *above != organ.name => Day {
            words: format!("次年 {day}以前公布，由{above}统一确定。"),
            why: "上级机关改了日期，这里跟着改。",
            change: None,
        },
        (OrganKind::Township, Some(_)) => Day {
            words: format!("次年 {day}以前公布，是本机关按县级通知填的。"),
            why: "上级机关在本系统里统一确定以后，以上级机关的为准。",
            change: Some("修改公布日期"),
        },
        (OrganKind::Township, None) => Day {
            words: format!("没有填写，暂按次年 {day}以前公布。"),
            why: "条例第四十九条没有写明乡镇的日期，以县级的通知为准。接到通知后请在这里填写。",
            change: Some("填写公布日期"),
        },
        _ => {
            let below = match day_set(organ) {
                Some(day) => format!("下级乡镇：次年 {}以前公布。", in_words(day)),
                None => "下级乡镇：没有确定，暂按次年 1 月 31 日以前公布。".to_owned(),
            };
            Day {
                words: format!("本级：次年 {day}以前公布（条例第四十九条）。{below}"),
                why: "下级乡镇的日期由本机关确定，确定以后各乡镇的“今天”和公开栏目都按它计算。",
                change: Some("确定乡镇的公布日期"),
            }
        }
    }
}
