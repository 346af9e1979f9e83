//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Step, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![first(), rubrics(), wordings()]
}

fn first() -> Step {
    step("assessment-001", |m| {
        m.words("assessment_state", &["open", "decided", "called_off"]);
        m.words("assessment_decision", &["publish", "revise", "decline"]);
        m.table("assessment", |t| {
            t.id();
            t.uuid("action").refers("action");
            t.whole("n");
            t.uuid("call").refers("call");
            t.moment("opened");
            t.text("state").word_of("assessment_state");
            t.text("decision").word_of("assessment_decision").optional();
            t.text("reasons").optional();
            t.uuid("decided_by").optional();
            t.moment("closed").optional();
            t.check(
                "decided_by_whom",
                "state <> 'decided' OR (decision IS NOT NULL AND reasons IS NOT NULL AND decided_by IS NOT NULL)",
            );
            t.check("closed_when", "state = 'open' OR closed IS NOT NULL");
        });
        m.unique_where("assessment", &["action"], "state = 'open'");
        m.index("assessment", &["state", "opened"]);
        m.words(
            "assessment_part",
            &["asked", "declared", "accepted", "in", "barred", "declined", "taken_off"],
        );
        m.table("assessment_assignment", |t| {
            t.id();
            t.uuid("assessment").refers("assessment");
            t.uuid("assessor");
            t.moment("given");
            t.moment("due");
            t.text("part").word_of("assessment_part");
            t.moment("since");
            t.json("interests");
            t.text("reason").optional();
            t.moment("reminded").optional();
            t.unique(&["assessment", "assessor"]);
        });
        m.index("assessment_assignment", &["assessor"]);
        m.index("assessment_assignment", &["part", "due"]);
        // Unseen by anybody but the assessor until all of an assessment are in.
        m.table("assessment_sheet", |t| {
            t.uuid("assignment").refers("assessment_assignment");
            t.json("marks");
            t.text("to_city");
            t.text("to_desk");
            t.moment("at");
            t.key(&["assignment"]);
        });
        // The editor's summary, a language map; on the action's public page once the action is there.
        m.table("assessment_summary", |t| {
            t.uuid("action").refers("action");
            t.json("text");
            t.uuid("by").optional();
            t.moment("at");
            t.key(&["action"]);
        });
    })
}

/// The rubrics by which marks were given, each once: a Call may change its own.
fn rubrics() -> Step {
    step("assessment-002", |m| {
        m.table("assessment_rubric", |t| {
            t.text("hash");
            t.json("criteria");
            t.moment("at");
            t.key(&["hash"]);
        });
        m.add("assessment_sheet", |t| {
            t.text("rubric").optional();
        });
    })
}

/// Every wording of a summary, so that the history of its action can show what changed; the last is the one that stands.
fn wordings() -> Step {
    step("assessment-003", |m| {
        m.table("assessment_wording", |t| {
            t.uuid("action").refers("action");
            t.whole("n");
            t.json("text");
            t.moment("at");
            t.key(&["action", "n"]);
        });
    })
}
