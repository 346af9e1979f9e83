//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

use super::partner::{BodyKind, PartnerState};

/// The stages of the first step; later ones are added by steps of their own.
const FIRST_STAGES: [&str; 8] =
    ["draft", "sent", "returned", "declined", "published", "on_file", "withdrawn", "protected"];

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![
        step("actions-001", |m| {
            m.words("action_stage", &FIRST_STAGES);
            m.table("action", |t| {
                t.id();
                t.uuid("call").refers("call");
                t.text("reference").optional();
                t.uuid("lead").refers("government");
                t.uuid("author").optional();
                t.text("stage").word_of("action_stage");
                t.moment("since");
                t.whole("current").optional();
                t.text("current_hash").optional();
                t.whole("waiting").optional();
                t.text("waiting_hash").optional();
                t.text("waiting_words").optional();
                t.text("words").optional();
                t.text("folded_title");
                t.text("source_identity").optional();
                t.moment("begun");
                t.unique(&["reference"]);
                t.unique(&["source_identity"]);
                t.check("sent_has_reference", "stage = 'draft' OR reference IS NOT NULL");
                t.check("sent_has_version", "stage = 'draft' OR current IS NOT NULL");
                t.check(
                    "returned_has_words",
                    "stage NOT IN ('returned', 'declined', 'withdrawn') OR words IS NOT NULL",
                );
            });
            m.index("action", &["stage", "since"]);
            m.index("action", &["lead"]);
            versions(m);
            m.words("action_role", &["lead", "partner"]);
            m.table("action_government", |t| {
                t.uuid("action").refers("action");
                t.uuid("government").refers("government");
                t.text("role").word_of("action_role");
                t.moment("confirmed").optional();
                t.key(&["action", "government"]);
            });
            m.index("action_government", &["government"]);
            drafts(m);
        }),
        step("actions-002", warnings),
        step("actions_in_assessment", |m| m.more_words("action_stage", &["in_assessment"])),
        step("actions-011", partners),
        step("actions-012", clearance),
        step("actions-013", on_behalf),
        step("actions-003", further),
        step("actions-014", assessed),
    ]
}

/// What was sent, corrected or read in a source.
fn versions(m: &mut Make) {
    // A version is never edited once it stands here; redaction empties `content` and leaves the hash.
    m.words("version_origin", &["sent", "correction", "source"]);
    m.table("action_version", |t| {
        t.uuid("action").refers("action");
        t.whole("n");
        t.json("content");
        t.text("hash");
        t.text("origin").word_of("version_origin");
        t.uuid("by").optional();
        t.moment("at");
        t.text("why").optional();
        t.moment("published").optional();
        t.key(&["action", "n"]);
    });
}

/// What is private: drafts and contacts; and the counter of references.
fn drafts(m: &mut Make) {
    // One row per topic page, with the version the form posts back.
    m.table("action_draft", |t| {
        t.uuid("action").refers("action");
        t.text("topic");
        t.whole("version");
        t.json("answers");
        t.json("kept").optional();
        t.uuid("by").optional();
        t.moment("at");
        t.key(&["action", "topic"]);
    });
    // Private: never part of a version, never public; erased with the person.
    m.table("action_contact", |t| {
        t.uuid("action").refers("action");
        t.text("name");
        t.text("address");
        t.uuid("by").optional();
        t.key(&["action"]);
    });
    m.table("action_counter", |t| {
        t.uuid("call").refers("call");
        t.whole("year");
        t.whole("last");
        t.key(&["call", "year"]);
    });
}

/// Partners besides the lead. A name is public only in the state `confirmed`; the address is private, and goes with the
/// person who wrote it down.
fn partners(m: &mut Make) {
    m.words("partner_state", &PartnerState::WORDS);
    m.words("partner_kind", &["government"]);
    m.more_words("partner_kind", &BodyKind::ALL.map(BodyKind::word));
    m.table("action_partner", |t| {
        t.id();
        t.uuid("action").refers("action");
        t.text("kind").word_of("partner_kind");
        t.uuid("government").refers("government").optional();
        t.json("name").optional();
        t.text("website").optional();
        t.text("address").optional();
        t.text("state").word_of("partner_state");
        t.moment("since");
        t.moment("asked").optional();
        t.moment("reminded").optional();
        t.uuid("by").optional();
        t.check("is_somebody", "(kind = 'government') = (government IS NOT NULL)");
        t.check("body_has_name", "government IS NOT NULL OR name IS NOT NULL");
    });
    m.index("action_partner", &["action"]);
    m.index("action_partner", &["government"]);
}

/// Reading links by which a draft is cleared inside the city, and what its readers say. Private; both go after a while.
fn clearance(m: &mut Make) {
    m.table("reading_link", |t| {
        t.id();
        t.uuid("action").refers("action");
        t.text("token_hash");
        t.moment("made");
        t.moment("until");
        t.moment("revoked").optional();
        t.unique(&["token_hash"]);
    });
    m.index("reading_link", &["action"]);
    m.table("reading_comment", |t| {
        t.id();
        t.uuid("action").refers("action");
        t.text("topic").optional();
        t.text("name");
        t.text("comment");
        t.moment("at");
        t.moment("dealt").optional();
    });
    m.index("reading_comment", &["action"]);
}

/// From what the desk entered an action on behalf of a government, and how the government answered. Private.
fn on_behalf(m: &mut Make) {
    m.words("behalf_source", &["letter", "file"]);
    m.table("action_on_behalf", |t| {
        t.uuid("action").refers("action");
        t.text("source").word_of("behalf_source");
        t.text("dated");
        t.uuid("file");
        t.text("address");
        t.text("lang");
        t.uuid("by");
        t.moment("asked").optional();
        t.moment("confirmed").optional();
        t.moment("refused").optional();
        t.key(&["action"]);
    });
}

fn warnings(m: &mut Make) {
    // A draft nobody touches: since when its author is warned.
    m.table("draft_warning", |t| {
        t.uuid("action").refers("action");
        t.moment("at");
        t.key(&["action"]);
    });
}

/// What the whole form needs beside the versions.
fn further(m: &mut Make) {
    // Pictures that nobody is to see, though a version names them.
    m.table("action_hidden", |t| {
        t.uuid("action").falls_with("action");
        t.uuid("file");
        t.uuid("by").optional();
        t.moment("at");
        t.key(&["action", "file"]);
    });
    // What was confirmed before a version was sent, in the words that were read.
    m.table("action_confirmation", |t| {
        t.uuid("action").falls_with("action");
        t.whole("n");
        t.text("what");
        t.text("text_version");
        t.text("sentence");
        t.text("lang");
        t.uuid("by").optional();
        t.moment("at");
        t.key(&["action", "n", "what"]);
    });
    // The hash of the contact's address: by it the contact goes when that person is erased, whoever typed it.
    m.add("action_contact", |t| {
        t.text("address_print").optional();
    });
    m.index("action_contact", &["address_print"]);
}

/// When the desk last decided upon an assessment: from then on the government reads what was said to it.
fn assessed(m: &mut Make) {
    m.add("action", |t| {
        t.moment("assessed").optional();
    });
}
