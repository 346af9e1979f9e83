//! The search index through its door: what is found, in which order, counted how.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use store::search::{Change, Doc, Index, Query, Sort, marks, snippet};
use thrown::{Dice, thrown};
use uuid::Uuid;
use vocabulary::{Lang, Tag};

mod thrown;

fn epoch() -> Uuid {
    Uuid::from_u128(7)
}

/// A document with a title and a body in English.
fn doc(key: &str, title: &str, body: &str) -> Doc {
    let en = || Tag::from(Lang::En);
    Doc {
        kind: "action".to_owned(),
        key: key.to_owned(),
        title: vec![(en(), title.to_owned())],
        body: vec![(en(), body.to_owned())],
        name: title.to_owned(),
        ..Doc::default()
    }
}

fn in_language(key: &str, tag: &str, title: &str) -> Doc {
    Doc { title: vec![(Tag::parse(tag).expect("a tag"), title.to_owned())], ..doc(key, "", "") }
}

fn index(docs: impl IntoIterator<Item = Doc>) -> Index {
    let index = Index::in_memory().expect("an index");
    let changes: Vec<Change> = docs.into_iter().map(|doc| Change::Put(Box::new(doc))).collect();
    index.apply(&changes, epoch(), 1).expect("changes");
    index
}

fn ask(text: &str) -> Query {
    Query { text: text.to_owned(), limit: 50, ..Query::default() }
}

fn found(index: &Index, text: &str) -> Vec<String> {
    index.search(&ask(text)).expect("an answer").hits.into_iter().map(|hit| hit.key).collect()
}

fn found_set(index: &Index, text: &str) -> BTreeSet<String> {
    found(index, text).into_iter().collect()
}

fn set(keys: &[&str]) -> BTreeSet<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn exact_comes_before_stem_before_prefix() {
    let many = "migrating migrates migrated ".repeat(40);
    let index = index([
        doc("prefix", "Migrantologia", "migrantologia migrantologia"),
        doc("stem", "Migrants migrants", &format!("migrants {many}")),
        doc(
            "exact",
            "A long title about quite other things than this",
            &format!("{} migrant", "word ".repeat(200)),
        ),
    ]);
    assert_eq!(found(&index, "migrant"), ["exact", "stem", "prefix"]);
}

#[test]
fn title_weighs_more_than_names_than_body() {
    let index = index([
        doc("body", "One thing", "the harbour of the harbour, harbour"),
        Doc { names: vec!["Harbour".to_owned()], ..doc("name", "Another thing", "nothing") },
        doc("title", "The harbour of all the people of the city", "nothing"),
    ]);
    assert_eq!(found(&index, "harbour"), ["title", "name", "body"]);
}

#[test]
fn a_typo_finds_only_what_nothing_else_finds() {
    let index = index([
        doc("kampala", "Kampala", "a city"),
        doc("nairobi", "Nairobi", "a city"),
        doc("reintegration", "Reintegration", "of those who return"),
        doc("kampola", "Kampola", "a surname"),
    ]);
    assert_eq!(found(&index, "nairoby"), ["nairobi"]);
    assert_eq!(found(&index, "niarobi"), ["nairobi"], "two letters exchanged are one mistake");
    assert_eq!(found(&index, "reintergation"), ["reintegration"], "two mistakes in a long word");
    assert_eq!(found(&index, "kampala"), ["kampala"], "a word that exists is not corrected");
    assert_eq!(found(&index, "nai"), ["nairobi"], "a beginning");
    assert!(found(&index, "cty").is_empty(), "three letters are not corrected");
    let answer = index.search(&ask("Nairobu city")).unwrap();
    assert_eq!(answer.meant.as_deref(), Some("nairobi city"));
    assert_eq!(index.search(&ask("Nairobi")).unwrap().meant, None);
}

#[test]
fn a_typo_ranks_below_every_other_way() {
    // "harbor" is found exactly in one; of "harbur" there is nothing, so both near words are followed, the whole
    // word before the longer one.
    let index =
        index([doc("long", "Harbouring", ""), doc("whole", "Harbor", ""), doc("other", "Harvest", "")]);
    assert_eq!(found(&index, "harbor"), ["whole"]);
    assert_eq!(found_set(&index, "harbur"), set(&["whole", "long"]));
}

