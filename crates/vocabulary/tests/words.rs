//! Moments, dates, languages, texts, ids, references and folding: facts and properties.

use proptest::prelude::*;
use vocabulary::{
    ActionId, Actor, Clock, End, Ids, Lang, LanguageMap, Moment, Origin, PartialDate, Period, PersonId,
    Precision, Reference, Tag, fold, slug,
};

fn tag(text: &str) -> Tag {
    Tag::parse(text).expect("a tag in a test is one")
}

#[test]
fn a_moment_is_written_as_rfc_3339_and_read_back() {
    let moment = Moment::from_unix(1_645_005_600);
    assert_eq!(moment.to_string(), "2022-02-16T10:00:00Z");
    assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2022-02-16T10:00:00Z\"");
    assert_eq!(Moment::parse("2022-02-16T12:00:00.9+02:00"), Some(moment));
    assert_eq!((moment.year(), moment.plus_days(1).since(moment)), (2022, 86_400));
}

#[test]
fn a_fixed_clock_moves_only_when_told() {
    let clock = Clock::fixed(Moment::from_unix(100));
    let same = clock.clone();
    clock.advance(5);
    assert_eq!(same.now(), Moment::from_unix(105));
    assert!(Clock::System.now().year() >= 2026);
}

#[test]
fn ids_sort_in_the_order_in_which_they_were_made() {
    for ids in [Ids::fixed(), Ids::system()] {
        let now = Moment::from_unix(1_800_000_000);
        let made: Vec<ActionId> = (0..10_000).map(|n| ids.next(now.plus(-(n % 3)))).collect();
        assert!(made.is_sorted_by(|a, b| a < b));
        assert!(made.iter().all(|id| id.uuid().get_version_num() == 7));
    }
    let first: PersonId = Ids::fixed().next(Moment::from_unix(0));
    assert_eq!(first, Ids::fixed().next(Moment::from_unix(0)));
    assert_eq!(first.to_string().parse::<PersonId>().unwrap(), first);
    assert!("?".parse::<PersonId>().unwrap_err().to_string().contains("not an id"));
}

#[test]
fn an_actor_is_read_as_it_was_written() {
    let person = Actor::Person(Ids::fixed().next(Moment::from_unix(0)));
    for actor in [person, Actor::Program("import"), Actor::Nobody] {
        assert_eq!(Actor::parse(&actor.to_string()), Some(actor));
    }
    assert_eq!(Actor::parse("someone"), None);
}

