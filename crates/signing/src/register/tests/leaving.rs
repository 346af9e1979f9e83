//! Stories of what leaves the register: downloads that read back equal, feeds, citations, maps for search engines.

use std::io::Cursor;

use crate::harness::{Page, on_both};
use crate::register::{cohort, record, tell};
use calamine::{Data, Reader, Xlsx};
use data_encoding::HEXLOWER;
use rooms::register::{Said, Sign};
use sha2::{Digest, Sha256};

/// The lines of a CSV file without its last, each with its cells; and whether the last line tells the truth.
fn lines(page: &Page) -> Vec<Vec<String>> {
    let at = page.text.rfind("#end,").expect("the last line");
    let (before, last) = page.text.split_at(at);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(before.as_bytes());
    let lines: Vec<Vec<String>> =
        reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect();
    let hash = HEXLOWER.encode(&Sha256::digest(before.as_bytes()));
    assert_eq!(last, format!("#end,records,{},sha256,{hash}\r\n", lines.len() - 1));
    lines
}

/// The cells of a column, its head left out.
fn column<'a>(lines: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let at = lines[0].iter().position(|one| one == name).unwrap_or_else(|| panic!("{name}: {:?}", lines[0]));
    lines[1..].iter().map(|line| line[at].as_str()).collect()
}

#[tokio::test]
async fn what_was_found_is_downloaded_and_reads_back_equal() {
    on_both(|story| async move {
        let mut said = cohort();
        let formula = Some("=HYPERLINK(\"http://evil.example\",\"x\")");
        said.push(record("action", "LA-2026-00099", formula, "Kampala", "UG", &["record/on_file"]));
        tell(&story, said).await;
        let mut reader = story.browser();

        let list = reader.get("/fr/actions?q=door&country=KE").await;
        let file = list.links("a[download]").into_iter().find(|href| href.contains(".csv")).unwrap();
        assert_eq!(file, "/fr/actions.csv?q=door&country=KE");
        let page = reader.get(&file).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8; header=present");
        assert_eq!(page.headers["access-control-allow-origin"], "*");
        let found = lines(&page);
        assert_eq!(found.len() - 1, 8, "the eight of Kenya, and the head");
        assert!(column(&found, "country").iter().all(|country| *country == "KE"));
        assert_eq!(column(&found, "from"), ["2024"; 8]);
        assert!(column(&found, "address")[0].contains("/fr/actions/LA-2026-"));

        let csv = lines(&reader.get("/en/actions.csv").await);
        assert_eq!(csv.len(), 14);
        let titles = column(&csv, "title");
        assert!(titles.contains(&"'=HYPERLINK(\"http://evil.example\",\"x\")"), "harmless in a spreadsheet");
        assert!(titles.contains(&"Action of Kampala (2024)"), "one without a title is called as in the list");

        let json: serde_json::Value =
            serde_json::from_str(&reader.get("/en/actions.json").await.text).unwrap();
        let rows = json["rows"].as_array().unwrap();
        assert_eq!((rows.len(), json["count"].as_u64()), (13, Some(13)));
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(row["reference"], csv[at + 1][0], "the same order in every form");
            assert!(row["gcm"].is_array() && row["latitude"].is_number());
        }

        let geo: serde_json::Value =
            serde_json::from_str(&reader.get("/en/governments.geojson").await.text).unwrap();
        assert_eq!(geo["type"], "FeatureCollection");
        assert_eq!(geo["features"][0]["geometry"]["coordinates"][1], 1.0, "longitude comes first");
        assert_eq!(geo["features"].as_array().unwrap().len(), 3);

        let book = reader.get("/en/actions.xlsx?country=UG").await;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes)).unwrap();
        let sheet = book.worksheet_range("actions").unwrap();
        assert_eq!(sheet.height(), 6, "five of Uganda and the head");
        let cells: Vec<String> = sheet.rows().skip(1).map(|row| row[2].to_string()).collect();
        assert!(
            cells.contains(&"=HYPERLINK(\"http://evil.example\",\"x\")".to_owned()),
            "a text, no formula"
        );
        let about = book.worksheet_range("about").unwrap();
        assert!(
            about
                .rows()
                .any(|row| row[0] == Data::String("count".to_owned())
                    && row[1] == Data::String("5".to_owned()))
        );
        let same = reader.get("/en/actions.csv?country=UG").await;
        let hash = same.text.trim_end().rsplit(',').next().unwrap();
        assert!(
            about.rows().any(|row| row[1] == Data::String(hash.to_owned())),
            "the hash that the same lines end with as CSV"
        );
    })
    .await;
}

