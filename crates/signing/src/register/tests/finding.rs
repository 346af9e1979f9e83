//! Stories of searching: what the real cohort answers first, what four languages find, how pages go on, and that no
//! public address can be broken.

use crate::harness::{Browser, Page, Story, on_both};
use crate::register::{cohort, record, tell};
use rooms::intake;
use rooms::register::Said;
use vocabulary::Tag;
use web::{Access, Method};

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn sought(reader: &mut Browser, list: &str, text: &str) -> Page {
    let page = reader.get(&format!("/en/{list}?q={}", encoded(text))).await;
    assert_eq!(page.status, 200, "{text}");
    page
}

/// What each result of the cohort says of itself: title, text, government and country in one line.
fn rows(page: &Page) -> Vec<String> {
    page.all(".rows > .row")
}

#[tokio::test]
async fn the_real_cohort_answers_with_the_expected_record_first() {
    on_both(|story| async move {
        intake::cohort(&story.house).await.unwrap();
        story.settle().await;
        let mut reader = story.browser();
        for (asked, first) in [
            ("childcare", "First Steps in Milan"),
            ("mobile clinic", "Municipal Mobile Health Clinic"),
            ("refuge city", "Barcelona, Refuge City"),
            ("barcelona refuge", "Barcelona, Refuge City"),
            ("motorised tricycle", "Freetown Waste Micro-Enterprise Project"),
            ("\"safety nets\"", "Kampala for All"),
            ("museum", "House of the Exchange of Populations"),
            ("Accra waste", "Informal Waste Sector in Accra"),
            ("Ramallah", "Durable Qaddura"),
            ("dunaivtsi", "A Home Away From Harm"),
            ("joint pledge kampala nairobi", "Kampala and Nairobi Joint City Pledge"),
            ("Turkey", "Nilüfer"),
            ("Turquie", "Nilüfer"),
            ("تركيا", "Nilüfer"),
            ("Montreal", "Access to services without fear"),
            ("مونتريال", "Access to services without fear"),
            ("بيروت", "Municipal Mobile Health Clinic"),
            ("Seychelles", ""),
        ] {
            let page = sought(&mut reader, "actions", asked).await;
            let found = rows(&page);
            match first {
                "" => assert!(found.is_empty(), "{asked}: {found:?}"),
                first => {
                    let hit = found.first().cloned().unwrap_or_default();
                    assert!(hit.contains(first), "{asked} begins with {hit:?}, not with {first:?}");
                }
            }
        }
        // Exclusions, codes, mistakes.
        let with = rows(&sought(&mut reader, "actions", "kampala").await).len();
        let without = rows(&sought(&mut reader, "actions", "kampala -nairobi").await).len();
        assert!(0 < without && without < with, "{without} of {with}");
        let of_colombia = sought(&mut reader, "actions", "country:co").await;
        assert_eq!(of_colombia.all("#results"), ["2 actions"]);
        let none = sought(&mut reader, "actions", "-country:CO country:CO").await;
        assert!(rows(&none).is_empty());
        let mistaken = sought(&mut reader, "actions", "Freetwon waste").await;
        assert!(rows(&mistaken)[0].contains("Freetown"), "{:?}", rows(&mistaken));
        let meant = mistaken.links("p > a").into_iter().find(|href| href.contains("q=freetown")).unwrap();
        let meant = reader.get(&meant).await;
        assert!(rows(&meant)[0].contains("Freetown") && !meant.says("Did you mean"));
        // One box finds everything public, and says where the rest stands.
        let cities = sought(&mut reader, "governments", "Barcelona").await;
        assert!(cities.says("These words also find: 2 actions"), "{}", cities.words());
        assert_eq!(cities.links("main .meta a[href*='/actions/LA-']").len(), 2, "each by its name");
        let pledge = sought(&mut reader, "actions", "Marrakech declaration").await;
        let declared = pledge.links("main .meta a").into_iter().find(|href| href.contains("/declarations/"));
        assert!(declared.is_some(), "{}", pledge.words());
    })
    .await;
}

