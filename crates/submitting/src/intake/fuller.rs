//! What only some of the invented governments have, so that a demonstration shows it: an action that tells everything,
//! with a picture, a document and partners; a second version of one that is public; somebody who governs and has agreed to be named; an assessment by two, one of
//! whom had declared a tie, with what was released of it and an editor's summary.

use std::collections::{BTreeMap, BTreeSet};

use store::files::Incoming;
use store::{Fault, Files, Hash, Subject, Tx};
use vocabulary::{FileId, GovernmentId, Lang, LanguageMap, PartialDate, PersonId, Tag};

use super::invented::{Assessed, InventedAction, InventedGovernment, InventedPartner, Told, lang_of};
use super::play::{Stage, refused};
use crate::actions::answers::answers_of;
use crate::actions::draft::Answers;
use crate::actions::further::{document_code, picture_code};
use crate::actions::may::{Signed, Tie};
use crate::actions::partner::{Body, BodyKind, PartnerAnswer, WhoTakesPart};
use crate::actions::revise::revise;
use crate::actions::save::{Saved, save};
use crate::actions::send::{Sending, send};
use crate::actions::topic::Topic;
use crate::actions::{self, Action, decide, partners_answer, partners_ask, partners_name};
use crate::assessment::{
    self, Assignment, Decision, Interest, Interests, Mark, Sheet, assign, declare, edit, mark,
};
use crate::declarations::name_leaders;
use crate::declarations::{Consent, Leader};
use crate::governments::{self, Match};
use crate::people::{self, Acting, Address, Role};

/// A picture that was drawn for the demonstration.
const PICTURE: &[u8] = include_bytes!("../../../../examples/cohort/demo.png");
/// How large it is.
const SIZE: (u32, u32) = (1200, 800);
/// A document of one page.
const DOCUMENT: &[u8] = include_bytes!("../../../../examples/cohort/demo.pdf");