#[tokio::test]
async fn the_data_page_names_every_column_and_every_code() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for lang in ["en", "fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/data")).await;
            assert_eq!(page.status, 200);
            assert!(!page.text.contains("register-column"), "{lang}: every column has its words");
            let named = page.all("th code");
            let head = lines(&reader.get(&format!("/{lang}/actions.csv")).await).remove(0);
            assert!(head.iter().all(|name| named.contains(name)), "{head:?} {named:?}");
        }
        let page = reader.get("/en/data").await;
        let data = page.text.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let data: serde_json::Value = serde_json::from_str(data.unwrap_or("{}")).unwrap();
        if !page.text.contains("noindex") {
            assert_eq!(data["@graph"][0]["@type"], "Dataset");
            assert_eq!(data["@graph"][0]["distribution"].as_array().unwrap().len(), 8);
        }
        let codes = reader.get("/fr/codes.csv").await;
        assert!(codes.text.contains("actions,gcm,15,"), "{}", &codes.text[..400]);
        assert!(codes.text.contains("governments,country,KE,Kenya,fr"));
    })
    .await;
}

#[tokio::test]
async fn a_question_has_a_feed_and_a_record_its_citation() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let list = reader.get("/en/actions?country=KE").await;
        let feed = list.links("link[type='application/atom+xml']").remove(0);
        let feed = reader.get(&feed).await;
        assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
        assert_eq!(feed.text.matches("<entry>").count(), 8);
        assert!(feed.text.contains("<title>Kenya – Actions – "), "{}", &feed.text[..900]);
        assert!(feed.text.contains("/actions/LA-2026-00001</id>"), "an entry keeps its name for ever");
        assert!(feed.text.contains("childcare &#60;b&#62;&#38; more"), "{}", &feed.text[..900]);
        // What is on file nobody of the city wrote: it is what the record is about.
        let bib = reader.get("/en/actions/LA-2026-00003/cite.bib").await;
        assert!(
            !bib.text.contains("author = {{Kampala}}") && bib.text.contains("secretariat}}"),
            "{}",
            bib.text
        );
        assert!(bib.text.contains("  note = {On file, from a public source; Kampala},\n"), "{}", bib.text);
        assert!(!feed.text.contains("<author><name>Nairobi") && feed.text.contains("term=\"on_file\""));
        let mut published =
            record("action", "LA-2026-00077", Some("A door"), "Dakar", "SN", &["record/published"]);
        if let Said::Here(record) = &mut published {
            record.card.marks[0].sign = Sign::Verified;
        }
        tell(&story, vec![published]).await;
        let bib = reader.get("/en/actions/LA-2026-00077/cite.bib").await;
        assert!(bib.text.starts_with("@misc{LA-2026-00077,\n  author = {{Dakar}},\n"), "{}", bib.text);
        assert!(!bib.text.contains("note ="), "{}", bib.text);
        let bib = reader.get("/en/actions/LA-2026-00003/cite.bib").await;
        assert!(bib.text.contains("title = {Open door number 3}"));
        let ris = reader.get("/en/governments/LG-00002/cite.ris").await;
        assert!(ris.text.starts_with("TY  - ELEC\r\n") && ris.text.ends_with("ER  - \r\n"), "{}", ris.text);
        assert_eq!(reader.get("/en/actions/LA-2026-07777/cite.bib").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn search_engines_find_every_public_page() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut program = story.browser();
        let robots = program.get("/robots.txt").await;
        assert_eq!(robots.headers["content-type"], "text/plain; charset=utf-8");
        assert!(robots.text.contains("Disallow: /ar/my\n"), "{}", robots.text);
        assert!(!robots.text.contains("/*/"), "no page is closed for how its name begins: {}", robots.text);
        let icon = program.get("/favicon.ico").await;
        assert!(icon.status == 200 && icon.bytes.starts_with(&[0, 0, 1, 0, 1, 0]) && icon.bytes.len() > 200);
        let whom = program.get("/.well-known/security.txt").await;
        assert_eq!(whom.headers["content-type"], "text/plain; charset=utf-8");
        for line in ["Contact: mailto:", "Expires: ", "Canonical: http://localhost/.well-known/security.txt"]
        {
            assert!(whom.text.lines().any(|one| one.starts_with(line)), "{line} {}", whom.text);
        }
        let index = program.get("/sitemap.xml").await;
        for map in ["pages", "action-1", "government-1"] {
            assert!(index.text.contains(&format!("/sitemaps/{map}</loc>")), "{}", index.text);
        }
        let lagos = record("government", "LG-00009", Some("Lagos"), "Lagos", "NG", &["region/002"]);
        tell(&story, vec![lagos]).await;
        let pages = program.get("/sitemaps/pages").await.text;
        for address in pages.split("<loc>").skip(1).filter_map(|part| part.split("</loc>").next()) {
            let Some((_, path)) = address.split_once("/en/") else { continue };
            let status = program.get(&format!("/en/{path}")).await.status;
            assert!(matches!(status, 200 | 303), "{path}: no address of the map leads elsewhere: {status}");
        }
        for page in ["/fr/", "/en/countries/KE", "/ar/objectives/gcm/15", "/es/figures/years"] {
            assert!(pages.contains(&format!("{page}</loc>")), "{page}: {pages}");
        }
        let map = program.get("/sitemaps/action-1").await;
        assert_eq!(map.text.matches("<url>").count(), 12 * 4, "twelve actions in four languages");
        assert!(map.text.contains("/ar/actions/LA-2026-00001/x</loc>"));
        for none in ["action-2", "action-0", "action", "signature-1", "action-99999999999999999999", "..%2F"]
        {
            assert_eq!(program.get(&format!("/sitemaps/{none}")).await.status, 404, "{none}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_figure_has_a_table_a_file_a_picture_and_an_address() {
    on_both(|story| async move {
        let mut said = cohort();
        let tokens = ["record/published", "region/002", "year/2025", "gcm/15"];
        said.push(record("action", "LA-2026-00050", Some("A door in Dakar"), "Dakar", "SN", &tokens));
        tell(&story, said).await;
        let mut reader = story.browser();
        for lang in ["en", "fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/figures")).await;
            assert_eq!(page.status, 200);
            assert!(!page.text.contains("register-"), "{lang}: every sentence has its words");
            let picture = reader.get(&format!("/{lang}/figures/years/picture.svg")).await;
            assert_eq!(picture.headers["content-type"], "image/svg+xml; charset=utf-8");
            assert_eq!(picture.text.contains("direction=\"rtl\""), lang == "ar");
        }
        let table = reader.get("/en/figures/years/table.csv").await;
        assert_eq!(table.text, "Year,actions published,actions on file\n2024,1,11\n2025,1,0\n");
        let reach = reader.get("/en/figures/reach/table.csv").await;
        assert!(
            reach.text.lines().any(|line| line.starts_with("15 ") && line.ends_with(",7,0,0,0,0")),
            "{}",
            reach.text
        );
        let own = reader.get("/en/figures/years").await;
        assert_eq!(own.heading(), "Actions by year");
        let list = own.links("th[scope=row] a").remove(0);
        assert_eq!(reader.get(&list).await.all("#results"), ["12 actions"], "a number leads to its records");
        assert_eq!(reader.get("/en/figures/nothing").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn people_are_added_up_by_kind_of_number_and_pledges_by_freshness() {
    on_both(|story| async move {
        let said = format!("said/{}", story.house.now().year());
        let tokens = ["record/published", "for/refugees", "type/pledge", "status/planned", said.as_str()];
        let mut told = Vec::new();
        for (key, planned, counted) in [("LA-2026-00001", 1200, None), ("LA-2026-00002", 34, Some(50))] {
            let mut one = record("action", key, Some("A door"), "Dakar", "SN", &tokens);
            if let Said::Here(record) = &mut one {
                let numbers = [("planned/refugees", Some(planned)), ("counted/refugees", counted)];
                record.find.numbers = numbers.map(|(name, n)| (name.to_owned(), n)).to_vec();
            }
            told.push(one);
        }
        tell(&story, told).await;
        let mut reader = story.browser();
        let table = reader.get("/en/figures/people/table.csv").await;
        assert_eq!(
            table.text,
            "For whom,planned,\"reached, counted\",\"reached, estimated\"\nRefugees,1234,50,0\n"
        );
        let gone = Said::Gone {
            kind: "action".to_owned(),
            key: "LA-2026-00002".to_owned(),
            reason: "register-gone-neutral".to_owned(),
            at: story.house.now(),
        };
        tell(&story, vec![gone]).await;
        let table = reader.get("/en/figures/people/table.csv").await;
        assert!(table.text.ends_with("Refugees,1200,<10,0\n"), "{}", table.text);
        let page = reader.get("/en/figures/people").await;
        assert!(page.says("1,200") && page.says("fewer than ten"), "{}", page.words());
        story.advance(2 * 86_400);
        let then = story.house.now().date().to_string();
        story.advance(2 * 86_400);
        let mut more = record("action", "LA-2026-00001", Some("A door"), "Dakar", "SN", &tokens);
        if let Said::Here(record) = &mut more {
            record.find.numbers = vec![("planned/refugees".to_owned(), Some(5_000))];
        }
        tell(&story, vec![more]).await;
        for (query, sums) in [("", "5000,0,0"), (&*format!("?as-of={then}"), "1200,<10,0")] {
            let table = reader.get(&format!("/en/figures/people/table.csv{query}")).await;
            assert!(table.text.ends_with(&format!("Refugees,{sums}\n")), "{query}: {}", table.text);
        }
        let before = reader.get("/en/figures/people/table.csv?as-of=2020-01-01").await;
        assert_eq!(before.text.lines().count(), 1, "{}", before.text);
        let pledges = reader.get("/en/figures/pledges/table.csv").await;
        assert!(pledges.text.contains("In preparation,1,0,0\n"), "{}", pledges.text);
        let embedded = reader.get("/ar/embed/figures/pledges").await;
        assert!(embedded.status == 200 && !embedded.text.contains("register-figure"), "{}", embedded.words());
    })
    .await;
}

#[tokio::test]
async fn a_region_has_a_page_of_its_countries_and_a_country_stands_beside_its_region() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for lang in ["en", "fr", "es", "ar"] {
            for path in ["regions", "regions/14", "regions/unhcr-east-horn-great-lakes", "networks"] {
                let page = reader.get(&format!("/{lang}/{path}")).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.text.contains("register-"), "{lang}/{path}: every sentence has its words");
            }
        }
        let page = reader.get("/en/regions/014").await;
        assert_eq!((page.at(), page.heading().as_str()), ("/en/regions/14", "Eastern Africa"));
        assert!(page.says("Kenya") && page.says("Uganda"), "{}", page.words());
        assert!(page.all(".rows > .row").len() >= 10, "its newest actions");
        assert!(page.text.contains("/en/embed/regions/14"), "another site can show it in a frame");
        let framed = reader.get("/en/embed/regions/14").await;
        assert!(framed.status == 200 && framed.all(".rows > .row").len() == 5, "{}", framed.words());
        assert!(framed.says("Eastern Africa") && framed.headers.get("x-frame-options").is_none());
        assert_eq!(reader.get("/en/embed/regions/014").await.at(), "/en/embed/regions/14");
        assert_eq!(reader.get("/en/embed/networks/nobody").await.status, 404);
        let objective = reader.get("/en/objectives/gcm/15").await;
        assert!(objective.text.contains("/en/embed/objectives/gcm/15"), "so can an objective");
        let day = story.house.now().date().to_string();
        for page in [&objective, &reader.get("/en/regions/14").await, &reader.get("/en/countries/KE").await] {
            let told = format!("<dd><time datetime=\"{day}\">");
            assert!(page.text.contains(&told), "{} says when it last changed", page.path);
        }
        let framed = reader.get("/ar/embed/objectives/gcm/15").await;
        assert!(framed.status == 200 && !framed.all("dl dd").is_empty(), "{}", framed.words());
        assert_eq!(reader.get("/en/embed/objectives/gcm/99").await.status, 404);
        assert_eq!(reader.get("/en/embed/cohorts/nobody").await.status, 404);
        let country = reader.get("/en/countries/KE").await;
        assert!(country.says("Side by side"), "{}", country.words());
        assert!(country.links("a").contains(&"/en/regions/14".to_owned()));
        for none in ["regions/1", "regions/zz", "regions/m49-14x", "networks/nobody"] {
            assert_eq!(reader.get(&format!("/en/{none}")).await.status, 404, "{none}");
        }
    })
    .await;
}

