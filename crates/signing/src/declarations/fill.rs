//! The steps of signing: the form, a look at the answers, sending. A file that fails never loses the form; one that
//! was taken is kept while the rest is put right.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Query;
use serde::Deserialize;
use store::files::Incoming;
use store::{Files, Subject};
use vocabulary::{Arg, FileId, PartialDate};
use web::{At, Choices, ErrorLine, Errors, Fact, Form, Frame, Pairs, Problem, Upload};

use super::form::{Answers, FIELDS, Matter, Way, answers, draw, matter, next, read};
use super::sign::{SignRefused, Signing, enter_paper, signed};
use super::signature::{Consent, Evidence, Hand, SignatureState};
use super::sweep::WAITS;
use crate::house::House;
use crate::people::{AtDesk, Next, SignedIn};

/// From where the officer comes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    next: Option<String>,
}

/// The form, or the way to the signature that lives.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    Query(way): Query<Came>,
) -> Result<Response, Problem> {
    let next = way.next.as_deref().and_then(Next::parse);
    Ok(begin(&at, &who, &matter(&house, &who, &reference, Hand::Government).await?, next))
}

/// The same form for the desk, which enters what was signed on paper.
pub(super) async fn desk_page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    Ok(begin(&at, &who, &matter(&house, &who, &reference, Hand::Desk).await?, None))
}

fn begin(at: &At, who: &SignedIn, matter: &Matter, next: Option<Next>) -> Response {
    let mut pairs = match &matter.last {
        Some(last) if last.lives() => {
            return match (next, matter.hand) {
                (Some(next), _) => Redirect::to(next.as_str()).into_response(),
                (None, Hand::Government) => at.see(&format!("/my/signatures/{}", last.reference)),
                (None, Hand::Desk) => at.see(&format!("/desk/signatures/{}", last.id)),
            };
        }
        Some(last) if matches!(last.state, SignatureState::Returned { .. } | SignatureState::Dropped) => {
            answers(last)
        }
        _ => Pairs::none(),
    };
    if let Some(next) = next {
        pairs.push("next", next.as_str());
    }
    draw(at, who, matter, &Errors::new(), &pairs)
}

/// The file that was kept before, if it is this person's own.
async fn kept(house: &House, who: &SignedIn, pairs: &Pairs) -> Result<Option<FileId>, Problem> {
    let Ok(id) = pairs.text("kept").parse::<FileId>() else { return Ok(None) };
    let found = Files::new(&house.folder).find(house.store.read(), id).await?;
    let theirs = found.filter(|file| file.owner_kind == WAITS && file.owner == who.person.uuid());
    Ok(theirs.filter(|file| file.forgotten.is_none()).map(|file| file.id))
}

/// Takes the file that was sent, and keeps it; what is wrong with it is said at the field.
async fn take(
    house: &House,
    who: &SignedIn,
    upload: &Upload,
    errors: &mut Errors,
) -> Result<Option<(FileId, String)>, Problem> {
    upload.tell_broken(errors);
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
        owner: Subject::new(WAITS, who.person),
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
    not_sent: String,
    button: String,
    action: String,
    facts: Vec<Fact>,
    hidden: Vec<(String, String)>,
    may: Choices,
}