impl Stage<'_> {
    /// Tells everything beside the eight that the file says.
    pub(super) async fn tell_more(
        &self,
        tx: &Tx,
        acting: &Acting,
        action: &Action,
        told: &InventedAction,
    ) -> Result<(), Fault> {
        for topic in Topic::MORE {
            let mut answers = Answers::default();
            tell(topic, &told.answers, &mut answers);
            match (topic, &told.picture, &told.document) {
                (Topic::Pictures, Some(picture), _) => {
                    let name = format!("{}x{}.png", SIZE.0, SIZE.1);
                    let file = self.keep(tx, action, PICTURE, ("image/png", &name)).await?;
                    answers.put("picture-1", picture_code(file, Hash::of(PICTURE).as_str(), SIZE));
                    answers.put("picture-1-alt", picture.alt.as_str());
                    answers.put("picture-1-credit", picture.credit.as_str());
                    answers.put("picture-1-rights", "licence");
                }
                (Topic::Attachment, _, Some(document)) => {
                    let file = self.keep(tx, action, DOCUMENT, ("application/pdf", "demo.pdf")).await?;
                    let (hash, bytes) = (Hash::of(DOCUMENT), u64::try_from(DOCUMENT.len()).unwrap_or(0));
                    answers.put("attachment", document_code(file, hash.as_str(), bytes, "demo.pdf"));
                    answers.put("attachment-label", document.label.as_str());
                    answers.put("attachment-open", "yes");
                }
                _ => {}
            }
            if answers.is_empty() {
                continue;
            }
            let saved = Saved { answers, seen: i64::MAX, chosen: Vec::new() };
            save(tx, acting, action, Tie::Confirmed, topic, &saved)
                .await
                .map_err(|why| refused("tell more", why))?;
        }
        Ok(())
    }

    /// Says what has become otherwise in a second version, which the desk publishes.
    pub(super) async fn renew(
        &self,
        tx: &Tx,
        officer: &Acting,
        published: Action,
        told: &InventedAction,
    ) -> Result<(), Fault> {
        let Some(first) = published.current.as_ref().filter(|_| !told.later.is_empty()) else {
            return Ok(());
        };
        let broken = || Fault::broken("an action that was published has no version");
        let first = actions::version(tx.conn(), published.id, first.n).await?.ok_or_else(broken)?;
        revise(tx, officer, &published, Tie::Confirmed, self.call)
            .await
            .map_err(|why| refused("revise", why))?;
        let said: BTreeMap<Topic, Answers> =
            answers_of(&first.content, None, &self.call.priorities).into_iter().collect();
        for topic in Topic::all() {
            let before = said.get(&topic).cloned().unwrap_or_default();
            let mut answers = before.clone();
            tell(topic, &told.later, &mut answers);
            if answers != before {
                let saved = Saved { answers, seen: i64::MAX, chosen: Vec::new() };
                save(tx, officer, &published, Tie::Confirmed, topic, &saved)
                    .await
                    .map_err(|why| refused("save a revision", why))?;
            }
        }
        let sent = send(tx, officer, published, Tie::Confirmed, self.call, &Sending::declared()).await;
        let sent = sent.map_err(|why| refused("send a revision", why))?;
        decide::publish(tx, &self.desk(), sent, Signed::Verified)
            .await
            .map_err(|why| refused("publish a revision", why))?;
        Ok(())
    }

    async fn keep(
        &self,
        tx: &Tx,
        action: &Action,
        bytes: &[u8],
        (mime, name): (&str, &str),
    ) -> Result<FileId, Fault> {
        let owner = Subject::new("action", action.id);
        Files::new(&self.house.folder).put(tx, Incoming { bytes, mime, name, owner }).await
    }

    /// Names the partners and asks them; a government confirms at once, anybody else has yet to answer.
    pub(super) async fn share(
        &self,
        tx: &Tx,
        acting: &Acting,
        action: &Action,
        told: &InventedAction,
    ) -> Result<(), Fault> {
        for one in &told.partners {
            let who = self.who(tx, one, &told.lang).await?;
            let partner = partners_name::name(tx, acting, action, Tie::Confirmed, who)
                .await
                .map_err(|why| refused("name a partner", why))?;
            let asked = partners_ask::ask(self.house, tx, acting, action, Tie::Confirmed, partner)
                .await
                .map_err(|why| refused("ask a partner", why))?;
            if let InventedPartner::Government { government } = one {
                let officer = Acting::person(self.officer_of(tx, government).await?, None);
                let answer = PartnerAnswer::Confirm;
                partners_answer::answer(self.house, tx, &officer, Tie::Confirmed, asked, answer)
                    .await
                    .map_err(|why| refused("confirm as a partner", why))?;
            }
        }
        Ok(())
    }

    async fn who(&self, tx: &Tx, one: &InventedPartner, lang: &str) -> Result<WhoTakesPart, Fault> {
        Ok(match one {
            InventedPartner::Government { government } => {
                match governments::matching(tx.conn(), government, None).await? {
                    Match::One(found) => WhoTakesPart::Government(found.id),
                    Match::None | Match::Many(_) => {
                        return Err(refused("find a partner", format!("no one government {government}")));
                    }
                }
            }
            InventedPartner::Body { kind, name, address } => {
                let kind = BodyKind::parse(kind).ok_or_else(|| refused("read a partner", kind))?;
                let tag = Tag::parse(lang).map_err(|err| refused("read a language", err))?;
                let name = LanguageMap::original(tag, name.as_str());
                WhoTakesPart::Body(Body { kind, name, website: None, address: Some(address.clone()) })
            }
        })
    }

    async fn officer_of(&self, tx: &Tx, government: &str) -> Result<PersonId, Fault> {
        let one = self.invented.named(government)?;
        let address = Address::parse(&one.officer).map_err(|err| refused("write to an officer", err))?;
        people::person_for(tx, &address).await
    }

    /// Names who governs, with their consent.
    pub(super) async fn name_leader(
        &self,
        tx: &Tx,
        one: &InventedGovernment,
        officer: PersonId,
        government: GovernmentId,
    ) -> Result<(), Fault> {
        let Some(told) = &one.leader else { return Ok(()) };
        let lang = lang_of(one);
        let leader = Leader {
            id: tx.new_id(),
            government,
            name: told.name.clone(),
            title: told.title.clone(),
            function: told.function.clone(),
            since: told.since.as_deref().and_then(|since| PartialDate::parse(since).ok()),
            until: None,
            portrait: None,
            quote: told.quote.as_ref().map(|quote| LanguageMap::original(lang, quote.as_str())),
            consent: Consent::given(lang, tx.now()),
            changed: tx.now(),
        };
        name_leaders::name(self.house, tx, &Acting::person(officer, None), &leader)
            .await
            .map_err(|why| refused("name who governs", why))?;
        Ok(())
    }

    /// Two assess it, the second one after declaring a tie that the desk accepts; the desk publishes upon their marks, and
    /// an editor sums the action up.
    pub(super) async fn judge(&self, tx: &Tx, sent: Action, told: &Assessed) -> Result<Action, Fault> {
        let (id, due) = (sent.id, tx.now().plus_days(21));
        let (of, _) = assign::assign(tx, &self.desk(), self.call, sent, &self.panel, due)
            .await
            .map_err(|why| refused("ask assessors", why))?;
        for one in assessment::panel(tx.conn(), of.id).await? {
            self.mark(tx, &one, told).await?;
        }
        assessment::decide::decide(tx, &self.desk(), self.call, of, Decision::Publish, "")
            .await
            .map_err(|why| refused("decide", why))?;
        let broken = || Fault::broken("an action that was assessed is not there");
        let action = actions::by_id(tx.conn(), id).await?.ok_or_else(broken)?;
        let texts: Vec<(Lang, String)> = Lang::ALL
            .into_iter()
            .filter_map(|lang| Some((lang, told.summary.get(lang.code())?.clone())))
            .collect();
        let first = texts.first().map_or(Lang::En, |(lang, _)| *lang);
        let editor = Acting::person(self.editor, Some(Role::Editor));
        edit::summarise(tx, &editor, &action, (first, &texts), edit::Earlier::Kept)
            .await
            .map_err(|why| refused("sum up", why))?;
        Ok(action)
    }

    async fn mark(&self, tx: &Tx, one: &Assignment, told: &Assessed) -> Result<(), Fault> {
        let tied = one.assessor == self.panel[1];
        let acting = Acting::person(one.assessor, Some(Role::Assessor));
        let said = match tied {
            true => {
                let kinds = BTreeSet::from([Interest::SameNetwork]);
                let interests = Interests { kinds, words: told.tie.clone() };
                declare::Said { interests, none: false }
            }
            false => declare::Said { none: true, ..declare::Said::default() },
        };
        declare::declare(tx, &acting, one.id, said).await.map_err(|why| refused("declare ties", why))?;
        if tied {
            assign::accept(tx, &self.desk(), one.id, &told.accepted)
                .await
                .map_err(|why| refused("accept a tie", why))?;
        }
        let score = if tied { 3 } else { 4 };
        let marks = self.call.rubric.iter().map(|criterion| (criterion.key.clone(), Mark::Score(score)));
        let to_city = told.to_city.get(usize::from(tied)).cloned().unwrap_or_default();
        let sheet = Sheet { marks: marks.collect(), to_city, to_desk: String::new() };
        mark::hand_in(tx, &acting, self.call, one.id, &sheet).await.map_err(|why| refused("mark", why))?;
        Ok(())
    }
}

/// Answers the fields of a topic that the file says something of.
fn tell(topic: Topic, said: &BTreeMap<String, Told>, answers: &mut Answers) {
    for (field, told) in said.iter().filter(|(field, _)| topic.fields().contains(&field.as_str())) {
        match told {
            Told::One(text) => answers.put(field, text.as_str()),
            Told::Several(all) => answers.set(field, all.clone()),
        }
    }
}
