//! The answers that an action may give beside the eight: what is wrong with them, what they say, and back. No I/O.

use vocabulary::{FileId, LanguageMap};
use web::{DateParts, Errors};

use super::content::{Beneficiary, Content, TextField};
use super::draft::{Answers, Drafts};
use super::telling::{Amount, Attachment, Count, Figure, LinkTo, Numbers, Picture, Rights};
use super::topic::{ROWS, Topic};

/// The most characters of a text that is told beside the eight.
pub const TEXT_MOST: usize = 3000;
/// The most characters of a line: a unit, a label, a credit, a district.
pub const LINE_MOST: usize = 150;
/// The most characters of the words for a picture.
pub const ALT_MOST: usize = 300;
/// The most characters of an address.
const ADDRESS_MOST: usize = 500;
/// The most characters of a value.
const VALUE_MOST: usize = 30;

/// The name of a field of a row: `figure-2-unit`.
pub fn row(of: &str, n: usize, part: &str) -> String {
    if part.is_empty() { format!("{of}-{n}") } else { format!("{of}-{n}-{part}") }
}

/// Adds what is wrong with the answers to a topic that may be told.
pub fn check(topic: Topic, answers: &Answers, errors: &mut Errors) {
    for field in TextField::ALL.into_iter().filter(|field| field.topic() == topic) {
        errors.at_most(field.word(), answers.text(field.word()), TEXT_MOST);
    }
    match topic {
        Topic::Numbers => {
            for field in topic.fields() {
                check_number(answers, field, errors);
            }
        }
        Topic::Funding => check_amount(answers, errors),
        Topic::Impact => (1..=ROWS).for_each(|n| check_figure(answers, n, errors)),
        Topic::Links => (1..=ROWS).for_each(|n| check_link(answers, n, errors)),
        Topic::Pictures => (1..=ROWS).for_each(|n| check_picture(answers, n, errors)),
        Topic::Attachment => {
            errors.at_most("attachment-label", answers.text("attachment-label"), LINE_MOST);
        }
        _ => {}
    }
}

fn check_number(answers: &Answers, field: &str, errors: &mut Errors) {
    let typed = answers.text(field);
    if !typed.is_empty() && whole(typed).is_none() {
        errors.add(field, "actions-form-error-number");
    }
}

fn check_amount(answers: &Answers, errors: &mut Errors) {
    check_number(answers, "amount", errors);
    let (amount, currency) = (answers.text("amount"), answers.text("currency"));
    match (amount.is_empty(), currency.is_empty()) {
        (false, true) => errors.add("currency", "actions-form-error-currency"),
        (true, false) => errors.add("amount", "actions-form-error-amount"),
        (false, false) if code(currency).is_none() => errors.add("currency", "actions-form-error-currency"),
        _ => {}
    }
}

fn check_figure(answers: &Answers, n: usize, errors: &mut Errors) {
    let (value, unit) = (row("figure", n, "value"), row("figure", n, "unit"));
    let date = DateParts::of(&answers.pairs(), &format!("figure-{n}"));
    let date = date.check(&format!("figure-{n}"), errors);
    let (told, of) = (answers.text(&value), answers.text(&unit));
    if told.is_empty() && of.is_empty() && date.is_none() {
        return;
    }
    if !told.chars().any(char::is_numeric) {
        errors.add(&value, "actions-form-error-value");
    }
    errors.at_most(&value, told, VALUE_MOST);
    errors.want(&unit, of, "actions-form-error-unit");
    errors.at_most(&unit, of, LINE_MOST);
}

fn check_link(answers: &Answers, n: usize, errors: &mut Errors) {
    let (address, label) = (row("link", n, "address"), row("link", n, "label"));
    let (to, called) = (answers.text(&address), answers.text(&label));
    errors.at_most(&label, called, LINE_MOST);
    errors.at_most(&address, to, ADDRESS_MOST);
    if (!to.is_empty() || !called.is_empty()) && !is_address(to) {
        errors.add(&address, "actions-form-error-link");
    }
}

