//! What goes wrong is said in one clear Chinese sentence, with the right status, and nothing is lost.

use super::{Desk, leftovers, publications};

fn is_one_chinese_sentence(err: &str) -> bool {
    let lines: Vec<&str> = err.lines().collect();
    let chinese = |line: &&str| line.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let usage = lines.last() == Some(&"加上 --help 查看用法。");
    lines.len() == 1 + usize::from(usage) && lines.iter().all(chinese) && !err.contains("panicked")
}

/// Line, exit status, a part of the sentence.
const FAILURES: &[(&str, i32, &str)] = &[
    ("import publication nofile.csv --organ 示例镇 --year 2020", 1, "没有这个文件"),
    ("import publication empty.csv --organ 示例镇 --year 2020", 1, "文件是空的"),
    ("import publication blank.csv --organ 示例镇 --year 2020", 1, "没有表头"),
    ("import publication head.csv --organ 示例镇 --year 2020", 1, "只有表头"),
    ("import publication broken.xlsx --organ 示例镇 --year 2020", 1, "ZIP 压缩包"),
    ("import publication cut.xlsx --organ 示例镇 --year 2020", 1, "损坏"),
    ("import publication noise.csv --organ 示例镇 --year 2020", 1, "noise.csv"),
    ("import publication huge.csv --organ 示例镇 --year 2020", 1, "超过上限"),
    ("import publication folder --organ 示例镇 --year 2020", 1, "它是目录"),
    ("import publication good.csv --organ 示 --year 2020", 1, "示例镇人民政府、示范乡人民政府"),
    ("import publication good.csv --organ 无名镇 --year 2020", 1, "没有“无名镇”这个机关"),
    ("import publication good.csv --organ 示例镇 --year 20", 2, "年度不能是 20"),
    ("import publications good.csv --organ 示例镇 --year 2020", 2, "最接近的是“publication”"),
    ("import publication good.csv --year 2020", 2, "缺少：--organ"),
    ("import publication --organ 示例镇 --year 2020", 2, "缺少：<文件>"),
    ("import --undo nothing --organ 示例镇", 1, "没有编号为 nothing 的导入"),
    ("import --template budget", 2, "没有“budget”这本登记簿"),
    ("export publication --organ 示例镇 -o nofolder/out.xlsx", 1, "没有这个文件或目录"),
    ("export publication --organ 示例镇 -o folder", 1, "它是目录"),
    ("calendar import nofile.csv", 1, "没有这个文件"),
    ("calendar import empty.csv", 1, "文件是空的"),
    ("calendar import noise.csv", 1, "noise.csv"),
    ("deadline --from 2026-12-20 --working-days 20 --region XX", 2, "--region"),
    ("deadline --from 2026-12-20 --working-days 20 --data nofolder", 1, "nofolder 里没有数据"),
    ("user add a --name 甲 --organ 示例镇 --post boss", 2, "没有“boss”这种岗位"),
    ("user reset nobody", 1, "标准输入里没有读到内容"),
    ("user disable nobody", 1, "没有登录名为“nobody”的账号"),
    ("organ add 示例镇人民政府", 1, "已经有“示例镇人民政府”这个机关"),
    ("organ add 示例县 --kind 乡", 2, "没有“乡”这个级别"),
    ("backup good.csv", 1, "没有覆盖"),
    ("backup nofolder/b.jsonl", 1, "没有这个文件或目录"),
    ("restore nofile --data other", 1, "没有这个文件"),
    ("restore good.csv --data other", 1, "不是本程序的备份"),
    ("restore noise.csv --data other", 1, "不是本程序的备份"),
    ("restore empty.csv --data other", 1, "不是本程序的备份"),
    ("migrate --data good.csv", 1, "good.csv"),
    ("migrate --data good.csv/below", 1, "路径中有一段是文件"),
    ("export publication --organ 示例镇 --data elsewhere", 1, "elsewhere 里没有数据"),
    ("doctor --data good.csv", 1, ""),
    ("check nofile.txt", 1, "没有这个文件"),
    ("check empty.csv", 1, "文件是空的"),
    ("check noise.csv", 1, "noise.csv"),
    ("check huge.csv", 1, "超过上限"),
    ("check folder", 1, "目录里没有可以检查的文件"),
];

fn desk_with_bad_files() -> Desk {
    let desk = Desk::new();
    desk.put("empty.csv", "");
    desk.put("blank.csv", "\n \n,,\n");
    desk.put("head.csv", "来源编号,标题,内容性质\n");
    desk.put("broken.xlsx", b"PK\x03\x04 and then nothing that an archive would have");
    desk.good("import --template publication -o whole.xlsx");
    let whole = std::fs::read(desk.path("whole.xlsx")).unwrap();
    desk.put("cut.xlsx", &whole[..whole.len() / 2]);
    let noise: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    desk.put("noise.csv", noise);
    desk.put("good.csv", publications(3));
    // 100 MB that take no room on the disk.
    std::fs::File::create(desk.path("huge.csv")).unwrap().set_len(100 * 1024 * 1024).unwrap();
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk
}

