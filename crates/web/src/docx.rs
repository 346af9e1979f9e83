//! A small document for word processors: headings, paragraphs, lists and lines to fill in, in one language.
//!
//! A `.docx` is a zip of five small texts. Only text goes in: no fields, no macros, no links.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use vocabulary::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::Problem;

/// The content type of the document.
const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const ITS_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Title,
    Heading,
    Text,
    Item,
}

impl Style {
    fn id(self) -> &'static str {
        match self {
            Style::Title => "Title",
            Style::Heading => "Heading1",
            Style::Text => "Normal",
            Style::Item => "ListParagraph",
        }
    }
}

/// A document in one language.
///
/// ```ignore
/// let letter = Docx::new(Lang::Fr, "Lettre").text("Madame, Monsieur,").item("premier point");
/// letter.download("lettre.docx")
/// ```
#[derive(Clone, Debug)]
pub struct Docx {
    lang: Lang,
    paragraphs: Vec<(Style, String)>,
}

impl Docx {
    /// A document with its title.
    pub fn new(lang: Lang, title: &str) -> Docx {
        Docx { lang, paragraphs: Vec::new() }.put(Style::Title, title)
    }

    /// The same, with a heading.
    #[must_use]
    pub fn heading(self, text: &str) -> Docx {
        self.put(Style::Heading, text)
    }

    /// The same, with a paragraph; line ends in it are kept.
    #[must_use]
    pub fn text(self, text: &str) -> Docx {
        self.put(Style::Text, text)
    }

    /// The same, with an item of a list.
    #[must_use]
    pub fn item(self, text: &str) -> Docx {
        self.put(Style::Item, &format!("– {text}"))
    }

    /// The same, with a line to be filled in.
    #[must_use]
    pub fn blank(self, label: &str) -> Docx {
        self.put(Style::Text, &format!("{label} ______________________________"))
    }

    fn put(mut self, style: Style, text: &str) -> Docx {
        self.paragraphs.push((style, text.to_owned()));
        self
    }

    /// The file.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn bytes(&self) -> Result<Vec<u8>, Problem> {
        let broken = |what: &dyn std::fmt::Display| {
            Problem::broken(format!("a document could not be written: {what}"))
        };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let parts = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", RELATIONS.to_owned()),
            ("word/_rels/document.xml.rels", ITS_RELATIONS.to_owned()),
            ("word/styles.xml", self.styles()),
            ("word/document.xml", self.document()),
        ];
        for (name, text) in parts {
            zip.start_file(name, stored).map_err(|err| broken(&err))?;
            zip.write_all(text.as_bytes()).map_err(|err| broken(&err))?;
        }
        Ok(zip.finish().map_err(|err| broken(&err))?.into_inner())
    }

    /// The file, to be kept by whoever asked for it.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn download(&self, name: &str) -> Result<axum::response::Response, Problem> {
        Ok(crate::download(name, MIME, self.bytes()?.into()))
    }

    fn rtl(&self) -> bool {
        self.lang.dir() == "rtl"
    }

    fn document(&self) -> String {
        let mut body = String::new();
        for (style, text) in &self.paragraphs {
            let bidi = if self.rtl() { "<w:bidi/>" } else { "" };
            let run = if self.rtl() { "<w:rPr><w:rtl/></w:rPr>" } else { "" };
            let lines: Vec<String> = text
                .lines()
                .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)))
                .collect();
            let _ = write!(
                body,
                "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{bidi}</w:pPr><w:r>{run}{}</w:r></w:p>",
                style.id(),
                lines.join("<w:br/>")
            );
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        )
    }

    fn styles(&self) -> String {
        let code = self.lang.code();
        let style = |id: &str, name: &str, paragraph: &str, run: &str| {
            let default = if id == "Normal" { " w:default=\"1\"" } else { "" };
            format!(
                "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
            )
        };
        let bold = |size: u8| format!("<w:b/><w:bCs/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
        let styles = [
            style("Normal", "Normal", "<w:spacing w:after=\"160\" w:line=\"276\" w:lineRule=\"auto\"/>", ""),
            style("Title", "Title", "<w:spacing w:after=\"240\"/>", &bold(36)),
            style(
                "Heading1",
                "heading 1",
                "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>",
                &bold(26),
            ),
            style(
                "ListParagraph",
                "List Paragraph",
                "<w:spacing w:after=\"80\"/><w:ind w:left=\"360\"/>",
                "",
            ),
        ];
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{code}\" w:bidi=\"{code}\"/></w:rPr></w:rPrDefault></w:docDefaults>{}</w:styles>",
            styles.concat()
        )
    }
}

/// Text as XML holds it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\t' => safe.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_a_zip_whose_text_is_escaped_and_runs_from_right_to_left_in_arabic() {
        let document = Docx::new(Lang::Ar, "قرار").text("a < b & c\nd\u{1}").item("e");
        let bytes = document.bytes().unwrap_or_default();
        assert!(bytes.starts_with(b"PK\x03\x04"));
        let whole = String::from_utf8_lossy(&bytes);
        assert!(whole.contains("a &lt; b &amp; c</w:t><w:br/>") && whole.contains(">d</w:t>"));
        assert!(whole.contains("<w:bidi/>") && whole.contains("– e") && whole.contains("قرار"));
    }
}