fn check_picture(answers: &Answers, n: usize, errors: &mut Errors) {
    if picture_of(answers.text(&row("picture", n, ""))).is_none() {
        return;
    }
    let (alt, credit, rights) =
        (row("picture", n, "alt"), row("picture", n, "credit"), row("picture", n, "rights"));
    let words = errors.want(&alt, answers.text(&alt), "actions-form-error-alt");
    errors.at_most(&alt, words, ALT_MOST);
    let by = errors.want(&credit, answers.text(&credit), "actions-form-error-credit");
    errors.at_most(&credit, by, LINE_MOST);
    if Rights::parse(answers.text(&rights)).is_none() {
        errors.add(&rights, "actions-form-error-rights");
    }
}

/// Puts what the further answers say into a content.
pub fn tell(drafts: &Drafts, content: &mut Content) {
    let numbers = drafts.answers(Topic::Numbers);
    content.numbers = Beneficiary::ALL
        .into_iter()
        .map(|group| (group, numbers_of(&numbers, group)))
        .filter(|(_, told)| !told.is_empty())
        .collect();
    content.principles = drafts.answers(Topic::Principles).all("principle").iter().cloned().collect();
    content.portals = drafts.answers(Topic::Portals).all("portal").iter().cloned().collect();
    let funding = drafts.answers(Topic::Funding);
    content.amount = whole(funding.text("amount"))
        .zip(code(funding.text("currency")))
        .map(|(value, currency)| Amount { value, currency });
    let impact = drafts.answers(Topic::Impact);
    content.figures = (1..=ROWS).filter_map(|n| figure(&impact, n)).collect();
    let links = drafts.answers(Topic::Links);
    content.links = (1..=ROWS).filter_map(|n| link(&links, n)).collect();
    let pictures = drafts.answers(Topic::Pictures);
    content.pictures = (1..=ROWS).filter_map(|n| picture(&pictures, n)).collect();
    content.attachment = attachment(&drafts.answers(Topic::Attachment));
    let places = drafts.answers(Topic::Where);
    content.coarse = places.has("coarse", "yes");
    places.text("district").clone_into(&mut content.district);
}

fn numbers_of(answers: &Answers, group: Beneficiary) -> Numbers {
    let number = |what: &str| whole(answers.text(&format!("{what}-{}", group.word()))).map(Count::Exactly);
    Numbers { planned: number("planned"), counted: number("counted"), estimated: number("estimated") }
}

fn figure(answers: &Answers, n: usize) -> Option<Figure> {
    let (value, unit) = (answers.text(&row("figure", n, "value")), answers.text(&row("figure", n, "unit")));
    let date = DateParts::of(&answers.pairs(), &format!("figure-{n}")).parse().ok().flatten();
    (!value.is_empty()).then(|| Figure { value: value.to_owned(), unit: unit.to_owned(), date })
}

fn link(answers: &Answers, n: usize) -> Option<LinkTo> {
    let address = answers.text(&row("link", n, "address"));
    let label = answers.text(&row("link", n, "label")).to_owned();
    is_address(address).then(|| LinkTo { address: address.to_owned(), label })
}

fn picture(answers: &Answers, n: usize) -> Option<Picture> {
    let text = |part: &str| answers.text(&row("picture", n, part)).to_owned();
    let (file, hash, size) = picture_of(&text(""))?;
    let rights = Rights::parse(&text("rights")).unwrap_or(Rights::Reserved);
    Some(Picture { file, hash, size, alt: text("alt"), credit: text("credit"), rights })
}

fn attachment(answers: &Answers) -> Option<Attachment> {
    let (file, hash, bytes, name) = document_of(answers.text("attachment"))?;
    let label = answers.text("attachment-label").to_owned();
    Some(Attachment { file, hash, bytes, name, label, open: answers.has("attachment-open", "yes") })
}

