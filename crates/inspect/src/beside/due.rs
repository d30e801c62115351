//! By when a body has to publish its report.

use law::Date;
use law::clock::report::{Reporter, TOWNSHIP_DEFAULT, annual_report_due};

/// The last day for the report of `year`: 31 March for a whole government (T14), 31 January otherwise (T13, T15).
pub(super) fn day(agency: &str, year: i16) -> Option<Date> {
    let reporter =
        if is_whole_government(agency) { Reporter::SupervisingOffice } else { Reporter::Department };
    annual_report_due(year, reporter, TOWNSHIP_DEFAULT).ok()
}

/// `甲县人民政府`; not `甲县乙镇人民政府`, nor an office of the government.
fn is_whole_government(agency: &str) -> bool {
    let place = agency.strip_suffix("人民政府").unwrap_or(agency);
    place.ends_with(['省', '市', '县', '区', '旗', '州', '盟'])
}
