//! The limit of a page: the same bytes and headers, standing still, served by the same axum.

use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::{Outcome, load};

/// Fetches each address and serves it under its number.
pub async fn serve(listen: SocketAddr, of: &[String]) -> Outcome<()> {
    let pages: Arc<Vec<(HeaderMap, Bytes)>> =
        Arc::new(of.iter().map(|url| fetched(url)).collect::<Outcome<_>>()?);
    let router = Router::new().fallback(async move |request: Request| answer(&pages, request.uri().path()));
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| format!("Nothing can listen on {listen}: {error}."))?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await.map_err(|error| error.to_string())
}

fn answer(pages: &[(HeaderMap, Bytes)], path: &str) -> Response {
    let number = path.get(1..).and_then(|number| number.parse::<usize>().ok());
    match number.and_then(|number| pages.get(number)) {
        Some((headers, body)) => (headers.clone(), body.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Asks twice: the second answer is the one that is kept.
fn fetched(url: &str) -> Outcome<(HeaderMap, Bytes)> {
    let (host, path) = load::parts(url)?;
    // Each on a connection of its own: the first may come in pieces of unknown length.
    let ask = || {
        let mut stream = TcpStream::connect(host).map_err(|error| format!("{host}: {error}."))?;
        load::ask(&mut stream, host, path)
    };
    ask()?;
    let answer = ask()?;
    if answer.status != 200 || answer.body.is_empty() {
        return Err(format!("{url} answers {} with {} bytes.", answer.status, answer.body.len()));
    }
    let mut headers = HeaderMap::new();
    for (name, value) in answer.headers.iter().filter(|(name, _)| name != "date") {
        let name = HeaderName::try_from(name.as_str()).map_err(|error| error.to_string())?;
        headers.insert(name, HeaderValue::from_str(value).map_err(|error| error.to_string())?);
    }
    Ok((headers, answer.body.into()))
}
