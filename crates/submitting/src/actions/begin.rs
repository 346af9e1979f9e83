//! An act: begin an action for a government that one acts for, or has asked to act for.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{CallId, GovernmentId, PersonId};
use web::{At, Choices, ErrorLine, Errors, Form, Frame, Pairs, Problem};

use super::action::{Action, Stage};
use super::draft::{Answers, Draft};
use super::may::{self, Tie};
use super::refused::ActionRefused;
use super::topic::Topic;
use super::{mine, records};
use crate::House;
use crate::governments;
use crate::people::{Acting, SignedIn};

/// What an action is begun with.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Of which Call.
    pub call: CallId,
    /// Whose it is.
    pub lead: GovernmentId,
    /// How the person stands with that government.
    pub tie: Tie,
    /// The language that is offered first for the answers.
    pub language: String,
    /// The private contact that is offered first.
    pub contact: (String, String),
}

/// Begins an action: nothing of it is public, and nobody at the desk is told to do anything.
pub async fn begin(tx: &Tx, acting: &Acting, with: Beginning) -> Result<Action, ActionRefused> {
    may::begin(acting, with.tie)?;
    let action = Action {
        id: tx.new_id(),
        call: with.call,
        reference: None,
        lead: with.lead,
        author: acting.actor.person(),
        stage: Stage::Draft,
        since: tx.now(),
        current: None,
        revision: None,
        begun: tx.now(),
    };
    records::actions::add(tx, &action, &[], "", None).await?;
    let mut title = Answers::default();
    title.put("language", with.language);
    let mut contact = Answers::default();
    contact.put("contact_name", with.contact.0);
    contact.put("contact_address", with.contact.1);
    for (topic, answers) in [(Topic::Title, title), (Topic::Contact, contact)] {
        let draft = Draft::of(topic, &answers);
        records::drafts::save(tx, action.id, topic, &draft, action.author).await?;
    }
    let fact = Fact::new("action.begun", Subject::new("action", action.id), acting.actor).parties();
    tx.tell(fact.call(with.call)).await?;
    Ok(action)
}

#[derive(Template)]
#[template(path = "actions/pages/new.html")]
struct NewPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    governments: Choices,
    none: bool,
}

/// The governments that a person may begin an action for.
async fn offered(house: &House, person: PersonId) -> Result<Vec<governments::Government>, Fault> {
    let mandates = governments::mandates_of(house.store.read(), person).await?;
    Ok(mandates
        .into_iter()
        .filter(|(mandate, _)| mandate.stands())
        .map(|(_, government)| government)
        .collect())
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let offered = offered(house, who.person).await?;
    let mut pairs = pairs.clone();
    if let ([only], None) = (&offered[..], pairs.first("government")) {
        pairs.push("government", &only.id.to_string());
    }
    let form = Form::new(&at.say, errors, &pairs);
    let choice = |one: &governments::Government| {
        let name = one.profile.name.pick(at.lang).map_or_else(String::new, |picked| picked.text.to_owned());
        (one.id.to_string(), name)
    };
    Ok(web::html(NewPage {
        frame: who.frame(at, "actions-new-title").here("my").errors(errors),
        errors: errors.summary(&at.say),
        none: offered.is_empty(),
        governments: form.choices("government", "actions-new-government", offered.iter().map(choice)),
    }))
}

/// The page that asks for which government.
pub(super) async fn page(State(house): State<House>, at: At, who: SignedIn) -> Result<Response, Problem> {
    draw(&house, &at, &who, &Errors::new(), &Pairs::none()).await
}

/// Begins the action and leads to its task list.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    if !call.is_open(house.now()) {
        return Err(Problem::Refused("actions-refused-closed"));
    }
    let Ok(lead) = pairs.text("government").parse::<GovernmentId>() else {
        let mut errors = Errors::new();
        errors.add("government", "actions-error-government");
        return Ok(web::again(draw(&house, &at, &who, &errors, &pairs).await?));
    };
    let tx = house.act().await?;
    let with = Beginning {
        call: call.id,
        lead,
        tie: mine::tie(tx.conn(), who.person, lead, tx.now()).await?,
        language: at.lang.code().to_owned(),
        contact: (who.name.clone().unwrap_or_default(), who.address.as_str().to_owned()),
    };
    let action = begin(&tx, &who.acting(), with).await?;
    tx.commit().await?;
    Ok(at.see(&format!("/my/actions/{}", action.id)))
}
