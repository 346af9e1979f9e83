//! Names that say nothing are forbidden: a helper lives with its first user, or in a kit under its true name.

use super::tree::Tree;
use super::{Finding, finding};

const FORBIDDEN: [&str; 7] = ["util", "utils", "helper", "helpers", "common", "misc", "shared"];

/// Every file and folder.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.own("", "") {
        let forbidden = file.path.split('/').map(stem).find(|stem| FORBIDDEN.contains(stem));
        if let Some(name) = forbidden {
            findings.push(finding(
                &file.path,
                1,
                format!("nothing is called “{name}”: give it its true name."),
            ));
        }
    }
    findings
}

fn stem(part: &str) -> &str {
    let part = part.trim_start_matches('_');
    part.split_once('.').map_or(part, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawers_are_found() {
        let tree = Tree::of(&[
            ("crates/web/src/utils.rs", ""),
            ("crates/web/src/common/mod.rs", ""),
            ("crates/web/templates/_shared.html", ""),
            ("crates/web/src/utility.rs", ""),
            ("assets/vendor/x/util.js", ""),
        ]);
        let paths: Vec<String> = check(&tree).into_iter().map(|one| one.path).collect();
        assert_eq!(
            paths,
            ["crates/web/src/utils.rs", "crates/web/src/common/mod.rs", "crates/web/templates/_shared.html"]
        );
    }
}
