//! Annotated copies: one self-contained page a report, and for many a folder with a table of contents.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::bail;
use inspect::County;

use super::{Done, county, outputs::Output, page::Shown, row::Row};
use crate::{fault, output};

/// Writes the pages.
pub(super) struct Pages {
    shown: Shown,
    place: Place,
    count: usize,
}

enum Place {
    /// The only page, into this file or to standard output.
    One(Option<PathBuf>),
    Folder(PathBuf),
}

const INDEX: &str = "index.html";

impl Pages {
    /// # Errors
    /// When many pages are to be written and there is no empty folder for them.
    pub(super) fn new(shown: Shown, path: Option<&Path>, is_one: bool) -> anyhow::Result<Self> {
        let place = match path {
            _ if is_one => Place::One(path.map(Path::to_owned)),
            None => bail!("多份报告的标注本要写到目录，请用 -o 写明目录。"),
            Some(folder) => {
                fs::create_dir_all(folder).map_err(|error| fault::file("建不了目录", folder, &error))?;
                let mut entries =
                    fs::read_dir(folder).map_err(|error| fault::file("读不了目录", folder, &error))?;
                if entries.next().is_some() {
                    bail!("目录 {} 里已经有文件。请写一个空的或新的目录。", folder.display());
                }
                Place::Folder(folder.to_owned())
            }
        };
        Ok(Self { shown, place, count: 0 })
    }
}

impl Output for Pages {
    fn report(&mut self, done: &Done) -> anyhow::Result<()> {
        self.count += 1;
        let Some(words) = &done.words else { return Ok(()) };
        let mut checked = done.checked.clone();
        checked.findings.retain(|finding| self.shown.verdicts().contains(&finding.verdict));
        let page = web::annotated_html(words, &checked)?;
        match &self.place {
            Place::One(path) => output::document(page.as_bytes(), path.as_deref()),
            Place::Folder(folder) => {
                output::document(page.as_bytes(), Some(&folder.join(page_name(self.count))))
            }
        }
    }

    fn finish(self: Box<Self>, rows: &[Row], county: Option<&County>) -> anyhow::Result<()> {
        let Place::Folder(folder) = &self.place else { return Ok(()) };
        output::document(index(rows, county)?.as_bytes(), Some(&folder.join(INDEX)))?;
        output::tell(&format!("标注本写在 {}，从 {INDEX} 看起。", folder.display()));
        Ok(())
    }
}

/// Names of files that every system takes.
fn page_name(number: usize) -> String {
    format!("{number:04}.html")
}

const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;\
color:#1a1a1a;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d0d0d0;padding:.35rem .6rem;\
text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}\
td.bad{font-weight:700;color:#a11}small{color:#555}li{margin:.2rem 0}";

/// The table of contents: the gravest first, each with its page; then what there is to say of the county.
fn index(rows: &[Row], county: Option<&County>) -> Result<String, std::fmt::Error> {
    let mut page = String::new();
    write!(
        page,
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>年度报告核对结果</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>年度报告核对结果</h1>\n<p>{}</p>\n",
        super::summary::total(rows).trim()
    )?;
    if county.is_some() {
        page.push_str("<p><a href=\"#county\">全县情况：缺报、迟报、合计、文字相近</a></p>\n");
    }
    page.push_str(
        "<table>\n<thead><tr><th>机关</th><th class=\"n\">年度</th><th class=\"n\">不符</th>\
         <th class=\"n\">存疑</th><th>文件</th></tr></thead>\n<tbody>\n",
    );
    let mut numbered: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
    numbered.sort_by_key(|(number, row)| (row.gravity(), *number));
    for (number, row) in numbered {
        page.push_str(&line(number + 1, row)?);
    }
    page.push_str("</tbody>\n</table>\n");
    if let Some(county) = county {
        page.push_str(&of_county(county)?);
    }
    page.push_str("</body>\n</html>\n");
    Ok(page)
}

fn line(number: usize, row: &Row) -> Result<String, std::fmt::Error> {
    let mut line = String::new();
    let year = row.year.map_or_else(|| "—".to_owned(), |year| year.to_string());
    let agency = escaped(row.agency.as_deref().unwrap_or("认不出机关"));
    if let Some(error) = &row.error {
        let error = escaped(error);
        writeln!(
            line,
            "<tr><td>没有检查<br><small>{error}</small></td><td class=\"n\">—</td><td class=\"n\">—</td>\
             <td class=\"n\">—</td><td>{}</td></tr>",
            escaped(&row.file)
        )?;
        return Ok(line);
    }
    let bad = if row.fails() > 0 { " bad" } else { "" };
    writeln!(
        line,
        "<tr><td><a href=\"{}\">{agency}</a></td><td class=\"n\">{year}</td><td class=\"n{bad}\">{}</td>\
         <td class=\"n\">{}</td><td><small>{}</small></td></tr>",
        page_name(number),
        row.fails(),
        row.doubts(),
        escaped(&row.file)
    )?;
    Ok(line)
}

fn of_county(county: &County) -> Result<String, std::fmt::Error> {
    let mut part = String::new();
    let pairs: Vec<String> = county.alike.iter().map(county::pair).collect();
    let lists = county::lists(county).map(|(title, lines)| (title.to_owned(), lines));
    let lists = lists.into_iter().chain([(county::alike_title(county), pairs)]);
    part.push_str("<h2 id=\"county\">全县情况</h2>\n");
    for (title, lines) in lists.filter(|(_, lines)| !lines.is_empty()) {
        writeln!(part, "<h3>{title} {}</h3>\n<ul>", lines.len())?;
        for line in lines {
            writeln!(part, "<li>{}</li>", escaped(&line))?;
        }
        part.push_str("</ul>\n");
    }
    part.push_str(
        "<h3>合计</h3>\n<p>有机关没有数字的，不给合计。</p>\n<table>\n<thead><tr><th>项目</th>\
         <th class=\"n\">合计</th><th>没有数字的机关</th></tr></thead>\n<tbody>\n",
    );
    for sum in &county.sums {
        let without = if sum.without_count == 0 { String::new() } else { county::without(sum) };
        let total = sum.sum.as_deref().unwrap_or("—");
        writeln!(
            part,
            "<tr><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escaped(&sum.name),
            escaped(total),
            escaped(&without)
        )?;
    }
    part.push_str("</tbody>\n</table>\n");
    Ok(part)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
