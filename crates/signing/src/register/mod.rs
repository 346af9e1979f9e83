//! The public face: the store of public records, search, lists, map and home. It knows no other room.
//!
//! Each room hands the register, in the wiring, what may be seen of it ([`Speaks`]); the [`projection`] keeps the
//! answers; the [`snapshot`] of this process follows them. Everything public reads only this.
//! Suggested reading order: [`record`], [`freshness`], [`projection`], [`again`], [`snapshot`], `records`, `tables`; then the pages: [`words`],
//! [`facets`], `range`, `known`, `typed`, `ask`, `cards`, `rows`, `list`, and what stands on them: `figures`, `home`, `countries`, `part` with `country`,
//! `regions` and `networks`, `objectives`, `map`; `embed` for frames on other sites; `alike` and `foot`, last on pages of
//! records. `as_of` and `past` show them as of an earlier day, [`changed`] what changed since. `everything` is the page of the one box over all of it, `search_help` says what may be typed into it, `figure` and
//! `figure_page` count them, `near` suggests what an address that leads nowhere may have meant. What leaves: `columns`,
//! `lines`, `download`, `data`, `feed`, `cite`, `social`; `linked`, `sitemap` and `programs` answer machines.

pub mod again;
mod alike;
mod as_of;
mod ask;
mod beside;
mod cards;
pub mod changed;
mod cite;
mod columns;
mod countries;
mod country;
mod data;
mod described;
mod download;
mod download_book;
mod embed;
mod everything;
pub mod facets;
mod feed;
mod figure;
mod figure_page;
mod figures;
mod foot;
pub mod freshness;
mod home;
mod keep;
mod known;
pub mod lines;
mod linked;
mod list;
mod map;
mod near;
pub mod networks;
mod objective;
mod objectives;
pub mod part;
mod past;
mod programs;
pub mod projection;
mod range;
mod reached;
pub mod record;
mod records;
mod regions;
mod rows;
mod search_help;
mod sitemap;
pub mod snapshot;
mod social;
pub mod tables;
mod texts;
mod typed;
pub mod words;

use web::{Access, At, Routes};

use crate::House;

pub use alike::{Alike, Alikes, alike};
pub use as_of::{AsOf, Stood, Told as ToldOfDay};
pub use cards::Cards;
pub use described::{described, frame_of};
pub use embed::framed;
pub use figures::Counted;
pub use foot::{foot, foot_on};
pub use freshness::Freshness;
pub use linked::{on_the_way, page as linked_page, record as linked_data, work as linked_work};
pub use near::{suggest, withdrawn_token};
pub use record::{Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};
pub use records::{Found, find, find_all, last_change};
pub use rows::{name as name_of, on_file, secretariat};
pub use social::path as social_path;
pub use words::{Label, Words};

/// The most cohorts that are named.
const COHORTS: u64 = 300;

