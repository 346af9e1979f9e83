//! A town for the stories: its officer, its desk, and the steps of the thread, each through the forms that stand on
//! the pages.

use crate::harness::{Browser, Filled, Page, Story};
use rooms::people::Role;

/// Who drafts, signs and sends.
pub const OFFICER: &str = "aminata.sarr@thies.example";
/// Who acts for another town.
pub const OTHER: &str = "omar.diop@kaolack.example";
/// A person who acts for nobody.
pub const NOBODY: &str = "passer-by@elsewhere.example";
/// An assessor.
pub const ASSESSOR: &str = "assessor@panel.example";
/// An editor.
pub const EDITOR: &str = "editor@panel.example";
/// The first member of the secretariat.
pub const DESK: &str = "first.desk@house.example";
/// The second one.
pub const SECOND: &str = "second.desk@house.example";

/// A title by which the action is found.
pub const TITLE: &str = "Maison d’accueil des femmes migrantes de Thiès";
/// Its sentence.
pub const SENTENCE: &str = "La ville ouvre d’ici 2026 une maison qui accueille et conseille chaque année quatre cents femmes migrantes.";
/// A word that stands in the description and nowhere else.
pub const RARE: &str = "palabrothèque";

/// A description of more than 300 characters.
pub fn description() -> String {
    format!(
        "La maison offre un hébergement de courte durée, un conseil juridique gratuit et des cours de langue. \
         Une {RARE} réunit chaque semaine les habitantes anciennes et nouvelles du quartier. Le personnel \
         municipal est formé à l’accueil interculturel, et trois associations locales assurent la médiation. \
         Le budget est inscrit au plan de développement de la commune jusqu’à la fin du programme."
    )
}

/// The smallest file that is a PDF.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n\
xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n\
trailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";

/// The smallest picture: four by three.
pub const PNG: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x04\x00\x00\
\x00\x03\x08\x02\x00\x00\x00\x3b\x96\x39\x91\x00\x00\x00\x10\x49\x44\x41\x54\x78\xda\x63\
\xd8\x12\x6a\x0c\x47\x0c\x38\x39\x00\x27\x1a\x0e\xd1\x5c\xc8\xe1\x3f\x00\x00\x00\x00\x49\
\x45\x4e\x44\xae\x42\x60\x82";

/// Asks to act for a government that no list has.
pub async fn propose(browser: &mut Browser, lang: &str, name: &str) -> Page {
    let page = browser.get(&format!("/{lang}/my/governments/ask/details?name=x&country=SN")).await;
    let form = page.form(&format!("/{lang}/my/governments/ask/details"));
    let form = form.set("name", name).set("country", "SN").set("tier", "municipality");
    let page = browser.send(form.set("kind", "focal_point").set("function", "Chargée des migrations")).await;
    assert_eq!((page.status, page.at()), (200, format!("/{lang}/my").as_str()), "{}", page.words());
    page
}

/// Asks to act for a government that is on the list.
pub async fn ask(browser: &mut Browser, reference: &str) -> Page {
    const FORM: &str = "/en/my/governments/ask/details";
    let page = browser.get(&format!("{FORM}?government={reference}")).await;
    let page = browser.send(page.form(FORM).set("kind", "focal_point").set("function", "Officer")).await;
    assert_eq!((page.status, page.at()), (200, "/en/my"), "{}", page.words());
    page
}

/// The desk confirms the mandate that waits longest.
pub async fn confirm(desk: &mut Browser) -> Page {
    let page = desk.get("/en/desk").await;
    let path = first_link(&page, "/en/desk/mandates/");
    let page = desk.get(&path).await;
    let page = desk.send(page.form(&format!("{path}/confirm"))).await;
    assert_eq!(page.path, format!("{path}?done=confirmed"), "{}", page.words());
    page
}

/// The first link of a page that begins like this.
pub fn first_link(page: &Page, beginning: &str) -> String {
    let links = page.links("a");
    let found = links.iter().find(|href| href.starts_with(beginning) && href.len() > beginning.len());
    found.cloned().unwrap_or_else(|| panic!("{} has no link to {beginning}…: {links:?}", page.path))
}

