//! The ground under a map nearer than the whole world: land and boundaries without names, as pictures that browsers and
//! proxies keep. A piece is larger than a view, and its corners lie on a grid, so that a map that is moved a little needs
//! no other piece, and there are some thousands of pieces, not one for each view.

use std::fmt::{self, Write};

use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

use super::atlas::{Atlas, Boundary, Extent};
use super::view::{View, Window, Zoom, last};
use crate::{Access, Problem, Routes, kept};

/// From one corner to the next, in cells.
const STEP: (i64, i64) = (1000, 295);
/// The size of a piece, in cells: from whichever of its cells nearest the corner a view begins, it holds the whole of it.
const SIZE: (i64, i64) = (Window::WIDTH + STEP.0, Window::HEIGHT + STEP.1);
/// Islands smaller than this are not drawn, in cells.
const SPECK: f64 = 1.5;
/// How far beyond its edges a piece is drawn, in cells: so that no edge of land is seen where it was cut.
const OVER: f64 = 8.0;

/// A piece of the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    zoom: Zoom,
    column: i64,
    row: i64,
}

impl Piece {
    fn under(view: View) -> Piece {
        let window = view.window();
        Piece { zoom: view.zoom, column: window.left / STEP.0, row: window.top / STEP.1 }
    }

    /// `3-12-7`, if there is such a piece.
    fn parse(text: &str) -> Option<Piece> {
        let mut parts = text.split('-');
        let zoom = parts.next().and_then(Zoom::parse).filter(|zoom| *zoom != Zoom::WORLD)?;
        let mut within = |size: i64, step: i64| {
            let at = parts.next()?.parse().ok()?;
            (0..=last(size, zoom) / step).contains(&at).then_some(at)
        };
        let column = within(Window::WIDTH, STEP.0)?;
        let piece = Piece { zoom, column, row: within(Window::HEIGHT, STEP.1)? };
        // One address for each piece: as it is written, and no other way.
        (piece.to_string() == text).then_some(piece)
    }

    fn corner(self) -> (i64, i64) {
        (self.column * STEP.0, self.row * STEP.1)
    }

    fn address(self) -> String {
        format!("/ground/{self}.svg?{}", Atlas::get().mark)
    }

    /// Draws it: one shape of all land, the boundaries, and those that are not settled.
    fn draw(self) -> String {
        let atlas = Atlas::get();
        let (left, top) = self.corner();
        let corner = (left as f64, top as f64);
        let far = ((left + SIZE.0) as f64, (top + SIZE.1) as f64);
        let frame = Extent::at(corner).and(Extent::at(far)).grown(OVER);
        let cells = self.zoom.cells();
        let seen = |extent: Extent| extent.times(cells).meets(frame);

        let mut land = Pen::new(corner);
        for ring in atlas.land.iter().filter(|ring| seen(ring.extent)) {
            let size = ring.extent.width().max(ring.extent.height()) * cells;
            if size >= SPECK {
                land.closed(&clipped(atlas.ring(ring, self.zoom), frame));
            }
        }
        let (mut settled, mut unsettled) = (Pen::new(corner), Pen::new(corner));
        for &(line, what, _) in atlas.boundaries.iter().filter(|(.., extent)| seen(*extent)) {
            let points = atlas.line(line, self.zoom);
            let path = if what == Boundary::Settled { &mut settled } else { &mut unsettled };
            for run in runs(&points, frame) {
                path.open(run);
            }
        }
        let (width, height) = SIZE;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"none\" stroke=\"#8f8370\" viewBox=\"0 0 {width} {height}\">\
             <path fill=\"#8f8370\" fill-opacity=\".34\" stroke=\"none\" fill-rule=\"evenodd\" d=\"{}\"/>\
             <path vector-effect=\"non-scaling-stroke\" stroke-opacity=\".7\" d=\"{}\"/>\
             <path vector-effect=\"non-scaling-stroke\" stroke-opacity=\".9\" stroke-dasharray=\"3\" d=\"{}\"/></svg>",
            land.d, settled.d, unsettled.d
        )
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.zoom, self.column, self.row)
    }
}

/// The address of what lies under a view, with the part of it that is shown as its fragment.
pub(super) fn under(view: View) -> String {
    let (piece, window) = (Piece::under(view), view.window());
    let (left, top) = piece.corner();
    let shown = (window.left - left, window.top - top, Window::WIDTH, Window::HEIGHT);
    format!("{}#svgView(viewBox({},{},{},{}))", piece.address(), shown.0, shown.1, shown.2, shown.3)
}

