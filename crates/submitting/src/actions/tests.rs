//! Stories of actions: the thread from the first answer to the public page and back, on both databases.

use crate::harness::{Browser, Page, Story, on_both};
use rooms::actions::content::{Content, TextField};
use rooms::actions::draft::{Answers, Choice, Draft};
use rooms::actions::topic::Topic;
use rooms::actions::{Entered, FromSource, enter};
use rooms::declarations::{self, Capacity, Evidence, Signer, Signing};
use rooms::governments::{self, MandateKind, Origin, Profile, Tier, Whom};
use rooms::people::{self, Acting, Address, Role};
use rooms::register::{self, Found, Freshness};
use vocabulary::{Actor, GovernmentId, Iso2, Lang, LanguageMap, PartialDate, PersonId};

const CITY: &str = "amina@city.example";
const DESK: &str = "desk@house.example";
const SECOND: &str = "second@house.example";

fn profile(name: &str, country: &str) -> Profile {
    Profile {
        name: LanguageMap::original(Lang::En, name),
        aliases: vec!["Cityville".to_owned()],
        tier: Tier::Municipality,
        country: Some(Iso2::parse(country).unwrap()),
        invented_country: None,
        place: None,
        point: Some((-1.3, 36.8)),
        population: None,
        website: None,
        domain: None,
        networks: Vec::new(),
    }
}

