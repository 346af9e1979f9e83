//! The style sheet that is served is the one its sources make; it stays small, logical and within the policy.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources in the order in which they are served.
const SOURCES: [&str; 4] = ["tokens.css", "ds.css", "look.css", "print.css"];

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

fn read(path: &str) -> String {
    let path = assets().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}

/// The sources one after the other, without comments, line breaks and spaces that say nothing.
fn assembled() -> String {
    let whole: String = SOURCES.iter().map(|name| read(&format!("src/{name}"))).collect();
    let mut text = String::new();
    let mut rest = whole.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").expect("every comment ends").1;
    }
    text.push_str(rest);
    let mut small = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (long, short) in [
        (" { ", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("} ", "}"),
        ("; ", ";"),
        (";}", "}"),
        (" > ", ">"),
        (", ", ","),
    ] {
        small = small.replace(long, short);
    }
    let mut small = small.replace(": ", ":").replace("/ \"\"", "/\"\"");
    small.push('\n');
    small
}

#[test]
fn the_served_sheet_is_made_of_its_sources() {
    let made = assembled();
    if std::env::var_os("WRITE_LOOK").is_some() {
        fs::write(assets().join("look.css"), &made).expect("the sheet can be written");
    }
    assert!(
        made == read("look.css"),
        "assets/look.css is not what assets/src/*.css make: run WRITE_LOOK=1 cargo test -p web --test look"
    );
}

#[test]
fn the_served_sheet_stays_small() {
    let served = read("look.css").len();
    assert!(served <= 36_000, "assets/look.css has {served} bytes; every page waits for it");
    let font = fs::metadata(assets().join("fonts/look-serif-600.woff2")).expect("the font is there").len();
    assert!(font <= 22_528, "the font has {font} bytes; at most 22 kB are sent");
    let script = read("la.js").len();
    assert!(script <= 4_096, "la.js has {script} bytes; at most 4 kB are sent");
}

#[test]
fn every_property_is_logical() {
    let sheet = read("look.css");
    let physical = [
        "margin-left",
        "margin-right",
        "margin-top",
        "margin-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "padding-bottom",
        "border-left",
        "border-right",
        "border-top",
        "border-bottom",
        "text-align:left",
        "text-align:right",
        "float:left",
        "float:right",
        ";left:",
        ";right:",
        ";top:",
        ";bottom:",
        "{left:",
        "{top:",
        ";width:",
        ";height:",
        "{width:",
        "{height:",
    ];
    for word in physical {
        assert!(
            !sheet.contains(word),
            "the sheet says \"{word}\": use the logical property, so that Arabic mirrors"
        );
    }
    for property in ["padding:", "margin:", "inset:"] {
        for (at, _) in sheet.match_indices(property) {
            let value = &sheet[at + property.len()..];
            let value = &value[..value.find([';', '}']).unwrap_or(value.len())];
            let values = value.split_whitespace().count();
            assert!(
                values < 4 || value.contains('('),
                "\"{property}{value}\" names four sides: say block and inline"
            );
        }
    }
}

#[test]
fn nothing_comes_from_elsewhere() {
    let sheet = read("look.css");
    assert!(!sheet.contains("://"), "the sheet names another host");
    assert!(!sheet.contains("data:"), "the sheet carries a picture that the policy would refuse");
    assert!(!sheet.contains("@import"), "the sheet loads another sheet");
}

#[test]
fn the_page_of_patterns_shows_every_part() {
    let parts = read("../crates/web/templates/components.html");
    let page = read("../crates/web/templates/patterns.html");
    let names: Vec<&str> = parts
        .split("{% macro ")
        .skip(1)
        .map(|rest| rest.split_once('(').expect("a macro takes arguments").0)
        .collect();
    assert!(names.len() > 30, "the parts are found by their beginning");
    let unseen: Vec<&str> = names
        .into_iter()
        .filter(|name| *name != "csrf" && !parts.contains(&format!("call {name}(")))
        .filter(|name| !page.contains(&format!("call c::{name}(")))
        .collect();
    assert_eq!(unseen, Vec::<&str>::new(), "patterns.html does not show every part of components.html");
}
