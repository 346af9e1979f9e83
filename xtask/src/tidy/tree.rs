//! The files of the project, read once; tests make small ones of their own.

use super::code::Code;
use std::path::Path;

/// One file of text.
pub struct File {
    /// From the workspace's folder, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// The same as Rust, when it is.
    pub code: Option<Code>,
}

/// All files that are text, sorted by path.
pub struct Tree {
    /// See [`File`].
    pub files: Vec<File>,
}

/// Folders that hold what was built, fetched or written while running.
const SKIPPED: [&str; 6] = [".git", "target", "node_modules", "data", "demo", "shots"];

impl Tree {
    /// Reads the folder of the workspace.
    pub fn read(root: &Path) -> Result<Self, String> {
        let mut files = Vec::new();
        walk(root, root, &mut files)
            .map_err(|error| format!("The project's files cannot be read: {error}."))?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// A tree of the given files.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| File::new((*path).into(), (*text).into())).collect() }
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// The Rust files under a folder.
    pub fn rust<'a>(&'a self, under: &'a str) -> impl Iterator<Item = (&'a File, &'a Code)> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(under))
            .filter_map(|file| Some((file, file.code.as_ref()?)))
    }

    /// The files whose names end so, under a folder, without what others made.
    pub fn own<'a>(&'a self, under: &'a str, end: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| {
            file.path.starts_with(under)
                && file.path.ends_with(end)
                && !file.path.starts_with("assets/vendor/")
        })
    }
}

impl File {
    fn new(path: String, text: String) -> Self {
        let code = path.ends_with(".rs").then(|| Code::read(&path, &text));
        Self { path, text, code }
    }

    /// The name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Numbered lines.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // `data` and `demo` are folders of a running house only at the top.
            let running = ["data", "demo"].contains(&name.as_str()) && folder != root;
            if running || !SKIPPED.contains(&name.as_str()) {
                walk(root, &path, files)?;
            }
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let inside = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File::new(inside, text));
        }
    }
    Ok(())
}
