//! The figures page, and each figure by itself: as a page, a table to keep, a picture to show.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::header;
use vocabulary::BESIDE;
use web::{At, Foot, Frame, Link, Problem};

use super::as_of::AsOf;
use super::changed;
use super::figure::{Figure, Numbers};
use super::rows;
use crate::House;

#[derive(Template)]
#[template(path = "register/pages/figures.html")]
struct FiguresPage {
    frame: Frame,
    crumbs: Vec<Link>,
    date: String,
    /// The day that is asked for, as a field holds it, and as an address carries it.
    day: String,
    query: String,
    /// That the day that is asked for is not over.
    note: Option<String>,
    figures: Vec<Numbers>,
    /// Whether there is one figure alone, which has a foot of its own.
    alone: bool,
    foot: Foot,
}

#[derive(Template)]
#[template(path = "register/pages/figure.svg", escape = "html")]
struct Picture {
    numbers: Numbers,
    lang: &'static str,
    rtl: bool,
    foot: String,
    lines: Vec<Drawn>,
    height: usize,
}

/// A line of the picture, placed.
struct Drawn {
    y: usize,
    label: String,
    bars: Vec<Bar>,
    written: String,
}

/// A bar, or a field of a matrix.
struct Bar {
    x: u64,
    width: u64,
    shade: u64,
    text: String,
}

/// All figures.
pub(super) async fn all(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let asked = AsOf::asked(&house, &at);
    if let Some(elsewhere) = asked.elsewhere(&at, "/figures") {
        return Ok(elsewhere);
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let mut figures = Vec::new();
    for figure in Figure::ALL {
        let numbers = figure.count(&house, &words, &at.say, asked.chosen).await?;
        figures.extend(numbers.filter(|numbers| !numbers.is_empty()));
    }
    let frame = Frame::new(&at, "register-figures").describe(&at.say.t("register-figures-lead"));
    let frame = super::on_the_way(&at, frame, &[], "/figures");
    let changed = changed::latest(&house, &["action", "government"], asked.chosen)?;
    let foot = asked.foot(&house, &at, (&frame.title, "/figures")).changed(&at, changed);
    let page = FiguresPage {
        date: asked.written(&house, &at.say),
        day: asked.field(),
        note: asked.note(&at.say),
        crumbs: Vec::new(),
        figures,
        alone: false,
        foot,
        frame: asked.frame(frame),
        query: asked.query,
    };
    Ok(web::served(&at, &key, || web::html(page)))
}

/// One figure.
pub(super) async fn one(
    State(house): State<House>,
    at: At,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asked = AsOf::asked(&house, &at);
    if let Some(elsewhere) = asked.elsewhere(&at, &format!("/figures/{name}")) {
        return Ok(elsewhere);
    }
    let (key, numbers) = counted(&house, &at, &name, &asked).await?;
    let frame = Frame::new(&at, &numbers.title).describe(&format!("{}: {}", numbers.title, numbers.about));
    let frame = frame.linked(super::linked::figure(&at, &numbers, &asked.date(&house)));
    let path = format!("/figures/{}", numbers.figure.name());
    let file = |name: &str, last: &str| Link::new(name, at.to(&format!("{path}/{last}{}", asked.query)));
    let kind = numbers.figure.list().kind();
    let foot = asked
        .foot(&house, &at, (&numbers.title, &path))
        .changed(&at, changed::latest(&house, &[kind], asked.chosen)?)
        .files(vec![file("CSV", "table.csv"), file("SVG", "picture.svg")])
        .embed(&at, &format!("/embed{path}"), 600);
    let page = FiguresPage {
        date: asked.written(&house, &at.say),
        day: asked.field(),
        note: asked.note(&at.say),
        crumbs: vec![Link::new(at.say.t("register-figures"), at.to("/figures"))],
        figures: vec![numbers],
        alone: true,
        foot,
        frame: asked.frame(frame),
        query: asked.query,
    };
    Ok(web::served(&at, &key, || web::html(page)))
}

/// Its table.
pub(super) async fn table(
    State(house): State<House>,
    at: At,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asked = AsOf::of_file(&house, &at)?;
    if let Some(elsewhere) = asked.elsewhere(&at, &at.path) {
        return Ok(elsewhere);
    }
    let (key, numbers) = counted(&house, &at, &name, &asked).await?;
    let wrong = |error: csv::Error| Problem::broken(format!("a table could not be written: {error}"));
    let mut lines = csv::Writer::from_writer(Vec::new());
    let head = std::iter::once(&numbers.of).chain(numbers.heads.iter().map(|head| &head.text));
    lines.write_record(head.map(|words| rows::plain(words))).map_err(wrong)?;
    for line in &numbers.lines {
        let small = |n: usize| line.small.get(n).is_some_and(|small| *small && line.counts[n] == 0);
        let counts = line.counts.iter().enumerate();
        let counts = counts.map(|(n, count)| if small(n) { "<10".to_owned() } else { count.to_string() });
        lines.write_record(std::iter::once(rows::plain(&line.label.text)).chain(counts)).map_err(wrong)?;
    }
    let lines = lines.into_inner().map_err(|error| Problem::broken(error.to_string()))?;
    let name = format!("attachment; filename=\"{}-{}.csv\"", numbers.figure.name(), asked.date(&house));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok(web::served(&at, &key, || web::for_every_site((headers, lines))))
}

/// Its picture, drawn for the reader's language; it stands by itself, with its title, its date and its source.
pub(super) async fn picture(
    State(house): State<House>,
    at: At,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asked = AsOf::of_file(&house, &at)?;
    if let Some(elsewhere) = asked.elsewhere(&at, &at.path) {
        return Ok(elsewhere);
    }
    let (key, numbers) = counted(&house, &at, &name, &asked).await?;
    let text = drawn(&house, &at, numbers, &asked)?;
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ];
    Ok(web::served(&at, &key, || web::for_every_site((headers, text))))
}

