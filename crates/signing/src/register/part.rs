//! A part of the register (a country, a region, a network): its numbers, the objectives that its actions answer to, its
//! newest actions, its governments on the map and in a list, and how it stands beside what it is a part of.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use store::Fault;
use store::search::{Query, Sort};
use vocabulary::{Arg, Moment, PartialDate, Say};
use web::{At, Fact, Foot, Frame, Link, Map, MapPoint, Problem, View};

use super::as_of::{self, AsOf};
use super::countries::{self, Country};
use super::described;
use super::facets::{List, is_kosovo};
use super::figures::{self, Counted, Table, written};
use super::map::{in_view, placed};
use super::record::PublicRecord;
use super::rows::{self, Row};
use super::words::{self, Label, Words};
use super::{ask, embed, linked, list, past};
use crate::House;

/// How many of each are shown; the list has them all.
const SHOWN: usize = 10;

/// A part of the register: the records that hold any of some tokens of one group.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// Its page, without the language.
    pub path: String,
    /// The tokens: `country/KE`. None stands for the whole register.
    pub tokens: Vec<String>,
    /// The same in the address of a list: `country=KE`.
    pub within: String,
    /// As of which day it is shown; none for now.
    pub day: Option<PartialDate>,
}

impl Part {
    /// The records that hold one token, where that is also a facet.
    pub fn of_token(name: &str, path: String, token: &str) -> Part {
        let within = token.replacen('/', "=", 1);
        Part { name: name.to_owned(), path, tokens: vec![token.to_owned()], within, day: None }
    }

    /// The records of these countries.
    pub fn of_countries(name: &str, path: String, members: &[&str]) -> Part {
        let tokens = members.iter().map(|iso2| format!("country/{iso2}")).collect();
        let pairs: Vec<String> = members.iter().map(|iso2| format!("country={iso2}")).collect();
        Part { name: name.to_owned(), path, tokens, within: pairs.join("&"), day: None }
    }

    /// The same as it stood on a day, its lists too.
    pub fn on_day(self, day: Option<PartialDate>) -> Part {
        let pair = day.map(|day| format!("{}={day}", as_of::NAME));
        let within: Vec<String> =
            Some(self.within).filter(|within| !within.is_empty()).into_iter().chain(pair).collect();
        Part { within: within.join("&"), day, ..self }
    }

    fn query(&self, kind: &str) -> Query {
        let group = self.tokens.first().and_then(|token| token.split_once('/')).map(|(group, _)| group);
        Query {
            kinds: vec![kind.to_owned()],
            chosen: group.map(|group| (group.to_owned(), self.tokens.clone())).into_iter().collect(),
            as_of: self.day.map(as_of::number),
            ..Query::default()
        }
    }

    /// The day on which what is shown of it last changed, of what is there now.
    fn changed(&self, house: &House) -> Result<Option<Moment>, Fault> {
        let mut latest = None;
        for kind in ["action", "government"] {
            latest = latest.max(house.index.latest(&self.query(kind))?);
        }
        Ok(latest.map(past::begin))
    }

    /// How many of its records of a kind hold each value of these groups.
    pub(super) fn counted(&self, house: &House, kind: &str, groups: &[&str]) -> Result<Counted, Fault> {
        Counted::asked(house, self.query(kind), groups)
    }

    /// How many of its records of a kind there are, and the first of them in an order.
    pub(super) async fn first(
        &self,
        house: &House,
        kind: &str,
        sort: Sort,
    ) -> Result<(u64, Vec<PublicRecord>), Fault> {
        let answer = house.index.search(&Query { sort, limit: SHOWN, ..self.query(kind) })?;
        Ok((answer.total, list::read(house, &answer).await?))
    }

    /// The same part in the address of a list, pair by pair.
    fn pairs(&self) -> Vec<(String, String)> {
        serde_urlencoded::from_str(&self.within).unwrap_or_default()
    }

    /// The same part of a list, narrowed by one more choice.
    pub(super) fn narrowed(&self, list: List, words: &Words, (name, value): (&str, &str)) -> String {
        let mut pairs = self.pairs();
        pairs.push((name.to_owned(), value.to_owned()));
        ask::narrowed(list, words, pairs)
    }

