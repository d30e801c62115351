//! A PostgreSQL of our own for one test run: made from Debian's binaries in a temporary folder, reached
//! through a Unix socket, run by an ordinary user even when the tests run as root, gone afterwards.

use std::io::{Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{Mutex, OnceLock};

/// Set to 1 to run the tests without PostgreSQL, knowing that half of them then prove nothing.
pub const WITHOUT_POSTGRESQL: &str = "GONGKAI_TEST_WITHOUT_POSTGRESQL";

/// A running cluster. The shell that watches over it stops it and removes its folder as soon as the
/// pipe held here closes, which happens however the test run ends.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    made: Mutex<u32>,
    _lifeline: ChildStdin,
}

static CLUSTER: OnceLock<Result<Option<Cluster>, String>> = OnceLock::new();

/// The cluster of this test run, started at the first call; `None` when it was waived.
///
/// # Errors
/// A sentence that says what is missing and what to do.
pub fn cluster() -> Result<Option<&'static Cluster>, String> {
    match CLUSTER.get_or_init(start) {
        Ok(cluster) => Ok(cluster.as_ref()),
        Err(message) => Err(message.clone()),
    }
}

impl Cluster {
    /// Address of the database of that name.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://gongkai@localhost/{database}?host={}", self.folder.display())
    }

    /// A database name that no other test of this run has.
    #[must_use]
    pub fn new_name(&self) -> String {
        let mut made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *made += 1;
        format!("t{made}")
    }
}

#[expect(clippy::disallowed_methods, reason = "only tests come here, and they have no configuration")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn start() -> Result<Option<Cluster>, String> {
    if variable(WITHOUT_POSTGRESQL).as_deref() == Some("1") {
        return Ok(None);
    }
    let binaries = binaries().ok_or_else(|| {
        format!(
            "PostgreSQL 15 or newer is not installed: run `apt-get install postgresql` (Debian package \
             postgresql-15), or set {WITHOUT_POSTGRESQL}=1 to test on SQLite alone"
        )
    })?;
    let folder = tempfile::Builder::new()
        .prefix("gongkai-pg-")
        .tempdir()
        .map_err(|error| format!("no temporary folder for PostgreSQL: {error}"))?
        .keep();
    run_in(&binaries, &folder).map(Some)
}

/// `/usr/lib/postgresql/N/bin` of the newest N ≥ 15.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| *version >= 15)
        .max()
        .map(|version| Path::new("/usr/lib/postgresql").join(version.to_string()).join("bin"))
        .filter(|folder| folder.join("initdb").exists())
}

/// PostgreSQL refuses to run as root: its uid and gid are then those of an ordinary user.
fn ordinary_user(folder: &Path) -> Result<Option<(u32, u32)>, String> {
    let owner = std::os::unix::fs::MetadataExt::uid(
        &std::fs::metadata(folder).map_err(|error| format!("{}: {error}", folder.display()))?,
    );
    if owner != 0 {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut parts = line.split(':').skip(2);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    find("postgres")
        .or_else(|| find("nobody"))
        .map(Some)
        .ok_or_else(|| "neither user postgres nor user nobody exists to run PostgreSQL".to_owned())
}

fn run_in(binaries: &Path, folder: &Path) -> Result<Cluster, String> {
    let user = ordinary_user(folder)?;
    if let Some((uid, gid)) = user {
        chown(folder, Some(uid), Some(gid)).map_err(|error| format!("chown: {error}"))?;
    }
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
        .map_err(|error| format!("chmod: {error}"))?;

    let mut initdb = as_user(user, &binaries.join("initdb"));
    initdb.arg("--pgdata").arg(folder.join("data"));
    initdb.args(["--username=gongkai", "--auth=trust", "--encoding=UTF8", "--no-sync"]);
    // Pinyin order on purpose: our columns must sort by code point whatever the database's own order is.
    initdb.args(["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-u-co-pinyin"]);
    let made = initdb.current_dir("/").output().map_err(|error| format!("initdb: {error}"))?;
    if !made.status.success() {
        return Err(format!("initdb failed: {}", String::from_utf8_lossy(&made.stderr)));
    }
    let mut watched = as_user(user, Path::new("/bin/sh"))
        .args(["-c", WATCH, "watch"])
        .arg(binaries.join("postgres"))
        .arg(folder)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("postgres: {error}"))?;
    let (Some(mut lifeline), Some(mut ready)) = (watched.stdin.take(), watched.stdout.take()) else {
        return Err("postgres has no pipes".to_owned());
    };
    let mut answer = [0u8; 1];
    if ready.read_exact(&mut answer).is_err() || answer != *b"+" {
        lifeline.flush().map_err(|error| error.to_string())?;
        return Err(format!("PostgreSQL did not start; see {}", folder.join("log").display()));
    }
    Ok(Cluster { folder: folder.to_owned(), made: Mutex::new(0), _lifeline: lifeline })
}

fn as_user(user: Option<(u32, u32)>, program: &Path) -> Command {
    let mut command = Command::new(program);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// Starts `$1` with the data in `$2/data`, prints `+` once the socket answers, waits for its input to
/// close, stops the server and removes the folder.
const WATCH: &str = r#"
"$1" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c full_page_writes=off \
  -c synchronous_commit=off -c max_connections=200 -c shared_buffers=64MB >"$2/log" 2>&1 </dev/null &
server=$!
tries=0
while ! grep -q 'ready to accept connections' "$2/log" 2>/dev/null; do
  kill -0 $server 2>/dev/null || exit 1
  tries=$((tries + 1)); [ $tries -gt 600 ] && exit 1
  sleep 0.05
done
printf +
exec >/dev/null
read -r closed
kill -INT $server
wait $server
rm -rf "$2"
"#;
