//! The world map, drawn by the server: an equal-area projection, points instead of filled countries, near points
//! counted together, and the view in the address so that it works without script.

use std::fmt;

/// Width of the whole world in the units of `assets/world.svg`.
const WORLD_WIDTH: f64 = 2000.0;
/// Height of the drawn world, from 84° north to 60° south.
const WORLD_HEIGHT: f64 = 885.0;
/// The northern edge of the drawn world.
const NORTH: f64 = 84.0;
/// How often a view can be halved.
const MOST_ZOOM: u8 = 5;

/// The constants of the Equal Earth projection (Šavrič, Patterson and Jenny 2018).
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Equal Earth, in radians of the sphere.
fn equal_earth(lat: f64, lon: f64) -> (f64, f64) {
    let root = 3f64.sqrt() / 2.0;
    let theta = (root * lat.to_radians().sin()).asin();
    let two = theta * theta;
    let six = two * two * two;
    let along = root * (A[0] + 3.0 * A[1] * two + six * (7.0 * A[2] + 9.0 * A[3] * two));
    (lon.to_radians() * theta.cos() / along, theta * (A[0] + A[1] * two + six * (A[2] + A[3] * two)))
}

/// Where a place lies on the map: units of `world.svg`, from the left and from the top. Places beyond the drawn
/// world are put on its edge.
pub fn project(lat: f64, lon: f64) -> (f64, f64) {
    let scale = WORLD_WIDTH / (2.0 * equal_earth(0.0, 180.0).0);
    let (x, y) = equal_earth(lat.clamp(-90.0, 90.0), lon.clamp(-180.0, 180.0));
    let top = equal_earth(NORTH, 0.0).1;
    let down = (top - y) * scale;
    (WORLD_WIDTH / 2.0 + x * scale, down.clamp(0.0, WORLD_HEIGHT))
}

/// Which part of the world is shown: the middle in degrees, and how often the world was halved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    lat: f64,
    lon: f64,
    zoom: u8,
}

impl View {
    /// The whole world.
    pub fn world() -> View {
        View::default()
    }

    /// A view around a place; 0 is the world, 5 the nearest.
    pub fn around(lat: f64, lon: f64, zoom: u8) -> View {
        View { lat: lat.clamp(-60.0, NORTH), lon: lon.clamp(-180.0, 180.0), zoom: zoom.min(MOST_ZOOM) }
    }

    /// Reads what an address says: `lat,lon,zoom`. Anything else is the world.
    pub fn parse(text: &str) -> View {
        let mut parts = text.split(',');
        let (lat, lon) = (parts.next().and_then(number), parts.next().and_then(number));
        let zoom = parts.next().and_then(|part| part.parse().ok());
        match (lat, lon, zoom, parts.next()) {
            (Some(lat), Some(lon), Some(zoom), None) => View::around(lat, lon, zoom),
            _ => View::world(),
        }
    }

    /// The smallest view that holds all these points with some air.
    pub fn of(points: &[MapPoint]) -> View {
        let at: Vec<(f64, f64)> = points.iter().map(|point| project(point.lat, point.lon)).collect();
        let Some(&(x, y)) = at.first() else { return View::world() };
        let (mut left, mut right, mut top, mut bottom) = (x, x, y, y);
        for &(x, y) in &at {
            (left, right, top, bottom) = (left.min(x), right.max(x), top.min(y), bottom.max(y));
        }
        let share = ((right - left) / WORLD_WIDTH).max((bottom - top) / WORLD_HEIGHT) * 1.4;
        let zoom = (0..=3u8).rev().find(|zoom| share * f64::from(1u32 << zoom) <= 1.0).unwrap_or(0);
        let (lat, lon) = middle(points);
        View::around(lat, lon, zoom)
    }

    /// Whether all of the world is shown.
    pub fn is_whole(self) -> bool {
        self.zoom == 0
    }

    /// Whether a place lies in what is shown.
    pub fn holds(self, lat: f64, lon: f64) -> bool {
        let ((x, y), (left, top, width, height)) = (project(lat, lon), self.window());
        (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
    }

    /// Left, top, width and height in units of the map, kept within the world.
    fn window(self) -> (f64, f64, f64, f64) {
        let halvings = f64::from(1u32 << self.zoom);
        let (width, height) = (WORLD_WIDTH / halvings, WORLD_HEIGHT / halvings);
        let (x, y) = project(self.lat, self.lon);
        let left = (x - width / 2.0).clamp(0.0, WORLD_WIDTH - width);
        let top = (y - height / 2.0).clamp(0.0, WORLD_HEIGHT - height);
        (left.round(), top.round(), width, height)
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1},{:.1},{}", self.lat, self.lon, self.zoom)
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|value| value.is_finite())
}

