//! Every setting, once. Flags, variables, the file, the help, the sample file and the table in docs/operating.md are all
//! made from this list.

use std::net::SocketAddr;

use post::{Address, Delivery};
use tracing_subscriber::EnvFilter;
use web::Network;

use super::site;

/// What every variable of ours begins with.
pub const PREFIX: &str = "LOCALACTION_";
/// The variable that names the file; it is no setting, because it says where settings are.
pub const CONFIG: &str = "LOCALACTION_CONFIG";
/// Variables of the tests and of the build, which the program is started among and does not read.
pub const NOT_OURS: [&str; 5] = [
    "LOCALACTION_ADDRESS",
    "LOCALACTION_BINARY",
    "LOCALACTION_CHROMIUM",
    "LOCALACTION_PG_BIN",
    "LOCALACTION_TARGET",
];

/// One setting.
pub struct Setting {
    /// Its name in the file; the variable is the same in capitals.
    pub key: &'static str,
    /// Its flag without the dashes, where it has one.
    pub flag: Option<&'static str>,
    /// How a value looks, for the help.
    pub shape: &'static str,
    /// The value where nothing is said; `Err` describes what happens then.
    pub default: Result<&'static str, &'static str>,
    /// What it says, in one sentence or two.
    pub help: &'static str,
    /// An example for the sample file.
    pub example: &'static str,
    /// What of it is never shown.
    pub secret: Secret,
    /// Whether several values may be given, parted with commas.
    pub several: bool,
    /// What is wrong with a value, as the second half of a sentence.
    pub check: fn(&str) -> Result<(), String>,
}

/// What of a setting is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// Nothing.
    Open,
    /// The password in an address.
    Password,
    /// All of it.
    Whole,
}

/// Every setting.
pub const SETTINGS: [Setting; 12] = [
    Setting {
        key: "data",
        flag: Some("data"),
        shape: "DIR",
        default: Err("`./data`; for `demo`, `./demo`"),
        help: "The data folder: database, files, search index, key.",
        example: "/var/lib/localaction",
        secret: Secret::Open,
        several: false,
        check: not_empty,
    },
    Setting {
        key: "database",
        flag: Some("database"),
        shape: "URL",
        default: Err("an SQLite file in the data folder"),
        help: "The database: postgres://user:password@host:5432/name.",
        example: "postgres://localaction:PASSWORD@127.0.0.1/localaction",
        secret: Secret::Password,
        several: false,
        check: database,
    },
    Setting {
        key: "listen",
        flag: Some("listen"),
        shape: "ADDR:PORT",
        default: Ok("127.0.0.1:8080"),
        help: "Where to listen; port 0 takes a free one and prints it.",
        example: "127.0.0.1:8080",
        secret: Secret::Open,
        several: false,
        check: socket,
    },
    Setting {
        key: "origin",
        flag: Some("origin"),
        shape: "URL",
        default: Err("the address listened on"),
        help: "The public address of the site; links in mails begin with it.",
        example: "https://register.example.org",
        secret: Secret::Open,
        several: false,
        check: origin,
    },
    Setting {
        key: "trusted_proxies",
        flag: Some("trusted-proxy"),
        shape: "NETWORK",
        default: Err("none"),
        help: "Proxies in front whose X-Forwarded-For is believed, such as 10.0.0.0/8; several are parted with commas.",
        example: "127.0.0.1/32",
        secret: Secret::Open,
        several: true,
        check: networks,
    },
    Setting {
        key: "mail",
        flag: Some("mail"),
        shape: "local|URL",
        default: Ok("local"),
        help: "How mail leaves: local keeps it on the outbox page, smtp://… or smtps://… sends it.",
        example: "smtp://user:PASSWORD@mail.example.org:587?tls=required",
        secret: Secret::Password,
        several: false,
        check: mail,
    },
    Setting {
        key: "mail_from",
        flag: Some("mail-from"),
        shape: "ADDRESS",
        default: Err("none"),
        help: "The sender of every mail; needed where mail is sent.",
        example: "register@example.org",
        secret: Secret::Open,
        several: false,
        check: address,
    },
    Setting {
        key: "mail_reply_to",
        flag: Some("mail-reply-to"),
        shape: "ADDRESS",
        default: Err("none"),
        help: "Who reads the answers to mails.",
        example: "secretariat@example.org",
        secret: Secret::Open,
        several: false,
        check: address,
    },
    Setting {
        key: "log",
        flag: None,
        shape: "LEVEL",
        default: Ok("warn"),
        help: "What is logged: error, warn, info (a line for each request) or debug; for one part, warn,post=debug.",
        example: "info",
        secret: Secret::Open,
        several: false,
        check: log,
    },
    Setting {
        key: "log_format",
        flag: None,
        shape: "text|json",
        default: Ok("text"),
        help: "How the log is written: text for people, json with one object on each line for programs.",
        example: "json",
        secret: Secret::Open,
        several: false,
        check: log_format,
    },
    Setting {
        key: "metrics_listen",
        flag: Some("metrics-listen"),
        shape: "ADDR:PORT",
        default: Err("no metrics"),
        help: "Where /metrics is answered, apart from the site; outside this machine only together with metrics_token.",
        example: "127.0.0.1:9464",
        secret: Secret::Open,
        several: false,
        check: socket,
    },
    Setting {
        key: "metrics_token",
        flag: None,
        shape: "TOKEN",
        default: Err("none"),
        help: "What whoever reads /metrics must send as a bearer token; 16 characters at least.",
        example: "a-long-random-word",
        secret: Secret::Whole,
        several: false,
        check: token,
    },
];

