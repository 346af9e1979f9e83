//! The letters of this room, and the follower that writes them: one fact, one reader, one letter of a template. No mark
//! and no comment of an assessor to the desk stands in a letter.

use async_trait::async_trait;
use post::Letter;
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{Arg, PersonId, Say};

use super::panel::{Assessment, AssessmentId, Assignment, AssignmentId, Decision, State};
use super::records::{assessments, panel, sheets, summaries};
use crate::people::{self, Contact};
use crate::{House, actions, governments};

/// The dispatcher of this room's letters. It also forgets what a person who was erased wrote about themselves.
pub struct Mails {
    house: House,
}

impl Mails {
    /// The dispatcher of this house.
    pub fn new(house: &House) -> Mails {
        Mails { house: house.clone() }
    }
}

/// The keys of one letter to the desk.
fn to_desk(kind: &str) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        "assessment.barred" => ("assessment-mail-barred-subject", "assessment-mail-barred-body"),
        "assessment.declined" => ("assessment-mail-declined-subject", "assessment-mail-declined-body"),
        "assessment.interest-declared" => {
            ("assessment-mail-declared-subject", "assessment-mail-declared-body")
        }
        "assessment.marked" => ("assessment-mail-marked-subject", "assessment-mail-marked-body"),
        _ => return None,
    })
}

#[async_trait]
impl Follower for Mails {
    fn name(&self) -> &'static str {
        "assessment.mails"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        match fact.kind.as_str() {
            "person.erased" => {
                panel::forget(tx, PersonId::from(fact.subject)).await?;
                return summaries::forget(tx, PersonId::from(fact.subject)).await;
            }
            "assessment.decided" => return self.decided(tx, fact).await,
            "assessment.marked" if fact.note.get("all") != Some(&serde_json::Value::Bool(true)) => {
                return Ok(());
            }
            kind if kind.starts_with("assessment.") && fact.subject_kind == "assignment" => {}
            _ => return Ok(()),
        }
        let Some(one) = panel::find(tx.conn(), AssignmentId::from(fact.subject)).await? else {
            return Ok(());
        };
        let Some(of) = assessments::find(tx.conn(), one.assessment).await? else { return Ok(()) };
        if let Some(keys) = to_desk(&fact.kind) {
            for member in people::desk(tx.conn()).await? {
                let letter = self.desk(tx, &of, &member, keys).await?;
                post::put(tx, letter.to_person(member.person).because_of(fact.position)).await?;
            }
            return Ok(());
        }
        if matches!(fact.kind.as_str(), "assessment.assigned" | "assessment.interest-accepted")
            && let Some(contact) = people::contact(tx.conn(), one.assessor).await?
        {
            let accepted = fact.kind == "assessment.interest-accepted";
            let letter = asked(&self.house, tx, &one, &of, &contact, accepted).await?;
            post::put(tx, letter.because_of(fact.position)).await?;
        }
        Ok(())
    }
}

/// What every letter names: the programme, the reference, the government.
async fn words(
    house: &House,
    tx: &Tx,
    of: &Assessment,
    say: &Say,
) -> Result<[(&'static str, Arg); 3], Fault> {
    let action = actions::by_id(tx.conn(), of.action).await?;
    let reference = action.as_ref().and_then(|action| action.reference.as_ref());
    let lead = match &action {
        Some(action) => governments::canonical_of(tx.conn(), action.lead).await?,
        None => None,
    };
    let name = lead.map(|lead| lead.profile.name);
    let name = name.as_ref().and_then(|name| name.pick(say.lang)).map(|picked| picked.text.to_owned());
    let programme = house.kit.called(say);
    Ok([
        ("programme", Arg::from(programme)),
        ("reference", Arg::from(reference.map(ToString::to_string).unwrap_or_default())),
        ("government", Arg::from(name.unwrap_or_default())),
    ])
}

/// Asks somebody to assess, or tells them that they may begin; reminders are the same letter with other words.
async fn asked(
    house: &House,
    tx: &Tx,
    one: &Assignment,
    of: &Assessment,
    to: &Contact,
    accepted: bool,
) -> Result<Letter, Fault> {
    let (template, subject, body) = match accepted {
        true => ("assessment.accepted", "assessment-mail-accepted-subject", "assessment-mail-accepted-body"),
        false => ("assessment.asked", "assessment-mail-asked-subject", "assessment-mail-asked-body"),
    };
    to_assessor(house, tx, one, of, to, (template, subject, body)).await
}

/// A letter to an assessor about what they were asked.
pub(super) async fn to_assessor(
    house: &House,
    tx: &Tx,
    one: &Assignment,
    of: &Assessment,
    to: &Contact,
    (template, subject, body): (&'static str, &'static str, &'static str),
) -> Result<Letter, Fault> {
    let say = house.say(to.lang);
    let words = words(house, tx, of, &say).await?;
    let due = vec![(say.t("assessment-due"), say.date(one.due))];
    Ok(Letter::new(to.address.clone(), say.lang, template, say.plain(subject, &words))
        .to_person(to.person)
        .paragraph(say.plain(body, &words))
        .facts(due)
        .button(say.t("assessment-mail-open"), format!("/{}/assess/{}", say.lang.code(), one.id)))
}

impl Mails {
    async fn desk(
        &self,
        tx: &Tx,
        of: &Assessment,
        to: &Contact,
        (subject, body): (&'static str, &'static str),
    ) -> Result<Letter, Fault> {
        let say = self.house.say(to.lang);
        let words = words(&self.house, tx, of, &say).await?;
        let path = format!("/{}/desk/actions/{}/assessment", say.lang.code(), of.action);
        Ok(Letter::new(to.address.clone(), say.lang, "assessment.desk", say.plain(subject, &words))
            .paragraph(say.plain(body, &words))
            .button(say.t("assessment-mail-desk-open"), path))
    }

    /// Tells the city what the assessors said, where it was published: a return or a refusal is a letter of its own,
    /// with its reasons.
    async fn decided(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        let Some(of) = assessments::find(tx.conn(), AssessmentId::from(fact.subject)).await? else {
            return Ok(());
        };
        let State::Decided { what: Decision::Publish, reasons, .. } = &of.state else { return Ok(()) };
        let mut said = sheets::released(tx.conn(), of.id).await?;
        if !reasons.is_empty() {
            said.insert(0, reasons.clone());
        }
        let Some(action) = actions::by_id(tx.conn(), of.action).await?.filter(|_| !said.is_empty()) else {
            return Ok(());
        };
        for mandate in governments::mandates_for(tx.conn(), action.lead).await? {
            let contact = match mandate.is_confirmed() {
                true => people::contact(tx.conn(), mandate.person).await?,
                false => None,
            };
            let Some(to) = contact else { continue };
            let say = self.house.say(to.lang);
            let words = words(&self.house, tx, &of, &say).await?;
            let subject = say.plain("assessment-mail-feedback-subject", &words);
            let mut letter = Letter::new(to.address.clone(), say.lang, "assessment.feedback", subject)
                .to_person(to.person)
                .because_of(fact.position)
                .paragraph(say.plain("assessment-mail-feedback-body", &words));
            for text in &said {
                letter = letter.user_text(text);
            }
            let path = format!("/{}/my/actions/{}/assessment", say.lang.code(), of.action);
            post::put(tx, letter.button(say.t("assessment-mail-feedback-open"), path)).await?;
        }
        Ok(())
    }
}
