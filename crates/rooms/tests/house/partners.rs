//! Stories of partners: named, asked, answering for themselves, and named in public by nobody but themselves.

use proptest::prelude::*;
use rooms::actions::partner::{Body, BodyKind, Partner, PartnerAnswer, PartnerState, WhoTakesPart};
use rooms::wiring::expire_now;
use vocabulary::{ActionId, Lang, LanguageMap, Moment, Uuid};

use super::town::{self, Town, first_link};
use crate::harness::{Browser, Page, Story, on_both};

/// The office of a partner without a record here.
pub const OFFICE: &str = "office@agency.example";
const AGENCY: &str = "Agence d’appui aux villes";

/// Finds a government on the page of partners and names it. Gives the page after.
pub async fn name_government(browser: &mut Browser, id: &str, query: &str) -> Page {
    let path = format!("/en/my/actions/{id}/partners");
    let page = browser.get(&format!("{path}?q={query}")).await;
    let found = page.forms(&path).into_iter().find(|form| form.names().contains(&"government".to_owned()));
    let found = found.unwrap_or_else(|| panic!("no government was found: {}", page.words()));
    let label = page.all("fieldset label").into_iter().find(|label| label.contains(query)).unwrap();
    let page = browser.send(found.tick(&label).press("do", "government")).await;
    assert!(page.says("Added."), "{}", page.words());
    page
}

/// Names a body with an address. Gives the page after.
pub async fn name_body(browser: &mut Browser, id: &str, name: &str) -> Page {
    let path = format!("/en/my/actions/{id}/partners");
    let page = browser.get(&path).await;
    let mut forms = page.forms(&path).into_iter();
    let form = forms.rfind(|form| form.names().contains(&"kind".to_owned())).unwrap();
    let form = form.tick("un_agency").set("name", name).set("language", "fr").set("address", OFFICE);
    let page = browser.send(form.press("do", "body")).await;
    assert!(page.says("Added."), "{}", page.words());
    page
}

/// Presses the first button of the page of partners whose address ends so. Gives the page after.
pub async fn press(browser: &mut Browser, page: &Page, act: &str) -> Page {
    let html = scraper::Html::parse_document(&page.text);
    let every = scraper::Selector::parse("form").unwrap();
    let mut actions = html.select(&every).filter_map(|form| form.value().attr("action").map(str::to_owned));
    let action = actions.find(|action| action.ends_with(&format!("/{act}")));
    let action = action.unwrap_or_else(|| panic!("nothing can be pressed to {act}: {}", page.words()));
    browser.send(page.form(&action)).await
}

/// The path behind the button of the newest letter to an address.
pub async fn link_in_mail(story: &Story, address: &str, beginning: &str) -> String {
    let letters = story.mail_to(address).await;
    let lines = letters.iter().flat_map(|letter| letter.text.split_whitespace());
    let found = lines.filter_map(|word| word.split_once(beginning).map(|(_, rest)| rest)).next();
    let rest = found.unwrap_or_else(|| panic!("no letter to {address} leads to {beginning}"));
    let token: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("{beginning}{token}")
}

/// What the story of access needs: a partnership that the officer's government was asked about, a partner of the
/// officer's draft, and the token of one that answers by code.
pub struct Shared {
    /// The partnership.
    pub partnership: String,
    /// The partner.
    pub partner: String,
    /// The token.
    pub token: String,
    /// The token of a reading link to the officer's draft.
    pub reading: String,
    /// An action that the desk entered on behalf of the officer's government,
    pub behalf: String,
    /// and the token by which the government confirms it.
    pub confirm: String,
}

impl Shared {
    /// What stands in an address of the officer's draft for a thing of it and an act.
    pub fn at(&self, draft: &str, act: &str) -> String {
        format!("{draft}|{}|{act}", self.partner)
    }

    /// Makes them, through the door.
    pub async fn make(story: &Story, town: &mut Town) -> Shared {
        let theirs = town::begin(&mut town.other, "en").await;
        let page = name_government(&mut town.other, &theirs, "Thi").await;
        press(&mut town.other, &page, "ask").await;
        name_body(&mut town.other, &theirs, AGENCY).await;
        let page = town.other.get(&format!("/en/my/actions/{theirs}/partners")).await;
        press(&mut town.other, &page, "ask").await;
        let page = name_government(&mut town.officer, &town.draft, "Kaolack").await;
        let base = format!("/en/my/actions/{}/partners/", town.draft);
        let partner = page.text.split(&base).nth(1).unwrap().split('/').next().unwrap().to_owned();
        let mine = town.officer.get("/en/my/actions").await;
        let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let reading = last(&super::clearance::reading_link(&mut town.officer, &town.draft).await);
        let behalf = super::on_behalf::enter_and_ask(&mut town.desk, &town.government).await;
        Shared {
            reading,
            behalf,
            confirm: super::on_behalf::token(story).await,
            partnership: last(&first_link(&mine, "/en/my/partnerships/")),
            partner,
            token: last(&link_in_mail(story, OFFICE, "/fr/partner-for/").await),
        }
    }
}

