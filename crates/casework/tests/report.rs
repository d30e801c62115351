//! The annual report from draft to correction, on both engines.

#[path = "report/blockers.rs"]
mod blockers;
#[path = "report/desk.rs"]
mod desk;
#[path = "report/drill_down.rs"]
mod drill_down;
#[path = "report/identities.rs"]
mod identities;
#[path = "report/prose.rs"]
mod prose;
#[path = "report/story.rs"]
mod story;
