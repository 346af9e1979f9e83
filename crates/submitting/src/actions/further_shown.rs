//! What may be told beside the eight, as people read it.

use vocabulary::{BESIDE, LanguageMap};

use super::content::{Content, TextField};
use super::shown::{Line, Words, text};
use super::telling::{Amount, Count, Figure, Numbers};
use super::topic::Topic;

impl Words<'_> {
    /// What a content tells on a topic that may be told.
    pub fn further(&self, topic: Topic, content: &Content) -> Vec<Line> {
        let mut lines = self.texts(topic, content);
        lines.extend(self.beside(topic, content));
        lines
    }

    /// What may be told beside the texts, as labels and values: for the copy that is kept of what was sent.
    pub fn told_beside(&self, content: &Content) -> Vec<(String, String)> {
        let told = |topic: Topic| {
            let lines = self.beside(topic, content).into_iter().map(|line| match line.of.is_empty() {
                true => line.text,
                false => self.say.labelled(&line.of, &line.text),
            });
            let lines: Vec<String> = lines.collect();
            (!lines.is_empty()).then(|| (self.say.t(topic.key()), lines.join(BESIDE)))
        };
        Topic::MORE.into_iter().filter_map(told).collect()
    }

    fn beside(&self, topic: Topic, content: &Content) -> Vec<Line> {
        let mut lines = Vec::new();
        match topic {
            Topic::Numbers => lines.extend(content.numbers.iter().flat_map(|(group, numbers)| {
                let group = self.say.t(&format!("actions-for-{}", group.word()));
                self.numbers(numbers)
                    .into_iter()
                    .map(move |text| Line { of: group.clone(), ..Line::plain(text) })
            })),
            Topic::Principles => {
                lines.extend(content.principles.iter().map(|token| self.node(token)));
            }
            Topic::Funding => lines.extend(content.amount.iter().map(|amount| Line {
                of: self.say.t("actions-form-amount"),
                ..Line::plain(self.amount(amount))
            })),
            Topic::Impact => lines.extend(content.figures.iter().map(|one| Line::plain(self.figure(one)))),
            Topic::Links => lines.extend(
                content
                    .links
                    .iter()
                    .map(|link| Line { of: link.label.clone(), ..Line::plain(link.address.clone()) }),
            ),
            Topic::Pictures => lines.extend(content.pictures.iter().map(|one| Line {
                of: one.alt.clone(),
                ..Line::plain(self.say.pair(&one.credit, &self.rights(one.rights.word())))
            })),
            Topic::Attachment => lines.extend(content.attachment.iter().map(|one| Line {
                of: one.label.clone(),
                ..Line::plain(format!("{} ({})", one.name, self.open(one.open)))
            })),
            Topic::Portals => lines.extend(content.portals.iter().map(|key| Line::plain(self.portal(key)))),
            _ => {}
        }
        lines
    }

    fn texts(&self, topic: Topic, content: &Content) -> Vec<Line> {
        let fields: Vec<TextField> =
            TextField::ALL.into_iter().filter(|field| field.topic() == topic).collect();
        let one = fields.len() == 1;
        let lines = fields.into_iter().flat_map(|field| {
            let of = if one { String::new() } else { self.say.t(field.key()) };
            text(content, field).into_iter().map(move |line| Line { of: of.clone(), ..line })
        });
        lines.collect()
    }

    /// Each number of a group as a sentence.
    pub fn numbers(&self, numbers: &Numbers) -> Vec<String> {
        let told = numbers.each().into_iter().filter_map(|(what, count)| Some((what, count?)));
        told.map(|(what, count)| match count {
            Count::Exactly(n) => {
                let n = i64::try_from(n).unwrap_or(i64::MAX);
                self.say.with(&format!("actions-form-number-{what}"), &[("n", n.into())])
            }
            Count::Few(_) => self.say.t(&format!("actions-form-few-{what}")),
        })
        .collect()
    }

    /// An amount with its currency.
    pub fn amount(&self, amount: &Amount) -> String {
        let value = self.say.number(i64::try_from(amount.value).unwrap_or(i64::MAX));
        format!("{value} {}", amount.currency)
    }

    /// A figure with what it counts and its date.
    pub fn figure(&self, figure: &Figure) -> String {
        let told = format!("{} {}", figure.value, figure.unit);
        match &figure.date {
            Some(date) => format!("{told} ({})", self.say.partial(date)),
            None => told,
        }
    }

    /// On what terms others may use a picture.
    pub fn rights(&self, word: &str) -> String {
        match word {
            "licence" => self.call.licence.code.clone(),
            _ => self.say.t("actions-form-rights-reserved"),
        }
    }

    fn open(&self, open: bool) -> String {
        let key = if open { "actions-form-attachment-open-yes" } else { "actions-form-attachment-private" };
        self.say.t(key)
    }

    fn portal(&self, key: &str) -> String {
        let found = self.call.portals.iter().find(|portal| portal.key == key);
        let name = found.map(|portal| &portal.name);
        let picked = name.and_then(|name: &LanguageMap| name.pick(self.say.lang));
        picked.map_or_else(|| key.to_owned(), |picked| picked.text.to_owned())
    }
}
