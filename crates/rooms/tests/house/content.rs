//! What was kept before stays what it was: old versions keep their text and hash, answers and contents tell the same,
//! and what is public tells no small number.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rooms::actions::content::{Beneficiary, Content, TextField};
use rooms::actions::further::{is_address, whole};
use rooms::actions::telling::{Amount, Count, Figure, LinkTo, Numbers};
use rooms::actions::topic::Topic;
use rooms::actions::{answers, draft};
use vocabulary::{Lang, LanguageMap};

#[test]
fn a_version_of_eight_answers_keeps_its_text_and_its_hash() {
    let content = Content {
        title: Some(LanguageMap::original(Lang::Fr, "Une maison")),
        for_whom: BTreeSet::from([Beneficiary::Migrants]),
        ..Content::default()
    };
    let (text, hash) = store::canonical(&content).unwrap();
    for word in
        ["numbers", "principles", "figures", "links", "pictures", "portals", "coarse", "district", "amount"]
    {
        assert!(!text.contains(word), "an answer that was not given leaves no trace: {text}");
    }
    let read: Content = serde_json::from_str(&text).unwrap();
    assert_eq!(store::canonical(&read).unwrap(), (text, hash));
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (typed, n) in [("320", 320), ("1 200", 1200), ("1,200", 1200), ("1.200.000", 1_200_000), ("٣٢٠", 320)]
    {
        assert_eq!(whole(typed), Some(n), "{typed}");
    }
    for typed in ["", "many", "12.5", "1,20", "-3", "1,2345", "12 people", "1200,000"] {
        assert_eq!(whole(typed), None, "{typed}");
    }
    for address in
        ["http://a.example", "https://", "https://a b.example", "https://a", "javascript:x", "https://u@a.b"]
    {
        assert!(!is_address(address), "{address}");
    }
    assert!(is_address("https://www.città.example/a?b=c#d"));
}

fn words() -> impl Strategy<Value = String> {
    "[a-zà-ÿء-ي]{1,12}( [a-zà-ÿء-ي]{1,12}){0,4}"
}

prop_compose! {
    fn contents()(
        texts in proptest::collection::vec(proptest::option::of(words()), TextField::ALL.len()),
        counts in proptest::collection::vec((0usize..7, proptest::option::of(0u64..50), 0u64..2_000_000), 0..5),
        amount in proptest::option::of((1u64..9_000_000, "[A-Z]{3}")),
        figures in proptest::collection::vec(("[1-9][0-9]{0,4}", words()), 0..6),
        links in proptest::collection::vec(("[a-z]{1,8}", words()), 0..6),
        portals in proptest::collection::btree_set("[a-z]{3}", 0..3),
    ) -> Content {
        let mut content = Content::default();
        for (field, text) in TextField::ALL.into_iter().zip(texts) {
            *content.text_mut(field) = text.map(|text| LanguageMap::original(Lang::En, text));
        }
        for (group, planned, counted) in counts {
            let numbers = Numbers {
                planned: planned.map(Count::Exactly),
                counted: Some(Count::Exactly(counted)),
                estimated: None,
            };
            content.numbers.insert(Beneficiary::ALL[group], numbers);
        }
        content.amount = amount.map(|(value, currency)| Amount { value, currency });
        content.figures = figures.into_iter().map(|(value, unit)| Figure { value, unit, date: None }).collect();
        let link = |(host, label)| LinkTo { address: format!("https://{host}.example/"), label };
        content.links = links.into_iter().map(link).collect();
        content.portals = portals;
        content
    }
}

proptest! {
    #[test]
    fn answers_and_contents_tell_the_same(content in contents()) {
        let (text, hash) = store::canonical(&content).unwrap();
        let read: Content = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &content);
        prop_assert_eq!(store::canonical(&read).unwrap().1, hash);
        let mut drafts = draft::Drafts::default();
        for (topic, told) in answers::answers_of(&content, None, "priorities") {
            drafts.0.insert(topic, draft::Draft::of(topic, &told));
        }
        prop_assert_eq!(answers::content(&drafts, "priorities", None), content);
        let unknown = drafts.0.keys().filter(|topic| !Topic::all().any(|one| one == **topic)).count();
        prop_assert_eq!(unknown, 0);
    }

    #[test]
    fn what_is_public_tells_no_number_below_ten(content in contents()) {
        let public = content.for_public(&BTreeSet::new());
        for numbers in public.numbers.values() {
            for (_, count) in numbers.each() {
                prop_assert!(!matches!(count, Some(Count::Exactly(n)) if n < 10));
            }
        }
        prop_assert!(public.portals.is_empty());
        prop_assert_eq!(public.for_public(&BTreeSet::new()), public.clone());
    }
}
