//! A file is read at one sitting: 500 lines; a function at one glance: 70; a template: 150.

use super::exceptions::Exceptions;
use super::tree::Tree;
use super::{Finding, finding};

const FILE: usize = 500;
const FUNCTION: usize = 70;
const TEMPLATE: usize = 150;
const MEASURED: [&str; 5] = [".rs", ".mjs", ".js", ".css", ".html"];

/// Every file and every function.
pub fn check(tree: &Tree, exceptions: &Exceptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.own("", "").filter(|file| MEASURED.iter().any(|end| file.path.ends_with(end))) {
        let most =
            if file.path.starts_with("crates/") && file.path.ends_with(".html") { TEMPLATE } else { FILE };
        let lines = file.text.lines().count();
        if lines > most {
            findings.extend(judge(exceptions, &file.path, None, (1, lines, most)));
        }
        for (name, line, lines) in file.code.as_ref().map(|code| code.functions()).unwrap_or_default() {
            if lines > FUNCTION {
                findings.extend(judge(exceptions, &file.path, Some(&name), (line, lines, FUNCTION)));
            }
        }
    }
    findings
}

fn judge(
    exceptions: &Exceptions,
    path: &str,
    function: Option<&str>,
    size: (usize, usize, usize),
) -> Option<Finding> {
    let (line, lines, most) = size;
    let what = function.map_or_else(|| "the file".to_owned(), |name| format!("{name}()"));
    match exceptions.lines(path, function) {
        None => Some(finding(
            path,
            line,
            format!("{what} has {lines} lines; at most {most}. Cut it where its subject changes."),
        )),
        Some(allowed) if lines > allowed => Some(finding(
            path,
            line,
            format!("{what} has grown to {lines} lines; its exception allows {allowed}."),
        )),
        Some(allowed) if lines < allowed => Some(finding(
            path,
            line,
            format!("{what} has shrunk to {lines} lines: lower its exception from {allowed}."),
        )),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(files: &[(&str, &str)], exceptions: &str) -> Vec<String> {
        let exceptions = Exceptions::read(exceptions).unwrap();
        check(&Tree::of(files), &exceptions).into_iter().map(|one| one.sentence).collect()
    }

    #[test]
    fn long_files_templates_and_functions_are_found() {
        let long = "// x\n".repeat(501);
        let page = "<p>\n".repeat(151);
        let function = format!("fn long() {{\n{}}}\n", "    x();\n".repeat(69));
        let files = [
            ("crates/a/src/b.rs", long.as_str()),
            ("crates/a/src/c.html", page.as_str()),
            ("crates/a/src/d.rs", function.as_str()),
            ("assets/vendor/e.css", long.as_str()),
        ];
        let said = sentences(&files, "");
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("the file has 501 lines; at most 500"));
        assert!(said[1].starts_with("the file has 151 lines; at most 150"));
        assert!(said[2].starts_with("long() has 71 lines; at most 70"));
    }

    #[test]
    fn an_exception_holds_for_its_number_only() {
        let long = "// x\n".repeat(510);
        let files = [("a.rs", long.as_str())];
        let allow =
            |lines: u32| format!("[[long]]\nfile = \"a.rs\"\nlines = {lines}\nreason = \"It is a table.\"");
        assert_eq!(sentences(&files, &allow(510)).len(), 0);
        assert!(sentences(&files, &allow(505))[0].contains("grown"));
        assert!(sentences(&files, &allow(520))[0].contains("shrunk"));
    }
}
