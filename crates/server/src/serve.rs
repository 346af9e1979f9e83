//! A command: open a house to visitors.

use post::Delivery;
use rooms::House;
use web::Standing;

use crate::open::Door;
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
    let folder = open::real_folder(&args.place)?;
    let _lock = folder.lock()?;
    let (listener, at) = run::listen(args.ways.listen).await?;
    let Ways { public, proxies, metrics, .. } = args.ways;
    let watched = run::Watched::begin(metrics).await?;
    let door = Door::new(folder, Standing::Real, args.place.database, &public).listening(at).behind(proxies);
    door.within(async |house| {
        let beside = run::begin(house);
        say!("Local Action listens on http://{at} and is public at {}/", house.kit.origin());
        if house.call().is_none() {
            say!(
                "There is no Call yet: `localaction init` makes the first, `localaction call create FILE` another."
            );
        }
        warn_of_mail(house);
        run::answer(house, listener, watched, beside).await
    })
    .await
}

/// Where mail stays on the machine and the house is not, nobody receives a code.
fn warn_of_mail(house: &House) {
    let local = matches!(house.mail.delivery, Delivery::Local);
    if local && house.kit.origin().starts_with("https://") {
        eprintln!(
            "Mail stays in this house, so nobody receives a code to log in with: give the mail server with --mail."
        );
    }
}
