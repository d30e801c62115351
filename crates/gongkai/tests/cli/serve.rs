//! The server starts, answers, is backed up while it serves, and stops when asked.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
};

use super::{Desk, publications};

/// A running server, ended with the test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(desk: &Desk) -> Self {
        let mut command = desk.command("serve --listen 127.0.0.1:0");
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
        Self { child, address }
    }

    /// The status line and the rest of the answer.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// SIGTERM; the exit status.
    fn stop(mut self) -> Option<i32> {
        let killed = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

#[test]
fn it_answers_is_backed_up_meanwhile_and_stops_at_sigterm() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/nothing-here/").starts_with("HTTP/1.1 404"));

    desk.put("p.csv", publications(20));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");
    desk.good("backup while-serving.jsonl");
    assert!(desk.good("restore while-serving.jsonl --data elsewhere").contains("主动公开信息\t20\n"));
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn where_it_cannot_listen_it_says_why() {
    let desk = Desk::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    for (address, code, part) in [
        (format!("127.0.0.1:{port}"), 1, format!("端口 {port} 已被别的程序占用")),
        ("203.0.113.7:8080".to_owned(), 1, "不是本机的地址".to_owned()),
        // What is no address at all was written wrong.
        ("8080".to_owned(), 2, "地址:端口".to_owned()),
        ("127.0.0.1:99999".to_owned(), 2, "地址:端口".to_owned()),
    ] {
        let said = desk.run(&format!("serve --listen {address}"));
        assert_eq!(said.code, code, "{address}: {said:?}");
        assert!(said.err.contains(&part) && said.err.lines().count() == 1, "{address}: {said:?}");
        assert!(said.out.is_empty(), "{said:?}");
    }
}

#[test]
fn without_a_database_it_does_not_start() {
    let said = Desk::empty().run("serve --listen 127.0.0.1:0");
    assert_eq!((said.code, said.err.contains("gongkai migrate")), (1, true), "{said:?}");
}
