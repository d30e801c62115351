//! How a reader wants the pages: size of text and colours. Preferences of the browser, kept in two cookies.

use std::fmt;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What a link of the mode switch asks for; its name stands in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// 长者版: large text, one column.
    Elder,
    /// The standard size.
    Standard,
    /// Other colours.
    Theme(Theme),
}

impl Theme {
    /// The name in addresses, in the cookie and in `data-theme`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What the switch calls it.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Auto => "跟随系统",
            Self::Light => "浅色",
            Self::Dark => "深色",
        }
    }
}

impl Wish {
    pub(crate) const ALL: [Self; 5] = [
        Self::Standard,
        Self::Elder,
        Self::Theme(Theme::Auto),
        Self::Theme(Theme::Light),
        Self::Theme(Theme::Dark),
    ];

    /// The wish of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.name() == name)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Elder => "elder",
            Self::Standard => "standard",
            Self::Theme(theme) => theme.name(),
        }
    }
}

impl fmt::Display for Wish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_is_found_by_the_name_in_its_address() {
        for wish in Wish::ALL {
            assert_eq!(Wish::named(&wish.to_string()), Some(wish));
        }
        assert_eq!(Wish::named("purple"), None);
    }
}