#[test]
fn each_language_has_its_stems() {
    let index = index([
        in_language("en", "en", "Welcoming newly arrived families"),
        in_language("fr", "fr-CA", "Accueillir les réfugiées et les migrations"),
        in_language("es", "es", "Integración de personas refugiadas en las ciudades"),
        in_language("ar", "ar", "دعم المهاجرين واللاجئين في المدينة"),
        in_language("de", "de", "Häuser für Geflüchtete"),
    ]);
    assert_eq!(found(&index, "welcomed family"), ["en"]);
    assert_eq!(found(&index, "accueilli réfugié migration"), ["fr"]);
    assert_eq!(found(&index, "integraciones ciudad"), ["es"]);
    assert_eq!(found(&index, "integracion"), ["es"], "typed without the accent");
    assert_eq!(found(&index, "مهاجرين"), ["ar"], "without the article");
    assert_eq!(found(&index, "المهاجر"), ["ar"], "in the singular");
    assert_eq!(found(&index, "hauser"), ["de"], "folded, not stemmed");
    assert_eq!(found(&index, "HÄUSER"), ["de"]);
}

#[test]
fn arabic_spellings_are_one() {
    let index = index([
        in_language("school", "ar", "مدرسة الأطفال"),
        in_language("vowels", "ar", "مُهَاجِرُونَ"),
        in_language("hospital", "ar", "مستشفى"),
    ]);
    assert_eq!(found(&index, "مدرسه"), ["school"]);
    assert_eq!(found(&index, "مدرسة الاطفال"), ["school"]);
    assert_eq!(found(&index, "إطفال أطفال"), ["school"]);
    assert_eq!(found(&index, "مهاجرون"), ["vowels"]);
    assert_eq!(found(&index, "مستشفي"), ["hospital"]);
}

#[test]
fn arabic_words_are_found_with_and_without_what_is_put_before_and_after_them() {
    let index = index([
        in_language("clinic", "ar", "عيادة متنقلة للمهاجرين واللاجئين في المجتمع المضيف: الرعاية الصحية"),
        in_language("office", "ar", "مكتب الوزارة في البلدية"),
        in_language("refugees", "ar", "دعم للاجئين وللأطفال"),
    ]);
    for word in ["اللاجئين", "لاجئين", "لاجئ", "اللاجئون", "للاجئين", "واللاجئين"]
    {
        assert_eq!(found_set(&index, word), set(&["clinic", "refugees"]), "{word}");
    }
    for word in ["صحية", "الصحية", "رعاية صحية", "مجتمع", "للمجتمع", "عيادات", "العيادات", "مهاجر"]
    {
        assert_eq!(found(&index, word), ["clinic"], "{word}");
    }
    for word in ["بلدية", "البلديات", "وزارة", "والوزارة", "الوزارات"] {
        assert_eq!(found(&index, word), ["office"], "{word}");
    }
    assert_eq!(found(&index, "الأطفال"), ["refugees"]);
}

#[test]
fn a_group_and_a_number_after_it_are_read_as_pages_print_them() {
    let with = |key: &str, tokens: &[&str]| Doc {
        tokens: tokens.iter().map(|token| (*token).to_owned()).collect(),
        ..doc(key, "A well for 12 schools", "in the year 2024")
    };
    let index = index([with("fifteen", &["gcm/15", "for/children"]), with("one", &["gcm/1"])]);
    for text in ["GCM 15", "gcm 15", "gcm: 15", "gcm:15", "well GCM 15"] {
        assert_eq!(found(&index, text), ["fifteen"], "{text}");
    }
    assert!(found(&index, "gcm 99").is_empty(), "there is no such value, and nobody wrote it");
    assert_eq!(found_set(&index, "for 12 schools"), set(&["fifteen", "one"]), "words stay words");
}

#[test]
fn what_is_meant_finds_something_or_is_not_said() {
    let index = index([doc("cost", "The cost of housing", "county"), doc("county", "A county", "")]);
    assert_eq!(index.search(&ask("housink")).unwrap().meant.as_deref(), Some("housing"));
    let nothing = index.search(&ask("ivory countz")).unwrap();
    assert_eq!((nothing.total, nothing.meant), (0, None));
}

#[test]
fn where_very_many_match_titles_come_first_and_then_the_newest() {
    let mut docs: Vec<Doc> =
        (0..10_050).map(|n| Doc { when: n, ..doc(&format!("k{n}"), "", "a well") }).collect();
    docs[7].title = docs[7].body.clone();
    docs[9_000].body = vec![(Tag::from(Lang::En), "wells".to_owned())];
    let index = index(docs);
    let page = |offset: usize| {
        let answer = index.search(&Query { offset, limit: 3, ..ask("well") }).unwrap();
        assert_eq!(answer.total, 10_050);
        assert!(answer.hits.is_sorted_by(|one, next| one.score >= next.score));
        answer.hits.into_iter().map(|hit| hit.key).collect::<Vec<_>>()
    };
    assert_eq!(page(0), ["k7", "k10049", "k10048"]);
    assert_eq!(page(3), ["k10047", "k10046", "k10045"]);
    assert_eq!(page(10_048), ["k0", "k9000"], "another form of the word comes last");
}

