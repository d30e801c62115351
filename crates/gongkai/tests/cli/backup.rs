//! A backup restores to the same place in content, and to no place that has something already.

use super::{Desk, leftovers, publications};

#[test]
fn what_was_backed_up_is_restored_with_counts() {
    let desk = Desk::new();
    desk.put("p.csv", publications(7));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");
    let counts = desk.counts();
    let said = desk.good("backup all.jsonl");
    assert!(said.contains("备份完成"), "{said}");
    assert!(leftovers(desk.folder.path()).is_empty());
    #[cfg(unix)]
    {
        let mode = std::fs::metadata(desk.path("all.jsonl")).unwrap().permissions();
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777,
            0o600,
            "passwords' hashes are in it"
        );
    }

    let said = desk.good("restore all.jsonl --data elsewhere");
    assert!(said.contains("主动公开信息\t7\n") && said.contains("机关\t3\n"), "{said}");
    assert!(said.contains("恢复完成并核对无误"), "{said}");
    std::fs::remove_dir_all(desk.path("gongkai-data")).unwrap();
    std::fs::rename(desk.path("elsewhere"), desk.path("gongkai-data")).unwrap();
    assert_eq!(desk.counts(), counts);
    let doctor = desk.good("doctor");
    assert!(doctor.contains("正常  台账：") && doctor.contains("正常  台账记录：7 条"), "{doctor}");
    let twice = desk.run("restore all.jsonl");
    assert_eq!((twice.code, twice.err.contains("已有数据")), (1, true), "{twice:?}");
    assert_eq!(desk.counts(), counts);
}

#[test]
fn a_damaged_backup_restores_nothing() {
    let desk = Desk::new();
    desk.put("p.csv", publications(2));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");
    desk.good("backup all.jsonl");
    let whole = std::fs::read(desk.path("all.jsonl")).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let damaged = [
        whole[..whole.len() / 2].to_vec(),
        whole[..whole.len() - 2].to_vec(),
        text.replace("第1号公告", "第9号公告").into_bytes(),
        text.replacen("甲000001", "甲000009", 1).into_bytes(),
        text.lines()
            .filter(|line| !line.contains("甲000002"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into_bytes(),
    ];
    for bytes in damaged {
        desk.put("damaged.jsonl", bytes);
        let said = desk.run("restore damaged.jsonl --data elsewhere");
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains("没有写入") && said.err.lines().count() == 1, "{said:?}");
        assert!(!desk.path("elsewhere").exists(), "{said:?}");
    }
    desk.put("newer.jsonl", text.replacen("\"schema\":", "\"schema\":9", 1));
    let said = desk.run("restore newer.jsonl --data elsewhere");
    assert_eq!((said.code, said.err.contains("新版本程序")), (1, true), "{said:?}");
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let desk = Desk::new();
    desk.put("mine.txt", "not to be lost");
    let said = desk.run("backup mine.txt");
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(std::fs::read_to_string(desk.path("mine.txt")).unwrap(), "not to be lost");
}
