//! `gongkai demo` as somebody meets it who has just installed the program.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

use crate::cli::Desk;

#[test]
fn the_county_is_made_found_again_and_its_reports_have_their_figures() {
    let desk = Desk::empty();
    let made = desk.good("demo --data county --no-serve");
    assert!(made.contains("演示县已经建好") && made.contains("jingban"), "{made}");
    let found = desk.good("demo --data county --no-serve");
    assert!(found.contains("以前建好的"), "{found}");

    let report = |year: i16| -> serde_json::Value {
        let line = format!("report --data county --organ 示例镇 --year {year} --format json");
        serde_json::from_str(&desk.good(&line)).unwrap()
    };
    let of_2020 = report(2020);
    assert_eq!(of_2020["form"], "F2019");
    let one = of_2020["prose"]["one"].as_str().unwrap();
    assert!(one.contains("125条") && one.contains("280件") && !one.contains("132"), "{one}");
    let (last, this) = (report(2024), report(2025));
    for kind in ["nat", "com", "res", "soc", "leg", "oth", "total"] {
        let carried = (
            &last["cells"][format!("t3.carried_out.{kind}")],
            &this["cells"][format!("t3.carried_in.{kind}")],
        );
        assert_eq!(carried.0, carried.1, "{kind}");
    }
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let desk = Desk::new();
    let refused = desk.run("demo --data gongkai-data --no-serve");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("里有别的文件"), "{refused:?}");
}

#[test]
fn a_port_in_use_is_told_before_anything_is_built() {
    let desk = Desk::empty();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let refused = desk.run(&format!("demo --data county --port {port}"));
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("已被别的程序占用") && refused.err.contains("--port"), "{refused:?}");
    assert!(!desk.path("county").exists());
}

#[test]
fn it_is_served_on_this_machine_at_the_address_that_is_printed() {
    let desk = Desk::empty();
    let mut child = desk
        .command("demo --data county --port 0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.find_map(|line| line.ok().filter(|line| line.contains("http://"))).unwrap();
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    assert!(address.starts_with("127.0.0.1:"), "{line}");

    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("示例镇"), "{page}");
}
