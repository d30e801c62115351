//! Which crate may use which: the map of ARCHITECTURE.md as tables, checked against cargo's own graph.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use crate::faults::{Fault, assert_none};
use crate::tree;

/// What a crate may depend on inside the workspace.
struct Edges {
    krate: &'static str,
    may_use: &'static [&'static str],
    /// More that its tests may use.
    tests_may_use: &'static [&'static str],
}

const EDGES: &[Edges] = &[
    Edges { krate: "law", may_use: &[], tests_may_use: &[] },
    Edges { krate: "inspect", may_use: &["law"], tests_may_use: &[] },
    Edges { krate: "store", may_use: &["law"], tests_may_use: &[] },
    Edges { krate: "paper", may_use: &["law"], tests_may_use: &[] },
    Edges { krate: "reading", may_use: &["inspect"], tests_may_use: &[] },
    Edges { krate: "casework", may_use: &["law", "store", "inspect"], tests_may_use: &[] },
    Edges { krate: "web", may_use: &["law", "casework", "store", "inspect"], tests_may_use: &[] },
    Edges {
        krate: "gongkai",
        may_use: &["law", "inspect", "store", "paper", "reading", "casework", "web"],
        tests_may_use: &[],
    },
    Edges { krate: "xtask", may_use: &[], tests_may_use: &[] },
    // Measures the program from outside; fills databases and prints reports for it.
    Edges { krate: "bench", may_use: &["law", "store", "paper"], tests_may_use: &[] },
];

/// Libraries that a crate must not use, neither itself nor through another library.
struct Ban {
    krate: &'static str,
    libraries: &'static [&'static str],
    why: &'static str,
}

/// What makes a crate impure: runtimes, sockets, databases, servers, clocks' and dice's libraries.
const IMPURE: &[&str] = &[
    "async-std",
    "axum",
    "chrono",
    "fastrand",
    "getrandom",
    "hyper",
    "libsqlite3-sys",
    "mio",
    "rand",
    "rand_core",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "sqlx",
    "sqlx-core",
    "tempfile",
    "tokio",
    "uuid",
];

const BANS: &[Ban] = &[
    Ban { krate: "law", libraries: IMPURE, why: "law cannot do IO and does not know what day it is" },
    Ban { krate: "inspect", libraries: IMPURE, why: "inspect is pure: text in, findings out" },
    Ban {
        krate: "paper",
        libraries: &["axum", "libsqlite3-sys", "sqlx", "tokio"],
        why: "an engine at the edge knows neither the database nor the server",
    },
    Ban {
        krate: "reading",
        libraries: &["axum", "libsqlite3-sys", "sqlx", "tokio"],
        why: "an engine at the edge knows neither the database nor the server",
    },
    Ban { krate: "store", libraries: &["axum", "askama"], why: "the store does not know who asks" },
    Ban { krate: "casework", libraries: &["axum", "askama", "clap"], why: "a use case is not a handler" },
    Ban {
        krate: "web",
        libraries: &["calamine", "rust_xlsxwriter", "tantivy", "typst"],
        why: "files are read and written behind casework's ports",
    },
];

/// Libraries that exactly one crate names in its own `Cargo.toml`.
const OWNERS: &[(&str, &str)] = &[
    ("sqlx", "store"),
    ("askama", "web"),
    ("clap", "gongkai"),
    ("getrandom", "gongkai"),
    ("uuid", "gongkai"),
    ("rust_xlsxwriter", "paper"),
    ("encoding_rs", "reading"),
];

/// A graph of names: crate or library → what it uses in what it ships.
type Graph = BTreeMap<String, BTreeSet<String>>;

pub(crate) static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    // Only what this machine builds: packages of other systems were never fetched.
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(rustc.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned();
    MetadataCommand::new()
        .manifest_path(tree::root().join("Cargo.toml"))
        .other_options(["--offline".to_owned(), format!("--filter-platform={host}")])
        .exec()
        .unwrap()
});

