//! The filter of a list: from the query of the address to the store's filter, and back into the form.

use law::measure::Year;
use law::register::{FieldKind, Register, Value};
use store::{Condition, Filter, ImportId, Order, OrderBy, Struck, Unit, UnitId};

use super::shape::shape;
use super::unread::{Unread, keep};
use crate::form::{Choosable, FormField, Input, Sent, Typed};

/// What the reader asked for, as it stands in the address.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    register: Register,
    sent: Sent,
    /// The organ's units: another cannot be asked for.
    units: Vec<UnitId>,
    /// The unit to which the reader is limited.
    own: Option<UnitId>,
}

impl Asked {
    pub(super) fn new(register: Register, sent: Sent, units: &[Unit]) -> Self {
        Self { register, sent, units: units.iter().map(|unit| unit.id.clone()).collect(), own: None }
    }

    /// The same for a reader who sees one unit's records alone, whatever is asked for.
    pub(super) fn limited_to(self, own: Option<&UnitId>) -> Self {
        Self { own: own.cloned(), ..self }
    }

    /// The page wanted, as written.
    pub(super) fn page(&self) -> &str {
        self.sent.text("page")
    }

    /// Everything that can be read but the page, to be carried on.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let unread = self.unread();
        let kept = self.sent.pairs().iter().filter(|(name, value)| {
            name != "page" && !value.trim().is_empty() && !unread.iter().any(|bad| bad.name == name)
        });
        kept.cloned().collect()
    }

    /// What was asked for and cannot be read, so that nothing is narrowed by it.
    pub(super) fn unread(&self) -> Vec<Unread> {
        let clocked = has_clock(self.register);
        let mut unread = Vec::new();
        let mut hold = |name, label, fits: &dyn Fn(&str) -> bool| {
            let text = self.sent.text(name);
            if !text.is_empty() && !fits(text) {
                unread.push(Unread::new(name, label, text));
            }
        };
        hold("year", "年度", &|text| year(text).is_some());
        hold("unit", "单位", &|text| self.units.iter().any(|unit| unit.as_str() == text));
        for field in self.register.fields().iter().filter(|field| !field.kind.choices().is_empty()) {
            let choices = field.kind.choices();
            hold(field.key, field.label, &|text| choices.iter().any(|choice| choice.key == text));
        }
        hold("state", "办理状态", &|text| text == "open" && clocked);
        hold("struck", "作废的记录", &|text| matches!(text, "shown" | "only"));
        hold("sort", "排列", &|text| text == "entry" || (text == "due" && clocked));
        unread
    }

    /// Whether anything but the order is asked for.
    pub(super) fn narrows(&self) -> bool {
        self.pairs().iter().any(|(name, _)| name != "sort")
    }

    /// The import that the list is of.
    pub(super) fn import(&self) -> Option<ImportId> {
        let id = self.sent.text("import");
        (!id.is_empty()).then(|| ImportId::new(id))
    }

    /// The store's filter. What cannot be read narrows nothing; [`Self::unread`] tells of it.
    pub(super) fn filter(&self) -> Filter {
        let text = |name: &str| Some(self.sent.text(name)).filter(|text| !text.is_empty());
        let mut conditions = self.conditions();
        if text("state") == Some("open") {
            conditions
                .extend(shape(self.register).done.iter().map(|key| Condition::Empty((*key).to_owned())));
        }
        Filter {
            year: text("year").and_then(year),
            unit: self
                .own
                .clone()
                .or_else(|| self.units.iter().find(|unit| text("unit") == Some(unit.as_str())).cloned()),
            words: text("words").map(str::to_owned),
            import: self.import(),
            struck: match text("struck") {
                Some("shown") => Struck::Shown,
                Some("only") => Struck::Only,
                _ => Struck::Hidden,
            },
            conditions,
        }
    }

    /// The filter as it stands above a printed ledger: `年度：2025年；关键词：预算`. Empty if nothing is asked for.
    pub(super) fn in_words(&self, units: &[Unit]) -> String {
        let filter = self.filter();
        let mut words = Vec::new();
        words.extend(filter.year.map(|year| format!("年度：{}年", year.get())));
        let unit = units.iter().find(|unit| Some(&unit.id) == filter.unit.as_ref());
        words.extend(unit.map(|unit| format!("单位：{}", unit.name)));
        words.extend(filter.words.map(|text| format!("关键词：{text}")));
        if self.sent.text("state") == "open" {
            words.push("办理状态：未办结".to_owned());
        }
        for field in self.register.fields() {
            let key = self.sent.text(field.key);
            let chosen = field.kind.choices().iter().find(|choice| choice.key == key);
            words.extend(chosen.map(|choice| format!("{}：{}", field.label, choice.label)));
        }
        match filter.struck {
            Struck::Hidden => {}
            Struck::Shown => words.push("含作废的记录".to_owned()),
            Struck::Only => words.push("只有作废的记录".to_owned()),
        }
        if filter.import.is_some() {
            words.push("一次导入的记录".to_owned());
        }
        words.join("；")
    }

    fn conditions(&self) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for field in self.register.fields() {
            let key = self.sent.text(field.key);
            let Some(choice) = field.kind.choices().iter().find(|choice| choice.key == key) else { continue };
            let name = field.key.to_owned();
            conditions.push(match field.kind {
                FieldKind::Choices(_) => Condition::Has(name, choice.key.to_owned()),
                _ => Condition::Is(name, Value::Text(choice.key.to_owned())),
            });
        }
        conditions
    }

    /// The order: by the register's own day, the latest first, unless another is asked for.
    pub(super) fn order(&self) -> Order {
        match (self.sent.text("sort"), store::date_fields(self.register).first()) {
            ("due", _) if has_clock(self.register) => Order { by: OrderBy::Due, descending: false },
            ("entry", _) | (_, None) => Order::newest_first(),
            (_, Some(day)) => Order { by: OrderBy::Field((*day).to_owned()), descending: true },
        }
    }

    /// The fields that stand open, and those behind 更多条件.
    pub(super) fn form(&self, years: &[(i16, i64)], units: &[Unit]) -> (Vec<FormField>, Vec<FormField>) {
        let mut open = vec![self.line("words", "关键词")];
        let mut known: Vec<_> = years
            .iter()
            .map(|(year, count)| (year.to_string(), format!("{year} 年（{count} 条）")))
            .collect();
        let wanted = self.sent.text("year");
        if let Some(year) = year(wanted).filter(|_| !known.iter().any(|(key, _)| key == wanted)) {
            known.push((wanted.to_owned(), format!("{} 年（0 条）", year.get())));
        }
        open.push(self.select("year", "年度", "不限", known));
        if !units.is_empty() && self.own.is_none() {
            let name = |unit: &Unit| {
                if unit.closed { format!("{}（已停用）", unit.name) } else { unit.name.clone() }
            };
            let unit = units.iter().map(|unit| (unit.id.to_string(), name(unit)));
            open.push(self.select("unit", "单位", "不限", unit.collect()));
        }
        if has_clock(self.register) {
            open.push(self.select("state", "办理状态", "全部", own(&[("open", "未办结")])));
        }
        let typed = Typed::from_sent(self.register.fields(), &self.sent);
        let chosen = self.register.fields().iter().filter(|field| !field.kind.choices().is_empty());
        let mut more: Vec<FormField> = chosen.map(|field| FormField::filter(field, &typed)).collect();
        let unread = self.unread();
        more.push(self.select(
            "struck",
            "作废的记录",
            "不显示",
            own(&[("shown", "一并显示"), ("only", "只看作废的")]),
        ));
        more.extend(self.order_form());
        for field in open.iter_mut().chain(more.iter_mut()) {
            keep(field, &unread);
        }
        (open, more)
    }

    /// The choice of an order, where there is one.
    fn order_form(&self) -> Option<FormField> {
        if store::date_fields(self.register).is_empty() {
            return None;
        }
        let mut orders = vec![("entry", "按登记先后，新的在前")];
        if has_clock(self.register) {
            orders.push(("due", "按期限，先到的在前"));
        }
        Some(self.select("sort", "排列", "按日期，新的在前", own(&orders)))
    }

    fn line(&self, name: &str, label: &str) -> FormField {
        FormField { required: false, blank: "不限", ..FormField::line(name, label, "") }
            .holding(self.sent.text(name))
    }

    fn select(
        &self,
        name: &str,
        label: &str,
        blank: &'static str,
        choices: Vec<(String, String)>,
    ) -> FormField {
        let now = self.sent.text(name);
        let choices = choices.into_iter().map(|(key, label)| Choosable { chosen: key == now, key, label });
        FormField { input: Input::Select(choices.collect()), blank, ..self.line(name, label) }
    }
}

