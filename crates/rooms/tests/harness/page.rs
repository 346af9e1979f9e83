//! A page as a browser got it, and the forms that stand on it.

use http::{HeaderMap, Method, header};
use scraper::{ElementRef, Html, Selector};

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
    /// The same as it was sent: a file need not be a text.
    pub bytes: Vec<u8>,
}

/// A form of a page, filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    method: Method,
    action: String,
    fields: Vec<(String, String)>,
    /// Every control with its name, value and label: what can be typed or chosen.
    controls: Vec<Control>,
}

#[derive(Clone, Debug)]
struct Control {
    name: String,
    value: String,
    label: String,
    chosen_among: bool,
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    let plain = text.replace(['\u{2068}', '\u{2069}'], "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// Where the answer sends the browser, if it does.
    pub fn leads_to(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION).filter(|_| (300..400).contains(&self.status))?;
        Some(to.to_str().unwrap().to_owned())
    }

    /// The path that was asked for, without its query.
    pub fn at(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// The first heading.
    pub fn heading(&self) -> String {
        self.all("h1").into_iter().next().unwrap_or_default()
    }

    /// The words of every element that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.text).select(&select(selector)).map(words).collect()
    }

    /// The words of the whole page.
    pub fn words(&self) -> String {
        self.all("body").join(" ")
    }

    /// Whether the page says this.
    pub fn says(&self, what: &str) -> bool {
        self.words().contains(what)
    }

    /// The lines of the summary of errors.
    pub fn errors(&self) -> Vec<String> {
        self.all("#errors li")
    }

    /// The addresses of every link that a selector finds.
    pub fn links(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text);
        html.select(&select(selector))
            .filter_map(|link| link.value().attr("href").map(str::to_owned))
            .collect()
    }

    /// The addresses of every picture.
    pub fn sources(&self) -> Vec<String> {
        let html = Html::parse_document(&self.text);
        html.select(&select("img")).filter_map(|img| img.value().attr("src").map(str::to_owned)).collect()
    }

    /// The form with this action, as it stands on the page; the first where there are several.
    pub fn form(&self, action: &str) -> Filled {
        self.forms(action).into_iter().next().unwrap_or_else(|| {
            panic!(
                "{} (status {}) has no form that goes to {action}:\n{}",
                self.path,
                self.status,
                self.words()
            )
        })
    }

    /// Every form with this action.
    pub fn forms(&self, action: &str) -> Vec<Filled> {
        let html = Html::parse_document(&self.text);
        let every = select("form");
        let forms = html.select(&every);
        forms.filter(|form| goes_to(form) == action).map(|form| filled(&html, form)).collect()
    }
}

fn filled(html: &Html, form: ElementRef<'_>) -> Filled {
    let method = match form.value().attr("method") {
        Some("post") => Method::POST,
        _ => Method::GET,
    };
    let action = goes_to(&form).to_owned();
    let (mut fields, mut controls) = (Vec::new(), Vec::new());
    for element in form.select(&select("input, textarea, select")) {
        let Some(name) = element.value().attr("name") else { continue };
        let kind = element.value().attr("type").unwrap_or("text");
        let label = label_of(html, element);
        let mut offer = |value: &str, label: &str, chosen_among: bool, chosen: bool| {
            let (name, value) = (name.to_owned(), value.to_owned());
            if chosen {
                fields.push((name.clone(), value.clone()));
            }
            controls.push(Control { name, value, label: label.to_owned(), chosen_among });
        };
        match (element.value().name(), kind) {
            ("textarea", _) => {
                let text: String = element.text().collect();
                offer(text.strip_prefix('\n').unwrap_or(&text), &label, false, true);
            }
            ("select", _) => {
                for option in element.select(&select("option")) {
                    let value = option.value().attr("value").map_or_else(|| words(option), str::to_owned);
                    offer(&value, &words(option), true, option.value().attr("selected").is_some());
                }
            }
            (_, "checkbox" | "radio") => {
                let value = element.value().attr("value").unwrap_or("on");
                offer(value, &label, true, element.value().attr("checked").is_some());
            }
            (_, "submit" | "button" | "file") => {}
            _ => offer(element.value().attr("value").unwrap_or_default(), &label, false, true),
        }
    }
    Filled { method, action, fields, controls }
}

fn label_of(html: &Html, element: ElementRef<'_>) -> String {
    let own = element.value().attr("aria-label").map(str::to_owned);
    let by_id = element.value().attr("id").and_then(|id| {
        let labels = select("label");
        html.select(&labels).find(|label| label.value().attr("for") == Some(id)).map(words)
    });
    own.or(by_id).unwrap_or_default()
}

impl Filled {
    /// Types into a field, by its name or its label; for a choice, chooses the one with this value or label.
    pub fn set(mut self, field: &str, value: &str) -> Filled {
        if let Some(name) = self.text_field(field) {
            self.fields.retain(|(n, _)| *n != name);
            self.fields.push((name, value.to_owned()));
            return self;
        }
        let chosen = self
            .controls
            .iter()
            .find(|c| c.chosen_among && c.name == field && (c.value == value || c.label == value));
        let Some(chosen) = chosen.cloned() else {
            panic!("{} has no field “{field}” that takes “{value}”", self.action)
        };
        self.fields.retain(|(n, _)| *n != chosen.name);
        self.fields.push((chosen.name, chosen.value));
        self
    }

    /// Ticks a box or chooses among several, by label or value.
    pub fn tick(mut self, label: &str) -> Filled {
        let found = self.controls.iter().find(|c| c.chosen_among && (c.label == label || c.value == label));
        let Some(found) = found.cloned() else {
            panic!("{} has nothing to tick called “{label}”", self.action)
        };
        self.fields.push((found.name, found.value));
        self
    }

    /// Presses a certain button, which posts its name and value.
    pub fn press(mut self, name: &str, value: &str) -> Filled {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The names of its fields.
    pub fn names(&self) -> Vec<String> {
        self.controls.iter().map(|control| control.name.clone()).collect()
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn into_parts(self) -> (Method, String, Vec<(String, String)>) {
        (self.method, self.action, self.fields)
    }

    fn text_field(&self, field: &str) -> Option<String> {
        let typed = self.controls.iter().filter(|c| !c.chosen_among);
        typed
            .clone()
            .find(|c| c.name == field || c.label == field || c.label.starts_with(&format!("{field} ")))
            .map(|c| c.name.clone())
    }
}

/// Where a form sends what was typed; the part of the page to go on at is the browser's own.
fn goes_to<'a>(form: &scraper::ElementRef<'a>) -> &'a str {
    form.value().attr("action").unwrap_or_default().split('#').next().unwrap_or_default()
}