async fn person(story: &Story, address: &str) -> PersonId {
    let tx = story.house.act().await.unwrap();
    let id = people::person_for(&tx, &Address::parse(address).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn government(story: &Story) -> GovernmentId {
    let tx = story.house.act().await.unwrap();
    let made =
        governments::enter(&tx, Actor::Program("test"), profile("City of Example", "KE"), Origin::Desk);
    let id = made.await.unwrap().id;
    tx.commit().await.unwrap();
    id
}

async fn ask(story: &Story, address: &str, government: GovernmentId) -> vocabulary::MandateId {
    let acting = Acting::person(person(story, address).await, None);
    let tx = story.house.act().await.unwrap();
    let (address, whom) = (Address::parse(address).unwrap(), Whom::Known(government));
    let asked =
        governments::ask(&tx, &acting, &address, whom, MandateKind::FocalPoint, "Officer").await.unwrap();
    tx.commit().await.unwrap();
    asked.0.id
}

async fn confirm(story: &Story, mandate: vocabulary::MandateId) {
    let acting = Acting::person(person(story, DESK).await, Some(Role::Secretariat));
    let tx = story.house.act().await.unwrap();
    governments::confirm(&tx, &acting, mandate).await.unwrap();
    tx.commit().await.unwrap();
}

async fn sign(story: &Story, government: GovernmentId) {
    let city = Acting::person(person(story, CITY).await, None);
    let desk = Acting::person(person(story, DESK).await, Some(Role::Secretariat));
    let call = story.house.call().unwrap();
    let tx = story.house.act().await.unwrap();
    let declaration = declarations::ensure(&tx, Actor::Program("test"), &call).await.unwrap();
    let signer = Signer {
        name: "A. Mayor".to_owned(),
        title: None,
        function: "Mayor".to_owned(),
        capacity: Capacity::Head,
        place: None,
    };
    let date = PartialDate::parse("2026-11-01").unwrap();
    let signing = Signing { government, signer, date, evidence: Evidence::Letter, file: None };
    let (signature, _) = declarations::sign(&tx, &city, &declaration, signing).await.unwrap();
    declarations::verify(&tx, &desk, signature.id).await.unwrap();
    tx.commit().await.unwrap();
}

const SCRIPT: &str = "<script>alert(1)</script>";

fn description() -> String {
    let text = "The city opens a house where newly arrived families find childcare, courses and advice. ";
    format!("{}{SCRIPT}", text.repeat(4))
}

/// Fills in every topic through its pages; gives the path of the action.
async fn draft(browser: &mut Browser) -> String {
    let page = browser.get("/en/my/actions/new").await;
    let page = browser.send(page.form("/en/my/actions/new")).await;
    assert!(page.says("Not submitted yet."), "{}", page.words());
    let base = page.at().to_owned();
    let at = |topic: &str| format!("{base}/{topic}");
    let page = browser.get(&at("title")).await;
    let page = browser.send(page.form(&at("title")).set("title", "First steps")).await;
    assert_eq!(page.at(), at("sentence"));
    let page = browser
        .send(page.form(&at("sentence")).set("sentence", "The city gives 320 children a place."))
        .await;
    let page = browser.send(page.form(&at("description")).set("description", &description())).await;
    let page = browser.send(page.form(&at("for-whom")).tick("migrants").tick("refugees")).await;
    let page = browser.send(page.form(&at("where")).set("q", "Nairob").press("go", "find")).await;
    assert!(page.says("Places found"), "{}", page.words());
    let page = browser.send(page.form(&at("where")).tick("g:184745").set("other", "Eastleigh")).await;
    let page = browser
        .send(
            page.form(&at("when")).set("start-year", "2024").tick("practice").tick("in_progress").tick("yes"),
        )
        .await;
    let page = browser.send(page.form(&at("priority")).tick("services")).await;
    assert_eq!(page.at(), at("priority"), "the priorities suggest objectives first");
    let page = browser.send(page.form(&at("priority")).tick("gcm/15")).await;
    let page = browser.send(page.form(&at("contact")).set("contact_name", "Amina")).await;
    assert_eq!(page.at(), at("check"), "{}", page.words());
    base
}

async fn send(browser: &mut Browser, base: &str) -> Page {
    let page = browser.get(&format!("{base}/check")).await;
    browser.send(page.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places")).await
}

fn desk_path(base: &str) -> String {
    base.replace("/my/", "/desk/")
}

/// Drafted before the mandate is confirmed, sent after it; gives the path of the action.
async fn drafted_and_sent(
    story: &Story,
    city: &mut Browser,
    desk: &mut Browser,
    government: GovernmentId,
) -> String {
    let page = city.get("/en/my/actions/new").await;
    assert!(page.says("You act for no local government yet."));
    let mandate = ask(story, CITY, government).await;
    let base = draft(city).await;
    let page = city.get(&format!("{base}/check")).await;
    assert!(page.says("Only a confirmed mandate can send."), "{}", page.words());
    assert!(page.says(SCRIPT) && !page.text.contains(SCRIPT), "what is typed is shown, never run");
    confirm(story, mandate).await;

    let page = city.get(&format!("{base}/check")).await;
    let page = city.send(page.form(&format!("{base}/send"))).await;
    assert_eq!(page.errors(), ["Confirm that the answers are right before sending"]);
    let page = send(city, &base).await;
    assert_eq!(page.at(), format!("{base}/sent"));
    assert!(page.says("LA-2026-00001"), "{}", page.words());
    let copy = &story.mail_to(CITY).await[0];
    assert!(copy.subject.contains("LA-2026-00001") && copy.text.contains("320 children"), "{}", copy.text);
    assert!(story.mail_to(DESK).await[0].subject.contains("LA-2026-00001"));
    assert_eq!(desk.get("/en/actions/LA-2026-00001").await.status, 404);
    base
}

/// Returned with reasons that are shown and never run, revised and sent again.
async fn returned_and_revised(story: &Story, city: &mut Browser, desk: &mut Browser, base: &str) {
    let there = desk_path(base);
    let page = desk.get(&there).await;
    assert!(page.says("no verified signature"), "{}", page.words());
    let page = desk.send(page.form(&format!("{there}/return"))).await;
    assert_eq!((page.status, page.errors().len()), (422, 1));
    let page = desk
        .send(page.form(&format!("{there}/return")).set("reasons", &format!("Say how many. {SCRIPT}")))
        .await;
    assert!(page.says("Returned."), "{}", page.words());
    assert!(story.mail_to(CITY).await[0].text.contains("Say how many"));
    let page = city.get(base).await;
    assert!(page.says("Say how many.") && !page.text.contains(SCRIPT));
    let page = city.send(page.form(&format!("{base}/revise"))).await;
    assert!(page.says("8 of 8 topics are done."), "{}", page.words());
    send(city, base).await;
}

/// Published once the signature is verified; the page shows the action and nothing private.
async fn signed_and_published(story: &Story, desk: &mut Browser, government: GovernmentId, base: &str) {
    let there = desk_path(base);
    sign(story, government).await;
    let page = desk.get(&there).await;
    let page = desk.send(page.form(&format!("{there}/publish"))).await;
    assert!(page.says("Published."), "{}", page.words());
    story.settle().await;
    let mut anyone = story.browser();
    let page = anyone.get("/en/actions/LA-2026-00001/wrong").await;
    assert_eq!((page.status, page.at()), (200, "/en/actions/LA-2026-00001/first-steps"));
    assert!(page.says("The city gives 320 children a place.") && page.says("Nairobi"), "{}", page.words());
    assert!(!page.says("Amina") && !page.text.contains(CITY), "the contact is private");
    assert!(!page.text.contains("csrf") && !page.text.contains(SCRIPT));
}

/// How fresh the public record of an action is.
async fn fresh(story: &Story, reference: &str) -> Freshness {
    let found = register::find(story.house.store.read(), "action", reference).await.unwrap();
    let Found::Here(record) = found else { panic!("{reference} is not public") };
    record.card.fresh.unwrap()
}

#[tokio::test]
async fn a_city_drafts_sends_revises_and_withdraws_an_action() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let government = government(&story).await;
        let mut city = story.sign_in(CITY).await;
        let base = drafted_and_sent(&story, &mut city, &mut desk, government).await;
        returned_and_revised(&story, &mut city, &mut desk, &base).await;
        signed_and_published(&story, &mut desk, government, &base).await;
        let (there, mut anyone) = (desk_path(&base), story.browser());

        let page = city.get(&base).await;
        city.send(page.form(&format!("{base}/revise"))).await;
        let page = city.get(&format!("{base}/title")).await;
        city.send(page.form(&format!("{base}/title")).set("title", "First steps, two")).await;
        let page = city.get(&format!("{base}/check")).await;
        assert!(page.says("What it said before"), "{}", page.words());
        let before = fresh(&story, "LA-2026-00001").await;
        story.advance(60);
        send(&mut city, &base).await;
        let revised = story.house.now();
        story.advance(60);
        story.settle().await;
        assert_eq!(anyone.get("/en/actions/LA-2026-00001").await.heading(), "First steps");
        assert_eq!(fresh(&story, "LA-2026-00001").await, before, "what nobody may see yet is no report");
        let page = desk.get(&there).await;
        desk.send(page.form(&format!("{there}/publish"))).await;
        story.settle().await;
        let page = anyone.get("/en/actions/LA-2026-00001").await;
        assert_eq!(page.heading(), "First steps, two");
        assert_eq!(fresh(&story, "LA-2026-00001").await, Freshness::Reported(revised), "when it was sent");
        assert!(page.says("last reported"), "{}", page.words());
        assert!(page.says("Version 3 published."), "{}", page.words());

        let page = city.get(&format!("{base}/withdraw")).await;
        let page = city.send(page.form(&format!("{base}/withdraw")).tick("not_carried_out")).await;
        assert!(page.says("withdrawn"), "{}", page.words());
        story.settle().await;
        let page = anyone.get("/fr/actions/LA-2026-00001/first-steps-two").await;
        assert_eq!(page.status, 410);
        assert!(page.says("L’action ne sera pas réalisée."), "{}", page.words());
        let facts = story.facts().await;
        let told: Vec<&str> =
            facts.iter().map(String::as_str).filter(|kind| kind.starts_with("action.")).collect();
        assert_eq!(
            told,
            [
                "action.begun",
                "action.sent",
                "action.returned",
                "action.revision-begun",
                "action.sent",
                "action.published",
                "action.revision-begun",
                "action.sent",
                "action.published",
                "action.withdrawn"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn the_desk_corrects_redacts_and_protects_with_four_eyes() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut second = story.at_desk(SECOND).await;
        let government = government(&story).await;
        let mut city = story.sign_in(CITY).await;
        let mandate = ask(&story, CITY, government).await;
        confirm(&story, mandate).await;
        sign(&story, government).await;
        let base = draft(&mut city).await;
        send(&mut city, &base).await;
        let sent = story.house.now();
        story.advance(60);
        let there = desk_path(&base);
        let page = desk.get(&format!("{there}/correct")).await;
        let correct = page.form(&format!("{there}/correct"));
        let page = desk.send(correct.clone().set("why", "spelling")).await;
        assert_eq!(page.errors(), ["Nothing would change"]);
        desk.send(correct.set("title", "First Steps").set("why", "spelling")).await;
        let page = desk.get(&there).await;
        assert!(page.says("Another member of the secretariat must publish it."), "{}", page.words());
        let page = second.get(&there).await;
        let page = second.send(page.form(&format!("{there}/publish"))).await;
        assert!(page.says("Published."), "{}", page.words());
        story.settle().await;
        let mut anyone = story.browser();
        assert_eq!(anyone.get("/en/actions/LA-2026-00001").await.heading(), "First Steps");
        let fresh = fresh(&story, "LA-2026-00001").await;
        assert_eq!(fresh, Freshness::Reported(sent), "a correction by the desk is no report");

        let redact = page.forms(&format!("{there}/redact"));
        let description = redact.into_iter().find(|form| form.value("field") == Some("description")).unwrap();
        desk.get(&there).await;
        let page = second.send(description).await;
        assert!(page.says("Redacted."), "{}", page.words());
        story.settle().await;
        let page = anyone.get("/en/actions/LA-2026-00001").await;
        assert!(!page.says("newly arrived families"), "{}", page.words());
        assert!(page.says("redacted a text that was published by mistake: Description"), "{}", page.words());

        let page = desk.get(&there).await;
        desk.send(page.form(&format!("{there}/protect"))).await;
        story.settle().await;
        let page = anyone.get("/en/actions/LA-2026-00001/first-steps").await;
        assert_eq!(page.status, 410);
        assert!(!page.says("First Steps"), "only a neutral notice stays: {}", page.words());
    })
    .await;
}

#[tokio::test]
async fn strangers_see_nothing_of_a_draft() {
    on_both(|story| async move {
        let government = government(&story).await;
        let mut city = story.sign_in(CITY).await;
        story.at_desk(DESK).await;
        ask(&story, CITY, government).await;
        let base = draft(&mut city).await;
        let mut stranger = story.sign_in("stranger@elsewhere.example").await;
        for path in ["", "/title", "/check", "/withdraw"] {
            assert_eq!(stranger.get(&format!("{base}{path}")).await.status, 404, "{path}");
        }
        assert_eq!(stranger.get(&desk_path(&base)).await.status, 403);
        let page = stranger.get("/en/my/actions").await;
        assert!(!page.says("First steps"));
    })
    .await;
}

fn from_source(story: &Story, lead: GovernmentId, title: &str) -> FromSource {
    let call = story.house.call().unwrap();
    let content = Content {
        title: (!title.is_empty()).then(|| LanguageMap::original(Lang::En, title)),
        sentence: Some(LanguageMap::original(Lang::En, "Read in a source.")),
        sources: vec!["https://source.example/page".to_owned()],
        collection: Some("cta_action".to_owned()),
        ..Content::default()
    };
    FromSource {
        call: call.id,
        prefix: call.prefix.clone(),
        lead,
        partners: Vec::new(),
        content,
        identity: "identity-1".to_owned(),
    }
}

#[tokio::test]
async fn an_action_from_a_source_enters_on_file_once() {
    on_both(|story| async move {
        let lead = government(&story).await;
        let acting = Acting::program("import");
        let tx = story.house.act().await.unwrap();
        let first = enter(&tx, &acting, from_source(&story, lead, "")).await.unwrap();
        let again = enter(&tx, &acting, from_source(&story, lead, "")).await.unwrap();
        assert!(matches!(first, Entered::New(_)) && matches!(again, Entered::Unchanged(_)));
        tx.commit().await.unwrap();
        story.settle().await;
        let mut anyone = story.browser();
        let page = anyone.get("/en/actions/LA-2026-00001").await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Action of City of Example"));
        assert!(
            page.says("has not been confirmed by the government")
                && page.says("no report; on file since")
                && page.says("https://source.example/page")
        );
        // The city wrote nothing of it: it is cited as what the record is about, with the words that say so.
        let cited = page.all("#citation").remove(0);
        assert!(!cited.starts_with("City of Example") && cited.contains("secretariat"), "{cited}");
        assert!(
            cited.contains("About City of Example; on file, from a public source, not confirmed"),
            "{cited}"
        );
        let data = page.text.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        if let Some(data) = data {
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            let work = &data["@graph"][0];
            assert_eq!(work["about"][0]["name"], "City of Example");
            assert!(work["creator"][0]["name"].as_str().unwrap().contains("secretariat"), "{work}");
        }
        let file = anyone.get("/en/actions.csv").await.text;
        assert!(file.contains(",unknown,"), "nobody said a year: {file}");
        let tx = story.house.act().await.unwrap();
        let changed = enter(&tx, &acting, from_source(&story, lead, "A title")).await.unwrap();
        assert!(matches!(changed, Entered::Changed(_)));
        tx.commit().await.unwrap();
        story.settle().await;
        assert_eq!(anyone.get("/en/actions/LA-2026-00001").await.heading(), "A title");
    })
    .await;
}

fn told(title: &str, language: &str) -> Answers {
    let mut answers = Answers::default();
    answers.put("title", title);
    answers.put("language", language);
    answers
}

#[test]
fn answers_merge_field_by_field_and_both_texts_are_kept() {
    let first = Draft::of(Topic::Title, &told("One", "en"));
    let mine = first.merge(Topic::Title, &told("Mine", "en"), first.version);
    let other_field = mine.merge(Topic::Title, &told("One", "fr"), first.version);
    assert_eq!(other_field.answers(), told("Mine", "fr"), "what was not touched stays");
    assert!(other_field.kept.is_empty());
    let clash = mine.merge(Topic::Title, &told("Yours", "en"), first.version);
    assert_eq!(clash.answers(), told("Yours", "en"), "the newest stands");
    assert_eq!(clash.kept["title"], [["Mine"]], "and the other is kept");
    assert_eq!(clash.choose("title", Choice::Kept(0)).answers(), told("Mine", "en"));
    assert!(clash.choose("title", Choice::Standing).kept.is_empty());
    assert_eq!(mine.merge(Topic::Title, &told("Mine", "en"), mine.version), mine, "the same changes nothing");
    assert_eq!(TextField::parse("title"), Some(TextField::Title));
}

#[tokio::test]
async fn a_draft_nobody_touches_goes_after_a_warning() {
    const DAY: i64 = 86_400;
    on_both(|story| async move {
        story.at_desk(DESK).await;
        let mut city = story.sign_in(CITY).await;
        let government = government(&story).await;
        let mandate = ask(&story, CITY, government).await;
        confirm(&story, mandate).await;
        let page = city.get("/en/my/actions/new").await;
        let path = city.send(page.form("/en/my/actions/new")).await.at().to_owned();
        story.advance(140 * DAY);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        let letters = story.mail_to(CITY).await.len();
        story.advance(20 * DAY);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        let after = story.mail_to(CITY).await;
        assert_eq!(after.len(), letters + 1, "one warning, at 150 days");
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert_eq!(story.mail_to(CITY).await.len(), letters + 1, "and only one");
        story.advance(60);
        let mut city = story.sign_in(CITY).await;
        assert_eq!(city.get(&path).await.status, 200);
        story.advance(31 * DAY);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        story.advance(60);
        let mut city = story.sign_in(CITY).await;
        assert_eq!(city.get(&path).await.status, 404);
        let facts = story.facts().await;
        assert_eq!(facts.iter().filter(|kind| *kind == "action.discarded").count(), 1);
    })
    .await;
}
