//! Web pages, also as one file, made to break a reader.

use reading::{Aids, document};

use super::support::{lines, refused};

#[test]
fn a_giant_span_is_no_giant_table() {
    for span in ["4294967295", "99999999999999999999", "-1", "0"] {
        let page = format!("<html><table><tr><td colspan={span} rowspan={span}>1<td>2<tr><td>3<td>4</table>");
        let read = document(page.as_bytes(), &Aids::default()).unwrap();
        let cell = &read.tables[0].rows[0][0];
        assert!((1..=1000).contains(&cell.col_span) && (1..=2).contains(&cell.row_span), "{span}: {cell:?}");
    }
}

#[test]
fn a_page_of_spans_counts_by_its_cells() {
    let row = format!("<tr>{}", "<td colspan=1000 rowspan=1000>1".repeat(100));
    let page = format!("<html><table>{}</table>", row.repeat(100));
    assert_eq!(document(page.as_bytes(), &Aids::default()).unwrap().tables[0].rows.len(), 100);
}

#[test]
fn one_element_given_attributes_again_and_again_keeps_a_hundred() {
    let tags: String = (0..50_000).map(|number| format!("<html a{number}=1>")).collect();
    assert_eq!(lines(&document(format!("{tags}公开").as_bytes(), &Aids::default()).unwrap()), ["公开"]);
}

#[test]
fn formatting_that_is_never_ended_is_given_up() {
    for opened in ["<b><p>", "<a href=1><div>", "<font color=1><table>", "<i></p>", "<nobr><b>"] {
        let page = format!("<html>{}公开", opened.repeat(20_000));
        if document(page.as_bytes(), &Aids::default()).is_err() {
            refused(page.as_bytes());
        }
    }
}

#[test]
fn references_are_one_sign_each() {
    let page =
        format!("<!DOCTYPE html [<!ENTITY a \"哈\">]><html>公开{}", "&a;&#x110000;&#0;&amp".repeat(10_000));
    let read = document(page.as_bytes(), &Aids::default()).unwrap();
    assert!(read.lines.iter().map(|line| line.text.chars().count()).sum::<usize>() < 100_000);
}

#[test]
fn parts_without_a_mark_or_without_an_end_are_refused() {
    let head =
        |boundary: &str| format!("MIME-Version: 1.0\r\nContent-Type: multipart/related; {boundary}\r\n\r\n");
    for boundary in [
        "",
        "boundary=",
        "boundary=\"\"",
        "boundary=\"",
        "boundary=-",
        "boundary=\"<html>\"",
        "Boundary=b;boundary=c",
    ] {
        let archive = head(boundary) + &"--\r\n\r\n<p>x</p>\r\n".repeat(10_000);
        assert!(refused(archive.as_bytes()).contains("没有网页"), "{boundary}");
    }
}

#[test]
fn of_thousands_of_parts_the_first_page_is_read() {
    let part = |kind: &str, body: &str| format!("--b\r\nContent-Type: {kind}\r\n\r\n{body}\r\n");
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
    let page = part("text/html; charset=utf-8", "<html><p>公开</p></html>");
    let pictures = part("image/png", "x").repeat(900);
    let read = document([head, &pictures, &page, &page].concat().as_bytes(), &Aids::default()).unwrap();
    assert_eq!(lines(&read), ["公开"]);
    let pictures = part("image/png", "x").repeat(20_000);
    assert!(refused([head, &pictures, &page].concat().as_bytes()).contains("没有网页"));
}
