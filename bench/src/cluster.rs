//! A PostgreSQL of our own for one run, as the tests have one: made in a temporary folder, reached through a socket,
//! stopped and removed at the end. It does not wait for the disk, so that runs can be compared.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, bail};
use tempfile::TempDir;

use crate::time::wait_a_moment;

/// Looks at a starting server, two milliseconds apart.
const LOOKS: usize = 15_000;

/// A running server.
pub(crate) struct Cluster {
    folder: TempDir,
    binaries: PathBuf,
    user: Option<(u32, u32)>,
    server: Child,
}

impl Cluster {
    /// Makes and starts one.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let binaries = binaries().context("PostgreSQL is not installed")?;
        let folder = tempfile::Builder::new().prefix("gongkai-bench-pg-").tempdir()?;
        let user = ordinary_user(folder.path())?;
        if let Some((uid, gid)) = user {
            chown(folder.path(), Some(uid), Some(gid))?;
        }
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700))?;
        let data = folder.path().join("data");
        let mut initdb = as_user(user, &binaries.join("initdb"));
        initdb.arg("--pgdata").arg(&data);
        initdb.args([
            "--username=gongkai",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
            "--locale=C.UTF-8",
        ]);
        done(&mut initdb)?;
        let mut server = as_user(user, &binaries.join("postgres"));
        server.arg("-D").arg(&data).arg("-k").arg(folder.path());
        for setting in ["listen_addresses=", "fsync=off", "synchronous_commit=off", "shared_buffers=128MB"] {
            server.args(["-c", setting]);
        }
        let server = server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let cluster = Self { folder, binaries, user, server };
        for _ in 0..LOOKS {
            if done(cluster.tool("pg_isready").arg("--quiet")).is_ok() {
                return Ok(cluster);
            }
            wait_a_moment();
        }
        bail!("PostgreSQL did not start")
    }

    /// Makes an empty database and says where it is.
    pub(crate) fn database(&self, name: &str) -> anyhow::Result<String> {
        done(self.tool("createdb").arg("--username=gongkai").arg(name))?;
        Ok(format!("postgres://gongkai@localhost/{name}?host={}", self.folder.path().display()))
    }

    fn tool(&self, name: &str) -> Command {
        let mut tool = as_user(self.user, &self.binaries.join(name));
        tool.arg("--host").arg(self.folder.path());
        tool
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // A folder that stays behind, or a server that is gone already, harms nobody.
        drop(Command::new("kill").args(["-INT", &self.server.id().to_string()]).status());
        drop(self.server.wait());
    }
}

/// `/usr/lib/postgresql/N/bin` of the newest N.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let newest = versions.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok()).max()?;
    Some(Path::new("/usr/lib/postgresql").join(newest.to_string()).join("bin"))
}

/// PostgreSQL refuses to run as root: uid and gid of its own user then.
fn ordinary_user(folder: &Path) -> anyhow::Result<Option<(u32, u32)>> {
    if std::fs::metadata(folder)?.uid() != 0 {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd")?;
    let numbers = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut parts = line.split(':').skip(2);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    let found = numbers("postgres").or_else(|| numbers("nobody"));
    found.map(Some).context("neither user postgres nor user nobody exists")
}

fn as_user(user: Option<(u32, u32)>, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/");
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

fn done(command: &mut Command) -> anyhow::Result<()> {
    let made = command.output().with_context(|| format!("{command:?}"))?;
    if !made.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&made.stderr));
    }
    Ok(())
}
