//! Places of the world, to choose where a government or an action is: from GeoNames (CC BY 4.0), towns of 15,000
//! people and more and every seat of government.
//!
//! The places are compiled in, packed per country; a country is unpacked and indexed when it is first asked for.

use std::sync::{LazyLock, OnceLock};

use crate::folding::fold;

/// A place: a town of 15,000 people and more, or a seat of government.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The id at GeoNames.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// The two-letter code of its country.
    pub country: String,
    /// The name of its first-order administrative area; empty when not known.
    pub admin: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many people live there; 0 when not known.
    pub population: u32,
    /// What government has its seat there.
    pub seat: Seat,
}

/// What government has its seat in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seat {
    /// None that is known.
    #[default]
    None,
    /// Of a fourth-order area.
    Fourth,
    /// Of a third-order area.
    Third,
    /// Of a second-order area.
    Second,
    /// Of a first-order area.
    First,
    /// Of the country.
    Capital,
}

const SEATS: [Seat; 6] = [Seat::None, Seat::Fourth, Seat::Third, Seat::Second, Seat::First, Seat::Capital];

/// The packed data; xtask/data/gazetteer.py writes it and says its form.
static PACKED: &[u8] = include_bytes!("../data/gazetteer.bin");

/// The places of one country: lines by falling population, and the index of their folded names.
struct Block {
    code: &'static str,
    packed: &'static [u8],
    text: OnceLock<String>,
    index: OnceLock<Index>,
}

/// Folded names one after another, and where each begins, sorted by name.
struct Index {
    names: String,
    entries: Vec<Entry>,
}

struct Entry {
    begin: u32,
    length: u16,
    /// How the name names the place: 0 its name, 1 another spelling, 2 a later word of its name.
    manner: u16,
    /// The beginning of the place's line in the block's text.
    line: u32,
}

struct World {
    blocks: Vec<Block>,
    ids: &'static [u8],
}

static WORLD: LazyLock<World> =
    LazyLock::new(|| unpack().expect("the compiled gazetteer is read by this crate's tests"));

fn unpack() -> Option<World> {
    let mut rest = PACKED.strip_prefix(b"LAGZ")?;
    let count = u16::from_le_bytes(take(&mut rest, 2)?.try_into().ok()?);
    let mut heads = Vec::with_capacity(count.into());
    for _ in 0..count {
        let code = std::str::from_utf8(take(&mut rest, 2)?).ok()?;
        heads.push((code, length(&mut rest)?));
    }
    let table = length(&mut rest)?;
    let mut blocks = Vec::with_capacity(heads.len());
    for (code, size) in heads {
        let packed = take(&mut rest, size)?;
        blocks.push(Block { code, packed, text: OnceLock::new(), index: OnceLock::new() });
    }
    Some(World { blocks, ids: take(&mut rest, table)? })
}

fn take(rest: &mut &'static [u8], size: usize) -> Option<&'static [u8]> {
    let (taken, more) = rest.split_at_checked(size)?;
    *rest = more;
    Some(taken)
}

fn length(rest: &mut &'static [u8]) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(take(rest, 4)?.try_into().ok()?)).ok()
}

fn inflate(packed: &[u8]) -> Vec<u8> {
    miniz_oxide::inflate::decompress_to_vec_zlib(packed).unwrap_or_default()
}

impl Block {
    fn text(&self) -> &str {
        self.text.get_or_init(|| String::from_utf8(inflate(self.packed)).unwrap_or_default())
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self.text()))
    }

    fn place(&self, line: u32) -> Option<Place> {
        let line = self.text().get(usize::try_from(line).ok()?..)?.lines().next()?;
        let cells: Vec<&str> = line.split('\t').collect();
        let &[id, name, lat, lon, population, seat, admin, _] = cells.as_slice() else { return None };
        Some(Place {
            id: id.parse().ok()?,
            name: name.to_owned(),
            country: self.code.to_owned(),
            admin: admin.to_owned(),
            lat: lat.parse().ok()?,
            lon: lon.parse().ok()?,
            population: population.parse().ok()?,
            seat: SEATS.get(seat.parse::<usize>().ok()?).copied()?,
        })
    }

    /// Where each line begins, with the line.
    fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
        let mut at = 0;
        text.split_inclusive('\n').map(move |line| {
            let begin = at;
            at += u32::try_from(line.len()).unwrap_or_default();
            (begin, line.trim_end_matches('\n'))
        })
    }
}

