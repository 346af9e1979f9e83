//! A command: open a house to visitors.

use store::folder::Purpose;
use web::Standing;

use crate::settings::{Ways, Where};
use crate::{Outcome, open, run};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    ways: Ways,
}

/// Serves until told to stop.
pub async fn run(args: Args) -> Outcome {
    let folder = open::folder(&args.place, Purpose::Real)?;
    let _lock = folder.lock()?;
    let (listener, at) = run::listen(args.ways.listen).await?;
    let Ways { public, proxies, .. } = args.ways;
    let house = open::house(folder, Standing::Real, args.place.database, &public, Some(at), proxies).await?;
    let beside = run::begin(&house);
    println!("Local Action listens on http://{at} and is public at {}/", house.kit.origin());
    if house.call().is_none() {
        println!(
            "There is no Call yet: `localaction init` makes the first, `localaction call create FILE` another."
        );
    }
    run::answer(house, listener, beside).await
}
