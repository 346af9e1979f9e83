//! Stories of the order of names: each reader finds them in the alphabet of the page, by the name that is shown there.

use crate::harness::{Page, on_both};
use crate::register::{record, tell};
use rooms::register::Said;
use vocabulary::{LanguageMap, Origin, Tag};

/// A government with a name in its own language, and what it is called in others.
fn government(n: usize, own: (&str, &str), others: &[(&str, &str)]) -> Said {
    let Said::Here(mut one) = record("government", &format!("LG-{n:05}"), Some(own.1), own.1, "KE", &[])
    else {
        unreachable!()
    };
    let tag = |code: &str| Tag::parse(code).unwrap();
    let mut name = LanguageMap::original(tag(own.0), own.1);
    for (code, text) in others {
        name.translate(tag(code), *text, Origin::Human);
    }
    one.card.title = Some(name);
    Said::Here(one)
}

fn titles(page: &Page) -> Vec<String> {
    page.all(".rows > .row h3")
}

#[tokio::test]
async fn names_stand_in_the_alphabetical_order_of_the_page() {
    on_both(|story| async move {
        let said = [
            government(1, ("fr", "Éclair"), &[]),
            government(2, ("en", "Zagreb"), &[("fr", "Agram"), ("ar", "بيروت")]),
            government(3, ("en", "Eden"), &[]),
            government(4, ("es", "Ñandú"), &[]),
            government(5, ("es", "Nz"), &[]),
            government(6, ("en", "oa"), &[]),
        ];
        tell(&story, said.to_vec()).await;
        let mut reader = story.browser();
        for (lang, order) in [
            ("en", ["Éclair", "Eden", "Ñandú", "Nz", "oa", "Zagreb"]),
            ("fr", ["Agram", "Éclair", "Eden", "Ñandú", "Nz", "oa"]),
            ("es", ["Éclair", "Eden", "Nz", "Ñandú", "oa", "Zagreb"]),
            ("ar", ["بيروت", "Éclair", "Eden", "Ñandú", "Nz", "oa"]),
        ] {
            let page = reader.get(&format!("/{lang}/governments")).await;
            assert_eq!(titles(&page), order, "{lang}");
        }
    })
    .await;
}

/// What a town is called in French.
fn shown(n: usize) -> String {
    format!("Écluse {:03}", 500 - n)
}

/// A town whose names stand in French the other way round than in English.
fn town(n: usize) -> Said {
    government(n, ("en", &format!("Town {n:03}")), &[("fr", &shown(n))])
}

#[tokio::test]
async fn pages_by_shown_name_neither_skip_nor_double() {
    on_both(|story| async move {
        tell(&story, (1..=60).map(town).collect()).await;
        let mut reader = story.browser();
        let mut page = reader.get("/fr/governments").await;
        let mut seen = titles(&page);
        assert_eq!(seen[0], "Écluse 440");
        // One arrives among those that were seen, and one among those that were not.
        tell(&story, vec![town(61), government(99, ("fr", "Écluse 999"), &[])]).await;
        while let Some(next) = page.links("a[rel=next]").first().cloned() {
            page = reader.get(&next).await;
            seen.extend(titles(&page));
        }
        let expected = (1..=60).rev().map(shown);
        assert_eq!(seen, expected.chain(["Écluse 999".to_owned()]).collect::<Vec<_>>());
        while let Some(before) = page.links("a[rel=prev]").first().cloned() {
            page = reader.get(&before).await;
        }
        assert_eq!(page.path, "/fr/governments", "the way back leads to the first page");
    })
    .await;
}

#[tokio::test]
async fn a_page_by_name_goes_on_in_its_own_alphabet_when_it_is_opened_in_another_language() {
    on_both(|story| async move {
        tell(&story, (1..=60).map(town).collect()).await;
        let mut reader = story.browser();
        let first = reader.get("/en/governments").await;
        assert_eq!(titles(&first)[24], "Town 025");
        let next = first.links("a[rel=next]").remove(0);
        let page = reader.peek(&next.replacen("/en/", "/fr/", 1)).await;
        assert_eq!(page.status, 200, "its one address");
        assert_eq!(titles(&page), (26..=50).map(shown).collect::<Vec<_>>(), "what comes after in English");
        let last = reader.peek(&page.links("a[rel=next]").remove(0)).await;
        assert_eq!(titles(&last), (51..=60).map(shown).collect::<Vec<_>>());
        let before = reader.peek(&last.links("a[rel=prev]").remove(0)).await;
        assert_eq!(titles(&before), titles(&page));
        let begin = before.links("a[rel=prev]").remove(0);
        assert_eq!(begin, "/fr/governments", "who begins anew does so in the alphabet of the page");
        assert_eq!(titles(&reader.get(&begin).await)[0], "Écluse 440");
        // A place of another order is none in this one.
        let wrong = reader.peek(&next.replace("?after=en.", "?after=")).await;
        assert_eq!(wrong.leads_to().as_deref(), Some("/en/governments"));
    })
    .await;
}
