//! The letters of this room, each caused by one fact, and the dispatcher that writes them. Their sentences come by
//! message key, in the reader's language; what people wrote stands in them as plain text.

use async_trait::async_trait;
use post::Letter;
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{Arg, Lang, MandateId, Moment, Say};

use super::government::Government;
use super::mandate::{Mandate, MandateState, Over};
use super::{records, words};
use crate::house::House;
use crate::people::{self, Address, Contact};

/// The names of one letter: of the mail, of its subject, of its first sentence.
#[derive(Clone, Copy)]
pub(super) struct Words {
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

pub(super) const EXPIRES: Words = Words {
    template: "governments.expires",
    subject: "governments-mail-expires-subject",
    lead: "governments-mail-expires-lead",
};
const EXPIRED: Words = Words {
    template: "governments.expired",
    subject: "governments-mail-expired-subject",
    lead: "governments-mail-expired-lead",
};
pub(super) const RUNS_OUT: Words = Words {
    template: "governments.runs_out",
    subject: "governments-mail-runs-out-subject",
    lead: "governments-mail-runs-out-lead",
};
const RAN_OUT: Words = Words {
    template: "governments.ran_out",
    subject: "governments-mail-ended-subject",
    lead: "governments-mail-ran-out-lead",
};
const BY_DESK: Words = Words {
    template: "governments.ended",
    subject: "governments-mail-ended-subject",
    lead: "governments-mail-ended-lead",
};
const HANDED: Words = Words {
    template: "governments.handed",
    subject: "governments-mail-handed-subject",
    lead: "governments-mail-handed-lead",
};
const TAKEN: Words = Words {
    template: "governments.taken",
    subject: "governments-mail-taken-subject",
    lead: "governments-mail-taken-lead",
};
const CONFIRMED_BY_HAND: Words = Words {
    template: "governments.confirmed_by_hand",
    subject: "governments-mail-confirmed-subject",
    lead: "governments-mail-confirmed-by-hand-lead",
};
const TAKEN_DESK: Words = Words {
    template: "governments.taken_desk",
    subject: "governments-mail-taken-desk-subject",
    lead: "governments-mail-taken-desk-lead",
};

/// The language of a reader, and the programme's name in it.
fn voice(house: &House, lang: Lang) -> (Say, String) {
    let say = house.say(lang);
    let programme = house.kit.called(&say);
    (say, programme)
}

/// A letter about a government, with its subject and first sentence.
fn about(house: &House, to: &Address, lang: Lang, words: Words, of: &Government) -> (Say, Letter) {
    let (say, programme) = voice(house, lang);
    let name = words::line(&say, of);
    let args = [
        ("programme", Arg::from(programme)),
        ("reference", Arg::from(of.reference.as_str())),
        ("name", Arg::from(&name)),
    ];
    let letter = Letter::new(to.clone(), lang, words.template, say.plain(words.subject, &args))
        .paragraph(say.t(words.lead))
        .user_text(name);
    (say, letter)
}

/// The link to the page of one's governments.
fn my(say: &Say, letter: Letter) -> Letter {
    letter.button(say.t("governments-mail-my"), format!("/{}/my", say.lang.code()))
}

/// The warning that a request expires on a day, or that a mandate runs out with it.
pub(super) fn warning(house: &House, to: &Contact, of: &Government, words: Words, on: Moment) -> Letter {
    let (say, letter) = about(house, &to.address, to.lang, words, of);
    let next = match words.template {
        "governments.expires" => "governments-mail-expires-next",
        _ => "governments-mail-runs-out-next",
    };
    let letter = letter.to_person(to.person).until(on);
    let next = say.with(next, &[("date", Arg::from(say.date(on)))]);
    my(&say, letter.paragraph(next))
}

/// The letter by which a colleague is asked to take over. Its link only opens the page.
pub(super) fn hand_over(
    house: &House,
    to: &Address,
    lang: Lang,
    of: &Government,
    from: &str,
    token: &str,
) -> Letter {
    let (say, letter) = about(house, to, lang, HANDED, of);
    letter
        .paragraph(say.t("governments-mail-handed-from"))
        .user_text(from)
        .paragraph(say.t("governments-mail-handed-next"))
        .button(say.t("governments-mail-handed-open"), format!("/{}/my/hand-overs/{token}", lang.code()))
        .small(say.t("governments-mail-handed-not-you"))
}

/// Writes the letters about mandates.
pub struct Dispatcher {
    house: House,
}

impl Dispatcher {
    /// A dispatcher of this house.
    pub fn new(house: House) -> Self {
        Self { house }
    }

