//! The colours of the stylesheet can be read: contrast by the formula of WCAG 2.2, light and dark.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../static/app.css");

/// What is read on what, and the ratio that it needs: 4.5 for text, 3 for what one must see to operate.
const PAIRS: &[(&str, &str, f64)] = &[
    ("text", "page", 4.5),
    ("text", "surface", 4.5),
    ("text", "tint", 4.5),
    ("soft", "page", 4.5),
    ("soft", "surface", 4.5),
    ("soft", "tint", 4.5),
    ("link", "page", 4.5),
    ("link", "surface", 4.5),
    ("link", "tint", 4.5),
    ("visited", "page", 4.5),
    ("visited", "surface", 4.5),
    ("ok", "ok-back", 4.5),
    ("warn", "warn-back", 4.5),
    ("bad", "bad-back", 4.5),
    ("bad", "surface", 4.5),
    ("bad", "page", 4.5),
    ("text", "warn-back", 4.5),
    ("text", "bad-back", 4.5),
    ("text", "ok-back", 4.5),
    ("link", "warn-back", 4.5),
    ("link", "bad-back", 4.5),
    ("input", "surface", 3.0),
    ("edge", "surface", 3.0),
];

/// The tokens of the first block, and those that dark mode changes.
fn palettes() -> [BTreeMap<String, String>; 2] {
    let mut blocks = CSS.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap());
    let light = tokens(blocks.next().unwrap());
    let mut dark = light.clone();
    dark.extend(tokens(blocks.next().unwrap()));
    [light, dark]
}

fn tokens(block: &str) -> BTreeMap<String, String> {
    let pairs = block.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    pairs.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
}

/// Relative luminance of `#abc` or `#aabbcc`.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    let part = |at: usize| {
        let share = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_stands_out_from_its_ground_in_light_and_dark() {
    for (mode, palette) in ["light", "dark"].into_iter().zip(palettes()) {
        for (text, ground, least) in PAIRS {
            let ratio = contrast(&palette[*text], &palette[*ground]);
            assert!(ratio >= *least, "{mode}: {text} on {ground} is {ratio:.2}, needs {least}");
        }
        assert!(contrast("#fff", &palette["brand"]) >= 4.5, "{mode}: a button");
        assert!(contrast("#1a1e1c", &palette["focus"]) >= 4.5, "{mode}: the focus");
    }
}

#[test]
fn the_formula_is_the_known_one() {
    assert!((contrast("#fff", "#000") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}
