//! The letters of this room, each caused by one fact, and the dispatcher that writes them. Their sentences come by
//! message key, in the reader's language; what people wrote stands in them as plain text.

use async_trait::async_trait;
use post::Letter;
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{Arg, MandateId, Say};

use super::government::Government;
use super::mandate::{Mandate, MandateState};
use super::{records, words};
use crate::house::House;
use crate::people::{self, Contact};

/// The names of one letter: of the mail, of its subject, of its first sentence.
struct Words {
    template: &'static str,
    subject: &'static str,
    lead: &'static str,
}

const ASKED: Words = Words {
    template: "governments.asked",
    subject: "governments-mail-asked-subject",
    lead: "governments-mail-asked-lead",
};
const DESK: Words = Words {
    template: "governments.desk",
    subject: "governments-mail-desk-subject",
    lead: "governments-mail-desk-lead",
};
const CONFIRMED: Words = Words {
    template: "governments.confirmed",
    subject: "governments-mail-confirmed-subject",
    lead: "governments-mail-confirmed-lead",
};
const REFUSED: Words = Words {
    template: "governments.refused",
    subject: "governments-mail-refused-subject",
    lead: "governments-mail-refused-lead",
};

/// Writes the letters about mandates.
pub struct Dispatcher {
    house: House,
}

impl Dispatcher {
    /// A dispatcher of this house.
    pub fn new(house: House) -> Self {
        Self { house }
    }

    fn say(&self, contact: &Contact) -> (Say, String) {
        let say = self.house.say(contact.lang);
        let programme = self.house.kit.programme(contact.lang).unwrap_or_else(|| say.t("web-site"));
        (say, programme)
    }

    fn letter(&self, to: &Contact, fact: &Heard, words: Words, government: &Government) -> (Say, Letter) {
        let (say, programme) = self.say(to);
        let name = words::line(&say, government);
        let args = [
            ("programme", Arg::from(programme)),
            ("reference", Arg::from(government.reference.as_str())),
            ("name", Arg::from(&name)),
        ];
        let letter =
            Letter::new(to.address.clone(), say.lang, words.template, say.plain(words.subject, &args))
                .to_person(to.person)
                .because_of(fact.position)
                .paragraph(say.t(words.lead))
                .user_text(name);
        (say, letter)
    }

    fn my(say: &Say, letter: Letter) -> Letter {
        letter.button(say.t("governments-mail-my"), format!("/{}/my", say.lang.code()))
    }

    async fn asked(&self, tx: &Tx, fact: &Heard, mandate: &Mandate, of: &Government) -> Result<(), Fault> {
        if let Some(person) = people::contact(tx.conn(), mandate.person).await? {
            let (say, letter) = self.letter(&person, fact, ASKED, of);
            let letter = letter.paragraph(say.t("governments-mail-asked-next"));
            post::put(tx, Self::my(&say, letter)).await?;
        }
        for member in people::desk(tx.conn()).await? {
            let (say, letter) = self.letter(&member, fact, DESK, of);
            let letter = letter
                .facts(vec![
                    (say.t("governments-desk-capacity"), say.t(words::kind(mandate.kind))),
                    (say.t("governments-desk-domain"), say.t(words::on_domain(mandate.on_domain))),
                ])
                .button(
                    say.t("governments-mail-desk-open"),
                    format!("/{}/desk/mandates/{}", say.lang.code(), mandate.id),
                );
            post::put(tx, letter).await?;
        }
        Ok(())
    }

    async fn answered(&self, tx: &Tx, fact: &Heard, mandate: &Mandate, of: &Government) -> Result<(), Fault> {
        let Some(person) = people::contact(tx.conn(), mandate.person).await? else { return Ok(()) };
        let letter = match (&mandate.state, fact.kind.as_str()) {
            (_, "mandate.confirmed") => {
                let (say, letter) = self.letter(&person, fact, CONFIRMED, of);
                let letter = letter.paragraph(say.t("governments-mail-confirmed-next"));
                Self::my(&say, letter)
            }
            (MandateState::Refused { reason, .. }, _) => {
                let (say, letter) = self.letter(&person, fact, REFUSED, of);
                let letter = letter.paragraph(say.t("governments-mail-refused-reason")).user_text(reason);
                Self::my(&say, letter.paragraph(say.t("governments-mail-refused-next")))
            }
            _ => return Ok(()),
        };
        post::put(tx, letter).await?;
        Ok(())
    }
}

#[async_trait]
impl Follower for Dispatcher {
    fn name(&self) -> &'static str {
        "governments.mails"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.subject_kind != "mandate" {
            return Ok(());
        }
        let Some(mandate) = records::mandate(tx.conn(), MandateId::from(fact.subject)).await? else {
            return Ok(());
        };
        let Some(of) = records::canonical_of(tx.conn(), mandate.government).await? else { return Ok(()) };
        match fact.kind.as_str() {
            "mandate.asked" => self.asked(tx, fact, &mandate, &of).await,
            "mandate.confirmed" | "mandate.refused" => self.answered(tx, fact, &mandate, &of).await,
            _ => Ok(()),
        }
    }
}
