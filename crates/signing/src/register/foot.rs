//! The foot of a record's own page, made of its public record; the rooms draw it last on their pages.

use web::{At, Foot, Link};

use super::as_of::AsOf;
use super::record::{PublicRecord, Sign};
use super::rows;
use crate::House;

/// How high a frame is where its site does not listen to what it says, in pixels.
pub(super) const TALL: u32 = 520;

/// The foot of a record's page, which is called so.
pub fn foot(at: &At, record: &PublicRecord, title: &str) -> Foot {
    let base = lasting(record);
    of_page(at, record, Foot::new(at, title, &base), &base, "")
}

/// The same of a page that is called like its record, and is shown and cited as of a day.
pub fn foot_on(house: &House, at: &At, record: &PublicRecord, asked: &AsOf) -> Foot {
    let base = lasting(record);
    let foot = asked.foot(house, at, (&rows::plain_name(record, &at.say), &base));
    of_page(at, record, foot, &base, &asked.query)
}

fn of_page(at: &At, record: &PublicRecord, foot: Foot, base: &str, query: &str) -> Foot {
    let mut foot = foot.changed(at, record.card.updated);
    let proofs = record.card.marks.iter().find_map(|mark| {
        let how = match mark.sign {
            Sign::Verified => "yes",
            Sign::OnFile => "source",
            Sign::Silent => "none",
            Sign::Fulfilled | Sign::Going => return None,
        };
        Some((how, rows::sign(mark, &at.say).words))
    });
    if let Some((how, words)) = proofs {
        foot = foot.state(how, words);
    }
    if let Some(words) = rows::on_file(record, &at.say) {
        let cite = format!("{} ({words})", foot.cite);
        foot = foot.cite(cite);
    }
    let file = |name: &str, ending: &str| Link::new(name, at.to(&format!("{base}/cite.{ending}{query}")));
    let foot = match record.kind.as_str() {
        "action" | "government" => foot.files(vec![file("BibTeX", "bib"), file("RIS", "ris")]),
        "declaration" => foot,
        _ => return foot,
    };
    foot.history(at.to(&format!("{base}/history"))).embed(at, &format!("/embed{base}"), TALL)
}

/// The address that lasts, whatever the thing is called later.
pub(super) fn lasting(record: &PublicRecord) -> String {
    match record.kind.as_str() {
        "declaration" | "signature" => record.path(),
        kind => format!("/{kind}s/{}", record.key),
    }
}
