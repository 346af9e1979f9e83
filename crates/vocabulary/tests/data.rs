//! The reference data: countries, groups, frameworks, forums, places.

use std::collections::BTreeSet;

use vocabulary::frameworks::{self, Verification};
use vocabulary::gazetteer::{self, Seat};
use vocabulary::{Iso2, Lang, calendar, countries, groups};

#[test]
fn countries_bear_the_names_of_the_united_nations() {
    let name = |iso2: &str, lang| countries::by_iso2(iso2).unwrap().name(lang);
    assert_eq!(name("PS", Lang::En), "State of Palestine");
    assert_eq!(Lang::ALL.map(|lang| name("TR", lang)), ["Türkiye", "Türkiye", "Türkiye", "تركيا"]);
    assert_eq!(name("NL", Lang::Ar), "مملكة هولندا");
    assert_eq!(countries::by_iso2("ci").unwrap().name_in("zh"), Some("科特迪瓦"));
    assert_eq!(countries::all().len(), 250);
    for country in countries::all() {
        for code in ["en", "fr", "es", "ar", "ru", "zh"] {
            assert!(country.name_in(code).is_some(), "{} {code}", country.iso2);
        }
        assert_eq!(countries::by_iso3(country.iso3), Some(country));
    }
}

#[test]
fn countries_are_found_by_any_name() {
    let found = [
        ("Turkey", "TR"),
        ("Turquie", "TR"),
        ("تركيا", "TR"),
        ("turkiye", "TR"),
        ("Palestine", "PS"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("USA", "US"),
        ("United States", "US"),
        ("United Kingdom", "GB"),
        ("The Gambia", "GM"),
        ("Kosovo", "XK"),
        ("كوسوفو", "XK"),
        ("Congo", "CG"),
        ("DRC", "CD"),
        ("Bolivia", "BO"),
        ("Tanzania", "TZ"),
        ("Moldova", "MD"),
        ("Sierra Leone", "SL"),
        ("MEX", "MX"),
        ("São Tomé and Príncipe", "ST"),
        ("Holland", "NL"),
    ];
    for (name, iso2) in found {
        assert_eq!(countries::by_name(name).map(|country| country.iso2), Some(iso2), "{name}");
    }
    for country in countries::all() {
        for lang in Lang::ALL {
            assert_eq!(countries::by_name(country.name(lang)), Some(country), "{}", country.name(lang));
        }
    }
    assert_eq!(countries::by_name("Global"), None);
    assert!(Iso2::parse("ZZ").is_err());
    assert_eq!(serde_json::from_str::<Iso2>("\"sl\"").unwrap().country().iso3, "SLE");
}

#[test]
fn what_must_be_said_of_kosovo_is_marked() {
    let noted: Vec<_> = countries::all().iter().filter_map(|c| Some((c.iso2, c.note?))).collect();
    assert_eq!(noted, [("XK", "kosovo")]);
}

#[test]
fn every_country_is_in_a_region_and_groups_are_named() {
    for country in countries::all().iter().filter(|country| country.iso2 != "AQ") {
        let region = groups::region_of(country.iso2).unwrap();
        assert!(groups::of(country.iso2).contains(&region), "{}", country.iso2);
    }
    for group in groups::all() {
        assert!(Lang::ALL.iter().all(|lang| !group.name(*lang).is_empty()));
        assert!(!group.members.is_empty(), "{}", group.token());
        assert!(group.members.is_sorted());
    }
    let tunisia: Vec<String> = groups::of("TN").iter().map(|group| group.token()).collect();
    assert_eq!(tunisia, ["m49/1", "m49/2", "m49/15", "unec/eca", "unec/escwa", "unhcr/mena", "uclg/africa"]);
    let turkiye: Vec<String> =
        groups::in_scheme("uclg").filter(|group| group.has("TR")).map(|group| group.token()).collect();
    assert_eq!(turkiye, ["uclg/europe", "uclg/mewa"]);
    let sizes: Vec<_> =
        groups::in_scheme("unec").map(|group| (group.code.as_str(), group.members.len())).collect();
    assert_eq!(sizes, [("eca", 54), ("ece", 56), ("eclac", 46), ("escap", 53), ("escwa", 21)]);
}

#[test]
fn every_group_says_where_it_was_read() {
    for group in groups::all() {
        assert!(!group.source.is_empty(), "{}", group.token());
        let read = group.verification == Verification::Verified;
        assert!(
            !read || group.source.contains("://") || group.source.contains("Wikipedia"),
            "{}",
            group.token()
        );
    }
    let unread: Vec<String> = groups::all()
        .iter()
        .filter(|group| group.verification == Verification::Unverified)
        .map(|group| group.token())
        .collect();
    assert_eq!(unread, ["uclg/asia-pacific", "uclg/latin-america", "uclg/north-america"]);
}

#[test]
fn frameworks_are_whole() {
    let counts: Vec<(&str, usize)> =
        frameworks::seeds().iter().map(|f| (f.slug.as_str(), f.nodes.len())).collect();
    let expected = [
        ("gcm", 23),
        ("gcm-principles", 10),
        ("gcr", 4),
        ("gcr-programme", 31),
        ("sdg", 17),
        ("sdg-targets", 28),
        ("priorities", 8),
    ];
    assert_eq!(counts, expected);
    for framework in frameworks::seeds() {
        let codes: BTreeSet<&str> = framework.nodes.iter().map(|node| node.code.as_str()).collect();
        assert_eq!(codes.len(), framework.nodes.len(), "{}", framework.slug);
        for node in &framework.nodes {
            assert!(
                [Lang::En, Lang::Fr, Lang::Es].iter().all(|lang| node.title.contains_key(lang)),
                "{}",
                node.code
            );
            assert!(node.parent.as_deref().is_none_or(|parent| codes.contains(parent)));
        }
    }
    for mapping in frameworks::mapping() {
        for token in mapping.to.iter().chain([&mapping.from]) {
            assert!(frameworks::by_token(token).is_some(), "{token}");
        }
    }
}

#[test]
fn wordings_keep_their_mark_and_language() {
    let (_, node) = frameworks::by_token("gcm/15").unwrap();
    assert_eq!(node.short(Lang::En).text, "Access to basic services");
    assert_eq!(node.title(Lang::Fr).verification, Verification::Unverified);
    assert_eq!(node.short(Lang::Ar).verification, Verification::Unverified);
    assert_eq!(node.short(Lang::Es).verification, Verification::Verified);
    let (framework, goal) = frameworks::by_token("sdg/11").unwrap();
    assert_eq!(
        (goal.title(Lang::Ar).lang, goal.title(Lang::Ar).verification),
        (Lang::Ar, Verification::Verified)
    );
    assert!(framework.nodes.iter().all(|node| node.title(Lang::Ar).lang == Lang::Ar));
    let (_, area) = frameworks::by_token("gcr-programme/B1").unwrap();
    assert_eq!(area.short(Lang::Ar).lang, Lang::En, "what a language lacks is said in English");
}

#[test]
fn forums_and_portals_are_read() {
    assert!(calendar::forums().iter().any(|forum| forum.name == "IMRF 2026"));
    assert!(calendar::portal("gcm_pledge").is_some());
}

#[test]
fn places_are_found_in_every_spelling() {
    let first = |country: Option<&str>, text: &str| {
        gazetteer::find(country, text, 5).into_iter().next().map(|place| (place.country, place.name))
    };
    let is = |country: &str, name: &str| Some((country.to_owned(), name.to_owned()));
    assert_eq!(first(Some("SL"), "freetown"), is("SL", "Freetown"));
    assert_eq!(first(Some("UG"), "Kamp"), is("UG", "Kampala"));
    assert_eq!(first(Some("TR"), "istanbul"), is("TR", "Istanbul"));
    assert_eq!(first(Some("LB"), "بيروت"), is("LB", "Beirut"));
    // Large cities have many names that nobody types; those of the pages' languages are among the ones that are kept.
    for (country, name, typed) in [
        ("LB", "Beirut", &["Beyrouth"][..]),
        ("GB", "London", &["Londres", "لندن"]),
        ("RU", "Moscow", &["Moscou", "Moscú", "موسكو"]),
        ("TR", "Istanbul", &["Estambul", "إسطنبول"]),
        ("DE", "Köln", &["Cologne", "Colonia"]),
        ("EG", "Cairo", &["Le Caire", "القاهرة"]),
    ] {
        for text in typed {
            assert_eq!(first(Some(country), text), is(country, name), "{text}");
        }
    }
    assert_eq!(first(Some("US"), "angeles"), is("US", "Los Angeles"));
    assert_eq!(first(Some("br"), "sao paulo"), is("BR", "São Paulo"));
    assert_eq!(first(Some("SL"), "Nowhere at all"), None);
    assert_eq!(first(Some("ZZ"), "x"), None);
    assert_eq!(gazetteer::find(Some("KE"), "", 3).len(), 3);
}

#[test]
fn a_place_is_known_by_its_id_and_near_a_point() {
    let freetown = gazetteer::by_id(2_409_306).unwrap();
    assert_eq!((freetown.name.as_str(), freetown.seat), ("Freetown", Seat::Capital));
    assert_eq!(gazetteer::by_id(1), None);
    let geneva = gazetteer::spellings(2_660_646);
    for name in ["Geneva", "Genève", "جنيف"] {
        assert!(geneva.iter().any(|one| one == name), "{name}: {geneva:?}");
    }
    assert!(gazetteer::spellings(1).is_empty());
    let (nearest, far) = gazetteer::nearest("SL", freetown.lat, freetown.lon).unwrap();
    assert_eq!(nearest, freetown);
    assert!(far < 0.01);
    let lancaster = gazetteer::find(Some("US"), "Lancaster", 9);
    assert!(lancaster.iter().any(|place| place.admin == "Pennsylvania"));
}

#[test]
fn every_place_lies_in_a_country_that_is_known() {
    let known = |code: &str| countries::by_iso2(code).is_some();
    let without: Vec<_> = gazetteer::countries().filter(|code| !known(code)).collect();
    assert!(without.is_empty(), "{without:?}");
}
