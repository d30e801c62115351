//! Measures in SQL. `law::measure` defines each number as data; here its conditions become one WHERE,
//! which the count and the list behind it share.

mod condition;
mod count;
mod dimension;
mod members;

pub use count::Count;
pub use members::Members;
