//! A PostgreSQL of the test process's own: made at the first use, without fsync, reachable by a socket only.
//!
//! Statics are not dropped when a process ends, so a small shell waits at the other end of a pipe: when this
//! process is gone, however it went, the pipe closes, the shell stops the server and deletes the scratch folder.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbErr};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// How often a statement of the harness is tried, and how long it waits in between.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_millis(100);

const MISSING: &str = "PostgreSQL's programs were not found. Install them (Debian and Ubuntu: apt-get install \
                       postgresql), or name their folder in LOCALACTION_PG_BIN.";

/// The running cluster.
pub(super) struct Cluster {
    sockets: PathBuf,
    /// Holds our end of the pipe open as long as this process lives.
    _server: Child,
}

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();

/// A folder of this process's own, deleted when the process is gone.
pub(super) fn scratch() -> &'static Path {
    static SCRATCH: OnceLock<(PathBuf, Child)> = OnceLock::new();
    let (path, _guardian) = SCRATCH.get_or_init(|| {
        let path = TempDir::with_prefix("la-").expect("a temporary folder can be made").keep();
        let guardian = guardian("read _; rm -rf \"$0\"", &path).spawn().expect("a shell can be started");
        (path, guardian)
    });
    path
}

impl Cluster {
    /// The cluster of this process, started when it is not yet running.
    pub(super) async fn running() -> &'static Self {
        CLUSTER.get_or_init(Self::start).await
    }

    /// The address of a database.
    pub(super) fn url(&self, name: &str) -> String {
        format!("postgres://postgres@localhost/{name}?host={}", self.sockets.display())
    }

    /// Makes a database as a copy of another, which nobody may be using.
    pub(super) async fn create(&self, name: &str, template: &str) {
        let statement = format!("CREATE DATABASE {name} TEMPLATE {template}");
        let mut last = None;
        for _ in 0..TRIES {
            match self.execute(&statement).await {
                Ok(()) => return,
                Err(err) => last = Some(err),
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the database {name} could not be made: {last:?}");
    }

    async fn start() -> Self {
        let programs = programs().expect(MISSING);
        let root = TempDir::with_prefix("la-pg-").expect("a temporary folder can be made").keep();
        let owner = owner(&root);
        if let Some((user, group)) = owner {
            chown(&root, Some(user), Some(group)).expect("root may give its folder to the user postgres");
        }
        let mut initdb = Command::new(programs.join("initdb"));
        initdb.args([
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
            "--no-instructions",
            "-D",
        ]);
        initdb.arg(root.join("data")).current_dir(&root);
        as_owner(&mut initdb, owner);
        let made = initdb.output().expect("initdb can be started");
        assert!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));
        let mut server = guardian(SERVE, &root);
        server.arg(programs.join("postgres"));
        as_owner(&mut server, owner);
        let server = server.spawn().expect("a shell can be started");
        let cluster = Self { sockets: root, _server: server };
        cluster.wait().await;
        cluster
    }

    async fn wait(&self) {
        let mut last = None;
        for _ in 0..TRIES {
            match self.execute("SELECT 1").await {
                Ok(()) => return,
                Err(err) => last = Some(err),
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the PostgreSQL in {} did not start; see its log there: {last:?}", self.sockets.display());
    }

    async fn execute(&self, statement: &str) -> Result<(), DbErr> {
        let mut options = ConnectOptions::new(self.url("postgres"));
        options.max_connections(1).connect_timeout(PAUSE * 50).sqlx_logging(false);
        let db = Database::connect(options).await?;
        let done = db.execute_unprepared(statement).await.map(|_| ());
        db.close().await?;
        done
    }
}

/// Serves until the pipe closes; then stops at once and deletes everything.
const SERVE: &str = r#"
"$1" -D "$0/data" -k "$0" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=600 -c shared_buffers=32MB -c autovacuum=off &
read _
kill -QUIT $!
wait $!
rm -rf "$0"
"#;

/// A shell that runs a script with `$0` as the folder it cares for and our end of a pipe as its input.
fn guardian(script: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(folder).current_dir("/");
    let log = fs::File::create(folder.join("log")).map_or_else(|_| Stdio::null(), Stdio::from);
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(log).process_group(0);
    shell
}

/// `initdb` refuses root: then the user postgres owns and runs the cluster.
fn owner(root: &Path) -> Option<(u32, u32)> {
    if fs::metadata(root).expect("the folder was made above").uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let line = users.lines().find(|line| line.starts_with("postgres:")).expect(MISSING);
    let mut fields = line.split(':').skip(2).map(|field| field.parse::<u32>().ok());
    Some((fields.next().flatten()?, fields.next().flatten()?))
}

fn as_owner(command: &mut Command, owner: Option<(u32, u32)>) {
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
}

/// The folder of PostgreSQL's programs: the one named, else the newest installed.
fn programs() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("LOCALACTION_PG_BIN") {
        return Some(PathBuf::from(named)).filter(|bin| bin.join("initdb").exists());
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|version| {
            let path = version.ok()?.path();
            let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
            path.join("bin/initdb").exists().then(|| (number, path.join("bin")))
        })
        .max()
        .map(|(_, bin)| bin)
}
