//! Stories of a government's record: its people change what is theirs to say, the desk confirms name, kind and official
//! domain; through the door, on both databases. And what holds of every mandate.

use proptest::prelude::*;
use rooms::governments::{self, Mandate, MandateKind, MandateState, OnDomain, Over, Proof, Term, Tier, may};
use rooms::people::{Acting, Role};
use vocabulary::{GovernmentId, MandateId, Moment, PersonId, Uuid};

use crate::governments::{asks, confirms, entered};
use crate::harness::on_both;

const OFFICER: &str = "amina@freetown.example";
const DESK: &str = "desk@house.example";

#[tokio::test]
async fn a_government_changes_its_record_and_the_desk_confirms_name_kind_and_domain() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        let path = format!("/en/my/governments/{}/profile", city.reference);
        assert_eq!(officer.get(&path).await.status, 403, "nobody changes what they do not act for");
        asks(&mut officer, &city).await;
        assert_eq!(officer.get(&path).await.status, 403, "nor before the mandate is confirmed");
        confirms(&story, &mut desk).await;
        let page = officer.get(&path).await;
        let page = officer.send(page.form(&path)).await;
        assert_eq!(page.errors(), ["Nothing would change: change a field first"]);
        let form = page.form(&path).set("place", "Nowhere at all").set("people", "many").set("lat", "95");
        let form = form.set("lon", "x").set("domain", "gmail.com").set("name-0", "Fritong");
        let page = officer.send(form.set("website", "freetown").set("name", "")).await;
        assert_eq!((page.status, page.errors().len()), (422, 8), "{:?}", page.errors());
        assert_eq!(page.form(&path).value("people"), Some("many"), "what was typed is kept");

        let form = officer.get(&path).await.form(&path);
        let form = form.set("place", "freetown").set("people", "1 055 964").set("year", "2015");
        let form = form.set("website", "https://freetown.example").set("aliases", "Romarong\n\nRomarong");
        let form = form.set("networks", "UCLG Africa\nMercociudades").set("name", "Freetown City Council");
        let form = form.set("name-0", "فريتاون").set("language-0", "ar").set("tier", "metropolitan");
        let page = officer.send(form.set("domain", "info@WWW.Freetown.example")).await;
        assert!(page.says("the secretariat has your request for the rest"), "{:?}", page.errors());
        let public = format!("/en/governments/{}", city.reference);
        let page = story.browser().get(&public).await;
        assert_eq!(page.heading(), "Freetown", "the name waits");
        let networks = ["UCLG Africa", "Mercociudades"];
        for said in ["1,055,964 (2015)", "Romarong", "City or municipality"].into_iter().chain(networks) {
            assert!(page.says(said), "{said}: {}", page.words());
        }
        let now = governments::by_id(story.house.store.read(), city.id).await.unwrap().unwrap().profile;
        assert!(now.place.is_some() && now.point.is_some_and(|(lat, _)| (8.0..9.0).contains(&lat)));
        assert_eq!((now.tier, now.domain), (Tier::Municipality, None));
        assert!(officer.get(&path).await.says("Waits for the secretariat"));

        let letters = story.mail_to(DESK).await;
        let told = letters.iter().filter(|letter| letter.subject.contains("a change of the record")).count();
        assert_eq!(told, 3, "the desk is told of each");
        let base = format!("/en/desk/governments/{}", city.reference);
        let page = desk.get(&base).await;
        let change = |page: &crate::harness::Page, word: &str| {
            let at = page.all("h3").iter().position(|h3| h3.starts_with(word)).unwrap();
            page.forms(&format!("{base}/change")).remove(at)
        };
        let domain = change(&page, "Official domain: freetown.example");
        let page = desk.send(domain.clone().press("answer", "refuse")).await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "a reason is needed");
        let reason = domain.names().into_iter().find(|name| name.starts_with("reason-")).unwrap();
        let form = domain.set(&reason, "It is not registered to the city").press("answer", "refuse");
        let page = desk.send(form).await;
        assert!(page.says("The change is refused"), "{}", page.words());
        assert!(story.mail_to(OFFICER).await[0].text.contains("It is not registered to the city"));
        let page = desk.send(change(&page, "Name: ").press("answer", "confirm")).await;
        assert!(page.says("The change is made"), "{}", page.words());
        let page = story.browser().get(&public).await;
        assert_eq!(page.heading(), "Freetown City Council");
        assert!(page.says("فريتاون") && page.all("aside").join(" ").contains("Freetown"), "the former name");
        let page = officer.get("/en/my/governments/ask?q=Romarong&country=SL").await;
        assert!(page.says("Freetown City Council"), "found by its other names: {}", page.words());
    })
    .await;
}