fn said_in(key: &str, tag: &str, title: &str) -> Said {
    let Said::Here(mut one) = record("action", key, Some(title), "Town", "KE", &[]) else { unreachable!() };
    let tag = Tag::parse(tag).unwrap();
    one.card.title = Some(vocabulary::LanguageMap::original(tag.clone(), title));
    one.card.lead = None;
    one.find.texts = vec![(tag, title.to_owned())];
    Said::Here(one)
}

#[tokio::test]
async fn each_language_finds_its_forms_and_the_very_word_comes_first() {
    on_both(|story| async move {
        let said = [
            said_in("LA-2026-00001", "fr", "Accueil des réfugiées et cours de langue"),
            said_in("LA-2026-00002", "fr", "Maison pour les réfugiés"),
            said_in("LA-2026-00003", "es", "Oficina de orientación para personas migrantes"),
            said_in("LA-2026-00004", "es", "Orientaciones para niñas y niños"),
            said_in("LA-2026-00005", "ar", "مكتبة للاجئين في المدينة"),
            said_in("LA-2026-00006", "tr", "İstanbul’da dil kursları"),
            said_in("LA-2026-00007", "zh", "难民语言课程"),
            said_in("LA-2026-00008", "en", "Languages for everyone"),
            said_in("LA-2026-00009", "en", "The language cafe"),
            said_in("LA-2026-00010", "en", "Langauge of flowers"),
        ];
        tell(&story, said.to_vec()).await;
        let mut reader = story.browser();
        for (asked, first, many) in [
            ("refugies", "Maison pour les réfugiés", 2),
            ("réfugiées", "Accueil des réfugiées", 2),
            ("orientacion", "Oficina de orientación", 2),
            ("niña", "Orientaciones para niñas", 1),
            ("اللاجئين", "مكتبة للاجئين", 1),
            ("مكتبه", "مكتبة للاجئين", 1),
            ("istanbul", "İstanbul", 1),
            ("语言", "难民语言课程", 1),
            // The word itself, then its forms; the misspelt title is none of them.
            ("language", "The language cafe", 2),
        ] {
            let found = rows(&sought(&mut reader, "actions", asked).await);
            assert!(found.first().is_some_and(|hit| hit.contains(first)), "{asked}: {found:?}");
            assert_eq!(found.len(), many, "{asked}: {found:?}");
        }
        for lang in ["en", "fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/search/help")).await;
            assert_eq!(page.status, 200);
            for href in page.links("dl a") {
                assert_eq!(reader.get(&href).await.status, 200, "{href}");
            }
        }
    })
    .await;
}

fn numbered(from: usize, to: usize) -> Vec<Said> {
    (from..=to)
        .map(|n| {
            let title = format!("Open door {n:03}");
            let year = format!("year/{}", 1990 + n % 30);
            let people = ["planned/0", "planned/10", "planned/1000", "planned/10000"][n % 4];
            let tokens = [year.as_str(), "record/on_file", people];
            let Said::Here(mut one) =
                record("action", &format!("LA-2026-{n:05}"), Some(&title), "Kampala", "UG", &tokens)
            else {
                unreachable!()
            };
            one.find.when = 1_700_000_000 + i64::try_from(n).unwrap();
            Said::Here(one)
        })
        .collect()
}

fn titles(page: &Page) -> Vec<String> {
    page.all(".rows > .row h3")
}

