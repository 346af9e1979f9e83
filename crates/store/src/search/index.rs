//! The index itself: where its files stand, one writer, commits that carry the journal's position, the snapshot
//! from which every question is answered, and the rebuild beside the running index.
//!
//! On disk: a folder per generation (`g-1`, `g-2` …) and the file `current`, which names the one in use. A rebuild
//! makes the next generation and then replaces `current` in one step, so a kill at any moment leaves a whole index.
//!
//! [`Index::apply`] and [`Rebuild`] write and sync files: call them where blocking is allowed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::{fs, io};

use tantivy::index::SegmentId;
use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, Term};
use uuid::Uuid;

use super::bits::Bits;
use super::columns::Columns;
use super::fields::{Fields, schema};
use super::words::{self, Stems};
use super::{Answer, At, Change, Doc, Hit, Place, Query, SearchFault};

/// Memory of the writer that follows the journal: its changes are few.
const FOLLOWING_MEMORY: usize = 16_000_000;
/// Memory of the writer that rebuilds, with its threads.
const REBUILDING_MEMORY: usize = 160_000_000;
const REBUILDING_THREADS: usize = 2;
/// Without a change of documents the position is kept in memory only, and written after so many facts.
const UNWRITTEN_FACTS: i64 = 1_000;

/// The search index. Questions may be asked from any thread while it is written.
pub struct Index {
    folder: Option<PathBuf>,
    writing: Mutex<Writing>,
    view: RwLock<Arc<View>>,
    following: tokio::sync::Mutex<()>,
}

struct Writing {
    generation: u64,
    engine: Engine,
    writer: Option<IndexWriter>,
    stems: Stems,
    /// The position in the last commit.
    written: Option<At>,
}

struct Engine {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
}

/// What a commit says of itself.
#[derive(serde::Serialize, serde::Deserialize)]
struct Payload {
    #[serde(flatten)]
    at: At,
    /// How its words are written.
    #[serde(default)]
    words: u32,
}

/// One segment of a snapshot.
pub(super) struct SegmentPart {
    pub columns: Arc<Columns>,
    /// The documents that are not deleted; none are, if it is `None`.
    pub alive: Option<Bits>,
}

/// A snapshot of the index: it never changes.
pub(super) struct View {
    pub searcher: Searcher,
    pub fields: Fields,
    pub parts: Vec<SegmentPart>,
    pub at: At,
    fresh: bool,
}

/// An index that is being built anew, beside the one in use.
pub struct Rebuild {
    generation: u64,
    engine: Engine,
    writer: IndexWriter,
    stems: Stems,
}

impl Engine {
    fn create(folder: Option<&Path>) -> Result<Engine, SearchFault> {
        let (schema, fields) = schema();
        let index = match folder {
            None => tantivy::Index::create_in_ram(schema),
            Some(folder) => {
                if folder.exists() {
                    fs::remove_dir_all(folder)?;
                }
                fs::create_dir_all(folder)?;
                tantivy::Index::create_in_dir(folder, schema)?
            }
        };
        Engine::read(index, fields)
    }

    fn read(index: tantivy::Index, fields: Fields) -> Result<Engine, SearchFault> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Engine { index, reader, fields })
    }

    /// Opens a generation; `None` if it is of an older schema or cannot be read, and must be built anew.
    fn open(folder: &Path) -> Option<Engine> {
        let (schema, fields) = schema();
        let index = tantivy::Index::open_in_dir(folder).ok()?;
        (index.schema() == schema).then(|| Engine::read(index, fields).ok())?
    }

    /// The position in its last commit; none where its words are written in another way than now.
    fn written(&self) -> Option<At> {
        let payload: Payload = serde_json::from_str(&self.index.load_metas().ok()?.payload?).ok()?;
        (payload.words == words::WRITTEN).then_some(payload.at)
    }

    fn view(&self, before: Option<&View>, at: Option<At>) -> Result<View, SearchFault> {
        let mut kept: HashMap<SegmentId, Arc<Columns>> = HashMap::new();
        if let Some(before) = before {
            for (segment, part) in before.searcher.segment_readers().iter().zip(&before.parts) {
                kept.insert(segment.segment_id(), part.columns.clone());
            }
        }
        let searcher = self.reader.searcher();
        let mut parts = Vec::new();
        for segment in searcher.segment_readers() {
            let columns = match kept.remove(&segment.segment_id()) {
                Some(columns) => columns,
                None => Arc::new(Columns::read(segment)?),
            };
            let alive = segment.alive_bitset().filter(|_| segment.has_deletes()).map(|alive| {
                let mut bits = Bits::none(segment.max_doc());
                alive.iter_alive().for_each(|doc| bits.insert(doc));
                bits
            });
            parts.push(SegmentPart { columns, alive });
        }
        Ok(View { searcher, fields: self.fields, parts, at: at.unwrap_or_default(), fresh: at.is_none() })
    }
}

