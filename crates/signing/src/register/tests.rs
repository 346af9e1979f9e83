//! Stories of the public face: what is found, counted, chosen and turned to; what nobody's address can break.

use std::sync::{Arc, Mutex};

use crate::harness::{Page, Story, on_both};
use async_trait::async_trait;
use rooms::register::projection::Projection;
use rooms::register::{Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};
use store::{Fact, Fault, Followers, Heard, Subject, Tx};
use vocabulary::{Actor, End, Lang, LanguageMap, PartialDate, Period, Tag, Uuid};

/// A room that says what it is told to say.
struct Teller(Mutex<Vec<Said>>);

#[async_trait]
impl Speaks for Teller {
    fn name(&self) -> &'static str {
        "teller"
    }

    async fn hears(&self, _tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        let said = |fact: &&Heard| match fact.kind.as_str() {
            "toy.said" => std::mem::take(&mut *self.0.lock().unwrap()),
            _ => Vec::new(),
        };
        Ok(facts.iter().map(said).collect())
    }

    async fn all(
        &self,
        _conn: &sea_orm::DatabaseConnection,
        _after: Option<&str>,
        _most: u64,
    ) -> Result<Vec<Said>, Fault> {
        Ok(Vec::new())
    }
}

/// Makes this public in the story's house.
pub async fn tell(story: &Story, said: Vec<Said>) {
    let teller = Arc::new(Teller(Mutex::new(said)));
    let followers = Followers::new(story.house.store.clone(), vec![Arc::new(Projection::new(vec![teller]))]);
    let tx = story.house.act().await.unwrap();
    let subject = Subject::new("toy", Uuid::from_u128(7));
    tx.tell(Fact::new("toy.said", subject, Actor::Program("test")).public()).await.unwrap();
    tx.commit().await.unwrap();
    followers.settle().await.unwrap();
    story.settle().await;
}

pub fn english(text: &str) -> LanguageMap {
    LanguageMap::original(Tag::from(Lang::En), text)
}

pub fn record(
    kind: &str,
    key: &str,
    title: Option<&str>,
    city: &str,
    country: &str,
    tokens: &[&str],
) -> Said {
    let mut all: Vec<String> = tokens.iter().map(|token| (*token).to_owned()).collect();
    all.push(format!("country/{country}"));
    let tiles = all.iter().filter(|token| token.starts_with("gcm/")).cloned().collect();
    let text =
        format!("{} in {city}: childcare <b>& more</b> for newly arrived families", title.unwrap_or("Help"));
    Said::Here(Box::new(PublicRecord {
        kind: kind.to_owned(),
        key: key.to_owned(),
        slug: "x".to_owned(),
        card: Card {
            title: title.map(english),
            lead: Some(english(&text)),
            who: vec![Party { name: english(city), path: format!("/governments/{city}/x") }],
            countries: vec![country.to_owned()],
            when: Some(Period { start: PartialDate::parse("2024").ok(), end: End::Ongoing }),
            tiles,
            marks: vec![Mark { sign: Sign::OnFile, key: "register-record-on-file".to_owned(), args: vec![] }],
            updated: vocabulary::Moment::from_unix(1_700_000_000),
            fresh: None,
        },
        find: Findable {
            texts: vec![(Tag::from(Lang::En), text)],
            names: vec![city.to_owned()],
            tokens: all,
            when: 1_700_000_000,
            sort_name: title.unwrap_or(city).to_lowercase(),
            point: Some((1.0, f64::from(u8::try_from(key.len()).unwrap()))),
            size: None,
            numbers: Vec::new(),
        },
        body: serde_json::Value::Null,
    }))
}

