//! The Content-Security-Policy forbids inline script and style, so no template may have any. Mails are read
//! in mail programs, which know no style sheets: there `style=` may stand, script never.

use super::tree::Tree;
use super::{Finding, finding};

/// Every template of a page or a mail.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.own("crates/", ".html") {
        let mail = file.path.contains("/mails/") || file.path.starts_with("crates/post/");
        for (line, text) in file.lines() {
            // askama 0.16 does not escape what these two filters are given.
            if text.contains("|linebreaks") || text.contains("| linebreaks") {
                findings.push(finding(
                    &file.path,
                    line,
                    "`linebreaks` does not escape: use web::plain or web::markdown.",
                ));
            }
        }
        for (line, tag) in tags(&file.text) {
            let name =
                tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default().to_lowercase();
            // JSON-LD is data: no browser runs it, and the policy does not concern it.
            let data = tag.contains("type=\"application/ld+json\"") && !mail;
            if name == "script" && (mail || !tag.contains(" src=")) && !data {
                findings.push(finding(
                    &file.path,
                    line,
                    "an inline script: put it into a file under assets.",
                ));
            }
            if name == "style" && !mail {
                findings.push(finding(
                    &file.path,
                    line,
                    "an inline style sheet: put it into a file under assets.",
                ));
            }
            for attribute in attributes(&tag) {
                if attribute == "style" && !mail {
                    findings.push(finding(&file.path, line, "`style=`: the policy forbids it; use a class."));
                }
                if attribute.len() > 2 && attribute.starts_with("on") {
                    findings.push(finding(
                        &file.path,
                        line,
                        format!("`{attribute}=`: no handler stands in a page; listen in a script file."),
                    ));
                }
            }
        }
    }
    findings
}

/// Each opening tag with the line on which it begins; what askama fills in is left out.
fn tags(text: &str) -> Vec<(usize, String)> {
    let plain = without_expressions(text);
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(next) = plain[at..].find('<') {
        line += plain[at..at + next].matches('\n').count();
        at += next + 1;
        let end = end_of_tag(&plain[at..]);
        if plain[at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push((line, plain[at..at + end].to_owned()));
        }
    }
    found
}

/// Blanks out `{{ … }}`, `{% … %}` and `{# … #}`, keeping the lines.
fn without_expressions(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min() {
        plain.push_str(&rest[..start]);
        let close = match &rest[start..start + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let length = rest[start..].find(close).map_or(rest.len() - start, |end| end + 2);
        plain.extend(rest[start..start + length].chars().filter(|letter| *letter == '\n'));
        rest = &rest[start + length..];
    }
    plain.push_str(rest);
    plain
}

fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The names of a tag's attributes, in lower case.
fn attributes(tag: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut name, mut quote) = (String::new(), None);
    for letter in tag.chars() {
        match (quote, letter) {
            (Some(open), letter) => quote = (open != letter).then_some(open),
            (None, '"' | '\'') => quote = Some(letter),
            (None, '=') => names.push(std::mem::take(&mut name)),
            (None, letter) if letter.is_whitespace() => name.clear(),
            (None, letter) => name.extend(letter.to_lowercase()),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, text)])).into_iter().map(|one| one.line).collect()
    }

    #[test]
    fn inline_script_style_and_handlers_are_found() {
        let page = "<p>\n<script>x()</script>\n<style>a{}</style>\n<p class=\"a > b\" STYLE=\"x\">\n<button\n  onclick=\"go()\">\n";
        assert_eq!(found("crates/rooms/src/a/pages/b.html", page), [2, 3, 4, 5]);
        assert_eq!(found("crates/rooms/src/a/mails/b.html", page), [2, 5]);
    }

    #[test]
    fn a_filter_that_does_not_escape_is_found() {
        let page = "<p>{{ text|linebreaksbr }}</p>\n<p>{{ text }}</p>";
        assert_eq!(found("crates/rooms/src/a/pages/b.html", page), [1]);
    }

    #[test]
    fn clean_pages_pass() {
        let page = "<script src=\"/assets/x.js\" defer></script>\n<p {% if a < b %}class=\"{{ style }}\"{% endif %} data-on=\"a\">one = two</p>\n<link rel=\"stylesheet\" href=\"x\">";
        assert_eq!(found("crates/web/templates/layout.html", page), Vec::<usize>::new());
    }
}
