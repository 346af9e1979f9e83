//! The edge of the map, 180 degrees from its middle: what goes over it is cut there, and stands on both sides.

use super::atlas::Extent;
use super::ground::clipped;

/// A place on the globe: degrees east, degrees north.
pub(super) type Place = (f64, f64);

/// All places that a map shows, from its left edge to its right one.
const GLOBE: Extent = Extent { left: -180.0, top: -90.0, right: 180.0, bottom: 90.0 };
/// Two neighbours farther apart than this lie on both sides of the edge.
const HALF: f64 = 180.0;
/// Once around.
const TURN: f64 = 360.0;

/// The parts of a closed line that goes over the edge, each closed; none where it stays within the map.
pub(super) fn parts(along: impl Iterator<Item = Place>) -> Option<Vec<Vec<Place>>> {
    let (mut turned, mut before) = (0.0, None);
    let unrolled: Vec<Place> = along
        .map(|(lon, lat)| {
            let step: f64 = before.map_or(0.0, |before| lon - before);
            if step.abs() > HALF {
                turned -= TURN.copysign(step);
            }
            before = Some(lon);
            (lon + turned, lat)
        })
        .collect();
    if unrolled.iter().all(|(lon, _)| lon.abs() <= HALF) {
        return None;
    }
    let part = |turn: f64| {
        let turned = unrolled.iter().map(|&(lon, lat)| (lon + turn, lat)).collect();
        let mut part = clipped(turned, GLOBE);
        part.extend(part.first().copied());
        part
    };
    Some([-TURN, 0.0, TURN].map(part).into_iter().filter(|part| part.len() > 3).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_island_on_the_edge_stands_on_both_sides_of_the_map() {
        let island = [(179.0, -17.0), (-179.0, -17.0), (-179.0, -16.0), (179.0, -16.0), (179.0, -17.0)];
        let parts = parts(island.into_iter()).expect("it goes over the edge");
        assert_eq!(parts.len(), 2);
        let reach = |part: &[Place]| part.iter().map(|(lon, _)| lon.abs()).fold(0.0, f64::max);
        assert!(parts.iter().all(|part| reach(part) == 180.0 && part.first() == part.last()), "{parts:?}");
        assert!(parts.iter().all(|part| part.iter().all(|(lon, _)| lon.abs() >= 179.0)), "{parts:?}");
        let inland = [(10.0, 1.0), (11.0, 1.0), (11.0, 2.0), (10.0, 1.0)];
        assert!(super::parts(inland.into_iter()).is_none());
    }
}