impl Index {
    fn of(text: &str) -> Self {
        let mut index = Index { names: String::new(), entries: Vec::new() };
        for (line, cells) in Block::lines(text) {
            let mut cells = cells.split('\t');
            let name = fold(cells.nth(1).unwrap_or_default());
            for (at, _) in name.match_indices([' ', '-']) {
                if name.len() - at > 4 {
                    index.add(&name[at + 1..], 2, line);
                }
            }
            index.add(&name, 0, line);
            for other in cells.nth(5).unwrap_or_default().split('|').filter(|other| !other.is_empty()) {
                index.add(&fold(other), 1, line);
            }
        }
        let names = std::mem::take(&mut index.names);
        index.entries.sort_by(|a, b| a.name(&names).cmp(b.name(&names)));
        index.entries.shrink_to_fit();
        Index { names, ..index }
    }

    fn add(&mut self, name: &str, manner: u16, line: u32) {
        let begin = u32::try_from(self.names.len()).unwrap_or_default();
        let length = u16::try_from(name.len()).unwrap_or_default();
        self.names.push_str(name);
        self.entries.push(Entry { begin, length, manner, line });
    }

    fn beginning_with<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Entry> {
        let from = self.entries.partition_point(|entry| entry.name(&self.names) < text);
        self.entries[from..].iter().take_while(move |entry| entry.name(&self.names).starts_with(text))
    }
}

impl Entry {
    fn name<'a>(&self, names: &'a str) -> &'a str {
        let begin = usize::try_from(self.begin).unwrap_or_default();
        names.get(begin..begin + usize::from(self.length)).unwrap_or_default()
    }
}

/// The places whose name, a later word of it or another spelling begins with a text: whole names first, then
/// names before other spellings, then the larger. Within a country; everywhere when none is named, which unpacks
/// the whole world the first time.
pub fn find(country: Option<&str>, text: &str, most: usize) -> Vec<Place> {
    let asked = fold(text);
    if asked.is_empty() {
        return country.and_then(block_of).map(|block| largest(block, most)).unwrap_or_default();
    }
    let mut found = Vec::new();
    let blocks =
        WORLD.blocks.iter().filter(|block| country.is_none_or(|code| block.code.eq_ignore_ascii_case(code)));
    for block in blocks {
        gather(block, &asked, most, &mut found);
    }
    found.sort_by(|(rank, place), (other_rank, other)| {
        rank.cmp(other_rank).then(other.population.cmp(&place.population)).then(place.id.cmp(&other.id))
    });
    found.into_iter().take(most).map(|(_, place)| place).collect()
}

/// The places of just this name, or of just this other spelling, the larger first. Within a country; everywhere when
/// none is named.
pub fn named(country: Option<&str>, text: &str) -> Vec<Place> {
    let asked = fold(text);
    let mut found: Vec<Place> = Vec::new();
    if asked.is_empty() {
        return found;
    }
    let blocks =
        WORLD.blocks.iter().filter(|block| country.is_none_or(|code| block.code.eq_ignore_ascii_case(code)));
    for block in blocks {
        let whole = |entry: &&Entry| usize::from(entry.length) == asked.len() && entry.manner < 2;
        let mut lines: Vec<u32> =
            block.index().beginning_with(&asked).filter(whole).map(|entry| entry.line).collect();
        lines.sort_unstable();
        lines.dedup();
        found.extend(lines.into_iter().filter_map(|line| block.place(line)));
    }
    found.sort_by(|a, b| b.population.cmp(&a.population).then(a.id.cmp(&b.id)));
    found
}