/// The answers that say what a content says on a topic that may be told.
pub fn fill(topic: Topic, content: &Content, to: &mut Answers) {
    for field in TextField::ALL.into_iter().filter(|field| field.topic() == topic) {
        to.put(field.word(), content.text(field).map(LanguageMap::original_text).unwrap_or_default());
    }
    match topic {
        Topic::Numbers => fill_numbers(content, to),
        Topic::Principles => to.set("principle", content.principles.iter().cloned().collect()),
        Topic::Portals => to.set("portal", content.portals.iter().cloned().collect()),
        Topic::Funding => {
            to.put("amount", content.amount.as_ref().map(|one| one.value.to_string()).unwrap_or_default());
            to.put("currency", content.amount.as_ref().map_or("", |one| &one.currency));
        }
        Topic::Impact => fill_figures(content, to),
        Topic::Links => {
            for (n, one) in (1..).zip(&content.links) {
                to.put(&row("link", n, "address"), one.address.as_str());
                to.put(&row("link", n, "label"), one.label.as_str());
            }
        }
        Topic::Pictures => {
            for (n, one) in (1..).zip(&content.pictures) {
                to.put(&row("picture", n, ""), picture_code(one.file, &one.hash, one.size));
                to.put(&row("picture", n, "alt"), one.alt.as_str());
                to.put(&row("picture", n, "credit"), one.credit.as_str());
                to.put(&row("picture", n, "rights"), one.rights.word());
            }
        }
        Topic::Attachment => {
            if let Some(one) = &content.attachment {
                to.put("attachment", document_code(one.file, &one.hash, one.bytes, &one.name));
                to.put("attachment-label", one.label.as_str());
                to.put("attachment-open", if one.open { "yes" } else { "" });
            }
        }
        _ => {}
    }
}

fn fill_numbers(content: &Content, to: &mut Answers) {
    for (group, numbers) in &content.numbers {
        for (what, count) in numbers.each() {
            if let Some(Count::Exactly(n)) = count {
                to.put(&format!("{what}-{}", group.word()), n.to_string());
            }
        }
    }
}

fn fill_figures(content: &Content, to: &mut Answers) {
    for (n, one) in (1..).zip(&content.figures) {
        to.put(&row("figure", n, "value"), one.value.as_str());
        to.put(&row("figure", n, "unit"), one.unit.as_str());
        for (field, value) in one.date.iter().flat_map(|date| DateParts::pairs(&format!("figure-{n}"), date))
        {
            to.put(&field, value);
        }
    }
}

/// What a field holds of a picture that was kept: its file, its hash, its size.
pub fn picture_code(file: FileId, hash: &str, (width, height): (u32, u32)) -> String {
    format!("{file} {hash} {width}x{height}")
}

/// Reads it again.
pub fn picture_of(code: &str) -> Option<(FileId, String, (u32, u32))> {
    let mut parts = code.split(' ');
    let (file, hash) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
    let (width, height) = parts.next()?.split_once('x')?;
    Some((file, hash, (width.parse().ok()?, height.parse().ok()?)))
}

/// What a field holds of a document that was kept: its file, its hash, its length, its name.
pub fn document_code(file: FileId, hash: &str, bytes: u64, name: &str) -> String {
    format!("{file} {hash} {bytes} {name}")
}

/// Reads it again.
pub fn document_of(code: &str) -> Option<(FileId, String, u64, String)> {
    let mut parts = code.splitn(4, ' ');
    let (file, hash) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
    Some((file, hash, parts.next()?.parse().ok()?, parts.next()?.to_owned()))
}

/// Reads a whole number as people write it: digits of three scripts, thousands set apart or not.
pub fn whole(text: &str) -> Option<u64> {
    let plain: String = text.chars().filter_map(digit_or_mark).collect();
    let mut groups = plain.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits.parse().ok()
}

/// A digit as a Latin one, a mark between thousands as a comma, a blank as nothing.
fn digit_or_mark(c: char) -> Option<char> {
    match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10),
        '.' | '٬' => Some(','),
        '\'' | '’' => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    }
}

/// The code of a currency: three letters.
fn code(text: &str) -> Option<String> {
    let fits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic());
    fits.then(|| text.to_ascii_uppercase())
}

/// Whether a text is the address of a page that is sent under lock.
pub fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | ':');
    let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'));
    clean && host.contains('.') && !host.starts_with('.') && host.chars().all(plain)
}
