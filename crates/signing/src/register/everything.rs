//! One page over everything public: what the words of a question find among actions, governments, declarations and cohorts,
//! and the countries, regions and objectives that are called so. Each group says how many there are and leads to all of them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use store::search::{Query, Sort};
use vocabulary::frameworks::{Framework, Node};
use vocabulary::{Arg, Lang, Say, countries, fold, groups};
use web::{At, Frame, Link, Problem};

use super::ask::{Ask, address, in_box, written};
use super::beside::KINDS;
use super::facets::{List, is_kosovo};
use super::list::WINDOW;
use super::rows::{self, Row};
use super::words::{self, Label, Words};
use super::{cards, regions};
use crate::House;

/// So many of one kind are shown, the best first.
const BEST: usize = 5;
/// So many places or objectives are named.
const NAMED: usize = 12;
/// Its path without the language.
pub(super) const PATH: &str = "/search";

/// Records of one kind.
struct Group {
    kind: &'static str,
    count: String,
    rows: Vec<Row>,
    all: Link,
}

/// Places, or objectives, that are called so.
struct Called {
    id: &'static str,
    /// Whether one of them is called just so.
    exactly: bool,
    title: String,
    ones: Vec<(Label, String)>,
}

#[derive(Template)]
#[template(path = "register/pages/everything.html")]
struct EverythingPage {
    frame: Frame,
    action: String,
    text: String,
    help: String,
    meant: Option<(String, String)>,
    groups: Vec<Group>,
    called: Vec<Called>,
    /// Whether these stand first: whoever asks for Asia does not mean a school that is like it.
    called_first: bool,
    ways: Vec<Link>,
}

/// The page. Whoever chooses a facet or a day as well asks for a list; one that is typed into the box stays there, as it is
/// asked of everything.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let ask = Ask::read(&house, &at, List::Actions, &words);
    if ask.is_ticked || ask.as_of.is_some() {
        return Ok(at.see(&ask.path()));
    }
    let pairs = written(&at);
    let text = in_box(&pairs);
    let asked = Some(("q".to_owned(), text.clone())).filter(|_| !text.is_empty());
    let asked: Vec<(String, String)> = asked.into_iter().collect();
    if pairs != asked {
        return Ok(at.moved(&address(PATH, &asked)));
    }
    let key = super::snapshot_key(&house, &words);
    let page = draw(&house, &at, &words, (&ask, &text)).await?;
    Ok(web::served(&at, &key, || web::html(page)))
}

async fn draw(
    house: &House,
    at: &At,
    words: &Words,
    (of_actions, text): (&Ask, &str),
) -> Result<EverythingPage, Fault> {
    let say = &at.say;
    let (mut found, mut meant, mut kosovo) = (Vec::new(), None, false);
    let last = super::last_change(house.store.read()).await?;
    let kinds = KINDS.iter().filter(|_| !text.is_empty());
    let of_governments = Ask::read(house, at, List::Governments, words);
    for (kind, count, all, path) in kinds {
        // What no list shows is asked like actions are.
        let list = List::of_kind(kind);
        let ask = if list == Some(List::Governments) { &of_governments } else { of_actions };
        let query = Query {
            kinds: vec![(*kind).to_owned()],
            sort: Sort::Relevance,
            limit: BEST,
            count: Vec::new(),
            ..ask.query()
        };
        let answer = house.index.search(&query)?;
        if answer.total == 0 {
            continue;
        }
        let records = cards::read(house, &answer, last).await?;
        kosovo |= rows::name_kosovo(&records);
        let n = [("n", Arg::from(answer.total))];
        let path = list.map_or((*path).to_owned(), |_| ask.path());
        found.push(Group {
            kind,
            count: say.with(count, &n),
            rows: rows::found(&records, text, words, say, house.now().date()),
            all: Link::new(say.with(all, &n), at.to(&path)),
        });
        meant = meant.or(answer.meant.map(|meant| ask.typed(&meant)));
    }
    let words_of = sought(text);
    let lands = lands(&words_of, at);
    kosovo |= lands.ones.iter().any(|(_, href)| href.rsplit('/').next().is_some_and(is_kosovo));
    let called = [lands, parts(&words_of, at), objectives(&words_of, at, words)];
    let called_first = called.iter().any(|one| one.exactly);
    let title = say.t("register-search");
    let named = (!text.is_empty()).then(|| rows::plain(text));
    let window = named.into_iter().chain([title.clone()]).collect::<Vec<_>>().join(WINDOW);
    let frame = Frame::new(at, &title).window(window).hide();
    Ok(EverythingPage {
        action: at.to(PATH),
        text: text.to_owned(),
        help: at.to("/search/help"),
        meant: meant.filter(|_| !called_first).map(|text| {
            let asked = address(PATH, &[("q".to_owned(), text.clone())]);
            (text, at.to(&asked))
        }),
        groups: found,
        called: called.into_iter().filter(|called| !called.ones.is_empty()).collect(),
        called_first,
        ways: ways(at, say),
        frame: if kosovo { frame.names_kosovo() } else { frame },
    })
}

