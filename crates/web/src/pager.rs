//! Pages of a long list: which one, how many, and the addresses of the others.

/// How many entries one page shows.
pub(crate) const SIZE: u32 = 20;
/// Neighbours of the current page that are offered by number.
const AROUND: u32 = 2;

/// The pages of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pager {
    /// All entries.
    pub(crate) total: i64,
    /// The page shown, from 1.
    pub(crate) page: u32,
    /// Entries a page.
    size: u32,
    /// How many there are, at least 1.
    pub(crate) pages: u32,
    /// The steps of the pager; empty when one page holds all.
    pub(crate) steps: Vec<Step>,
    /// Whether a page was asked for that does not exist, so that the first is shown.
    pub(crate) out_of_range: bool,
}

/// A step of the pager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// To another page.
    To { label: String, href: String },
    /// The page shown.
    Here(u32),
    /// Pages left out.
    Gap,
}

impl Pager {
    /// The pager of a list. `wanted` is what the address asks for; `href` makes the address of a page.
    pub(crate) fn new(total: i64, wanted: &str, href: impl Fn(u32) -> String) -> Self {
        Self::sized(total, SIZE, wanted, href)
    }

    /// The same with another number of entries a page.
    pub(crate) fn sized(total: i64, size: u32, wanted: &str, href: impl Fn(u32) -> String) -> Self {
        let full = u64::try_from(total).unwrap_or_default().div_ceil(u64::from(size));
        let pages = u32::try_from(full).unwrap_or(u32::MAX).max(1);
        let asked = if wanted.is_empty() { Some(1) } else { wanted.parse::<u32>().ok() };
        let page = asked.filter(|page| (1..=pages).contains(page));
        let out_of_range = page.is_none();
        let page = page.unwrap_or(1);
        Self { total, page, size, pages, steps: steps(page, pages, &href), out_of_range }
    }

    /// What to ask the store for.
    pub(crate) const fn slice(&self) -> store::Page {
        store::Page::number(self.page, self.size)
    }
}

fn steps(page: u32, pages: u32, href: &dyn Fn(u32) -> String) -> Vec<Step> {
    if pages == 1 {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let to = |label: String, page: u32| Step::To { label, href: href(page) };
    if page > 1 {
        steps.push(to("上一页".to_owned(), page - 1));
    }
    let near = page.saturating_sub(AROUND).max(1)..=page.saturating_add(AROUND).min(pages);
    if *near.start() > 1 {
        steps.push(to("1".to_owned(), 1));
        if *near.start() > 2 {
            steps.push(Step::Gap);
        }
    }
    steps.extend(
        near.clone()
            .map(|number| if number == page { Step::Here(number) } else { to(number.to_string(), number) }),
    );
    if *near.end() < pages {
        if *near.end() < pages - 1 {
            steps.push(Step::Gap);
        }
        steps.push(to(pages.to_string(), pages));
    }
    if page < pages {
        steps.push(to("下一页".to_owned(), page + 1));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(pager: &Pager) -> String {
        let word = |step: &Step| match step {
            Step::To { label, .. } => label.clone(),
            Step::Here(page) => format!("[{page}]"),
            Step::Gap => "…".to_owned(),
        };
        pager.steps.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_pager_offers_the_neighbours_and_both_ends() {
        let pager =
            |total: i64, wanted: &str| Pager::sized(total, 10, wanted, |page| format!("?page={page}"));
        assert_eq!(words(&pager(10, "")), "");
        assert_eq!(words(&pager(11, "")), "[1] 2 下一页");
        assert_eq!(words(&pager(200, "10")), "上一页 1 … 8 9 [10] 11 12 … 20 下一页");
        assert_eq!(words(&pager(200, "3")), "上一页 1 2 [3] 4 5 … 20 下一页");
        assert_eq!((pager(0, "").pages, pager(0, "").page), (1, 1));
    }

    #[test]
    fn a_page_that_does_not_exist_becomes_the_first() {
        for wanted in ["0", "3", "-1", "x", "99999999999"] {
            let pager = Pager::sized(20, 10, wanted, |page| page.to_string());
            assert_eq!((pager.page, pager.out_of_range), (1, true), "{wanted}");
        }
    }
}
