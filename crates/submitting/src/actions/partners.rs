//! The partners of an action: who of them may be named in public, and what this room's other files need of them.

use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use store::Fault;
use vocabulary::{ActionId, LanguageMap, Say};

use super::action::Action;
use super::partner::{Partner, PartnerState, WhoTakesPart};
use super::{records, shown};
use crate::governments;

/// A partner as everybody may read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicPartner {
    /// The message key of what it is.
    pub kind: String,
    /// Its name.
    pub name: LanguageMap,
    /// Its web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// Of these partners those without a record of their own that have confirmed.
pub(super) fn public_partners(partners: Vec<Partner>) -> Vec<PublicPartner> {
    let confirmed = partners.into_iter().filter(|partner| partner.state.is_named_in_public());
    let public = confirmed.filter_map(|partner| match partner.who {
        WhoTakesPart::Body(body) => {
            Some(PublicPartner { kind: body.kind.key().to_owned(), name: body.name, website: body.website })
        }
        WhoTakesPart::Government(_) => None,
    });
    public.collect()
}

/// A name with its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub text: String,
    pub lang: String,
    pub dir: &'static str,
}

/// What a partner is called, and what it is.
pub(super) async fn called(
    conn: &impl ConnectionTrait,
    say: &Say,
    partner: &Partner,
) -> Result<(Named, String), Fault> {
    let (map, kind) = match &partner.who {
        WhoTakesPart::Body(body) => (Some(body.name.clone()), body.kind.key()),
        WhoTakesPart::Government(id) => {
            let found = governments::canonical_of(conn, *id).await?;
            (found.map(|one| one.profile.name), "actions-partners-kind-government")
        }
    };
    let picked = map.as_ref().and_then(|map| map.pick(say.lang));
    let named = picked.map(|picked| Named {
        text: picked.text.to_owned(),
        lang: picked.tag.as_str().to_owned(),
        dir: picked.tag.dir(),
    });
    let nobody = || Named { text: String::new(), lang: say.lang.code().to_owned(), dir: say.lang.dir() };
    Ok((named.unwrap_or_else(nobody), say.t(kind)))
}

/// The dot of a partner's state, and its words with the day.
pub(super) fn state(say: &Say, partner: &Partner) -> (&'static str, String) {
    let (dot, key, day) = match partner.state {
        PartnerState::Named => ("none", "actions-partners-state-named", partner.since),
        PartnerState::Asked => {
            ("wait", "actions-partners-state-asked", partner.asked.unwrap_or(partner.since))
        }
        PartnerState::Confirmed => ("ok", "actions-partners-state-confirmed", partner.since),
        PartnerState::Declined => ("bad", "actions-partners-state-declined", partner.since),
        PartnerState::TakenBack => ("bad", "actions-partners-state-taken-back", partner.since),
        PartnerState::Removed => ("none", "actions-partners-state-removed", partner.since),
    };
    (dot, say.with(key, &[("date", say.date(day).into())]))
}

/// The partners whose own word is still to come, by what is missing: not asked yet, or not answered.
pub(super) async fn unanswered(
    conn: &impl ConnectionTrait,
    say: &Say,
    action: ActionId,
) -> Result<Vec<(String, Vec<Named>)>, Fault> {
    let partners = records::partners::of(conn, action).await?;
    let mut all = Vec::new();
    for (state, key) in [
        (PartnerState::Named, "actions-check-partners-named"),
        (PartnerState::Asked, "actions-check-partners-asked"),
    ] {
        let mut named = Vec::new();
        for partner in partners.iter().filter(|partner| partner.state == state) {
            named.push(called(conn, say, partner).await?.0);
        }
        if !named.is_empty() {
            all.push((say.t(key), named));
        }
    }
    Ok(all)
}

/// The name of the government that leads an action, for a reader.
pub(super) async fn lead_name(
    conn: &impl ConnectionTrait,
    say: &Say,
    action: &Action,
) -> Result<String, Fault> {
    let lead = governments::canonical_of(conn, action.lead).await?;
    Ok(lead.map(|lead| shown::named(&lead, say)).unwrap_or_default())
}
