use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The longest address that mail servers pass on (RFC 5321).
const LONGEST: usize = 254;

/// A mail address, parsed at the door: whoever holds one need not check it again.
///
/// It is personal data: its `Debug` form hides it, so that it cannot slip into a log.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

/// The text is no mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a mail address; write it as name@example.org")]
pub struct NotAnAddress;

impl Address {
    /// Reads an address as a person typed or pasted it: spaces around it go, the domain is lower-cased.
    pub fn parse(text: &str) -> Result<Address, NotAnAddress> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if text.is_empty() || text.len() > LONGEST {
            return Err(NotAnAddress);
        }
        if text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || is_invisible(c) || "\"<>(),;:\\".contains(c))
        {
            return Err(NotAnAddress);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        if local.contains('@') {
            return Err(NotAnAddress);
        }
        let whole = format!("{local}@{}", domain.to_lowercase());
        lettre::Address::from_str(&whole).map_err(|_| NotAnAddress)?;
        Ok(Address(whole))
    }

    /// The address as it is written on the envelope.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which two spellings of one address are the same: all in lower case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// What stands after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The hash of the key: tells whether a letter went to this address without keeping the address.
    pub fn fingerprint(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.key().as_bytes()))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(…)")
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Address, NotAnAddress> {
        Address::parse(text)
    }
}

/// Marks that copying from a page or a chat leaves behind.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_paste_it() {
        let read = Address::parse("\u{202a} Amina.Diallo@Mairie.EXAMPLE\u{202c}\n").unwrap();
        assert_eq!(read.as_str(), "Amina.Diallo@mairie.example");
        assert_eq!(read.key(), "amina.diallo@mairie.example");
        assert_eq!(read.domain(), "mairie.example");
        assert_eq!(format!("{read:?}"), "Address(…)");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "amina",
            "@mairie.example",
            "amina@",
            "a b@mairie.example",
            "a@b@mairie.example",
            "a@mairie.example, b@mairie.example",
            "Amina <a@mairie.example>",
            "a@mairie.example\r\nBcc: x@y.example",
        ] {
            assert_eq!(Address::parse(text), Err(NotAnAddress), "{text:?}");
        }
        assert_eq!(Address::parse(&format!("{}@mairie.example", "a".repeat(260))), Err(NotAnAddress));
    }
}
