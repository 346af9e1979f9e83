//! Stories of signing: by a code at the office's address, on paper through the desk, alone; what happens to a signature
//! that stands; who governs; and that nothing but the drawn ways lead from one state to another.

use proptest::prelude::*;
use rooms::declarations::{
    self, Capacity, Consent, Evidence, Hand, Happened, Signature, SignatureState, Signer,
};
use vocabulary::{Ids, Lang, Moment, PartialDate, Reference};

use crate::governments::{asks, confirms, entered};
use crate::harness::{Browser, Page, Story, on_both};

const OFFICER: &str = "amina@freetown.example";
const OFFICE: &str = "office@freetown.example";
const DESK: &str = "desk@house.example";
const SECOND: &str = "second@house.example";
const SLUG: &str = "marrakech-mayors-declaration";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

/// An officer with a confirmed mandate, and the desk.
async fn town(story: &Story) -> (rooms::governments::Government, Browser, Browser) {
    let city = entered(story, "Freetown", "SL", Some("freetown.example")).await;
    let mut desk = story.at_desk(DESK).await;
    let mut officer = story.sign_in(OFFICER).await;
    asks(&mut officer, &city).await;
    confirms(story, &mut desk).await;
    (city, officer, desk)
}

fn link_in(text: &str, beginning: &str) -> String {
    let at = text.find(beginning).unwrap_or_else(|| panic!("no {beginning} in {text}"));
    text[at..].split_whitespace().next().unwrap().to_owned()
}

/// Prepares a signature for the office; gives the path of the page in the letter.
async fn prepared(story: &Story, officer: &mut Browser, sign: &str) -> String {
    let page = officer.get(sign).await;
    let form = page.form(sign).set("name", "أمينة Kamara").set("function", "Mayor").set("capacity", "head");
    let page = officer.send_with(form.set("way", "code").set("office", OFFICE), "file", "", b"").await;
    assert!(page.says("Not submitted yet") && page.says(OFFICE), "{:?} {}", page.errors(), page.words());
    let page = officer.send(page.form(&format!("{sign}/send")).tick("yes")).await;
    assert!(page.says("The office was asked to sign") && page.says(OFFICE), "{}", page.words());
    let letter = &story.mail_to(OFFICE).await[0];
    assert!(letter.subject.contains("your signature is asked for"), "{}", letter.subject);
    link_in(&letter.text, "/en/sign-for/")
}

#[tokio::test]
async fn a_mayor_signs_without_an_account_by_a_code_to_the_office() {
    on_both(|story| async move {
        let (city, mut officer, mut desk) = town(&story).await;
        let sign = format!("/en/my/governments/{}/sign", city.reference);
        let path = prepared(&story, &mut officer, &sign).await;
        let table = story.browser().get(&format!("/en/declarations/{SLUG}")).await;
        assert!(!table.says("Freetown"), "what is only prepared is not public");
        assert!(table.text.contains("\"@type\":\"CreativeWork\"") && table.text.contains("BreadcrumbList"));
        assert!(declarations::waiting(story.house.store.read()).await.unwrap().is_empty());

        let mut mayor = story.browser();
        let page = mayor.get(&path).await;
        assert!(
            page.says("أمينة Kamara") && page.says("SHA-256") && page.says("Freetown"),
            "{}",
            page.words()
        );
        let page = mayor.send(page.form(&format!("{path}/code"))).await;
        assert!(page.says("The code is on its way"), "{}", page.words());
        let code = story.code_to(OFFICE).await;
        let wrong = if code == "000000" { "111111" } else { "000000" };
        let form = page.form(&format!("{path}/sign"));
        let page = mayor.send(form.clone().set("code", wrong).tick("sign").tick("named")).await;
        assert_eq!(page.status, 422, "{}", page.words());
        let page = mayor.send(form.clone().set("code", &code).tick("sign")).await;
        assert!(page.status == 422 && page.errors()[0].contains("both boxes"), "{:?}", page.errors());
        let page = mayor.send(form.clone().set("code", &code).tick("sign").tick("named")).await;
        assert!(page.says("You have signed") && page.says("Nothing more is to be done"), "{}", page.words());
        let page = mayor.send(form.set("code", &code).tick("sign").tick("named")).await;
        assert_eq!(page.status, 422, "it is signed once");

        assert!(story.mail_to(OFFICER).await[0].subject.contains("signature received"));
        let waiting = declarations::waiting(story.house.store.read()).await.unwrap();
        let base = format!("/en/desk/signatures/{}", waiting[0].id);
        let page = desk.get(&base).await;
        assert!(
            page.says("A code sent to the office") && page.says("version 2 of the words"),
            "{}",
            page.words()
        );
        assert_eq!(desk.send_once(page.form(&format!("{base}/verify"))).await.status, 303);
        let certificate = story.browser().get(&format!("/en/declarations/{SLUG}/signatures/SG-00001")).await;
        assert!(certificate.says("أمينة Kamara") && certificate.says("Verified by the secretariat"));
        assert!(!certificate.text.contains(OFFICE), "the address of the office is private");
        let cited = certificate.all("#citation").concat();
        assert!(cited.contains("Signature of") && cited.contains(" – "), "whose it is, and of what: {cited}");
    })
    .await;
}

