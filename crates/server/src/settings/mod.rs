//! Settings: [`table`] declares each once, [`sources`] says what was given, and here they become what commands take.

pub mod sources;
pub mod table;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use post::{Address, Delivery};
use web::{Network, Standing, Transport};

use crate::Refused;
use table::Setting;

/// Which house: its data folder and its database.
#[derive(Clone, Debug)]
pub struct Where {
    /// The data folder: database, files, index, keys
    pub data: Option<PathBuf>,
    /// The database: `postgres://user@host/name`; without it, an SQLite file in the data folder
    pub database: Option<String>,
}

/// How visitors and mail reach the house and leave it.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Where to listen; port 0 takes a free one and prints it
    pub listen: SocketAddr,
    /// The public address and the mail.
    pub public: Public,
    /// Proxies in front whose X-Forwarded-For is believed, such as 10.0.0.0/8; may be repeated
    pub proxies: Vec<Network>,
    /// Where the metrics are answered, if anywhere, and what must be sent to read them.
    pub metrics: Option<(SocketAddr, Option<String>)>,
}

/// The public address of the house and the way its mail takes.
#[derive(Clone, Debug)]
pub struct Public {
    /// The public origin, such as `https://register.example.org`; without it, the address listened on
    pub origin: Option<String>,
    /// How mail leaves: `local` keeps it on the outbox page, `smtp://…` or `smtps://…` sends it
    pub mail: String,
    /// The sender of every mail; needed where mail is sent
    pub mail_from: Option<Address>,
    /// Who reads the answers to mails
    pub mail_reply_to: Option<Address>,
}

const WHERE: [&str; 2] = ["data", "database"];
const PUBLIC: [&str; 4] = ["origin", "mail", "mail_from", "mail_reply_to"];
const WAYS: [&str; 3] = ["listen", "trusted_proxies", "metrics_listen"];

/// Gives a command the flags of these settings.
fn with_flags(command: Command, keys: &[&str]) -> Command {
    let settings = keys.iter().filter_map(|key| Setting::named(key));
    settings.fold(command, |command, setting| match setting.flag {
        Some(flag) => command.arg(argument(setting, flag)),
        None => command,
    })
}

fn argument(setting: &'static Setting, flag: &'static str) -> Arg {
    let action = if setting.several { ArgAction::Append } else { ArgAction::Set };
    let default = setting.default.map(|value| format!(" [default: {value}]")).unwrap_or_default();
    let check = move |given: &str| match (setting.check)(given) {
        Ok(()) => Ok(given.to_owned()),
        Err(why) => Err(why),
    };
    Arg::new(setting.key)
        .long(flag)
        .value_name(setting.shape)
        .help(format!("{}{default} [env: {}]", setting.help.trim_end_matches('.'), setting.variable()))
        .action(action)
        .value_parser(check)
}

/// The value of a setting, read as what it is. What cannot be read was refused before, with a sentence.
fn read<T: std::str::FromStr>(key: &str, matches: &ArgMatches) -> Option<T> {
    text(key, Some(matches))?.parse().ok()
}

/// The words of a setting: of its flag among these matches, or of wherever else they stand.
pub fn text(key: &str, matches: Option<&ArgMatches>) -> Option<String> {
    sources::value(Setting::named(key)?, matches).0
}

/// Lets clap take flags from the table: the derived form would declare every setting a second time.
macro_rules! flags {
    ($group:ty, $keys:expr, $read:expr) => {
        impl clap::Args for $group {
            fn augment_args(command: Command) -> Command {
                with_flags(command, &$keys)
            }

            fn augment_args_for_update(command: Command) -> Command {
                with_flags(command, &$keys)
            }
        }

        impl clap::FromArgMatches for $group {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                let read: fn(&ArgMatches) -> Result<Self, clap::Error> = $read;
                read(matches)
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }
    };
}

flags!(Where, WHERE, |matches| Ok(Where {
    data: read("data", matches),
    database: read("database", matches),
}));

