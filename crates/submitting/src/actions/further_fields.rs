//! The fields of the topics that may be told beside the eight.

use web::{Choices, Date3, Field, FileField, Kind};

use super::content::{Beneficiary, TextField};
use super::fields::{Asked, Part, choice, t, written};
use super::further::{ALT_MOST, LINE_MOST, TEXT_MOST, document_of, picture_of, row};
use super::telling::Rights;
use super::topic::{ROWS, Topic};
use crate::calls::Call;

/// Fields that belong together, under one heading.
#[derive(Default)]
pub(super) struct Group {
    /// What they are about.
    pub legend: String,
    /// A picture that was kept, by its address.
    pub picture: Option<String>,
    /// Its name in the form and what is posted back of it.
    pub kept: Option<(String, String)>,
    pub texts: Vec<Field>,
    pub date: Option<Date3>,
    pub radios: Option<Choices>,
    pub checks: Option<Choices>,
}

/// Whether a Call asks for a topic: some need its data.
pub(super) fn is_asked(topic: Topic, call: &Call) -> bool {
    match topic {
        Topic::Principles => !call.principles.is_empty(),
        Topic::Portals => !call.portals.is_empty(),
        _ => true,
    }
}

/// The parts of the page of such a topic.
pub(super) fn parts(topic: Topic, asked: &Asked<'_>) -> Vec<Part> {
    match topic {
        Topic::Numbers => numbers(asked),
        Topic::Impact => impact(asked),
        Topic::Funding => funding(asked),
        Topic::Principles => vec![Part::Checks(principles(asked))],
        Topic::Links => {
            let mut parts: Vec<Part> =
                (1..=shown(asked, "link")).map(|n| Part::group(link(asked, n))).collect();
            parts.extend(another(asked, "link"));
            parts
        }
        Topic::Pictures => pictures(asked),
        Topic::Attachment => attachment(asked),
        Topic::Portals => vec![Part::Checks(portals(asked))],
        _ => texts(topic, asked),
    }
}

fn texts(topic: Topic, asked: &Asked<'_>) -> Vec<Part> {
    let fields = TextField::ALL.into_iter().filter(|field| field.topic() == topic);
    fields.map(|field| Part::Text(long(asked, field))).collect()
}

fn long(asked: &Asked<'_>, field: TextField) -> Field {
    written(asked, field.word(), field.key(), TEXT_MOST, 8).optional()
}

fn line(asked: &Asked<'_>, name: &str, key: &str, most: usize) -> Field {
    Field { hint: None, ..written(asked, name, key, most, 0) }
}

/// How many rows a page shows: those filled in, and one more.
fn shown(asked: &Asked<'_>, of: &str) -> usize {
    let is_told = |n: &usize| {
        let (own, parts) = (row(of, *n, ""), format!("{of}-{n}-"));
        asked.pairs.iter().any(|(name, value)| {
            (name == own || name.starts_with(&parts))
                && !value.trim().is_empty()
                && !name.ends_with("-rights")
        })
    };
    let last = (1..=ROWS).rev().find(is_told).unwrap_or(0);
    (last + 1).min(ROWS)
}

/// The button that saves and gives one row more.
fn another(asked: &Asked<'_>, of: &str) -> Option<Part> {
    (shown(asked, of) < ROWS).then(|| Part::More(t(asked, "actions-form-another")))
}

fn numbers(asked: &Asked<'_>) -> Vec<Part> {
    let told = |group: &Beneficiary| {
        let end = format!("-{}", group.word());
        asked.pairs.iter().any(|(name, value)| name.ends_with(&end) && !value.is_empty())
    };
    let chosen = |group: &Beneficiary| {
        asked.for_whom.is_empty() || asked.for_whom.iter().any(|word| word == group.word()) || told(group)
    };
    let mut parts = vec![Part::Note(t(asked, "actions-form-numbers-few"))];
    parts.extend(Beneficiary::ALL.into_iter().filter(chosen).map(|group| {
        let field = |what: &str| {
            let name = format!("{what}-{}", group.word());
            asked.form.text(&name, &format!("actions-form-{what}")).kind(Kind::Number).optional()
        };
        Part::group(Group {
            legend: t(asked, &format!("actions-for-{}", group.word())),
            texts: ["planned", "counted", "estimated"].map(field).into(),
            ..Group::default()
        })
    }));
    parts
}

fn impact(asked: &Asked<'_>) -> Vec<Part> {
    let mut parts = texts(Topic::Impact, asked);
    parts.extend((1..=shown(asked, "figure")).map(|n| {
        let value = asked.form.text(&row("figure", n, "value"), "actions-form-figure-value");
        Part::group(Group {
            legend: asked.words.say.with("actions-form-figure", &[("n", n.into())]),
            texts: vec![
                value.hint(t(asked, "actions-form-figure-value-hint")).optional(),
                line(asked, &row("figure", n, "unit"), "actions-form-figure-unit", LINE_MOST)
                    .hint(t(asked, "actions-form-figure-unit-hint"))
                    .optional(),
            ],
            date: Some(asked.form.date(&format!("figure-{n}"), "actions-form-figure-date").optional()),
            ..Group::default()
        })
    }));
    parts.extend(another(asked, "figure"));
    parts
}

fn funding(asked: &Asked<'_>) -> Vec<Part> {
    let amount = asked.form.text("amount", "actions-form-amount").kind(Kind::Number);
    let currency = asked.form.text("currency", "actions-form-currency");
    vec![
        Part::Text(long(asked, TextField::Funding)),
        Part::Text(amount.hint(t(asked, "actions-form-amount-hint")).optional()),
        Part::Text(currency.hint(t(asked, "actions-form-currency-hint")).optional()),
        Part::Text(long(asked, TextField::Funders).rows(3)),
    ]
}

