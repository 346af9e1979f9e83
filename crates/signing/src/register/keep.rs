//! Keeps what the rooms said, for many records at once: what stood there is read together, what changes is written
//! together, and what comes of it is what would come of one after the other, the numbers of the changes too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, IntoActiveModel, Statement};
use store::{Fault, Tx, canonical, many};
use vocabulary::Moment;

use super::lines;
use super::past;
use super::reached;
use super::record::Said;
use super::records::{NEUTRAL, public_record};

/// A kind and a key.
type Name = (String, String);

/// Keeps what the rooms said, each upon a fact of its moment, and what stood there before, where that was on another day
/// ([`past`]). The same said twice changes nothing.
pub(super) async fn keep_all(tx: &Tx, said: Vec<(Said, Moment)>) -> Result<(), Fault> {
    let mut keeping = Keeping::begin(tx, said.iter().map(|(said, _)| said), false).await?;
    for (said, heard) in said {
        keeping.keep(said, heard).await?;
    }
    keeping.write().await
}

/// Keeps what the rooms said again of what stands already, though nothing has happened: it stands since when it stood, and
/// what was wiped of earlier days was wiped then.
pub(super) async fn keep_again(tx: &Tx, said: Vec<Said>) -> Result<(), Fault> {
    let mut keeping = Keeping::begin(tx, said.iter(), true).await?;
    for said in said.into_iter().filter(|said| !matches!(said, Said::Unsaid { .. })) {
        keeping.keep(said, tx.now()).await?;
    }
    keeping.write().await
}

struct Keeping<'a> {
    tx: &'a Tx,
    /// How each record stands, with what is not written yet.
    stands: HashMap<Name, public_record::Model>,
    /// What is not written yet, by the numbers of its changes.
    changed: BTreeMap<i64, public_record::Model>,
    numbers: reached::Waiting,
    /// The number of the last change, once it was asked for and is held.
    last: Option<i64>,
    /// Whether nothing has happened, and only more is said of it.
    again: bool,
}

impl<'a> Keeping<'a> {
    /// Reads how the records stand of which something is said.
    async fn begin(tx: &'a Tx, said: impl Iterator<Item = &Said>, again: bool) -> Result<Keeping<'a>, Fault> {
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (kind, key) in said.filter(|said| !matches!(said, Said::Unsaid { .. })).map(Said::name) {
            kinds.entry(kind).or_default().insert(key);
        }
        let mut stands = HashMap::new();
        for (kind, keys) in kinds {
            let of_kind = public_record::Entity::find().filter(public_record::Column::Kind.eq(kind));
            let keys = keys.into_iter().collect();
            let rows = many::rows(tx.conn(), of_kind, public_record::Column::Key, keys).await?;
            stands.extend(rows.into_iter().map(|row| ((row.kind.clone(), row.key.clone()), row)));
        }
        let (changed, numbers) = (BTreeMap::new(), reached::Waiting::default());
        Ok(Keeping { tx, stands, changed, numbers, last: None, again })
    }

    async fn keep(&mut self, said: Said, heard: Moment) -> Result<(), Fault> {
        let numbers = reached::of(&said);
        let (name, body, line, reason, at) = match said {
            Said::Here(record) => {
                let (body, line) = (canonical(&record)?.0, lines::of(&record));
                ((record.kind, record.key), Some(body), line, None, record.card.updated)
            }
            Said::Gone { kind, key, reason, at } => ((kind, key), None, None, Some(reason), at),
            Said::Unsaid { kind, key } => {
                self.write_now().await?;
                return past::wipe(self.tx, &kind, &key, heard).await;
            }
            Said::Nothing { kind, key } => return self.forget(kind, key, heard).await,
        };
        let before = self.stands.remove(&name);
        if before.as_ref().is_some_and(|row| row.body == body && row.reason == reason) {
            self.stands.extend(before.map(|row| (name, row)));
            return Ok(());
        }
        self.numbers.add(numbers, before.is_some());
        let stood = before.as_ref().filter(|row| self.again && row.body.is_some());
        let since = stood.map_or_else(|| past::since(before.as_ref(), heard), |row| row.since);
        let since = since.filter(|_| body.is_some());
        if let Some(before) = &before {
            let kept = if stood.is_some() { None } else { past::kept(before, heard)? };
            if let Some(kept) = kept {
                self.change(kept).await?;
            }
            // Of one record the last change is written, what it was before is kept above.
            self.changed.remove(&before.change);
        }
        let state = if body.is_some() { "here" } else { "gone" }.to_owned();
        let (kind, key) = name.clone();
        let at = at.unix();
        let (change, until) = (0, None);
        let row = public_record::Model { kind, key, change, at, state, body, reason, since, until, line };
        let row = self.change(row).await?;
        self.stands.insert(name, row);
        Ok(())
    }

    async fn forget(&mut self, kind: String, key: String, heard: Moment) -> Result<(), Fault> {
        let name = (kind, key);
        if self.stands.get(&name).is_none_or(|row| row.body.is_none()) {
            return Ok(());
        }
        let ((kind, key), reason) = (name, NEUTRAL.to_owned());
        Box::pin(self.keep(Said::Gone { kind, key, reason, at: self.tx.now() }, heard)).await
    }

    /// Gives a change its number, and notes it to be written.
    async fn change(&mut self, row: public_record::Model) -> Result<public_record::Model, Fault> {
        let last = match self.last {
            Some(last) => last,
            None => hold(self.tx).await?,
        };
        self.last = Some(last + 1);
        let row = public_record::Model { change: last + 1, ..row };
        self.changed.insert(row.change, row.clone());
        Ok(row)
    }

    /// Writes what has changed, because what comes next reads it.
    async fn write_now(&mut self) -> Result<(), Fault> {
        let stands = std::mem::take(&mut self.stands);
        let (changed, numbers) = (BTreeMap::new(), reached::Waiting::default());
        let next = Keeping { tx: self.tx, stands, changed, numbers, last: None, again: self.again };
        std::mem::replace(self, next).write().await
    }

    async fn write(self) -> Result<(), Fault> {
        use public_record::Column::{At, Body, Change, Key, Kind, Line, Reason, Since, State};
        let conn = self.tx.conn();
        if let Some(last) = self.last {
            let head = "UPDATE public_head SET change = $1";
            let values = [last.into()];
            let head = Statement::from_sql_and_values(conn.get_database_backend(), head, values);
            conn.execute_raw(head).await?;
        }
        self.numbers.keep(self.tx).await?;
        let replace = OnConflict::columns([Kind, Key])
            .update_columns([Change, At, State, Body, Reason, Since, Line])
            .to_owned();
        let rows = self.changed.into_values().map(|row| row.into_active_model().reset_all());
        for piece in many::pieces(rows.collect()) {
            let insert = public_record::Entity::insert_many(piece).on_conflict(replace.clone());
            insert.exec_without_returning(conn).await?;
        }
        Ok(())
    }
}

/// The number of the last change, held until the end of the transaction.
async fn hold(tx: &Tx) -> Result<i64, Fault> {
    let take = "UPDATE public_head SET change = change RETURNING change";
    let statement = Statement::from_string(tx.conn().get_database_backend(), take);
    let row = tx.conn().query_one_raw(statement).await?;
    let row = row.ok_or_else(|| Fault::broken("public_head has no row".to_owned()))?;
    Ok(row.try_get("", "change")?)
}
