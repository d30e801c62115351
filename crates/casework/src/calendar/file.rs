//! A calendar file as people have it: a workbook or a CSV file in any encoding, brought to the text that
//! `law::calendar::csv` reads.

use std::{ops::ControlFlow, sync::Arc};

use crate::{Error, Result, ports::RowReader};

/// More rows than any file of notices has: twenty years of all provinces.
const ROWS_MAX: u64 = 20_000;

/// The rows of a file as text, each on the line that has its number, so that faults name the rows of the file.
///
/// # Errors
/// A refusal when the file cannot be read, has several sheets or is no list of days.
pub async fn calendar_text(rows: Arc<dyn RowReader>, name: String, bytes: Vec<u8>) -> Result<String> {
    let text = tokio::task::spawn_blocking(move || read(rows.as_ref(), &name, bytes)).await;
    text.map_err(|_| Error::refused("文件没有读完，请再试一次。"))?.map_err(Error::refused)
}

fn read(rows: &dyn RowReader, name: &str, bytes: Vec<u8>) -> std::result::Result<String, String> {
    let (mut text, mut line, mut sheet, mut refused) = (String::new(), 1, None, None);
    rows.each_row(name, bytes, &mut |row| {
        if *sheet.get_or_insert_with(|| row.sheet.clone()) != row.sheet {
            refused = Some("表格里有好几张工作表。请只留放假安排那一张，再导入。");
            return ControlFlow::Break(());
        }
        if row.number > ROWS_MAX {
            refused = Some("表格的行数太多，不像放假安排。请核对是不是选错了文件。");
            return ControlFlow::Break(());
        }
        while line < row.number {
            text.push('\n');
            line += 1;
        }
        text.push_str(&joined(&row.cells));
        ControlFlow::Continue(())
    })?;
    match refused {
        Some(sentence) => Err(sentence.to_owned()),
        None => Ok(text),
    }
}

/// A row of one cell keeps its own separators, e.g. full-width commas.
fn joined(cells: &[String]) -> String {
    if let [only] = cells {
        return only.replace(['\n', '\r'], " ");
    }
    let quoted = |cell: &String| format!("\"{}\"", cell.replace(['\n', '\r'], " ").replace('"', "\"\""));
    let plain = |cell: &String| !cell.contains([',', '"', '\n', '\r']);
    let cell = |cell: &String| if plain(cell) { cell.clone() } else { quoted(cell) };
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SourceRow;

    struct Rows(Vec<(&'static str, u64, Vec<&'static str>)>);

    impl RowReader for Rows {
        fn each_row(
            &self,
            _: &str,
            _: Vec<u8>,
            receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
        ) -> std::result::Result<(), String> {
            for (sheet, number, cells) in &self.0 {
                let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
                if receive(SourceRow { sheet: (*sheet).to_owned(), number: *number, cells }).is_break() {
                    break;
                }
            }
            Ok(())
        }
    }

    #[test]
    fn rows_keep_their_numbers_and_cells_their_commas() {
        let rows = Rows(vec![
            ("1", 2, vec!["CN", "2027-01-01", "off", "元旦", "甲,乙\n\"丙\""]),
            ("1", 4, vec!["CN，2027-05-01，off，劳动节，通知"]),
        ]);
        let text = read(&rows, "", Vec::new()).unwrap();
        assert_eq!(
            text,
            "\nCN,2027-01-01,off,元旦,\"甲,乙 \"\"丙\"\"\"\n\nCN，2027-05-01，off，劳动节，通知"
        );
    }

    #[test]
    fn several_sheets_and_endless_ones_are_refused() {
        let two = Rows(vec![("一", 1, vec!["a", "b"]), ("二", 1, vec!["a", "b"])]);
        assert!(read(&two, "", Vec::new()).unwrap_err().contains("好几张"));
        let long = Rows(vec![("一", ROWS_MAX + 1, vec!["a", "b"])]);
        assert!(read(&long, "", Vec::new()).unwrap_err().contains("行数太多"));
    }
}
