//! The rows as the database keeps them.

pub(super) mod action {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub call: Uuid,
        pub reference: Option<String>,
        pub lead: Uuid,
        pub author: Option<Uuid>,
        pub stage: String,
        pub since: i64,
        pub current: Option<i64>,
        pub current_hash: Option<String>,
        pub waiting: Option<i64>,
        pub waiting_hash: Option<String>,
        pub waiting_words: Option<String>,
        pub words: Option<String>,
        pub folded_title: String,
        pub source_identity: Option<String>,
        pub begun: i64,
        pub assessed: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod version {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub n: i64,
        pub content: String,
        pub hash: String,
        pub origin: String,
        pub by: Option<Uuid>,
        pub at: i64,
        pub why: Option<String>,
        pub published: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod government {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_government")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub government: Uuid,
        pub role: String,
        pub confirmed: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod draft {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub topic: String,
        pub version: i64,
        pub answers: String,
        pub kept: Option<String>,
        pub by: Option<Uuid>,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod contact {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_contact")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        pub name: String,
        pub address: String,
        pub by: Option<Uuid>,
        pub address_print: Option<String>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Since when the author of a draft nobody touches is warned.
pub mod warning {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_warning")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        pub at: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod partner {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_partner")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub action: Uuid,
        pub kind: String,
        pub government: Option<Uuid>,
        pub name: Option<String>,
        pub website: Option<String>,
        pub address: Option<String>,
        pub state: String,
        pub since: i64,
        pub asked: Option<i64>,
        pub reminded: Option<i64>,
        pub by: Option<Uuid>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod link {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reading_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub action: Uuid,
        pub token_hash: String,
        pub made: i64,
        pub until: i64,
        pub revoked: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod comment {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reading_comment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub action: Uuid,
        pub topic: Option<String>,
        pub name: String,
        pub comment: String,
        pub at: i64,
        pub dealt: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod on_behalf {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_on_behalf")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        pub source: String,
        pub dated: String,
        pub file: Uuid,
        pub address: String,
        pub lang: String,
        pub by: Uuid,
        pub asked: Option<i64>,
        pub confirmed: Option<i64>,
        pub refused: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod hidden {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_hidden")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub file: Uuid,
        pub by: Option<Uuid>,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod confirmation {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_confirmation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub n: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub what: String,
        pub text_version: String,
        pub sentence: String,
        pub lang: String,
        pub by: Option<Uuid>,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
