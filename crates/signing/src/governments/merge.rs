//! Acts of the desk: merge two records of one government, and undo it. Keys are never rewritten: the record that goes
//! becomes an alias, and everything resolves through it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Reference, Say};
use web::{At, ErrorLine, Errors, Fact as Line, Field, Form, Frame, Pairs, Problem, Tone};

use super::government::Government;
use super::may::{self, Refused};
use super::{alike, records, words};
use crate::house::House;
use crate::people::{Acting, AtDesk, SignedIn};

/// Why nothing was merged.
#[derive(Debug, Error)]
pub enum MergeRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such government.
    #[error("there is no government {0}")]
    Unknown(String),
    /// It would be merged with itself, or is merged already.
    #[error("these are one government already")]
    OneAlready,
    /// It is not merged, so there is nothing to undo.
    #[error("this government is not merged into another one")]
    NotMerged,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl MergeRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            MergeRefused::May(refused) => Some(refused.key()),
            MergeRefused::Unknown(_) => Some("governments-error-merge-unknown"),
            MergeRefused::OneAlready => Some("governments-error-merge-one"),
            MergeRefused::NotMerged => Some("governments-error-merge-not"),
            MergeRefused::Fault(_) => None,
        }
    }
}

/// Merges the first record into the second: the first becomes another name of it.
pub async fn merge(
    tx: &Tx,
    acting: &Acting,
    from: &Reference,
    into: &Reference,
) -> Result<Position, MergeRefused> {
    may::merge(acting)?;
    let goes = known(tx, from).await?;
    let named = known(tx, into).await?;
    let stays = records::canonical_of(tx.conn(), named.id).await?;
    let stays = stays.ok_or_else(|| MergeRefused::Unknown(into.to_string()))?;
    if goes.merged_into.is_some() || stays.id == goes.id {
        return Err(MergeRefused::OneAlready);
    }
    let alias = Government { merged_into: Some(stays.id), ..goes };
    records::save(tx, &alias).await?;
    let fact = Fact::new("government.merged", Subject::new("government", alias.id), acting.actor);
    Ok(tx.tell(fact.public().note(serde_json::json!({ "other": stays.id }))).await?)
}

/// Undoes a merge: the record stands by itself again.
pub async fn unmerge(tx: &Tx, acting: &Acting, from: &Reference) -> Result<Position, MergeRefused> {
    may::merge(acting)?;
    let alias = known(tx, from).await?;
    let Some(other) = alias.merged_into else { return Err(MergeRefused::NotMerged) };
    let own = Government { merged_into: None, ..alias };
    records::save(tx, &own).await?;
    let fact = Fact::new("government.unmerged", Subject::new("government", own.id), acting.actor);
    Ok(tx.tell(fact.public().note(serde_json::json!({ "other": other }))).await?)
}

/// The government with this reference.
pub(super) async fn known(tx: &Tx, reference: &Reference) -> Result<Government, MergeRefused> {
    let found = records::by_reference(tx.conn(), reference.as_str()).await?;
    found.ok_or_else(|| MergeRefused::Unknown(reference.to_string()))
}

#[derive(Template)]
#[template(path = "governments/pages/merge.html")]
struct MergePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    from: Field,
    into: Field,
    pair: Option<(Vec<Line>, Vec<Line>)>,
    item: Option<String>,
    merged: Vec<(String, String)>,
}

