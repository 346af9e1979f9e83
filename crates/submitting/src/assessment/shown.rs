//! Marks and comments as people read them: at the desk, and by the panel once all are in.

use vocabulary::{PersonId, Say};

use super::records::sheets::Marked;
use super::sheet::{Mark, mean};
use crate::calls::Criterion;

/// One criterion with what each assessor says to it.
pub(super) struct Row {
    pub name: String,
    pub marks: Vec<String>,
    pub mean: String,
}

/// What one assessor writes.
pub(super) struct Said {
    pub who: String,
    pub to_city: String,
    pub to_desk: String,
}

/// The table of marks, and what was written beside it.
pub(super) struct Marks {
    pub who: Vec<String>,
    pub rows: Vec<Row>,
    pub said: Vec<Said>,
    /// Whether the Call has changed its criteria since.
    pub earlier: bool,
}

/// A mark in words.
pub(super) fn mark(say: &Say, mark: Option<&Mark>) -> String {
    match mark {
        Some(Mark::Score(score)) => say.number(i64::from(*score)),
        Some(Mark::CannotJudge) => say.t("assessment-cannot-judge"),
        None => "–".to_owned(),
    }
}

/// A mean in words: with one decimal.
fn mean_of(say: &Say, marks: impl Iterator<Item = Mark>) -> String {
    let Some(hundredths) = mean(marks) else { return "–".to_owned() };
    let (whole, tenth) = ((hundredths + 5) / 100, (hundredths + 5) / 10 % 10);
    say.with(
        "assessment-mean-value",
        &[("whole", i64::from(whole).into()), ("tenth", i64::from(tenth).into())],
    )
}

/// The criteria by which marks were given, each once; those that the Call has now where it is not known.
fn criteria<'a>(now: &'a [Criterion], seen: &'a [Marked]) -> Vec<&'a Criterion> {
    let mut all: Vec<&Criterion> = Vec::new();
    for one in seen.iter().flat_map(|one| given_by(now, one)) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// The criteria by which one assessor has marked.
fn given_by<'a>(now: &'a [Criterion], one: &'a Marked) -> &'a [Criterion] {
    one.rubric.as_deref().unwrap_or(now)
}

impl Marks {
    /// Draws what whoever reads may see, by the criteria under which the marks were given. What was written to the desk
    /// only the desk reads, and who wrote it.
    pub fn new(
        say: &Say,
        now: &[Criterion],
        seen: &[Marked],
        reader: Reader,
        called: impl Fn(PersonId) -> String,
    ) -> Marks {
        let row = |criterion: &Criterion| {
            let of = |one: &Marked| {
                let asked = given_by(now, one).contains(criterion);
                one.sheet.marks.get(&criterion.key).copied().filter(|_| asked)
            };
            Row {
                name: criterion.called(say.lang).to_owned(),
                marks: seen.iter().map(|one| mark(say, of(one).as_ref())).collect(),
                mean: mean_of(say, seen.iter().filter_map(of)),
            }
        };
        let who: Vec<String> = seen.iter().map(|one| called(one.assignment.assessor)).collect();
        let said = seen.iter().zip(&who).map(|(one, who)| {
            let theirs = reader == Reader::Assessor(one.assignment.assessor);
            Said {
                who: who.clone(),
                to_city: web::plain(&one.sheet.to_city),
                to_desk: match theirs || reader == Reader::Desk {
                    true => web::plain(&one.sheet.to_desk),
                    false => String::new(),
                },
            }
        });
        let said = said.filter(|said| !said.to_city.is_empty() || !said.to_desk.is_empty()).collect();
        let earlier = seen.iter().any(|one| given_by(now, one) != now);
        Marks { who, rows: criteria(now, seen).into_iter().map(row).collect(), said, earlier }
    }
}

/// Who reads marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// The secretariat.
    Desk,
    /// One of the panel.
    Assessor(PersonId),
}
