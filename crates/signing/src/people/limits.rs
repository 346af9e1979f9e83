//! How often a code may be asked for, so that nobody's letter box is flooded and no owner is locked out.

use post::Address;
use vocabulary::Moment;
use web::{Key, Network, RetryAfter, Rule, Throttle, Who};

/// Whether the browser that asks has logged in with this address before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// It has: it draws on its own bucket, which no stranger can empty.
    Known,
    /// It has not.
    Stranger,
}

/// The buckets of asking for codes: by network, by address as seen from one network, by address from everywhere,
/// and by address for its owner's own browser.
pub struct Limits {
    network: Throttle,
    from: Throttle,
    address: Throttle,
    known: Throttle,
}

const NETWORK: Rule = Rule { burst: 60, every: 20 };
const FROM: Rule = Rule { burst: 5, every: 180 };
const ADDRESS: Rule = Rule { burst: 12, every: 300 };
const KNOWN: Rule = Rule { burst: 6, every: 120 };

const ACT: &str = "people.ask";

impl Default for Limits {
    fn default() -> Limits {
        Limits::new()
    }
}

impl Limits {
    /// Full buckets.
    pub fn new() -> Limits {
        Limits {
            network: Throttle::new(NETWORK),
            from: Throttle::new(FROM),
            address: Throttle::new(ADDRESS),
            known: Throttle::new(KNOWN),
        }
    }

    /// Takes one code for an address. Whether the address is known to the house plays no part.
    pub(super) fn ask(
        &self,
        address: &Address,
        network: Network,
        asker: Asker,
        now: Moment,
    ) -> Result<(), RetryAfter> {
        self.network.take(&Key::new(ACT, &Who::Network(network)), now)?;
        match asker {
            Asker::Known => self.known.take(&Key::new(ACT, &Who::Address(address.key())), now),
            Asker::Stranger => {
                self.from.take(&Key::new(ACT, &Who::From(address.key(), network)), now)?;
                self.address.take(&Key::new(ACT, &Who::Address(address.key())), now)
            }
        }
    }

    /// Forgets what was taken for an address from a network: its owner has just proven it.
    pub(super) fn forgive(&self, address: &Address, network: Network) {
        self.from.forgive(&Key::new(ACT, &Who::From(address.key(), network)));
        self.known.forgive(&Key::new(ACT, &Who::Address(address.key())));
    }
}
