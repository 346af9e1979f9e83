//! What is kept: drafts that are saved and actions that are sent, through the door, against the bare database.

use std::path::Path;
use std::time::{Duration, Instant};

use rooms::House;
use rooms::intake::OFFICER;
use tracing::instrument::WithSubscriber;

use crate::Outcome;
use crate::door::{self, Browser, Filled};
use crate::house;
use crate::measure::{Length, Row, Side, said};
use crate::raw::{Counting, Raw, Statements};

/// So many officers at once.
const OFFICERS: usize = 8;

/// Every topic that an action must have, and what is answered.
const TOPICS: [&str; 8] =
    ["title", "sentence", "description", "for-whom", "where", "when", "priority", "contact"];

const SENTENCE: &str =
    "By 2026 the city opens a house that lodges and advises four hundred migrant women each year.";
const DESCRIPTION: &str = "The house offers lodging for a short time, legal advice free of charge and courses of the \
    language. Every week those who came long ago and those who came lately meet in it. The staff of the city are \
    trained to receive people from everywhere, and three associations of the city speak for those who cannot. The \
    costs stand in the plan of the city until the end of the programme.";

/// What most actions here are called.
const TITLE: &str = "A house for migrant women";

fn filled(topic: &str, title: &str, form: Filled) -> Filled {
    match topic {
        "title" => form.set("title", title).set("language", "en"),
        "sentence" => form.set("sentence", SENTENCE),
        "description" => form.set("description", DESCRIPTION),
        "for-whom" => form.tick("migrants").tick("refugees"),
        "where" => form.set("country", "SN").set("other", "Almerevale"),
        "when" => form
            .set("start-year", "2024")
            .set("start-month", "5")
            .set("end-year", "2026")
            .set("nature", "practice")
            .set("status", "in_progress"),
        "priority" => form.tick("services"),
        _ => form.set("contact_name", "An officer").set("contact_address", OFFICER),
    }
}

/// Measures draft saves and submissions.
pub async fn measure(scratch: &Path, length: Length) -> Outcome<()> {
    let folder = scratch.join(format!("acts-{}", std::process::id()));
    let outcome = in_folder(&folder, length).await;
    std::fs::remove_dir_all(&folder).ok();
    outcome
}

async fn in_folder(folder: &Path, length: Length) -> Outcome<()> {
    let house = house::open(folder).await?;
    rooms::intake::demo(&house).await.map_err(|refused| refused.to_string())?;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let work = tokio::spawn(rooms::wiring::work(house.clone(), stopped));
    let raw = Raw::open(folder).await?;
    let mut officer = door::logged_in(&house, &door::router(&house), OFFICER).await?;
    let mut ids = Vec::new();
    for _ in 0..length.acts * length.rounds + 2 {
        ids.push(drafted(&mut officer, TITLE).await?);
    }
    eprintln!("  {} drafts are ready", ids.len());
    settle(&house).await?;
    saves(&officer, &ids, &raw, length).await?;
    submissions(&officer, &mut ids, &raw, length).await?;
    stop.send_replace(true);
    work.await.map_err(|error| error.to_string())
}

/// Lets what follows come to rest.
async fn settle(house: &House) -> Outcome<()> {
    house.followers().settle().await.map_err(house::told)
}

/// Begins an action with this title and answers everything. Gives its id.
pub async fn drafted(browser: &mut Browser, title: &str) -> Outcome<String> {
    let path = "/en/my/actions/new";
    let page = browser.get(path).await;
    let page = browser.send(page.form(path)).await;
    let id = page.at().rsplit('/').next().unwrap_or_default().to_owned();
    let base = format!("/en/my/actions/{id}");
    let mut page = browser.get(&format!("{base}/{}", TOPICS[0])).await;
    for topic in TOPICS {
        let here = format!("{base}/{topic}");
        if page.at() != here {
            page = browser.get(&here).await;
        }
        page = browser.send(filled(topic, title, page.form(&here))).await;
        if topic == "priority" && page.at() == here {
            page = browser.send(page.form(&here).tick("gcm/15")).await;
        }
    }
    let ready = page.status == 200 && page.at() == format!("{base}/check");
    ready.then_some(id).ok_or_else(|| format!("{} ({}): {}", page.path, page.status, page.words()))
}

