//! Files of an action: the pages on which pictures and a document are sent, and the way to what was kept of them.
//!
//! A file belongs to the action from the moment it is kept: an answer that names the file of another action, or of a
//! person, names nothing.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use store::files::{Incoming, Kept};
use store::{Fault, Files, Subject, Tx};
use vocabulary::{ActionId, FileId};
use web::{Accepted, At, Errors, FileKind, FileRefused, Pairs, Problem, Sent, Upload};

use super::ask::{self, Way};
use super::further::{document_code, document_of, picture_code, picture_of, row};
use super::mine::{self, Mine};
use super::public::PublicAction;
use super::topic::{ROWS, Topic};
use super::{may, page, unkept};
use crate::House;
use crate::people::SignedIn;

/// What is typed about a picture.
const WORDS: [&str; 3] = ["alt", "credit", "rights"];

fn owner(action: ActionId) -> Subject {
    Subject::new("action", action)
}

/// A file that belongs to an action and is still there.
pub(super) async fn of(house: &House, action: ActionId, id: FileId) -> Result<Option<Kept>, Fault> {
    let found = Files::new(&house.folder).find(house.store.read(), id).await?;
    let own = owner(action);
    Ok(found.filter(|file| file.owner_kind == own.kind && file.owner == own.id && file.forgotten.is_none()))
}

/// Forgets every file of an action that was never sent.
pub(super) async fn forget_all(house: &House, tx: &Tx, action: ActionId) -> Result<(), Fault> {
    let files = Files::new(&house.folder);
    for file in files.of(tx.conn(), owner(action)).await? {
        files.forget(tx, file.id).await?;
    }
    Ok(())
}

async fn keep(house: &House, action: ActionId, taken: &Accepted) -> Result<Kept, Fault> {
    let name = match taken.pixels {
        Some((width, height)) => format!("{width}x{height}.{}", taken.kind.ending()),
        None => taken.name.clone(),
    };
    let files = Files::new(&house.folder);
    let tx = house.note().await?;
    let incoming =
        Incoming { bytes: &taken.bytes, mime: taken.kind.mime(), name: &name, owner: owner(action) };
    let id = files.put(&tx, incoming).await?;
    let kept = files.find(tx.conn(), id).await?;
    tx.commit().await?;
    kept.ok_or_else(|| Fault::broken("a file that was just kept is not there"))
}

/// The code of a picture that was kept: its size stands in its name.
fn code_of(file: &Kept) -> Option<String> {
    let (size, _) = file.name.split_once('.')?;
    let (width, height) = size.split_once('x')?;
    let size = (width.parse().ok()?, height.parse().ok()?);
    file.mime.starts_with("image/").then(|| picture_code(file.id, file.sha256.as_str(), size))
}

/// The page on which pictures are sent.
pub(super) async fn pictures(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    ask::show(&house, &at, &who, &opened, Topic::Pictures, &way).await
}

/// The page on which a document is sent.
pub(super) async fn attachment(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    ask::show(&house, &at, &who, &opened, Topic::Attachment, &way).await
}

/// Opens an action into which a file may be put.
async fn open(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    let opened = mine::open(house, who, id).await?;
    may::draft(&who.acting(), opened.action.author, opened.tie)?;
    match opened.action.is_open() {
        true => Ok(opened),
        false => Err(Problem::Refused("actions-refused-not-now")),
    }
}

/// Looks at a file that was sent; what is wrong is said at the field.
async fn look(sent: &Sent, wanted: Topic, errors: &mut Errors) -> Option<Accepted> {
    let wrong = match wanted {
        Topic::Attachment => "actions-form-error-document",
        _ => "actions-form-error-picture",
    };
    match web::accept(sent).await {
        Ok(taken) if (taken.kind == FileKind::Pdf) == (wanted == Topic::Attachment) => return Some(taken),
        Ok(_) | Err(FileRefused::NotTaken) => errors.add(&sent.field, wrong),
        Err(refused) => refused.tell(errors, sent),
    }
    None
}

/// Takes a picture and the words for all of them. What was typed is saved whatever becomes of the file.
pub(super) async fn post_pictures(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let opened = match open(&house, &who, &id).await {
        Ok(opened) => opened,
        Err(problem) => {
            let here = (id.as_str(), Topic::Pictures);
            return unkept::give_back(&house, &at, &who, here, &upload.pairs, problem).await;
        }
    };
    let mut errors = Errors::new();
    let mut rows = typed(&house, opened.action.id, &upload.pairs).await?;
    if let Some(sent) = upload.file("file") {
        let free = rows.iter().position(|row| row[0].is_empty());
        match (free, look(sent, Topic::Pictures, &mut errors).await) {
            (Some(free), Some(taken)) => {
                let kept = keep(&house, opened.action.id, &taken).await?;
                rows[free][0] = code_of(&kept).unwrap_or_default();
            }
            (None, Some(_)) => errors.add("file", "actions-form-error-pictures-many"),
            (_, None) => {}
        }
    }
    let mut pairs = Pairs::new(upload.pairs.iter().filter(|(name, _)| !name.starts_with("picture-")));
    for (n, values) in (1..).zip(&rows) {
        for (part, value) in [""].iter().chain(&WORDS).zip(values) {
            pairs.push(&row("picture", n, part), value);
        }
    }
    ask::keep(&house, &at, &who, &id, Topic::Pictures, &pairs, errors).await
}

