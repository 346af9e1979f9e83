//! Where values come from: flags, then variables of the environment, then the file, then what stands in the table.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::table::{CONFIG, NOT_OURS, PREFIX, SETTINGS, Setting};
use crate::Refused;

/// The file that is read where none is named, in the data folder.
const FILE: &str = "localaction.toml";

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// The command line.
    Flag,
    /// The environment.
    Variable,
    /// The file.
    File,
    /// The table of settings.
    Default,
}

/// What the environment and the file say.
#[derive(Debug, Default)]
pub struct Sources {
    file: Option<PathBuf>,
    in_file: BTreeMap<&'static str, String>,
    variables: BTreeMap<&'static str, String>,
}

static SOURCES: OnceLock<Sources> = OnceLock::new();

/// Reads the environment and the file, once for this process. Everything that is wrong is said at once.
pub fn read(matches: &ArgMatches) -> Result<(), Refused> {
    let mut wrong = Vec::new();
    let mut sources = Sources { variables: variables(std::env::vars_os(), &mut wrong), ..Sources::default() };
    sources.file = file(matches, &sources.variables)?;
    if let Some(path) = &sources.file {
        let text = std::fs::read_to_string(path).map_err(|err| {
            Refused::because(format!("The settings in {} cannot be read: {err}.", path.display()))
        })?;
        let in_data = named(matches).is_none();
        sources.in_file = of_text(&path.display().to_string(), &text, in_data, &mut wrong);
    }
    if !wrong.is_empty() {
        return Err(Refused::because(wrong.join("\n")));
    }
    let _ = SOURCES.set(sources);
    Ok(())
}

/// The value of a setting and where it comes from; flags are looked for among these matches.
pub fn value(setting: &Setting, matches: Option<&ArgMatches>) -> (Option<String>, From) {
    let empty = Sources::default();
    let sources = SOURCES.get().unwrap_or(&empty);
    if let Some(given) = matches.and_then(|matches| flag(setting, matches)) {
        return (Some(given), From::Flag);
    }
    if let Some(given) = sources.variables.get(setting.key) {
        return (Some(given.clone()), From::Variable);
    }
    if let Some(given) = sources.in_file.get(setting.key) {
        return (Some(given.clone()), From::File);
    }
    (setting.default.ok().map(str::to_owned), From::Default)
}

/// The file that was read, if one was.
pub fn file_read() -> Option<&'static Path> {
    SOURCES.get()?.file.as_deref()
}

fn flag(setting: &Setting, matches: &ArgMatches) -> Option<String> {
    let given = matches.try_get_many::<String>(setting.key).ok().flatten()?;
    let typed = matches.value_source(setting.key) == Some(ValueSource::CommandLine);
    typed.then(|| given.cloned().collect::<Vec<_>>().join(","))
}

/// The innermost command's matches.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches.subcommand().map_or(matches, |(_, inner)| innermost(inner))
}

/// The file that somebody named.
fn named(matches: &ArgMatches) -> Option<PathBuf> {
    let flag = matches.get_one::<PathBuf>("config").cloned();
    flag.or_else(|| std::env::var_os(CONFIG).filter(|name| !name.is_empty()).map(PathBuf::from))
}

/// The file to read: the one named, else the one in the data folder, if it is there.
fn file(
    matches: &ArgMatches,
    variables: &BTreeMap<&'static str, String>,
) -> Result<Option<PathBuf>, Refused> {
    if let Some(named) = named(matches) {
        if named.is_file() {
            return Ok(Some(named));
        }
        return Err(Refused::because(format!(
            "There is no file of settings at {}. Make one with `localaction config --sample`, or leave out --config \
             and {CONFIG}.",
            named.display()
        )));
    }
    let data = Setting::named("data").and_then(|data| flag(data, innermost(matches)));
    let usual = if matches.subcommand_name() == Some("demo") { "demo" } else { "data" };
    let data = data.or_else(|| variables.get("data").cloned()).unwrap_or_else(|| usual.to_owned());
    let beside = Path::new(&data).join(FILE);
    Ok(beside.is_file().then_some(beside))
}