#[tokio::test]
async fn pages_by_date_and_name_go_on_where_they_ended_while_records_arrive() {
    on_both(|story| async move {
        tell(&story, numbered(11, 70)).await;
        let mut reader = story.browser();
        for (sort, new) in [("", 71), ("?sort=name", 1)] {
            let first = reader.get(&format!("/en/actions{sort}")).await;
            assert!(first.says("1–25 of"), "{sort}");
            let mut seen = titles(&first);
            let mut page = first;
            // Something newer, or earlier in the alphabet, arrives between two pages.
            tell(&story, numbered(new, new)).await;
            while let Some(next) = page.links("a[rel=next]").first().cloned() {
                assert!(next.contains("after="), "{next}");
                page = reader.get(&next).await;
                // A later page of the whole list stands for itself; of what was asked otherwise none does.
                assert_eq!(page.text.contains("noindex"), !sort.is_empty());
                seen.extend(titles(&page));
            }
            let mut once = seen.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), seen.len(), "{sort}: nothing comes twice");
            assert!(seen.iter().filter(|title| *title != "Open door 071").count() >= 60, "{sort}: {seen:?}");
            let mut back = page;
            while let Some(before) = back.links("a[rel=prev]").first().cloned() {
                back = reader.get(&before).await;
                assert_eq!(titles(&back).len(), 25, "{before}");
            }
            assert_eq!(back.path, format!("/en/actions{sort}"), "the way back leads to the first page");
        }
        // A place that lies beyond everything leads to the beginning; what is no place is left out.
        let beyond = reader.peek("/en/actions?after=1.1.0").await;
        assert_eq!((beyond.status, beyond.leads_to().as_deref()), (303, Some("/en/actions")));
        let beyond = reader.peek("/en/actions?q=door&page=9").await;
        assert_eq!(beyond.leads_to().unwrap(), "/en/actions?q=door&page=3", "no two addresses of one page");
        assert_eq!(titles(&reader.get("/en/actions?q=door&page=3").await).len(), 12);
        let wrong = reader.peek("/en/actions?after=nowhere").await;
        assert_eq!(wrong.leads_to().unwrap(), "/en/actions");
        // By relevance pages are numbered.
        let by_words = reader.get("/en/actions?q=door").await;
        assert_eq!(by_words.links("a[rel=next]"), ["/en/actions?q=door&page=2"]);
    })
    .await;
}

#[tokio::test]
async fn a_range_of_years_is_chosen_drawn_and_taken_away() {
    on_both(|story| async move {
        tell(&story, numbered(1, 60)).await;
        let mut reader = story.browser();
        let page = reader.get("/en/actions").await;
        assert!(page.text.contains("<rect"), "the years are drawn");
        let filters = page.forms("/en/actions").pop().unwrap();
        let form = filters.set("year-from", "2010").set("year-to", "2005");
        let chosen = reader.send(form).await;
        assert_eq!(chosen.path, "/en/actions?year-from=2005&year-to=2010", "the one address of the range");
        assert_eq!(chosen.all("#results"), ["12 actions"]);
        assert!(chosen.says("Years 2005–2010"));
        assert!(chosen.all(".facet label").iter().any(|line| line.starts_with("1995")), "years ignore it");
        let cleared = chosen.links(".chip").into_iter().next().unwrap();
        assert_eq!(reader.get(&cleared).await.path, "/en/actions");
        let people = ["Fewer than ten", "10–99", "1,000–9,999", "10,000 and more"];
        let at = |label: &str| page.all(".facet label").iter().position(|line| line.starts_with(label));
        assert!(people.map(at).is_sorted() && people.iter().all(|label| at(label).is_some()));
        assert_eq!(reader.get("/en/actions?planned=1000").await.all("#results"), ["15 actions"]);
        let one = reader.peek("/en/actions?year-from=2005&year-to=2005").await;
        assert_eq!(one.leads_to().unwrap(), "/en/actions?year=2005");
        let file = reader.get("/en/actions.csv?year-from=2005&year-to=2010").await;
        assert_eq!(file.text.lines().count(), 14, "head, twelve, end");
    })
    .await;
}

