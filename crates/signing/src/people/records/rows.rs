//! The rows as they are stored.

/// A row of `person`.
pub(in crate::people) mod person {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub address: Option<String>,
        pub address_key: Option<String>,
        pub name: Option<String>,
        pub lang: String,
        pub joined_at: i64,
        pub seen_at: i64,
        pub warned_at: Option<i64>,
        pub erased_at: Option<i64>,
        pub erased_print: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `role_grant`.
pub(in crate::people) mod role_grant {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role_grant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub role: String,
        pub address_key: Option<String>,
        pub address: Option<String>,
        pub person: Option<Uuid>,
        pub lang: String,
        pub invited_by: String,
        pub invited_at: i64,
        pub taken_at: Option<i64>,
        pub ended_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `sign_in_code`.
pub(in crate::people) mod sign_in_code {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub address: String,
        pub address_key: String,
        pub browser: Option<String>,
        pub mark: Option<String>,
        pub lang: String,
        pub notice: String,
        pub tries: i64,
        pub asked_at: i64,
        pub until: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `browser_session`.
pub(in crate::people) mod browser_session {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "browser_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub browser: String,
        pub person: Uuid,
        pub kind: String,
        pub system: String,
        pub began_at: i64,
        pub seen_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `consent`.
pub(in crate::people) mod consent {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consent")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person: Uuid,
        pub notice: String,
        pub version: String,
        pub lang: String,
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `vouch_request`.
pub(in crate::people) mod vouch_request {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "vouch_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub purpose: String,
        pub subject: Uuid,
        pub hash: String,
        pub address: Option<String>,
        pub address_key: Option<String>,
        pub name: Option<String>,
        pub lang: String,
        pub state: String,
        pub asked_at: i64,
        pub until: i64,
        pub closed_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of `vouch_code`.
pub(in crate::people) mod vouch_code {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "vouch_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub request: Uuid,
        pub browser: String,
        pub mark: String,
        pub tries: i64,
        pub until: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
