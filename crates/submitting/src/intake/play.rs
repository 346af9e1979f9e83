//! Acts of the invented governments: each is brought as far as its file says, through the rooms' own acts, in one
//! transaction of its own. One that is there already stays as it is.

use store::{Fault, Tx};
use vocabulary::{GovernmentId, Lang, PartialDate, PersonId};

use super::invented::{Invented, InventedAction, InventedGovernment, Reached, lang_of};
use super::spoken::spoken;
use crate::House;
use crate::actions::begin::{Beginning, begin};
use crate::actions::draft::Answers;
use crate::actions::may::{Signed, Tie};
use crate::actions::save::{Saved, save};
use crate::actions::send::{Sending, send};
use crate::actions::topic::Topic;
use crate::actions::{self, Action, WithdrawReason, decide, withdraw};
use crate::assessment::{self, Mark, Sheet, assign, declare, mark};
use crate::calls::Call;
use crate::declarations::{self, Capacity, Declaration, Evidence, Signer, Signing};
use crate::governments::{self, Government, MandateKind, Match, Origin};
use crate::people::{self, Acting, Address, Role};

/// The name under which a demonstration acts where no person does.
pub(super) const PROGRAM: &str = "demo";

/// What all the invented governments share.
pub(super) struct Stage<'a> {
    pub house: &'a House,
    pub invented: &'a Invented,
    pub call: &'a Call,
    pub declaration: &'a Declaration,
    /// The member of the secretariat who answers them.
    pub desk: PersonId,
    /// Its assessors; the second one marks at once.
    pub panel: [PersonId; 2],
    /// Its editor.
    pub editor: PersonId,
}

/// An act of the demonstration was refused: its file and the rooms' rules do not agree.
pub(super) fn refused(what: &str, why: impl std::fmt::Display) -> Fault {
    Fault::broken(format!("a demonstration cannot {what}: {why}"))
}