/// Sends every form, so many at once; every answer must lead on. Gives the time it took.
async fn sent(browser: &Browser, forms: Vec<Filled>) -> Outcome<Duration> {
    let begun = Instant::now();
    let mut officers = tokio::task::JoinSet::new();
    let share = forms.len().div_ceil(OFFICERS).max(1);
    for part in forms.chunks(share) {
        let (mut browser, part) = (browser.clone(), part.to_vec());
        officers.spawn(async move {
            for form in part {
                let page = browser.send_once(form).await;
                if page.status != 303 {
                    return Err(format!("{} answers {}: {}", page.path, page.status, page.words()));
                }
            }
            Ok(())
        });
    }
    while let Some(done) = officers.join_next().await {
        done.map_err(|error| error.to_string())??;
    }
    Ok(begun.elapsed())
}

/// The statements of one form that is sent.
async fn counted(browser: &Browser, form: Filled) -> Outcome<Statements> {
    let counting = Counting::default();
    let mut browser = browser.clone();
    let page = browser.send_once(form).with_subscriber(counting.listener()).await;
    match page.status {
        303 => Ok(counting.counted()),
        status => Err(format!("{} answers {status}: {}", page.path, page.words())),
    }
}

async fn saving(browser: &mut Browser, id: &str, n: usize) -> Filled {
    let here = format!("/en/my/actions/{id}/sentence");
    let page = browser.get(&here).await;
    page.form(&here).set("sentence", &format!("{SENTENCE} ({n})"))
}

/// The form with which an action is sent.
pub async fn sending(browser: &mut Browser, id: &str) -> Filled {
    let base = format!("/en/my/actions/{id}");
    let page = browser.get(&format!("{base}/check")).await;
    page.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places")
}

async fn saves(officer: &Browser, ids: &[String], raw: &Raw, length: Length) -> Outcome<()> {
    let mut browser = officer.clone();
    let form = saving(&mut browser, &ids[0], 0).await;
    let statements = counted(officer, form).await?;
    let mut sides = Sides::default();
    for round in 0..length.rounds {
        let mut forms = Vec::new();
        for id in &ids[..length.acts] {
            forms.push(saving(&mut browser, id, round + 1).await);
        }
        sides.ours.counted(length.acts, sent(officer, forms).await?);
        sides.limits(raw, length.acts, statements).await?;
    }
    sides.said("draft saves", 0.2, statements);
    Ok(())
}

async fn submissions(officer: &Browser, ids: &mut Vec<String>, raw: &Raw, length: Length) -> Outcome<()> {
    let mut browser = officer.clone();
    let first = ids.pop().unwrap_or_default();
    let form = sending(&mut browser, &first).await;
    let statements = counted(officer, form).await?;
    let mut sides = Sides::default();
    for _ in 0..length.rounds {
        let mut forms = Vec::new();
        for id in ids.drain(..length.acts.min(ids.len())) {
            forms.push(sending(&mut browser, &id).await);
        }
        sides.ours.counted(forms.len(), sent(officer, forms).await?);
        sides.limits(raw, length.acts, statements).await?;
    }
    sides.said("submissions", 0.1, statements);
    Ok(())
}

#[derive(Default)]
struct Sides {
    ours: Side,
    itself: Side,
    driver: Side,
    statements: Side,
}

impl Sides {
    async fn limits(&mut self, raw: &Raw, many: usize, of: Statements) -> Outcome<()> {
        let (more, fewer) = (many * 10, many);
        if let Some(time) = raw.by_itself(more) {
            self.itself.counted(more, time);
        }
        self.driver.counted(more, raw.commits(more).await?);
        self.statements.counted(fewer, raw.statements(fewer, of).await?);
        Ok(())
    }

    fn said(&self, name: &'static str, reach: f64, of: Statements) {
        let row = Row { unit: "/s", ours: self.ours.rate(), p50: self.ours.p50(), ..Row::default() };
        eprintln!("  {name}: {} statements that read, {} that write", of.reads, of.writes);
        let limit = self.itself.rate();
        said(&Row { name, against: "single-row commits, SQLite's own program", limit, reach, ..row });
        let limit = self.driver.rate();
        said(&Row { name, against: "single-row commits, same driver", limit, reach, ..row });
        let limit = self.statements.rate();
        said(&Row { name, against: "as many bare statements, same driver", limit, ..row });
    }
}
