//! The form of a signature: what it asks, how it is drawn, and how its answers are read. The officer fills it in, or the
//! desk from a paper.

use askama::Template;
use axum::response::Response;
use post::Address;
use vocabulary::PartialDate;
use web::{
    At, Choice, Choices, Date3, DateParts, ErrorLine, Errors, Field, FileField, Form, Frame, Kind, Pairs,
    Problem,
};

use super::declaration::{Declaration, Wording};
use super::may;
use super::records::{declarations, signatures};
use super::signature::{Capacity, Evidence, Hand, Signature, SignatureState, Signer};
use crate::governments::{self, Government};
use crate::house::House;
use crate::people::{Next, SignedIn};
use vocabulary::Arg;

/// The longest name, title, function and place, in characters.
const MOST: usize = 160;
/// The fields that go from the form to the look at the answers and on.
pub(super) const FIELDS: [&str; 14] = [
    "next",
    "name",
    "title",
    "function",
    "capacity",
    "place",
    "way",
    "office",
    "date-day",
    "date-month",
    "date-year",
    "evidence",
    "kept",
    "kept-name",
];

/// How a signature comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// On paper, of which a photo or scan is sent.
    Paper(PartialDate, Evidence),
    /// On a page, with a code sent to the address of the office of the person who signs.
    Code(Address),
    /// By the officer alone, whose mandate says so.
    Alone,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answers {
    pub signer: Signer,
    pub way: Way,
}

/// What a page of the form is about.
pub(super) struct Matter {
    pub government: Government,
    pub declaration: Declaration,
    pub placeholder: bool,
    /// The signature that lives or was returned last.
    pub last: Option<Signature>,
    /// Who writes it down.
    pub hand: Hand,
    /// Whether the mandate says that its holder may sign alone.
    pub alone: bool,
}

impl Matter {
    /// The address of the form, without the language.
    pub fn path(&self) -> String {
        let side = if self.hand == Hand::Desk { "desk" } else { "my" };
        format!("/{side}/governments/{}/sign", self.government.reference)
    }
}

/// Looks up the government and the declaration, and whether this person may sign or enter a signature.
pub(super) async fn matter(
    house: &House,
    who: &SignedIn,
    reference: &str,
    hand: Hand,
) -> Result<Matter, Problem> {
    let conn = house.store.read();
    let named = governments::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let government = governments::canonical_of(conn, named.id).await?.ok_or(Problem::NotFound)?;
    let mandate = governments::standing(conn, who.person, government.id, house.now()).await?;
    match hand {
        Hand::Government => may::sign(&who.acting(), mandate.as_ref()),
        Hand::Desk => may::keep(&who.acting()),
    }
    .map_err(|refused| Problem::Forbidden(refused.key()))?;
    let alone = hand == Hand::Government && may::sign_alone(&who.acting(), mandate.as_ref()).is_ok();
    let call = house.call().ok_or(Problem::NotFound)?;
    let declaration = declarations::by_slug(conn, &call.declaration).await?.ok_or(Problem::NotFound)?;
    let version = declarations::latest_version(conn, declaration.id).await?;
    let all = signatures::of_government(conn, government.id).await?;
    let last = all.into_iter().find(|one| one.declaration == declaration.id && one.was_sent());
    let placeholder = version.is_none_or(|version| version.wording == Wording::Placeholder);
    Ok(Matter { government, declaration, placeholder, last, hand, alone })
}

#[derive(Template)]
#[template(path = "declarations/pages/sign.html")]
struct SignPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    action: String,
    lead: String,
    before: String,
    placeholder: bool,
    desk: bool,
    reasons: String,
    next: String,
    name: Field,
    title: Field,
    function: Field,
    capacity: Choices,
    place: Field,
    way: Choices,
    office: Field,
    date: Date3,
    evidence: Choices,
    file: FileField,
    kept: Option<(String, String)>,
}

fn ways(form: &Form<'_>, at: &At, matter: &Matter, pairs: &Pairs) -> Choices {
    let say = &at.say;
    let mut ways = vec![("paper", "declarations-way-paper"), ("code", "declarations-way-code")];
    if matter.alone {
        ways.push(("alone", "declarations-way-alone"));
    }
    let choices =
        form.choices("way", "declarations-sign-way", ways.into_iter().map(|(way, key)| (way, say.t(key))));
    let hint = |value: &str| match value {
        "paper" => say.t("declarations-way-paper-hint"),
        "code" => say.t("declarations-way-code-hint"),
        _ => say.t("declarations-way-alone-hint"),
    };
    let chosen = pairs.first("way").is_some();
    let described = choices.choices.into_iter().map(|choice| Choice {
        hint: Some(hint(&choice.value)),
        checked: choice.checked || (!chosen && choice.value == "paper"),
        ..choice
    });
    Choices { choices: described.collect(), ..choices }
}

