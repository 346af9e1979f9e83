//! The theme keeps its promises: every pair that tokens.css declares has the contrast it names, in light and in dark.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../assets/src/tokens.css");

struct Pair {
    fore: String,
    ground: String,
    least: f64,
}

/// The lines "pair: ink paper 4.5" of the sheet's first comment.
fn pairs() -> Vec<Pair> {
    let lines = TOKENS.lines().filter_map(|line| line.trim().strip_prefix("pair: "));
    let parse = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [fore, ground, least] = words[..] else { panic!("\"{line}\" is not a pair") };
        let least = least.parse().expect("the least contrast is a number");
        Pair { fore: fore.to_owned(), ground: ground.to_owned(), least }
    };
    lines.map(parse).collect()
}

/// The colours written as `--name: #rrggbb`, in one part of the sheet.
fn colours(part: &str) -> BTreeMap<String, [f64; 3]> {
    let mut found = BTreeMap::new();
    for declaration in part.split([';', '{', '}']) {
        let Some((name, value)) = declaration.trim().split_once(": #") else { continue };
        let channel = |at: usize| {
            let byte =
                u8::from_str_radix(&value[at..at + 2], 16).expect("a colour has six hexadecimal digits");
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        found.insert(name.trim_start_matches("--").to_owned(), [channel(0), channel(2), channel(4)]);
    }
    found
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_declared_pair_can_be_read() {
    let (light, dark) = TOKENS.split_once("prefers-color-scheme: dark").expect("the sheet has a dark part");
    let light = colours(light);
    let dark = colours(dark);
    assert!(pairs().len() > 20, "the sheet declares its pairs");
    assert_eq!(
        light.keys().collect::<Vec<_>>(),
        dark.keys().collect::<Vec<_>>(),
        "each colour exists in light and in dark"
    );
    let mut faults = Vec::new();
    for (scheme, colours) in [("light", &light), ("dark", &dark)] {
        for Pair { fore, ground, least } in pairs() {
            let found = contrast(colours[&fore], colours[&ground]);
            if found < least {
                faults.push(format!("{scheme}: {fore} on {ground} has {found:.2}, wants {least}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
