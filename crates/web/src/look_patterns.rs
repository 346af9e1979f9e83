//! The living page of patterns: every part of the interface in every state, with invented words. For whoever
//! changes the look, and for the tests that look at it; no visitor needs it.

use askama::Template;
use vocabulary::Lang;

use crate::foot::Foot;
use crate::look_parts::{
    Bar, Bars, Cell, Entry, FacetChoice, FacetGroup, Fact, Link, Pager, Task, TaskState, Tile, Year,
    YearState,
};
use crate::map::{Map, MapPoint};
use crate::{Choices, Date3, ErrorLine, Errors, Field, FileField, Form, Frame, Pairs};

/// The page of patterns.
#[derive(Template)]
#[template(path = "patterns.html")]
pub struct Patterns {
    frame: Frame,
    words: [&'static str; 23],
    links: Vec<Link>,
    lines: Vec<ErrorLine>,
    doors: Vec<Fact>,
    counts: Vec<Fact>,
    rows: Vec<Fact>,
    facts: Vec<Fact>,
    tiles: Vec<Tile>,
    fars: Vec<(&'static str, &'static str)>,
    proofs: Vec<(&'static str, &'static str)>,
    dots: Vec<(&'static str, &'static str)>,
    map: Map,
    pager: Pager,
    years: Vec<Year>,
    strip: Vec<Cell>,
    bars: Bars,
    entries: Vec<Entry>,
    facets: FacetGroup,
    fields: Vec<Field>,
    radios: Choices,
    checks: Choices,
    select: Choices,
    date: Date3,
    file: FileField,
    tasks: Vec<Task>,
    foot: Foot,
}

impl Patterns {
    /// The page in its frame. Its words are English or Arabic, so that both directions can be seen.
    pub fn new(frame: Frame) -> Patterns {
        let words = if frame.lang == Lang::Ar { ARABIC } else { ENGLISH };
        let (errors, pairs) = form_state();
        let form = Form::new(&frame.say, &errors, &pairs);
        let named = |mut choices: Choices, legend: &str| {
            legend.clone_into(&mut choices.legend);
            choices
        };
        let options = || [("a", words[5]), ("b", words[6]), ("c", words[13])];
        Patterns {
            words,
            links: vec![Link::new(words[16], "#"), Link::new(words[6], "#")],
            lines: errors.summary(&frame.say),
            doors: (0..3).map(|at| Fact::new(words[[20, 21, 3][at]], words[13])).collect(),
            counts: ["21", "1,033", "24"].iter().map(|n| Fact::link(words[16], *n, "#")).collect(),
            rows: (0..3).map(|_| Fact::new(words[17], words[13])).collect(),
            facts: [(9, 7), (12, 5), (16, 6), (8, 14)]
                .iter()
                .map(|(n, v)| Fact::new(words[*n], words[*v]))
                .collect(),
            tiles: vec![tile("GCM", "15", words[2]), tile("SDG", "1", words[4]), tile("GCR", "2", words[18])],
            fars: ["planning", "going", "full", "paused", "dropped"].map(|how| (how, words[14])).into(),
            proofs: ["yes", "source", "none"].map(|how| (how, words[5])).into(),
            dots: ["ok", "wait", "none", "bad"].map(|how| (how, words[9])).into(),
            map: Map { base: "?".to_owned(), ..Map::still(words[2], points()) },
            pager: Pager { before: Some("#".into()), after: Some("#".into()), words: "26–50 / 312".into() },
            years: years(words[13]),
            strip: (1..=23).map(|n| cell(n, words[2])).collect(),
            bars: bars(&words),
            entries: vec![entry("16 February 2022", words[13]), entry("17 May 2026", words[17])],
            facets: facets(&words),
            fields: fields(&form, &words),
            radios: named(form.choices("kind", "", options()), words[15]).hint(words[11].to_owned()),
            checks: named(form.choices("groups", "", options()), words[15]),
            select: named(form.choices("country", "", options()), words[6]),
            date: Date3 { legend: words[9].to_owned(), ..form.loose_date("start", "") }
                .hint(words[11].to_owned()),
            file: FileField { label: words[18].to_owned(), ..form.file("proof", "") },
            tasks: tasks(&words),
            foot: foot(&words),
            frame,
        }
    }
}

fn foot(words: &[&str; 23]) -> Foot {
    Foot {
        title: words[17].to_owned(),
        permalink: "https://register.example/actions/LA-2026-00042".to_owned(),
        changed: Some(("17 May 2026".to_owned(), "2026-05-17".to_owned())),
        state: Some(("yes", words[5].to_owned())),
        licence: Some(("CC-BY-4.0".to_owned(), "#".to_owned())),
        cite: words[13].to_owned(),
        files: vec![Link::new("BibTeX", "#"), Link::new("RIS", "#")],
        history: Some("#".to_owned()),
        report: "#".to_owned(),
        embed: Some("<iframe src=\"…\"></iframe>".to_owned()),
    }
}

fn form_state() -> (Errors, Pairs) {
    let mut errors = Errors::new();
    errors.add("title", "look-patterns-lead");
    errors.add("kind", "look-patterns-lead");
    errors.add("start-year", "look-patterns-lead");
    let typed =
        [("pledge", "By the end of 2026 the city opens three desks."), ("groups", "b"), ("country", "a")];
    (errors, Pairs::new(typed))
}

fn fields(form: &Form<'_>, words: &[&str; 23]) -> Vec<Field> {
    let label = |field: Field, text: &str| Field { label: text.to_owned(), ..field };
    vec![
        label(form.text("name", ""), words[12]).hint(words[11].to_owned()).optional(),
        label(form.text("title", ""), words[17]).max(120),
        label(form.area("pledge", ""), words[4]).hint(words[13].to_owned()).max(300),
        label(form.area("arabic", ""), "العنوان").language("ar", "rtl").max(20),
    ]
}

fn tile(framework: &str, number: &str, title: &str) -> Tile {
    Tile {
        framework: framework.into(),
        number: number.into(),
        title: title.into(),
        language: None,
        href: Some("#tile".into()),
    }
}

fn points() -> Vec<MapPoint> {
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
        let place = format!("Place {}", at + 1);
        MapPoint { lat: *lat, lon: *lon, label: place, href: "#place".into(), count: at + 1 }
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

fn bars(words: &[&str; 23]) -> Bars {
    let bar = |(text, count): (usize, u64)| Bar {
        text: words[text].into(),
        href: Some("#bar".into()),
        count,
        written: count.to_string(),
    };
    let bars = [(2, 14), (4, 9), (8, 3), (16, 0)].map(bar).into();
    Bars { caption: words[18].into(), of: words[12].into(), unit: words[16].into(), bars }
}

fn entry(when: &str, text: &str) -> Entry {
    Entry { when: when.into(), machine: String::new(), text: text.into() }
}

fn facets(words: &[&str; 23]) -> FacetGroup {
    let choice = |at: usize| FacetChoice {
        value: at.to_string(),
        text: words[at].into(),
        count: (at * 3).to_string(),
        chosen: at == 6,
    };
    FacetGroup {
        name: "facet".into(),
        title: words[15].into(),
        choices: [5, 6, 12].map(choice).into(),
        more: [16, 18].map(choice).into(),
    }
}

fn tasks(words: &[&str; 23]) -> Vec<Task> {
    let states = [TaskState::Done, TaskState::Begun, TaskState::ToDo, TaskState::Wrong];
    let mut tasks: Vec<Task> = states.map(|state| Task::new(words[12], "#task", state)).into();
    tasks[1].current = true;
    tasks[3].hint = Some(words[11].to_owned());
    tasks.push(Task { href: None, ..Task::new(words[18], "", TaskState::Later) });
    tasks
}

const ENGLISH: [&str; 23] = [
    "Search actions and local governments",
    "Three ways in",
    "Where they act",
    "Open",
    "New and newly reported",
    "Municipality of Milan",
    "Italy",
    "Reported May 2026",
    "Signs",
    "Report due in April",
    "No report since 2024",
    "You can come back from any device until 20 February 2027.",
    "Government",
    "By the end of 2026 the city opens three desks where anyone is helped into work.",
    "In progress",
    "Refine",
    "actions",
    "A one-stop office for newly arrived people",
    "Check your answers",
    "Your action",
    "Save and continue",
    "Come back later",
    "Withdraw the action",
];

const ARABIC: [&str; 23] = [
    "البحث في الأعمال والحكومات المحلية",
    "ثلاثة مداخل",
    "أين يعملون",
    "فتح",
    "الجديد",
    "بلدية ميلانو",
    "إيطاليا",
    "أُبلغ في مايو 2026",
    "العلامات",
    "التقرير مستحق في أبريل",
    "لا تقرير منذ 2024",
    "يمكنكم العودة من أي جهاز حتى 20 فبراير 2027.",
    "الحكومة",
    "بحلول نهاية 2026 تفتح المدينة ثلاثة مكاتب تساعد كل شخص على إيجاد عمل.",
    "قيد التنفيذ",
    "تصفية",
    "أعمال",
    "مكتب واحد للوافدين الجدد",
    "راجعوا إجاباتكم",
    "عملكم",
    "حفظ ومتابعة",
    "العودة لاحقاً",
    "سحب العمل",
];
