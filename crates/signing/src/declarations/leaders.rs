//! The pages on which a government says who governs: a list, and a form for each.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::files::Incoming;
use store::{Files, Subject};
use vocabulary::{FileId, Lang, LanguageMap, Tag, Uuid};
use web::{
    At, Choices, Date3, DateParts, ErrorLine, Errors, Field, FileField, Form, Frame, Pairs, Problem, Tone,
    Upload,
};

use super::leader::{Leader, Portrait};
use super::may;
use super::name_leaders::{LeaderRefused, name, take_off};
use super::records::leaders;
use super::shown::Done;
use super::signature::Consent;
use crate::governments::{self, Government};
use crate::house::House;
use crate::people::SignedIn;

/// The longest name, function, alternative text and credit, in characters.
const MOST: usize = 160;
/// The longest quotation.
const QUOTE_MOST: usize = 500;

/// One who is named, in the list.
struct Row {
    name: String,
    about: String,
    href: String,
    remove: String,
}

#[derive(Template)]
#[template(path = "declarations/pages/leaders.html")]
struct LeadersPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    rows: Vec<Row>,
    editing: bool,
    heading: String,
    action: String,
    back: String,
    name: Field,
    title: Field,
    function: Field,
    since: Date3,
    until: Date3,
    quote: Field,
    language: Choices,
    portrait: FileField,
    has_portrait: bool,
    alt: Field,
    credit: Field,
    consent: Choices,
}

/// The government whose leaders are named, by somebody who may.
async fn government(house: &House, who: &SignedIn, reference: &str) -> Result<Government, Problem> {
    let conn = house.store.read();
    let named = governments::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let government = governments::canonical_of(conn, named.id).await?.ok_or(Problem::NotFound)?;
    let mandate = governments::standing(conn, who.person, government.id, house.now()).await?;
    may::name_leaders(&who.acting(), mandate.as_ref())
        .map_err(|refused| Problem::Forbidden(refused.key()))?;
    Ok(government)
}

/// What a page of the form is about.
struct Matter<'a> {
    house: &'a House,
    at: &'a At,
    who: &'a SignedIn,
    government: Government,
    /// Who is changed; nobody where somebody is added.
    one: Option<Leader>,
}

