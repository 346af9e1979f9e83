//! Where a request comes from: the peer, or what a trusted proxy says of it.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;

use crate::Kit;

/// A range of addresses, such as `10.0.0.0/8` or `::1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

/// Why a text is no range of addresses.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is not a range of addresses; write it as 10.0.0.0/8 or 2001:db8::/32")]
pub struct NetworkRefused(String);

impl FromStr for Network {
    type Err = NetworkRefused;

    fn from_str(text: &str) -> Result<Network, NetworkRefused> {
        let refused = || NetworkRefused(text.to_owned());
        let (base, bits) = text.trim().split_once('/').unwrap_or((text.trim(), ""));
        let base: IpAddr = base.parse().map_err(|_| refused())?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = if bits.is_empty() { most } else { bits.parse().map_err(|_| refused())? };
        if bits > most { Err(refused()) } else { Ok(Network { base, bits }) }
    }
}

impl Network {
    /// Whether an address lies in the range.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let keep = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                u32::from(base) & keep == u32::from(address) & keep
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let keep = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                u128::from(base) & keep == u128::from(address) & keep
            }
            _ => false,
        }
    }

    /// The neighbourhood that one subscriber can use: a /24, or a /48 of IPv6.
    pub fn around(address: IpAddr) -> Network {
        match address.to_canonical() {
            IpAddr::V4(v4) => {
                let base = Ipv4Addr::from(u32::from(v4) & 0xffff_ff00);
                Network { base: base.into(), bits: 24 }
            }
            IpAddr::V6(v6) => {
                let base = Ipv6Addr::from(u128::from(v6) >> 80 << 80);
                Network { base: base.into(), bits: 48 }
            }
        }
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.base, self.bits)
    }
}

/// Who asks, as an address. Nothing is known of it in-process, where no connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address, where there is a connection.
    pub address: Option<IpAddr>,
}

impl Client {
    /// The neighbourhood of the address, for throttling; the unspecified one where nothing is known.
    pub fn network(&self) -> Network {
        Network::around(self.address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
    }

    /// Whether the request comes from this machine itself, or from within the process.
    pub fn is_local(&self) -> bool {
        self.address.is_none_or(|address| address.to_canonical().is_loopback())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Client, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        let proxies = parts.extensions.get::<Kit>().map(|kit| kit.proxies().to_vec()).unwrap_or_default();
        let told = parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let told: Vec<&str> = told.flat_map(|value| value.split(',')).map(str::trim).collect();
        Ok(Client { address: peer.map(|peer| behind(peer, &told, &proxies)) })
    }
}

/// Walks back through what proxies wrote, as long as the one who wrote it is trusted.
fn behind(peer: IpAddr, told: &[&str], proxies: &[Network]) -> IpAddr {
    let trusted = |address: IpAddr| proxies.iter().any(|network| network.contains(address));
    let mut address = peer;
    for text in told.iter().rev() {
        if !trusted(address) {
            break;
        }
        match text.parse::<IpAddr>() {
            Ok(before) => address = before.to_canonical(),
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let proxies = ["10.0.0.0/8".parse().unwrap()];
        assert_eq!(behind(ip("203.0.113.9"), &["1.2.3.4"], &proxies), ip("203.0.113.9"));
        assert_eq!(behind(ip("10.0.0.1"), &["6.6.6.6", "1.2.3.4"], &proxies), ip("1.2.3.4"));
        assert_eq!(behind(ip("10.0.0.1"), &["1.2.3.4", "10.1.1.1"], &proxies), ip("1.2.3.4"));
        assert_eq!(behind(ip("10.0.0.1"), &["nonsense"], &proxies), ip("10.0.0.1"));
    }

    #[test]
    fn a_neighbourhood_is_what_one_subscriber_has() {
        assert_eq!(Network::around("203.0.113.77".parse().unwrap()).to_string(), "203.0.113.0/24");
        assert_eq!(Network::around("2001:db8:1:2:3::4".parse().unwrap()).to_string(), "2001:db8:1::/48");
        assert!("10.0.0.0/40".parse::<Network>().is_err());
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("9.9.9.9".parse().unwrap()));
    }
}
