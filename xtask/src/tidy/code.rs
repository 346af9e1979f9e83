//! Rust as the rules read it: a small scanner that tells code from comments, strings and tests.
//! It trusts that the code is formatted by rustfmt and compiles.

/// A string literal.
pub struct Literal {
    /// Where it begins.
    pub line: usize,
    /// Between its quotes, escapes as written.
    pub text: String,
}

/// One file of Rust.
pub struct Code {
    /// The lines with comments and the insides of strings blanked out.
    pub bare: Vec<String>,
    /// Its string literals.
    pub literals: Vec<Literal>,
    tests: Vec<bool>,
}

impl Code {
    /// Reads one file.
    pub fn read(path: &str, text: &str) -> Self {
        let (bare, literals) = scan(text);
        let bare: Vec<String> = bare.lines().map(str::to_owned).collect();
        let whole =
            path.contains("/tests/") || path.rsplit('/').next().is_some_and(|name| name.starts_with("tests"));
        let tests = if whole { vec![true; bare.len()] } else { test_lines(&bare) };
        Self { bare, literals, tests }
    }

    /// Whether the line (from 1) is part of a test.
    pub fn is_test(&self, line: usize) -> bool {
        self.tests.get(line - 1).copied().unwrap_or(false)
    }

    /// Numbered bare lines outside tests.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.bare.iter().enumerate().map(|(index, line)| (index + 1, line.as_str()));
        numbered.filter(|(line, _)| !self.is_test(*line))
    }

    /// The bare lines outside tests as one text with the line on which each byte stands.
    pub fn text(&self) -> (String, Vec<usize>) {
        let (mut text, mut lines) = (String::new(), Vec::new());
        for (line, bare) in self.lines() {
            text.push_str(bare);
            text.push('\n');
            lines.resize(text.len(), line);
        }
        (text, lines)
    }

    /// Each function with a body: its name, its first line and how many lines it has.
    pub fn functions(&self) -> Vec<(String, usize, usize)> {
        let mut found = Vec::new();
        for (index, line) in self.bare.iter().enumerate() {
            let Some(name) = function_name(line) else { continue };
            if let Some(length) = block(&self.bare[index..]) {
                found.push((name.to_owned(), index + 1, length));
            }
        }
        found
    }
}

/// The name in a line that begins a function.
fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    loop {
        let (word, after) = rest.split_once(' ')?;
        match word {
            "fn" => {
                let end = after.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'))?;
                return Some(&after[..end]).filter(|name| !name.is_empty());
            }
            "const" | "async" | "unsafe" | "extern" | "pub" | "\"\"" => rest = after,
            word if word.starts_with("pub(") => rest = after.trim_start(),
            _ => return None,
        }
    }
}

/// How many lines a block takes from the line that announces it; nothing when it ends with `;` before any brace.
fn block(lines: &[String]) -> Option<usize> {
    let (mut depth, mut round) = (0usize, 0isize);
    for (index, line) in lines.iter().enumerate() {
        for letter in line.chars() {
            match letter {
                '(' | '[' => round += 1,
                ')' | ']' => round -= 1,
                ';' if depth == 0 && round == 0 => return None,
                '{' => depth += 1,
                '}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Some(index + 1);
                    }
                }
                _ => {}
            }
        }
    }
    None
}

fn test_lines(bare: &[String]) -> Vec<bool> {
    let mut tests = vec![false; bare.len()];
    for (index, line) in bare.iter().enumerate() {
        let line = line.trim();
        if line.starts_with("#[cfg(test)]") || line.starts_with("#[test]") {
            let length = block(&bare[index + 1..]).map_or(2, |length| length + 1);
            let end = (index + length).min(tests.len());
            tests[index..end].fill(true);
        }
    }
    tests
}

/// Blanks out comments and the insides of strings, and collects the strings.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let letters: Vec<char> = text.chars().collect();
    let (mut bare, mut literals) = (String::with_capacity(text.len()), Vec::new());
    let (mut at, mut line) = (0, 1);
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        match letters[at] {
            '/' if next == Some('/') => at = end_of_line(&letters, at),
            '/' if next == Some('*') => {
                let end = end_of_comment(&letters, at);
                line += blank(&letters[at..end], &mut bare);
                at = end;
            }
            'r' if !after_word(&letters, at) && raw(&letters, at).is_some() => {
                let (inside, after) = raw(&letters, at).unwrap_or((at, at));
                let hashes = inside - at - 2;
                let end = after - 1 - hashes;
                line += literal(&letters, inside, end, line, (&mut bare, &mut literals));
                at = after;
            }
            '"' => {
                let end = end_of_string(&letters, at + 1);
                line += literal(&letters, at + 1, end, line, (&mut bare, &mut literals));
                at = end + 1;
            }
            '\'' => {
                let end = end_of_letter(&letters, at);
                bare.push('\'');
                at = end.unwrap_or(at + 1);
            }
            letter => {
                line += usize::from(letter == '\n');
                bare.push(letter);
                at += 1;
            }
        }
    }
    (bare, literals)
}