impl Matter<'_> {
    fn path(&self) -> String {
        format!("/my/governments/{}/leaders", self.government.reference)
    }

    async fn rows(&self) -> Result<Vec<Row>, Problem> {
        let all = leaders::of_government(self.house.store.read(), self.government.id).await?;
        let say = &self.at.say;
        Ok(all
            .iter()
            .map(|one| Row {
                name: one.name.clone(),
                about: governments::term(say, &one.function, one.since, one.until),
                href: self.at.to(&format!("{}/{}", self.path(), one.id)),
                remove: self.at.to(&format!("{}/{}/remove", self.path(), one.id)),
            })
            .collect())
    }

    async fn draw(&self, errors: &Errors, pairs: &Pairs, done: &str) -> Result<Response, Problem> {
        let say = &self.at.say;
        let form = Form::new(say, errors, pairs);
        let frame = self.who.frame(self.at, "declarations-leaders-title").here("my").errors(errors);
        let frame = match done {
            "named" => frame.notice(Tone::Done, say.t("declarations-leaders-done-named")),
            "removed" => frame.notice(Tone::Done, say.t("declarations-leaders-done-removed")),
            _ => frame,
        };
        let args = [("government", vocabulary::Arg::from(self.government.profile.called(say.lang)))];
        let (heading, path) = match &self.one {
            Some(one) => ("declarations-leaders-change", format!("{}/{}", self.path(), one.id)),
            None => ("declarations-leaders-add", self.path()),
        };
        let field = |name: &str, label: &str| form.text(name, label).max(MOST);
        let agree = [("yes", say.t("declarations-leaders-consent-yes"))];
        Ok(web::html(LeadersPage {
            frame,
            errors: errors.summary(say),
            lead: say.with("declarations-leaders-lead", &args),
            rows: if self.one.is_some() { Vec::new() } else { self.rows().await? },
            editing: self.one.is_some(),
            heading: say.t(heading),
            action: self.at.to(&path),
            back: self.at.to(&self.path()),
            name: field("name", "declarations-leaders-name").hint(say.t("declarations-sign-name-hint")),
            title: field("title", "declarations-sign-form-of-address").optional(),
            function: field("function", "declarations-leaders-function"),
            since: form.date("since", "declarations-leaders-since").optional(),
            until: form.date("until", "declarations-leaders-until").optional(),
            quote: form.area("quote", "declarations-leaders-quote").max(QUOTE_MOST).optional(),
            language: form.languages("language", "declarations-leaders-language").optional(),
            portrait: FileField {
                accept: "image/jpeg,image/png",
                hint: say.t("declarations-leaders-portrait-hint"),
                ..form.file("portrait", "declarations-leaders-portrait").optional()
            },
            has_portrait: self.one.as_ref().is_some_and(|one| one.portrait.is_some()),
            alt: field("alt", "declarations-leaders-alt")
                .hint(say.t("declarations-leaders-alt-hint"))
                .optional(),
            credit: field("credit", "declarations-leaders-credit").optional(),
            consent: form.choices("consent", "declarations-leaders-consent", agree),
        }))
    }

    /// Reads the form; a portrait that is new comes as a file that is still to be kept.
    async fn read(&self, upload: &Upload, errors: &mut Errors) -> Option<(Leader, Option<web::Accepted>)> {
        let pairs = &upload.pairs;
        let name = errors.want("name", pairs.text("name"), "declarations-error-leader-name").to_owned();
        let function =
            errors.want("function", pairs.text("function"), "declarations-error-leader-function").to_owned();
        for field in ["name", "title", "function", "alt", "credit"] {
            errors.at_most(field, pairs.text(field), MOST);
        }
        errors.at_most("quote", pairs.text("quote"), QUOTE_MOST);
        let since = DateParts::of(pairs, "since").check("since", errors);
        let until = DateParts::of(pairs, "until").check("until", errors);
        let sent = self.portrait(upload, errors).await;
        let before = self.one.as_ref().and_then(|one| one.portrait.clone());
        let portrait = match (&sent, before) {
            (Some(_), _) => Some(FileId::from(Uuid::nil())),
            (None, Some(before)) => Some(before.file).filter(|_| !pairs.has("remove-portrait", "yes")),
            (None, None) => None,
        };
        let portrait = portrait.map(|file| Portrait {
            file,
            alt: errors.want("alt", pairs.text("alt"), "declarations-error-alt").to_owned(),
            credit: errors.want("credit", pairs.text("credit"), "declarations-error-credit").to_owned(),
        });
        if !pairs.has("consent", "yes") {
            errors.add("consent", "declarations-error-leader-consent");
        }
        let optional = |field: &str| Some(pairs.text(field)).filter(|t| !t.is_empty()).map(str::to_owned);
        let language = Lang::parse(pairs.text("language")).unwrap_or(self.at.lang);
        let now = self.house.now();
        let leader = Leader {
            id: self.one.as_ref().map_or_else(Uuid::nil, |one| one.id),
            government: self.one.as_ref().map_or(self.government.id, |one| one.government),
            name,
            title: optional("title"),
            function,
            since,
            until,
            portrait,
            quote: optional("quote").map(|text| self.quoted(Tag::from(language), &text)),
            consent: Consent::given(self.at.lang, now),
            changed: now,
        };
        errors.is_empty().then_some((leader, sent))
    }

    /// The quotation in the language it was typed in; what is there in other languages stays.
    fn quoted(&self, tag: Tag, text: &str) -> LanguageMap {
        match self.one.as_ref().and_then(|one| one.quote.clone()) {
            Some(mut known) if *known.original_tag() == tag => {
                known.set_original(text);
                known
            }
            Some(mut known) => {
                known.translate(tag, text, vocabulary::Origin::Human);
                known
            }
            None => LanguageMap::original(tag, text),
        }
    }

    async fn portrait(&self, upload: &Upload, errors: &mut Errors) -> Option<web::Accepted> {
        upload.tell_broken(errors);
        let sent = upload.file("portrait")?;
        match web::accept(sent).await {
            Ok(accepted) if accepted.pixels.is_some() => Some(accepted),
            Ok(_) => {
                errors.add("portrait", "declarations-error-portrait");
                None
            }
            Err(refused) => {
                refused.tell(errors, sent);
                None
            }
        }
    }

    async fn save(&self, upload: Upload) -> Result<Response, Problem> {
        let mut errors = Errors::new();
        let Some((mut leader, sent)) = self.read(&upload, &mut errors).await else {
            return Ok(web::again(self.draw(&errors, &upload.pairs, "").await?));
        };
        let tx = self.house.act().await?;
        if leader.id.is_nil() {
            leader.id = tx.new_id();
        }
        if let (Some(accepted), Some(portrait)) = (sent, leader.portrait.as_mut()) {
            let file = Incoming {
                bytes: &accepted.bytes,
                mime: accepted.kind.mime(),
                name: &accepted.name,
                owner: Subject::new("leader", leader.id),
            };
            portrait.file = Files::new(&self.house.folder).put(&tx, file).await?;
        }
        match name(self.house, &tx, &self.who.acting(), &leader).await {
            Ok(position) => {
                let on = self.at.see(&format!("{}?done=named", self.path()));
                {
                    self.house.finish(tx, position).await?;
                    Ok(on)
                }
            }
            Err(LeaderRefused::Fault(fault)) => Err(fault.into()),
            Err(refused) => {
                drop(tx);
                errors.add("until", refused.key().unwrap_or("declarations-error-term"));
                Ok(web::again(self.draw(&errors, &upload.pairs, "").await?))
            }
        }
    }
}

