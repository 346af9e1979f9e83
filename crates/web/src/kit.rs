//! What the wiring hands to the kit once, at the start.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock, RwLock};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use vocabulary::{Clock, Lang, Messages, Say};

use crate::throttle::{Rule, Throttle};
use crate::{Assets, Banner, Network, Pages};

/// How visitors reach the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// Through https, here or at a proxy in front: cookies are `__Host-` and HSTS is sent.
    Https,
    /// Through plain http: cookies work on loopback addresses only, with a banner.
    Http,
}

/// Whether what is shown is real.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A real house.
    Real,
    /// A demonstration: every page says so, and search engines are asked to stay away.
    Demonstration,
}

/// One entry of the main navigation, handed in by the wiring because the kit knows no room.
#[derive(Clone, Copy, Debug)]
pub struct NavLink {
    /// The name by which a page says "I am here" (see `Frame::here`).
    pub name: &'static str,
    /// The path without its language, such as `/actions`.
    pub path: &'static str,
    /// The message key of its words.
    pub key: &'static str,
}

/// Fills a buffer with chance; handed in by the wiring so that stories are repeatable.
pub type Chance = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// A public page that an address which leads nowhere may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// What it is called.
    pub text: String,
    /// What kind of thing it is, where that is worth saying.
    pub kind: Option<String>,
    /// The language of that, where it is not the reader's.
    pub lang: Option<String>,
    /// Its direction, where it is not the reader's.
    pub dir: Option<&'static str>,
    /// Where it stands.
    pub href: String,
}

/// The box in which something is looked for by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookFor {
    /// Where the box sends, the language included.
    pub action: String,
    /// What it is called.
    pub label: String,
    /// The words that already stand in it.
    pub text: String,
}

/// What is known of an address that leads nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// What is not there, in a sentence.
    pub said: Option<String>,
    /// The box for looking on, with the words of the address.
    pub look_for: Option<LookFor>,
    /// What may have been meant.
    pub near: Vec<Near>,
}

/// Why an address shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing ever stood there.
    Nowhere,
    /// What stood there was taken back.
    Gone,
}

/// Finds what is near an address in the reader's language; handed in because the kit knows no room.
pub type Suggest =
    Arc<dyn Fn(Lang, String, Missing) -> Pin<Box<dyn Future<Output = Lost> + Send>> + Send + Sync>;

/// Everything the kit must be told.
pub struct Settings {
    /// The sentences of the house.
    pub messages: Arc<Messages>,
    /// Styles, scripts, fonts and pictures of the interface.
    pub assets: Assets,
    /// The clock.
    pub clock: Clock,
    /// Chance, for cookies and for the marks of errors.
    pub chance: Chance,
    /// The secret that makes form tokens; the same after a restart, so that open forms go on working.
    pub secret: [u8; 32],
    /// How visitors reach the house.
    pub transport: Transport,
    /// The public origin, such as `https://register.example.org`, without a slash at the end.
    pub origin: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<Network>,
    /// The main navigation.
    pub nav: Vec<NavLink>,
    /// Whether what is shown is real.
    pub standing: Standing,
}

/// How the programme presents itself on every page, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// The short name in the header.
    pub name: String,
    /// The line under it; may be empty.
    pub subtitle: String,
    /// Who carries it, for the footer; may be empty.
    pub bodies: String,
    /// The licence of what is published: its code and the address of its text.
    pub licence: Option<(String, String)>,
}

struct Inner {
    settings: Settings,
    programme: RwLock<BTreeMap<Lang, Programme>>,
    banner: RwLock<Option<Banner>>,
    suggest: OnceLock<Suggest>,
    uploads: tokio::sync::Semaphore,
    forms: Throttle,
    pages: Pages,
    mark: [u8; 8],
}

/// The settings as every extractor reaches them; cheap to clone.
#[derive(Clone)]
pub struct Kit(Arc<Inner>);

/// How many uploads may be read into memory at once.
const UPLOADS_AT_ONCE: usize = 8;

/// How many forms one network may post: many at once, because a city hall is one network, then one a second.
const FORMS: Rule = Rule { burst: 300, every: 1 };

