//! Pages whose lines run upwards or downwards, as wide tables are set: turned until they run to the right.

use super::{Area, Heading, Page};

/// The page with most of its lines running to the right. What stands aslant is a watermark and is left out.
pub(super) fn upright(mut page: Page) -> Page {
    page.pieces.retain(|piece| piece.heading != Heading::Aslant);
    let count = |heading: Heading| page.pieces.iter().filter(|piece| piece.heading == heading).count();
    let most =
        [Heading::Right, Heading::Down, Heading::Left, Heading::Up].into_iter().max_by_key(|heading| {
            // Of equal numbers the usual one.
            (count(*heading), *heading == Heading::Right)
        });
    let (width, height) = (page.width, page.height);
    let turn = |(x, y): (f64, f64)| match most {
        Some(Heading::Up) => (height - y, x),
        Some(Heading::Down) => (y, width - x),
        Some(Heading::Left) => (width - x, height - y),
        _ => (x, y),
    };
    if matches!(most, None | Some(Heading::Right | Heading::Aslant)) {
        return page;
    }
    for piece in &mut page.pieces {
        (piece.x, piece.y) = turn((piece.x, piece.y));
    }
    for area in page.rules.iter_mut().chain(&mut page.pictures) {
        *area = Area::of(turn((area.left, area.top)), turn((area.right, area.bottom)));
    }
    if !matches!(most, Some(Heading::Left)) {
        (page.width, page.height) = (height, width);
    }
    page
}
