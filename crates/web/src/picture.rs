//! Which files are taken: by their content, never by their name. Pictures are drawn anew, so that neither
//! metadata (where a photo was made, by whom) nor anything hidden in them is kept.

use std::io::Cursor;

use axum::body::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use vocabulary::Arg;

use crate::problem_page::size;
use crate::upload::UPLOAD_LIMIT;
use crate::{Errors, Sent};

/// The most pixels of a picture.
const PIXELS: u64 = 50_000_000;
/// The longest edge that is kept; larger pictures are made smaller.
const EDGE: u32 = 2400;
/// The most memory that a picture may need while it is read.
const MEMORY: u64 = 512 * 1024 * 1024;
/// The quality of JPEG.
const QUALITY: u8 = 85;

/// What a file was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document; kept as it is, and only ever served as an attachment in a sandbox.
    Pdf,
    /// A photo.
    Jpeg,
    /// A drawing or a screenshot.
    Png,
}

impl FileKind {
    /// The content type.
    pub fn mime(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
        }
    }

    /// The ending of file names.
    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Jpeg => "jpg",
            FileKind::Png => "png",
        }
    }
}

/// A file that is taken.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What it is.
    pub kind: FileKind,
    /// Its name, with the ending that fits its content.
    pub name: String,
    /// What is kept of it.
    pub bytes: Bytes,
    /// Width and height of a picture.
    pub pixels: Option<(u32, u32)>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefused {
    /// It holds nothing.
    Empty,
    /// It is larger than 25 MB.
    TooLarge,
    /// It is neither PDF nor JPEG nor PNG, whatever its name says.
    NotTaken,
    /// It is a photo in the format of some phones, which they turn into JPEG when they are asked to.
    Heic,
    /// It says it is one of them, and cannot be read.
    Unreadable,
    /// It has more pixels than are taken.
    TooManyPixels,
}

impl FileRefused {
    /// The message key of the sentence, which names what is taken.
    pub fn key(self) -> &'static str {
        match self {
            FileRefused::Empty => "web-file-empty",
            FileRefused::TooLarge => "web-file-too-large",
            FileRefused::NotTaken => "web-file-not-taken",
            FileRefused::Heic => "web-file-heic",
            FileRefused::Unreadable => "web-file-unreadable",
            FileRefused::TooManyPixels => "web-file-too-many-pixels",
        }
    }

    /// Adds the sentence at the field.
    pub fn tell(self, errors: &mut Errors, file: &Sent) {
        let args = [("name", Arg::from(file.name.as_str())), ("size", Arg::from(size(UPLOAD_LIMIT)))];
        errors.add_with(&file.field, self.key(), &args);
    }
}

/// Looks at a file's content, and draws pictures anew. The work is done beside the requests.
///
/// # Errors
/// Says why the file is not taken.
pub async fn accept(file: &Sent) -> Result<Accepted, FileRefused> {
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let work = tokio::task::spawn_blocking(move || read(&name, bytes));
    work.await.unwrap_or(Err(FileRefused::Unreadable))
}

fn read(name: &str, bytes: Bytes) -> Result<Accepted, FileRefused> {
    if bytes.is_empty() {
        return Err(FileRefused::Empty);
    }
    if bytes.len() > UPLOAD_LIMIT {
        return Err(FileRefused::TooLarge);
    }
    let other = if is_heic(&bytes) { FileRefused::Heic } else { FileRefused::NotTaken };
    let kind = sniff(&bytes).ok_or(other)?;
    let name = named(name, kind);
    let (format, kind) = match kind {
        FileKind::Pdf => return pdf(name, bytes),
        FileKind::Jpeg => (ImageFormat::Jpeg, kind),
        FileKind::Png => (ImageFormat::Png, kind),
    };
    let picture = decode(&bytes, format)?;
    let pixels = Some((picture.width(), picture.height()));
    let bytes = encode(picture, format)?;
    Ok(Accepted { kind, name, bytes, pixels })
}

fn sniff(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"%PDF-") {
        return Some(FileKind::Pdf);
    }
    match infer::get(bytes)?.mime_type() {
        "image/jpeg" => Some(FileKind::Jpeg),
        "image/png" => Some(FileKind::Png),
        _ => None,
    }
}

fn is_heic(bytes: &[u8]) -> bool {
    let brands: [&[u8]; 5] = [b"heic", b"heix", b"hevc", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| brands.contains(&brand))
}

/// A whole PDF ends with its mark; a cut one is refused while the sender is still there to send it again.
fn pdf(name: String, bytes: Bytes) -> Result<Accepted, FileRefused> {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if tail.windows(5).any(|part| part == b"%%EOF") {
        Ok(Accepted { kind: FileKind::Pdf, name, bytes, pixels: None })
    } else {
        Err(FileRefused::Unreadable)
    }
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, FileRefused> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| FileRefused::Unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(FileRefused::TooManyPixels);
    }
    let turned = decoder.orientation().map_err(|_| FileRefused::Unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| FileRefused::Unreadable)?;
    if width > EDGE || height > EDGE {
        picture = picture.resize(EDGE, EDGE, image::imageops::FilterType::CatmullRom);
    }
    picture.apply_orientation(turned);
    Ok(picture)
}

fn encode(picture: DynamicImage, format: ImageFormat) -> Result<Bytes, FileRefused> {
    let mut bytes = Vec::new();
    let drawn = match format {
        ImageFormat::Jpeg => {
            picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        }
        _ => eight_bits(picture).write_to(&mut Cursor::new(&mut bytes), format),
    };
    drawn.map_err(|_| FileRefused::Unreadable)?;
    Ok(bytes.into())
}

fn eight_bits(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() { picture.to_rgba8().into() } else { picture.to_rgb8().into() }
}

fn named(name: &str, kind: FileKind) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = if stem.trim().is_empty() { "file" } else { stem.trim() };
    format!("{stem}.{}", kind.ending())
}
