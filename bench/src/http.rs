//! Just enough of HTTP to fetch a page from a server on this machine.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, bail};

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Asks for a path on a port of this machine.
pub(crate) fn ask(port: u16, path: &str) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("no end of the head")?;
    let body = bytes.split_off(end + 4);
    let head = String::from_utf8_lossy(&bytes);
    let status = head.split_whitespace().nth(1).and_then(|word| word.parse().ok()).context("no status")?;
    if head.to_ascii_lowercase().contains("transfer-encoding") {
        bail!("{path} was sent in pieces");
    }
    Ok(Answer { status, body })
}

/// The body of a page that must be there.
pub(crate) fn page(port: u16, path: &str) -> anyhow::Result<Vec<u8>> {
    let answer = ask(port, path)?;
    match answer.status {
        200 => Ok(answer.body),
        other => bail!("{path} answered {other}"),
    }
}
