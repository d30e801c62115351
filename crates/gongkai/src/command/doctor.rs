//! `gongkai doctor`: whether all that the desk stands on is in order.

use std::{net::TcpListener, path::Path};

use casework::{
    calendar::calendar_in_force,
    ports::{Paper, Typesetter as _},
};
use law::{
    calendar::{Region, WorkCalendar},
    register::Register,
};
use serde::Serialize;
use store::{Condition, Filter, Location, OrganId, Store, Struck};

use crate::{
    cli::{Outcome, args::Doctor},
    clock,
    config::Config,
    fault::{self, told},
    output::{self, Unfinished},
    place,
    printer::Printer,
    reader,
};

/// What became of a check.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Good,
    /// Works, but somebody should look.
    Warning,
    Bad,
}

/// One check.
#[derive(Debug, Serialize)]
struct Check {
    check: &'static str,
    verdict: Verdict,
    message: String,
}

impl Check {
    fn of(check: &'static str, verdict: Verdict, message: impl Into<String>) -> Self {
        Self { check, verdict, message: message.into() }
    }
}

/// Runs every check that can be run; status 1 if one is bad.
pub(super) async fn run(order: &Doctor, config: &Config) -> anyhow::Result<Outcome> {
    let location = place::location(&order.place, config)?;
    let mut checks = vec![folder(&location), listen(&config.listen), fonts(&Printer::new(config)), office()];
    match database(&location).await {
        Ok(store) => {
            checks.push(Check::of("数据库", Verdict::Good, format!("{location}，结构是最新的")));
            checks.extend(within(&store).await);
        }
        Err(error) => checks.push(Check::of("数据库", Verdict::Bad, error.to_string())),
    }
    if order.json {
        output::print_json(&checks)?;
    } else {
        for Check { check, verdict, message } in &checks {
            let word = match verdict {
                Verdict::Good => "正常",
                Verdict::Warning => "注意",
                Verdict::Bad => "不行",
            };
            output::print(&format!("{word}  {check}：{message}"))?;
        }
    }
    let bad = checks.iter().any(|check| check.verdict == Verdict::Bad);
    Ok(if bad { Outcome::Failed } else { Outcome::Good })
}

async fn database(location: &Location) -> anyhow::Result<Store> {
    place::open_existing(location).await
}

