//! The place whose days off count: the nation, a province, or an autonomous place below one.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::narrow::narrow;

/// Letter codes of GB/T 2260 and the short names of the provinces.
const PROVINCES: &[(&str, &str)] = &[
    ("BJ", "北京"),
    ("TJ", "天津"),
    ("HE", "河北"),
    ("SX", "山西"),
    ("NM", "内蒙古"),
    ("LN", "辽宁"),
    ("JL", "吉林"),
    ("HL", "黑龙江"),
    ("SH", "上海"),
    ("JS", "江苏"),
    ("ZJ", "浙江"),
    ("AH", "安徽"),
    ("FJ", "福建"),
    ("JX", "江西"),
    ("SD", "山东"),
    ("HA", "河南"),
    ("HB", "湖北"),
    ("HN", "湖南"),
    ("GD", "广东"),
    ("GX", "广西"),
    ("HI", "海南"),
    ("CQ", "重庆"),
    ("SC", "四川"),
    ("GZ", "贵州"),
    ("YN", "云南"),
    ("XZ", "西藏"),
    ("SN", "陕西"),
    ("GS", "甘肃"),
    ("QH", "青海"),
    ("NX", "宁夏"),
    ("XJ", "新疆"),
    ("TW", "台湾"),
    ("HK", "香港"),
    ("MO", "澳门"),
];

/// What may follow a short name in the full one: 宁夏回族自治区, 四川省.
const NAME_ENDINGS: &[&str] =
    &["", "省", "市", "自治区", "回族自治区", "壮族自治区", "维吾尔自治区", "特别行政区"];

/// A region code: `CN`, a province (`NX`), or a place below one (`SC-LS`).
///
/// 《全国年节及纪念日放假办法》第四条 lets the governments of places where minorities live fix days off
/// for their festivals; a prefecture may do so where its province does not, hence the third form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(Cow<'static, str>);

impl Region {
    /// The whole country.
    pub const CN: Region = Region(Cow::Borrowed("CN"));
    /// 宁夏回族自治区.
    pub const NX: Region = Region(Cow::Borrowed("NX"));

    /// Reads a code or a Chinese name: `nx`, `ＮＸ`, `宁夏`, `宁夏回族自治区`, `全国`, `SC-LS`.
    ///
    /// # Errors
    /// [`UnknownRegion`] for anything else, so that a slip of the finger is not taken for a place
    /// that has no notices.
    pub fn parse(text: &str) -> Result<Region, UnknownRegion> {
        let wanted = narrow(text).to_uppercase();
        if matches!(wanted.as_str(), "CN" | "全国" | "国家" | "中国") {
            return Ok(Region::CN);
        }
        if let Some((code, _)) = PROVINCES.iter().find(|(_, name)| is_name(&wanted, name)) {
            return Ok(Region(Cow::Borrowed(code)));
        }
        let (province, place) = wanted.split_once('-').map_or((wanted.as_str(), None), |(p, l)| (p, Some(l)));
        let known = PROVINCES.iter().any(|(code, _)| *code == province);
        let well_formed =
            place.is_none_or(|p| (1..=12).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if known && well_formed {
            Ok(Region(Cow::Owned(wanted)))
        } else {
            Err(UnknownRegion(text.trim().to_owned()))
        }
    }

    /// The code as stored and as `--region` takes it.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The Chinese name: `全国`, `宁夏`, `四川（LS）`.
    pub fn label(&self) -> String {
        let (province, place) = self.0.split_once('-').unwrap_or((&self.0, ""));
        let name = PROVINCES.iter().find(|(code, _)| *code == province).map_or("全国", |(_, name)| name);
        if place.is_empty() { name.to_owned() } else { format!("{name}（{place}）") }
    }

    /// Whether this is the bottom layer.
    pub fn is_national(&self) -> bool {
        *self == Region::CN
    }

    /// The layers that decide a day here, uppermost first: `SC-LS`, `SC`, `CN`.
    pub(super) fn layers(&self) -> Vec<Region> {
        let mut layers = vec![self.clone()];
        if let Some((province, _)) = self.0.split_once('-') {
            layers.push(Region(Cow::Owned(province.to_owned())));
        }
        if !self.is_national() {
            layers.push(Region::CN);
        }
        layers
    }
}

fn is_name(wanted: &str, short: &str) -> bool {
    wanted.strip_prefix(short).is_some_and(|rest| NAME_ENDINGS.contains(&rest))
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Region {
    type Err = UnknownRegion;

    fn from_str(text: &str) -> Result<Region, UnknownRegion> {
        Region::parse(text)
    }
}

/// The text names no region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("没有地区“{0}”：全国写 CN，各省（自治区、直辖市）写两个字母的代码或名称，如 NX 或 宁夏")]
pub struct UnknownRegion(pub String);
