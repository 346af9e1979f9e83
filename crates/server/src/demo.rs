//! A command: open a demonstration.

use rooms::House;
use rooms::intake::{ASSESSOR, DemoRefused, OFFICER, SECRETARIAT};
use store::folder::Purpose;
use web::Standing;

use crate::open::Door;
use crate::settings::{Ways, Where};
use crate::{Outcome, Refused, import, open, run};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    ways: Ways,
    /// So many generated actions beside the cohort, to see how the house does with many
    #[arg(long, value_name = "N", default_value_t = 0)]
    actions: usize,
}

/// What generated actions are generated from: the same at every start.
const SEED: u64 = 2022;

/// Fills the folder with what a demonstration shows, once, and serves until told to stop.
pub async fn run(args: Args) -> Outcome {
    let folder = open::folder(&args.place, Purpose::Demo)?;
    let _lock = folder.lock()?;
    let (listener, at) = run::listen(args.ways.listen).await?;
    let Ways { public, proxies, metrics, .. } = args.ways;
    let watched = run::Watched::begin(metrics).await?;
    let standing = Standing::Demonstration;
    let door = Door::new(folder, standing, args.place.database, &public).listening(at).behind(proxies);
    door.within(async |house| {
        fill(house, args.actions).await?;
        let beside = run::begin(house);
        say_where(house);
        run::answer(house, listener, watched, beside).await
    })
    .await
}

async fn fill(house: &House, actions: usize) -> Outcome {
    rooms::intake::demo(house).await.map_err(|refused| match refused {
        DemoRefused::Import(why) => import::refused(why),
        DemoRefused::Fault(fault) => Refused::Fault(fault),
    })?;
    rooms::intake::generate(house, actions, SEED).await?;
    house.refresh().await?;
    Ok(())
}

fn say_where(house: &House) {
    let site = house.kit.origin();
    say!("The demonstration is ready. Nothing in it leaves this machine; stop it with Ctrl-C.");
    say!("");
    say!("  Public site           {site}/");
    say!("  Log in                {site}/en/sign-in");
    say!("    as an officer       {OFFICER}");
    say!("    as an assessor      {ASSESSOR}");
    say!("    as the secretariat  {SECRETARIAT}");
    say!("  Mails, with the codes {site}/en/outbox");
}
