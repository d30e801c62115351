//! What a machine must have beside Rust and a C compiler, as one table, and how each is found.
//!
//! A thing is looked for by its programs or files, never by asking the package manager: what
//! somebody put there by hand is as good.

use std::path::{Path, PathBuf};

/// A command that needs things.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    Demo,
    Test,
    Bench,
}

/// How much a task depends on a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Not at all.
    No,
    /// Installed where that is possible; the task runs without it.
    Wanted,
    /// The task stops without it.
    Required,
}

/// What shows that a thing is there.
pub(crate) enum Proof {
    /// One of these programs stands in a folder of `PATH` or of [`PROGRAM_FOLDERS`].
    Program(&'static [&'static str]),
    /// The server programs of at least this major version stand in [`POSTGRES_VERSIONS`].
    Postgres(u32),
    /// One of these files exists.
    File(&'static [&'static str]),
}

/// A package's name in one distribution; the first matching row of a need counts.
pub(crate) struct Package {
    /// `ID` of `/etc/os-release`; empty matches any.
    pub(crate) distribution: &'static str,
    /// `VERSION_ID` of `/etc/os-release`; empty matches any.
    pub(crate) version: &'static str,
    pub(crate) name: &'static str,
}

/// One row of the table.
pub(crate) struct Need {
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) proof: Proof,
    pub(crate) packages: &'static [Package],
    pub(crate) demo: Use,
    pub(crate) test: Use,
    pub(crate) bench: Use,
}

/// Where Debian keeps programs that `PATH` may lack.
const PROGRAM_FOLDERS: &[&str] =
    &["/usr/bin", "/usr/local/bin", "/usr/sbin", "/usr/lib/chromium", "/snap/bin"];

/// Where Debian and Ubuntu keep one folder of server programs for each version of PostgreSQL.
const POSTGRES_VERSIONS: &str = "/usr/lib/postgresql";

const fn package(name: &'static str) -> Package {
    Package { distribution: "", version: "", name }
}

/// The table. A new need is one row here and nothing else.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        what: "PostgreSQL 15 or newer, server programs",
        why: "every migration and story test runs on PostgreSQL too, on a cluster of the tests' own",
        proof: Proof::Postgres(15),
        packages: &[
            Package { distribution: "debian", version: "12", name: "postgresql-15" },
            package("postgresql"),
        ],
        demo: Use::No,
        test: Use::Required,
        bench: Use::Required,
    },
    Need {
        what: "Chromium",
        why: "the browser journeys",
        proof: Proof::Program(&["chromium", "chromium-browser", "google-chrome"]),
        packages: &[
            Package { distribution: "ubuntu", version: "", name: "chromium-browser" },
            package("chromium"),
        ],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "ChromeDriver",
        why: "the browser journeys drive Chromium through it",
        proof: Proof::Program(&["chromedriver"]),
        packages: &[
            Package { distribution: "ubuntu", version: "", name: "chromium-chromedriver" },
            package("chromium-driver"),
        ],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "a font with Chinese characters",
        why: "without one a browser on this machine shows empty boxes",
        proof: Proof::File(&[
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/System/Library/Fonts/PingFang.ttc",
        ]),
        packages: &[package("fonts-noto-cjk")],
        demo: Use::Wanted,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "Noto Serif CJK",
        why: "PDFs are typeset in it",
        proof: Proof::File(&[
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc",
        ]),
        packages: &[package("fonts-noto-cjk")],
        demo: Use::Wanted,
        test: Use::Required,
        bench: Use::Required,
    },
    Need {
        what: "LibreOffice Writer",
        why: "an office's own program opens our Word documents and prints the same tables",
        proof: Proof::File(&[
            "/usr/lib/libreoffice/program/libswlo.so",
            "/usr/lib64/libreoffice/program/libswlo.so",
        ]),
        packages: &[package("libreoffice-writer-nogui")],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "LibreOffice Calc",
        why: "the same for our spreadsheets",
        proof: Proof::File(&[
            "/usr/lib/libreoffice/program/libsclo.so",
            "/usr/lib64/libreoffice/program/libsclo.so",
        ]),
        packages: &[package("libreoffice-calc-nogui")],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "pdftotext and pdfinfo (poppler)",
        why: "an independent reader of what was printed",
        proof: Proof::Program(&["pdftotext"]),
        packages: &[package("poppler-utils")],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
    Need {
        what: "nginx",
        why: "pages are measured against what it gives out",
        proof: Proof::Program(&["nginx"]),
        packages: &[package("nginx-light")],
        demo: Use::No,
        test: Use::No,
        bench: Use::Required,
    },
    Need {
        what: "wrk",
        why: "the load on the servers that are measured",
        proof: Proof::Program(&["wrk"]),
        packages: &[package("wrk")],
        demo: Use::No,
        test: Use::No,
        bench: Use::Required,
    },
    Need {
        what: "taskset",
        why: "server and load are kept on a processor each",
        proof: Proof::Program(&["taskset"]),
        packages: &[package("util-linux")],
        demo: Use::No,
        test: Use::No,
        bench: Use::Required,
    },
    Need {
        what: "npm",
        why: "it fetches axe-core, which looks for barriers on every page in the browser",
        proof: Proof::Program(&["npm"]),
        packages: &[package("npm")],
        demo: Use::No,
        test: Use::Required,
        bench: Use::No,
    },
];

