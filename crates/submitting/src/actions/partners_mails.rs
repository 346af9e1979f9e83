//! The letters about partners: the question to a partner, its reminder, and its answer to those who asked.

use post::{Address, Letter};
use store::{Fault, Tx};
use vocabulary::{Arg, GovernmentId, Lang, Say, Tag};

use super::action::Action;
use super::partner::{Body, Partner, PartnerAnswer, WhoTakesPart};
use super::reading::{content_now, title_of};
use super::{mine, partners, partners_by_code, records};
use crate::people::{self, Contact};
use crate::{House, governments};

/// Everybody with a confirmed mandate for a government.
pub(super) async fn mandate_holders(tx: &Tx, government: GovernmentId) -> Result<Vec<Contact>, Fault> {
    let mut contacts: Vec<Contact> = Vec::new();
    for id in governments::ids_of(tx.conn(), government).await? {
        for mandate in governments::mandates_for(tx.conn(), id).await? {
            if !(mandate.is_confirmed() && mandate.stands_at(tx.now()))
                || contacts.iter().any(|one| one.person == mandate.person)
            {
                continue;
            }
            contacts.extend(people::contact(tx.conn(), mandate.person).await?);
        }
    }
    Ok(contacts)
}

/// Whoever drafts: the author while a mandate stands, else everybody with a confirmed mandate of the lead.
pub(super) async fn drafters(tx: &Tx, action: &Action) -> Result<Vec<Contact>, Fault> {
    if let Some(author) = action.author
        && mine::tie(tx.conn(), author, action.lead, tx.now()).await? != super::may::Tie::None
        && let Some(contact) = people::contact(tx.conn(), author).await?
    {
        return Ok(vec![contact]);
    }
    mandate_holders(tx, action.lead).await
}

/// The words of every letter here.
struct Words {
    programme: String,
    lead: String,
    title: String,
}

impl Words {
    async fn of(house: &House, tx: &Tx, say: &Say, action: &Action) -> Result<Words, Fault> {
        let content = content_now(house, tx.conn(), action).await?;
        Ok(Words {
            programme: house.kit.called(say),
            lead: partners::lead_name(tx.conn(), say, action).await?,
            title: title_of(&content).unwrap_or_default().to_owned(),
        })
    }

    fn args(&self) -> [(&'static str, Arg); 2] {
        [("programme", Arg::from(&self.programme)), ("lead", Arg::from(&self.lead))]
    }
}

/// Asks a partner, or reminds it: a government through those who act for it, anybody else at their address.
pub(super) async fn question(
    house: &House,
    tx: &Tx,
    action: &Action,
    partner: &Partner,
    again: bool,
) -> Result<(), Fault> {
    match &partner.who {
        WhoTakesPart::Government(id) => {
            for contact in mandate_holders(tx, *id).await? {
                let say = house.say(contact.lang);
                let path = format!("/{}/my/partnerships/{}", say.lang.code(), partner.id);
                let to = To { address: contact.address.clone(), path, again };
                let letter = asking(house, tx, &say, action, to).await?;
                post::put(tx, letter.to_person(contact.person)).await?;
            }
        }
        WhoTakesPart::Body(body) => {
            let Some(address) = body.address.as_deref().and_then(|text| Address::parse(text).ok()) else {
                return Ok(());
            };
            let lang = language_of(body);
            let path = partners_by_code::open(house, tx, partner, body, &address, lang).await?;
            let to = To { address, path, again };
            post::put(tx, asking(house, tx, &house.say(lang), action, to).await?).await?;
        }
    }
    Ok(())
}

/// The language to write to a partner in: that of its name where the house speaks it.
pub(super) fn language_of(body: &Body) -> Lang {
    Tag::lang(body.name.original_tag()).unwrap_or(Lang::En)
}

struct To {
    address: Address,
    path: String,
    again: bool,
}

async fn asking(house: &House, tx: &Tx, say: &Say, action: &Action, to: To) -> Result<Letter, Fault> {
    let words = Words::of(house, tx, say, action).await?;
    let subject = match to.again {
        true => say.plain("actions-partners-mail-again-subject", &words.args()),
        false => say.plain("actions-partners-mail-ask-subject", &words.args()),
    };
    let letter = Letter::new(to.address, say.lang, "actions.partner-question", subject)
        .paragraph(say.plain("actions-partners-mail-ask-body", &words.args()))
        .user_text(words.title)
        .paragraph(say.t("actions-partners-mail-ask-how"))
        .button(say.t("actions-partners-mail-ask-open"), to.path);
    Ok(letter)
}

/// Tells those who asked what a partner has answered.
pub(super) async fn answered(
    house: &House,
    tx: &Tx,
    action: &Action,
    partner: &Partner,
    answer: PartnerAnswer,
) -> Result<(), Fault> {
    for contact in drafters(tx, action).await? {
        let say = house.say(contact.lang);
        let words = Words::of(house, tx, &say, action).await?;
        let (named, _) = partners::called(tx.conn(), &say, partner).await?;
        let [programme, lead] = words.args();
        let args = [programme, lead, ("partner", Arg::from(named.text))];
        let body = match answer {
            PartnerAnswer::Confirm => "actions-partners-mail-answer-confirm",
            PartnerAnswer::Decline => "actions-partners-mail-answer-decline",
            PartnerAnswer::TakeBack => "actions-partners-mail-answer-take-back",
        };
        let subject = say.plain("actions-partners-mail-answer-subject", &args);
        let path = format!("/{}/my/actions/{}/partners", say.lang.code(), action.id);
        let letter = Letter::new(contact.address.clone(), say.lang, "actions.partner-answer", subject)
            .to_person(contact.person)
            .paragraph(say.plain(body, &args))
            .user_text(words.title)
            .button(say.t("actions-partners-mail-answer-open"), path);
        post::put(tx, letter).await?;
    }
    Ok(())
}

/// How many act for the government of a partner here, where it is one.
pub(super) async fn is_reached(house: &House, partner: &Partner) -> Result<bool, Fault> {
    let WhoTakesPart::Government(id) = partner.who else { return Ok(!partner.is_out_of_reach()) };
    let mandates = governments::mandates_for(house.store.read(), id).await?;
    Ok(mandates.iter().any(|mandate| mandate.is_confirmed() && mandate.stands_at(house.now())))
}

/// The partner of an action, as long as it takes part in that one.
pub(super) async fn partner_of(tx: &Tx, action: &Action, id: &str) -> Result<Option<Partner>, Fault> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let found = records::partners::find(tx.conn(), id).await?;
    Ok(found.filter(|partner| partner.action == action.id))
}