#[tokio::test]
async fn what_was_prepared_is_taken_back_and_signed_alone_only_where_the_mandate_says_so() {
    on_both(|story| async move {
        let (city, mut officer, _) = town(&story).await;
        let sign = format!("/en/my/governments/{}/sign", city.reference);
        let path = prepared(&story, &mut officer, &sign).await;
        let mut stranger = story.sign_in("stranger@city.example").await;
        assert_eq!(stranger.get("/en/my/signatures/SG-00001").await.status, 403);
        let page = officer.get(&sign).await;
        assert_eq!(page.at(), "/en/my/signatures/SG-00001", "what is prepared comes first");
        let page = officer.send(page.form("/en/my/signatures/SG-00001/take-back")).await;
        assert!(page.says("This is taken back"), "{}", page.words());
        let page = story.browser().get(&path).await;
        assert!(page.says("has taken that back") && page.forms(&format!("{path}/sign")).is_empty());

        let page = officer.get(&sign).await;
        let form = page.form(&sign);
        assert_eq!(form.value("name"), Some("أمينة Kamara"), "the answers are kept");
        assert!(!page.says("By me alone"), "a focal point does not sign alone");
        let form = form.set("name", "Ἰωάννα").set("office", "not an address");
        let page = officer.send_with(form, "file", "", b"").await;
        assert!(page.errors()[0].contains("whole mail address"), "{:?}", page.errors());
        assert_eq!(page.form(&sign).value("office"), Some("not an address"));
    })
    .await;
}