#[tokio::test]
async fn governments_are_sorted_by_how_many_live_there() {
    on_both(|story| async move {
        let mut said = Vec::new();
        for (n, city, size) in
            [(1, "Small", 100), (2, "Unknown", 0), (3, "Large", 9_000_000), (4, "Middle", 5_000)]
        {
            let key = format!("LG-{n:05}");
            let Said::Here(mut one) = record("government", &key, Some(city), city, "KE", &[]) else {
                unreachable!()
            };
            one.find.size = (size > 0).then_some(size);
            said.push(Said::Here(one));
        }
        tell(&story, said).await;
        let page = story.browser().get("/en/governments?sort=largest").await;
        assert_eq!(titles(&page), ["Large", "Middle", "Small", "Unknown"]);
    })
    .await;
}

#[tokio::test]
async fn actions_are_sorted_by_when_they_last_changed_and_a_feed_always_is() {
    on_both(|story| async move {
        let mut said = Vec::new();
        for (n, city, updated) in [(1, "Old", 30), (2, "Older", 20), (3, "Renewed", 40)] {
            let key = format!("LA-2026-{n:05}");
            let Said::Here(mut one) = record("action", &key, Some(city), city, "KE", &[]) else {
                unreachable!()
            };
            one.card.updated = vocabulary::Moment::from_unix(1_700_000_000 + updated * 86_400);
            one.find.when = 1_700_000_000 - i64::from(n);
            said.push(Said::Here(one));
        }
        tell(&story, said).await;
        let mut reader = story.browser();
        assert_eq!(titles(&reader.get("/en/actions").await), ["Old", "Older", "Renewed"]);
        let page = reader.get("/en/actions?sort=updated").await;
        assert_eq!(titles(&page), ["Renewed", "Old", "Older"]);
        assert!(page.says("last updated"), "{}", page.words());
        let feed = reader.get("/en/actions.atom").await.text;
        let of = |title: &str| feed.find(&format!(">{title}<")).unwrap_or_else(|| panic!("{title}: {feed}"));
        assert!(
            of("Renewed") < of("Old") && of("Old") < of("Older"),
            "what changed last comes first: {feed}"
        );
        let page = reader.get("/en/governments?sort=updated").await;
        assert_eq!(page.at(), "/en/governments", "governments have no such order");
    })
    .await;
}

/// Every public page, its places filled with something real or with something that no address holds.
fn public_paths(story: &Story, filled: &str) -> Vec<String> {
    let pages = story.routes.iter().filter(|one| one.access == Access::Everyone && one.method == Method::Get);
    pages
        .map(|route| {
            let parts = route.path.split('/').map(|part| match part {
                "{lang}" => "en",
                part if part.starts_with('{') => filled,
                part => part,
            });
            parts.collect::<Vec<_>>().join("/")
        })
        .collect()
}

#[tokio::test]
async fn nothing_written_into_a_public_address_breaks_it() {
    on_both(|story| async move {
        tell(&story, numbered(1, 30)).await;
        let mut reader = story.browser();
        let values = ["%FF%FE", "..%2F..%2Fetc", "%00", "LA-2026-99999999999999999999", "💩", "(a+)+$", "-1"];
        for value in values {
            for path in public_paths(&story, &encoded_once(value)) {
                let page = reader.peek(&path).await;
                assert!(page.status < 500, "{path}: {}", page.status);
            }
        }
        let many: String = (0..10_000).map(|n| format!("gcm={}&", n % 10)).collect();
        let bomb = format!("q={}", encoded(&"(a+)+".repeat(300)));
        let quotes = format!("q={}", "%22-".repeat(1_500));
        let long = format!("q={}", "a".repeat(8_192));
        let cursor =
            format!("after=9223372036854775807.-9223372036854775808.ffffffffffffffff.{}", "z".repeat(3_000));
        let queries = [
            "q=%FF%FE%00&country=%FF",
            "page=-1&per=-1&sort=-1&after=-1.-1.-1&before=%00",
            "page=99999999999999999999&per=100&q=door",
            "year-from=-1&year-to=99999999999",
            "year-from=2100&year-to=1900",
            "after=9223372036854775807.9223372036854775807.ffffffffffffffff&before=1.1.1",
            "lang=%F0%9F%92%A9&view=1e999,nan,9&show=%00&from=%00&as-of=0000-99-99",
            "%=%&&&=&?&#",
            many.as_str(),
            bomb.as_str(),
            quotes.as_str(),
            long.as_str(),
            cursor.as_str(),
        ];
        // The actions of this story have no versions, so they have no history.
        let paths = public_paths(&story, "LA-2026-00001").into_iter();
        for path in paths.filter(|path| !path.ends_with("/history")) {
            for query in queries {
                let page = reader.peek(&format!("{path}?{query}")).await;
                let shown: String = query.chars().take(60).collect();
                assert!(page.status < 500, "{path}?{shown}: {}", page.status);
                assert!(!page.headers.contains_key("set-cookie") || !path.contains("actions"), "{path}");
            }
        }
    })
    .await;
}