/// The rows as they were typed, without those that are to go: each picture's code, anew from what was kept, and its
/// words.
async fn typed(house: &House, action: ActionId, pairs: &Pairs) -> Result<Vec<[String; 4]>, Problem> {
    let mut rows = Vec::new();
    for n in 1..=ROWS {
        if pairs.has(&row("picture", n, "remove"), "yes") {
            continue;
        }
        let mut code = String::new();
        if let Some((id, _, _)) = picture_of(pairs.text(&row("picture", n, ""))) {
            code = of(house, action, id).await?.as_ref().and_then(code_of).unwrap_or_default();
        }
        let [alt, credit, rights] = WORDS.map(|part| pairs.text(&row("picture", n, part)).to_owned());
        if !code.is_empty() || !alt.is_empty() || !credit.is_empty() {
            rows.push([code, alt, credit, rights]);
        }
    }
    rows.resize_with(ROWS, Default::default);
    Ok(rows)
}

/// Takes the document.
pub(super) async fn post_attachment(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let opened = match open(&house, &who, &id).await {
        Ok(opened) => opened,
        Err(problem) => {
            let here = (id.as_str(), Topic::Attachment);
            return unkept::give_back(&house, &at, &who, here, &upload.pairs, problem).await;
        }
    };
    let mut errors = Errors::new();
    let mut kept = None;
    if let Some((id, ..)) = document_of(upload.pairs.text("attachment"))
        && !upload.pairs.has("attachment-remove", "yes")
    {
        kept = of(&house, opened.action.id, id).await?;
    }
    if let Some(sent) = upload.file("file")
        && let Some(taken) = look(sent, Topic::Attachment, &mut errors).await
    {
        kept = Some(keep(&house, opened.action.id, &taken).await?);
    }
    let mut pairs = Pairs::new(upload.pairs.iter().filter(|(name, _)| *name != "attachment"));
    if let Some(file) = kept.filter(|file| file.mime == FileKind::Pdf.mime()) {
        let bytes = u64::try_from(file.size).unwrap_or(0);
        pairs.push("attachment", &document_code(file.id, file.sha256.as_str(), bytes, &file.name));
    }
    ask::keep(&house, &at, &who, &id, Topic::Attachment, &pairs, errors).await
}

/// A file of an action, for whoever has a part in it and for the desk.
pub(super) async fn mine(
    State(house): State<House>,
    who: SignedIn,
    Path((_, id, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let file: FileId = file.parse().map_err(|_| Problem::NotFound)?;
    let kept = of(&house, opened.action.id, file).await?.ok_or(Problem::NotFound)?;
    let bytes = Files::new(&house.folder).bytes(&kept).await?.ok_or(Problem::NotFound)?;
    Ok(answer(&kept, bytes.into()))
}

/// A file of a public action: only what its public record names.
pub(super) async fn public(
    State(house): State<House>,
    at: At,
    Path((_, reference, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let record = page::found(&house, &at, &reference).await?;
    let file: FileId = file.parse().map_err(|_| Problem::NotFound)?;
    let body: PublicAction = serde_json::from_value(record.body)
        .map_err(|error| Problem::broken(format!("a public action cannot be read: {error}")))?;
    let pictures = body.content.pictures.iter().map(|one| (one.file, &one.hash));
    let mut named = pictures.chain(body.content.attachment.iter().map(|one| (one.file, &one.hash)));
    let (_, hash) = named.find(|(id, _)| *id == file).ok_or(Problem::NotFound)?;
    let files = Files::new(&house.folder);
    let kept = files.find(house.store.read(), file).await?;
    let kept = kept.filter(|kept| kept.owner_kind == "action" && kept.sha256.as_str() == hash);
    let kept = kept.ok_or(Problem::NotFound)?;
    let bytes = files.bytes(&kept).await?.ok_or(Problem::NotFound)?;
    Ok(web::served(&at, hash, || answer(&kept, bytes.into())))
}

/// A picture is shown, a document only ever kept; neither is run.
fn answer(file: &Kept, bytes: Bytes) -> Response {
    if !file.mime.starts_with("image/") {
        return web::download(&file.name, &file.mime, bytes);
    }
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let mime = HeaderValue::from_str(&file.mime);
    headers.insert(header::CONTENT_TYPE, mime.unwrap_or(HeaderValue::from_static("image/jpeg")));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    let policy = HeaderValue::from_static("default-src 'none'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}
