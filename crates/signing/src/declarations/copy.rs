//! A copy of the evidence in which the secretariat has blackened what is nobody's business: it is public, the scan
//! itself never is.

use axum::extract::{Path, State};
use axum::response::Response;
use store::files::Incoming;
use store::{Fact, Files, Position, Subject, Tx};
use vocabulary::{FileId, Reference, SignatureId};
use web::{At, Errors, Problem, Upload};

use super::desk::Desk;
use super::keep::KeepRefused;
use super::list::read;
use super::may;
use super::public::{SIGNATURE, ShownSignature};
use super::records::signatures;
use super::shown;
use super::signature::{NotNow, Signature};
use crate::house::House;
use crate::people::Acting;
use crate::register::{self, Found};

/// Puts a copy on the register in the place of the one before, whose content is forgotten.
pub async fn put_copy(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    id: SignatureId,
    file: FileId,
) -> Result<Position, KeepRefused> {
    may::keep(acting)?;
    let one = signatures::by_id(tx.conn(), id).await?.ok_or(KeepRefused::Unknown)?;
    if !one.state.is_public() {
        return Err(NotNow.into());
    }
    if let Some(before) = one.copy {
        Files::new(&house.folder).forget(tx, before).await?;
    }
    signatures::save_copy(tx, &Signature { copy: Some(file), ..one }).await?;
    let fact = Fact::new("signature.shown", Subject::new("signature", id), acting.actor).public();
    Ok(tx.tell(fact).await?)
}

/// The desk sends the copy.
pub(super) async fn upload(desk: Desk, upload: Upload) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    upload.tell_broken(&mut errors);
    let accepted = match upload.file("copy") {
        Some(sent) => web::accept(sent).await.map_err(|refused| refused.tell(&mut errors, sent)).ok(),
        None => None,
    };
    let Some(accepted) = accepted else {
        if errors.is_empty() {
            errors.add("copy", "declarations-error-copy");
        }
        return Ok(web::again(desk.draw(&errors, &upload.pairs, "").await?));
    };
    let tx = desk.house.act().await?;
    let file = Incoming {
        bytes: &accepted.bytes,
        mime: accepted.kind.mime(),
        name: &accepted.name,
        owner: Subject::new("signature", desk.id),
    };
    let kept = Files::new(&desk.house.folder).put(&tx, file).await?;
    let outcome = put_copy(&desk.house, &tx, &desk.acting(), desk.id, kept).await;
    desk.end(tx, ("copy", "copy"), &upload.pairs, outcome).await
}

/// The copy, for everybody.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug, reference)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let key = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let Found::Here(record) = register::find(house.store.read(), SIGNATURE, key.as_str()).await? else {
        return Err(Problem::NotFound);
    };
    let shown: ShownSignature = read(&record)?;
    if record.slug != slug {
        return Err(Problem::NotFound);
    }
    shown::file(&house, &at, shown.copy).await
}