impl Kit {
    /// Keeps the settings.
    pub fn new(settings: Settings) -> Kit {
        let mut mark = [0; 8];
        (settings.chance)(&mut mark);
        Kit(Arc::new(Inner {
            settings,
            mark,
            programme: RwLock::new(BTreeMap::new()),
            banner: RwLock::default(),
            suggest: OnceLock::new(),
            uploads: tokio::sync::Semaphore::new(UPLOADS_AT_ONCE),
            forms: Throttle::new(FORMS),
            pages: Pages::new(),
        }))
    }

    /// The sentences of the house.
    pub fn messages(&self) -> &Arc<Messages> {
        &self.0.settings.messages
    }

    /// The files of the interface.
    pub fn assets(&self) -> &Assets {
        &self.0.settings.assets
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.settings.clock
    }

    /// The public origin, for canonical addresses.
    pub fn origin(&self) -> &str {
        &self.0.settings.origin
    }

    /// How visitors reach the house.
    pub fn transport(&self) -> Transport {
        self.0.settings.transport
    }

    /// Whether what is shown is real.
    pub fn standing(&self) -> Standing {
        self.0.settings.standing
    }

    /// Sets how the programme presents itself, per language: from data, because the kit knows no Call.
    pub fn set_programme(&self, programme: BTreeMap<Lang, Programme>) {
        let mut known = self.0.programme.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *known != programme {
            *known = programme;
            drop(known);
            self.pages().redraw();
        }
    }

    /// How the programme presents itself in a language, where the wiring has told it.
    pub fn presented(&self, lang: Lang) -> Option<Programme> {
        let known = self.0.programme.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.get(&lang).or_else(|| known.get(&Lang::En)).cloned()
    }

    /// Hands in, once, what finds the pages near an address that leads nowhere.
    pub fn set_suggest(&self, suggest: Suggest) {
        let _ = self.0.suggest.set(suggest);
    }

    pub(crate) async fn near(&self, lang: Lang, path: &str, missing: Missing) -> Lost {
        match self.0.suggest.get() {
            Some(suggest) => suggest(lang, path.to_owned(), missing).await,
            None => Lost::default(),
        }
    }

    /// The programme's name in a language, where the wiring has told one.
    pub fn programme(&self, lang: Lang) -> Option<String> {
        self.presented(lang).map(|programme| programme.name)
    }

    /// What the programme is called where this voice speaks: by its name, or as a site where it has none.
    pub fn called(&self, say: &Say) -> String {
        self.programme(say.lang).unwrap_or_else(|| say.t("web-site"))
    }

    /// Sets the sentence on top of every page, or takes it away.
    pub fn set_banner(&self, banner: Option<Banner>) {
        let mut known = self.0.banner.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *known != banner {
            *known = banner;
            drop(known);
            self.pages().redraw();
        }
    }

    /// The sentence on top of every page, for a reader of this language, and the language it is in.
    pub fn banner(&self, lang: Lang) -> Option<(Lang, String)> {
        let banner = self.0.banner.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        banner.as_ref()?.said(lang, self.clock().now())
    }

    /// The public pages that are kept.
    pub fn pages(&self) -> &Pages {
        &self.0.pages
    }

    /// So many bytes of chance.
    pub fn chance<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0.settings.chance)(&mut bytes);
        bytes
    }

    /// A key of a room's own, made from the house's secret: what one room seals, no other can forge.
    pub fn key(&self, room: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret()).expect("HMAC takes keys of any length");
        mac.update(b"key of a room\0");
        mac.update(room.as_bytes());
        mac.finalize().into_bytes().into()
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.0.settings.secret
    }

    pub(crate) fn proxies(&self) -> &[Network] {
        &self.0.settings.proxies
    }

    pub(crate) fn nav(&self) -> &[NavLink] {
        &self.0.settings.nav
    }

    /// Another one after each start: a new binary draws its pages differently.
    pub(crate) fn mark(&self) -> &[u8; 8] {
        &self.0.mark
    }

    pub(crate) fn forms(&self) -> &Throttle {
        &self.0.forms
    }

    pub(crate) fn uploads(&self) -> &tokio::sync::Semaphore {
        &self.0.uploads
    }
}

impl fmt::Debug for Kit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kit")
    }
}
