//! The equal-area projection of the map, both ways.

/// Width of the whole world in the units of the map, those of `assets/world.svg`.
pub(super) const WORLD_WIDTH: f64 = 2000.0;
/// Height of the drawn world, from 84° north to 60° south.
pub(super) const WORLD_HEIGHT: f64 = 885.0;
/// The northern edge of the drawn world.
pub(super) const NORTH: f64 = 84.0;
/// The southern edge of the drawn world.
pub(super) const SOUTH: f64 = -60.0;

/// The constants of the Equal Earth projection (Šavrič, Patterson and Jenny 2018).
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// How far up a parallel lies, and how much farther the next.
fn upwards(theta: f64) -> (f64, f64) {
    let two = theta * theta;
    let six = two * two * two;
    (
        theta * (A[0] + A[1] * two + six * (A[2] + A[3] * two)),
        A[0] + 3.0 * A[1] * two + six * (7.0 * A[2] + 9.0 * A[3] * two),
    )
}

fn root() -> f64 {
    3f64.sqrt() / 2.0
}

/// Equal Earth, in radians of the sphere.
fn equal_earth(lat: f64, lon: f64) -> (f64, f64) {
    let theta = (root() * lat.to_radians().sin()).asin();
    let (up, slope) = upwards(theta);
    (lon.to_radians() * theta.cos() / (root() * slope), up)
}

/// Units of the map to a radian of the sphere, and how far up its northern edge lies.
fn frame() -> (f64, f64) {
    (WORLD_WIDTH / (2.0 * equal_earth(0.0, 180.0).0), equal_earth(NORTH, 0.0).1)
}

/// Where a place lies on the map: units from the left and from the top of the whole world. Places beyond the drawn world
/// are put on its edge.
pub fn project(lat: f64, lon: f64) -> (f64, f64) {
    let (scale, top) = frame();
    let (x, y) = equal_earth(lat.clamp(-90.0, 90.0), lon.clamp(-180.0, 180.0));
    (WORLD_WIDTH / 2.0 + x * scale, ((top - y) * scale).clamp(0.0, WORLD_HEIGHT))
}

/// Which place lies there: degrees north and east. Beyond the edge of the sphere it is the nearest meridian.
pub(super) fn place(x: f64, y: f64) -> (f64, f64) {
    let (scale, top) = frame();
    let up = top - y / scale;
    // Newton's method; the slope is never far from 1.3, so that a few steps are exact.
    let theta = (0..9).fold(up, |theta, _| {
        let (now, slope) = upwards(theta);
        theta - (now - up) / slope
    });
    let lon = (x - WORLD_WIDTH / 2.0) / scale * root() * upwards(theta).1 / theta.cos();
    let lat = (theta.sin() / root()).clamp(-1.0, 1.0).asin();
    (lat.to_degrees(), lon.to_degrees().clamp(-180.0, 180.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lie_where_the_land_was_drawn() {
        assert_eq!(project(0.0, 0.0).0, 1000.0);
        assert_eq!(project(0.0, 0.0).1.round(), 483.0);
        assert_eq!(project(0.0, 180.0).0.round(), 2000.0);
        let (x, y) = project(48.85, 2.35);
        assert_eq!((x.round(), y.round()), (1011.0, 142.0));
    }

    #[test]
    fn a_place_on_the_map_is_found_again() {
        for (lat, lon) in [(0.0, 0.0), (48.85, 2.35), (-33.4, -70.6), (64.1, -21.9), (-45.0, 179.0)] {
            let (x, y) = project(lat, lon);
            let (north, east) = place(x, y);
            assert!((north - lat).abs() < 1e-6 && (east - lon).abs() < 1e-6, "{lat},{lon}: {north},{east}");
        }
    }
}
