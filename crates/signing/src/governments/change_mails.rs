//! The letters about changes of a government's record, and the dispatcher that writes them.

use async_trait::async_trait;
use post::Letter;
use store::{Fault, Follower, Heard, Tx};
use vocabulary::{Arg, RequestId, Say};

use super::change::{Change, ChangeState};
use super::government::Government;
use super::{records, words};
use crate::house::House;
use crate::people::{self, Contact};

/// Writes the letters about changes.
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
        (template, subject, lead): (&'static str, &str, &str),
        (change, of): (&Change, &Government),
    ) -> (Say, Letter) {
        let say = self.house.say(to.lang);
        let programme = self.house.kit.called(&say);
        let name = words::line(&say, of);
        let args = [("programme", Arg::from(programme)), ("name", Arg::from(&name))];
        let letter = Letter::new(to.address.clone(), say.lang, template, say.plain(subject, &args))
            .to_person(to.person)
            .because_of(fact.position)
            .paragraph(say.t(lead))
            .user_text(say.labelled(&name, &words::change(&say, &change.what)));
        (say, letter)
    }

    /// The desk is told what waits.
    async fn asked(&self, tx: &Tx, fact: &Heard, about: (&Change, &Government)) -> Result<(), Fault> {
        const DESK: (&str, &str, &str) =
            ("governments.change", "governments-mail-change-subject", "governments-mail-change-lead");
        for member in people::desk(tx.conn()).await? {
            let (say, letter) = self.letter(&member, fact, DESK, about);
            let path = format!("/{}/desk/governments/{}", say.lang.code(), about.1.reference);
            post::put(tx, letter.button(say.t("governments-mail-change-open"), path)).await?;
        }
        Ok(())
    }

    /// Whoever asked is told what came of it.
    async fn answered(&self, tx: &Tx, fact: &Heard, about: (&Change, &Government)) -> Result<(), Fault> {
        const MADE: (&str, &str, &str) =
            ("governments.changed", "governments-mail-changed-subject", "governments-mail-changed-lead");
        const NOT: (&str, &str, &str) = (
            "governments.unchanged",
            "governments-mail-unchanged-subject",
            "governments-mail-unchanged-lead",
        );
        let Some(person) = people::contact(tx.conn(), about.0.by).await? else { return Ok(()) };
        let letter = match &about.0.state {
            ChangeState::Refused { reason, .. } => {
                let (say, letter) = self.letter(&person, fact, NOT, about);
                letter.paragraph(say.t("governments-mail-refused-reason")).user_text(reason)
            }
            _ => self.letter(&person, fact, MADE, about).1,
        };
        post::put(tx, letter).await?;
        Ok(())
    }
}

#[async_trait]
impl Follower for Dispatcher {
    fn name(&self) -> &'static str {
        "governments.change-mails"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.subject_kind != "change" {
            return Ok(());
        }
        let Some(change) = records::change(tx.conn(), RequestId::from(fact.subject)).await? else {
            return Ok(());
        };
        let Some(of) = records::canonical_of(tx.conn(), change.government).await? else { return Ok(()) };
        match fact.kind.as_str() {
            "change.asked" => self.asked(tx, fact, (&change, &of)).await,
            "change.confirmed" | "change.refused" => self.answered(tx, fact, (&change, &of)).await,
            _ => Ok(()),
        }
    }
}
