//! Arabic mirrors by itself only when every direction is logical: `margin-inline-start`, never `margin-left`,
//! and no shorthand with four values, which are physical (top, right, bottom, left).

use super::tree::{File, Tree};
use super::{Finding, finding};

const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
const BOXES: [&str; 5] = ["margin", "padding", "border", "scroll-margin", "scroll-padding"];
const SHORTHANDS: [&str; 9] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "border-radius",
    "scroll-margin",
    "scroll-padding",
];
const VALUES: [&str; 4] = ["text-align", "float", "clear", "caption-side"];

/// Every style sheet of ours.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let ours = tree.own("", ".css").filter(|file| !file.path.starts_with("e2e/"));
    ours.flat_map(|file| declarations(file).into_iter().filter_map(|one| judge(file, one))).collect()
}

struct Declaration {
    line: usize,
    property: String,
    value: String,
}

fn judge(file: &File, declaration: Declaration) -> Option<Finding> {
    let Declaration { line, property, value } = declaration;
    let physical = SIDES.contains(&property.as_str())
        || BOXES.iter().any(|name| SIDES.iter().any(|side| begins(&property, &format!("{name}-{side}"))));
    if physical {
        return Some(finding(
            &file.path,
            line,
            format!("`{property}` is a physical direction: use inline/block, start/end."),
        ));
    }
    if VALUES.contains(&property.as_str()) && ["left", "right"].contains(&value.as_str()) {
        return Some(finding(
            &file.path,
            line,
            format!("`{property}: {value}` is a physical direction: use start or end."),
        ));
    }
    if SHORTHANDS.contains(&property.as_str()) && values(&value) == 4 {
        return Some(finding(
            &file.path,
            line,
            format!("`{property}` with four values is physical: use its -inline and -block forms."),
        ));
    }
    None
}

fn begins(property: &str, name: &str) -> bool {
    property.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// How many values stand side by side; what is in brackets is one.
fn values(value: &str) -> usize {
    let (mut depth, mut count, mut inside) = (0usize, 0, false);
    for letter in value.split("!important").next().unwrap_or_default().chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => return 0,
            _ => {}
        }
        let gap = letter.is_whitespace() && depth == 0;
        count += usize::from(!gap && !inside);
        inside = !gap;
    }
    count
}

/// Each `property: value` with its line, in minified style sheets too.
fn declarations(file: &File) -> Vec<Declaration> {
    let mut found = Vec::new();
    let (mut line, mut start, mut words) = (1, 1, String::new());
    for letter in without_comments(&file.text).chars() {
        if words.trim().is_empty() {
            start = line;
        }
        line += usize::from(letter == '\n');
        match letter {
            '{' => words.clear(),
            ';' | '}' => {
                if let Some((property, value)) = words.split_once(':') {
                    let property = property.trim().to_lowercase();
                    found.push(Declaration { line: start, property, value: value.trim().to_lowercase() });
                }
                words.clear();
            }
            letter => words.push(letter),
        }
    }
    found
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        plain.extend(rest[start..end].chars().filter(|letter| *letter == '\n'));
        rest = &rest[end..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        check(&Tree::of(&[("assets/look.css", text)])).into_iter().map(|one| one.line).collect()
    }

    #[test]
    fn physical_directions_are_found() {
        let sheet = "a {\n  margin-left: 1em;\n  border-right-color: red;\n  top: 0;\n  text-align: left;\n  border-top-left-radius: 2px;\n}\nb{padding:1px 2px 3px 4px;inset:0 auto auto 0}";
        assert_eq!(found(sheet), [2, 3, 4, 5, 6, 8, 8]);
    }

    #[test]
    fn logical_ones_pass() {
        let sheet = "/* margin-left: 1px; */\n@media (min-width: 40em) { a:hover { margin-inline-start: 1em; padding: 1px calc(2px + 3px) 2px; } }\n.left { --left: 1; text-align: start; background-position: left; border-radius: 1px 2px / 3px 4px; }";
        assert_eq!(found(sheet), Vec::<usize>::new());
    }

    #[test]
    fn what_others_made_is_theirs() {
        let tree = Tree::of(&[("assets/vendor/x.css", "a{margin-left:1px}")]);
        assert_eq!(check(&tree), []);
    }
}
