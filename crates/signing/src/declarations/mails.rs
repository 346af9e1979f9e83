//! The letters about signatures, each caused by one fact, and the dispatcher that writes them.

use async_trait::async_trait;
use post::Letter;
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{Arg, Say, SignatureId};

use super::records::{declarations, signatures};
use super::signature::{Hand, Signature, SignatureState};
use crate::governments::{self, Government};
use crate::house::House;
use crate::people::{self, Contact};

/// The names of one letter: of the mail, of its subject, of its first sentence.
struct Words {
    template: &'static str,
    subject: &'static str,
    lead: &'static str,
}

const SENT: Words = Words {
    template: "declarations.sent",
    subject: "declarations-mail-sent-subject",
    lead: "declarations-mail-sent-lead",
};
const DESK: Words = Words {
    template: "declarations.desk",
    subject: "declarations-mail-desk-subject",
    lead: "declarations-mail-desk-lead",
};
const VERIFIED: Words = Words {
    template: "declarations.verified",
    subject: "declarations-mail-verified-subject",
    lead: "declarations-mail-verified-lead",
};
const RETURNED: Words = Words {
    template: "declarations.returned",
    subject: "declarations-mail-returned-subject",
    lead: "declarations-mail-returned-lead",
};
const WITHDRAWN: Words = Words {
    template: "declarations.withdrawn",
    subject: "declarations-mail-withdrawn-subject",
    lead: "declarations-mail-withdrawn-lead",
};

const SUSPENDED: Words = Words {
    template: "declarations.suspended",
    subject: "declarations-mail-suspended-subject",
    lead: "declarations-mail-suspended-lead",
};
const LIFTED: Words = Words {
    template: "declarations.lifted",
    subject: "declarations-mail-lifted-subject",
    lead: "declarations-mail-lifted-lead",
};
const RECONFIRMED: Words = Words {
    template: "declarations.reconfirmed",
    subject: "declarations-mail-reconfirmed-subject",
    lead: "declarations-mail-reconfirmed-lead",
};

/// Writes the letters about signatures.
pub struct Dispatcher {
    house: House,
}

impl Dispatcher {
    /// A dispatcher of this house.
    pub fn new(house: House) -> Self {
        Self { house }
    }

    fn letter(
        &self,
        to: &Contact,
        fact: &Heard,
        words: Words,
        signature: &Signature,
        of: &Government,
    ) -> (Say, Letter) {
        let say = self.house.say(to.lang);
        let programme = self.house.kit.called(&say);
        let args = [
            ("programme", Arg::from(programme)),
            ("reference", Arg::from(signature.reference.as_str())),
            ("government", Arg::from(of.profile.name.original_text())),
        ];
        let letter =
            Letter::new(to.address.clone(), say.lang, words.template, say.plain(words.subject, &args))
                .to_person(to.person)
                .because_of(fact.position)
                .paragraph(say.t(words.lead))
                .user_text(of.profile.name.original_text());
        (say, letter)
    }

    async fn sent(&self, tx: &Tx, fact: &Heard, one: &Signature, of: &Government) -> Result<(), Fault> {
        if let Some(person) = self.sender(tx, one).await? {
            let (say, letter) = self.letter(&person, fact, SENT, one, of);
            let mut facts = vec![(say.t("declarations-fact-reference"), one.reference.to_string())];
            if let Some(signer) = &one.signer {
                facts.push((say.t("declarations-sign-name"), signer.name.clone()));
                facts.push((say.t("declarations-sign-function"), signer.function.clone()));
                facts.push((say.t("declarations-sign-capacity"), say.t(signer.capacity.key())));
            }
            facts.extend(one.date.map(|date| (say.t("declarations-sign-date"), say.partial(&date))));
            facts.push((say.t("declarations-sign-evidence"), say.t(one.evidence.key())));
            let letter = letter.facts(facts).paragraph(say.t("declarations-mail-sent-next"));
            post::put(tx, mine(&say, letter, one)).await?;
        }
        for member in people::desk(tx.conn()).await? {
            let (say, letter) = self.letter(&member, fact, DESK, one, of);
            let path = format!("/{}/desk/signatures/{}", say.lang.code(), one.id);
            post::put(tx, letter.button(say.t("declarations-mail-desk-open"), path)).await?;
        }
        Ok(())
    }

    async fn answered(&self, tx: &Tx, fact: &Heard, one: &Signature, of: &Government) -> Result<(), Fault> {
        let words = match fact.kind.as_str() {
            "signature.verified" => VERIFIED,
            "signature.returned" => RETURNED,
            "signature.withdrawn" => WITHDRAWN,
            "signature.suspended" => SUSPENDED,
            "signature.lifted" => LIFTED,
            "signature.reconfirmed" => RECONFIRMED,
            _ => return Ok(()),
        };
        let Some(person) = self.sender(tx, one).await? else { return Ok(()) };
        let (say, mut letter) = self.letter(&person, fact, words, one, of);
        match (fact.kind.as_str(), &one.state) {
            ("signature.verified", _) => letter = letter.paragraph(say.t("declarations-mail-verified-next")),
            ("signature.returned", SignatureState::Returned { reasons, .. }) => {
                letter = letter.paragraph(say.t("declarations-mail-returned-reasons")).user_text(reasons);
                letter = letter.paragraph(say.t("declarations-mail-returned-next"));
            }
            _ => {}
        }
        letter = mine(&say, letter, one);
        if fact.kind == "signature.verified"
            && let Some(declaration) = declarations::by_id(tx.conn(), one.declaration).await?
        {
            let lang = say.lang.code();
            let path = format!("/{lang}/declarations/{}/signatures/{}", declaration.slug, one.reference);
            letter = letter.button(say.t("declarations-mine-certificate"), path);
        }
        post::put(tx, letter).await?;
        Ok(())
    }

    async fn sender(&self, tx: &Tx, one: &Signature) -> Result<Option<Contact>, Fault> {
        match one.sent_by {
            Some(person) if one.hand == Hand::Government => people::contact(tx.conn(), person).await,
            _ => Ok(None),
        }
    }
}

/// Ends a letter with the way to the signature's page.
fn mine(say: &Say, letter: Letter, one: &Signature) -> Letter {
    letter.button(
        say.t("declarations-mail-open"),
        format!("/{}/my/signatures/{}", say.lang.code(), one.reference),
    )
}

#[async_trait]
impl Follower for Dispatcher {
    fn name(&self) -> &'static str {
        "declarations.mails"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.subject_kind != "signature" || fact.kind == "signature.entered" {
            return Ok(());
        }
        let Some(one) = signatures::by_id(tx.conn(), SignatureId::from(fact.subject)).await? else {
            return Ok(());
        };
        let Some(of) = governments::canonical_of(tx.conn(), one.government).await? else { return Ok(()) };
        match fact.kind.as_str() {
            "signature.sent" => self.sent(tx, fact, &one, &of).await,
            _ => self.answered(tx, fact, &one, &of).await,
        }
    }
}
