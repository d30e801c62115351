//! Every page that is looked at: who opens it, how, what stands at its head, and which templates it shows.
//! What a template extends, includes or imports need not be named; [`super::templates`] follows that.

/// Which county the page is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum County {
    /// The demonstration county.
    Full,
    /// Organs and accounts, and nothing else.
    Empty,
}

/// What is shown of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Normal,
    Empty,
    Error,
}

/// What is done on the way to the page.
#[derive(Debug)]
pub(super) enum Step {
    /// Opens the first link that fits the selector.
    Follow(&'static str),
    /// Sets the field of that name.
    Set(&'static str, &'static str),
    /// Chooses a file with this content.
    File(&'static str),
    /// Presses the button.
    Send(&'static str),
}

/// One page.
#[derive(Debug)]
pub(super) struct Visit {
    /// The address where it begins; in braces what [`super::stage::Stage`] knows.
    pub(super) at: &'static str,
    pub(super) then: &'static [Step],
    /// Part of the `h1`.
    pub(super) says: &'static str,
    pub(super) state: State,
    pub(super) shows: &'static [&'static str],
}

/// The pages that one person opens, in this order.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) county: County,
    /// The account; empty for a visitor.
    pub(super) login: &'static str,
    /// Which of the two browsers goes there.
    pub(super) lane: usize,
    pub(super) visits: &'static [Visit],
}

const fn page(at: &'static str, says: &'static str, shows: &'static [&'static str]) -> Visit {
    Visit { at, then: &[], says, state: State::Normal, shows }
}

impl Visit {
    const fn then(self, then: &'static [Step]) -> Self {
        Self { then, ..self }
    }

    const fn empty(self) -> Self {
        Self { state: State::Empty, ..self }
    }

    const fn error(self) -> Self {
        Self { state: State::Error, ..self }
    }
}

use Step::{File, Follow, Send, Set};

/// The button of a page's form.
const BUTTON: &str = "main form[method='post'] button";
const FIRST: &str = "main tbody th a, main tbody td a";

/// Rows with mistakes of several kinds.
const BAD_ROWS: &str = "来源编号,申请人类别,提交方式,到达日期,收到申请之日,申请内容,办理结果,答复日期\n\
    障碍-1,外星人,当面提交,2020-15-06,,甲,乙,2020-05-20\n\
    障碍-2,自然人,当面提交,2020-05-06,2020-05-05,,予以公开，提供信息,昨天\n";
const GOOD_ROWS: &str = "来源编号,申请人类别,提交方式,到达日期,收到申请之日,申请内容,办理结果,答复日期\n\
    障碍-3,自然人,当面提交,2020-05-06,2020-05-06,（演示）道路验收材料,予以公开，提供信息,2020-05-20\n";

pub(super) const GROUPS: &[Group] = &[
    Group { county: County::Full, login: "", lane: 0, visits: VISITOR },
    Group { county: County::Full, login: "guanli", lane: 0, visits: ADMINISTRATOR },
    Group { county: County::Full, login: "shending", lane: 0, visits: APPROVER },
    Group { county: County::Full, login: "xianban", lane: 0, visits: SUPERVISOR },
    Group { county: County::Empty, login: "", lane: 0, visits: EMPTY_PORTAL },
    Group { county: County::Empty, login: "kong", lane: 0, visits: EMPTY_DESK },
    Group { county: County::Empty, login: "kongguan", lane: 0, visits: EMPTY_SETTINGS },
    Group { county: County::Full, login: "jingban", lane: 1, visits: CLERK },
];

const VISITOR: &[Visit] = &[
    page("/", "请选择公开机关", &["portal/organs.html"]),
    page("/shilizhen/", "您想办什么？", &["portal/home.html"]),
    page("/shilizhen/c/20-07/?year=2025", "财政预算、决算", &["portal/column.html"]),
    page("/shilizhen/c/?page=2", "法定主动公开内容", &["portal/column.html"]),
    page("/shilizhen/c/?page=9999", "法定主动公开内容", &["portal/column.html"]).error(),
    page("/shilizhen/c/", "演示", &["portal/document.html"]).then(&[Follow(FIRST)]),
    page("/shilizhen/d/{withdrawn}", "这条信息已经撤下", &["portal/withdrawn.html"]).error(),
    page("/shilizhen/guide", "政府信息公开指南", &["portal/guide.html"]),
    page("/shilizhen/rules", "政府信息公开制度", &["portal/rules.html"]),
    page("/shilizhen/apply", "依申请公开", &["portal/apply.html"]),
    page("/shilizhen/annual/", "政府信息公开年报", &["portal/annual.html"]),
    page("/shilizhen/annual/2024", "2024年政府信息公开工作年度报告", &["portal/report.html"]),
    page(
        "/shilizhen/annual/2024/compare",
        "2024年与2023年比较",
        &["portal/comparison.html", "picture/picture.html"],
    ),
    page("/shilizhen/annual/2020", "没有找到", &["error/error.html"]).error(),
    page("/nothing/here", "没有找到", &["error/error.html"]).error(),
    page("/desk/nothing", "没有找到", &["error/error.html"]).error(),
    page("/desk/sign-in", "登录", &["desk/sign_in.html"]),
    page("/desk/sign-in", "登录", &["desk/sign_in.html"])
        .then(&[Set("login", "jingban"), Set("password", "wrong"), Send(BUTTON)])
        .error(),
    page("{report}", "2024年政府信息公开工作年度报告", &["report/file.html"]),
    page("{annotated}", "", &["report/annotated.html"]),
];

