//! The journal as the desk reads it: what happened, to what, by whom, newest first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Heard;
use vocabulary::{Actor, Arg};
use web::{At, Frame, Problem};

use crate::House;
use crate::people::{self, AtDesk};

/// How many facts one page shows.
const SHOWN: u64 = 200;

struct Line {
    position: i64,
    when: String,
    machine: String,
    kind: String,
    subject: String,
    actor: String,
    audience: String,
    hash: String,
}

#[derive(Template)]
#[template(path = "desk/pages/journal.html")]
struct Journal {
    frame: Frame,
    lines: Vec<Line>,
}

/// The latest facts.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
) -> Result<Response, Problem> {
    let mut lines = Vec::new();
    for fact in store::journal::latest(house.store.read(), SHOWN).await? {
        let actor = called(&house, &at, &fact).await?;
        lines.push(Line {
            position: fact.position,
            when: at.say.date(fact.at),
            machine: fact.at.to_string(),
            subject: format!("{} {}", fact.subject_kind, fact.subject),
            kind: fact.kind,
            actor,
            audience: at.say.t(match fact.audience {
                store::Audience::Public => "desk-audience-public",
                store::Audience::Parties => "desk-audience-parties",
                store::Audience::Desk => "desk-audience-desk",
            }),
            hash: fact.hash.to_string().chars().take(12).collect(),
        });
    }
    Ok(web::html(Journal { frame: who.frame(&at, "desk-journal-title").here("desk"), lines }))
}

async fn called(house: &House, at: &At, fact: &Heard) -> Result<String, Problem> {
    Ok(match fact.actor {
        Actor::Person(person) => match people::contact(house.store.read(), person).await? {
            Some(contact) => contact.name.unwrap_or_else(|| contact.address.as_str().to_owned()),
            None => at.say.t("desk-actor-erased"),
        },
        Actor::Program(name) => at.say.with("desk-actor-program", &[("name", Arg::from(name))]),
        Actor::Nobody => at.say.t("desk-actor-nobody"),
    })
}
