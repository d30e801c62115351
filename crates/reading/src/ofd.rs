//! OFD (GB/T 33190-2016): a ZIP archive of XML whose pages place text in millimetres. Ends in [`crate::pages`].

use std::collections::HashMap;

use inspect::Document;

use super::fault::Fault;
use super::limits::{MAX_CHARS, MAX_ON_PAGE, MAX_PAGES};
use super::package::{Package, resolve};
use super::pages::{Area, Heading, Page, Pages, Piece};
use super::xml::{Element, Xml};

/// Points in a millimetre.
const POINT: f64 = 72.0 / 25.4;
/// A4 in millimetres, for a page that states no size.
const A4: [f64; 4] = [0.0, 0.0, 210.0, 297.0];

/// More grounds than this no page has.
const MAX_TEMPLATES: usize = 16;

/// Reads the first document of a file.
///
/// # Errors
/// A [`Fault`] for a damaged file, one with a password, or one beyond the limits.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let mut package = Package::open(bytes)?;
    let entrance = package.needed_xml("OFD.xml")?;
    let entrance = Xml::parse(&entrance)?;
    let root = entrance.root().all("DocRoot").first().map(|root| root.text().trim().to_owned());
    let root = resolve("", &root.ok_or_else(|| Fault::Damaged("OFD.xml 没有指明文档".to_owned()))?);
    let document = package.needed_xml(&root)?;
    let document = Xml::parse(&document)?;
    let usual = document.root().all("PageArea").first().and_then(|area| area_of(*area)).unwrap_or(A4);
    let listed = document
        .root()
        .outermost("Pages", &[])
        .into_iter()
        .flat_map(|pages| pages.all("Page"))
        .collect::<Vec<_>>();
    if listed.len() > MAX_PAGES {
        return Err(Fault::TooMuch { what: "OFD ", unit: "页", limit: MAX_PAGES });
    }
    let templates: HashMap<String, String> = document
        .root()
        .all("TemplatePage")
        .into_iter()
        .filter_map(|template| {
            Some((template.attribute("ID")?, resolve(&root, &template.attribute("BaseLoc")?)))
        })
        .collect();
    let mut pages = Pages::new();
    let mut signs = 0;
    for (number, listed) in (1..).zip(listed) {
        let Some(place) = listed.attribute("BaseLoc") else { continue };
        let content = package.needed_xml(&resolve(&root, &place))?;
        let content = Xml::parse(&content)?;
        let sides = content.root().all("Area").first().and_then(|area| area_of(*area)).unwrap_or(usual);
        let mut page = Page { width: sides[2] * POINT, height: sides[3] * POINT, ..Page::default() };
        for template in content.root().all("Template").into_iter().take(MAX_TEMPLATES) {
            let part = template.attribute("TemplateID").and_then(|id| templates.get(&id));
            if let Some(text) = part.map(|part| package.xml(part)).transpose()?.flatten() {
                draw(&Xml::parse(&text)?, &mut page, &mut signs)?;
            }
        }
        draw(&content, &mut page, &mut signs)?;
        pages.add(number, page)?;
    }
    pages.finish()
}

/// The physical size of a page: left, top, width and height.
fn area_of(area: Element<'_, '_>) -> Option<[f64; 4]> {
    let sides = numbers(&area.child("PhysicalBox")?.text());
    <[f64; 4]>::try_from(sides).ok()
}

fn draw(content: &Xml<'_>, page: &mut Page, signs: &mut usize) -> Result<(), Fault> {
    for object in content.root().all("TextObject") {
        text(object, page, signs)?;
    }
    for object in content.root().all("PathObject") {
        path(object, page);
    }
    for object in content.root().all("ImageObject") {
        if let Some([left, top, width, height]) = boundary(object) {
            let area = Area::of(points((left, top)), points((left + width, top + height)));
            page.pictures.extend(Some(area).filter(|_| page.pictures.len() < MAX_ON_PAGE));
        }
    }
    Ok(())
}

