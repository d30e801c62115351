//! Our documents out: spreadsheets of reports and registers.
