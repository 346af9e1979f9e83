//! Words fitted into a picture for shared links: how large a title is set, what stands on a line, and where it is cut.

use crate::drawing::apart;

/// The typeface is wide: so many pixels a line of a title may take, and so many lines.
const WIDTH: f32 = 1_040.0;
const LINES: usize = 3;
/// The sizes of a title: the largest in which it fits.
const SIZES: [usize; 3] = [66, 54, 46];

/// Parts on one line, as many as it holds, each in its own direction.
pub fn joined(parts: &[&str], size: usize) -> String {
    let mut line = String::new();
    for part in parts {
        let between = if line.is_empty() { "" } else { " · " };
        let room = WIDTH - width(&line, size) - width(between, size);
        let first = line.is_empty();
        if width(part, size) <= room || first || room > WIDTH / 4.0 {
            line = format!("{line}{between}{}", apart(&cut(part, size, room)));
        }
    }
    line
}

/// Words that belong together, such as the signs of a record, on as many lines as they need: a part that does not fit beside
/// the others begins a line of its own, one that is too long for a line goes on in the next, and only what the last of so
/// many cannot hold is left out, with "…".
pub fn on_lines(parts: &[&str], size: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} · {part}"), size) <= WIDTH => {
                line.push_str(" · ");
                line.push_str(part);
            }
            _ => lines.extend(wrapped(part, size)),
        }
    }
    if lines.len() <= most {
        return lines;
    }
    let mut lines = wrapped(&parts.join(" · "), size);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(cut(&rest, size, WIDTH));
    }
    // From one line to the next nothing else parts them.
    lines.iter().map(|line| line.trim_matches(['·', ' ']).to_owned()).collect()
}

/// How high so many lines of a size are, one under the other, in pixels.
pub fn height(lines: usize, size: usize) -> usize {
    lines * size * 5 / 4
}

/// A title in the largest size in which it fits into a height, cut where it fits in none.
pub fn fitted(title: &str, most: usize) -> (usize, Vec<String>) {
    for size in SIZES {
        let lines = wrapped(title, size);
        if lines.len() <= LINES && height(lines.len(), size) <= most {
            return (size, lines);
        }
    }
    let size = SIZES[SIZES.len() - 1];
    let lines = wrapped(title, size);
    let mut kept: Vec<String> = lines[..LINES - 1].to_vec();
    kept.push(cut(&lines[LINES - 1..].join(" "), size, WIDTH));
    (size, kept)
}

fn wrapped(text: &str, size: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + width(" ", size) <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, size, WIDTH)),
        }
    }
    lines
}

/// A text on one line of a width, with "…" where something is left out.
pub fn cut(text: &str, size: usize, most: f32) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if width(&kept, size) + width("……", size) > most {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// About how wide a text is, in pixels: the typeface's usual widths, a little more than less.
pub fn width(text: &str, size: usize) -> f32 {
    let em = |c: char| match c {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '·' => 0.30,
        'f' | 'r' | 's' | 't' | '-' | '(' | ')' => 0.43,
        'm' | 'M' | 'w' | 'W' | '…' | '—' => 0.92,
        '\u{600}'..='\u{6ff}' => 0.50,
        c if c.is_uppercase() => 0.70,
        '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{300}'..='\u{36f}' => 0.0,
        _ => 0.58,
    };
    text.chars().map(em).sum::<f32>() * size as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_line_are_set_apart_and_none_is_torn() {
        let one = |part: &str| format!("\u{2068}{part}\u{2069}");
        let line = ["قرطاج", "سوسة", "Tunisie"];
        assert_eq!(joined(&line, 34), line.map(one).join(" · "));
        let long = "Municipality of the \u{2068}Greater Valley\u{2069} ".repeat(4);
        let line = joined(&[&long, "Kenya"], 34);
        assert!(width(&line, 34) <= WIDTH, "{line}");
        assert_eq!(
            line.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count(),
            line.matches('\u{2069}').count(),
            "{line}"
        );
        assert_eq!(joined(&["a\u{2069}b"], 34), one("ab"));
    }

    #[test]
    fn a_long_sign_goes_on_in_the_next_line_and_leaves_no_other_out() {
        let long = "au registre d’après une source publique, non confirmée par le gouvernement";
        let lines = on_lines(&[long, "en cours"], 34, 2);
        let first = "au registre d’après une source publique, non confirmée par le";
        assert_eq!(lines, [first, "gouvernement · en cours"]);
        assert_eq!(on_lines(&["vérifiée", "en cours"], 34, 2), ["vérifiée · en cours"]);
        let sent = "envoyée par le gouvernement, vérifiée par le secrétariat";
        assert_eq!(on_lines(&[sent, "en cours"], 34, 2), [sent, "en cours"], "a short sign is not torn");
        let more = on_lines(&[long, long], 34, 2);
        assert!(more.len() == 2 && more[1].ends_with('…') && width(&more[1], 34) <= WIDTH, "{more:?}");
        assert!(on_lines(&[], 34, 2).is_empty());
    }

    #[test]
    fn a_title_leaves_room_for_what_stands_under_it() {
        let title = "A house for migrant women and children of the valley and all its neighbours";
        let (size, lines) = fitted(title, 254);
        assert_eq!((size, lines.len()), (66, 3), "{lines:?}");
        let (size, lines) = fitted(title, 204);
        assert!(size < 66 && height(lines.len(), size) <= 204, "{size} {lines:?}");
    }

    #[test]
    fn a_title_is_set_as_large_as_it_fits_and_never_beyond_its_lines() {
        assert_eq!(fitted("A house", 300), (66, vec!["A house".to_owned()]));
        let (size, lines) = fitted(&"A house for migrant women and their children ".repeat(2), 300);
        assert_eq!((size, lines.len()), (54, 3), "{lines:?}");
        let (size, lines) = fitted(&"A house for migrant women and their children ".repeat(9), 300);
        assert_eq!((size, lines.len()), (46, 3));
        assert!(lines[2].ends_with('…'), "{lines:?}");
        let (_, lines) = fitted(&"x".repeat(500), 300);
        assert_eq!(lines.len(), 1);
        assert!(lines.iter().all(|line| width(line, 66) <= WIDTH));
    }
}
