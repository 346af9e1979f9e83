//! Every role crosses every route. The route's row of access says what is to be expected; a route that this table
//! does not know, and a row that nobody expects, fail.

use http::Method;
use web::{Access, Route};

use super::partners::Shared;
use super::tables::{Tables, differing, tables};
use super::town::{OTHER, Town, first_link};
use crate::harness::{Browser, Page, Story, on_both};
use rooms::people;

/// Who tries: everybody whom the mechanism knows, and those whom it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Anonymous,
    Nobody,
    Translator,
    Partner,
    Reader,
    Other,
    Assessor,
    Editor,
    Officer,
    Desk,
}

/// One of them, with the address and the browser in which they are logged in.
struct Somebody {
    role: Role,
    address: Option<&'static str>,
    browser: Browser,
}

/// Who acts for nobody.
const NOBODY: &str = "somebody.else@elsewhere.example";

/// Those with a role in the mechanism of whom no story of the town tells.
const INVITED: [(Role, people::Role, &str); 3] = [
    (Role::Translator, people::Role::Translator, "translator@panel.example"),
    (Role::Partner, people::Role::Partner, "agency@partners.example"),
    (Role::Reader, people::Role::Reader, "reader@panel.example"),
];

/// Brings everybody together.
async fn everybody(story: &Story, town: &Town) -> Vec<Somebody> {
    let of = |role, address, browser| Somebody { role, address, browser };
    let mut all = vec![
        of(Role::Anonymous, None, story.browser()),
        of(Role::Nobody, Some(NOBODY), story.sign_in(NOBODY).await),
    ];
    for (role, invited, address) in INVITED {
        story.invite(address, invited).await;
        all.push(of(role, Some(address), story.sign_in(address).await));
    }
    let known = [
        (Role::Other, OTHER, &town.other),
        (Role::Assessor, super::town::ASSESSOR, &town.assessor),
        (Role::Editor, super::town::EDITOR, &town.editor),
        (Role::Officer, super::town::OFFICER, &town.officer),
        (Role::Desk, super::town::DESK, &town.desk),
    ];
    all.extend(known.map(|(role, address, browser)| of(role, Some(address), browser.clone())));
    for role in people::Role::ALL {
        let met = matches!(role, people::Role::Secretariat | people::Role::Assessor | people::Role::Editor)
            || INVITED.iter().any(|(_, invited, _)| *invited == role);
        assert!(met, "nobody with the role {role} crosses the routes: add one to INVITED");
    }
    all
}

/// What is to be expected of a role at a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// The room answers, whatever it says of empty forms.
    In,
    /// The way leads to logging in; a form is refused.
    LogIn,
    /// Refused, or as if nothing were there.
    Out,
    /// Whatever it is, the house does not break.
    Either,
}

/// The table of access.
fn expected(access: Access, role: Role) -> Expected {
    match (access, role) {
        (Access::Everyone, _) => Expected::In,
        (Access::Local, _) => Expected::Either,
        (_, Role::Anonymous) => Expected::LogIn,
        (Access::Person, _) => Expected::In,
        (Access::Party, Role::Officer) => Expected::In,
        (Access::Party, Role::Desk) => Expected::Either,
        (Access::Desk | Access::Assessor, Role::Desk) => Expected::In,
        (Access::Assessor, Role::Assessor) => Expected::In,
        (Access::Editor, Role::Editor | Role::Desk) => Expected::In,
        (Access::Party | Access::Desk | Access::Assessor | Access::Editor, _) => Expected::Out,
    }
}

/// Real things for the parts of addresses.
pub struct Things {
    /// Pairs of a beginning of a route and what its `{id}`, `{reference}` or `{slug}` is.
    ids: Pairs,
}

/// The picture of a page, by its address.
fn picture(page: &Page) -> String {
    page.sources().into_iter().find(|src| src.contains("/files/")).expect("a picture")
}

/// The name of the style sheet.
async fn sheet(story: &Story) -> String {
    let asset = story.browser().get("/en/").await.links("link[rel=stylesheet]").remove(0);
    asset.trim_start_matches("/assets/").to_owned()
}