#[tokio::test]
async fn the_desk_changes_any_field_itself() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let mut desk = story.at_desk(DESK).await;
        let base = format!("/en/desk/governments/{}", city.reference);
        let page = desk.get(&format!("{base}/edit")).await;
        let form = page.form(&format!("{base}/edit")).set("domain", "fcc.example").set("tier", "province");
        let page = desk.send(form.set("country", "LR").set("name", "Freetown Province")).await;
        assert!(page.says("The record is changed") && page.says("fcc.example"), "{}", page.words());
        let kept = governments::by_id(story.house.store.read(), city.id).await.unwrap().unwrap();
        assert_eq!(
            (kept.profile.tier, kept.profile.domain.as_deref()),
            (Tier::Province, Some("fcc.example"))
        );
        assert_eq!(kept.profile.aliases, ["Freetown"], "the former name stays");
        let page = story.browser().get(&format!("/en/governments/{}", city.reference)).await;
        assert!(page.heading() == "Freetown Province" && page.says("Liberia"), "{}", page.words());
        let mut officer = story.sign_in("amina@fcc.example").await;
        asks(&mut officer, &kept).await;
        let waiting = governments::waiting(story.house.store.read()).await.unwrap();
        assert_eq!(waiting[0].0.on_domain, OnDomain::Yes);
    })
    .await;
}

#[tokio::test]
async fn each_role_sees_only_its_own() {
    on_both(|story| async move {
        let roles = [Role::Assessor, Role::Editor, Role::Translator, Role::Partner, Role::Reader];
        for role in roles {
            let address = format!("{}@panel.example", role.word());
            story.invite(&address, role).await;
            let mut browser = story.sign_in(&address).await;
            for route in &story.routes {
                let plain = !route.path.replace("{lang}", "").contains('{');
                if route.access == web::Access::Desk && plain && route.method == web::Method::Get {
                    let page = browser.peek(&route.path.replace("{lang}", "en")).await;
                    assert_eq!(page.status, 403, "{role} {}", route.path);
                }
            }
            assert_eq!(browser.get("/en/my").await.status, 200, "{role}");
        }
    })
    .await;
}

fn id(n: u8) -> Uuid {
    Uuid::from_u128(u128::from(n) + 1)
}

prop_compose! {
    fn mandates()(
        n in 0u8..9, person in 0u8..3, state in 0usize..5, kind in 0usize..4, signs: bool,
        starts in prop::option::of(0i64..100), ends in prop::option::of(0i64..100),
    ) -> Mandate {
        let (at, by) = (Moment::from_unix(50), PersonId::from(id(9)));
        let states = [
            MandateState::Asked,
            MandateState::Confirmed { at, by },
            MandateState::Refused { at, by, reason: "why".to_owned() },
            MandateState::Expired { at },
            MandateState::Ended { at, over: Over::Left },
        ];
        Mandate {
            id: MandateId::from(id(n)),
            government: GovernmentId::from(id(0)),
            person: PersonId::from(id(person)),
            kind: MandateKind::ALL[kind],
            function: String::new(),
            on_domain: OnDomain::Unknown,
            asked: Moment::from_unix(0),
            state: states[state].clone(),
            term: Term { starts: starts.map(Moment::from_unix), ends: ends.map(Moment::from_unix) },
            signs,
            proof: Proof::default(),
            before: None,
            warned: None,
        }
    }
}

proptest! {
    #[test]
    fn a_mandate_goes_only_forward(mandate in mandates(), now in 0i64..100) {
        let (at, by) = (Moment::from_unix(now), PersonId::from(id(9)));
        let waits = mandate.state == MandateState::Asked;
        prop_assert_eq!(mandate.clone().confirm(by, at).is_ok(), waits);
        prop_assert_eq!(mandate.clone().refuse(by, "why".to_owned(), at).is_ok(), waits);
        prop_assert_eq!(mandate.clone().expire(at).is_ok(), waits);
        prop_assert_eq!(mandate.due().is_some(), waits);
        let ended = mandate.clone().end(Over::Left, at);
        prop_assert_eq!(ended.is_ok(), mandate.stands());
        if let Ok(ended) = ended {
            prop_assert!(!ended.stands() && !ended.stands_at(at) && !ended.may_sign());
            prop_assert!(ended.end(Over::Left, at).is_err());
        }
        prop_assert!(mandate.stands() || !mandate.stands_at(at), "what is over never stands");
        if mandate.may_sign() {
            prop_assert!(mandate.is_confirmed());
            prop_assert!(mandate.signs || mandate.kind == MandateKind::MayorsOffice);
        }
        if mandate.is_confirmed() {
            prop_assert_eq!(mandate.stands_at(at), mandate.term.holds(at));
        }
    }

    #[test]
    fn a_list_within_a_scope_is_the_list_filtered_by_see(
        all in prop::collection::vec(mandates(), 0..12),
        person in 0u8..4,
        role in prop::option::of(prop::sample::select(Role::ALL.to_vec())),
        nobody: bool,
    ) {
        let acting = if nobody { Acting::nobody() } else { Acting::person(PersonId::from(id(person)), role) };
        let scope = may::scope(&acting);
        let scoped: Vec<_> = all.iter().filter(|one| scope.covers(one)).collect();
        let seen: Vec<_> = all.iter().filter(|one| may::see_mandate(&acting, one).is_ok()).collect();
        prop_assert_eq!(scoped, seen);
    }
}