#[test]
fn every_failure_is_one_clear_sentence_and_loses_nothing() {
    let desk = desk_with_bad_files();
    let before = desk.counts();
    let surprises: Vec<String> = FAILURES
        .iter()
        .filter_map(|(line, code, part)| {
            let said = desk.run(line);
            let is_told_on_stdout = line.starts_with("doctor");
            let is_clear = is_told_on_stdout || is_one_chinese_sentence(&said.err);
            let is_expected = said.code == *code && said.err.contains(part) && is_clear;
            (!is_expected).then(|| format!("{line}: {said:?}"))
        })
        .collect();
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    assert_eq!(desk.counts(), before);
    assert!(leftovers(desk.folder.path()).is_empty(), "{:?}", leftovers(desk.folder.path()));
    assert!(!desk.path("other").exists(), "a restore that failed leaves no database behind");
}

#[test]
fn without_a_database_commands_that_read_say_so_and_make_none() {
    let desk = Desk::empty();
    desk.put("good.csv", publications(1));
    for line in ["user list", "organ list", "import publication good.csv --organ 镇 --year 2020"] {
        let said = desk.run(line);
        assert_eq!(said.code, 1, "{line}: {said:?}");
        assert!(said.err.contains("gongkai migrate"), "{line}: {said:?}");
    }
    assert!(!desk.path("gongkai-data").exists());
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let desk = Desk::new();
    let database = store::Location::Sqlite(desk.path("gongkai-data/gongkai.db"));
    tokio::runtime::Runtime::new().unwrap().block_on(store::testing::pretend_newer(&database));
    for line in ["organ list", "migrate", "backup b.jsonl"] {
        let said = desk.run(line);
        assert_eq!(said.code, 1, "{line}: {said:?}");
        assert!(said.err.contains("新版本程序") && is_one_chinese_sentence(&said.err), "{line}: {said:?}");
    }
    let said = desk.run("doctor");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("不行  数据库：数据库是新版本程序建的"), "{said:?}");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("gongkai-data")).unwrap();
    let words = "these are somebody's notes, not a database ".repeat(100);
    desk.put("gongkai-data/gongkai.db", &words);
    for line in ["migrate", "organ list", "restore gongkai-data/gongkai.db"] {
        let said = desk.run(line);
        assert_eq!(said.code, 1, "{line}: {said:?}");
        assert!(is_one_chinese_sentence(&said.err), "{line}: {said:?}");
    }
    assert_eq!(std::fs::read_to_string(desk.path("gongkai-data/gongkai.db")).unwrap(), words);
}

#[test]
fn data_in_two_places_is_a_usage_error() {
    let desk = Desk::empty();
    let mut command = desk.command("organ list --data here");
    let said =
        super::Said::of(&command.env("GONGKAI_DATABASE_URL", "postgres://localhost/x").output().unwrap());
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("--data 和 GONGKAI_DATABASE_URL 只能用一个"), "{said:?}");
}

#[test]
fn bad_configuration_is_named() {
    let desk = Desk::empty();
    for (name, value, part) in [
        ("GONGKAI_DATABSE_URL", "x", "“database_url”"),
        ("GONGKAI_LOG", "a=b=c", "配置项 log"),
        ("GONGKAI_BASE_PATH", "x", "base_path"),
        ("GONGKAI_SECURE_COOKIES", "perhaps", "secure_cookies"),
        ("GONGKAI_DATABASE_URL_FILE", "/no/such/file", "GONGKAI_DATABASE_URL_FILE"),
    ] {
        let said = super::Said::of(
            &desk.command("deadline --from 2020-04-24 --working-days 1").env(name, value).output().unwrap(),
        );
        assert_eq!(said.code, 1, "{name}: {said:?}");
        assert!(said.err.contains(part) && is_one_chinese_sentence(&said.err), "{name}: {said:?}");
    }
    for (file, part) in
        [("lisen = \"x\"\n", "“listen”"), ("\nlisten", "第 2 行"), ("listen = [1]", "“listen”")]
    {
        desk.put("gongkai.toml", file);
        let said = desk.run("deadline --from 2020-04-24 --working-days 1");
        assert_eq!(said.code, 1, "{file}: {said:?}");
        assert!(said.err.contains(part) && is_one_chinese_sentence(&said.err), "{file}: {said:?}");
    }
    desk.put("gongkai.toml", [0xFF, 0xFE, 0x00]);
    assert!(desk.run("organ list").err.contains("不是 UTF-8"));
}

#[test]
fn a_server_that_is_not_there_is_named_without_its_password() {
    let desk = Desk::empty();
    let url = "postgres://desk:geheim@127.0.0.1:1/gongkai";
    let said =
        super::Said::of(&desk.command("organ list").env("GONGKAI_DATABASE_URL", url).output().unwrap());
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("数据库打不开") && !said.err.contains("geheim"), "{said:?}");
}
