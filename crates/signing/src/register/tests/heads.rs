//! Stories of what search engines and shared links are told in the head of a page.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{Browser, Page, on_both};
use crate::register::{cohort, record, tell};
use rooms::intake;

/// What a page says in its head under this name.
fn meta(page: &Page, name: &str) -> Option<String> {
    let said = page.text.split(&format!("\"{name}\" content=\"")).nth(1)?.split('"').next()?;
    let pairs = [("&#38;", "&"), ("&#39;", "'"), ("&#34;", "\""), ("&#60;", "<"), ("&#62;", ">")];
    Some(pairs.iter().fold(said.to_owned(), |said, (escaped, plain)| said.replace(escaped, plain)))
}

async fn places(reader: &mut Browser, path: &str) -> Vec<String> {
    let page = reader.get(path).await;
    let places = page.text.split("<loc>").skip(1).filter_map(|place| place.split("</loc>").next());
    places.map(|place| place.trim_start_matches("http://localhost").to_owned()).collect()
}

/// What a page says of itself to programs: the kinds of things. Fails where that is no JSON-LD that stands for itself.
fn kinds(page: &Page) -> BTreeSet<String> {
    let text = page.text.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(text.expect("JSON-LD")).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org", "{}", page.path);
    let (mut kinds, mut left) = (BTreeSet::new(), vec![("", &data)]);
    while let Some((name, value)) = left.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                kinds.extend(fields.get("@type").and_then(|kind| kind.as_str()).map(str::to_owned));
                left.extend(fields.iter().map(|(name, value)| (name.as_str(), value)));
            }
            serde_json::Value::Array(values) => left.extend(values.iter().map(|value| (name, value))),
            serde_json::Value::String(text) => {
                let leads = matches!(
                    name,
                    "@id" | "url" | "item" | "contentUrl" | "image" | "license" | "mainEntityOfPage"
                );
                assert!(!leads || text.starts_with("http"), "{}: {name} is {text}", page.path);
                assert!(!text.is_empty(), "{}: {name} says nothing", page.path);
            }
            serde_json::Value::Null => panic!("{}: {name} is not known, and said all the same", page.path),
            _ => {}
        }
    }
    kinds
}

/// Everything that a page is asked for, the first that it lacks as a sentence.
fn lacks(page: &Page, lang: &str) -> Option<String> {
    let said = |name: &str| meta(page, name).filter(|said| !said.trim().is_empty());
    let Some(description) = said("description") else { return Some("a description".to_owned()) };
    let long = description.chars().count();
    let marks = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\n');
    if !(20..=160).contains(&long) || description.contains(marks) {
        return Some(format!("a description of {long}: {description}"));
    }
    if said("og:description").as_ref() != Some(&description) {
        return Some("og:description".to_owned());
    }
    let own = page.links("link[rel=canonical]");
    if own != [format!("http://localhost{}", page.path)] || said("og:url").as_ref() != own.first() {
        return Some(format!("an address of its own: {own:?}"));
    }
    if page.text.matches("og:locale:alternate").count() != 3
        || !said("og:locale").is_some_and(|said| said.starts_with(lang))
    {
        return Some("locales".to_owned());
    }
    if !said("og:image").is_some_and(|said| said.starts_with(&format!("http://localhost/{lang}/"))) {
        return Some("a picture".to_owned());
    }
    let names = [
        "og:title",
        "og:type",
        "og:site_name",
        "og:image:width",
        "og:image:height",
        "og:image:alt",
        "twitter:card",
        "twitter:image:alt",
    ];
    names.into_iter().find(|name| said(name).is_none()).map(str::to_owned)
}

#[tokio::test]
async fn every_public_page_says_of_itself_what_no_other_says() {
    on_both(|story| async move {
        intake::cohort(&story.house).await.unwrap();
        story.settle().await;
        let mut reader = story.browser();
        let maps = places(&mut reader, "/sitemap.xml").await;
        assert!(maps.len() >= 4, "{maps:?}");
        let mut described: BTreeMap<String, String> = BTreeMap::new();
        let mut pictures = BTreeSet::new();
        let mut told = BTreeSet::new();
        for map in maps {
            for path in places(&mut reader, &map).await {
                let lang = path[1..3].to_owned();
                // Every page in two languages, the second of another direction.
                if !["en", "ar"].contains(&lang.as_str()) {
                    continue;
                }
                let page = reader.get(&path).await;
                assert_eq!(page.status, 200, "{path}");
                if page.path.trim_end_matches('/') != path.trim_end_matches('/') {
                    continue;
                }
                let lacking = lacks(&page, &lang);
                assert_eq!(lacking, None, "{path}");
                let kinds = kinds(&page);
                let is_home = path.trim_end_matches('/').len() == 3;
                let own = if is_home { "WebSite" } else { "BreadcrumbList" };
                assert!(kinds.contains(own), "{path}: {kinds:?}");
                told.extend(kinds);
                pictures.insert(meta(&page, "og:image").unwrap());
                let said = format!("{lang} {}", meta(&page, "description").unwrap());
                let before = described.insert(said.clone(), path.clone());
                assert_eq!(before, None, "{path} is described as another page: {said}");
            }
        }
        for kind in ["Dataset", "GovernmentOrganization", "CreativeWork", "Country", "DefinedTerm", "Place"] {
            assert!(told.contains(kind), "nothing is a {kind}: {told:?}");
        }
        assert!(described.len() > 250, "{}", described.len());
        let shared = pictures.iter().filter(|picture| picture.ends_with("/en/card.png")).count();
        assert!(shared == 1 && pictures.len() > 60, "{}", pictures.len());
        for lang in ["fr", "ar"] {
            let card = reader.get(&format!("/{lang}/card.png")).await;
            assert!(card.status == 200 && card.bytes.starts_with(b"\x89PNG"), "{lang}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_later_page_of_a_list_stands_for_itself_and_a_question_for_nothing() {
    on_both(|story| async move {
        let mut said = cohort();
        for n in 20..60 {
            said.push(record("government", &format!("LG-000{n}"), None, &format!("Town {n}"), "KE", &[]));
        }
        tell(&story, said).await;
        let mut reader = story.browser();
        let turns = |page: &Page| ["prev", "next"].map(|way| page.links(&format!("link[rel={way}]")));
        let first = reader.get("/fr/governments").await;
        let [before, after] = turns(&first);
        assert!(before.is_empty() && after.len() == 1, "{before:?} {after:?}");
        let second = reader.get(&after[0]).await;
        assert_eq!(second.links("link[rel=canonical]"), [format!("http://localhost{}", after[0])]);
        assert!(!second.text.contains("noindex"), "{after:?}");
        assert_eq!(turns(&second), [vec!["/fr/governments".to_owned()], Vec::new()]);
        assert_ne!(meta(&first, "description"), meta(&second, "description"));
        let other = second.links("link[hreflang=ar]");
        assert!(other.iter().all(|href| href.contains("after=")) && !other.is_empty(), "{other:?}");
        for path in ["/fr/governments?country=KE", "/fr/governments?sort=newest", "/fr/governments?q=town"] {
            let page = reader.get(path).await;
            assert!(page.text.contains("noindex") && page.links("link[rel=canonical]").is_empty(), "{path}");
            assert_eq!(meta(&page, "og:url"), Some(format!("http://localhost{path}")));
        }
    })
    .await;
}