impl Index {
    /// Opens the index in a folder, or begins an empty one there: when there is none, when it cannot be read, and
    /// when it was made by a version with other fields. An empty one has no [`Index::position`] and is to be rebuilt.
    pub fn open(folder: &Path) -> Result<Index, SearchFault> {
        fs::create_dir_all(folder)?;
        let named = fs::read_to_string(folder.join("current")).unwrap_or_default();
        let generation = named.trim().strip_prefix("g-").and_then(|number| number.parse().ok()).unwrap_or(0);
        if generation > 0
            && let Some(engine) = Engine::open(&folder.join(format!("g-{generation}")))
        {
            sweep(folder, generation);
            let written = engine.written();
            return Index::with(Some(folder.to_owned()), generation, engine, written);
        }
        let generation = generation + 1;
        let engine = Engine::create(Some(&folder.join(format!("g-{generation}"))))?;
        name_current(folder, generation)?;
        sweep(folder, generation);
        Index::with(Some(folder.to_owned()), generation, engine, None)
    }

    /// An empty index without files.
    pub fn in_memory() -> Result<Index, SearchFault> {
        Index::with(None, 1, Engine::create(None)?, None)
    }

    fn with(
        folder: Option<PathBuf>,
        generation: u64,
        engine: Engine,
        written: Option<At>,
    ) -> Result<Index, SearchFault> {
        let view = RwLock::new(Arc::new(engine.view(None, written)?));
        let writing = Writing { generation, engine, writer: None, stems: Stems::new(), written };
        Ok(Index { folder, writing: Mutex::new(writing), view, following: tokio::sync::Mutex::default() })
    }

    /// Held by whoever brings the index up to the records, from asking where it stands to the last change: two at once
    /// would each make the other's changes again, and the older last.
    pub async fn follow(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.following.lock().await
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn view(&self) -> Arc<View> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn show(&self, view: View) {
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
    }

    /// Makes the changes, in their order, and commits them with the journal's epoch and position; questions see them
    /// when it returns. The same changes twice end in the same index. Without changes only the position moves.
    pub fn apply(&self, changes: &[Change], epoch: Uuid, position: i64) -> Result<(), SearchFault> {
        let at = At { epoch, position };
        let mut writing = self.writing();
        let unwritten =
            |written: At| written.epoch != epoch || position - written.position >= UNWRITTEN_FACTS;
        if changes.is_empty() && !writing.written.is_none_or(unwritten) {
            let view = writing.engine.view(Some(&self.view()), Some(at))?;
            self.show(view);
            return Ok(());
        }
        if let Err(fault) = writing.commit(changes, at) {
            writing.writer = None;
            return Err(fault);
        }
        writing.written = Some(at);
        writing.engine.reader.reload()?;
        let view = writing.engine.view(Some(&self.view()), Some(at))?;
        self.show(view);
        Ok(())
    }

    /// Up to where the index has heard the journal; `None` for one that was never filled.
    pub fn position(&self) -> Option<At> {
        let view = self.view();
        (!view.fresh).then_some(view.at)
    }

    /// The epoch and position of the snapshot that answers now; a cache keeps its pages under it.
    pub fn snapshot(&self) -> At {
        self.view().at
    }

    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.view().searcher.num_docs()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Begins to build the index anew, beside the one in use, which goes on answering.
    pub fn begin_rebuild(&self) -> Result<Rebuild, SearchFault> {
        let generation = self.writing().generation + 1;
        let folder = self.folder.as_ref().map(|folder| folder.join(format!("g-{generation}")));
        let engine = Engine::create(folder.as_deref())?;
        let writer = engine.index.writer_with_num_threads(REBUILDING_THREADS, REBUILDING_MEMORY)?;
        Ok(Rebuild { generation, engine, writer, stems: Stems::new() })
    }

    /// Puts a rebuilt index in place of the one in use. What was applied meanwhile is applied again by the follower,
    /// from the position given here.
    pub fn finish_rebuild(&self, rebuild: Rebuild, epoch: Uuid, position: i64) -> Result<(), SearchFault> {
        let at = At { epoch, position };
        let Rebuild { generation, engine, mut writer, stems } = rebuild;
        commit(&mut writer, at)?;
        writer.wait_merging_threads()?;
        engine.reader.reload()?;
        let view = engine.view(None, Some(at))?;
        let mut writing = self.writing();
        if let Some(folder) = &self.folder {
            name_current(folder, generation)?;
        }
        *writing = Writing { generation, engine, writer: None, stems, written: Some(at) };
        self.show(view);
        if let Some(folder) = &self.folder {
            sweep(folder, generation);
        }
        Ok(())
    }

    /// Builds the whole index anew from all documents, each once.
    pub fn rebuild(
        &self,
        docs: impl IntoIterator<Item = Doc>,
        epoch: Uuid,
        position: i64,
    ) -> Result<(), SearchFault> {
        let mut rebuild = self.begin_rebuild()?;
        for doc in docs {
            rebuild.put(&doc)?;
        }
        self.finish_rebuild(rebuild, epoch, position)
    }

    /// Whether any document holds this facet value, `lang/fr`; one that went lately may count.
    pub fn holds(&self, token: &str) -> bool {
        self.view().parts.iter().any(|part| part.columns.facets.holders(token) > 0)
    }

    /// Answers a question from one snapshot. Any text is allowed.
    pub fn search(&self, query: &Query) -> Result<Answer, SearchFault> {
        self.view().search(query)
    }

    /// The documents of a kind that share most of these tokens, each with what it weighs; never the one of this key.
    pub fn alike(&self, kind: &str, tokens: &[(String, u32)], not: &str, most: usize) -> Vec<Hit> {
        self.view().alike(kind, tokens, not, most)
    }

    /// All that match, without a page, as (kind, key), the newest first: for downloads.
    pub fn keys(&self, query: &Query) -> Result<impl Iterator<Item = (String, String)> + use<>, SearchFault> {
        let view = self.view();
        let found = view.keys(query)?;
        Ok(found.into_iter().map(move |(segment, doc)| {
            let (kind, key) = view.parts[segment as usize].columns.kind_and_key(doc);
            (kind.to_owned(), key.to_owned())
        }))
    }

    /// The last day on which anything that matches became what it is, counted from 1 January 1970; none where nothing matches or
    /// no day is known.
    pub fn latest(&self, query: &Query) -> Result<Option<i64>, SearchFault> {
        self.view().latest(query)
    }

    /// All that match and stand on the map.
    pub fn points(&self, query: &Query) -> Result<Vec<Place>, SearchFault> {
        self.view().points(query)
    }
}

impl Rebuild {
    /// Puts a document in. Each kind and key comes once.
    pub fn put(&mut self, doc: &Doc) -> Result<(), SearchFault> {
        self.writer.add_document(self.engine.fields.write(doc, &mut self.stems))?;
        Ok(())
    }

