//! What one file may ask of the machine. Every reader counts against these, and says which one was passed.

/// The largest file read for inspection, in bytes.
pub const MAX_FILE_BYTES: u64 = 32 * 1024 * 1024;
/// The most an archive may unpack to, in bytes, all its members together.
pub const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// The most a member may unpack to for each byte packed. Office files reach about 30, blank sheets 200.
pub const MAX_RATIO: u64 = 1000;
/// The most members of an archive.
pub const MAX_MEMBERS: usize = 10_000;
/// The largest part of XML that is parsed, in bytes: the words of five hundred pages.
pub const MAX_XML_BYTES: u64 = 16 * 1024 * 1024;
/// The most elements of one page or part.
pub const MAX_NODES: usize = 300_000;
/// The deepest nesting of elements, tables, forms and outlines.
pub const MAX_DEPTH: usize = 256;
/// The most pages.
pub const MAX_PAGES: usize = 2000;
/// The most cells of all tables together.
pub const MAX_CELLS: usize = 200_000;
/// The most characters of a document.
pub const MAX_CHARS: usize = 2_000_000;
/// The most drawing operations of a document.
pub const MAX_OPERATIONS: usize = 2_000_000;
/// The most signs, drawn lines or pictures of one page.
pub const MAX_ON_PAGE: usize = 100_000;