#[test]
fn the_newest_come_first_also_where_few_match_and_most_of_these_are_old() {
    let dated = |n: i64, word: &str| Doc { when: n, ..doc(&format!("{n}"), word, "") };
    let holds = |n: i64| !(30..=1_996).contains(&n);
    let index = index((0..2_000).map(|n| dated(n, if holds(n) { "Harbour" } else { "Town" })));
    let newest = |limit: usize, offset: usize| {
        let query = Query { sort: Sort::Newest, limit, offset, ..ask("harbour") };
        let hits = index.search(&query).expect("an answer").hits;
        hits.into_iter().map(|hit| hit.key).collect::<Vec<String>>()
    };
    assert_eq!(newest(2, 0), ["1999", "1998"]);
    assert_eq!(newest(5, 0), ["1999", "1998", "1997", "29", "28"]);
    assert_eq!(newest(50, 31), ["1", "0"]);
}

#[test]
fn a_frequent_word_is_found_alike_when_it_is_asked_again_and_after_changes() {
    let named = |n: u32| doc(&format!("{n:03}"), "Harbour", &format!("welcomes number{n}"));
    let index = index((0..400).map(named));
    let total = |text: &str| index.search(&ask(text)).expect("an answer").total;
    for _ in 0..2 {
        assert_eq!(total("harbour"), 400);
        assert_eq!(total("harbours welcome"), 400, "in another form");
        assert_eq!(total("harbour number7"), 11, "beginnings: 7, and 70 to 79");
        assert_eq!(total("harbour -number7"), 399);
        assert_eq!(total("\"welcomes number7\""), 1);
    }
    let gone = Change::Drop("action".to_owned(), "007".to_owned());
    let other = Change::Put(Box::new(doc("008", "Town", "of number8")));
    index.apply(&[gone, other], epoch(), 2).expect("changes");
    for _ in 0..2 {
        assert_eq!(total("harbour"), 398);
        assert_eq!(total("town"), 1);
        assert_eq!(total("welcoming"), 398);
    }
}

#[test]
fn turkish_and_scripts_without_spaces() {
    let index = index([
        in_language("tr", "tr", "İSTANBUL IŞIK Şişli Türkiye"),
        in_language("zh", "zh", "移民和难民的城市"),
        in_language("hi", "hi", "प्रवासी"),
    ]);
    for word in ["istanbul", "İstanbul", "ISTANBUL", "ışık", "isik", "sisli", "Turkiye"] {
        assert_eq!(found(&index, word), ["tr"], "{word}");
    }
    assert_eq!(found(&index, "难民"), ["zh"]);
    assert!(found(&index, "民难").is_empty(), "the order of the characters matters");
    assert_eq!(found(&index, "प्रवासी"), ["hi"]);
}

#[test]
fn phrases_exclusions_and_values_are_understood() {
    let with = |key: &str, title: &str, tokens: &[&str]| Doc {
        tokens: tokens.iter().map(|token| (*token).to_owned()).collect(),
        ..doc(key, title, "")
    };
    let index = index([
        with("a", "Safe housing for women", &["country/KE", "gcm/15"]),
        with("b", "Housing safe from women traffickers", &["country/UG", "gcm/15"]),
        with("c", "Safe roads", &["country/KE"]),
    ]);
    assert_eq!(found(&index, "\"safe housing\""), ["a"]);
    assert_eq!(found(&index, "“safe housing”"), ["a"]);
    assert_eq!(found_set(&index, "safe -women"), set(&["c"]));
    assert_eq!(found_set(&index, "safe -trafficker"), set(&["a", "c"]), "an exclusion knows forms, too");
    assert_eq!(found_set(&index, "safe -\"safe housing\""), set(&["b", "c"]));
    assert_eq!(found_set(&index, "country:ke"), set(&["a", "c"]));
    assert_eq!(found_set(&index, "Country:KE gcm:15"), set(&["a"]));
    assert_eq!(found_set(&index, "gcm:15 -country:ke"), set(&["b"]));
    assert_eq!(found_set(&index, "country:ke country:ug safe"), set(&["a", "b", "c"]));
    assert!(found(&index, "country:fr").is_empty());
    assert!(found(&index, "colour:red").is_empty(), "an unknown group is words");
    assert_eq!(found_set(&index, "\"safe housing"), set(&["a", "b"]), "an open quotation mark is none");
    assert_eq!(found_set(&index, "the housing"), set(&["a", "b"]), "small words are not required");
    assert_eq!(found_set(&index, "-housing"), set(&["c"]));
}

