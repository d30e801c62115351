//! The frame of the portal's pages: whose column, which of the five national columns, where.

use super::organ::PublicOrgan;
use crate::frame::Crumb;

/// The columns that every disclosure platform has, in their order (61号, P-61-3), and 依申请公开 beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// 政府信息公开指南.
    Guide,
    /// 政府信息公开制度.
    Rules,
    /// 法定主动公开内容.
    Content,
    /// 政府信息公开年报.
    Annual,
    /// 依申请公开.
    Apply,
}

impl Column {
    pub(crate) const ALL: [Self; 5] = [Self::Guide, Self::Rules, Self::Content, Self::Annual, Self::Apply];

    /// The national label.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Guide => "政府信息公开指南",
            Self::Rules => "政府信息公开制度",
            Self::Content => "法定主动公开内容",
            Self::Annual => "政府信息公开年报",
            Self::Apply => "依申请公开",
        }
    }

    /// What kind of column it is, in the words of crawlers (`ColumnType`).
    const fn kind(self) -> &'static str {
        match self {
            Self::Guide => "信息公开指南",
            Self::Rules => "信息公开制度",
            Self::Content => "信息公开目录",
            Self::Annual => "信息公开年报",
            Self::Apply => "依申请公开",
        }
    }

    /// What it holds (`ColumnDescription`), after the name of the organ.
    const fn about(self) -> &'static str {
        match self {
            Self::Guide => "的政府信息公开指南：公开什么、怎样获取、工作机构和监督渠道",
            Self::Rules => "办理政府信息公开所依据的法规和文件",
            Self::Content => "依照条例第二十条、第二十一条主动公开的信息",
            Self::Annual => "历年政府信息公开工作年度报告",
            Self::Apply => "政府信息公开申请的渠道、期限和收费",
        }
    }

    fn href(self, organ: &PublicOrgan) -> String {
        match self {
            Self::Guide => organ.links.guide(),
            Self::Rules => organ.links.rules(),
            Self::Content => organ.links.column(),
            Self::Annual => organ.links.annual(),
            Self::Apply => organ.links.apply(),
        }
    }
}

/// A link of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Branch {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// What `layout/portal.html` needs.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) organ: PublicOrgan,
    pub(crate) crumbs: Vec<Crumb>,
    pub(crate) tree: Vec<Branch>,
    /// The name of the column for inspectors and crawlers (`ColumnName`).
    pub(crate) column_name: &'static str,
    /// What kind of column it is (`ColumnType`).
    pub(crate) column_kind: &'static str,
    /// What it holds, in a sentence (`ColumnDescription`).
    pub(crate) about: String,
}

impl Frame {
    /// The frame of the organ's home page.
    pub(super) fn home(organ: PublicOrgan) -> Self {
        Self {
            tree: tree(&organ, None),
            crumbs: Vec::new(),
            column_name: "政府信息公开",
            column_kind: "政府信息公开",
            about: format!("{}的政府信息公开栏目", organ.organ.name),
            organ,
        }
    }

    /// The frame of a page in a column; `path` leads from the column to the page, empty for the column itself.
    pub(super) fn within(organ: PublicOrgan, column: Column, path: Vec<Crumb>) -> Self {
        let mut crumbs = vec![Crumb::to("政府信息公开", organ.links.home())];
        if path.is_empty() {
            crumbs.push(Crumb::here(column.label()));
        } else {
            crumbs.push(Crumb::to(column.label(), column.href(&organ)));
            crumbs.extend(path);
        }
        Self {
            tree: tree(&organ, Some(column)),
            crumbs,
            column_name: column.label(),
            column_kind: column.kind(),
            about: format!("{}{}", organ.organ.name, column.about()),
            organ,
        }
    }
}

fn tree(organ: &PublicOrgan, current: Option<Column>) -> Vec<Branch> {
    let branch = |column: Column| Branch {
        label: column.label(),
        href: column.href(organ),
        current: current == Some(column),
    };
    Column::ALL.into_iter().map(branch).collect()
}
