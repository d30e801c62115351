//! The route table of the desk: path, capability, handler, grouped by page. There is no other place.

use axum::Router;
use axum::routing::get;
use casework::Capability::{
    CheckReports, CommentReport, DeclareFigures, EditRecords, FinaliseReport, ImportCalendar, ImportRecords,
    KeepOrgan, ManagePeople, SeeDesk, SeeRecords, SeeReports, WriteReport,
};

use super::{account, check, help, import, password, register, report, settings, sign_in, sign_out, today};
use crate::gate::{DeskRoute, DeskRoutes};
use crate::state::State;

/// The desk, and the table of what each path needs.
pub(crate) fn routes(state: &State) -> (Router<State>, Vec<DeskRoute>) {
    let desk = DeskRoutes::new(state)
        // 今天
        .page("/desk/", SeeDesk, today::show_today)
        // 台账
        .page("/desk/registers", SeeRecords, register::show_registers)
        .page("/desk/registers/{key}", SeeRecords, register::show_list)
        .page("/desk/registers/{key}/export.pdf", SeeRecords, register::show_export)
        .page("/desk/registers/{key}/export.docx", SeeRecords, register::show_export)
        .page("/desk/registers/{key}/export.xlsx", SeeRecords, register::show_export)
        .page("/desk/registers/{key}/template.xlsx", SeeRecords, register::show_template)
        .page("/desk/registers/declared_figure/new", DeclareFigures, register::show_declare)
        .act("/desk/registers/declared_figure/new", DeclareFigures, register::submit_declare)
        .page("/desk/registers/{key}/new", EditRecords, register::show_new)
        .act("/desk/registers/{key}/new", EditRecords, register::submit_new)
        .page("/desk/registers/{key}/{id}", SeeRecords, register::show_record)
        .page("/desk/registers/{key}/{id}/edit", EditRecords, register::show_edit)
        .act("/desk/registers/{key}/{id}/edit", EditRecords, register::submit_edit)
        .page("/desk/registers/{key}/{id}/strike", EditRecords, register::show_strike)
        .act("/desk/registers/{key}/{id}/strike", EditRecords, register::submit_strike)
        .page("/desk/registers/{key}/{id}/restore", EditRecords, register::show_restore)
        .act("/desk/registers/{key}/{id}/restore", EditRecords, register::submit_restore)
        // 导入
        .page("/desk/imports", SeeReports, import::show_imports)
        .page("/desk/imports/new", ImportRecords, import::show_new_import)
        .upload("/desk/imports/new", ImportRecords, import::submit_import)
        .page("/desk/imports/{id}", SeeReports, import::show_import)
        .page("/desk/imports/{id}/undo", ImportRecords, import::show_undo)
        .act("/desk/imports/{id}/undo", ImportRecords, import::submit_undo)
        // 年报
        .page("/desk/reports", SeeReports, report::show_years)
        .act("/desk/reports", WriteReport, report::submit_open)
        .page("/desk/reports/{year}", SeeReports, report::show_task)
        .page("/desk/reports/{year}/whole", SeeReports, report::show_whole)
        .page("/desk/reports/{year}/cells/{key}", SeeReports, report::show_cell)
        .page("/desk/reports/{year}/parts/{part}", SeeReports, report::show_part)
        .act("/desk/reports/{year}/parts/{part}", WriteReport, report::submit_part)
        .act("/desk/reports/{year}/parts/{part}/draft", WriteReport, report::submit_draft)
        .act("/desk/reports/{year}/parts/{part}/numbers", WriteReport, report::submit_number)
        .act("/desk/reports/{year}/submit", WriteReport, report::submit_report)
        .act("/desk/reports/{year}/reasons", WriteReport, report::submit_reason)
        .act("/desk/reports/{year}/settle", WriteReport, report::submit_settle)
        .page("/desk/reports/{year}/finalise", FinaliseReport, report::show_finalise)
        .act("/desk/reports/{year}/finalise", FinaliseReport, report::submit_finalise)
        .page("/desk/reports/{year}/reopen", FinaliseReport, report::show_reopen)
        .act("/desk/reports/{year}/reopen", FinaliseReport, report::submit_reopen)
        .page("/desk/reports/{year}/publish", FinaliseReport, report::show_publish)
        .act("/desk/reports/{year}/publish", FinaliseReport, report::submit_publish)
        .page("/desk/reports/{year}/correct", FinaliseReport, report::show_correct)
        .act("/desk/reports/{year}/correct", FinaliseReport, report::submit_correct)
        .page("/desk/reports/{year}/{file}", SeeReports, report::show_file)
        // 下级机关的年报
        .page("/desk/county/{organ}/reports/{year}", CommentReport, report::show_task_below)
        .page("/desk/county/{organ}/reports/{year}/whole", CommentReport, report::show_whole)
        .page("/desk/county/{organ}/reports/{year}/cells/{key}", CommentReport, report::show_cell)
        .act("/desk/county/{organ}/reports/{year}/remarks", CommentReport, report::submit_remark)
        .act("/desk/county/{organ}/reports/{year}/send-back", CommentReport, report::submit_send_back)
        .page("/desk/county/{organ}/reports/{year}/{file}", CommentReport, report::show_file)
        // 帮助
        .page("/desk/help", SeeDesk, help::show_contents)
        .page("/desk/help/{page}", SeeDesk, help::show_page)
        // 我的账号
        .page("/desk/account", SeeDesk, account::show_account)
        .act("/desk/account/seat", SeeDesk, account::submit_seat)
        .page("/desk/account/password", SeeDesk, password::show_password)
        .act("/desk/account/password", SeeDesk, password::submit_password)
        .act("/desk/sign-out", SeeDesk, sign_out::submit_sign_out);
    let (router, table) = settings_routes(check_routes(desk)).finish();
    // 登录: whoever signs in has no post yet.
    let router = router.route("/desk/sign-in", get(sign_in::show_sign_in).post(sign_in::submit_sign_in));
    (router, table)
}

