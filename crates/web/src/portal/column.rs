//! P3, one column list: 法定主动公开内容, whole or by category of Articles 20 and 21.

use askama::Template;
use axum::extract;
use axum::extract::RawPathParams;
use law::measure::Year;
use law::register::{Category, Chosen as _, Register, Value};
use store::{Condition, Filter, OrganId, Read};

use super::home::newest_first;
use super::layout::{Column, Frame};
use super::organ::PublicOrgan;
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
    label: String,
    href: String,
    current: bool,
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
    categories: Vec<Chip>,
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
    organ: PublicOrgan,
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
    let mut read = state.store().read().await?;
    let id = &organ.organ.id;
    let filter = wanted.filter(shown(today));
    let total = read.count_records(id, Register::Publication, &filter).await?;
    let pager = Pager::new(total, query.text("page"), |page| wanted.address(&organ.links, page));
    let found = read.records(id, Register::Publication, &filter, &newest_first(), pager.slice()).await?;
    let rows = found.iter().filter_map(|row| match sight(row, today) {
        Sight::Shown(document) => Some(Row::of(*document, &organ.links)),
        Sight::Withdrawn(_) | Sight::Hidden => None,
    });
    let rows = rows.collect();
    let years = years(&mut read, id, &wanted, shown(today), &organ.links).await?;
    page(&ColumnPage {
        look: Look::of(&state, &here),
        heading: category.map_or(Column::Content.label(), Category::label).to_owned(),
        article: category.map(Category::article).unwrap_or_default(),
        year: year.map(Year::get),
        years,
        categories: categories(category, &organ.links),
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

/// The years that have something to show, latest first, after 全部.
async fn years(
    read: &mut Read,
    organ: &OrganId,
    wanted: &Wanted,
    shown: Filter,
    links: &OrganLinks,
) -> Result<Vec<Chip>, Fault> {
    let mut chips = vec![chip(wanted, None, links)];
    for (number, _) in read.years_of(organ, Register::Publication).await? {
        let Some(year) = Year::new(number.into()) else { continue };
        let of_year = Wanted { category: wanted.category, year: Some(year) };
        if read.count_records(organ, Register::Publication, &of_year.filter(shown.clone())).await? > 0 {
            chips.push(chip(wanted, Some(year), links));
        }
    }
    Ok(if chips.len() > 1 { chips } else { Vec::new() })
}

fn chip(wanted: &Wanted, year: Option<Year>, links: &OrganLinks) -> Chip {
    Chip {
        label: year.map_or_else(|| "全部年份".to_owned(), |year| format!("{}年", year.get())),
        href: Wanted { category: wanted.category, year }.address(links, 1),
        current: wanted.year == year,
    }
}

fn categories(current: Option<Category>, links: &OrganLinks) -> Vec<Chip> {
    let chip = |category: &Category| Chip {
        label: category.label().to_owned(),
        href: links.category(category.key()),
        current: current == Some(*category),
    };
    Category::ALL.iter().map(chip).collect()
}

fn frame(organ: PublicOrgan, category: Option<Category>) -> Frame {
    let path = category.map(|category| Crumb::here(category.label())).into_iter().collect();
    Frame::within(organ, Column::Content, path)
}
