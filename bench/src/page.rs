//! A page as a browser got it, and the forms that stand on it: read as plainly as our own templates are written.

use http::{HeaderMap, Method, header};

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    /// What was asked for.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The page itself.
    pub text: String,
    /// The same as it came over the wire.
    #[expect(dead_code, reason = "the stories' browser gives it to their pages")]
    pub bytes: Vec<u8>,
}

/// A form of a page, filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    action: String,
    fields: Vec<(String, String)>,
    /// Every box and choice by its value, and its name.
    choices: Vec<(String, String)>,
}

impl Page {
    /// Where the answer sends the browser, if it does.
    pub fn leads_to(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION).filter(|_| (300..400).contains(&self.status))?;
        to.to_str().ok().map(str::to_owned)
    }

    /// The path that was asked for, without its query.
    pub fn at(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// What the page says in its title and its summary of errors, for whoever must mend the bench.
    pub fn words(&self) -> String {
        let within = |from: &str, to: &str| {
            let rest = self.text.split_once(from).map_or("", |(_, rest)| rest);
            rest.split_once(to).map_or("", |(inside, _)| inside).to_owned()
        };
        format!("{} {}", within("<title>", "</title>"), within("id=\"errors\"", "</ul>"))
    }

    /// The form with this action, as it stands on the page; an empty one where there is none.
    pub fn form(&self, action: &str) -> Filled {
        let mut form = Filled { action: action.to_owned(), fields: Vec::new(), choices: Vec::new() };
        let mut rest = self.text.as_str();
        while let Some((_, begun)) = rest.split_once("<form") {
            let (inside, after) = begun.split_once("</form>").unwrap_or((begun, ""));
            if Tag::first(inside).value("action").as_deref() == Some(action) {
                form.read(inside);
                break;
            }
            rest = after;
        }
        form
    }
}

impl Filled {
    fn read(&mut self, inside: &str) {
        let mut chosen_among = String::new();
        for begun in inside.split('<') {
            let tag = Tag::first(begun);
            let (name, value) =
                (tag.value("name").unwrap_or_default(), tag.value("value").unwrap_or_default());
            let text = begun.split_once('>').map_or("", |(_, text)| text);
            match (tag.kind(), tag.value("type").as_deref()) {
                ("input", Some("checkbox" | "radio")) => {
                    if tag.has("checked") {
                        self.fields.push((name.clone(), value.clone()));
                    }
                    self.choices.push((value, name));
                }
                ("input", Some("submit" | "file")) => {}
                ("input", _) if !name.is_empty() => self.fields.push((name, value)),
                ("textarea", _) => self.fields.push((name, unescaped(text.trim_start_matches('\n')))),
                ("select", _) => chosen_among = name,
                ("option", _) => {
                    if tag.has("selected") {
                        self.fields.push((chosen_among.clone(), value.clone()));
                    }
                    self.choices.push((value, chosen_among.clone()));
                }
                _ => {}
            }
        }
    }

    /// Types into a field, or chooses among its values.
    pub fn set(mut self, field: &str, value: &str) -> Filled {
        self.fields.retain(|(name, _)| name != field);
        self.fields.push((field.to_owned(), value.to_owned()));
        self
    }

    /// Ticks a box by its value.
    pub fn tick(mut self, value: &str) -> Filled {
        if let Some((value, name)) = self.choices.iter().find(|(one, _)| one == value).cloned() {
            self.fields.push((name, value));
        }
        self
    }

    /// Method, action, fields.
    pub fn into_parts(self) -> (Method, String, Vec<(String, String)>) {
        (Method::POST, self.action, self.fields)
    }
}

/// A tag from its name to its end.
struct Tag<'a>(&'a str);

impl<'a> Tag<'a> {
    fn first(text: &'a str) -> Tag<'a> {
        let mut quoted = false;
        let end = text.find(|letter: char| {
            quoted ^= letter == '"';
            letter == '>' && !quoted
        });
        Tag(&text[..end.unwrap_or(text.len())])
    }

    fn kind(&self) -> &'a str {
        self.0.split(|letter: char| letter.is_whitespace() || letter == '/').next().unwrap_or_default()
    }

    fn value(&self, name: &str) -> Option<String> {
        let sought = format!("{name}=\"");
        let at = self
            .0
            .match_indices(&sought)
            .map(|(at, _)| at)
            .find(|at| self.0[..*at].ends_with(|letter: char| letter.is_whitespace()))?;
        self.0[at + sought.len()..].split_once('"').map(|(value, _)| unescaped(value))
    }

    fn has(&self, word: &str) -> bool {
        self.0.split_whitespace().any(|one| one == word || one.starts_with(&format!("{word}=")))
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = text.to_owned();
    for (written, meant) in [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")]
    {
        plain = plain.replace(written, meant);
    }
    for (written, meant) in [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    {
        plain = plain.replace(written, meant);
    }
    plain
}
