//! Foreign files in: text for inspection, rows for registers.
