//! G7, where a report stands: six boxes from the registers to publication, with days and who holds it now.

use askama::Template;

use super::contract::{Markup, Narrow, Picture};

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Behind us.
    Done,
    /// Where the report is.
    Now,
    /// Still to come.
    Ahead,
    /// Left out on the way.
    Skipped,
}

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FlowStep {
    pub(crate) label: &'static str,
    pub(crate) progress: Progress,
    /// When, who, or what is missing.
    pub(crate) said: String,
}

#[derive(Template)]
#[template(path = "picture/flow.html")]
struct Boxes<'s> {
    steps: &'s [FlowStep],
}

/// The picture; `holder` is who must act now, `None` when there is nothing left to do.
pub(crate) fn flow(steps: &[FlowStep], holder: Option<&str>) -> Result<Picture, askama::Error> {
    let now = steps.iter().find(|step| step.progress == Progress::Now);
    let sentence = match (now, holder) {
        (Some(step), Some(holder)) => format!("现在在“{}”这一步，由{holder}办理。", step.label),
        (Some(step), None) => format!("现在在“{}”这一步。", step.label),
        (None, _) => "全部完成。".to_owned(),
    };
    Ok(Picture {
        id: "flow",
        caption: "走到哪一步".to_owned(),
        sentence,
        drawing: Markup::of(&Boxes { steps })?,
        narrow: Narrow::Same,
        numbers: None,
    })
}

impl Progress {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "at",
            Self::Ahead | Self::Skipped => "",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Done => "已完成",
            Self::Now => "正在办",
            Self::Ahead => "还没到",
            Self::Skipped => "没有经过",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::holds::assert_holds;
    use super::*;

    #[test]
    fn the_step_that_a_report_is_at_is_said_with_who_holds_it() {
        let step = |label, progress| FlowStep { label, progress, said: "2021-01-05".to_owned() };
        let steps =
            [step("台账", Progress::Done), step("草稿", Progress::Now), step("公布", Progress::Ahead)];
        let picture = flow(&steps, Some("经办岗")).unwrap();
        assert_holds(&picture);
        assert_eq!(picture.sentence, "现在在“草稿”这一步，由经办岗办理。");
        assert_eq!(picture.to_string().matches("aria-current=\"step\"").count(), 1);
        let done = flow(&[step("公布", Progress::Done)], None).unwrap();
        assert_eq!(done.sentence, "全部完成。");
    }
}
