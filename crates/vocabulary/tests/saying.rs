//! Messages, dates, numbers, lists and the alphabetical order in the four languages.

use std::cmp::Ordering;

use vocabulary::{Arg, End, Lang, Messages, Moment, PartialDate, Period, Say, Tag};

const EN: &str = "t-hello = Hello\nt-only = Only English\nt-n = { $n ->\n    [one] one action\n   *[other] { $n_text } actions\n}\nt-to = To { $name }\n";
const AR: &str = "t-hello = مرحبا\nt-n = { $n ->\n    [zero] لا إجراءات\n    [two] إجراءان\n   *[other] { $n_text } إجراء\n}\n";

fn say(lang: Lang) -> Say {
    Messages::load(&[(Lang::En, "t.ftl", EN), (Lang::Ar, "t.ftl", AR)])
        .expect("the messages of a test load")
        .say(lang)
}

fn each(f: impl Fn(&Say) -> String) -> [String; 4] {
    Lang::ALL.map(|lang| f(&say(lang)))
}

#[test]
fn messages_are_said_with_their_fallbacks() {
    let (en, ar) = (say(Lang::En), say(Lang::Ar));
    assert_eq!((en.t("t-hello"), ar.t("t-hello")), ("Hello".to_owned(), "مرحبا".to_owned()));
    assert_eq!((ar.t("t-only"), ar.t("t-none")), ("Only English".to_owned(), "t-none".to_owned()));
    assert!(ar.has("t-only") && !ar.has("t-none"));
    assert_eq!(en.with("t-n", &[("n", 1.into())]), "one action");
    assert_eq!(en.with("t-n", &[("n", 12_345.into())]), "\u{2068}12,345\u{2069} actions");
    assert_eq!(en.plain("t-n", &[("n", 12_345.into())]), "12,345 actions");
    assert_eq!(
        (ar.plain("t-n", &[("n", 2.into())]), ar.plain("t-n", &[("n", 0.into())])),
        ("إجراءان".into(), "لا إجراءات".into())
    );
    assert_eq!(en.plain("t-to", &[("name", "A <b>".into())]), "To A <b>");
}

#[test]
fn arabic_plurals_come_again_after_each_hundred() {
    let forms = "t-n = { $n ->\n    [zero] 0\n    [one] 1\n    [two] 2\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    let ar = Messages::load(&[(Lang::En, "t.ftl", EN), (Lang::Ar, "t.ftl", forms)]).unwrap().say(Lang::Ar);
    let chosen = [0_i64, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 142, 200, 2_988]
        .map(|n| ar.with("t-n", &[("n", Arg::from(n))]));
    let expected = [
        "0", "1", "2", "few", "few", "many", "many", "other", "other", "other", "few", "few", "many",
        "other", "many",
    ];
    assert_eq!(chosen, expected);
}

#[test]
fn faults_in_messages_are_told_with_their_file() {
    let twice = (Lang::En, "a.ftl", "t-a = A\n");
    let faults = Messages::load(&[twice, (Lang::En, "b.ftl", "t-a = B\nt-b = { $x\n")]).unwrap_err();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.starts_with("en/b.ftl: ")));
}

#[test]
fn the_words_of_this_crate_are_complete_in_four_languages() {
    let messages = Messages::load(&[]).unwrap();
    for lang in Lang::ALL {
        assert_eq!(messages.keys(lang), messages.keys(Lang::En), "{lang}");
    }
}

#[test]
fn what_says_the_messages_goes_to_other_threads() {
    fn travels<T: Clone + Send + Sync + 'static>(_: &T) {}
    travels(&say(Lang::En));
}

#[test]
fn dates_and_numbers_are_written_as_each_language_does() {
    let moment = Moment::parse("2022-02-16T10:00:00Z").unwrap();
    let days = ["16 February 2022", "16 février 2022", "16 de febrero de 2022", "16 فبراير 2022"];
    assert_eq!(each(|say| say.date(moment)), days);
    let first = Moment::parse("2022-01-01T10:00:00Z").unwrap();
    let days = ["1 January 2022", "1er janvier 2022", "1 de enero de 2022", "1 يناير 2022"];
    assert_eq!(each(|say| say.date(first)), days);
    let month = PartialDate::parse("2024-05").unwrap();
    assert_eq!(each(|say| say.partial(&month)), ["May 2024", "mai 2024", "mayo de 2024", "مايو 2024"]);
    assert_eq!(
        each(|say| say.number(1_234_567)),
        ["1,234,567", "1\u{202f}234\u{202f}567", "1.234.567", "1,234,567"]
    );
    let by = PartialDate::parse("2018-12 (by)").unwrap();
    assert_eq!(say(Lang::En).partial(&by), "by December 2018");
    assert_eq!(say(Lang::En).partial(&PartialDate::parse("2020 (about)").unwrap()), "about 2020");
}

#[test]
fn periods_are_written_out() {
    let date = |text: &str| Some(PartialDate::parse(text).unwrap());
    let en = say(Lang::En);
    let said = |start: Option<PartialDate>, end: End| en.period(&Period { start, end });
    assert_eq!(said(date("2024-05"), End::Ongoing), "May 2024 – ongoing");
    assert_eq!(said(date("2024"), End::Open), "from 2024");
    assert_eq!(said(date("2024"), End::On(date("2025-01").unwrap())), "2024 – January 2025");
    assert_eq!(said(date("2024"), End::On(date("2024").unwrap())), "2024");
    assert_eq!(said(None, End::Open), "dates not stated");
}

#[test]
fn lists_are_joined_and_words_ordered_as_each_language_does() {
    let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
    assert_eq!(each(|say| say.list(&names)), ["A, B and C", "A, B et C", "A, B y C", "A وB وC"]);
    assert_eq!(say(Lang::Fr).compare("Émile", "Zoé"), Ordering::Less);
    assert_eq!(say(Lang::Es).compare("ñandú", "oso"), Ordering::Less);
    assert_eq!(say(Lang::Ar).compare("أكرا", "بيروت"), Ordering::Less);
}

#[test]
fn languages_are_named() {
    let tag = |text: &str| Tag::parse(text).unwrap();
    assert_eq!(say(Lang::Fr).language_name(&tag("pt")), "portugais");
    assert_eq!(say(Lang::En).language_name(&tag("pt-BR")), "Brazilian Portuguese");
    assert_eq!(say(Lang::En).language_name(&tag("sw-UG")), "Swahili (UG)");
    assert_eq!(say(Lang::Es).language_name(&tag("qqq")), "qqq");
    assert!(vocabulary::language_names::all(Lang::Ar).len() > 500);
}