/// The reference of the government that the person acts for, and for which they may sign.
pub async fn governed(browser: &mut Browser) -> String {
    let page = browser.get("/en/my").await;
    let link = first_link(&page, "/en/my/governments/LG-");
    link.split('/').nth(4).unwrap().to_owned()
}

/// Signs for a government with a file as evidence. Gives the reference of the signature.
pub async fn sign(browser: &mut Browser, lang: &str, government: &str) -> String {
    let page = sign_from(browser, &format!("/{lang}/my/governments/{government}/sign")).await;
    page.at().rsplit('/').next().unwrap().to_owned()
}

/// Signs from a link to the form, which may say where to go on. Gives the page to which that leads.
pub async fn sign_from(browser: &mut Browser, link: &str) -> Page {
    let path = link.split('?').next().unwrap();
    let page = browser.get(link).await;
    let form = page.form(path).set("name", "Babacar Ndiaye").set("function", "Maire");
    let form = form.set("capacity", "head").set("place", "Thiès").set("evidence", "signed_document");
    let form = form.set("date-day", "3").set("date-month", "2").set("date-year", "2024");
    let page = browser.send_with(form, "file", "signature.pdf", PDF).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let page = browser.send(page.form(&format!("{path}/send")).tick("yes")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page
}

/// The desk verifies the signature that waits longest.
pub async fn verify(desk: &mut Browser) -> Page {
    let page = desk.get("/en/desk").await;
    let path = first_link(&page, "/en/desk/signatures/");
    let page = desk.get(&path).await;
    let page = desk.send(page.form(&format!("{path}/verify"))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page
}

/// Begins an action. Gives its id.
pub async fn begin(browser: &mut Browser, lang: &str) -> String {
    let path = format!("/{lang}/my/actions/new");
    let page = browser.get(&path).await;
    let page = browser.send(page.form(&path)).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page.at().rsplit('/').next().unwrap().to_owned()
}

/// The fields of a topic, filled in.
pub fn filled(topic: &str, form: Filled) -> Filled {
    match topic {
        "title" => form.set("title", TITLE).set("language", "fr"),
        "sentence" => form.set("sentence", SENTENCE),
        "description" => form.set("description", &description()),
        "for-whom" => form.tick("migrants").tick("refugees"),
        "where" => form.set("country", "SN").set("other", "Thiès"),
        "when" => form
            .set("start-year", "2024")
            .set("start-month", "5")
            .set("end-year", "2026")
            .set("nature", "practice")
            .set("status", "in_progress"),
        "priority" => form.tick("services"),
        "contact" => form.set("contact_name", "Aminata Sarr").set("contact_address", OFFICER),
        other => panic!("no topic is called {other}"),
    }
}

/// The topics, in the order of the form.
pub const TOPICS: [&str; 8] =
    ["title", "sentence", "description", "for-whom", "where", "when", "priority", "contact"];

/// Answers every topic, each on the page to which the one before leads. Gives the page of all answers.
pub async fn answer_all(browser: &mut Browser, lang: &str, id: &str) -> Page {
    let base = format!("/{lang}/my/actions/{id}");
    let mut page = browser.get(&format!("{base}/title")).await;
    for topic in TOPICS {
        let here = format!("{base}/{topic}");
        assert_eq!((page.status, page.at()), (200, here.as_str()), "{}", page.words());
        page = browser.send(filled(topic, page.form(&here))).await;
        if topic == "priority" && page.at() == here {
            page = browser.send(page.form(&here).tick("gcm/15")).await;
        }
    }
    assert_eq!((page.status, page.at()), (200, format!("{base}/check").as_str()), "{}", page.words());
    page
}

/// Sends a picture with its words.
pub async fn picture(browser: &mut Browser, lang: &str, id: &str) -> Page {
    let path = format!("/{lang}/my/actions/{id}/pictures");
    let page = browser.get(&path).await;
    let form = page.form(&path).set("picture-1-alt", ALT).set("picture-1-credit", "Ville de Thiès");
    let form = form.set("picture-1-rights", "licence").press("go", "more");
    let page = browser.send_with(form, "file", "maison.png", PNG).await;
    assert_eq!((page.status, page.at()), (200, path.as_str()), "{}", page.words());
    page
}

/// The words for that picture.
pub const ALT: &str = "Deux femmes lisent avec un enfant à une table basse";

/// Sends the action whose answers stand on this page.
pub async fn send(browser: &mut Browser, lang: &str, id: &str) -> Page {
    let base = format!("/{lang}/my/actions/{id}");
    let page = browser.get(&format!("{base}/check")).await;
    let page =
        browser.send(page.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places")).await;
    assert_eq!((page.status, page.at()), (200, format!("{base}/sent").as_str()), "{}", page.words());
    page
}

/// The desk publishes an action.
pub async fn publish(desk: &mut Browser, id: &str) -> Page {
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&path).await;
    let page = desk.send(page.form(&format!("{path}/publish"))).await;
    assert_eq!(page.path, format!("{path}?done=published"), "{}", page.words());
    page
}

/// The public page of an action.
pub async fn public(browser: &mut Browser, lang: &str, reference: &str) -> Page {
    browser.get(&format!("/{lang}/actions/{reference}")).await
}

/// A town with everybody and everything that a route may be about.
pub struct Town {
    /// Acts for the first government.
    pub officer: Browser,
    /// Acts for another one.
    pub other: Browser,
    /// Acts for nobody.
    pub nobody: Browser,
    /// Assesses.
    pub assessor: Browser,
    /// Edits summaries.
    pub editor: Browser,
    /// Of the secretariat.
    pub desk: Browser,
    /// The officer's government.
    pub government: String,
    /// A signature of it, verified.
    pub signature: String,
    /// An action of it that is on the register,
    pub published: String,
    /// and its reference;
    pub reference: String,
    /// one that was sent;
    pub sent: String,
    /// and one that is drafted.
    pub draft: String,
}

impl Town {
    /// Builds it up, through the door.
    pub async fn build(story: &Story) -> Town {
        let mut desk = story.at_desk(DESK).await;
        story.invite(SECOND, Role::Secretariat).await;
        story.invite(ASSESSOR, Role::Assessor).await;
        let assessor = story.sign_in(ASSESSOR).await;
        story.invite(EDITOR, Role::Editor).await;
        let editor = story.sign_in(EDITOR).await;
        let nobody = story.sign_in(NOBODY).await;
        let mut officer = story.sign_in(OFFICER).await;
        propose(&mut officer, "fr", "Ville de Thiès").await;
        confirm(&mut desk).await;
        let mut other = story.sign_in(OTHER).await;
        propose(&mut other, "en", "Ville de Kaolack").await;
        confirm(&mut desk).await;
        let government = governed(&mut officer).await;
        let signature = sign(&mut officer, "fr", &government).await;
        verify(&mut desk).await;
        let mut ids = Vec::new();
        for _ in 0..3 {
            let id = begin(&mut officer, "fr").await;
            answer_all(&mut officer, "fr", &id).await;
            picture(&mut officer, "fr", &id).await;
            ids.push(id);
        }
        send(&mut officer, "fr", &ids[0]).await;
        send(&mut officer, "fr", &ids[1]).await;
        publish(&mut desk, &ids[0]).await;
        story.settle().await;
        let page = desk.get(&format!("/en/desk/actions/{}", ids[0])).await;
        let reference = first_link(&page, "/en/actions/").rsplit('/').next().unwrap().to_owned();
        let [published, sent, draft] = ids.try_into().unwrap();
        Town {
            officer,
            other,
            nobody,
            assessor,
            editor,
            desk,
            government,
            signature,
            published,
            reference,
            sent,
            draft,
        }
    }
}
