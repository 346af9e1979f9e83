//! Throttling: how often something may be done by one account, to one address, from one network.
//!
//! In memory, and forgetful on purpose: a restart forgives. An act should take from several buckets (the
//! account *with* the network, then the network alone), so that a stranger who hammers at somebody's account
//! from elsewhere does not lock its owner out.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use vocabulary::Moment;

use crate::Network;

/// How often: so many at once, and one more each time so many seconds have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How many at once.
    pub burst: u32,
    /// Seconds until one more.
    pub every: u32,
}

/// Who does it, or to whom it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An account, by id.
    Account(String),
    /// A mail address, in any case.
    Address(String),
    /// A network.
    Network(Network),
    /// An account or address as seen from one network: its owner elsewhere has a bucket of their own.
    From(String, Network),
}

/// A bucket: an act and who does it. Only a hash is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key([u8; 16]);

impl Key {
    /// The bucket of an act and of who does it.
    pub fn new(act: &str, who: &Who) -> Key {
        let text = match who {
            Who::Account(id) => format!("account\0{id}"),
            Who::Address(address) => format!("address\0{}", address.trim().to_lowercase()),
            Who::Network(network) => format!("network\0{network}"),
            Who::From(whom, network) => format!("from\0{}\0{network}", whom.trim().to_lowercase()),
        };
        let whole = Sha256::digest(format!("{act}\0{text}").as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&whole[..16]);
        Key(key)
    }
}

/// Too often; so many seconds until once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryAfter(pub u32);

impl From<RetryAfter> for crate::Problem {
    fn from(wait: RetryAfter) -> crate::Problem {
        crate::Problem::TooMany { retry_after: wait.0 }
    }
}

/// When a bucket will be full again, in seconds since 1970: all that a bucket must remember.
type FullAt = i64;

/// The buckets of one act.
pub struct Throttle {
    rule: Rule,
    most: usize,
    buckets: Mutex<HashMap<Key, FullAt>>,
}

/// The most buckets kept; the ones nearest to full are forgotten first.
const MOST: usize = 50_000;

impl Throttle {
    /// Buckets that follow a rule.
    pub fn new(rule: Rule) -> Throttle {
        Throttle::bounded(rule, MOST)
    }

    /// Buckets that follow a rule, at most so many of them.
    pub fn bounded(rule: Rule, most: usize) -> Throttle {
        Throttle { rule, most: most.max(1), buckets: Mutex::new(HashMap::new()) }
    }

    /// Takes one from a bucket.
    ///
    /// # Errors
    /// Where the bucket is empty: how long to wait. Nothing is taken then.
    pub fn take(&self, key: &Key, now: Moment) -> Result<(), RetryAfter> {
        let now = now.unix();
        let every = i64::from(self.rule.every.max(1));
        let room = every * i64::from(self.rule.burst.max(1));
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let full_at = buckets.get(key).copied().unwrap_or(now).max(now) + every;
        if full_at - now > room {
            return Err(RetryAfter(u32::try_from(full_at - now - room).unwrap_or(u32::MAX)));
        }
        if buckets.len() >= self.most && !buckets.contains_key(key) {
            forget(&mut buckets, now, self.most);
        }
        buckets.insert(*key, full_at);
        Ok(())
    }

    /// Fills a bucket again: after a success that proves the owner.
    pub fn forgive(&self, key: &Key) {
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }

    /// How many buckets are kept.
    pub fn len(&self) -> usize {
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether no bucket is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Drops the full buckets; where that is not enough, also the quarter nearest to full.
fn forget(buckets: &mut HashMap<Key, FullAt>, now: i64, most: usize) {
    buckets.retain(|_, full_at| *full_at > now);
    if buckets.len() < most {
        return;
    }
    let mut times: Vec<FullAt> = buckets.values().copied().collect();
    let (_, edge, _) = times.select_nth_unstable(most / 4);
    let edge = *edge;
    buckets.retain(|_, full_at| *full_at > edge);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_unix(1_000_000 + seconds)
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let throttle = Throttle::new(Rule { burst: 3, every: 60 });
        let key = Key::new("sign-in", &Who::Address("A@example.org".into()));
        for _ in 0..3 {
            assert_eq!(throttle.take(&key, at(0)), Ok(()));
        }
        assert_eq!(throttle.take(&key, at(0)), Err(RetryAfter(60)));
        assert_eq!(throttle.take(&key, at(59)), Err(RetryAfter(1)));
        assert_eq!(throttle.take(&key, at(60)), Ok(()));
        assert_eq!(throttle.take(&key, at(61)), Err(RetryAfter(59)));
        throttle.forgive(&key);
        assert_eq!(throttle.take(&key, at(61)), Ok(()));
    }

    #[test]
    fn a_stranger_elsewhere_does_not_empty_the_owners_bucket() {
        let throttle = Throttle::new(Rule { burst: 1, every: 60 });
        let from = |net: &str| Who::From("a@example.org".into(), net.parse().unwrap());
        let stranger = Key::new("sign-in", &from("203.0.113.0/24"));
        let owner = Key::new("sign-in", &from("198.51.100.0/24"));
        assert!(throttle.take(&stranger, at(0)).is_ok());
        assert!(throttle.take(&stranger, at(0)).is_err());
        assert!(throttle.take(&owner, at(0)).is_ok());
        let same = Key::new("sign-in", &Who::Address(" a@EXAMPLE.org".into()));
        assert_eq!(same, Key::new("sign-in", &Who::Address("a@example.org".into())));
    }

    #[test]
    fn memory_is_bounded() {
        let throttle = Throttle::bounded(Rule { burst: 5, every: 60 }, 100);
        for n in 0..5000 {
            let key = Key::new("x", &Who::Account(n.to_string()));
            assert!(throttle.take(&key, at(0)).is_ok());
        }
        assert!(throttle.len() <= 100, "{}", throttle.len());
    }
}
