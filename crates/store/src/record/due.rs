//! The cached deadlines of a register.

use jiff::civil::Date;
use law::register::Register;

use super::table;
use crate::error::Result;
use crate::ids::RecordId;
use crate::sql::Sql;
use crate::write::Write;

impl Write {
    /// Keeps deadlines as computed with the calendar of that version; nothing for a register without
    /// deadlines. No event: the deadline is a function, and this is only its value.
    ///
    /// # Errors
    /// `NotFound` if a record does not exist.
    pub async fn cache_due(
        &mut self,
        register: Register,
        calendar_version: &str,
        due: &[(RecordId, Option<Date>)],
    ) -> Result<()> {
        if !table::has_due(register) {
            return Ok(());
        }
        let sql = format!(
            "UPDATE {} SET due_cache = $1, calendar_version = $2 WHERE organ_id = $3 AND id = $4",
            register.key()
        );
        let organ = self.organ_id().clone();
        for (id, day) in due {
            let sql = Sql::new(sql.clone()).arg(*day).arg(calendar_version).arg(&organ).arg(id);
            self.change("record", sql).await?;
        }
        Ok(())
    }
}
