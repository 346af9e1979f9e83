//! The data page: what can be downloaded, what each column and each code means, under which licence, how to cite it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::header;
use store::Fault;
use store::search::Query;
use vocabulary::Arg;
use web::{At, Foot, Frame, Problem};

use super::as_of::AsOf;
use super::changed;
use super::columns::Column;
use super::download::Format;
use super::facets::{self, List, PEOPLE_GROUPS, YEAR_GROUPS};
use super::rows;
use super::words::{Label, Words};
use crate::House;

/// A list that can be downloaded.
struct Set {
    /// Its anchor on the page.
    id: &'static str,
    title: String,
    total: String,
    files: Vec<(&'static str, String)>,
    feed: String,
    columns: Vec<Line>,
}

/// A line of the codebook.
struct Line {
    name: String,
    about: Label,
    /// Whether its codes stand in the list of codes.
    coded: bool,
}

#[derive(Template)]
#[template(path = "register/pages/data.html")]
struct DataPage {
    frame: Frame,
    date: String,
    /// The day that is asked for, as a field holds it.
    day: String,
    /// That the day that is asked for is not over.
    note: Option<String>,
    sets: Vec<Set>,
    codes: String,
    foot: Foot,
}

/// The page.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let asked = AsOf::asked(&house, &at);
    if let Some(elsewhere) = asked.elsewhere(&at, "/data") {
        return Ok(elsewhere);
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let sets = [List::Actions, List::Governments].map(|list| set(&house, &at, &words, list, &asked));
    let sets = sets.into_iter().collect::<Result<Vec<Set>, Fault>>()?;
    let say = &at.say;
    let mut frame = Frame::new(&at, "register-data").describe(&say.t("register-data-lead"));
    frame = frame.linked(super::linked::dataset(&at, &house.now().date().to_string()));
    let args = [
        ("programme", Arg::from(frame.programme())),
        ("date", Arg::from(asked.day(&house, say))),
        ("address", Arg::from(format!("{}{}", at.kit.origin(), asked.quoted(&house, "/data")))),
    ];
    let changed = changed::latest(&house, &["action", "government"], asked.chosen)?;
    let foot = asked.foot(&house, &at, (&frame.title, "/data")).changed(&at, changed);
    let page = DataPage {
        date: asked.written(&house, say),
        day: asked.field(),
        note: asked.note(say),
        sets,
        codes: at.to("/codes.csv"),
        foot: foot.cite(say.plain("register-data-citation", &args)),
        frame: asked.frame(frame),
    };
    Ok(web::served(&at, &key, || web::html(page)))
}

fn set(house: &House, at: &At, words: &Words, list: List, asked: &AsOf) -> Result<Set, Fault> {
    let as_of = asked.number();
    let query = Query { kinds: vec![list.kind().to_owned()], as_of, ..Query::default() };
    let total = house.index.search(&query)?.total;
    let (title, count) = match list {
        List::Actions => ("register-actions", "register-count-actions"),
        List::Governments => ("register-governments", "register-count-governments"),
    };
    let line = |column: Column| Line {
        name: column.name().to_owned(),
        about: column.about(list, words, &at.say),
        coded: matches!(&column, Column::Group(group) if !YEAR_GROUPS.contains(&group.as_str())),
    };
    Ok(Set {
        id: &list.path()[1..],
        title: at.say.t(title),
        total: at.say.with(count, &[("n", Arg::from(total))]),
        files: files(at, list.path(), &asked.pairs()),
        feed: at.to(&format!("{}.atom", list.path())),
        columns: Column::all(list, words).into_iter().map(line).collect(),
    })
}

/// The files of a list with these choices: how each form is called, and its address.
pub(super) fn files(at: &At, path: &str, pairs: &[(String, String)]) -> Vec<(&'static str, String)> {
    let file = |format: Format| {
        let path = super::ask::address(&format!("{path}.{}", format.ending()), pairs);
        (format.title(), at.to(&path))
    };
    Format::ALL.into_iter().map(file).collect()
}

/// Every code of every facet with its words, as CSV: `list,column,code,words`.
pub(super) async fn codes(State(house): State<House>, at: At) -> Result<Response, Problem> {
    if at.query.is_some() {
        return Ok(at.moved(&at.path));
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let mut lines = csv::Writer::from_writer(Vec::new());
    let wrong =
        |error: csv::Error| Problem::broken(format!("the list of codes could not be written: {error}"));
    lines.write_record(["list", "column", "code", "words", "words_language"]).map_err(wrong)?;
    for list in [List::Actions, List::Governments] {
        let groups = list.groups(&words);
        let query = Query { kinds: vec![list.kind().to_owned()], count: groups.clone(), ..Query::default() };
        let counts = house.index.search(&query).map_err(Fault::from)?.counts;
        for group in &groups {
            for code in known(&words, group, counts.get(group)) {
                let Some(label) = list.label(group, &code, &words, &at.say) else { continue };
                let lang = label.lang.as_deref().unwrap_or(at.lang.code());
                let code =
                    facets::band(&code).filter(|_| PEOPLE_GROUPS.contains(&group.as_str())).unwrap_or(code);
                let words = rows::plain(&label.text);
                let line = [&list.path()[1..], group, &code, &words, lang];
                lines.write_record(line).map_err(wrong)?;
            }
        }
    }
    let lines = lines.into_inner().map_err(|error| Problem::broken(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"codes.csv\""),
    ];
    Ok(web::served(&at, &key, || web::for_every_site((headers, lines))))
}

/// The codes of a framework and the ranges of people are all named; of other groups those that are on the register.
fn known(
    words: &Words,
    group: &str,
    counted: Option<&std::collections::BTreeMap<String, u64>>,
) -> Vec<String> {
    if let Some(framework) = words.framework(group) {
        return framework.nodes.iter().map(|node| node.code.clone()).collect();
    }
    if PEOPLE_GROUPS.contains(&group) {
        return facets::ranges().collect();
    }
    if YEAR_GROUPS.contains(&group) {
        // A year says itself; only that none is stated needs words.
        return vec![facets::UNKNOWN.to_owned()];
    }
    let tokens = counted.into_iter().flatten().filter_map(|(token, _)| token.split_once('/'));
    tokens.map(|(_, code)| code.to_owned()).collect()
}
