//! What waits, gathered from the rooms through their doors, in the reader's language.

use sea_orm::ConnectionTrait;
use store::Fault;
use vocabulary::{Arg, GovernmentId, Lang, Moment, Say, Uuid};

use super::item::{Item, Kind};
use super::records;
use crate::actions::may::Signed;
use crate::actions::{self, Action, decide};
use crate::assessment::{self, Next};
use crate::governments::{self, Alike, Government};
use crate::{calls, declarations};

/// Everything that waits for the desk, or for others on its behalf.
pub(super) async fn gather(conn: &impl ConnectionTrait, say: &Say) -> Result<Vec<Item>, Fault> {
    let mut items = Vec::new();
    for (mandate, government) in governments::waiting(conn).await? {
        let what = say.t("desk-waits-mandate");
        let path = format!("/desk/mandates/{}", mandate.id);
        let thing = (Kind::Mandate, mandate.id.uuid());
        items.push(item(say, thing, what, path, &government, mandate.asked, "desk-next-mandate"));
    }
    items.extend(governments::alike(conn).await?.iter().map(|two| alike(say, two)));
    for (change, government) in governments::changes_waiting(conn).await? {
        let what = say.t("desk-waits-change");
        let path = format!("/desk/governments/{}", government.reference);
        let thing = (Kind::Change, change.id.uuid());
        items.push(item(say, thing, what, path, &government, change.asked, "desk-next-change"));
    }
    for signature in declarations::waiting(conn).await? {
        let Some(government) = of(conn, signature.government).await? else { continue };
        let what = say.t("desk-waits-signature");
        let path = format!("/desk/signatures/{}", signature.id);
        let thing = (Kind::Signature, signature.id.uuid());
        items.push(item(say, thing, what, path, &government, signature.at, "desk-next-signature"));
    }
    for action in actions::waiting(conn).await? {
        items.extend(sent(conn, say, &action).await?);
    }
    for (action, entered) in actions::on_behalf_open(conn).await? {
        let Some(government) = of(conn, action.lead).await? else { continue };
        let asked = entered.asked.filter(|asked| entered.refused.is_none_or(|refused| refused < *asked));
        let next = if asked.is_some() { "desk-next-behalf-asked" } else { "desk-next-behalf" };
        let path = format!("/desk/on-behalf/{}", action.id);
        let thing = (Kind::Behalf, action.id.uuid());
        let what = say.t("desk-waits-behalf");
        let since = asked.unwrap_or(action.begun);
        let one = item(say, thing, what, path, &government, since, next);
        items.push(Item { with_others: asked.is_some(), ..one });
    }
    for waiting in assessment::waiting(conn).await? {
        items.extend(assessed(conn, say, waiting).await?);
    }
    records::own(conn, &mut items).await?;
    Ok(items)
}

/// Two governments that may be one.
fn alike(say: &Say, two: &Alike) -> Item {
    let what = say.with("desk-waits-merge", &[("other", Arg::from(named(&two.stays, say.lang)))]);
    let path = format!("/desk/governments/merge?from={}&into={}", two.goes.reference, two.stays.reference);
    item(say, (Kind::Merge, two.pair()), what, path, &two.goes, two.since, "desk-next-merge")
}

/// An action that was sent: nothing of it is published before the signature of its government is verified.
async fn sent(conn: &impl ConnectionTrait, say: &Say, action: &Action) -> Result<Option<Item>, Fault> {
    let Some(government) = of(conn, action.lead).await? else { return Ok(None) };
    let n = action.waiting().map(|version| version.n);
    // A revision of what is public waits since it was sent.
    let revision = match n.filter(|_| action.stage.is_public()) {
        Some(n) => actions::version(conn, action.id, n).await?,
        None => None,
    };
    let since = revision.map_or(action.since, |version| version.at);
    let what = say.with("desk-waits-action", &[("title", titled(conn, action, n).await?)]);
    let path = format!("/desk/actions/{}", action.id);
    let (mut next, mut first) = ("desk-next-action", None);
    if let Some(call) = calls::by_id(conn, action.call).await?
        && decide::signed(conn, &call.declaration, government.id).await? == Signed::No
    {
        first = decide::to_verify(conn, &call.declaration, government.id).await?;
        next = if first.is_some() { "desk-next-verify" } else { "desk-next-unsigned" };
    }
    let thing = (Kind::Action, action.id.uuid());
    Ok(Some(Item { first, ..item(say, thing, what, path, &government, since, next) }))
}

async fn assessed(
    conn: &impl ConnectionTrait,
    say: &Say,
    waiting: assessment::Waiting,
) -> Result<Option<Item>, Fault> {
    let of_it = &waiting.assessment;
    let Some(action) = actions::by_id(conn, of_it.action).await? else { return Ok(None) };
    let Some(government) = of(conn, action.lead).await? else { return Ok(None) };
    let (kind, next) = match waiting.next {
        Next::Assign => (Kind::Assessment, "desk-next-assign"),
        Next::Accept => (Kind::Assessment, "desk-next-accept"),
        Next::Decide => (Kind::Assessment, "desk-next-decide"),
        Next::Marks => (Kind::Marks, "desk-next-marks"),
    };
    let what = say.with("desk-waits-assessment", &[("title", titled(conn, &action, Some(of_it.n)).await?)]);
    let path = format!("/desk/actions/{}/assessment", of_it.action);
    let mut one = item(say, (kind, of_it.id.uuid()), what, path, &government, waiting.since, next);
    if let (Kind::Marks, Some(due)) = (kind, waiting.due) {
        one.due = due;
    }
    Ok(Some(one))
}

fn item(
    say: &Say,
    (kind, thing): (Kind, Uuid),
    what: String,
    path: String,
    government: &Government,
    since: Moment,
    next: &'static str,
) -> Item {
    let government = (named(government, say.lang), government.path());
    let due = since.plus_days(kind.days());
    Item {
        kind,
        thing,
        what,
        path,
        government,
        since,
        due,
        next,
        first: None,
        with_others: kind == Kind::Marks,
        owner: None,
    }
}

async fn of(conn: &impl ConnectionTrait, id: GovernmentId) -> Result<Option<Government>, Fault> {
    governments::canonical_of(conn, id).await
}

/// The title of a version, or its action's reference where it has none.
async fn titled(conn: &impl ConnectionTrait, action: &Action, n: Option<i64>) -> Result<Arg, Fault> {
    let version = match n {
        Some(n) => actions::version(conn, action.id, n).await?,
        None => None,
    };
    let title = version.and_then(|version| version.content.title);
    let title = title.map(|title| title.original_text().to_owned());
    let reference = || action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(Arg::from(title.unwrap_or_else(reference)))
}

fn named(government: &Government, lang: Lang) -> String {
    let name = &government.profile.name;
    name.pick(lang).map_or_else(|| name.original_text().to_owned(), |picked| picked.text.to_owned())
}