flags!(Public, PUBLIC, |matches| Ok(Public {
    origin: read("origin", matches),
    mail: read("mail", matches).unwrap_or_default(),
    mail_from: read("mail_from", matches),
    mail_reply_to: read("mail_reply_to", matches),
}));

flags!(Ways, [WAYS.as_slice(), PUBLIC.as_slice()].concat(), |matches| {
    let proxies = text("trusted_proxies", Some(matches)).unwrap_or_default();
    let proxies = proxies.split(',').filter_map(|network| network.trim().parse().ok()).collect();
    let listen = read("listen", matches).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    Ok(Ways { listen, public: Public::from_arg_matches(matches)?, proxies, metrics: metrics(matches)? })
});

/// Every setting with its value and where that comes from.
#[derive(Clone, Debug)]
pub struct All(pub Vec<(&'static str, Option<String>, sources::From)>);

flags!(All, table::SETTINGS.each_ref().map(|setting| setting.key), |matches| {
    let value = |setting: &Setting| {
        let (value, from) = sources::value(setting, Some(matches));
        (setting.key, value, from)
    };
    Ok(All(table::SETTINGS.iter().map(value).collect()))
});

/// Metrics are nobody's business but the operator's: off this machine they need a token.
fn metrics(matches: &ArgMatches) -> Result<Option<(SocketAddr, Option<String>)>, clap::Error> {
    let Some(at) = read::<SocketAddr>("metrics_listen", matches) else { return Ok(None) };
    let token = text("metrics_token", Some(matches));
    if at.ip().is_loopback() || token.is_some() {
        return Ok(Some((at, token)));
    }
    let sentence = format!(
        "metrics_listen is {at}, which others can reach: set metrics_token too, or listen on 127.0.0.1.\n"
    );
    Err(clap::Error::raw(clap::error::ErrorKind::ValueValidation, sentence))
}

/// A site's address without a slash at its end, and how it is reached; none where it is no such address.
fn site(text: &str) -> Option<(String, Transport)> {
    let origin = text.trim().trim_end_matches('/');
    let is_bare = |rest: &str| !rest.is_empty() && !rest.contains(['/', '?', '#', '@', ' ']);
    match origin.split_once("://") {
        Some(("https", rest)) if is_bare(rest) => Some((origin.to_owned(), Transport::Https)),
        Some(("http", rest)) if is_bare(rest) => Some((origin.to_owned(), Transport::Http)),
        _ => None,
    }
}

impl Public {
    /// The public origin and how visitors reach it, given the address listened on.
    pub fn reach(&self, listening: Option<SocketAddr>) -> Result<(String, Transport), Refused> {
        let Some(origin) = &self.origin else {
            let at = listening.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
            let host = if at.ip().is_loopback() || at.ip().is_unspecified() {
                format!("localhost:{}", at.port())
            } else {
                at.to_string()
            };
            return Ok((format!("http://{host}"), Transport::Http));
        };
        site(origin).ok_or_else(|| {
            Refused::because(format!(
                "The origin \"{origin}\" is no address of a site; write it as https://register.example.org."
            ))
        })
    }

    /// How mail leaves the house.
    pub fn mail(&self, site: &str, standing: Standing) -> Result<post::Settings, Refused> {
        let delivery = match standing {
            Standing::Demonstration => Delivery::Local,
            Standing::Real => Delivery::parse(&self.mail)
                .map_err(|err| Refused::because(format!("The mail cannot leave: {err}.")))?,
        };
        let Some(from) = self.mail_from.clone().or_else(|| nobody(&delivery)) else {
            return Err(Refused::because(
                "The mail cannot leave without a sender: give one with --mail-from, such as register@example.org.",
            ));
        };
        Ok(post::Settings {
            delivery,
            from,
            reply_to: self.mail_reply_to.clone(),
            programme: "Local Action".to_owned(),
            site: site.to_owned(),
        })
    }
}

/// The sender of mails that never leave the machine; for others there is none.
fn nobody(delivery: &Delivery) -> Option<Address> {
    match delivery {
        Delivery::Local => Address::parse("register@localhost.example").ok(),
        Delivery::Smtp(_) => None,
    }
}