impl Stage<'_> {
    /// Plays one government as far as it has come. Gives nothing when it is there already.
    pub async fn play(&self, tx: &Tx, one: &InventedGovernment) -> Result<Option<Government>, Fault> {
        let profile = self.invented.profile(one)?;
        if is_there(tx, profile.name.original_text()).await? {
            return Ok(None);
        }
        let acting = Acting::program(PROGRAM);
        let government = governments::enter(tx, acting.actor, profile, Origin::Invented).await?;
        let address = Address::parse(&one.officer).map_err(|err| refused("write to an officer", err))?;
        let officer = people::admit(tx, &address, lang_of(one)).await?.person;
        let whom = governments::Whom::Known(government.id);
        let asked = Acting::person(officer, None);
        let function = spoken(lang_of(one)).officer;
        let (mandate, ..) = governments::ask(tx, &asked, &address, whom, MandateKind::FocalPoint, function)
            .await
            .map_err(|why| refused("ask for a mandate", why))?;
        if one.stage == Reached::Asked {
            return Ok(Some(government));
        }
        governments::confirm(tx, &self.desk(), mandate.id).await.map_err(|why| refused("confirm", why))?;
        if one.stage >= Reached::Signed {
            self.sign(tx, one, officer, government.id).await?;
        }
        self.name_leader(tx, one, officer, government.id).await?;
        if let Some(action) = &one.action {
            self.act(tx, one, action, officer, &government).await?;
        }
        Ok(Some(government))
    }

    pub(super) fn desk(&self) -> Acting {
        Acting::person(self.desk, Some(Role::Secretariat))
    }

    async fn sign(
        &self,
        tx: &Tx,
        one: &InventedGovernment,
        officer: PersonId,
        government: GovernmentId,
    ) -> Result<(), Fault> {
        let words = spoken(lang_of(one));
        let signer = Signer {
            name: words.signer.to_owned(),
            title: None,
            function: words.mayor.to_owned(),
            capacity: Capacity::Head,
            place: None,
        };
        let date = PartialDate::from(tx.now().date());
        let signing = Signing { government, signer, date, evidence: Evidence::Letter, file: None };
        let (signature, _) =
            declarations::sign(tx, &Acting::person(officer, None), self.declaration, signing)
                .await
                .map_err(|why| refused("sign", why))?;
        if one.stage > Reached::Signed {
            declarations::verify(tx, &self.desk(), signature.id)
                .await
                .map_err(|why| refused("verify", why))?;
        }
        if let Some(why) = &one.suspended {
            declarations::suspend(tx, &self.desk(), signature.id, why)
                .await
                .map_err(|why| refused("suspend", why))?;
        }
        Ok(())
    }

    async fn act(
        &self,
        tx: &Tx,
        one: &InventedGovernment,
        told: &InventedAction,
        officer: PersonId,
        government: &Government,
    ) -> Result<(), Fault> {
        let acting = Acting::person(officer, None);
        let with = Beginning {
            call: self.call.id,
            lead: government.id,
            tie: Tie::Confirmed,
            language: told.lang.clone(),
            contact: (spoken(lang_of(one)).contact.to_owned(), one.officer.clone()),
        };
        let action = begin(tx, &acting, with).await.map_err(|why| refused("begin an action", why))?;
        let place = one.called()?.original_text().to_owned();
        for topic in Topic::NEEDED {
            let answers = self.answers(topic, told, &place, one);
            if !answers.is_empty() {
                let saved = Saved { answers, seen: i64::MAX, chosen: Vec::new() };
                save(tx, &acting, &action, Tie::Confirmed, topic, &saved)
                    .await
                    .map_err(|why| refused("save an answer", why))?;
            }
        }
        self.tell_more(tx, &acting, &action, told).await?;
        self.share(tx, &acting, &action, told).await?;
        if one.stage < Reached::Sent {
            return Ok(());
        }
        let sending = Sending::declared();
        let sent = send(tx, &acting, action, Tie::Confirmed, self.call, &sending).await;
        self.answer(tx, one, sent.map_err(|why| refused("send", why))?, &acting).await
    }

    /// What the desk, and after it the officer, does with a sent action.
    async fn answer(
        &self,
        tx: &Tx,
        one: &InventedGovernment,
        sent: Action,
        officer: &Acting,
    ) -> Result<(), Fault> {
        let desk = self.desk();
        match one.stage {
            Reached::InAssessment => self.assess(tx, sent, spoken(lang_of(one)).comment).await?,
            Reached::Returned => {
                let why = one.return_reason.as_deref().unwrap_or_default();
                decide::give_back(tx, &desk, sent, why).await.map_err(|why| refused("return", why))?;
            }
            Reached::Published if let Some(told) = one.assessed() => {
                self.judge(tx, sent, told).await?;
            }
            Reached::Published | Reached::Withdrawn | Reached::Protected => {
                let (published, _) = decide::publish(tx, &desk, sent, Signed::Verified)
                    .await
                    .map_err(|why| refused("publish", why))?;
                if let Some(told) = &one.action {
                    self.renew(tx, officer, published.clone(), told).await?;
                }
                self.take_back(tx, one.stage, published, officer).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Two are asked to assess it; one has handed in marks, the other has yet to begin.
    async fn assess(&self, tx: &Tx, sent: Action, comment: &str) -> Result<(), Fault> {
        let due = tx.now().plus_days(21);
        let (of, _) = assign::assign(tx, &self.desk(), self.call, sent, &self.panel, due)
            .await
            .map_err(|why| refused("ask assessors", why))?;
        let [_, colleague] = self.panel;
        let acting = Acting::person(colleague, Some(Role::Assessor));
        for one in assessment::panel(tx.conn(), of.id).await?.iter().filter(|one| one.assessor == colleague) {
            let none = declare::Said { none: true, ..declare::Said::default() };
            declare::declare(tx, &acting, one.id, none).await.map_err(|why| refused("declare ties", why))?;
            let marks = self.call.rubric.iter().map(|criterion| (criterion.key.clone(), Mark::Score(3)));
            let sheet = Sheet { marks: marks.collect(), to_city: comment.to_owned(), to_desk: String::new() };
            mark::hand_in(tx, &acting, self.call, one.id, &sheet)
                .await
                .map_err(|why| refused("mark", why))?;
        }
        Ok(())
    }

    async fn take_back(
        &self,
        tx: &Tx,
        stage: Reached,
        published: Action,
        officer: &Acting,
    ) -> Result<(), Fault> {
        match stage {
            Reached::Withdrawn => {
                let reason = WithdrawReason::Other;
                withdraw::withdraw(tx, officer, published, Tie::Confirmed, reason)
                    .await
                    .map_err(|why| refused("withdraw", why))?;
            }
            Reached::Protected => {
                let protected = withdraw::protect(tx, &self.desk(), published).await;
                protected.map_err(|why| refused("protect", why))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn answers(&self, topic: Topic, told: &InventedAction, place: &str, one: &InventedGovernment) -> Answers {
        let mut answers = Answers::default();
        match topic {
            Topic::Title => {
                answers.put("title", told.title.as_str());
                answers.put("language", told.lang.as_str());
            }
            Topic::Sentence => put(&mut answers, "sentence", told.sentence.as_deref()),
            Topic::Description if told.sentence.is_some() => {
                answers.put("description", self.invented.description(&told.lang));
            }
            Topic::ForWhom => answers.set("for_whom", told.for_whom.clone()),
            Topic::Where if told.sentence.is_some() => {
                answers.put("place", actions::answers::written_place(None, place));
            }
            Topic::When => when(&mut answers, told),
            Topic::Priority => {
                answers.set("priority", told.priorities.clone());
                let gcm = told.gcm.iter().map(|code| format!("gcm/{code}"));
                answers
                    .set("objective", gcm.chain(told.gcr.iter().map(|code| format!("gcr/{code}"))).collect());
            }
            Topic::Contact => {
                answers.put("contact_name", spoken(lang_of(one)).contact);
                answers.put("contact_address", one.officer.as_str());
            }
            _ => {}
        }
        answers
    }
}

fn put(answers: &mut Answers, field: &str, value: Option<&str>) {
    if let Some(value) = value {
        answers.put(field, value);
    }
}

fn when(answers: &mut Answers, told: &InventedAction) {
    put(answers, "nature", told.kind.as_deref());
    put(answers, "status", told.status.as_deref());
    let mut date = |name: &str, date: Option<&str>| {
        for (part, value) in ["year", "month", "day"].into_iter().zip(date.unwrap_or_default().split('-')) {
            if !value.is_empty() {
                answers.put(&format!("{name}-{part}"), value);
            }
        }
    };
    date("start", told.start.as_deref());
    date("end", told.end.as_deref());
    if told.end.is_none() && told.start.is_some() {
        answers.put("ongoing", "yes");
    }
}

async fn is_there(tx: &Tx, name: &str) -> Result<bool, Fault> {
    let known = match governments::matching(tx.conn(), name, None).await? {
        Match::None => Vec::new(),
        Match::One(one) => vec![*one],
        Match::Many(many) => many,
    };
    Ok(known.iter().any(|one| one.origin == Origin::Invented && one.profile.name.original_text() == name))
}

/// A person of the demonstration with a role in it and an invented name, made and given the role if that was not done
/// before.
pub(super) async fn staff(
    tx: &Tx,
    house: &House,
    role: Role,
    (address, name): (&str, &str),
) -> Result<PersonId, Fault> {
    let address = Address::parse(address).map_err(|err| refused("name its staff", err))?;
    let person = people::person_for(tx, &address).await?;
    if people::role_of(tx.conn(), person).await? == Some(role) {
        return Ok(person);
    }
    people::invite(house, tx, &Acting::program(PROGRAM), role, &address, Lang::En)
        .await
        .map_err(|why| refused("invite its staff", why))?;
    let person = people::admit(tx, &address, Lang::En).await?.person;
    people::rename(tx, person, Some(name.to_owned()), Lang::En).await?;
    Ok(person)
}