/// The ways to look without words.
fn ways(at: &At, say: &Say) -> Vec<Link> {
    let ways = [
        ("register-all-actions", "/actions"),
        ("register-near-all-governments", "/governments"),
        ("register-way-objectives", "/objectives"),
        ("register-way-countries", "/countries"),
    ];
    ways.map(|(key, path)| Link::new(say.t(key), at.to(path))).to_vec()
}

/// The words that a name must hold: not what is excluded, and no code of a facet.
fn sought(text: &str) -> Vec<String> {
    let plain = text.split_whitespace().filter(|word| !word.starts_with('-') && !word.contains(':'));
    plain.flat_map(parts_of).collect()
}

fn parts_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether every word begins a word of one of these names.
fn is_called<'a>(sought: &[String], mut names: impl Iterator<Item = &'a str>) -> bool {
    let begins = |name: &str| {
        let parts = parts_of(name);
        sought.iter().all(|word| parts.iter().any(|part| part.starts_with(word.as_str())))
    };
    sought.iter().any(|word| word.chars().count() > 1) && names.any(begins)
}

/// Whether one of these names is just what is sought.
fn is_just<'a>(sought: &[String], mut names: impl Iterator<Item = &'a str>) -> bool {
    !sought.is_empty() && names.any(|name| parts_of(name) == sought)
}

fn lands(sought: &[String], at: &At) -> Called {
    let mut found = countries::sorted(at.lang);
    found.retain(|one| is_called(sought, one.spellings()));
    // Who asks for France means France before French Guiana.
    found.sort_by_key(|one| !is_just(sought, one.spellings()));
    let exactly = found.first().is_some_and(|one| is_just(sought, one.spellings()));
    let one = |country: &countries::Country| {
        (Label::own(country.name(at.lang)), at.to(&format!("/countries/{}", country.iso2)))
    };
    called(("countries", exactly), at.say.t("register-countries"), found.into_iter().map(one))
}

fn parts(sought: &[String], at: &At) -> Called {
    let names = |group: &groups::Group| Lang::ALL.map(|lang| group.name(lang).to_owned());
    let found = groups::all().iter().filter(|one| is_called(sought, names(one).iter().map(String::as_str)));
    let found: Vec<&groups::Group> = found.collect();
    let exactly = found.iter().any(|one| is_just(sought, names(one).iter().map(String::as_str)));
    let one = |group: &groups::Group| (Label::own(group.name(at.lang)), at.to(&regions::path(group)));
    called(("regions", exactly), at.say.t("register-regions"), found.into_iter().map(one))
}

fn objectives(sought: &[String], at: &At, words: &Words) -> Called {
    let nodes = words
        .frameworks
        .iter()
        .flat_map(|framework| framework.nodes.iter().map(move |node| (framework, node)));
    let titles = |node: &Node| [words::short(node, at.lang).text, words::title(node, at.lang).0.text];
    let found = nodes.filter(|(_, node)| is_called(sought, titles(node).iter().map(String::as_str)));
    let found: Vec<(&Framework, &Node)> = found.collect();
    let exactly = found.iter().any(|(_, node)| is_just(sought, titles(node).iter().map(String::as_str)));
    let one = |(framework, node): (&Framework, &Node)| {
        (words::short(node, at.lang), at.to(&format!("/objectives/{}", framework.token(&node.code))))
    };
    called(("objectives", exactly), at.say.t("register-objectives"), found.into_iter().map(one))
}

fn called(
    (id, exactly): (&'static str, bool),
    title: String,
    ones: impl Iterator<Item = (Label, String)>,
) -> Called {
    Called { id, exactly, title, ones: ones.take(NAMED).collect() }
}