/// Twelve actions of three cities in two countries, and the cities.
pub fn cohort() -> Vec<Said> {
    let mut said = Vec::new();
    for n in 1..=12 {
        let (city, country) = [("Kampala", "UG"), ("Nairobi", "KE"), ("Mombasa", "KE")][n % 3];
        let gcm = if n % 2 == 0 { "gcm/15" } else { "gcm/7" };
        let status = if n == 5 { "record/published" } else { "record/on_file" };
        let title = (n != 12).then(|| format!("Open door number {n}"));
        let tokens = [gcm, status, "region/002", "region/014", "year/2024", "type/pledge"];
        said.push(record("action", &format!("LA-2026-{n:05}"), title.as_deref(), city, country, &tokens));
    }
    for (key, city, country, state) in [
        ("LG-00001", "Kampala", "UG", "record/signed"),
        ("LG-00002", "Nairobi", "KE", "record/on_file"),
        ("LG-00003", "Mombasa", "KE", "tier/municipality"),
    ] {
        said.push(record("government", key, Some(city), city, country, &[state, "region/002"]));
    }
    said
}

fn facet(page: &Page, label: &str) -> String {
    page.all(".facet label").into_iter().find(|line| line.starts_with(label)).unwrap_or_default()
}

#[tokio::test]
async fn actions_are_found_by_words_and_chosen_by_facets() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let page = reader.get("/en/actions").await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Actions"));
        assert_eq!(page.all("#results"), ["12 actions"]);
        assert_eq!(page.all(".rows > .row").len(), 12);
        assert_eq!(facet(&page, "Kenya"), "Kenya(8)");
        assert_eq!(facet(&page, "Africa"), "Africa(12)");
        assert_eq!(facet(&page, "Eastern Africa"), "", "only whole regions are offered");
        assert!(page.says("Action of Kampala (2024)"), "an untitled action is named, and never stored so");

        let page = reader.send(page.form("/en/actions").set("q", "families")).await;
        assert_eq!(page.path, "/en/actions?q=families", "the form's empty fields do not stay in the address");
        assert!(page.all("mark").iter().any(|word| word == "families"));
        assert!(page.text.contains("&#60;b&#62;") || page.text.contains("&lt;b&gt;"), "texts are escaped");

        let page = reader.get("/en/actions?gcm=15&country=UG").await;
        assert!(!facet(&page, "Kenya").is_empty(), "a facet's counts ignore its own choice");
        assert_eq!(page.all(".chip").len(), 2);
        let fewer = reader.get(&page.links(".chip")[1]).await;
        assert_eq!(fewer.path, "/en/actions?gcm=15");
        assert_eq!(fewer.all("#results"), ["6 actions"]);

        let page = reader.get("/en/actions?q=kampla").await;
        assert!(!page.all(".rows > .row").is_empty(), "small mistakes are forgiven");
        let page = reader.get("/en/actions?q=xyzzyq&country=KE").await;
        assert!(page.says("Nothing found") && page.says("Take all filters away"));
    })
    .await;
}

#[tokio::test]
async fn one_question_has_one_address() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let asked = reader.peek("/en/actions?country=UG&country=KE&q=door&sort=&page=1&per=25&utm=x").await;
        assert_eq!(asked.status, 308);
        assert_eq!(asked.leads_to().unwrap(), "/en/actions?q=door&country=KE&country=UG");
        let page = reader.peek("/en/actions?q=door&country=KE&country=UG").await;
        assert_eq!(page.status, 200);
        let tag = page.headers.get("etag").unwrap().to_str().unwrap().to_owned();
        let again = story.browser().saying("if-none-match", &tag).peek(&page.path).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
        assert!(page.headers.get("set-cookie").is_none(), "a public page knows no session");
        let gone = Said::Gone {
            kind: "action".to_owned(),
            key: "LA-2026-00001".to_owned(),
            reason: "register-gone-neutral".to_owned(),
            at: story.house.now(),
        };
        tell(&story, vec![gone]).await;
        let after = story.browser().saying("if-none-match", &tag).peek(&page.path).await;
        assert_eq!(after.status, 200, "after a withdrawal nothing stale is served");
        assert!(!after.says("Open door number 1 "));
        let page = reader.get("/en/actions?country=XX&gcm=99&status=%FF%FE").await;
        assert_eq!(page.status, 200);
        assert!(page.says("Left out, because the register does not know it"));
    })
    .await;
}

