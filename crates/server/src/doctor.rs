//! A command: look whether the house is well, and say in plain sentences what is not. It changes nothing and sends
//! nothing. docs/operating.md says for each sentence what to do.

use std::process::ExitCode;

use post::Delivery;
use rooms::{House, wiring};
use store::{Folder, Store};
use web::{Standing, Transport};

use crate::health::{self, Health};
use crate::open::Door;
use crate::settings::{Ways, Where};
use crate::{Refused, open};

/// Less room than this on the disk is worth a warning.
const ROOM: u64 = 1_000_000_000;
/// So many seconds may two clocks differ.
const DRIFT: i64 = 5;
/// So far may a follower or the index be behind while the house counts as caught up; the same as for /readyz.
const NEAR: i64 = 50;
/// For so many seconds may a letter wait without anybody wondering.
const PATIENCE: i64 = 900;

/// What the command takes.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Ends with 0 when all is well, with 2 when something should be looked at (!), and with 1 when \
                        something is broken (✗)."
)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    ways: Ways,
}

/// What was found so far.
#[derive(Default)]
struct Findings {
    look: bool,
    broken: bool,
}

impl Findings {
    fn fine(&mut self, sentence: impl std::fmt::Display) {
        say!("✓ {sentence}");
    }

    fn look(&mut self, sentence: impl std::fmt::Display) {
        self.look = true;
        say!("! {sentence}");
    }

    fn broken(&mut self, sentence: impl std::fmt::Display) {
        self.broken = true;
        say!("✗ {sentence}");
    }

    /// All is well, or somebody should look.
    fn judge(&mut self, well: bool, fine: impl std::fmt::Display, look: impl std::fmt::Display) {
        if well { self.fine(fine) } else { self.look(look) }
    }

    fn code(&self) -> ExitCode {
        ExitCode::from(match (self.broken, self.look) {
            (true, _) => 1,
            (false, true) => 2,
            (false, false) => 0,
        })
    }
}

/// Looks at everything, one sentence each.
pub async fn run(args: Args) -> Result<ExitCode, Refused> {
    let (folder, standing) = open::found(&args.place)?;
    let mut found = Findings::default();
    let what = match standing {
        Standing::Demonstration => "a demonstration",
        Standing::Real => "a real house",
    };
    found.fine(format!("The data folder is {}, of {what}.", folder.root().display()));
    disk(&mut found, &folder);
    let keyed = key(&mut found, &folder);
    ways(&mut found, &args.ways, standing);
    // To open the house would make a new key in the place of the one that is missing.
    if keyed && database(&mut found, &args, &folder).await {
        within(&mut found, &args, folder, standing).await;
    }
    mail(&mut found, &args.ways, standing).await;
    Ok(found.code())
}

fn disk(found: &mut Findings, folder: &Folder) {
    match health::free(folder.root()) {
        Some(free) => found.judge(
            free >= ROOM,
            format!("The disk has {} left.", size(free)),
            format!("The disk has only {} left: make room before it is full.", size(free)),
        ),
        None => found.look("How much room the disk has left cannot be told."),
    }
}

/// Whether there is a key.
fn key(found: &mut Findings, folder: &Folder) -> bool {
    let path = folder.root().join("secret.key");
    let Ok(file) = std::fs::metadata(&path) else {
        found.look(
            "There is no secret.key: restore it from a backup, or start the house, which makes a new one: then \
             everybody logs in anew. The database was not looked at.",
        );
        return false;
    };
    let others = format!("Others can read the key: chmod 600 {}", path.display());
    found.judge(private(&file), "The key is its owner's alone.", others);
    true
}

#[cfg(unix)]
fn private(file: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o077 == 0
}

#[cfg(not(unix))]
fn private(_: &std::fs::Metadata) -> bool {
    true
}

fn ways(found: &mut Findings, ways: &Ways, standing: Standing) {
    if standing == Standing::Demonstration {
        return;
    }
    match ways.public.reach(Some(ways.listen)) {
        Err(refused) => found.broken(refused),
        Ok((origin, Transport::Https)) => {
            found.fine(format!("The site is public at {origin}, through https."));
            if ways.proxies.is_empty() {
                found.look(
                    "No proxy is trusted, so all visitors seem to be one and share one limit: set trusted_proxies to \
                     the address of the proxy in front.",
                );
            }
        }
        Ok((origin, Transport::Http)) => found.look(format!(
            "The site's address is {origin}, without https: nobody can log in from another machine. Put a proxy in \
             front and set origin to https://…"
        )),
    }
}

