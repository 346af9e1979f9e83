//! An act: import a file. It is read whole first, then entered row by row, in transactions of two hundred rows, so
//! that nobody who acts meanwhile waits long.

use std::collections::BTreeSet;
use std::sync::Arc;

use store::{Fault, Hash, Tx};
use thiserror::Error;
use vocabulary::{Actor, Iso2, fold};

use super::asked::{self, AskedAction, AskedSignature, Reading};
use super::decisions::{Decisions, DecisionsRefused};
use super::first_call;
use super::government::{Finding, find, settle};
use super::mapping::{Mapping, MappingRefused, Of};
use super::parties::Party;
use super::read_csv::read_csv;
use super::read_jsonl::read_jsonl;
use super::read_xlsx::read_xlsx;
use super::refused::RowRefused;
use super::report::{Found, Named, Outcome, Report, RowReport};
use super::table::{Broken, Row, Table};
use crate::House;
use crate::actions::{self, ActionRefused, Entered, FromSource};
use crate::calls::{Call, Catalogue};
use crate::declarations::{self, Declaration};
use crate::governments::{Government, core_name};
use crate::people::Acting;

/// The name under which the import acts.
const PROGRAM: &str = "import";

/// How many rows are entered in one transaction.
const BATCH: usize = 200;

/// A file to import, with what goes with it.
#[derive(Clone, Debug, Default)]
pub struct Import<'a> {
    /// The file's name; its end says how it is read.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The mapping file: its name and its text. Files of the cohort's form need none.
    pub mapping: Option<(&'a str, &'a str)>,
    /// The decisions beside the file: their name and their text.
    pub decisions: Option<(&'a str, &'a str)>,
    /// Whether something is entered.
    pub earnest: Earnest,
}

/// Whether an import enters what it reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Earnest {
    /// It does.
    #[default]
    Enter,
    /// It only reports what it would do.
    DryRun,
}

