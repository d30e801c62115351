//! LibreOffice, which turns DOC, WPS, XLS, RTF and ODT into what is read here.
//!
//! It is a large program fed with untrusted files: one file at a time, a folder and a profile of its own that are
//! deleted afterwards, no macros, no links followed, no environment, and a limit on its time.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError, mpsc::channel},
    thread,
    time::Duration,
};

use reading::{Converter, Old};

/// Where LibreOffice usually is.
const PLACES: &[&str] = &[
    "/usr/bin/soffice",
    "/usr/bin/libreoffice",
    "/usr/local/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/// How long a conversion may take; the first one on a cold machine takes ten seconds.
const TIME: Duration = Duration::from_secs(60);

/// Settings of the profile: macros off, nothing fetched that a file names.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

/// An installed LibreOffice.
#[derive(Debug)]
pub(super) struct Office {
    program: PathBuf,
    time: Duration,
    /// Held while a conversion runs: each takes half a gigabyte.
    turn: Mutex<()>,
}

/// Where LibreOffice is, if it is installed.
pub(crate) fn installed() -> Option<PathBuf> {
    PLACES.iter().map(PathBuf::from).find(|place| place.is_file())
}

impl Office {
    /// The one at this place.
    pub(super) const fn new(program: PathBuf) -> Self {
        Self { program, time: TIME, turn: Mutex::new(()) }
    }

    fn run(&self, folder: &Path, from: Old) -> Result<Vec<u8>, String> {
        let mut command = Command::new(&self.program);
        command
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"])
            .args(["--convert-to", from.becomes(), "--outdir"])
            .arg(folder)
            .arg(folder.join(format!("in.{}", from.ending())))
            .env_clear()
            .env("HOME", folder)
            .env("PATH", "/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn().map_err(|error| format!("没有启动：{}", crate::fault::reason(&error)))?;
        self.wait(child)?;
        fs::read(folder.join(format!("in.{}", from.becomes())))
            .map_err(|_| "它没有写出结果，文件可能已损坏".to_owned())
    }

    /// Waits for the end of the process and of those it started, which is the end of their output.
    fn wait(&self, mut child: Child) -> Result<(), String> {
        let (ended, end) = channel();
        let output = child.stdout.take();
        let listener = thread::spawn(move || {
            let read = output.map(|mut output| io::copy(&mut output, &mut io::sink()));
            // Nobody may be waiting any more.
            ended.send(read.is_some()).unwrap_or_default();
        });
        let in_time = end.recv_timeout(self.time).is_ok();
        if !in_time {
            stop(&mut child);
        }
        if let Err(error) = child.wait() {
            tracing::debug!(%error, "LibreOffice was not waited for");
        }
        drop(listener);
        if in_time { Ok(()) } else { Err(format!("超过 {} 秒没有完成", self.time.as_secs())) }
    }
}

/// Stops the process and those it started.
fn stop(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        if let Some(Err(error)) = group.map(|group| kill_process_group(group, Signal::KILL)) {
            tracing::debug!(%error, "LibreOffice had ended already");
        }
    }
    if let Err(error) = child.kill() {
        tracing::debug!(%error, "LibreOffice had ended already");
    }
}

impl Converter for Office {
    fn convert(&self, bytes: &[u8], from: Old) -> Result<Vec<u8>, String> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let unwritten = |error: io::Error| format!("临时目录写不了：{}", crate::fault::reason(&error));
        let folder = tempfile::Builder::new().prefix("gongkai-").tempdir().map_err(unwritten)?;
        let settings = folder.path().join("profile/user");
        fs::create_dir_all(&settings).map_err(unwritten)?;
        fs::write(settings.join("registrymodifications.xcu"), SETTINGS).map_err(unwritten)?;
        fs::write(folder.path().join(format!("in.{}", from.ending())), bytes).map_err(unwritten)?;
        self.run(folder.path(), from)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_conversion_that_hangs_is_stopped_with_all_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("soffice");
        fs::write(&program, "#!/bin/sh\nsleep 1000 & sleep 1000\n").unwrap();
        fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let office = Office { time: Duration::from_millis(100), ..Office::new(program) };
        assert!(office.convert(b"x", Old::Doc).unwrap_err().contains("没有完成"));
    }

    #[test]
    fn a_conversion_without_a_result_says_so() {
        let office = Office::new(PathBuf::from("/bin/true"));
        assert!(office.convert(b"x", Old::Doc).unwrap_err().contains("没有写出结果"));
        let absent = Office::new(PathBuf::from("/no/such/program"));
        assert!(absent.convert(b"x", Old::Doc).unwrap_err().contains("没有启动"));
    }
}
