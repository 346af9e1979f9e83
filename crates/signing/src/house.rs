//! The [`House`]: what every handler is given. It holds the kits and what is read on every page; it knows no act.

use std::ops::Deref;
use std::sync::{Arc, OnceLock, RwLock};
use std::time::Duration;

use post::Stationery;
use store::search::Index;
use store::{Fault, Folder, Follower, Followers, Position, Store, Tx};
use vocabulary::{Clock, GovernmentId, Lang, Moment, Say};
use web::{Kit, Programme};

use crate::calls::{Call, Catalogue, Pages};
use crate::governments::Signed;
use crate::people::Limits;
use crate::register;

/// Every shared follower of a house, made when first needed: the wiring knows them, the rooms do not.
pub type Following = fn(&House) -> Vec<Arc<dyn Follower>>;

/// The house, cheap to clone: axum's state.
#[derive(Clone)]
pub struct House(Arc<Inside>);

/// What is in the house.
pub struct Inside {
    /// The database, the journal, the followers' cursors.
    pub store: Store,
    /// The data folder: files, index, keys.
    pub folder: Folder,
    /// The kit of HTTP and HTML: messages, assets, settings.
    pub kit: Kit,
    /// This process's search index.
    pub index: Arc<Index>,
    /// Which actions are alike, as this process has looked it up.
    pub alikes: register::Alikes,
    /// How often a sign-in code may be asked for.
    pub limits: Limits,
    /// Cards of the register that were read lately.
    pub cards: register::Cards,
    /// How mail leaves the house.
    pub mail: post::Settings,
    current: RwLock<Current>,
    following: Following,
    followers: OnceLock<Followers>,
    signed: OnceLock<Arc<dyn Signed>>,
}

#[derive(Clone, Default)]
struct Current {
    call: Option<Arc<Call>>,
    catalogue: Arc<Catalogue>,
    words: Arc<register::Words>,
    pages: Arc<Pages>,
}

impl Deref for House {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

impl axum::extract::FromRef<House> for Kit {
    fn from_ref(house: &House) -> Kit {
        house.kit.clone()
    }
}

/// How long a POST that publishes or withdraws waits for its own snapshot before it redirects.
const OWN_SNAPSHOT: Duration = Duration::from_secs(2);

impl House {
    /// A house with these things in it. Call [`House::refresh`] before the first page.
    pub fn new(
        store: Store,
        folder: Folder,
        kit: Kit,
        index: Arc<Index>,
        mail: post::Settings,
        following: Following,
    ) -> Self {
        let limits = Limits::new();
        kit.set_suggest(register::suggest(store.clone(), index.clone(), kit.messages().clone()));
        Self(Arc::new(Inside {
            store,
            folder,
            kit,
            index,
            limits,
            cards: register::Cards::default(),
            alikes: register::Alikes::default(),
            mail,
            current: RwLock::default(),
            following,
            followers: OnceLock::new(),
            signed: OnceLock::new(),
        }))
    }

    /// Hands in, once, the room that knows whether a government has signed.
    pub fn set_signed(&self, signed: Arc<dyn Signed>) {
        let _ = self.signed.set(signed);
    }

    /// Whether a government has signed, as far as a room knows.
    pub async fn has_signed(&self, government: GovernmentId) -> Result<bool, Fault> {
        match self.signed.get() {
            Some(signed) => signed.has_signed(self.store.read(), government).await,
            None => Ok(false),
        }
    }

    /// The moment it is.
    pub fn now(&self) -> Moment {
        self.clock().now()
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        self.store.clock()
    }

    /// The voice of a language.
    pub fn say(&self, lang: Lang) -> Say {
        self.kit.messages().say(lang)
    }

    /// The paper for letters: the Call's name in the language of each stands on it.
    pub fn stationery(&self) -> Stationery {
        let kit = self.kit.clone();
        Stationery::new(&self.mail, self.kit.messages().clone()).named(move |lang| kit.programme(lang))
    }

    /// The shared followers of the journal.
    pub fn followers(&self) -> &Followers {
        self.followers.get_or_init(|| Followers::new(self.store.clone(), (self.following)(self)))
    }

    /// Begins an act: a transaction in which facts are told.
    pub async fn act(&self) -> Result<Tx, Fault> {
        self.store.act(self.now()).await
    }

    /// Begins a note: a transaction in which none may be told.
    pub async fn note(&self) -> Result<Tx, Fault> {
        self.store.note(self.now()).await
    }

