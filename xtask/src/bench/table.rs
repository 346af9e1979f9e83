//! What was measured, as a table for bench/README.md.

use serde::Deserialize;

/// A row.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// How many of ours.
    pub ours: f64,
    /// What is the limit.
    pub against: String,
    /// How many of the limit; 0 where there is none.
    pub limit: f64,
    /// The unit of both.
    pub unit: String,
    /// The ratio to reach; 0 where there is none.
    pub reach: f64,
    /// The time of one of ours, in the middle, in milliseconds.
    pub p50: f64,
    /// What is to be reached where it is no ratio.
    pub bound: String,
}

impl Row {
    /// A number without a limit beside it.
    pub fn alone(name: &str, ours: f64, unit: &str, bound: &str) -> Row {
        let (name, unit, bound) = (name.to_owned(), unit.to_owned(), bound.to_owned());
        Row { name, ours, unit, bound, ..Row::default() }
    }

    /// A row as the bench says it.
    pub fn read(line: &str) -> Result<Row, String> {
        serde_json::from_str(line).map_err(|error| format!("a row cannot be read ({error}): {line}"))
    }

    fn line(&self) -> String {
        let number = |n: f64| match n {
            0.0 => String::new(),
            n if n < 10.0 => format!("{n:.2} {}", self.unit),
            n => format!("{} {}", thousands(n), self.unit),
        };
        let p50 = if self.p50 > 0.0 { format!("{:.3} ms", self.p50) } else { String::new() };
        let ratio = if self.limit > 0.0 { self.ours / self.limit } else { 0.0 };
        let (shown, reach) = match (ratio > 0.0, self.reach > 0.0) {
            (true, true) => (format!("{ratio:.2}"), format!("≥ {:.1}", self.reach)),
            (true, false) => (format!("{ratio:.2}"), String::new()),
            _ => (String::new(), self.bound.clone()),
        };
        let short = if self.reach > 0.0 && ratio > 0.0 && ratio < self.reach { " **short**" } else { "" };
        let (name, against) = (self.name.trim(), &self.against);
        format!(
            "| {name} | {} | {p50} | {against} | {} | {shown}{short} | {reach} |",
            number(self.ours),
            number(self.limit)
        )
    }
}

fn thousands(n: f64) -> String {
    let digits = format!("{n:.0}");
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// The one in the middle.
pub fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The whole table.
pub fn drawn(actions: usize, rows: &[Row]) -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let head = format!(
        "{} generated actions, {cores} cores, medians.\n\n\
         | what | ours | p50 | against | limit | ratio | to reach |\n|---|--:|--:|---|--:|--:|--:|\n",
        thousands(actions as f64)
    );
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    format!("{head}{}\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_whether_it_falls_short() {
        let row = r#"{"name":"home","ours":61000,"against":"the same bytes","limit":100000,"unit":"/s","reach":0.9,"p50":0}"#;
        let line = Row::read(row).unwrap().line();
        assert_eq!(line, "| home | 61,000 /s |  | the same bytes | 100,000 /s | 0.61 **short** | ≥ 0.9 |");
        let alone = Row::alone("ready", 210.4, "ms", "< 1,000").line();
        assert_eq!(alone, "| ready | 210 ms |  |  |  |  | < 1,000 |");
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
    }
}
