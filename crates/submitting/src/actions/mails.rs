//! The letters of this room, and the follower that writes them: one fact, one reader, one letter of a template.

use async_trait::async_trait;
use post::{Address, Letter};
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{ActionId, Arg, Lang, PersonId, Say, Tag};

use super::action::{Action, Stage};
use super::content::{Content, TextField};
use super::records;
use super::shown::Words;
use super::version::Version;
use crate::governments::{self, Government};
use crate::people::{self, Contact};
use crate::{House, calls};

/// The dispatcher of this room's letters. It also forgets the contacts written by a person who was erased.
pub struct Mails {
    house: House,
}

impl Mails {
    /// The dispatcher of this house.
    pub fn new(house: &House) -> Mails {
        Mails { house: house.clone() }
    }

    fn say(&self, lang: Lang) -> Say {
        self.house.say(lang)
    }

    fn programme(&self, say: &Say) -> String {
        self.house.kit.called(say)
    }
}

#[async_trait]
impl Follower for Mails {
    fn name(&self) -> &'static str {
        "actions.mails"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.kind == "person.erased" {
            let person = PersonId::from(fact.subject);
            records::partners::forget_addresses(tx, person).await?;
            records::on_behalf::forget_addresses(tx, person).await?;
            let print = people::erased_print(tx.conn(), person).await?;
            return records::drafts::forget_contacts(tx, person, print.as_deref()).await;
        }
        if !matches!(
            fact.kind.as_str(),
            "action.sent" | "action.returned" | "action.declined" | "action.published" | "action.withdrawn"
        ) {
            return Ok(());
        }
        let Some(action) = records::actions::find(tx.conn(), ActionId::from(fact.subject)).await? else {
            return Ok(());
        };
        let told = fact.note.get("n").and_then(serde_json::Value::as_i64);
        let n = told.or(action.current.as_ref().map(|current| current.n)).unwrap_or(0);
        let Some(version) = records::versions::find(tx.conn(), action.id, n).await? else { return Ok(()) };
        let lead = governments::canonical_of(tx.conn(), action.lead).await?;
        for contact in readers(tx, &action, &version).await? {
            let reader = Reader::of(&contact);
            let letter = self.to_government(tx, fact, &action, &version, lead.as_ref(), &reader).await?;
            post::put(tx, letter.to_person(contact.person).because_of(fact.position)).await?;
        }
        if let Some(office) = office(tx, fact, &action).await? {
            let letter = self.to_government(tx, fact, &action, &version, lead.as_ref(), &office).await?;
            post::put(tx, letter.because_of(fact.position)).await?;
        }
        if fact.kind == "action.sent" {
            for contact in people::desk(tx.conn()).await? {
                let letter = self.to_desk(&action, &version, lead.as_ref(), &contact);
                post::put(tx, letter.to_person(contact.person).because_of(fact.position)).await?;
            }
        }
        Ok(())
    }
}

/// Who is written to: whoever sent the version, else the author, as long as they act for the lead; else whoever does.
async fn readers(tx: &Tx, action: &Action, version: &Version) -> Result<Vec<Contact>, Fault> {
    for person in [version.by, action.author].into_iter().flatten() {
        if governments::standing(tx.conn(), person, action.lead, tx.now()).await?.is_none() {
            continue;
        }
        let at_desk = people::role_of(tx.conn(), person).await?.is_some();
        if let Some(contact) = people::contact(tx.conn(), person).await?.filter(|_| !at_desk) {
            return Ok(vec![contact]);
        }
    }
    let mut contacts = Vec::new();
    for mandate in governments::mandates_for(tx.conn(), action.lead).await? {
        if mandate.is_confirmed() {
            contacts.extend(people::contact(tx.conn(), mandate.person).await?);
        }
    }
    Ok(contacts)
}

/// Who reads a letter to a government: somebody with an account, or its office without one.
struct Reader {
    address: Address,
    lang: Lang,
    has_account: bool,
}

impl Reader {
    fn of(contact: &Contact) -> Reader {
        Reader { address: contact.address.clone(), lang: contact.lang, has_account: true }
    }
}

/// The office that confirmed by a code what the desk had entered on its behalf: it hears what becomes of it, also where
/// nobody acts for the government. That it was sent the office has read already, in the letter with the copy.
async fn office(tx: &Tx, fact: &Heard, action: &Action) -> Result<Option<Reader>, Fault> {
    if fact.kind == "action.sent" {
        return Ok(None);
    }
    let entered = records::on_behalf::find(tx.conn(), action.id).await?;
    let confirmed = entered.filter(|entered| entered.confirmed.is_some());
    Ok(confirmed.and_then(|entered| {
        let address = Address::parse(&entered.address).ok()?;
        let lang = Lang::parse(&entered.lang).unwrap_or(Lang::En);
        Some(Reader { address, lang, has_account: false })
    }))
}

/// The language of a letter: that of the submission where the house speaks it, else the reader's.
fn language(content: &Content, reader: &Reader) -> Lang {
    content.language().and_then(Tag::lang).unwrap_or(reader.lang)
}

