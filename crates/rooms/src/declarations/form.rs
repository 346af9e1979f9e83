//! The form with which an officer signs for a government: the answers, a look at them, and sending. A file that fails
//! never loses the form; one that was taken is kept while the rest is put right.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::files::Incoming;
use store::{Files, Subject};
use vocabulary::{Arg, FileId, PartialDate};
use web::{
    At, Choices, Date3, DateParts, ErrorLine, Errors, Fact, Field, FileField, Form, Frame, Pairs, Problem,
    Upload,
};

use super::declaration::{Declaration, Wording};
use super::may;
use super::records::{declarations, signatures};
use super::sign::{SignRefused, Signing, sign};
use super::signature::{Capacity, Evidence, Signature, SignatureState, Signer};
use crate::governments::{self, Government};
use crate::house::House;
use crate::people::SignedIn;

/// The longest name, title, function and place, in characters.
const MOST: usize = 160;
/// The fields that go from the form to the look at the answers and on.
const FIELDS: [&str; 11] = [
    "name",
    "title",
    "function",
    "capacity",
    "place",
    "date-day",
    "date-month",
    "date-year",
    "evidence",
    "kept",
    "kept-name",
];

/// What a page of the form is about.
struct Matter {
    government: Government,
    declaration: Declaration,
    placeholder: bool,
    /// The signature that lives or was returned last.
    last: Option<Signature>,
}

/// Looks up the government and the declaration, and whether this person may sign.
async fn matter(house: &House, who: &SignedIn, reference: &str) -> Result<Matter, Problem> {
    let conn = house.store.read();
    let named = governments::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let government = governments::canonical_of(conn, named.id).await?.ok_or(Problem::NotFound)?;
    let mandate = governments::standing(conn, who.person, government.id, house.now()).await?;
    may::sign(&who.acting(), mandate.as_ref()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let call = house.call().ok_or(Problem::NotFound)?;
    let declaration = declarations::by_slug(conn, &call.declaration).await?.ok_or(Problem::NotFound)?;
    let version = declarations::latest_version(conn, declaration.id).await?;
    let all = signatures::of_government(conn, government.id).await?;
    let last = all.into_iter().find(|one| one.declaration == declaration.id && one.was_sent());
    let placeholder = version.is_none_or(|version| version.wording == Wording::Placeholder);
    Ok(Matter { government, declaration, placeholder, last })
}

#[derive(Template)]
#[template(path = "declarations/pages/sign.html")]
struct SignPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    action: String,
    lead: String,
    text_href: String,
    placeholder: bool,
    reasons: String,
    name: Field,
    title: Field,
    function: Field,
    capacity: Choices,
    place: Field,
    date: Date3,
    evidence: Choices,
    file: FileField,
    kept: Option<(String, String)>,
}

fn draw(at: &At, who: &SignedIn, matter: &Matter, errors: &Errors, pairs: &Pairs) -> Response {
    let say = &at.say;
    let form = Form::new(say, errors, pairs);
    let title = matter.declaration.about.title.pick(at.lang).map(|picked| picked.text).unwrap_or_default();
    let government = matter.government.profile.name.original_text();
    let args = [("declaration", Arg::from(title)), ("government", Arg::from(government))];
    let capacities = Capacity::ALL.map(|capacity| (capacity.word(), say.t(capacity.key())));
    let kinds = Evidence::SENT.map(|kind| (kind.word(), say.t(kind.key())));
    let kept = Some(pairs.text("kept")).filter(|id| !id.is_empty());
    let field = |name: &str, label: &str| form.text(name, label).max(MOST);
    web::html(SignPage {
        frame: who.frame(at, "declarations-sign-title").here("my").errors(errors),
        errors: errors.summary(say),
        action: at.to(&format!("/my/governments/{}/sign", matter.government.reference)),
        lead: say.with("declarations-sign-lead", &args),
        text_href: at.to(&format!("/declarations/{}", matter.declaration.slug)),
        placeholder: matter.placeholder,
        reasons: match matter.last.as_ref().map(|last| &last.state) {
            Some(SignatureState::Returned { reasons, .. }) => reasons.clone(),
            _ => String::new(),
        },
        name: field("name", "declarations-sign-name").hint(say.t("declarations-sign-name-hint")),
        title: field("title", "declarations-sign-form-of-address").optional(),
        function: field("function", "declarations-sign-function")
            .hint(say.t("declarations-sign-function-hint")),
        capacity: form.choices("capacity", "declarations-sign-capacity", capacities),
        place: field("place", "declarations-sign-place").optional(),
        date: form.date("date", "declarations-sign-date").hint(say.t("declarations-sign-date-hint")),
        evidence: form.choices("evidence", "declarations-sign-evidence", kinds),
        file: form.file("file", "declarations-sign-file"),
        kept: kept.map(|id| (id.to_owned(), pairs.text("kept-name").to_owned())),
    })
}