/// Adds the best places of a block with their rank; lines stand by falling population, so the first are the largest.
fn gather(block: &Block, asked: &str, most: usize, found: &mut Vec<(u16, Place)>) {
    let mut lines: Vec<(u16, u32)> = Vec::new();
    let index = block.index();
    for entry in index.beginning_with(asked) {
        let begun = u16::from(usize::from(entry.length) != asked.len());
        lines.push((begun * 3 + entry.manner, entry.line));
    }
    lines.sort_unstable();
    let mut taken = Vec::with_capacity(most);
    for (rank, line) in lines {
        if taken.len() == most {
            break;
        }
        if !taken.contains(&line) {
            taken.push(line);
            found.extend(block.place(line).map(|place| (rank, place)));
        }
    }
}

fn block_of(code: &str) -> Option<&'static Block> {
    WORLD.blocks.iter().find(|block| block.code.eq_ignore_ascii_case(code))
}

fn largest(block: &Block, most: usize) -> Vec<Place> {
    Block::lines(block.text()).take(most).filter_map(|(line, _)| block.place(line)).collect()
}

/// A place by its id at GeoNames.
pub fn by_id(id: u32) -> Option<Place> {
    let (block, line) = line_of(id)?;
    block.place(line)
}

/// The name of a place and its other spellings, in every language and script that is known.
pub fn spellings(id: u32) -> Vec<String> {
    let line = line_of(id).and_then(|(block, line)| {
        let begin = usize::try_from(line).ok()?;
        block.text().get(begin..)?.lines().next()
    });
    let mut cells = line.unwrap_or_default().split('\t').skip(1);
    let name = cells.next();
    let others = cells.nth(5).unwrap_or_default().split('|');
    name.into_iter().chain(others).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// Where the line of a place begins.
fn line_of(id: u32) -> Option<(&'static Block, u32)> {
    /// An id of four bytes and the number of its country in two.
    const RECORD: usize = 6;
    static IDS: LazyLock<Vec<u8>> = LazyLock::new(|| inflate(WORLD.ids));
    let record = |n: usize| IDS.get(n * RECORD..(n + 1) * RECORD);
    let id_of = |n: usize| record(n).and_then(|r| Some(u32::from_le_bytes(r.get(..4)?.try_into().ok()?)));
    let (mut low, mut high) = (0, IDS.len() / RECORD);
    while low < high {
        let middle = low + (high - low) / 2;
        if id_of(middle)? < id {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let found = record(low).filter(|_| id_of(low) == Some(id))?;
    let country = u16::from_le_bytes(found.get(4..)?.try_into().ok()?);
    let block = WORLD.blocks.get(usize::from(country))?;
    let wanted = format!("{id}\t");
    let (line, _) = Block::lines(block.text()).find(|(_, line)| line.starts_with(&wanted))?;
    Some((block, line))
}

/// The place nearest to a point, within a country, and its distance in kilometres.
pub fn nearest(country: &str, lat: f64, lon: f64) -> Option<(Place, f64)> {
    let block = block_of(country)?;
    let places = Block::lines(block.text()).filter_map(|(line, _)| block.place(line));
    places
        .map(|place| (distance((lat, lon), (place.lat, place.lon)), place))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(far, place)| (place, far))
}

/// The distance of two points (degrees north and east) in kilometres, on a sphere.
pub fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let (d_lat, d_lon) = (lat_b - lat_a, (b.1 - a.1).to_radians());
    let h = (d_lat / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * (d_lon / 2.0).sin().powi(2);
    12_742.0 * h.sqrt().min(1.0).asin()
}

/// The two-letter codes of the countries that have places.
pub fn countries() -> impl Iterator<Item = &'static str> {
    WORLD.blocks.iter().map(|block| block.code)
}