/// What a page says of itself to programs: the kinds of things, and the names on the way to it.
fn linked(page: &Page) -> (Vec<String>, Vec<String>) {
    let text = page.text.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(text.unwrap_or("{}")).unwrap();
    let things = data["@graph"].as_array().cloned().unwrap_or_default();
    let kind = |thing: &serde_json::Value| thing["@type"].as_str().unwrap_or_default().to_owned();
    let steps = things.iter().find(|thing| thing["@type"] == "BreadcrumbList");
    let steps = steps.and_then(|steps| steps["itemListElement"].as_array().cloned()).unwrap_or_default();
    let names = steps.iter().map(|step| step["name"].as_str().unwrap_or_default().to_owned()).collect();
    assert!(steps.iter().all(|step| step["item"].as_str().is_some_and(|item| item.starts_with("http"))));
    (things.iter().map(kind).collect(), names)
}

#[tokio::test]
async fn every_public_page_says_to_programs_what_it_is_about() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut program = story.browser();
        for (path, kind, names) in [
            ("/en/countries/KE", "Country", &["Home", "Countries", "Kenya"][..]),
            ("/fr/regions/2", "Place", &["Accueil", "Régions", "Afrique"]),
            ("/en/objectives/gcm/15", "DefinedTerm", &["Home", "Objectives"]),
            ("/en/actions", "Dataset", &["Home", "Actions"]),
            ("/es/governments", "Dataset", &["Inicio", "Gobiernos locales"]),
            ("/en/data", "Dataset", &["Home"]),
            ("/en/figures/years", "Dataset", &["Home", "Figures", "Actions by year"]),
            ("/ar/", "WebSite", &[]),
        ] {
            let (kinds, way) = linked(&program.get(path).await);
            assert_eq!(kinds.first().map(String::as_str), Some(kind), "{path}");
            assert!(
                way.starts_with(&names.iter().map(ToString::to_string).collect::<Vec<_>>()),
                "{path}: {way:?}"
            );
            assert!(way.iter().all(|name| !name.contains('\u{2068}')), "{path}: {way:?}");
        }
        let asked = linked(&program.get("/en/actions?country=KE").await);
        assert!(asked.0.is_empty(), "a question is no data set: {asked:?}");
    })
    .await;
}

