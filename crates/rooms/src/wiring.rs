//! The wiring: which rooms there are, and how the house is put together from them. The only place that knows them all.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use include_dir::{Dir, include_dir};
use store::folder::Purpose;
use store::search::Index;
use store::{Fault, Folder, Follower, Migrations, Store};
use tokio::sync::watch;
use tokio::task::JoinSet;
use vocabulary::{Clock, Ids, Lang, Messages};
use web::{Assets, Kit, NavLink, Network, Opened, Route, Routes, Standing, Transport};

use crate::register::projection::Projection;
use crate::register::{Speaks, again};
use crate::{House, actions, assessment, calls, cohorts, declarations, desk, governments, people, register};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
static ASSETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../assets");

/// What a house is made from.
pub struct Plan {
    /// The data folder.
    pub folder: Folder,
    /// The database; the folder's own SQLite file when none is given.
    pub database: Option<String>,
    /// Whether what is shown is real.
    pub standing: Standing,
    /// How visitors reach the house.
    pub transport: Transport,
    /// The public origin, without a slash at the end.
    pub origin: String,
    /// Proxies whose word about the visitor's address is believed.
    pub proxies: Vec<Network>,
    /// How mail leaves the house.
    pub mail: post::Settings,
    /// The clock.
    pub clock: Clock,
    /// The source of ids.
    pub ids: Ids,
    /// Chance.
    pub chance: web::Chance,
}

/// Every step of the schema after the store's own: the outbox, then each room's.
pub fn migrations() -> Migrations {
    let rooms = [
        post::migrations(),
        register::tables::steps(),
        people::tables::steps(),
        governments::tables::steps(),
        calls::tables::steps(),
        declarations::tables::steps(),
        actions::tables::steps(),
        cohorts::tables::steps(),
        assessment::tables::steps(),
        desk::tables::steps(),
    ];
    rooms.into_iter().flatten().collect()
}

/// Every sentence of the house.
pub fn messages() -> Result<Arc<Messages>, Vec<String>> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for file in LOCALES.get_dir(lang.code()).into_iter().flat_map(Dir::files) {
            let name = file.path().to_str().unwrap_or_default();
            if let Some(source) = file.contents_utf8().filter(|_| name.ends_with(".ftl")) {
                files.push((lang, name, source));
            }
        }
    }
    Messages::load(&files)
}

/// The main navigation.
fn nav() -> Vec<NavLink> {
    vec![
        NavLink { name: "actions", path: "/actions", key: "register-nav-actions" },
        NavLink { name: "governments", path: "/governments", key: "register-nav-governments" },
        NavLink { name: "map", path: "/map", key: "register-nav-map" },
        NavLink { name: "declaration", path: "/declarations", key: "register-nav-declaration" },
    ]
}

/// The files of the interface, by the names their pages call them.
fn assets() -> Assets {
    fn collect<'a>(dir: &'a Dir<'a>, found: &mut Vec<(&'a str, &'a [u8])>) {
        for file in dir.files() {
            let name = file.path().to_str().unwrap_or_default();
            if !name.starts_with("src/") && !name.starts_with("vendor/") && !name.ends_with(".md") {
                found.push((name, file.contents()));
            }
        }
        dir.dirs().for_each(|inner| collect(inner, found));
    }
    let mut found = Vec::new();
    collect(&ASSETS, &mut found);
    Assets::new(&found)
}

/// The rooms that have something public to say.
fn speakers() -> Vec<Arc<dyn Speaks>> {
    vec![
        Arc::new(governments::Voice::new(vec![
            Arc::new(declarations::Voice),
            Arc::new(actions::brings::Brings),
        ])),
        Arc::new(declarations::Voice),
        actions::speaks(vec![assessment::adds(), cohorts::adds()]),
        cohorts::speaks(),
    ]
}

/// Every shared follower: the projection of public records, and each room's dispatcher of mail.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    let mut all: Vec<Arc<dyn Follower>> = vec![Arc::new(Projection::new(speakers()))];
    all.extend(governments::followers(house));
    all.extend(declarations::followers(house));
    all.extend(actions::followers(house));
    all.extend(assessment::followers(house));
    all
}

/// Every route of every room.
pub fn routes() -> Routes<House> {
    Routes::new("rooms")
        .merge(register::routes())
        .merge(people::routes())
        .merge(governments::routes())
        .merge(declarations::routes())
        .merge(calls::routes())
        .merge(actions::routes())
        .merge(cohorts::routes())
        .merge(assessment::routes())
        .merge(desk::routes())
}