impl Mails {
    async fn to_government(
        &self,
        tx: &Tx,
        fact: &Heard,
        action: &Action,
        version: &Version,
        lead: Option<&Government>,
        reader: &Reader,
    ) -> Result<Letter, Fault> {
        let say = self.say(language(&version.content, reader));
        let reference = action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        let (template, what) = match fact.kind.as_str() {
            "action.sent" => ("actions.sent", "sent"),
            "action.returned" => ("actions.returned", "returned"),
            "action.declined" => ("actions.declined", "declined"),
            "action.published" => ("actions.published", "published"),
            _ => ("actions.withdrawn", "withdrawn"),
        };
        let words = [
            ("programme", Arg::from(self.programme(&say))),
            ("reference", Arg::from(&reference)),
            ("title", Arg::from(title(&version.content))),
        ];
        let subject = say.plain(&format!("actions-mail-{what}-subject"), &words);
        let mut letter = Letter::new(reader.address.clone(), say.lang, template, subject)
            .paragraph(say.plain(&format!("actions-mail-{what}-body"), &words));
        if let Some(why) = version.why.as_deref().filter(|_| matches!(what, "returned" | "declined")) {
            letter = letter.heading(say.t("actions-mail-reasons")).user_text(why);
        }
        if let Stage::Withdrawn { reason } = action.stage {
            letter = letter.paragraph(say.t(reason.key()));
        }
        let lang = say.lang.code();
        letter = match what {
            "published" => {
                letter.button(say.t("actions-mail-see-public"), format!("/{lang}/actions/{reference}"))
            }
            _ if !reader.has_account => letter,
            _ => letter.button(say.t("actions-mail-see"), format!("/{lang}/my/actions/{}", action.id)),
        };
        Ok(match what {
            "sent" => {
                let beside = self.told_beside(tx, action, &say, &version.content).await?;
                copy(letter, &say, &named(lead, say.lang), &version.content).facts(beside)
            }
            _ => letter,
        })
    }

    fn to_desk(
        &self,
        action: &Action,
        version: &Version,
        lead: Option<&Government>,
        contact: &Contact,
    ) -> Letter {
        let say = self.say(contact.lang);
        let reference = action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        let words = [
            ("programme", Arg::from(self.programme(&say))),
            ("reference", Arg::from(&reference)),
            ("government", Arg::from(named(lead, say.lang))),
        ];
        let subject = say.plain("actions-mail-desk-subject", &words);
        let path = format!("/{}/desk/actions/{}", say.lang.code(), action.id);
        Letter::new(contact.address.clone(), say.lang, "actions.desk", subject)
            .paragraph(say.plain("actions-mail-desk-body", &words))
            .user_text(title(&version.content))
            .button(say.t("actions-mail-desk-open"), path)
    }

    /// What was told beside the texts: numbers, figures, money, links, pictures, the document, the consents.
    async fn told_beside(
        &self,
        tx: &Tx,
        action: &Action,
        say: &Say,
        content: &Content,
    ) -> Result<Vec<(String, String)>, Fault> {
        if let Some(call) = self.house.call().filter(|call| call.id == action.call) {
            return Ok(Words { say, catalogue: &self.house.catalogue(), call: &call }.told_beside(content));
        }
        let Some(call) = calls::by_id(tx.conn(), action.call).await? else { return Ok(Vec::new()) };
        let catalogue = calls::catalogue(tx.conn()).await?;
        Ok(Words { say, catalogue: &catalogue, call: &call }.told_beside(content))
    }
}

fn title(content: &Content) -> String {
    content.title.as_ref().map(|title| title.original_text().to_owned()).unwrap_or_default()
}

/// The name of a government in a language.
fn named(government: Option<&Government>, lang: Lang) -> String {
    let name = government.and_then(|one| one.profile.name.pick(lang).map(|picked| picked.text.to_owned()));
    name.unwrap_or_default()
}

/// The copy to keep: every answer as it was sent, nothing in it a link.
pub(super) fn copy(letter: Letter, say: &Say, lead: &str, content: &Content) -> Letter {
    let mut letter = letter.heading(say.t("actions-mail-copy")).facts(facts(say, lead, content));
    for field in TextField::ALL {
        if let Some(text) = content.text(field) {
            letter = letter.heading(say.t(field.key())).user_text(text.original_text());
        }
    }
    letter
}

fn facts(say: &Say, lead: &str, content: &Content) -> Vec<(String, String)> {
    let for_whom = content.for_whom.iter().map(|one| say.t(&format!("actions-for-{}", one.word())));
    let places: Vec<String> = content.places.iter().map(|place| place.name.clone()).collect();
    vec![
        (say.t("actions-government"), lead.to_owned()),
        (say.t("actions-topic-for-whom"), say.list(&for_whom.collect::<Vec<_>>())),
        (say.t("actions-topic-where"), say.list(&places)),
        (say.t("actions-topic-when"), say.period(&content.when)),
    ]
}