const CLERK: &[Visit] = &[
    page("/desk/", "今天", &["desk/today.html", "picture/month.html", "picture/agenda.html"]),
    page("/desk/account", "我的账号", &["desk/account.html"]),
    page("/desk/account/password", "修改密码", &["desk/password.html"]),
    page("/desk/account/password", "修改密码", &["desk/password.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/registers", "台账", &["desk/register/index.html"]),
    page(
        "/desk/registers/publication",
        "主动公开信息",
        &["desk/register/list.html", "picture/rhythm.html", "picture/rhythm_list.html"],
    ),
    page("/desk/registers/access_request", "依申请公开", &["desk/register/list.html"]),
    page("/desk/registers/dispute", "复议诉讼", &["desk/register/list.html"]),
    page("/desk/registers/declared_figure", "业务数据报送", &["desk/register/list.html"]),
    page("/desk/registers/publication?words=none-such", "主动公开信息", &["desk/register/list.html"]).empty(),
    page("/desk/registers/publication/new", "新增主动公开信息", &["desk/register/edit.html"]),
    page("/desk/registers/publication/new", "新增主动公开信息", &["desk/register/edit.html"])
        .then(&[Send(BUTTON)])
        .error(),
    page("/desk/registers/access_request/new", "新增依申请公开", &["desk/register/edit.html"])
        .then(&[Send(BUTTON)])
        .error(),
    page("/desk/registers/declared_figure/new", "报送业务数据", &["desk/register/declare.html"]),
    page("/desk/registers/declared_figure/new", "报送业务数据", &["desk/register/declare.html"])
        .then(&[Send(BUTTON)])
        .error(),
    page("/desk/registers/publication", "演示", &["desk/register/record.html"]).then(&[Follow(FIRST)]),
    page("/desk/registers/access_request", "演示", &["desk/register/record.html"]).then(&[Follow(FIRST)]),
    page("/desk/registers/publication", "更正", &["desk/register/edit.html"])
        .then(&[Follow(FIRST), Follow("a[href$='/edit']")]),
    page("/desk/registers/publication", "作废", &["desk/register/strike.html"])
        .then(&[Follow(FIRST), Follow("a[href$='/strike']")]),
    page("/desk/registers/publication", "作废", &["desk/register/strike.html"])
        .then(&[Follow(FIRST), Follow("a[href$='/strike']"), Send(BUTTON)])
        .error(),
    page("/desk/registers/publication/nothing", "没有找到", &["error/error.html"]).error(),
    page("/desk/people", "没有权限", &["error/error.html"]).error(),
    page("/desk/imports/new", "导入表格", &["desk/import/new.html"]),
    page("/desk/imports/new", "导入表格", &["desk/import/new.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/imports/new", "导入表格", &["desk/import/new.html"])
        .then(&[Set("register", "access_request"), Set("year", "2020"), File(BAD_ROWS), Send(BUTTON)])
        .error(),
    page("/desk/imports/new", "csv", &["desk/import/one.html"]).then(&[
        Set("register", "access_request"),
        Set("year", "2020"),
        File(GOOD_ROWS),
        Send(BUTTON),
    ]),
    page("/desk/imports", "导入记录", &["desk/import/list.html"]),
    page("/desk/imports", "撤销", &["desk/import/undo.html"])
        .then(&[Follow(FIRST), Follow("a[href$='/undo']")]),
    page("/desk/reports", "年报", &["desk/report/years.html"]),
    page("/desk/reports/2025", "2025年", &["desk/report/task.html", "picture/flow.html"]),
    page("/desk/reports/2025/whole", "2025年", &["desk/report/whole.html"]),
    page("/desk/reports/2025/parts/one", "一、", &["desk/report/prose.html"]),
    page("/desk/reports/2025/parts/one", "一、", &["desk/report/prose.html"])
        .then(&[Set("words", "{{没有这个}}共132件"), Send(BUTTON)])
        .error(),
    page("/desk/reports/2025/parts/two", "二、", &["desk/report/table.html"]),
    page("/desk/reports/2025/parts/three", "三、", &["desk/report/table.html"]),
    page("/desk/reports/2025/parts/four", "四、", &["desk/report/table.html"]),
    page("/desk/reports/2025/cells/t3.new.total", "表三", &["desk/report/cell.html"]),
    page(
        "/desk/reports/2025/cells/t2.xuke.decisions",
        "表二",
        &["desk/report/cell.html", "desk/report/declared.html"],
    ),
    page("/desk/checks", "报告核对", &["desk/check/list.html"]),
    page("/desk/checks/new", "核对", &["desk/check/new.html"]),
    page("/desk/checks/new", "核对", &["desk/check/new.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/checks", "2020", &["desk/check/one.html"]).then(&[Follow(FIRST)]),
    page("/desk/help", "", &["desk/help/page.html"]),
    page("/desk/help", "", &["desk/help/page.html"]).then(&[Follow("main li a[href^='/desk/help/']")]),
];

const APPROVER: &[Visit] = &[
    page("/desk/reports/2024", "2024年", &["desk/report/task.html"]),
    page("/desk/reports/2024/correct", "更正", &["desk/report/decide.html"]),
    page("/desk/reports/2024/correct", "更正", &["desk/report/decide.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/reports/2024/correct", "2024年", &["desk/report/task.html"])
        .then(&[Set("reason", "漏报一件申请"), Send(BUTTON)]),
    page("/desk/reports/2024/finalise", "定稿2024年度报告（第2版）", &["desk/report/decide.html"]),
    page("/desk/reports/2024/finalise", "2024年", &["desk/report/task.html"]).then(&[Send(BUTTON)]),
    page("/desk/reports/2024/publish", "公布2024年度报告（第2版）", &["desk/report/decide.html"]),
    page("/desk/reports/2024/reopen", "撤回2024年度报告", &["desk/report/decide.html"]),
    page("/desk/reports/2024/reopen", "撤回2024年度报告", &["desk/report/decide.html"])
        .then(&[Send(BUTTON)])
        .error(),
    page("/desk/reports/2025/finalise", "现在不能这样办", &["error/error.html"]).error(),
];

const SUPERVISOR: &[Visit] = &[
    page("/desk/", "今天", &["desk/today.html"]),
    page("/desk/reports", "年报", &["desk/report/years.html"]),
    page("/desk/reports", "2025年", &["desk/report/task.html"]).then(&[Follow("main a[href*='/county/']")]),
    page("/desk/checks", "报告核对", &["desk/check/list.html"]),
    page("/desk/checks", "", &["desk/check/batch.html", "desk/check/rows.html"]).then(&[BATCH]),
    page("/desk/checks", "的问题", &["desk/check/findings.html"])
        .then(&[BATCH, Follow("main a[href$='/findings']")]),
    page("/desk/checks", "核对意见", &["desk/check/letter.html"]).then(&[
        BATCH,
        Follow(FIRST),
        Follow("main a[href$='/letter']"),
    ]),
    page("/desk/checks/years/2025", "年度报告核对汇总", &["desk/check/year.html"]),
];

/// From the list of checks to the newest batch.
const BATCH: Step = Follow("main a[href*='/checks/batches/']");

/// Somebody else than the administrator, whose own account is not disabled there.
const COLLEAGUE: Step = Follow("main tr:last-child td .said a");

const ADMINISTRATOR: &[Visit] = &[
    page("/desk/people", "人员", &["desk/settings/people.html"]),
    page("/desk/people/new", "新建账号", &["desk/settings/add_person.html"]),
    page("/desk/people/new", "新建账号", &["desk/settings/add_person.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/people", "演示", &["desk/settings/person.html"]).then(&[COLLEAGUE]),
    page("/desk/people", "重置", &["desk/settings/form.html"])
        .then(&[COLLEAGUE, Follow("main a[href$='/password']:not([href*=account])")]),
    page("/desk/people", "重置", &["desk/settings/form.html"])
        .then(&[COLLEAGUE, Follow("main a[href$='/password']:not([href*=account])"), Send(BUTTON)])
        .error(),
    page("/desk/people", "停用", &["desk/settings/form.html"])
        .then(&[COLLEAGUE, Follow("main a[href$='/disable']")]),
    page("/desk/units", "单位", &["desk/settings/units.html"]),
    page("/desk/units/new", "新建单位", &["desk/settings/form.html"]),
    page("/desk/units/new", "新建单位", &["desk/settings/form.html"]).then(&[Send(BUTTON)]).error(),
    page("/desk/units", "停用", &["desk/settings/form.html"]).then(&[Follow("main a[href$='/close']")]),
    page("/desk/organ", "本机关", &["desk/settings/organ.html"]),
    page("/desk/organ/portal", "修改公开栏目", &["desk/settings/form.html"]),
    page("/desk/organ/portal", "修改公开栏目", &["desk/settings/form.html"])
        .then(&[Set("postcode", "12"), Set("email", "没有"), Send(BUTTON)])
        .error(),
    page("/desk/people", "再任一个岗位", &["desk/settings/form.html"])
        .then(&[COLLEAGUE, Follow("main a[href$='/posts/new']")]),
    page("/desk/calendar", "放假安排", &["desk/settings/calendar.html"]),
    page("/desk/calendar/new", "导入放假安排", &["desk/settings/import_calendar.html"]),
    page("/desk/calendar/new", "导入放假安排", &["desk/settings/import_calendar.html"])
        .then(&[Send(BUTTON)])
        .error(),
    page("/desk/calendar/new", "导入放假安排", &["desk/settings/import_calendar.html"])
        .then(&[File("这不是通知，没有一个日期。"), Send(BUTTON)])
        .error(),
];

/// From the list of organs to the first one's home.
const HOME: Step = Follow("ul.tiles a");

const EMPTY_PORTAL: &[Visit] = &[
    page("/", "", &["portal/organs.html"]).empty(),
    page("/", "您想办什么？", &["portal/home.html"]).then(&[HOME]).empty(),
    page("/", "", &["portal/column.html"]).then(&[HOME, Follow("a[href$='/c/']")]).empty(),
    page("/", "指南", &["portal/guide.html"]).then(&[HOME, Follow("a[href$='/guide']")]).empty(),
    page("/", "制度", &["portal/rules.html"]).then(&[HOME, Follow("a[href$='/rules']")]).empty(),
    page("/", "依申请公开", &["portal/apply.html"]).then(&[HOME, Follow("a[href$='/apply']")]).empty(),
    page("/", "年报", &["portal/annual.html"]).then(&[HOME, Follow("a[href$='/annual/']")]).empty(),
];

const EMPTY_DESK: &[Visit] = &[
    page("/desk/", "今天", &["desk/today.html"]).empty(),
    page("/desk/registers", "台账", &["desk/register/index.html"]).empty(),
    page("/desk/registers/publication", "主动公开信息", &["desk/register/list.html"]).empty(),
    page("/desk/imports", "导入记录", &["desk/import/list.html"]).empty(),
    page("/desk/reports", "年报", &["desk/report/years.html"]).empty(),
    page("/desk/reports", "年度报告", &["desk/report/task.html"])
        .then(&[Send("main form[action='/desk/reports'] button")])
        .empty(),
    page("/desk/reports", "一、", &["desk/report/prose.html"])
        .then(&[Follow("main a[href^='/desk/reports/2']"), Follow("main a[href$='/parts/one']")])
        .empty(),
    page("/desk/reports", "三、", &["desk/report/table.html"])
        .then(&[Follow("main a[href^='/desk/reports/2']"), Follow("main a[href$='/parts/three']")])
        .empty(),
    page("/desk/checks", "报告核对", &["desk/check/list.html"]).empty(),
];

/// A year of days off, made up.
const DAYS_OFF: &str = "region,date,kind,name,notice\nCN,2027-01-01,off,元旦,示例通知\nCN,2027-05-01,off,劳动节,示例通知\n\
    CN,2027-10-01,off,国庆节,示例通知\n";

const EMPTY_SETTINGS: &[Visit] = &[
    page("/desk/people", "人员", &["desk/settings/people.html"]).empty(),
    page("/desk/units", "单位", &["desk/settings/units.html"]).empty(),
    page("/desk/organ", "本机关", &["desk/settings/organ.html"]).empty(),
    page("/desk/calendar", "放假安排", &["desk/settings/calendar.html"]).empty(),
    page("/desk/calendar/new", "导入", &["desk/settings/import_calendar.html"])
        .then(&[Set("rows", DAYS_OFF), Send(BUTTON)])
        .error(),
    page("/desk/calendar/new", "导入结果", &["desk/settings/calendar_done.html"]).then(&[
        Set("rows", DAYS_OFF),
        Send(BUTTON),
        Set("confirmed", "yes"),
        Send(BUTTON),
    ]),
];