    fn letter(&self, to: &Contact, fact: &Heard, words: Words, of: &Government) -> (Say, Letter) {
        let (say, letter) = about(&self.house, &to.address, to.lang, words, of);
        (say, letter.to_person(to.person).because_of(fact.position))
    }

    async fn asked(&self, tx: &Tx, fact: &Heard, mandate: &Mandate, of: &Government) -> Result<(), Fault> {
        if let Some(person) = people::contact(tx.conn(), mandate.person).await? {
            let (say, letter) = self.letter(&person, fact, ASKED, of);
            let letter = letter.paragraph(say.t("governments-mail-asked-next"));
            post::put(tx, my(&say, letter)).await?;
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

    /// A mandate is over, or nobody answered the request: why, and what to do.
    async fn over(&self, tx: &Tx, fact: &Heard, mandate: &Mandate, of: &Government) -> Result<(), Fault> {
        let Some(person) = people::contact(tx.conn(), mandate.person).await? else { return Ok(()) };
        let (say, letter) = match &mandate.state {
            MandateState::Expired { .. } => {
                let (say, letter) = self.letter(&person, fact, EXPIRED, of);
                let letter = letter.paragraph(say.t("governments-mail-expired-next"));
                (say, letter)
            }
            MandateState::Ended { over: Over::RanOut, .. } => {
                let (say, letter) = self.letter(&person, fact, RAN_OUT, of);
                let letter = letter.paragraph(say.t("governments-mail-ended-next"));
                (say, letter)
            }
            MandateState::Ended { over: Over::ByDesk { reason }, .. } => {
                let (say, letter) = self.letter(&person, fact, BY_DESK, of);
                let letter = letter.paragraph(say.t("governments-mail-refused-reason")).user_text(reason);
                let letter = letter.paragraph(say.t("governments-mail-ended-next"));
                (say, letter)
            }
            MandateState::Ended { over: Over::TakenOver, .. } => {
                let (say, letter) = self.letter(&person, fact, TAKEN, of);
                let letter = letter.paragraph(say.t("governments-mail-taken-next"));
                (say, letter)
            }
            _ => return Ok(()),
        };
        post::put(tx, my(&say, letter)).await?;
        Ok(())
    }

    /// A colleague has taken over: they and the desk are told; the desk may object.
    async fn taken(&self, tx: &Tx, fact: &Heard, mandate: &Mandate, of: &Government) -> Result<(), Fault> {
        if let Some(person) = people::contact(tx.conn(), mandate.person).await? {
            let (say, letter) = self.letter(&person, fact, CONFIRMED_BY_HAND, of);
            let letter = letter.paragraph(say.t("governments-mail-confirmed-by-hand-next"));
            post::put(tx, my(&say, letter)).await?;
        }
        for member in people::desk(tx.conn()).await? {
            let (say, letter) = self.letter(&member, fact, TAKEN_DESK, of);
            let letter = letter
                .facts(vec![
                    (say.t("governments-desk-capacity"), say.t(words::kind(mandate.kind))),
                    (say.t("governments-desk-domain"), say.t(words::on_domain(mandate.on_domain))),
                ])
                .paragraph(say.t("governments-mail-taken-desk-next"))
                .button(
                    say.t("governments-mail-taken-desk-open"),
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
                my(&say, letter)
            }
            (MandateState::Refused { reason, .. }, _) => {
                let (say, letter) = self.letter(&person, fact, REFUSED, of);
                let letter = letter.paragraph(say.t("governments-mail-refused-reason")).user_text(reason);
                my(&say, letter.paragraph(say.t("governments-mail-refused-next")))
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
            "mandate.expired" | "mandate.ended" => self.over(tx, fact, &mandate, &of).await,
            "mandate.taken_over" => self.taken(tx, fact, &mandate, &of).await,
            _ => Ok(()),
        }
    }
}
