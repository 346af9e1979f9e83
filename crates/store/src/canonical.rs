//! One form of every stored value, so that its hash can be made again anywhere.

use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Fault;

/// A SHA-256, written as 64 lowercase hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(String);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self::finish(Sha256::new_with_prefix(bytes))
    }

    /// The hash of what a digest was given, piece by piece.
    pub(crate) fn finish(digest: Sha256) -> Self {
        Self(digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
    }

    /// The hash that stands before the first: 64 zeros.
    pub fn zero() -> Self {
        Self("0".repeat(64))
    }

    /// Reads 64 lowercase hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.0
    }
}

impl TryFrom<String> for Hash {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
            .ok_or_else(|| format!("\"{text}\" is not a SHA-256: 64 hexadecimal digits are needed"))
    }
}

/// The canonical JSON of a value (object keys sorted, no spaces) and its hash.
pub fn canonical(value: &impl Serialize) -> Result<(String, Hash), Fault> {
    let mut text = String::new();
    write(&serde_json::to_value(value)?, &mut text)?;
    let hash = Hash::of(&text);
    Ok((text, hash))
}

/// Keys are sorted here and not left to the map, whose order depends on a feature any dependency may switch on.
fn write(value: &Value, text: &mut String) -> Result<(), Fault> {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    text.push(',');
                }
                write(item, text)?;
            }
            text.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            text.push('{');
            for (n, (key, item)) in entries.into_iter().enumerate() {
                if n > 0 {
                    text.push(',');
                }
                text.push_str(&serde_json::to_string(key)?);
                text.push(':');
                write(item, text)?;
            }
            text.push('}');
        }
        plain => text.push_str(&serde_json::to_string(plain)?),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let (text, hash) = canonical(&serde_json::json!({"b": [{"z": 1, "a": "é"}], "a": null})).unwrap();
        assert_eq!(text, r#"{"a":null,"b":[{"a":"é","z":1}]}"#);
        assert_eq!(hash, Hash::of(text));
    }

    #[test]
    fn the_hash_of_nothing_is_the_known_one() {
        assert_eq!(Hash::of("").as_str(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(Hash::parse("E3"), None);
    }
}
