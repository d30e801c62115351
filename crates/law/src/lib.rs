//! The Regulation as arithmetic: calendar, clocks, decisions, measures, report cells and identities. No IO, no clock.
