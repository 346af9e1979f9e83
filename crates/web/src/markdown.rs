//! Texts that people write, as safe HTML.

use std::sync::LazyLock;

use ammonia::Builder;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};

/// What Markdown may become. Everything else falls away.
static ALLOWED: LazyLock<Builder<'static>> = LazyLock::new(allowed);

fn allowed() -> Builder<'static> {
    let tags = [
        "p",
        "br",
        "em",
        "strong",
        "del",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "code",
        "pre",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let mut builder = Builder::empty();
    builder
        .tags(tags.into())
        .tag_attributes([("a", ["href"].into()), ("ol", ["start"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener"));
    builder
}

/// What a page of the operator's own may become: headings of a page's second step, and links within the site.
static OWN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = allowed();
    builder.add_tags(["h2"]).url_relative(ammonia::UrlRelative::PassThrough).link_rel(Some("noopener"));
    builder
});

/// Markdown as safe HTML: no HTML of the writer's own, no pictures, headings below the page's, links that
/// recommend nothing.
pub fn markdown(text: &str) -> String {
    rendered(text, 2, &ALLOWED)
}

/// A page that the operator wrote in Markdown as safe HTML: its headings stand below the page's, its links may lead
/// within the site.
pub fn document(text: &str) -> String {
    rendered(text, 0, &OWN)
}

/// Markdown with its headings so many steps lower, never above the second.
fn rendered(text: &str, lower: u8, allowed: &Builder<'_>) -> String {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.render.escape = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = (heading.level + lower).clamp(2, 6);
        }
    }
    let mut html = String::new();
    match format_html(root, &options, &mut html) {
        Ok(()) => allowed.clean(&html).to_string(),
        Err(_) => plain(text),
    }
}

/// Plain text as safe HTML: blank lines part paragraphs, line ends are kept, nothing becomes a link.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut html = String::with_capacity(text.len() + 16);
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        html.push_str("<p>");
        html.push_str(&escape(paragraph).replace('\n', "<br>"));
        html.push_str("</p>");
    }
    html
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_safe_html() {
        assert_eq!(markdown("# Title\n\nSome *text*."), "<h3>Title</h3>\n<p>Some <em>text</em>.</p>\n");
        let link = markdown("[us](https://example.org)");
        assert_eq!(link, "<p><a href=\"https://example.org\" rel=\"nofollow ugc noopener\">us</a></p>\n");
    }

    #[test]
    fn a_page_of_the_operators_keeps_its_headings_and_its_links_within() {
        let html = document("## How long\n\n[Write to us](/en/contact) <script>alert(1)</script>");
        assert!(html.starts_with("<h2>How long</h2>\n<p><a href=\"/en/contact\""), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn nothing_of_the_writers_own_runs() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,AAAA)",
            "![x](https://elsewhere.example/p.png)",
            "[x](//elsewhere.example)",
            "a<b style=\"x\" onclick=alert(1)>c",
        ] {
            let html = markdown(text);
            for bad in ["<script", "<img", "javascript:", "data:", "href=\"//", "<b", "<b style"] {
                let bad = if bad == "<b" { "<b " } else { bad };
                assert!(!html.contains(bad), "{text} became {html}");
            }
        }
    }

    #[test]
    fn plain_text_keeps_its_lines_and_nothing_else() {
        assert_eq!(plain("a <b>\nc\n\nhttps://x.org"), "<p>a &lt;b&gt;<br>c</p><p>https://x.org</p>");
    }
}