/// 报告核对: others' published reports.
fn check_routes(desk: DeskRoutes) -> DeskRoutes {
    desk.page("/desk/checks", CheckReports, check::show_checks)
        .page("/desk/checks/new", CheckReports, check::show_new_check)
        .upload_of(check::UPLOAD_MAX_BYTES, "/desk/checks/new", CheckReports, check::submit_check)
        .page("/desk/checks/batches/{id}", CheckReports, check::show_batch)
        .page("/desk/checks/batches/{id}/findings", CheckReports, check::show_findings)
        .act("/desk/checks/batches/{id}/findings/all", CheckReports, check::submit_all_of_rule)
        .page("/desk/checks/batches/{id}/findings.xlsx", CheckReports, check::show_sheet)
        .page("/desk/checks/years/{year}", CheckReports, check::show_year)
        .page("/desk/checks/{id}", CheckReports, check::show_check)
        .act("/desk/checks/{id}/all", CheckReports, check::submit_all_of_report)
        .page("/desk/checks/{id}/annotated.html", CheckReports, check::show_annotated)
        .act("/desk/checks/{id}/findings/{place}", CheckReports, check::submit_decision)
        .page("/desk/checks/{id}/letter", CheckReports, check::show_letter)
        .act("/desk/checks/{id}/letter", CheckReports, check::submit_letter)
        .page("/desk/checks/{id}/letter/{file}", CheckReports, check::show_letter_file)
        .act("/desk/checks/{id}/letter/sent", CheckReports, check::submit_sent)
}

/// 设置: people, units, the organ itself and the calendar, for administrators.
fn settings_routes(desk: DeskRoutes) -> DeskRoutes {
    desk.page("/desk/people", ManagePeople, settings::show_people)
        .page("/desk/people/new", ManagePeople, settings::show_new_person)
        .act("/desk/people/new", ManagePeople, settings::submit_person)
        .page("/desk/people/{id}", ManagePeople, settings::show_person)
        .page("/desk/people/{id}/password", ManagePeople, settings::show_deed::<settings::Reset>)
        .act("/desk/people/{id}/password", ManagePeople, settings::submit_deed::<settings::Reset>)
        .page("/desk/people/{id}/disable", ManagePeople, settings::show_deed::<settings::Disable>)
        .act("/desk/people/{id}/disable", ManagePeople, settings::submit_deed::<settings::Disable>)
        .page("/desk/people/{id}/enable", ManagePeople, settings::show_deed::<settings::Enable>)
        .act("/desk/people/{id}/enable", ManagePeople, settings::submit_deed::<settings::Enable>)
        .page("/desk/people/{id}/posts/new", ManagePeople, settings::show_deed::<settings::Appoint>)
        .act("/desk/people/{id}/posts/new", ManagePeople, settings::submit_deed::<settings::Appoint>)
        .page("/desk/people/{id}/posts/{term}/end", ManagePeople, settings::show_relieve)
        .act("/desk/people/{id}/posts/{term}/end", ManagePeople, settings::submit_relieve)
        .page("/desk/units", KeepOrgan, settings::show_units)
        .page("/desk/units/new", KeepOrgan, settings::show_new_unit)
        .act("/desk/units/new", KeepOrgan, settings::submit_new_unit)
        .page("/desk/units/{id}", KeepOrgan, settings::show_unit)
        .act("/desk/units/{id}", KeepOrgan, settings::submit_unit)
        .page("/desk/units/{id}/close", KeepOrgan, settings::show_close)
        .act("/desk/units/{id}/close", KeepOrgan, settings::submit_close)
        .page("/desk/units/{id}/reopen", KeepOrgan, settings::show_reopen)
        .act("/desk/units/{id}/reopen", KeepOrgan, settings::submit_reopen)
        .page("/desk/organ", KeepOrgan, settings::show_organ)
        .page("/desk/organ/portal", KeepOrgan, settings::show_edit_portal)
        .act("/desk/organ/portal", KeepOrgan, settings::submit_portal)
        .page("/desk/organ/report-day", KeepOrgan, settings::show_report_day)
        .act("/desk/organ/report-day", KeepOrgan, settings::submit_report_day)
        .page("/desk/calendar", ImportCalendar, settings::show_calendar)
        .page("/desk/calendar/new", ImportCalendar, settings::show_new_calendar)
        .upload("/desk/calendar/new", ImportCalendar, settings::submit_calendar)
}
