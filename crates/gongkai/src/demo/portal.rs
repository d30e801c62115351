//! What the organs say about themselves in public. Addresses and numbers are such as nobody can have.

use web::PortalSettings;

use super::county::{OFFICE, Organ};
use super::{COUNTY, TOWN};

/// The settings of an organ's public column; the county's office only supervises and has none.
pub(super) fn settings(organ: &Organ) -> PortalSettings {
    if organ.key == COUNTY.key {
        return PortalSettings { slug: organ.key.to_owned(), hidden: true, ..PortalSettings::default() };
    }
    let short_name = organ.name.trim_end_matches("人民政府");
    let office = if organ.key == TOWN.key { OFFICE } else { "党政办公室" };
    PortalSettings {
        slug: organ.key.to_owned(),
        short_name: short_name.to_owned(),
        address: format!("示例县{short_name}中心路1号（虚构地址）"),
        postcode: "000000".to_owned(),
        phone: "0000-0000000（演示）".to_owned(),
        hours: "工作日 8:30—12:00，14:30—18:00".to_owned(),
        email: format!("{}@example.invalid", organ.key),
        office: format!("{short_name}{office}"),
        supervisor: format!("{} 0000-0000001（演示）", COUNTY.name),
        ..PortalSettings::default()
    }
}