#[test]
fn references_are_read_as_people_type_them() {
    let reference = Reference::yearly("LA", 2026, 42);
    assert_eq!(reference.to_string(), "LA-2026-00042");
    for typed in ["la-2026-42", " LA 2026 00042 ", "LA–2026–00042", "LA-٢٠٢٦-00042"] {
        assert_eq!(Reference::parse(typed).unwrap(), reference, "{typed}");
    }
    assert_eq!(Reference::parse("lg-00042").unwrap(), Reference::plain("LG", 42));
    for wrong in ["", "LA", "42", "LA-26-1-1", "L-1", "LA-2026-x", "LA--", "LA-1234567890"] {
        assert!(Reference::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn tags_are_canonical_and_know_their_direction() {
    assert_eq!(tag("PT_br").as_str(), "pt-BR");
    assert_eq!(tag("zh-hant-TW").as_str(), "zh-Hant-TW");
    assert_eq!(
        (tag("ar").dir(), tag("uz-Arab").dir(), tag("ku").dir(), tag("fa-AF").dir()),
        ("rtl", "rtl", "ltr", "rtl")
    );
    assert_eq!(tag("fr-CA").lang(), Some(Lang::Fr));
    for wrong in ["", "und", "x", "english language", "12"] {
        assert!(Tag::parse(wrong).is_err(), "{wrong}");
    }
    assert_eq!(Lang::accepted("de, fr;q=0.4, ar-EG;q=0.8"), Some(Lang::Ar));
    assert_eq!(Lang::accepted("de, *;q=0.1"), None);
}

#[test]
fn short_tags_are_read_alike_in_either_case() {
    for first in 'a'..='z' {
        for second in 'a'..='z' {
            for short in [format!("{first}{second}"), format!("{first}{second}x"), format!("und{first}")] {
                let (lower, upper) = (Tag::parse(&short), Tag::parse(&short.to_uppercase()));
                assert_eq!(lower.ok(), upper.ok(), "{short}");
            }
        }
    }
    assert!(Tag::parse("und").is_err());
}

#[test]
fn a_reader_gets_the_asked_language_else_the_original_else_any() {
    let mut text = LanguageMap::original(tag("pt-BR"), "Cidade");
    text.translate(Lang::En, "City", Origin::Machine);
    assert_eq!(text.pick(Lang::En).unwrap().text, "City");
    assert_eq!(text.pick(Lang::Fr).unwrap().tag, &tag("pt-BR"));
    assert_eq!(text.pick_tag(&tag("pt")).unwrap().text, "Cidade");
    text.set_original("");
    let any = text.pick(Lang::Fr).unwrap();
    assert_eq!((any.text, any.stale), ("City", true));
    assert!(text.is_untold() && !text.is_empty());
    text.translate(tag("pt-BR"), "never", Origin::Human);
    assert_eq!(text.original_text(), "");
    text.translate(Lang::En, " ", Origin::Human);
    assert!(text.pick(Lang::En).is_none());
}

#[test]
fn a_language_map_is_kept_as_json() {
    let mut text = LanguageMap::original(Lang::En, "City");
    text.translate(Lang::Fr, "Ville", Origin::Human);
    let json = serde_json::to_string(&text).unwrap();
    let written = concat!(
        r#"{"original":"en","rev":1,"texts":{"en":{"text":"City","origin":"original","of_version":1},"#,
        r#""fr":{"text":"Ville","origin":"human","of_version":1}}}"#
    );
    assert_eq!(json, written);
    assert_eq!(serde_json::from_str::<LanguageMap>(&json).unwrap(), text);
}

#[test]
fn partial_dates_are_read_and_written() {
    let by = PartialDate::parse("2018-12 (by)").unwrap();
    assert_eq!((by.year(), by.month(), by.day(), by.precision()), (2018, Some(12), None, Precision::By));
    assert_eq!(by.to_string(), "2018-12 (by)");
    assert_eq!(PartialDate::parse("٢٠٢٤-٠٥").unwrap().to_string(), "2024-05");
    assert_eq!(PartialDate::parse("2024-02").unwrap().last_day().day(), 29);
    for wrong in
        ["", "24", "2024-13", "2023-02-29", "2024-05-17-1", "2024 (maybe)", "2024-", "-2024", "1/2/2024"]
    {
        assert!(PartialDate::parse(wrong).is_err(), "{wrong}");
    }
    assert!(PartialDate::from_parts(2024, None, Some(1), Precision::Exact).is_err());
}

#[test]
fn a_period_knows_when_it_runs_backwards() {
    let date = |text: &str| PartialDate::parse(text).unwrap();
    let period = |start: &str, end: &str| Period { start: Some(date(start)), end: End::On(date(end)) };
    assert!(period("2024-05", "2023").is_backwards());
    assert!(!period("2024-05", "2024").is_backwards());
    let ongoing = Period { start: Some(date("2024")), end: End::Ongoing };
    let json = serde_json::to_string(&ongoing).unwrap();
    assert_eq!(json, r#"{"start":"2024","end":"ongoing"}"#);
    assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), ongoing);
}

#[test]
fn folding_takes_case_and_accents_of_every_script() {
    let pairs = [
        ("Île-de-France", "ile-de-france"),
        ("STRASSE", "straße"),
        ("İSTANBUL", "ıstanbul"),
        ("São  Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("الإسكندريّة", "الاسكندريه"),
        ("مُحَمَّد", "محمد"),
        ("تهران ی", "تهران ي"),
        ("Αθήνα", "αθηνα"),
        ("Йошкар", "иошкар"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("N’Djaména", "n'djamena"),
        ("ノース", "ノース"),
    ];
    for (a, b) in pairs {
        assert_eq!(fold(a), fold(b), "{a}");
    }
    assert_eq!(fold("हिन्दी"), "हिन्दी");
    assert_ne!(fold("が"), fold("か"));
}

#[test]
fn slugs_are_readable_in_any_script() {
    assert_eq!(slug("“First Steps in Milan”: Ensuring Access"), "first-steps-in-milan-ensuring-access");
    assert_eq!(slug("Côte d’Ivoire"), "cote-d-ivoire");
    assert_eq!(slug("مدينة صفاقس"), "مدينه-صفاقس");
    assert_eq!(slug("हिन्दी शहर"), "हिन्दी-शहर");
    assert_eq!((slug(""), slug("?!")), ("-".to_owned(), "-".to_owned()));
    assert_eq!(slug(&"word ".repeat(40)).len(), 79);
}

proptest! {
    #[test]
    fn plain_letters_have_the_same_keys_where_they_have_one_order(
        text in proptest::collection::vec(0_u8..128, 0..40),
    ) {
        let text = String::from_utf8(text).expect("ASCII");
        for lang in Lang::ALL {
            let key = |lang| vocabulary::formats::sort_key(lang, &text);
            prop_assert_eq!(key(lang), key(vocabulary::formats::plain_order(lang)));
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_slug_is_short_never_empty_and_safe_in_an_address(text in any::<String>()) {
        let slug = slug(&text);
        prop_assert!((1..=80).contains(&slug.chars().count()));
        prop_assert!(!slug.contains(|c: char| c.is_whitespace() || "/?#%&\"'<>".contains(c)));
    }

    #[test]
    fn every_partial_date_survives_its_written_form(
        year in 1000..=9999i32, month in proptest::option::of(0..=13u8), day in proptest::option::of(0..=32u8), mark in 0..3
    ) {
        let precision = [Precision::Exact, Precision::By, Precision::About][mark as usize];
        if let Ok(date) = PartialDate::from_parts(year, month, day, precision) {
            prop_assert_eq!(PartialDate::parse(&date.to_string()).unwrap(), date);
            prop_assert!(date.first_day() <= date.last_day());
        }
    }

    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = (PartialDate::parse(&text), Reference::parse(&text), Tag::parse(&text), Moment::parse(&text));
        let _ = (End::parse(&text), Actor::parse(&text), Lang::accepted(&text));
    }

    #[test]
    fn every_reference_survives_its_written_form(year in 0..=9999i32, n in 0..=999_999_999u32) {
        for reference in [Reference::yearly("LA", year, n), Reference::plain("LG", n)] {
            prop_assert_eq!(Reference::parse(reference.as_str()).unwrap(), reference);
        }
    }

    #[test]
    fn a_translation_is_stale_exactly_when_the_original_changed_after_it(
        steps in proptest::collection::vec((any::<bool>(), "[ab]{0,2}"), 0..12)
    ) {
        let mut map = LanguageMap::original(Lang::En, "a");
        let mut stale = false;
        for (original, text) in steps {
            if original {
                stale |= map.original_text() != text;
                map.set_original(text);
            } else {
                map.translate(Lang::Fr, text.clone(), Origin::Human);
                stale = false;
            }
            let french = Tag::from(Lang::Fr);
            let there = map.text(&french).is_some();
            stale &= there;
            prop_assert_eq!(map.stale(&french), stale);
            prop_assert!(!map.stale(&Tag::from(Lang::En)));
            let picked = map.pick(Lang::Fr).map(|p| p.text.to_owned());
            prop_assert_eq!(picked.is_none(), map.is_empty());
        }
    }
}
