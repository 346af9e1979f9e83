//! A portrait of somebody who governs, for everybody: only while the public record of their government shows it.

use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::FileId;
use web::{At, Problem};

use super::records::leaders;
use super::shown;
use crate::governments::{self, Face};
use crate::house::House;
use crate::register::{self, Found};

/// The picture.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: FileId = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let leader = leaders::with_portrait(conn, id).await?.ok_or(Problem::NotFound)?;
    let government = governments::canonical_of(conn, leader.government).await?.ok_or(Problem::NotFound)?;
    let found = register::find(conn, governments::public::KIND, government.reference.as_str()).await?;
    let Found::Here(record) = found else { return Err(Problem::NotFound) };
    let faces = record.body.get("faces").cloned().unwrap_or_default();
    let faces: Vec<Face> = serde_json::from_value(faces).unwrap_or_default();
    let is_shown = |face: &Face| face.portrait.as_ref().is_some_and(|(file, _, _)| *file == id);
    if !faces.iter().any(is_shown) {
        return Err(Problem::NotFound);
    }
    shown::file(&house, &at, Some(id)).await
}
