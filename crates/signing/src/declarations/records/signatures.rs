//! The rows of signatures.

use std::collections::{BTreeSet, HashMap};

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, FromQueryResult, QueryOrder, QuerySelect, Statement};
use store::{Fault, Tx, canonical, many};
use vocabulary::{
    DeclarationId, FileId, GovernmentId, Moment, PartialDate, PersonId, Reference, SignatureId, VersionId,
};

use super::declarations;
use crate::declarations::history::{Event, Happened};
use crate::declarations::signature::{Evidence, Hand, Signature, SignatureState};
use crate::governments;

mod signature {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "signature")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub reference: String,
        pub declaration: Uuid,
        pub version: Option<Uuid>,
        pub government: Uuid,
        pub signer: Option<String>,
        pub date: Option<String>,
        pub evidence: String,
        pub file: Option<Uuid>,
        pub sent_by: Option<Uuid>,
        pub at: i64,
        pub state: String,
        pub answered: Option<i64>,
        pub answered_by: Option<Uuid>,
        pub reasons: Option<String>,
        pub withdrawn: Option<i64>,
        pub source: Option<String>,
        pub identity: Option<String>,
        pub copy: Option<Uuid>,
        pub hand: String,
        pub consent: Option<String>,
        pub suspended: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod event {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "signature_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub signature: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub n: i64,
        pub what: String,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// One signature.
pub async fn by_id(conn: &impl ConnectionTrait, id: SignatureId) -> Result<Option<Signature>, Fault> {
    signature::Entity::find_by_id(id.uuid()).one(conn).await?.map(signature_of).transpose()
}

/// One signature by its public reference.
pub async fn by_reference(conn: &impl ConnectionTrait, reference: &str) -> Result<Option<Signature>, Fault> {
    let row = signature::Entity::find().filter(signature::Column::Reference.eq(reference)).one(conn).await?;
    row.map(signature_of).transpose()
}

/// Every signature of a government and of those merged into it, newest first.
pub async fn of_government(
    conn: &impl ConnectionTrait,
    government: GovernmentId,
) -> Result<Vec<Signature>, Fault> {
    let ids = governments::ids_of(conn, government).await?;
    let rows = signature::Entity::find()
        .filter(signature::Column::Government.is_in(ids.into_iter().map(GovernmentId::uuid)))
        .order_by_desc(signature::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(signature_of).collect()
}

/// The signatures of several governments, each under the id for which it was sent.
pub(in crate::declarations) async fn of_governments(
    conn: &impl ConnectionTrait,
    ids: &[GovernmentId],
) -> Result<HashMap<GovernmentId, Vec<Signature>>, Fault> {
    let mut found: HashMap<GovernmentId, Vec<Signature>> = HashMap::new();
    let ids = ids.iter().map(|id| id.uuid()).collect();
    for row in many::rows(conn, signature::Entity::find(), signature::Column::Government, ids).await? {
        let one = signature_of(row)?;
        found.entry(one.government).or_default().push(one);
    }
    Ok(found)
}

/// Several signatures by their ids.
pub(in crate::declarations) async fn by_ids(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = SignatureId>,
) -> Result<HashMap<SignatureId, Signature>, Fault> {
    let ids = ids.into_iter().map(SignatureId::uuid).collect();
    let rows = many::rows(conn, signature::Entity::find(), signature::Column::Id, ids).await?;
    rows.into_iter().map(|row| signature_of(row).map(|one| (one.id, one))).collect()
}

/// The verified signature of a government, whichever declaration it is of.
pub async fn standing(
    conn: &impl ConnectionTrait,
    government: GovernmentId,
) -> Result<Option<Signature>, Fault> {
    let all = of_government(conn, government).await?;
    Ok(all.into_iter().find(|one| matches!(one.state, SignatureState::Verified { .. })))
}

/// The verified signature of a government under one declaration: what a Call asks for before it publishes.
pub async fn standing_for(
    conn: &impl ConnectionTrait,
    government: GovernmentId,
    slug: &str,
) -> Result<Option<Signature>, Fault> {
    let Some(declaration) = declarations::by_slug(conn, slug).await? else { return Ok(None) };
    let all = of_government(conn, government).await?;
    let holds = |one: &Signature| {
        one.declaration == declaration.id && matches!(one.state, SignatureState::Verified { .. })
    };
    Ok(all.into_iter().find(holds))
}

/// The signatures that wait for the desk, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<Signature>, Fault> {
    let rows = signature::Entity::find()
        .filter(signature::Column::State.eq("sent"))
        .order_by_asc(signature::Column::At)
        .order_by_asc(signature::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(signature_of).collect()
}

/// Signatures in the order of their references, for rebuilding: after this reference, at most so many.
pub(in crate::declarations) async fn after(
    conn: &impl ConnectionTrait,
    reference: &str,
    most: u64,
) -> Result<Vec<Signature>, Fault> {
    let rows = signature::Entity::find()
        .filter(signature::Column::Reference.gt(reference))
        .order_by_asc(signature::Column::Reference)
        .limit(most)
        .all(conn)
        .await?;
    rows.into_iter().map(signature_of).collect()
}

/// The signatures of one declaration that refer to one of its versions.
pub(in crate::declarations) async fn signed(
    conn: &impl ConnectionTrait,
    version: VersionId,
) -> Result<u64, Fault> {
    use sea_orm::PaginatorTrait;
    Ok(signature::Entity::find().filter(signature::Column::Version.eq(version.uuid())).count(conn).await?)
}

/// Every signature of a declaration.
pub(in crate::declarations) async fn of_declaration(
    conn: &impl ConnectionTrait,
    declaration: DeclarationId,
) -> Result<Vec<Signature>, Fault> {
    let rows = signature::Entity::find()
        .filter(signature::Column::Declaration.eq(declaration.uuid()))
        .order_by_asc(signature::Column::Reference)
        .all(conn)
        .await?;
    rows.into_iter().map(signature_of).collect()
}

/// The signature that was entered under this identity.
pub(in crate::declarations) async fn by_identity(
    conn: &impl ConnectionTrait,
    identity: &str,
) -> Result<Option<Signature>, Fault> {
    let row = signature::Entity::find().filter(signature::Column::Identity.eq(identity)).one(conn).await?;
    row.map(signature_of).transpose()
}

/// The next reference: `SG-00001`, `SG-00002` …
pub(in crate::declarations) async fn next_reference(tx: &Tx) -> Result<Reference, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        last: i64,
    }
    let take = "UPDATE signature_counter SET last = last + 1 RETURNING last";
    let statement = Statement::from_string(tx.conn().get_database_backend(), take);
    let row = Row::find_by_statement(statement).one(tx.conn()).await?;
    let n = row.and_then(|row| u32::try_from(row.last).ok());
    Ok(Reference::plain("SG", n.ok_or_else(|| Fault::broken("the counter of signatures has no row"))?))
}

