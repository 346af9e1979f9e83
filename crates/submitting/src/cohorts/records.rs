//! The rows of cohorts and every query on them.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical, many};
use vocabulary::{ActionId, Moment};

use super::cohort::{Cohort, CohortId, Frozen};

mod cohort {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "cohort")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub slug: String,
        pub title: String,
        pub about: Option<String>,
        pub made: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod member {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "cohort_action")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cohort: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: Uuid,
        pub since: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod figures {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "cohort_figures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cohort: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub at: i64,
        pub numbers: String,
        pub hash: String,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Keeps a cohort as it is now.
pub async fn save(tx: &Tx, one: &Cohort) -> Result<(), Fault> {
    let row = cohort::ActiveModel {
        id: Set(one.id.uuid()),
        slug: Set(one.slug.clone()),
        title: Set(canonical(&one.title)?.0),
        about: Set(one.about.as_ref().map(canonical).transpose()?.map(|(text, _)| text)),
        made: Set(one.made.unix()),
    };
    use cohort::Column::{About, Id, Title};
    let replace = OnConflict::column(Id).update_columns([Title, About]).to_owned();
    cohort::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// One cohort.
pub async fn find(conn: &impl ConnectionTrait, id: CohortId) -> Result<Option<Cohort>, Fault> {
    cohort::Entity::find_by_id(id.uuid()).one(conn).await?.map(read).transpose()
}

/// The cohort of this name.
pub async fn named(conn: &impl ConnectionTrait, slug: &str) -> Result<Option<Cohort>, Fault> {
    cohort::Entity::find().filter(cohort::Column::Slug.eq(slug)).one(conn).await?.map(read).transpose()
}

/// Every cohort, the newest first.
pub async fn all(conn: &impl ConnectionTrait) -> Result<Vec<Cohort>, Fault> {
    let newest =
        cohort::Entity::find().order_by_desc(cohort::Column::Made).order_by_asc(cohort::Column::Slug);
    newest.all(conn).await?.into_iter().map(read).collect()
}

/// The cohorts that each of these actions stands in, by name; of actions in none, nothing.
pub async fn of_actions(
    conn: &impl ConnectionTrait,
    actions: &[ActionId],
) -> Result<HashMap<ActionId, Vec<String>>, Fault> {
    let ids = actions.iter().map(|id| id.uuid()).collect();
    let lines = many::rows(conn, member::Entity::find(), member::Column::Action, ids).await?;
    let mut found: HashMap<ActionId, Vec<String>> = HashMap::new();
    if lines.is_empty() {
        return Ok(found);
    }
    let slugs = cohort::Entity::find().order_by_asc(cohort::Column::Slug).all(conn).await?;
    for cohort in slugs {
        for line in lines.iter().filter(|line| line.cohort == cohort.id) {
            found.entry(ActionId::from(line.action)).or_default().push(cohort.slug.clone());
        }
    }
    Ok(found)
}

/// The actions of a cohort, in the order in which they came.
pub async fn actions(conn: &impl ConnectionTrait, cohort: CohortId) -> Result<Vec<ActionId>, Fault> {
    let rows = member::Entity::find()
        .filter(member::Column::Cohort.eq(cohort.uuid()))
        .order_by_asc(member::Column::Since)
        .order_by_asc(member::Column::Action)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| ActionId::from(row.action)).collect())
}

/// Puts an action in.
pub async fn put_in(tx: &Tx, cohort: CohortId, action: ActionId) -> Result<(), Fault> {
    let row = member::ActiveModel {
        cohort: Set(cohort.uuid()),
        action: Set(action.uuid()),
        since: Set(tx.now().unix()),
    };
    member::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Takes an action out.
pub async fn take_out(tx: &Tx, cohort: CohortId, action: ActionId) -> Result<(), Fault> {
    member::Entity::delete_by_id((cohort.uuid(), action.uuid())).exec(tx.conn()).await?;
    Ok(())
}

/// The figures of a cohort as they were frozen, the oldest first.
pub async fn frozen(conn: &impl ConnectionTrait, cohort: CohortId) -> Result<Vec<Frozen>, Fault> {
    let rows = figures::Entity::find()
        .filter(figures::Column::Cohort.eq(cohort.uuid()))
        .order_by_asc(figures::Column::At)
        .all(conn)
        .await?;
    let read = |row: figures::Model| {
        let numbers = serde_json::from_str(&row.numbers)
            .map_err(|_| Fault::broken("the figures of a cohort cannot be read".to_owned()))?;
        Ok(Frozen { at: Moment::from_unix(row.at), numbers, hash: row.hash })
    };
    rows.into_iter().map(read).collect()
}

/// Keeps figures; those of the same second are replaced.
pub async fn freeze(tx: &Tx, cohort: CohortId, frozen: &Frozen) -> Result<(), Fault> {
    let row = figures::ActiveModel {
        cohort: Set(cohort.uuid()),
        at: Set(frozen.at.unix()),
        numbers: Set(canonical(&frozen.numbers)?.0),
        hash: Set(frozen.hash.clone()),
    };
    use figures::Column::{At, Cohort, Hash, Numbers};
    let replace = OnConflict::columns([Cohort, At]).update_columns([Numbers, Hash]).to_owned();
    figures::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn read(row: cohort::Model) -> Result<Cohort, Fault> {
    let broken = |_| Fault::broken(format!("the cohort {} cannot be read", row.slug));
    Ok(Cohort {
        id: CohortId::from(row.id),
        title: serde_json::from_str(&row.title).map_err(broken)?,
        about: row.about.as_deref().map(serde_json::from_str).transpose().map_err(broken)?,
        made: Moment::from_unix(row.made),
        slug: row.slug,
    })
}