/// Whether the database answers and has the schema of this version.
async fn database(found: &mut Findings, args: &Args, folder: &Folder) -> bool {
    if let Err(lost) = open::not_lost(folder, &args.place) {
        found.broken(lost);
        return false;
    }
    let url = args.place.database.clone().unwrap_or_else(|| folder.database_url());
    match Store::pending(&url, wiring::migrations()).await {
        Err(fault) => {
            found.broken(format!("The database does not serve: {}", fault.cause()));
            false
        }
        Ok(missing) if missing.is_empty() => {
            found.fine("The database answers, and its schema is the one of this version.");
            true
        }
        Ok(missing) => {
            found.look(format!(
                "The schema lacks {} steps of this version: `serve` runs them at its start, `localaction migrate` now.",
                missing.len()
            ));
            false
        }
    }
}

/// Opens the house and looks around in it.
async fn within(found: &mut Findings, args: &Args, folder: Folder, standing: Standing) {
    let door = Door::new(folder, standing, args.place.database.clone(), &args.ways.public);
    let looked = door.listening(args.ways.listen).within(async |house| {
        clock(found, house).await;
        match health::of(house).await {
            Ok(health) => state(found, house, &health),
            Err(fault) => found.broken(format!("The house could not say how it is: {}", fault.cause())),
        }
        Ok(())
    });
    if let Err(refused) = looked.await {
        let cause = refused.cause().map(|cause| format!(" {cause}")).unwrap_or_default();
        found.broken(format!("{refused}{cause}"));
    }
}

async fn clock(found: &mut Findings, house: &House) {
    let now = house.now();
    match house.store.database_moment().await {
        Ok(Some(theirs)) => {
            let drift = (theirs.unix() - now.unix()).abs();
            found.judge(
                drift <= DRIFT,
                "The database's clock and ours agree.",
                format!("The database's clock and ours are {drift} seconds apart: let both machines ask the same time server."),
            );
        }
        Ok(None) => {}
        Err(fault) => found.broken(format!("The database's clock cannot be read: {}", fault.cause())),
    }
    let last = match store::journal::latest(house.store.read(), 1).await {
        Ok(facts) => facts.first().map(|fact| fact.at),
        Err(fault) => return found.broken(format!("The journal cannot be read: {}", fault.cause())),
    };
    match last {
        Some(last) if last.unix() > now.unix() + DRIFT => found.broken(format!(
            "The clock says {now}, but the journal's last fact is of {last}: set this machine's clock right before \
             anybody acts."
        )),
        _ => found.fine(format!("The clock says {now}.")),
    }
}

fn state(found: &mut Findings, house: &House, health: &Health) {
    let served = house.folder.lock().is_err();
    let who = if served { "A process serves the house." } else { "Nobody serves the house just now." };
    found.fine(format!("{who} The journal holds {} facts.", health.head));
    let hint = if served { "look again in a minute" } else { "it catches up when the house is served" };
    let behind = |what: &str, n: i64| format!("{what} is {n} behind: {hint}.");
    found.judge(
        health.index_behind <= NEAR,
        "The search index has caught up.",
        behind("The search index", health.index_behind),
    );
    let slow = health.followers.iter().max_by_key(|follower| follower.lag);
    if let Some(slow) = slow {
        let name = format!("The follower {}", slow.name);
        found.judge(slow.lag <= NEAR, "Every follower has caught up.", behind(&name, slow.lag));
    }
    for follower in health.followers.iter().filter(|follower| follower.parked > 0) {
        found.look(format!(
            "The follower {} has set {} facts aside: the desk shows why, under “health”, and tries them again.",
            follower.name, follower.parked
        ));
    }
    let mail = &health.mail;
    let stuck = mail.late > 0 || health.oldest_letter > PATIENCE;
    let waiting = match mail.waiting {
        1 => "1 letter waits to leave".to_owned(),
        n => format!("{n} letters wait to leave"),
    };
    let minutes = match health.oldest_letter / 60 {
        1 => "1 minute".to_owned(),
        n => format!("{n} minutes"),
    };
    found.judge(
        !stuck,
        format!("{waiting}."),
        format!("{waiting}, the oldest for {minutes}; tried before: {}.", mail.late),
    );
    if mail.failed > 0 {
        found.look(format!("Letters given up: {}. The desk shows which, under “health”.", mail.failed));
    }
}

async fn mail(found: &mut Findings, ways: &Ways, standing: Standing) {
    let site = ways.public.reach(Some(ways.listen)).map(|(origin, _)| origin).unwrap_or_default();
    let settings = match ways.public.mail(&site, standing) {
        Ok(settings) => settings,
        Err(refused) => return found.broken(refused),
    };
    match &settings.delivery {
        Delivery::Local if standing == Standing::Real && site.starts_with("https://") => found.broken(
            "Mail goes to the outbox only, so nobody receives a code to log in with: set mail to the mail server.",
        ),
        Delivery::Local => found.fine("Mail goes to the outbox only; none leaves this machine."),
        Delivery::Smtp(server) => match server.greet().await {
            Ok(()) => found.fine(format!("The mail server answers and lets us in; letters come from {}.", settings.from)),
            Err(why) => found.broken(format!("The mail server does not take letters: {why}")),
        },
    }
}

/// A size as people read it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}
