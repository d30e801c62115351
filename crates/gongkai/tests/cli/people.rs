//! Organs and accounts from the command line.

use super::Desk;

const PASSWORD: &str = "Correct-horse-1\n";

#[test]
fn an_operator_sets_up_organs_and_accounts() {
    let desk = Desk::new();
    desk.good("organ add 示例县人民政府 --kind county");
    desk.good("organ add 示例县司法局 --kind 部门 --parent 示例县人民政府 --region NX");
    let organs: serde_json::Value = serde_json::from_str(&desk.good("organ list --json")).unwrap();
    let bureau = organs.as_array().unwrap().iter().find(|organ| organ["name"] == "示例县司法局").unwrap();
    assert_eq!((bureau["kind"].as_str(), bureau["region"].as_str()), (Some("department"), Some("NX")));
    assert!(bureau["parent_id"].is_string());

    let added = desk.run_with_input("user add wang --name 王五 --organ 示例镇 --post 经办岗", PASSWORD);
    assert_eq!(added.code, 0, "{added:?}");
    let again = desk.run_with_input("user add wang --name 王六 --organ 示例镇 --post clerk", PASSWORD);
    assert_eq!((again.code, again.err.contains("已经有人用了")), (1, true), "{again:?}");
    let weak = desk.run_with_input("user add li --name 李四 --organ 示例镇 --post clerk", "short\n");
    assert_eq!((weak.code, weak.err.contains("密码至少")), (1, true), "{weak:?}");
    let submitter = "user add cun --name 赵六 --organ 示例镇 --post 报送岗";
    let alone = desk.run_with_input(submitter, PASSWORD);
    assert_eq!((alone.code, alone.err.contains("--unit")), (1, true), "{alone:?}");
    let strange = desk.run_with_input(&format!("{submitter} --unit 河西村"), PASSWORD);
    assert_eq!((strange.code, strange.err.contains("还没有单位")), (1, true), "{strange:?}");
    let reset = desk.run_with_input("user reset wang", "Another-horse-2\n");
    assert_eq!(reset.code, 0, "{reset:?}");
    desk.good("user disable wang");

    let people: serde_json::Value = serde_json::from_str(&desk.good("user list --json")).unwrap();
    assert_eq!(people.as_array().unwrap().len(), 1, "{people}");
    assert_eq!(people[0]["login"], "wang");
    assert_eq!(people[0]["disabled"], true);
    assert_eq!(people[0]["posts"][0]["organ"], "示例镇人民政府");
    assert_eq!(people[0]["posts"][0]["post"], "clerk");
}

#[test]
fn an_organ_is_found_by_its_full_name_its_short_name_or_a_part() {
    let desk = Desk::new();
    desk.good("organ add 示例镇中心小学 --kind department");
    for (words, found) in [
        ("示例镇人民政府", "示例镇人民政府"),
        ("示例镇", "示例镇人民政府"),
        ("小学", "示例镇中心小学"),
        ("示范", "示范乡人民政府"),
    ] {
        let said = desk.run(&format!("export publication --organ {words} -o out.xlsx"));
        assert_eq!(said.code, 0, "{words}: {said:?}");
        assert!(said.err.starts_with(found), "{words}: {said:?}");
    }
}
