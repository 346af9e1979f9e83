//! An act: enter a government, from a source, at the desk or as a person proposes it; and find the one meant by a name.

use sea_orm::ConnectionTrait;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Actor, Iso2};

use super::government::{Government, Origin, Profile, core_name};
use super::records;

/// Which government a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Match {
    /// None that is known.
    None,
    /// Just one.
    One(Box<Government>),
    /// Several: a person must say which.
    Many(Vec<Government>),
}

/// Finds the government meant by a name, by its core name or an alternative one, in its country when one is given.
pub async fn matching(
    conn: &impl ConnectionTrait,
    name: &str,
    country: Option<Iso2>,
) -> Result<Match, Fault> {
    let code = country.map(|country| country.to_string());
    let mut found = records::with_core(conn, &core_name(name), code.as_deref()).await?;
    Ok(match found.len() {
        0 => Match::None,
        1 => Match::One(Box::new(found.remove(0))),
        _ => Match::Many(found),
    })
}

/// Enters a government. Whoever calls has looked whether it is there already.
pub async fn enter(tx: &Tx, actor: Actor, profile: Profile, origin: Origin) -> Result<Government, Fault> {
    let government = Government {
        id: tx.new_id(),
        reference: records::next_reference(tx).await?,
        profile,
        origin,
        merged_into: None,
        entered: tx.now(),
    };
    records::add(tx, &government).await?;
    tx.tell(Fact::new("government.entered", Subject::new("government", government.id), actor).public())
        .await?;
    Ok(government)
}

/// Adds a name by which a government is known, such as another spelling met in a source.
pub async fn also_known_as(
    tx: &Tx,
    actor: Actor,
    mut government: Government,
    name: &str,
) -> Result<Government, Fault> {
    let known = government.profile.name.all().any(|(_, text)| text.text == name);
    if !known && !government.profile.aliases.iter().any(|alias| alias == name) {
        government.profile.aliases.push(name.to_owned());
        records::save(tx, &government).await?;
        let subject = Subject::new("government", government.id);
        tx.tell(Fact::new("government.renamed", subject, actor).public()).await?;
    }
    Ok(government)
}
