//! 修改公开栏目: name, address, telephone and hours as citizens read them.

use casework::portal::{PortalSettings, change_portal};
use law::register::FieldFault;

use super::ask::{Ask, Refused, answer, draw};
use super::{ORGAN, fault_of};
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{Choosable, FormField, Input, Sent};
use crate::frame::Crumb;

/// `GET /desk/organ/portal`.
pub(in crate::desk) async fn show_edit_portal(visit: Visit) -> Answer {
    let organ = visit.state.store().read().await?.organ(visit.organ()).await?;
    let (mut settings, refused) = (PortalSettings::of(&organ), Refused::default());
    settings.slug = settings.slug_of(&organ);
    draw(&visit, form(&settings, &refused), &refused)
}

/// `POST /desk/organ/portal`.
pub(in crate::desk) async fn submit_portal(visit: Visit) -> Answer {
    let typed = typed(&visit.sent);
    let outcome = change_portal(visit.state.store(), visit.organ(), &visit.act(), typed.clone()).await;
    answer(&visit, outcome, &format!("{ORGAN}?done=portal"), |refused| form(&typed, refused))
}

fn typed(sent: &Sent) -> PortalSettings {
    let text = |name: &str| sent.text(name).to_owned();
    PortalSettings {
        slug: text("slug"),
        short_name: text("short_name"),
        address: text("address"),
        postcode: text("postcode"),
        phone: text("phone"),
        hours: text("hours"),
        email: text("email"),
        office: text("office"),
        supervisor: text("supervisor"),
        hidden: !sent.text("hidden").is_empty(),
        ..PortalSettings::default()
    }
}

fn form(settings: &PortalSettings, refused: &Refused) -> Ask {
    Ask {
        title: "修改公开栏目".to_owned(),
        crumbs: vec![Crumb::to("本机关", ORGAN), Crumb::here("修改公开栏目")],
        facts: Vec::new(),
        words: vec!["保存以后，公开栏目各页的页脚、公开指南和依申请公开页面立即改用新的内容。".to_owned()],
        fields: fields(settings, &refused.faults),
        button: "保存",
        danger: false,
        action: format!("{ORGAN}/portal"),
        back: ("不改了", ORGAN.to_owned()),
    }
}

fn fields(settings: &PortalSettings, faults: &[FieldFault]) -> Vec<FormField> {
    let line = |key, label, help, text: &str| FormField {
        required: false,
        ..FormField::line(key, label, help).holding(text).wrong(fault_of(faults, key))
    };
    let short = |field: FormField| FormField { input: Input::Line { short: true, mode: "text" }, ..field };
    let hidden = Choosable {
        key: "yes".to_owned(),
        label: "不开设公开栏目，例如只做监督的机关".to_owned(),
        chosen: settings.hidden,
    };
    vec![
        short(line("short_name", "简称", "网页顶上用的名称，如“示例镇”。不填就用全称", &settings.short_name)),
        line("address", "办公地址", "", &settings.address),
        short(line("postcode", "邮政编码", "6 位数字", &settings.postcode)),
        line("phone", "联系电话", "区号、号码，如 0954-2061234", &settings.phone),
        line("hours", "办公时间", "如“工作日 8:30—12:00，14:30—18:00”", &settings.hours),
        line("email", "电子邮箱", "接收公开申请的邮箱", &settings.email),
        line("office", "公开工作机构", "负责政府信息公开的内设机构，如“示例镇党政办公室”", &settings.office),
        line("supervisor", "主管部门", "受理投诉举报的县级主管部门和电话", &settings.supervisor),
        line(
            "slug",
            "网址中的名称",
            "小写字母、数字和短横，如 shilizhen。改了以后，旧网址自动转到新网址",
            &settings.slug,
        ),
        FormField {
            input: Input::Boxes(vec![hidden]),
            required: true,
            ..line("hidden", "公开栏目", "勾上以后，公开栏目和里面的全部网页都打不开", "")
        },
    ]
}
