//! Acts: let a draft be read inside the city before it is sent, by a link that can be taken back, and hear what its
//! readers say. What they say never changes the draft; whoever drafts does. None of this is in the journal: it is work
//! on a draft.

use std::sync::LazyLock;

use store::{Fault, Hash, Tx};
use vocabulary::{ActionId, Moment, Uuid};
use web::{Key, Network, RetryAfter, Rule, Throttle, Who};

use super::action::Action;
use super::may::{self, Tie};
use super::records;
use super::refused::ActionRefused;
use super::topic::Topic;
use crate::House;
use crate::people::Acting;

/// So many days a link works.
pub const LINK_DAYS: i64 = 30;
/// The most links of an action that live at a time.
const LINKS_MOST: usize = 20;
/// The most comments on an action.
const COMMENTS_MOST: u64 = 300;

/// How often somebody may comment: from one network on one link.
static OFTEN: LazyLock<Throttle> = LazyLock::new(|| Throttle::new(Rule { burst: 10, every: 60 }));

/// A link by which a draft can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: Uuid,
    /// To which action.
    pub action: ActionId,
    /// When it was made.
    pub made: Moment,
    /// Until when it works.
    pub until: Moment,
    /// When it was taken back, if it was.
    pub revoked: Option<Moment>,
}

impl Link {
    /// Whether it opens the draft.
    pub fn works(&self, now: Moment) -> bool {
        self.revoked.is_none() && now < self.until
    }
}

/// What a reader said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: Uuid,
    /// About which action.
    pub action: ActionId,
    /// About which topic, where the reader said so.
    pub topic: Option<Topic>,
    /// The reader's name as they wrote it.
    pub name: String,
    /// What they said.
    pub text: String,
    /// When.
    pub at: Moment,
    /// When it was dealt with, if it was.
    pub dealt: Option<Moment>,
}

/// What is kept of a token.
fn hash(token: &str) -> String {
    Hash::of(token.as_bytes()).to_string()
}

/// Makes a link. Gives its token, of which only the hash is kept: no page can show it later.
pub async fn open(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
) -> Result<String, ActionRefused> {
    may::draft(acting, action.author, tie)?;
    let links = records::clearance::links(tx.conn(), action.id).await?;
    if links.iter().filter(|link| link.works(tx.now())).count() >= LINKS_MOST {
        return Err(ActionRefused::TooManyLinks);
    }
    let token = data_encoding::HEXLOWER.encode(&house.kit.chance::<20>());
    let until = tx.now().plus_days(LINK_DAYS);
    let link = Link { id: tx.new_id(), action: action.id, made: tx.now(), until, revoked: None };
    records::clearance::add_link(tx, &link, &hash(&token)).await?;
    Ok(token)
}

/// Takes a link back: it opens nothing any more.
pub async fn revoke(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    link: Uuid,
) -> Result<(), ActionRefused> {
    may::draft(acting, action.author, tie)?;
    match records::clearance::revoke(tx, action.id, link).await? {
        true => Ok(()),
        false => Err(ActionRefused::Nothing),
    }
}

/// Notes that a comment was dealt with.
pub async fn deal(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    comment: Uuid,
) -> Result<(), ActionRefused> {
    may::draft(acting, action.author, tie)?;
    match records::clearance::deal(tx, action.id, comment).await? {
        true => Ok(()),
        false => Err(ActionRefused::Nothing),
    }
}

/// The link that a token is of, as long as it works.
pub async fn link(house: &House, token: &str) -> Result<Option<Link>, Fault> {
    let found = records::clearance::by_hash(house.store.read(), &hash(token)).await?;
    Ok(found.filter(|link| link.works(house.now())))
}

/// A reader says something about a draft.
pub async fn comment(tx: &Tx, link: &Link, said: Said<'_>) -> Result<(), ActionRefused> {
    if records::clearance::count(tx.conn(), link.action).await? >= COMMENTS_MOST {
        return Err(ActionRefused::TooManyComments);
    }
    let comment = Comment {
        id: tx.new_id(),
        action: link.action,
        topic: said.topic,
        name: said.name.to_owned(),
        text: said.text.to_owned(),
        at: tx.now(),
        dealt: None,
    };
    records::clearance::add_comment(tx, &comment).await?;
    Ok(())
}

/// What a reader says.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// About which topic.
    pub topic: Option<Topic>,
    /// Their name.
    pub name: &'a str,
    /// What.
    pub text: &'a str,
}

/// Takes one comment from a network on a link.
pub(super) fn not_too_often(link: &Link, network: Network, now: Moment) -> Result<(), RetryAfter> {
    OFTEN.take(&Key::new("actions.comment", &Who::From(link.id.to_string(), network)), now)
}
