//! The import template: headers, what to write, and one invented row that shows it.

use super::{
    Register, access_request, declared_figure, dispute, normative_document, publication, work_order,
};

/// 来源编号 of the row that shows how to fill in a template. An import does not read a row that bears it.
pub const EXAMPLE_NO: &str = "示例行，导入时不读取";

/// What an example row writes: key of the field and text. A field left out is left empty.
pub(super) type Example = &'static [(&'static str, &'static str)];

/// An empty table to be filled in and imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// One column for each field.
    pub columns: Vec<TemplateColumn>,
}

/// One column of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// The header as the import will look for it.
    pub header: String,
    /// Whether every row must fill it.
    pub required: bool,
    /// What to write.
    pub help: &'static str,
    /// The labels to choose from; empty where anything may be written.
    pub options: Vec<&'static str>,
    /// What the example row writes; empty where it writes nothing.
    pub example: &'static str,
}

impl Register {
    /// The template of this register. Its example is invented and says so (演示).
    #[must_use]
    pub fn template(self) -> Template {
        let example = self.example();
        let columns = self.fields().iter().map(|field| TemplateColumn {
            header: field.header(),
            required: field.required,
            help: field.help,
            options: field.kind.choices().iter().map(|choice| choice.label).collect(),
            example: example.iter().find(|(key, _)| *key == field.key).map_or("", |(_, text)| text),
        });
        Template { columns: columns.collect() }
    }

    /// What the example row writes, by field: it stands beside each register's table.
    const fn example(self) -> Example {
        match self {
            Self::Publication => publication::EXAMPLE,
            Self::AccessRequest => access_request::EXAMPLE,
            Self::WorkOrder => work_order::EXAMPLE,
            Self::Dispute => dispute::EXAMPLE,
            Self::NormativeDocument => normative_document::EXAMPLE,
            Self::DeclaredFigure => declared_figure::EXAMPLE,
        }
    }
}
