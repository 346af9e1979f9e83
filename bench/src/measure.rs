//! Taking times, side by side, and saying what they come to: one line of JSON for each row.

use std::time::{Duration, Instant};

use serde_json::json;

/// How long is measured.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// How many rounds, each with every side in turn.
    pub rounds: usize,
    /// How long one side is measured in a round.
    pub slice: Duration,
    /// How many acts are done by each side in a round.
    pub acts: usize,
}

impl Length {
    /// The usual.
    pub const WHOLE: Length = Length { rounds: 7, slice: Duration::from_millis(700), acts: 40 };
    /// For a first look.
    pub const QUICK: Length = Length { rounds: 3, slice: Duration::from_millis(250), acts: 10 };
}

/// A row of the table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What is measured.
    pub name: &'static str,
    /// How many of ours.
    pub ours: f64,
    /// What is the limit.
    pub against: &'static str,
    /// How many of the limit; nothing where there is none.
    pub limit: f64,
    /// The unit of both.
    pub unit: &'static str,
    /// The ratio to reach; nothing where there is none.
    pub reach: f64,
    /// The time of one of ours, in the middle, in milliseconds.
    pub p50: f64,
    /// What is to be reached where it is no ratio.
    pub bound: &'static str,
}

/// Says a row to whoever called.
pub fn said(row: &Row) {
    println!(
        "{}",
        json!({
            "name": row.name, "ours": row.ours, "against": row.against, "limit": row.limit, "unit": row.unit,
            "reach": row.reach, "p50": row.p50, "bound": row.bound,
        })
    );
}

/// The one in the middle.
pub fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The times of one side: rates by round, and every single time.
#[derive(Debug, Default)]
pub struct Side {
    rates: Vec<f64>,
    times: Vec<f64>,
}

impl Side {
    /// How many in a second: the round in the middle.
    pub fn rate(&self) -> f64 {
        median(self.rates.clone())
    }

    /// How long one takes in the middle, in milliseconds.
    pub fn p50(&self) -> f64 {
        median(self.times.clone()) * 1000.0
    }

    /// Does one thing again and again for a while, one after the other.
    pub async fn round(&mut self, slice: Duration, act: impl AsyncFn(usize)) {
        let (begun, mut done) = (Instant::now(), 0);
        while begun.elapsed() < slice {
            let one = Instant::now();
            act(done).await;
            self.times.push(one.elapsed().as_secs_f64());
            done += 1;
        }
        self.rates.push(done as f64 / begun.elapsed().as_secs_f64());
    }

    /// Counts a round in which so many were done in such a time.
    pub fn counted(&mut self, done: usize, time: Duration) {
        self.rates.push(done as f64 / time.as_secs_f64());
        self.times.push(time.as_secs_f64() / done.max(1) as f64);
    }
}
