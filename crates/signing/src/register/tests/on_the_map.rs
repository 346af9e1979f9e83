//! Stories of the ground under the map: land, boundaries and the names of countries wherever it is nearer than the world.

use http::Method;

use crate::harness::{Page, on_both};
use crate::register::{cohort, tell};

/// What lies under the map of a page: the address without the part of it that is shown.
fn ground(page: &Page) -> String {
    let source = page.sources().into_iter().find(|src| src.contains("svg")).expect("a map");
    source.split('#').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_countrys_map_shows_it_whole_among_its_neighbours() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (page, named, other) in [
            ("/en/countries/KE", "Kenya", "Ethiopia"),
            ("/fr/countries/KE", "Kenya", "Éthiopie"),
            ("/ar/countries/KE", "كينيا", "إثيوبيا"),
        ] {
            let country = reader.get(page).await;
            let names = country.all("figure.map g[aria-hidden] text");
            assert!(
                [named, other].iter().all(|one| names.iter().any(|name| name == one)),
                "{page}: {names:?}"
            );
            assert!(ground(&country).starts_with("/ground/"), "{}", ground(&country));
        }
        let near = reader.get("/en/map?view=1.0,38.0,3").await;
        let piece = reader.get(&ground(&near)).await;
        assert_eq!(piece.status, 200);
        assert_eq!(piece.headers["content-type"], "image/svg+xml");
        assert_eq!(piece.headers["cache-control"], "public, max-age=31536000, immutable");
        assert!(piece.text.contains("stroke-dasharray"), "what is not settled is dashed");
        assert!(!piece.text.contains("NaN") && !piece.text.contains("<text"));
        let other = reader.get(&format!("{}0", ground(&near))).await;
        assert_eq!(other.headers["cache-control"], "public, max-age=60", "asked for as of other shapes");
        let moved = reader.get("/en/map?view=1.1,38.1,3").await;
        assert_eq!(ground(&near), ground(&moved), "a map that is moved a little stands on the same ground");
        let world = reader.get("/en/map").await;
        assert!(ground(&world).starts_with("/assets/world."), "{}", ground(&world));
        assert!(world.all("figure.map g[aria-hidden] text").is_empty());
    })
    .await;
}

#[tokio::test]
async fn there_is_ground_for_every_view_and_nothing_else() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for view in ["84,-180,5", "-60,180,5", "0,0,1", "84,180,2", "-60,-180,3", "90,999,4"] {
            let page = reader.get(&format!("/en/map?view={view}")).await;
            assert_eq!(reader.get(&ground(&page)).await.status, 200, "{view}");
        }
        for name in [
            "0-0-0.svg",
            "6-0-0.svg",
            "1-3-0.svg",
            "1-0-4.svg",
            "3-0-0",
            "3-0-0.png",
            "03-0-0.svg",
            "3-00-0.svg",
            "3--1-0.svg",
            "3-0-0-0.svg",
            "3-0.svg",
            "3-9999999999999999999-0.svg",
            "%F0%9F%92%A9.svg",
            "+3-0-0.svg",
        ] {
            let answer = reader.ask(Method::GET, &format!("/ground/{name}"), &[], Vec::new()).await;
            assert_eq!(answer.status, 404, "{name}");
        }
    })
    .await;
}