    /// Its governments on the map.
    fn on_map(&self) -> String {
        let show = ("show".to_owned(), "governments".to_owned());
        ask::address("/map", &std::iter::once(show).chain(self.pairs()).collect::<Vec<_>>())
    }

    /// The same part of a list.
    pub fn on(&self, path: &str) -> String {
        if self.within.is_empty() { path.to_owned() } else { format!("{path}?{}", self.within) }
    }
}

/// Numbers side by side: what is counted, and how many in each part.
pub struct Compared {
    /// What stands side by side.
    pub heads: Vec<String>,
    /// What is counted, and the numbers as they are written.
    pub lines: Vec<(String, Vec<String>)>,
}

impl Compared {
    /// The numbers of these parts side by side.
    fn of(house: &House, words: &Words, say: &Say, parts: &[Part]) -> Result<Compared, Fault> {
        let mut columns = Vec::with_capacity(parts.len());
        for part in parts {
            let groups = figures::groups(words);
            let actions = part.counted(house, "action", &groups)?;
            let governments = part.counted(house, "government", &["record"])?;
            let answered = words.strip().map_or(0, |framework| {
                let nodes = framework.nodes.iter();
                nodes.filter(|node| actions.with(&framework.token(&node.code)) > 0).count() as u64
            });
            columns.push([
                governments.total,
                governments.with("record/signed"),
                governments.with("record/on_file"),
                actions.with("record/published"),
                actions.with("record/on_file"),
                answered,
            ]);
        }
        let keys = [
            "register-figure-governments",
            "register-figure-signed",
            "register-figure-signed-on-file",
            "register-figure-published",
            "register-figure-on-file",
            "register-compared-objectives",
        ];
        let line = |(n, key): (usize, &str)| {
            (say.t(key), columns.iter().map(|column| written(say, column[n])).collect())
        };
        Ok(Compared {
            heads: parts.iter().map(|part| part.name.clone()).collect(),
            lines: keys.into_iter().enumerate().map(line).collect(),
        })
    }
}

/// What a part's page is told by the part itself.
#[derive(Default)]
pub struct About {
    /// The way to it.
    pub crumbs: Vec<Link>,
    /// What it is a part of, and other ways on.
    pub ways: Vec<Link>,
    /// A sentence on where its members come from, and whether that was verified.
    pub source: Option<(String, Option<String>)>,
    /// What it stands beside.
    pub beside: Vec<Part>,
    /// Whether its countries are listed.
    pub lands: bool,
    /// Whether another site may show it in a frame.
    pub embed: bool,
    /// The picture that shared links show.
    pub picture: Option<String>,
    /// Whether it names Kosovo by itself.
    pub kosovo: bool,
    /// What it is, in a sentence or two.
    pub lede: Option<Label>,
    /// Its figures as they were frozen.
    pub frozen: Option<Compared>,
    /// Whether it is a part of the actions alone.
    pub only_actions: bool,
    /// Whether it has a history of its own.
    pub history: bool,
    /// What it is to programs, as schema.org says it.
    pub thing: serde_json::Value,
}

/// The page of a part of the register.
#[derive(Template)]
#[template(path = "register/pages/part.html")]
pub struct PartPage {
    frame: Frame,
    crumbs: Vec<Link>,
    ways: Vec<Link>,
    source: Option<(String, Option<String>)>,
    figures: Vec<Fact>,
    date: String,
    /// The day that is asked for, as a field holds it.
    day: String,
    /// That the day that is asked for is not over.
    note: Option<String>,
    strip: Option<Table>,
    strip_of: String,
    compared: Option<Compared>,
    lede: Option<Label>,
    frozen: Option<Compared>,
    only_actions: bool,
    lands: Vec<Country>,
    map: Option<Map>,
    /// The same on the page of the map.
    whole_map: String,
    governments: Vec<Row>,
    all_governments: Link,
    actions: Vec<Row>,
    all_actions: Link,
    foot: Foot,
}

