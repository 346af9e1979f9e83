//! The world map, drawn by the server: an equal-area projection, points instead of filled countries, near points
//! counted together, and the view in the address so that it works without script. `projection` and `view` say where
//! things lie, `atlas` holds the shapes, cut at the `edge` of the map, `ground` draws land and boundaries, `names` the names of countries.

mod atlas;
mod edge;
pub(crate) mod ground;
mod names;
mod projection;
mod view;

use vocabulary::Lang;

use atlas::Extent;
use view::{Window, Zoom};

pub use names::Name;
pub use projection::project;
pub use view::View;

/// Nearer to each other than this, places are counted together, in cells: so that two numbers do not lie on each other, on a
/// phone hardly.
const NEAR: f64 = 72.0;
/// The size of numbers in places, in cells.
const NUMBER: i64 = 34;
/// The width of a place's edge, in cells.
const EDGE: i64 = 5;
/// The radius of a place with one thing, in cells.
const ONE: f64 = 15.0;
/// On a phone, places and what is written on the map are larger, so as to be read: `look.css` scales by as much.
const PHONE: f64 = 1.6;
/// The size of the names of countries on a wide screen, in cells.
const NAME: i64 = 30;
/// On a phone, before it is scaled.
const NAME_ON_PHONE: i64 = 42;

/// One place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What is there: "Municipality of Milan, Italy".
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// How many things are there.
    pub count: usize,
}

/// What is drawn: one point, or several that lie too near to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// Its radius.
    pub r: i64,
    /// How many things are there.
    pub count: usize,
    /// What a screen reader says.
    pub label: String,
    /// Where it leads: to the place, or nearer to several.
    pub href: String,
}

/// The names of countries on one kind of screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// Whether these are for wide screens; the others are for phones.
    pub wide: bool,
    /// The size of their letters, in cells, before a phone makes them larger.
    pub size: i64,
    /// The names.
    pub names: Vec<Name>,
}

/// A map with its points; `components.html` draws it as `map(m)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Its accessible name.
    pub title: String,
    /// The places.
    pub points: Vec<MapPoint>,
    /// What is shown.
    pub view: View,
    /// The page's address up to the view: `/en/map?` or `/en/map?q=school&`. Empty where the map cannot be moved;
    /// several near points then lead to the first of them.
    pub base: String,
}

impl Map {
    /// A map of the whole world that cannot be moved.
    pub fn still(title: &str, points: Vec<MapPoint>) -> Map {
        Map { title: title.to_owned(), points, view: View::world(), base: String::new() }
    }

    /// The value of `viewBox`.
    pub fn view_box(&self) -> String {
        let Window { left, top } = self.view.window();
        format!("{left} {top} {} {}", Window::WIDTH, Window::HEIGHT)
    }

    /// The address of the land and the boundaries that are shown; of the whole world it is `assets/world.svg`.
    pub fn ground(&self) -> Option<String> {
        (!self.view.is_whole()).then(|| ground::under(self.view))
    }

    /// The size of numbers on it.
    pub fn number(&self) -> i64 {
        NUMBER
    }

    /// The width of a place's edge.
    pub fn edge(&self) -> i64 {
        EDGE
    }

    /// The names of countries, in the reader's language: for wide screens and for phones, each with the size of its letters.
    /// The whole world has none.
    pub fn names(&self, lang: &Lang, spots: &[Spot]) -> Vec<Names> {
        let shown = names::shown(self.view);
        let sized = |wide: bool, name: i64, scale: f64| {
            let around =
                |spot: &Spot| Extent::at((spot.x as f64, spot.y as f64)).grown(spot.r as f64 * scale);
            let taken: Vec<Extent> = spots.iter().map(around).collect();
            Names {
                wide,
                size: name,
                names: names::names((self.view, &shown), *lang, (name as f64, scale), &taken),
            }
        };
        let both = [sized(true, NAME, 1.0), sized(false, NAME_ON_PHONE, PHONE)];
        both.into_iter().filter(|one| !one.names.is_empty()).collect()
    }

    /// The address of a view, where the map can be moved.
    fn to(&self, view: View) -> Option<String> {
        let to = || match view.is_whole() {
            true => self.base.trim_end_matches(['?', '&']).to_owned(),
            false => format!("{}view={view}", self.base),
        };
        (!self.base.is_empty() && view != self.view).then(to)
    }

