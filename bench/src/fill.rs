//! The house that is measured: the demonstration, and so many generated actions beside it.

use std::path::Path;
use std::time::Instant;

use rooms::House;
use rooms::register::{projection, snapshot};
use sea_orm::{ConnectionTrait, Database};

use crate::Outcome;
use crate::house::{self, told};

/// The seed of `localaction demo --actions`.
const SEED: u64 = 2022;
/// Says that a folder is filled.
const DONE: &str = "filled";

/// Fills a folder, once.
pub async fn fill(data: &Path, actions: usize) -> Outcome<()> {
    let done = data.join(DONE);
    if done.exists() {
        println!("  {} is filled already", data.display());
        return Ok(());
    }
    let begun = Instant::now();
    let house = house::open(data).await?;
    rooms::intake::demo(&house).await.map_err(|refused| refused.to_string())?;
    rooms::intake::generate(&house, actions, SEED).await.map_err(told)?;
    println!("  {actions} actions generated after {} s", begun.elapsed().as_secs());
    house.followers().settle_one(projection::NAME).await.map_err(told)?;
    println!("  projected after {} s", begun.elapsed().as_secs());
    snapshot::catch_up(&house.store, &house.index).await.map_err(told)?;
    pass_over(&house).await?;
    std::fs::write(&done, format!("{actions}\n"))
        .map_err(|error| format!("{} cannot be written: {error}.", done.display()))
}

/// Nobody is written to about generated actions: the followers that write letters begin after them.
async fn pass_over(house: &House) -> Outcome<()> {
    let head = store::journal::head(house.store.read()).await.map_err(told)?.position;
    let database = Database::connect(house.folder.database_url()).await.map_err(|error| error.to_string())?;
    for standing in house.followers().status().await.map_err(told)? {
        let statement = format!(
            "INSERT INTO follower (name, position) VALUES ('{}', {head}) \
             ON CONFLICT (name) DO UPDATE SET position = excluded.position",
            standing.name
        );
        if standing.name != projection::NAME {
            database.execute_unprepared(&statement).await.map_err(|error| error.to_string())?;
        }
    }
    database.close().await.map_err(|error| error.to_string())
}
