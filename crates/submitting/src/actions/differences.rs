//! What changed between two answers, word by word: for the officer who revises, and for the desk that reads again.

use vocabulary::Say;
use web::Difference;

use super::shown::{Line, Shown};

impl Shown {
    /// What changed since before.
    pub fn differences(&self, say: &Say) -> Difference {
        let first = self.lines.first().or(self.before.first());
        Difference {
            of: self.name.clone(),
            how: String::new(),
            html: web::differences::said(&joined(&self.before), &joined(&self.lines), say),
            lang: first.map(|line| line.lang.clone()).unwrap_or_default(),
            dir: first.map_or("auto", |line| line.dir),
        }
    }
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