/// The day on which what a page shows last changed, as its foot tells it.
fn told(page: &Page) -> Option<&str> {
    page.text.split("<dd><time datetime=\"").nth(1)?.split('"').next()
}

#[tokio::test]
async fn a_list_a_map_and_a_figure_say_when_what_they_show_last_changed() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let first = story.house.now().date().to_string();
        story.advance(3 * 86_400);
        let changed = record("action", "LA-2026-00001", Some("A wider door"), "Nairobi", "KE", &["gcm/7"]);
        tell(&story, vec![changed]).await;
        let second = story.house.now().date().to_string();
        let mut reader = story.browser();
        for (path, day) in [
            ("actions", &second),
            ("actions?country=KE", &second),
            ("actions?q=door&country=KE", &second),
            ("actions?country=UG", &first),
            ("actions?q=number", &first),
            ("governments", &first),
            ("governments?country=KE", &first),
            ("map?country=UG", &first),
            ("map?country=KE", &second),
            ("figures", &second),
            ("figures/years", &second),
            ("figures/signatures", &first),
            ("data", &second),
            (&format!("actions?country=KE&as-of={first}"), &first),
            (&format!("figures/years?as-of={first}"), &first),
            (&format!("data?as-of={first}"), &first),
        ] {
            let page = reader.peek(&format!("/en/{path}")).await;
            assert_eq!((page.status, told(&page)), (200, Some(day.as_str())), "{path}");
        }
        for path in ["actions?country=SN", "figures?as-of=2019-01-01"] {
            assert_eq!(told(&reader.peek(&format!("/en/{path}")).await), None, "{path}: nothing is shown");
        }
    })
    .await;
}
