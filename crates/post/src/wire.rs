use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncTransport, Message};
use vocabulary::{Lang, Moment};

use crate::Address;
use crate::paper::Rendered;
use crate::settings::{Settings, SmtpServer};

/// One conversation with the mail server never lasts longer: shorter than a claim, so that no letter is taken over
/// while it is being sent.
pub(crate) const LONGEST_CONVERSATION: Duration = Duration::from_secs(90);

/// What a letter needs on its envelope beside its words.
pub(crate) struct Envelope<'a> {
    pub to: &'a Address,
    pub lang: Lang,
    /// The letter's own name: the same however often it is sent.
    pub id: String,
    /// When it was written.
    pub at: Moment,
}

/// Why the mail server did not take a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotTaken {
    /// It refused this letter for good.
    Refused(u16),
    /// It asked to try this letter again later.
    Postponed(u16),
    /// It could not be reached, or did not let us in: no other letter will fare better now.
    Unreachable(Option<u16>),
}

/// A letter cannot be put into the form of a mail. The cause is not told: it may hold the address.
#[derive(Debug, thiserror::Error)]
#[error("the letter cannot be put into the form of a mail; look at its template and at the sender's address")]
pub(crate) struct Unwritable;

impl From<lettre::error::Error> for Unwritable {
    fn from(_: lettre::error::Error) -> Unwritable {
        Unwritable
    }
}

impl From<lettre::address::AddressError> for Unwritable {
    fn from(_: lettre::address::AddressError) -> Unwritable {
        Unwritable
    }
}

/// The letter as the mail server gets it.
pub(crate) fn message(
    settings: &Settings,
    envelope: &Envelope<'_>,
    words: Rendered,
) -> Result<Message, Unwritable> {
    let mut builder = Message::builder()
        .from(mailbox(Some(settings.programme.clone()), &settings.from)?)
        .to(mailbox(None, envelope.to)?)
        .date(system_time(envelope.at))
        .message_id(Some(format!("<{}@{}>", envelope.id, settings.from.domain())))
        .subject(words.subject)
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"))
        .raw_header(header("Content-Language", envelope.lang.code()));
    if let Some(reader) = &settings.reply_to {
        builder = builder.reply_to(mailbox(None, reader)?);
    }
    let both = MultiPart::alternative()
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(words.text))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(words.html));
    Ok(builder.multipart(both)?)
}

/// Hands a letter to the mail server.
pub(crate) async fn send(server: &SmtpServer, message: Message) -> Result<(), NotTaken> {
    match tokio::time::timeout(LONGEST_CONVERSATION, server.transport().send(message)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => {
            tell_why(&error);
            Err(judge(&error))
        }
        Err(_) => Err(NotTaken::Unreachable(None)),
    }
}

/// Says to the log why the server was not reached: a certificate nobody trusts, a port that is closed. What the server
/// itself answered is not told: it may repeat the address.
fn tell_why(error: &lettre::transport::smtp::Error) {
    if error.status().is_some() {
        return;
    }
    let mut words = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        words = format!("{words}: {cause}");
        next = cause.source();
    }
    tracing::warn!(cause = words, "the mail server could not be reached");
}

fn judge(error: &lettre::transport::smtp::Error) -> NotTaken {
    let Some(code) = error.status().map(u16::from) else {
        return NotTaken::Unreachable(None);
    };
    match code {
        // Signing in failed, or the server closes: nothing is wrong with the letter.
        421 | 432 | 454 | 530 | 534 | 535 | 538 => NotTaken::Unreachable(Some(code)),
        500..=599 => NotTaken::Refused(code),
        _ => NotTaken::Postponed(code),
    }
}

fn mailbox(name: Option<String>, address: &Address) -> Result<Mailbox, Unwritable> {
    Ok(Mailbox::new(name, address.as_str().parse()?))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn system_time(at: Moment) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.unix()).unwrap_or(0))
}
