//! The table of measures, one file per register.

pub(super) mod access_requests;
pub(super) mod declared_figures;
pub(super) mod disputes;
pub(super) mod normative_documents;
pub(super) mod publications;
pub(super) mod work_orders;

/// Declares the measures of one register as statics and lists them in `TABLE`. What is not said is
/// usual: rows are counted, and the number means something as a whole.
macro_rules! measures {
    ($register:ident; $($(#[$doc:meta])* $name:ident = $key:literal, $label:literal, $unit:literal {
        definition: $definition:literal,
        basis: $basis:literal,
        when: [$($condition:expr),+ $(,)?],
        by: [$($dimension:expr),* $(,)?],
        $(sum: $sum:literal,)?
        $(part_only: $part_only:literal,)?
        $(unknown: $unknown:ident,)?
        zero: $zero:literal,
    })+) => {
        $($(#[$doc])* #[doc = $definition] pub static $name: $crate::measure::Measure = $crate::measure::Measure {
            key: $key,
            label: $label,
            unit: $unit,
            definition: $definition,
            basis: $basis,
            register: $crate::register::Register::$register,
            conditions: &[$($condition),+],
            dimensions: &[$($dimension),*],
            counts: $crate::measure::table::counts!($($sum)?),
            is_whole: true $(&& !$part_only)?,
            zero: $zero,
            unknown: $crate::measure::table::unknown!($($unknown)?),
        };)+

        pub(in crate::measure) static TABLE: &[&$crate::measure::Measure] = &[$(&$name),+];
    };
}

macro_rules! counts {
    () => {
        $crate::measure::Counts::Rows
    };
    ($column:literal) => {
        $crate::measure::Counts::Sum($column)
    };
}

macro_rules! unknown {
    () => {
        None
    };
    ($measure:ident) => {
        Some(&$measure)
    };
}

use {counts, measures, unknown};
