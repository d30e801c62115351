//! Deny by default at the desk: every route states the capability that a post needs for it.

#[test]
fn placeholder_until_routes_land() {}
