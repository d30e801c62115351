//! What an organ says about itself: the settings of its public column, and its day for annual reports.

use law::register::FieldFault;
use serde::{Deserialize, Serialize};
use store::{Act, Organ, OrganId, OrganKind, Read, Store};

use crate::{Error, Result};

/// The longest line, in characters.
const LINE_MAX: usize = 200;
/// The longest name that people use, in characters; it stands at the head of every page.
const SHORT_NAME_MAX: usize = 30;
/// The longest part of an address, in bytes.
const SLUG_MAX: usize = 64;
/// Parts of addresses that mean something else already.
const RESERVED: [&str; 7] = ["desk", "static", "mode", "api", "healthz", "readyz", "k"];

/// Settings of an organ: the JSON object [`Organ::portal`]. All of it is public. Empty values are left out of the
/// pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PortalSettings {
    /// Its part of the address: small letters, digits and hyphens. Empty: the organ's identifier.
    pub slug: String,
    /// The parts it had before: their addresses lead to the present one, since others have linked to them.
    pub former_slugs: Vec<String>,
    /// What people call it: 示例镇. Empty: the full name.
    pub short_name: String,
    /// 办公地址.
    pub address: String,
    /// 邮政编码.
    pub postcode: String,
    /// 联系电话.
    pub phone: String,
    /// 办公时间.
    pub hours: String,
    /// 电子邮箱 for applications.
    pub email: String,
    /// 政府信息公开工作机构.
    pub office: String,
    /// 政府信息公开工作主管部门 with its telephone, for complaints.
    pub supervisor: String,
    /// Whether the organ has no column here, e.g. because it only supervises.
    pub hidden: bool,
    /// The day by which annual reports are published, `01-28`; see [`crate::report::report_day`]. Empty: none set.
    pub report_day: String,
}

impl PortalSettings {
    /// Reads the settings of an organ. Settings that cannot be read are as good as none.
    #[must_use]
    pub fn of(organ: &Organ) -> Self {
        serde_json::from_value(organ.portal.clone()).unwrap_or_default()
    }

    /// Whether the slug may stand in an address.
    #[must_use]
    pub fn is_slug(slug: &str) -> bool {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (1..=SLUG_MAX).contains(&slug.len()) && slug.bytes().all(fits) && !RESERVED.contains(&slug)
    }

    /// The organ's part of the address.
    #[must_use]
    pub fn slug_of(&self, organ: &Organ) -> String {
        if Self::is_slug(&self.slug) { self.slug.clone() } else { organ.id.to_string() }
    }

    /// What the guide must tell by 条例第十二条 and does not yet, as Chinese names.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let told = [
            ("办公地址", &self.address),
            ("办公时间", &self.hours),
            ("联系电话", &self.phone),
            ("电子邮箱", &self.email),
            ("公开工作机构", &self.office),
        ];
        told.into_iter().filter(|(_, text)| text.is_empty()).map(|(name, _)| name).collect()
    }

    /// The same without blanks around the texts.
    fn trimmed(mut self) -> Self {
        for text in [
            &mut self.slug,
            &mut self.short_name,
            &mut self.address,
            &mut self.postcode,
            &mut self.phone,
            &mut self.hours,
            &mut self.email,
            &mut self.office,
            &mut self.supervisor,
        ] {
            *text = text.trim().to_owned();
        }
        self
    }

    fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Vec::new();
        let mut fault = |field, message: String| faults.push(FieldFault { field, message });
        let lines = [
            ("short_name", &self.short_name, SHORT_NAME_MAX),
            ("address", &self.address, LINE_MAX),
            ("phone", &self.phone, LINE_MAX),
            ("hours", &self.hours, LINE_MAX),
            ("email", &self.email, LINE_MAX),
            ("office", &self.office, LINE_MAX),
            ("supervisor", &self.supervisor, LINE_MAX),
        ];
        for (field, text, max) in lines {
            if text.chars().count() > max || text.chars().any(char::is_control) {
                fault(field, format!("最多 {max} 个字，写成一行。"));
            }
        }
        if !self.postcode.is_empty()
            && (self.postcode.len() != 6 || !self.postcode.bytes().all(|byte| byte.is_ascii_digit()))
        {
            fault("postcode", "邮政编码是 6 位数字，如 756000。".to_owned());
        }
        if !self.phone.is_empty() && !self.phone.contains(|c: char| c.is_ascii_digit()) {
            fault("phone", "电话里没有数字，请写成 0954-2061234 这样。".to_owned());
        }
        let is_address = |text: &str| {
            text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        };
        if !self.email.is_empty() && (!is_address(&self.email) || self.email.contains(char::is_whitespace)) {
            fault("email", "电子邮箱要写成 xxgk@example.gov.cn 这样。".to_owned());
        }
        if !self.slug.is_empty() && !Self::is_slug(&self.slug) {
            fault(
                "slug",
                "网址中的名称只能用小写字母、数字和短横，最多 64 个字符，不能是 desk、static 等系统用的词。"
                    .to_owned(),
            );
        }
        faults
    }
}

