//! Files that people send, and files that are sent to people.
//!
//! The guard of an upload reads the form as it arrives: the token must be its first field, so a stranger's
//! files are refused before they are read. Everything is kept in memory, 25 MB at most, a few at a time.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderName, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::at::kit_of;
use crate::posted::{self, TOKEN_FIELD, check_token, clean, from_our_own_page, not_too_often, within};
use crate::{Errors, Pairs, Problem};

/// The most that a form with files may hold, in bytes.
pub(crate) const UPLOAD_LIMIT: usize = 25 * 1024 * 1024;
/// The most bytes of one text field beside the files.
const TEXT_LIMIT: usize = 64 * 1024;
/// The most fields and files together.
const PART_LIMIT: usize = 200;
/// How long an upload may take on a thin line.
const PATIENCE: Duration = Duration::from_secs(300);

/// A file as sent; nothing about it is believed yet. [`crate::accept`] looks at its content.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The name of the field.
    pub field: String,
    /// The file's name on the sender's machine, without folders and control characters.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// A form with files.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The text fields.
    pub pairs: Pairs,
    /// The files that were chosen; fields left empty are not among them.
    pub files: Vec<Sent>,
    /// The field of the file during which the line broke; what came before it is here.
    pub broken: Option<String>,
}

impl Upload {
    /// The first file of a field.
    pub fn file(&self, field: &str) -> Option<&Sent> {
        self.files.iter().find(|file| file.field == field)
    }

    /// Says at its field that a file did not arrive whole, where that happened.
    pub fn tell_broken(&self, errors: &mut Errors) {
        if let Some(field) = &self.broken {
            errors.add(field, "web-file-broken");
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Upload {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Upload, Problem> {
        parts.extensions.remove::<Upload>().ok_or_else(|| {
            Problem::broken(
                "an upload's handler ran without the guard; register its route with web::Routes::upload",
            )
        })
    }
}

/// Checks and reads a form with files before its handler runs.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let answer = async {
        match read_then_answer(request, next).await {
            Ok(response) => response,
            Err(problem) => problem.into_response(),
        }
    };
    within(PATIENCE, answer).await
}

async fn read_then_answer(request: Request, next: Next) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let kit = kit_of(&parts)?;
    from_our_own_page(&kit, &parts.headers)?;
    not_too_often(&kit, &mut parts).await?;
    if posted::mime(&parts.headers) != "multipart/form-data" {
        return Err(Problem::WrongKind);
    }
    let _permit = kit.uploads().try_acquire().map_err(|_| Problem::Unavailable { retry_after: 20 })?;
    let mut reading = Request::from_parts(parts.clone(), body);
    DefaultBodyLimit::max(UPLOAD_LIMIT).apply(&mut reading);
    let mut form = Multipart::from_request(reading, &()).await.map_err(|_| Problem::Unreadable)?;
    let first = form.next_field().await.map_err(refused)?;
    let token = match first {
        Some(field) if field.name() == Some(TOKEN_FIELD) => Some(text(field).await?),
        _ => None,
    };
    check_token(&kit, &parts.headers, token.as_deref())?;
    let upload = read(form).await?;
    let mut parts = parts;
    parts.extensions.insert(upload.pairs.clone());
    parts.extensions.insert(upload);
    Ok(next.run(Request::from_parts(parts, axum::body::Body::empty())).await)
}

async fn read(mut form: Multipart) -> Result<Upload, Problem> {
    let mut upload = Upload::default();
    let mut count = 0;
    while let Some(field) = form.next_field().await.map_err(refused)? {
        count += 1;
        if count > PART_LIMIT {
            return Err(Problem::TooLarge { most: UPLOAD_LIMIT });
        }
        let name = clean(field.name().unwrap_or_default());
        match field.file_name().map(base_name) {
            Some(file_name) => {
                let bytes = match field.bytes().await {
                    Ok(bytes) => bytes,
                    Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                        return Err(refused(error));
                    }
                    // The form is shown again with every answer that came before the file.
                    Err(_) => return Ok(Upload { broken: Some(name), ..upload }),
                };
                if !(bytes.is_empty() && file_name.is_empty()) {
                    upload.files.push(Sent { field: name, name: file_name, bytes });
                }
            }
            None => upload.pairs.push(&name, &clean(&text(field).await?)),
        }
    }
    Ok(upload)
}

async fn text(mut field: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(refused)? {
        if bytes.len() + chunk.len() > TEXT_LIMIT {
            return Err(Problem::TooLarge { most: TEXT_LIMIT });
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Problem::Unreadable)
}

fn refused(error: MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge { most: UPLOAD_LIMIT },
        _ => Problem::Unreadable,
    }
}

fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(120).collect::<String>().trim().to_owned()
}

/// Sends a file to be kept, never to be run: as an attachment, of exactly the type it was found to be, in a
/// sandbox of its own.
pub fn download(name: &str, mime: &str, bytes: Bytes) -> Response {
    const SAFE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');
    let plain: String = base_name(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let encoded = utf8_percent_encode(&base_name(name), SAFE).to_string();
    let headers: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"),
        ),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