#[tokio::test]
async fn no_address_breaks_a_public_page() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let long = "a".repeat(7_000);
        let many: String = (0..700).map(|n| format!("gcm={n}&")).collect();
        let queries = [
            "q=%00%01%FF%FE",
            "q=(((((((((((((((((((%22",
            "q=-%22-%22",
            "q=country:&q=x",
            "page=-1",
            "page=0",
            "page=99999999999999999999",
            "page=10000&per=100",
            "per=0",
            "per=1000000",
            "sort=drop+table",
            "=",
            "&&&",
            "%",
            "country=%F0%9F%92%A9",
            "year=0000",
            "year=20244",
            "lang=zz-zz-zz-zz",
            "lang=!!",
            "gcm=%2E%2E%2F",
            "view=1e999,nan,9",
            "view=,,",
            "show=%00",
            "origin=%3Cscript%3E",
            "q=%F0%9F%92%A9%E2%80%AE",
        ];
        for page in ["/en/actions", "/ar/governments", "/fr/map", "/es/", "/en/countries", "/en/search"] {
            for query in queries.iter().copied().chain([long.as_str(), many.as_str()]) {
                let answer = reader.get(&format!("{page}?{query}")).await;
                assert!(answer.status < 500 && answer.status != 404, "{page}?{query}: {}", answer.status);
                assert!(!answer.text.contains("<script>"), "{page}?{query}");
            }
        }
        for path in [
            "/en/countries/XX",
            "/en/countries/%FF",
            "/en/objectives/nothing/1",
            "/en/objectives/gcm/24",
            "/en/objectives/gcm/..%2F",
            "/en/countries/%00",
        ] {
            let answer = reader.get(path).await;
            assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        }
    })
    .await;
}

#[tokio::test]
async fn figures_are_counted_apart_and_lead_somewhere() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let home = reader.get("/en/").await;
        assert!(home.heading().starts_with("Local governments sign"));
        let figures = home.all(".counts > div");
        for figure in [
            "signed, verified1",
            "signatures on file1",
            "actions published1",
            "actions on file11",
            "local governments3",
            "countries and territories2",
        ] {
            let plain: Vec<String> = figures.iter().map(|one| one.replace(' ', "")).collect();
            assert!(plain.contains(&figure.replace(' ', "")), "{figure}: {figures:?}");
        }
        for (link, figure) in home.links(".counts a").iter().zip(figures) {
            let page = reader.get(link).await;
            assert_eq!(page.status, 200, "{figure} leads to {link}");
        }
        assert!(
            home.says("Global Refugee Forum 2027") || home.says("International Migration Review Forum 2030")
        );
        for lang in ["fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/")).await;
            assert_eq!(page.status, 200);
            assert!(!page.text.contains("register-"), "{lang}: every sentence has its words");
        }
        let country = reader.get("/en/countries/ke").await;
        assert_eq!((country.at(), country.heading().as_str()), ("/en/countries/KE", "Kenya"));
        assert!(country.says("All 8 actions") || country.all(".rows > .row").len() >= 8);
        assert!(
            !country.all("table.cards td[data-label]").is_empty(),
            "numbers are named where cells are stacked"
        );
        let objective = reader.get("/ar/objectives/gcr-programme/B1").await;
        assert!(objective.text.contains("<h1 lang=\"en\" dir=\"ltr\">"), "a fallback says its language");
        let map = reader.get("/en/map?country=KE").await;
        assert!(map.says("8 actions") && map.says("Open door number 1"), "the list is equal to the map");
        let map = reader.get("/en/map?show=governments").await;
        assert_eq!(map.all("#results"), ["3 local governments"]);
        let map = reader.get("/en/map?q=families&view=1.00%2C38.00%2C2").await;
        let other = map.links("main a").into_iter().find(|href| href.contains("show=governments")).unwrap();
        assert!(other.contains("q=families") && other.contains("view="), "the question stays: {other}");
        let search = map.forms("/en/map").remove(0);
        assert!(search.value("view").is_some(), "and so does the part of the world that is shown");
    })
    .await;
}

#[tokio::test]
async fn programs_learn_whether_the_house_is_ready() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut program = story.browser();
        assert_eq!(program.get("/healthz").await.text, r#"{"status":"alive"}"#);
        let ready = program.get("/readyz").await;
        assert_eq!(ready.status, 200, "{}", ready.text);
        assert!(program.get("/version").await.text.contains("localaction"));
    })
    .await;
}
