//! Documents as no reader makes them: tables with any spans at any place, lines of any number.
#![no_main]

use gongkai_fuzz::{heap, options, warm};
use inspect::{Document, DocumentCell, DocumentTable, FileKind, Line, Place, check};
use libfuzzer_sys::fuzz_target;

/// A cell: what it says, how many rows and columns it covers, the line it claims to stand on.
type Cell = ([u8; 2], Span, Span, u32);

/// How a span is to be taken, and its size.
type Span = (u8, u32);

const fn size((how, size): Span) -> u32 {
    match how % 4 {
        0 | 1 => 1,
        2 => size % 8,
        _ => size,
    }
}

/// Lines with their pages, tables, pictures, the kind of file, and whether rows stand among the lines, as every reader
/// has it.
type Drawn = (Vec<(Option<u8>, Vec<u8>)>, Vec<Vec<Vec<Cell>>>, Vec<(u32, u32)>, u8, bool);

fuzz_target!(init: warm(), |drawn: Drawn| {
    let (written, tabled, pictures, kind, is_placed) = drawn;
    let mut lines: Vec<Line> = (1..)
        .zip(&written)
        .map(|(no, (page, says))| Line { no, page: page.map(u32::from), text: heap(says).replace('\n', "") })
        .collect();
    let mut tables = Vec::new();
    for table in &tabled {
        let mut rows = Vec::new();
        for row in table {
            let next = lines.len() as u32 + 1;
            let cell = |(number, (says, rows, columns, line)): (u32, &Cell)| DocumentCell {
                text: heap(says),
                place: Place {
                    line: if is_placed { next } else { *line },
                    page: None,
                    cell: Some(number),
                },
                row_span: size(*rows),
                col_span: size(*columns),
                address: None,
            };
            let cells: Vec<DocumentCell> = (1..).zip(row).map(cell).collect();
            if is_placed {
                let text = cells.iter().map(|cell| cell.text.replace('\n', "")).collect::<Vec<_>>().join("\t");
                lines.push(Line { no: next, page: None, text });
            }
            rows.push(cells);
        }
        tables.push(DocumentTable { rows });
    }
    let picture = |(line, cell): &(u32, u32)| Place { line: *line, page: None, cell: Some(*cell) };
    let kinds = [FileKind::Html, FileKind::TextDocument, FileKind::Workbook, FileKind::Pages];
    let kind = kinds.into_iter().cycle().nth(usize::from(kind)).unwrap_or_default();
    let pictures = pictures.iter().map(picture).collect();
    drop(check(&Document { lines, tables, pictures, kind }, &options(false)));
});
