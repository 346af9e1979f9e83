use post::{Letter, Shown};
use vocabulary::Lang;

use crate::{House, to};

async fn read(letter: Letter) -> Shown {
    let house = House::local().await;
    house.put(letter, 0).await;
    house.deliver(1).await;
    house.shown().await.remove(0)
}

fn sample(lang: Lang) -> Letter {
    Letter::new(
        to("amina@mairie.example"),
        lang,
        "actions-acknowledged",
        "[Local Action LA-2026-00042] Reçu".into(),
    )
    .heading("Your action has arrived")
    .paragraph("We received it.")
    .facts(vec![("Reference".into(), "LA-2026-00042".into()), ("Date".into(), "21 November 2026".into())])
    .user_text("Homes for all <b>now</b>\nhttps://evil.example/?a=1 & more")
    .code("482913")
    .button("See your action", "/en/actions/LA-2026-00042/Łódź?x=1 2")
    .small("One remark.")
}

#[tokio::test]
async fn a_letter_is_text_and_page_on_one_skeleton() {
    let shown = read(sample(Lang::En)).await;
    assert_eq!(shown.subject, "[Local Action LA-2026-00042] Reçu");
    assert_eq!(
        shown.text,
        "Your action has arrived\n\n\
         We received it.\n\n\
         Reference: LA-2026-00042\nDate: 21 November 2026\n\n\
         > Homes for all <b>now</\u{200b}b>\n> https:\u{200b}/\u{200b}/\u{200b}evil.\u{200b}example/\u{200b}?a=1 & more\n\n\
         \u{20}   482913\n\n\
         See your action\nhttps://localaction.example/en/actions/LA-2026-00042/%C5%81%C3%B3d%C5%BA?x=1%202\n\n\
         One remark.\n\n\
         -- \n\
         Action locale é sent this message automatically.\n\
         You can answer it: a person reads the answer.\n\
         If you did not expect it, you do not have to do anything.\n"
    );
    assert!(shown.html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"), "{}", shown.html);
    assert!(shown.html.contains("Homes for all &#60;b&#62;now&#60;/\u{200b}b&#62;<br>"), "{}", shown.html);
    assert!(shown.html.contains("<dt>Reference</dt><dd><bdi>LA-2026-00042</bdi></dd>"), "{}", shown.html);
    assert!(!shown.html.contains("style=\""));
}

#[tokio::test]
async fn only_a_button_is_a_link_and_it_stays_on_our_site() {
    let evil = "https://evil.example www.evil.example a@evil.example //evil.example mailto:a@evil.example evil。example";
    let letter = Letter::new(to("a@b.example"), Lang::En, "test", evil.into())
        .heading(evil)
        .paragraph(evil)
        .user_text(evil)
        .facts(vec![(evil.into(), evil.into())])
        .code(evil)
        .small(evil)
        .button(evil, "//evil.example/x")
        .button("b", "https://evil.example/\"><script>");
    let shown = read(letter).await;
    for whole in ["evil.example w", "www.e", "a@e", "mailto:a", "evil。e"] {
        assert!(!shown.text.contains(whole), "{whole} in {}", shown.text);
        assert!(!shown.html.contains(whole), "{whole} in {}", shown.html);
    }
    let links: Vec<&str> =
        shown.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(
        links,
        [
            "https://localaction.example/evil.example/x",
            "https://localaction.example/https%3A//evil.example/%22%3E%3Cscript%3E"
        ]
    );
    assert!(!shown.html.contains("<script"));
}

#[tokio::test]
async fn every_language_has_its_own_foot_and_direction() {
    for (lang, opening, foot) in [
        (Lang::En, "<html lang=\"en\" dir=\"ltr\">", "sent this message automatically"),
        (Lang::Fr, "<html lang=\"fr\" dir=\"ltr\">", "a envoyé ce message automatiquement"),
        (Lang::Es, "<html lang=\"es\" dir=\"ltr\">", "ha enviado este mensaje automáticamente"),
        (Lang::Ar, "<html lang=\"ar\" dir=\"rtl\">", "هذه الرسالة تلقائياً"),
    ] {
        let shown = read(sample(lang)).await;
        assert!(shown.html.contains(opening), "{opening}");
        assert!(shown.text.contains(foot), "{}", shown.text);
        assert!(shown.html.contains(foot), "{}", shown.html);
        assert!(!shown.text.contains("post-"), "a message is missing: {}", shown.text);
    }
}

#[test]
fn every_language_has_every_message() {
    let messages = crate::messages();
    for lang in Lang::ALL {
        assert_eq!(messages.keys(lang), messages.keys(Lang::En), "{}", lang.code());
        let say = messages.say(lang);
        for key in
            post::State::ALL.map(post::State::key).into_iter().chain(post::Reason::ALL.map(post::Reason::key))
        {
            assert!(say.has(key), "{key}");
        }
    }
}
