//! The rows as the database keeps them.

pub(super) mod assessment {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub action: Uuid,
        pub n: i64,
        pub call: Uuid,
        pub opened: i64,
        pub state: String,
        pub decision: Option<String>,
        pub reasons: Option<String>,
        pub decided_by: Option<Uuid>,
        pub closed: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod assignment {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment_assignment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub assessment: Uuid,
        pub assessor: Uuid,
        pub given: i64,
        pub due: i64,
        pub part: String,
        pub since: i64,
        pub interests: String,
        pub reason: Option<String>,
        pub reminded: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod sheet {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment_sheet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub assignment: Uuid,
        pub marks: String,
        pub to_city: String,
        pub to_desk: String,
        pub at: i64,
        pub rubric: Option<String>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod rubric {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment_rubric")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub criteria: String,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod summary {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment_summary")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        pub text: String,
        pub by: Option<Uuid>,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod wording {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment_wording")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub n: i64,
        pub text: String,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
