//! The history of a declaration: each version of its text in each language, and what was said of it, as differences.

use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::{BESIDE, LanguageMap, Say};
use web::{At, Changes, Difference, Link, Problem};

use super::list::{find, read, version_line};
use super::public::{ShownDeclaration, ShownVersion};
use crate::house::House;
use crate::register::{self, changed};

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = register::key_of_pages(&house);
    let record = find(&house, &at, &slug).await?;
    let shown: ShownDeclaration = read(&record)?;
    let mut changes = versions(&at.say, &shown.versions);
    changes.extend(changed::changes(&house, &at, &record).await?);
    // Stable: of one day the versions come before what is said of them.
    changes.sort_by(|one, other| other.machine.cmp(&one.machine));
    let list = Link::new(at.say.t("declarations-list-title"), at.to("/declarations"));
    Ok(web::served(&at, &key, || web::html(changed::page(&at, &record, list, changes))))
}

/// Each version beside the one before it, the newest first. A placeholder has no words of its own.
fn versions(say: &Say, versions: &[ShownVersion]) -> Vec<Changes> {
    let texts = |version: Option<&ShownVersion>| version.and_then(|one| one.texts.clone());
    let line = |(n, version): (usize, &ShownVersion)| {
        let (before, now): (Option<LanguageMap>, _) = (texts(versions.get(n + 1)), texts(Some(version)));
        let line = version_line(say, version);
        Changes {
            title: format!("{}{BESIDE}{}", line.words, line.wording),
            machine: version.loaded.date().to_string(),
            differences: Difference::of_texts(
                &say.t("declarations-text"),
                before.as_ref(),
                now.as_ref(),
                say,
            ),
        }
    };
    versions.iter().enumerate().map(line).collect()
}
