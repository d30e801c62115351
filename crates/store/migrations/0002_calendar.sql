-- Imported holiday notices. Those that the program knows by itself stand in the code, not here.

CREATE TABLE calendar_notice (
    id TEXT NOT NULL PRIMARY KEY,
    region TEXT NOT NULL,
    year BIGINT NOT NULL,
    name TEXT NOT NULL,            -- title, e.g. 国务院办公厅关于2027年部分节假日安排的通知
    source TEXT,                   -- document number
    issued_on TEXT,
    imported_at TEXT NOT NULL,
    imported_by TEXT REFERENCES person (id)
);
CREATE INDEX calendar_notice_by_year ON calendar_notice (region, year);

CREATE TABLE calendar_notice_day (
    notice_id TEXT NOT NULL REFERENCES calendar_notice (id),
    day TEXT NOT NULL,
    arrangement TEXT NOT NULL CHECK (arrangement IN ('off', 'work')),
    name TEXT NOT NULL,            -- the holiday it belongs to
    PRIMARY KEY (notice_id, day)
);