#[tokio::test]
async fn a_partner_government_is_named_once_it_has_confirmed() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let (id, public) = (town.published.clone(), format!("/en/actions/{}", town.reference));
        let page = name_government(&mut town.officer, &id, "Kaolack").await;
        assert!(page.says("named, not asked yet"), "{}", page.words());
        assert!(!story.browser().get(&public).await.says("Kaolack"));
        let page = press(&mut town.officer, &page, "ask").await;
        assert!(page.says("not answered"), "{}", page.words());
        story.settle().await;
        assert!(!story.browser().get(&public).await.says("Kaolack"), "who was only asked is not named");
        let letters = story.mail_to(town::OTHER).await;
        assert!(letters[0].subject.contains("Ville de Thiès asks you"), "{}", letters[0].subject);

        let mine = town.other.get("/en/my/actions").await;
        let path = first_link(&mine, "/en/my/partnerships/");
        assert_eq!(town.nobody.get(&path).await.status, 404);
        assert_eq!(town.officer.get(&path).await.status, 404, "who asks does not answer");
        let page = town.other.get(&path).await;
        assert!(page.says(town::TITLE), "{}", page.words());
        let page = town.other.send(page.form(&format!("{path}/confirm"))).await;
        assert!(page.says("Thank you: confirmed."), "{}", page.words());
        story.settle().await;
        let page = story.browser().get(&public).await;
        assert!(page.says("Ville de Kaolack"), "{}", page.words());
        let list = story.browser().get("/en/actions").await;
        let named = list.links("a").into_iter().filter(|href| href.contains(&town.reference)).count();
        assert_eq!(named, 1, "a joint action is listed once");
        let partner = first_link(&page, "/en/governments/");
        let theirs = page.links("a").into_iter().filter(|href| href.starts_with("/en/governments/LG-"));
        for government in theirs {
            let page = story.browser().get(&government).await;
            assert!(page.says(town::TITLE), "{government} and {partner}: {}", page.words());
        }
        let told = story.mail_to(town::OFFICER).await;
        assert!(told[0].text.contains("Kaolack"), "{}", told[0].text);

        let day = story.house.now().date().to_string();
        story.advance(2 * 86_400);
        let mut other = story.sign_in(town::OTHER).await;
        let page = other.get(&path).await;
        let page = other.send(page.form(&format!("{path}/take-back"))).await;
        assert!(page.says("Taken back."), "{}", page.words());
        story.settle().await;
        for day in [String::new(), format!("?as-of={day}")] {
            for page in [&public, "/en/actions"] {
                let page = story.browser().get(&format!("{page}{day}")).await;
                assert!(
                    !page.says("Kaolack"),
                    "its name goes with its word, from every day: {}",
                    page.words()
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_answers_by_a_code_to_its_office() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let (id, public) = (town.published.clone(), format!("/en/actions/{}", town.reference));
        let page = name_body(&mut town.officer, &id, AGENCY).await;
        press(&mut town.officer, &page, "ask").await;
        let path = link_in_mail(&story, OFFICE, "/fr/partner-for/").await.replace("/fr/", "/en/");
        let mut office = story.browser();
        let page = office.get(&path).await;
        assert!(page.says(town::TITLE) && page.says("o…@agency.example"), "{}", page.words());
        assert!(page.text.contains("noindex"));
        assert!(!story.browser().get(&public).await.says(AGENCY), "opening the page decides nothing");

        let page = office.send(page.form(&format!("{path}/code"))).await;
        let wrong = page.form(&path).set("code", "000000").press("answer", "confirm");
        let page = office.send(wrong).await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
        let code = story.code_to(OFFICE).await;
        let page = office.send(page.form(&path).set("code", &code).press("answer", "confirm")).await;
        assert!(page.says("Thank you: confirmed."), "{}", page.words());
        story.settle().await;
        let page = story.browser().get(&public).await;
        assert!(page.says(AGENCY) && page.says("United Nations agency"), "{}", page.words());
        assert!(!page.text.contains(OFFICE), "its address is private");
        assert_eq!(office.get(&path).await.status, 410, "a question is answered once");

        let back = link_in_mail(&story, OFFICE, "/fr/partner-for/").await.replace("/fr/", "/en/");
        assert_ne!(back, path);
        let page = office.get(&back).await;
        let page = office.send(page.form(&format!("{back}/code"))).await;
        let code = story.code_to(OFFICE).await;
        let page = office.send(page.form(&back).set("code", &code).press("answer", "take-back")).await;
        assert!(page.says("Taken back."), "{}", page.words());
        story.settle().await;
        assert!(!story.browser().get(&public).await.says(AGENCY));
    })
    .await;
}

