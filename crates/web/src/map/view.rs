//! Which part of the world is shown, as it stands in an address.

use std::f64::consts::SQRT_2;
use std::fmt;

use super::MapPoint;
use super::atlas::{Atlas, Extent};
use super::projection::{NORTH, SOUTH, WORLD_HEIGHT, WORLD_WIDTH, place, project};

/// The nearest a view comes by itself, for the sake of points alone.
const NEAR_ENOUGH: Zoom = Zoom::of(3);
/// Air around what is shown, as a share of it.
const AIR: f64 = 1.04;
/// More of it around points: they stand for cities that lie on the edge.
const AIR_OF_POINTS: f64 = 1.4;

/// How near a view is: how often the world was halved, by halves: what lies between two of them is shown as near as may be.
/// In an address `3` or `2.5`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Zoom(u8);

impl Zoom {
    /// The whole world.
    pub const WORLD: Zoom = Zoom(0);
    /// The nearest.
    pub const MOST: Zoom = Zoom::of(5);

    /// The world halved so often.
    pub const fn of(halved: u8) -> Zoom {
        Zoom(2 * halved)
    }

    /// Reads what an address says; too near is the nearest.
    pub fn parse(text: &str) -> Option<Zoom> {
        let steps = number(text)? * 2.0;
        let is_step = steps >= 0.0 && steps.fract() == 0.0;
        is_step.then(|| Zoom(steps.min(f64::from(Zoom::MOST.0)) as u8))
    }

    /// Every one nearer than the world, the nearest last.
    pub fn all() -> impl DoubleEndedIterator<Item = Zoom> {
        (1..=Zoom::MOST.0).map(Zoom)
    }

    /// How many cells a unit of the map has.
    pub fn cells(self) -> f64 {
        let halved = f64::from(1u32 << (self.0 / 2));
        if self.0.is_multiple_of(2) { halved } else { halved * SQRT_2 }
    }

    /// So often halved again, at most to the nearest.
    pub fn nearer(self, halved: u8) -> Zoom {
        Zoom(self.0 + 2 * halved).min(Zoom::MOST)
    }

    /// Halved once less; the world, where less is left.
    pub fn farther(self) -> Zoom {
        Zoom(self.0.saturating_sub(2))
    }
}

impl fmt::Display for Zoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0 / 2, if self.0.is_multiple_of(2) { "" } else { ".5" })
    }
}

/// Which part of the world is shown: the middle in degrees, and how near.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) zoom: Zoom,
}

/// A part of the map in its *cells*: every view is [`Window::WIDTH`] of them wide and [`Window::HEIGHT`] high, so the
/// nearer the view, the smaller a cell. They are counted from the left and the top of the whole world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub left: i64,
    pub top: i64,
}

impl Window {
    pub const WIDTH: i64 = WORLD_WIDTH as i64;
    pub const HEIGHT: i64 = WORLD_HEIGHT as i64;

    pub fn extent(self) -> Extent {
        let far = ((self.left + Self::WIDTH) as f64, (self.top + Self::HEIGHT) as f64);
        Extent::at((self.left as f64, self.top as f64)).and(Extent::at(far))
    }
}

impl View {
    /// The whole world.
    pub fn world() -> View {
        View::default()
    }

    /// A view around a place, the world halved so often, at most five times.
    pub fn around(lat: f64, lon: f64, halved: u8) -> View {
        View::at(lat, lon, Zoom::WORLD.nearer(halved))
    }

    pub(super) fn at(lat: f64, lon: f64, zoom: Zoom) -> View {
        View { lat: lat.clamp(SOUTH, NORTH), lon: lon.clamp(-180.0, 180.0), zoom }
    }

    /// Reads what an address says: `lat,lon,zoom`. Anything else is the world.
    pub fn parse(text: &str) -> View {
        let mut parts = text.split(',');
        let (lat, lon) = (parts.next().and_then(number), parts.next().and_then(number));
        let zoom = parts.next().and_then(Zoom::parse);
        match (lat, lon, zoom, parts.next()) {
            (Some(lat), Some(lon), Some(zoom), None) => View::at(lat, lon, zoom),
            _ => View::world(),
        }
    }