/// Whether files can be made in the data folder.
fn folder(location: &Location) -> Check {
    const NAME: &str = "数据目录";
    let Some(folder) = place::folder_of(location) else {
        return Check::of(NAME, Verdict::Good, "数据在 PostgreSQL，不用本地目录");
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
    let tried = Unfinished::beside(&folder.join("doctor")).map(|probe| probe.create());
    match tried {
        Ok(Ok(_)) => Check::of(NAME, Verdict::Good, format!("{} 可写", folder.display())),
        Ok(Err(error)) => {
            Check::of(NAME, Verdict::Bad, format!("{} 不可写：{}", folder.display(), fault::reason(&error)))
        }
        Err(error) => Check::of(NAME, Verdict::Bad, error.to_string()),
    }
}

/// Whether the desk could listen where it is told to.
fn listen(address: &str) -> Check {
    const NAME: &str = "监听地址";
    match TcpListener::bind(address) {
        Ok(_) => Check::of(NAME, Verdict::Good, format!("{address} 可用")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Check::of(NAME, Verdict::Warning, format!("{address} 已被占用；如果是本服务正在运行，属正常"))
        }
        Err(error) => Check::of(NAME, Verdict::Bad, format!("{address} 不能用：{}", fault::reason(&error))),
    }
}

/// Whether PDFs can be made.
fn fonts(printer: &Printer) -> Check {
    const NAME: &str = "中文字体";
    match printer.ready(Paper::Pdf) {
        Ok(()) => Check::of(NAME, Verdict::Good, "可以生成 PDF"),
        Err(sentence) => Check::of(NAME, Verdict::Warning, sentence),
    }
}

/// Whether old formats can be read.
fn office() -> Check {
    const NAME: &str = "LibreOffice";
    match reader::installed() {
        Some(place) => Check::of(
            NAME,
            Verdict::Good,
            format!("可以读 DOC、WPS、XLS、ET、RTF、ODT（{}）", place.display()),
        ),
        None => Check::of(
            NAME,
            Verdict::Warning,
            "没有找到，不能检查 DOC、WPS、XLS、ET、RTF、ODT 文件。Debian、Ubuntu 上：apt install libreoffice-writer-nogui libreoffice-calc-nogui",
        ),
    }
}

/// The checks inside an open database. What cannot be read is bad news by itself.
async fn within(store: &Store) -> Vec<Check> {
    let mut checks = vec![or_bad("台账", ledger(store).await), or_bad("台账记录", records(store).await)];
    match calendar_in_force(store).await {
        Ok(calendar) => {
            checks.push(arrangements(&calendar));
            checks.push(or_bad("期限", deadlines(store, &calendar).await));
            checks.push(or_bad("地区安排", regions(store, &calendar).await));
        }
        Err(error) => checks.push(Check::of("放假安排", Verdict::Bad, told(error).to_string())),
    }
    checks
}

fn or_bad(name: &'static str, check: store::Result<Check>) -> Check {
    check.unwrap_or_else(|error| Check::of(name, Verdict::Bad, told(error).to_string()))
}

/// Computes every chain again.
async fn ledger(store: &Store) -> store::Result<Check> {
    let mut read = store.read().await?;
    let organs = read.organs().await?;
    let mut events = read.verify_chain(&OrganId::system()).await?;
    for organ in &organs {
        events += read.verify_chain(&organ.id).await?;
    }
    let message = format!("{} 个机关、{events} 个事件，核对无误", organs.len());
    Ok(Check::of("台账", Verdict::Good, message))
}

/// Above so many events the reader is told how far it is: ten seconds and more.
const EVENTS_TOLD: i64 = 100_000;

/// Holds every record against the events that made it.
async fn records(store: &Store) -> store::Result<Check> {
    const NAME: &str = "台账记录";
    let mut read = store.read().await?;
    let organs = read.organs().await?;
    let mut count = 0;
    for (at, organ) in organs.iter().enumerate() {
        if read.latest_events(&organ.id, 1).await?.first().is_some_and(|event| event.seq > EVENTS_TOLD) {
            output::tell(&format!("正在核对台账记录：{}（{}/{}）", organ.name, at + 1, organs.len()));
        }
        for register in Register::ALL {
            let held = read.hold_against_ledger(&organ.id, *register).await?;
            if let Some(first) = held.differing.first() {
                let message = format!(
                    "{}的“{}”有 {} 条与事件不符，例如编号“{}”：数据库被直接改过，请停用服务，用备份核对",
                    organ.name,
                    register.label(),
                    held.differing.len(),
                    first.source_no
                );
                return Ok(Check::of(NAME, Verdict::Bad, message));
            }
            count += held.records;
        }
    }
    Ok(Check::of(NAME, Verdict::Good, format!("{count} 条，与事件逐条相符")))
}

/// This year must be arranged; the next should be, from the end of autumn on.
fn arrangements(calendar: &WorkCalendar) -> Check {
    const NAME: &str = "放假安排";
    let year = clock::today().year();
    let is_known =
        |year: i16| calendar.notices().any(|notice| notice.region.is_national() && notice.year == year);
    let how = "请在国务院办公厅发布后运行 gongkai calendar import";
    match (is_known(year), is_known(year + 1)) {
        (false, _) => Check::of(NAME, Verdict::Bad, format!("缺 {year} 年，期限无法计算；{how}")),
        (true, false) => {
            Check::of(NAME, Verdict::Warning, format!("缺 {} 年，跨年的期限无法计算；{how}", year + 1))
        }
        (true, true) => Check::of(NAME, Verdict::Good, format!("{year}、{} 年都有", year + 1)),
    }
}

/// Regions with days off of their own whose notice of this year is missing.
async fn regions(store: &Store, calendar: &WorkCalendar) -> store::Result<Check> {
    const NAME: &str = "地区安排";
    let year = clock::today().year();
    let organs = store.read().await?.organs().await?;
    let mut missing: Vec<&Region> = organs.iter().map(|organ| &organ.region).collect();
    missing.retain(|region| calendar.missing_years(region).contains(&year));
    missing.sort();
    missing.dedup();
    if missing.is_empty() {
        return Ok(Check::of(NAME, Verdict::Good, format!("{year} 年没有缺的")));
    }
    let names: Vec<String> = missing.iter().map(|region| region.label()).collect();
    let message = format!("缺 {} {year} 年的安排，期限按全国安排计算，标为暂定", names.join("、"));
    Ok(Check::of(NAME, Verdict::Warning, message))
}

/// Whether the cached deadlines were computed with this calendar.
async fn deadlines(store: &Store, calendar: &WorkCalendar) -> store::Result<Check> {
    const NAME: &str = "期限";
    let stale = Filter {
        struck: Struck::Shown,
        conditions: vec![Condition::DueNotOf(calendar.version())],
        ..Filter::default()
    };
    let mut count = 0;
    let mut read = store.read().await?;
    for organ in read.organs().await? {
        for register in [Register::AccessRequest, Register::WorkOrder] {
            count += read.count_records(&organ.id, register, &stale).await?;
        }
    }
    Ok(match count {
        0 => Check::of(NAME, Verdict::Good, "都按现行放假安排算过"),
        _ => {
            Check::of(NAME, Verdict::Warning, format!("{count} 件还没有按现行放假安排重算；重启服务时会重算"))
        }
    })
}