/// The page of a part, as of the day that its address asks for. `key` is of what is shown, taken before any of it was read.
pub async fn page(
    house: &House,
    at: &At,
    (words, key): (&Words, &str),
    part: Part,
    about: About,
) -> Result<Response, Problem> {
    let asked = AsOf::asked(house, at);
    if let Some(elsewhere) = asked.elsewhere(at, &part.path) {
        return Ok(elsewhere);
    }
    let beside = about.beside.into_iter().map(|part| part.on_day(asked.chosen)).collect();
    let about = About { beside, ..about };
    let page = draw(house, at, words, (&part.on_day(asked.chosen), &asked), about).await?;
    Ok(web::served(at, key, || web::html(page)))
}

async fn draw(
    house: &House,
    at: &At,
    words: &Words,
    (part, asked): (&Part, &AsOf),
    about: About,
) -> Result<PartPage, Fault> {
    let say = &at.say;
    let mut groups = figures::groups(words);
    groups.push("country");
    let actions = part.counted(house, "action", &groups)?;
    let governments = part.counted(house, "government", &["record", "country"])?;
    let (_, acting) = part.first(house, "government", Sort::Name(at.lang)).await?;
    let (_, done) = part.first(house, "action", Sort::Newest).await?;
    let placed = placed(house, at, List::Governments, (&part.query("government"), &asked.query)).await?;
    let lands = if about.lands { lands(house, say, part)? } else { Vec::new() };
    let kosovo = about.kosovo
        || rows::name_kosovo(&acting)
        || rows::name_kosovo(&done)
        || (about.lands && governments.values("country").any(|(iso2, _)| is_kosovo(iso2)));
    let governing = (!about.only_actions).then_some(governments.total);
    let lede = about.lede.as_ref().map(|lede| format!("{}: {}", part.name, lede.text));
    let lede = lede.unwrap_or_else(|| described::part(at, &part.name, governing, actions.total));
    let frame = Frame::new(at, &part.name).describe(&lede);
    let frame = frame.linked(linked::page(at, about.thing, &about.crumbs, (&part.name, &part.path)));
    let frame = if let Some(path) = &about.picture { frame.picture(path) } else { frame };
    let compared = match about.beside.is_empty() || actions.total + governments.total == 0 {
        true => None,
        false => {
            let mut parts = vec![part.clone()];
            parts.extend(about.beside);
            Some(Compared::of(house, words, say, &parts)?)
        }
    };
    let link = |key: &str, n: u64, path: &str| {
        Link::new(say.with(key, &[("n", Arg::from(n))]), at.to(&part.on(path)))
    };
    let title = say.with("register-map-country", &[("country", Arg::from(part.name.as_str()))]);
    let seen: Vec<&str> = placed.iter().filter_map(|(_, country)| Some(country.as_ref()?.iso2)).collect();
    let points: Vec<MapPoint> = placed.into_iter().map(|(point, _)| point).collect();
    let view = View::of(&points, seen);
    let foot = foot(house, at, (part, asked), (about.embed, about.history))?;
    Ok(PartPage {
        crumbs: about.crumbs,
        ways: about.ways,
        source: about.source,
        figures: match about.only_actions {
            true => of_actions(house, say, words, part)?,
            false => figures::facts(say, words, (&governments, &actions), part),
        },
        date: asked.written(house, say),
        day: asked.field(),
        note: asked.note(say),
        strip: embed::strip(at, words, &actions, part),
        strip_of: words.strip().map(|one| words::framework_name(one, say).text).unwrap_or_default(),
        compared,
        lede: about.lede,
        frozen: about.frozen,
        only_actions: about.only_actions,
        lands,
        whole_map: at.to(&in_view(&part.on_map(), view)),
        map: (!points.is_empty()).then(|| Map { view, ..Map::still(&title, points) }),
        governments: rows::of_day(&acting, words, at, (asked.moment(house), &asked.query)),
        all_governments: link("register-all-governments-n", governments.total, "/governments"),
        actions: rows::of_day(&done, words, at, (asked.moment(house), &asked.query)),
        all_actions: link("register-all-actions-n", actions.total, "/actions"),
        foot,
        frame: asked.frame(if kosovo { frame.names_kosovo() } else { frame }),
    })
}