/// The direct dependencies of the workspace's members, of one kind or the others.
fn members(metadata: &Metadata, of_tests: bool) -> Graph {
    let direct = metadata.workspace_packages().into_iter().map(|package| {
        let edges = package.dependencies.iter();
        let edges = edges.filter(|edge| (edge.kind == DependencyKind::Development) == of_tests);
        (package.name.to_string(), edges.map(|edge| edge.name.clone()).collect())
    });
    direct.collect()
}

/// What a member's feature `testing` brings: helpers for tests, which [`testing_in_programs`] keeps out
/// of everything that ships. Cargo's graph has them in, because some test asks for them.
fn for_tests_only(package: &Package) -> BTreeSet<&str> {
    let enabled = package.features.get("testing").into_iter().flatten();
    enabled.filter_map(|entry| entry.strip_prefix("dep:")).collect()
}

/// Everything that ships with each member: its dependencies, theirs, and so on; tests left out.
fn closures(metadata: &Metadata) -> Graph {
    let resolve = metadata.resolve.as_ref().unwrap();
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let package = |id: &PackageId| metadata.packages.iter().find(|package| package.id == *id).unwrap();
    let mut closures = Graph::new();
    for member in metadata.workspace_packages() {
        let mut seen = BTreeSet::new();
        let mut open = vec![&member.id];
        while let Some(id) = open.pop() {
            let test_helpers = for_tests_only(package(id));
            for edge in &nodes[id].deps {
                let ships = edge.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
                let helps = test_helpers.contains(package(&edge.pkg).name.as_str());
                if ships && !helps && seen.insert(&edge.pkg) {
                    open.push(&edge.pkg);
                }
            }
        }
        closures.insert(
            member.name.to_string(),
            seen.into_iter().map(|id| package(id).name.to_string()).collect(),
        );
    }
    closures
}

fn manifest(krate: &str) -> String {
    let is_beside = ["xtask", "bench"].contains(&krate);
    if is_beside { format!("{krate}/Cargo.toml") } else { format!("crates/{krate}/Cargo.toml") }
}

/// Edges inside the workspace that the table does not allow, and members it does not know.
fn forbidden_edges(ships: &Graph, tests: &Graph) -> Vec<Fault> {
    let mut faults = Vec::new();
    for krate in ships.keys() {
        let Some(row) = EDGES.iter().find(|row| row.krate == krate) else {
            let remedy = "add its row to EDGES in xtask/tests/edges.rs, and the crate to ARCHITECTURE.md";
            faults.push(Fault::new(&manifest(krate), 0, format!("the crate {krate} has no row"), remedy));
            continue;
        };
        let members = |graph: &Graph| -> Vec<String> {
            let used = graph.get(krate).into_iter().flatten();
            used.filter(|name| ships.contains_key(*name) && *name != krate).cloned().collect()
        };
        let mut found: Vec<String> = members(ships);
        found.retain(|name| !row.may_use.contains(&name.as_str()));
        let mut in_tests = members(tests);
        in_tests.retain(|name| !row.may_use.iter().chain(row.tests_may_use).any(|may| may == name));
        for name in found.into_iter().chain(in_tests) {
            let remedy = "move the code to a crate that may, or change the map in ARCHITECTURE.md and EDGES";
            faults.push(Fault::new(&manifest(krate), 0, format!("{krate} must not use {name}"), remedy));
        }
    }
    faults
}

fn banned_libraries(closures: &Graph) -> Vec<Fault> {
    let mut faults = Vec::new();
    for ban in BANS {
        let used = closures.get(ban.krate).cloned().unwrap_or_default();
        for library in ban.libraries.iter().filter(|library| used.contains(**library)) {
            let what =
                format!("{} uses {library}, directly or through another library: {}", ban.krate, ban.why);
            let remedy = "`cargo tree -i LIBRARY -p CRATE -e normal` shows the way in; cut it there";
            faults.push(Fault::new(&manifest(ban.krate), 0, what, remedy));
        }
    }
    faults
}