    /// The Call that pages and forms speak of; none in a house that has just been made.
    pub fn call(&self) -> Option<Arc<Call>> {
        self.read().call
    }

    /// The frameworks, for titles of objectives.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.read().catalogue
    }

    /// What public pages say of the Call; empty in a house that has just been made.
    pub fn words(&self) -> Arc<register::Words> {
        self.read().words
    }

    /// The pages that a public service owes, as they were written for the Call.
    pub fn pages(&self) -> Arc<Pages> {
        self.read().pages
    }

    /// Reads the Call and the frameworks anew.
    pub async fn refresh(&self) -> Result<(), Fault> {
        let call = crate::calls::current(self.store.read()).await?.map(Arc::new);
        let catalogue = Arc::new(crate::calls::catalogue(self.store.read()).await?);
        let pages = match &call {
            Some(call) => Arc::new(crate::calls::pages(self.store.read(), call).await?),
            None => Arc::default(),
        };
        if let Some(call) = &call {
            self.kit.set_programme(Lang::ALL.into_iter().map(|lang| (lang, presented(call, lang))).collect());
        }
        let cohorts = register::cohorts(self.store.read()).await?;
        let cohorts = cohorts.into_iter().filter_map(|cohort| Some((cohort.key, cohort.card.title?)));
        let cohorts: Vec<_> = cohorts.collect();
        let says = Lang::ALL.map(|lang| self.say(lang));
        let words = call.as_deref().map(|call| words(call, &catalogue, cohorts, &says));
        let words = Arc::new(words.unwrap_or_default());
        *self.current.write().unwrap_or_else(std::sync::PoisonError::into_inner) =
            Current { call, catalogue, words, pages };
        register::snapshot::turn(self).await
    }

    /// Waits until what this position of the journal made public is served here, two seconds at most.
    pub async fn settle_public(&self, position: Position) -> Result<(), Fault> {
        let waited = tokio::time::timeout(OWN_SNAPSHOT, self.catch_up_to(position)).await;
        match waited {
            Ok(done) => done,
            Err(_) => {
                tracing::warn!(position, "the public side has not caught up within two seconds");
                Ok(())
            }
        }
    }

    /// Ends an act whose fact has this position: commits it, and waits until what it made public is served here.
    pub async fn finish(&self, tx: Tx, position: Position) -> Result<(), Fault> {
        tx.commit().await?;
        self.settle_public(position).await
    }

    async fn catch_up_to(&self, position: Position) -> Result<(), Fault> {
        loop {
            let heard = store::followers::cursor(self.store.read(), register::projection::NAME).await?;
            if heard >= position {
                register::snapshot::catch_up(&self.store, &self.index).await?;
                return register::snapshot::turn(self).await;
            }
            if let Err(fault) = self.followers().hear_now(register::projection::NAME).await {
                tracing::warn!(
                    position,
                    cause = fault.cause(),
                    "the public records could not follow at once"
                );
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }

    fn read(&self) -> Current {
        self.current.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

/// The words of a Call, as the register is told them.
fn words(
    call: &Call,
    catalogue: &Catalogue,
    cohorts: Vec<(String, vocabulary::LanguageMap)>,
    says: &[Say],
) -> register::Words {
    let sign = |slug: &String| {
        let key = format!("register-short-{slug}");
        let signs = says.iter().filter(|say| say.has(&key)).map(|say| vocabulary::fold(&say.t(&key)));
        signs.map(|sign| (sign, slug.clone())).collect::<Vec<_>>()
    };
    let words = register::Words {
        promise: Some(call.promise.clone()),
        summary: Some(call.summary.clone()),
        declaration: Some(call.declaration_title.clone()),
        frameworks: call.frameworks.iter().filter_map(|slug| catalogue.framework(slug).cloned()).collect(),
        facets: call.facets.clone(),
        priorities: call.priorities.clone(),
        cohorts,
        signs: call.frameworks.iter().flat_map(sign).collect(),
        mark: 0,
    };
    words.marked()
}

/// How the Call presents itself on every page.
fn presented(call: &Call, lang: Lang) -> Programme {
    let said = |map: &vocabulary::LanguageMap| {
        map.pick(lang).map(|picked| picked.text.to_owned()).unwrap_or_default()
    };
    Programme {
        name: said(&call.name),
        subtitle: said(&call.subtitle),
        bodies: said(&call.bodies_line),
        licence: Some((call.licence.code.clone(), call.licence.address.clone())),
    }
}
