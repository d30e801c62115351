//! The program under measurement: run to its end, or as a server.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, bail};

use crate::http;
use crate::place::Place;
use crate::time::wait_a_moment;

/// The processor that servers run on, and that which loads them.
pub(crate) const SERVER_CORE: &str = "0";
pub(crate) const LOAD_CORE: &str = "1";

/// Looks at a server that starts, two milliseconds apart.
const LOOKS: usize = 15_000;

/// `gongkai`, built for release.
pub(crate) struct Program {
    path: PathBuf,
}

/// What a run to the end cost.
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    /// The most memory that it held at one time with its workers, in bytes.
    pub(crate) memory: f64,
}

impl Program {
    /// The one that was built beside this binary.
    pub(crate) fn beside_this() -> anyhow::Result<Self> {
        let here = std::env::current_exe()?;
        let path = here.parent().context("no folder")?.join("gongkai");
        if !path.is_file() {
            bail!("{} is missing: run `cargo xtask bench`, which builds it", path.display());
        }
        Ok(Self { path })
    }

    /// A command of it that works at this place, without the settings of whoever runs this.
    pub(crate) fn command(&self, words: &[&str], place: Option<&Place>) -> Command {
        let mut command = Command::new(&self.path);
        command.args(words).current_dir(std::env::temp_dir());
        clean(&mut command);
        if let Some(place) = place {
            place.tell(&mut command);
        }
        command
    }

    /// Runs a command that must succeed.
    pub(crate) fn run(&self, command: &mut Command) -> anyhow::Result<()> {
        let made = command.stdout(Stdio::null()).output()?;
        if !made.status.success() {
            bail!("{command:?}: {}", String::from_utf8_lossy(&made.stderr));
        }
        Ok(())
    }

    /// Runs a command to its end, whatever it finds, and looks at its memory on the way.
    pub(crate) fn watch(&self, command: &mut Command) -> anyhow::Result<Cost> {
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let mut memory = 0.0_f64;
        loop {
            memory = memory.max(held(child.id(), 0));
            if let Some(status) = child.try_wait()? {
                // 1 says that something was found.
                if !matches!(status.code(), Some(0 | 1)) {
                    bail!("{command:?}: {status}");
                }
                return Ok(Cost { seconds: begun.elapsed().as_secs_f64(), memory });
            }
            wait_a_moment();
        }
    }

    /// Starts the server as it ships, on one processor, and waits until it is ready.
    pub(crate) fn serve(&self, place: &Place) -> anyhow::Result<Server> {
        self.start(place, &[])
    }

    /// The same, but no finished page is kept: each is made for the one who asks.
    pub(crate) fn serve_forgetful(&self, place: &Place) -> anyhow::Result<Server> {
        self.start(place, &[("GONGKAI_PAGE_MEMORY", "0")])
    }

    fn start(&self, place: &Place, settings: &[(&str, &str)]) -> anyhow::Result<Server> {
        let port = free_port()?;
        let mut command = Command::new("taskset");
        command.args(["-c", SERVER_CORE]).arg(&self.path);
        command.args(["serve", "--listen", &format!("127.0.0.1:{port}")]);
        clean(&mut command);
        command.current_dir(std::env::temp_dir()).env("GONGKAI_LOG", "error");
        place.tell(&mut command);
        command.envs(settings.iter().copied());
        let begun = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let mut server = Server { child, port, ready_after: 0.0 };
        for _ in 0..LOOKS {
            if http::ask(port, "/readyz").is_ok_and(|answer| answer.status == 200) {
                server.ready_after = begun.elapsed().as_secs_f64();
                return Ok(server);
            }
            wait_a_moment();
        }
        bail!("the server was not ready in time")
    }
}

fn clean(command: &mut Command) {
    let own = std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GONGKAI_"));
    for (name, _) in own {
        command.env_remove(name);
    }
}

/// A running server, stopped when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    /// From its start to the first answer of `/readyz`, in seconds.
    pub(crate) ready_after: f64,
}

impl Server {
    pub(crate) const fn of(child: Child, port: u16) -> Self {
        Self { child, port, ready_after: 0.0 }
    }

    /// An address on it.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The memory that it holds now, in bytes.
    pub(crate) fn memory(&self) -> f64 {
        held(self.child.id(), 0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nginx must be asked, or its worker stays; a server that is gone already harms nobody.
        drop(Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status());
        drop(self.child.wait());
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The memory of a process and of those that it started (no deeper than three), in bytes.
fn held(process: u32, depth: u8) -> f64 {
    let folder = PathBuf::from(format!("/proc/{process}"));
    let mut sum = resident(&folder).unwrap_or_default();
    let threads = std::fs::read_dir(folder.join("task")).into_iter().flatten().flatten();
    for thread in threads.filter(|_| depth < 3) {
        let children = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        sum += children
            .split_whitespace()
            .filter_map(|id| id.parse().ok())
            .map(|id| held(id, depth + 1))
            .sum::<f64>();
    }
    sum
}

/// `VmRSS` of a process.
fn resident(folder: &Path) -> Option<f64> {
    let status = std::fs::read_to_string(folder.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u32 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(f64::from(kilobytes) * 1024.0)
}
