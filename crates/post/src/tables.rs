//! The outbox in the database.

use store::Migrations;
use store::schema::{Make, step};

/// A row of the outbox.
pub(crate) mod mail {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The fact that caused it.
        pub position: Option<i64>,
        pub template: String,
        /// Hash of the address: what keeps a letter unique after the address is wiped.
        pub recipient: Option<String>,
        pub address: Option<String>,
        pub person: Option<Uuid>,
        pub lang: String,
        pub body: Option<String>,
        /// `code` is wiped once delivered, `kept` after thirty days.
        pub keeping: String,
        pub state: String,
        pub tries: i64,
        pub put_at: i64,
        pub due_at: i64,
        pub claimed_until: Option<i64>,
        pub useless_after: Option<i64>,
        pub done_at: Option<i64>,
        pub reason: Option<String>,
        pub reply: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The steps that make the outbox, oldest first; one is appended, none ever changed.
pub fn migrations() -> Migrations {
    vec![step("post-001", outbox)]
}

fn outbox(m: &mut Make) {
    m.words("mail_state", &["waiting", "claimed", "sent", "local", "failed", "dropped"]);
    m.words("mail_reason", &["refused", "postponed", "unreachable", "unreadable", "expired", "erased"]);
    m.words("mail_keeping", &["code", "kept"]);
    m.table("mail", |t| {
        t.id();
        t.position("position").optional();
        t.text("template");
        t.text("recipient").optional();
        t.text("address").optional();
        t.uuid("person").optional();
        t.text("lang");
        t.json("body").optional();
        t.text("keeping").word_of("mail_keeping");
        t.text("state").word_of("mail_state");
        t.whole("tries");
        t.moment("put_at");
        t.moment("due_at");
        t.moment("claimed_until").optional();
        t.moment("useless_after").optional();
        t.moment("done_at").optional();
        t.text("reason").word_of("mail_reason").optional();
        t.whole("reply").optional();
        t.unique(&["position", "recipient", "template"]);
        t.check("claimed_has_end", "(state = 'claimed') = (claimed_until IS NOT NULL)");
        t.check("done_has_moment", "(state IN ('waiting', 'claimed')) = (done_at IS NULL)");
        t.check(
            "going_has_words",
            "state NOT IN ('waiting', 'claimed') OR (address IS NOT NULL AND body IS NOT NULL)",
        );
        t.check("words_have_address", "(address IS NULL) = (body IS NULL)");
    });
    m.index("mail", &["state", "due_at"]);
    m.index("mail", &["person"]);
    m.index("mail", &["recipient"]);
}
