//! The names of countries on a map nearer than the whole world, in the reader's language: each where the part of the country
//! that is shown is widest, none across another or across a place.

use vocabulary::{Lang, countries};

use super::atlas::{Atlas, Extent, Land};
use super::ground::clipped;
use super::view::{View, Zoom};
use crate::fitting;

/// From one line of a name to the next, as a share of its size.
const LEADING: f64 = 1.15;
/// So wide a line of a name becomes before it is broken, as a multiple of its size.
const BREAK: f64 = 8.0;
/// On so many heights of a country a place for its name is looked for.
const HEIGHTS: i32 = 15;
/// From this view on, the name of a country that is shown whole may be wider than the country.
const NEAR: Zoom = Zoom::of(3);
/// A part of a country smaller than this is not named, in square cells.
const TOO_SMALL: f64 = 30.0;
/// A name fits where there is so much of its width: letters are narrower than they are taken for.
const FITS: f64 = 0.85;
/// What a place for a name loses by lying away from the middle of its country, as a share of the way.
const OFF: f64 = 0.2;
/// So far from its edge a name stays within what is shown, in cells.
const MARGIN: f64 = 12.0;

/// A name on the map: lines, each with its middle, in cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The middle of each line from the left.
    pub x: i64,
    /// Each line, and its middle from the top.
    pub lines: Vec<(i64, String)>,
}

/// The countries that a view shows, the largest first; of the whole world none, which has no names.
pub(super) fn shown(view: View) -> Vec<Shown> {
    if view.is_whole() {
        return Vec::new();
    }
    let atlas = Atlas::get();
    let window = view.window().extent();
    let mut shown: Vec<Shown> =
        atlas.countries.iter().filter_map(|land| Shown::of(atlas, land, view, window)).collect();
    shown.sort_by(|one, other| other.area.total_cmp(&one.area).then(one.land.iso2.cmp(other.land.iso2)));
    shown
}

/// The names of what a view shows, none of them across what is taken already, in letters of a size in cells; whoever shows
/// them makes each name so much larger around its middle.
pub(super) fn names(
    (view, shown): (View, &[Shown]),
    lang: Lang,
    (letters, larger): (f64, f64),
    taken: &[Extent],
) -> Vec<Name> {
    let size = letters * larger;
    let window = view.window().extent();
    let mut taken = taken.to_vec();
    let mut placed = Vec::new();
    for one in shown {
        // What no map of the United Nations names is not named here; what is named with a remark needs it beside it.
        let named = countries::by_iso2(one.land.iso2).filter(|it| it.m49.is_some() && it.note.is_none());
        let Some(country) = named else { continue };
        let lines = broken(country.name(lang));
        let wide = lines.iter().map(|line| fitting::width(line, 100)).fold(0.0, f32::max);
        let (width, height) = (f64::from(wide) / 100.0 * size, lines.len() as f64 * size * LEADING);
        let around = |(x, y): (f64, f64)| Extent::at((x, y)).grown_by(width / 2.0, height / 2.0);
        let free = |place: &(f64, f64)| {
            let around = around(*place);
            window.grown(-MARGIN).holds(around) && !taken.iter().any(|other| other.meets(around))
        };
        let Some((x, y)) = one.places(width, height, view).into_iter().find(free) else { continue };
        taken.push(around((x, y)).grown(size * 0.3));
        let first = y - (height / larger - letters * LEADING) / 2.0;
        let line = |(n, line): (usize, String)| ((first + n as f64 * letters * LEADING).round() as i64, line);
        placed.push(Name { x: x.round() as i64, lines: lines.into_iter().enumerate().map(line).collect() });
    }
    placed
}

/// A name in lines of about the same width.
fn broken(name: &str) -> Vec<String> {
    let wide = |text: &str| f64::from(fitting::width(text, 100)) / 100.0;
    let lines = (wide(name) / BREAK).ceil().max(1.0);
    let most = wide(name) / lines;
    let mut broken: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match broken.last_mut() {
            // A word stands where more than half of it is on this side of where the line would end.
            Some(line) if wide(line) + wide(word) / 2.0 <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => broken.push(word.to_owned()),
        }
    }
    broken
}

/// The largest part of a country that is shown.
pub(super) struct Shown {
    land: &'static Land,
    ring: Vec<(f64, f64)>,
    area: f64,
    /// Whether all of this part is shown.
    whole: bool,
}

impl Shown {
    fn of(atlas: &Atlas, land: &'static Land, view: View, window: Extent) -> Option<Shown> {
        let cells = view.zoom.cells();
        let parts = land.rings.iter().filter(|ring| ring.extent.times(cells).meets(window));
        let parts = parts.map(|ring| {
            let points = clipped(atlas.ring(ring, view.zoom), window);
            let (area, whole) = (area(&points), window.holds(ring.extent.times(cells)));
            Shown { land, ring: points, area, whole }
        });
        parts.filter(|part| part.area >= TOO_SMALL).max_by(|one, other| one.area.total_cmp(&other.area))
    }

