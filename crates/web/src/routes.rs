//! The registry of every address: each route is recorded with its act and with who may use it, and the
//! router is made from the record. axum cannot list its routes; this can.

use axum::Router;
use axum::handler::Handler;
use axum::middleware::from_fn;
use axum::routing::MethodRouter;

use crate::{posted, upload};

/// Who may use a route: its row in the table of access. The room's `may.rs` decides about the one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// Anyone, logged in or not. Public pages read only public records and never the session.
    Everyone,
    /// Anyone who is logged in: a proven address, nothing more.
    Person,
    /// A person with a part in the thing: a mandate of its government, or the draft's own author.
    Party,
    /// The secretariat.
    Desk,
    /// An assessor to whom the thing is assigned, without a conflict of interest; the secretariat too.
    Assessor,
    /// An editor of what is published; the secretariat too.
    Editor,
    /// Whoever sits at the machine: the local outbox and the demonstration's doors, on loopback only.
    Local,
}

impl Access {
    /// Every row, for tests that cross roles with routes.
    pub const ALL: [Access; 7] = [
        Access::Everyone,
        Access::Person,
        Access::Party,
        Access::Desk,
        Access::Assessor,
        Access::Editor,
        Access::Local,
    ];
}

/// How a route is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Reads a page; HEAD follows. Never changes state: mail scanners press links.
    Get,
    /// Sends a form.
    Post,
    /// Sends a form with files.
    Upload,
}

impl Method {
    /// The method on the wire.
    pub fn verb(self) -> http::Method {
        match self {
            Method::Get => http::Method::GET,
            Method::Post | Method::Upload => http::Method::POST,
        }
    }
}

/// One row of the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The room that answers.
    pub room: &'static str,
    /// How it is used.
    pub method: Method,
    /// The whole path as axum reads it: `/{lang}/actions/{reference}`.
    pub path: &'static str,
    /// What happens: `actions.send`.
    pub act: &'static str,
    /// Who may.
    pub access: Access,
}

/// The routes of a room, or of several.
///
/// Pages stand under `/{lang}/…`, the home page at `/{lang}/`; all others have no slash at the end. Paths
/// without `/{lang}` answer programs, and their problems are documents, not pages.
///
/// Every POST made here is checked before its handler runs: it comes from our own pages, and carries the
/// browser's token in the field `csrf`. A handler cannot forget it.
pub struct Routes<S> {
    room: &'static str,
    routes: Vec<Route>,
    router: Router<S>,
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No routes yet, of this room.
    pub fn new(room: &'static str) -> Routes<S> {
        Routes { room, routes: Vec::new(), router: Router::new() }
    }

    /// A page.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, act: &'static str, access: Access, handler: H) -> Routes<S>
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let answer = axum::routing::get(handler).route_layer(from_fn(posted::patience));
        self.put(Method::Get, path, act, access, answer)
    }

    /// A form: urlencoded, at most 256 kB; the handler takes [`crate::Posted`] or [`crate::Pairs`].
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, act: &'static str, access: Access, handler: H) -> Routes<S>
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let answer = axum::routing::post(handler).route_layer(from_fn(posted::guard));
        self.put(Method::Post, path, act, access, answer)
    }

    /// A form with files: multipart, at most 25 MB, the token first; the handler takes [`crate::Upload`].
    #[must_use]
    pub fn upload<H, T>(self, path: &'static str, act: &'static str, access: Access, handler: H) -> Routes<S>
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let answer = axum::routing::post(handler).route_layer(from_fn(upload::guard));
        self.put(Method::Upload, path, act, access, answer)
    }

    fn put(
        mut self,
        method: Method,
        path: &'static str,
        act: &'static str,
        access: Access,
        answer: MethodRouter<S>,
    ) -> Routes<S> {
        self.routes.push(Route { room: self.room, method, path, act, access });
        Routes { router: self.router.route(path, answer), ..self }
    }

    /// Adds the routes of another room.
    #[must_use]
    pub fn merge(mut self, other: Routes<S>) -> Routes<S> {
        self.routes.extend(other.routes);
        Routes { router: self.router.merge(other.router), ..self }
    }

    /// The record so far.
    pub fn list(&self) -> &[Route] {
        &self.routes
    }

    /// The record and the router. [`crate::open`] does this, and dresses the router.
    pub fn into_parts(self) -> (Vec<Route>, Router<S>) {
        (self.routes, self.router)
    }
}
