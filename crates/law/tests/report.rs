//! The annual report: forms, cells, sources, identities, prose, JSON.

mod cells;
mod completeness;
mod fixture;
mod forms;
mod identities;
mod json;
mod numbers;
mod prose;
mod prose_rules;
mod records;
mod registers;
mod rules;
mod seed_shape;
mod sources;
mod years;
