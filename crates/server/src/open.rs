//! The house of a data folder, opened for a command.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use rooms::House;
use rooms::wiring::{self, Plan};
use store::Folder;
use store::folder::Purpose;
use tokio::time::timeout;
use vocabulary::{Clock, Ids};
use web::{Network, Standing};

use crate::Refused;
use crate::settings::{Public, Where};

/// The data folder of a real house where none is given.
pub const REAL: &str = "data";
/// The data folder of a demonstration where none is given.
pub const DEMO: &str = "demo";

/// The data folder, refused when it is for something else. A new folder is made and marked.
pub fn folder(place: &Where, purpose: Purpose) -> Result<Folder, Refused> {
    let usual = match purpose {
        Purpose::Demo => DEMO,
        Purpose::Real => REAL,
    };
    let root = place.data.clone().unwrap_or_else(|| PathBuf::from(usual));
    meant_for(Folder::open(root)?, purpose)
}

/// The data folder of a real house that `localaction init` has made.
pub fn real_folder(place: &Where) -> Result<Folder, Refused> {
    let folder = meant_for(known(place)?, Purpose::Real)?;
    not_lost(&folder, place)?;
    Ok(folder)
}

/// The folder of a house that a command works on, a demonstration's or a real one's.
pub fn any_folder(place: &Where) -> Result<(Folder, Standing), Refused> {
    let (folder, standing) = found(place)?;
    not_lost(&folder, place)?;
    Ok((folder, standing))
}

/// As [`any_folder`], also where the database is lost.
pub fn found(place: &Where) -> Result<(Folder, Standing), Refused> {
    let folder = known(place)?;
    let standing = match folder.purpose()? {
        Some(Purpose::Demo) => Standing::Demonstration,
        Some(Purpose::Real) | None => Standing::Real,
    };
    Ok((folder, standing))
}

/// Where there was a house its database is never made anew: an empty one would look as if all were lost.
pub fn not_lost(folder: &Folder, place: &Where) -> Result<(), Refused> {
    if place.database.is_some() || folder.database().is_file() {
        return Ok(());
    }
    Err(Refused::because(format!(
        "The database {} is not there. If the house is on PostgreSQL, give its address with --database; if the file is \
         lost, restore a backup.",
        folder.database().display()
    )))
}

/// A folder that holds a house. A command never makes one of a path that was mistyped.
fn known(place: &Where) -> Result<Folder, Refused> {
    let root = place.data.clone().unwrap_or_else(|| PathBuf::from(REAL));
    if let Some(folder) = Folder::find(&root)? {
        return Ok(folder);
    }
    let there = root.display();
    let demo = PathBuf::from(DEMO);
    if place.data.is_none() && Folder::find(&demo)?.is_some() {
        return Err(Refused::because(format!(
            "There is no house in {there}. Add `--data {DEMO}` for the demonstration, or make a house with \
             `localaction init`."
        )));
    }
    Err(Refused::because(format!(
        "There is no house in {there}. Make one with `localaction init --data {there}`, or say with --data where it is."
    )))
}

fn meant_for(folder: Folder, purpose: Purpose) -> Result<Folder, Refused> {
    match (folder.purpose()?, purpose) {
        (Some(Purpose::Demo), Purpose::Real) => Err(Refused::because(format!(
            "{} is the folder of a demonstration, not of a real house. Give another with --data, or open it with \
             `localaction demo`.",
            folder.root().display()
        ))),
        (Some(Purpose::Real), Purpose::Demo) => Err(Refused::because(format!(
            "{} is the folder of a real house; a demonstration never touches it. Give another with --data.",
            folder.root().display()
        ))),
        (Some(_), _) => Ok(folder),
        (None, _) => {
            folder.mark(purpose)?;
            Ok(folder)
        }
    }
}

/// How long the database may take to be closed.
const CLOSE: Duration = Duration::from_secs(5);

/// A house to be opened.
pub struct Door {
    folder: Folder,
    standing: Standing,
    database: Option<String>,
    public: Public,
    listening: Option<SocketAddr>,
    proxies: Vec<Network>,
}

impl Door {
    /// The house of this folder.
    pub fn new(folder: Folder, standing: Standing, database: Option<String>, public: &Public) -> Door {
        let public = public.clone();
        Door { folder, standing, database, public, listening: None, proxies: Vec::new() }
    }

    /// The house that the settings of a command name, a demonstration's or a real one's.
    pub fn of(place: &Where, public: &Public) -> Result<Door, Refused> {
        let (folder, standing) = any_folder(place)?;
        Ok(Door::new(folder, standing, place.database.clone(), public))
    }

    /// It listens here.
    #[must_use]
    pub fn listening(self, at: SocketAddr) -> Door {
        Door { listening: Some(at), ..self }
    }

    /// It stands behind these.
    #[must_use]
    pub fn behind(self, proxies: Vec<Network>) -> Door {
        Door { proxies, ..self }
    }

    /// Opens the house (its schema is taken forward, its Call is read), works in it, and closes its database whatever came of
    /// the work: so that with SQLite one file is all of it again. This is the only way into a house, so none is left open.
    pub async fn within<T>(self, work: impl AsyncFnOnce(&House) -> Result<T, Refused>) -> Result<T, Refused> {
        let house = self.open().await?;
        let done = work(&house).await;
        // Nobody waits for a request that was cut while it held a connection.
        match timeout(CLOSE, house.store.clone().close()).await {
            Ok(closed) if done.is_ok() => closed?,
            Ok(_) | Err(_) => {}
        }
        done
    }

    async fn open(self) -> Result<House, Refused> {
        let (origin, transport) = self.public.reach(self.listening)?;
        let mail = self.public.mail(&origin, self.standing)?;
        let plan = Plan {
            folder: self.folder,
            database: self.database,
            standing: self.standing,
            transport,
            origin,
            proxies: self.proxies,
            mail,
            clock: Clock::System,
            ids: Ids::system(),
            chance: Arc::new(chance),
        };
        Ok(wiring::open(plan).await?)
    }
}

/// Chance from the operating system. Without it no code or cookie is safe, so the program ends.
fn chance(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives chance");
}
