//! Names of signs in fonts, and characters that only look like others.

/// What the sign of this name is: `uni4E00`, `u4E00`, letters by themselves, and the names of figures and
/// punctuation of the Adobe Glyph List.
pub(super) fn character(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or(name);
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from);
    let mut chars = name.chars();
    if let (Some(one), None) = (chars.next(), chars.next()) {
        return Some(one.to_string());
    }
    if let Some(digits) = name.strip_prefix("uni").and_then(|digits| digits.get(..4)) {
        return hex(digits);
    }
    if let Some(digits) = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len())) {
        return hex(digits);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| (*sign).to_owned())
}

const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", " "),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("period", "."),
    ("comma", ","),
    ("colon", ":"),
    ("semicolon", ";"),
    ("hyphen", "-"),
    ("minus", "-"),
    ("plus", "+"),
    ("percent", "%"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("bracketleft", "["),
    ("bracketright", "]"),
    ("braceleft", "{"),
    ("braceright", "}"),
    ("slash", "/"),
    ("backslash", "\\"),
    ("underscore", "_"),
    ("equal", "="),
    ("less", "<"),
    ("greater", ">"),
    ("asterisk", "*"),
    ("numbersign", "#"),
    ("at", "@"),
    ("ampersand", "&"),
    ("exclam", "!"),
    ("question", "?"),
    ("quotesingle", "'"),
    ("quotedbl", "\""),
    ("quoteleft", "\u{2018}"),
    ("quoteright", "\u{2019}"),
    ("quotedblleft", "\u{201C}"),
    ("quotedblright", "\u{201D}"),
    ("bar", "|"),
    ("dollar", "$"),
    ("asciitilde", "~"),
    ("grave", "`"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("bullet", "•"),
    ("periodcentered", "·"),
    ("degree", "°"),
    ("multiply", "×"),
    ("section", "§"),
    ("yen", "¥"),
    ("fi", "fi"),
    ("fl", "fl"),
];

/// What a sign stands for that only looks like others: radicals, of which fonts whose glyph serves both often state
/// the wrong one, and letters joined into one.
pub(super) fn plain(c: char) -> Option<String> {
    if let Some(index) = u32::from(c).checked_sub(0x2F00).filter(|index| *index < 214) {
        return KANGXI.chars().nth(index as usize).map(String::from);
    }
    let of = |table: &[(char, &str)]| {
        table.iter().find(|(sign, _)| *sign == c).map(|(_, plain)| (*plain).to_owned())
    };
    of(JOINED).or_else(|| SUPPLEMENT.iter().find(|(sign, _)| *sign == c).map(|(_, plain)| plain.to_string()))
}

const JOINED: &[(char, &str)] =
    &[('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

/// The characters of the Kangxi radicals, from U+2F00 on (Unicode's compatibility decompositions).
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement that are also characters in daily use.
const SUPPLEMENT: &[(char, char)] = &[
    ('⺠', '民'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻋', '车'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻢', '马'),
    ('⻅', '见'),
    ('⻉', '贝'),
    ('⻰', '龙'),
    ('⻘', '青'),
    ('⻝', '食'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻁', '虎'),
    ('⺟', '母'),
    ('⻜', '飞'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻆', '角'),
    ('⻄', '西'),
    ('⻨', '麦'),
    ('⻤', '鬼'),
    ('⻣', '骨'),
    ('⻙', '韦'),
];