/// A value as it may stand in a path; what is encoded already stays.
fn encoded_once(value: &str) -> String {
    if value.contains('%') { value.to_owned() } else { encoded(value) }
}

#[tokio::test]
async fn the_window_says_what_a_list_was_asked() {
    on_both(|story| async move {
        tell(&story, numbered(11, 70)).await;
        let mut reader = story.browser();
        let mut window = async |path: &str| reader.get(path).await.all("title").remove(0);
        let plain = window("/en/actions").await;
        assert!(plain.starts_with("Actions – "), "{plain}");
        let asked = window("/en/actions?q=childcare&country=UG&page=2").await;
        assert!(asked.starts_with("childcare – Uganda – 60 actions – page 2 – "), "{asked}");
        let none = window("/en/actions?q=%3C%2Ftitle%3E+xqzzwv").await;
        assert!(none.starts_with("</title> xqzzwv – No actions – "), "{none}");
        for (lang, said) in
            [("fr", "60 actions – page 2"), ("es", "60 acciones – página 2"), ("ar", "الصفحة 2")]
        {
            let asked = window(&format!("/{lang}/actions?q=childcare&page=2")).await;
            assert!(asked.contains(said), "{asked}");
        }
        let page = reader.get("/en/actions?q=childcare&page=2").await;
        assert_eq!(page.heading(), "Actions");
        let title = page.text.split("</title>").next().unwrap_or_default();
        assert!(!title.contains('\u{2068}'), "a window shows its name as it is: {title:?}");
    })
    .await;
}

#[tokio::test]
async fn a_region_is_asked_for_under_any_of_its_numbers_and_a_small_one_by_its_countries() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let page = reader.get("/en/actions?region=2").await;
        assert_eq!(page.path, "/en/actions?region=002", "one address");
        let africa = page.all("#results");
        let east = reader.get("/en/actions?region=14").await;
        assert_eq!(east.path, "/en/actions?region=014");
        let part = reader.get("/en/regions/14").await;
        let count = east.all("#results").remove(0);
        let all = format!("All {count}");
        assert!(!count.starts_with("No") && part.says(&all), "{count}: {}", part.words());
        assert_eq!(africa, ["12 actions"]);
        let both = reader.get("/en/actions?region=002&region=014").await;
        assert_eq!(both.all("#results"), [count], "any of them");
        let kenya = reader.get("/en/actions?country=KE&country=SN&region=014").await.all("#results");
        assert_eq!(kenya, reader.get("/en/actions?country=KE").await.all("#results"), "what lies in both");
        assert_eq!(reader.get("/en/actions?country=SN&region=014").await.all("#results"), ["No actions"]);
        let file = reader.get("/en/actions.csv?region=14").await;
        assert!(file.status == 200 && file.text.contains("LA-2026-"), "{}", file.text);
        let wrong = reader.get("/en/actions?region=999").await;
        assert!(wrong.says("999"), "what no region is called is named: {}", wrong.words());
    })
    .await;
}

