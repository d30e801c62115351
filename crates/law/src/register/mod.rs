//! The registers (台账): what stands in them, in one table per register that drives SQL columns,
//! import, export, forms and filters; and what the law says about a record's fields together.
//!
//! Add a field to a register in that register's file, and nowhere else.

mod choice;
mod fault;
mod field;
mod header;
mod number;
mod shape;
mod table;
mod template;
mod text;

#[cfg(feature = "testing")]
pub mod testing;

mod category;
mod index_no;
mod indicator;

mod access_request;
mod declared_figure;
mod dispute;
mod normative_document;
mod publication;
mod work_order;

pub use access_request::{AccessRequest, ApplicantKind, RequestChannel};
pub use category::Category;
pub use choice::{Choice, Chosen, YesNo};
pub use declared_figure::DeclaredFigure;
pub use dispute::{Dispute, DisputeKind, Outcome};
pub use fault::FieldFault;
pub use field::{Field, FieldKind, Value, Values};
pub use header::Column;
pub use index_no::{IndexPrefix, IndexScheme};
pub use indicator::{INDICATORS, Indicator, IndicatorKind};
pub use normative_document::{NormativeDocument, NormativeKind};
pub use number::MoneyUnit;
pub use publication::{ContentKind, Publication, ReleaseChannel, Validity};
pub use template::{EXAMPLE_NO, Template, TemplateColumn};
pub use text::{text_to_value, value_to_text};
pub use work_order::{OrderCategory, OrderSource, Satisfaction, WorkOrder};

use fault::Faults;
use table::Registered;

macro_rules! registers {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $label:literal;)+) => {
        /// A register of the organ.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Register { $($(#[$doc])* $name,)+ }

        /// One record of one register, valid by itself.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record { $($(#[$doc])* $name($name),)+ }

        impl Register {
            /// All registers in the order in which the desk lists them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// English name: SQL table, URL segment, `KIND` of the command line.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// Chinese name.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)+ }
            }

            /// The table of its columns. `source_no` is always the first, `unit` the second.
            #[must_use]
            pub const fn fields(self) -> &'static [Field] {
                match self { $(Self::$name => $name::FIELDS,)+ }
            }
        }

        impl Record {
            /// Reads values into a record: first each value's shape, then what the law says about them together.
            ///
            /// # Errors
            /// Every fault found, each naming its field and saying in Chinese what to do.
            pub fn parse(register: Register, values: &Values) -> Result<Self, Vec<FieldFault>> {
                match register { $(Register::$name => parse(values).map(Self::$name),)+ }
            }

            /// Its register.
            #[must_use]
            pub const fn register(&self) -> Register {
                match self { $(Self::$name(_) => Register::$name,)+ }
            }

            /// The value of every field, [`Value::Null`] where nothing is written.
            #[must_use]
            pub fn values(&self) -> Values {
                match self { $(Self::$name(record) => record.values(),)+ }
            }

            /// The value of one field; [`Value::Null`] too for a key that is no field of the register.
            #[must_use]
            pub fn value(&self, key: &str) -> Value {
                match self { $(Self::$name(record) => record.value(key),)+ }
            }

            /// 来源编号, unique within organ and register.
            #[must_use]
            pub fn source_no(&self) -> &str {
                match self { $(Self::$name(record) => &record.source_no,)+ }
            }

            /// 单位 as written: name or code of a village or department.
            #[must_use]
            pub fn unit(&self) -> Option<&str> {
                match self { $(Self::$name(record) => record.unit.as_deref(),)+ }
            }
        }
    };
}

registers! {
    /// 主动公开信息.
    Publication = "publication", "主动公开信息";
    /// 依申请公开.
    AccessRequest = "access_request", "依申请公开";
    /// 12345 工单与留言.
    WorkOrder = "work_order", "工单与留言";
    /// 行政复议、行政诉讼.
    Dispute = "dispute", "复议诉讼";
    /// 规范性文件.
    NormativeDocument = "normative_document", "规范性文件";
    /// 业务数据报送.
    DeclaredFigure = "declared_figure", "业务数据报送";
}

impl Register {
    /// The register with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|register| register.key() == key)
    }

    /// The field with that key.
    #[must_use]
    pub fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }
}

fn parse<T: Registered>(values: &Values) -> Result<T, Vec<FieldFault>> {
    let mut faults = Faults::new(T::FIELDS);
    shape::check(T::FIELDS, values, &mut faults);
    let record = T::read(values);
    if let Some(record) = &record {
        record.check(&mut faults);
    }
    match record {
        Some(record) if faults.is_empty() => Ok(record),
        Some(_) => Err(faults.into_found()),
        // Unreachable by construction: whatever cannot be read has a faulty shape.
        None => {
            if faults.is_empty() {
                faults.add("source_no", "这一行无法读取，请核对各项内容");
            }
            Err(faults.into_found())
        }
    }
}
