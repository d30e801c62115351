//! As much of SQL's data definition as our own migrations use: tables, columns, keys, indexes.

/// One `CREATE TABLE`, or the columns that one `ALTER TABLE … ADD COLUMN` adds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    /// The line on which the statement starts, from 1.
    pub(crate) line: usize,
    pub(crate) columns: Vec<Column>,
    /// The columns of each primary key, unique constraint and unique index, in order.
    pub(crate) unique_keys: Vec<Vec<String>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// In capitals; empty if none is written.
    pub(crate) kind: String,
}

/// Everything a migration defines, in order.
pub(crate) fn tables(sql: &str) -> Vec<Table> {
    let sql = without_comments(sql);
    let mut tables = Vec::new();
    let mut line = 1;
    for statement in sql.split(';') {
        let blank = statement.len() - statement.trim_start().len();
        let start = line + newlines(&statement[..blank]);
        line += newlines(statement);
        tables.extend(table(statement.trim()).map(|table| Table { line: start, ..table }));
    }
    tables
}

/// The text with comments and quoted values blanked, line breaks kept.
pub(crate) fn without_comments(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let (mut quoted, mut comment) = (false, false);
    let mut chars = sql.chars().peekable();
    while let Some(c) = chars.next() {
        comment = (comment && c != '\n') || (!quoted && c == '-' && chars.peek() == Some(&'-'));
        let quote = !comment && c == '\'';
        quoted ^= quote;
        let hidden = (comment || quoted || quote) && c != '\n';
        out.push(if hidden { ' ' } else { c });
    }
    out
}

fn newlines(text: &str) -> usize {
    text.matches('\n').count()
}

fn table(statement: &str) -> Option<Table> {
    let words: Vec<String> = words(statement.split('(').next()?);
    let words: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !["IF", "NOT", "EXISTS"].contains(word)).collect();
    match words.as_slice() {
        ["CREATE", "TABLE", name] => Some(from_parts(name, &parts(inside(statement)?))),
        ["CREATE", "UNIQUE", "INDEX", _, "ON", name] => {
            let key = names(inside(statement)?);
            Some(Table { name: name.to_lowercase(), unique_keys: vec![key], ..Table::default() })
        }
        ["ALTER", "TABLE", name, "ADD", rest @ ..] => {
            let definition = rest.strip_prefix(&["COLUMN"]).unwrap_or(rest).join(" ");
            Some(from_parts(name, &[definition]))
        }
        _ => None,
    }
}

fn from_parts(name: &str, parts: &[String]) -> Table {
    let mut table = Table { name: name.to_lowercase(), ..Table::default() };
    for part in parts {
        let words = words(part);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let own_key = words.windows(2).any(|pair| pair == ["PRIMARY", "KEY"]) || words.contains(&"UNIQUE");
        match words.first() {
            Some(&"PRIMARY" | &"UNIQUE") => table.unique_keys.extend(inside(part).map(names)),
            Some(&"CONSTRAINT") if own_key => table.unique_keys.extend(inside(part).map(names)),
            Some(&"FOREIGN" | &"CHECK" | &"CONSTRAINT" | &"EXCLUDE") | None => {}
            Some(first) => {
                let name = first.to_lowercase();
                if own_key {
                    table.unique_keys.push(vec![name.clone()]);
                }
                table
                    .columns
                    .push(Column { name, kind: words.get(1).copied().unwrap_or_default().to_owned() });
            }
        }
    }
    table
}

/// Words in capitals; brackets and commas separate.
fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    split.filter(|word| !word.is_empty()).map(str::to_uppercase).collect()
}

fn names(list: &str) -> Vec<String> {
    list.split(',').filter_map(|name| name.split_whitespace().next()).map(str::to_lowercase).collect()
}

/// What stands between the first bracket and the one that closes it.
fn inside(text: &str) -> Option<&str> {
    let open = text.find('(')?;
    let mut depth = 0_usize;
    for (index, c) in text[open..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(&text[open + 1..open + index]),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Splits at the commas that stand outside brackets.
fn parts(body: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for c in body.chars() {
        match c {
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    parts
}

#[test]
fn tables_columns_and_keys_are_read() {
    let sql = "-- A; comment\nCREATE TABLE a (\n  organ_id TEXT NOT NULL REFERENCES organ (id), -- b BLOB\n  \
               n BIGINT CHECK (n IN (0, 1)),\n  kind TEXT DEFAULT 'x;,' UNIQUE,\n  PRIMARY KEY (organ_id, n),\n  \
               FOREIGN KEY (organ_id) REFERENCES organ (id)\n);\nCREATE UNIQUE INDEX a_n ON a (n, kind);\n\
               CREATE INDEX a_k ON a (kind);\nALTER TABLE a ADD COLUMN note TEXT;\n";
    let tables = tables(sql);
    let told: Vec<(&str, usize)> = tables.iter().map(|table| (table.name.as_str(), table.line)).collect();
    assert_eq!(told, [("a", 2), ("a", 9), ("a", 11)]);
    let columns: Vec<(&str, &str)> =
        tables.iter().flat_map(|table| &table.columns).map(|c| (c.name.as_str(), c.kind.as_str())).collect();
    assert_eq!(columns, [("organ_id", "TEXT"), ("n", "BIGINT"), ("kind", "TEXT"), ("note", "TEXT")]);
    let keys: Vec<String> =
        tables.iter().flat_map(|table| &table.unique_keys).map(|key| key.join("+")).collect();
    assert_eq!(keys, ["kind", "organ_id+n", "n+kind"]);
}
