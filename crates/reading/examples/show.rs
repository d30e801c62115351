fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    match reading::document(&bytes, &reading::Aids::default()) {
        Ok(d) => {
            for l in &d.lines {
                println!("{:?} {}", l.page, l.text);
            }
            for t in &d.tables {
                println!("--");
                for r in &t.rows {
                    println!(
                        "{}",
                        r.iter()
                            .map(|c| format!("{}[{}x{}]", c.text, c.row_span, c.col_span))
                            .collect::<Vec<_>>()
                            .join("|")
                    );
                }
            }
            println!("pictures {:?}", d.pictures);
        }
        Err(e) => println!("{e}"),
    }
}
