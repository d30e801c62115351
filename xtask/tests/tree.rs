//! The files of the repository.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use crate::tokens::{self, Token};

/// A text file of the repository.
pub(crate) struct File {
    /// From the root of the repository, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
    tokens: OnceLock<Vec<Token>>,
}

impl File {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), tokens: OnceLock::new() }
    }

    /// Whether the file's name ends so, as in `".rs"`.
    pub(crate) fn ends(&self, extension: &str) -> bool {
        self.path.ends_with(extension)
    }

    /// Whether the file stands under a folder, as in `"crates/law/src"`.
    pub(crate) fn under(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The crate of `crates/` that the file belongs to.
    pub(crate) fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split_once('/').map(|(name, _)| name)
    }

    /// Whether it is source that ships: `crates/X/src`, not tests.
    pub(crate) fn is_shipped_source(&self) -> bool {
        self.ends(".rs") && self.krate().is_some_and(|krate| self.under(&format!("crates/{krate}/src")))
    }

    /// The lines with their numbers from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The tokens of a Rust file; comments and attributes that document are left out.
    pub(crate) fn tokens(&self) -> &[Token] {
        let lex =
            || tokens::of(&self.text).unwrap_or_else(|error| panic!("{} is not Rust: {error}", self.path));
        self.tokens.get_or_init(lex)
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every text file, sorted by path; what git ignores at the root (`/target`) and git's own folder are
/// left out, and files that are not UTF-8 (fixtures in other encodings, spreadsheets).
pub(crate) fn files() -> &'static [File] {
    &FILES
}

/// Read and lexed once for all rules.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let root = root();
    let ignored = std::fs::read_to_string(root.join(".gitignore")).unwrap();
    let mut skipped = vec![root.join(".git")];
    skipped.extend(ignored.lines().filter_map(|line| line.strip_prefix('/')).map(|name| root.join(name)));
    let mut found = Vec::new();
    collect(&root, &root, &skipped, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 50, "only {} files found: looked in the wrong folder?", found.len());
    found
});

/// One file that must be there.
pub(crate) fn file(path: &str) -> &'static File {
    let found = files().iter().find(|file| file.path == path);
    found.unwrap_or_else(|| panic!("{path} does not exist, and must"))
}

/// The names of the folders in `crates/`.
pub(crate) fn crates() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("crates")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| root().join("crates").join(name).join("Cargo.toml").is_file());
    names.sort();
    names
}

fn collect(root: &Path, folder: &Path, skipped: &[PathBuf], found: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !skipped.contains(&path) {
            collect(root, &path, skipped, found);
        } else if path.is_file()
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            let relative = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File::new(&relative, &text));
        }
    }
}