/// What of a closed line lies in a frame: Sutherland and Hodgman (1974). Where the frame cuts it, it runs along the frame.
pub(super) fn clipped(ring: Vec<(f64, f64)>, frame: Extent) -> Vec<(f64, f64)> {
    type Depth = fn((f64, f64), Extent) -> f64;
    let sides: [Depth; 4] = [
        |(x, _), frame| x - frame.left,
        |(x, _), frame| frame.right - x,
        |(_, y), frame| y - frame.top,
        |(_, y), frame| frame.bottom - y,
    ];
    sides.iter().fold(ring, |ring, depth| {
        let mut kept = Vec::with_capacity(ring.len());
        let Some(mut before) = ring.last().copied() else { return kept };
        for &point in &ring {
            let (was, is) = (depth(before, frame), depth(point, frame));
            if (was < 0.0) != (is < 0.0) {
                let share = was / (was - is);
                kept.push((before.0 + (point.0 - before.0) * share, before.1 + (point.1 - before.1) * share));
            }
            if is >= 0.0 {
                kept.push(point);
            }
            before = point;
        }
        kept
    })
}

/// The parts of a line of which something may lie in a frame.
fn runs(points: &[(f64, f64)], frame: Extent) -> impl Iterator<Item = &[(f64, f64)]> {
    let meets = move |two: &[(f64, f64)]| Extent::at(two[0]).and(Extent::at(two[1])).meets(frame);
    let mut at = 0;
    std::iter::from_fn(move || {
        let steps = points.len().saturating_sub(1);
        let first = (at..steps).find(|&step| meets(&points[step..=step + 1]))?;
        let end = (first..steps).find(|&step| !meets(&points[step..=step + 1])).unwrap_or(steps);
        at = end;
        Some(&points[first..=end])
    })
}

/// Writes the shape of a path, in whole cells from a corner.
struct Pen {
    d: String,
    corner: (f64, f64),
    at: (i64, i64),
}

impl Pen {
    fn new(corner: (f64, f64)) -> Pen {
        Pen { d: String::new(), corner, at: (0, 0) }
    }

    fn closed(&mut self, ring: &[(f64, f64)]) {
        let points = self.rounded(ring);
        if points.len() > 2 {
            self.lines(&points);
            self.d.push('z');
        }
    }

    fn open(&mut self, line: &[(f64, f64)]) {
        let points = self.rounded(line);
        if points.len() > 1 {
            self.lines(&points);
        }
    }

    fn rounded(&self, points: &[(f64, f64)]) -> Vec<(i64, i64)> {
        let cell =
            |&(x, y): &(f64, f64)| ((x - self.corner.0).round() as i64, (y - self.corner.1).round() as i64);
        let mut rounded: Vec<(i64, i64)> = points.iter().map(cell).collect();
        rounded.dedup();
        rounded
    }

    fn lines(&mut self, points: &[(i64, i64)]) {
        for (n, &(x, y)) in points.iter().enumerate() {
            // The first is where it begins, and stands by itself: after "z" one is where the shape before began.
            let (dx, dy) = if n == 0 { (x, y) } else { (x - self.at.0, y - self.at.1) };
            match n {
                0 => self.d.push('M'),
                1 => self.d.push('l'),
                _ if dx >= 0 => self.d.push(' '),
                _ => {}
            }
            let between = if dy < 0 { "" } else { " " };
            // Nothing can go wrong when a text is written into memory.
            let _ = write!(self.d, "{dx}{between}{dy}");
            self.at = (x, y);
        }
    }
}

/// The one route of the ground.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new("web").get("/ground/{piece}", "web.ground", Access::Everyone, serve)
}

async fn serve(Path(name): Path<String>, RawQuery(mark): RawQuery) -> Result<Response, Problem> {
    let piece = name.strip_suffix(".svg").and_then(Piece::parse).ok_or(Problem::NotFound)?;
    let drawn = tokio::task::spawn_blocking(move || piece.draw()).await;
    let drawn =
        drawn.map_err(|ended| Problem::broken(format!("drawing a piece of the map ended: {ended}")))?;
    // Asked for as of other shapes, by a page that is older or newer than this program: not to be kept for ever.
    let now = mark.as_deref() == Some(Atlas::get().mark.as_str());
    let keep = if now { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::VARY, "Accept-Encoding")];
    let mut response = (headers, drawn).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    kept::for_everyone(&mut response);
    Ok(response)
}
