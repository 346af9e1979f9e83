//! Text that mail programs must not turn into a link.

/// An invisible break: nothing is seen, but what stood together is no address any more.
const BREAK: char = '\u{200b}';

/// Makes a text harmless: every dot, `@`, colon and slash that could hold an address together is followed by an
/// invisible break, and marks that turn the direction of reading are taken out. No mail program then makes a link of
/// what a person typed, and what is read is what was written.
pub fn defuse(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().filter(|c| !misleads(*c)).peekable();
    while let Some(c) = characters.next() {
        safe.push(c);
        let goes_on = characters.peek().is_some_and(|next| !next.is_whitespace());
        if joins_an_address(c) && goes_on {
            safe.push(BREAK);
        }
    }
    safe
}

/// A text on one line: breaks and other control characters become spaces. Subjects are made so.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !misleads(*c)).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joins_an_address(c: char) -> bool {
    // The wide and ideographic forms are read as their plain ones by browsers.
    matches!(
        c,
        '.' | '@'
            | ':'
            | '/'
            | '\\'
            | '\u{3002}'
            | '\u{ff0e}'
            | '\u{ff61}'
            | '\u{ff20}'
            | '\u{ff0f}'
            | '\u{ff1a}'
    )
}

fn misleads(c: char) -> bool {
    let overrides_direction = matches!(c, '\u{202a}'..='\u{202e}');
    let control = c.is_control() && c != '\n';
    overrides_direction || control
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_fall_apart_and_sentences_stay() {
        assert_eq!(
            defuse("See https://evil.example/x or mail a@evil.example. Thanks."),
            "See https:\u{200b}/\u{200b}/\u{200b}evil.\u{200b}example/\u{200b}x or mail a@\u{200b}evil.\u{200b}example. Thanks."
        );
        assert_eq!(defuse("Nothing to do here."), "Nothing to do here.");
        assert_eq!(defuse("a\u{202e}moc.live\r\nb"), "amoc.\u{200b}live\nb");
    }

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(one_line("[Local Action] Sent\r\nBcc: x"), "[Local Action] Sent Bcc: x");
    }
}
