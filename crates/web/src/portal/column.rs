//! P3, one column list: 法定主动公开内容, whole or by category of Articles 20 and 21.

use askama::Template;
use axum::extract;
use axum::extract::RawPathParams;
use law::measure::Year;
use law::register::{Category, Chosen as _, Register, Value};
use store::{Condition, Filter};

use super::counts::Counts;
use super::home::newest_first;
use super::layout::{Column, Frame};
use super::organ::{Opened, PublicOrgan};
use super::row::Row;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Crumb, Here, Look, page};
use crate::links::OrganLinks;
use crate::pager::{Pager, Step};
use crate::state::State;
use crate::visible::{Sight, shown, sight};

/// A link that narrows the list.
struct Chip {
    label: &'static str,
    /// The year, for the switch of years.
    year: Option<i16>,
    href: String,
    current: bool,
    /// How many documents it leads to.
    count: i64,
}

/// The categories of one article of the Regulation.
struct Article {
    title: &'static str,
    categories: Vec<Chip>,
}

#[derive(Template)]
#[template(path = "portal/column.html")]
struct ColumnPage {
    look: Look,
    frame: Frame,
    heading: String,
    /// The provision behind the category.
    article: String,
    year: Option<i16>,
    years: Vec<Chip>,
    /// The categories of Articles 20 and 21.
    articles: [Article; 2],
    rows: Vec<Row>,
    pager: Pager,
    apply: String,
}

/// What the address asks for.
struct Wanted {
    category: Option<Category>,
    year: Option<Year>,
}

/// The list.
pub(super) async fn show_column(
    Opened { organ, mut read }: Opened,
    params: RawPathParams,
    extract::State(state): extract::State<State>,
    here: Here,
    query: Sent,
) -> Answer {
    let key = params.iter().find_map(|(name, key)| (name == "category").then_some(key));
    let category = key.map(|key| Category::from_key(key).ok_or(Fault::NotFound)).transpose()?;
    let year = query.text("year").parse().ok().and_then(Year::new);
    let wanted = Wanted { category, year };
    let today = state.today();
    let id = &organ.organ.id;
    let filter = wanted.filter(shown(today));
    let counts = Counts::of(&state, &mut read, id).await?;
    let pager = Pager::new(counts.total(category, year), query.text("page"), |page| {
        wanted.address(&organ.links, page)
    });
    let found = read.records(id, Register::Publication, &filter, &newest_first(), pager.slice()).await?;
    let rows = found.iter().filter_map(|row| match sight(row, today) {
        Sight::Shown(document) => Some(Row::of(*document, &organ.links)),
        Sight::Withdrawn(_) | Sight::Hidden => None,
    });
    let rows = rows.collect();
    page(&ColumnPage {
        look: Look::of(&state, &here),
        heading: category.map_or(Column::Content.label(), Category::label).to_owned(),
        article: category.map(Category::article).unwrap_or_default(),
        year: year.map(Year::get),
        years: years(&counts, &wanted, &organ.links),
        articles: articles(&counts, &wanted, &organ.links),
        rows,
        pager,
        apply: organ.links.apply(),
        frame: frame(organ, category),
    })
}

impl Wanted {
    fn filter(&self, shown: Filter) -> Filter {
        let mut filter = Filter { year: self.year, ..shown };
        if let Some(category) = self.category {
            let value = Value::Text(category.key().to_owned());
            filter.conditions.push(Condition::Is("category".to_owned(), value));
        }
        filter
    }

    fn address(&self, links: &OrganLinks, page: u32) -> String {
        let path = self.category.map_or_else(|| links.column(), |category| links.category(category.key()));
        let year = self.year.map(|year| format!("year={}", year.get()));
        let page = (page > 1).then(|| format!("page={page}"));
        let query: Vec<String> = year.into_iter().chain(page).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

/// The years that have something to show, latest first, after all of them together; nothing to choose from, no switch.
fn years(counts: &Counts, wanted: &Wanted, links: &OrganLinks) -> Vec<Chip> {
    let years = counts.years(wanted.category);
    if years.is_empty() {
        return Vec::new();
    }
    let chip = |year: Option<Year>| Chip {
        label: "全部年份",
        year: year.map(Year::get),
        href: Wanted { category: wanted.category, year }.address(links, 1),
        current: wanted.year == year,
        count: counts.total(wanted.category, year),
    };
    [None].into_iter().chain(years.into_iter().map(Some)).map(chip).collect()
}

/// Every category with its number, those without anything too: what must be public is named.
fn articles(counts: &Counts, wanted: &Wanted, links: &OrganLinks) -> [Article; 2] {
    let chip = |category: &Category| Chip {
        label: category.label(),
        year: None,
        href: links.category(category.key()),
        current: wanted.category == Some(*category),
        count: counts.total(Some(*category), None),
    };
    [("条例第二十条", "20-"), ("条例第二十一条", "21-")].map(|(title, prefix)| Article {
        title,
        categories: Category::ALL
            .iter()
            .filter(|category| category.key().starts_with(prefix))
            .map(chip)
            .collect(),
    })
}

fn frame(organ: PublicOrgan, category: Option<Category>) -> Frame {
    let path = category.map(|category| Crumb::here(category.label())).into_iter().collect();
    let frame = Frame::within(organ, Column::Content, path);
    match category {
        Some(category) => Frame {
            about: format!("{}依法主动公开的信息：{}", frame.organ.organ.name, category.label()),
            ..frame
        },
        None => frame,
    }
}

#[cfg(test)]
mod tests {
    use store::testing::fresh_store;
    use store::{Engine, OrganId, Page};

    use super::*;

    /// What SQLite does to find the tenth page of such a list.
    async fn plan(category: Option<Category>, year: Option<Year>) -> String {
        let store = fresh_store(Engine::Sqlite).await;
        let filter = Wanted { category, year }.filter(shown(jiff::civil::date(2026, 1, 1)));
        let mut read = store.read().await.unwrap();
        let organ = OrganId::new("1");
        let page = Page { limit: 20, offset: 180 };
        read.plan_of_records(&organ, Register::Publication, &filter, &newest_first(), page).await.unwrap()
    }

    #[tokio::test]
    async fn a_list_reads_the_records_of_its_page_alone_however_many_there_are() {
        let category = Category::ALL.first().copied();
        for (category, year) in
            [(None, None), (category, None), (None, Year::new(2024)), (category, Year::new(2024))]
        {
            let plan = plan(category, year).await;
            let index =
                if category.is_some() { "publication_by_category" } else { "publication_by_content_kind" };
            assert!(plan.starts_with(&format!("SEARCH publication USING INDEX {index} ")), "{plan}");
            assert!(!plan.contains("SORT") && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