/// The foot of a part's page: when what is shown of it last changed, and what the page has beside it.
pub(super) fn foot(
    house: &House,
    at: &At,
    (part, asked): (&Part, &AsOf),
    (embed, history): (bool, bool),
) -> Result<Foot, Fault> {
    let foot = asked.foot(house, at, (&part.name, &part.path)).changed(at, part.changed(house)?);
    let foot = if embed { foot.embed(at, &format!("/embed{}", part.path), super::foot::TALL) } else { foot };
    Ok(if history { foot.history(at.to(&format!("{}/history", part.path))) } else { foot })
}

/// The foot of a page that shows the whole register by its parts.
pub(super) fn foot_of_all(house: &House, at: &At, title: &str, path: &str) -> Result<Foot, Fault> {
    Ok(Foot::new(at, title, path).changed(at, Part::default().changed(house)?))
}

/// The numbers of a set of actions, those with a facet of their own leading to the list.
pub(super) fn of_actions(house: &House, say: &Say, words: &Words, part: &Part) -> Result<Vec<Fact>, Fault> {
    let numbers = told(&part.counted(house, "action", &groups_told(words))?, words);
    let fact = |(key, n): (String, u64)| {
        let record = match key.as_str() {
            "register-figure-published" => Some("published"),
            "register-figure-on-file" => Some("on_file"),
            _ => None,
        };
        let fact = Fact::new(say.t(&key), written(say, n));
        let href = record
            .filter(|_| n > 0)
            .map(|record| rows::to(say.lang, &part.narrowed(List::Actions, words, ("record", record))));
        Fact { href, ..fact }
    };
    Ok(numbers.into_iter().map(fact).collect())
}

/// The numbers of the actions that hold a token, each under its message key: for a page, and to be frozen.
pub fn numbers(house: &House, token: &str) -> Result<Vec<(String, u64)>, Fault> {
    let words = house.words();
    Ok(told(&Counted::of(house, "action", Some(token), &groups_told(&words))?, &words))
}

/// The groups of which numbers are told.
fn groups_told(words: &Words) -> Vec<&str> {
    let mut groups = figures::groups(words);
    groups.push("government");
    groups
}

fn told(counted: &Counted, words: &Words) -> Vec<(String, u64)> {
    let answered = words.strip().map_or(0, |framework| {
        let nodes = framework.nodes.iter();
        nodes.filter(|node| counted.with(&framework.token(&node.code)) > 0).count() as u64
    });
    let several = |group: &str| counted.values(group).count() as u64;
    let numbers = [
        ("register-figure-published", counted.with("record/published")),
        ("register-figure-on-file", counted.with("record/on_file")),
        ("register-figure-governments", several("government")),
        ("register-figure-countries", several("country")),
        ("register-compared-objectives", answered),
    ];
    numbers.map(|(key, n)| (key.to_owned(), n)).to_vec()
}

/// The countries of a part, with what each has on the register.
fn lands(house: &House, say: &Say, part: &Part) -> Result<Vec<Country>, Fault> {
    let mut signed = part.query("government");
    signed.chosen.insert("record".to_owned(), vec!["record/signed".to_owned()]);
    let counted = [
        part.counted(house, "government", &["country"])?,
        Counted::asked(house, signed, &["country"])?,
        part.counted(house, "action", &["country"])?,
    ];
    let mut counts: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
    for (n, one) in counted.iter().enumerate() {
        // What a question counts of its own group leaves its own choice out.
        let own = |iso2: &str| {
            !part.tokens.iter().any(|token| token.starts_with("country/"))
                || part.tokens.iter().any(|token| token.ends_with(iso2))
        };
        for (iso2, count) in one.values("country").filter(|(iso2, _)| own(iso2)) {
            counts.entry(iso2).or_default()[n] += count;
        }
    }
    let mut lands: Vec<Country> =
        counts.into_iter().filter_map(|(iso2, counts)| countries::line(say, iso2, counts)).collect();
    lands.sort_by(|one, other| say.compare(&one.name, &other.name));
    Ok(lands)
}