fn facts(at: &At, matter: &Matter, pairs: &Pairs, answers: &Answers) -> Vec<Fact> {
    let say = &at.say;
    let title = matter.declaration.about.title.pick(at.lang).map(|picked| picked.text).unwrap_or_default();
    let fact = |key: &str, value: &str| Fact::new(say.t(key), value);
    let signer = &answers.signer;
    let mut facts = vec![
        fact("declarations-fact-government", matter.government.profile.name.original_text()),
        fact("declarations-fact-declaration", title),
        fact("declarations-sign-name", &signer.name),
        fact("declarations-sign-form-of-address", signer.title.as_deref().unwrap_or_default()),
        fact("declarations-sign-function", &signer.function),
        fact("declarations-sign-capacity", &say.t(signer.capacity.key())),
        fact("declarations-sign-place", signer.place.as_deref().unwrap_or_default()),
    ];
    match &answers.way {
        Way::Paper(date, evidence) => facts.extend([
            fact("declarations-sign-way", &say.t("declarations-way-paper")),
            fact("declarations-sign-date", &say.partial(date)),
            fact("declarations-sign-evidence", &say.t(evidence.key())),
            fact("declarations-sign-file", pairs.text("kept-name")),
        ]),
        Way::Code(office) => facts.extend([
            fact("declarations-sign-way", &say.t("declarations-way-code")),
            fact("declarations-sign-office", office.as_str()),
        ]),
        Way::Alone => facts.push(fact("declarations-sign-way", &say.t("declarations-way-alone"))),
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn draw_check(
    at: &At,
    who: &SignedIn,
    matter: &Matter,
    errors: &Errors,
    pairs: &Pairs,
    answers: &Answers,
) -> Response {
    let say = &at.say;
    let government = matter.government.profile.name.original_text();
    let hidden = FIELDS.iter().map(|field| ((*field).to_owned(), pairs.text(field).to_owned()));
    let asks = matches!(answers.way, Way::Code(_));
    let (sentence, button, not_sent) = match (matter.hand, asks) {
        (Hand::Desk, _) => {
            ("declarations-check-desk-yes", "declarations-check-enter", "declarations-check-not-entered")
        }
        (_, true) => ("declarations-check-may-ask", "declarations-check-ask", "declarations-check-not-asked"),
        (_, false) => {
            ("declarations-check-may-yes", "declarations-check-send", "declarations-check-not-sent")
        }
    };
    let sentence = say.with(sentence, &[("government", Arg::from(government))]);
    web::html(CheckPage {
        frame: who.frame(at, "declarations-check-title").here("my").errors(errors),
        errors: errors.summary(say),
        not_sent: say.t(not_sent),
        button: say.t(button),
        action: at.to(&format!("{}/send", matter.path())),
        facts: facts(at, matter, pairs, answers),
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
    let matter = matter(&house, &who, &reference, Hand::Government).await?;
    look(&house, &at, &who, &matter, upload).await
}

/// The same for the desk.
pub(super) async fn desk_check(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference, Hand::Desk).await?;
    look(&house, &at, &who, &matter, upload).await
}

async fn look(
    house: &House,
    at: &At,
    who: &SignedIn,
    matter: &Matter,
    upload: Upload,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let answers = read(matter, &upload.pairs, &mut errors);
    let on_paper = matches!(upload.pairs.text("way"), "" | "paper");
    let mut pairs = Pairs::new(upload.pairs.iter().filter(|(name, _)| !name.starts_with("kept")));
    match take(house, who, &upload, &mut errors).await? {
        Some((id, name)) => {
            pairs.push("kept", &id.to_string());
            pairs.push("kept-name", &name);
        }
        None => match kept(house, who, &upload.pairs).await? {
            Some(id) => {
                pairs.push("kept", &id.to_string());
                pairs.push("kept-name", upload.pairs.text("kept-name"));
            }
            None if errors.has("file") || !on_paper => {}
            None => errors.add("file", "declarations-error-file"),
        },
    }
    Ok(match answers.filter(|_| errors.is_empty()) {
        Some(answers) => draw_check(at, who, matter, &errors, &pairs, &answers),
        None => web::again(draw(at, who, matter, &errors, &pairs)),
    })
}

/// Sends the signature, or goes back to the form with everything in it.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference, Hand::Government).await?;
    Sending { house: &house, at: &at, who: &who, matter }.end(&pairs).await
}

/// The same for the desk.
pub(super) async fn desk_send(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let matter = matter(&house, &who, &reference, Hand::Desk).await?;
    Sending { house: &house, at: &at, who: &who, matter }.end(&pairs).await
}

/// The last step.
struct Sending<'a> {
    house: &'a House,
    at: &'a At,
    who: &'a SignedIn,
    matter: Matter,
}

impl Sending<'_> {
    async fn end(&self, pairs: &Pairs) -> Result<Response, Problem> {
        let mut errors = Errors::new();
        let answers = read(&self.matter, pairs, &mut errors);
        let file = kept(self.house, self.who, pairs).await?;
        if file.is_none() && matches!(pairs.text("way"), "" | "paper") {
            errors.add("file", "declarations-error-file");
        }
        if pairs.has("change", "yes") {
            return Ok(draw(self.at, self.who, &self.matter, &Errors::new(), pairs));
        }
        let Some(answers) = answers.filter(|_| errors.is_empty()) else {
            return Ok(web::again(draw(self.at, self.who, &self.matter, &errors, pairs)));
        };
        if !pairs.has("may", "yes") {
            errors.add("may", "declarations-error-may");
            return Ok(web::again(draw_check(self.at, self.who, &self.matter, &errors, pairs, &answers)));
        }
        match self.act(answers, file).await {
            Ok(on) => Ok(next(pairs).map_or(on, |next| Redirect::to(next.as_str()).into_response())),
            Err(SignRefused::Fault(fault)) => Err(fault.into()),
            Err(SignRefused::Already(known)) => Ok(self.at.see(&format!("/my/signatures/{known}"))),
            Err(refused) => {
                errors.add("date", refused.key().unwrap_or("declarations-error-date"));
                Ok(web::again(draw(self.at, self.who, &self.matter, &errors, pairs)))
            }
        }
    }

    async fn act(&self, answers: Answers, file: Option<FileId>) -> Result<Response, SignRefused> {
        let (at, who, declaration) = (self.at, self.who, &self.matter.declaration);
        let tx = self.house.act().await?;
        let today = PartialDate::from(tx.now().date());
        let (date, evidence) = match &answers.way {
            Way::Paper(date, evidence) => (*date, *evidence),
            Way::Code(_) => (today, Evidence::Code),
            Way::Alone => (today, Evidence::Mandate),
        };
        let signing =
            Signing { government: self.matter.government.id, signer: answers.signer, date, evidence, file };
        let consent = Consent::given(at.lang, tx.now());
        let on = match (self.matter.hand, answers.way) {
            (Hand::Desk, _) => {
                let (one, _) = enter_paper(&tx, &who.acting(), declaration, signing, consent).await?;
                at.see(&format!("/desk/signatures/{}?done=entered", one.id))
            }
            (Hand::Government, Way::Code(office)) => {
                let reference =
                    super::ask_for::ask_for(self.house, &tx, who, declaration, signing, (&office, at.lang))
                        .await?;
                at.see(&format!("/my/signatures/{reference}?done=prepared"))
            }
            (Hand::Government, _) => {
                let (one, _) = signed(&tx, &who.acting(), declaration, signing, Some(consent)).await?;
                at.see(&format!("/my/signatures/{}?done=sent", one.reference))
            }
        };
        tx.commit().await?;
        Ok(on)
    }
}
