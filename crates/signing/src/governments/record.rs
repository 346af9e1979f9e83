//! A government's record as the desk sees it: what is known, who acts for it on what proof, and the changes that its
//! people ask for; and the acts that confirm or refuse one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fact, Fault, Position, Subject, Tx};
use vocabulary::{Arg, BESIDE, RequestId, Say, gazetteer};
use web::{At, ErrorLine, Errors, Fact as Line, Field, Form, Frame, Pairs, Problem, Tone};

use super::answer::{AnswerRefused, Done, REASON_MOST};
use super::change::{Change, ChangeState};
use super::government::{Government, Profile};
use super::may::{self, Refused};
use super::{edit, records, words};
use crate::house::House;
use crate::people::{self, Acting, AtDesk, SignedIn};

/// Makes a change that was asked for. The former name stays among those the government is found by.
pub async fn confirm_change(
    tx: &Tx,
    acting: &Acting,
    id: RequestId,
) -> Result<(Change, Position), AnswerRefused> {
    let change = records::change(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::answer_change(acting, &change)?;
    let by = acting.actor.person().ok_or(Refused::NotTheDesk)?;
    let of = records::canonical_of(tx.conn(), change.government).await?.ok_or(AnswerRefused::Unknown)?;
    let made = change.confirm(by, tx.now())?;
    records::save_change(tx, &made).await?;
    let fact = Fact::new("change.confirmed", Subject::new("change", id), acting.actor).parties();
    tx.tell(fact).await?;
    let profile = made.what.clone().made(of.profile.clone());
    let position = edit::keep(tx, acting, of, profile).await?;
    Ok((made, position))
}

/// Refuses a change, with the reason that whoever asked reads.
pub async fn refuse_change(
    tx: &Tx,
    acting: &Acting,
    id: RequestId,
    reason: &str,
) -> Result<(Change, Position), AnswerRefused> {
    if reason.trim().is_empty() {
        return Err(AnswerRefused::NoReason);
    }
    let change = records::change(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::answer_change(acting, &change)?;
    let by = acting.actor.person().ok_or(Refused::NotTheDesk)?;
    let refused = change.refuse(by, reason.trim().to_owned(), tx.now())?;
    records::save_change(tx, &refused).await?;
    let fact = Fact::new("change.refused", Subject::new("change", id), acting.actor).parties();
    Ok((refused, tx.tell(fact).await?))
}

/// A mandate in the list of those who act for the government.
struct Held {
    who: String,
    about: String,
    dot: &'static str,
    state: String,
    proof: String,
    href: String,
}

/// A change that waits.
struct Asked {
    id: String,
    words: String,
    was: String,
    who: String,
    reason: Field,
}

#[derive(Template)]
#[template(path = "governments/pages/record.html")]
struct RecordPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    name: String,
    facts: Vec<Line>,
    public: String,
    edit: String,
    merge: String,
    answer: String,
    asked: Vec<Asked>,
    before: Vec<String>,
    held: Vec<Held>,
}

/// What is known of a government, for the desk.
fn facts(say: &Say, profile: &Profile) -> Vec<Line> {
    let t = |key: &str| say.t(key);
    let names = profile.name.all().map(|(tag, text)| format!("{} ({})", text.text, say.language_name(tag)));
    let names: Vec<String> = names.collect();
    let place = profile.place.and_then(gazetteer::by_id).map(|place| place.name).unwrap_or_default();
    let point = profile.point.map(|(lat, lon)| format!("{lat}, {lon}")).unwrap_or_default();
    let population = profile.population.map(|counted| {
        let people = say.number(i64::try_from(counted.people).unwrap_or(i64::MAX));
        counted.year.map_or(people.clone(), |year| format!("{people} ({year})"))
    });
    let all = [
        Line::new(t("governments-fact-name"), say.list(&names)),
        Line::new(t("governments-fact-aliases"), say.list(&profile.aliases)),
        Line::new(t("governments-fact-tier"), t(words::tier(profile.tier))),
        Line::new(t("governments-fact-country"), words::country(say, profile)),
        Line::new(t("governments-fact-place"), place),
        Line::new(t("governments-record-point"), point),
        Line::new(t("governments-fact-population"), population.unwrap_or_default()),
        Line::new(t("governments-fact-website"), profile.website.clone().unwrap_or_default()),
        Line::new(t("governments-fact-domain"), profile.domain.clone().unwrap_or_default()),
        Line::new(t("governments-fact-networks"), say.list(&profile.networks)),
    ];
    all.into_iter().filter(|line| !line.value.is_empty()).collect()
}

/// Everybody who acts or has acted for the government, with the proof.
async fn held(house: &House, at: &At, who: &SignedIn, of: &Government) -> Result<Vec<Held>, Fault> {
    let (say, conn) = (&at.say, house.store.read());
    let scope = may::scope(&who.acting());
    let mut held = Vec::new();
    for mandate in records::mandates_for(conn, of.id).await? {
        if !scope.covers(&mandate) {
            continue;
        }
        let contact = people::contact(conn, mandate.person).await?;
        let person = match contact {
            Some(contact) => contact.line(),
            None => say.t("governments-desk-gone"),
        };
        let proof = match (&mandate.proof.text, mandate.proof.file) {
            (Some(text), _) => text.chars().take(200).collect(),
            (None, Some(_)) => say.t("governments-record-proof-file"),
            (None, None) => say.t("governments-desk-proof-none"),
        };
        held.push(Held {
            who: person,
            about: format!("{}{BESIDE}{}", say.t(words::kind(mandate.kind)), mandate.function),
            dot: words::dot(&mandate.state),
            state: say.t(words::state(&mandate.state)),
            proof,
            href: at.to(&format!("/desk/mandates/{}", mandate.id)),
        });
    }
    Ok(held)
}

/// What a field is now, beside what it is asked to become.
fn was(say: &Say, change: &Change, of: &Government) -> String {
    use super::change::What;
    let is = match change.what {
        What::Name(_) => What::Name(of.profile.name.clone()),
        What::Tier(_) => What::Tier(of.profile.tier),
        What::Domain(_) => What::Domain(of.profile.domain.clone()),
    };
    words::change(say, &is)
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    of: &Government,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let (say, conn) = (&at.say, house.store.read());
    let t = |key: &str| say.t(key);
    let form = Form::new(say, errors, pairs);
    let (mut asked, mut before) = (Vec::new(), Vec::new());
    for change in records::changes_for(conn, of.id).await? {
        let words = words::change(say, &change.what);
        let who = people::contact(conn, change.by).await?;
        let who = who.map_or_else(|| t("governments-desk-gone"), |who| who.called().to_owned());
        let told = |key: &str, date| say.with(key, &[("what", Arg::from(&words)), ("date", Arg::from(date))]);
        match &change.state {
            ChangeState::Asked => {
                let field = form.area(&format!("reason-{}", change.id), "governments-desk-reason");
                asked.push(Asked {
                    id: change.id.to_string(),
                    was: was(say, &change, of),
                    who,
                    reason: field.hint(t("governments-desk-reason-hint")).max(REASON_MOST),
                    words,
                });
            }
            ChangeState::Confirmed { at, .. } => {
                before.push(told("governments-record-confirmed", say.date(*at)))
            }
            ChangeState::Refused { at, .. } => before.push(told("governments-record-refused", say.date(*at))),
            ChangeState::Replaced { .. } => {}
        }
    }
    let frame = who.frame(at, "governments-record-title").here("desk").errors(errors);
    let frame = match done {
        "edited" => frame.notice(Tone::Done, t("governments-record-edited")),
        "change-confirmed" => frame.notice(Tone::Done, t("governments-record-change-confirmed")),
        "change-refused" => frame.notice(Tone::Done, t("governments-record-change-refused")),
        _ => frame,
    };
    let base = at.to(&format!("/desk/governments/{}", of.reference));
    Ok(web::html(RecordPage {
        frame: words::with_note(frame, &of.profile),
        errors: errors.summary(say),
        name: format!("{} · {}", of.profile.name.original_text(), of.reference),
        facts: facts(say, &of.profile),
        public: at.to(&of.path()),
        edit: format!("{base}/edit"),
        merge: at.to(&format!("/desk/governments/merge?from={}", of.reference)),
        answer: format!("{base}/change"),
        asked,
        before,
        held: held(house, at, who, of).await?,
    }))
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    may::see(&who.acting()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let of = edit::at_desk(&house, &reference).await?;
    draw(&house, &at, &who, &of, &Errors::new(), &Pairs::none(), &done.done).await
}

/// Confirms or refuses a change, as the button says.
pub(super) async fn answer(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let of = edit::at_desk(&house, &reference).await?;
    let Ok(id) = pairs.text("change").parse::<RequestId>() else { return Err(Problem::Unreadable) };
    let field = format!("reason-{id}");
    let mut errors = Errors::new();
    errors.at_most(&field, pairs.text(&field), REASON_MOST);
    if errors.is_empty() {
        let tx = house.act().await?;
        let (done, answered) = match pairs.text("answer") {
            "confirm" => ("change-confirmed", confirm_change(&tx, &who.acting(), id).await),
            _ => ("change-refused", refuse_change(&tx, &who.acting(), id, pairs.text(&field)).await),
        };
        match answered {
            Ok((_, position)) => {
                tx.commit().await?;
                house.settle_public(position).await?;
                return Ok(at.see(&format!("/desk/governments/{}?done={done}", of.reference)));
            }
            Err(AnswerRefused::Fault(fault)) => return Err(fault.into()),
            Err(AnswerRefused::Unknown) => return Err(Problem::NotFound),
            Err(refused) => errors.add(&field, refused.key().unwrap_or("governments-refused-not-waiting")),
        }
    }
    let page = draw(&house, &at, &who, &of, &errors, &pairs, "").await?;
    Ok(web::again(page))
}