#[test]
fn an_index_on_disk_keeps_its_position_and_is_rebuilt_beside() {
    let folder = tempfile::tempdir().unwrap();
    let one = Index::open(folder.path()).unwrap();
    assert_eq!(one.position(), None);
    one.apply(&[Change::Put(Box::new(doc("a", "Harbour", "")))], epoch(), 12).unwrap();
    drop(one);
    let two = Index::open(folder.path()).unwrap();
    assert_eq!(two.position().unwrap().position, 12);
    assert_eq!(found(&two, "harbour"), ["a"]);
    let mut dice = Dice(1);
    let docs: Vec<Doc> = (0..500).map(|n| thrown(&mut dice, n)).collect();
    two.rebuild(docs, Uuid::from_u128(8), 40).unwrap();
    assert_eq!((two.len(), two.snapshot().position), (500, 40));
    two.apply(&[Change::Drop("action".to_owned(), "none".to_owned())], Uuid::from_u128(8), 41).unwrap();
    drop(two);
    let three = Index::open(folder.path()).unwrap();
    assert_eq!((three.len(), three.position().unwrap().position), (500, 41));
    drop(three);
    let meta = folder.path().join("g-2/meta.json");
    let now = std::fs::read_to_string(&meta).unwrap();
    std::fs::write(&meta, now.replace("words\\\":", "words\\\":9")).unwrap();
    let older = Index::open(folder.path()).unwrap();
    assert_eq!(
        (older.len(), older.position()),
        (500, None),
        "whose words were written otherwise is made anew"
    );
    drop(older);
    for entry in std::fs::read_dir(folder.path().join("g-2")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::write(path, b"broken").unwrap();
        }
    }
    let four = Index::open(folder.path()).unwrap();
    assert_eq!((four.position(), four.len()), (None, 0), "what cannot be read is begun anew");
}

/// Copies every file of a folder that the other has not, and those of these names.
fn left_behind(from: &Path, to: &Path, names: &[&str]) {
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            left_behind(&entry.path(), &target, names);
        } else if !target.exists() || names.contains(&&*entry.file_name().to_string_lossy()) {
            // What goes while it is copied, as the lock of a writer that is just dropped, is not left behind.
            match std::fs::copy(entry.path(), target) {
                Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => {}
                copied => drop(copied.expect("a copy")),
            }
        }
    }
}

// A process that is killed before the end of a commit leaves files of a name that the next commit wants again.
#[test]
fn an_index_that_was_killed_in_the_middle_of_a_commit_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (folder.path().join("before"), folder.path().join("after"));
    let put = |key: &str, title: &str| Change::Put(Box::new(doc(key, title, "")));
    let index = Index::open(&before).unwrap();
    index.apply(&["one", "two", "three"].map(|key| put(key, "Harbour")), epoch(), 1).unwrap();
    drop(index);
    std::fs::create_dir(&after).unwrap();
    left_behind(&before, &after, &[]);
    Index::open(&after).unwrap().apply(&[put("two", "Market")], epoch(), 2).unwrap();
    left_behind(&after, &before, &[".managed.json"]);
    let index = Index::open(&before).unwrap();
    assert_eq!(index.position().map(|at| at.position), Some(1), "nothing was committed");
    index.apply(&[put("two", "Market")], epoch(), 2).unwrap();
    assert_eq!(found(&index, "market"), ["two"]);
    assert_eq!(found_set(&index, "harbour"), set(&["one", "three"]));
}

#[test]
fn what_changes_or_goes_while_an_index_is_rebuilt_is_found_once_or_not_at_all() {
    let index = index([doc("a", "Harbour", ""), doc("b", "Harbour", "")]);
    let mut building = index.begin_rebuild().unwrap();
    for key in ["a", "b", "c"] {
        building.put(&doc(key, "Harbour", "")).unwrap();
    }
    building.change(&Change::Put(Box::new(doc("a", "Lighthouse", "")))).unwrap();
    building.change(&Change::Drop("action".to_owned(), "b".to_owned())).unwrap();
    index.finish_rebuild(building, epoch(), 9).unwrap();
    assert_eq!(found_set(&index, "harbour"), set(&["c"]));
    assert_eq!(found(&index, "lighthouse"), ["a"]);
    assert_eq!(index.len(), 2);
}

