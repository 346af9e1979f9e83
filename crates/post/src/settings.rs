use std::fmt;
use std::time::Duration;

use lettre::{AsyncSmtpTransport, Tokio1Executor};

use crate::Address;

/// How long one answer of the mail server is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the house sends mail.
#[derive(Clone, Debug)]
pub struct Settings {
    /// By which way.
    pub delivery: Delivery,
    /// The sender of every letter.
    pub from: Address,
    /// Who reads the answers.
    pub reply_to: Option<Address>,
    /// The programme's name: the sender's name and the head of every letter.
    pub programme: String,
    /// The address of our own site, such as `https://localaction.example`: every button leads there.
    pub site: String,
}

/// The way a letter takes.
#[derive(Clone)]
pub enum Delivery {
    /// It stays in the outbox and is read on the local outbox page.
    Local,
    /// Through a mail server.
    Smtp(SmtpServer),
}

/// A mail server with what it takes to send through it. Its `Debug` form hides the password.
#[derive(Clone)]
pub struct SmtpServer(AsyncSmtpTransport<Tokio1Executor>);

/// The mail setting cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsRefused {
    /// It is neither `local` nor the address of a mail server.
    #[error(
        "the mail setting is neither \"local\" nor the address of a mail server; \
         write it as smtp://user:password@host:587?tls=required or smtps://user:password@host"
    )]
    NotAServer,
    /// It would show the password to whoever listens.
    #[error(
        "the mail setting would send the password in the open; add ?tls=required after the port, or begin it with smtps://"
    )]
    PasswordInTheOpen,
}

impl Delivery {
    /// Reads the setting: `local`, `smtp://…` or `smtps://…`. With `smtp://` the connection is encrypted by
    /// `?tls=required` (or `opportunistic`); without it, only a server that asks for no password, or one on this
    /// machine, is accepted.
    pub fn parse(setting: &str) -> Result<Delivery, SettingsRefused> {
        let setting = setting.trim();
        if setting == "local" {
            return Ok(Delivery::Local);
        }
        let (scheme, rest) = setting.split_once("://").ok_or(SettingsRefused::NotAServer)?;
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        if let Some((_, host)) = authority.rsplit_once('@') {
            let open = scheme == "smtp" && !rest.contains("tls=required");
            if open && !is_this_machine(host) {
                return Err(SettingsRefused::PasswordInTheOpen);
            }
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(setting)
            .map_err(|_| SettingsRefused::NotAServer)?;
        Ok(Delivery::Smtp(SmtpServer(builder.timeout(Some(PATIENCE)).build())))
    }
}

impl SmtpServer {
    /// Connects to the server, says who we are and logs in, and sends nothing. The error says in the server's words
    /// why that did not succeed.
    pub async fn greet(&self) -> Result<(), String> {
        match self.0.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it broke the conversation off".to_owned()),
            Err(err) => Err(err.to_string()),
        }
    }

    pub(crate) fn transport(&self) -> &AsyncSmtpTransport<Tokio1Executor> {
        &self.0
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Delivery::Local => f.write_str("Local"),
            Delivery::Smtp(server) => write!(f, "{server:?}"),
        }
    }
}

impl fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Smtp(…)")
    }
}

fn is_this_machine(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|name| host == *name || host.strip_prefix(name).is_some_and(|port| port.starts_with(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_setting_is_read_or_refused_with_a_sentence() {
        assert!(matches!(Delivery::parse("local"), Ok(Delivery::Local)));
        for server in [
            "smtp://localhost:2525",
            "smtp://user:secret@127.0.0.1:2525",
            "smtp://user:secret@mail.example:587?tls=required",
            "smtps://user:secret@mail.example",
        ] {
            let read = Delivery::parse(server).unwrap();
            assert_eq!(format!("{read:?}"), "Smtp(…)", "{server}");
        }
        assert!(matches!(Delivery::parse("mail.example"), Err(SettingsRefused::NotAServer)));
        assert!(matches!(Delivery::parse("https://mail.example"), Err(SettingsRefused::NotAServer)));
        for open in [
            "smtp://u:p@mail.example:25",
            "smtp://u:p@localhost.evil.example",
            "smtp://u:p@m.example?tls=opportunistic",
        ] {
            assert!(matches!(Delivery::parse(open), Err(SettingsRefused::PasswordInTheOpen)), "{open}");
        }
    }
}
