//! The cohorts of a demonstration: sets of actions of the invented governments, with the figures as they were frozen when
//! the demonstration was filled.

use store::{Fault, Tx};
use vocabulary::Lang;

use super::invented::InventedCohort;
use super::play::{Stage, refused};
use crate::actions::{self, Action};
use crate::cohorts::{self, Cohort, choose, freeze, make};
use crate::governments::{self, Match};
use crate::register;

impl Stage<'_> {
    /// Makes the cohorts that are not there, and freezes the figures of each once the register knows its actions.
    pub async fn gather(&self) -> Result<(), Fault> {
        for told in &self.invented.cohorts {
            let tx = self.house.act().await?;
            let Some(cohort) = self.made(&tx, told).await? else { continue };
            tx.commit().await?;
            self.house.followers().settle_one(register::projection::NAME).await?;
            // However slow the machine is: what is frozen is counted in the index.
            register::snapshot::catch_up(&self.house.store, &self.house.index).await?;
            let numbers = register::part::numbers(self.house, &cohorts::token(&cohort.slug))?;
            let tx = self.house.act().await?;
            let frozen = freeze::freeze(&tx, &self.desk(), &cohort, numbers).await;
            frozen.map_err(|why| refused("freeze figures", why))?;
            tx.commit().await?;
        }
        self.house.refresh().await
    }

    /// Nothing where it is there already.
    async fn made(&self, tx: &Tx, told: &InventedCohort) -> Result<Option<Cohort>, Fault> {
        let said = |lang: Lang| Some((lang, told.title.get(lang.code())?, told.about.get(lang.code())?));
        let mut texts = Lang::ALL.into_iter().filter_map(said);
        let Some((lang, title, about)) = texts.next() else { return Ok(None) };
        let why = |why| refused("make a cohort", why);
        if cohorts::titled(tx.conn(), title).await? {
            return Ok(None);
        }
        let (cohort, _) = make::make(tx, &self.desk(), lang, title, about).await.map_err(why)?;
        for (lang, title, about) in texts {
            let again = cohorts::by_id(tx.conn(), cohort.id).await?;
            let again = again.ok_or_else(|| Fault::broken("the cohort that was just made is gone"))?;
            make::describe(tx, &self.desk(), again, lang, (title, about)).await.map_err(why)?;
        }
        for name in &told.of {
            for action in led_by(tx, name).await? {
                choose::put_in(tx, &self.desk(), &cohort, Some(action)).await.map_err(why)?;
            }
        }
        Ok(Some(cohort))
    }
}

/// The public actions that the government of this name leads.
async fn led_by(tx: &Tx, name: &str) -> Result<Vec<Action>, Fault> {
    let Match::One(lead) = governments::matching(tx.conn(), name, None).await? else {
        return Err(refused("fill a cohort", format!("no one government {name}")));
    };
    let mut actions = actions::of_government(tx.conn(), lead.id).await?;
    actions.retain(|action| action.lead == lead.id && action.stage.is_public());
    Ok(actions)
}
