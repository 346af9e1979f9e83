//! The files of the interface, inside the binary. Each is served under a name with a hash of its content, so
//! that browsers keep it for ever; it is compressed once, at the start.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use crate::asking::{self, Packing};
use crate::{Access, Kit, Problem, Routes};

struct File {
    kind: &'static str,
    tag: String,
    bytes: Bytes,
    brotli: Option<Bytes>,
}

#[derive(Default)]
struct Shelf {
    /// From the plain name to the name with the hash.
    names: BTreeMap<String, String>,
    files: BTreeMap<String, File>,
}

/// The files of the interface; cheap to clone.
#[derive(Clone, Default)]
pub struct Assets(Arc<Shelf>);

impl fmt::Debug for Assets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.names.values()).finish()
    }
}

impl Assets {
    /// Takes files by name (`look.css`, `fonts/serif.woff2`) and content. Style sheets may name other files
    /// as `url(fonts/serif.woff2)`: they get the hashed names.
    pub fn new(files: &[(&str, &[u8])]) -> Assets {
        let mut shelf = Shelf::default();
        let is_sheet = |name: &str| name.ends_with(".css");
        for (name, bytes) in files.iter().filter(|(name, _)| !is_sheet(name)) {
            shelf.put(name, bytes.to_vec());
        }
        for (name, bytes) in files.iter().filter(|(name, _)| is_sheet(name)) {
            let sheet = shelf.rewrite(&String::from_utf8_lossy(bytes));
            shelf.put(name, sheet.into_bytes());
        }
        Assets(Arc::new(shelf))
    }

    /// The address of a file; an unknown name keeps itself, and answers 404.
    pub fn url(&self, name: &str) -> String {
        format!("/assets/{}", self.0.names.get(name).map_or(name, String::as_str))
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.names.contains_key(name)
    }

    /// What a file weighs over the wire, in bytes, for the tests of page weight.
    pub fn weight(&self, name: &str) -> Option<usize> {
        let file = self.0.files.get(self.0.names.get(name)?)?;
        Some(file.brotli.as_ref().unwrap_or(&file.bytes).len())
    }
}

impl Shelf {
    fn put(&mut self, name: &str, bytes: Vec<u8>) {
        let hash = HEXLOWER.encode(&Sha256::digest(&bytes)[..6]);
        let hashed = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
            None => format!("{name}.{hash}"),
        };
        let kind = kind(name);
        let brotli = is_text(kind).then(|| brotli(&bytes)).flatten();
        let tag = format!("\"{hash}\"");
        self.names.insert(name.to_owned(), hashed.clone());
        self.files.insert(hashed, File { kind, tag, bytes: bytes.into(), brotli });
    }

    fn rewrite(&self, sheet: &str) -> String {
        let mut whole = String::with_capacity(sheet.len());
        let mut rest = sheet;
        while let Some((before, after)) = rest.split_once("url(") {
            let (inside, later) = after.split_once(')').unwrap_or((after, ""));
            let plain = inside.trim().trim_matches(['"', '\'']).trim_start_matches("./");
            let plain = plain.trim_start_matches("/assets/");
            whole.push_str(before);
            match self.names.get(plain) {
                Some(hashed) => whole.push_str(&format!("url(/assets/{hashed})")),
                None => whole.push_str(&format!("url({inside})")),
            }
            rest = later;
        }
        whole.push_str(rest);
        whole
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn is_text(kind: &str) -> bool {
    kind.starts_with("text/") || kind.ends_with("json") || kind == "image/svg+xml"
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
    writer.write_all(bytes).ok()?;
    let small = writer.into_inner();
    (small.len() < bytes.len()).then(|| small.into())
}

/// The one route of the files.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new("web").get("/assets/{*name}", "web.asset", Access::Everyone, serve)
}

async fn serve(Extension(kit): Extension<Kit>, Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(file) = kit.assets().0.files.get(&name) else { return Problem::NotFound.into_response() };
    let ever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let vary = HeaderValue::from_static("Accept-Encoding");
    let tag = HeaderValue::from_str(&file.tag).expect("hex is plain ASCII");
    let common = [(header::CACHE_CONTROL, ever), (header::ETAG, tag), (header::VARY, vary)];
    if asking::has(asked.get_all(header::IF_NONE_MATCH), &file.tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(file.kind))];
    match &file.brotli {
        Some(small) if Packing::taken(&asked) == Packing::Brotli => {
            let encoding = [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))];
            (common, kind, encoding, small.clone()).into_response()
        }
        _ => (common, kind, file.bytes.clone()).into_response(),
    }
}