/// The signs of a text object: each stands `DeltaX` and `DeltaY` from the one before (11.3).
fn text(object: Element<'_, '_>, page: &mut Page, signs: &mut usize) -> Result<(), Fault> {
    let Some([left, top, ..]) = boundary(object) else { return Ok(()) };
    let matrix = matrix(object);
    let size = object.number("Size").unwrap_or(4.0);
    let stretch = object.number("HScale").unwrap_or(1.0);
    let (mut x, mut y) = (0.0, 0.0);
    for code in object.children().filter(|child| child.name() == "TextCode") {
        x = code.number("X").unwrap_or(x);
        y = code.number("Y").unwrap_or(y);
        let said: Vec<char> = code.text().chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
        *signs += said.len();
        if *signs > MAX_CHARS {
            return Err(Fault::TooMuch { what: "文字", unit: "个字", limit: MAX_CHARS });
        }
        if page.pieces.len() + said.len() > MAX_ON_PAGE {
            return Err(Fault::TooMuch { what: "OFD 的一页", unit: "个字", limit: MAX_ON_PAGE });
        }
        let across = code.attribute("DeltaX").map(|deltas| steps(&deltas, said.len()));
        let down = code.attribute("DeltaY").map(|deltas| steps(&deltas, said.len()));
        for (index, sign) in said.into_iter().enumerate() {
            let width = if sign.is_ascii() { 0.5 } else { 1.0 } * size * stretch;
            let (dx, dy) =
                (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
            let at = points((left + dx, top + dy));
            page.pieces.push(Piece {
                text: sign.to_string(),
                x: at.0,
                y: at.1,
                width: width * matrix[0].hypot(matrix[1]) * POINT,
                size: size * matrix[2].hypot(matrix[3]) * POINT,
                heading: heading(matrix),
            });
            let step = |deltas: &Option<Vec<f64>>| {
                deltas.as_ref().map(|deltas| deltas.get(index).copied().unwrap_or(0.0))
            };
            match (step(&across), step(&down)) {
                (None, None) => x += width,
                (dx, dy) => {
                    x += dx.unwrap_or(0.0);
                    y += dy.unwrap_or(0.0);
                }
            }
        }
    }
    Ok(())
}

fn heading(matrix: [f64; 6]) -> Heading {
    let [a, b, ..] = matrix;
    let least = 0.1 * a.hypot(b);
    if b.abs() <= least {
        if a >= 0.0 { Heading::Right } else { Heading::Left }
    } else if a.abs() <= least {
        if b > 0.0 { Heading::Down } else { Heading::Up }
    } else {
        Heading::Aslant
    }
}

/// Straight lines of a path; a path with curves is a drawing.
fn path(object: Element<'_, '_>, page: &mut Page) {
    let Some([left, top, ..]) = boundary(object) else { return };
    let matrix = matrix(object);
    let data = object.child("AbbreviatedData").map(|data| data.text()).unwrap_or_default();
    let place = |(x, y): (f64, f64)| {
        let (dx, dy) = (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
        points((left + dx, top + dy))
    };
    let mut words = data.split_whitespace();
    let (mut start, mut last) = ((0.0, 0.0), (0.0, 0.0));
    let mut sides = Vec::new();
    while let Some(word) = words.next() {
        let mut point = || Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?));
        match word {
            "M" | "S" => {
                start = point().unwrap_or(last);
                last = start;
            }
            "L" => {
                let Some(next) = point() else { return };
                sides.push(Area::of(place(last), place(next)));
                last = next;
            }
            "C" => {
                sides.push(Area::of(place(last), place(start)));
                last = start;
            }
            _ => return,
        }
    }
    let is_filled = object.attribute("Fill").is_some_and(|fill| fill == "true");
    let is_stroked = object.attribute("Stroke").is_none_or(|stroke| stroke != "false");
    let is_thin = |area: &Area| (area.right - area.left).min(area.bottom - area.top) <= super::pages::THIN;
    if is_stroked {
        page.rule(sides.into_iter().filter(is_thin));
    } else if is_filled {
        page.rule(sides.into_iter().reduce(Area::around).filter(is_thin).into_iter());
    }
}

fn boundary(object: Element<'_, '_>) -> Option<[f64; 4]> {
    <[f64; 4]>::try_from(numbers(&object.attribute("Boundary")?)).ok()
}

fn matrix(object: Element<'_, '_>) -> [f64; 6] {
    let stated = object.attribute("CTM").map(|matrix| numbers(&matrix)).unwrap_or_default();
    <[f64; 6]>::try_from(stated).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .filter(|number: &f64| number.is_finite())
        .collect()
}

/// `g 3 4.2` stands for three times 4.2 (7.4); no more are made than there are signs.
fn steps(text: &str, most: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if steps.len() >= most {
            break;
        }
        if word == "g" {
            let count = words.next().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0);
            let step = words.next().and_then(|step| step.parse().ok()).unwrap_or(0.0);
            steps.extend(std::iter::repeat_n(step, count.min(most)));
        } else {
            steps.push(word.parse().unwrap_or(0.0));
        }
    }
    steps
}

fn points((x, y): (f64, f64)) -> (f64, f64) {
    (x * POINT, y * POINT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_steps_are_written_out_and_bounded() {
        assert_eq!(steps("g 2 4.5 1", 9), [4.5, 4.5, 1.0]);
        assert_eq!(steps("g 99999999999 4.5", 3).len(), 3);
    }
}