#[tokio::test]
async fn an_upload_that_breaks_or_is_of_another_kind_never_loses_the_form() {
    on_both(|story| async move {
        let (city, mut officer, _) = town(&story).await;
        let sign = format!("/en/my/governments/{}/sign", city.reference);
        let page = officer.get(&sign).await;
        let names = ["Ἰωάννα", "أمينة", "李娜", "Ольга", "ጸሐይ"].join(" ");
        let form = page
            .form(&sign)
            .set("name", &format!("{names}\u{7}"))
            .set("function", "Mayor")
            .set("capacity", "head")
            .set("date-year", "2024")
            .set("evidence", "council_resolution");
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".as_slice();
        let cut = b"%PDF-1.4 and then the line broke".as_slice();
        for (name, bytes, says) in [
            ("IMG_1.HEIC", heic, "sends a JPEG"),
            ("decision.pdf", b"plain words".as_slice(), "not a PDF"),
            ("decision.pdf", cut, "cut short"),
            ("decision.gif", b"GIF89a\x01\0\x01\0".as_slice(), "not a PDF, JPEG or PNG"),
        ] {
            let page = officer.send_with(form.clone(), "file", name, bytes).await;
            assert!(page.status == 422 && page.errors()[0].contains(says), "{name}: {:?}", page.errors());
            assert_eq!(page.form(&sign).value("name"), Some(names.as_str()), "without the control character");
        }
        let token = form.value("csrf").unwrap();
        let mut body = String::new();
        for (name, value) in [("csrf", token), ("name", names.as_str()), ("function", "Mayor")] {
            body += &format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 ninety per cent";
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=B")];
        let page = officer.ask(http::Method::POST, &sign, &headers, body.into_bytes()).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(page.errors().iter().any(|line| line.contains("did not arrive whole")), "{:?}", page.errors());
        assert_eq!(page.form(&sign).value("name"), Some(names.as_str()));
    })
    .await;
}

#[tokio::test]
async fn a_file_that_nobody_sends_is_forgotten_after_thirty_days_and_one_that_was_sent_is_not() {
    on_both(|story| async move {
        let (city, mut officer, _) = town(&story).await;
        let sign = format!("/en/my/governments/{}/sign", city.reference);
        let answered = async |officer: &mut Browser, bytes: &[u8]| {
            let page = officer.get(&sign).await;
            let form = page.form(&sign).set("name", "A. Kamara").set("function", "Mayor");
            let form = form.set("capacity", "head").set("date-year", "2024").set("evidence", "letter");
            officer.send_with(form, "file", "signed.pdf", bytes).await
        };
        let files = store::Files::new(&story.house.folder);
        let left = b"%PDF-1.4\nleft\n%%EOF\n".as_slice();
        answered(&mut officer, left).await;
        let page = answered(&mut officer, PDF).await;
        officer.send(page.form(&format!("{sign}/send")).tick("yes")).await;
        let (left, sent) = (files.path(&store::Hash::of(left)), files.path(&store::Hash::of(PDF)));
        story.advance(29 * 86_400);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert!(left.exists() && sent.exists());
        story.advance(2 * 86_400);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert!(!left.exists() && sent.exists());
    })
    .await;
}

/// The frame of a declaration shows who signed it and stands by it, and counts the others.
async fn shown_in_frames(reader: &mut Browser, page: &Page, certificate: Option<&str>) {
    let embed = format!("/en/embed/declarations/{SLUG}");
    assert!(page.text.contains(&embed), "another site can show it in a frame");
    let framed = reader.get(&embed).await;
    assert!(framed.headers.get("x-frame-options").is_none(), "any site may");
    let (rows, ended) = (framed.all(".rows > .row"), "Signatures suspended or withdrawn, counted nowhere1");
    assert_eq!(framed.says(ended), certificate.is_none(), "{}", framed.words());
    match certificate {
        None => assert!(rows.is_empty(), "{rows:?}"),
        Some(certificate) => {
            assert_eq!(rows[0].matches("Freetown").count(), 1, "{}", framed.words());
            assert!(framed.links("a").contains(&certificate.to_owned()), "{}", framed.words());
        }
    }
    let nothing = reader.get("/en/embed/declarations/nothing").await;
    assert!(nothing.status == 404 && nothing.headers.get("x-frame-options").is_none(), "it says so there");
}

#[tokio::test]
async fn the_desk_enters_a_paper_suspends_lifts_and_shows_a_blackened_copy() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let mut desk = story.at_desk(DESK).await;
        let mut second = story.at_desk(SECOND).await;
        let page = desk.get("/en/desk/paper?q=freetown").await;
        let sign = format!("/en/desk/governments/{}/sign", city.reference);
        assert!(page.links("a").contains(&sign), "{:?}", page.links("a"));
        let page = desk.get(&sign).await;
        let form = page.form(&sign).set("name", "A. Kamara").set("function", "Mayor").set("capacity", "head");
        let form = form.set("date-year", "2024").set("evidence", "council_resolution");
        let page = desk.send_with(form, "file", "scan.pdf", PDF).await;
        let page = desk.send(page.form(&format!("{sign}/send")).tick("yes")).await;
        assert!(page.says("Another member of the secretariat verifies it"), "{}", page.words());
        let base = page.at().to_owned();
        let page = desk.send(page.form(&format!("{base}/verify"))).await;
        assert_eq!(page.status, 422, "four eyes");
        let page = second.get(&base).await;
        assert_eq!(second.send_once(page.form(&format!("{base}/verify"))).await.status, 303);

        let certificate = format!("/en/declarations/{SLUG}/signatures/SG-00001");
        let page = desk.get(&base).await;
        let bad = desk.send_with(page.form(&format!("{base}/copy")), "copy", "copy.txt", b"words").await;
        assert_eq!(bad.status, 422);
        let page = desk.send_with(page.form(&format!("{base}/copy")), "copy", "copy.pdf", PDF).await;
        assert!(page.says("The copy is public"), "{}", page.words());
        let copy = story.browser().get(&format!("{certificate}/copy")).await;
        assert_eq!((copy.status, copy.text.as_bytes()), (200, PDF));

        let page = desk.send(page.form(&format!("{base}/suspend"))).await;
        assert!(page.status == 422 && page.errors()[0].contains("why"), "{:?}", page.errors());
        let page =
            desk.send(page.form(&format!("{base}/suspend")).set("why", "The council asks for time")).await;
        assert!(page.says("The signature is suspended"), "{}", page.words());
        let shown = story.browser().get(&certificate).await;
        assert!(shown.says("Signature suspended") && !shown.says("asks for time"), "{}", shown.words());
        let standing = declarations::standing(story.house.store.read(), city.id).await.unwrap();
        assert!(standing.is_none(), "what is suspended is not enough");
        let mut reader = story.browser();
        let own = format!("/en/governments/{}", city.reference);
        for path in [own.clone(), format!("{own}/history")] {
            let shown = reader.get(&path).await;
            for line in ["it stood until", "from then until", "Signature suspended by the secretariat"] {
                assert!(shown.says(line), "{path}, {line}: {}", shown.words());
            }
            assert!(!shown.says("figures since then"), "it is counted nowhere: {}", shown.words());
        }
        let shown = reader.get(&format!("/en/declarations/{SLUG}")).await;
        assert!(shown.says("Signatures suspended or withdrawn, counted nowhere1"), "{}", shown.words());
        shown_in_frames(&mut reader, &shown, None).await;
        let list = reader.get("/en/governments?record=suspended").await;
        assert!(!list.says("Left out") && list.says("Signature suspended"), "{}", list.words());
        let codes = reader.get("/en/codes.csv").await.text;
        assert!(codes.contains("governments,record,suspended,Signature suspended,en"), "{codes}");
        let page = desk.send(page.form(&format!("{base}/lift"))).await;
        shown_in_frames(&mut reader, &shown, Some(&certificate)).await;
        let shown = reader.get(&own).await;
        assert!(shown.says("figures since then") && shown.says("Suspension of the signature lifted"));
        assert!(!shown.says("it stood until"), "{}", shown.words());
        let page = desk.send(page.form(&format!("{base}/reconfirm"))).await;
        assert!(page.says("confirmed anew"), "{}", page.words());
        let shown = story.browser().get(&certificate).await;
        for line in ["Suspended by the secretariat", "Suspension lifted", "Confirmed anew by the government"]
        {
            assert!(shown.says(line), "{line}: {}", shown.words());
        }
        assert!(shown.says("the secretariat, from a paper"));
    })
    .await;
}