fn principles(asked: &Asked<'_>) -> Choices {
    let (call, catalogue) = (asked.words.call, asked.words.catalogue);
    let of_call = call
        .principles
        .iter()
        .flat_map(|slug| catalogue.nodes(slug).iter().map(move |node| format!("{slug}/{}", node.code)));
    asked.objectives("principle", "actions-form-principles", of_call).optional()
}

fn link(asked: &Asked<'_>, n: usize) -> Group {
    let address = asked.form.text(&row("link", n, "address"), "actions-form-link-address");
    let address = address.kind(Kind::Address).hint(t(asked, "actions-form-link-address-hint")).optional();
    Group {
        legend: asked.words.say.with("actions-form-link", &[("n", n.into())]),
        texts: vec![
            address,
            line(asked, &row("link", n, "label"), "actions-form-link-label", LINE_MOST).optional(),
        ],
        ..Group::default()
    }
}

fn file(asked: &Asked<'_>, key: &str, hint: &str, accept: &'static str) -> Part {
    let field = asked.form.file("file", key);
    Part::File(FileField { hint: t(asked, hint), accept, ..field.optional() })
}

fn pictures(asked: &Asked<'_>) -> Vec<Part> {
    let rows = shown(asked, "picture");
    let mut parts = vec![Part::Note(t(asked, "actions-form-pictures-rule"))];
    parts.extend((1..=rows).map(|n| Part::group(picture(asked, n))));
    let last = asked.pairs.text(&row("picture", rows, ""));
    if last.is_empty() {
        let hint = "actions-form-picture-file-hint";
        parts.push(file(asked, "actions-form-picture-file", hint, "image/jpeg,image/png"));
        parts.push(Part::More(t(asked, "actions-form-picture-another")));
    }
    parts
}

fn picture(asked: &Asked<'_>, n: usize) -> Group {
    let name = row("picture", n, "");
    let code = asked.pairs.text(&name).to_owned();
    let (alt, credit) = (row("picture", n, "alt"), row("picture", n, "credit"));
    let rights =
        Rights::ALL.map(|one| (one.word(), t(asked, &format!("actions-form-rights-{}", one.word()))));
    let rights = asked.form.choices(&row("picture", n, "rights"), "actions-form-rights", rights);
    let remove = asked.form.choices(
        &row("picture", n, "remove"),
        "actions-form-picture-remove",
        [("yes", t(asked, "actions-form-picture-remove-yes"))],
    );
    let kept = picture_of(&code);
    Group {
        legend: asked.words.say.with("actions-form-picture", &[("n", n.into())]),
        picture: kept.as_ref().map(|(id, _, _)| format!("{}/files/{id}", asked.base)),
        checks: kept.is_some().then(|| remove.optional()),
        kept: Some((name, code)),
        texts: vec![
            line(asked, &alt, "actions-form-alt", ALT_MOST).hint(t(asked, "actions-form-alt-hint")),
            line(asked, &credit, "actions-form-credit", LINE_MOST).hint(t(asked, "actions-form-credit-hint")),
        ],
        radios: Some(rights),
        date: None,
    }
}

fn attachment(asked: &Asked<'_>) -> Vec<Part> {
    let code = asked.pairs.text("attachment").to_owned();
    let mut parts = Vec::new();
    if let Some((_, _, bytes, name)) = document_of(&code) {
        let size = i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX);
        parts.push(Part::Note(
            asked
                .words
                .say
                .with("actions-form-attachment-kept", &[("name", name.into()), ("n", size.into())]),
        ));
        let remove = asked.form.choices(
            "attachment-remove",
            "actions-form-attachment-remove",
            [("yes", t(asked, "actions-form-attachment-remove-yes"))],
        );
        let kept = Some(("attachment".to_owned(), code));
        parts.push(Part::group(Group { kept, checks: Some(remove.optional()), ..Group::default() }));
    }
    let hint = "actions-form-attachment-file-hint";
    parts.push(file(asked, "actions-form-attachment-file", hint, "application/pdf"));
    let label = line(asked, "attachment-label", "actions-form-attachment-label", LINE_MOST);
    parts.push(Part::Text(label.optional()));
    let open = [("yes", t(asked, "actions-form-attachment-open-yes"))];
    let open = asked.form.choices("attachment-open", "actions-form-attachment-open", open);
    parts.push(Part::Checks(open.hint(t(asked, "actions-form-attachment-open-hint")).optional()));
    parts
}

fn portals(asked: &Asked<'_>) -> Choices {
    let say = asked.words.say;
    let choices = asked.words.call.portals.iter().map(|portal| {
        let name = portal.name.pick(say.lang);
        let label = name.as_ref().map_or_else(|| portal.key.clone(), |picked| picked.text.to_owned());
        let hint = portal.about.as_ref().and_then(|about| about.pick(say.lang));
        web::Choice {
            hint: hint.map(|picked| picked.text.to_owned()),
            language: name
                .filter(|picked| picked.tag.as_str() != say.lang.code())
                .map(|picked| picked.tag.as_str().to_owned()),
            ..choice(portal.key.clone(), label, asked.pairs.has("portal", &portal.key))
        }
    });
    Choices {
        name: "portal".to_owned(),
        legend: say.t("actions-form-portals"),
        hint: Some(say.t("actions-form-portals-hint")),
        choices: choices.collect(),
        optional: true,
        ..Choices::default()
    }
}
