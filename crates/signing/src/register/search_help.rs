//! How to search: what may be typed into the box, each with an example that can be tried.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use store::search::Query;
use web::{At, Frame, Problem};

use super::facets::List;
use super::words::{Label, Words};
use crate::House;

/// Something that may be typed.
struct Example {
    typed: String,
    href: String,
    says: String,
}

/// A group of facets that can be typed.
struct Typed {
    title: Label,
    examples: Vec<Example>,
}

#[derive(Template)]
#[template(path = "register/pages/search_help.html")]
struct HelpPage {
    frame: Frame,
    examples: Vec<Example>,
    groups: Vec<Typed>,
    codes: String,
}

/// So many values of a group are shown.
const SHOWN: usize = 2;

/// The page.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let groups = groups(&house, &at, &words)?;
    let say = &at.say;
    let example = |typed: String, key: &str| Example {
        href: at.to(&super::ask::address("/actions", &[("q".to_owned(), typed.clone())])),
        says: say.t(key),
        typed,
    };
    let word = say.t("register-help-word");
    let phrase = say.t("register-help-phrase");
    let frame = Frame::new(&at, "register-help-title").describe(&say.t("register-help-lead"));
    let page = HelpPage {
        frame: super::on_the_way(&at, frame, &[], "/search/help"),
        examples: vec![
            example(phrase.clone(), "register-help-says-words"),
            example(format!("\"{phrase}\""), "register-help-says-phrase"),
            example(format!("{phrase} -{word}"), "register-help-says-without"),
        ],
        groups,
        codes: at.to("/codes.csv"),
    };
    Ok(web::served(&at, &key, || web::html(page)))
}

/// The groups of both lists, each with the values that most records have.
fn groups(house: &House, at: &At, words: &Words) -> Result<Vec<Typed>, Fault> {
    let mut typed: Vec<Typed> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    for list in [List::Actions, List::Governments] {
        let groups = list.groups(words);
        let query = Query { kinds: vec![list.kind().to_owned()], count: groups.clone(), ..Query::default() };
        let counts = house.index.search(&query)?.counts;
        for group in groups {
            if named.contains(&group) {
                continue;
            }
            let mut values: Vec<(&str, u64)> = counts
                .get(&group)
                .into_iter()
                .flatten()
                .filter_map(|(token, n)| Some((token.split_once('/')?.1, *n)))
                .filter(|(value, _)| !value.contains(char::is_whitespace))
                .collect();
            values.sort_by(|(a, many), (b, other)| other.cmp(many).then(a.cmp(b)));
            let example = |(value, _): &(&str, u64)| {
                let label = list.label(&group, value, words, &at.say)?;
                let typed = format!("{group}:{value}");
                // Where it leads to when it is typed.
                let asked = [(group.clone(), (*value).to_owned())];
                let href = at.to(&super::ask::address(list.path(), &asked));
                Some(Example { href, says: label.text, typed })
            };
            let examples: Vec<Example> = values.iter().filter_map(example).take(SHOWN).collect();
            if !examples.is_empty() {
                typed.push(Typed { title: list.title(&group, words, &at.say), examples });
                named.push(group);
            }
        }
    }
    Ok(typed)
}
