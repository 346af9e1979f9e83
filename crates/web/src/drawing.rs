//! Drawings: SVG that the house has written itself, made into a picture for whatever shows no SVG: shared links, slides.
//!
//! Text is set in one typeface that the binary carries, so that a picture is the same on every machine. It knows Latin,
//! Greek, Cyrillic and Arabic letters; [`writes`] says whether a text can be set.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use tokio::sync::Semaphore;

use crate::Problem;

/// The typeface's name in a drawing.
pub const TYPEFACE: &str = "Look Serif";
/// No side of a picture is longer, in pixels.
const LONGEST: f32 = 4_000.0;

/// Around what is written in one direction, whatever stands beside it. What draws text takes every line for one that runs
/// from left to right: only what is set apart in it runs otherwise.
const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const BY_ITS_LETTERS: char = '\u{2068}';
const END: char = '\u{2069}';

/// Pictures are drawn one at a time: each costs a processor some hundredths of a second, and pages come first.
static TURN: Semaphore = Semaphore::const_new(1);

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../typefaces/look-serif-600.ttf").to_vec());
    // A drawing that people also see as SVG names their own typefaces; here all of them are this one.
    fonts.set_sans_serif_family(TYPEFACE);
    fonts.set_serif_family(TYPEFACE);
    fonts.set_monospace_family(TYPEFACE);
    Arc::new(fonts)
});

/// Whether the typeface has every letter of a text. Marks of direction are no letters.
pub fn writes(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, ' '..='~' | '\u{a0}'..='\u{12b}' | '\u{12e}'..='\u{131}' | '\u{134}'..='\u{165}'
            | '\u{168}'..='\u{17f}' | '\u{1a0}' | '\u{1a1}' | '\u{1af}' | '\u{1b0}' | '\u{218}'..='\u{21b}'
            | '\u{386}'..='\u{38a}' | '\u{38c}' | '\u{38e}'..='\u{3a1}' | '\u{3a3}'..='\u{3ce}' | '\u{400}'..='\u{45f}' | '\u{490}' | '\u{491}' | '\u{60c}' | '\u{61b}' | '\u{61f}'
            | '\u{621}'..='\u{63a}' | '\u{640}'..='\u{652}' | '\u{660}'..='\u{66d}' | '\u{670}'..='\u{6d3}'
            | '\u{6f0}'..='\u{6f9}' | '\u{1ea0}'..='\u{1ef9}' | '\u{200e}' | '\u{200f}' | '\u{2013}' | '\u{2014}'
            | '\u{2018}'..='\u{201a}' | '\u{201c}'..='\u{201e}' | '\u{2022}' | '\u{2026}' | '\u{2066}'..='\u{2069}')
    })
}

/// A line that runs from right to left, whatever letters it begins with.
pub fn right_to_left(text: &str) -> String {
    format!("{RIGHT_TO_LEFT}{text}{END}")
}

/// A name or a few words in the direction of their own letters, whatever stands beside them.
pub fn apart(text: &str) -> String {
    format!("{BY_ITS_LETTERS}{}{END}", closed(text, &mut Vec::new()))
}

/// Each line of a title in the direction of the whole of it: a line may begin with a word of another script, and a title may
/// be in another language than the page. What is set apart within it stays so where it goes on in the next line.
pub fn directed(lines: &[String], page_rtl: bool) -> Vec<String> {
    let rtl = runs_right_to_left(&lines.join(" ")).unwrap_or(page_rtl);
    let mark = if rtl { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT };
    let mut open = Vec::new();
    lines.iter().map(|line| format!("{mark}{}{END}", closed(line, &mut open))).collect()
}

/// A piece of a text with every mark that is open where it begins, and none where it ends; which are open there is kept.
fn closed(piece: &str, open: &mut Vec<char>) -> String {
    let mut whole: String = open.iter().collect();
    for c in piece.chars() {
        match c {
            LEFT_TO_RIGHT | RIGHT_TO_LEFT | BY_ITS_LETTERS => open.push(c),
            // One that ends what never began would end what stands around.
            END if open.pop().is_none() => continue,
            _ => {}
        }
        whole.push(c);
    }
    whole.extend(open.iter().map(|_| END));
    whole
}

/// The direction of the first letter that has one, beside what is set apart.
fn runs_right_to_left(text: &str) -> Option<bool> {
    let mut depth = 0_usize;
    text.chars().find_map(|c| match c {
        LEFT_TO_RIGHT | RIGHT_TO_LEFT | BY_ITS_LETTERS => {
            depth += 1;
            None
        }
        END => {
            depth = depth.saturating_sub(1);
            None
        }
        _ if depth > 0 => None,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Some(true),
        c if c.is_alphabetic() => Some(false),
        _ => None,
    })
}

