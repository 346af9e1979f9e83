//! The desk itself: what waits for the secretariat today, oldest first, each with the way to it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use vocabulary::{Arg, Lang, Moment, Say};
use web::{At, Fact, Frame, Problem};

use crate::House;
use crate::actions::{self, Action};
use crate::declarations;
use crate::governments::{self, Government};
use crate::people::AtDesk;

/// One thing that waits.
struct Waiting {
    since: Moment,
    waits: String,
    day: String,
    what: String,
    href: String,
    government: String,
    government_href: String,
    next: String,
}

#[derive(Template)]
#[template(path = "desk/pages/home.html")]
struct Desk {
    frame: Frame,
    counts: Vec<Fact>,
    waiting: Vec<Waiting>,
}

/// The desk.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
) -> Result<Response, Problem> {
    let conn = house.store.read();
    let now = house.now();
    let mandates = governments::waiting(conn).await?;
    let signatures = declarations::waiting(conn).await?;
    let sent = actions::waiting(conn).await?;
    let status = post::status(conn).await?;
    let counted = |key: &str, n: usize, href: &str| {
        Fact::link(at.say.t(key), at.say.number(i64::try_from(n).unwrap_or(i64::MAX)), at.to(href))
    };
    let counts = vec![
        counted("desk-count-mandates", mandates.len(), "/desk#waiting"),
        counted("desk-count-signatures", signatures.len(), "/desk#waiting"),
        counted("desk-count-actions", sent.len(), "/desk#waiting"),
        counted(
            "desk-count-mails-failed",
            usize::try_from(status.failed).unwrap_or(usize::MAX),
            "/desk/health",
        ),
    ];
    let mut waiting = Vec::new();
    for (mandate, government) in &mandates {
        let what = at.say.t("desk-waits-mandate");
        let path = format!("/desk/mandates/{}", mandate.id);
        waiting.push(line(&at, now, mandate.asked, what, path, government, "desk-next-mandate"));
    }
    for signature in &signatures {
        if let Some(government) = governments::canonical_of(conn, signature.government).await? {
            let path = format!("/desk/signatures/{}", signature.id);
            let what = at.say.t("desk-waits-signature");
            waiting.push(line(&at, now, signature.at, what, path, &government, "desk-next-signature"));
        }
    }
    for action in &sent {
        if let Some(government) = governments::canonical_of(conn, action.lead).await? {
            let path = format!("/desk/actions/{}", action.id);
            let what = titled(&house, &at, action).await?;
            waiting.push(line(&at, now, action.since, what, path, &government, "desk-next-action"));
        }
    }
    waiting.sort_by_key(|line| line.since);
    Ok(web::html(Desk { frame: who.frame(&at, "desk-title").here("desk"), counts, waiting }))
}

fn line(
    at: &At,
    now: Moment,
    since: Moment,
    what: String,
    path: String,
    government: &Government,
    next: &str,
) -> Waiting {
    Waiting {
        since,
        waits: waits(&at.say, now, since),
        day: since.date().to_string(),
        what,
        href: at.to(&path),
        government: named(government, at.lang),
        government_href: at.to(&government.path()),
        next: at.say.t(next),
    }
}

/// "Action: its title", or its reference where it has none.
async fn titled(house: &House, at: &At, action: &Action) -> Result<String, Problem> {
    let version = match action.waiting() {
        Some(version) => actions::version(house.store.read(), action.id, version.n).await?,
        None => None,
    };
    let title = version.and_then(|version| version.content.title);
    let title = title.map(|title| title.original_text().to_owned());
    let reference = || action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(at.say.with("desk-waits-action", &[("title", Arg::from(title.unwrap_or_else(reference)))]))
}

fn waits(say: &Say, now: Moment, since: Moment) -> String {
    match now.since(since) / 86_400 {
        days @ 1.. => say.with("desk-waits-days", &[("n", Arg::from(days))]),
        _ => say.t("desk-waits-today"),
    }
}

fn named(government: &Government, lang: Lang) -> String {
    let name = &government.profile.name;
    name.pick(lang).map_or_else(|| name.original_text().to_owned(), |picked| picked.text.to_owned())
}