/// Pairs of a beginning of a route and what stands in its parts.
type Pairs = Vec<(&'static str, String)>;

/// What stands behind the last stroke of a path.
fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

impl Things {
    /// Looks up what the town has.
    pub async fn of(story: &Story, town: &mut Town) -> Things {
        // Before anybody else asks for a mandate.
        let mut ids = at_desk(story, town).await;
        ids.extend(of_the_officer(story, town).await);
        ids.extend(in_public(story, town).await);
        ids.extend(of_register(town).await);
        Things { ids }
    }

    /// The address of a route, with real things in it.
    pub fn address(&self, route: &Route, lang: &str) -> String {
        let mut path = route.path.replace("{lang}", lang);
        if !path.contains('{') {
            return path;
        }
        let fits = self.ids.iter().filter(|(beginning, _)| route.path.starts_with(beginning));
        let found = fits.max_by_key(|(beginning, _)| beginning.len());
        let (_, things) = found.unwrap_or_else(|| {
            panic!("{} has parts that this test has no things for: add them to Things::of", route.path)
        });
        for thing in things.split('|') {
            let Some((before, rest)) = path.split_once('{') else { break };
            let (_, after) = rest.split_once('}').unwrap();
            path = format!("{before}{thing}{after}");
        }
        assert!(!path.contains('{'), "{path} still has parts without things");
        path
    }
}

/// What the register has under addresses of its own.
async fn of_register(town: &mut Town) -> Pairs {
    in_network(town).await;
    let cohort = cohort(town).await;
    vec![
        ("/{lang}/desk/cohorts/{id}/{act}", format!("{cohort}|freeze")),
        ("/{lang}/desk/cohorts/{id}", cohort),
        ("/{lang}/cohorts/{slug}", "marrakech-2026".to_owned()),
        ("/{lang}/embed/actions/{reference}", town.reference.clone()),
        ("/{lang}/embed/governments/{reference}", town.government.clone()),
        ("/{lang}/embed/countries/{iso}", "SN".to_owned()),
        ("/{lang}/embed/regions/{code}", "2".to_owned()),
        ("/{lang}/embed/networks/{code}", "uclg".to_owned()),
        ("/{lang}/embed/objectives/{framework}/{code}", "gcm|15".to_owned()),
        ("/{lang}/embed/cohorts/{slug}", "marrakech-2026".to_owned()),
        ("/{lang}/embed/figures/{name}", "years".to_owned()),
        ("/{lang}/regions/{code}", "2".to_owned()),
        ("/{lang}/networks/{code}", "uclg".to_owned()),
    ]
}

/// The desk makes a cohort. Gives its id.
async fn cohort(town: &mut Town) -> String {
    let page = town.desk.get("/en/desk/cohorts").await;
    let page = town.desk.send(page.form("/en/desk/cohorts").set("title", "Marrakech 2026")).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
    page.at().rsplit('/').next().unwrap().to_owned()
}

/// The officer says that the government belongs to a network.
async fn in_network(town: &mut Town) {
    let path = format!("/en/my/governments/{}/profile", town.government);
    let page = town.officer.get(&path).await;
    let page = town.officer.send(page.form(&path).set("networks", "UCLG")).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
}

/// What stands on the register.
async fn in_public(story: &Story, town: &mut Town) -> Pairs {
    let declaration = story.house.call().unwrap().declaration.clone();
    let public = story.browser().get(&format!("/en/actions/{}", town.reference)).await.path;
    let list = story.browser().get("/en/governments").await;
    let government = first_link(&list, &format!("/en/governments/{}/", town.government));
    let shown = picture(&story.browser().get(&public).await);
    let signed = format!("{declaration}|{}", town.signature);
    vec![
        ("/{lang}/actions/{reference}/files/{file}", format!("{}|{}", town.reference, last(&shown))),
        ("/{lang}/actions/{reference}/{slug}", format!("{}|{}", town.reference, last(&public))),
        ("/{lang}/actions/{reference}", town.reference.clone()),
        ("/{lang}/governments/{reference}/{slug}", format!("{}|{}", town.government, last(&government))),
        ("/{lang}/governments/{reference}", town.government.clone()),
        ("/{lang}/declarations/{slug}/models/{model}", format!("{declaration}|letter")),
        ("/{lang}/declarations/{slug}/signatures/{reference}", signed),
        ("/{lang}/embed/declarations/{slug}", declaration.clone()),
        ("/{lang}/declarations/{slug}", declaration),
        ("/{lang}/countries/{iso}", "SN".to_owned()),
        ("/{lang}/objectives/{framework}/{code}", "gcm|15".to_owned()),
        ("/{lang}/objectives/{framework}", "gcm".to_owned()),
        ("/{lang}/figures/{name}", "years".to_owned()),
        ("/sitemaps/{name}", "pages".to_owned()),
        ("/ground/", "3-7-2.svg".to_owned()),
        ("/assets/", sheet(story).await),
    ]
}

/// What the officer has, and what those have whom somebody asked by a letter.
async fn of_the_officer(story: &Story, town: &mut Town) -> Pairs {
    let (leader, portrait) = named(story, town).await;
    let mine = first_link(&town.officer.get("/en/my").await, "/en/my/mandates/");
    let signature = town.officer.get(&format!("/en/my/signatures/{}", town.signature)).await;
    assert_eq!(signature.status, 200);
    let shared = Shared::make(story, town).await;
    let drafted = town.officer.get(&format!("/fr/my/actions/{}/pictures", town.draft)).await;
    let drafted = picture(&drafted);
    vec![
        ("/{lang}/my/actions/{id}/files/{file}", format!("{}|{}", town.draft, last(&drafted))),
        ("/{lang}/my/hand-overs/{token}", handed(story, town).await),
        ("/{lang}/my/mandates/{id}", mine.split('/').nth(4).unwrap().to_owned()),
        ("/{lang}/my/actions/{id}/withdraw", town.published.clone()),
        ("/{lang}/my/actions/{id}/revise", town.published.clone()),
        ("/{lang}/my/actions/{id}/hide", town.published.clone()),
        ("/{lang}/my/actions/{id}/sent", town.sent.clone()),
        ("/{lang}/my/actions/{id}/partners/{partner}/{act}", shared.at(&town.draft, "remove")),
        ("/{lang}/my/partnerships/{id}", format!("{}|decline", shared.partnership)),
        ("/{lang}/partner-for/{token}", shared.token.clone()),
        ("/{lang}/my/actions/{id}/clearance/{thing}/{act}", shared.at(&town.draft, "dealt")),
        ("/{lang}/read/{token}", shared.reading.clone()),
        ("/{lang}/desk/on-behalf/{id}", shared.behalf.clone()),
        ("/{lang}/confirm-action/{token}", shared.confirm.clone()),
        ("/{lang}/my/actions/{id}/{topic}", format!("{}|where", town.draft)),
        ("/{lang}/my/actions/{id}", town.draft.clone()),
        ("/{lang}/my/governments/{reference}/leaders/{id}", format!("{}|{leader}", town.government)),
        ("/{lang}/my/governments/{reference}", town.government.clone()),
        ("/{lang}/portraits/{id}", portrait),
        ("/{lang}/sign-for/{token}", asked_to_sign(story, town).await),
        ("/{lang}/my/signatures/{reference}", town.signature.clone()),
    ]
}

/// What the desk, an assessor and an editor have before them.
async fn at_desk(story: &Story, town: &mut Town) -> Pairs {
    let mandate = town.desk.get("/en/desk").await;
    let mandate = mandate.links("a").into_iter().find(|href| href.starts_with("/en/desk/mandates/"));
    put_copy(story, town).await;
    let assignment = assigned(story, town).await;
    vec![
        ("/{lang}/desk/mandates/{id}", mandate.map(|path| last(&path)).expect("a mandate waits")),
        ("/{lang}/desk/actions/{id}/assessment/{act}", format!("{}|revise", town.sent)),
        ("/{lang}/desk/actions/{id}/{act}", format!("{}|return", town.sent)),
        ("/{lang}/desk/actions/{id}", town.published.clone()),
        ("/{lang}/assess/{id}/{act}", format!("{assignment}|hand-in")),
        ("/{lang}/assess/{id}", assignment),
        ("/{lang}/edit/{id}", town.published.clone()),
        ("/{lang}/desk/governments/{reference}/sign", town.government.clone()),
        ("/{lang}/desk/governments/{reference}", town.government.clone()),
        ("/{lang}/desk/signatures/{id}", desk_signature(story).await),
    ]
}

/// The officer names a colleague. Gives the token of the letter.
async fn handed(story: &Story, town: &mut Town) -> String {
    const COLLEAGUE: &str = "colleague@thies.example";
    let page = town.officer.get("/en/my").await;
    let path = first_link(&page, "/en/my/mandates/").replace("/proof", "/leave");
    let page = town.officer.get(&path).await;
    let form = page.form(&path.replace("/leave", "/hand-over")).set("address", COLLEAGUE);
    assert_eq!(town.officer.send(form).await.status, 200);
    let letter = &story.mail_to(COLLEAGUE).await[0].text;
    let (_, rest) = letter.split_once("/en/my/hand-overs/").expect("a link");
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

/// The officer says who governs. Gives the ids of that person and of the portrait.
async fn named(story: &Story, town: &mut Town) -> (String, String) {
    let path = format!("/en/my/governments/{}/leaders", town.government);
    let page = town.officer.get(&path).await;
    let form = page.form(&path).set("name", "Babacar Ndiaye").set("function", "Maire").tick("yes");
    let form = form.set("alt", "The mayor").set("credit", "The city");
    let page = town.officer.send_with(form, "portrait", "mayor.png", &crate::signing::png()).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
    let leader = first_link(&page, &format!("{path}/")).rsplit('/').next().unwrap().to_owned();
    let list = story.browser().get("/en/governments").await;
    let page =
        story.browser().get(&first_link(&list, &format!("/en/governments/{}/", town.government))).await;
    let (_, rest) = page.text.split_once("/en/portraits/").expect("a portrait");
    (leader, rest.split('"').next().unwrap().to_owned())
}

/// The desk puts a copy of the evidence on the register.
async fn put_copy(story: &Story, town: &mut Town) {
    let base = format!("/en/desk/signatures/{}", desk_signature(story).await);
    let page = town.desk.get(&base).await;
    let form = page.form(&format!("{base}/copy"));
    let page = town.desk.send_with(form, "copy", "copy.pdf", super::town::PDF).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
}

/// The other officer has a signature prepared for the office. Gives the token of the letter.
async fn asked_to_sign(story: &Story, town: &mut Town) -> String {
    const OFFICE: &str = "office@kaolack.example";
    let government = super::town::governed(&mut town.other).await;
    let path = format!("/en/my/governments/{government}/sign");
    let page = town.other.get(&path).await;
    let form = page.form(&path).set("name", "A. Mayor").set("function", "Mayor").set("capacity", "head");
    let page = town.other.send_with(form.set("way", "code").set("office", OFFICE), "file", "", b"").await;
    let page = town.other.send(page.form(&format!("{path}/send")).tick("yes")).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
    let letter = &story.mail_to(OFFICE).await[0].text;
    let (_, rest) = letter.split_once("/en/sign-for/").expect("a link");
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

/// Gives the proof of a mandate, so that there is one to read.
async fn prove(waiting: &mut Browser) {
    let page = waiting.get("/en/my").await;
    let path = first_link(&page, "/en/my/mandates/").replace("/leave", "/proof");
    let page = waiting.get(&path).await;
    let page = waiting.send_with(page.form(&path), "file", "letter.pdf", super::town::PDF).await;
    assert!(page.says("The proof is kept"), "{}", page.words());
}

/// The assessor is asked to assess the action that was sent. Gives the id of the assignment.
async fn assigned(story: &Story, town: &mut Town) -> String {
    let path = format!("/en/desk/actions/{}/assessment", town.sent);
    let page = town.desk.get(&path).await;
    town.desk.send(page.form(&format!("{path}/assign")).tick(super::town::ASSESSOR)).await;
    let facts = store::journal::since(story.house.store.read(), 0, 10_000).await.unwrap();
    let asked = facts.into_iter().find(|fact| fact.kind == "assessment.assigned").expect("somebody is asked");
    asked.subject.to_string()
}

async fn desk_signature(story: &Story) -> String {
    let facts = store::journal::since(story.house.store.read(), 0, 10_000).await.unwrap();
    let sent = facts.into_iter().find(|fact| fact.kind == "signature.sent").expect("somebody has signed");
    sent.subject.to_string()
}

/// Whether the answer is what was to be expected; in words where it is not.
fn judge(page: &Page, method: web::Method, expected: Expected) -> Result<(), String> {
    let to = page.leads_to().unwrap_or_default();
    let logs_in = to.contains("/sign-in?next=") || to.ends_with("/sign-in");
    let fits = match expected {
        _ if page.status >= 500 => false,
        Expected::Either => true,
        Expected::In if to.contains("/sign-in?next=") => false,
        Expected::In if method == web::Method::Get => (200..400).contains(&page.status),
        Expected::In => !matches!(page.status, 401 | 403 | 405),
        Expected::LogIn => (page.status == 303 && logs_in) || page.status == 403,
        Expected::Out => matches!(page.status, 403 | 404),
    };
    if fits { Ok(()) } else { Err(format!("answered {} {to}, expected {expected:?}", page.status)) }
}

/// Posts an empty form with the token of this browser.
pub async fn post_nothing(browser: &mut Browser, route: &Route, path: &str) -> Page {
    let token = browser.get("/en/sign-in").await.form("/en/sign-in").value("csrf").unwrap().to_owned();
    if route.method == web::Method::Upload {
        let body =
            format!("--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--edge--\r\n");
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=edge")];
        return browser.ask(Method::POST, path, &headers, body.into_bytes()).await;
    }
    super::thread::post(browser, path, &token, "").await
}

/// Reading comes first, then forms that are harmless when empty, then those that end something.
fn rank(route: &Route) -> u8 {
    match (route.method, route.act) {
        (web::Method::Get, _) => 0,
        (_, "governments.leave") => 4,
        (_, "actions.discard") => 3,
        (_, "people.sign-out" | "declarations.withdraw") => 2,
        _ => 1,
    }
}

#[tokio::test]
async fn every_role_crosses_every_route() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let mut waiting = town.nobody.clone();
        super::town::propose(&mut waiting, "en", "Ville de Mbour").await;
        prove(&mut waiting).await;
        prove(&mut town.officer).await;
        let things = Things::of(&story, &mut town).await;
        let mut all = everybody(&story, &town).await;
        story.settle().await;
        let mut routes = story.routes.clone();
        routes.sort_by_key(rank);
        let mut wrong = Vec::new();
        for route in &routes {
            // One network may post so many forms and then one a second.
            story.advance(if route.method == web::Method::Get { 0 } else { 5 });
            assert!(!route.act.is_empty() && route.act.contains('.'), "{} has no act", route.path);
            let path = things.address(route, "en");
            let mut before = tables(&story).await;
            for one in &mut all {
                let (page, changed) = cross(&story, one, route, &path, &mut before).await;
                let expected = expected(route.access, one.role);
                let what = format!("{:?} {:?} {path} ({:?})", one.role, route.method, route.access);
                if let Err(found) = judge(&page, route.method, expected) {
                    wrong.push(format!("{what}: {found}"));
                }
                let reads = route.method == web::Method::Get;
                let kept_out = matches!(expected, Expected::LogIn | Expected::Out);
                if (reads || kept_out) && !changed.is_empty() {
                    wrong.push(format!("{what}: changed {changed:?}"));
                }
                if rank(route) > 1 && come_back(&story, one).await {
                    before = tables(&story).await;
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// Somebody takes a route. Gives the answer and the tables in which that changed something; `before` is then what
/// stands in them.
async fn cross(
    story: &Story,
    one: &Somebody,
    route: &Route,
    path: &str,
    before: &mut Tables,
) -> (Page, Vec<String>) {
    let mut browser = one.browser.clone();
    let page = match route.method {
        web::Method::Get => browser.peek(path).await,
        _ => {
            // One form a second is what a network may send.
            story.advance(1);
            post_nothing(&mut browser, route, path).await
        }
    };
    let after = tables(story).await;
    let mut changed = differing(before, &after);
    // The clock has moved by then: the last use of a session is written down, whoever asks for what.
    changed.retain(|table| rank(route) < 1 || !matches!(table.as_str(), "browser_session" | "person"));
    *before = after;
    (page, changed)
}

/// Logs somebody in again who may have logged out. Gives whether that was needed.
async fn come_back(story: &Story, one: &mut Somebody) -> bool {
    let Some(address) = one.address else { return false };
    if one.browser.peek("/en/me").await.status == 200 {
        return false;
    }
    story.advance(200);
    one.browser = story.sign_in(address).await;
    true
}