/// Changes what the organ says about itself. What the page does not ask, the day for reports and the former addresses,
/// stays as it is; an address that is given up leads to the new one.
///
/// # Errors
/// Faults by field; `slug` when another organ has or had this part of the address.
pub async fn change_portal(store: &Store, organ: &OrganId, act: &Act, new: PortalSettings) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let known = write.organ(organ).await?;
    let old = PortalSettings::of(&known);
    let mut new = PortalSettings {
        former_slugs: old.former_slugs.clone(),
        report_day: old.report_day.clone(),
        ..new.trimmed()
    };
    let mut faults = new.faults();
    let (before, after) = (old.slug_of(&known), new.slug_of(&known));
    if faults.is_empty() && before != after && is_taken(&mut write, organ, &after).await? {
        let message = "别的机关正在用或者用过这个名称，请换一个。".to_owned();
        faults.push(FieldFault { field: "slug", message });
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    if before != after {
        new.former_slugs.retain(|slug| *slug != after && *slug != before);
        new.former_slugs.push(before);
    }
    save(write, act, known, &new).await
}

async fn is_taken(read: &mut Read, organ: &OrganId, slug: &str) -> Result<bool> {
    let others = read.organs().await?.into_iter().filter(|other| other.id != *organ);
    Ok(others.into_iter().any(|other| {
        let settings = PortalSettings::of(&other);
        settings.slug_of(&other) == slug
            || other.id.as_str() == slug
            || settings.former_slugs.iter().any(|former| former == slug)
    }))
}

/// Sets the day by which annual reports are published, as a county's notice says, in every year until another is set;
/// `None` takes it back. A county sets it for the townships below it, a township for itself where the organ above has
/// set none.
///
/// # Errors
/// A fault of `report_day` for a day after 31 March, by which the county itself must have published (T14), and for
/// 29 February; a refusal for a township whose county has set it and for bodies whose day is the law's.
pub async fn set_report_day(store: &Store, organ: &OrganId, act: &Act, day: Option<(i8, i8)>) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let known = write.organ(organ).await?;
    if known.kind == OrganKind::Department {
        return Err(Error::refused("部门年度报告的公布日期由条例第四十九条定为 1 月 31 日，不能另定。"));
    }
    if known.kind == OrganKind::Township
        && let Some(above) = &known.parent_id
        && !PortalSettings::of(&write.organ(above).await?).report_day.is_empty()
    {
        return Err(Error::refused("公布日期由上级机关统一确定，本机关不能另定。"));
    }
    let text = match day {
        None => String::new(),
        Some((month, day)) => {
            if !(1..=3).contains(&month) || jiff::civil::Date::new(2019, month, day).is_err() {
                return Err(Error::field(
                    "report_day",
                    "请写 1 月 1 日到 3 月 31 日之间的一天：县级要在 3 月 31 日以前公布全县的年度报告。",
                ));
            }
            format!("{month:02}-{day:02}")
        }
    };
    let new = PortalSettings { report_day: text, ..PortalSettings::of(&known) };
    save(write, act, known, &new).await
}

/// Writes the settings, unless nothing changed.
async fn save(mut write: store::Write, act: &Act, known: Organ, new: &PortalSettings) -> Result<()> {
    let portal = serde_json::to_value(new).map_err(|_| Error::refused("设置没有保存，请再试一次。"))?;
    if portal == known.portal {
        return Ok(());
    }
    write.change_organ(act, &Organ { portal, ..known }).await?;
    Ok(write.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_no_word_of_our_own() {
        assert!(PortalSettings::is_slug("shilizhen"));
        for bad in ["", "desk", "static", "示例", "A", "a/b", "{x}"] {
            assert!(!PortalSettings::is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn every_line_that_cannot_be_printed_is_a_fault_of_its_field() {
        let bad = PortalSettings {
            slug: "示例".to_owned(),
            short_name: "很".repeat(SHORT_NAME_MAX + 1),
            address: "甲\n乙".to_owned(),
            postcode: "75600".to_owned(),
            phone: "没有".to_owned(),
            email: "a b@c".to_owned(),
            ..PortalSettings::default()
        };
        let fields: Vec<&str> = bad.faults().iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["short_name", "address", "postcode", "phone", "email", "slug"]);
        assert_eq!(PortalSettings::default().faults(), []);
    }
}
