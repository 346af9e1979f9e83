//! The history of a page that a public service owes: every wording in each language, beside the one before it, so that what
//! somebody was told can be read later. Pages that name people have none.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use vocabulary::{Arg, Lang, Tag};
use web::differences::said;
use web::{At, Changes, Difference, Problem};

use super::owed::{Owed, Written};
use super::{Call, records};
use crate::House;
use crate::register::{Label, changed};

/// The history of a page.
pub(super) async fn show(State(house): State<House>, at: At, owed: Owed) -> Result<Response, Problem> {
    let Some(call) = house.call() else { return Err(Problem::NotFound) };
    let pages = house.pages();
    let Some((lang, last)) = pages.pick(owed, at.lang, &call) else { return Err(Problem::NotFound) };
    let key = format!("{}/{}/{}", call.id, pages.wordings(), house.now().date());
    let wordings = records::wordings(house.store.read(), &call, owed).await?;
    let origin = house.kit.origin();
    Ok(web::served(&at, &key, || {
        let name = Label::worded(last.title(), lang, at.lang);
        let lead = at.say.t("calls-page-history-lead");
        let path = format!("/{}", owed.word());
        web::html(changed::of_page(&at, name, &path, lead, changes(&at, &call, origin, &wordings)))
    }))
}

/// Each wording beside the one before it in the same language, the latest first. The first one stands under what came after
/// it, or on the page itself.
fn changes(at: &At, call: &Call, origin: &str, wordings: &[(Lang, Written)]) -> Vec<Changes> {
    let mut before: BTreeMap<Lang, &Written> = BTreeMap::new();
    let mut changes: Vec<Changes> = Vec::with_capacity(wordings.len());
    for (lang, written) in wordings {
        let was = before.insert(*lang, written);
        let Ok(tag) = Tag::parse(lang.code()) else { continue };
        let of = |key: &str, was: &str, is: &str| {
            (was != is).then(|| Difference {
                of: at.say.t(key),
                how: String::new(),
                html: said(was, is, &at.say),
                lang: lang.code().to_owned(),
                dir: lang.dir(),
            })
        };
        let differences = was.map(|was| {
            let filled = [was, written].map(|one| one.filled(call, *lang, origin));
            let title = of("register-history-title", was.title(), written.title());
            title.into_iter().chain(of("calls-page-text", filled[0].trim(), filled[1].trim())).collect()
        });
        let words = [
            ("date", Arg::from(at.say.date(written.at))),
            ("language", Arg::from(at.say.language_name(&tag))),
            ("n", Arg::from(written.n)),
        ];
        changes.push(Changes {
            title: at.say.with("calls-page-wording", &words),
            machine: written.at.date().to_string(),
            differences: differences.unwrap_or_default(),
        });
    }
    changes.reverse();
    changes
}