type Found<'a> = (&'a mut String, &'a mut Vec<Literal>);

fn literal(letters: &[char], from: usize, to: usize, line: usize, found: Found) -> usize {
    let to = to.min(letters.len());
    let inside = &letters[from.min(to)..to];
    let (bare, literals) = found;
    literals.push(Literal { line, text: inside.iter().collect() });
    bare.push('"');
    let lines = blank(inside, bare);
    bare.push('"');
    lines
}

/// Keeps only the line breaks and tells how many there were.
fn blank(letters: &[char], bare: &mut String) -> usize {
    let breaks = letters.iter().filter(|letter| **letter == '\n').count();
    bare.extend(std::iter::repeat_n('\n', breaks));
    breaks
}

fn end_of_line(letters: &[char], from: usize) -> usize {
    letters[from..].iter().position(|letter| *letter == '\n').map_or(letters.len(), |found| from + found)
}

fn end_of_comment(letters: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < letters.len() {
        match (letters[at], letters.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

fn end_of_string(letters: &[char], from: usize) -> usize {
    let mut at = from;
    while at < letters.len() && letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at.min(letters.len())
}

/// A letter in quotes ends at its quote; a lifetime has none.
fn end_of_letter(letters: &[char], from: usize) -> Option<usize> {
    if letters.get(from + 1) == Some(&'\\') {
        let end = letters[from + 3..].iter().position(|letter| *letter == '\'')?;
        return Some(from + 3 + end + 1);
    }
    (letters.get(from + 2) == Some(&'\'')).then_some(from + 3)
}

fn after_word(letters: &[char], at: usize) -> bool {
    at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_') && letters[at - 1] != 'b'
}

/// A raw string: where its inside begins, and where the code goes on after it.
fn raw(letters: &[char], at: usize) -> Option<(usize, usize)> {
    let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
    if letters.get(at + 1 + hashes) != Some(&'"') {
        return None;
    }
    let inside = at + 2 + hashes;
    let mut end = inside;
    while end < letters.len() {
        let closes = letters[end] == '"'
            && letters[end + 1..].iter().take(hashes).filter(|l| **l == '#').count() == hashes;
        if closes {
            return Some((inside, end + 1 + hashes));
        }
        end += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r##"//! Door with "quotes" and { braces.
fn one<'a>(x: &'a str) -> [u8; 2] {
    let c = '{'; /* a } comment
    of two lines */ let s = "a \" } string";
    let r = r#"raw " } text"#; // } end
    [0, 1]
}

pub(crate) async fn two(
    a: u8,
) {
}

trait T {
    fn none(&self);
}

#[cfg(test)]
mod tests {
    fn three() { x.unwrap() }
}
"##;

    #[test]
    fn functions_are_measured_by_their_braces() {
        let code = Code::read("a/b.rs", SAMPLE);
        assert_eq!(
            code.functions(),
            [("one".to_owned(), 2, 6), ("two".to_owned(), 9, 4), ("three".to_owned(), 20, 1)]
        );
    }

    #[test]
    fn strings_are_told_from_code() {
        let code = Code::read("a/b.rs", SAMPLE);
        let texts: Vec<(usize, &str)> =
            code.literals.iter().map(|one| (one.line, one.text.as_str())).collect();
        assert_eq!(texts, [(4, "a \\\" } string"), (5, "raw \" } text")]);
        assert!(!code.bare.join("\n").contains("raw"));
        assert_eq!(code.bare.len(), SAMPLE.lines().count());
    }

    #[test]
    fn tests_are_told_from_code() {
        let code = Code::read("a/b.rs", SAMPLE);
        assert!(!code.is_test(16) && code.is_test(18) && code.is_test(20));
        assert!(Code::read("crates/x/tests/a.rs", "fn a() {}").is_test(1));
    }
}