/// What is known of somebody, to begin with.
fn known(one: &Leader, lang: Lang) -> Pairs {
    let mut pairs = Pairs::none();
    pairs.push("name", &one.name);
    pairs.push("title", one.title.as_deref().unwrap_or_default());
    pairs.push("function", &one.function);
    for (field, date) in [("since", &one.since), ("until", &one.until)] {
        for (name, value) in date.iter().flat_map(|date| DateParts::pairs(field, date)) {
            pairs.push(&name, &value);
        }
    }
    if let Some(portrait) = &one.portrait {
        pairs.push("alt", &portrait.alt);
        pairs.push("credit", &portrait.credit);
    }
    if let Some(picked) = one.quote.as_ref().and_then(|quote| quote.pick(lang)) {
        pairs.push("quote", picked.text);
        pairs.push("language", picked.tag.as_str());
    }
    pairs.push("consent", "yes");
    pairs
}

async fn matter<'a>(
    house: &'a House,
    at: &'a At,
    who: &'a SignedIn,
    reference: &str,
    id: Option<&str>,
) -> Result<Matter<'a>, Problem> {
    let government = government(house, who, reference).await?;
    let one = match id {
        Some(id) => {
            let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
            let all = leaders::of_government(house.store.read(), government.id).await?;
            Some(all.into_iter().find(|one| one.id == id).ok_or(Problem::NotFound)?)
        }
        None => None,
    };
    Ok(Matter { house, at, who, government, one })
}

/// The list, and the form for one more.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &at, &who, &reference, None).await?;
    matter.draw(&Errors::new(), &Pairs::none(), &done.done).await
}

/// Somebody is added.
pub(super) async fn add(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    matter(&house, &at, &who, &reference, None).await?.save(upload).await
}

/// The form for somebody who is named.
pub(super) async fn one(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference, id)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &at, &who, &reference, Some(&id)).await?;
    let pairs = matter.one.as_ref().map_or_else(Pairs::none, |one| known(one, at.lang));
    matter.draw(&Errors::new(), &pairs, "").await
}

/// What is said of somebody is changed.
pub(super) async fn change(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference, id)): Path<(String, String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    matter(&house, &at, &who, &reference, Some(&id)).await?.save(upload).await
}

/// Somebody is taken off.
pub(super) async fn remove(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference, id)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &at, &who, &reference, Some(&id)).await?;
    let id = matter.one.as_ref().map(|one| one.id).ok_or(Problem::NotFound)?;
    let tx = house.act().await?;
    match take_off(&house, &tx, &who.acting(), id).await {
        Ok(position) => {
            house.finish(tx, position).await?;
            Ok(at.see(&format!("{}?done=removed", matter.path())))
        }
        Err(LeaderRefused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Problem::NotFound),
    }
}
