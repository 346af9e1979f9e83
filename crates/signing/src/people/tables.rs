//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

/// The steps, oldest first.
pub fn steps() -> Migrations {
    vec![
        step("people-001", |m| {
            people(m);
            logging_in(m);
        }),
        step("people-002", vouching),
        step("people-011", |m| {
            // The hash of the address of somebody who was erased, for the days in which other rooms follow.
            m.add("person", |t| {
                t.text("erased_print").optional();
            });
        }),
    ]
}

fn people(m: &mut Make) {
    m.words("role_kind", &["secretariat", "assessor", "editor", "translator", "partner", "reader"]);
    m.table("person", |t| {
        t.id();
        t.text("address").optional();
        t.text("address_key").optional();
        t.text("name").optional();
        t.text("lang");
        t.moment("joined_at");
        t.moment("seen_at");
        t.moment("warned_at").optional();
        t.moment("erased_at").optional();
        t.unique(&["address_key"]);
        t.check(
            "erased_has_no_contact",
            "(erased_at IS NULL AND address IS NOT NULL AND address_key IS NOT NULL) \
                 OR (erased_at IS NOT NULL AND address IS NULL AND address_key IS NULL AND name IS NULL)",
        );
    });
    m.index("person", &["seen_at"]);
    m.table("role_grant", |t| {
        t.id();
        t.text("role").word_of("role_kind");
        t.text("address_key").optional();
        t.text("address").optional();
        t.uuid("person").refers("person").optional();
        t.text("lang");
        t.text("invited_by");
        t.moment("invited_at");
        t.moment("taken_at").optional();
        t.moment("ended_at").optional();
        t.check("taken_by_somebody", "(taken_at IS NULL) = (person IS NULL)");
        t.check("invited_or_taken", "ended_at IS NOT NULL OR (taken_at IS NULL) = (address_key IS NOT NULL)");
    });
    m.unique_where("role_grant", &["person"], "ended_at IS NULL");
    m.unique_where("role_grant", &["address_key"], "ended_at IS NULL");
}

fn logging_in(m: &mut Make) {
    m.table("sign_in_code", |t| {
        t.id();
        t.text("address");
        t.text("address_key");
        t.text("browser").optional();
        t.text("mark").optional();
        t.text("lang");
        t.text("notice");
        t.whole("tries");
        t.moment("asked_at");
        t.moment("until");
    });
    m.index("sign_in_code", &["browser"]);
    m.index("sign_in_code", &["address_key"]);
    m.table("browser_session", |t| {
        t.id();
        t.text("browser");
        t.uuid("person").refers("person");
        t.text("kind");
        t.text("system");
        t.moment("began_at");
        t.moment("seen_at");
        t.unique(&["browser"]);
    });
    m.index("browser_session", &["person"]);
    m.table("consent", |t| {
        t.id();
        t.uuid("person").refers("person");
        t.text("notice");
        t.text("version");
        t.text("lang");
        t.moment("at");
        t.unique(&["person", "notice", "version"]);
    });
}

/// Requests to addresses without an account, and the codes with which they are answered.
fn vouching(m: &mut Make) {
    m.words("vouch_state", &["open", "answered", "refused", "revoked", "expired"]);
    m.table("vouch_request", |t| {
        t.id();
        t.text("purpose");
        t.uuid("subject");
        t.text("hash");
        t.text("address").optional();
        t.text("address_key").optional();
        t.text("name").optional();
        t.text("lang");
        t.text("state").word_of("vouch_state");
        t.moment("asked_at");
        t.moment("until");
        t.moment("closed_at").optional();
        t.unique(&["hash"]);
        t.check("open_is_not_closed", "(state = 'open') = (closed_at IS NULL)");
        t.check("open_has_address", "state <> 'open' OR (address IS NOT NULL AND address_key IS NOT NULL)");
    });
    m.index("vouch_request", &["subject"]);
    m.index("vouch_request", &["address_key"]);
    m.table("vouch_code", |t| {
        t.id();
        t.uuid("request").falls_with("vouch_request");
        t.text("browser");
        t.text("mark");
        t.whole("tries");
        t.moment("until");
    });
    m.index("vouch_code", &["request"]);
}
