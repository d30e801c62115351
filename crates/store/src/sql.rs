//! A statement with its arguments. Text comes from this crate alone; whatever comes from outside is bound.

use jiff::Timestamp;
use jiff::civil::Date;
use law::register::Value;
use sqlx::any::{Any, AnyArguments};
use sqlx::query::Query;
use sqlx::{Arguments as _, AssertSqlSafe};

use crate::error::{Error, Result};
use crate::instant;

/// A bound argument: the two column types that both engines share, and NULL of either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arg {
    Text(Option<String>),
    Int(Option<i64>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(Some(text.clone()))
    }
}

impl From<Option<&str>> for Arg {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<Option<String>> for Arg {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<Option<i64>> for Arg {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Arg {
    fn from(yes: bool) -> Self {
        Self::Int(Some(yes.into()))
    }
}

impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Text(Some(day.to_string()))
    }
}

impl From<Option<Date>> for Arg {
    fn from(day: Option<Date>) -> Self {
        Self::Text(day.map(|day| day.to_string()))
    }
}

impl From<Timestamp> for Arg {
    fn from(at: Timestamp) -> Self {
        Self::Text(Some(instant::to_text(at)))
    }
}

impl Arg {
    /// A register's value in a column of that type.
    pub(crate) fn of(value: &Value, is_number: bool) -> Self {
        match value {
            Value::Text(text) => Self::from(text),
            Value::Int(number) => Self::from(*number),
            Value::Null if is_number => Self::Int(None),
            Value::Null => Self::Text(None),
        }
    }
}

/// A statement in the making. Either written whole with `$1` and [`Sql::arg`], or pieced together with
/// [`Sql::push`] and [`Sql::bind`], which writes the placeholder; never both in one statement.
#[derive(Debug, Clone)]
pub(crate) struct Sql {
    text: String,
    args: Vec<Arg>,
}

impl Sql {
    /// Begins with this text.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), args: Vec::new() }
    }

    /// The next argument, for a placeholder that stands in the text.
    pub(crate) fn arg(mut self, arg: impl Into<Arg>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// More text.
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// A placeholder and its argument.
    pub(crate) fn bind(&mut self, arg: impl Into<Arg>) -> &mut Self {
        self.args.push(arg.into());
        self.text.push('$');
        self.text.push_str(&self.args.len().to_string());
        self
    }

    /// `($1, $2, …)`.
    pub(crate) fn bind_list(&mut self, args: impl IntoIterator<Item = Arg>) -> &mut Self {
        let mut mark = '(';
        for arg in args {
            self.text.push(mark);
            self.bind(arg);
            mark = ',';
        }
        self.push(")")
    }

    /// Ready to run.
    pub(crate) fn query(self) -> Result<Query<'static, Any, AnyArguments>> {
        let mut arguments = AnyArguments::default();
        for arg in self.args {
            match arg {
                Arg::Text(Some(text)) if text.contains('\0') => return Err(Error::BadText),
                Arg::Text(text) => arguments.add(text),
                Arg::Int(number) => arguments.add(number),
            }
            .map_err(Error::Other)?;
        }
        Ok(sqlx::query_with(AssertSqlSafe(self.text), arguments))
    }
}

/// A LIKE pattern that finds `words` anywhere, to be used with `ESCAPE '\'`.
pub(crate) fn contains(words: &str) -> String {
    let escaped = words.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}
