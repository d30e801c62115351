//! The worker that reads foreign files: what it is asked and answers, and what it may not do.

use std::{
    io::{Read as _, Write as _},
    process::{Child, Command, Stdio},
};

struct Worker {
    child: Child,
}

impl Worker {
    fn start() -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .arg("read-worker")
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self { child }
    }

    /// Sends a file to be read as a report and receives the answer.
    fn read(&mut self, bytes: &[u8]) -> serde_json::Value {
        self.send(b"document");
        self.send(bytes);
        self.receive()
    }

    fn send(&mut self, message: &[u8]) {
        let files = self.child.stdin.as_mut().unwrap();
        files.write_all(&u32::try_from(message.len()).unwrap().to_le_bytes()).unwrap();
        files.write_all(message).unwrap();
        files.flush().unwrap();
    }

    fn receive(&mut self) -> serde_json::Value {
        let answers = self.child.stdout.as_mut().unwrap();
        let mut length = [0; 4];
        answers.read_exact(&mut length).unwrap();
        let mut answer = vec![0; u32::from_le_bytes(length) as usize];
        answers.read_exact(&mut answer).unwrap();
        serde_json::from_slice(&answer).unwrap()
    }
}

#[test]
fn a_worker_reads_the_rows_of_a_workbook_some_at_a_time() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("甲").unwrap();
    for row in 0..300_u32 {
        sheet.write_number(row, 1, row).unwrap();
    }
    let mut worker = Worker::start();
    for _ in 0..2 {
        worker.send(b"rows");
        worker.send(&book.save_to_buffer().unwrap());
        let (some, rest) = (worker.receive(), worker.receive());
        assert_eq!(some["Rows"]["sheet"], "甲");
        assert_eq!(some["Rows"]["rows"][255], serde_json::json!([256, ["", "255"]]));
        assert_eq!(rest["Rows"]["rows"].as_array().unwrap().len(), 44);
        assert_eq!(worker.receive(), "EndOfRows");
    }
    worker.send(b"rows");
    worker.send(b"PK\x03\x04");
    assert!(worker.receive()["Unreadable"].is_string());
    drop(worker.child.stdin.take());
    assert!(worker.child.wait().unwrap().success());
}

#[test]
fn a_worker_reads_file_after_file_and_a_hostile_one_is_a_sentence() {
    let mut worker = Worker::start();
    let page = b"<html><body><p>ABC</p><table><tr><td>1<td>2<tr><td>3<td>4</table></body></html>";
    let hostile = "<div>".repeat(100_000);
    for _ in 0..3 {
        let read = worker.read(page);
        assert_eq!(read["Read"]["lines"][0]["text"], "ABC");
        assert_eq!(read["Read"]["tables"][0]["rows"][1][0]["text"], "3");
        let refused = worker.read(hostile.as_bytes());
        assert!(refused["Unreadable"].as_str().unwrap().contains("嵌套过深"), "{refused}");
    }
    drop(worker.child.stdin.take());
    assert!(worker.child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_limits_its_memory_and_writes_no_files() {
    let mut worker = Worker::start();
    worker.read(b"ABC");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", worker.child.id())).unwrap();
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(limit("Max data size"), (512 * 1024 * 1024).to_string());
    assert_eq!((limit("Max file size"), limit("Max core file size")), ("0".to_owned(), "0".to_owned()));
    worker.child.kill().unwrap();
    worker.child.wait().unwrap();
}
