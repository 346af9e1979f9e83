//! From a template to an answer.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use crate::Problem;

/// Renders a template as a page. A template that fails becomes the page for broken things.
pub fn html<T: Template>(template: T) -> Response {
    match template.render() {
        Ok(text) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response(),
        Err(error) => Problem::broken(format!("a page could not be drawn: {error}")).into_response(),
    }
}

/// The same form once more, with what is wrong and all that was typed (422).
pub fn again(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
