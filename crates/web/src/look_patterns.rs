//! The living page of patterns: every part of the interface in every state, with invented words. For whoever
//! changes the look, and for the tests that look at it; no visitor needs it.

use askama::Template;

use crate::foot::Foot;
use crate::look_parts::{
    Bar, Bars, Cell, Entry, FacetChoice, FacetGroup, Fact, Link, Pager, Task, TaskState, Tile, Year,
    YearState,
};
use crate::look_pattern_words::{Words, of};
use crate::map::{Map, MapPoint, View};
use crate::{Choices, Date3, Difference, ErrorLine, Errors, Field, FileField, Form, Frame, Kind, Pairs};

/// The page of patterns.
#[derive(Template)]
#[template(path = "patterns.html")]
pub struct Patterns {
    frame: Frame,
    words: &'static Words,
    links: Vec<Link>,
    lines: Vec<ErrorLine>,
    doors: Vec<Fact>,
    counts: Vec<Fact>,
    rows: Vec<Fact>,
    facts: Vec<Fact>,
    tiles: Vec<Tile>,
    fresh: Vec<(&'static str, &'static str)>,
    fars: Vec<(&'static str, &'static str)>,
    proofs: Vec<(&'static str, &'static str)>,
    dots: Vec<(&'static str, &'static str)>,
    map: Map,
    near: Map,
    pager: Pager,
    years: Vec<Year>,
    strip: Vec<Cell>,
    bars: Bars,
    entries: Vec<Entry>,
    changes: Vec<Difference>,
    facets: FacetGroup,
    forms: Vec<Filled>,
    tasks: Vec<Task>,
    foot: Foot,
}

/// One form, filled in rightly or wrongly.
struct Filled {
    title: &'static str,
    fields: Vec<Field>,
    radios: Choices,
    own: Choices,
    checks: Choices,
    select: Choices,
    date: Date3,
    file: FileField,
}

impl Patterns {
    /// The page in its frame, with words in the language of the frame.
    pub fn new(frame: Frame) -> Patterns {
        let words = of(frame.lang);
        let (errors, pairs) = form_state(words);
        let form = Form::new(&frame.say, &errors, &pairs);
        let points = || points(words.place);
        Patterns {
            links: vec![Link::new(words.actions, "#"), Link::new(words.country, "#")],
            lines: errors.summary(&frame.say),
            doors: [words.save, words.later, words.open].map(|name| Fact::new(name, words.pledge)).into(),
            counts: counts(&frame, words),
            rows: (0..2).map(|_| Fact::new(words.title, words.pledge)).collect(),
            facts: facts(words),
            tiles: tiles(words),
            fresh: paired(["new", "due", "old"], words.fresh),
            fars: paired(["planning", "going", "full", "paused", "dropped"], words.far),
            proofs: paired(["yes", "source", "none"], words.proof),
            dots: paired(["ok", "wait", "none", "bad"], words.dots),
            map: Map::still(words.places, points()),
            near: Map {
                base: "?".to_owned(),
                view: View::around(45.4, 9.2, 2),
                ..Map::still(words.city, points())
            },
            pager: Pager { before: Some("#".into()), after: Some("#".into()), words: "26–50 / 312".into() },
            years: years(words.pledge),
            strip: (1..=23).map(|n| cell(n, words.objectives[0])).collect(),
            bars: bars(words),
            changes: Difference::of_words(words.newest, words.back, words.pledge, &frame.say)
                .into_iter()
                .collect(),
            entries: vec![
                entry(words.days[0], "2022-02-16", words.pledge),
                entry(words.days[1], "", words.title),
            ],
            facets: facets(words),
            forms: vec![
                filled(&form, words, "right", words.forms[0]),
                filled(&form, words, "wrong", words.forms[1]),
            ],
            tasks: tasks(words),
            foot: foot(words),
            words,
            frame,
        }
    }
}

