//! Stories of governments: asking to act for one, the desk's answer, merging; through the door, on both databases.

use rooms::governments::{self, Government, Origin, Profile, Tier};
use vocabulary::{Actor, Iso2, Lang, LanguageMap};

use crate::harness::{Browser, Page, Story, on_both};

const OFFICER: &str = "amina@freetown.example";
const DESK: &str = "desk@house.example";

/// A government that was read in a public source.
pub async fn entered(story: &Story, name: &str, country: &str, domain: Option<&str>) -> Government {
    let profile = Profile {
        name: LanguageMap::original(Lang::En, name),
        aliases: Vec::new(),
        tier: Tier::Municipality,
        country: Some(Iso2::parse(country).unwrap()),
        invented_country: None,
        place: None,
        point: None,
        population: None,
        website: None,
        domain: domain.map(str::to_owned),
        networks: Vec::new(),
    };
    let tx = story.house.act().await.unwrap();
    let origin = Origin::Source { address: "https://source.example/list".to_owned() };
    let made = governments::enter(&tx, Actor::Program("test"), profile, origin).await.unwrap();
    tx.commit().await.unwrap();
    story.settle().await;
    made
}

/// Asks to act for a government that is known.
pub async fn asks(officer: &mut Browser, of: &Government) -> Page {
    let page = officer.get(&format!("/en/my/governments/ask/details?government={}", of.reference)).await;
    officer.send(page.form("/en/my/governments/ask/details").set("function", "Head of integration")).await
}

/// The desk confirms the oldest request that waits.
pub async fn confirms(story: &Story, desk: &mut Browser) -> Page {
    let waiting = governments::waiting(story.house.store.read()).await.unwrap();
    let base = format!("/en/desk/mandates/{}", waiting[0].0.id);
    let page = desk.get(&base).await;
    let done = desk.send_once(page.form(&format!("{base}/confirm"))).await;
    story.settle().await;
    done
}

#[tokio::test]
async fn a_person_asks_to_act_for_a_government_and_the_desk_confirms() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", Some("freetown.example")).await;
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        let page = officer.get("/en/my").await;
        assert!(page.says("You act for no government yet"), "{}", page.words());
        let page = officer.get("/en/my/governments/ask?q=city%20of%20freeto&country=SL").await;
        assert!(
            page.links("a").iter().any(|href| href.ends_with(city.reference.as_str())),
            "{}",
            page.words()
        );
        let page = asks(&mut officer, &city).await;
        assert_eq!((page.status, page.at()), (200, "/en/my"), "{}", page.words());
        assert!(page.says("Your request is with the secretariat"));
        assert_eq!(
            story.mail_to(OFFICER).await[0].subject,
            "Call to Local Action: your request to act for Freetown · Sierra Leone"
        );
        let letter = &story.mail_to(DESK).await[0];
        assert!(letter.text.contains("is of the government’s official domain"), "{}", letter.text);
        let again = asks(&mut officer, &city).await;
        assert!(again.errors()[0].contains("already"), "{:?}", again.errors());
        let done = confirms(&story, &mut desk).await;
        assert_eq!(done.status, 303);
        let page = officer.get("/en/my").await;
        assert!(page.says("you may sign and send for this government"), "{}", page.words());
        assert!(story.mail_to(OFFICER).await[0].subject.contains("you act for Freetown"));
        assert!(story.facts().await.ends_with(&["mandate.asked".to_owned(), "mandate.confirmed".to_owned()]));
        let page = story.browser().get(&format!("/fr/governments/{}/wrong", city.reference)).await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Freetown"), "{}", page.words());
        assert!(
            page.at().ends_with("/freetown") && page.says("Signature non documentée"),
            "{}",
            page.words()
        );
    })
    .await;
}

#[tokio::test]
async fn a_proposed_government_is_public_only_once_confirmed_and_nobody_confirms_themself() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let page = desk.get("/en/my/governments/ask/details?name=Port%20Loko&country=SL").await;
        let form =
            page.form("/en/my/governments/ask/details").set("tier", "municipality").set("function", "Clerk");
        let page = desk.send(form).await;
        assert_eq!(page.at(), "/en/my", "{:?}", page.errors());
        let waiting = governments::waiting(story.house.store.read()).await.unwrap();
        let (mandate, city) = &waiting[0];
        let public = format!("/en/governments/{}", city.reference);
        story.settle().await;
        assert_eq!(story.browser().get(&public).await.status, 404);
        let base = format!("/en/desk/mandates/{}", mandate.id);
        let page = desk.get(&base).await;
        let page = desk.send(page.form(&format!("{base}/confirm"))).await;
        assert_eq!(page.status, 422);
        assert!(page.errors()[0].contains("Nobody answers their own request"), "{:?}", page.errors());
        let mut other = story.at_desk("second@house.example").await;
        let page = other.get(&base).await;
        let empty = other.send(page.form(&format!("{base}/refuse"))).await;
        assert_eq!(empty.status, 422);
        let page = other
            .send(
                page.form(&format!("{base}/refuse"))
                    .set("reason", "Write from your office, see https://evil.example"),
            )
            .await;
        assert!(page.says("refused"), "{}", page.words());
        let letter = &story.mail_to(DESK).await[0];
        assert!(
            letter.text.contains("Write from your office") && !letter.html.contains("href=\"https://evil")
        );
        assert_eq!(story.browser().get(&public).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn two_records_of_one_government_are_merged_and_parted_again() {
    on_both(|story| async move {
        let one = entered(&story, "Nilufer Belediyesi", "TR", None).await;
        let two = entered(&story, "Nilüfer", "TR", None).await;
        let mut desk = story.at_desk(DESK).await;
        let page = desk
            .get(&format!("/en/desk/governments/merge?from={}&into={}", one.reference, two.reference))
            .await;
        let forms = page.forms("/en/desk/governments/merge");
        let merge = forms
            .into_iter()
            .find(|form| form.value("csrf").is_some())
            .expect("the preview can be confirmed");
        let done = desk.send_once(merge).await;
        assert_eq!(done.status, 303);
        story.settle().await;
        let page = story.browser().get(&format!("/en/governments/{}", one.reference)).await;
        assert!(page.at().contains(two.reference.as_str()), "{}", page.at());
        let page = desk.get("/en/desk/governments/merge").await;
        desk.send_once(page.form("/en/desk/governments/unmerge")).await;
        story.settle().await;
        let page = story.browser().get(&format!("/en/governments/{}", one.reference)).await;
        assert!(page.status == 200 && page.at().contains(one.reference.as_str()), "{}", page.at());
    })
    .await;
}