#[tokio::test]
async fn everything_to_know_before_signing_stands_on_one_page() {
    on_both(|story| async move {
        story.settle().await;
        let path = format!("/en/declarations/{SLUG}/before");
        let page = story.browser().get(&path).await;
        for says in ["What a signature commits to", "How to leave", "Placeholder", "SHA-256", "flagship"] {
            assert!(page.words().to_lowercase().contains(&says.to_lowercase()), "{says}: {}", page.words());
        }
        let page = story.browser().get(&format!("{path}?country=SL")).await;
        assert!(page.says("No signature from there"), "{}", page.words());
        for lang in Lang::ALL {
            for model in ["decision", "letter"] {
                let path = format!("/{}/declarations/{SLUG}/models/{model}", lang.code());
                let document = story.browser().get(&path).await;
                assert!(document.status == 200 && document.text.starts_with("PK"), "{path}");
                assert!(document.headers["content-disposition"].to_str().unwrap().contains(".docx"));
            }
        }
        let french = story.browser().get(&format!("/fr/declarations/{SLUG}")).await;
        assert!(french.says("Villes ensemble pour les migrants"), "{}", french.words());
    })
    .await;
}

#[tokio::test]
async fn a_government_says_who_governs_with_consent_and_takes_it_off_again() {
    on_both(|story| async move {
        let (city, mut officer, _) = town(&story).await;
        let path = format!("/en/my/governments/{}/leaders", city.reference);
        let page = officer.get(&path).await;
        let form = page
            .form(&path)
            .set("name", "ጸሐይ Kamara")
            .set("function", "Mayor")
            .set("since-year", "2025")
            .set("quote", "Everybody who lives here belongs here.")
            .set("language", "en");
        let png = png();
        let page = officer.send_with(form.clone().tick("yes"), "portrait", "mayor.png", &png).await;
        assert!(
            page.errors().iter().any(|line| line.contains("what the portrait shows")),
            "{:?}",
            page.errors()
        );
        let form = form.set("alt", "The mayor at her desk").set("credit", "City of Freetown");
        let page = officer.send_with(form.clone(), "portrait", "mayor.png", &png).await;
        assert!(page.errors().iter().any(|line| line.contains("without consent")), "{:?}", page.errors());
        let page = officer.send_with(form.tick("yes"), "portrait", "mayor.png", &png).await;
        assert!(page.says("This is public now"), "{:?} {}", page.errors(), page.words());
        let public = format!("/en/governments/{}/freetown", city.reference);
        let shown = story.browser().get(&public).await;
        assert!(shown.says("ጸሐይ Kamara") && shown.says("belongs here") && shown.says("since 2025"));
        let html = scraper::Html::parse_document(&shown.text);
        let picture = scraper::Selector::parse("figure img").unwrap();
        let src = html.select(&picture).next().unwrap().value().attr("src").unwrap().to_owned();
        assert_eq!(story.browser().get(&src).await.status, 200);

        let mut stranger = story.sign_in("stranger@city.example").await;
        assert_eq!(stranger.get(&path).await.status, 403);
        let page = officer.get(&path).await;
        let remove = page.links("li a").into_iter().find(|href| href.starts_with(&path)).unwrap();
        let page = officer.send(page.form(&format!("{remove}/remove"))).await;
        assert!(page.says("This person is taken off"), "{}", page.words());
        assert!(!story.browser().get(&public).await.says("Kamara"));
        assert_eq!(story.browser().get(&src).await.status, 404);
        assert!(crate::house::tables::tables_with(&story, "ጸሐይ").await.is_empty());
    })
    .await;
}

