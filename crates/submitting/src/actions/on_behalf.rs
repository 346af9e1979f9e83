//! Acts: the desk enters an action on behalf of a government, from a letter or a file that it sent; the government
//! reads it and confirms it by a code to its office. Before that nothing is sent, and nothing can be published.

use serde::{Deserialize, Serialize};
use store::{Fact, Position, Subject, Tx};
use vocabulary::{ActionId, Actor, FileId, GovernmentId, Moment, PartialDate, PersonId};

use super::action::{Action, NotNow};
use super::begin::{Beginning, begin};
use super::may::{self, Tie};
use super::refused::ActionRefused;
use super::{answers, on_behalf_by_code, records, send};
use crate::House;
use crate::calls::Call;
use crate::people::Acting;

/// What an action entered on behalf of its government is known from.
#[derive(Clone, Debug, PartialEq)]
pub struct OnBehalf {
    /// Which action.
    pub action: ActionId,
    /// From what.
    pub from: EnteredFrom,
    /// Of which day the letter or file is.
    pub dated: PartialDate,
    /// The scan; private.
    pub file: FileId,
    /// Where the government is asked; private.
    pub address: String,
    /// In which language.
    pub lang: String,
    /// Who entered it.
    pub by: PersonId,
    /// When the government was asked last.
    pub asked: Option<Moment>,
    /// When it confirmed last.
    pub confirmed: Option<Moment>,
    /// When it said no last.
    pub refused: Option<Moment>,
}

/// What the desk had before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnteredFrom {
    /// A letter.
    Letter,
    /// A form or file that the government had filled in.
    File,
}

impl EnteredFrom {
    /// Both.
    pub const ALL: [EnteredFrom; 2] = [EnteredFrom::Letter, EnteredFrom::File];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            EnteredFrom::Letter => "letter",
            EnteredFrom::File => "file",
        }
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            EnteredFrom::Letter => "actions-behalf-from-letter",
            EnteredFrom::File => "actions-behalf-from-file",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<EnteredFrom> {
        EnteredFrom::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What everybody may know of it: that it was entered by the secretariat, from what, and when the government confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FromLetter {
    /// `letter` or `file`.
    pub from: String,
    /// Of which day.
    pub dated: PartialDate,
    /// When the government confirmed it.
    pub confirmed: Moment,
}

impl FromLetter {
    /// What is public of it; nothing before the government has confirmed.
    pub fn of(entered: OnBehalf) -> Option<FromLetter> {
        let confirmed = entered.confirmed?;
        Some(FromLetter { from: entered.from.word().to_owned(), dated: entered.dated, confirmed })
    }
}

/// What the desk enters from.
#[derive(Clone, Debug)]
pub struct Entering {
    /// Whose action it is.
    pub lead: GovernmentId,
    /// From what.
    pub from: EnteredFrom,
    /// Of which day.
    pub dated: PartialDate,
    /// The scan.
    pub file: FileId,
    /// The address of the government's office.
    pub address: String,
    /// The language it writes in.
    pub lang: String,
}

/// Begins an action on behalf of a government. The desk then fills in the same form as everybody.
pub async fn enter(tx: &Tx, acting: &Acting, call: &Call, with: Entering) -> Result<Action, ActionRefused> {
    may::work_at_desk(acting)?;
    let by = acting.actor.person().ok_or(may::Refused::NotTheDesk)?;
    let beginning = Beginning {
        call: call.id,
        lead: with.lead,
        tie: Tie::Entered,
        language: with.lang.clone(),
        contact: (String::new(), with.address.clone()),
    };
    let action = begin(tx, acting, beginning).await?;
    let entered = OnBehalf {
        action: action.id,
        from: with.from,
        dated: with.dated,
        file: with.file,
        address: with.address,
        lang: with.lang,
        by,
        asked: None,
        confirmed: None,
        refused: None,
    };
    records::on_behalf::add(tx, &entered).await?;
    Ok(action)
}

/// Asks the government to confirm what was entered. Every answer must be there.
pub async fn ask(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    entered: OnBehalf,
) -> Result<(), ActionRefused> {
    may::work_at_desk(acting)?;
    if !action.is_open() {
        return Err(NotNow { stage: action.stage.word(), asked: "confirmed" }.into());
    }
    let drafts = records::drafts::of(tx.conn(), action.id).await?;
    if drafts.is_empty() || !answers::missing(&drafts).is_empty() {
        return Err(ActionRefused::Incomplete);
    }
    let asked = OnBehalf { asked: Some(tx.now()), refused: None, ..entered };
    records::on_behalf::save(tx, &asked).await?;
    tell(tx, "action.asked-on-behalf", action, acting.actor).await?;
    on_behalf_by_code::question(house, tx, action, &asked).await
}

/// What the government answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// It is its action, and it is right.
    Yes,
    /// It is not.
    No,
}

/// The government has proven its address and answers. Where it confirms, the action is sent as it was shown to it;
/// whoever entered it counts as who sent it, so that other eyes publish it.
pub(super) async fn answer(
    tx: &Tx,
    call: &Call,
    action: Action,
    entered: OnBehalf,
    word: Word,
) -> Result<Position, ActionRefused> {
    if !action.is_open() {
        return Err(NotNow { stage: action.stage.word(), asked: "confirmed" }.into());
    }
    match word {
        Word::No => {
            let refused = OnBehalf { refused: Some(tx.now()), ..entered };
            records::on_behalf::save(tx, &refused).await?;
            Ok(tell(tx, "action.refused-on-behalf", &action, Actor::Nobody).await?)
        }
        Word::Yes => {
            let drafts = records::drafts::of(tx.conn(), action.id).await?;
            let confirmed = OnBehalf { confirmed: Some(tx.now()), refused: None, ..entered };
            records::on_behalf::save(tx, &confirmed).await?;
            let position = tell(tx, "action.confirmed-on-behalf", &action, Actor::Nobody).await?;
            let acting = Acting::person(confirmed.by, None);
            send::put_forward(tx, &acting, action, call, &drafts).await?;
            Ok(position)
        }
    }
}

async fn tell(tx: &Tx, kind: &'static str, action: &Action, actor: Actor) -> Result<Position, store::Fault> {
    let fact = Fact::new(kind, Subject::new("action", action.id), actor).parties();
    tx.tell(fact.call(action.call)).await
}