impl Need {
    /// How much `task` depends on this.
    pub(crate) fn used_by(&self, task: Task) -> Use {
        match task {
            Task::Demo => self.demo,
            Task::Test => self.test,
            Task::Bench => self.bench,
        }
    }

    /// The name of the package that brings it on this distribution.
    pub(crate) fn package(&self, distribution: &str, version: &str) -> &'static str {
        let fits = |row: &&Package| {
            (row.distribution.is_empty() || row.distribution == distribution)
                && (row.version.is_empty() || row.version == version)
        };
        self.packages.iter().find(fits).map_or("", |row| row.name)
    }

    /// Whether this machine has it.
    pub(crate) fn is_met(&self) -> bool {
        match &self.proof {
            Proof::Program(names) => names.iter().any(|name| program_exists(name)),
            Proof::Postgres(least) => postgres_exists(*least),
            Proof::File(paths) => paths.iter().any(|path| Path::new(path).is_file()),
        }
    }
}

/// The folders of `PATH`, then Debian's.
fn program_folders() -> Vec<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a developer's tool, not the program: it looks where a shell would"
    )]
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).chain(PROGRAM_FOLDERS.iter().map(PathBuf::from)).collect()
}

fn program_exists(name: &str) -> bool {
    program_folders().iter().any(|folder| folder.join(name).is_file())
}

/// Whether Debian's folder of versions has one that is new enough; the tests look there too.
fn postgres_exists(least: u32) -> bool {
    let versions = std::fs::read_dir(POSTGRES_VERSIONS).into_iter().flatten().flatten();
    versions.into_iter().any(|entry| {
        let version: Option<u32> = entry.file_name().to_str().and_then(|name| name.parse().ok());
        version.is_some_and(|version| version >= least) && entry.path().join("bin/initdb").is_file()
    })
}

#[test]
fn every_need_has_a_package_on_every_distribution() {
    for need in NEEDS {
        for (distribution, version) in [("debian", "12"), ("debian", "13"), ("ubuntu", "24.04"), ("", "")] {
            assert!(!need.package(distribution, version).is_empty(), "{} on {distribution}", need.what);
        }
    }
    let postgresql = &NEEDS[0];
    assert_eq!(postgresql.package("debian", "12"), "postgresql-15");
    assert_eq!(postgresql.package("debian", "13"), "postgresql");
}

#[test]
fn a_thing_that_is_not_there_is_missing() {
    let ghost = Need { proof: Proof::Program(&["no-such-program"]), ..NEEDS_SAMPLE };
    assert!(!ghost.is_met());
    let shell = Need { proof: Proof::File(&["/no/such/file", "/bin/sh"]), ..NEEDS_SAMPLE };
    assert!(shell.is_met());
    let future = Need { proof: Proof::Postgres(u32::MAX), ..NEEDS_SAMPLE };
    assert!(!future.is_met());
}

#[cfg(test)]
const NEEDS_SAMPLE: Need = Need {
    what: "",
    why: "",
    proof: Proof::File(&[]),
    packages: &[],
    demo: Use::No,
    test: Use::No,
    bench: Use::No,
};
