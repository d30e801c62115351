//! A draft text for a written part, offered from the facts.

use law::report::{
    Form, Section, fill,
    prose::{Occasion, draft, draft_names},
};
use store::{Organ, OrganId, OrganKind, ReportId, Store};

use super::{compile, counting, neighbours, view::year_of};
use crate::Result;

/// The text that the facts suggest for a part, with placeholders; empty for a table. Nothing is written.
///
/// # Errors
/// `NotFound`.
pub async fn offer_draft(store: &Store, organ: &OrganId, id: &ReportId, section: Section) -> Result<String> {
    let mut read = store.read().await?;
    let version = read.report(organ, id).await?;
    let organ = read.organ(organ).await?;
    let year = year_of(&version)?;
    let counts = counting::counts(&mut read, &organ.id, year, version.form).await?;
    let filled = fill(&organ.name, year.get(), Form::for_year(year.get()), &counts);
    let last_year = neighbours::last_year(&mut read, &organ, year).await?;
    let names = draft_names().into_iter().collect();
    let named = compile::named(&mut read, &organ, year, &names, &filled, last_year.as_ref()).await?;
    let occasion = Occasion { year: year.get(), body: body(&organ), amounts: &named.amounts };
    Ok(draft(section, &occasion))
}

/// How the body calls itself in running text.
fn body(organ: &Organ) -> &'static str {
    const ENDINGS: [(&str, &str); 8] = [
        ("街道办事处", "我街道"),
        ("乡人民政府", "我乡"),
        ("镇人民政府", "我镇"),
        ("区人民政府", "我区"),
        ("县人民政府", "我县"),
        ("市人民政府", "我市"),
        ("局", "我局"),
        ("委员会", "我委"),
    ];
    let by_name = ENDINGS.iter().find(|(ending, _)| organ.name.ends_with(ending)).map(|(_, body)| *body);
    by_name.unwrap_or(match organ.kind {
        OrganKind::Province => "我省",
        OrganKind::City => "我市",
        OrganKind::County => "我县",
        OrganKind::Township => "我镇",
        OrganKind::Department => "本机关",
    })
}
