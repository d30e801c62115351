//! What the office above sees of a report that was handed in.

use law::register::Register;

use super::desks::{BELOW, Desks, lands};

#[tokio::test]
async fn the_county_reads_figures_and_words_and_no_records() {
    let mut desks = Desks::ready().await;
    let texts = [("subject", "某人的申请"), ("applicant_kind", "nat"), ("received_on", "2020-03-04")];
    desks.world.add(Register::AccessRequest, &texts).await;
    desks.submit().await;
    let page = desks.county.get(BELOW).await;
    for link in page.links().into_iter().filter(|link| link.starts_with(BELOW)) {
        lands(&mut desks.county, &link).await;
    }
    let whole = desks.county.get(&format!("{BELOW}/whole")).await;
    whole.says(&[
        "<p class=\"draft-mark\">草稿</p>",
        "新收政府信息公开申请1件",
        &format!("{BELOW}/cells/t3.new.nat"),
    ]);
    let cell = desks.county.get(&format!("{BELOW}/cells/t3.new.nat")).await;
    cell.says(&["<strong>1</strong>", "逐条记录由报告单位保管"]);
    cell.hides(&["某人的申请", "/desk/registers/access_request/", "手工填报这一格"]);
}