#[tokio::test]
async fn a_partner_who_never_answers_is_reminded_once_and_named_nowhere() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let id = town.published.clone();
        let page = name_body(&mut town.officer, &id, AGENCY).await;
        let page = press(&mut town.officer, &page, "ask").await;
        assert!(page.says("not answered"), "{}", page.words());
        assert_eq!(story.mail_to(OFFICE).await.len(), 1);
        for _ in 0..3 {
            story.advance(15 * 86_400);
            expire_now(&story.house).await.unwrap();
        }
        let letters = story.mail_to(OFFICE).await;
        assert_eq!(letters.len(), 2, "one question, one reminder");
        assert!(letters[0].subject.contains("rappel"), "{}", letters[0].subject);
        let mut officer = story.sign_in(town::OFFICER).await;
        let page = officer.get(&format!("/en/my/actions/{id}/partners")).await;
        assert!(page.says("not answered") && page.says("A reminder was sent."), "{}", page.words());
        let public = story.browser().get(&format!("/en/actions/{}", town.reference)).await;
        assert!(!public.says(AGENCY));
    })
    .await;
}

#[tokio::test]
async fn two_governments_that_become_one_share_their_drafts_and_are_named_once() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let theirs = town::begin(&mut town.other, "en").await;
        let id = town.published.clone();
        let page = name_government(&mut town.officer, &id, "Kaolack").await;
        press(&mut town.officer, &page, "ask").await;
        let mine = town.other.get("/en/my/actions").await;
        let path = first_link(&mine, "/en/my/partnerships/");
        let page = town.other.get(&path).await;
        town.other.send(page.form(&format!("{path}/confirm"))).await;

        let kaolack = town::governed(&mut town.other).await;
        let merge = "/en/desk/governments/merge";
        let page = town.desk.get(&format!("{merge}?from={kaolack}&into={}", town.government)).await;
        let posts = page.forms(merge).into_iter().find(|form| form.value("csrf").is_some()).unwrap();
        let page = town.desk.send(posts).await;
        assert!(page.at() == merge && page.status == 200, "{}", page.words());
        story.settle().await;
        let page = story.browser().get(&format!("/en/actions/{}", town.reference)).await;
        let under = page.all(".under").join(" ");
        assert_eq!(under.matches("Ville de").count(), 1, "named once: {under}");
        for (browser, draft) in [(&mut town.officer, &theirs), (&mut town.other, &town.draft)] {
            let page = browser.get(&format!("/en/my/actions/{draft}")).await;
            assert_eq!(page.status, 200, "drafts of both sides are open to both");
        }
    })
    .await;
}

fn partner() -> Partner {
    Partner {
        id: Uuid::nil(),
        action: ActionId::from(Uuid::nil()),
        who: WhoTakesPart::Body(Body {
            kind: BodyKind::Academic,
            name: LanguageMap::original(Lang::En, "A university"),
            website: None,
            address: Some(OFFICE.to_owned()),
        }),
        state: PartnerState::Named,
        since: Moment::from_unix(0),
        asked: None,
        reminded: None,
    }
}

proptest! {
    /// Whatever is tried in whatever order: public is who has confirmed after being asked, and has not taken it back
    /// or been taken out since; a refused act changes nothing; who was taken out stays out.
    #[test]
    fn nobody_is_public_without_their_own_word(acts in proptest::collection::vec(0_u8..6, 0..24)) {
        let mut stands = partner();
        let (mut asked, mut public, mut removed) = (false, false, false);
        for (n, act) in acts.into_iter().enumerate() {
            let at = Moment::from_unix(i64::try_from(n).unwrap() + 1);
            let tried = stands.clone();
            let result = match act {
                0 => tried.ask(at),
                1 => tried.remind(at),
                2 => tried.answer(PartnerAnswer::Confirm, at),
                3 => tried.answer(PartnerAnswer::Decline, at),
                4 => tried.answer(PartnerAnswer::TakeBack, at),
                _ => tried.remove(at),
            };
            let Ok(next) = result else { continue };
            prop_assert!(!removed, "who was taken out stays out");
            match act {
                0 => asked = true,
                1 => prop_assert!(asked && stands.reminded.is_none()),
                2 => { prop_assert!(asked); public = true; asked = false; }
                3 => { prop_assert!(asked); asked = false; }
                4 => { prop_assert!(public); public = false; }
                _ => { public = false; asked = false; removed = true; }
            }
            stands = next;
            prop_assert_eq!(stands.state.is_named_in_public(), public);
        }
    }
}
