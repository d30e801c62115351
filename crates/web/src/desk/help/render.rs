//! A file of the handbook as HTML. Nothing of the file is passed through as HTML.

use std::mem::take;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A rendered file.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    /// The heading of the first level; it is not in `html`.
    pub(super) title: String,
    pub(super) html: String,
    /// The headings of the second level, and deeper ones, which a link may name.
    pub(super) headings: Vec<Heading>,
    /// Addresses of links within the handbook.
    pub(super) links: Vec<String>,
    /// Links to files that are not in the handbook; their words are printed without a link.
    pub(super) lost: Vec<String>,
}

/// A heading that can be linked to.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) id: String,
    pub(super) text: String,
    /// Whether the list of contents of the page names it.
    pub(super) is_major: bool,
}

/// Renders Markdown with tables. `is_page` knows the names of the handbook's pages.
pub(super) fn render(source: &str, is_page: &dyn Fn(&str) -> bool) -> Rendered {
    let mut work =
        Work { is_page, done: Rendered::default(), events: Vec::new(), heading: None, linked: true };
    for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
        work.take(event);
    }
    let Work { mut done, events, .. } = work;
    html::push_html(&mut done.html, events.into_iter());
    done
}

struct Work<'a> {
    is_page: &'a dyn Fn(&str) -> bool,
    done: Rendered,
    events: Vec<Event<'a>>,
    /// The events of the heading that is being read.
    heading: Option<Vec<Event<'a>>>,
    /// Whether the link that is being read is printed as one.
    linked: bool,
}

impl<'a> Work<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.heading = Some(Vec::new()),
            Event::End(TagEnd::Heading(level)) => self.finish_heading(level),
            Event::Start(Tag::Link { dest_url, title, id, link_type }) => {
                let address = self.address(&dest_url);
                self.linked = address.is_some();
                if let Some(dest_url) = address.map(CowStr::from) {
                    self.push(Event::Start(Tag::Link { dest_url, title, id, link_type }));
                }
            }
            Event::End(TagEnd::Link) if !self.linked => self.linked = true,
            // Pictures are for the repository's readers; here their description stands.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::HtmlBlock) => self.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => self.push(Event::End(TagEnd::Paragraph)),
            Event::Html(text) | Event::InlineHtml(text) => self.push(Event::Text(text)),
            Event::Start(Tag::Table(columns)) => {
                self.push(markup(self.region()));
                self.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                self.push(Event::End(TagEnd::Table));
                self.push(markup("</div>"));
            }
            Event::Start(Tag::CodeBlock(_)) => self.push(markup("<pre class=\"card kept\"><code>")),
            Event::End(TagEnd::CodeBlock) => self.push(markup("</code></pre>\n")),
            // The files break lines within Chinese sentences, where a browser would show a space.
            Event::SoftBreak if self.ends_wide() => {}
            other => self.push(other),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        match &mut self.heading {
            Some(heading) => heading.push(event),
            None => self.events.push(event),
        }
    }

    /// Whether what was read last ends with a Chinese character or mark.
    fn ends_wide(&self) -> bool {
        let last = self.heading.as_ref().unwrap_or(&self.events).last();
        matches!(last, Some(Event::Text(text)) if text.chars().next_back().is_some_and(|c| !c.is_ascii()))
    }

    fn finish_heading(&mut self, level: HeadingLevel) {
        let events = take(&mut self.heading).unwrap_or_default();
        let words = events.iter().filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        });
        let text: String = words.collect();
        if level == HeadingLevel::H1 {
            self.done.title = text;
            return;
        }
        let id = anchor(&text);
        let start =
            Tag::Heading { level, id: Some(id.clone().into()), classes: Vec::new(), attrs: Vec::new() };
        self.events.push(Event::Start(start));
        self.events.extend(events);
        self.events.push(Event::End(TagEnd::Heading(level)));
        self.done.headings.push(Heading { id, text, is_major: level == HeadingLevel::H2 });
    }

    /// What stands around a table, so that it scrolls and can be reached by the keyboard.
    fn region(&self) -> String {
        let near = self.done.headings.last().map_or(&self.done.title, |heading| &heading.text);
        let label: String = near.chars().filter(|c| !"<>&\"".contains(*c)).collect();
        format!("<div class=\"scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">")
    }

    /// The address of a link here; none for a file outside the handbook.
    fn address(&mut self, link: &str) -> Option<String> {
        if link.starts_with("https://") {
            return Some(link.to_owned());
        }
        let (file, anchor) =
            link.split_once('#').map_or((link, String::new()), |(file, at)| (file, format!("#{at}")));
        let address = match file.strip_suffix(".md") {
            _ if file.is_empty() => Some(anchor),
            Some("README") => Some(format!("{}{anchor}", super::CONTENTS)),
            Some(name) if (self.is_page)(name) => Some(format!("{}/{name}{anchor}", super::CONTENTS)),
            _ => None,
        };
        match &address {
            Some(address) => self.done.links.push(address.clone()),
            // A file that stands beside the pages, as a unit of systemd does, is no page and may be named.
            None if !file.ends_with(".service") && !file.ends_with(".timer") => {
                self.done.lost.push(link.to_owned())
            }
            None => {}
        }
        address
    }
}

fn markup(text: impl Into<String>) -> Event<'static> {
    Event::Html(CowStr::from(text.into()))
}

/// The anchor that GitHub gives to a heading: lower case, without punctuation, spaces as hyphens.
fn anchor(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: &str) -> Rendered {
        render(source, &|name| name == "year")
    }

    #[test]
    fn the_title_is_taken_out_and_headings_get_the_anchors_of_github() {
        let done = of("# 题目\n\n## 一、`导入` Files\n\n文字\n");
        assert_eq!(done.title, "题目");
        assert_eq!(done.html, "<h2 id=\"一导入-files\">一、<code>导入</code> Files</h2>\n<p>文字</p>\n");
    }

    #[test]
    fn a_line_broken_within_a_chinese_sentence_shows_no_space() {
        assert_eq!(of("# 题\n\n甲，\n乙 a\nb\n").html, "<p>甲，乙 a\nb</p>\n");
    }

    #[test]
    fn nothing_of_the_file_is_html() {
        let done =
            of("# x\n\n<script>alert(1)</script>\n\n一<b onclick=\"x\">二</b> [三](javascript:alert)\n");
        assert!(!done.html.contains("<script") && !done.html.contains("<b "), "{}", done.html);
        assert!(done.html.contains("&lt;script&gt;") && !done.html.contains("javascript"), "{}", done.html);
    }

    #[test]
    fn links_between_files_are_links_between_pages_and_others_are_words() {
        let done = of(
            "[年](year.md#一月) [目录](README.md) [他](other.html) [文件](gongkai.service) [外](https://a.cn/)",
        );
        assert!(done.html.contains("<a href=\"/desk/help/year#%E4%B8%80%E6%9C%88\">年</a>"), "{}", done.html);
        assert!(done.html.contains("<a href=\"/desk/help\">目录</a>"), "{}", done.html);
        assert!(done.html.contains(" 他 文件 <a href=\"https://a.cn/\">外</a>"), "{}", done.html);
        assert_eq!(done.lost, ["other.html"]);
    }

    #[test]
    fn a_wide_table_scrolls_within_a_named_region() {
        let done = of("# 题\n\n## 表\n\n|甲|乙|\n|--|--|\n|一|二|\n");
        assert!(
            done.html
                .contains("<div class=\"scroll\" role=\"region\" aria-label=\"表\" tabindex=\"0\"><table>")
        );
    }
}
