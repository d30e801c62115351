//! Rust source as a flat list of tokens, so that rules see code and not comments.

use proc_macro2::{Delimiter, Group, LexError, TokenStream, TokenTree};

/// One token with its line, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or a keyword.
    Word(String),
    /// The content of a string literal as it is written, escapes and all.
    Text(String),
    /// Any other literal.
    Literal,
    /// A sign such as `:` or `#`, or a bracket.
    Sign(char),
}

/// Lexes a whole file.
pub(crate) fn of(source: &str) -> Result<Vec<Token>, LexError> {
    let stream: TokenStream = source.parse()?;
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    Ok(tokens)
}

impl Token {
    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The lines on which `pattern` stands: words and signs separated by spaces, as in `"Timestamp :: now"`.
pub(crate) fn lines_with(tokens: &[Token], pattern: &str) -> Vec<usize> {
    let pattern: Vec<&str> = pattern.split(' ').collect();
    let mut lines: Vec<usize> = Vec::new();
    // `::` is two signs here, so a pattern is matched against the spelling of both together.
    let spelled = spell(tokens);
    for window in spelled.windows(pattern.len()) {
        if window.iter().zip(&pattern).all(|((_, found), wanted)| found == wanted) {
            lines.push(window[0].0);
        }
    }
    lines
}

/// Words and signs with their lines; `::` joined to one.
fn spell(tokens: &[Token]) -> Vec<(usize, String)> {
    let mut spelled: Vec<(usize, String)> = Vec::new();
    for token in tokens {
        let text = match &token.kind {
            Kind::Word(word) => word.clone(),
            Kind::Sign(sign) => sign.to_string(),
            Kind::Text(_) | Kind::Literal => "literal".to_owned(),
        };
        match spelled.last_mut() {
            Some((_, last)) if text == ":" && last == ":" => last.push(':'),
            _ => spelled.push((token.line, text)),
        }
    }
    spelled
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                trees.next_if(|next| matches!(next, TokenTree::Punct(bang) if bang.as_char() == '!'));
                if trees.next_if(|next| matches!(next, TokenTree::Group(group) if documents(group))).is_none()
                {
                    tokens.push(Token { line, kind: Kind::Sign('#') });
                }
            }
            TokenTree::Punct(sign) => tokens.push(Token { line, kind: Kind::Sign(sign.as_char()) }),
            TokenTree::Ident(word) => tokens.push(Token { line, kind: Kind::Word(word.to_string()) }),
            TokenTree::Literal(literal) => {
                tokens.push(Token { line, kind: literal_kind(&literal.to_string()) })
            }
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                tokens.extend(open.map(|sign| Token { line, kind: Kind::Sign(sign) }));
                let end = group.span_close().start().line;
                flatten(group.stream(), tokens);
                tokens.extend(close.map(|sign| Token { line: end, kind: Kind::Sign(sign) }));
            }
        }
    }
}

/// Whether an attribute is a doc comment: the content of its brackets starts with `doc`.
fn documents(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket && matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

fn brackets(delimiter: Delimiter) -> (Option<char>, Option<char>) {
    match delimiter {
        Delimiter::Parenthesis => (Some('('), Some(')')),
        Delimiter::Brace => (Some('{'), Some('}')),
        Delimiter::Bracket => (Some('['), Some(']')),
        Delimiter::None => (None, None),
    }
}

/// String literals in all their forms have double quotes; nothing else has.
fn literal_kind(written: &str) -> Kind {
    match (written.find('"'), written.rfind('"')) {
        (Some(open), Some(close)) if open < close && !written.starts_with('\'') => {
            Kind::Text(written[open + 1..close].to_owned())
        }
        _ => Kind::Literal,
    }
}

#[test]
fn comments_are_not_code_and_strings_are_not_words() {
    let tokens =
        of("/// SELECT\n//! x\n// y\n#[doc = \"z\"]\nfn a() { b(r#\"c \"d\"\"#, 'e', 1); }").unwrap();
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let texts: Vec<&str> = tokens.iter().filter_map(Token::text).collect();
    assert_eq!((words, texts), (vec!["fn", "a", "b"], vec!["c \"d\""]));
    assert_eq!(tokens[0].line, 5);
}

#[test]
fn a_pattern_is_found_across_lines_and_not_inside_strings() {
    let tokens = of("let a = jiff::Timestamp\n    ::now();\nlet b = \"Timestamp::now\";").unwrap();
    assert_eq!(lines_with(&tokens, "Timestamp :: now"), [1]);
}