/// The addresses of the public face.
pub fn routes() -> Routes<House> {
    let everyone = Access::Everyone;
    Routes::new("register")
        .get("/{lang}", "register.home", everyone, home::page)
        .get("/{lang}/", "register.home", everyone, home::page)
        .get("/{lang}/actions", "register.list-actions", everyone, list::actions)
        .get("/{lang}/governments", "register.list-governments", everyone, list::governments)
        .get("/{lang}/search", "register.search", everyone, everything::page)
        .get("/{lang}/search/help", "register.search-help", everyone, search_help::page)
        .get("/{lang}/countries", "register.list-countries", everyone, countries::page)
        .get("/{lang}/countries/{iso}", "register.read-country", everyone, country::page)
        .get("/{lang}/regions", "register.list-regions", everyone, regions::list)
        .get("/{lang}/regions/{code}", "register.read-region", everyone, regions::page)
        .get("/{lang}/networks", "register.list-networks", everyone, networks::list)
        .get("/{lang}/networks/{code}", "register.read-network", everyone, networks::page)
        .get("/{lang}/objectives", "register.list-objectives", everyone, objectives::page)
        .get("/{lang}/objectives/{framework}", "register.list-objectives", everyone, objectives::framework)
        .get("/{lang}/objectives/{framework}/{code}", "register.read-objective", everyone, objective::page)
        .get("/{lang}/map", "register.map", everyone, map::page)
        .get("/{lang}/data", "register.data", everyone, data::page)
        .get("/{lang}/figures", "register.figures", everyone, figure_page::all)
        .get("/{lang}/figures/{name}", "register.figure", everyone, figure_page::one)
        .get("/{lang}/figures/{name}/table.csv", "register.figure-table", everyone, figure_page::table)
        .get("/{lang}/figures/{name}/picture.svg", "register.figure-picture", everyone, figure_page::picture)
        .get("/{lang}/embed/actions/{reference}", "register.embed", everyone, embed::action)
        .get("/{lang}/embed/governments/{reference}", "register.embed", everyone, embed::government)
        .get("/{lang}/embed/countries/{iso}", "register.embed", everyone, embed::country)
        .get("/{lang}/embed/regions/{code}", "register.embed", everyone, embed::region)
        .get("/{lang}/embed/networks/{code}", "register.embed", everyone, embed::network)
        .get("/{lang}/embed/objectives/{framework}/{code}", "register.embed", everyone, embed::objective)
        .get("/{lang}/embed/cohorts/{slug}", "register.embed", everyone, embed::cohort)
        .get("/{lang}/embed/figures/{name}", "register.embed", everyone, embed::figure)
        .get(
            "/{lang}/figures/{name}/picture.png",
            "register.figure-picture",
            everyone,
            figure_page::picture_png,
        )
        .get("/{lang}/codes.csv", "register.codes", everyone, data::codes)
        .get("/{lang}/actions.csv", "register.download", everyone, download::file)
        .get("/{lang}/actions.xlsx", "register.download", everyone, download::file)
        .get("/{lang}/actions.json", "register.download", everyone, download::file)
        .get("/{lang}/actions.geojson", "register.download", everyone, download::file)
        .get("/{lang}/actions.atom", "register.feed", everyone, feed::actions)
        .get("/{lang}/governments.csv", "register.download", everyone, download::file)
        .get("/{lang}/governments.xlsx", "register.download", everyone, download::file)
        .get("/{lang}/governments.json", "register.download", everyone, download::file)
        .get("/{lang}/governments.geojson", "register.download", everyone, download::file)
        .get("/{lang}/governments.atom", "register.feed", everyone, feed::governments)
        .get("/{lang}/actions/{reference}/cite.bib", "register.cite", everyone, cite::file)
        .get("/{lang}/actions/{reference}/cite.ris", "register.cite", everyone, cite::file)
        .get("/{lang}/governments/{reference}/cite.bib", "register.cite", everyone, cite::file)
        .get("/{lang}/governments/{reference}/cite.ris", "register.cite", everyone, cite::file)
        .get("/{lang}/actions/{reference}/card.png", "register.social", everyone, social::of_record)
        .get("/{lang}/governments/{reference}/card.png", "register.social", everyone, social::of_record)
        .get("/{lang}/countries/{iso}/card.png", "register.social", everyone, social::of_country)
        .get("/{lang}/card.png", "register.social", everyone, social::of_register)
        .get("/robots.txt", "register.robots", everyone, sitemap::robots)
        .get("/sitemap.xml", "register.sitemap", everyone, sitemap::index)
        .get("/sitemaps/{name}", "register.sitemap", everyone, sitemap::map)
        .get("/favicon.ico", "register.icon", everyone, programs::icon)
        .get("/healthz", "register.alive", everyone, programs::alive)
        .get("/readyz", "register.ready", everyone, programs::ready)
        .get("/version", "register.version", everyone, programs::version)
}

/// What a public page of another room depends on, where it is made of more than one record.
pub fn key_of_pages(house: &House) -> String {
    snapshot_key(house, &house.words())
}

/// The same of a page that is made of records alone: how far these are, and the day. It is taken before any of them is read,
/// so that nothing older is kept under it.
pub async fn key_of_records(house: &House) -> Result<String, store::Fault> {
    Ok(format!("{}/{}", last_change(house.store.read()).await?, house.now().date()))
}

/// The public cohorts, by name.
pub async fn cohorts(conn: &impl sea_orm::ConnectionTrait) -> Result<Vec<PublicRecord>, store::Fault> {
    records::page(conn, "cohort", 0, COHORTS).await
}

/// What a public page depends on beside its address: the snapshot, the Call's words, the day.
fn snapshot_key(house: &House, words: &Words) -> String {
    let at = house.index.snapshot();
    format!("{}/{}/{:x}/{}", at.epoch, at.position, words.mark, house.now().date())
}

/// The programme's name in the reader's language, as what leaves the register carries it.
fn programme(at: &At) -> String {
    at.kit.called(&at.say)
}

/// The address of the licence under which what is public may be used, where the Call names one.
fn licence(at: &At) -> Option<String> {
    at.kit.presented(at.lang)?.licence.map(|(_, address)| address)
}
