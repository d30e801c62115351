//! That no template is forgotten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::visits::GROUPS;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/templates")
}

/// The templates under `folder`, as `portal/home.html`.
fn all(root: &Path, folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all(root, &path));
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.insert(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

/// What a template is made of: what it extends, includes and imports, and what those are made of.
fn with_its_parts(name: &str, shown: &mut BTreeSet<String>) {
    if !shown.insert(name.to_owned()) {
        return;
    }
    let text = std::fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    for word in ["extends \"", "include \"", "import \""] {
        for part in text.split(word).skip(1).filter_map(|rest| rest.split('"').next()) {
            with_its_parts(part, shown);
        }
    }
}

#[test]
fn every_template_is_looked_at() {
    let mut shown = BTreeSet::new();
    for visit in GROUPS.iter().flat_map(|group| group.visits) {
        for name in visit.shows {
            with_its_parts(name, &mut shown);
        }
    }
    let forgotten: Vec<String> = all(&folder(), &folder()).difference(&shown).cloned().collect();
    assert!(forgotten.is_empty(), "no page of visits.rs shows these templates: {forgotten:?}");
}
