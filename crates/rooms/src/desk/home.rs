//! The desk itself: what waits for the secretariat, oldest first, each with its owner and the day it is due; and the way
//! from one to the next.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::Fault;
use vocabulary::{Arg, Moment, PersonId, Say};
use web::{At, Fact, Frame, Pager, Problem, Tone};

use super::item::{self, Item, Kind, PAGE, Way, Whose};
use super::{records, waiting};
use crate::House;
use crate::people::{self, AtDesk, Role};

/// One line of the list.
struct Line {
    kind: &'static str,
    thing: String,
    waits: String,
    day: String,
    what: String,
    href: String,
    government: String,
    government_href: String,
    next: String,
    first: Option<String>,
    due: String,
    due_day: String,
    late: bool,
    owner: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "desk/pages/home.html")]
struct Desk {
    frame: Frame,
    counts: Vec<Fact>,
    mine: bool,
    only: Option<String>,
    waiting: Vec<Line>,
    colleagues: Vec<(String, String)>,
    pager: Pager,
}

/// What stands behind the question mark.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    kind: Option<String>,
    page: Option<String>,
    done: Option<String>,
}

/// The desk.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (conn, now) = (house.store.read(), house.now());
    let only = asked.kind.as_deref().and_then(Kind::parse);
    let whose = records::chosen(conn, who.person).await?;
    let items = waiting::gather(conn, &at.say).await?;
    let counts = counts(&house, &at, &items).await?;
    let desk = people::with_role(conn, Role::Secretariat).await?;
    let desk: Vec<(PersonId, String)> =
        desk.into_iter().map(|one| (one.person, one.called().to_owned())).collect();
    let listed = item::list(items, whose, who.person, only, now);
    let all = listed.len();
    let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let (listed, page) = item::paged(listed, page);
    let frame = who.frame(&at, "desk-title").here("desk");
    let frame = match asked.done.as_deref() {
        Some("handed-over") => frame.notice(Tone::Done, at.say.t("desk-done-handed-over")),
        Some("end") => frame.notice(Tone::Note, at.say.t("desk-done-end")),
        _ => frame,
    };
    let kept = |item: Item| Item { path: item::kept_to(&item.path, only), ..item };
    let lines = listed.into_iter().map(|item| line(&at, now, who.person, &desk, kept(item)));
    Ok(web::html(Desk {
        frame,
        counts,
        mine: whose == Whose::Mine,
        only: only.map(|kind| at.say.t(kind.key())),
        waiting: lines.collect(),
        colleagues: desk
            .iter()
            .filter(|(person, _)| *person != who.person)
            .map(|(person, name)| (person.to_string(), name.clone()))
            .collect(),
        pager: pager(&at, only, page, all),
    }))
}

/// The way through a list that is longer than one page.
fn pager(at: &At, only: Option<Kind>, page: usize, all: usize) -> Pager {
    let way = |page: usize| {
        let kind = only.map(|kind| format!("kind={}&", kind.word())).unwrap_or_default();
        at.to(&format!("/desk?{kind}page={page}#waiting"))
    };
    let (from, to) = ((page - 1) * PAGE + 1, (page * PAGE).min(all));
    let args = [("from", Arg::from(from)), ("to", Arg::from(to)), ("n", Arg::from(all))];
    Pager {
        before: (page > 1).then(|| way(page - 1)),
        after: (to < all).then(|| way(page + 1)),
        words: at.say.with("desk-page", &args),
    }
}

/// The counts, each the way to its list.
async fn counts(house: &House, at: &At, items: &[Item]) -> Result<Vec<Fact>, Fault> {
    let count = |n: usize| at.say.number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut counts: Vec<Fact> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let n = items.iter().filter(|item| item.kind == kind).count();
            let href = at.to(&format!("/desk?kind={}#waiting", kind.word()));
            Fact::link(at.say.t(kind.key()), count(n), href)
        })
        .collect();
    let failed = post::status(house.store.read()).await?.failed;
    let failed = count(usize::try_from(failed).unwrap_or(usize::MAX));
    counts.push(Fact::link(at.say.t("desk-count-mails-failed"), failed, at.to("/desk/health")));
    Ok(counts)
}

fn line(at: &At, now: Moment, me: PersonId, desk: &[(PersonId, String)], item: Item) -> Line {
    let owner = desk.iter().find(|(person, _)| item.owner == Some(*person));
    Line {
        kind: item.kind.word(),
        thing: item.thing.to_string(),
        waits: waits(&at.say, now, item.since),
        day: item.since.date().to_string(),
        what: item.what,
        href: at.to(&item.path),
        government: item.government.0,
        government_href: at.to(&item.government.1),
        next: at.say.t(item.next),
        first: item.first.map(|path| at.to(&path)),
        due: at.say.date(item.due),
        due_day: item.due.date().to_string(),
        late: item.due < now,
        owner: owner.map(|(_, name)| name.clone()).unwrap_or_default(),
        mine: item.owner == Some(me),
    }
}

fn waits(say: &Say, now: Moment, since: Moment) -> String {
    match now.since(since) / 86_400 {
        days @ 1.. => say.with("desk-waits-days", &[("n", Arg::from(days))]),
        _ => say.t("desk-waits-today"),
    }
}

/// From where one goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    from: Option<String>,
    only: Option<String>,
}

/// Leads to the item after the one where one is, in the list that one sees.
pub(super) async fn next(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(from): Query<From>,
) -> Result<Response, Problem> {
    lead(&house, &at, who.person, &from, Way::Next).await
}

/// Leads to the item before.
pub(super) async fn previous(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(from): Query<From>,
) -> Result<Response, Problem> {
    lead(&house, &at, who.person, &from, Way::Previous).await
}

async fn lead(house: &House, at: &At, me: PersonId, from: &From, way: Way) -> Result<Response, Problem> {
    let conn = house.store.read();
    let whose = records::chosen(conn, me).await?;
    let only = from.only.as_deref().and_then(Kind::parse);
    let items = item::list(waiting::gather(conn, &at.say).await?, whose, me, only, house.now());
    let from = from.from.as_deref().unwrap_or_default().split_once('.');
    let from = from.and_then(|(kind, thing)| Some((Kind::parse(kind)?, thing.parse().ok()?)));
    let found = match from {
        Some(from) => item::beside(&items, from, way),
        None => items.first(),
    };
    Ok(match found {
        Some(item) => at.see(&item::kept_to(&item.path, only)),
        None => at.see(&match only {
            Some(kind) => format!("/desk?kind={}&done=end", kind.word()),
            None => "/desk?done=end".to_owned(),
        }),
    })
}
