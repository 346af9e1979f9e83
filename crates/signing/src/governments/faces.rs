//! Those who signed for a government and those who govern it now, as the world sees them: each named with their consent.
//! Another room hands them in with what it [`super::Adds`].

use serde::{Deserialize, Serialize};
use vocabulary::{Arg, BESIDE, FileId, LanguageMap, PartialDate, Say};
use web::At;

/// Somebody who governs, or who signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// Why they are named.
    pub part: FacePart,
    /// The name, as they write it.
    pub name: String,
    /// A title or form of address, if any.
    pub title: Option<String>,
    /// The function.
    pub function: String,
    /// Since when; of somebody who signed, when that was.
    pub since: Option<PartialDate>,
    /// Until when; nothing while it lasts.
    pub until: Option<PartialDate>,
    /// A portrait: the file, what it shows, whose picture it is.
    pub portrait: Option<(FileId, String, String)>,
    /// A sentence or two of theirs.
    pub quote: Option<LanguageMap>,
}

/// Why somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacePart {
    /// They govern.
    Governs,
    /// They signed.
    Signed,
}

/// The same in words, for a page.
#[derive(Clone, Debug, Default)]
pub struct FaceShown {
    /// Whether they govern; otherwise they signed.
    pub governs: bool,
    /// The title and the name.
    pub name: String,
    /// The function and the term.
    pub about: String,
    /// The address of the portrait, what it shows, whose picture it is.
    pub portrait: Option<(String, String, String)>,
    /// The quotation with its language and direction.
    pub quote: Option<(String, String, &'static str)>,
}

/// A function with its term, in words.
pub fn term(say: &Say, function: &str, since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    let args = |date: PartialDate| [("date", Arg::from(say.partial(&date)))];
    let since = since.map(|date| say.with("governments-face-since", &args(date)));
    let until = until.map(|date| say.with("governments-face-until", &args(date)));
    [Some(isolated(function)), since, until].into_iter().flatten().collect::<Vec<_>>().join(BESIDE)
}

/// A text that somebody wrote, for a line that goes in the reader's own direction.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Those whom the public record of a government names.
pub fn faces_of(at: &At, body: &serde_json::Value) -> Vec<FaceShown> {
    let faces: Vec<Face> =
        body.get("faces").and_then(|faces| serde_json::from_value(faces.clone()).ok()).unwrap_or_default();
    faces.iter().map(|face| shown(at, face)).collect()
}

/// Somebody in words, for a page.
pub(super) fn shown(at: &At, face: &Face) -> FaceShown {
    let say = &at.say;
    let about = match face.part {
        FacePart::Governs => term(say, &face.function, face.since, face.until),
        FacePart::Signed => {
            let on = face
                .since
                .map(|date| say.with("governments-face-signed", &[("date", Arg::from(say.partial(&date)))]));
            [Some(isolated(&face.function)), on].into_iter().flatten().collect::<Vec<_>>().join(BESIDE)
        }
    };
    FaceShown {
        governs: face.part == FacePart::Governs,
        name: match &face.title {
            Some(title) => format!("{title} {}", face.name),
            None => face.name.clone(),
        },
        about,
        portrait: face
            .portrait
            .as_ref()
            .map(|(file, alt, credit)| (at.to(&format!("/portraits/{file}")), alt.clone(), credit.clone())),
        quote: face
            .quote
            .as_ref()
            .and_then(|quote| quote.pick(at.lang))
            .map(|picked| (picked.text.to_owned(), picked.tag.to_string(), picked.tag.dir())),
    }
}
