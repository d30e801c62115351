//! What an organ says about itself in public, kept as JSON with the organ.

use serde::{Deserialize, Serialize};
use store::Organ;

use crate::config::is_segment;

/// Settings of an organ's column: the JSON object [`Organ::portal`]. Empty values are left out of the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PortalSettings {
    /// Its part of the address: small letters, digits and hyphens. Empty: the organ's identifier.
    pub slug: String,
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
}

/// Parts of addresses that mean something else already.
const RESERVED: [&str; 7] = ["desk", "static", "mode", "api", "healthz", "readyz", "k"];

impl PortalSettings {
    /// Reads the settings of an organ. Settings that cannot be read are as good as none; the log says so.
    #[must_use]
    pub fn of(organ: &Organ) -> Self {
        serde_json::from_value(organ.portal.clone()).unwrap_or_else(|error| {
            tracing::warn!(organ = organ.id.as_str(), %error, "portal settings cannot be read");
            Self::default()
        })
    }

    /// Whether the slug may stand in an address.
    #[must_use]
    pub fn is_slug(slug: &str) -> bool {
        is_segment(slug) && !RESERVED.contains(&slug)
    }

    /// The organ's part of the address.
    pub(super) fn slug_of(&self, organ: &Organ) -> String {
        if Self::is_slug(&self.slug) { self.slug.clone() } else { organ.id.to_string() }
    }
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
}
