//! Which: ids are types around a UUIDv7, so that they sort by creation and cannot be mixed up.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use uuid::{NoContext, Timestamp, Uuid};

use crate::moment::Moment;

/// Makes an id type around a [`Uuid`]: `id_type!(/// A person. PersonId);`
#[macro_export]
macro_rules! id_type {
    ($($(#[$about:meta])* $name:ident);+ $(;)?) => {$(
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            $crate::ids::serde::Serialize, $crate::ids::serde::Deserialize,
        )]
        #[serde(crate = "vocabulary::ids::serde", transparent)]
        pub struct $name($crate::Uuid);

        impl $name {
            /// The UUID within.
            pub fn uuid(self) -> $crate::Uuid {
                self.0
            }
        }

        impl From<$crate::Uuid> for $name {
            fn from(uuid: $crate::Uuid) -> Self {
                $name(uuid)
            }
        }

        impl From<$name> for $crate::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ids::NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse::<$crate::Uuid>().map($name).map_err(|_| $crate::ids::NotAnId(text.to_owned()))
            }
        }
    )+};
}

extern crate self as vocabulary;

#[doc(hidden)]
pub use serde;

/// Text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an id; copy it whole from where it was shown")]
pub struct NotAnId(pub String);

id_type! {
    /// A person who signs in.
    PersonId;
    /// A local or regional government, a network or an association.
    GovernmentId;
    /// Who may act for a government, from when to when.
    MandateId;
    /// A Call.
    CallId;
    /// A declaration that can be signed.
    DeclarationId;
    /// A version of a text.
    VersionId;
    /// A government's signature under a declaration.
    SignatureId;
    /// An action.
    ActionId;
    /// A draft that is not yet sent.
    DraftId;
    /// A body that steers, partners, advises or supports a Call.
    BodyId;
    /// A file kept by the house.
    FileId;
    /// A mail in the outbox.
    MailId;
    /// A browser session.
    SessionId;
    /// An account at the desk.
    AccountId;
    /// An invitation to take a role.
    InvitationId;
    /// A request that waits for the desk.
    RequestId;
    /// One run of the import.
    ImportId;
}

/// The source of ids: the moment, a counter within the second, and chance. Clones share the counter, so ids of
/// one process sort in the order in which they were made, also under a fixed clock.
#[derive(Clone, Debug)]
pub struct Ids {
    last: Arc<Mutex<(i64, u32)>>,
    chance: Chance,
}

#[derive(Clone, Debug)]
enum Chance {
    System,
    Fixed(Arc<AtomicU64>),
}

/// A second holds 1,000 milliseconds of 4,096 ids each.
const PER_SECOND: u32 = 1000 * 4096;

impl Ids {
    /// Ids with the system's chance.
    pub fn system() -> Self {
        Ids { last: Arc::default(), chance: Chance::System }
    }

    /// Ids that are the same in each run: for tests and stories.
    pub fn fixed() -> Self {
        Ids { last: Arc::default(), chance: Chance::Fixed(Arc::default()) }
    }

    /// The next id of a type.
    pub fn next<T: From<Uuid>>(&self, now: Moment) -> T {
        T::from(self.next_uuid(now))
    }

    /// The next id as a bare UUID.
    pub fn next_uuid(&self, now: Moment) -> Uuid {
        let (second, count) = self.step(now);
        let millis = u64::try_from(second).unwrap_or(0) * 1000 + u64::from(count >> 12);
        let mut bytes = *self.chance_bytes().as_bytes();
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        bytes[6] = 0x70 | u8::try_from((count >> 8) & 0x0f).expect("four bits");
        bytes[7] = u8::try_from(count & 0xff).expect("eight bits");
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Uuid::from_bytes(bytes)
    }

    fn step(&self, now: Moment) -> (i64, u32) {
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (second, count) = *last;
        let next = match (now.unix() > second, count + 1 < PER_SECOND) {
            (true, _) => (now.unix(), 0),
            (false, true) => (second, count + 1),
            (false, false) => (second + 1, 0),
        };
        *last = next;
        next
    }

    fn chance_bytes(&self) -> Uuid {
        match &self.chance {
            Chance::System => Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0)),
            Chance::Fixed(seed) => {
                let n = seed.fetch_add(1, Ordering::SeqCst);
                Uuid::from_u64_pair(mix(n), mix(n ^ 0x5bd1_e995_0000_0000))
            }
        }
    }
}

/// The finaliser of splitmix64: spreads a counter over 64 bits.
fn mix(n: u64) -> u64 {
    let mut z = n.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