#[test]
fn any_text_is_answered_quickly() {
    let mut dice = Dice(9);
    let index = index((0..500).map(|n| thrown(&mut dice, n)));
    let mut texts = vec![
        "water ".repeat(1_400),
        "a".repeat(8_192),
        "(((a+)+)+)+$".repeat(600),
        "\"".repeat(8_000),
        "-".repeat(8_000),
        "country:".repeat(1_000),
        "\u{0}\u{1}\u{7f}\u{202e}\u{200d}\u{fffd}".repeat(400),
        "country:\u{0} -\u{0} \"\u{0}\"".to_owned(),
        "👩‍👩‍👧 🏳️‍🌈 *?~^[]{}\\/:!&|+".to_owned(),
        "e\u{301}\u{301}\u{301}".repeat(900),
        "漢".repeat(2_700),
        ":".to_owned(),
        "-\"".to_owned(),
        "\"\"\"".to_owned(),
        "country:\"".to_owned(),
        " \t\n ".to_owned(),
        "İıßﬁ㎏ﷺ".repeat(500),
    ];
    for length in 1..60 {
        let any = |dice: &mut Dice| char::from_u32(dice.below(0x3_0000) as u32).unwrap_or('"');
        texts.push((0..length * 40).map(|n| if n % 7 == 0 { ' ' } else { any(&mut dice) }).collect());
        let ascii = |dice: &mut Dice| char::from_u32(32 + dice.below(95) as u32).unwrap();
        texts.push((0..length * 40).map(|_| ascii(&mut dice)).collect());
    }
    for text in texts {
        let began = Instant::now();
        index.search(&Query { count: vec!["gcm".to_owned()], ..ask(&text) }).unwrap();
        let whole = "water and ".repeat(50);
        snippet(&whole, &text, 100);
        snippet(&text, "water", 100);
        let limit = if cfg!(debug_assertions) { 2_000 } else { 100 };
        assert!(began.elapsed().as_millis() < limit, "{:?} for {:.40}", began.elapsed(), text);
    }
    let chosen = (0..10_000).map(|n| format!("gcm/{n}")).collect();
    let many = Query { chosen: BTreeMap::from([("gcm".to_owned(), chosen)]), ..ask("") };
    assert!(index.search(&many).unwrap().total > 0);
}

#[test]
fn snippets_mark_the_asked_words() {
    let text = "The city welcomes migrants and refugees, and réfugiés too.";
    let marked = |query: &str| marks(text, query).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
    assert_eq!(marked("refugee welcome"), ["welcomes", "refugees"]);
    assert_eq!(marked("refugies"), ["refugees", "réfugiés"], "one stem");
    assert_eq!(marked("mig"), ["migrants"]);
    assert!(marked("").is_empty());
    let long = format!("{} harbour {}", "word ".repeat(100), "other ".repeat(100));
    let parts = snippet(&long, "harbour", 80);
    assert!(parts.iter().any(|part| part.marked && part.text == "harbour"));
    let shown: String = parts.iter().map(|part| part.text.as_str()).collect();
    assert!(shown.starts_with('…') && shown.ends_with('…') && shown.chars().count() <= 84, "{shown}");
    assert_eq!(snippet("short", "nothing", 80).len(), 1);
}

/// Prints times at 100,000 documents: `cargo test --release -p store --test search -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, for a quiet machine"]
fn how_long_questions_take() {
    let mut dice = Dice(11);
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    let began = Instant::now();
    index.rebuild((0..100_000).map(|n| thrown(&mut dice, n)), epoch(), 1).unwrap();
    println!("rebuild: {:?}", began.elapsed());
    let count: Vec<String> = ["gcm", "country", "year", "kind"].map(str::to_owned).to_vec();
    let gcm = vec!["gcm/1".to_owned(), "gcm/2".to_owned()];
    let chosen =
        BTreeMap::from([("gcm".to_owned(), gcm), ("country".to_owned(), vec!["country/KE".to_owned()])]);
    for (text, chosen) in [("", BTreeMap::new()), ("harbour", BTreeMap::new()), ("harbour health", chosen)] {
        let query = Query { chosen, count: count.clone(), limit: 25, ..ask(text) };
        let mut times: Vec<_> = (0..200)
            .map(|_| {
                let began = Instant::now();
                let total = index.search(&query).unwrap().total;
                (began.elapsed(), total)
            })
            .collect();
        times.sort();
        println!("{text:?}: {} hits, median {:?}", times[100].1, times[100].0);
    }
}