fn facts(say: &Say, one: &Government) -> Vec<Line> {
    let all = [
        Line::new(say.t("governments-fact-name"), one.profile.name.original_text()),
        Line::new(say.t("governments-fact-reference"), one.reference.to_string()),
        Line::new(say.t("governments-fact-country"), words::country(say, &one.profile)),
        Line::new(say.t("governments-fact-tier"), say.t(words::tier(one.profile.tier))),
        Line::new(say.t("governments-fact-aliases"), say.list(&one.profile.aliases)),
    ];
    all.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let conn = house.store.read();
    let mut errors = errors.clone();
    let mut found = Vec::new();
    for field in ["from", "into"] {
        let typed = pairs.text(field);
        if typed.is_empty() {
            continue;
        }
        let reference = Reference::parse(typed).map(|reference| reference.to_string()).unwrap_or_default();
        match records::by_reference(conn, &reference).await? {
            Some(one) => found.push(one),
            None if errors.has(field) => {}
            None => errors.add(field, "governments-error-merge-unknown"),
        }
    }
    let pair = match found.as_slice() {
        [from, into] if from.id != into.id => Some((facts(&at.say, from), facts(&at.say, into))),
        _ => None,
    };
    let item = match found.as_slice() {
        [from, into] if pair.is_some() => Some(alike::pair(from.id, into.id).to_string()),
        _ => None,
    };
    let mut merged = Vec::new();
    for alias in records::merged(conn).await? {
        let into = records::canonical_of(conn, alias.id).await?;
        let into = into.map(|into| format!("{} ({})", into.profile.name.original_text(), into.reference));
        let line = format!("{} ({})", alias.profile.name.original_text(), alias.reference);
        merged.push((alias.reference.to_string(), format!("{line} = {}", into.unwrap_or_default())));
    }
    let frame = who.frame(at, "governments-merge-title").here("desk").errors(&errors);
    let frame = found.iter().fold(frame, |frame, one| words::with_note(frame, &one.profile));
    let frame = match done {
        "merged" => frame.notice(Tone::Done, at.say.t("governments-merge-done")),
        "unmerged" => frame.notice(Tone::Done, at.say.t("governments-merge-undone")),
        "apart" => frame.notice(Tone::Done, at.say.t("governments-merge-apart-done")),
        _ => frame,
    };
    let form = Form::new(&at.say, &errors, pairs);
    let hint = || at.say.t("governments-merge-hint");
    Ok(web::html(MergePage {
        frame,
        errors: errors.summary(&at.say),
        from: form.text("from", "governments-merge-from").hint(hint()),
        into: form.text("into", "governments-merge-into").hint(hint()),
        pair,
        item,
        merged,
    }))
}

/// What stands behind the question mark.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    into: String,
    #[serde(default)]
    done: String,
}

/// The page: two references, a preview, and what was merged.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let pairs = Pairs::new([("from", asked.from), ("into", asked.into)]);
    draw(&house, &at, &who, &Errors::new(), &pairs, &asked.done).await
}

/// The two governments that a form of the preview names.
pub(super) fn both(pairs: &Pairs) -> Result<(Reference, Reference), Problem> {
    let read = |field| Reference::parse(pairs.text(field)).map_err(|_| Problem::Unreadable);
    Ok((read("from")?, read("into")?))
}

/// Merges.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let (from, into) = both(&pairs)?;
    let tx = house.act().await?;
    let merged = merge(&tx, &who.acting(), &from, &into).await;
    finish(&house, &at, &who, &pairs, tx, merged, "merged").await
}

/// Undoes.
pub(super) async fn undo(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let from = Reference::parse(pairs.text("from")).map_err(|_| Problem::Unreadable)?;
    let tx = house.act().await?;
    let undone = unmerge(&tx, &who.acting(), &from).await;
    finish(&house, &at, &who, &pairs, tx, undone, "unmerged").await
}

/// Leads back to the page, or shows it again with what is wrong.
pub(super) async fn finish(
    house: &House,
    at: &At,
    who: &SignedIn,
    pairs: &Pairs,
    tx: Tx,
    result: Result<Position, MergeRefused>,
    done: &str,
) -> Result<Response, Problem> {
    match result {
        Ok(position) => {
            tx.commit().await?;
            house.settle_public(position).await?;
            Ok(at.see(&format!("/desk/governments/merge?done={done}")))
        }
        Err(MergeRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => {
            drop(tx);
            let mut errors = Errors::new();
            errors.add("from", refused.key().unwrap_or("governments-error-merge-unknown"));
            let page = draw(house, at, who, &errors, pairs, "").await?;
            Ok(web::again(page))
        }
    }
}
