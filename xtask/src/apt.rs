//! Debian's package manager, run without questions, and who and where we are.

use std::process::Command;

use anyhow::{Context, bail};

/// What `/etc/os-release` says of this machine; empty strings where it says nothing.
#[derive(Default)]
pub(crate) struct Distribution {
    pub(crate) id: String,
    pub(crate) version: String,
}

impl Distribution {
    /// Reads `/etc/os-release`; a machine without one is no distribution that we know.
    pub(crate) fn of_this_machine() -> Self {
        std::fs::read_to_string("/etc/os-release").map_or_else(|_| Self::default(), |text| Self::parse(&text))
    }

    fn parse(text: &str) -> Self {
        let value = |key: &str| {
            let found = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            found.unwrap_or_default().trim_matches('"').to_owned()
        };
        Self { id: value("ID"), version: value("VERSION_ID") }
    }

    /// Whether we install packages here: Debian and Ubuntu, as the README says.
    pub(crate) fn has_apt(&self) -> bool {
        self.id == "debian" || self.id == "ubuntu"
    }
}

/// Whether this process may install packages.
pub(crate) fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Brings the lists of packages up to date and installs `packages`, without recommended extras
/// and without a question. Starts no service; what a package's own scripts do is Debian's affair.
pub(crate) fn install(packages: &[&str]) -> anyhow::Result<()> {
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

fn apt_get(args: &[&str]) -> anyhow::Result<()> {
    let patience = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];
    let status = Command::new("apt-get")
        .args(patience)
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status()
        .context("apt-get could not be started")?;
    if !status.success() {
        bail!("apt-get {} failed: {status}", args.join(" "));
    }
    Ok(())
}

#[test]
fn a_distribution_is_read_with_and_without_quotes() {
    let debian = Distribution::parse("PRETTY_NAME=\"Debian GNU/Linux 12\"\nVERSION_ID=\"12\"\nID=debian\n");
    assert_eq!((debian.id.as_str(), debian.version.as_str(), debian.has_apt()), ("debian", "12", true));
    let fedora = Distribution::parse("ID=fedora\nVERSION_ID=43\nID_LIKE=debian\n");
    assert_eq!((fedora.id.as_str(), fedora.has_apt()), ("fedora", false));
}