impl Setting {
    /// The setting of that name.
    pub fn named(key: &str) -> Option<&'static Setting> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// The variable of the environment.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.to_uppercase())
    }

    /// The value where nothing is said, or what happens then, in words.
    pub fn otherwise(&self) -> String {
        self.default.map_or_else(str::to_owned, |value| format!("`{value}`"))
    }

    /// A value as it may be shown.
    pub fn shown(&self, value: &str) -> String {
        match self.secret {
            Secret::Open => value.to_owned(),
            Secret::Whole => "(set, not shown)".to_owned(),
            Secret::Password => without_password(value),
        }
    }

    /// What is wrong with a value, as a sentence; a secret is not repeated.
    pub fn wrong(&self, given: &str, value: &str) -> Option<String> {
        let why = (self.check)(value).err()?;
        Some(match self.secret {
            Secret::Open => format!("{given} is \"{value}\": {why}."),
            Secret::Password | Secret::Whole => format!("{given}: {why}."),
        })
    }
}

/// An address without the password in it, or after `password=` in its query.
fn without_password(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let (before, query) = rest.split_once('?').map_or((rest, None), |(before, query)| (before, Some(query)));
    let before = match before.rsplit_once('@') {
        Some((who, host)) => {
            let name = who.split(':').next().unwrap_or_default();
            let password = if who.contains(':') { ":…" } else { "" };
            format!("{name}{password}@{host}")
        }
        None => before.to_owned(),
    };
    let hide = |part: &str| match part.split_once('=') {
        Some((name, _)) if name.contains("password") => format!("{name}=…"),
        _ => part.to_owned(),
    };
    let query = query.map(|query| query.split('&').map(hide).collect::<Vec<_>>().join("&"));
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{scheme}://{before}{query}")
}

fn not_empty(value: &str) -> Result<(), String> {
    if value.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(()) }
}

fn database(value: &str) -> Result<(), String> {
    let known = ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| value.starts_with(scheme));
    let why = "it is no address of a database; write it as postgres://user:password@host:5432/name";
    if known { Ok(()) } else { Err(why.to_owned()) }
}

fn socket(value: &str) -> Result<(), String> {
    let why = "it is no address to listen on; write it as 127.0.0.1:8080";
    value.parse::<SocketAddr>().map(drop).map_err(|_| why.to_owned())
}

fn origin(value: &str) -> Result<(), String> {
    let why = "it is no address of a site; write it as https://register.example.org";
    site(value).map(drop).ok_or_else(|| why.to_owned())
}

fn networks(value: &str) -> Result<(), String> {
    let wrong = |one: &str| one.trim().parse::<Network>().err();
    value.split(',').find_map(wrong).map_or(Ok(()), |why| Err(why.to_string()))
}

fn mail(value: &str) -> Result<(), String> {
    Delivery::parse(value).map(drop).map_err(|why| why.to_string())
}

fn address(value: &str) -> Result<(), String> {
    let why = "it is no mail address; write it as register@example.org";
    Address::parse(value).map(drop).map_err(|_| why.to_owned())
}

fn log(value: &str) -> Result<(), String> {
    let why = "it is no level of the log; write error, warn, info or debug";
    let levels = ["off", "error", "warn", "info", "debug", "trace"];
    let known = |part: &str| part.contains('=') || levels.contains(&part.trim());
    let reads = EnvFilter::try_new(value).is_ok() && value.split(',').all(known);
    if reads { Ok(()) } else { Err(why.to_owned()) }
}

fn log_format(value: &str) -> Result<(), String> {
    if ["text", "json"].contains(&value) { Ok(()) } else { Err("write text or json".to_owned()) }
}

fn token(value: &str) -> Result<(), String> {
    let long = value.chars().count() >= 16 && value.chars().all(|c| c.is_ascii_graphic());
    let why = "it is too easily guessed; take 16 letters and digits at least, without blanks";
    if long { Ok(()) } else { Err(why.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_and_default_is_right() {
        for setting in &SETTINGS {
            assert_eq!(setting.wrong(setting.key, setting.example), None);
            assert_eq!(setting.default.ok().and_then(|value| setting.wrong(setting.key, value)), None);
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let shown = |key: &str, value: &str| Setting::named(key).expect("a setting").shown(value);
        assert_eq!(shown("mail", "smtp://u:pa:ss@host:25?tls=required"), "smtp://u:…@host:25?tls=required");
        assert_eq!(
            shown("database", "postgres://u@h/n?password=secret&x=1"),
            "postgres://u@h/n?password=…&x=1"
        );
        assert_eq!(shown("mail", "local"), "local");
        assert!(!shown("metrics_token", "0123456789abcdef").contains("0123"));
        let mail = Setting::named("mail").expect("a setting");
        assert!(
            !mail.wrong("mail", "smtp://u:hidden@far.example").expect("it is refused").contains("hidden")
        );
    }

    #[test]
    fn a_wrong_value_is_a_sentence() {
        let wrong =
            |key: &str, value: &str| Setting::named(key).and_then(|s| s.wrong(key, value)).expect("refused");
        assert!(wrong("listen", "8080").starts_with("listen is \"8080\": it is no address to listen on"));
        assert!(wrong("log", "verbose").contains("write error, warn, info or debug"));
        assert!(wrong("log_format", "xml").contains("write text or json"));
        assert!(wrong("origin", "register.example.org").contains("https://"));
        assert!(wrong("trusted_proxies", "10.0.0.0/8,nonsense").contains("nonsense"));
    }
}
