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
    ("edge", "page", 3.0),
    ("text", "r0", 4.5),
    ("text", "r1", 4.5),
    ("text", "r2", 4.5),
    ("on-r3", "r3", 4.5),
    ("on-r3", "r4", 4.5),
    ("r3", "surface", 3.0),
    ("r4", "surface", 3.0),
];

/// Where the dark tokens stand: for a dark system, and for a reader who chose dark.
const DARK: [&str; 2] = [":root:not([data-theme=\"light\"]) {", ":root[data-theme=\"dark\"] {"];

/// The tokens of the first block, and those that dark mode changes.
fn palettes() -> [BTreeMap<String, String>; 2] {
    let light = tokens(block(":root {"));
    let mut dark = light.clone();
    dark.extend(tokens(block(DARK[0])));
    [light, dark]
}

/// What stands between the braces after a selector.
fn block(selector: &str) -> &'static str {
    CSS.split_once(selector).unwrap().1.split('}').next().unwrap()
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
fn whoever_chooses_dark_gets_the_colours_of_a_dark_system() {
    let [system, chosen] = DARK.map(|selector| tokens(block(selector)));
    assert_eq!(system, chosen);
    assert!(system.len() > 15);
}

/// A colour that is not a token is the same in light and dark, so it must not be the colour of a text or of a
/// ground unless both are fixed.
#[test]
fn colours_stand_in_the_tokens_or_in_pairs() {
    let fixed = ["#fff", "#000", "#1a1e1c", "#a8201a"];
    let rules = CSS.split_once("/* Ground.").unwrap().1;
    for piece in rules.split('#').skip(1) {
        let digits: String = piece.chars().take_while(char::is_ascii_hexdigit).collect();
        let is_colour = matches!(digits.len(), 3 | 6) && piece[digits.len()..].starts_with([';', ' ', '}']);
        assert!(!is_colour || fixed.contains(&format!("#{digits}").as_str()), "#{digits} is no token");
    }
    assert!(contrast("#fff", "#a8201a") >= 4.5);
}

#[test]
fn the_formula_is_the_known_one() {
    assert!((contrast("#fff", "#000") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}
