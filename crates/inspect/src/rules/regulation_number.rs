//! I-CITE-4: the Regulation in force since 2019-05-15 is Order 711 of the State Council.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-CITE-4",
        name: "所引《条例》是现行的国务院令第711号",
        basis: "《中华人民共和国政府信息公开条例》（国务院令第711号），2019年5月15日起施行",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static ORDER: Pattern =
    Pattern::new(r"政府信息公开条例》?[,(]?(?:中华人民共和国)?国务院(?:令)?(?:20\d\d年)?第(\d{2,4})(号|条)");
/// The Regulation under a title that it does not have.
static MISNAMED: Pattern = Pattern::new(r"《中华人民共和国(?:信息公开|政务信息公开|政务公开|政府公开)条例》");
const IN_FORCE: &str = "711";
const BEFORE: &str = "492";
/// The first year that lay wholly under the Regulation in force.
const FIRST_WHOLE_YEAR: i16 = 2020;
/// Words that speak of the old text on purpose.
const ON_PURPOSE: [&str; 5] = ["修订前", "原《", "原条例", "旧条例", "废止"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let year = case.year()?;
    let (cited, misnamed) = (case.matches(&ORDER), case.matches(&MISNAMED));
    let mut faults: Vec<Outcome> = misnamed.iter().take(1).map(|found| of_title(case, found)).collect();
    if year < FIRST_WHOLE_YEAR || cited.is_empty() {
        return (!faults.is_empty()).then_some(faults);
    }
    for found in &cited {
        let sentence = found.sentence();
        let order = found.group(1);
        let is_right = order == IN_FORCE && found.group(2) == "号";
        if is_right || ON_PURPOSE.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        faults.push(Outcome::fail(message(found, order), case.quote_match(found)));
    }
    faults.dedup_by(|one, other| one.message == other.message);
    Some(faults)
}

fn of_title(case: &Case<'_>, found: &Match<'_>) -> Outcome {
    let message =
        format!("“{}”的名称不对，应当是《中华人民共和国政府信息公开条例》。请改正。", found.written());
    Outcome::fail(message, case.quote_match(found))
}

fn message(found: &Match<'_>, order: &str) -> String {
    let written = found.written();
    if order == IN_FORCE {
        format!("“{written}”把“号”写成了“{}”，现行条例是国务院令第711号。请改正。", found.group(2))
    } else if order == BEFORE {
        format!("“{written}”是2019年修订前的条例，现行条例是国务院令第711号。请改正。")
    } else {
        format!("“{written}”的令号不对，现行条例是国务院令第711号。请改正。")
    }
}
