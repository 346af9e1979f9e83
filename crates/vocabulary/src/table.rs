//! Reading the small tables of reference data that are compiled in: comma-separated, quoted where needed.

/// Splits a table into rows of cells. Quoted cells may hold commas and doubled quotes; lines that begin with
/// `#` and empty lines are skipped; the first row (the names of the columns) is dropped.
pub fn rows(text: &'static str) -> impl Iterator<Item = Vec<std::borrow::Cow<'static, str>>> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(cells)
}

fn cells(line: &'static str) -> Vec<std::borrow::Cow<'static, str>> {
    let mut cells = Vec::new();
    let mut rest = line;
    loop {
        let Some(quoted) = rest.strip_prefix('"') else {
            let (cell, more) = rest.split_once(',').map_or((rest, None), |(cell, more)| (cell, Some(more)));
            cells.push(cell.into());
            let Some(more) = more else { return cells };
            rest = more;
            continue;
        };
        let end = closing_quote(quoted);
        let cell = &quoted[..end];
        cells.push(if cell.contains('"') { cell.replace("\"\"", "\"").into() } else { cell.into() });
        let Some(more) = quoted.get(end + 1..).and_then(|tail| tail.strip_prefix(',')) else { return cells };
        rest = more;
    }
}

fn closing_quote(quoted: &str) -> usize {
    let bytes = quoted.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'"' {
            at += 1;
        } else if bytes.get(at + 1) == Some(&b'"') {
            at += 2;
        } else {
            return at;
        }
    }
    bytes.len()
}