/// Opens a house: the database and its schema, the index, the Call.
pub async fn open(plan: Plan) -> Result<House, Fault> {
    let messages = messages().map_err(|wrong| Fault::operator(wrong.join("\n")))?;
    let mut fresh = [0; 32];
    (plan.chance)(&mut fresh);
    let secret = plan.folder.secret(fresh)?;
    let url = plan.database.unwrap_or_else(|| plan.folder.database_url());
    let purpose = match plan.standing {
        Standing::Demonstration => Purpose::Demo,
        Standing::Real => Purpose::Real,
    };
    let store = Store::open_for(purpose, &url, migrations(), plan.clock.clone(), plan.ids).await?;
    let index = Index::open(&plan.folder.index())
        .map_err(|fault| Fault::broken(format!("the search index cannot be opened: {fault}")))?;
    let kit = Kit::new(web::Settings {
        messages,
        assets: assets(),
        clock: plan.clock,
        chance: plan.chance,
        secret,
        transport: plan.transport,
        origin: plan.origin,
        proxies: plan.proxies,
        nav: nav(),
        standing: plan.standing,
    });
    let house = House::new(store, plan.folder, kit, Arc::new(index), plan.mail, followers);
    house.set_signed(Arc::new(declarations::Voice));
    house.refresh().await?;
    desk::banner::refresh(&house).await?;
    Ok(house)
}

/// The registry and the router of the whole house.
pub fn app(house: &House) -> (Vec<Route>, Router) {
    let Opened { routes, router } = web::open(routes(), &house.kit);
    (routes, router.with_state(house.clone()))
}

/// What works beside the requests: followers, the snapshot, the mail. It ends when told to stop.
pub async fn work(house: House, stop: watch::Receiver<bool>) {
    let mut tasks = JoinSet::new();
    let (following, until) = (house.clone(), stopped(stop.clone()));
    tasks.spawn(async move { following.followers().run(until).await });
    tasks.spawn(register::snapshot::follow(house.clone(), stop.clone()));
    tasks.spawn(bring_records_up(house.clone(), stopped(stop.clone())));
    let deliverer = post::Deliverer::on(house.store.clone(), house.mail.clone(), house.stationery());
    tasks.spawn(deliverer.run(house.clock().clone(), stopped(stop.clone())));
    tasks.spawn(expire(house.clone(), stop.clone()));
    tasks.spawn(desk::banner::follow(house.clone(), stop.clone()));
    tasks.spawn(refresh(house, stop));
    while tasks.join_next().await.is_some() {}
}

/// Has said again what an earlier program said of the public records, and gives those their lines that have none of the form
/// they have now. Until then pages show them as they were said.
pub async fn bring_records_up(house: House, stop: impl Future<Output = ()>) {
    let work = async {
        again::once(&house.store, house.followers(), &speakers()).await?;
        register::lines::fill(&house.store).await
    };
    tokio::select! {
        () = stop => {}
        done = work => if let Err(fault) = done {
            let cause = fault.cause();
            tracing::warn!(cause, "the public records could not be brought up to date; the next start goes on");
        }
    }
}

/// Has every room say all of its public records again, whoever said them.
pub async fn say_again(house: &House) -> Result<(), Fault> {
    again::everything(&house.store, house.followers(), &speakers()).await
}

/// Ends when the house is told to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if stop.changed().await.is_err() {
            return;
        }
    }
}

/// Once a day: drafts nobody touches and addresses nobody uses go, with a warning before; an address by which somebody
/// acts for a government stays.
async fn expire(house: House, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(fault) = expire_now(&house).await {
            tracing::warn!(
                cause = fault.cause(),
                "the daily round of expiry failed; it is tried again tomorrow"
            );
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(Duration::from_secs(86_400)) => {}
        }
    }
}

/// One round of expiry.
pub async fn expire_now(house: &House) -> Result<people::Expired, Fault> {
    let tx = house.act().await?;
    let mut kept = BTreeSet::new();
    for person in people::dormant(tx.conn(), tx.now()).await? {
        let mandates = governments::mandates_of(tx.conn(), person).await?;
        if mandates.iter().any(|(mandate, _)| mandate.stands()) {
            kept.insert(person);
        }
    }
    governments::expire::expire(house, &tx).await?;
    declarations::sweep(house, &tx).await?;
    actions::expire::expire(house, &tx).await?;
    assessment::remind(house, &tx).await?;
    let done = people::expire(house, &tx, &kept).await?;
    tx.commit().await?;
    Ok(done)
}

/// Reads the Call anew when the journal has moved: another process may have created one.
async fn refresh(house: House, mut stop: watch::Receiver<bool>) {
    let mut heads = house.store.heads();
    while !*stop.borrow() {
        tokio::select! {
            _ = heads.changed() => {}
            _ = stop.changed() => return,
        }
        if let Err(fault) = house.refresh().await {
            tracing::warn!(cause = fault.cause(), "the Call could not be read anew");
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
