//! The limit of building the index: tantivy alone, with two threads and as much memory as ours, given the same records ready
//! in memory: titles and texts as they are and as English stems, names, facets as terms, and what lists are sorted by.

use std::time::{Duration, Instant};

use rooms::House;
use rooms::register::PublicRecord;
use sea_orm::{ConnectionTrait, Statement};
use tantivy::schema::{
    FAST, IndexRecordOption, STORED, STRING, Schema, TEXT, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, TantivyDocument};
use vocabulary::Lang;

use crate::Outcome;

/// So many records are given, so that all of them stand in memory.
const MOST: usize = 100_000;
/// As ours has while it is made anew.
const THREADS: usize = 2;
const MEMORY: usize = 160_000_000;

/// How many records were written in which time.
pub async fn built(house: &House, scratch: &std::path::Path) -> Outcome<(usize, Duration)> {
    let told = |fault: &dyn std::fmt::Display| format!("the bare index could not be built: {fault}.");
    let conn = house.store.read();
    let select =
        format!("SELECT body FROM public_record WHERE state = 'here' AND until IS NULL LIMIT {MOST}");
    let statement = Statement::from_string(conn.get_database_backend(), select);
    let rows = conn.query_all_raw(statement).await.map_err(|error| told(&error))?;
    let mut schema = Schema::builder();
    let stems = TextFieldIndexing::default()
        .set_tokenizer("en_stem")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let stems = TextOptions::default().set_indexing_options(stems);
    let key = schema.add_text_field("key", STRING | STORED | FAST);
    let titles = ["title", "title_stems"];
    let titles = [schema.add_text_field(titles[0], TEXT), schema.add_text_field(titles[1], stems.clone())];
    let texts = ["text", "text_stems"];
    let texts = [schema.add_text_field(texts[0], TEXT), schema.add_text_field(texts[1], stems)];
    let names = schema.add_text_field("names", TEXT);
    let token = schema.add_text_field("token", STRING | FAST);
    let sorted = Lang::ALL.map(|lang| schema.add_text_field(lang.code(), FAST));
    let numbers = ["when", "weight", "reported"].map(|name| schema.add_i64_field(name, FAST));
    let mut documents = Vec::with_capacity(rows.len());
    for row in rows {
        let body: String = row.try_get("", "body").map_err(|error| told(&error))?;
        let record: PublicRecord = serde_json::from_str(&body).map_err(|error| told(&error))?;
        let mut document = TantivyDocument::new();
        document.add_text(key, &record.key);
        for (_, title) in record.card.title.iter().flat_map(|title| title.all()) {
            titles.into_iter().for_each(|field| document.add_text(field, &title.text));
        }
        for (_, text) in &record.find.texts {
            texts.into_iter().for_each(|field| document.add_text(field, text));
        }
        record.find.names.iter().for_each(|name| document.add_text(names, name));
        record.find.tokens.iter().for_each(|one| document.add_text(token, one));
        sorted.into_iter().for_each(|field| document.add_text(field, &record.find.sort_name));
        numbers.into_iter().for_each(|field| document.add_i64(field, record.find.when));
        documents.push(document);
    }
    let folder = scratch.join("bare");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| told(&error))?;
    let many = documents.len();
    let begun = Instant::now();
    let index = Index::create_in_dir(&folder, schema.build()).map_err(|error| told(&error))?;
    let mut writer = index.writer_with_num_threads(THREADS, MEMORY).map_err(|error| told(&error))?;
    for document in documents {
        writer.add_document(document).map_err(|error| told(&error))?;
    }
    writer.commit().map_err(|error| told(&error))?;
    writer.wait_merging_threads().map_err(|error| told(&error))?;
    let took = begun.elapsed();
    let _ = std::fs::remove_dir_all(&folder);
    Ok((many, took))
}
