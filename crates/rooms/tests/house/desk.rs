//! Stories of the desk: who has what, and the way from one to the next.

use proptest::prelude::*;
use rooms::desk::item::{Item, Kind, PAGE, Way, Whose, beside, list, paged};
use rooms::governments::{self, Origin, Tier};
use rooms::people::Role;
use vocabulary::{Moment, PersonId, Uuid};

use super::town::{self, DESK, OFFICER, OTHER, SECOND, Town};
use crate::harness::{Browser, Page, on_both};

/// What waits, in the order of the list.
fn waiting(page: &Page) -> Vec<String> {
    let links = page.links("#waiting td:nth-child(2) a");
    links.into_iter().filter(|href| href.starts_with("/en/desk/")).collect()
}

/// Chooses the list of all that waits, or of one's own.
async fn choose(desk: &mut Browser, whose: &str) -> Page {
    let page = desk.get("/en/desk").await;
    desk.send(page.form("/en/desk/list").press("whose", whose)).await
}

/// Takes or hands over a line of the list.
async fn give(desk: &mut Browser, line: usize, to: &str) -> Page {
    let page = desk.get("/en/desk").await;
    let form = page.forms("/en/desk/own").into_iter().nth(line).unwrap();
    desk.send(form.press("to", to)).await
}

/// Follows the link of the page that leads on, or back.
async fn follow(desk: &mut Browser, page: &Page, way: &str) -> Page {
    let href = page.links(&format!("a[rel={way}]")).remove(0);
    desk.get(&href).await
}

/// From one to the next without the list.
async fn goes_through(desk: &mut Browser, all: &[String]) {
    let page = desk.get(&all[0]).await;
    let page = follow(desk, &page, "next").await;
    assert_eq!(page.at(), all[1]);
    let page = follow(desk, &page, "next").await;
    assert_eq!(page.at(), all[2]);
    let end = follow(desk, &page, "next").await;
    assert!(end.says("That was the last one"), "{}", end.words());
    let page = follow(desk, &page, "prev").await;
    assert_eq!(page.at(), all[1]);
}

#[tokio::test]
async fn the_desk_takes_hands_over_and_goes_from_one_to_the_next() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        story.invite(SECOND, Role::Secretariat).await;
        let mut second = story.sign_in(SECOND).await;
        let mut officer = story.sign_in(OFFICER).await;
        let mut other = story.sign_in(OTHER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let government = town::governed(&mut officer).await;
        town::sign(&mut officer, "fr", &government).await;
        story.advance(60);
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        town::send(&mut officer, "fr", &id).await;
        story.advance(60);
        town::propose(&mut other, "en", "Ville de Kaolack").await;

        let page = desk.get("/en/desk").await;
        let all = waiting(&page);
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[0].contains("/signatures/") && all[1].contains("/actions/"), "{all:?}");
        assert!(all[2].contains("/mandates/"), "oldest first: {all:?}");
        assert_eq!(page.all("#waiting tr time").len(), 6, "since when, and when it is due: {}", page.text);
        let page = desk.get("/en/desk?kind=action").await;
        assert_eq!(waiting(&page), [format!("{}?only=action", all[1])], "counts lead to lists");

        goes_through(&mut desk, &all).await;

        // Taken, handed over, and the way keeps to one's own.
        let page = choose(&mut desk, "mine").await;
        assert!(waiting(&page).is_empty(), "{}", page.words());
        choose(&mut desk, "all").await;
        give(&mut desk, 0, "me").await;
        let page = give(&mut desk, 2, "me").await;
        assert!(page.says(DESK), "{}", page.words());
        let page = choose(&mut desk, "mine").await;
        assert_eq!(waiting(&page), [all[0].clone(), all[2].clone()]);
        let page = desk.get(&all[0]).await;
        let page = follow(&mut desk, &page, "next").await;
        assert_eq!(page.at(), all[2], "the next of one's own");
        let colleague = desk.get("/en/desk").await;
        let button = colleague.all("#waiting button").into_iter().find(|text| text.contains(SECOND));
        assert!(button.is_some(), "{}", colleague.words());
        let person = person_of(&colleague);
        let page = give(&mut desk, 1, &person).await;
        assert_eq!(waiting(&page), all[..1], "it is no longer mine");
        let letters = story.mail_to(SECOND).await;
        let handed = letters.iter().filter(|letter| letter.subject.contains("handed to you")).count();
        assert_eq!(handed, 1, "{letters:?}");
        let page = choose(&mut second, "mine").await;
        assert_eq!(waiting(&page), all[2..], "{}", page.words());

        // What is dealt with is nobody's any more; a form that was left open says so.
        let page = choose(&mut second, "mine").await;
        let old = page.forms("/en/desk/own").remove(0);
        let page = second.get(&all[2]).await;
        second.send(page.form(&format!("{}/confirm", all[2]))).await;
        let page = second.send(old.press("to", "me")).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(page.says("waits no more"), "{}", page.words());
    })
    .await;
}

