//! An act: create a Call from its file.

use store::{Fact, Fault, Subject, Tx};
use thiserror::Error;
use vocabulary::{Actor, frameworks};

use super::file::{self, FileRefused};
use super::{Call, records};

/// Why a Call was not created.
#[derive(Debug, Error)]
pub enum CreateRefused {
    /// Its file is not in order.
    #[error(transparent)]
    File(#[from] FileRefused),
    /// There is one of that slug.
    #[error("there is already a Call \"{0}\": give the new one another `slug`")]
    Exists(String),
    /// It names a framework the house does not know.
    #[error("`frameworks` names \"{0}\", which this house does not know: known are {1}")]
    UnknownFramework(String, String),
    /// The house failed, not the file.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Creates the Call of this file, its bodies, and the frameworks it names if the house does not have them yet.
pub async fn create(tx: &Tx, actor: Actor, text: &str) -> Result<Call, CreateRefused> {
    let (call, bodies) = file::parse(text, tx.new_id())?;
    if records::by_slug(tx.conn(), &call.slug).await?.is_some() {
        return Err(CreateRefused::Exists(call.slug));
    }
    let known = records::catalogue(tx.conn()).await?;
    for slug in &call.frameworks {
        match (known.framework(slug), frameworks::seed(slug)) {
            (Some(_), _) => {}
            (None, Some(seed)) => records::save_framework(tx, seed).await?,
            (None, None) => {
                let seeds: Vec<_> = frameworks::seeds().iter().map(|f| f.slug.as_str()).collect();
                return Err(CreateRefused::UnknownFramework(slug.clone(), seeds.join(", ")));
            }
        }
    }
    records::save_call(tx, &call, &bodies).await?;
    tx.tell(Fact::new("call.created", Subject::new("call", call.id), actor).public().call(call.id)).await?;
    Ok(call)
}
