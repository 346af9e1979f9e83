//! Files that lie about themselves.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on stops here")]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use web::{FileKind, FileRefused, Sent, accept};

fn sent(name: &str, bytes: impl Into<Vec<u8>>) -> Sent {
    Sent { field: "evidence".into(), name: name.into(), bytes: bytes.into().into() }
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let drawn =
        RgbImage::from_fn(width, height, |x, _| if x == 0 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
    DynamicImage::from(drawn).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG whose metadata says "turn me by 90°", and says where it was taken.
fn turned_photo() -> Vec<u8> {
    let plain = picture(16, 8, ImageFormat::Jpeg);
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    tiff.extend_from_slice(b"GPS: at the officer's home");
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &tiff, &plain[2..]].concat()
}

#[tokio::test]
async fn a_file_is_what_its_content_is() {
    let lies = [
        ("evidence.pdf", b"<html><script>alert(1)</script>%PDF-1.4".to_vec(), FileRefused::NotTaken),
        ("photo.jpg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), FileRefused::NotTaken),
        ("photo.png", b"MZ\x90\0this is a program".to_vec(), FileRefused::NotTaken),
        ("empty.pdf", Vec::new(), FileRefused::Empty),
        ("cut.pdf", b"%PDF-1.4 and then the line broke".to_vec(), FileRefused::Unreadable),
        ("cut.png", picture(40, 40, ImageFormat::Png)[..60].to_vec(), FileRefused::Unreadable),
    ];
    for (name, bytes, refused) in lies {
        assert_eq!(accept(&sent(name, bytes)).await.err(), Some(refused), "{name}");
    }
    let renamed = accept(&sent("Lettre signée.exe", picture(4, 4, ImageFormat::Png))).await.unwrap();
    assert_eq!((renamed.kind, renamed.name.as_str()), (FileKind::Png, "Lettre signée.png"));
    let pdf = accept(&sent("a.pdf", b"%PDF-1.4\n...\n%%EOF\n".to_vec())).await.unwrap();
    assert_eq!((pdf.kind, pdf.pixels), (FileKind::Pdf, None));
}

#[tokio::test]
async fn a_photo_is_turned_and_keeps_no_metadata() {
    let photo = turned_photo();
    assert!(photo.windows(4).any(|part| part == b"GPS:"));
    let kept = accept(&sent("photo.jpg", photo)).await.unwrap();
    assert_eq!(kept.pixels, Some((8, 16)));
    for trace in [b"GPS:".as_slice(), b"Exif"] {
        assert!(!kept.bytes.windows(4).any(|part| part == trace));
    }
}

#[tokio::test]
async fn a_picture_may_not_be_a_bomb() {
    let mut bomb = picture(4, 4, ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let refused = accept(&sent("bomb.png", bomb)).await.err();
    assert!(matches!(refused, Some(FileRefused::TooManyPixels | FileRefused::Unreadable)), "{refused:?}");
    let large = accept(&sent("large.png", picture(3000, 30, ImageFormat::Png))).await.unwrap();
    assert_eq!(large.pixels, Some((2400, 24)));
}