/// The id of the colleague to whom the first line can be handed over.
fn person_of(page: &Page) -> String {
    let (_, rest) = page.text.split_once("name=\"to\" value=\"").unwrap();
    let values = std::iter::once(rest).chain(rest.split("name=\"to\" value=\"").skip(1));
    let values = values.map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
    values.into_iter().find(|value| value.len() > 10).expect("a colleague")
}

fn item(kind: Kind, since: i64, owner: Option<u128>) -> Item {
    Item {
        kind,
        thing: Uuid::from_u128(u128::from(since.unsigned_abs()) * 31 + 7),
        what: String::new(),
        path: String::new(),
        government: (String::new(), String::new()),
        since: Moment::from_unix(since),
        due: Moment::from_unix(since).plus_days(kind.days()),
        next: "",
        first: None,
        with_others: kind == Kind::Marks,
        owner: owner.map(|n| PersonId::from(Uuid::from_u128(n))),
    }
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    let one = (0..Kind::ALL.len(), 0..900_000i64, proptest::option::of(1..3u128));
    proptest::collection::vec(one, 0..12).prop_map(|made| {
        let mut items: Vec<Item> = Vec::new();
        for (kind, since, owner) in made {
            let new = item(Kind::ALL[kind], since, owner);
            if !items.iter().any(|old| old.thing == new.thing) {
                items.push(new);
            }
        }
        items
    })
}

#[tokio::test]
async fn the_way_through_the_list_keeps_to_the_kind_that_one_has_chosen() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès Nord").await;
        town::confirm(&mut desk).await;
        let government = town::governed(&mut officer).await;
        for _ in 0..2 {
            let id = town::begin(&mut officer, "fr").await;
            town::answer_all(&mut officer, "fr", &id).await;
            town::send(&mut officer, "fr", &id).await;
            story.advance(60);
        }
        town::sign(&mut officer, "fr", &government).await;
        let mut other = story.sign_in(OTHER).await;
        town::propose(&mut other, "en", "Thiès").await;

        let page = desk.get("/en/desk?kind=action").await;
        let all = waiting(&page);
        assert!(all.len() == 2 && all.iter().all(|path| path.ends_with("?only=action")), "{all:?}");
        let page = desk.get(&all[0]).await;
        let page = follow(&mut desk, &page, "next").await;
        assert_eq!(page.path, all[1], "the next of the same kind");
        let end = follow(&mut desk, &page, "next").await;
        assert!(end.says("That was the last one") && end.path.contains("kind=action"), "{}", end.path);
        let page = follow(&mut desk, &page, "prev").await;
        assert_eq!(page.path, all[0]);

        // A government that was proposed may be one that is there.
        let page = desk.get("/en/desk?kind=merge").await;
        let merge = waiting(&page);
        assert!(merge.len() == 1 && merge[0].contains("/merge?from="), "{merge:?}");
        assert!(page.says("Perhaps the same government as Ville de Thiès Nord"), "{}", page.words());
        let page = desk.get(&merge[0]).await;
        assert!(
            page.says("Ville de Thiès Nord") && !page.links("a[rel=next]").is_empty(),
            "{}",
            page.words()
        );
        let form = page.forms("/en/desk/governments/merge").pop().unwrap();
        desk.send(form).await;
        assert!(waiting(&desk.get("/en/desk?kind=merge").await).is_empty(), "merged, it waits no more");
    })
    .await;
}

