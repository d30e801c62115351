//! Every crate is set up alike, so that lints hold everywhere and tests stay in one binary.

use toml::Table;

use crate::faults::{Fault, assert_none};
use crate::tree::{self, File};

fn oddities(manifests: &[&File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in manifests {
        let table: Table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let at = |path: &[&str]| -> Option<String> {
            let mut value = table.get(path[0])?;
            for key in &path[1..] {
                value = value.get(key)?;
            }
            Some(value.to_string())
        };
        let mut must = |path: &[&str], value: &str, remedy: &'static str| {
            if at(path).as_deref() != Some(value) {
                faults.push(Fault::new(&file.path, 0, format!("{} is not {value}", path.join(".")), remedy));
            }
        };
        must(&["lints", "workspace"], "true", "the lints of the root Cargo.toml hold for every crate");
        must(
            &["package", "autotests"],
            "false",
            "one test binary for each crate links in seconds, ten do not",
        );
        must(&["package", "license", "workspace"], "true", "one licence for the whole project");
        must(
            &["package", "publish", "workspace"],
            "true",
            "the crates are rooms of one program, not libraries",
        );
        if table.get("package").and_then(|package| package.get("description")).is_none() {
            faults.push(Fault::new(
                &file.path,
                0,
                "no description",
                "say in one sentence what the crate is for",
            ));
        }
        let tests = table.get("test").and_then(|tests| tests.as_array()).map_or(0, Vec::len);
        if tests > 1 {
            let remedy = "make the second a module of the first";
            faults.push(Fault::new(&file.path, 0, format!("{tests} test binaries"), remedy));
        }
    }
    faults
}

#[test]
fn every_crate_is_set_up_alike() {
    let mut manifests: Vec<&File> =
        tree::crates().iter().map(|name| tree::file(&format!("crates/{name}/Cargo.toml"))).collect();
    manifests.extend(["xtask/Cargo.toml", "bench/Cargo.toml"].map(tree::file));
    assert_none(&oddities(&manifests));
}

#[test]
fn a_sample_that_opts_out_is_caught() {
    let good = "[package]\nname = \"a\"\ndescription = \"A.\"\nlicense.workspace = true\npublish.workspace = true\n\
                autotests = false\n[lints]\nworkspace = true\n";
    assert_none(&oddities(&[&File::new("crates/a/Cargo.toml", good)]));
    let lax = good.replace("[lints]\nworkspace = true", "[lints.clippy]\nunwrap_used = \"allow\"");
    let faults = oddities(&[&File::new("crates/a/Cargo.toml", &lax)]);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].what, "lints.workspace is not true");
}
