//! Settings: the same flags for every command, each with its variable of the environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use post::{Address, Delivery};
use web::{Network, Standing, Transport};

use crate::Refused;

/// Which house: its data folder and its database.
#[derive(Clone, Debug, clap::Args)]
pub struct Where {
    /// The data folder: database, files, index, keys
    #[arg(long, value_name = "DIR", env = "LOCALACTION_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// The database: `postgres://user@host/name`; without it, an SQLite file in the data folder
    #[arg(long, value_name = "URL", env = "LOCALACTION_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

/// How visitors and mail reach the house and leave it.
#[derive(Clone, Debug, clap::Args)]
pub struct Ways {
    /// Where to listen; port 0 takes a free one and prints it
    #[arg(long, value_name = "ADDR:PORT", env = "LOCALACTION_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    #[command(flatten)]
    pub public: Public,
    /// Proxies in front whose X-Forwarded-For is believed, such as 10.0.0.0/8; may be repeated
    #[arg(
        long = "trusted-proxy",
        value_name = "NETWORK",
        env = "LOCALACTION_TRUSTED_PROXIES",
        value_delimiter = ','
    )]
    pub proxies: Vec<Network>,
}

/// The public address of the house and the way its mail takes.
#[derive(Clone, Debug, clap::Args)]
pub struct Public {
    /// The public origin, such as `https://register.example.org`; without it, the address listened on
    #[arg(long, value_name = "URL", env = "LOCALACTION_ORIGIN")]
    pub origin: Option<String>,
    /// How mail leaves: `local` keeps it on the outbox page, `smtp://…` or `smtps://…` sends it
    #[arg(
        long,
        value_name = "local|URL",
        env = "LOCALACTION_MAIL",
        default_value = "local",
        hide_env_values = true
    )]
    pub mail: String,
    /// The sender of every mail; needed where mail is sent
    #[arg(long, value_name = "ADDRESS", env = "LOCALACTION_MAIL_FROM")]
    pub mail_from: Option<Address>,
    /// Who reads the answers to mails
    #[arg(long, value_name = "ADDRESS", env = "LOCALACTION_MAIL_REPLY_TO")]
    pub mail_reply_to: Option<Address>,
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
        let origin = origin.trim().trim_end_matches('/');
        let is_bare = |rest: &str| !rest.is_empty() && !rest.contains(['/', '?', '#', '@']);
        match origin.split_once("://") {
            Some(("https", rest)) if is_bare(rest) => Ok((origin.to_owned(), Transport::Https)),
            Some(("http", rest)) if is_bare(rest) => Ok((origin.to_owned(), Transport::Http)),
            _ => Err(Refused::because(format!(
                "The origin \"{origin}\" is no address of a site; write it as https://register.example.org."
            ))),
        }
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