/// The answers of a signature that was returned, to begin with.
fn answers(signature: &Signature) -> Pairs {
    let mut pairs = Pairs::none();
    if let Some(signer) = &signature.signer {
        pairs.push("name", &signer.name);
        pairs.push("title", signer.title.as_deref().unwrap_or_default());
        pairs.push("function", &signer.function);
        pairs.push("capacity", signer.capacity.word());
        pairs.push("place", signer.place.as_deref().unwrap_or_default());
    }
    for (name, value) in signature.date.iter().flat_map(|date| DateParts::pairs("date", date)) {
        pairs.push(&name, &value);
    }
    pairs.push("evidence", signature.evidence.word());
    pairs
}

/// The form, or the way to the signature that lives.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference).await?;
    let pairs = match &matter.last {
        Some(last) if matches!(last.state, SignatureState::Sent | SignatureState::Verified { .. }) => {
            return Ok(at.see(&format!("/my/signatures/{}", last.reference)));
        }
        Some(last) if matches!(last.state, SignatureState::Returned { .. }) => answers(last),
        _ => Pairs::none(),
    };
    Ok(draw(&at, &who, &matter, &Errors::new(), &pairs))
}

/// What was answered, or what is wrong with it.
fn read(pairs: &Pairs, errors: &mut Errors) -> Option<(Signer, PartialDate, Evidence)> {
    let name = errors.want("name", pairs.text("name"), "declarations-error-name").to_owned();
    let function = errors.want("function", pairs.text("function"), "declarations-error-function").to_owned();
    for field in ["name", "title", "function", "place"] {
        errors.at_most(field, pairs.text(field), MOST);
    }
    let capacity = Capacity::parse(pairs.text("capacity"));
    if capacity.is_none() {
        errors.add("capacity", "declarations-error-capacity");
    }
    let date = DateParts::of(pairs, "date").check("date", errors);
    if date.is_none() && !errors.has("date") {
        errors.add("date", "declarations-error-date");
    }
    let evidence = Evidence::parse(pairs.text("evidence")).filter(|kind| Evidence::SENT.contains(kind));
    if evidence.is_none() {
        errors.add("evidence", "declarations-error-evidence");
    }
    let optional = |field: &str| Some(pairs.text(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let signer =
        Signer { name, title: optional("title"), function, capacity: capacity?, place: optional("place") };
    Some((signer, date?, evidence?))
}

/// The file that was kept before, if it is this person's own.
async fn kept(house: &House, who: &SignedIn, pairs: &Pairs) -> Result<Option<FileId>, Problem> {
    let Ok(id) = pairs.text("kept").parse::<FileId>() else { return Ok(None) };
    let found = Files::new(&house.folder).find(house.store.read(), id).await?;
    let theirs = found.filter(|file| file.owner_kind == "person" && file.owner == who.person.uuid());
    Ok(theirs.map(|file| file.id))
}

/// Takes the file that was sent, and keeps it; what is wrong with it is said at the field.
async fn take(
    house: &House,
    who: &SignedIn,
    upload: &Upload,
    errors: &mut Errors,
) -> Result<Option<(FileId, String)>, Problem> {
    let Some(sent) = upload.file("file") else { return Ok(None) };
    let accepted = match web::accept(sent).await {
        Ok(accepted) => accepted,
        Err(refused) => {
            refused.tell(errors, sent);
            return Ok(None);
        }
    };
    let tx = house.note().await?;
    let file = Incoming {
        bytes: &accepted.bytes,
        mime: accepted.kind.mime(),
        name: &accepted.name,
        owner: Subject::new("person", who.person),
    };
    let id = Files::new(&house.folder).put(&tx, file).await?;
    tx.commit().await?;
    Ok(Some((id, accepted.name)))
}

#[derive(Template)]
#[template(path = "declarations/pages/check.html")]
struct CheckPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    action: String,
    facts: Vec<Fact>,
    hidden: Vec<(String, String)>,
    may: Choices,
}

fn draw_check(
    at: &At,
    who: &SignedIn,
    matter: &Matter,
    errors: &Errors,
    pairs: &Pairs,
    answers: &(Signer, PartialDate, Evidence),
) -> Response {
    let say = &at.say;
    let (signer, date, evidence) = answers;
    let title = matter.declaration.about.title.pick(at.lang).map(|picked| picked.text).unwrap_or_default();
    let government = matter.government.profile.name.original_text();
    let fact = |key: &str, value: &str| Fact::new(say.t(key), value);
    let mut facts = vec![
        fact("declarations-fact-government", government),
        fact("declarations-fact-declaration", title),
        fact("declarations-sign-name", &signer.name),
        fact("declarations-sign-form-of-address", signer.title.as_deref().unwrap_or_default()),
        fact("declarations-sign-function", &signer.function),
        fact("declarations-sign-capacity", &say.t(signer.capacity.key())),
        fact("declarations-sign-place", signer.place.as_deref().unwrap_or_default()),
        fact("declarations-sign-date", &say.partial(date)),
        fact("declarations-sign-evidence", &say.t(evidence.key())),
        fact("declarations-sign-file", pairs.text("kept-name")),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    let hidden = FIELDS.iter().map(|field| ((*field).to_owned(), pairs.text(field).to_owned()));
    let sentence = say.with("declarations-check-may-yes", &[("government", Arg::from(government))]);
    web::html(CheckPage {
        frame: who.frame(at, "declarations-check-title").here("my").errors(errors),
        errors: errors.summary(say),
        action: at.to(&format!("/my/governments/{}/sign/send", matter.government.reference)),
        facts,
        hidden: hidden.collect(),
        may: Form::new(say, errors, pairs).choices("may", "declarations-check-may", [("yes", sentence)]),
    })
}

/// Takes the answers and the file, and shows them once more before they are sent.
pub(super) async fn check(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference).await?;
    let mut errors = Errors::new();
    let answers = read(&upload.pairs, &mut errors);
    let mut pairs = Pairs::new(upload.pairs.iter().filter(|(name, _)| !name.starts_with("kept")));
    match take(&house, &who, &upload, &mut errors).await? {
        Some((id, name)) => {
            pairs.push("kept", &id.to_string());
            pairs.push("kept-name", &name);
        }
        None => match kept(&house, &who, &upload.pairs).await? {
            Some(id) => {
                pairs.push("kept", &id.to_string());
                pairs.push("kept-name", upload.pairs.text("kept-name"));
            }
            None if errors.has("file") => {}
            None => errors.add("file", "declarations-error-file"),
        },
    }
    match answers.filter(|_| errors.is_empty()) {
        Some(answers) => Ok(draw_check(&at, &who, &matter, &errors, &pairs, &answers)),
        None => {
            let page = draw(&at, &who, &matter, &errors, &pairs);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Sends the signature, or goes back to the form with everything in it.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference).await?;
    let mut errors = Errors::new();
    let answers = read(&pairs, &mut errors);
    let file = kept(&house, &who, &pairs).await?;
    if file.is_none() {
        errors.add("file", "declarations-error-file");
    }
    if pairs.has("change", "yes") {
        return Ok(draw(&at, &who, &matter, &Errors::new(), &pairs));
    }
    let Some(answers) = answers.filter(|_| errors.is_empty()) else {
        let page = draw(&at, &who, &matter, &errors, &pairs);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    if !pairs.has("may", "yes") {
        errors.add("may", "declarations-error-may");
        let page = draw_check(&at, &who, &matter, &errors, &pairs, &answers);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let (signer, date, evidence) = answers;
    let signing = Signing { government: matter.government.id, signer, date, evidence, file };
    let tx = house.act().await?;
    match sign(&tx, &who.acting(), &matter.declaration, signing).await {
        Ok((signature, _)) => {
            tx.commit().await?;
            Ok(at.see(&format!("/my/signatures/{}?done=sent", signature.reference)))
        }
        Err(SignRefused::Fault(fault)) => Err(fault.into()),
        Err(SignRefused::Already(known)) => Ok(at.see(&format!("/my/signatures/{known}"))),
        Err(refused) => {
            drop(tx);
            errors.add("date", refused.key().unwrap_or("declarations-error-date"));
            let page = draw(&at, &who, &matter, &errors, &pairs);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