    /// Nearer.
    pub fn nearer(&self) -> Option<String> {
        let View { lat, lon, zoom } = self.view;
        if zoom == Zoom::MOST { None } else { self.to(View::at(lat, lon, zoom.nearer(1))) }
    }

    /// Farther.
    pub fn farther(&self) -> Option<String> {
        let View { lat, lon, zoom } = self.view;
        if zoom == Zoom::WORLD {
            return None;
        }
        let farther = View::at(lat, lon, zoom.farther());
        self.to(if farther.is_whole() { View::world() } else { farther })
    }

    /// North, south, west and east of what is shown: (message key, address).
    pub fn moves(&self) -> Vec<(&'static str, String)> {
        let View { lat, lon, zoom } = self.view;
        if zoom == Zoom::WORLD {
            return Vec::new();
        }
        let (down, along) = (70.0 / zoom.cells(), 180.0 / zoom.cells());
        let ways = [
            ("look-map-north", lat + down, lon),
            ("look-map-south", lat - down, lon),
            ("look-map-west", lat, lon - along),
            ("look-map-east", lat, lon + along),
        ];
        ways.into_iter()
            .filter_map(|(key, lat, lon)| Some((key, self.to(View::at(lat, lon, zoom))?)))
            .collect()
    }

    /// What is drawn, from west to east.
    pub fn spots(&self) -> Vec<Spot> {
        let shown = self.view.window().extent();
        let mut heaps: Vec<(f64, f64, Vec<&MapPoint>)> = Vec::new();
        let placed = self.points.iter().map(|point| (self.view.cell(point.lat, point.lon), point));
        let mut points: Vec<((f64, f64), &MapPoint)> =
            placed.filter(|(place, _)| shown.holds(Extent::at(*place))).collect();
        points.sort_by(|(one, _), (other, _)| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for ((x, y), point) in points {
            match heaps.iter_mut().find(|heap| (heap.0 - x).hypot(heap.1 - y) < NEAR) {
                Some(heap) => heap.2.push(point),
                None => heaps.push((x, y, vec![point])),
            }
        }
        heaps.into_iter().map(|(x, y, heap)| self.spot(x, y, &heap)).collect()
    }

    fn spot(&self, x: f64, y: f64, heap: &[&MapPoint]) -> Spot {
        let first = heap[0];
        let count = heap.iter().map(|point| point.count).sum();
        let names: Vec<&str> = heap.iter().take(3).map(|point| point.label.as_str()).collect();
        let more = if heap.len() > 3 { " …" } else { "" };
        let nearer = View::at(first.lat, first.lon, self.view.zoom.nearer(2));
        let href = if heap.len() > 1 { self.to(nearer) } else { None };
        let size = if count < 2 { ONE } else { 22.0 + (count as f64).log10() * 8.0 };
        Spot {
            x: x.round() as i64,
            y: y.round() as i64,
            r: size.round() as i64,
            count,
            label: format!(
                "{}{more}{}",
                names.join(" · "),
                if count > 1 { format!(" ({count})") } else { String::new() }
            ),
            href: href.unwrap_or_else(|| first.href.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat: f64, lon: f64, label: &str) -> MapPoint {
        MapPoint { lat, lon, label: label.to_owned(), href: format!("/{label}"), count: 1 }
    }

    #[test]
    fn near_points_are_counted_together_and_far_ones_are_not() {
        let points = vec![point(45.4, 9.2, "milan"), point(45.0, 7.7, "turin"), point(0.3, 32.6, "kampala")];
        let still = Map::still("Where", points.clone());
        let counts: Vec<usize> = still.spots().iter().map(|spot| spot.count).collect();
        assert_eq!(counts, [2, 1]);
        let near = Map { view: View::around(45.2, 8.5, 5), base: "/en/map?".to_owned(), ..still.clone() };
        assert_eq!(near.spots().len(), 2);
        let moving = Map { base: "/en/map?".to_owned(), ..still };
        assert_eq!(moving.spots()[0].href, "/en/map?view=45.0,7.7,2");
    }
}