/// A drawing as PNG, in the size it names. It has its own thread, and waits for its turn.
pub async fn png(svg: String) -> Result<Vec<u8>, Problem> {
    let _turn = TURN.acquire().await.map_err(|closed| Problem::broken(closed.to_string()))?;
    let drawn = tokio::task::spawn_blocking(move || draw(&svg)).await;
    drawn
        .map_err(|ended| Problem::broken(format!("a drawing's thread ended: {ended}")))?
        .map_err(Problem::broken)
}

fn draw(svg: &str) -> Result<Vec<u8>, String> {
    let options = Options { fontdb: FONTS.clone(), font_family: TYPEFACE.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| format!("a drawing cannot be read: {error}"))?;
    let (width, height) = (tree.size().width().min(LONGEST), tree.size().height().min(LONGEST));
    let mut picture =
        Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or("a drawing has no size")?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().map_err(|error| format!("a picture cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of a line as they are set: where each stands, which glyph it is, and of what it is one.
    fn set(line: &str) -> Vec<(f32, u32, String)> {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='60'><text y='40' font-family='{TYPEFACE}'>{line}</text></svg>"
        );
        let options =
            Options { fontdb: FONTS.clone(), font_family: TYPEFACE.to_owned(), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).unwrap();
        let mut glyphs = Vec::new();
        for node in tree.root().children() {
            if let resvg::usvg::Node::Text(text) = node {
                let set = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                glyphs
                    .extend(set.map(|glyph| (glyph.outline_transform().tx, glyph.id.0, glyph.text.clone())));
            }
        }
        glyphs
    }

    /// Every letter that is promised is in the typeface.
    #[test]
    fn the_typeface_has_what_it_promises() {
        for c in (' '..='\u{2069}').filter(|c| writes(&c.to_string()) && c.is_alphanumeric()) {
            let glyphs = set(&c.to_string());
            assert!(
                !glyphs.is_empty() && glyphs.iter().all(|(_, id, _)| *id > 0),
                "U+{:04X} {c}: {glyphs:?}",
                c as u32
            );
        }
    }

    #[test]
    fn each_line_of_a_title_runs_in_the_direction_of_the_whole() {
        let titled =
            |lines: &[&str]| directed(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>(), true);
        let lines = titled(&["مشروع النساء", "ICMPD, MC2CM (2024)"]);
        assert_eq!(lines, ["\u{2067}مشروع النساء\u{2069}", "\u{2067}ICMPD, MC2CM (2024)\u{2069}"]);
        let lines = titled(&["24: Open doors", "in تونس."]);
        assert_eq!(lines, ["\u{2066}24: Open doors\u{2069}", "\u{2066}in تونس.\u{2069}"]);
        assert_eq!(titled(&["2024"]), ["\u{2067}2024\u{2069}"]);
        // A name that is set apart and goes on in the next line.
        let lines = titled(&["\u{2068}Greater", "Valley\u{2069} عمل (2022)"]);
        assert_eq!(
            lines,
            ["\u{2067}\u{2068}Greater\u{2069}\u{2069}", "\u{2067}\u{2068}Valley\u{2069} عمل (2022)\u{2069}"]
        );
    }

    /// The letters of a line as they stand from left to right.
    fn stands(line: &str) -> String {
        let mut glyphs = set(line);
        glyphs.sort_by(|one, other| one.0.total_cmp(&other.0));
        let letters = glyphs.into_iter().map(|(_, _, text)| text);
        letters.filter(|text| text.chars().any(char::is_alphanumeric)).collect()
    }

    #[test]
    fn names_and_numbers_stand_where_a_reader_of_the_line_looks_for_them() {
        let line = |text: &str| directed(&[text.to_owned()], true).remove(0);
        let action = line("عمل \u{2068}Casablanca\u{2069} (2022)");
        assert!(stands(&action).starts_with("2022Casablanca"), "{}", stands(&action));
        let places = right_to_left(&format!("{} · {}", apart("Sfax 2"), apart("تونس")));
        assert!(stands(&places).ends_with("Sfax2"), "{}", stands(&places));
        let places = format!("{} · {}", apart("تونس"), apart("سوسة"));
        assert!(
            stands(&places).ends_with(&stands(&apart("سوسة"))),
            "the first stands first in a French line"
        );
    }

    #[test]
    fn text_is_set_whatever_typefaces_a_drawing_names_for_people() {
        let bare = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'></svg>";
        let names = "system-ui, 'Segoe UI', sans-serif";
        let said = format!("<text x='2' y='20' font-family=\"{names}\">Gao</text></svg>");
        assert_ne!(draw(&bare.replace("</svg>", &said)).unwrap(), draw(bare).unwrap());
    }

    #[test]
    fn a_drawing_becomes_a_picture_and_nonsense_a_sentence() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='#a8432a'/></svg>";
        let png = draw(svg).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        assert!(draw("no drawing").unwrap_err().contains("cannot be read"));
    }
}