/// The same as PNG, for slides.
pub(super) async fn picture_png(
    State(house): State<House>,
    at: At,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asked = AsOf::of_file(&house, &at)?;
    if let Some(elsewhere) = asked.elsewhere(&at, &at.path) {
        return Ok(elsewhere);
    }
    let (key, numbers) = counted(&house, &at, &name, &asked).await?;
    let picture = async {
        let svg = drawn(&house, &at, numbers, &asked)?;
        // What sets the direction of a page's text sets none in a drawing that becomes a picture.
        let png = web::drawing::png(svg.replacen("direction=\"rtl\"", "text-anchor=\"end\"", 1)).await?;
        Ok(web::for_every_site(([(header::CONTENT_TYPE, "image/png")], png)))
    };
    web::served_later(&at, &key, picture).await
}

/// A figure as a drawing that stands by itself.
fn drawn(house: &House, at: &At, numbers: Numbers, asked: &AsOf) -> Result<String, Problem> {
    let foot = format!(
        "{}{BESIDE}{}{BESIDE}{}{}",
        asked.written(house, &at.say),
        super::programme(at),
        at.kit.origin(),
        at.to(&format!("/figures/{}{}", numbers.figure.name(), asked.query)),
    );
    let picture = Picture::of(numbers, at, foot);
    picture.render().map_err(|error| Problem::broken(format!("a picture could not be drawn: {error}")))
}

async fn counted(house: &House, at: &At, name: &str, asked: &AsOf) -> Result<(String, Numbers), Problem> {
    let words = house.words();
    let figure = Figure::named(name).ok_or(Problem::NotFound)?;
    let numbers = figure.count(house, &words, &at.say, asked.chosen).await?.ok_or(Problem::NotFound)?;
    Ok((super::snapshot_key(house, &words), numbers))
}

/// The picture's measures, in pixels.
const WIDTH: u64 = 800;
const TOP: usize = 110;
const LINE: usize = 46;
/// Bars leave room for their number.
const ROOM: u64 = 80;

impl Picture {
    fn of(numbers: Numbers, at: &At, foot: String) -> Picture {
        let rtl = at.lang.dir() == "rtl";
        // Where nothing was counted a sentence stands in the place of the lines.
        let counted = if numbers.is_empty() { &[][..] } else { &numbers.lines[..] };
        let lines: Vec<Drawn> = counted
            .iter()
            .enumerate()
            .map(|(n, line)| {
                let texts = numbers.cells(line, &at.say);
                Drawn {
                    y: TOP + n * LINE,
                    label: line.label.text.clone(),
                    written: if numbers.is_matrix() { String::new() } else { texts.join(" + ") },
                    bars: bars(&numbers, line, texts, rtl),
                }
            })
            .collect();
        Picture {
            height: TOP + lines.len().max(1) * LINE + 50,
            lang: at.lang.code(),
            rtl,
            foot,
            lines,
            numbers,
        }
    }

    /// The word of the direction.
    fn dir(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }

    /// Where lines of text begin.
    fn edge(&self) -> u64 {
        if self.rtl { WIDTH - 20 } else { 20 }
    }

    /// What the shapes mean.
    fn legend(&self) -> String {
        let heads: Vec<&str> = self.numbers.heads.iter().map(|head| head.text.as_str()).collect();
        heads.join(if self.numbers.is_matrix() { " | " } else { " + " })
    }
}

fn bars(numbers: &Numbers, line: &super::figure::Line, texts: Vec<String>, rtl: bool) -> Vec<Bar> {
    let full = WIDTH - 40 - ROOM;
    let many = u64::try_from(numbers.heads.len()).unwrap_or(1).max(1);
    let widths = match numbers.is_matrix() {
        true => vec![full / many; line.counts.len()],
        false => numbers.widths(line).into_iter().map(|width| width * full / 1000).collect(),
    };
    let mut from = 20;
    let mut drawn = Vec::new();
    for (at, (width, text)) in widths.into_iter().zip(texts).enumerate() {
        let shade = match numbers.is_matrix() {
            true => numbers.shade(&line.counts[at]),
            false => {
                if at == 0 {
                    10
                } else {
                    4
                }
            }
        };
        let x = if rtl { WIDTH - from - width } else { from };
        drawn.push(Bar { x, width, shade, text: if numbers.is_matrix() { text } else { String::new() } });
        from += width;
    }
    drawn
}
