//! Partners of actions.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical, many};
use vocabulary::{ActionId, GovernmentId, Moment, PersonId};

use super::super::partner::{Body, BodyKind, Partner, PartnerState, WhoTakesPart};
use super::rows::{government, partner};

/// The word of a partner that is a government of the register.
const GOVERNMENT: &str = "government";

/// One partner.
pub async fn find(conn: &impl ConnectionTrait, id: Uuid) -> Result<Option<Partner>, Fault> {
    partner::Entity::find_by_id(id).one(conn).await?.map(partner_of).transpose()
}

/// The partners of an action that were not taken out, in the order in which they were named.
pub async fn of(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Partner>, Fault> {
    Ok(of_all(conn, [action]).await?.remove(&action).unwrap_or_default())
}

/// The same of several actions.
pub async fn of_all(
    conn: &impl ConnectionTrait,
    actions: impl IntoIterator<Item = ActionId>,
) -> Result<HashMap<ActionId, Vec<Partner>>, Fault> {
    let mut found: HashMap<ActionId, Vec<Partner>> = HashMap::new();
    let stay = partner::Entity::find()
        .filter(partner::Column::State.ne(PartnerState::Removed.word()))
        .order_by_asc(partner::Column::Id);
    let ids = actions.into_iter().map(ActionId::uuid).collect();
    for row in many::rows(conn, stay, partner::Column::Action, ids).await? {
        found.entry(ActionId::from(row.action)).or_default().push(partner_of(row)?);
    }
    Ok(found)
}

/// The partnerships that governments were asked about, newest first.
pub async fn asked_of(
    conn: &impl ConnectionTrait,
    governments: &[GovernmentId],
) -> Result<Vec<Partner>, Fault> {
    let rows = partner::Entity::find()
        .filter(partner::Column::Government.is_in(governments.iter().map(|id| id.uuid())))
        .filter(partner::Column::State.is_not_in(["named", "removed"]))
        .order_by_desc(partner::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(partner_of).collect()
}

/// Those who were asked before a moment, have not answered and were not reminded.
pub async fn silent_since(conn: &impl ConnectionTrait, before: Moment) -> Result<Vec<Partner>, Fault> {
    let rows = partner::Entity::find()
        .filter(partner::Column::State.eq(PartnerState::Asked.word()))
        .filter(partner::Column::Reminded.is_null())
        .filter(partner::Column::Asked.lte(before.unix()))
        .order_by_asc(partner::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(partner_of).collect()
}

/// Adds a partner that was named just now.
pub async fn add(tx: &Tx, kept: &Partner, by: Option<PersonId>) -> Result<(), Fault> {
    let mut row = row_of(kept)?;
    row.by = Set(by.map(PersonId::uuid));
    partner::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Keeps how a partner stands. A government that has confirmed stands among the governments of the action, no other.
pub async fn save(tx: &Tx, kept: &Partner) -> Result<(), Fault> {
    partner::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    let WhoTakesPart::Government(id) = kept.who else { return Ok(()) };
    government::Entity::delete_many()
        .filter(government::Column::Action.eq(kept.action.uuid()))
        .filter(government::Column::Government.eq(id.uuid()))
        .filter(government::Column::Role.eq("partner"))
        .exec(tx.conn())
        .await?;
    if kept.state == PartnerState::Confirmed {
        let row = government::ActiveModel {
            action: Set(kept.action.uuid()),
            government: Set(id.uuid()),
            role: Set("partner".to_owned()),
            confirmed: Set(Some(tx.now().unix())),
        };
        government::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Removes the addresses that a person wrote down: the person's data is erased.
pub async fn forget_addresses(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    partner::Entity::update_many()
        .col_expr(partner::Column::Address, Expr::value(Option::<String>::None))
        .filter(partner::Column::By.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Removes the partners of an action that was never sent.
pub async fn discard(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    partner::Entity::delete_many().filter(partner::Column::Action.eq(action.uuid())).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Partner) -> Result<partner::ActiveModel, Fault> {
    let removed = kept.state == PartnerState::Removed;
    let (kind, government, name, website, address) = match &kept.who {
        WhoTakesPart::Government(id) => (GOVERNMENT, Some(id.uuid()), None, None, None),
        WhoTakesPart::Body(body) => {
            let address = body.address.clone().filter(|_| !removed);
            (body.kind.word(), None, Some(canonical(&body.name)?.0), body.website.clone(), address)
        }
    };
    Ok(partner::ActiveModel {
        id: Set(kept.id),
        action: Set(kept.action.uuid()),
        kind: Set(kind.to_owned()),
        government: Set(government),
        name: Set(name),
        website: Set(website),
        address: Set(address),
        state: Set(kept.state.word().to_owned()),
        since: Set(kept.since.unix()),
        asked: Set(kept.asked.map(Moment::unix)),
        reminded: Set(kept.reminded.map(Moment::unix)),
        ..Default::default()
    })
}

fn partner_of(row: partner::Model) -> Result<Partner, Fault> {
    let broken = || Fault::broken(format!("the stored partner {} cannot be read", row.id));
    let who = match row.government {
        Some(id) => WhoTakesPart::Government(GovernmentId::from(id)),
        None => {
            let name = row.name.as_deref().ok_or_else(broken)?;
            WhoTakesPart::Body(Body {
                kind: BodyKind::parse(&row.kind).ok_or_else(broken)?,
                name: serde_json::from_str(name).map_err(|_| broken())?,
                website: row.website.clone(),
                address: row.address.clone(),
            })
        }
    };
    Ok(Partner {
        id: row.id,
        action: ActionId::from(row.action),
        who,
        state: PartnerState::parse(&row.state).ok_or_else(broken)?,
        since: Moment::from_unix(row.since),
        asked: row.asked.map(Moment::from_unix),
        reminded: row.reminded.map(Moment::from_unix),
    })
}