/// Each state of a sign with its words.
fn paired<const N: usize>(
    states: [&'static str; N],
    words: [&'static str; N],
) -> Vec<(&'static str, &'static str)> {
    states.into_iter().zip(words).collect()
}

fn counts(frame: &Frame, words: &Words) -> Vec<Fact> {
    let [migrants, refugees, hosts] = words.groups;
    let mut counts: Vec<Fact> = [(migrants, 21), (refugees, 1033), (hosts, 24)]
        .map(|(name, n)| Fact::link(name, frame.say.number(n), "#"))
        .into();
    counts.push(Fact::new(words.government, frame.say.number(0)));
    counts
}

fn facts(words: &Words) -> Vec<Fact> {
    vec![
        Fact::new(words.begins, words.days[0]),
        Fact::link(words.government, words.city, "#"),
        Fact::new(words.place, words.country),
        Fact::new(words.evidence, words.far[1]),
    ]
}

fn foot(words: &Words) -> Foot {
    Foot {
        title: words.title.to_owned(),
        permalink: "https://register.example/actions/LA-2026-00042".to_owned(),
        changed: Some((words.days[1].to_owned(), "2026-05-17".to_owned())),
        state: Some(("yes", words.proof[0].to_owned())),
        licence: Some(("CC-BY-4.0".to_owned(), "#".to_owned())),
        cite: words.pledge.to_owned(),
        files: vec![Link::new("BibTeX", "#"), Link::new("RIS", "#")],
        history: Some("#".to_owned()),
        report: "#".to_owned(),
        embed: Some("<iframe src=\"…\"></iframe>".to_owned()),
    }
}

/// What was typed into the two forms, and what is wrong with the second.
fn form_state(words: &Words) -> (Errors, Pairs) {
    let mut errors = Errors::new();
    errors.add("wrong-title", "look-patterns-wrong");
    errors.at_most("wrong-pledge", words.pledge, 20);
    for name in ["wrong-kind", "wrong-groups", "wrong-country"] {
        errors.add(name, "look-patterns-wrong");
    }
    errors.add("wrong-start", "web-date-year-missing");
    errors.add("wrong-proof", "web-file-broken");
    let typed = [
        ("right-title", words.title),
        ("right-pledge", words.pledge),
        ("wrong-pledge", words.pledge),
        ("right-mail", "officer@city.example"),
        ("right-people", "450"),
        ("right-foreign", words.foreign.2),
        ("right-kind", "a"),
        ("right-own", "ar"),
        ("right-groups", "b"),
        ("right-country", "a"),
        ("right-start-month", "6"),
        ("right-start-year", "2026"),
        ("wrong-start-day", "31"),
    ];
    (errors, Pairs::new(typed))
}

fn filled(form: &Form<'_>, words: &Words, how: &str, title: &'static str) -> Filled {
    let name = |part: &str| format!("{how}-{part}");
    let named = |choices: Choices, legend: &str| Choices { legend: legend.to_owned(), ..choices };
    let options = || ["a", "b", "c"].into_iter().zip(words.groups);
    let mut radios = named(form.choices(&name("kind"), "", options()), words.refine);
    radios.choices[0].hint = Some(words.pledge.to_owned());
    Filled {
        title,
        fields: fields(form, words, how),
        radios: radios.hint(words.back.to_owned()),
        own: named(form.own_languages(&name("own"), ""), words.open).optional(),
        checks: named(form.choices(&name("groups"), "", options()), words.people),
        select: named(form.choices(&name("country"), "", options()), words.country),
        date: Date3 { legend: words.begins.to_owned(), ..form.loose_date(&name("start"), "") }
            .hint(words.back.to_owned()),
        file: FileField { label: words.evidence.to_owned(), ..form.file(&name("proof"), "") },
    }
}

fn fields(form: &Form<'_>, words: &Words, how: &str) -> Vec<Field> {
    let field = |part: &str, label: &str| Field {
        label: label.to_owned(),
        ..form.text(&format!("{how}-{part}"), "")
    };
    let (tag, dir, _) = words.foreign;
    vec![
        field("title", words.title).max(120),
        field("pledge", words.newest).hint(words.back.to_owned()).rows(4).max(if how == "wrong" {
            20
        } else {
            300
        }),
        field("mail", words.mail).kind(Kind::Email).autocomplete("email"),
        field("people", words.people).kind(Kind::Number).optional(),
        field("foreign", words.texts).rows(3).language(tag, dir).optional(),
    ]
}

fn tiles(words: &Words) -> Vec<Tile> {
    let tile = |(framework, number, title): (&str, &str, &str)| Tile {
        framework: framework.into(),
        number: number.into(),
        title: title.into(),
        language: None,
        href: Some("#tile".into()),
    };
    let [basic, poverty, refugees] = words.objectives;
    let mut tiles: Vec<Tile> =
        [("GCM", "15", basic), ("SDG", "1", poverty), ("GCR", "2", refugees)].map(tile).into();
    tiles.push(Tile { href: None, ..tile(("GCM", "16", words.title)) });
    tiles
}

fn points(name: &str) -> Vec<MapPoint> {
    let places = [
        (45.4, 9.2),
        (45.0, 7.7),
        (0.3, 32.6),
        (-1.3, 36.8),
        (45.5, -73.6),
        (-34.9, -56.2),
        (8.5, -13.2),
        (14.6, 121.0),
    ];
    let point = |(at, (lat, lon)): (usize, &(f64, f64))| {
        let label = format!("{name} {}", at + 1);
        MapPoint { lat: *lat, lon: *lon, label, href: "#place".into(), count: at + 1 }
    };
    places.iter().enumerate().map(point).collect()
}

fn years(text: &str) -> Vec<Year> {
    let states = [YearState::Told, YearState::Silent, YearState::Told, YearState::Due, YearState::Ahead];
    let year = |(at, state): (usize, &YearState)| Year {
        year: (2023 + at).to_string(),
        state: *state,
        text: text.into(),
    };
    states.iter().enumerate().map(year).collect()
}

fn cell(n: usize, title: &str) -> Cell {
    let href = (!n.is_multiple_of(4)).then(|| "#cell".to_owned());
    Cell { number: n.to_string(), title: title.into(), count: (n * 3 % 7).to_string(), href }
}

fn bars(words: &Words) -> Bars {
    let bar = |(text, count): (&str, u64)| Bar {
        text: text.into(),
        href: (count > 0).then(|| "#bar".into()),
        count,
        written: count.to_string(),
    };
    let [migrants, refugees, hosts] = words.groups;
    let bars = [(migrants, 14), (refugees, 9), (hosts, 3), (words.country, 0)].map(bar).into();
    Bars { caption: words.people.into(), of: words.government.into(), unit: words.actions.into(), bars }
}

fn entry(when: &str, machine: &str, text: &str) -> Entry {
    Entry { when: when.into(), machine: machine.into(), text: text.into() }
}

fn facets(words: &Words) -> FacetGroup {
    let choice = |(at, text): (usize, &str)| FacetChoice {
        value: at.to_string(),
        text: text.into(),
        count: (at * 3).to_string(),
        chosen: at == 1,
    };
    FacetGroup {
        name: "facet".into(),
        title: words.people.into(),
        choices: words.groups.into_iter().enumerate().map(choice).collect(),
        more: words.regions.into_iter().enumerate().skip(3).map(choice).collect(),
    }
}

fn tasks(words: &Words) -> Vec<Task> {
    let states = [TaskState::Done, TaskState::Begun, TaskState::ToDo, TaskState::Optional, TaskState::Wrong];
    let mut tasks: Vec<Task> = states.map(|state| Task::new(words.government, "#task", state)).into();
    tasks[1].current = true;
    tasks[4].hint = Some(words.back.to_owned());
    tasks.push(Task { href: None, ..Task::new(words.check, "", TaskState::Later) });
    tasks
}
