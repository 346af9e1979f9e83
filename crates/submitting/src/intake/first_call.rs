//! An act: create the first Call of a house that has none, and the declaration that it names.

use std::sync::Arc;

use store::Fault;
use vocabulary::{Actor, Lang};

use crate::House;
use crate::calls::create::CreateRefused;
use crate::calls::{self, Call, Owed, WriteRefused};
use crate::declarations::{self, LoadRefused};

/// The Call that a new house begins with; another one is another file.
const FIRST_CALL: &str = include_str!("../../../../examples/cohort/call.toml");
/// What is known of the declaration that it names, beside the official text.
const ITS_DECLARATION: &str = include_str!("../../../../examples/cohort/declaration.toml");

/// The pages that a public service owes, as they are drafted for that Call: language, page, text.
const ITS_PAGES: [(Lang, Owed, &str); 24] = {
    macro_rules! page {
        ($lang:ident $code:literal $owed:ident $word:literal) => {
            (
                Lang::$lang,
                Owed::$owed,
                include_str!(concat!("../../../../examples/cohort/pages/", $code, "/", $word, ".md")),
            )
        };
    }
    macro_rules! pages {
        ($($lang:ident $code:literal),*) => {
            [
                $(page!($lang $code About "about"),
                page!($lang $code Privacy "privacy"),
                page!($lang $code Accessibility "accessibility"),
                page!($lang $code Contact "contact"),
                page!($lang $code Licence "licence"),
                page!($lang $code Imprint "imprint"),)*
            ]
        };
    }
    pages!(En "en", Fr "fr", Es "es", Ar "ar")
};

/// The Call of the house, created from its file if there is none yet.
pub async fn first_call(house: &House) -> Result<Arc<Call>, Fault> {
    if let Some(call) = calls::current(house.store.read()).await? {
        house.refresh().await?;
        return Ok(Arc::new(call));
    }
    let tx = house.act().await?;
    let init = Actor::Program("init");
    let call = match calls::create::create(&tx, init, FIRST_CALL).await {
        Ok(call) => call,
        Err(CreateRefused::Fault(fault)) => return Err(fault),
        Err(refused) => return Err(Fault::broken(format!("the first Call is refused: {refused}"))),
    };
    declarations::ensure(&tx, init, &call).await?;
    match declarations::describe(&tx, init, ITS_DECLARATION).await {
        Ok(_) => {}
        Err(LoadRefused::Fault(fault)) => return Err(fault),
        Err(refused) => return Err(Fault::broken(format!("the first declaration is refused: {refused}"))),
    }
    for (lang, owed, text) in ITS_PAGES {
        match calls::write_page(&tx, init, &call, owed, lang, text).await {
            Ok(_) => {}
            Err(WriteRefused::Fault(fault)) => return Err(fault),
            Err(refused) => {
                return Err(Fault::broken(format!("a page of the first Call is refused: {refused}")));
            }
        }
    }
    tx.commit().await?;
    house.refresh().await?;
    Ok(Arc::new(call))
}