/// The events of a signature, the first that happened first.
pub(in crate::declarations) async fn history(
    conn: &impl ConnectionTrait,
    of: SignatureId,
) -> Result<Vec<Event>, Fault> {
    let rows = event::Entity::find()
        .filter(event::Column::Signature.eq(of.uuid()))
        .order_by_asc(event::Column::N)
        .all(conn)
        .await?;
    let event = |row: event::Model| {
        let what = Happened::parse(&row.what).ok_or_else(|| Fault::broken("an unreadable event"))?;
        Ok(Event { what, at: Moment::from_unix(row.at) })
    };
    rows.into_iter().map(event).collect()
}

/// Writes down what happens to a signature now.
pub(in crate::declarations) async fn happens(tx: &Tx, to: SignatureId, what: Happened) -> Result<(), Fault> {
    let n = history(tx.conn(), to).await?.len() + 1;
    let row = event::ActiveModel {
        signature: Set(to.uuid()),
        n: Set(i64::try_from(n).unwrap_or(i64::MAX)),
        what: Set(what.word().to_owned()),
        at: Set(tx.now().unix()),
    };
    event::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Which of these files some signature leans on.
pub(in crate::declarations) async fn leaning(
    conn: &impl ConnectionTrait,
    files: &[FileId],
) -> Result<BTreeSet<FileId>, Fault> {
    let ids: Vec<Uuid> = files.iter().map(|file| file.uuid()).collect();
    let rows = signature::Entity::find().filter(signature::Column::File.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().filter_map(|row| row.file).map(FileId::from).collect())
}

pub(in crate::declarations) async fn add(
    tx: &Tx,
    kept: &Signature,
    identity: Option<String>,
    what: Happened,
) -> Result<(), Fault> {
    let row = signature::ActiveModel { identity: Set(identity), ..row_of(kept)? };
    signature::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    happens(tx, kept.id, what).await
}

/// Saves a signature and what happens to it; what identifies an entry from a source stays as it was.
pub(in crate::declarations) async fn save(tx: &Tx, kept: &Signature, what: Happened) -> Result<(), Fault> {
    signature::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    happens(tx, kept.id, what).await
}

/// Keeps another public copy of the evidence.
pub(in crate::declarations) async fn save_copy(tx: &Tx, kept: &Signature) -> Result<(), Fault> {
    signature::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Signature) -> Result<signature::ActiveModel, Fault> {
    let (mut answered, mut by, mut reasons, mut withdrawn, mut source) = (None, None, None, None, None);
    let mut suspended = None;
    match &kept.state {
        SignatureState::Prepared | SignatureState::Dropped | SignatureState::Sent => {}
        SignatureState::Suspended { verified, by: who, at, reason } => {
            (answered, by, suspended) = (Some(*verified), Some(*who), Some(at.unix()));
            reasons = Some(reason.clone());
        }
        SignatureState::Verified { at, by: who } => (answered, by) = (Some(*at), Some(*who)),
        SignatureState::Returned { at, by: who, reasons: why } => {
            (answered, by, reasons) = (Some(*at), Some(*who), Some(why.clone()));
        }
        SignatureState::OnFile { source: address } => source = Some(address.clone()),
        SignatureState::Withdrawn { verified, at, reason } => {
            (answered, withdrawn, reasons) = (Some(*verified), Some(*at), Some(reason.clone()));
        }
    }
    Ok(signature::ActiveModel {
        id: Set(kept.id.uuid()),
        reference: Set(kept.reference.to_string()),
        declaration: Set(kept.declaration.uuid()),
        version: Set(kept.version.map(VersionId::uuid)),
        government: Set(kept.government.uuid()),
        signer: Set(kept.signer.as_ref().map(canonical).transpose()?.map(|(text, _)| text)),
        date: Set(kept.date.map(|date| date.to_string())),
        evidence: Set(kept.evidence.word().to_owned()),
        file: Set(kept.file.map(FileId::uuid)),
        sent_by: Set(kept.sent_by.map(PersonId::uuid)),
        at: Set(kept.at.unix()),
        state: Set(kept.state.word().to_owned()),
        answered: Set(answered.map(Moment::unix)),
        answered_by: Set(by.map(PersonId::uuid)),
        reasons: Set(reasons),
        withdrawn: Set(withdrawn.map(Moment::unix)),
        source: Set(source),
        identity: sea_orm::ActiveValue::NotSet,
        copy: Set(kept.copy.map(FileId::uuid)),
        hand: Set(kept.hand.word().to_owned()),
        consent: Set(kept.consent.as_ref().map(canonical).transpose()?.map(|(text, _)| text)),
        suspended: Set(suspended),
    })
}

fn signature_of(row: signature::Model) -> Result<Signature, Fault> {
    let broken = || Fault::broken(format!("the stored signature {} cannot be read", row.reference));
    let answered = row.answered.map(Moment::from_unix).zip(row.answered_by.map(PersonId::from));
    let state = match row.state.as_str() {
        "prepared" => SignatureState::Prepared,
        "dropped" => SignatureState::Dropped,
        "sent" => SignatureState::Sent,
        "suspended" => {
            let (verified, by) = answered.ok_or_else(broken)?;
            SignatureState::Suspended {
                verified,
                by,
                at: row.suspended.map(Moment::from_unix).ok_or_else(broken)?,
                reason: row.reasons.clone().ok_or_else(broken)?,
            }
        }
        "verified" => {
            let (at, by) = answered.ok_or_else(broken)?;
            SignatureState::Verified { at, by }
        }
        "returned" => {
            let (at, by) = answered.ok_or_else(broken)?;
            SignatureState::Returned { at, by, reasons: row.reasons.clone().ok_or_else(broken)? }
        }
        "on_file" => SignatureState::OnFile { source: row.source.clone().ok_or_else(broken)? },
        "withdrawn" => SignatureState::Withdrawn {
            verified: row.answered.map(Moment::from_unix).ok_or_else(broken)?,
            at: row.withdrawn.map(Moment::from_unix).ok_or_else(broken)?,
            reason: row.reasons.clone().ok_or_else(broken)?,
        },
        _ => return Err(broken()),
    };
    let signer = row.signer.as_deref().map(serde_json::from_str).transpose().map_err(|_| broken())?;
    let consent = row.consent.as_deref().map(serde_json::from_str).transpose().map_err(|_| broken())?;
    Ok(Signature {
        id: SignatureId::from(row.id),
        reference: Reference::parse(&row.reference).map_err(|_| broken())?,
        declaration: DeclarationId::from(row.declaration),
        version: row.version.map(VersionId::from),
        government: GovernmentId::from(row.government),
        signer,
        date: row.date.as_deref().map(PartialDate::parse).transpose().map_err(|_| broken())?,
        evidence: Evidence::parse(&row.evidence).ok_or_else(broken)?,
        file: row.file.map(FileId::from),
        copy: row.copy.map(FileId::from),
        hand: if row.hand == Hand::Desk.word() { Hand::Desk } else { Hand::Government },
        consent,
        sent_by: row.sent_by.map(PersonId::from),
        at: Moment::from_unix(row.at),
        state,
    })
}