    /// Makes a change of what may stand in it already: of what changed, or went, while the rest was read.
    pub fn change(&mut self, change: &Change) -> Result<(), SearchFault> {
        write(&self.writer, self.engine.fields, &mut self.stems, change)
    }
}

impl Writing {
    fn commit(&mut self, changes: &[Change], at: At) -> Result<(), SearchFault> {
        let fields = self.engine.fields;
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => {
                let writer = self.engine.index.writer_with_num_threads(1, FOLLOWING_MEMORY)?;
                let mut policy = LogMergePolicy::default();
                policy.set_del_docs_ratio_before_merge(0.3);
                writer.set_merge_policy(Box::new(policy));
                // A commit that did not come to its end, as the process was killed or the disk was full, left files
                // behind, and the next one would not write over them.
                writer.garbage_collect_files().wait()?;
                self.writer.insert(writer)
            }
        };
        for change in changes {
            write(writer, fields, &mut self.stems, change)?;
        }
        commit(writer, at)
    }
}

/// Writes a change in place of what stood there.
fn write(
    writer: &IndexWriter,
    fields: Fields,
    stems: &mut Stems,
    change: &Change,
) -> Result<(), SearchFault> {
    writer.delete_term(Term::from_field_text(fields.id, &change.identity()));
    if let Change::Put(doc) = change {
        writer.add_document(fields.write(doc, stems))?;
    }
    Ok(())
}

fn commit(writer: &mut IndexWriter, at: At) -> Result<(), SearchFault> {
    let payload = Payload { at, words: words::WRITTEN };
    let payload = serde_json::to_string(&payload).map_err(io::Error::other)?;
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&payload);
    prepared.commit()?;
    Ok(())
}

/// Names the generation in use, in one step.
fn name_current(folder: &Path, generation: u64) -> Result<(), SearchFault> {
    let beside = folder.join("current.new");
    fs::write(&beside, format!("g-{generation}\n"))?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, folder.join("current"))?;
    Ok(())
}

/// Removes the generations that are no longer in use. What cannot be removed now goes the next time.
fn sweep(folder: &Path, generation: u64) {
    let kept = format!("g-{generation}");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("g-")
            && name != kept
            && let Err(fault) = fs::remove_dir_all(entry.path())
        {
            tracing::warn!(%fault, generation = %name, "an old generation of the search index stays for now");
        }
    }
}
