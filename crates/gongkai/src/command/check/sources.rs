//! What is to be checked: files, folders and ZIP archives of any depth, standard input; one after the other, so that
//! never more than a few files are in memory.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use reading::limits::MAX_FILE_BYTES;

use super::archive;
use crate::{fault, input};

/// A file with its content, or the sentence why there is none.
#[derive(Debug)]
pub(crate) struct Source {
    /// As it is shown: the path as given, members behind their archive: `各镇.zip/甲镇.docx`.
    pub(crate) name: String,
    pub(crate) content: Result<Vec<u8>, String>,
}

/// Files found but not yet read.
#[derive(Debug, Default)]
pub(super) struct Sources {
    entries: Vec<Entry>,
}

#[derive(Debug)]
enum Entry {
    Stdin,
    File(PathBuf),
    /// A path that leads nowhere, with the sentence why.
    Broken(String, String),
}

/// The name under which standard input is shown.
const STDIN: &str = "（标准输入）";
/// The deepest folder that is looked into.
const DEEPEST: usize = 32;

impl Sources {
    /// Finds the files of these paths. A folder gives its files by name, those of its folders after them; what
    /// begins with a dot and what Office leaves lying about (`~$`) is left out.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let mut sources = Self::default();
        for path in paths {
            if path.as_os_str() == "-" {
                sources.entries.push(Entry::Stdin);
            } else if path.is_dir() {
                let before = sources.entries.len();
                sources.walk(path, 0);
                if sources.entries.len() == before {
                    let empty = "目录里没有可以检查的文件。".to_owned();
                    sources.entries.push(Entry::Broken(path.display().to_string(), empty));
                }
            } else {
                sources.entries.push(Entry::File(path.clone()));
            }
        }
        sources
    }

    /// How many files there are; archives count as one until they are opened.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    fn walk(&mut self, folder: &Path, depth: usize) {
        let broken = |error: &io::Error| {
            let sentence = fault::file("读不了", folder, error).to_string();
            Entry::Broken(folder.display().to_string(), sentence)
        };
        let entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>()) {
            Ok(entries) => entries,
            Err(error) => return self.entries.push(broken(&error)),
        };
        let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
        paths.retain(|path| !is_litter(&input::name_of(path)));
        paths.sort();
        let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| is_folder(path));
        self.entries.extend(files.into_iter().map(Entry::File));
        for inner in folders {
            if depth < DEEPEST {
                self.walk(&inner, depth + 1);
            }
        }
    }

    /// Reads one after the other until `receive` has enough. `more` is told of members found in archives.
    pub(super) fn each(
        self,
        more: &dyn Fn(usize),
        receive: &mut dyn FnMut(Source) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for entry in self.entries {
            match entry {
                Entry::Broken(name, sentence) => receive(Source { name, content: Err(sentence) })?,
                Entry::Stdin => {
                    let source = Source { name: STDIN.to_owned(), content: from_stdin() };
                    unpacked(source, more, receive)?;
                }
                Entry::File(path) => from_file(&path, more, receive)?,
            }
        }
        ControlFlow::Continue(())
    }
}

/// A link to a folder is not followed: it may lead back.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}

/// Files that nobody means.
pub(super) fn is_litter(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "__MACOSX"
}

fn from_stdin() -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("没有读到标准输入：{}。", fault::reason(&error)))?;
    Ok(bytes)
}

fn from_file(
    path: &Path,
    more: &dyn Fn(usize),
    receive: &mut dyn FnMut(Source) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let name = path.display().to_string();
    // An archive may be larger than a file may be: it is read member by member.
    if let Ok(file) = File::open(path)
        && archive::is_archive(&file)
    {
        return archive::each(&name, file, more, receive);
    }
    let content = input::read_file(path, MAX_FILE_BYTES).map_err(|error| error.to_string());
    receive(Source { name, content })
}

/// A file in memory, which may be an archive.
pub(crate) fn unpacked(
    source: Source,
    more: &dyn Fn(usize),
    receive: &mut dyn FnMut(Source) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match source.content {
        Ok(bytes) if reading::sniff(&bytes) == reading::Kind::Archive => {
            archive::each(&source.name, io::Cursor::new(bytes), more, receive)
        }
        _ => receive(source),
    }
}