/// Why a file was not imported. Nothing of it was entered.
#[derive(Debug, Error)]
pub enum ImportRefused {
    /// It ends in none of the three ways.
    #[error("{0} is neither .jsonl, .csv nor .xlsx; save it as one of them")]
    Kind(String),
    /// It cannot be read.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// Its columns are not understood.
    #[error(transparent)]
    Mapping(#[from] MappingRefused),
    /// The decisions are not in order.
    #[error(transparent)]
    Decisions(#[from] DecisionsRefused),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Imports a file into a house and tells after each row how many of how many are done.
pub async fn import(
    house: &House,
    file: &Import<'_>,
    mut progress: impl FnMut(usize, usize),
) -> Result<Report, ImportRefused> {
    let call = first_call(house).await?;
    let (table, mapping) = read(file, &call)?;
    let decisions = match file.decisions {
        Some((name, text)) => Decisions::parse(name, text)?,
        None => Decisions::default(),
    };
    let mut run = Run {
        call,
        mapping,
        decisions,
        catalogue: house.catalogue(),
        declaration: None,
        earnest: file.earnest,
        entered: BTreeSet::new(),
        named: BTreeSet::new(),
    };
    let mut report = Report::default();
    for batch in table.rows.chunks(BATCH) {
        let tx = house.act().await?;
        if run.mapping.of == Of::Signatures {
            run.declaration = Some(declarations::ensure(&tx, Actor::Program(PROGRAM), &run.call).await?);
        }
        for row in batch {
            report.rows.push(run.row(&tx, row).await?);
            progress(report.rows.len(), table.rows.len());
        }
        match file.earnest {
            Earnest::Enter => tx.commit().await?,
            Earnest::DryRun => tx.rollback().await?,
        }
    }
    Ok(report)
}

/// Reads the file whole, and what its columns mean.
fn read(file: &Import<'_>, call: &Call) -> Result<(Table, Mapping), ImportRefused> {
    let mapping = file.mapping.map(|(name, text)| Mapping::parse(name, text, call)).transpose()?;
    let header = mapping.as_ref().map_or(1, |mapping| mapping.header);
    let sheet = mapping.as_ref().and_then(|mapping| mapping.sheet.as_deref());
    let end = file.name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let table = match end.as_str() {
        "jsonl" => read_jsonl(file.name, file.bytes)?,
        "csv" => read_csv(file.name, file.bytes, header)?,
        "xlsx" => read_xlsx(file.name, file.bytes, sheet, header)?,
        _ => return Err(ImportRefused::Kind(file.name.to_owned())),
    };
    let mapping = match mapping {
        Some(mapping) => {
            mapping.fits(file.name, &table)?;
            mapping
        }
        None => Mapping::of_cohort(file.name, &table)?,
    };
    Ok((table, mapping))
}

/// One import as it goes on.
struct Run {
    call: Arc<Call>,
    mapping: Mapping,
    decisions: Decisions,
    catalogue: Arc<Catalogue>,
    declaration: Option<Declaration>,
    earnest: Earnest,
    /// The records of this file so far: a dry run does not find them any more in its next transaction.
    entered: BTreeSet<String>,
    /// The new governments of this file so far, for the same reason.
    named: BTreeSet<(String, Option<Iso2>)>,
}

impl Run {
    /// Enters one row, or says why not. A row that is refused leaves nothing behind.
    async fn row(&mut self, tx: &Tx, row: &Row) -> Result<RowReport, Fault> {
        let done = match self.mapping.of {
            Of::Actions => self.action(tx, row).await,
            Of::Signatures => self.signature(tx, row).await,
        };
        match done {
            Ok((outcome, governments)) => Ok(RowReport { line: row.line, outcome, governments }),
            Err(RowRefused::Fault(fault)) => Err(fault),
            Err(refused) => Ok(RowReport {
                line: row.line,
                outcome: Outcome::Refused { why: refused.to_string() },
                governments: Vec::new(),
            }),
        }
    }

    async fn action(&mut self, tx: &Tx, row: &Row) -> Result<(Outcome, Vec<Named>), RowRefused> {
        let asked = asked::action(self.reading(), row)?;
        let identity = identity_of(&asked);
        let acting = Acting::program(PROGRAM);
        let call = self.call.clone();
        let from = |lead, partners, content| FromSource {
            call: call.id,
            prefix: call.prefix.clone(),
            lead,
            partners,
            content,
            identity: identity.clone(),
        };
        if let Some(known) = actions::from_source(tx.conn(), &identity).await? {
            let entered = actions::enter(tx, &acting, from(known.lead, Vec::new(), asked.content)).await;
            return Ok((self.outcome(entered.map_err(refused)?), Vec::new()));
        }
        let (parties, named) = self.governments(tx, &asked.parties, &asked.source).await?;
        let mut ids = parties.iter().map(|party| party.id);
        let lead = ids.next().ok_or_else(|| Fault::broken("a row without a government was read"))?;
        let entered = actions::enter(tx, &acting, from(lead, ids.collect(), asked.content)).await;
        if !self.entered.insert(identity) {
            return Ok((Outcome::Unchanged { reference: AGAIN.to_owned() }, Vec::new()));
        }
        Ok((self.outcome(entered.map_err(refused)?), named))
    }

    async fn signature(&mut self, tx: &Tx, row: &Row) -> Result<(Outcome, Vec<Named>), RowRefused> {
        let AskedSignature { party, evidence, date, source } = asked::signature(self.reading(), row)?;
        let declaration = self.declaration.clone();
        let declaration = declaration.ok_or_else(|| Fault::broken("signatures without a declaration"))?;
        let (governments, named) = self.governments(tx, std::slice::from_ref(&party), &source).await?;
        let government = governments.first().ok_or_else(|| Fault::broken("a signature of nobody"))?;
        let read =
            declarations::FromSource { government, name: &party.name, evidence, date, source: &source };
        let actor = Actor::Program(PROGRAM);
        let entered = declarations::enter_from_source(tx, actor, &declaration, read).await?;
        let again =
            !self.entered.insert(format!("{source}\n{}\n{:?}", core_name(&party.name), party.country));
        Ok(match entered {
            declarations::Entered::Created(_) if again => {
                (Outcome::Unchanged { reference: AGAIN.to_owned() }, Vec::new())
            }
            declarations::Entered::Created(new) => {
                (Outcome::Created { reference: self.new_reference(new.reference.to_string()) }, named)
            }
            declarations::Entered::Unchanged(known) => {
                (Outcome::Unchanged { reference: known.reference.to_string() }, Vec::new())
            }
        })
    }

    /// The governments of a row: all are found before the first is entered, so that a refused row leaves none behind.
    async fn governments(
        &mut self,
        tx: &Tx,
        parties: &[Party],
        source: &str,
    ) -> Result<(Vec<Government>, Vec<Named>), RowRefused> {
        let mut findings = Vec::with_capacity(parties.len());
        for party in parties {
            findings.push((party, find(tx.conn(), party, &self.decisions).await?));
        }
        let (mut governments, mut named) = (Vec::<Government>::new(), Vec::new());
        for (party, finding) in findings {
            let is_new = matches!(finding, Finding::New(_));
            let (government, found) =
                settle(tx, Actor::Program(PROGRAM), finding, &party.name, source).await?;
            let first = !is_new || self.named.insert((core_name(&party.name), party.country));
            let reference = government.reference.to_string();
            named.push(Named {
                written: party.name.clone(),
                reference: if is_new { self.new_reference(reference) } else { reference },
                found: if first { found } else { Found::ByName },
            });
            if governments.iter().all(|known| known.id != government.id) {
                governments.push(government);
            }
        }
        Ok((governments, named))
    }

    fn reading(&self) -> Reading<'_> {
        Reading {
            mapping: &self.mapping,
            decisions: &self.decisions,
            call: &self.call,
            catalogue: &self.catalogue,
        }
    }

    fn outcome(&self, entered: Entered) -> Outcome {
        let (Entered::New(action) | Entered::Changed(action) | Entered::Unchanged(action)) = &entered;
        let reference = action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        match entered {
            Entered::New(_) => Outcome::Created { reference: self.new_reference(reference) },
            Entered::Changed(_) => Outcome::Renewed { reference },
            Entered::Unchanged(_) => Outcome::Unchanged { reference },
        }
    }

    /// A reference that a dry run takes back is not told.
    fn new_reference(&self, reference: String) -> String {
        match self.earnest {
            Earnest::Enter => reference,
            Earnest::DryRun => "(new)".to_owned(),
        }
    }
}

/// What stands for the reference of a record that stands in the file twice.
const AGAIN: &str = "(an earlier row)";

/// By what the same record is known again: source addresses repeat, so names and title are part of it.
fn identity_of(asked: &AskedAction) -> String {
    let names: Vec<String> = asked.parties.iter().map(|party| core_name(&party.name)).collect();
    let parts = ["action", asked.source.as_str(), &names.join(";"), &fold(&asked.called)];
    Hash::of(parts.join("\n")).to_string()
}

fn refused(refused: ActionRefused) -> RowRefused {
    match refused {
        ActionRefused::Fault(fault) => RowRefused::Fault(fault),
        other => RowRefused::House(other.to_string()),
    }
}
