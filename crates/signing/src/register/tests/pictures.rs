//! Stories of what the register draws: pictures for shared links and for slides.

use crate::harness::{Page, on_both};
use crate::register::{cohort, record, tell};
use rooms::register::{Mark, Said, Sign};

/// Width and height of a PNG.
fn size(page: &Page) -> (u32, u32) {
    assert_eq!(
        (page.status, page.headers["content-type"].to_str().unwrap()),
        (200, "image/png"),
        "{}",
        page.words()
    );
    assert!(page.bytes.starts_with(b"\x89PNG\r\n"));
    let number = |at: usize| u32::from_be_bytes(page.bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn a_picture_bears_every_sign_that_the_record_is_marked_with() {
    on_both(|story| async move {
        let marked = |marks: Vec<Mark>| {
            let mut one = record("government", "LG-00077", Some("Gao"), "Gao", "ML", &["record/suspended"]);
            if let Said::Here(record) = &mut one {
                record.card.marks = marks;
            }
            vec![one]
        };
        let mut reader = story.browser();
        tell(&story, marked(Vec::new())).await;
        let bare = reader.get("/en/governments/LG-00077/card.png").await;
        let key = "declarations-mark-suspended".to_owned();
        tell(&story, marked(vec![Mark { sign: Sign::Silent, key, args: Vec::new() }])).await;
        let suspended = reader.get("/en/governments/LG-00077/card.png").await;
        assert!(size(&bare) == size(&suspended) && bare.bytes != suspended.bytes);
    })
    .await;
}

#[tokio::test]
async fn a_shared_link_shows_a_picture_in_the_readers_language() {
    on_both(|story| async move {
        let mut said = cohort();
        said.push(record("action", "LA-2026-00098", Some("北京的门"), "Kampala", "UG", &["record/on_file"]));
        tell(&story, said).await;
        let mut reader = story.browser();
        let page = reader.get("/ar/countries/KE").await;
        let named =
            page.text.split("og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = &named[named.find("/ar/").unwrap()..];
        assert_eq!(path, "/ar/countries/KE/card.png");
        let mut drawn = Vec::new();
        for path in [
            path,
            "/en/countries/KE/card.png",
            "/en/actions/LA-2026-00001/card.png",
            "/ar/actions/LA-2026-00001/card.png",
            "/fr/governments/LG-00001/card.png",
            "/en/actions/LA-2026-00098/card.png",
        ] {
            let page = reader.get(path).await;
            assert_eq!(size(&page), (1200, 630), "{path}");
            assert_eq!(page.headers["access-control-allow-origin"], "*");
            assert!(
                page.bytes.len() > 5_000 && !drawn.contains(&page.bytes),
                "{path}: {} bytes",
                page.bytes.len()
            );
            drawn.push(page.bytes);
        }
        for nowhere in
            ["/en/actions/LA-2026-00777/card.png", "/en/actions/x/card.png", "/en/countries/ke/card.png"]
        {
            assert_eq!(reader.get(nowhere).await.status, 404, "{nowhere}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_figure_is_a_picture_for_slides() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let page = reader.get("/ar/figures").await;
        let pictures: Vec<String> =
            page.links("a").into_iter().filter(|href| href.ends_with("picture.png")).collect();
        assert!(pictures.len() >= 2, "{pictures:?}");
        for picture in pictures {
            assert_eq!(size(&reader.get(&picture).await).0, 800, "{picture}");
        }
        assert_eq!(reader.get("/en/figures/nothing/picture.png").await.status, 404);
    })
    .await;
}
