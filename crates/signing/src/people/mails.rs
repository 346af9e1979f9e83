//! The letters of this room. Their sentences come by message key, in the reader's language.

use post::{Address, Letter};
use vocabulary::{Arg, Moment, Say};

use super::code::Code;
use super::person::Contact;
use super::role::Role;

/// The code to log in with.
pub(super) fn code(say: &Say, programme: &str, to: &Address, code: &Code, until: Moment) -> Letter {
    let subject = say.plain("people-mail-code-subject", &[("programme", Arg::from(programme))]);
    Letter::new(to.clone(), say.lang, "people.code", subject)
        .until(until)
        .paragraph(say.t("people-mail-code-body"))
        .code(code.digits())
        .paragraph(say.t("people-mail-code-life"))
        .small(say.t("people-mail-code-not-you"))
}

/// The code with which somebody without an account answers what they were asked.
pub(super) fn vouch(say: &Say, programme: &str, to: &Address, code: &Code, until: Moment) -> Letter {
    let subject = say.plain("people-mail-vouch-subject", &[("programme", Arg::from(programme))]);
    Letter::new(to.clone(), say.lang, "people.vouch", subject)
        .until(until)
        .paragraph(say.t("people-mail-code-body"))
        .code(code.digits())
        .paragraph(say.t("people-mail-code-life"))
        .small(say.t("people-mail-vouch-not-you"))
}

/// The invitation to a role. Its link only opens the page for logging in.
pub(super) fn invitation(say: &Say, programme: &str, to: &Address, role: Role) -> Letter {
    let words = [("programme", Arg::from(programme)), ("role", Arg::from(say.t(role.key())))];
    Letter::new(to.clone(), say.lang, "people.invitation", say.plain("people-mail-invite-subject", &words))
        .paragraph(say.plain("people-mail-invite-body", &words))
        .paragraph(say.t("people-mail-invite-how"))
        .button(say.t("people-mail-invite-link"), format!("/{}/sign-in", say.lang.code()))
        .small(say.t("people-mail-invite-not-you"))
}

/// The warning that an unused address will be removed.
pub(super) fn expiry(say: &Say, programme: &str, to: &Contact, on: Moment) -> Letter {
    let words = [("programme", Arg::from(programme)), ("date", Arg::from(say.date(on)))];
    Letter::new(
        to.address.clone(),
        say.lang,
        "people.expiry",
        say.plain("people-mail-expiry-subject", &words),
    )
    .to_person(to.person)
    .until(on)
    .paragraph(say.plain("people-mail-expiry-body", &words))
    .paragraph(say.t("people-mail-expiry-how"))
    .button(say.t("people-mail-invite-link"), format!("/{}/sign-in", say.lang.code()))
}
