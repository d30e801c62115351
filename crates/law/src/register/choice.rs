//! Closed lists: one declaration gives the enum, its keys, its Chinese labels and the words it is known by.

/// One entry of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What the database stores. ASCII without `,`, `%` and `_` in lists (see `Choices`).
    pub key: &'static str,
    /// What a person reads and writes.
    pub label: &'static str,
    /// Other words that an imported table may use for the same thing.
    pub aliases: &'static [&'static str],
}

/// An enum that is declared by the macro `choices!`; the bridge between typed records and stored keys.
pub trait Chosen: Copy + Eq + 'static {
    /// The list in its printed order.
    const CHOICES: &'static [Choice];
    /// All members in the same order.
    const ALL: &'static [Self];

    /// The stored key.
    fn key(self) -> &'static str;
    /// The Chinese label.
    fn label(self) -> &'static str;

    /// The member with that stored key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.key() == key)
    }
}

/// Declares a closed list:
/// `choices! { /// doc  pub enum Name { /// doc  Member = "key", "中文", ["别名"]; } }`.
macro_rules! choices {
    ($(#[$doc:meta])* pub enum $name:ident {
        $($(#[$member_doc:meta])* $member:ident = $key:literal, $label:literal, [$($alias:literal),*];)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$member_doc])* $member,)+ }

        impl $crate::register::Chosen for $name {
            const CHOICES: &'static [$crate::register::Choice] = &[
                $($crate::register::Choice { key: $key, label: $label, aliases: &[$($alias),*] },)+
            ];
            const ALL: &'static [Self] = &[$(Self::$member,)+];

            fn key(self) -> &'static str {
                match self { $(Self::$member => $key,)+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$member => $label,)+ }
            }
        }
    };
}
pub(crate) use choices;

choices! {
    /// Yes or no, where nothing written means that nobody said.
    pub enum YesNo {
        /// 是.
        Yes = "yes", "是", ["有", "√", "对", "1"];
        /// 否.
        No = "no", "否", ["无", "×", "不是", "0"];
    }
}