/// A small picture.
pub fn png() -> Vec<u8> {
    const PNG: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    data_encoding::BASE64.decode(PNG.as_bytes()).unwrap()
}

/// What may be done to a signature.
#[derive(Clone, Copy, Debug)]
enum Step {
    Sign,
    Drop,
    Verify,
    Return,
    Suspend,
    Lift,
    Withdraw,
}

const STEPS: [Step; 7] =
    [Step::Sign, Step::Drop, Step::Verify, Step::Return, Step::Suspend, Step::Lift, Step::Withdraw];

fn done(one: Signature, step: Step, at: Moment) -> Option<Signature> {
    let by = one.sent_by.unwrap();
    match step {
        Step::Sign => one.signed(Consent::given(Lang::En, at)).ok(),
        Step::Drop => one.drop().ok(),
        Step::Verify => one.verify(by, at).ok(),
        Step::Return => one.send_back(by, "why".to_owned(), at).ok(),
        Step::Suspend => one.suspend("why".to_owned(), at).ok(),
        Step::Lift => one.lift().ok(),
        Step::Withdraw => one.withdraw("why".to_owned(), at).ok(),
    }
}

fn fresh(state: SignatureState) -> Signature {
    let ids = Ids::fixed();
    let at = Moment::from_unix(1_700_000_000);
    Signature {
        id: ids.next(at),
        reference: Reference::plain("SG", 1),
        declaration: ids.next(at),
        version: Some(ids.next(at)),
        government: ids.next(at),
        signer: Some(Signer {
            name: "A".to_owned(),
            title: None,
            function: "Mayor".to_owned(),
            capacity: Capacity::Head,
            place: None,
        }),
        date: Some(PartialDate::from(at.date())),
        evidence: Evidence::Code,
        file: None,
        copy: None,
        sent_by: Some(ids.next(at)),
        hand: Hand::Government,
        consent: None,
        at,
        state,
    }
}

proptest! {
    #[test]
    fn a_signature_goes_only_the_ways_that_are_drawn(
        steps in proptest::collection::vec(0..STEPS.len(), 0..40), prepared in any::<bool>()
    ) {
        let begin = if prepared { SignatureState::Prepared } else { SignatureState::Sent };
        let mut one = fresh(begin);
        for (n, step) in steps.into_iter().enumerate() {
            let at = Moment::from_unix(1_700_000_000 + i64::try_from(n).unwrap());
            let before = one.clone();
            let Some(after) = done(before.clone(), STEPS[step], at) else { continue };
            let way = (before.state.word(), after.state.word());
            let drawn = [
                ("prepared", "sent"), ("prepared", "dropped"), ("sent", "verified"), ("sent", "returned"),
                ("verified", "suspended"), ("suspended", "verified"), ("verified", "withdrawn"),
                ("suspended", "withdrawn"),
            ];
            prop_assert!(drawn.contains(&way), "{way:?}");
            prop_assert!(before.lives(), "only what lives changes");
            prop_assert!(!before.state.is_public() || after.state.is_public(), "public acts stay public");
            prop_assert_eq!((&before.id, &before.version, &before.signer), (&after.id, &after.version, &after.signer));
            if let (SignatureState::Suspended { verified, .. }, SignatureState::Verified { at, .. }) =
                (&before.state, &after.state)
            {
                prop_assert_eq!(verified, at, "lifting changes no date");
            }
            one = after;
        }
    }

    #[test]
    fn every_word_of_a_history_is_read_back(n in 0..Happened::ALL.len()) {
        let what = Happened::ALL[n];
        prop_assert_eq!(Happened::parse(what.word()), Some(what));
    }
}
