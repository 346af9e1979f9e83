//! Acts of the secretariat among themselves: take what waits, hand it over, choose which list one sees.

use axum::extract::State;
use axum::response::Response;
use post::Letter;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Arg, PersonId, Uuid};
use web::{At, Pairs, Problem};

use super::item::{Item, Kind, Whose};
use super::{records, waiting};
use crate::House;
use crate::people::{self, Acting, AtDesk, Role};

/// Gives something that waits to a member of the secretariat, or back to everybody. Whoever gets it from somebody else
/// is written to, once.
pub async fn hand_over(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    item: &Item,
    to: Option<PersonId>,
) -> Result<(), Fault> {
    records::give(tx, item.kind, item.thing, to).await?;
    let fact = Fact::new("desk.handed-over", Subject::new("desk", item.thing), acting.actor);
    let note = serde_json::json!({ "kind": item.kind.word(), "to": to.map(|to| to.to_string()) });
    let position = tx.tell(fact.note(note)).await?;
    let Some(to) = to.filter(|to| acting.actor.person() != Some(*to)) else { return Ok(()) };
    let Some(contact) = people::contact(tx.conn(), to).await? else { return Ok(()) };
    let say = house.say(contact.lang);
    let programme = house.kit.called(&say);
    let words = [("programme", Arg::from(programme)), ("government", Arg::from(&item.government.0))];
    let letter = Letter::new(
        contact.address.clone(),
        say.lang,
        "desk.handed-over",
        say.plain("desk-mail-yours-subject", &words),
    );
    let letter = letter
        .to_person(to)
        .because_of(position)
        .paragraph(say.plain("desk-mail-yours-body", &words))
        .user_text(&item.what)
        .facts(vec![(say.t("desk-due"), say.date(item.due))])
        .button(say.t("desk-mail-open"), format!("/{}{}", say.lang.code(), item.path));
    post::put(tx, letter).await?;
    Ok(())
}

/// Takes or hands over what a line of the list is about.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let kind = Kind::parse(pairs.text("kind")).ok_or(Problem::Refused("desk-refused-gone"))?;
    let thing: Uuid = pairs.text("thing").parse().map_err(|_| Problem::Refused("desk-refused-gone"))?;
    let to = match pairs.text("to") {
        "" => None,
        "me" => Some(who.person),
        person => Some(person.parse().map_err(|_| Problem::Unreadable)?),
    };
    let tx = house.act().await?;
    if let Some(to) = to
        && people::role_of(tx.conn(), to).await? != Some(Role::Secretariat)
    {
        return Err(Problem::Refused("desk-refused-not-of-desk"));
    }
    let items = waiting::gather(tx.conn(), &at.say).await?;
    let item = items.iter().find(|item| (item.kind, item.thing) == (kind, thing));
    let item = item.ok_or(Problem::Refused("desk-refused-gone"))?;
    hand_over(&house, &tx, &who.acting(), item, to).await?;
    tx.commit().await?;
    Ok(at.see("/desk?done=handed-over#waiting"))
}

/// Keeps which list one sees: all that waits, or one's own.
pub(super) async fn choose(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let whose = Whose::parse(pairs.text("whose")).unwrap_or_default();
    let tx = house.note().await?;
    records::choose(&tx, who.person, whose).await?;
    tx.commit().await?;
    Ok(at.see("/desk#waiting"))
}
