//! Which folders a demonstration may use, and that half a county is never seen.

use std::fs;

use law::calendar::WorkCalendar;
use store::Store;

use super::build_tests::tools;
use super::folder::prepare;

#[tokio::test]
async fn an_empty_folder_is_filled_once_and_found_again() {
    let calendar = WorkCalendar::built_in();
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("new/folder");
    let first = prepare(&folder, &tools(&calendar)).await.unwrap();
    assert!(first.is_new);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");

    let again = prepare(&folder, &tools(&calendar)).await.unwrap();
    assert!(!again.is_new);
    assert_eq!(again.location, first.location);
    let store = Store::open_as_is(&again.location).await.unwrap();
    assert_eq!(store.read().await.unwrap().organs().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_folder_with_something_else_is_refused_and_left_alone() {
    let calendar = WorkCalendar::built_in();
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("gongkai.db"), "somebody's data").unwrap();
    let refused = prepare(root.path(), &tools(&calendar)).await.unwrap_err().to_string();
    assert!(refused.contains("里有别的文件") && refused.contains("--data"), "{refused}");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(root.path().join("gongkai.db")).unwrap(), "somebody's data");
}

#[tokio::test]
async fn an_interrupted_building_is_begun_anew() {
    let calendar = WorkCalendar::built_in();
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("DEMO.txt"), "").unwrap();
    fs::create_dir(root.path().join("building-interrupted")).unwrap();
    fs::write(root.path().join("building-interrupted/gongkai.db"), "half a county").unwrap();
    assert!(prepare(root.path(), &tools(&calendar)).await.unwrap().is_new);
    assert!(!prepare(root.path(), &tools(&calendar)).await.unwrap().is_new);
    assert!(!root.path().join("building-interrupted").exists());
}

#[tokio::test]
async fn a_path_that_is_a_file_is_refused_in_a_sentence() {
    let calendar = WorkCalendar::built_in();
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("file");
    fs::write(&file, "").unwrap();
    let refused = prepare(&file, &tools(&calendar)).await.unwrap_err().to_string();
    assert!(refused.starts_with("演示数据放不进"), "{refused}");
}
