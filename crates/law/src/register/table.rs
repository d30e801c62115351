//! The one table of a register: `register!` makes the typed record, its fields, its reading and its
//! writing out of the same lines, so that they cannot drift apart.

use jiff::civil::Date;

use super::choice::Chosen;
use super::fault::Faults;
use super::field::{Field, Value, Values};

/// A typed record of one register.
pub(super) trait Registered: Sized {
    /// The table.
    const FIELDS: &'static [Field];

    /// Reads values whose shape has been checked; `None` where a required one is missing or of another type.
    fn read(values: &Values) -> Option<Self>;

    /// Every field's value, [`Value::Null`] where nothing is written.
    fn values(&self) -> Values;

    /// One field's value; [`Value::Null`] too for a key that is not in the table.
    fn value(&self, key: &str) -> Value;

    /// What the law says about the fields together.
    fn check(&self, faults: &mut Faults);
}

/// A type that may stand in a record, and how it is stored.
pub(super) trait Stored: Sized {
    /// Whether the type has no empty value.
    const REQUIRED: bool;

    fn from_value(value: &Value) -> Option<Self>;
    fn to_value(&self) -> Value;
}

impl Stored for String {
    const REQUIRED: bool = true;

    fn from_value(value: &Value) -> Option<Self> {
        value.as_text().map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Stored for i64 {
    const REQUIRED: bool = true;

    fn from_value(value: &Value) -> Option<Self> {
        value.as_int()
    }

    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
}

impl Stored for Date {
    const REQUIRED: bool = true;

    fn from_value(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }

    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl<T: Chosen> Stored for T {
    const REQUIRED: bool = true;

    fn from_value(value: &Value) -> Option<Self> {
        T::from_key(value.as_text()?)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.key().to_owned())
    }
}

impl<T: Stored> Stored for Option<T> {
    const REQUIRED: bool = false;

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            given => T::from_value(given).map(Some),
        }
    }

    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
}

impl<T: Chosen> Stored for Vec<T> {
    const REQUIRED: bool = false;

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            given => given.as_text()?.split(',').map(T::from_key).collect(),
        }
    }

    fn to_value(&self) -> Value {
        if self.is_empty() {
            return Value::Null;
        }
        let keys: Vec<_> = self.iter().map(|member| member.key()).collect();
        Value::Text(keys.join(","))
    }
}

/// Declares a register:
/// `register! { /// doc  pub struct Name { key: Type = "中文名", Kind, "说明"; … } }`.
/// The type decides whether the field is required: `Option` and `Vec` are not.
macro_rules! register {
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$field_doc:meta])* $key:ident: $type:ty = $label:literal, $kind:expr, $help:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $(#[doc = $label] #[doc = ""] #[doc = $help] $(#[$field_doc])* pub $key: $type,)+ }

        impl $crate::register::table::Registered for $name {
            const FIELDS: &'static [$crate::register::Field] = &[
                $($crate::register::Field {
                    key: stringify!($key),
                    label: $label,
                    kind: $kind,
                    required: <$type as $crate::register::table::Stored>::REQUIRED,
                    help: $help,
                },)+
            ];

            fn read(values: &$crate::register::Values) -> Option<Self> {
                let at = |key: &str| values.get(key).unwrap_or(&$crate::register::Value::Null);
                Some(Self { $($key: $crate::register::table::Stored::from_value(at(stringify!($key)))?,)+ })
            }

            fn values(&self) -> $crate::register::Values {
                [$((stringify!($key), $crate::register::table::Stored::to_value(&self.$key)),)+].into()
            }

            fn value(&self, key: &str) -> $crate::register::Value {
                $(if key == stringify!($key) {
                    return $crate::register::table::Stored::to_value(&self.$key);
                })+
                $crate::register::Value::Null
            }

            fn check(&self, faults: &mut $crate::register::fault::Faults) {
                self.check_law(faults);
            }
        }
    };
}
pub(super) use register;