#[tokio::test]
async fn governments_that_look_alike_wait_to_be_compared_until_they_are_told_apart() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let enter = async |name: &str, country: &str, tier: Tier| {
            let tx = story.house.act().await.unwrap();
            let mut profile = super::scope::profile(name, country);
            profile.tier = tier;
            let actor = vocabulary::Actor::Program("test");
            let made = governments::enter(&tx, actor, profile, Origin::Desk).await.unwrap();
            tx.commit().await.unwrap();
            made.reference.to_string()
        };
        let older = enter("Ville de Thiès", "SN", Tier::Municipality).await;
        story.advance(3_600);
        enter("Région de Thiès", "SN", Tier::Region).await;
        enter("Thiès", "CI", Tier::Municipality).await;
        let younger = enter("Commune de Thies", "SN", Tier::Unknown).await;
        let third = enter("Thiès", "SN", Tier::Municipality).await;

        let page = desk.get("/en/desk?kind=merge").await;
        let all = waiting(&page);
        let of =
            |from: &str, into: &str| format!("/en/desk/governments/merge?from={from}&into={into}&only=merge");
        assert!(all.contains(&of(&younger, &older)) && all.contains(&of(&third, &older)), "{all:?}");
        // The region is no city; but of what is not known what it is, it may be the region too.
        assert_eq!(all.len(), 4, "another country’s is another government: {all:?}");
        assert_eq!(page.all("#waiting tr time").len(), 8, "since when, and when it is due: {}", page.text);
        let page = desk.send(page.forms("/en/desk/own").remove(0).press("to", "me")).await;
        assert!(page.says(DESK), "one takes it as everything else: {}", page.words());

        let page = desk.get(&of(&younger, &older)).await;
        assert!(page.says("Commune de Thies") && page.says("Ville de Thiès"), "{}", page.words());
        let apart = page.form("/en/desk/governments/apart");
        let page = desk.send(apart.clone()).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert!(page.says("These two stay apart"), "{}", page.words());
        assert!(!waiting(&desk.get("/en/desk?kind=merge").await).contains(&of(&younger, &older)));
        desk.send(apart).await;
        assert_eq!(waiting(&desk.get("/en/desk?kind=merge").await).len(), 3, "for good");
        assert!(story.facts().await.contains(&"government.told-apart".to_owned()));

        let page = desk.get(&of(&third, &older)).await;
        let merge = page.forms("/en/desk/governments/merge").pop().unwrap();
        desk.send(merge).await;
        let left = waiting(&desk.get("/en/desk?kind=merge").await);
        assert!(left.iter().all(|path| !path.contains(&third)), "what is merged waits no more: {left:?}");
    })
    .await;
}

proptest! {
    #[test]
    fn pages_hold_the_whole_list_and_nothing_twice(n in 0_usize..260, page in 0_usize..9) {
        let (shown, at) = paged((0..n).collect(), page);
        prop_assert!(shown.len() <= PAGE && at >= 1 && (at - 1) * PAGE <= n);
        let all: Vec<usize> = (1..=n.div_ceil(PAGE).max(1)).flat_map(|at| paged((0..n).collect(), at).0).collect();
        prop_assert_eq!(all, (0..n).collect::<Vec<_>>());
    }

    #[test]
    fn a_list_is_oldest_first_and_ones_own_is_part_of_all(items in items()) {
        let (me, now) = (PersonId::from(Uuid::from_u128(1)), Moment::from_unix(500_000));
        let all = list(items.clone(), Whose::All, me, None, now);
        let mine = list(items.clone(), Whose::Mine, me, None, now);
        prop_assert!(all.windows(2).all(|two| two[0].since <= two[1].since));
        let own: Vec<Item> = all.iter().filter(|one| one.owner == Some(me)).cloned().collect();
        prop_assert_eq!(own, mine);
        let kinds = Kind::ALL.map(|kind| list(items.clone(), Whose::All, me, Some(kind), now).len());
        prop_assert_eq!(kinds.iter().sum::<usize>(), items.len());
    }

    #[test]
    fn the_way_on_and_back_leads_to_where_one_was(items in items()) {
        let (me, now) = (PersonId::from(Uuid::from_u128(1)), Moment::from_unix(500_000));
        let all = list(items, Whose::All, me, None, now);
        for here in &all {
            if let Some(next) = beside(&all, (here.kind, here.thing), Way::Next) {
                prop_assert_eq!(beside(&all, (next.kind, next.thing), Way::Previous), Some(here));
            }
        }
        let gone = (Kind::Action, Uuid::from_u128(0));
        prop_assert_eq!(beside(&all, gone, Way::Next), all.first());
    }
}

#[tokio::test]
async fn a_revision_waits_since_it_was_sent_and_not_since_its_action_is_public() {
    on_both(|story| async move {
        let town = Town::build(&story).await;
        story.advance(400 * 86_400);
        story.settle().await;
        story.advance(60);
        let mut officer = story.sign_in(OFFICER).await;
        let base = format!("/fr/my/actions/{}", town.published);
        let page = officer.get(&base).await;
        officer.send(page.form(&format!("{base}/revise"))).await;
        town::send(&mut officer, "fr", &town.published).await;
        story.settle().await;
        story.advance(60);
        let page = story.sign_in(DESK).await.get("/en/desk?kind=action").await;
        let path = format!("/en/desk/actions/{}", town.published);
        let at = waiting(&page).iter().position(|one| one.starts_with(&path)).expect("it waits");
        let since = page.all("#waiting td:first-child").remove(at);
        assert!(since.contains("since today"), "{since}");
        assert_eq!(at, 1, "after what has waited for a year");
    })
    .await;
}
