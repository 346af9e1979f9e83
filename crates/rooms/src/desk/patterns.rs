//! The living page of patterns, for whoever changes the look: every part in every state.

use axum::response::Response;
use web::{At, Frame, Patterns, Problem};

use crate::people::AtDesk;

/// The page.
pub(super) async fn page(at: At, AtDesk(_): AtDesk) -> Result<Response, Problem> {
    Ok(web::html(Patterns::new(Frame::new(&at, "look-patterns").hide())))
}