/// The form.
pub(super) fn draw(at: &At, who: &SignedIn, matter: &Matter, errors: &Errors, pairs: &Pairs) -> Response {
    let say = &at.say;
    let form = Form::new(say, errors, pairs);
    let title = matter.declaration.about.title.pick(at.lang).map(|picked| picked.text).unwrap_or_default();
    let government = matter.government.profile.called(say.lang);
    let args = [("declaration", Arg::from(title)), ("government", Arg::from(government))];
    let capacities = Capacity::ALL.map(|capacity| (capacity.word(), say.t(capacity.key())));
    let kinds = Evidence::SENT.map(|kind| (kind.word(), say.t(kind.key())));
    let kept = Some(pairs.text("kept")).filter(|id| !id.is_empty());
    let field = |name: &str, label: &str| form.text(name, label).max(MOST);
    let desk = matter.hand == Hand::Desk;
    let (heading, lead) = match desk {
        true => ("declarations-enter-title", "declarations-enter-lead"),
        false => ("declarations-sign-title", "declarations-sign-lead"),
    };
    web::html(SignPage {
        frame: who.frame(at, heading).here(if desk { "desk" } else { "my" }).errors(errors),
        errors: errors.summary(say),
        action: at.to(&matter.path()),
        lead: say.with(lead, &args),
        before: at.to(&format!("/declarations/{}/before", matter.declaration.slug)),
        placeholder: matter.placeholder,
        desk,
        reasons: match matter.last.as_ref().map(|last| &last.state) {
            Some(SignatureState::Returned { reasons, .. }) => reasons.clone(),
            _ => String::new(),
        },
        next: next(pairs).map(|next| next.as_str().to_owned()).unwrap_or_default(),
        name: field("name", "declarations-sign-name").hint(say.t("declarations-sign-name-hint")),
        title: field("title", "declarations-sign-form-of-address").optional(),
        function: field("function", "declarations-sign-function")
            .hint(say.t("declarations-sign-function-hint")),
        capacity: form.choices("capacity", "declarations-sign-capacity", capacities),
        place: field("place", "declarations-sign-place").optional(),
        way: ways(&form, at, matter, pairs),
        office: form
            .text("office", "declarations-sign-office")
            .hint(say.t("declarations-sign-office-hint"))
            .kind(Kind::Email),
        date: form.date("date", "declarations-sign-date").hint(say.t("declarations-sign-date-hint")),
        evidence: form.choices("evidence", "declarations-sign-evidence", kinds),
        file: form.file("file", "declarations-sign-file"),
        kept: kept.map(|id| (id.to_owned(), pairs.text("kept-name").to_owned())),
    })
}

/// Where the officer came from and goes back to when this is sent, such as an action that waits for the signature.
pub(super) fn next(pairs: &Pairs) -> Option<Next> {
    pairs.first("next").and_then(Next::parse)
}

/// The answers of a signature that was returned, to begin with.
pub(super) fn answers(signature: &Signature) -> Pairs {
    let mut pairs = Pairs::none();
    if let Some(signer) = &signature.signer {
        pairs.push("name", &signer.name);
        pairs.push("title", signer.title.as_deref().unwrap_or_default());
        pairs.push("function", &signer.function);
        pairs.push("capacity", signer.capacity.word());
        pairs.push("place", signer.place.as_deref().unwrap_or_default());
    }
    pairs.push(
        "way",
        match signature.evidence {
            Evidence::Code => "code",
            Evidence::Mandate => "alone",
            _ => "paper",
        },
    );
    for (name, value) in signature.date.iter().flat_map(|date| DateParts::pairs("date", date)) {
        pairs.push(&name, &value);
    }
    pairs.push("evidence", signature.evidence.word());
    pairs
}

/// What was answered, or what is wrong with it.
pub(super) fn read(matter: &Matter, pairs: &Pairs, errors: &mut Errors) -> Option<Answers> {
    let name = errors.want("name", pairs.text("name"), "declarations-error-name").to_owned();
    let function = errors.want("function", pairs.text("function"), "declarations-error-function").to_owned();
    for field in ["name", "title", "function", "place"] {
        errors.at_most(field, pairs.text(field), MOST);
    }
    let capacity = Capacity::parse(pairs.text("capacity"));
    if capacity.is_none() {
        errors.add("capacity", "declarations-error-capacity");
    }
    let way = match pairs.text("way") {
        "code" if matter.hand == Hand::Government => read_office(pairs, errors).map(Way::Code),
        "alone" if matter.alone => Some(Way::Alone),
        "" | "paper" => read_paper(pairs, errors),
        _ => {
            errors.add("way", "declarations-error-way");
            None
        }
    };
    let optional = |field: &str| Some(pairs.text(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let signer =
        Signer { name, title: optional("title"), function, capacity: capacity?, place: optional("place") };
    Some(Answers { signer, way: way? })
}

fn read_paper(pairs: &Pairs, errors: &mut Errors) -> Option<Way> {
    let date = DateParts::of(pairs, "date").check("date", errors);
    if date.is_none() && !errors.has("date") {
        errors.add("date", "declarations-error-date");
    }
    let evidence = Evidence::parse(pairs.text("evidence")).filter(|kind| Evidence::SENT.contains(kind));
    if evidence.is_none() {
        errors.add("evidence", "declarations-error-evidence");
    }
    Some(Way::Paper(date?, evidence?))
}

fn read_office(pairs: &Pairs, errors: &mut Errors) -> Option<Address> {
    let office = errors.want("office", pairs.text("office"), "declarations-error-office");
    if office.is_empty() {
        return None;
    }
    let read = Address::parse(office);
    if read.is_err() {
        errors.add("office", "declarations-error-office-shape");
    }
    read.ok()
}