fn year(text: &str) -> Option<Year> {
    Year::new(text.parse().ok()?)
}

/// Whether the register's records have a clock whose day is kept to sort by.
pub(super) const fn has_clock(register: Register) -> bool {
    matches!(register, Register::AccessRequest | Register::WorkOrder)
}

fn own(choices: &[(&str, &str)]) -> Vec<(String, String)> {
    choices.iter().map(|(key, label)| ((*key).to_owned(), (*label).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(register: Register, pairs: &[(&str, &str)]) -> Asked {
        let pairs: Vec<_> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Asked::new(register, Sent::from(pairs), &[])
    }

    #[test]
    fn an_address_becomes_a_filter() {
        let asked = asked(
            Register::Publication,
            &[
                ("year", "2020"),
                ("words", " 预算 "),
                ("channels", "portal"),
                ("content_kind", "news"),
                ("struck", "only"),
            ],
        );
        let filter = asked.filter();
        assert_eq!(filter.year.map(Year::get), Some(2020));
        assert_eq!(filter.words.as_deref(), Some("预算"));
        assert_eq!(filter.struck, Struck::Only);
        let news = Value::Text("news".to_owned());
        let expected =
            [Condition::Is("content_kind".into(), news), Condition::Has("channels".into(), "portal".into())];
        assert_eq!(filter.conditions, expected);
    }

    #[test]
    fn a_filter_is_told_in_words_as_far_as_it_narrows() {
        let pairs = [
            ("year", "2020"),
            ("words", "预算"),
            ("content_kind", "news"),
            ("kind", "x"),
            ("struck", "shown"),
            ("sort", "entry"),
        ];
        assert_eq!(
            asked(Register::Publication, &pairs).in_words(&[]),
            "年度：2020年；关键词：预算；内容性质：工作动态；含作废的记录"
        );
        assert_eq!(asked(Register::Dispute, &[("state", "x")]).in_words(&[]), "");
    }

    #[test]
    fn what_makes_no_sense_narrows_nothing_and_is_told_of() {
        let asked = asked(
            Register::Dispute,
            &[("year", "二〇"), ("kind", "'; DROP"), ("unit", "nowhere"), ("state", "x"), ("sort", "due")],
        );
        assert_eq!(asked.filter(), Filter::default());
        assert_eq!(asked.order().by, OrderBy::Field("filed_on".to_owned()));
        let told: Vec<String> = asked.unread().iter().map(Unread::told).collect();
        assert_eq!(told[0], "年度“二〇”认不出来，没有按它筛选。请写四位数的年份，如 2025。");
        assert_eq!(told.len(), 4 + 1, "{told:?}");
        assert_eq!(asked.pairs(), []);
        assert!(!asked.narrows());
        let (open, _) = asked.form(&[], &[]);
        let year = open.iter().find(|field| field.key == "year").unwrap();
        assert!(year.error.is_some());
        let Input::Select(choices) = &year.input else { panic!() };
        assert!(choices.iter().any(|choice| choice.chosen && choice.label == "认不出：二〇"));
    }

    #[test]
    fn a_year_without_records_is_still_the_one_chosen() {
        let (open, _) = asked(Register::Dispute, &[("year", "1999")]).form(&[(2025, 3)], &[]);
        let Input::Select(choices) = &open[1].input else { panic!() };
        let chosen: Vec<&str> =
            choices.iter().filter(|choice| choice.chosen).map(|choice| choice.label.as_str()).collect();
        assert_eq!(chosen, ["1999 年（0 条）"]);
    }

    #[test]
    fn the_page_is_not_carried_to_the_next_one() {
        let asked = asked(Register::Dispute, &[("page", "3"), ("words", "甲"), ("year", "")]);
        assert_eq!(asked.pairs(), [("words".to_owned(), "甲".to_owned())]);
    }
}
