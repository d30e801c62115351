//! Load on a server, and nginx to be compared with.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::http;
use crate::program::{LOAD_CORE, SERVER_CORE, Server, free_port};
use crate::time::wait_a_moment;

/// Answers that a server gives a second to so many connections at once.
pub(crate) fn requests(url: &str, connections: u32, seconds: u32) -> anyhow::Result<f64> {
    let mut wrk = Command::new("taskset");
    wrk.args(["-c", LOAD_CORE, "wrk", "-t1"]);
    wrk.arg(format!("-c{connections}")).arg(format!("-d{seconds}s")).arg(url);
    let made = wrk.output().context("taskset and wrk; two processors are needed")?;
    let told = String::from_utf8_lossy(&made.stdout).into_owned();
    if !made.status.success() || told.contains("Non-2xx") || told.contains("Socket errors") {
        bail!("{url}: {told}{}", String::from_utf8_lossy(&made.stderr));
    }
    let line = told.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"));
    line.and_then(|figure| figure.trim().parse().ok()).with_context(|| format!("wrk said: {told}"))
}

/// nginx with one worker on the servers' processor, giving out the files of a folder.
pub(crate) fn nginx(folder: &Path, files: &Path) -> anyhow::Result<Server> {
    let (port, here) = (free_port()?, folder.display());
    let config = format!(
        "daemon off; worker_processes 1; pid {here}/nginx.pid; error_log stderr crit; user root;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000000;
  open_file_cache max=100; default_type 'text/html; charset=utf-8';
  client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
  uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
  server {{ listen 127.0.0.1:{port}; root '{}'; }}
}}\n",
        files.display()
    );
    let path = folder.join("nginx.conf");
    std::fs::write(&path, config)?;
    let mut nginx = Command::new("taskset");
    nginx.args(["-c", SERVER_CORE, "nginx", "-e", "stderr", "-p"]).arg(folder).arg("-c").arg(&path);
    let child = nginx.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let server = Server::of(child.context("taskset and nginx")?, port);
    for _ in 0..5_000 {
        if http::ask(port, "/").is_ok() {
            return Ok(server);
        }
        wait_a_moment();
    }
    bail!("nginx did not start")
}