fn middle(points: &[MapPoint]) -> (f64, f64) {
    let (mut south, mut north, mut west, mut east) = (90f64, -90f64, 180f64, -180f64);
    for point in points {
        (south, north) = (south.min(point.lat), north.max(point.lat));
        (west, east) = (west.min(point.lon), east.max(point.lon));
    }
    ((south + north) / 2.0, (west + east) / 2.0)
}

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
        let (left, top, width, height) = self.view.window();
        format!("{left} {top} {width} {height}")
    }

    /// The part of `world.svg` that is shown, as a fragment of its address.
    pub fn fragment(&self) -> String {
        let (left, top, width, height) = self.view.window();
        format!("#svgView(viewBox({left},{top},{width},{height}))")
    }

    /// The size of letters on it.
    pub fn letter(&self) -> i64 {
        self.unit(34.0)
    }

    /// The width of a point's edge.
    pub fn stroke(&self) -> i64 {
        self.unit(5.0)
    }

    /// So many units of the world, in the units of this view.
    fn unit(&self, of_world: f64) -> i64 {
        ((of_world / f64::from(1u32 << self.view.zoom)).round() as i64).max(1)
    }

    /// The address of a view, where the map can be moved.
    fn to(&self, view: View) -> Option<String> {
        (!self.base.is_empty() && view != self.view).then(|| format!("{}view={view}", self.base))
    }

    /// Nearer.
    pub fn nearer(&self) -> Option<String> {
        let View { lat, lon, zoom } = self.view;
        if zoom == MOST_ZOOM { None } else { self.to(View::around(lat, lon, zoom + 1)) }
    }

    /// Farther.
    pub fn farther(&self) -> Option<String> {
        let View { lat, lon, zoom } = self.view;
        if zoom == 0 {
            None
        } else if zoom == 1 {
            self.to(View::world())
        } else {
            self.to(View::around(lat, lon, zoom - 1))
        }
    }

    /// North, south, west and east of what is shown: (message key, address).
    pub fn moves(&self) -> Vec<(&'static str, String)> {
        let View { lat, lon, zoom } = self.view;
        if zoom == 0 {
            return Vec::new();
        }
        let (down, along) = (70.0 / f64::from(1u32 << zoom), 180.0 / f64::from(1u32 << zoom));
        let ways = [
            ("look-map-north", lat + down, lon),
            ("look-map-south", lat - down, lon),
            ("look-map-west", lat, lon - along),
            ("look-map-east", lat, lon + along),
        ];
        ways.into_iter()
            .filter_map(|(key, lat, lon)| Some((key, self.to(View::around(lat, lon, zoom))?)))
            .collect()
    }

    /// What is drawn, from west to east.
    pub fn spots(&self) -> Vec<Spot> {
        let (left, top, width, height) = self.view.window();
        let near = self.unit(40.0) as f64;
        let mut heaps: Vec<(f64, f64, Vec<&MapPoint>)> = Vec::new();
        let mut points: Vec<(f64, f64, &MapPoint)> = self.points.iter().map(with_place).collect();
        points.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for (x, y, point) in points {
            if x < left || x > left + width || y < top || y > top + height {
                continue;
            }
            match heaps.iter_mut().find(|heap| (heap.0 - x).hypot(heap.1 - y) < near) {
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
        let nearer = View::around(first.lat, first.lon, (self.view.zoom + 2).min(MOST_ZOOM));
        let href = if heap.len() > 1 { self.to(nearer) } else { None };
        let size = if count < 2 { 15.0 } else { 22.0 + (count as f64).log10() * 8.0 };
        Spot {
            x: x.round() as i64,
            y: y.round() as i64,
            r: self.unit(size),
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

fn with_place(point: &MapPoint) -> (f64, f64, &MapPoint) {
    let (x, y) = project(point.lat, point.lon);
    (x, y, point)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat: f64, lon: f64, label: &str) -> MapPoint {
        MapPoint { lat, lon, label: label.to_owned(), href: format!("/{label}"), count: 1 }
    }

    #[test]
    fn places_lie_where_the_land_was_drawn() {
        assert_eq!(project(0.0, 0.0).0, 1000.0);
        assert_eq!(project(0.0, 0.0).1.round(), 483.0);
        assert_eq!(project(0.0, 180.0).0.round(), 2000.0);
        let (x, y) = project(48.85, 2.35);
        assert_eq!((x.round(), y.round()), (1011.0, 142.0));
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

    #[test]
    fn a_view_is_read_as_it_is_written() {
        let view = View::around(45.04, 7.66, 3);
        assert_eq!(View::parse(&view.to_string()).to_string(), view.to_string());
        for nonsense in ["", "1,2", "x,y,z", "nan,0,1", "1,2,3,4", "inf,0,2"] {
            assert_eq!(View::parse(nonsense), View::world());
        }
    }
}