    /// The nearest view that holds all these points, and the countries of these two-letter codes whole.
    pub fn of<'a>(points: &[MapPoint], countries: impl IntoIterator<Item = &'a str>) -> View {
        let mut wide = points.iter().map(|point| Extent::at(project(point.lat, point.lon)));
        let points = wide.next().map(|first| wide.fold(first, Extent::and));
        let atlas = Atlas::get();
        let mut lands = countries.into_iter().filter_map(|iso2| atlas.extent(iso2));
        let lands = lands.next().map(|first| lands.fold(first, Extent::and));
        match (points, lands) {
            (Some(points), Some(lands)) => View::holding(points.and(lands), AIR, Zoom::MOST),
            (Some(points), None) => View::holding(points, AIR_OF_POINTS, NEAR_ENOUGH),
            (None, Some(lands)) => View::holding(lands, AIR, Zoom::MOST),
            (None, None) => View::world(),
        }
    }

    fn holding(extent: Extent, air: f64, nearest: Zoom) -> View {
        let share = (extent.width() / WORLD_WIDTH).max(extent.height() / WORLD_HEIGHT) * air;
        let zoom = Zoom::all().rev().find(|zoom| *zoom <= nearest && share * zoom.cells() <= 1.0);
        let Some(zoom) = zoom else { return View::world() };
        let (x, y) = extent.middle();
        let (lat, lon) = place(x, y);
        View::at(lat, lon, zoom)
    }

    /// Whether all of the world is shown.
    pub fn is_whole(self) -> bool {
        self.zoom == Zoom::WORLD
    }

    /// Whether a place lies in what is shown.
    pub fn holds(self, lat: f64, lon: f64) -> bool {
        self.window().extent().holds(Extent::at(self.cell(lat, lon)))
    }

    /// In which cell a place lies.
    pub(super) fn cell(self, lat: f64, lon: f64) -> (f64, f64) {
        let ((x, y), cells) = (project(lat, lon), self.zoom.cells());
        (x * cells, y * cells)
    }

    /// What is shown, kept within the world.
    pub(super) fn window(self) -> Window {
        let (x, y) = self.cell(self.lat, self.lon);
        let kept =
            |middle: f64, size: i64| (middle.round() as i64 - size / 2).clamp(0, last(size, self.zoom));
        Window { left: kept(x, Window::WIDTH), top: kept(y, Window::HEIGHT) }
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1},{:.1},{}", self.lat, self.lon, self.zoom)
    }
}

/// Where the last view begins that lies within the world, along a side that is so many cells long in a view.
pub(super) fn last(size: i64, zoom: Zoom) -> i64 {
    (size as f64 * zoom.cells()) as i64 - size
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_as_it_is_written() {
        let view = View::around(45.04, 7.66, 3);
        assert_eq!(View::parse(&view.to_string()).to_string(), view.to_string());
        assert_eq!(View::parse("1.0,2.0,2.5").to_string(), "1.0,2.0,2.5");
        assert_eq!(View::parse("1.0,2.0,300").to_string(), "1.0,2.0,5");
        for nonsense in ["", "1,2", "x,y,z", "nan,0,1", "1,2,3,4", "inf,0,2", "1,2,nan", "1,2,-1", "1,2,2.3"]
        {
            assert_eq!(View::parse(nonsense), View::world());
        }
    }

    #[test]
    fn a_country_is_shown_whole_and_as_near_as_may_be() {
        for (iso2, zoom, inside, outside) in [
            ("KE", "3", (0.0, 38.0), (30.0, 38.0)),
            ("NL", "5", (52.1, 5.1), (40.4, -3.7)),
            ("IT", "3.5", (41.9, 12.5), (52.1, 5.1)),
            ("FR", "4", (48.85, 2.35), (3.9, -53.0)),
            ("CV", "5", (15.1, -23.6), (0.0, 0.0)),
        ] {
            let view = View::of(&[], [iso2]);
            assert_eq!(view.zoom.to_string(), zoom, "{iso2}: {view}");
            assert!(view.holds(inside.0, inside.1) && !view.holds(outside.0, outside.1), "{iso2}: {view}");
        }
        let west = View::of(&[], ["SN", "GH", "NG", "CI"]);
        assert_eq!(west.zoom, Zoom::of(3), "a region is shown whole too: {west}");
        let africa = View::of(&[], ["TN", "ZA", "SN", "SO", "EG", "MA"]);
        assert!(africa.zoom > Zoom::WORLD && africa.holds(-34.8, 20.0), "so is a continent: {africa}");
        assert_eq!(View::of(&[], ["RU"]), View::of(&[], ["RU", "XX"]));
        assert_eq!(View::of(&[], []), View::world());
    }
}