    /// Where the middle of a name of this size may stand, the best first: where the country is wide enough for it.
    fn places(&self, width: f64, height: f64, view: View) -> Vec<(f64, f64)> {
        let Some(extent) = self.ring.iter().map(|&point| Extent::at(point)).reduce(Extent::and) else {
            return Vec::new();
        };
        let middle = extent.middle().1;
        // A country that is shown whole, and near, may be narrower than its name.
        let spills = self.whole && view.zoom >= NEAR;
        let mut found: Vec<(f64, (f64, f64))> = Vec::new();
        for n in 1..HEIGHTS {
            let y = extent.top + extent.height() * f64::from(n) / f64::from(HEIGHTS);
            let rows = [y - height / 2.0, y, y + height / 2.0].map(|y| self.spans(y));
            for &(left, right) in &rows[1] {
                let x = f64::midpoint(left, right);
                // Above and below, the name needs the same room.
                let room =
                    rows.each_ref().map(|row| row.iter().find(|(from, to)| (*from..=*to).contains(&x)));
                let from = room.iter().flatten().map(|span| span.0).fold(left, f64::max);
                let to = room.iter().flatten().map(|span| span.1).fold(right, f64::min);
                let fits = to - from >= width * FITS && room.iter().all(Option::is_some);
                if fits || spills {
                    let off = (y - middle).abs() * OFF;
                    // What is wide enough is wide enough: then the nearer to the middle the better.
                    found.push(((to - from).min(width * 1.5) - off, (f64::midpoint(from, to), y)));
                }
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// From where to where a height lies within it.
    fn spans(&self, y: f64) -> Vec<(f64, f64)> {
        let ends = self.ring.iter().zip(self.ring.iter().cycle().skip(1));
        let crossed = ends.filter(|(one, other)| (one.1 > y) != (other.1 > y));
        let mut crossed: Vec<f64> =
            crossed.map(|(one, other)| one.0 + (other.0 - one.0) * (y - one.1) / (other.1 - one.1)).collect();
        crossed.sort_by(f64::total_cmp);
        crossed.chunks_exact(2).map(|two| (two[0], two[1])).collect()
    }
}

fn area(ring: &[(f64, f64)]) -> f64 {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    (ends.map(|(one, other)| one.0 * other.1 - other.0 * one.1).sum::<f64>() / 2.0).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(view: View, lang: Lang, letters: f64, larger: f64, taken: &[Extent]) -> Vec<Name> {
        names((view, &shown(view)), lang, (letters, larger), taken)
    }

    fn named(names: &[Name]) -> Vec<String> {
        let whole =
            |name: &Name| name.lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ");
        names.iter().map(whole).collect()
    }

    #[test]
    fn the_neighbours_of_a_country_are_named_in_the_readers_language() {
        let kenya = View::of(&[], ["KE"]);
        let english = named(&all(kenya, Lang::En, 30.0, 1.0, &[]));
        for name in ["Kenya", "Uganda", "Ethiopia", "Somalia", "United Republic of Tanzania"] {
            assert!(english.iter().any(|one| one == name), "{name} in {english:?}");
        }
        let arabic = named(&all(kenya, Lang::Ar, 30.0, 1.0, &[]));
        assert!(arabic.iter().any(|one| one == "كينيا"), "{arabic:?}");
        assert!(all(View::world(), Lang::En, 30.0, 1.0, &[]).is_empty());
    }

    #[test]
    fn no_name_lies_across_another_or_across_what_is_taken() {
        let view = View::around(8.0, 10.0, 2);
        let far = all(view, Lang::Fr, 30.0, 1.0, &[]);
        assert!(far.len() > 12, "{far:?}");
        assert!(all(view, Lang::Fr, 30.0, 1.0, &[view.window().extent()]).is_empty());
        assert!(all(view, Lang::Fr, 44.0, 1.6, &[]).len() < far.len());
    }

    #[test]
    fn long_names_are_broken_evenly() {
        assert_eq!(broken("United Republic of Tanzania"), ["United Republic", "of Tanzania"]);
        assert_eq!(broken("Kenya"), ["Kenya"]);
    }

    #[test]
    fn what_the_united_nations_do_not_name_on_maps_is_not_named() {
        let names = named(&all(View::around(42.6, 21.0, 5), Lang::En, 30.0, 1.0, &[]));
        assert!(
            names.contains(&"Serbia".to_owned()) && !names.iter().any(|name| name.contains("Kosovo")),
            "{names:?}"
        );
    }
}
