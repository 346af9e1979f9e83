//! Every page and every letter speaks the reader's language: nothing is left as a message key.

use std::collections::BTreeSet;

use rooms::wiring;
use vocabulary::Lang;

use super::access::Things;
use super::town::{DESK, OFFICER, Town};
use crate::harness::{Browser, on_both};

/// Whether a word has the form of a message key.
fn has_form_of_key(word: &str, rooms: &BTreeSet<String>) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    rooms.contains(first) && parts.clone().count() > 0 && parts.all(is_plain)
}

fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The first parts of all keys: the rooms and kits.
fn rooms() -> BTreeSet<String> {
    let messages = wiring::messages().unwrap();
    let keys = messages.keys(Lang::En).iter();
    let mut rooms: BTreeSet<String> =
        keys.filter_map(|key| key.split_once('-').map(|(first, _)| first.to_owned())).collect();
    rooms.extend(["governments", "declarations", "actions", "intake"].map(str::to_owned));
    rooms
}

/// What in a text looks like a key: markup is taken off, addresses of pages are not words.
fn keys_in(text: &str, rooms: &BTreeSet<String>) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || "<>\"“”«»()=,;:?!·".contains(c));
    let words = words.map(|word| word.trim_matches(['.', '\u{2068}', '\u{2069}', '\'', '’']));
    words.filter(|word| has_form_of_key(word, rooms)).map(str::to_owned).collect()
}

#[test]
fn every_sentence_is_there_in_every_language() {
    let messages = wiring::messages().unwrap();
    let english = messages.keys(Lang::En);
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let keys = messages.keys(lang);
        wrong.extend(english.difference(keys).map(|key| format!("{} lacks {key}", lang.code())));
        wrong.extend(keys.difference(english).map(|key| format!("{} alone has {key}", lang.code())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_page_and_letter_speaks_the_language_of_its_address() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let mut waiting = town.nobody.clone();
        super::town::propose(&mut waiting, "en", "Ville de Mbour").await;
        story.settle().await;
        let things = Things::of(&story, &mut town).await;
        let rooms = rooms();
        let mut wrong = BTreeSet::new();
        for lang in Lang::ALL {
            for route in story.routes.iter().filter(|route| route.method == web::Method::Get) {
                if !route.path.starts_with("/{lang}") {
                    continue;
                }
                let path = things.address(route, lang.code());
                for browser in [&town.officer, &town.desk] {
                    let page = browser.clone().get(&path).await;
                    if !page.headers["content-type"].to_str().unwrap().starts_with("text/html") {
                        continue;
                    }
                    let html = format!("<html lang=\"{}\" dir=\"{}\"", lang.code(), lang.dir());
                    if !page.text.contains(&html) {
                        wrong.insert(format!("{path}: no {html}"));
                    }
                    let visible = page.all("title, body").join(" ");
                    let labels = attributes(&page.text);
                    for key in keys_in(&format!("{visible} {labels}"), &rooms) {
                        wrong.insert(format!("{} {path} shows {key}", lang.code()));
                    }
                }
            }
        }
        for address in [OFFICER, DESK] {
            for letter in story.mail_to(address).await {
                for key in keys_in(&format!("{} {}", letter.subject, letter.text), &rooms) {
                    wrong.insert(format!("letter “{}” shows {key}", letter.subject));
                }
            }
        }
        let wrong: Vec<String> = wrong.into_iter().collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What is said in attributes that people read or hear.
fn attributes(html: &str) -> String {
    let mut said = String::new();
    for name in ["aria-label=\"", "placeholder=\"", "alt=\"", "content=\""] {
        for rest in html.split(name).skip(1) {
            said.push_str(rest.split('"').next().unwrap_or_default());
            said.push(' ');
        }
    }
    said
}

#[tokio::test]
async fn a_code_is_sent_in_the_language_of_the_page_that_asked() {
    on_both(|story| async move {
        for lang in Lang::ALL {
            let code = lang.code();
            let address = format!("reader.{code}@city.example");
            let mut browser: Browser = story.browser();
            let page = browser.get(&format!("/{code}/sign-in")).await;
            browser.send(page.form(&format!("/{code}/sign-in")).set("address", &address)).await;
            let letter = &story.mail_to(&address).await[0];
            assert_eq!(letter.lang, lang);
            assert!(letter.html.contains(&format!("dir=\"{}\"", lang.dir())), "{}", letter.html);
        }
    })
    .await;
}