#[tokio::test]
async fn what_is_too_long_to_be_read_is_said_and_no_file_is_made_of_half_a_question() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let long = format!("{}zzzzzz", "door+".repeat(60));
        let page = reader.get(&format!("/en/actions?q={long}")).await;
        assert!(page.status == 200 && page.says("zzzzzz"), "{}", page.words());
        assert_eq!(reader.get(&format!("/en/actions.csv?q={long}")).await.status, 400);
        let feed = reader.get("/en/actions.atom?q=a%EF%BF%BEb%EF%BF%BF").await;
        assert!(!feed.text.contains(['\u{fffe}', '\u{ffff}']), "no reader of feeds could read it");
    })
    .await;
}

#[tokio::test]
async fn the_map_has_one_address_and_the_ways_to_it_use_it() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (asked, one) in [
            ("?zzz=1", "/en/map"),
            ("?country=ke&show=actions", "/en/map?country=KE"),
            ("?view=0.0%2C20.0%2C1&country=KE", "/en/map?country=KE&view=0.0,20.0,1"),
            ("?sort=name&per=50&page=2&view=0,20,300", "/en/map?view=0.0,20.0,5"),
            ("?view=nan,0,1", "/en/map"),
        ] {
            assert_eq!(reader.peek(&format!("/en/map{asked}")).await.leads_to().as_deref(), Some(one));
        }
        for from in ["map?country=KE&view=0.0,20.0,1", "countries/KE", "regions/14", "networks/uclg"] {
            let page = reader.get(&format!("/en/{from}")).await;
            for way in page.links("main a").iter().filter(|way| way.starts_with("/en/map")) {
                assert_eq!(reader.peek(way).await.status, 200, "{from} leads to {way}");
            }
        }
        let page = reader.get("/en/countries/KE").await;
        let whole = page.links("main a").into_iter().find(|way| way.starts_with("/en/map?")).unwrap();
        assert!(whole.starts_with("/en/map?show=governments&country=KE&view="), "{whole}");
        let lists = |page: &Page| {
            let ways = page.links("main a").into_iter();
            ways.filter(|way| way.contains("record=") || way.contains("gcm=")).collect::<Vec<_>>()
        };
        for way in lists(&page) {
            assert_eq!(reader.peek(&way).await.status, 200, "no way goes over another one: {way}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_error_is_reported_about_the_very_page() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let list = reader.get("/en/actions?country=KE&sort=name").await;
        let report = list.links("main a").into_iter().find(|way| way.contains("/contact?")).unwrap();
        let contact = reader.get(&report).await;
        assert!(contact.says("actions?country=KE&sort=name"), "{report}: {}", contact.words());
    })
    .await;
}

#[tokio::test]
async fn the_window_says_what_the_map_shows() {
    on_both(|story| async move {
        // Everything of the cohort stands in one place; this one a degree beside it, in another country.
        let beside =
            record("action", "LA-2026-000100", Some("A door beside"), "Kigali", "RW", &["record/published"]);
        tell(&story, cohort().into_iter().chain([beside]).collect()).await;
        let mut reader = story.browser();
        let mut window = async |path: &str| reader.get(path).await.all("title").remove(0);
        assert!(window("/en/map").await.starts_with("Map – "), "the whole map keeps its name");
        let governments = window("/en/map?show=governments").await;
        assert!(governments.starts_with("Local governments – Map – "), "{governments}");
        let asked = window("/en/map?country=UG").await;
        assert!(asked.starts_with("Uganda – 4 actions – Map – "), "{asked}");
        let near = window("/en/map?country=UG&view=1.0,13.0,3").await;
        assert!(near.starts_with("Uganda – 4 actions – Uganda – Map – "), "{near}");
        let region = window("/fr/map?view=1.0,13.0,2").await;
        assert!(region.starts_with("Afrique – Carte – "), "{region}");
        let sea = window("/es/map?view=-40.0,-150.0,4").await;
        assert!(sea.starts_with("Una parte del mundo – Mapa – "), "{sea}");
    })
    .await;
}