fn strangers(ships: &Graph, tests: &Graph) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (library, owner) in OWNERS {
        for graph in [ships, tests] {
            let users = graph.iter().filter(|(krate, used)| krate != owner && used.contains(*library));
            for (krate, _) in users {
                // Reading a file back is how a test checks what was written.
                if std::ptr::eq(graph, tests) && *library != "sqlx" {
                    continue;
                }
                let what = format!("{krate} names {library}, which belongs to {owner}");
                faults.push(Fault::new(&manifest(krate), 0, what, "call the owner's functions instead"));
            }
        }
    }
    faults
}

/// Dependencies outside tests, `(crate, library, features asked for)`, that ask for `testing`.
fn testing_in_programs(asked: &[(String, String, Vec<String>)]) -> Vec<Fault> {
    let hits = asked.iter().filter(|(_, _, features)| features.iter().any(|feature| feature == "testing"));
    let remedy = "ask for the feature in [dev-dependencies] only";
    hits.map(|(krate, library, _)| {
        Fault::new(&manifest(krate), 0, format!("{krate} ships {library} with its helpers for tests"), remedy)
    })
    .collect()
}

#[test]
fn helpers_for_tests_do_not_ship() {
    let members = METADATA.workspace_packages();
    let asked = members.iter().flat_map(|package| {
        let ships = package.dependencies.iter().filter(|edge| edge.kind != DependencyKind::Development);
        ships.map(|edge| (package.name.to_string(), edge.name.clone(), edge.features.clone()))
    });
    assert_none(&testing_in_programs(&asked.collect::<Vec<_>>()));
}

#[test]
fn a_sample_that_ships_helpers_for_tests_is_caught() {
    let edge = |features: &[&str]| {
        ("web".to_owned(), "store".to_owned(), features.iter().map(|name| (*name).to_owned()).collect())
    };
    assert_eq!(testing_in_programs(&[edge(&["testing"]), edge(&["std"])]).len(), 1);
}

#[test]
fn crates_use_only_what_the_map_allows() {
    assert_none(&forbidden_edges(&members(&METADATA, false), &members(&METADATA, true)));
}

#[test]
fn what_must_stay_out_of_a_crate_stays_out_of_its_whole_graph() {
    assert_none(&banned_libraries(&closures(&METADATA)));
}

#[test]
fn each_library_with_an_owner_is_named_by_its_owner_alone() {
    assert_none(&strangers(&members(&METADATA, false), &members(&METADATA, true)));
}

fn graph(edges: &[(&str, &[&str])]) -> Graph {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    edges.iter().map(|(from, to)| ((*from).to_owned(), owned(to))).collect()
}

#[test]
fn a_sample_with_a_forbidden_edge_is_caught() {
    let ships = graph(&[("law", &["jiff"]), ("store", &["law"]), ("web", &["law", "store"])]);
    assert_none(&forbidden_edges(&ships, &graph(&[("store", &["law"])])));
    let ships = graph(&[("law", &["store"]), ("store", &[]), ("novelty", &[])]);
    let told: Vec<String> =
        forbidden_edges(&ships, &graph(&[("store", &["novelty"])])).iter().map(|f| f.what.clone()).collect();
    let expected = ["law must not use store", "the crate novelty has no row", "store must not use novelty"];
    assert_eq!(told, expected);
}

#[test]
fn a_sample_with_a_banned_library_is_caught() {
    let faults = banned_libraries(&graph(&[("law", &["jiff", "tokio"]), ("web", &["tokio"])]));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].what.starts_with("law uses tokio"), "{}", faults[0]);
}

#[test]
fn a_sample_with_a_stranger_is_caught() {
    let ships = graph(&[("store", &["sqlx"]), ("casework", &["sqlx"])]);
    let faults = strangers(&ships, &graph(&[("web", &["sqlx", "clap"])]));
    let told: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(
        told,
        ["casework names sqlx, which belongs to store", "web names sqlx, which belongs to store"]
    );
}
