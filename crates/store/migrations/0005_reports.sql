-- Annual reports of our own, and other bodies' reports that were checked.

-- One version of an organ's report for one year. A correction is a new version beside the old.
CREATE TABLE report (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    year BIGINT NOT NULL,
    version BIGINT NOT NULL,       -- 1, 2, 3 …
    form TEXT NOT NULL,            -- F2019, F2021
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'finalised', 'published')),
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    calendar_version TEXT,         -- of the calendar behind its frozen figures
    frozen_hash TEXT,              -- SHA-256 over cells and prose at 定稿
    finalised_on TEXT,
    published_on TEXT,
    superseded BIGINT NOT NULL CHECK (superseded IN (0, 1)),  -- a later version has been published
    PRIMARY KEY (organ_id, id)
);
CREATE UNIQUE INDEX report_by_year_version ON report (organ_id, year, version);

-- A cell as frozen at 定稿, or kept for a report that was filled by other means.
CREATE TABLE report_cell (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    cell TEXT NOT NULL,            -- t3.new.nat
    kind TEXT NOT NULL CHECK (kind IN ('blank', 'count', 'delta', 'money', 'text')),
    figure BIGINT,                 -- things, change or fen
    words TEXT,                    -- for kind text: what stands there instead of a number
    origin TEXT NOT NULL,          -- measure, declared, typed
    PRIMARY KEY (organ_id, report_id, cell),
    FOREIGN KEY (organ_id, report_id) REFERENCES report (organ_id, id)
);

-- The written parts, with measures unresolved: {{主动公开总数}}.
CREATE TABLE report_prose (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    section TEXT NOT NULL,         -- one, two, three, four, five, six
    words TEXT NOT NULL,
    printed TEXT,                  -- from 定稿 on: the words as printed, measures resolved
    written_by TEXT REFERENCES person (id),
    written_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, report_id, section),
    FOREIGN KEY (organ_id, report_id) REFERENCES report (organ_id, id)
);

-- A number typed by hand that somebody confirmed to be no statistic.
CREATE TABLE report_number (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    section TEXT NOT NULL,
    mark TEXT NOT NULL,            -- the number with the words around it, by which it is found again
    confirmed_by TEXT REFERENCES person (id),
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, report_id, section, mark),
    FOREIGN KEY (organ_id, report_id) REFERENCES report (organ_id, id)
);

-- The written reason for a mismatch that may stand.
CREATE TABLE report_explanation (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    rule TEXT NOT NULL,            -- K-T3-5
    place TEXT NOT NULL,           -- what the finding is about, e.g. its cells; '' for the whole rule
    reason TEXT NOT NULL,
    explained_by TEXT REFERENCES person (id),
    explained_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, report_id, rule, place),
    FOREIGN KEY (organ_id, report_id) REFERENCES report (organ_id, id)
);

-- What the county said about a submitted report.
CREATE TABLE report_remark (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    id TEXT NOT NULL,
    section TEXT,                  -- NULL: the whole report
    words TEXT NOT NULL,
    remarked_by TEXT REFERENCES person (id),
    remarked_at TEXT NOT NULL,
    settled_at TEXT,               -- when the organ marked it as dealt with
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, report_id) REFERENCES report (organ_id, id)
);
CREATE INDEX report_remark_by_report ON report_remark (organ_id, report_id);

-- Somebody's report, as it was given to be checked, and what was found.
CREATE TABLE checked_report (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,          -- SHA-256 of the file, hexadecimal
    agency TEXT,                   -- as recognised
    year BIGINT,
    form TEXT,
    words TEXT NOT NULL,           -- the text that was read, line by line
    findings TEXT NOT NULL,        -- JSON, as `gongkai check --json` prints it
    checked_by TEXT REFERENCES person (id),
    checked_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, id)
);
CREATE INDEX checked_report_by_digest ON checked_report (organ_id, digest);
CREATE INDEX checked_report_by_time ON checked_report (organ_id, checked_at);
