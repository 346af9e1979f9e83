//! An act: give the proof of a mandate, in words and as a file. It is private: the desk and the person see it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::files::Incoming;
use store::{Files, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, FileId, MandateId};
use web::{At, ErrorLine, Errors, Field, FileField, Form, Frame, Link, Pairs, Problem, Upload};

use super::ask::PROOF_MOST;
use super::mandate::{Mandate, NotWaiting, Proof};
use super::may::{self, Refused};
use super::{records, words};
use crate::house::House;
use crate::people::{Acting, AtDesk, SignedIn};

/// Why a proof was not kept.
#[derive(Debug, Error)]
pub enum ProofRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such mandate.
    #[error("there is no such mandate")]
    Unknown,
    /// It stands no more.
    #[error(transparent)]
    NotWaiting(#[from] NotWaiting),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] store::Fault),
}

impl From<ProofRefused> for Problem {
    fn from(refused: ProofRefused) -> Problem {
        match refused {
            ProofRefused::May(refused) => Problem::Forbidden(refused.key()),
            ProofRefused::Unknown => Problem::NotFound,
            ProofRefused::NotWaiting(_) => Problem::Refused("governments-refused-not-waiting"),
            ProofRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Keeps the proof of a mandate that stands. An earlier file stays where none comes.
pub async fn prove(
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    text: Option<String>,
    file: Option<FileId>,
) -> Result<Mandate, ProofRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(ProofRefused::Unknown)?;
    may::prove(acting, &mandate)?;
    if !mandate.stands() {
        return Err(NotWaiting.into());
    }
    let proof = Proof { text, file: file.or(mandate.proof.file) };
    let kept = Mandate { proof, ..mandate };
    records::save_mandate(tx, &kept).await?;
    Ok(kept)
}

#[derive(Template)]
#[template(path = "governments/pages/proof.html")]
struct ProofPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    text: Field,
    file: FileField,
    /// The file that is kept: its name in a sentence, and where it is had.
    kept: Option<Link>,
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    mandate: &Mandate,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let (say, conn) = (&at.say, house.store.read());
    let of = records::canonical_of(conn, mandate.government).await?;
    let name = of.as_ref().map(|of| of.profile.called(say.lang)).unwrap_or_default();
    let kept = match mandate.proof.file {
        Some(id) => Files::new(&house.folder).find(conn, id).await?.map(|file| file.name),
        None => None,
    };
    let form = Form::new(say, errors, pairs);
    let frame = who.frame(at, "governments-proof-title").here("my").errors(errors);
    Ok(web::html(ProofPage {
        frame: of.iter().fold(frame, |frame, of| words::with_note(frame, &of.profile)),
        errors: errors.summary(say),
        lead: say.with("governments-proof-lead", &[("name", Arg::from(name))]),
        text: form
            .area("proof", "governments-ask-proof")
            .hint(say.t("governments-ask-proof-hint"))
            .max(PROOF_MOST)
            .optional(),
        file: form.file("file", "governments-proof-file").optional(),
        kept: kept.map(|name| {
            let words = say.with("governments-proof-kept", &[("name", Arg::from(name))]);
            Link::new(words, at.to(&format!("/my/mandates/{}/proof/file", mandate.id)))
        }),
    }))
}

/// The mandate, if it is of whoever is logged in.
async fn mine(house: &House, who: &SignedIn, id: &str) -> Result<Mandate, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mandate = records::mandate(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    may::prove(&who.acting(), &mandate).map_err(|refused| Problem::Forbidden(refused.key()))?;
    Ok(mandate)
}

/// The form.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let mandate = mine(&house, &who, &id).await?;
    let pairs = Pairs::new([("proof", mandate.proof.text.clone().unwrap_or_default())]);
    draw(&house, &at, &who, &mandate, &Errors::new(), &pairs).await
}

/// Keeps what was sent.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let mandate = mine(&house, &who, &id).await?;
    let mut errors = Errors::new();
    errors.at_most("proof", upload.pairs.text("proof"), PROOF_MOST);
    let text = Some(upload.pairs.text("proof").trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut accepted = None;
    if let Some(sent) = upload.file("file") {
        match web::accept(sent).await {
            Ok(file) => accepted = Some(file),
            Err(refused) => refused.tell(&mut errors, sent),
        }
    }
    let nothing = text.is_none() && accepted.is_none() && mandate.proof.file.is_none();
    if errors.is_empty() && nothing {
        errors.add("proof", "governments-error-proof");
    }
    if !errors.is_empty() {
        return Ok(web::again(draw(&house, &at, &who, &mandate, &errors, &upload.pairs).await?));
    }
    let tx = house.note().await?;
    let files = Files::new(&house.folder);
    let mut file = None;
    if let Some(accepted) = accepted {
        let owner = Subject::new("mandate", mandate.id);
        let (mime, name) = (accepted.kind.mime(), accepted.name.as_str());
        file = Some(files.put(&tx, Incoming { bytes: &accepted.bytes, mime, name, owner }).await?);
        if let Some(before) = mandate.proof.file {
            files.forget(&tx, before).await?;
        }
    }
    prove(&tx, &who.acting(), mandate.id, text, file).await?;
    tx.commit().await?;
    Ok(at.see("/my?done=proved"))
}

/// The file, for the desk.
pub(super) async fn file(
    State(house): State<House>,
    AtDesk(who): AtDesk,
    at: At,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mandate = records::mandate(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    may::see_mandate(&who.acting(), &mandate).map_err(|refused| Problem::Forbidden(refused.key()))?;
    download(&house, &at, &mandate).await
}

/// The file, for whoever gave it.
pub(super) async fn own_file(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let mandate = mine(&house, &who, &id).await?;
    download(&house, &at, &mandate).await
}

async fn download(house: &House, at: &At, mandate: &Mandate) -> Result<Response, Problem> {
    let files = Files::new(&house.folder);
    let id = mandate.proof.file.ok_or(Problem::NotFound)?;
    let file = files.find(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    match files.bytes(&file).await? {
        Some(bytes) => Ok(web::download(&file.name, &file.mime, bytes.into())),
        None => Err(Problem::Gone { since: file.forgotten, why: Some(at.say.t("people-file-gone")) }),
    }
}
