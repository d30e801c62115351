//! Text and tables in, findings out: checks of published annual reports. Pure.
