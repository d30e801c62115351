//! I-TEXT-1: words of betting sites inside a report: the page, or the copy's page, was tampered with.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TEXT-1",
        name: "没有混入广告、博彩等无关文字",
        basis: "国办秘函〔2019〕19号：网站被篡改、挂马的单项否决",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static ADVERT: Pattern = Pattern::new(
    r"\d{3}体育(?:直播|投注)?|体育直播,?\d|备用网址|博彩|投注(?:网|站|平台)|娱乐城|真人娱乐|百家乐|老虎机|彩票(?:网|平台|开奖)|(?:欧洲杯|世界杯|亚洲杯)(?:20\d\d)?(?:赛程|买球|竞猜|投注)|棋牌(?:游戏|平台)|\p{Han}{0,4}棋牌|电竞(?:竞猜|下注)|(?:沙巴|大发|亚博|乐鱼|华体会|必威)体育|体育娱乐|娱乐在线|投注官网|(?i:app)(?:官网|哪个|投注)|官方(?i:app)|(?i:beat365|365bet|bet365|bt365)|足彩|网页登录_|备用网站|精品国产|日日躁|无码(?:专区|视频|电影|亚洲)|成人(?:视频|电影|网站)|官网下载[^。,;\n]{0,4}版|(?:苹果|安卓)版(?:安装|下载)",
);
/// What may well stand behind 棋牌 in the report of a village or a street.
const OF_VILLAGES: [&str; 7] = ["室", "活动", "比赛", "赛", "场所", "桌", "馆"];
/// Words of a report that fights such sites.
const FIGHTING: [&str; 8] = ["打击", "整治", "治理", "查处", "禁止", "防范", "清理", "反诈"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&ADVERT);
    let is_stray = |found: &&Match<'_>| {
        let sentence = found.sentence();
        let is_of_a_village = found.written().ends_with("棋牌")
            && OF_VILLAGES.iter().any(|word| found.behind(2).starts_with(word));
        !is_of_a_village && !FIGHTING.iter().any(|word| sentence.contains(word))
    };
    let stray: Vec<_> = found.iter().filter(is_stray).collect();
    if !case.has_words() {
        return None;
    }
    let Some(first) = stray.first() else { return Some(Vec::new()) };
    let message = format!(
        "文中混入了与报告无关的“{}”等{}处文字，网页可能被篡改，也可能出自转载的网站。请立即核对发布页面。",
        first.written(),
        stray.len()
    );
    let evidence = stray.iter().take(QUOTED).flat_map(|found| case.quote_clause(found)).collect();
    Some(vec![Outcome::uncertain(message, evidence)])
}

const QUOTED: usize = 5;
