//! `gongkai deadline`: a statutory period, explained day by day.

use std::io::Write as _;

use anyhow::Context as _;
use law::{
    calendar::Region,
    clock::{Answer, Period, answer},
};

use crate::{
    cli::{Outcome, Usage, args::Deadline},
    config::Config,
    place,
};

/// Prints the answer; a year without a published arrangement is an answer too, but exit status 1.
pub(super) async fn run(order: &Deadline, config: &Config) -> anyhow::Result<Outcome> {
    let region: Region = order.region.parse().map_err(|error| Usage(format!("--region：{error}")))?;
    let period = match (order.working_days, order.natural_days) {
        (Some(days), _) => Period::WorkingDays(days),
        (None, Some(days)) => Period::NaturalDays(days),
        (None, None) => return Err(Usage("请写 --working-days 或 --natural-days。".to_owned()).into()),
    };
    let calendar = place::calendar(&order.place, config).await?;
    let answer = answer(order.from, period, &calendar, &region)?;
    let mut out = std::io::stdout().lock();
    if order.json {
        serde_json::to_writer_pretty(&mut out, &answer).context("结果没有写出。")?;
        writeln!(out)?;
    } else {
        print(&mut out, &answer, period)?;
    }
    Ok(if answer.due.is_some() { Outcome::Good } else { Outcome::Failed })
}

fn print(out: &mut impl std::io::Write, answer: &Answer, period: Period) -> anyhow::Result<()> {
    let from = answer.from;
    let words = match period {
        Period::WorkingDays(days) => format!("{days} 个工作日"),
        Period::NaturalDays(days) => format!("{days} 日"),
        Period::Months(months) => format!("{months} 个月"),
    };
    let Some(due) = answer.due else {
        let year = answer.gap.as_deref().unwrap_or_default();
        writeln!(
            out,
            "{from} 起 {words}：无法计算。{year} 年放假安排未导入，请先运行 gongkai calendar import。"
        )?;
        return Ok(());
    };
    writeln!(out, "{from} 起 {words}：{due}（起算日当日不计）")?;
    if answer.provisional {
        writeln!(out, "暂定：本地区有年度的放假安排未导入，这些年度按全国安排计算。")?;
    }
    let mut counted = 0;
    for day in &answer.days {
        let number = if day.counted {
            counted += 1;
            format!("第 {counted} 天")
        } else {
            "不计".to_owned()
        };
        let name = day.name.as_deref().map(|name| format!("（{name}）")).unwrap_or_default();
        writeln!(out, "  {}  {number}\t{}{name}", day.date, day.kind.label())?;
    }
    Ok(())
}
