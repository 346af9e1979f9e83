//! Properties of an action's way from draft to register and back: whatever is tried in whatever order.

use proptest::prelude::*;
use rooms::actions::may::{self, Signed};
use rooms::actions::{Action, NotNow, Revision, Stage, VersionOf, WithdrawReason};
use rooms::people::{Acting, Role};
use store::Hash;
use vocabulary::{ActionId, CallId, GovernmentId, Moment, PersonId, Reference, Uuid};

/// What may be tried.
const TRIES: [&str; 10] = [
    "send",
    "assess",
    "conclude",
    "give back",
    "decline",
    "publish",
    "correct",
    "read again",
    "withdraw",
    "protect",
];

/// From which stage to which there is a way; what changes within a stage (a revision, a correction) is drawn too.
const WAYS: [(&str, &str); 16] = [
    ("draft", "sent"),
    ("returned", "sent"),
    ("sent", "in_assessment"),
    ("in_assessment", "sent"),
    ("sent", "sent"),
    ("sent", "returned"),
    ("sent", "declined"),
    ("sent", "published"),
    ("published", "published"),
    ("on_file", "on_file"),
    ("on_file", "published"),
    ("published", "withdrawn"),
    ("on_file", "withdrawn"),
    ("published", "protected"),
    ("on_file", "protected"),
    ("withdrawn", "protected"),
];

fn version(n: i64) -> VersionOf {
    VersionOf { n, hash: Hash::of(n.to_string()) }
}

fn person(n: u128) -> PersonId {
    PersonId::from(Uuid::from_u128(n))
}

/// An action as it begins: a draft, or a record that was entered from a source.
fn fresh(on_file: bool) -> Action {
    Action {
        id: ActionId::from(Uuid::from_u128(1)),
        call: CallId::from(Uuid::from_u128(2)),
        reference: on_file.then(|| Reference::yearly("LA", 2026, 1)),
        lead: GovernmentId::from(Uuid::from_u128(3)),
        author: (!on_file).then(|| person(4)),
        stage: if on_file { Stage::OnFile } else { Stage::Draft },
        since: Moment::from_unix(0),
        current: on_file.then(|| version(1)),
        revision: None,
        begun: Moment::from_unix(0),
    }
}

/// How the world stands while something is tried.
struct World {
    signed: Signed,
    /// Whether the member of the secretariat who publishes made the version that waits.
    same_eyes: bool,
}

/// Tries one thing as the acts do: where a predicate stands before the transition, it is asked first.
fn tried(one: Action, what: &str, n: i64, world: &World) -> Option<Action> {
    let at = Moment::from_unix(n);
    let made: Result<Action, NotNow> = match what {
        "send" => one.send(version(n), Reference::yearly("LA", 2026, u32::try_from(n).unwrap()), at),
        "assess" => one.assess(at),
        "conclude" => one.conclude(at),
        "give back" => one.give_back("Say how many.".to_owned(), at),
        "decline" => one.decline("It is no action.".to_owned(), at),
        "publish" => {
            let desk = Acting::person(person(9), Some(Role::Secretariat));
            let by = if world.same_eyes { person(9) } else { person(4) };
            may::publish(&desk, Some(by), world.signed).ok()?;
            one.publish(at)
        }
        "correct" => one.correct(version(n)),
        "read again" => one.read_again(version(n)),
        "withdraw" => one.withdraw(WithdrawReason::Other, at),
        _ => one.protect(at),
    };
    made.ok()
}

proptest! {
    /// Only ways that are drawn are gone; a final stage is never left; what identifies an action never changes; and
    /// nothing is on the register without a reference, a version, a verified signature and other eyes.
    #[test]
    fn an_action_goes_only_the_ways_that_are_drawn(
        on_file in any::<bool>(),
        steps in proptest::collection::vec((0..TRIES.len(), any::<bool>(), 0_u8..4), 0..60)
    ) {
        let mut one = fresh(on_file);
        for (n, (what, signed, eyes)) in steps.into_iter().enumerate() {
            let n = i64::try_from(n).unwrap() + 2;
            let signed = if signed { Signed::Verified } else { Signed::No };
            let world = World { signed, same_eyes: eyes == 0 };
            let before = one.clone();
            let Some(after) = tried(before.clone(), TRIES[what], n, &world) else { continue };
            let way = (before.stage.word(), after.stage.word());
            prop_assert!(WAYS.contains(&way), "{} went {way:?}", TRIES[what]);
            let left = matches!(before.stage, Stage::Declined { .. } | Stage::Protected);
            prop_assert!(!left, "{} left the final stage {}", TRIES[what], before.stage.word());
            prop_assert!(before.stage.word() != "withdrawn" || after.stage == Stage::Protected);
            prop_assert_eq!(
                (before.id, before.call, before.lead, before.author, before.begun),
                (after.id, after.call, after.lead, after.author, after.begun)
            );
            if before.reference.is_some() {
                prop_assert_eq!(&before.reference, &after.reference, "a reference is given once");
            }
            prop_assert!(after.stage == Stage::Draft || after.reference.is_some());
            prop_assert!(after.stage == Stage::Draft || after.current.is_some());
            let becomes_public = after.stage == Stage::Published
                && (before.stage != Stage::Published || TRIES[what] == "publish");
            if becomes_public {
                prop_assert!(world.signed == Signed::Verified && !world.same_eyes);
                prop_assert_eq!(before.waiting(), after.current.as_ref(), "what waited is what stands");
            }
            prop_assert!(after.revision.is_none() || after.stage.is_public(), "only what is public is revised");
            prop_assert!(!(after.is_open() && after.waiting().is_some()), "what waits is not written");
            prop_assert_eq!(after.reasons().is_some(), matches!(
                (&after.stage, &after.revision),
                (Stage::Returned { .. } | Stage::Declined { .. }, _) | (_, Some(Revision::Returned { .. }))
            ));
            prop_assert_ne!(&after, &before, "what changes nothing is refused");
            one = after;
        }
    }
}

#[test]
fn every_stage_is_reached_and_each_has_its_word() {
    use std::collections::BTreeSet;
    let world = World { signed: Signed::Verified, same_eyes: false };
    let mut met: BTreeSet<&'static str> = BTreeSet::new();
    let mut ways: BTreeSet<(&'static str, &'static str)> = BTreeSet::new();
    let mut todo = vec![fresh(false), fresh(true)];
    for n in 2..8 {
        let mut next = Vec::new();
        for one in todo {
            met.insert(one.stage.word());
            for what in TRIES {
                let Some(after) = tried(one.clone(), what, n, &world) else { continue };
                ways.insert((one.stage.word(), after.stage.word()));
                next.push(after);
            }
        }
        todo = next;
    }
    let drawn: BTreeSet<_> = WAYS.iter().copied().collect();
    assert_eq!(ways.difference(&drawn).collect::<Vec<_>>(), Vec::<&(&str, &str)>::new());
    let unused: Vec<_> = drawn.difference(&ways).collect();
    assert_eq!(unused, Vec::<&(&str, &str)>::new(), "drawn and never gone");
    let all: BTreeSet<_> = WAYS.iter().flat_map(|(from, to)| [*from, *to]).collect();
    assert_eq!(met, all);
}