/// What the environment says. An empty variable says nothing.
fn variables(
    environment: impl Iterator<Item = (std::ffi::OsString, std::ffi::OsString)>,
    wrong: &mut Vec<String>,
) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    for (name, value) in environment {
        let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX)) else { continue };
        if name == CONFIG || NOT_OURS.contains(&name) || value.is_empty() {
            continue;
        }
        let Some(setting) = SETTINGS.iter().find(|setting| setting.variable() == name) else {
            let names = SETTINGS.iter().map(Setting::variable).chain([CONFIG.to_owned()]);
            wrong.push(unknown(&format!("The variable {name}"), name, names));
            continue;
        };
        let Some(value) = value.to_str() else {
            wrong.push(format!("The variable {name} is not written in UTF-8."));
            continue;
        };
        wrong.extend(setting.wrong(&format!("The variable {name}"), value));
        found.insert(setting.key, value.to_owned());
    }
    wrong.sort();
    found
}

/// What a file says.
fn of_text(name: &str, text: &str, in_data: bool, wrong: &mut Vec<String>) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    let table: toml::Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(err) => {
            let line = err.span().map(|span| text[..span.start].matches('\n').count() + 1);
            let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
            wrong.push(format!("The settings in {name}{line} cannot be read: {}.", err.message()));
            return found;
        }
    };
    for (key, value) in &table {
        let Some(setting) = Setting::named(key) else {
            let names = SETTINGS.iter().map(|setting| setting.key.to_owned());
            wrong.push(unknown(&format!("\"{key}\" in {name}"), key, names));
            continue;
        };
        if setting.key == "data" && in_data {
            wrong.push(format!(
                "\"data\" in {name}: the file lies in the data folder and cannot say where that is; leave it out, or \
                 name the file with --config."
            ));
            continue;
        }
        match word(setting, value) {
            Some(value) => {
                wrong.extend(setting.wrong(&format!("\"{key}\" in {name}"), &value));
                found.insert(setting.key, value);
            }
            None => {
                wrong.push(format!("\"{key}\" in {name}: write {} = \"{}\".", setting.key, setting.example))
            }
        }
    }
    found
}

/// A value of the file as one word: a text, a number, or a list where several may be given.
fn word(setting: &Setting, value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Array(list) if setting.several => {
            let words: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
            words.filter(|words| !words.is_empty()).map(|words| words.join(","))
        }
        _ => None,
    }
}

/// What is not known, and what was probably meant.
fn unknown(what: &str, name: &str, names: impl Iterator<Item = String>) -> String {
    let near = names.map(|right| (strsim::damerau_levenshtein(name, &right), right)).min();
    match near {
        Some((distance, right)) if distance <= 4 => format!("{what} is no setting; is {right} meant?"),
        _ => format!("{what} is no setting; `localaction config` lists those there are."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (BTreeMap<&'static str, String>, Vec<String>) {
        let mut wrong = Vec::new();
        let found = of_text("x.toml", text, false, &mut wrong);
        (found, wrong)
    }

    #[test]
    fn a_file_is_read_or_refused_with_everything_that_is_wrong() {
        let (found, wrong) =
            read("origin = \"https://a.example\"\ntrusted_proxies = [\"::1\", \"10.0.0.0/8\"]\n");
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(found["trusted_proxies"], "::1,10.0.0.0/8");
        let (_, wrong) = read("orign = \"x\"\nlisten = 80\nmail = []\nhorses = 3\n");
        assert_eq!(wrong.len(), 4, "{wrong:?}");
        let all = wrong.join("\n");
        assert!(all.contains("\"orign\" in x.toml is no setting; is origin meant?"), "{all}");
        assert!(all.contains("\"listen\" in x.toml is \"80\""), "{all}");
        assert!(all.contains("\"mail\" in x.toml: write mail = "), "{all}");
        assert!(all.contains("\"horses\" in x.toml is no setting; `localaction config` lists"), "{all}");
        let (_, wrong) = read("listen = \"127.0.0.1:1\"\norigin https");
        assert!(wrong[0].starts_with("The settings in x.toml, line 2 cannot be read"), "{wrong:?}");
    }

    #[test]
    fn a_variable_that_is_no_setting_is_refused_by_its_nearest_name() {
        let mut wrong = Vec::new();
        let pair = |name: &str, value: &str| (name.into(), value.into());
        let given = [
            pair("LOCALACTION_ORGIN", "https://a.example"),
            pair("LOCALACTION_MAIL", ""),
            pair("LOCALACTION_CHROMIUM", "/usr/bin/chromium"),
            pair("LOCALACTION_LOG", "info"),
            pair("HOME", "/root"),
        ];
        let found = variables(given.into_iter(), &mut wrong);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("log", "info".to_owned())]);
        assert_eq!(wrong, ["The variable LOCALACTION_ORGIN is no setting; is LOCALACTION_ORIGIN meant?"]);
    }
}
