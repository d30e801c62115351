//! The same commands on PostgreSQL, and a backup that moves from there into a file.

use store::{Engine, Location, testing};

use super::{Desk, publications};

#[test]
fn the_same_commands_serve_postgresql_and_a_backup_moves_to_sqlite() {
    if !testing::engines().contains(&Engine::Postgres) {
        return;
    }
    let (location, _folder) =
        tokio::runtime::Runtime::new().unwrap().block_on(testing::empty_location(Engine::Postgres));
    let Location::Postgres(url) = location else { panic!("not PostgreSQL") };
    let desk = Desk::on_postgres(url);
    desk.put("p.csv", publications(40));
    let said = desk.good("import publication p.csv --organ 示例镇 --year 2020");
    assert!(said.contains("新增 40 条"), "{said}");
    desk.good("export publication --organ 示例镇 -o out.xlsx");
    let same = desk.good("import publication out.xlsx --organ 示例镇 --year 2020");
    assert!(same.contains("跳过 40 条"), "{same}");
    let doctor = desk.good("doctor");
    assert!(doctor.contains("正常  台账：2 个机关"), "{doctor}");
    let counts = desk.counts();
    desk.good("backup all.jsonl");

    let moved = Desk::empty();
    std::fs::copy(desk.path("all.jsonl"), moved.path("all.jsonl")).unwrap();
    let restored = moved.good("restore all.jsonl");
    assert!(restored.contains("主动公开信息\t40\n"), "{restored}");
    assert_eq!(moved.counts(), counts);
    let same = {
        std::fs::copy(desk.path("out.xlsx"), moved.path("out.xlsx")).unwrap();
        moved.good("import publication out.xlsx --organ 示例镇 --year 2020")
    };
    assert!(same.contains("跳过 40 条"), "{same}");
}
