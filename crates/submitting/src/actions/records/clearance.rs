//! Reading links and what readers said. Rows go: links a month after they ended, comments after half a year.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, ExprTrait, PaginatorTrait, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{ActionId, Moment};

use super::super::clearance::{Comment, Link};
use super::super::topic::Topic;
use super::rows::{comment, link};

/// So many days after it ended a link goes.
const LINK_DAYS: i64 = 30;
/// After so many days a comment goes.
const COMMENT_DAYS: i64 = 180;

/// Adds a link; only the hash of its token is kept.
pub async fn add_link(tx: &Tx, made: &Link, hash: &str) -> Result<(), Fault> {
    let row = link::ActiveModel {
        id: Set(made.id),
        action: Set(made.action.uuid()),
        token_hash: Set(hash.to_owned()),
        made: Set(made.made.unix()),
        until: Set(made.until.unix()),
        revoked: Set(None),
    };
    link::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The link with this hash.
pub async fn by_hash(conn: &impl ConnectionTrait, hash: &str) -> Result<Option<Link>, Fault> {
    Ok(link::Entity::find().filter(link::Column::TokenHash.eq(hash)).one(conn).await?.map(link_of))
}

/// The links of an action, newest first.
pub async fn links(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Link>, Fault> {
    let rows = link::Entity::find()
        .filter(link::Column::Action.eq(action.uuid()))
        .order_by_desc(link::Column::Id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(link_of).collect())
}

/// Ends a link of an action. Gives false where it has none of that id that lives.
pub async fn revoke(tx: &Tx, action: ActionId, id: Uuid) -> Result<bool, Fault> {
    let done = link::Entity::update_many()
        .col_expr(link::Column::Revoked, Expr::value(tx.now().unix()))
        .filter(link::Column::Id.eq(id))
        .filter(link::Column::Action.eq(action.uuid()))
        .filter(link::Column::Revoked.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Adds a comment.
pub async fn add_comment(tx: &Tx, said: &Comment) -> Result<(), Fault> {
    let row = comment::ActiveModel {
        id: Set(said.id),
        action: Set(said.action.uuid()),
        topic: Set(said.topic.map(|topic| topic.word().to_owned())),
        name: Set(said.name.clone()),
        comment: Set(said.text.clone()),
        at: Set(said.at.unix()),
        dealt: Set(None),
    };
    comment::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// How many comments an action has.
pub async fn count(conn: &impl ConnectionTrait, action: ActionId) -> Result<u64, Fault> {
    Ok(comment::Entity::find().filter(comment::Column::Action.eq(action.uuid())).count(conn).await?)
}

/// The comments on an action, oldest first.
pub async fn comments(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Comment>, Fault> {
    let rows = comment::Entity::find()
        .filter(comment::Column::Action.eq(action.uuid()))
        .order_by_asc(comment::Column::Id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(comment_of).collect())
}

/// Notes that a comment of an action was dealt with. Gives false where it has none of that id that waits.
pub async fn deal(tx: &Tx, action: ActionId, id: Uuid) -> Result<bool, Fault> {
    let done = comment::Entity::update_many()
        .col_expr(comment::Column::Dealt, Expr::value(tx.now().unix()))
        .filter(comment::Column::Id.eq(id))
        .filter(comment::Column::Action.eq(action.uuid()))
        .filter(comment::Column::Dealt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Removes what is not needed any more.
pub async fn sweep(tx: &Tx) -> Result<(), Fault> {
    let links = tx.now().plus_days(-LINK_DAYS).unix();
    link::Entity::delete_many()
        .filter(link::Column::Until.lt(links).or(link::Column::Revoked.lt(links)))
        .exec(tx.conn())
        .await?;
    let comments = tx.now().plus_days(-COMMENT_DAYS).unix();
    comment::Entity::delete_many().filter(comment::Column::At.lt(comments)).exec(tx.conn()).await?;
    Ok(())
}

/// Removes everything of an action that was never sent.
pub async fn discard(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    link::Entity::delete_many().filter(link::Column::Action.eq(action.uuid())).exec(tx.conn()).await?;
    comment::Entity::delete_many().filter(comment::Column::Action.eq(action.uuid())).exec(tx.conn()).await?;
    Ok(())
}

fn link_of(row: link::Model) -> Link {
    Link {
        id: row.id,
        action: ActionId::from(row.action),
        made: Moment::from_unix(row.made),
        until: Moment::from_unix(row.until),
        revoked: row.revoked.map(Moment::from_unix),
    }
}

fn comment_of(row: comment::Model) -> Comment {
    Comment {
        id: row.id,
        action: ActionId::from(row.action),
        topic: row.topic.as_deref().and_then(Topic::parse),
        name: row.name,
        text: row.comment,
        at: Moment::from_unix(row.at),
        dealt: row.dealt.map(Moment::from_unix),
    }
}
